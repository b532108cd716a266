//! The measures of the reform ledger as a workbook, as they are filtered on their page.

use affairs::reform as work;
use affairs::reform::model::{ReformLine, ReformQuery};
use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use super::registers_export::{Column, save};
use crate::Problem;
use crate::command::Command;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::progress::Progress;

/// The measures to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportReform {
    /// Which measures, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: ReformQuery,
    /// Where to.
    pub to: FileHandle,
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

const MEASURES: [Column<ReformLine>; 12] = [
    ("编号", 14.0, |one| one.number.clone()),
    ("《意见》条文", 28.0, |one| one.article_words.clone()),
    ("做什么", 40.0, |one| one.measure.clone()),
    ("做到什么程度", 28.0, |one| one.target.clone().unwrap_or_default()),
    ("谁办", 12.0, |one| one.side.label().to_owned()),
    ("责任部门", 16.0, |one| one.unit.clone().unwrap_or_default()),
    ("责任人", 10.0, |one| one.handler.clone().unwrap_or_default()),
    ("完成期限", 13.0, |one| day(one.due_on)),
    ("办到哪里", 10.0, |one| one.state.label().to_owned()),
    ("办完日期", 13.0, |one| day(one.ended_on)),
    ("做到了什么", 44.0, |one| one.result.clone().unwrap_or_default()),
    ("佐证文件", 10.0, |one| one.files.to_string()),
];

/// Saves the measures that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn measures(
    desk: &Desk,
    _: &Command,
    args: ExportReform,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "产改台账", &args.to, &MEASURES, progress, |reading, each| {
        work::each(reading.connection, &args.query, reading.today, each)
    })
}
