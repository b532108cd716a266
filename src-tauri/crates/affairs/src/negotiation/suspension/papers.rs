//! 中止备忘: what both sides agreed on when the talks were broken off, for both chiefs to sign.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

pub use super::model::MEMO;
use super::model::{Suspension, SuspensionId};
use super::{rules, store};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::agreement;
use crate::negotiation::names;
use crate::negotiation::papers::signature::{Chiefs, chiefs_on};
use crate::negotiation::rules::Law;
use crate::negotiation::store as talks;
use crate::office;
use crate::office::model::{Filled, PaperLine};

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Resume {
    on: NaiveDate,
    place: String,
    subject: Vec<String>,
}

/// `negotiation/suspension`.
#[derive(Serialize)]
struct MemoPaper {
    enterprise: Named,
    union: Named,
    chiefs: Chiefs,
    year: i32,
    talks: String,
    meeting: Option<u32>,
    reason: String,
    from_on: NaiveDate,
    days: u32,
    resume: Resume,
    basis: String,
    maximum: String,
    clock: Option<String>,
    date: NaiveDate,
}

/// Fills the memo of a suspension. Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, of: &str) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let id = of.parse::<SuspensionId>().map_err(|_| unknown())?;
    let negotiation = store::negotiation(connection, id)?;
    let head = talks::head(connection, negotiation)?;
    let meetings = talks::meetings(connection, negotiation)?;
    let all = super::of(connection, negotiation, &meetings)?;
    let one = all.iter().find(|one| one.id == id).ok_or_else(unknown)?;
    let book = agreement::book_of(connection, book, negotiation)?;
    let law = Law { book, place: &head.place, on: one.record.from_on };
    let union = names::of_affair(connection, negotiation)?;
    let agreed_at = meetings.iter().find(|meeting| Some(meeting.id) == one.record.meeting);
    let chiefs =
        chiefs_on(connection, negotiation, one.record.from_on, agreed_at.map(|meeting| &meeting.record))?;
    let terms = rules::terms(law);
    let missing = [
        (chiefs.workers.name.is_empty(), "职工方首席代表"),
        (chiefs.employer.name.is_empty(), "企业方首席代表"),
    ];
    let offer = talks::offer(connection, negotiation)?;
    let reply = talks::reply(connection, negotiation)?;
    // What this suspension does to the clock is told as of the day it ends, whatever day the paper is printed on.
    let upto: Vec<Suspension> =
        all.iter().filter(|other| other.record.from_on <= one.record.from_on).cloned().collect();
    let facts = (offer.as_ref(), reply.as_ref(), &meetings[..]);
    let clock = super::talks_clock(book, &head, facts, &upto, one.record.from_on)?
        .map(|clock| format!("协商的期限到{}。{}", day_words(clock.due), clock.says));
    let context = MemoPaper {
        enterprise: Named { name: union.employer },
        union: Named { name: union.name },
        chiefs,
        year: head.year,
        talks: head.talks().to_owned(),
        meeting: one.round,
        reason: one.record.reason.clone(),
        from_on: one.record.from_on,
        days: (one.record.resume_on - one.record.from_on).num_days().try_into().unwrap_or_default(),
        resume: Resume {
            on: one.record.resume_on,
            place: one.record.resume_place.clone(),
            subject: one.record.resume_subject.lines().map(|line| line.trim().to_owned()).collect(),
        },
        basis: terms.ground,
        maximum: terms.says,
        clock,
        date: one.record.from_on,
    };
    let missing = missing.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect();
    let title = format!("{}年度{}中止备忘", head.year, head.talks());
    let filled = Filled::new("negotiation/suspension", of.to_owned(), title, missing, &context)?;
    office::standing(connection, MEMO, filled)
}

/// The memos of all suspensions.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for head in talks::heads(connection)? {
        for one in store::all(connection, head.id)?.iter().rev() {
            let of = one.id.to_string();
            lines.push(PaperLine {
                kind: MEMO.to_owned(),
                title: format!("中止备忘（{}）", day_words(one.record.from_on)),
                affair: head.title.clone(),
                dated: Some(one.record.from_on),
                missing: fill(connection, book, &of)?.missing,
                issued: Vec::new(),
                made_by: None,
                of,
            });
        }
    }
    Ok(lines)
}
