//! The list of a year's annual leave as a workbook, as it is filtered and sorted on its page.

use affairs::leave::{
    self,
    model::{LeaveLine, LeaveQuery},
    rules,
};
use serde::Deserialize;
use ts_rs::TS;

use super::registers_export::{Column, save};
use crate::Problem;
use crate::command::Command;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::leave_rows;
use crate::progress::Progress;

/// A year's leave to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportLeave {
    /// Which people, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: LeaveQuery,
    /// Where to.
    pub to: FileHandle,
}

fn due(one: &LeaveLine) -> String {
    match (one.due, one.least) {
        (Some(days), _) => days.to_string(),
        (None, Some(days)) => format!("至少{days}"),
        (None, None) => "待定".to_owned(),
    }
}

fn left(one: &LeaveLine) -> String {
    match one.left {
        Some(left) if left < 0 => format!("-{}", rules::in_days(left.unsigned_abs())),
        Some(left) => rules::in_days(left.unsigned_abs()),
        None => "待定".to_owned(),
    }
}

fn lacks(one: &LeaveLine) -> String {
    one.lacks.iter().map(|lack| lack.label()).collect::<Vec<_>>().join("；")
}

const LINES: [Column<LeaveLine>; 14] = [
    ("姓名", 12.0, |one| one.name.clone()),
    ("工号", 12.0, |one| one.work_number.clone().unwrap_or_default()),
    ("车间", 16.0, |one| one.shop.clone().unwrap_or_default()),
    ("参工日期", 13.0, |one| one.started_on.clone().unwrap_or_default()),
    ("入职日期", 13.0, |one| one.hired_on.clone().unwrap_or_default()),
    ("应休", 9.0, due),
    ("已休", 8.0, |one| rules::in_days(one.taken)),
    ("计划", 8.0, |one| rules::in_days(one.planned)),
    ("上年结转", 9.0, |one| rules::in_days(one.brought)),
    ("跨到下一年", 10.0, |one| rules::in_days(one.carried)),
    ("书面放弃", 9.0, |one| rules::in_days(one.waived)),
    ("已付报酬", 9.0, |one| rules::in_days(one.paid)),
    ("还剩", 8.0, left),
    ("缺什么", 34.0, lacks),
];

/// Saves the people that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`; `bad_input` for a year that cannot be.
pub fn lines(
    desk: &Desk,
    _: &Command,
    args: ExportLeave,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "年休假台账", &args.to, &LINES, progress, |reading, each| {
        let year = rules::year_of(args.query.year, reading.today)?;
        let rows = leave_rows::rows(reading, year)?;
        let identity = reading.open.sight().identity;
        let found = leave::select(reading.connection, &rows, &args.query, identity)?;
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        found.into_iter().try_for_each(|row| each(total, row.line.clone()))
    })
}
