//! What issued and incoming papers and the committees' records look like among the hits of the one search. Which papers match, `search` says.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// A hit of each kind: its name, what tells it from others, the record as its page names it, and that page.
fn sql(kind: Kind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        Kind::Paper => (
            "SELECT title, paper_number(kind, year, number), id FROM live_paper WHERE id = ?1",
            "outgoing",
        ),
        Kind::Incoming => (
            "SELECT title, source || ' ' || ifnull(their_number || ' ', '') || paper_number('incoming', year, serial), id
             FROM live_incoming_paper WHERE id = ?1",
            "incoming",
        ),
        Kind::Committee => (
            "SELECT committee_number(body, year, serial), held_on || ' ' || place, id FROM live_committee_meeting
             WHERE id = ?1",
            "committee",
        ),
        Kind::Decision => (
            "SELECT t.title, committee_number(m.body, m.year, m.serial), m.id FROM live_committee_topic t
             JOIN live_committee_meeting m ON m.id = t.meeting_id WHERE t.id = ?1",
            "committee",
        ),
        Kind::Person
        | Kind::Negotiation
        | Kind::Topic
        | Kind::Meeting
        | Kind::Undertaking
        | Kind::Supervision
        | Kind::Appeal
        | Kind::Dismissal
        | Kind::Mediation
        | Kind::Platform
        | Kind::Recuperation
        | Kind::Hazard
        | Kind::SafetyVisit
        | Kind::CongressTerm
        | Kind::CongressMotion
        | Kind::CongressMeeting
        | Kind::ReformMeasure
        | Kind::UnionTerm
        | Kind::Election
        | Kind::MembersMeeting
        | Kind::UnionGroup => return None,
    })
}

/// The papers of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found {
        let Some((sql, page)) = sql(*kind) else { continue };
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
            place: Place { page: page.to_owned(), id: Some(record), part: None },
        }));
    }
    Ok(hits)
}
