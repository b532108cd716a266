//! The workers' congress: its terms and their delegates.

use affairs::congress::delegates::model as delegates;

use crate::command::{Done, Nothing};
use crate::commands as on;
use crate::rights::Module::Congress;
use crate::rights::Right::{Reader, Writer};
use on::congress::{CongressDelegateRef, CongressTermRef};

contract! {
    reads "congress.list" (Nothing) -> delegates::CongressTerms, Reads, Reader, "" => on::congress::list;
    reads "congress.get" (CongressTermRef) -> delegates::CongressTerm, Reads, Reader, "" => on::congress::get;
    writes "congress.saveTerm" (delegates::CongressTermInput) -> delegates::CongressTermId, Reversible, Writer(Congress), "保存一届职代会" => on::congress::save_term;
    writes "congress.removeTerm" (CongressTermRef) -> Done, Reversible, Writer(Congress), "移除一届职代会" => on::congress::remove_term;
    writes "congress.saveDelegate" (delegates::CongressDelegateInput) -> delegates::CongressDelegateId, Reversible, Writer(Congress), "登记职工代表" => on::congress::save_delegate;
    writes "congress.removeDelegate" (CongressDelegateRef) -> Done, Reversible, Writer(Congress), "移除职工代表" => on::congress::remove_delegate;
}
