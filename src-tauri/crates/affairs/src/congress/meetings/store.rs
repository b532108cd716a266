//! The rows of sessions and their matters. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    CongressMatter, CongressMatterId, CongressMatterKind, CongressMeetingId, CongressMeetingInput,
};
use crate::Problem;
use crate::typed::text;

const COLUMNS: &str = "id, term_id, name, held_on, place, host, agreed_on, reported_on, noticed_on, papers_on, due, present, \
  published_on, upper_on, note, late_entry";

fn read(row: &Row<'_>) -> rusqlite::Result<(CongressMeetingId, CongressMeetingInput)> {
    let id: CongressMeetingId = row.get(0)?;
    let record = CongressMeetingInput {
        id: Some(id),
        term: row.get(1)?,
        name: row.get(2)?,
        held_on: row.get(3)?,
        place: row.get(4)?,
        host: row.get(5)?,
        agreed_on: row.get(6)?,
        reported_on: row.get(7)?,
        noticed_on: row.get(8)?,
        papers_on: row.get(9)?,
        due: row.get(10)?,
        present: row.get(11)?,
        published_on: row.get(12)?,
        upper_on: row.get(13)?,
        note: row.get(14)?,
        late_entry: row.get(15)?,
        matters: Vec::new(),
    };
    Ok((id, record))
}

pub(super) fn missing() -> Problem {
    Problem::missing("次职工代表大会会议")
}

fn matters(connection: &Connection, id: CongressMeetingId) -> Result<Vec<CongressMatter>, Problem> {
    let sql = "SELECT id, title, kind, secret, votes_for, votes_against, abstained, decision FROM live_congress_matter
       WHERE meeting_id = ?1 ORDER BY ord, id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(CongressMatter {
            id: row.get(0)?,
            title: row.get(1)?,
            kind: CongressMatterKind::of(&row.get::<_, String>(2)?).unwrap_or(CongressMatterKind::Hear),
            secret: row.get(3)?,
            votes_for: row.get(4)?,
            votes_against: row.get(5)?,
            abstained: row.get(6)?,
            decision: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every session with its matters, the newest first.
pub(super) fn all(
    connection: &Connection,
) -> Result<Vec<(CongressMeetingId, CongressMeetingInput)>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_congress_meeting ORDER BY held_on DESC, id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    let mut all: Vec<(CongressMeetingId, CongressMeetingInput)> = rows.collect::<Result<_, _>>()?;
    for (id, record) in &mut all {
        record.matters = matters(connection, *id)?;
    }
    Ok(all)
}

/// One session.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: CongressMeetingId) -> Result<CongressMeetingInput, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_congress_meeting WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    let (_, mut record) = found.ok_or_else(missing)?;
    record.matters = matters(connection, id)?;
    Ok(record)
}

pub(super) fn save(
    tx: &Tx,
    id: CongressMeetingId,
    input: &CongressMeetingInput,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO congress_meeting (id, term_id, name, held_on, place, host, agreed_on, reported_on, noticed_on, papers_on,
           due, present, published_on, upper_on, note, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (id) DO UPDATE SET term_id = excluded.term_id, name = excluded.name, held_on = excluded.held_on,
           place = excluded.place, host = excluded.host, agreed_on = excluded.agreed_on,
           reported_on = excluded.reported_on, noticed_on = excluded.noticed_on, papers_on = excluded.papers_on,
           due = excluded.due, present = excluded.present, published_on = excluded.published_on,
           upper_on = excluded.upper_on, note = excluded.note, law_pack = excluded.law_pack,
           late_entry = excluded.late_entry",
        params![
            id,
            input.term,
            input.name.trim(),
            input.held_on,
            input.place.trim(),
            text(&input.host),
            input.agreed_on,
            input.reported_on,
            input.noticed_on,
            input.papers_on,
            input.due,
            input.present,
            input.published_on,
            input.upper_on,
            text(&input.note),
            pack,
            text(&input.late_entry),
        ],
    )?;
    save_matters(tx, id, &input.matters)
}

/// A matter keeps its row; what is not listed any more goes out of sight.
fn save_matters(tx: &Tx, meeting: CongressMeetingId, wanted: &[CongressMatter]) -> Result<(), Problem> {
    let known: Vec<CongressMatterId> = matters(tx, meeting)?.into_iter().filter_map(|one| one.id).collect();
    let mut kept = Vec::new();
    for (ord, one) in (1_i64..).zip(wanted) {
        let id = one.id.filter(|id| known.contains(id)).unwrap_or_else(|| tx.new_id());
        tx.execute(
            "INSERT INTO congress_matter (id, meeting_id, ord, title, kind, secret, votes_for, votes_against, abstained, decision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, title = excluded.title, kind = excluded.kind,
               secret = excluded.secret, votes_for = excluded.votes_for, votes_against = excluded.votes_against,
               abstained = excluded.abstained, decision = excluded.decision",
            params![
                id,
                meeting,
                ord,
                one.title.trim(),
                one.kind.code(),
                one.secret,
                one.votes_for,
                one.votes_against,
                one.abstained,
                text(&one.decision),
            ],
        )?;
        kept.push(id);
    }
    let now = tx.now().to_rfc3339();
    for gone in known.iter().filter(|id| !kept.contains(id)) {
        tx.execute("UPDATE congress_matter SET removed_at = ?2 WHERE id = ?1", params![gone, now])?;
    }
    Ok(())
}

/// Puts a session out of sight; its matters stay with it.
pub(super) fn remove(tx: &Tx, id: CongressMeetingId) -> Result<(), Problem> {
    let gone = tx.execute(
        "UPDATE congress_meeting SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if gone == 1 { Ok(()) } else { Err(missing()) }
}
