//! What every act and every view of a contract's text is given.

use law::LawBook;

use super::library::ClauseLibrary;
use crate::negotiation::agreement::model::AgreementKind;

/// The blanks that are the agreement's own term.
pub(crate) const TERM: [&str; 2] = ["合同起日", "合同止日"];

/// The blank of who stands for the enterprise in law.
pub(super) const EMPLOYER_HEAD: &str = "企业法定代表人";
/// The blank of who stands for the union in law.
pub(super) const UNION_HEAD: &str = "工会法定代表人";

/// The blanks that tell of a party, as the file of blanks marks them.
pub(super) const PARTY: [&str; 4] = [UNION_HEAD, "工会地址和电话", EMPLOYER_HEAD, "企业地址和电话"];

/// The blanks that the head table of a contract prints, whatever its clauses say: they can be filled although no clause holds them.
pub(super) fn head_blanks(kind: AgreementKind) -> &'static [&'static str] {
    match kind {
        AgreementKind::Wage => {
            &["合同起日", "合同止日", "企业最低月工资", "当地最低月工资", "当地标准执行日"]
        }
        _ => &TERM,
    }
}

/// What every act here is given: the law book and the clause files.
#[derive(Clone, Copy)]
pub struct Means<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// The clause files.
    pub library: &'a ClauseLibrary,
}
