//! What a person's file makes due to the employer: a contract that ends, the next occupational health exam. Many at once are
//! told as one, so that a firm with a yearly exam does not fill the page. Health is asked for apart: whom 今日 tells of it is
//! `desk`'s.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use law::{LawBook, RuleRef};
use rusqlite::Connection;

use super::contracts::AHEAD_DAYS;
use super::model::NextExam;
use super::{health, store};
use crate::Problem;
use crate::duty::{Duty, Place, Whose, day_words};
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

/// Who and by when, as many as it takes to name.
fn told(code: &str, all: Vec<Due>, today: NaiveDate, words: [&str; 3], button: &str) -> Vec<Duty> {
    let [one, many, what] = words;
    if all.len() > ONE_BY_ONE {
        let first = all.iter().map(|due| due.on).min().unwrap_or(today);
        let mut origin = String::new();
        for due in all.iter().take(ONE_BY_ONE) {
            let _ = write!(origin, "{}（{}）、", due.name, day_words(due.on));
        }
        let origin = format!("{}等{}人{what}。", origin.trim_end_matches('、'), all.len());
        let rule = all.into_iter().find_map(|due| due.rule);
        let place = Place { page: "members".to_owned(), id: None, part: None };
        let id = format!("members:{code}:many");
        let duty = Duty::due(today, first, id, Whose::Employer, many.to_owned(), place);
        return vec![Duty { origin, rule, button: "看花名册".to_owned(), ..duty }];
    }
    let single = |due: Due| {
        let place = Place {
            page: "dossier".to_owned(),
            id: Some(due.person.to_string()),
            part: Some(code.to_owned()),
        };
        let id = format!("members:{code}:{}", due.person);
        let title = one.replace("{}", &due.name);
        let duty = Duty::due(today, due.on, id, Whose::Employer, title, place);
        Duty {
            module: "members".to_owned(),
            origin: due.origin,
            rule: due.rule,
            button: button.to_owned(),
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
    let all = store::ending(connection, ahead)?.into_iter().map(|(person, name, on)| Due {
        origin: format!(
            "劳动合同{}期满；续订的登记新合同，不续订的登记终止的日期。{pay}提前{AHEAD_DAYS}天提醒。",
            day_words(on)
        ),
        person,
        name,
        on,
        rule: rule.clone(),
    });
    let words = [
        "商定{}的劳动合同续订还是终止",
        "商定到期的劳动合同续订还是终止",
        "的劳动合同期满，还没有登记续订或终止",
    ];
    Ok(told("contracts", all.collect(), today, words, "看合同"))
}

/// Exams that are due, as far ahead as the chair set; what someone is exposed to is not named.
pub fn exams_due(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let place = union::store::place(connection)?;
    let asked = book.applies("disease.exam", &place, today).map(|ruling| ruling.winner.reference());
    let mut all = Vec::new();
    for (exam, name) in store::newest_exams(connection)? {
        let Some(next) = health::next(book, &place, &exam, today)? else { continue };
        if today + Days::new(AHEAD_DAYS) >= next.due {
            let NextExam { due: on, why } = health::covered(next);
            let origin = format!("{}提前{AHEAD_DAYS}天提醒。", why.text);
            all.push(Due { person: exam.person, name, on, origin, rule: asked.clone() });
        }
    }
    all.sort_by_key(|due| due.on);
    let words = ["安排{}的职业健康检查", "安排到期的职业健康检查", "的职业健康检查到期"];
    Ok(told("health", all, today, words, "看检查记录"))
}
