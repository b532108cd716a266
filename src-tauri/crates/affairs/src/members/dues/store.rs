//! The rows of dues: bases, wages, entries with their payments, talks. What they come to for a person is `accounts`'.

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    DuesBasisId, DuesBasisInput, DuesEntryId, DuesKind, DuesOutcome, DuesTalkId, DuesTalkInput,
};
use crate::Problem;
use crate::members::model::PersonId;
use crate::month::Month;
use crate::typed::text;

pub(super) fn missing_entry() -> Problem {
    Problem::missing("笔会费收款")
}

/// The union's bases, the newest first.
pub(super) fn bases(connection: &Connection) -> Result<Vec<DuesBasisInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, from_month, kind, rate, flat, ground FROM live_dues_basis ORDER BY from_month DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(DuesBasisInput {
            id: row.get(0)?,
            from: row.get(1)?,
            kind: DuesKind::of(&row.get::<_, String>(2)?).unwrap_or(DuesKind::Lawful),
            rate: row.get(3)?,
            flat: row.get(4)?,
            ground: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn write_basis(tx: &Tx, id: DuesBasisId, input: &DuesBasisInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO dues_basis (id, from_month, kind, rate, flat, ground) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET from_month = excluded.from_month, kind = excluded.kind, rate = excluded.rate,
           flat = excluded.flat, ground = excluded.ground",
        params![
            id,
            input.from,
            input.kind.code(),
            input.rate.filter(|_| input.kind == DuesKind::Rate),
            input.flat.filter(|_| input.kind == DuesKind::Flat),
            text(&input.ground),
        ],
    )?;
    Ok(())
}

pub(super) fn remove_basis(tx: &Tx, id: DuesBasisId) -> Result<(), Problem> {
    let removed = tx.execute(
        "UPDATE dues_basis SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if removed == 0 { Err(Problem::missing("条收缴标准")) } else { Ok(()) }
}

/// Keeps a wage; the one that held from the same month is replaced.
pub(super) fn write_base(tx: &Tx, person: PersonId, from: Month, base: Fen) -> Result<(), Problem> {
    let changed = tx.execute(
        "UPDATE dues_base SET base = ?3 WHERE person_id = ?1 AND from_month = ?2 AND removed_at IS NULL",
        params![person, from, base],
    )?;
    if changed == 0 {
        tx.execute(
            "INSERT INTO dues_base (id, person_id, from_month, base) VALUES (?1, ?2, ?3, ?4)",
            params![tx.new_id::<uuid::Uuid>().to_string(), person, from, base],
        )?;
    }
    Ok(())
}

/// The head of an entry.
pub(super) struct EntryHead {
    pub id: DuesEntryId,
    pub paid_on: NaiveDate,
    pub payer: Option<String>,
    pub note: Option<String>,
    pub reverses: Option<DuesEntryId>,
}

fn head(row: &Row<'_>) -> rusqlite::Result<EntryHead> {
    Ok(EntryHead {
        id: row.get(0)?,
        paid_on: row.get(1)?,
        payer: row.get(2)?,
        note: row.get(3)?,
        reverses: row.get(4)?,
    })
}

pub(super) fn insert_entry(tx: &Tx, entry: &EntryHead) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO dues_entry (id, paid_on, payer, note, reverses_id) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![entry.id, entry.paid_on, entry.payer, entry.note, entry.reverses],
    )?;
    Ok(())
}

pub(super) fn insert_payment(
    tx: &Tx,
    entry: DuesEntryId,
    person: PersonId,
    month: Month,
    amount: Fen,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO dues_payment (id, entry_id, person_id, month, amount) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![tx.new_id::<uuid::Uuid>().to_string(), entry, person, month, amount],
    )?;
    Ok(())
}

/// How many payments were taken for the months from one on, up to another.
pub(super) fn taken_between(connection: &Connection, from: Month, to: Option<Month>) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM dues_payment WHERE month >= ?1 AND (?2 IS NULL OR month < ?2)";
    Ok(connection.prepare_cached(sql)?.query_row(params![from, to], |row| row.get(0))?)
}

/// Whether anything was ever taken of a person for a month from one on.
pub(super) fn paid_since(connection: &Connection, person: PersonId, from: Month) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM dues_payment WHERE person_id = ?1 AND month >= ?2)";
    Ok(connection.prepare_cached(sql)?.query_row(params![person, from], |row| row.get(0))?)
}

/// One entry's head.
///
/// Errors: `not_found`.
pub(super) fn entry(connection: &Connection, id: DuesEntryId) -> Result<EntryHead, Problem> {
    connection
        .prepare_cached("SELECT id, paid_on, payer, note, reverses_id FROM dues_entry WHERE id = ?1")?
        .query_row([id], head)
        .optional()?
        .ok_or_else(missing_entry)
}

/// The heads of a year or of one person, the newest first, with how many there are.
pub(super) fn entries(
    connection: &Connection,
    year: Option<i32>,
    person: Option<PersonId>,
    (limit, offset): (u32, u32),
) -> Result<(u32, Vec<EntryHead>), Problem> {
    let filter = "(?1 IS NULL OR substr(paid_on, 1, 4) = ?1) AND (?2 IS NULL OR id IN
      (SELECT entry_id FROM dues_payment WHERE person_id = ?2))";
    let year = year.map(|year| year.to_string());
    let total = connection.query_row(
        &format!("SELECT count(*) FROM dues_entry WHERE {filter}"),
        params![year, person],
        |row| row.get(0),
    )?;
    let sql = format!(
        "SELECT id, paid_on, payer, note, reverses_id FROM dues_entry WHERE {filter}
         ORDER BY paid_on DESC, id DESC LIMIT ?3 OFFSET ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![year, person, limit, offset], head)?;
    Ok((total, rows.collect::<Result<_, _>>()?))
}

/// A payment with whose it is.
pub(super) struct Payment {
    pub person: Option<PersonId>,
    /// the person, or what stands for one who was erased
    pub whose: Option<String>,
    pub name: Option<String>,
    pub month: Month,
    pub amount: Fen,
}

/// The payments of an entry, by name and month.
pub(super) fn payments(connection: &Connection, entry: DuesEntryId) -> Result<Vec<Payment>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT y.person_id, p.name, y.month, y.amount, coalesce(y.person_id, y.erased) AS whose
         FROM dues_payment y LEFT JOIN person p ON p.id = y.person_id
         WHERE y.entry_id = ?1 ORDER BY p.name_sort, whose, y.month, y.id",
    )?;
    let rows = statement.query_map([entry], |row| {
        Ok(Payment {
            person: row.get(0)?,
            name: row.get(1)?,
            month: row.get(2)?,
            amount: row.get(3)?,
            whose: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entries that answer this one.
pub(super) fn answers(connection: &Connection, entry: DuesEntryId) -> Result<Vec<DuesEntryId>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM dues_entry WHERE reverses_id = ?1 ORDER BY id")?;
    Ok(statement.query_map([entry], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The years in which dues were taken, the newest first.
pub(super) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT CAST(substr(month, 1, 4) AS INTEGER) FROM dues_payment ORDER BY 1 DESC",
    )?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Money of people who were erased, by month.
pub(super) fn erased(
    connection: &Connection,
    first: Month,
    last: Month,
) -> Result<Vec<(Month, Fen)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT month, sum(amount) FROM dues_payment WHERE person_id IS NULL AND month BETWEEN ?1 AND ?2
         GROUP BY month ORDER BY month",
    )?;
    let rows = statement.query_map(params![first, last], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who has this member number, or this work number.
pub(super) fn of_number(connection: &Connection, number: &str) -> Result<Vec<PersonId>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT p.id FROM live_person p WHERE p.id IN (SELECT person_id FROM member_number WHERE number = CAST(?1 AS INTEGER))
         AND length(?1) = 6
         UNION SELECT person_id FROM live_employment WHERE work_number = ?1 AND left_on IS NULL",
    )?;
    Ok(statement.query_map([number], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The talks with a person, the newest first.
pub(super) fn talks(connection: &Connection, person: PersonId) -> Result<Vec<DuesTalkInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, talked_on, talked_by, said, outcome, until_on FROM live_dues_talk WHERE person_id = ?1
         ORDER BY talked_on DESC, id DESC",
    )?;
    let rows = statement.query_map([person], |row| {
        Ok(DuesTalkInput {
            id: row.get(0)?,
            person: row.get(1)?,
            talked_on: row.get(2)?,
            talked_by: row.get(3)?,
            said: row.get(4)?,
            outcome: DuesOutcome::of(&row.get::<_, String>(5)?).unwrap_or(DuesOutcome::Promised),
            until: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whose talk it is.
///
/// Errors: `not_found`.
pub(super) fn talked_with(connection: &Connection, id: DuesTalkId) -> Result<PersonId, Problem> {
    connection
        .prepare_cached("SELECT person_id FROM live_dues_talk WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Problem::missing("次谈话"))
}

pub(super) fn write_talk(tx: &Tx, id: DuesTalkId, input: &DuesTalkInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO dues_talk (id, person_id, talked_on, talked_by, said, outcome, until_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET talked_on = excluded.talked_on, talked_by = excluded.talked_by,
           said = excluded.said, outcome = excluded.outcome, until_on = excluded.until_on",
        params![
            id,
            input.person,
            input.talked_on,
            input.talked_by.trim(),
            input.said.trim(),
            input.outcome.code(),
            input.until.filter(|_| input.outcome == DuesOutcome::Promised),
        ],
    )?;
    Ok(())
}

pub(super) fn remove_talk(tx: &Tx, id: DuesTalkId) -> Result<(), Problem> {
    talked_with(tx, id)?;
    tx.execute(
        "UPDATE dues_talk SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    Ok(())
}
