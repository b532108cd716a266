//! What a year holds of talks, papers and the ledger's own keeping, as counts in the order that their tables list them.
//! A paper that came in the year is judged by what was known at the year's last day that counts.

use rusqlite::{Connection, params};

use crate::Problem;
use crate::report::rules::Span;

pub(super) fn counts<const N: usize>(
    connection: &Connection,
    sql: &str,
    span: Span,
) -> Result<[u32; N], Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![span.year.to_string(), span.end], |row| {
        let mut counts = [0; N];
        for (at, count) in counts.iter_mut().enumerate() {
            *count = row.get::<_, Option<u32>>(at)?.unwrap_or(0);
        }
        Ok(counts)
    })?)
}

/// Offers put forward in the year: all; answered in time, late, with no term to compare; not answered and overdue, not
/// answered and not due. The first answer counts, whatever followed it.
pub(crate) fn offers(connection: &Connection, span: Span) -> Result<[u32; 6], Problem> {
    let sql = "SELECT count(*), sum(r.answered IS NOT NULL AND r.answered <= o.reply_due),
        sum(r.answered IS NOT NULL AND r.answered > o.reply_due), sum(r.answered IS NOT NULL AND o.reply_due IS NULL),
        sum(r.answered IS NULL AND o.reply_due < ?2), sum(r.answered IS NULL AND (o.reply_due IS NULL OR o.reply_due >= ?2))
      FROM live_negotiation_offer o JOIN live_negotiation n ON n.id = o.negotiation_id
      LEFT JOIN (SELECT negotiation_id, min(replied_on) AS answered FROM live_negotiation_reply GROUP BY negotiation_id) r
        ON r.negotiation_id = o.negotiation_id AND r.answered <= ?2
      WHERE substr(o.issued_on, 1, 4) = ?1 AND o.issued_on <= ?2";
    counts(connection, sql, span)
}

/// Meetings held in the year.
pub(crate) fn meetings(connection: &Connection, span: Span) -> Result<[u32; 1], Problem> {
    let sql = "SELECT count(*) FROM live_meeting m JOIN live_negotiation n ON n.id = m.negotiation_id
      WHERE substr(m.held_on, 1, 4) = ?1 AND m.held_on <= ?2";
    counts(connection, sql, span)
}

/// Topics that a meeting of the year talked about, each by its last result in it: all; agreed, disputed, deferred.
pub(crate) fn topics(connection: &Connection, span: Span) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(*), sum(result = 'agreed'), sum(result = 'disputed'), sum(result = 'deferred') FROM (
        SELECT t.result, row_number() OVER (PARTITION BY t.topic_id ORDER BY m.held_on DESC, substr('0' || m.begins, -5) DESC, m.round DESC) AS at
        FROM live_meeting_topic t JOIN live_meeting m ON m.id = t.meeting_id
        JOIN live_negotiation n ON n.id = m.negotiation_id
        WHERE substr(m.held_on, 1, 4) = ?1 AND m.held_on <= ?2) WHERE at = 1";
    counts(connection, sql, span)
}

/// Undertakings given in meetings of the year: all; kept in time, kept late, overdue, still open.
pub(crate) fn undertakings(connection: &Connection, span: Span) -> Result<[u32; 5], Problem> {
    let sql = "SELECT count(*), sum(done AND NOT coalesce(done_on > due_on, 0)), sum(done AND coalesce(done_on > due_on, 0)),
        sum(NOT done AND coalesce(due_on < ?2, 0)), sum(NOT done AND NOT coalesce(due_on < ?2, 0)) FROM (
        SELECT u.done_on, u.due_on, coalesce(u.done_on <= ?2, 0) AS done
        FROM live_meeting_undertaking u JOIN live_meeting m ON m.id = u.meeting_id
        JOIN live_negotiation n ON n.id = m.negotiation_id
        WHERE substr(m.held_on, 1, 4) = ?1 AND m.held_on <= ?2)";
    counts(connection, sql, span)
}

/// Agreements that were signed, filed, took effect in the year.
pub(crate) fn contracts(connection: &Connection, span: Span) -> Result<[u32; 3], Problem> {
    let sql = "SELECT count(DISTINCT CASE e.kind WHEN 'signed' THEN a.id END),
        count(DISTINCT CASE e.kind WHEN 'filed' THEN a.id END), count(DISTINCT CASE e.kind WHEN 'in_effect' THEN a.id END)
      FROM live_negotiation_event e JOIN live_agreement a ON a.id = e.agreement_id
      JOIN live_negotiation n ON n.id = e.negotiation_id
      WHERE substr(e.happened_on, 1, 4) = ?1 AND e.happened_on <= ?2";
    counts(connection, sql, span)
}

/// Incoming papers received in the year: all; dealt with in time, late, with no due day; open and overdue, open.
pub(crate) fn incoming(connection: &Connection, span: Span) -> Result<[u32; 6], Problem> {
    let sql = "SELECT count(*), sum(done AND due_on IS NOT NULL AND done_on <= due_on), sum(done AND done_on > due_on),
        sum(done AND due_on IS NULL), sum(NOT done AND due_on < ?2), sum(NOT done AND (due_on IS NULL OR due_on >= ?2))
      FROM (SELECT due_on, done_on, coalesce(done_on <= ?2, 0) AS done FROM live_incoming_paper
        WHERE substr(received_on, 1, 4) = ?1 AND received_on <= ?2)";
    counts(connection, sql, span)
}

/// Supervision cases whose clue came in the year: all; accepted, refused, not decided by then.
pub(crate) fn supervision(connection: &Connection, span: Span) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(*), sum(accepted), sum(refused AND NOT accepted), sum(NOT accepted AND NOT refused) FROM (
        SELECT EXISTS (SELECT 1 FROM live_supervision_event e WHERE e.case_id = c.id
            AND e.kind NOT IN ('refused', 'told') AND e.happened_on <= ?2) AS accepted,
          EXISTS (SELECT 1 FROM live_supervision_event e WHERE e.case_id = c.id
            AND e.kind = 'refused' AND e.happened_on <= ?2) AS refused
        FROM live_supervision_case c WHERE substr(c.received_on, 1, 4) = ?1 AND c.received_on <= ?2)";
    counts(connection, sql, span)
}

/// Letters of supervision that went out in the year, by kind; recommendations of the upper union and cases closed in it.
pub(crate) fn supervision_letters(connection: &Connection, span: Span) -> Result<[u32; 5], Problem> {
    let sql = "SELECT sum(what = 'reminder'), sum(what = 'opinion'), sum(what = 'request'), sum(what = 'recommended'),
        sum(what = 'closed') FROM (
        SELECT l.kind AS what, coalesce((SELECT min(substr(p.issued_at, 1, 10)) FROM live_paper p
            WHERE p.kind = 'letters.' || l.kind AND p.of_id = l.id), l.received_on,
            iif(l.late_entry IS NULL, NULL, l.dated_on)) AS on_day
          FROM live_supervision_letter l JOIN live_supervision_case c ON c.id = l.case_id
        UNION ALL
        SELECT e.kind, e.happened_on FROM live_supervision_event e JOIN live_supervision_case c ON c.id = e.case_id)
      WHERE substr(on_day, 1, 4) = ?1 AND on_day <= ?2";
    counts(connection, sql, span)
}

/// Answers to reminders and opinions given in the year: all; in time, late, with no day to compare.
pub(crate) fn supervision_answers(connection: &Connection, span: Span) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(*), sum(happened_on <= due_on), sum(happened_on > due_on), sum(due_on IS NULL)
      FROM live_supervision_event e JOIN live_supervision_case c ON c.id = e.case_id
      WHERE e.kind IN ('reminder_answered', 'opinion_answered') AND substr(happened_on, 1, 4) = ?1 AND happened_on <= ?2";
    counts(connection, sql, span)
}

/// Money of the year by the day it came, in fen: dues taken, contribution paid by the employer, contribution come back; and how
/// many members' dues were among it.
pub(crate) fn money(connection: &Connection, span: Span) -> Result<([i64; 3], u32), Problem> {
    let sql = "SELECT
        (SELECT coalesce(sum(y.amount), 0) FROM dues_payment y JOIN dues_entry e ON e.id = y.entry_id
          WHERE substr(e.paid_on, 1, 4) = ?1 AND e.paid_on <= ?2),
        (SELECT coalesce(sum(amount), 0) FROM live_fee_payment WHERE way = 'paid' AND substr(paid_on, 1, 4) = ?1 AND paid_on <= ?2),
        (SELECT coalesce(sum(amount), 0) FROM live_fee_payment WHERE way = 'returned' AND substr(paid_on, 1, 4) = ?1
          AND paid_on <= ?2),
        (SELECT count(*) FROM (SELECT coalesce(y.person_id, y.erased) AS whose FROM dues_payment y
          JOIN dues_entry e ON e.id = y.entry_id
          WHERE substr(e.paid_on, 1, 4) = ?1 AND e.paid_on <= ?2 AND coalesce(y.person_id, y.erased) IS NOT NULL
          GROUP BY whose HAVING sum(y.amount) > 0))";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![span.year.to_string(), span.end], |row| {
        Ok(([row.get(0)?, row.get(1)?, row.get(2)?], row.get(3)?))
    })?)
}

/// Talks with platforms in the year: platforms with a meeting, meetings, talks agreed, results posted.
pub(crate) fn platform_talks(connection: &Connection, span: Span) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(DISTINCT CASE what WHEN 'held' THEN firm_id END), sum(what = 'held'), sum(what = 'agreed'),
        sum(what = 'posted') FROM (
        SELECT 'held' AS what, t.firm_id, m.held_on AS on_day FROM live_platform_meeting m
          JOIN live_platform_talk t ON t.id = m.talk_id
        UNION ALL SELECT 'agreed', firm_id, agreed_on FROM live_platform_talk
        UNION ALL SELECT 'posted', firm_id, posted_on FROM live_platform_talk)
      WHERE substr(on_day, 1, 4) = ?1 AND on_day <= ?2";
    counts(connection, sql, span)
}

/// Work safety in the year: inspections, hazards found, major ones of them, rectification proposals received, hazards closed and
/// not sent back by then.
pub(crate) fn safety(connection: &Connection, span: Span) -> Result<[u32; 5], Problem> {
    let sql = "SELECT
        (SELECT count(*) FROM live_safety_visit WHERE substr(visited_on, 1, 4) = ?1 AND visited_on <= ?2),
        (SELECT count(*) FROM live_hazard WHERE substr(found_on, 1, 4) = ?1 AND found_on <= ?2),
        (SELECT count(*) FROM live_hazard WHERE substr(found_on, 1, 4) = ?1 AND found_on <= ?2 AND grade = 'major'),
        (SELECT count(*) FROM (SELECT coalesce(
            (SELECT min(s.signed_on) FROM live_paper_sending s JOIN live_paper i ON i.id = s.paper_id
              WHERE i.kind = 'safety.proposal' AND i.of_id = h.id),
            (SELECT min(e.happened_on) FROM live_hazard_event e WHERE e.hazard_id = h.id AND e.kind = 'proposed')) AS on_day
          FROM live_hazard h) WHERE substr(on_day, 1, 4) = ?1 AND on_day <= ?2),
        (SELECT count(*) FROM live_hazard h WHERE EXISTS (SELECT 1 FROM live_hazard_event e WHERE e.hazard_id = h.id
          AND e.kind = 'closed' AND substr(e.happened_on, 1, 4) = ?1 AND e.happened_on <= ?2
          AND NOT EXISTS (SELECT 1 FROM live_hazard_event b WHERE b.hazard_id = h.id AND b.ord > e.ord
            AND b.kind IN ('failed', 'reopened') AND b.happened_on <= ?2)))";
    counts(connection, sql, span)
}

/// Measures of the workforce reform of the year: the articles that they answer, all; done and given up by then.
pub(crate) fn reform(connection: &Connection, span: Span) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(DISTINCT article), count(*), count(CASE WHEN outcome = 'done' AND ended_on <= ?2 THEN 1 END),
        count(CASE WHEN outcome = 'stopped' AND ended_on <= ?2 THEN 1 END)
      FROM live_reform_measure WHERE year = CAST(?1 AS INTEGER)";
    counts(connection, sql, span)
}

/// People referred to other unions in the year: all; taken in, and not, by then.
pub(crate) fn referrals(connection: &Connection, span: Span) -> Result<[u32; 3], Problem> {
    let sql = "SELECT count(DISTINCT whose), count(DISTINCT CASE WHEN outcome = 'accepted' THEN whose END),
        count(DISTINCT CASE WHEN outcome = 'declined' THEN whose END)
      FROM (SELECT coalesce(person_id, erased) AS whose, CASE WHEN replied_on <= ?2 THEN outcome END AS outcome
        FROM live_platform_referral
        WHERE substr(referred_on, 1, 4) = ?1 AND referred_on <= ?2)";
    counts(connection, sql, span)
}

/// Help after accidents asked for in the year: all; applied for, concluded by then.
pub(crate) fn injury_helps(connection: &Connection, span: Span) -> Result<[u32; 3], Problem> {
    let sql = "SELECT count(*), sum(coalesce(applied_on <= ?2, 0)), sum(coalesce(concluded_on <= ?2, 0))
      FROM live_injury_help WHERE substr(asked_on, 1, 4) = ?1 AND asked_on <= ?2";
    counts(connection, sql, span)
}

/// Attachments added in the year.
pub(crate) fn attachments(connection: &Connection, span: Span) -> Result<[u32; 1], Problem> {
    let sql = "SELECT count(*) FROM live_attachment WHERE substr(added_at, 1, 4) = ?1 AND substr(added_at, 1, 10) <= ?2";
    counts(connection, sql, span)
}

/// Steps of the journal in the year.
pub(crate) fn steps(connection: &Connection, span: Span) -> Result<[u32; 1], Problem> {
    Ok([ledger::steps_in(connection, span.year)?])
}

/// Papers issued in the year and in the one before, by kind, in the order of their kinds.
pub(crate) fn papers(connection: &Connection, span: Span) -> Result<Vec<(String, [u32; 2])>, Problem> {
    let sql = "SELECT kind, sum(substr(issued_at, 1, 4) = ?1 AND substr(issued_at, 1, 10) <= ?3), sum(substr(issued_at, 1, 4) = ?2)
      FROM live_paper WHERE substr(issued_at, 1, 4) IN (?1, ?2) GROUP BY kind ORDER BY kind";
    let mut statement = connection.prepare_cached(sql)?;
    let years = params![span.year.to_string(), span.before().year.to_string(), span.end];
    let rows = statement.query_map(years, |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?])))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
