//! The rows of the union's record, of the people at the desk with their grants, and of the settings.

use std::collections::HashMap;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::union::model::{DeskPerson, DeskPersonId, Founding, Guarded, Part, Role, UnionId, UnionRecord};
use crate::union::rules::employer_name;

/// Writes the one union of the ledger.
pub fn insert_union(tx: &Tx, id: UnionId, founding: &Founding, credit_code: &str) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO union_record (id, name, credit_code, employer, province, city, named_day, founded_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            id,
            founding.name.trim(),
            credit_code,
            employer_name(&founding.name, &founding.employer),
            founding.province,
            founding.city,
            founding.named_day,
            tx.now().to_rfc3339(),
        ],
    )?;
    Ok(())
}

/// The day the ledger was founded.
pub fn founded_on(connection: &Connection) -> Result<NaiveDate, Problem> {
    let at: String = connection.query_row("SELECT founded_at FROM union_record", [], |row| row.get(0))?;
    let day = at.get(..10).and_then(|day| day.parse().ok());
    day.ok_or_else(|| Problem::new("internal", "账本的建立日期读不出来。请在设置里检查账本。"))
}

/// The union of this ledger.
pub fn union_record(connection: &Connection) -> Result<UnionRecord, Problem> {
    connection
        .query_row(
            "SELECT name, credit_code, employer, province, city, named_day FROM union_record LIMIT 1",
            [],
            |row| {
                Ok(UnionRecord {
                    name: row.get(0)?,
                    credit_code: row.get(1)?,
                    employer: row.get(2)?,
                    province: row.get(3)?,
                    city: row.get(4)?,
                    named_day: row.get(5)?,
                })
            },
        )
        .optional()?
        .ok_or_else(|| Problem::missing("个工会的登记"))
}

/// The place whose law holds for this union.
pub fn place(connection: &Connection) -> Result<law::Place, Problem> {
    let record = union_record(connection)?;
    Ok(law::Place { province: record.province, city: record.city })
}

/// Adds a person to the desk.
pub fn insert_desk_person(tx: &Tx, person: &DeskPerson) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO desk_person (id, name, role) VALUES (?1, ?2, ?3)",
        params![person.id, person.name, person.role.code()],
    )?;
    set_grants(tx, person)
}

/// The person at the desk whose slot opened the ledger; the chair when it was opened by the sheet.
pub fn desk_person(connection: &Connection, id: Option<&str>) -> Result<DeskPerson, Problem> {
    let people = desk_people(connection)?;
    let found = match id {
        Some(id) => people.into_iter().find(|person| person.id.to_string() == id),
        None => people.into_iter().find(|person| person.role == Role::Chair),
    };
    found.ok_or_else(|| Problem::missing("位经办人"))
}

/// Everyone at the desk, the chair first, then as they came.
pub fn desk_people(connection: &Connection) -> Result<Vec<DeskPerson>, Problem> {
    let mut grants: HashMap<DeskPersonId, Vec<String>> = HashMap::new();
    let mut statement = connection.prepare_cached("SELECT person_id, what FROM live_desk_grant")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for row in rows {
        let (person, what): (DeskPersonId, String) = row?;
        grants.entry(person).or_default().push(what);
    }
    let mut statement = connection
        .prepare_cached("SELECT id, name, role FROM live_desk_person ORDER BY role <> 'chair', id")?;
    let rows = statement.query_map([], |row| {
        let id: DeskPersonId = row.get(0)?;
        let words = grants.get(&id).map(Vec::as_slice).unwrap_or_default();
        let has = |code: &str| words.iter().any(|word| word == code);
        Ok(DeskPerson {
            id,
            name: row.get(1)?,
            role: Role::of(&row.get::<_, String>(2)?),
            parts: Part::ALL.into_iter().filter(|part| has(part.code())).collect(),
            reads: Guarded::ALL.into_iter().filter(|kind| has(kind.code())).collect(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Brings a person's name, role and grants to what is given. What stays the same leaves no change.
pub fn update_desk_person(tx: &Tx, person: &DeskPerson) -> Result<(), Problem> {
    tx.execute(
        "UPDATE desk_person SET name = ?2, role = ?3 WHERE id = ?1 AND removed_at IS NULL",
        params![person.id, person.name, person.role.code()],
    )?;
    set_grants(tx, person)
}

fn set_grants(tx: &Tx, person: &DeskPerson) -> Result<(), Problem> {
    let wanted: Vec<&str> = (person.parts.iter().map(|part| part.code()))
        .chain(person.reads.iter().map(|kind| kind.code()))
        .collect();
    let mut statement =
        tx.prepare_cached("SELECT what FROM live_desk_grant WHERE person_id = ?1 ORDER BY what")?;
    let standing =
        statement.query_map(params![person.id], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    for gone in standing.iter().filter(|what| !wanted.contains(&what.as_str())) {
        tx.execute(
            "UPDATE desk_grant SET removed_at = ?3 WHERE person_id = ?1 AND what = ?2 AND removed_at IS NULL",
            params![person.id, gone, tx.now().to_rfc3339()],
        )?;
    }
    for new in wanted.iter().filter(|what| !standing.iter().any(|old| old == *what)) {
        tx.execute(
            "INSERT INTO desk_grant (id, person_id, what) VALUES (?1, ?2, ?3)",
            params![tx.new_id::<uuid::Uuid>().to_string(), person.id, new],
        )?;
    }
    Ok(())
}

/// Writes a person who may have sat at the desk before and been removed.
pub fn bring_desk_person(tx: &Tx, person: &DeskPerson) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO desk_person (id, name, role) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, removed_at = NULL",
        params![person.id, person.name, person.role.code()],
    )?;
    set_grants(tx, person)
}

/// Puts a person and their grants out of sight.
pub fn remove_desk_person(tx: &Tx, id: DeskPersonId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    tx.execute(
        "UPDATE desk_grant SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    tx.execute(
        "UPDATE desk_person SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    Ok(())
}

/// The value of a setting that was changed.
pub fn setting(connection: &Connection, name: &str) -> Result<Option<String>, Problem> {
    Ok(connection
        .prepare_cached("SELECT value FROM setting WHERE id = ?1")?
        .query_row(params![name], |row| row.get(0))
        .optional()?)
}

/// Keeps a setting.
pub fn set_setting(tx: &Tx, name: &str, value: &str) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO setting (id, value) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET value = excluded.value",
        params![name, value],
    )?;
    Ok(())
}
