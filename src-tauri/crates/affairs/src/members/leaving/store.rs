//! The rows of expulsions, and the events of leaving and moving that papers are made from.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{ExpelInput, ExpulsionId};
use crate::Problem;
use crate::members::membership::model::{MembershipEventId, MembershipKind};
use crate::members::model::PersonId;
use crate::typed::text;

/// What an expulsion stands on, as its papers tell it.
pub(super) struct Expulsion {
    pub group_on: NaiveDate,
    pub group_by: String,
    pub group_text: String,
    pub court: String,
    pub judgement: String,
    pub judged_on: NaiveDate,
    pub upper: String,
    pub late_entry: Option<String>,
}

pub(super) fn insert(
    tx: &Tx,
    id: ExpulsionId,
    event: MembershipEventId,
    input: &ExpelInput,
    late_entry: Option<&str>,
) -> Result<(), Problem> {
    let group = input.group.as_ref();
    tx.execute(
        "INSERT INTO expulsion (id, person_id, event_id, group_on, group_by, group_text, court, judgement, judged_on,
           upper, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            id,
            input.person,
            event,
            group.map(|group| group.on),
            group.and_then(|group| text(&Some(group.by.clone())).map(str::to_owned)),
            group.and_then(|group| text(&Some(group.text.clone())).map(str::to_owned)),
            input.court.trim(),
            input.judgement.trim(),
            input.judged_on,
            input.upper.trim(),
            late_entry,
        ],
    )?;
    Ok(())
}

/// What the expulsion of an event stands on; none where an earlier roster told it.
pub(super) fn expulsion(
    connection: &Connection,
    event: MembershipEventId,
) -> Result<Option<Expulsion>, Problem> {
    Ok(connection
        .prepare_cached(
            "SELECT group_on, group_by, group_text, court, judgement, judged_on, upper, late_entry FROM expulsion
             WHERE event_id = ?1 AND removed_at IS NULL",
        )?
        .query_row([event], |row| {
            Ok(Expulsion {
                group_on: row.get(0)?,
                group_by: row.get(1)?,
                group_text: row.get(2)?,
                court: row.get(3)?,
                judgement: row.get(4)?,
                judged_on: row.get(5)?,
                upper: row.get(6)?,
                late_entry: row.get(7)?,
            })
        })
        .optional()?)
}

/// An event that ends or moves a membership, with whose it is.
pub(super) struct Left {
    pub event: MembershipEventId,
    pub person: PersonId,
    pub name: String,
    pub kind: MembershipKind,
    pub on: Option<String>,
    pub until: Option<NaiveDate>,
}

/// The events since a day that have a paper, and those whose paper was issued already, the newest first.
pub(super) fn left_since(connection: &Connection, day: NaiveDate) -> Result<Vec<Left>, Problem> {
    left(connection, "m.happened_on >= ?1 OR EXISTS (SELECT 1 FROM live_paper q WHERE q.of_id = m.id)", day)
}

/// The retentions whose day has come, of people who are still retained.
pub(super) fn retentions_over(connection: &Connection, today: NaiveDate) -> Result<Vec<Left>, Problem> {
    let newest = crate::members::membership::store::newest_sql("m.person_id");
    left(connection, &format!("m.kind = 'retained' AND m.until_on <= ?1 AND {newest} = 'retained'"), today)
}

/// The expulsions whose report to the upper union was not sent.
pub(super) fn unreported(connection: &Connection, kind: &str) -> Result<Vec<Left>, Problem> {
    let which = format!(
        "EXISTS (SELECT 1 FROM expulsion x WHERE x.event_id = m.id AND x.removed_at IS NULL) AND NOT EXISTS
           (SELECT 1 FROM live_paper q JOIN live_paper_sending s ON s.paper_id = q.id
            WHERE q.of_id = m.id AND q.kind = '{kind}') AND ?1 IS NOT NULL"
    );
    left(connection, &which, NaiveDate::MIN)
}

fn left(connection: &Connection, which: &str, day: NaiveDate) -> Result<Vec<Left>, Problem> {
    let sql = format!(
        "SELECT m.id, m.person_id, p.name, m.kind, m.happened_on, m.until_on FROM live_membership_event m
         JOIN live_person p ON p.id = m.person_id
         WHERE m.kind IN ('moved_in', 'moved_out', 'retained', 'withdrawn', 'expelled') AND ({which})
         ORDER BY m.happened_on DESC, m.id DESC LIMIT 200"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([day.to_string()], |row| {
        Ok(Left {
            event: row.get(0)?,
            person: row.get(1)?,
            name: row.get(2)?,
            kind: MembershipKind::of(&row.get::<_, String>(3)?).unwrap_or(MembershipKind::MovedOut),
            on: row.get(4)?,
            until: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
