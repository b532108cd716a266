//! The rows of meetings: attendance, topics, undertakings. Saving changes only the rows that differ: each
//! keeps its id, found by its key, so that its history stays whole.

use chrono::{NaiveDate, NaiveTime};
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::remove;
use crate::Problem;
use crate::negotiation::model::{
    Attendance, Meeting, MeetingId, MeetingInput, MeetingTopic, NegotiationId, Side, TopicResult,
    Undertaking, UndertakingId,
};

fn result_code(result: TopicResult) -> &'static str {
    match result {
        TopicResult::Agreed => "agreed",
        TopicResult::Disputed => "disputed",
        TopicResult::Deferred => "deferred",
    }
}

fn result_of(code: &str) -> TopicResult {
    match code {
        "agreed" => TopicResult::Agreed,
        "deferred" => TopicResult::Deferred,
        _ => TopicResult::Disputed,
    }
}

/// The round the next meeting is.
pub fn next_round(connection: &Connection, negotiation: NegotiationId) -> Result<u32, Problem> {
    Ok(connection.query_row(
        "SELECT coalesce(max(round), 0) + 1 FROM live_meeting WHERE negotiation_id = ?1",
        params![negotiation],
        |row| row.get(0),
    )?)
}

/// The negotiation and round a meeting belongs to.
pub fn meeting_negotiation(connection: &Connection, id: MeetingId) -> Result<(NegotiationId, u32), Problem> {
    connection
        .query_row("SELECT negotiation_id, round FROM live_meeting WHERE id = ?1", params![id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .ok_or_else(|| Problem::missing("次协商会议"))
}

/// Writes a meeting with everything under it.
pub fn save_meeting(tx: &Tx, id: MeetingId, round: u32, meeting: &MeetingInput) -> Result<(), Problem> {
    let values = params![
        id,
        meeting.negotiation,
        round,
        meeting.held_on,
        meeting.begins.trim(),
        meeting.ends.as_deref().map(str::trim),
        meeting.place.trim(),
        meeting.chair,
        meeting.recorder.trim(),
        meeting.recorder_post.trim(),
        meeting.agenda.trim(),
        meeting.next_on,
        meeting.next_place.as_deref().map(str::trim),
        meeting.late_entry,
        meeting.noted.as_deref().map(str::trim).filter(|noted| !noted.is_empty()),
    ];
    if meeting.id.is_some() {
        tx.execute(
            "UPDATE meeting SET negotiation_id = ?2, round = ?3, held_on = ?4, begins = ?5, ends = ?6, place = ?7,
               chair_id = ?8, recorder_name = ?9, recorder_post = ?10, agenda = ?11, next_on = ?12,
               next_place = ?13, late_entry = ?14, noted = ?15
             WHERE id = ?1 AND removed_at IS NULL",
            values,
        )?;
    } else {
        tx.execute(
            "INSERT INTO meeting (id, negotiation_id, round, held_on, begins, ends, place, chair_id, recorder_name,
               recorder_post, agenda, next_on, next_place, late_entry, noted)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
            values,
        )?;
    }
    save_attendance(tx, id, &meeting.attendance)?;
    save_topics(tx, id, &meeting.topics)?;
    save_undertakings(tx, id, &meeting.undertakings)
}

/// The id of the standing row of a meeting with this key, so that the row goes on and its history is one.
fn standing(
    tx: &Tx,
    table: &'static str,
    key: &'static str,
    meeting: MeetingId,
    of: &dyn rusqlite::ToSql,
) -> Result<Option<String>, Problem> {
    Ok(tx
        .prepare_cached(&format!(
            "SELECT id FROM {table} WHERE meeting_id = ?1 AND {key} = ?2 AND removed_at IS NULL"
        ))?
        .query_row(params![meeting, of], |row| row.get(0))
        .optional()?)
}

/// Puts the rows under a meeting that were not sent any more out of sight.
fn remove_others(tx: &Tx, table: &'static str, meeting: MeetingId, kept: &[String]) -> Result<(), Problem> {
    let ids: Vec<String> = tx
        .prepare_cached(&format!("SELECT id FROM {table} WHERE meeting_id = ?1 AND removed_at IS NULL"))?
        .query_map(params![meeting], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    ids.iter().filter(|id| !kept.contains(id)).try_for_each(|id| remove(tx, table, "id", id))
}

fn fresh(tx: &Tx) -> String {
    tx.new_id::<uuid::Uuid>().to_string()
}

fn save_attendance(tx: &Tx, meeting: MeetingId, wanted: &[Attendance]) -> Result<(), Problem> {
    let mut kept = Vec::with_capacity(wanted.len());
    for one in wanted {
        let known = standing(tx, "meeting_attendance", "representative_id", meeting, &one.representative)?;
        let id = known.unwrap_or_else(|| fresh(tx));
        tx.execute(
            "INSERT INTO meeting_attendance (id, meeting_id, representative_id, present, reason, chief)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET present = excluded.present, reason = excluded.reason,
               chief = coalesce(excluded.chief, meeting_attendance.chief)",
            params![id, meeting, one.representative, one.present, one.reason, one.chief],
        )?;
        kept.push(id);
    }
    remove_others(tx, "meeting_attendance", meeting, &kept)
}

fn save_topics(tx: &Tx, meeting: MeetingId, wanted: &[MeetingTopic]) -> Result<(), Problem> {
    let mut kept = Vec::with_capacity(wanted.len());
    for (ord, topic) in (1_i64..).zip(wanted) {
        let known = standing(tx, "meeting_topic", "topic_id", meeting, &topic.topic)?;
        let id = known.unwrap_or_else(|| fresh(tx));
        tx.execute(
            "INSERT INTO meeting_topic (id, meeting_id, topic_id, ord, workers_position, employer_position,
               evidence, result, agreed_text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, workers_position = excluded.workers_position,
               employer_position = excluded.employer_position, evidence = excluded.evidence,
               result = excluded.result, agreed_text = excluded.agreed_text",
            params![
                id,
                meeting,
                topic.topic,
                ord,
                topic.workers_position.trim(),
                topic.employer_position.trim(),
                topic.evidence.trim(),
                result_code(topic.result),
                topic.agreed_text.as_deref().map(str::trim),
            ],
        )?;
        kept.push(id);
    }
    remove_others(tx, "meeting_topic", meeting, &kept)
}

/// An undertaking keeps its row by its id; one sent without an id is the standing one with the same words,
/// side and owner, when there is one.
fn save_undertakings(tx: &Tx, meeting: MeetingId, wanted: &[Undertaking]) -> Result<(), Problem> {
    let stand = undertakings(tx, meeting)?;
    let mut kept: Vec<UndertakingId> = wanted.iter().filter_map(|one| one.id).collect();
    if kept.iter().any(|id| !stand.iter().any(|known| known.id == Some(*id))) {
        return Err(Problem::missing("项承诺事项").at("undertakings"));
    }
    for (ord, one) in (1_i64..).zip(wanted) {
        let same = |known: &&Undertaking| {
            known.what == one.what.trim() && known.side == one.side && known.owner == one.owner.trim()
        };
        let free = |known: &&Undertaking| known.id.is_some_and(|id| !kept.contains(&id));
        let known = || stand.iter().filter(free).find(same).and_then(|known| known.id);
        let id = one.id.or_else(known).unwrap_or_else(|| tx.new_id::<UndertakingId>());
        kept.push(id);
        tx.execute(
            "INSERT INTO meeting_undertaking (id, meeting_id, ord, what, side, owner, due_on, done_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, what = excluded.what, side = excluded.side,
               owner = excluded.owner, due_on = excluded.due_on, done_on = excluded.done_on",
            params![
                id,
                meeting,
                ord,
                one.what.trim(),
                one.side.code(),
                one.owner.trim(),
                one.due_on,
                one.done_on
            ],
        )?;
    }
    let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
    remove_others(tx, "meeting_undertaking", meeting, &kept)
}

/// Keeps with the meetings of a negotiation who led each side by the list as it stands, where that is not kept with them yet: what
/// comes to stand on the list next says nothing of them.
pub fn keep_chiefs(tx: &Tx, negotiation: NegotiationId) -> Result<(), Problem> {
    tx.execute(
        "UPDATE meeting_attendance SET chief =
           (SELECT r.chief FROM negotiation_representative r WHERE r.id = meeting_attendance.representative_id)
         WHERE chief IS NULL AND removed_at IS NULL
           AND meeting_id IN (SELECT id FROM live_meeting WHERE negotiation_id = ?1)",
        params![negotiation],
    )?;
    Ok(())
}

/// Puts a meeting and everything under it out of sight.
pub fn remove_meeting(tx: &Tx, id: MeetingId) -> Result<(), Problem> {
    for table in ["meeting_attendance", "meeting_topic", "meeting_undertaking"] {
        remove(tx, table, "meeting_id", &id.to_string())?;
    }
    remove(tx, "meeting", "id", &id.to_string())
}

/// Marks an undertaking done, or open again.
pub fn mark_undertaking(tx: &Tx, id: UndertakingId, done_on: Option<NaiveDate>) -> Result<(), Problem> {
    let changed = tx.execute(
        "UPDATE meeting_undertaking SET done_on = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, done_on],
    )?;
    if changed == 0 { Err(Problem::missing("项承诺事项")) } else { Ok(()) }
}

/// When a meeting began, for the order of meetings: by day, by the hour of the day, then as they were entered. A round that was
/// forgotten and is entered afterwards bears a later number than those it came before.
fn when(meeting: &Meeting) -> (NaiveDate, Option<NaiveTime>, u32) {
    let begins = NaiveTime::parse_from_str(meeting.record.begins.trim(), "%H:%M").ok();
    (meeting.record.held_on, begins, meeting.round)
}

/// The meetings with everything under them, the earliest first: what was said last of a topic is said in the last that speaks of it.
pub fn meetings(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Meeting>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, round, held_on, begins, ends, place, chair_id, recorder_name, recorder_post, agenda, next_on,
           next_place, late_entry, noted
         FROM live_meeting WHERE negotiation_id = ?1 ORDER BY round",
    )?;
    let mut heads: Vec<Meeting> = statement
        .query_map(params![negotiation], |row| {
            let id: MeetingId = row.get(0)?;
            Ok(Meeting {
                id,
                round: row.get(1)?,
                record: MeetingInput {
                    id: Some(id),
                    negotiation,
                    held_on: row.get(2)?,
                    begins: row.get(3)?,
                    ends: row.get(4)?,
                    place: row.get(5)?,
                    chair: row.get(6)?,
                    recorder: row.get(7)?,
                    recorder_post: row.get(8)?,
                    agenda: row.get(9)?,
                    attendance: Vec::new(),
                    topics: Vec::new(),
                    undertakings: Vec::new(),
                    next_on: row.get(10)?,
                    next_place: row.get(11)?,
                    late_entry: row.get(12)?,
                    noted: row.get(13)?,
                },
            })
        })?
        .collect::<Result<_, _>>()?;
    heads.sort_by_key(when);
    heads
        .into_iter()
        .map(|mut meeting| {
            meeting.record.attendance = attendance(connection, meeting.id)?;
            meeting.record.topics = meeting_topics(connection, meeting.id)?;
            meeting.record.undertakings = undertakings(connection, meeting.id)?;
            Ok(meeting)
        })
        .collect()
}

fn attendance(connection: &Connection, meeting: MeetingId) -> Result<Vec<Attendance>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT representative_id, present, reason, chief FROM live_meeting_attendance WHERE meeting_id = ?1
         ORDER BY id",
    )?;
    let rows = statement.query_map(params![meeting], |row| {
        Ok(Attendance {
            representative: row.get(0)?,
            present: row.get(1)?,
            reason: row.get(2)?,
            chief: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn meeting_topics(connection: &Connection, meeting: MeetingId) -> Result<Vec<MeetingTopic>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT topic_id, workers_position, employer_position, evidence, result, agreed_text
         FROM live_meeting_topic WHERE meeting_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map(params![meeting], |row| {
        Ok(MeetingTopic {
            topic: row.get(0)?,
            workers_position: row.get(1)?,
            employer_position: row.get(2)?,
            evidence: row.get(3)?,
            result: result_of(&row.get::<_, String>(4)?),
            agreed_text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn undertakings(connection: &Connection, meeting: MeetingId) -> Result<Vec<Undertaking>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, what, side, owner, due_on, done_on FROM live_meeting_undertaking
         WHERE meeting_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map(params![meeting], undertaking_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The undertakings of a negotiation that are not done, those with a day first.
pub fn open_undertakings(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<(Undertaking, u32)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT u.id, u.what, u.side, u.owner, u.due_on, u.done_on, m.round
         FROM live_meeting_undertaking u JOIN live_meeting m ON m.id = u.meeting_id
         WHERE m.negotiation_id = ?1 AND u.done_on IS NULL
         ORDER BY u.due_on IS NULL, u.due_on, u.id",
    )?;
    let rows = statement.query_map(params![negotiation], |row| Ok((undertaking_of(row)?, row.get(6)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn undertaking_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Undertaking> {
    Ok(Undertaking {
        id: Some(row.get(0)?),
        what: row.get(1)?,
        side: Side::of(&row.get::<_, String>(2)?),
        owner: row.get(3)?,
        due_on: row.get(4)?,
        done_on: row.get(5)?,
    })
}
