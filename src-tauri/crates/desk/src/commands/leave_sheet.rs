//! The sheet of annual leave that somebody kept before: read and compared, then taken in one step.

use affairs::leave::import::{self as work, LeaveSheetKept, LeaveSheetRead};
use affairs::leave::rules;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::pasted::book;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::progress::Progress;

/// A sheet of leave.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeaveSheetFile {
    /// The file.
    pub file: FileHandle,
    /// The year that it is of.
    pub year: i32,
    /// The hash of the file that was read before: another file under the same name is refused.
    #[serde(default)]
    pub sha256: Option<String>,
}

/// Reads a sheet and compares it with the people of the year.
///
/// Errors: `no_leave` for a file of another kind; `bad_input` for a year that cannot be.
pub fn read(
    desk: &Desk,
    _: &Command,
    args: LeaveSheetFile,
    progress: &dyn Progress,
) -> Result<Outcome<LeaveSheetRead>, Problem> {
    let (_, book) = book(desk, Some(&args.file), None, progress)?;
    desk.view(|reading| {
        let year = rules::year_of(Some(args.year), reading.today)?;
        let identity = reading.open.sight().identity;
        work::read(reading.connection, reading.book, &book, (year, reading.today), identity).map(Outcome::of)
    })
}

/// Takes what the sheet holds and nothing stands of yet.
///
/// Errors: as of `read`; `changed`; `nothing_new`; `cancelled`.
pub fn import(
    desk: &Desk,
    command: &Command,
    args: LeaveSheetFile,
    progress: &dyn Progress,
) -> Result<Outcome<LeaveSheetKept>, Problem> {
    let (source, book) = book(desk, Some(&args.file), None, progress)?;
    if args.sha256.is_some_and(|previewed| previewed != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    desk.step(command, |writing| {
        let year = rules::year_of(Some(args.year), writing.tx.today())?;
        let identity = writing.open.sight().identity;
        work::keep(writing.tx, writing.book, &book, year, identity, &mut |done, total| {
            progress.report(done, total, "写入账本");
            !progress.cancelled()
        })
    })
}
