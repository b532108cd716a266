//! What an issued paper looks like among the hits of the one search. Which papers match, `search` says.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The papers of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT title, paper_number(kind, year, number), kind || '@' || of_id FROM live_paper WHERE id = ?1",
    )?;
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::Paper) {
        let row = statement
            .query_row(params![id], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .optional()?;
        hits.extend(row.map(|(title, detail, paper)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: "papers".to_owned(), id: Some(paper), part: None },
        }));
    }
    Ok(hits)
}
