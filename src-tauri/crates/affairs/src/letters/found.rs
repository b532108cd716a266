//! What a supervision case looks like among the hits of the one search. Which cases match, `search` says; the informer is in
//! no index.

use rusqlite::{Connection, OptionalExtension};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The cases of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let sql = "SELECT matter, paper_number('supervision', year, serial) || ' ' || employer FROM live_supervision_case
      WHERE id = ?1";
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::Supervision) {
        let row: Option<(String, String)> = connection
            .prepare_cached(sql)?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        hits.extend(row.map(|(title, detail)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: "letters".to_owned(), id: Some(id.clone()), part: None },
        }));
    }
    Ok(hits)
}
