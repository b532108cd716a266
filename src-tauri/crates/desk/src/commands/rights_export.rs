//! The registers of appeals, of dismissals and of mediation as workbooks, as they are filtered on their pages. Who brought an
//! appeal is in no column.

use affairs::letters::appeals::model::{Appeal, AppealQuery};
use affairs::letters::dismissals::model::{DismissalLine, DismissalQuery};
use affairs::letters::mediation::model::{MediationLine, MediationQuery};
use affairs::letters::{appeals, dismissals, mediation};
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

/// The register of appeals to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportAppeals {
    /// Which appeals, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: AppealQuery,
    /// Where to.
    pub to: FileHandle,
}

/// The register of dismissals to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportDismissals {
    /// Which notices, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: DismissalQuery,
    /// Where to.
    pub to: FileHandle,
}

/// The register of mediation cases to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportMediation {
    /// Which cases, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: MediationQuery,
    /// Where to.
    pub to: FileHandle,
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// What stands for a reason that may tell of health, for one who may not read it.
const COVERED: &str = "（受保护）";

const APPEALS: [Column<Appeal>; 11] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("提出日期", 13.0, |one| one.record.raised_on.to_string()),
    ("什么人", 16.0, |one| one.record.worker.label().to_owned()),
    ("类别", 10.0, |one| one.record.kind.label().to_owned()),
    ("怎样提出", 11.0, |one| one.record.channel.label().to_owned()),
    ("诉求", 44.0, |one| one.record.matter.clone()),
    ("谁答复", 10.0, |one| one.record.handler.clone().unwrap_or_default()),
    ("答应答复", 13.0, |one| day(one.record.promised_on)),
    ("答复日期", 13.0, |one| day(one.answered_on)),
    ("答复的内容", 44.0, |one| one.record.answer.clone().unwrap_or_default()),
    ("转到哪里", 26.0, |one| {
        let onward = one.onward.as_ref().map(|to| {
            let record = to.number.clone().unwrap_or_default();
            let words = to.words.clone().unwrap_or_default();
            format!("{}{record}{words}", to.onward.label())
        });
        onward.unwrap_or_default()
    }),
];

const DISMISSALS: [Column<DismissalLine>; 12] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("收到日期", 13.0, |one| one.received_on.to_string()),
    ("类别", 11.0, |one| one.kind.label().to_owned()),
    ("姓名", 10.0, |one| one.name.clone()),
    ("单位说的理由", 40.0, |one| one.reasons.clone().unwrap_or_else(|| COVERED.to_owned())),
    ("打算哪天办", 13.0, |one| day(one.planned_on)),
    ("事先通知", 10.0, |one| {
        one.in_time.map_or("—", |in_time| if in_time { "是" } else { "否" }).to_owned()
    }),
    ("工会的意见", 11.0, |one| one.stance.map(|stance| stance.label().to_owned()).unwrap_or_default()),
    ("处理结果", 11.0, |one| one.result.map(|result| result.label().to_owned()).unwrap_or_default()),
    ("下一步", 34.0, |one| one.next.clone().unwrap_or_default()),
    ("期限", 13.0, |one| day(one.due)),
    ("最后的结果", 34.0, |one| one.outcome.clone().unwrap_or_default()),
];

const MEDIATION: [Column<MediationLine>; 12] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("申请日期", 13.0, |one| day(one.applied_on)),
    ("争议类别", 10.0, |one| one.topic.label().to_owned()),
    ("职工", 10.0, |one| one.worker.clone()),
    ("用人单位", 26.0, |one| one.employer.clone()),
    ("请求", 40.0, |one| one.claims.clone()),
    ("调解员", 10.0, |one| one.mediator.clone().unwrap_or_default()),
    ("受理日期", 13.0, |one| day(one.accepted_on)),
    ("结束日期", 13.0, |one| day(one.ended_on)),
    ("结果", 12.0, |one| one.ended.clone().unwrap_or_default()),
    ("下一步", 34.0, |one| one.next.clone().unwrap_or_default()),
    ("期限", 13.0, |one| day(one.due)),
];

/// Saves the appeals that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn appeals(
    desk: &Desk,
    _: &Command,
    args: ExportAppeals,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "职工诉求", &args.to, &APPEALS, progress, |reading, each| {
        appeals::each(reading.connection, &args.query, reading.today, each)
    })
}

/// Saves the notices of dismissal and discipline that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn dismissals(
    desk: &Desk,
    _: &Command,
    args: ExportDismissals,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "解除和处分通知", &args.to, &DISMISSALS, progress, |reading, each| {
        let reads_health = reading.open.sight().health != Shown::Never;
        let asked = (&args.query, reads_health);
        dismissals::each(reading.connection, reading.book, asked, reading.today, each)
    })
}

/// Saves the mediation cases that match. The file appears whole or not at all.
///
/// Errors: as of `registers_export::incoming`.
pub fn mediation(
    desk: &Desk,
    _: &Command,
    args: ExportMediation,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "劳动争议调解", &args.to, &MEDIATION, progress, |reading, each| {
        mediation::each(reading.connection, reading.book, &args.query, reading.today, each)
    })
}
