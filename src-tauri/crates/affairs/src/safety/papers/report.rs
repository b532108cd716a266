//! Filling what is printed from the whole ledger of hazards: the ledger of a period, the notice to workers, the yearly report to
//! the congress. The notice names nobody, and of a hazard only its place.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::letters::papers::{basis, chair, lines};
use crate::office::model::Filled;
use crate::office::text;
use crate::safety::model::{HazardEventKind as Kind, HazardGrade, HazardState, SafetyCount, SafetyFigure};
use crate::safety::report::{self, Counted};
use crate::safety::rules::{self, Period, SafetyLaw};
use crate::safety::store;
use crate::union;

/// How far a hazard has come, in a word.
fn state_words(one: &Counted, as_of: NaiveDate) -> &'static str {
    match rules::state(&one.course) {
        _ if one.course.late(as_of) => "整改超期",
        HazardState::Registered | HazardState::Graded => "待发建议书",
        HazardState::Proposed => "待单位答复",
        HazardState::Replied => "待落实",
        HazardState::Rectifying => "整改中",
        HazardState::Rectified => "待验收",
        HazardState::Passed => "待销号",
        HazardState::Closed | HazardState::Posted | HazardState::Done => "已销号",
    }
}

/// A line of the ledger.
#[derive(Serialize)]
struct LedgerLine {
    number: String,
    found_on: NaiveDate,
    unit: Option<String>,
    place: String,
    matter: String,
    grade: Option<&'static str>,
    assured_by: Option<String>,
    measures: Option<String>,
    due_on: Option<NaiveDate>,
    checked_by: Option<String>,
    closed_on: Option<NaiveDate>,
    state: &'static str,
}

fn ledger_line(one: &Counted, as_of: NaiveDate) -> LedgerLine {
    let record = &one.kept.record;
    LedgerLine {
        number: one.kept.number.clone(),
        found_on: record.found_on,
        unit: record.unit.clone(),
        place: record.place.clone(),
        matter: record.matter.clone(),
        grade: record.grade.map(HazardGrade::label),
        assured_by: one.kept.assurances.assured_by.clone(),
        measures: one.kept.assurances.measures.clone(),
        due_on: one.course.deadline(),
        checked_by: one.checked_by.clone(),
        closed_on: one.course.closed().map(|event| event.on),
        state: state_words(one, as_of),
    }
}

/// 隐患台账 (`safety/ledger`).
#[derive(Serialize)]
struct LedgerPaper {
    union: String,
    period: String,
    as_of: NaiveDate,
    hazards: Vec<LedgerLine>,
    closed: usize,
    date: NaiveDate,
}

/// 隐患台账 of a period.
///
/// Errors: `bad_input` for what is no period.
pub(super) fn ledger(connection: &Connection, period: Period, today: NaiveDate) -> Result<Filled, Problem> {
    let as_of = report::as_of(period, today);
    let hazards: Vec<LedgerLine> =
        report::counted(connection, period, as_of)?.iter().map(|one| ledger_line(one, as_of)).collect();
    let context = LedgerPaper {
        union: union::store::union_record(connection)?.name,
        period: period.words(),
        as_of,
        closed: hazards.iter().filter(|one| one.closed_on.is_some()).count(),
        hazards,
        date: today,
    };
    let title = format!("{}事故隐患台账", period.words());
    Filled::new("safety/ledger", period.code(), title, Vec::new(), &context)
}

/// A line of the notice: nobody is named.
#[derive(Serialize)]
struct NoticeLine {
    place: String,
    matter: String,
    grade: Option<&'static str>,
    state: &'static str,
    due_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
}

/// 公示 (`safety/notice`).
#[derive(Serialize)]
struct Notice {
    union: String,
    period: String,
    as_of: NaiveDate,
    basis: Vec<String>,
    closed: Vec<NoticeLine>,
    open: Vec<NoticeLine>,
    date: NaiveDate,
}

/// What is told to workers of a period: what was closed in it, and what is still open.
///
/// Errors: `bad_input` for what is no period.
pub(super) fn notice(
    connection: &Connection,
    law: SafetyLaw<'_>,
    period: Period,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let as_of = report::as_of(period, today);
    let line = |one: &Counted| NoticeLine {
        place: one.kept.record.place.clone(),
        matter: one.kept.record.matter.clone(),
        grade: one.kept.record.grade.map(HazardGrade::label),
        state: state_words(one, as_of),
        due_on: one.course.deadline(),
        closed_on: one.course.closed().map(|event| event.on),
    };
    let (mut closed, mut open) = (Vec::new(), Vec::new());
    let query = crate::safety::model::HazardQuery { descending: Some(false), ..Default::default() };
    for id in store::ids(connection, &query, None, as_of)? {
        let kept = store::get(connection, id)?;
        if kept.record.found_on > as_of {
            continue;
        }
        let one = report::with_course(connection, kept, id, as_of)?;
        match one.course.closed() {
            Some(event) if period.holds(event.on) => closed.push(line(&one)),
            Some(_) => {}
            None => open.push(line(&one)),
        }
    }
    let context = Notice {
        union: union::store::union_record(connection)?.name,
        period: period.words(),
        as_of,
        basis: basis(law, &["safety.hazards.inform"], today),
        closed,
        open,
        date: today,
    };
    let title = format!("{}事故隐患排查治理情况公示", period.words());
    Filled::new("safety/notice", period.code(), title, Vec::new(), &context)
}

/// A major hazard that is not closed.
#[derive(Serialize)]
struct OpenMajor {
    place: String,
    matter: String,
    unit: Option<String>,
    due_on: Option<NaiveDate>,
    state: &'static str,
    reported_on: Option<NaiveDate>,
}

/// 职代会安全报告 (`safety/report`).
#[derive(Serialize)]
struct Report {
    union: String,
    addressee: String,
    year: i32,
    as_of: NaiveDate,
    basis: Vec<String>,
    figures: Vec<SafetyFigure>,
    kinds: Vec<SafetyCount>,
    units: Vec<SafetyCount>,
    majors: Vec<OpenMajor>,
    late: usize,
    training: Option<String>,
    funds: Option<String>,
    problems: Vec<String>,
    plans: Vec<String>,
    chair: String,
    date: NaiveDate,
}

/// 职代会安全报告 of a year.
///
/// Errors: `bad_input` for what is no period.
pub(super) fn report(
    connection: &Connection,
    law: SafetyLaw<'_>,
    period: Period,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let counted = report::figures(connection, law.book, &period.code(), today)?;
    let all = report::counted(connection, period, counted.as_of)?;
    let open = all.iter().filter(|one| one.course.major() && one.course.closed().is_none());
    let majors = open.map(|one| OpenMajor {
        place: one.kept.record.place.clone(),
        matter: one.kept.record.matter.clone(),
        unit: one.kept.record.unit.clone(),
        due_on: one.course.deadline(),
        state: state_words(one, counted.as_of),
        reported_on: one.course.last(Kind::Reported).map(|event| event.on),
    });
    let words = report::words(connection, period.year)?;
    let said = words.clone().unwrap_or_default();
    let union = union::store::union_record(connection)?;
    let context = Report {
        union: union.name,
        addressee: format!("{}职工代表大会", union.employer),
        year: period.year,
        as_of: counted.as_of,
        basis: basis(
            law,
            &["safety.hazards.inform", "safety.hazards.major_report", "safety.oversight"],
            today,
        ),
        majors: majors.collect(),
        late: all.iter().filter(|one| one.course.late(counted.as_of)).count(),
        figures: counted.figures,
        kinds: counted.kinds,
        units: counted.units,
        training: text(&said.training).map(str::to_owned),
        funds: text(&said.funds).map(str::to_owned),
        problems: lines(&Some(said.problems)),
        plans: lines(&Some(said.plans)),
        chair: chair(connection)?,
        date: today,
    };
    let wanted = [
        (words.is_none() || context.problems.is_empty(), "存在的问题"),
        (words.is_none() || context.plans.is_empty(), "工会的建议"),
    ];
    let missing = wanted.iter().filter(|(gone, _)| *gone).map(|(_, name)| (*name).to_owned()).collect();
    let title = format!("{}年安全生产监督情况的报告", period.year);
    Filled::new("safety/report", period.year.to_string(), title, missing, &context)
}
