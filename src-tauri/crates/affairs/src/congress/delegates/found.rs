//! What a term of the congress, its sessions and motions look like among the hits of the one search. Which match, `search` says; who made a motion
//! is in no index.

use rusqlite::{Connection, OptionalExtension};

use super::PAGE;
use crate::Problem;
use crate::congress::meetings::PAGE as MEETINGS_PAGE;
use crate::congress::motions::PAGE as MOTIONS_PAGE;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The query of a kind's title and detail, and the page that shows it.
fn sql(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::CongressTerm => {
            Some(("SELECT name, began_on || '起' FROM live_congress_term WHERE id = ?1", PAGE))
        }
        Kind::CongressMotion => Some((
            "SELECT matter, paper_number('congressMotion', year, serial) FROM live_congress_motion WHERE id = ?1",
            MOTIONS_PAGE,
        )),
        Kind::CongressMeeting => Some((
            "SELECT name, held_on || ' ' || place FROM live_congress_meeting WHERE id = ?1",
            MEETINGS_PAGE,
        )),
        _ => None,
    }
}

/// The terms, motions and sessions of these records, those gone in between left out.
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
