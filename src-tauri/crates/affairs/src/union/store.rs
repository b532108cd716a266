//! The rows of the union's record and of the people at the desk.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::union::model::{DeskPerson, Founding, Role, UnionId, UnionRecord};
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
    Ok(())
}

/// The person at the desk whose slot opened the ledger; the chair when it was opened by the sheet.
pub fn desk_person(connection: &Connection, id: Option<&str>) -> Result<DeskPerson, Problem> {
    connection
        .query_row(
            "SELECT id, name, role FROM desk_person
             WHERE removed_at IS NULL AND (id = ?1 OR (?1 IS NULL AND role = 'chair')) LIMIT 1",
            params![id],
            |row| {
                Ok(DeskPerson {
                    id: row.get(0)?,
                    name: row.get(1)?,
                    role: Role::of(&row.get::<_, String>(2)?),
                })
            },
        )
        .optional()?
        .ok_or_else(|| Problem::missing("位经办人"))
}
