//! The registers of members in hardship and of what was given as workbooks, as they are filtered on their pages. Why somebody is in
//! need, and how they were helped, is in no column.

use affairs::registers::hardship as work;
use affairs::registers::hardship::model::{
    HardshipEnd, HardshipLine, HardshipQuery, MemberAidLine, MemberAidQuery,
};
use affairs::union::model::Shown;
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

/// The register to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportHardship {
    /// Which files, in which order. Its slice is not heeded: the workbook holds all that match.
    #[serde(default)]
    pub query: HardshipQuery,
    /// Where to.
    pub to: FileHandle,
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

const LINES: [Column<HardshipLine>; 11] = [
    ("姓名", 12.0, |one| one.name.clone()),
    ("车间", 16.0, |one| one.shop.clone().unwrap_or_default()),
    ("困难类别", 12.0, |one| one.level.label().to_owned()),
    ("建档日期", 13.0, |one| one.opened_on.to_string()),
    ("委员会同意", 13.0, |one| day(one.decided_on)),
    ("帮扶次数", 9.0, |one| one.aids.to_string()),
    ("帮扶金额（元）", 15.0, |one| one.given.to_string()),
    ("最近一次", 13.0, |one| day(one.last_on)),
    ("下次回访", 13.0, |one| day(one.visit_on)),
    ("结束日期", 13.0, |one| day(one.closed_on)),
    ("结束的原因", 14.0, |one| one.ended.map(HardshipEnd::label).unwrap_or_default().to_owned()),
];

/// Saves the files that match. The workbook appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn lines(
    desk: &Desk,
    _: &Command,
    args: ExportHardship,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "困难职工台账", &args.to, &LINES, progress, |reading, each| {
        work::each(reading.connection, &args.query, reading.today, each)
    })
}

/// The register of what was given to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportAids {
    /// Which entries, in which order. Its slice is not heeded: the workbook holds all that match.
    #[serde(default)]
    pub query: MemberAidQuery,
    /// Where to.
    pub to: FileHandle,
}

const AIDS: [Column<MemberAidLine>; 6] = [
    ("日期", 13.0, |one| one.given_on.to_string()),
    ("姓名", 12.0, |one| one.name.clone()),
    ("车间", 16.0, |one| one.shop.clone().unwrap_or_default()),
    ("金额（元）", 13.0, |one| one.amount.map(|sum| sum.to_string()).unwrap_or_default()),
    ("资金来源", 15.0, |one| one.source.label().to_owned()),
    ("经办人", 12.0, |one| one.who.clone().unwrap_or_default()),
];

/// Saves what was given and matches. The workbook appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn aids(
    desk: &Desk,
    _: &Command,
    args: ExportAids,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "帮扶慰问台账", &args.to, &AIDS, progress, |reading, each| {
        work::each_aid(reading.connection, &args.query, Shown::Never, each)
    })
}
