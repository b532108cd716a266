//! Filling the papers of one hazard: its registration sheet, what the union proposes, and the proposal that people leave. Whoever
//! found it stands on the sheet alone, which stays with the union.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::PROPOSAL;
use crate::Problem;
use crate::letters::papers::{basis, chair, lines};
use crate::office::attachments::model::{RecordKind, RecordRef};
use crate::office::attachments::store as attachments;
use crate::office::model::Filled;
use crate::safety::model::{
    HazardEvent, HazardEventKind as Kind, HazardGrade, HazardId, HazardRung, HazardStep as Step, RungState,
};
use crate::safety::rules::{self, SafetyLaw};
use crate::safety::store::{self, Kept};
use crate::union;

/// How many photos a paper shows: two rows.
const PHOTOS: usize = 4;

/// A photo: the name of its content in the ledger, by which the writer of papers gets its bytes, and what it shows.
#[derive(Serialize)]
pub(super) struct Photo {
    photo: String,
    caption: String,
}

/// The facts that every paper of a hazard says.
#[derive(Serialize)]
struct Facts {
    case: String,
    matter: String,
    place: String,
    unit: Option<String>,
    kind: &'static str,
    grade: Option<&'static str>,
    found_on: NaiveDate,
    found_at: Option<String>,
    details: Option<String>,
    articles: Vec<String>,
}

/// 14:20 as a paper says it: 14时20分; a full hour alone.
fn time_words(time: &str) -> String {
    let Some((hours, minutes)) = time.split_once(':') else { return time.to_owned() };
    let hours = hours.strip_prefix('0').filter(|rest| !rest.is_empty()).unwrap_or(hours);
    if minutes == "00" { format!("{hours}时") } else { format!("{hours}时{minutes}分") }
}

fn facts(kept: &Kept) -> Facts {
    let record = &kept.record;
    Facts {
        case: kept.number.clone(),
        matter: record.matter.clone(),
        place: record.place.clone(),
        unit: record.unit.clone(),
        kind: record.kind.label(),
        grade: record.grade.map(HazardGrade::label),
        found_on: record.found_on,
        found_at: record.found_at.as_deref().map(time_words),
        details: record.details.clone(),
        articles: lines(&record.basis),
    }
}

/// The photos of a record, at most so many.
pub(super) fn photos(
    connection: &Connection,
    kind: RecordKind,
    id: String,
    caption: &str,
    most: usize,
) -> Result<Vec<Photo>, Problem> {
    let files = attachments::of_record(connection, &RecordRef { kind, id })?;
    let photos = files.into_iter().filter(|file| file.media.starts_with("image/")).take(most);
    Ok(photos.map(|file| Photo { photo: file.content, caption: caption.to_owned() }).collect())
}

/// 整改建议书 (`safety/proposal`).
#[derive(Serialize)]
struct Proposal {
    #[serde(flatten)]
    facts: Facts,
    issuer: String,
    addressee: String,
    basis: Vec<String>,
    advice: Vec<String>,
    advised_by: Option<NaiveDate>,
    /// 3个工作日, and where it was agreed.
    term: Option<String>,
    agreed: Option<String>,
    contact: Option<String>,
    photos: Vec<Photo>,
    chair: String,
    date: NaiveDate,
}

/// 整改建议书.
///
/// Errors: `not_found`.
pub(super) fn proposal(
    connection: &Connection,
    law: SafetyLaw<'_>,
    id: HazardId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let kept = store::get(connection, id)?;
    let union = union::store::union_record(connection)?;
    let limit = rules::reply_due(law, today)?;
    let agreed = limit.as_ref().map(|limit| &limit.rule).filter(|rule| rule.layer == law::Layer::Own);
    let proposal = kept.proposal.as_ref();
    let context = Proposal {
        issuer: union.name,
        addressee: union.employer,
        basis: basis(law, &["safety.proposal", "safety.proposal.reply"], today),
        advice: lines(&proposal.map(|one| one.advice.clone())),
        advised_by: proposal.and_then(|one| one.advised_by),
        term: limit
            .as_ref()
            .map(|one| format!("{}{}", one.explanation.quantity, one.explanation.unit.chinese())),
        agreed: agreed.map(|rule| format!("《{}》{}", rule.instrument, rule.article)),
        contact: proposal.and_then(|one| one.contact.clone()),
        photos: photos(connection, RecordKind::Hazard, id.to_string(), "隐患照片", PHOTOS)?,
        chair: chair(connection)?,
        date: today,
        facts: facts(&kept),
    };
    let wanted = [
        (context.facts.grade.is_none(), "隐患的级别"),
        (context.facts.articles.is_empty(), "依据的条文或者标准"),
        (context.advice.is_empty(), "整改的建议"),
        (context.advised_by.is_none(), "建议整改完成的日期"),
        (context.contact.is_none(), "联系人和电话"),
    ];
    let missing = missing(&wanted);
    Filled::new("safety/proposal", id.to_string(), "隐患整改建议书".to_owned(), missing, &context)
}

fn missing(wanted: &[(bool, &str)]) -> Vec<String> {
    wanted.iter().filter(|(gone, _)| *gone).map(|(_, name)| (*name).to_owned()).collect()
}

/// 撤离建议书 (`safety/evacuation`).
#[derive(Serialize)]
struct Evacuation {
    #[serde(flatten)]
    facts: Facts,
    issuer: String,
    addressee: String,
    basis: Vec<String>,
    wages: Vec<String>,
    evacuees: Option<String>,
    chair: String,
    date: NaiveDate,
}

/// 撤离建议书.
///
/// Errors: `not_found`.
pub(super) fn evacuation(
    connection: &Connection,
    law: SafetyLaw<'_>,
    id: HazardId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let kept = store::get(connection, id)?;
    if !kept.record.danger {
        return Err(Problem::missing("份文件"));
    }
    let union = union::store::union_record(connection)?;
    let context = Evacuation {
        issuer: union.name,
        addressee: union.employer,
        basis: basis(law, &["safety.evacuation", "safety.evacuation.decision"], today),
        wages: basis(law, &["safety.worker.stop.protection", "safety.evacuation.wage"], today),
        evacuees: kept.record.evacuees.clone(),
        chair: chair(connection)?,
        date: today,
        facts: facts(&kept),
    };
    let wanted = [
        (context.facts.found_at.is_none(), "发现的时间（到分）"),
        (context.evacuees.is_none(), "撤离的范围和人员"),
    ];
    let missing = missing(&wanted);
    Filled::new("safety/evacuation", id.to_string(), "撤离建议书".to_owned(), missing, &context)
}

/// Something that happened, as the sheet says it.
#[derive(Serialize)]
struct Happened {
    on: NaiveDate,
    at: Option<String>,
    what: String,
    text: String,
    late: bool,
}

/// 隐患登记表 (`safety/sheet`).
#[derive(Serialize)]
struct Sheet {
    #[serde(flatten)]
    facts: Facts,
    union: String,
    finder: Option<String>,
    found_how: &'static str,
    grade_reason: Option<String>,
    danger: bool,
    evacuees: Option<String>,
    late_entry: Option<String>,
    proposal: Option<String>,
    proposed_on: Option<NaiveDate>,
    assured_by: Option<String>,
    measures: Option<String>,
    funds: Option<String>,
    due_on: Option<NaiveDate>,
    now_due_on: Option<NaiveDate>,
    plan: Option<String>,
    events: Vec<Happened>,
    checked_by: Option<String>,
    checked_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
    left_out: Vec<&'static str>,
    photos: Vec<Photo>,
    date: NaiveDate,
}

/// 验收合格, 复查人吴刚; 升级督办, 车间.
fn what(event: &HazardEvent) -> String {
    let record = &event.record;
    let mut what = record.kind.label().to_owned();
    let more = [
        record.level.map(|level| level.label().to_owned()),
        record.answer.map(|answer| answer.label().to_owned()),
        record.who.clone().map(|who| match record.kind {
            Kind::Passed | Kind::Failed => format!("复查人{who}"),
            Kind::Evacuation | Kind::Proposed => format!("{who}签收"),
            _ => who,
        }),
        record.until_on.map(|day| format!("到{}", crate::duty::day_words(day))),
        record.late_entry.clone().map(|why| format!("补录：{why}")),
    ];
    for one in more.into_iter().flatten() {
        what.push('，');
        what.push_str(&one);
    }
    what
}

/// What the loop went past, for whoever reads the sheet.
fn left_out(rungs: &[HazardRung]) -> Vec<&'static str> {
    let name = |step: Step| match step {
        Step::Registered => "登记",
        Step::Graded => "分级",
        Step::Evacuated => "撤离",
        Step::Proposed => "整改建议书",
        Step::Replied => "单位答复",
        Step::Assured => "五落实",
        Step::Rectified => "整改",
        Step::Passed => "验收",
        Step::Closed => "销号",
        Step::Posted => "公示",
        Step::Reported => "向职代会报告",
    };
    rungs.iter().filter(|rung| rung.state == RungState::Gap).map(|rung| name(rung.step)).collect()
}

/// 隐患登记表, as it stands on a day.
///
/// Errors: `not_found`.
pub(super) fn sheet(connection: &Connection, id: HazardId, today: NaiveDate) -> Result<Filled, Problem> {
    let kept = store::get(connection, id)?;
    let events = store::events(connection, id)?;
    let course = store::course(connection, &kept, &events)?;
    let mut shown = photos(connection, RecordKind::Hazard, id.to_string(), "整改前", PHOTOS)?;
    for event in events.iter().filter(|event| matches!(event.record.kind, Kind::Rectified | Kind::Passed)) {
        shown.extend(photos(connection, RecordKind::HazardEvent, event.id.to_string(), "整改后", PHOTOS)?);
    }
    let checked = events.iter().rev().find(|event| event.record.kind == Kind::Passed);
    let context = Sheet {
        union: union::store::union_record(connection)?.name,
        finder: kept.record.finder.clone(),
        found_how: kept.record.found_how.label(),
        grade_reason: kept.record.grade_reason.clone(),
        danger: kept.record.danger,
        evacuees: kept.record.evacuees.clone(),
        late_entry: kept.record.late_entry.clone(),
        proposal: store::issue(connection, PROPOSAL, id)?.map(|issue| issue.number),
        proposed_on: course.proposal.received_on,
        assured_by: kept.assurances.assured_by.clone(),
        measures: kept.assurances.measures.clone(),
        funds: kept.assurances.funds.clone(),
        due_on: kept.assurances.due_on,
        now_due_on: course.deadline().filter(|day| Some(*day) != kept.assurances.due_on),
        plan: kept.assurances.plan.clone(),
        events: events
            .iter()
            .map(|event| Happened {
                on: event.record.happened_on,
                at: event.record.happened_at.as_deref().map(time_words),
                what: what(event),
                text: event.record.text.clone(),
                late: event.late,
            })
            .collect(),
        checked_by: checked.and_then(|event| event.record.who.clone()),
        checked_on: checked.map(|event| event.record.happened_on),
        closed_on: course.closed().map(|event| event.on),
        left_out: left_out(&rules::rungs(&course, today)),
        photos: shown,
        date: today,
        facts: facts(&kept),
    };
    Filled::new("safety/sheet", id.to_string(), "事故隐患登记表".to_owned(), Vec::new(), &context)
}

#[cfg(test)]
mod tests {
    use super::time_words;

    #[test]
    fn a_time_is_said_to_the_minute() {
        let said = ["14:20", "09:05", "08:00", "00:30"].map(time_words);
        assert_eq!(said, ["14时20分", "9时05分", "8时", "0时30分"]);
    }
}
