//! What a term of the congress looks like among the hits of the one search. Which match, `search` says.

use rusqlite::{Connection, OptionalExtension};

use super::PAGE;
use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The terms of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::CongressTerm) {
        let sql = "SELECT name, began_on || '起' FROM live_congress_term WHERE id = ?1";
        let row: Option<(String, String)> = connection
            .prepare_cached(sql)?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        hits.extend(row.map(|(title, detail)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: PAGE.to_owned(), id: Some(id.clone()), part: None },
        }));
    }
    Ok(hits)
}
