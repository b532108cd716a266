//! What the hand-over book (移交清册) is filled with. Clocks, affairs and papers belong to other modules and are
//! handed in by `desk`, which joins them; how the book looks, its template's.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::duty::{Duty, Whose};
use crate::office::model::Filled;
use crate::union::model::{DeskPerson, Role};
use crate::union::{custody, store};

/// 移交清册, made from the whole ledger.
pub const HAND_OVER: &str = "union.handOver";
/// The record it is made from: the ledger has one.
pub const HAND_OVER_ID: &str = "ledger";

/// What other modules hand in.
pub struct Handed {
    /// The clocks that run.
    pub duties: Vec<Duty>,
    /// Title and state of each affair.
    pub affairs: Vec<(String, String)>,
    /// Number, title and day of each issued paper, the newest first.
    pub papers: Vec<(String, String, String)>,
    /// Members, women, migrant workers, dispatched.
    pub counts: [u32; 4],
    /// Number of steps and the newest one's hash.
    pub head: (i64, String),
    /// The folder of the checked copy that goes with it.
    pub copy: Option<String>,
}

#[derive(Serialize)]
struct Book {
    union: Union,
    day: NaiveDate,
    duties: Vec<Clock>,
    affairs: Vec<Affair>,
    papers: Vec<Paper>,
    people: Vec<Person>,
    things: Vec<Thing>,
    counts: Counts,
    ledger: Chain,
    copy: Option<String>,
}

#[derive(Serialize)]
struct Union {
    name: String,
    employer: String,
}

#[derive(Serialize)]
struct Clock {
    whose: &'static str,
    title: String,
    due: Option<NaiveDate>,
    ground: String,
}

#[derive(Serialize)]
struct Affair {
    title: String,
    state: String,
}

#[derive(Serialize)]
struct Paper {
    number: String,
    title: String,
    on: String,
}

#[derive(Serialize)]
struct Person {
    name: String,
    role: String,
}

#[derive(Serialize)]
struct Thing {
    kind: &'static str,
    name: String,
    number: Option<String>,
    holder: String,
    note: Option<String>,
}

#[derive(Serialize)]
struct Counts {
    members: u32,
    women: u32,
    migrant: u32,
    dispatched: u32,
}

#[derive(Serialize)]
struct Chain {
    steps: i64,
    head: String,
}

/// Fills the hand-over book.
pub fn book(connection: &Connection, handed: Handed, day: NaiveDate) -> Result<Filled, Problem> {
    let union = store::union_record(connection)?;
    let title = format!("{}移交清册", union.name);
    let [members, women, migrant, dispatched] = handed.counts;
    let book = Book {
        day,
        duties: handed.duties.into_iter().map(clock).collect(),
        affairs: handed.affairs.into_iter().map(|(title, state)| Affair { title, state }).collect(),
        papers: handed.papers.into_iter().map(|(number, title, on)| Paper { number, title, on }).collect(),
        people: store::desk_people(connection)?.iter().map(person).collect(),
        things: (custody::list(connection)?.into_iter())
            .map(|item| Thing {
                kind: item.kind.label(),
                name: item.name,
                number: item.number,
                holder: item.holder,
                note: item.note,
            })
            .collect(),
        counts: Counts { members, women, migrant, dispatched },
        ledger: Chain { steps: handed.head.0, head: super::papers::in_groups(&handed.head.1) },
        copy: handed.copy,
        union: Union { name: union.name, employer: union.employer },
    };
    Filled::new("union/hand-over", HAND_OVER_ID.to_owned(), title, Vec::new(), &book)
}

fn clock(duty: Duty) -> Clock {
    let rule = duty.deadline.as_ref().map(|deadline| &deadline.rule).or(duty.rule.as_ref());
    let ground = rule.map(|rule| format!("《{}》{}", rule.instrument, rule.article));
    Clock {
        whose: match duty.whose {
            Whose::Union => "我办",
            Whose::Employer => "企业办",
            Whose::Upper => "上级办",
        },
        ground: ground.unwrap_or(duty.origin),
        title: duty.title,
        due: duty.due,
    }
}

fn person(person: &DeskPerson) -> Person {
    let parts: Vec<&str> = person.parts.iter().map(|part| part.label()).collect();
    let role = match person.role {
        Role::Chair => "主席".to_owned(),
        Role::Officer if parts.is_empty() => "工会干部".to_owned(),
        Role::Officer => format!("工会干部：{}", parts.join("、")),
        Role::Auditor => "经审人员".to_owned(),
    };
    Person { name: person.name.clone(), role }
}
