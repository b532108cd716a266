//! The rows of membership events, and the SQL that finds the last of them for many people at once. The order of events is
//! `rules`' (`Dated::place`); here it stands a second time, for lists that cannot read every event of everybody.

use std::fmt::Write;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{MembershipEventId, MembershipInput, MembershipKind, MembershipRung, MembershipState};
use super::rules::Dated;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::roster::codes::ChangeReason;
use crate::members::store::StoredDate;
use crate::typed::text;

/// The codes of the kinds that leave this state behind, as SQL lists them.
pub(crate) fn codes_of(state: MembershipState) -> String {
    let kinds = MembershipKind::ALL.iter().filter(|(kind, ..)| kind.state() == state);
    kinds.map(|(_, code, ..)| format!("'{code}'")).collect::<Vec<_>>().join(", ")
}

/// What stands for the day of an event in the order of events: `Dated::place` as SQL, over the columns of `event`.
pub(crate) fn day_sql(event: &str) -> String {
    format!(
        "CASE WHEN {event}.kind = '{}' THEN coalesce({event}.happened_on, '')
           ELSE coalesce({event}.happened_on || substr('~', 1, length({event}.happened_on) < 10), '~') END",
        MembershipKind::Joined.code()
    )
}

/// What stands for the kind of an event in the order of events of one day: a letter.
pub(crate) fn kind_sql(event: &str) -> String {
    let mut sql = format!("CASE {event}.kind");
    for ((_, code, ..), letter) in MembershipKind::ALL.iter().zip('a'..) {
        let _ = write!(sql, " WHEN '{code}' THEN '{letter}'");
    }
    sql + " END"
}

/// The kind that a letter of `kind_sql` stands for.
pub(crate) fn kind_of_letter(letter: &str) -> Option<MembershipKind> {
    let mut kinds = MembershipKind::ALL.iter().zip('a'..);
    kinds.find(|(_, own)| letter.chars().eq([*own])).map(|((kind, ..), _)| *kind)
}

/// The kind of the last event of the person whose id `person` is.
pub(crate) fn newest_sql(person: &str) -> String {
    format!(
        "(SELECT m.kind FROM live_membership_event m WHERE m.person_id = {person} ORDER BY {} DESC, {} DESC LIMIT 1)",
        day_sql("m"),
        kind_sql("m")
    )
}

const COLUMNS: &str = "id, kind, happened_on, reason, note, other_union, until_on";

fn rung(row: &Row<'_>) -> rusqlite::Result<MembershipRung> {
    let kind = MembershipKind::of(&row.get::<_, String>(1)?).unwrap_or(MembershipKind::Joined);
    let why: Option<String> = row.get(3)?;
    let reason = ChangeReason::ALL.iter().copied().find(|reason| why.as_deref() == Some(reason.label()));
    Ok(MembershipRung {
        id: row.get(0)?,
        kind,
        on: row.get(2)?,
        reason_text: why.filter(|_| reason.is_none()),
        reason,
        note: row.get(4)?,
        other_union: row.get(5)?,
        until: row.get(6)?,
        state: kind.state(),
    })
}

/// The events of a person, in the order they were entered.
pub(crate) fn events(connection: &Connection, person: PersonId) -> Result<Vec<MembershipRung>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_membership_event WHERE person_id = ?1 ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([person], rung)?.collect::<Result<_, _>>()?)
}

/// Whether the person of an event, removed or not, is on the roster.
pub(super) fn person_stands(connection: &Connection, id: &str) -> Result<bool, Problem> {
    let sql = "SELECT 1 FROM membership_event r JOIN live_person p ON p.id = r.person_id WHERE r.id = ?1";
    Ok(connection.prepare(sql)?.exists([id])?)
}

/// The events of the person of a removed one, as if it stood, in the order they were entered.
pub(super) fn events_with(connection: &Connection, id: &str) -> Result<Vec<MembershipRung>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM membership_event
         WHERE person_id = (SELECT person_id FROM membership_event WHERE id = ?1)
           AND (removed_at IS NULL OR id = ?1) ORDER BY id"
    );
    let mut statement = connection.prepare(&sql)?;
    Ok(statement.query_map([id], rung)?.collect::<Result<_, _>>()?)
}

/// The events as the rules take them.
pub(crate) fn dated(rungs: &[MembershipRung]) -> Vec<Dated> {
    rungs.iter().map(|one| Dated { kind: one.kind, on: one.on.clone() }).collect()
}

/// One event and whose it is.
pub(crate) fn event(
    connection: &Connection,
    id: MembershipEventId,
) -> Result<(PersonId, MembershipRung), Problem> {
    let sql = format!("SELECT {COLUMNS}, person_id FROM live_membership_event WHERE id = ?1");
    let found =
        connection.prepare_cached(&sql)?.query_row([id], |row| Ok((row.get(7)?, rung(row)?))).optional()?;
    found.ok_or_else(missing)
}

fn missing() -> Problem {
    Problem::missing("条会籍登记")
}

/// Writes an event, new or changed.
pub(super) fn write(
    tx: &Tx,
    id: MembershipEventId,
    input: &MembershipInput,
    on: Option<&StoredDate>,
    reason: Option<&str>,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision, reason, note, other_union,
           until_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, happened_on = excluded.happened_on,
           happened_precision = excluded.happened_precision, reason = excluded.reason, note = excluded.note,
           other_union = excluded.other_union, until_on = excluded.until_on",
        params![
            id,
            input.person,
            input.kind.code(),
            on.map(|day| &day.0),
            on.map(|day| &day.1),
            reason,
            text(&input.note),
            text(&input.other_union),
            input.until,
        ],
    )?;
    Ok(())
}

/// Writes the event of an expulsion, whose form is its own.
pub(crate) fn insert_expulsion(
    tx: &Tx,
    person: PersonId,
    on: NaiveDate,
) -> Result<MembershipEventId, Problem> {
    let id = tx.new_id::<MembershipEventId>();
    tx.execute(
        "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision, reason)
         VALUES (?1, ?2, ?3, ?4, 'day', ?5)",
        params![id, person, MembershipKind::Expelled.code(), on, ChangeReason::Crime.label()],
    )?;
    Ok(id)
}

/// Why a membership ended that counts as given up: no wish of the member's, and in no code list.
pub(crate) const LAPSED: &str = "视为自动退会";

/// Writes the event of a membership that counts as given up; who was talked with in vain, `dues` knows.
pub(crate) fn insert_lapsed(
    tx: &Tx,
    person: PersonId,
    on: NaiveDate,
    note: &str,
) -> Result<MembershipEventId, Problem> {
    let id = tx.new_id::<MembershipEventId>();
    tx.execute(
        "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision, reason, note)
         VALUES (?1, ?2, ?3, ?4, 'day', ?5, ?6)",
        params![id, person, MembershipKind::Withdrawn.code(), on, LAPSED, note],
    )?;
    Ok(id)
}

/// Puts an event out of sight, and with it what it stands on.
pub(super) fn remove(tx: &Tx, id: MembershipEventId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    for sql in [
        "UPDATE expulsion SET removed_at = ?2 WHERE event_id = ?1 AND removed_at IS NULL",
        "UPDATE membership_event SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
    ] {
        tx.execute(sql, params![id, now])?;
    }
    Ok(())
}
