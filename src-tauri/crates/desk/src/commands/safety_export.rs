//! The ledger of hazards and the register of inspections as workbooks, as they are filtered on their pages.

use affairs::safety as work;
use affairs::safety::model::{
    HazardGrade, HazardLine, HazardQuery, HazardState, SafetyVisitLine, SafetyVisitQuery,
};
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

/// The ledger of hazards to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportHazards {
    /// Which hazards, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: HazardQuery,
    /// Where to.
    pub to: FileHandle,
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn state(state: HazardState) -> &'static str {
    match state {
        HazardState::Registered => "待分级",
        HazardState::Graded => "待发整改建议书",
        HazardState::Proposed => "待答复",
        HazardState::Replied => "待五落实",
        HazardState::Rectifying => "整改中",
        HazardState::Rectified => "待验收",
        HazardState::Passed => "待销号",
        HazardState::Closed => "已销号，待公示",
        HazardState::Posted => "已公示，待报告",
        HazardState::Done => "已办结",
    }
}

const HAZARDS: [Column<HazardLine>; 14] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("发现日期", 13.0, |one| one.found_on.to_string()),
    ("责任部门", 14.0, |one| one.unit.clone().unwrap_or_default()),
    ("地点", 20.0, |one| one.place.clone()),
    ("隐患", 44.0, |one| one.matter.clone()),
    ("类别", 16.0, |one| one.kind.label().to_owned()),
    ("级别", 11.0, |one| one.grade.map(HazardGrade::label).unwrap_or("没有分级").to_owned()),
    ("直接危及生命", 13.0, |one| if one.danger { "是" } else { "" }.to_owned()),
    ("责任人", 10.0, |one| one.assured_by.clone().unwrap_or_default()),
    ("整改期限", 13.0, |one| day(one.due_on)),
    ("超期", 8.0, |one| if one.late { "是" } else { "" }.to_owned()),
    ("办到哪里", 16.0, |one| state(one.state).to_owned()),
    ("销号日期", 13.0, |one| day(one.closed_on)),
    ("下一步", 34.0, |one| one.next.clone().unwrap_or_default()),
];

/// Saves the hazards that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn hazards(
    desk: &Desk,
    _: &Command,
    args: ExportHazards,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "隐患台账", &args.to, &HAZARDS, progress, |reading, each| {
        work::each(reading.connection, reading.book, &args.query, reading.today, each)
    })
}

/// The register of inspections to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportSafetyVisits {
    /// Which visits, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: SafetyVisitQuery,
    /// Where to.
    pub to: FileHandle,
}

const VISITS: [Column<SafetyVisitLine>; 7] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("检查日期", 13.0, |one| one.visited_on.to_string()),
    ("检查内容", 30.0, |one| one.topic.clone()),
    ("检查的地方", 34.0, |one| one.places.join("、")),
    ("检查的人", 24.0, |one| one.people.join("、")),
    ("发现隐患", 11.0, |one| one.found.to_string()),
    ("已销号", 11.0, |one| one.closed.to_string()),
];

/// Saves the inspections that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn visits(
    desk: &Desk,
    _: &Command,
    args: ExportSafetyVisits,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "劳动保护检查", &args.to, &VISITS, progress, |reading, each| {
        work::visits::each(reading.connection, &args.query, each)
    })
}
