//! The rows of the bodies' terms and of the people in them.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, Row, params};

use super::model::{UnionBody, UnionOffice, UnionSeat, UnionTermId, UnionTermInput};
use crate::Problem;
use crate::members::model::PersonId;
use crate::typed::text;

pub(super) fn missing() -> Problem {
    Problem::missing("届机构")
}

fn seat(row: &Row<'_>) -> rusqlite::Result<(UnionTermId, UnionSeat)> {
    let seat = UnionSeat {
        id: row.get(1)?,
        person: row.get(2)?,
        name: row.get(3)?,
        office: UnionOffice::of(&row.get::<_, String>(4)?).unwrap_or(UnionOffice::Member),
        duty: row.get(5)?,
        from_on: row.get(6)?,
        to_on: row.get(7)?,
        certificate_number: row.get(8)?,
        certificate_until: row.get(9)?,
    };
    Ok((row.get(0)?, seat))
}

/// Every term with its people, the newest first.
pub(super) fn terms(connection: &Connection) -> Result<Vec<(UnionTermId, UnionTermInput)>, Problem> {
    let mut seats: HashMap<UnionTermId, Vec<UnionSeat>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT term_id, id, person_id, name, office, duty, from_on, to_on, certificate_number, certificate_until
         FROM live_union_seat ORDER BY ord, id",
    )?;
    for row in statement.query_map([], seat)? {
        let (term, one) = row?;
        seats.entry(term).or_default().push(one);
    }
    let mut statement = connection.prepare_cached(
        "SELECT id, body, session, started_on, years, approval_number, ended_on, cleared, note
         FROM live_union_term ORDER BY started_on DESC, session DESC",
    )?;
    let rows = statement.query_map([], |row| {
        let id: UnionTermId = row.get(0)?;
        let term = UnionTermInput {
            id: Some(id),
            body: UnionBody::of(&row.get::<_, String>(1)?).unwrap_or(UnionBody::Committee),
            session: row.get(2)?,
            started_on: row.get(3)?,
            years: row.get(4)?,
            approval_number: row.get(5)?,
            ended_on: row.get(6)?,
            cleared: row.get(7)?,
            note: row.get(8)?,
            members: seats.get(&id).cloned().unwrap_or_default(),
        };
        Ok((id, term))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The certificates in the register of supervisors (letters), by person; of two the one that holds longest.
pub(super) fn registered(
    connection: &Connection,
) -> Result<BTreeMap<PersonId, (String, Option<NaiveDate>)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT person_id, certificate, valid_until FROM live_supervision_inspector WHERE person_id IS NOT NULL
         ORDER BY coalesce(valid_until, '~'), id DESC",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, PersonId>(0)?, (row.get(1)?, row.get(2)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn insert(tx: &Tx, id: UnionTermId, input: &UnionTermInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO union_term (id, body, session, started_on, years, approval_number, ended_on, cleared, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            input.body.code(),
            input.session,
            input.started_on,
            input.years,
            text(&input.approval_number),
            input.ended_on,
            input.cleared,
            text(&input.note),
        ],
    )?;
    save_seats(tx, id, &input.members)
}

pub(super) fn update(tx: &Tx, id: UnionTermId, input: &UnionTermInput) -> Result<(), Problem> {
    tx.execute(
        "UPDATE union_term SET session = ?2, started_on = ?3, years = ?4, approval_number = ?5, ended_on = ?6,
           cleared = ?7, note = ?8 WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.session,
            input.started_on,
            input.years,
            text(&input.approval_number),
            input.ended_on,
            input.cleared,
            text(&input.note),
        ],
    )?;
    save_seats(tx, id, &input.members)
}

/// Someone keeps their row, so that its history is one; whoever is not listed any more goes out of sight.
fn save_seats(tx: &Tx, term: UnionTermId, wanted: &[UnionSeat]) -> Result<(), Problem> {
    let mut statement = tx.prepare_cached("SELECT id FROM live_union_seat WHERE term_id = ?1")?;
    let known = statement.query_map([term], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let mut kept = Vec::new();
    for (ord, one) in (1_i64..).zip(wanted) {
        let standing = one.id.map(|id| id.to_string()).filter(|id| known.contains(id));
        let id = standing.unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string());
        tx.execute(
            "INSERT INTO union_seat (id, term_id, ord, person_id, name, office, duty, from_on, to_on, certificate_number,
               certificate_until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, person_id = excluded.person_id, name = excluded.name,
               office = excluded.office, duty = excluded.duty, from_on = excluded.from_on, to_on = excluded.to_on,
               certificate_number = excluded.certificate_number, certificate_until = excluded.certificate_until",
            params![
                id,
                term,
                ord,
                one.person,
                one.name.trim(),
                one.office.code(),
                text(&one.duty),
                one.from_on,
                one.to_on,
                text(&one.certificate_number),
                one.certificate_until,
            ],
        )?;
        kept.push(id);
    }
    let now = tx.now().to_rfc3339();
    for gone in known.iter().filter(|id| !kept.contains(id)) {
        tx.execute("UPDATE union_seat SET removed_at = ?2 WHERE id = ?1", params![gone, now])?;
    }
    Ok(())
}

/// Puts a term with its people out of sight.
pub(super) fn remove(tx: &Tx, id: UnionTermId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    tx.execute(
        "UPDATE union_seat SET removed_at = ?2 WHERE term_id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    let kept = tx.execute(
        "UPDATE union_term SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// Sets the day on which a term ended before its time, or takes it back.
pub(super) fn set_ended(tx: &Tx, id: UnionTermId, on: Option<chrono::NaiveDate>) -> Result<(), Problem> {
    tx.execute("UPDATE union_term SET ended_on = ?2 WHERE id = ?1", params![id, on])?;
    Ok(())
}

pub(super) fn set_approval(tx: &Tx, id: UnionTermId, number: Option<&str>) -> Result<(), Problem> {
    tx.execute("UPDATE union_term SET approval_number = ?2 WHERE id = ?1", params![id, number])?;
    Ok(())
}
