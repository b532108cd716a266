//! What a year holds of workers' rights beside supervision, as counts in the order that their tables list them.

use rusqlite::Connection;

use super::affairs::counts;
use crate::Problem;
use crate::report::rules::Span;

/// Appeals raised in the year: all; answered in time, late, with no day promised; overdue, not due; went on elsewhere.
pub(crate) fn appeals(connection: &Connection, span: Span) -> Result<[u32; 7], Problem> {
    let sql = "SELECT count(*), sum(done AND promised_on IS NOT NULL AND answered_on <= promised_on),
        sum(done AND answered_on > promised_on), sum(done AND promised_on IS NULL), sum(NOT done AND promised_on < ?2),
        sum(NOT done AND (promised_on IS NULL OR promised_on >= ?2)), sum(onward_on <= ?2)
      FROM (SELECT promised_on, answered_on, onward_on, coalesce(answered_on <= ?2, 0) AS done FROM live_appeal
        WHERE substr(raised_on, 1, 4) = ?1 AND raised_on <= ?2)";
    counts(connection, sql, span)
}

/// Notices received in the year: all; before the planned day, not so.
pub(crate) fn dismissals(connection: &Connection, span: Span) -> Result<[u32; 3], Problem> {
    let sql = "SELECT count(*), sum(coalesce(received_on < planned_on, 0)), sum(NOT coalesce(received_on < planned_on, 0))
      FROM live_dismissal WHERE substr(received_on, 1, 4) = ?1 AND received_on <= ?2";
    counts(connection, sql, span)
}

/// Objections made in the year; answers given in it: all, and by what the employer did.
pub(crate) fn objections(connection: &Connection, span: Span) -> Result<[u32; 5], Problem> {
    let sql =
        "SELECT sum(what = 'object'), sum(what <> 'object'), sum(what = 'withdrawn'), sum(what = 'changed'),
        sum(what = 'kept') FROM (
        SELECT stance AS what, opined_on AS on_day FROM live_dismissal WHERE stance = 'object'
        UNION ALL
        SELECT result, answered_on FROM live_dismissal WHERE result IS NOT NULL)
      WHERE substr(on_day, 1, 4) = ?1 AND on_day <= ?2";
    counts(connection, sql, span)
}

/// Cases asked for in the year: all; agreed, not agreed, refused, withdrawn, not ended by then.
pub(crate) fn mediation(connection: &Connection, span: Span) -> Result<[u32; 6], Problem> {
    let sql = "SELECT count(*), sum(ended = 'agreed'), sum(ended = 'failed'), sum(ended = 'refused'), sum(ended = 'withdrawn'),
        sum(ended IS NULL)
      FROM (SELECT (SELECT e.kind FROM live_mediation_event e WHERE e.case_id = c.id AND e.happened_on <= ?2
          AND e.kind IN ('agreed', 'failed', 'refused', 'withdrawn')) AS ended
        FROM live_mediation_case c WHERE substr(c.applied_on, 1, 4) = ?1 AND c.applied_on <= ?2)";
    counts(connection, sql, span)
}

/// Mediations ended within their term, and agreements kept, by the day that was entered.
pub(crate) fn mediated(connection: &Connection, span: Span) -> Result<[u32; 2], Problem> {
    let sql =
        "SELECT sum(e.kind IN ('agreed', 'failed') AND e.happened_on <= e.due_on), sum(e.kind = 'performed')
      FROM live_mediation_event e JOIN live_mediation_case c ON c.id = e.case_id
      WHERE substr(e.happened_on, 1, 4) = ?1 AND e.happened_on <= ?2";
    counts(connection, sql, span)
}

/// Meetings of the members or of their delegates on days of the year, topics voted on in them, re-elections approved.
pub(crate) fn members_congress(connection: &Connection, span: Span) -> Result<[u32; 3], Problem> {
    let sql = "SELECT
        (SELECT count(*) FROM (SELECT held_on FROM live_members_meeting WHERE present IS NOT NULL
          UNION SELECT held_on FROM live_election_ballot WHERE post = 'committee')
          WHERE substr(held_on, 1, 4) = ?1 AND held_on <= ?2),
        (SELECT count(*) FROM live_members_topic t JOIN live_members_meeting m ON m.id = t.meeting_id
          WHERE t.votes_for IS NOT NULL AND substr(m.held_on, 1, 4) = ?1 AND m.held_on <= ?2),
        (SELECT count(*) FROM live_election_event WHERE kind = 'confirmed' AND substr(happened_on, 1, 4) = ?1
          AND happened_on <= ?2)";
    counts(connection, sql, span)
}
