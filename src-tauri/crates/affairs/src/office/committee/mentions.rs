//! What the committees' records say of one person, for that person: where they came or stayed away. Who may ask is `desk`'s.

use rusqlite::Connection;

use super::store::number;
use crate::Problem;
use crate::members::model::PersonId;
use crate::mention::Mention;

/// Everything that the records say of a person.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT m.body, m.year, m.serial, m.held_on, a.present, a.reason FROM live_committee_attendance a
         JOIN live_committee_meeting m ON m.id = a.meeting_id WHERE a.person_id = ?1 ORDER BY m.held_on, m.id",
    )?;
    let rows = statement.query_map([id], |row| {
        let body: String = row.get(0)?;
        let what = match (row.get(4)?, row.get::<_, Option<String>>(5)?) {
            (true, _) => "到会".to_owned(),
            (false, Some(reason)) => format!("缺席：{reason}"),
            (false, None) => "缺席".to_owned(),
        };
        Ok(Mention { affair: number(&body, row.get(1)?, row.get(2)?), what, on: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
