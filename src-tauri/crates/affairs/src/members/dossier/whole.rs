//! The members' part of a person's file: the roster, the records of the file as they stand today, and what follows from them.
//! What other affairs say of the person is joined by `desk`.

use chrono::{Datelike, NaiveDate};
use law::{LawBook, Place};
use rusqlite::Connection;

use super::model::{
    DossierDues, DossierFact, DossierFile, DossierHealth, DossierSkill, ExamLine, HealthExam,
};
use super::{contracts, duties, health, leave, store};
use crate::Problem;
use crate::members::dues::{self, model::DuesMonth, model::DuesPersonQuery, model::DuesState};
use crate::members::model::{MembershipState, PersonId};
use crate::members::{employment, joining, marks, membership, store as people};
use crate::month::Month;
use crate::union;
use crate::union::model::{Shown, Sight};

/// The file of a person as it may be seen.
///
/// Errors: `not_found`.
pub fn of_person(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    id: PersonId,
    sight: Sight,
) -> Result<DossierFile, Problem> {
    let row = people::person(connection, id)?;
    let place = union::store::place(connection)?;
    let life = membership::life(connection, id)?;
    let trainings = store::trainings(connection, id)?;
    let facts = marks::facts(&row, sight.identity);
    let spans = employment::spans(connection, id)?;
    Ok(DossierFile {
        id,
        standing: life.left.unwrap_or_else(|| standing(life.state).to_owned()),
        number: joining::store::number_of(connection, id)?,
        facts: facts.into_iter().map(|(name, value)| DossierFact { name: name.to_owned(), value }).collect(),
        jobs: employment::list(connection, id)?,
        contracts: contracts::lines(
            book,
            &place,
            today,
            store::contracts(connection, id)?,
            crate::masks::judged_birth(row.birth.as_ref(), sight.identity).as_ref(),
            &spans,
        )?,
        events: membership::told(connection, id)?,
        skill: row
            .skill_grade
            .as_ref()
            .map(|written| DossierSkill { written: written.clone(), eight: contracts::eight(written) }),
        certificates: contracts::certificates(today, store::certificates(connection, id)?, sight.identity),
        hours_this_year: trainings
            .iter()
            .filter(|one| one.trained_on.year() == today.year())
            .filter_map(|one| one.hours)
            .sum(),
        trainings,
        health: health_of(connection, book, &place, today, id, sight.health)?,
        leave: leave::least(book, &place, today, row.hired_on.as_ref(), row.started_on.as_ref())?,
        honours: store::honours(connection, id)?,
        dues: dues_of(connection, book, today, id)?,
        name: row.name,
    })
}

fn standing(state: MembershipState) -> &'static str {
    match state {
        MembershipState::Member => "会员",
        MembershipState::Retained => "保留会籍",
        MembershipState::Left => "已离开",
        MembershipState::NotYet => "未入会",
    }
}

/// Occupational health as it may be seen: nothing at all without the right, days alone before it is revealed.
pub fn health_of(
    connection: &Connection,
    book: &LawBook,
    place: &Place,
    today: NaiveDate,
    id: PersonId,
    shown: Shown,
) -> Result<DossierHealth, Problem> {
    if shown == Shown::Never {
        return Ok(DossierHealth { shown, exams: Vec::new(), next: None });
    }
    let exams = store::exams(connection, id)?;
    let next = match exams.first() {
        Some(newest) if !duties::over(connection, newest)? => health::next(book, place, newest, today)?,
        _ => None,
    };
    let full = shown == Shown::Full;
    let line = |exam: HealthExam| {
        Some(ExamLine {
            id: exam.id?,
            kind: exam.kind,
            examined_on: exam.examined_on,
            notes: if full { health::notes(book, place, &exam) } else { Vec::new() },
            record: full.then_some(exam),
        })
    };
    Ok(DossierHealth {
        shown,
        exams: exams.into_iter().filter_map(line).collect(),
        next: next.map(|next| if full { next } else { health::covered(next) }),
    })
}

/// How the dues of this year stand: months and no sums, for sums tell wages.
fn dues_of(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    person: PersonId,
) -> Result<Option<DossierDues>, Problem> {
    let year = today.year();
    let account = match dues::person_year(connection, book, &DuesPersonQuery { person, year }, false) {
        Ok(account) => account,
        Err(problem) if problem.code == "not_found" => return Ok(None),
        Err(problem) => return Err(problem),
    };
    // A month that runs is not owed yet, as the list of arrears has it.
    let this = Month::of(today);
    let over = |one: &&DuesMonth| one.month < this || one.state == DuesState::Paid;
    let count = |states: &[DuesState]| {
        account.months.iter().filter(over).filter(|one| states.contains(&one.state)).count()
    };
    let paid = count(&[DuesState::Paid]);
    let owed = count(&[DuesState::Open, DuesState::Partly, DuesState::Unknown]);
    let exempt = count(&[DuesState::Exempt]);
    let mut parts = vec![format!("{year}年已交{paid}个月")];
    if owed > 0 {
        parts.push(format!("还有{owed}个月没有交足"));
    }
    if exempt > 0 {
        parts.push(format!("{exempt}个月免交"));
    }
    Ok(Some(DossierDues { year, text: format!("{}。", parts.join("，")), owes: owed > 0 }))
}
