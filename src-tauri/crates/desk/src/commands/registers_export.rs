//! The registers of incoming and outgoing papers, of the committees' records and of supervision cases as workbooks, as they are
//! filtered and sorted on their pages.

use affairs::letters;
use affairs::letters::model::{SupervisionLine, SupervisionQuery};
use affairs::office::committee::model::{CommitteeLine, CommitteeQuery};
use affairs::office::incoming::model::{Incoming, IncomingQuery};
use affairs::office::outgoing::model::{Outgoing, OutgoingQuery, Sending};
use affairs::office::{committee, incoming, outgoing};
use serde::Deserialize;
use sheet::{Value, Writer};
use ts_rs::TS;

use crate::Problem;
use crate::command::Command;
use crate::commands::members_export::Exported;
use crate::desk::{Desk, Outcome};
use crate::files::{FileHandle, safe_target};
use crate::open::Reading;
use crate::progress::Progress;

/// Rows between two reports.
const SLICE: u32 = 500;

/// The register of incoming papers to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportIncoming {
    /// Which papers, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: IncomingQuery,
    /// Where to.
    pub to: FileHandle,
}

/// The register of outgoing papers to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportOutgoing {
    /// Which papers, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: OutgoingQuery,
    /// Where to.
    pub to: FileHandle,
}

/// The register of the committees' records to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportCommittee {
    /// Which records, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: CommitteeQuery,
    /// Where to.
    pub to: FileHandle,
}

/// The register of supervision cases to be saved as a workbook.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportSupervision {
    /// Which cases, in which order. Its slice is not heeded: the file holds all that match.
    #[serde(default)]
    pub query: SupervisionQuery,
    /// Where to.
    pub to: FileHandle,
}

/// A column: its head, its width in characters, what it says of a paper.
pub(super) type Column<R> = (&'static str, f64, fn(&R) -> String);

const INCOMING: [Column<Incoming>; 11] = [
    ("收文号", 14.0, |one| one.number.clone()),
    ("收到日期", 13.0, |one| one.received_on.to_string()),
    ("发文单位", 20.0, |one| one.source.clone()),
    ("来文字号", 22.0, |one| one.their_number.clone().unwrap_or_default()),
    ("文种", 8.0, |one| one.kind.label().to_owned()),
    ("标题", 40.0, |one| one.title.clone()),
    ("要求办什么", 34.0, |one| one.asked.clone()),
    ("办结期限", 18.0, due),
    ("经办人", 10.0, |one| one.handler.clone().unwrap_or_default()),
    ("办结日期", 13.0, |one| one.done.as_ref().map(|done| done.on.to_string()).unwrap_or_default()),
    ("办理情况", 34.0, done),
];

fn due(one: &Incoming) -> String {
    let time = one.due_time.as_ref().map(|time| format!(" {time}")).unwrap_or_default();
    one.due_on.map(|day| format!("{day}{time}")).unwrap_or_default()
}

fn done(one: &Incoming) -> String {
    let Some(done) = &one.done else { return String::new() };
    let paper = done.paper.as_ref().map(|paper| format!("{}《{}》", paper.number, paper.title));
    [done.how.clone(), paper].into_iter().flatten().collect::<Vec<_>>().join("；")
}

const OUTGOING: [Column<Outgoing>; 11] = [
    ("文号", 18.0, |one| one.number.clone()),
    ("印发日期", 13.0, |one| one.issued_on.to_string()),
    ("文种", 10.0, |one| one.kind_label.clone()),
    ("标题", 40.0, |one| one.title.clone()),
    ("页数", 6.0, |one| one.pages.to_string()),
    ("状态", 9.0, |one| one.state.label().to_owned()),
    ("发送和签收", 46.0, |one| one.sendings.iter().map(sent).collect::<Vec<_>>().join("；")),
    ("归档日期", 13.0, |one| one.filed.as_ref().map(|filed| filed.on.to_string()).unwrap_or_default()),
    ("档号", 14.0, |one| one.filed.as_ref().and_then(|filed| filed.number.clone()).unwrap_or_default()),
    ("存放地点", 16.0, |one| {
        one.filed.as_ref().and_then(|filed| filed.place.clone()).unwrap_or_default()
    }),
    ("更正", 26.0, corrections),
];

fn sent(one: &Sending) -> String {
    let signed = match (&one.signed_by, one.signed_on) {
        (Some(who), Some(on)) => format!("{who} {on}签收"),
        _ => "未签收".to_owned(),
    };
    let note = one.note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
    format!("{} {} {}，{signed}{note}", one.receiver, one.sent_on, one.manner.label())
}

fn corrections(one: &Outgoing) -> String {
    let corrects = one.corrects.as_ref().map(|old| format!("更正{}", old.number));
    let corrected = one.corrected_by.as_ref().map(|new| format!("已由{}更正", new.number));
    let erased = one.erased_by.map(|step| format!("内容已在第{step}步清除"));
    [corrects, corrected, erased].into_iter().flatten().collect::<Vec<_>>().join("；")
}

const COMMITTEE: [Column<CommitteeLine>; 10] = [
    ("会议", 28.0, |one| one.number.clone()),
    ("会议日期", 13.0, |one| one.held_on.to_string()),
    ("地点", 20.0, |one| one.place.clone()),
    ("主持人", 10.0, |one| one.chair.clone()),
    ("记录人", 10.0, |one| one.recorder.clone()),
    ("应到", 6.0, |one| one.all.to_string()),
    ("实到", 6.0, |one| one.present.to_string()),
    ("议题", 40.0, |one| one.topics.join("；")),
    ("决定", 50.0, |one| one.decisions.join("；")),
    ("签字日期", 13.0, |one| one.signed_on.map_or_else(|| "未签字".to_owned(), |on| on.to_string())),
];

/// Who reported a case is in no column.
const SUPERVISION: [Column<SupervisionLine>; 12] = [
    ("登记号", 14.0, |one| one.number.clone()),
    ("接到日期", 13.0, |one| one.received_on.to_string()),
    ("线索来源", 10.0, |one| one.source.label().to_owned()),
    ("实名", 6.0, |one| if one.named { "是" } else { "否" }.to_owned()),
    ("事项类别", 16.0, |one| one.topic.label().to_owned()),
    ("被监督的单位", 26.0, |one| one.employer.clone()),
    ("反映的问题", 40.0, |one| one.matter.clone()),
    ("提示函", 20.0, |one| one.reminder.clone().unwrap_or_default()),
    ("意见书", 20.0, |one| one.opinion.clone().unwrap_or_default()),
    ("下一步", 34.0, |one| one.next.clone().unwrap_or_default()),
    ("期限", 13.0, |one| one.due.map(|day| day.to_string()).unwrap_or_default()),
    ("结案日期", 13.0, |one| one.closed_on.map(|day| day.to_string()).unwrap_or_default()),
];

/// Saves the supervision cases that match. The file appears whole or not at all.
///
/// Errors: as of `incoming`.
pub fn supervision(
    desk: &Desk,
    _: &Command,
    args: ExportSupervision,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "劳动法律监督", &args.to, &SUPERVISION, progress, |reading, each| {
        letters::each(reading.connection, reading.book, &args.query, reading.today, each)
    })
}

/// Saves the committees' records that match. The file appears whole or not at all.
///
/// Errors: as of `incoming`.
pub fn committee(
    desk: &Desk,
    _: &Command,
    args: ExportCommittee,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "会议记录", &args.to, &COMMITTEE, progress, |reading, each| {
        committee::each(reading.connection, &args.query, each)
    })
}

/// Saves the incoming papers that match. The file appears whole or not at all.
///
/// Errors: `unwritable` for a place that is not safe; `cancelled`; what `sheet` says of a disk that takes no file.
pub fn incoming(
    desk: &Desk,
    _: &Command,
    args: ExportIncoming,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "收文", &args.to, &INCOMING, progress, |reading, each| {
        incoming::each(reading.connection, &args.query, reading.today, each)
    })
}

/// Saves the outgoing papers that match. The file appears whole or not at all.
///
/// Errors: as of `incoming`.
pub fn outgoing(
    desk: &Desk,
    _: &Command,
    args: ExportOutgoing,
    progress: &dyn Progress,
) -> Result<Outcome<Exported>, Problem> {
    save(desk, "发文", &args.to, &OUTGOING, progress, |reading, each| {
        outgoing::each(reading.connection, &args.query, each)
    })
}

/// Takes one row of how many.
pub(super) type Each<'a, R> = &'a mut dyn FnMut(u32, R) -> Result<(), Problem>;

/// One view of a register into one workbook.
pub(super) fn save<R>(
    desk: &Desk,
    name: &str,
    to: &FileHandle,
    columns: &[Column<R>],
    progress: &dyn Progress,
    all: impl FnOnce(&Reading<'_>, Each<'_, R>) -> Result<(), Problem>,
) -> Result<Outcome<Exported>, Problem> {
    let to = desk.resolve(to)?;
    safe_target(&to)?;
    let mut writer = Writer::new(name)?;
    writer.head(&columns.iter().map(|column| column.0).collect::<Vec<_>>())?;
    writer.widths(&columns.iter().map(|column| column.1).collect::<Vec<_>>())?;
    let mut rows = 0_u32;
    desk.view(|reading| {
        all(reading, &mut |total, one| {
            writer.row(&columns.iter().map(|(.., cell)| Value::from(cell(&one))).collect::<Vec<_>>())?;
            rows += 1;
            if rows.is_multiple_of(SLICE) {
                progress.report(rows.into(), total.into(), "写出登记簿");
                if progress.cancelled() {
                    return Err(Problem::new("cancelled", "已取消，没有存下文件。"));
                }
            }
            Ok(())
        })
    })?;
    writer.save(&to).map_err(|why| Problem::from(why).at("to"))?;
    Ok(Outcome::of(Exported { rows }))
}
