//! Attachments of any record. Papers that the program makes are in `papers`.

use affairs::office::attachments::model::{Added, Attachment};

use crate::command::{Bytes, Done};
use crate::commands as on;
use crate::rights::Module::Desk as AtDesk;
use crate::rights::Right::{Reader, Writer};
use on::files::{AddFile, FileOf, FilesOf, Lent, RenameFile, SaveFile};

contract! {
    reads "files.list" (FilesOf) -> Vec<Attachment>, Reads, Reader, "" => on::files::list;
    bytes "files.thumbnail" (FileOf) -> Bytes, Reads, Reader, "" => on::files::thumbnail;
    bytes "files.drawn" (FileOf) -> Bytes, Reads, Reader, "" => on::files::drawn;
    desk_job "files.add" (AddFile) -> Added, Reversible, Writer(AtDesk), "添加附件" => on::files::add;
    desk_job "files.open" (FileOf) -> Lent, Reads, Reader, "" => on::files::open;
    desk_job "files.save" (SaveFile) -> Done, Reads, Reader, "" => on::files::save;
    writes "files.rename" (RenameFile) -> Done, Reversible, Writer(AtDesk), "附件改名" => on::files::rename;
    writes "files.remove" (FileOf) -> Done, Reversible, Writer(AtDesk), "移除附件" => on::files::remove;
}
