//! The rows of sessions and their votes. What is voted on is named by the record that it is about; nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::model::{CongressBallot, CongressForm, CongressSessionId, CongressSessionInput, CongressVoteId};
use crate::Problem;
use crate::typed::{lines, text};

/// A vote as its row holds it.
#[derive(Debug, Clone)]
pub struct Voted {
    /// The vote.
    pub id: CongressVoteId,
    /// Its session.
    pub session: CongressSessionId,
    /// What it was about, in words.
    pub matter: String,
    /// The agreement it was about, where it was about one.
    pub agreement: Option<Uuid>,
    /// 赞成, 反对, 弃权.
    pub votes: [u32; 3],
}

/// A vote as it is written.
#[derive(Debug, Clone)]
pub struct NewVote {
    /// In words.
    pub matter: String,
    /// The agreement.
    pub agreement: Option<Uuid>,
    /// 赞成, 反对, 弃权.
    pub votes: [u32; 3],
}

fn names(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Writes a session.
pub fn save_session(
    tx: &Tx,
    id: CongressSessionId,
    input: &CongressSessionInput,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO congress_session (id, form, name, held_on, due, present, way, given, returned, chair, chair_post,
           heard, tellers, scrutineers, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET form = excluded.form, name = excluded.name, held_on = excluded.held_on,
           due = excluded.due, present = excluded.present, way = excluded.way, given = excluded.given,
           returned = excluded.returned, chair = excluded.chair, chair_post = excluded.chair_post,
           heard = excluded.heard, tellers = excluded.tellers, scrutineers = excluded.scrutineers,
           law_pack = excluded.law_pack, late_entry = excluded.late_entry",
        params![
            id,
            input.form.code(),
            input.name.trim(),
            input.held_on,
            input.due,
            input.present,
            input.way.code(),
            input.given,
            input.returned,
            input.chair.trim(),
            text(&input.chair_post),
            text(&input.heard),
            lines(&input.tellers),
            lines(&input.scrutineers),
            pack,
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Writes the votes of a session: one on a record that was voted on keeps its row, those left out go.
pub fn save_votes(tx: &Tx, session: CongressSessionId, wanted: &[NewVote]) -> Result<(), Problem> {
    let standing = votes(tx, session)?;
    for gone in standing.iter().filter(|one| !wanted.iter().any(|new| new.agreement == one.agreement)) {
        remove_row(tx, "congress_vote", &gone.id.to_string())?;
    }
    for (ord, vote) in (1_i64..).zip(wanted) {
        let known = standing.iter().find(|one| one.agreement == vote.agreement).map(|one| one.id);
        tx.execute(
            "INSERT INTO congress_vote (id, session_id, ord, matter, agreement_id, votes_for, votes_against, abstained)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, matter = excluded.matter,
               votes_for = excluded.votes_for, votes_against = excluded.votes_against, abstained = excluded.abstained",
            params![
                known.unwrap_or_else(|| tx.new_id::<CongressVoteId>()),
                session,
                ord,
                vote.matter,
                vote.agreement.map(|id| id.to_string()),
                vote.votes[0],
                vote.votes[1],
                vote.votes[2],
            ],
        )?;
    }
    Ok(())
}

fn remove_row(tx: &Tx, table: &'static str, id: &str) -> Result<(), Problem> {
    tx.prepare_cached(&format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL"))?
        .execute(params![id, tx.now().to_rfc3339()])?;
    Ok(())
}

/// Puts a session and its votes out of sight.
pub fn remove(tx: &Tx, id: CongressSessionId) -> Result<(), Problem> {
    for vote in votes(tx, id)? {
        remove_row(tx, "congress_vote", &vote.id.to_string())?;
    }
    remove_row(tx, "congress_session", &id.to_string())
}

const SESSION: &str =
    "id, form, name, held_on, due, present, way, given, returned, chair, chair_post, heard, tellers,
  scrutineers, late_entry";

fn session_of(row: &Row<'_>) -> rusqlite::Result<CongressSessionInput> {
    Ok(CongressSessionInput {
        id: row.get(0)?,
        form: CongressForm::of(&row.get::<_, String>(1)?).unwrap_or(CongressForm::Congress),
        name: row.get(2)?,
        held_on: row.get(3)?,
        due: row.get(4)?,
        present: row.get(5)?,
        way: CongressBallot::of(&row.get::<_, String>(6)?).unwrap_or(CongressBallot::Secret),
        given: row.get(7)?,
        returned: row.get(8)?,
        chair: row.get(9)?,
        chair_post: row.get(10)?,
        heard: row.get(11)?,
        tellers: names(&row.get::<_, String>(12)?),
        scrutineers: names(&row.get::<_, String>(13)?),
        late_entry: row.get(14)?,
    })
}

/// One session.
///
/// Errors: `not_found`.
pub fn session(connection: &Connection, id: CongressSessionId) -> Result<CongressSessionInput, Problem> {
    connection
        .prepare_cached(&format!("SELECT {SESSION} FROM live_congress_session WHERE id = ?1"))?
        .query_row([id], session_of)
        .optional()?
        .ok_or_else(|| Problem::missing("次职工代表大会"))
}

fn vote_of(row: &Row<'_>) -> rusqlite::Result<Voted> {
    Ok(Voted {
        id: row.get(0)?,
        session: row.get(1)?,
        matter: row.get(2)?,
        agreement: row.get::<_, Option<String>>(3)?.and_then(|id| id.parse().ok()),
        votes: [row.get(4)?, row.get(5)?, row.get(6)?],
    })
}

const VOTE: &str = "v.id, v.session_id, v.matter, v.agreement_id, v.votes_for, v.votes_against, v.abstained";

/// The votes of a session in their order.
pub fn votes(connection: &Connection, session: CongressSessionId) -> Result<Vec<Voted>, Problem> {
    let sql = format!("SELECT {VOTE} FROM live_congress_vote v WHERE v.session_id = ?1 ORDER BY v.ord, v.id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([session], vote_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One vote.
///
/// Errors: `not_found`.
pub fn vote(connection: &Connection, id: CongressVoteId) -> Result<Voted, Problem> {
    let sql = format!("SELECT {VOTE} FROM live_congress_vote v WHERE v.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], vote_of).optional()?;
    found.ok_or_else(|| Problem::missing("次表决"))
}

/// Whether a vote was entered afterwards from the start: its session bore the reason already when the vote was first written. Where the
/// journal does not tell it any more, it was not.
pub fn was_late(connection: &Connection, vote: Uuid) -> Result<bool, Problem> {
    let sql = "SELECT json_type(s.after, '$.late_entry') = 'text' FROM congress_vote v
         JOIN change s ON substr(s.row_id, -8) = substr(v.session_id, -8) AND s.row_id = v.session_id
           AND s.tbl = 'congress_session'
         WHERE v.id = ?1 AND json_type(s.after, '$.late_entry') IS NOT NULL
           AND s.place >> 32 <= (SELECT min(e.place) >> 32 FROM change e
             WHERE substr(e.row_id, -8) = substr(?1, -8) AND e.row_id = ?1 AND e.tbl = 'congress_vote')
         ORDER BY s.place DESC LIMIT 1";
    let late: Option<bool> =
        connection.prepare_cached(sql)?.query_row([vote.to_string()], |row| row.get(0)).optional()?;
    Ok(late.unwrap_or(false))
}

/// The votes on an agreement, the earliest session first.
pub fn votes_on(
    connection: &Connection,
    agreement: Uuid,
) -> Result<Vec<(CongressSessionInput, Voted)>, Problem> {
    let sql = format!(
        "SELECT {VOTE} FROM live_congress_vote v JOIN live_congress_session s ON s.id = v.session_id
         WHERE v.agreement_id = ?1 ORDER BY s.held_on, v.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([agreement.to_string()], vote_of)?;
    let voted: Vec<Voted> = rows.collect::<Result<_, _>>()?;
    voted.into_iter().map(|vote| Ok((session(connection, vote.session)?, vote))).collect()
}
