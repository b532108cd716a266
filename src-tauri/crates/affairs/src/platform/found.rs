//! What a platform looks like among the hits of the one search. Which match, `search` says; no person is in this index.

use rusqlite::{Connection, OptionalExtension};

use super::model::{PlatformKind, PlatformTrade};
use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The firms of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found.iter().filter(|(kind, _)| *kind == Kind::Platform) {
        let row: Option<(String, String, String)> = connection
            .prepare_cached("SELECT name, kind, trade FROM live_platform_firm WHERE id = ?1")?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        hits.extend(row.map(|(title, sort, trade)| {
            Hit {
                kind: *kind,
                id: id.clone(),
                title,
                detail: [
                    PlatformTrade::of(&trade).map(PlatformTrade::label),
                    PlatformKind::of(&sort).map(PlatformKind::label),
                ]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join("，"),
                place: Place {
                    page: "platform".to_owned(),
                    id: Some(id.clone()),
                    part: Some("firm".to_owned()),
                },
            }
        }));
    }
    Ok(hits)
}
