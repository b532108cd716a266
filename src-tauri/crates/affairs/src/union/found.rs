//! What the terms of bodies, the groups, re-elections and the members' meetings look like among the hits of the one search. Which of them match, `search` says.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// A hit of each kind: its name, what tells it from others, the record as its part of the page names it; the page, and that
/// part of it.
fn sql(kind: Kind) -> Option<(&'static str, &'static str, Option<&'static str>)> {
    Some(match kind {
        Kind::UnionTerm => (
            "SELECT union_term_name(body, session), started_on || '起', body FROM live_union_term WHERE id = ?1",
            "union",
            Some("bodies"),
        ),
        Kind::UnionGroup => (
            "SELECT name, ifnull(leader_name, ''), id FROM live_union_group WHERE id = ?1",
            "union",
            Some("groups"),
        ),
        Kind::Election => (
            "SELECT union_term_name('committee', session) || '换届选举', planned_on, id FROM live_election WHERE id = ?1",
            "election",
            None,
        ),
        Kind::MembersMeeting => (
            "SELECT members_meeting_name(form, session, round), held_on || ' ' || place, id FROM live_members_meeting
             WHERE id = ?1",
            "membersCongress",
            Some("meeting"),
        ),
        _ => return None,
    })
}

/// The terms and groups of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found {
        let Some((sql, page, part)) = sql(*kind) else { continue };
        let row = connection
            .prepare_cached(sql)?
            .query_row(params![id], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .optional()?;
        hits.extend(row.map(|(title, detail, record)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: page.to_owned(), id: Some(record), part: part.map(str::to_owned) },
        }));
    }
    Ok(hits)
}
