//! A ledger of hazards from a file or a paste: looked at row by row, then taken in one step.

use affairs::safety::import as work;
use affairs::safety::model::{HazardImport, HazardsTaken};
use affairs::sheets::hazards;
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::pasted::book;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::progress::Progress;

/// A ledger of hazards to be looked at or taken.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportHazards {
    /// The file; absent for a paste.
    #[serde(default)]
    pub file: Option<FileHandle>,
    /// What was pasted.
    #[serde(default)]
    pub pasted: Option<String>,
    /// The hash of the file that was looked at: another file under the same name is refused.
    #[serde(default)]
    pub sha256: Option<String>,
}

fn no_hazards() -> Problem {
    let message = "这不是隐患台账：表头里没有隐患描述、措施、期限、状态这样的列。";
    Problem::new("no_hazards", message).at("file")
}

/// What a file would bring.
///
/// Errors: `no_hazards` for a file of another kind.
pub fn look(
    desk: &Desk,
    _: &Command,
    args: ImportHazards,
    progress: &dyn Progress,
) -> Result<Outcome<HazardImport>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    let sheet = hazards::read(&book, desk.today()).ok_or_else(no_hazards)?;
    desk.view(|reading| {
        Ok(Outcome::of(work::look(reading.connection, &sheet, &source.sha256, reading.today)?))
    })
}

/// Takes what fits of it in one step.
///
/// Errors: `no_hazards` for a file of another kind; `changed`; `nothing_new`.
pub fn take(
    desk: &Desk,
    command: &Command,
    args: ImportHazards,
    progress: &dyn Progress,
) -> Result<Outcome<HazardsTaken>, Problem> {
    let (source, book) = book(desk, args.file.as_ref(), args.pasted.as_deref(), progress)?;
    if args.sha256.is_some_and(|seen| seen != source.sha256) {
        return Err(Problem::new("changed", "文件在预览之后被改动过，请重新预览再导入。").at("file"));
    }
    let sheet = hazards::read(&book, desk.today()).ok_or_else(no_hazards)?;
    desk.step(command, |writing| work::take(writing.tx, writing.book, &sheet))
}
