//! The delegates of the workers (职工代表) term by term: who was elected by which unit, who ceased, and whether their number and make-up
//! are what the rules of the place ask for. Each act here runs inside one step. Sessions and votes are the congress's own rooms;
//! the members' delegates (会员代表) are `union`'s.

#[cfg(test)]
mod cases;
mod duties;
pub mod found;
mod makeup;
pub mod model;
pub mod papers;
mod rules;
mod store;

pub use duties::duties;

use chrono::{Datelike, NaiveDate};
use law::{LawBook, Rule};
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::congress::motions::model::CongressTermChoice;
use crate::members;
use crate::members::employment::rules::work;
use crate::members::model::Sex;
use crate::union::bodies::rules::ends_on;
use crate::union::election::rules::ElectionLaw;
use crate::union::election::rules::count::same;
use crate::union::store as union;
use crate::union::workforce;
use model::{
    CongressDelegate, CongressDelegateId, CongressDelegateInput, CongressTerm, CongressTermId,
    CongressTermInput, CongressTermLine, CongressTerms,
};

/// The page of this part.
pub(crate) const PAGE: &str = "congress";

/// Every term, and how this year stands.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<CongressTerms, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let mut terms = Vec::new();
    for (id, record) in store::terms(connection)? {
        let delegates = store::delegates(connection, id)?;
        let made = makeup::made(delegates.iter().map(|(_, one)| one), today);
        let lacks = makeup::lacks(law, &record, made, today).len();
        terms.push(CongressTermLine {
            id,
            until: ends_on(record.began_on, record.years),
            name: record.name,
            began_on: record.began_on,
            seats: record.seats,
            standing: made.all,
            lacks: u32::try_from(lacks).unwrap_or(u32::MAX),
        });
    }
    let held = store::met(connection)?.iter().filter(|day| day.year() == today.year()).count();
    let year = match held {
        0 => format!("{}年还没有登记开过职工代表大会。", today.year()),
        times => format!("{}年已经开过{times}次会。", today.year()),
    };
    Ok(CongressTerms {
        terms,
        workers: workforce::on(connection, today)?.map(|told| told.workers),
        year,
        rule: law.rule("congress.yearly", today).map(Rule::reference),
    })
}

/// One term with its delegates, seen from a day.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: CongressTermId,
    today: NaiveDate,
) -> Result<CongressTerm, Problem> {
    let place = union::place(connection)?;
    let law = ElectionLaw { book, place: &place };
    let record = store::term(connection, id)?;
    let kept = store::delegates(connection, id)?;
    let made = makeup::made(kept.iter().map(|(_, one)| one), today);
    let newest = store::newest(connection)? == Some(id);
    let mut delegates = Vec::new();
    for (id, record) in kept {
        let work = match record.person {
            Some(person) => where_they_work(connection, person)?,
            None => String::new(),
        };
        delegates.push(CongressDelegate { id, record, work });
    }
    Ok(CongressTerm {
        id,
        until: ends_on(record.began_on, record.years),
        newest,
        standing: made.all,
        facts: makeup::facts(&record, made),
        lacks: makeup::lacks(law, &record, made, today),
        delegates,
        rules: makeup::rules(law, &record, today),
        record,
    })
}

/// Shop and post on the roster; of someone who was taken off it, nothing.
fn where_they_work(connection: &Connection, person: members::model::PersonId) -> Result<String, Problem> {
    match members::store::person(connection, person) {
        Ok(row) => Ok(work(row.shop.as_deref(), row.post.as_deref())),
        Err(problem) if problem.code == "not_found" => Ok(String::new()),
        Err(problem) => Err(problem),
    }
}

/// Keeps a term, new or changed.
///
/// Errors: `bad_input` at its field; `refused` with its rule; `not_found`.
pub fn save_term(tx: &Tx, book: &LawBook, input: &CongressTermInput) -> Result<CongressTermId, Problem> {
    let place = union::place(tx)?;
    if let Some(id) = input.id {
        store::term(tx, id)?;
    }
    rules::check_term(ElectionLaw { book, place: &place }, input, tx.today())?;
    if store::named(tx, &input.name, input.id)? {
        let message = format!("{}已经登记过了，请打开那一届修改，或者核对是第几届。", input.name.trim());
        return Err(Problem::input("name", message));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save_term(tx, id, input)?;
    Ok(id)
}

/// Puts a term out of sight; its delegates go and come back with it.
///
/// Errors: `not_found`.
pub fn remove_term(tx: &Tx, id: CongressTermId) -> Result<(), Problem> {
    store::remove_term(tx, id)
}

/// Whether a removed term may come back: no other bears its name by now.
///
/// Errors: `refused`.
pub(crate) fn term_may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    match store::taken(connection, id)? {
        Some(name) => {
            let message = format!("{name}已经另外登记了一届，请先改那一届的名称，再恢复这一届。");
            Err(Problem::new("refused", message))
        }
        None => Ok(()),
    }
}

/// Keeps a delegate, new or changed; whoever is picked from the roster bears its name.
///
/// Errors: `bad_input` at its field; `refused` with its rule; `not_found`.
pub fn save_delegate(
    tx: &Tx,
    book: &LawBook,
    input: &CongressDelegateInput,
) -> Result<CongressDelegateId, Problem> {
    let place = union::place(tx)?;
    let term = store::term(tx, input.term)?;
    let standing = store::delegates(tx, input.term)?;
    let known = |id: &CongressDelegateId| standing.iter().any(|(one, _)| one == id);
    if input.id.as_ref().is_some_and(|id| !known(id)) {
        return Err(store::missing_delegate());
    }
    let mut input = input.clone();
    if let Some(person) = input.person {
        // Somebody who was taken off the roster since keeps the name that stands.
        match members::store::name_and_sex(tx, person) {
            Ok((name, sex)) => {
                input.name = name;
                match sex {
                    Sex::Female => input.woman = true,
                    Sex::Male => input.woman = false,
                    Sex::Unspecified => {}
                }
            }
            Err(problem) if problem.code == "not_found" && input.id.is_some() => {}
            Err(problem) => return Err(problem),
        }
    }
    rules::check_delegate(ElectionLaw { book, place: &place }, &term, &input, tx.today())?;
    let twice = standing.iter().any(|(id, one)| {
        Some(*id) != input.id
            && one.ended_on.is_none()
            && input.ended_on.is_none()
            && one.unit.trim() == input.unit.trim()
            && same((one.person, &one.name), (input.person, &input.name))
    });
    let one_person = standing.iter().any(|(id, one)| {
        Some(*id) != input.id
            && one.ended_on.is_none()
            && input.ended_on.is_none()
            && one.person.is_some()
            && one.person == input.person
    });
    if twice || one_person {
        let message = format!("{}已经在这一届的代表里了。", input.name.trim());
        return Err(Problem::input("name", message));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::save_delegate(tx, id, &input)?;
    Ok(id)
}

/// Puts a delegate out of sight who was entered by mistake. Who ceased stays on the list with the day.
///
/// Errors: `not_found`.
pub fn remove_delegate(tx: &Tx, id: CongressDelegateId) -> Result<(), Problem> {
    store::remove_delegate(tx, id)
}

/// The terms that a motion may be of, the newest first, with the names of who stands.
pub(super) fn choices(connection: &Connection, today: NaiveDate) -> Result<Vec<CongressTermChoice>, Problem> {
    let mut choices = Vec::new();
    for (id, record) in store::terms(connection)? {
        let standing = store::delegates(connection, id)?.into_iter();
        let standing = standing.filter(|(_, one)| one.ended_on.is_none_or(|day| day > today));
        let delegates = standing.map(|(_, one)| one.name).collect();
        choices.push(CongressTermChoice { id, name: record.name, delegates });
    }
    Ok(choices)
}

/// What a term is called, removed or not.
pub(super) fn name_of(connection: &Connection, id: CongressTermId) -> Result<String, Problem> {
    store::name_of(connection, id)
}

/// Refuses a term that does not stand.
///
/// Errors: `bad_input` at `term`.
pub(super) fn must_stand(connection: &Connection, id: CongressTermId) -> Result<(), Problem> {
    store::term(connection, id).map(|_| ()).map_err(|problem| {
        if problem.code == "not_found" {
            let message = "请选择是哪一届职工代表大会；还没有登记的，先登记这一届。";
            Problem::input("term", message)
        } else {
            problem
        }
    })
}
