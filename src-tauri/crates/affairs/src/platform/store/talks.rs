//! The rows of the talks with platforms.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::remove as put_away;
use crate::Problem;
use crate::office::text;
use crate::platform::model::{PlatformFirmId, PlatformTalkId, PlatformTalkInput, PlatformTalkLine};

const WHAT: &str = "次协商";

const COLUMNS: &str = "t.id, t.firm_id, t.year, t.asked_on, t.reply_by, t.replied_on, t.covers, t.workers_seats,
  t.employers_seats, t.agreed_on, t.agreed, t.effective_on, t.posted_on, t.posted_where, t.feedback_by, t.feedback_on,
  t.feedback, t.late_entry";

fn record(row: &Row<'_>) -> rusqlite::Result<PlatformTalkInput> {
    Ok(PlatformTalkInput {
        id: row.get(0)?,
        firm: row.get(1)?,
        year: row.get(2)?,
        asked_on: row.get(3)?,
        reply_by: row.get(4)?,
        replied_on: row.get(5)?,
        covers: row.get(6)?,
        workers_seats: row.get(7)?,
        employers_seats: row.get(8)?,
        agreed_on: row.get(9)?,
        agreed: row.get(10)?,
        effective_on: row.get(11)?,
        posted_on: row.get(12)?,
        posted_where: row.get(13)?,
        feedback_by: row.get(14)?,
        feedback_on: row.get(15)?,
        feedback: row.get(16)?,
        late_entry: row.get(17)?,
    })
}

/// The talks of one id.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: PlatformTalkId) -> Result<PlatformTalkInput, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_platform_talk t WHERE t.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], record).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Those with a platform, the newest first.
pub(crate) fn with(
    connection: &Connection,
    firm: PlatformFirmId,
) -> Result<Vec<(PlatformTalkId, PlatformTalkInput)>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} FROM live_platform_talk t WHERE t.firm_id = ?1 ORDER BY t.year DESC, t.id DESC"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([firm], |row| Ok((row.get(0)?, record(row)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The same as lines of a list.
pub(crate) fn lines(connection: &Connection, firm: PlatformFirmId) -> Result<Vec<PlatformTalkLine>, Problem> {
    let sql = "SELECT t.id, t.year, t.agreed_on, t.posted_on, t.feedback_on,
        (SELECT count(*) FROM live_platform_meeting m WHERE m.talk_id = t.id),
        (SELECT max(m.held_on) FROM live_platform_meeting m WHERE m.talk_id = t.id)
      FROM live_platform_talk t WHERE t.firm_id = ?1 ORDER BY t.year DESC, t.id DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([firm], |row| {
        Ok(PlatformTalkLine {
            id: row.get(0)?,
            year: row.get(1)?,
            agreed_on: row.get(2)?,
            posted_on: row.get(3)?,
            feedback_on: row.get(4)?,
            meetings: row.get(5)?,
            talked_on: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many meetings were held with a platform in a year.
pub(crate) fn held_in(connection: &Connection, firm: PlatformFirmId, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM live_platform_meeting m JOIN live_platform_talk t ON t.id = m.talk_id
      WHERE t.firm_id = ?1 AND substr(m.held_on, 1, 4) = ?2";
    Ok(connection.prepare_cached(sql)?.query_row(params![firm, year.to_string()], |row| row.get(0))?)
}

/// Writes talks, new or changed.
pub(crate) fn save(tx: &Tx, id: PlatformTalkId, input: &PlatformTalkInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO platform_talk (id, firm_id, year, asked_on, reply_by, replied_on, covers, workers_seats,
           employers_seats, agreed_on, agreed, effective_on, posted_on, posted_where, feedback_by, feedback_on, feedback,
           late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
         ON CONFLICT (id) DO UPDATE SET year = excluded.year, asked_on = excluded.asked_on,
           reply_by = excluded.reply_by, replied_on = excluded.replied_on, covers = excluded.covers,
           workers_seats = excluded.workers_seats, employers_seats = excluded.employers_seats,
           agreed_on = excluded.agreed_on, agreed = excluded.agreed, effective_on = excluded.effective_on,
           posted_on = excluded.posted_on, posted_where = excluded.posted_where, feedback_by = excluded.feedback_by,
           feedback_on = excluded.feedback_on, feedback = excluded.feedback, late_entry = excluded.late_entry",
        params![
            id,
            input.firm,
            input.year,
            input.asked_on,
            input.reply_by,
            input.replied_on,
            input.covers,
            input.workers_seats,
            input.employers_seats,
            input.agreed_on,
            text(&input.agreed),
            input.effective_on,
            input.posted_on,
            text(&input.posted_where),
            input.feedback_by,
            input.feedback_on,
            text(&input.feedback),
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts talks out of sight.
pub(crate) fn remove(tx: &Tx, id: PlatformTalkId) -> Result<(), Problem> {
    put_away(tx, "platform_talk", &id, WHAT)
}
