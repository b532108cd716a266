//! What a measure of the reform looks like among the hits of the one search. Which match, `search` says.

use rusqlite::{Connection, OptionalExtension};

use super::PAGE;
use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The measures of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let sql = "SELECT measure, paper_number('reformMeasure', year, serial) || ifnull(' ' || unit, '')
      FROM live_reform_measure WHERE id = ?1";
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::ReformMeasure) {
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
