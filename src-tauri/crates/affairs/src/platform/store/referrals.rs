//! The rows of referrals to other unions. The number of a letter is that of its newest issue.

use std::collections::BTreeMap;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{coded, remove as put_away, word};
use crate::Problem;
use crate::members::model::PersonId;
use crate::office::text;
use crate::platform::kinds::REFERRAL;
use crate::platform::model::{
    PlatformReferral, PlatformReferralId, PlatformReferralInput, PlatformReferralLine,
    PlatformReferralOutcome, PlatformReferralReply, PlatformReferralTo, PlatformWorkId,
};
use crate::written::ERASED;

const WHAT: &str = "次转介";

/// The number of its letter.
fn letter() -> String {
    format!(
        "(SELECT paper_number(n.kind, n.year, n.number) FROM live_paper n WHERE n.kind = '{REFERRAL}' AND n.of_id = r.id
          ORDER BY n.issued_at DESC, n.number DESC LIMIT 1)"
    )
}

fn columns() -> String {
    let letter = letter();
    format!(
        "r.id, r.work_id, r.to_kind, r.to_union, r.referred_on, r.consent_on, r.reply_by, r.note, r.late_entry,
         r.person_id, p.name, f.name, r.replied_on, r.outcome, r.reply, {letter}
         FROM live_platform_referral r JOIN live_person p ON p.id = r.person_id
         JOIN platform_work w ON w.id = r.work_id JOIN platform_firm f ON f.id = w.firm_id"
    )
}

fn referral(row: &Row<'_>) -> rusqlite::Result<PlatformReferral> {
    let id: PlatformReferralId = row.get(0)?;
    Ok(PlatformReferral {
        id,
        record: PlatformReferralInput {
            id: Some(id),
            work: row.get(1)?,
            to_kind: word(row, 2, PlatformReferralTo::of, PlatformReferralTo::Trade)?,
            to_union: row.get(3)?,
            referred_on: row.get(4)?,
            consent_on: row.get(5)?,
            reply_by: row.get(6)?,
            note: row.get(7)?,
            late_entry: row.get(8)?,
        },
        person: row.get(9)?,
        name: row.get(10)?,
        firm: row.get(11)?,
        replied_on: row.get(12)?,
        outcome: coded(row, 13, PlatformReferralOutcome::of)?,
        reply: row.get(14)?,
        letter: row.get(15)?,
    })
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: PlatformReferralId) -> Result<PlatformReferral, Problem> {
    let sql = format!("SELECT {} WHERE r.id = ?1", columns());
    let found = connection.prepare_cached(&sql)?.query_row([id], referral).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Those of people on the roster, the newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<PlatformReferral>, Problem> {
    let sql = format!("SELECT {} ORDER BY r.referred_on DESC, r.id DESC", columns());
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], referral)?.collect::<Result<_, _>>()?)
}

fn line(row: &Row<'_>) -> rusqlite::Result<PlatformReferralLine> {
    Ok(PlatformReferralLine {
        id: row.get(0)?,
        person: row.get(1)?,
        removed: row.get(2)?,
        name: row.get::<_, Option<String>>(3)?.unwrap_or_else(|| ERASED.to_owned()),
        firm: row.get(4)?,
        to_kind: word(row, 5, PlatformReferralTo::of, PlatformReferralTo::Trade)?,
        to_union: row.get(6)?,
        referred_on: row.get(7)?,
        replied_on: row.get(8)?,
        outcome: coded(row, 9, PlatformReferralOutcome::of)?,
        reply: row.get(10)?,
        letter: row.get(11)?,
        standing: None,
    })
}

/// The register, the newest first: all that are counted, whoever was removed or erased since.
pub(crate) fn register(connection: &Connection) -> Result<Vec<PlatformReferralLine>, Problem> {
    let mut standing: BTreeMap<PlatformReferralId, PlatformReferral> =
        all(connection)?.into_iter().map(|one| (one.id, one)).collect();
    let sql = format!(
        "SELECT r.id, r.person_id, p.removed_at IS NOT NULL, p.name, f.name, r.to_kind, r.to_union, r.referred_on,
           r.replied_on, r.outcome, r.reply, {}
         FROM live_platform_referral r LEFT JOIN person p ON p.id = r.person_id
         LEFT JOIN platform_work w ON w.id = r.work_id LEFT JOIN platform_firm f ON f.id = w.firm_id
         ORDER BY r.referred_on DESC, r.id DESC",
        letter()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut lines = statement.query_map([], line)?.collect::<Result<Vec<_>, _>>()?;
    for line in &mut lines {
        line.standing = standing.remove(&line.id);
    }
    Ok(lines)
}

/// The newest of some work.
pub(crate) fn newest(
    connection: &Connection,
    work: PlatformWorkId,
) -> Result<Option<PlatformReferral>, Problem> {
    let sql =
        format!("SELECT {} WHERE r.work_id = ?1 ORDER BY r.referred_on DESC, r.id DESC LIMIT 1", columns());
    Ok(connection.prepare_cached(&sql)?.query_row([work], referral).optional()?)
}

/// Writes one, new or changed.
pub(crate) fn save(
    tx: &Tx,
    id: PlatformReferralId,
    person: PersonId,
    input: &PlatformReferralInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_referral (id, person_id, work_id, to_kind, to_union, referred_on, consent_on, reply_by,
           note, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET to_kind = excluded.to_kind, to_union = excluded.to_union,
           referred_on = excluded.referred_on, consent_on = excluded.consent_on, reply_by = excluded.reply_by,
           note = excluded.note, late_entry = excluded.late_entry",
        params![
            id,
            person,
            input.work,
            input.to_kind.code(),
            input.to_union.trim(),
            input.referred_on,
            input.consent_on,
            input.reply_by,
            text(&input.note),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Keeps the reply.
pub(crate) fn reply(tx: &Tx, input: &PlatformReferralReply) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE platform_referral SET replied_on = ?2, outcome = ?3, reply = ?4 WHERE id = ?1 AND removed_at IS NULL",
        params![input.id, input.replied_on, input.outcome.code(), text(&input.reply)],
    )?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing(WHAT)) }
}

/// Puts one out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformReferralId) -> Result<(), Problem> {
    put_away(tx, "platform_referral", &id, WHAT)
}
