//! What a supervision case, an appeal, a dismissal, a mediation case look like among the hits of the one search. Which match,
//! `search` says; who reported a case or brought an appeal is in no index.

use rusqlite::{Connection, OptionalExtension};

use super::dismissals;
use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// The query of a kind's title and detail, and its page.
fn sql(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Supervision => (
            "SELECT matter, paper_number('supervision', year, serial) || ' ' || employer FROM live_supervision_case
             WHERE id = ?1",
            "letters",
        ),
        Kind::Appeal => (
            "SELECT matter, paper_number('appeal', year, serial) || ' ' || raised_on FROM live_appeal WHERE id = ?1",
            "appeals",
        ),
        Kind::Dismissal => (
            // A reason that may tell of health stands on the notice alone.
            "SELECT name, paper_number('dismissal', year, serial) || ' ' ||
               iif(kind = 'no_fault', '非过失解除', reasons) FROM live_dismissal WHERE id = ?1",
            "dismissals",
        ),
        Kind::Mediation => (
            "SELECT worker || '：' || claims, paper_number('mediation', year, serial) || ' ' || employer
             FROM live_mediation_case WHERE id = ?1",
            "mediation",
        ),
        _ => return None,
    })
}

/// The records found without the notices that the words find by a reason that may tell of health: for one who may not read it.
pub fn without_health(
    connection: &Connection,
    typed: &str,
    mut found: Vec<(Kind, String)>,
) -> Result<Vec<(Kind, String)>, Problem> {
    if found.iter().any(|(kind, _)| *kind == Kind::Dismissal) {
        let hidden = dismissals::found_by_reason(connection, typed)?;
        found.retain(|(kind, id)| *kind != Kind::Dismissal || !hidden.contains(id));
    }
    Ok(found)
}

/// The cases of these records, those gone in between left out.
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
