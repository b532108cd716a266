//! The rows of the meetings of the talks, with what was said on each topic.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{lines, remove as put_away, word};
use crate::Problem;
use crate::office::text;
use crate::platform::kinds::MINUTES;
use crate::platform::model::{
    PlatformMeetingId, PlatformMeetingInput, PlatformPosition, PlatformPositionId, PlatformTalkId,
    PlatformTopic, PlatformTopicResult,
};

const WHAT: &str = "次会议";

const COLUMNS: &str = "id, talk_id, held_on, place, chair, recorder, workers, employers, late_entry";

fn record(row: &Row<'_>) -> rusqlite::Result<PlatformMeetingInput> {
    let people = |at: usize| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, String>(at)?.lines().map(str::to_owned).collect())
    };
    Ok(PlatformMeetingInput {
        id: row.get(0)?,
        talk: row.get(1)?,
        held_on: row.get(2)?,
        place: row.get(3)?,
        chair: row.get(4)?,
        recorder: row.get(5)?,
        workers: people(6)?,
        employers: people(7)?,
        positions: Vec::new(),
        late_entry: row.get(8)?,
    })
}

fn positions(connection: &Connection, id: PlatformMeetingId) -> Result<Vec<PlatformPosition>, Problem> {
    let sql = "SELECT topic, title, workers, employers, result, agreed FROM live_platform_position
      WHERE meeting_id = ?1 ORDER BY ord";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(PlatformPosition {
            topic: word(row, 0, PlatformTopic::of, PlatformTopic::Other)?,
            title: row.get(1)?,
            workers: row.get(2)?,
            employers: row.get(3)?,
            result: word(row, 4, PlatformTopicResult::of, PlatformTopicResult::Deferred)?,
            agreed: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One meeting.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: PlatformMeetingId) -> Result<PlatformMeetingInput, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_platform_meeting WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], record).optional()?;
    let mut meeting = found.ok_or_else(|| Problem::missing(WHAT))?;
    meeting.positions = positions(connection, id)?;
    Ok(meeting)
}

/// The meetings of the talks, in order.
pub(crate) fn of(
    connection: &Connection,
    talk: PlatformTalkId,
) -> Result<Vec<(PlatformMeetingId, PlatformMeetingInput)>, Problem> {
    let sql = "SELECT id FROM live_platform_meeting WHERE talk_id = ?1 ORDER BY held_on, id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids =
        statement.query_map([talk], |row| row.get(0))?.collect::<Result<Vec<PlatformMeetingId>, _>>()?;
    ids.into_iter().map(|id| Ok((id, get(connection, id)?))).collect()
}

/// Writes a meeting, new or changed. The topics are written anew where they differ from those that stand.
pub(crate) fn save(tx: &Tx, id: PlatformMeetingId, input: &PlatformMeetingInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_meeting (id, talk_id, held_on, place, chair, recorder, workers, employers, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET held_on = excluded.held_on, place = excluded.place, chair = excluded.chair,
           recorder = excluded.recorder, workers = excluded.workers, employers = excluded.employers,
           late_entry = excluded.late_entry",
        params![
            id,
            input.talk,
            input.held_on,
            input.place.trim(),
            text(&input.chair),
            text(&input.recorder),
            lines(&input.workers),
            lines(&input.employers),
            text(&input.late_entry),
        ],
    )?;
    if positions(tx, id)? == input.positions {
        return Ok(());
    }
    tx.execute(
        "UPDATE platform_position SET removed_at = ?2 WHERE meeting_id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    for (ord, one) in (1_u32..).zip(&input.positions) {
        tx.execute(
            "INSERT INTO platform_position (id, talk_id, meeting_id, ord, topic, title, workers, employers, result, agreed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                tx.new_id::<PlatformPositionId>(),
                input.talk,
                id,
                ord,
                one.topic.code(),
                text(&one.title).filter(|_| one.topic == PlatformTopic::Other),
                text(&one.workers),
                text(&one.employers),
                one.result.code(),
                text(&one.agreed),
            ],
        )?;
    }
    Ok(())
}

/// Puts a meeting out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformMeetingId) -> Result<(), Problem> {
    put_away(tx, "platform_meeting", &id, WHAT)
}

/// The number of the newest minutes of a meeting that were issued.
pub(crate) fn issued_minutes(
    connection: &Connection,
    id: PlatformMeetingId,
) -> Result<Option<String>, Problem> {
    let sql = "SELECT paper_number(kind, year, number) FROM live_paper WHERE kind = ?1 AND of_id = ?2
      ORDER BY issued_at DESC, number DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row((MINUTES, id), |row| row.get(0)).optional()?)
}
