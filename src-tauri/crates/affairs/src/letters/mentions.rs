//! What supervision says of one person, for that person: the certificate they hold and where they inquired. Whoever reported a
//! case is told to nobody, and so not here. Who may ask is `desk`'s.

use rusqlite::Connection;

use super::store::number;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::papers::Mention;

/// Everything that supervision says of a person.
pub fn of_person(connection: &Connection, id: PersonId) -> Result<Vec<Mention>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT i.certificate, i.valid_until FROM live_supervision_inspector i WHERE i.person_id = ?1 ORDER BY i.certificate",
    )?;
    let rows = statement.query_map([id], |row| {
        let certificate: String = row.get(0)?;
        let what = format!("监督员证，证号{certificate}");
        Ok(Mention { affair: "劳动法律监督".to_owned(), what, on: row.get(1)? })
    })?;
    let mut mentions = rows.collect::<Result<Vec<_>, _>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT c.year, c.serial, e.happened_on FROM live_supervision_event e
         JOIN live_supervision_case c ON c.id = e.case_id
         JOIN supervision_inspector i ON i.id IN (e.inspector_one_id, e.inspector_two_id)
         WHERE i.person_id = ?1 ORDER BY e.happened_on, c.year, c.serial",
    )?;
    let rows = statement.query_map([id], |row| {
        let affair = number(row.get(0)?, row.get(1)?);
        Ok(Mention { affair, what: "参加调查".to_owned(), on: row.get(2)? })
    })?;
    for row in rows {
        mentions.push(row?);
    }
    Ok(mentions)
}
