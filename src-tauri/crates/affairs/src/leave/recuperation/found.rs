//! What a batch looks like among the hits of the one search. Which match, `search` says; no person is in this index.

use rusqlite::{Connection, OptionalExtension};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The batches of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::Recuperation) {
        let row: Option<(String, String, String)> = connection
            .prepare_cached("SELECT name, base, from_on FROM live_recuperation_batch WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        hits.extend(row.map(|(title, base, from)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail: format!("{base}，{from}出发"),
            place: Place {
                page: "recuperation".to_owned(),
                id: Some(id.clone()),
                part: Some("batch".to_owned()),
            },
        }));
    }
    Ok(hits)
}
