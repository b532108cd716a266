//! What a person's file makes due to the employer: a contract that ends, the next occupational health exam. Many at once are
//! told as one, so that a firm with a yearly exam does not fill the page. Health is asked for apart: whom 今日 tells of it is
//! `desk`'s.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use law::{LawBook, RuleRef};
use rusqlite::Connection;

use super::contracts::AHEAD_DAYS;
use super::model::{ExamConclusion, ExamKind, HealthExam, NextExam};
use super::{health, store};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::members::employment;
use crate::members::model::PersonId;
use crate::union;

/// So many people are named one by one; more stand in one duty.
const ONE_BY_ONE: usize = 5;

/// A person with the day of what ends or is due, and why.
struct Due {
    person: PersonId,
    name: String,
    on: NaiveDate,
    origin: String,
    rule: Option<RuleRef>,
}

/// What is told of: one kind for each person, one for many at once, the part of the file, and the words.
struct Told {
    kind: DutyKind,
    kind_of_many: DutyKind,
    part: &'static str,
    /// Of one, with the name at `{}`.
    one: &'static str,
    /// Of many.
    many: &'static str,
    /// What the names of many have in common.
    what: &'static str,
    button: &'static str,
}

/// Who and by when, as many as it takes to name.
fn told(of: &Told, all: Vec<Due>, today: NaiveDate) -> Vec<Duty> {
    if all.len() > ONE_BY_ONE {
        let first = all.iter().map(|due| due.on).min().unwrap_or(today);
        let mut origin = String::new();
        for due in all.iter().take(ONE_BY_ONE) {
            let _ = write!(origin, "{}（{}）、", due.name, day_words(due.on));
        }
        let origin = format!("{}等{}人{}。", origin.trim_end_matches('、'), all.len(), of.what);
        let rule = all.into_iter().find_map(|due| due.rule);
        let place = Place { page: "members".to_owned(), id: None, part: None };
        let id = of.kind_of_many.only();
        let duty = Duty::due(today, first, id, Whose::Employer, of.many.to_owned(), place);
        return vec![Duty { origin, rule, button: "看花名册".to_owned(), ..duty }];
    }
    let single = |due: Due| {
        let place = Place {
            page: "dossier".to_owned(),
            id: Some(due.person.to_string()),
            part: Some(of.part.to_owned()),
        };
        let id = of.kind.id(due.person);
        let title = of.one.replace("{}", &due.name);
        let duty = Duty::due(today, due.on, id, Whose::Employer, title, place);
        Duty {
            module: "members".to_owned(),
            origin: due.origin,
            rule: due.rule,
            button: of.button.to_owned(),
            ..duty
        }
    };
    all.into_iter().map(single).collect()
}

/// Everything that the files ask for but health.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    contracts_ending(connection, book, today)
}

/// Contracts that end, as far ahead as the page of a person shows it.
pub fn contracts_ending(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let place = union::store::place(connection)?;
    let ahead = today + Days::new(AHEAD_DAYS);
    let rule = book.applies("members.contract.expiry", &place, today).map(|ruling| ruling.winner.reference());
    let pay = book.applies("members.contract.expiry.compensation", &place, today);
    let pay = pay.map_or(String::new(), |ruling| format!("{}。", ruling.winner.title));
    let mut all = Vec::new();
    for (person, name, from, on) in store::ending(connection, ahead)? {
        // A contract is over with the employment it was made for; the next one has its own.
        if employment::over(connection, person, from, false)?.is_some() {
            continue;
        }
        let origin = format!(
            "劳动合同{}期满；续订的登记新合同，不续订的登记终止的日期。{pay}提前{AHEAD_DAYS}天提醒。",
            day_words(on)
        );
        all.push(Due { origin, person, name, on, rule: rule.clone() });
    }
    let of = Told {
        kind: DutyKind::MembersContracts,
        kind_of_many: DutyKind::MembersContractsMany,
        part: "contracts",
        one: "商定{}的劳动合同续订还是终止",
        many: "商定到期的劳动合同续订还是终止",
        what: "的劳动合同期满，还没有登记续订或终止",
        button: "看合同",
    };
    Ok(told(&of, all, today))
}

/// Whether an exam was for work that has ended: whoever began another is examined for that one anew.
pub(super) fn over(connection: &Connection, exam: &HealthExam) -> Result<bool, Problem> {
    let ahead = exam.kind == ExamKind::Before;
    Ok(employment::over(connection, exam.person, exam.examined_on, ahead)?.is_some())
}

/// That the newest exam of somebody came to something which the employer has to follow, until a later exam is entered; to what,
/// the person's file says.
fn followed(exam: &HealthExam, name: &str, rule: Option<RuleRef>) -> Duty {
    let place = Place {
        page: "dossier".to_owned(),
        id: Some(exam.person.to_string()),
        part: Some("health".to_owned()),
    };
    let title = format!("落实{name}的职业健康检查结论");
    let id = DutyKind::MembersResult.id(exam.person);
    Duty {
        module: "members".to_owned(),
        origin: format!(
            "{}的职业健康检查有要单位落实的结论，写明用途后在本人档案里看；以后的检查有了结果，登记上就办完了。",
            day_words(exam.examined_on)
        ),
        rule,
        button: "看检查记录".to_owned(),
        ..Duty::undated(Band::Month, id, Whose::Employer, title, place)
    }
}

/// Exams that are due, as far ahead as the chair set, and results to be followed; what someone is exposed to is not named.
pub fn exams_due(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::store::place(connection)?;
    let asked = book.applies("disease.exam", &place, today).map(|ruling| ruling.winner.reference());
    let told_to = book.applies("disease.exam.result", &place, today).map(|ruling| ruling.winner.reference());
    let (mut all, mut results) = (Vec::new(), Vec::new());
    for (exam, name) in store::newest_exams(connection)? {
        let open = matches!(exam.conclusion, Some(ExamConclusion::Recheck | ExamConclusion::Suspected));
        if open && !over(connection, &exam)? {
            results.push(followed(&exam, &name, told_to.clone()));
        }
        let Some(next) = health::next(book, &place, &exam, today)? else { continue };
        if today + Days::new(AHEAD_DAYS) >= next.due && !over(connection, &exam)? {
            let NextExam { due: on, why } = health::covered(next);
            let origin = format!("{}提前{AHEAD_DAYS}天提醒。", why.text);
            all.push(Due { person: exam.person, name, on, origin, rule: asked.clone() });
        }
    }
    all.sort_by_key(|due| due.on);
    let of = Told {
        kind: DutyKind::MembersHealth,
        kind_of_many: DutyKind::MembersHealthMany,
        part: "health",
        one: "安排{}的职业健康检查",
        many: "安排到期的职业健康检查",
        what: "的职业健康检查到期",
        button: "看检查记录",
    };
    let mut duties = told(&of, all, today);
    duties.extend(results);
    Ok(duties)
}
