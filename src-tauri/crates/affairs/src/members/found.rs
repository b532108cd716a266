//! What a person looks like among the hits of the one search. Which people match, `search` says.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The people of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT p.name, trim(coalesce(e.shop, '') || ' ' || coalesce(e.post, '')) FROM live_person p
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL WHERE p.id = ?1 LIMIT 1",
    )?;
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::Person) {
        let row = statement
            .query_row(params![id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
            .optional()?;
        hits.extend(row.map(|(title, detail)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: "dossier".to_owned(), id: Some(id.clone()), part: None },
        }));
    }
    Ok(hits)
}
