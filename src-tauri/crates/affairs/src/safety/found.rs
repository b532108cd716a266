//! What a hazard and an inspection look like among the hits of the one search. Which match, `search` says; who found one is in no index.

use rusqlite::{Connection, OptionalExtension};

use super::{PAGE, VISITS_PAGE};
use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The query of a kind's title and detail, and the page that shows it.
fn sql(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Hazard => Some((
            "SELECT matter, paper_number('hazard', year, serial) || ' ' || place FROM live_hazard WHERE id = ?1",
            PAGE,
        )),
        Kind::SafetyVisit => Some((
            "SELECT topic, paper_number('safetyVisit', year, serial) || ' ' || visited_on FROM live_safety_visit
             WHERE id = ?1",
            VISITS_PAGE,
        )),
        _ => None,
    }
}

/// The hazards and visits of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found {
        let Some((sql, page)) = sql(*kind) else { continue };
        let row: Option<(String, String)> = connection
            .prepare_cached(sql)?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        hits.extend(row.map(|(title, detail)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: page.to_owned(), id: Some(id.clone()), part: None },
        }));
    }
    Ok(hits)
}
