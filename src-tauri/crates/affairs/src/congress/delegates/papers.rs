//! What the list of the delegates of a term (职工代表名单) is filled with. It is posted and handed in, so no identity stands on it; how
//! it looks is its template's.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{CongressRank, CongressTerm};
use super::{get, rules, store};
use crate::Problem;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union::store as union;

/// 职工代表名单.
pub const DELEGATES: &str = "congress.delegates";

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    kind == DELEGATES
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Delegate {
    name: String,
    sex: &'static str,
    unit: String,
    work: String,
    standing: &'static str,
    elected_on: NaiveDate,
}

/// 职工代表名单 (`congress/delegates`).
#[derive(Serialize)]
struct Delegates {
    union: Named,
    enterprise: Named,
    term: String,
    tenure: String,
    workers: u32,
    seats: u32,
    people: Vec<Delegate>,
    women: usize,
    front: usize,
    managers: usize,
    date: NaiveDate,
}

/// The list of every term that has delegates.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for (id, record) in store::terms(connection)? {
        if store::delegates(connection, id)?.is_empty() {
            continue;
        }
        let filled = fill(connection, book, &id.to_string(), today)?;
        lines.push(PaperLine {
            kind: DELEGATES.to_owned(),
            of: id.to_string(),
            title: filled.title,
            affair: record.name,
            dated: Some(today),
            missing: filled.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Fills the list of a term.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let id = of.parse().map_err(|_| Problem::missing("份文件"))?;
    let term = get(connection, book, id, today)?;
    let record = union::union_record(connection)?;
    let tenure = format!("{}。", rules::until_words(&term.record));
    let people = people(&term, today);
    let count = |rank: CongressRank| people.iter().filter(|one| one.standing == rank.label()).count();
    let context = Delegates {
        union: Named { name: record.name },
        enterprise: Named { name: record.employer },
        tenure,
        workers: term.record.workers,
        seats: term.record.seats,
        women: people.iter().filter(|one| one.sex == WOMAN).count(),
        front: count(CongressRank::Front),
        managers: count(CongressRank::Manager),
        term: term.record.name,
        people,
        date: today,
    };
    let title = format!("{}代表名单", context.term);
    let lacks = if context.people.is_empty() { vec!["职工代表".to_owned()] } else { Vec::new() };
    office::standing(
        connection,
        DELEGATES,
        Filled::new("congress/delegates", of.to_owned(), title, lacks, &context)?,
    )
}

const WOMAN: &str = "女";

/// Those who stand today.
fn people(term: &CongressTerm, today: NaiveDate) -> Vec<Delegate> {
    let standing = term.delegates.iter().filter(|one| one.record.ended_on.is_none_or(|day| day > today));
    standing
        .map(|one| Delegate {
            name: one.record.name.clone(),
            sex: if one.record.woman { WOMAN } else { "男" },
            unit: one.record.unit.clone(),
            work: one.work.clone(),
            standing: one.record.rank.label(),
            elected_on: one.record.elected_on,
        })
        .collect()
}
