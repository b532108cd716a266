//! What a negotiation and its parts look like among the hits of the one search. Which of them match,
//! `search` says.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::duty::Place;
use crate::search::{Hit, Kind};

/// A hit of each kind: its name, what tells it from others, the affair it belongs to.
fn sql(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Negotiation => "SELECT title, started_on || '启动', id FROM live_negotiation WHERE id = ?1",
        Kind::Topic => {
            "SELECT t.title, n.title, n.id FROM live_negotiation_topic t
             JOIN live_negotiation n ON n.id = t.negotiation_id WHERE t.id = ?1"
        }
        Kind::Meeting => {
            "SELECT '第' || m.round || '轮协商会议', m.held_on || ' ' || m.place, n.id FROM live_meeting m
             JOIN live_negotiation n ON n.id = m.negotiation_id WHERE m.id = ?1"
        }
        Kind::Undertaking => {
            "SELECT u.what, u.owner || '，第' || m.round || '轮会议', n.id FROM live_meeting_undertaking u
             JOIN live_meeting m ON m.id = u.meeting_id
             JOIN live_negotiation n ON n.id = m.negotiation_id WHERE u.id = ?1"
        }
        Kind::Person
        | Kind::Paper
        | Kind::Incoming
        | Kind::Committee
        | Kind::Decision
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

/// Where a hit opens: the part of the affair's page.
fn part(kind: Kind, id: &str) -> Option<String> {
    match kind {
        Kind::Topic => Some("topics".to_owned()),
        Kind::Meeting => Some(format!("meeting:{id}")),
        Kind::Undertaking => Some("undertakings".to_owned()),
        Kind::Negotiation
        | Kind::Person
        | Kind::Paper
        | Kind::Incoming
        | Kind::Committee
        | Kind::Decision
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
        | Kind::UnionGroup => None,
    }
}

/// The affairs of these records, those gone in between left out.
pub fn search_rows(connection: &Connection, found: &[(Kind, String)]) -> Result<Vec<Hit>, Problem> {
    let mut hits = Vec::new();
    for (kind, id) in found {
        let Some(sql) = sql(*kind) else { continue };
        let row = connection
            .prepare_cached(sql)?
            .query_row(params![id], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
            })
            .optional()?;
        hits.extend(row.map(|(title, detail, affair)| Hit {
            kind: *kind,
            id: id.clone(),
            title,
            detail,
            place: Place { page: "negotiation".to_owned(), id: Some(affair), part: part(*kind, id) },
        }));
    }
    Ok(hits)
}
