//! What the papers of leaving and moving are filled with, each from an event: 会籍接转介绍信 with its stub, the 回执 that goes back
//! to the union somebody came from, 保留会籍证明, 退会公告 (announced, not decided), 开除会籍的决定 and its report to the upper
//! union. They are issued with numbers.

use chrono::{Months, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;

use super::store::{self, Expulsion};
use crate::Problem;
use crate::members::days::words;
use crate::members::joining::papers::PAPER_RECORD;
use crate::members::joining::store::number_of;
use crate::members::membership;
use crate::members::membership::model::{MembershipEventId, MembershipKind, MembershipRung};
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::office;
use crate::office::committee::decisions;
use crate::office::committee::decisions::model::{DecidedAct, DecisionAct};
use crate::office::model::{Filled, PaperLine};
use crate::union;
use crate::union::model::Role;

/// 会籍接转介绍信, from a moving out.
pub const TRANSFER: &str = "members.transfer";
/// 会籍接转回执, from a moving in: it goes back to the union that sent the letter.
pub const TRANSFER_RECEIPT: &str = "members.transferReceipt";
/// 保留会籍证明, from a retention.
pub const RETENTION: &str = "members.retention";
/// 退会公告, from a withdrawal.
pub const WITHDRAWAL: &str = "members.withdrawal";
/// 开除会籍的决定, from an expulsion.
pub const EXPULSION: &str = "members.expulsion";
/// The report of an expulsion to the upper union.
pub const REPORT: &str = "members.expulsionReport";

/// A kind of paper, its template, its name, the event it is made from, and whether it bears the ID number in full: a notice
/// that is posted does not.
struct Sort(&'static str, &'static str, &'static str, MembershipKind, bool);

const SORTS: [Sort; 6] = [
    Sort(TRANSFER, "members/transfer", "会籍接转介绍信", MembershipKind::MovedOut, true),
    Sort(TRANSFER_RECEIPT, "members/transfer-receipt", "会籍接转回执", MembershipKind::MovedIn, false),
    Sort(RETENTION, "members/retention", "保留会籍证明", MembershipKind::Retained, true),
    Sort(WITHDRAWAL, "members/withdrawal", "退会公告", MembershipKind::Withdrawn, false),
    Sort(EXPULSION, "members/expulsion", "开除会籍决定", MembershipKind::Expelled, false),
    Sort(REPORT, "members/expulsion-report", "开除会籍备案报告", MembershipKind::Expelled, true),
];

fn sort(kind: &str) -> Option<&'static Sort> {
    SORTS.iter().find(|one| one.0 == kind)
}

/// Whether papers of this kind show identity in full.
pub fn shows_identity(kind: &str) -> bool {
    sort(kind).is_some_and(|one| one.4)
}

/// Whose identity a paper shows.
///
/// Errors: `not_found`.
pub fn person_of(connection: &Connection, of: &str) -> Result<PersonId, Problem> {
    Ok(membership::store::event(connection, event_id(of)?)?.0)
}

fn event_id(of: &str) -> Result<MembershipEventId, Problem> {
    of.parse().map_err(|_| Problem::missing("条会籍登记"))
}

/// The papers of those who left or moved within a year, and all that were issued. What an earlier roster told of an expulsion
/// stands on nothing that a paper could say.
pub fn list(connection: &Connection, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let since = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let mut lines = Vec::new();
    for one in store::left_since(connection, since)? {
        for Sort(kind, _, name, _, _) in SORTS.iter().filter(|sort| sort.3 == one.kind) {
            if one.kind == MembershipKind::Expelled && store::expulsion(connection, one.event)?.is_none() {
                continue;
            }
            let filled = fill(connection, kind, &one.event.to_string(), today)?;
            lines.push(PaperLine {
                kind: (*kind).to_owned(),
                of: one.event.to_string(),
                title: format!("{name}（{}）", one.name),
                affair: "会籍".to_owned(),
                dated: one.on.as_deref().and_then(|day| day.parse().ok()),
                missing: filled.map(|filled| filled.missing).unwrap_or_default(),
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Person {
    name: String,
    sex: &'static str,
    id_number: Option<String>,
    shop: Option<String>,
    post: Option<String>,
    member_number: Option<String>,
    member_since: Option<String>,
}

#[derive(Serialize)]
struct Said {
    on: NaiveDate,
    by: String,
    text: String,
}

#[derive(Serialize)]
struct Judgement {
    court: String,
    number: String,
    on: NaiveDate,
}

/// The context of all six, as their templates document it.
#[derive(Serialize)]
struct Paper {
    union: Named,
    chair: Option<String>,
    person: Person,
    on: Option<String>,
    to: Option<String>,
    reason: Option<String>,
    until: Option<String>,
    lapsed: bool,
    group: Option<Said>,
    judgement: Option<Judgement>,
    basis: Option<String>,
    date: NaiveDate,
}

/// Fills a paper of leaving; `None` for a kind of another room.
///
/// Errors: `not_found`, also for an event that another paper belongs to.
pub fn fill(
    connection: &Connection,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Option<Filled>, Problem> {
    let Some(Sort(_, template, name, event, identity)) = sort(kind) else { return Ok(None) };
    let (id, rung) = membership::store::event(connection, event_id(of)?)?;
    if rung.kind != *event {
        return Err(Problem::missing("条会籍登记"));
    }
    let expulsion = store::expulsion(connection, rung.id)?;
    let row = people::person(connection, id)?;
    let title = format!("{name}（{}）", row.name);
    let missing = missing(&rung, kind, row.id_number.is_some() || !identity, expulsion.as_ref());
    let context = Paper {
        union: Named { name: union::store::union_record(connection)?.name },
        chair: (union::store::desk_people(connection)?.into_iter())
            .find(|one| one.role == Role::Chair)
            .map(|one| one.name),
        person: Person {
            sex: row.sex.label(),
            id_number: row.id_number.filter(|_| *identity),
            shop: row.shop,
            post: row.post,
            member_number: number_of(connection, id)?,
            member_since: row.member_since.map(|(day, _)| words(&day)),
            name: row.name,
        },
        on: rung.on.as_deref().map(words),
        to: match &expulsion {
            Some(expulsion) => Some(expulsion.upper.clone()),
            None => rung.other_union.clone(),
        },
        lapsed: rung.reason_text.as_deref() == Some(membership::store::LAPSED),
        // The code list's half-width brackets are no writing of a letter.
        reason: rung
            .reason
            .map(|reason| reason.label().replace('(', "（").replace(')', "）"))
            .or(rung.reason_text)
            .or(rung.note),
        until: rung.until.map(|day| words(&day.to_string())),
        basis: basis(connection, id, expulsion.as_ref())?,
        group: expulsion.as_ref().map(|one| Said {
            on: one.group_on,
            by: one.group_by.clone(),
            text: one.group_text.clone(),
        }),
        judgement: expulsion.map(|one| Judgement {
            court: one.court,
            number: one.judgement,
            on: one.judged_on,
        }),
        date: today,
    };
    let filled = Filled::new(template, of.to_owned(), title, missing, &context)?;
    office::standing(connection, kind, filled).map(Some)
}

fn basis(
    connection: &Connection,
    person: PersonId,
    expulsion: Option<&Expulsion>,
) -> Result<Option<String>, Problem> {
    let Some(expulsion) = expulsion else { return Ok(None) };
    let act = DecidedAct { act: DecisionAct::Expulsion, of: person.to_string() };
    let decided = decisions::of_act(connection, &act)?.into_iter().next();
    Ok(decided
        .map(|one| one.reference)
        .or_else(|| expulsion.late_entry.as_ref().map(|_| PAPER_RECORD.to_owned())))
}

fn missing(rung: &MembershipRung, kind: &str, id_number: bool, expulsion: Option<&Expulsion>) -> Vec<String> {
    let whole_day = rung.on.as_deref().is_some_and(|day| day.len() == 10);
    let reason = rung.reason.is_some() || rung.reason_text.is_some() || rung.note.is_some();
    let wanted = [
        (whole_day, "哪一天（写到日）"),
        (id_number, "本人完整的证件号码"),
        (kind != TRANSFER || rung.other_union.is_some(), "转到哪个工会"),
        (kind != TRANSFER_RECEIPT || rung.other_union.is_some(), "从哪个工会转来"),
        (kind != RETENTION || reason, "保留会籍的原因"),
        (rung.kind != MembershipKind::Expelled || expulsion.is_some(), "小组讨论、委员会决定和判决"),
    ];
    wanted.iter().filter(|(there, _)| !there).map(|(_, what)| (*what).to_owned()).collect()
}
