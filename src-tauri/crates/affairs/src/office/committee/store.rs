//! The rows of committees' records: head, members, topics. Saving changes only the rows that differ: a topic keeps its id,
//! which later acts refer to. What is listed of many is `register`'s, who refers to what `decisions`'.

mod register;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::decisions;
use super::model::{
    CommitteeBody, CommitteeInput, CommitteeMeetingId, CommitteeMember, CommitteeQuorum, CommitteeRecord,
    CommitteeTopic, CommitteeTopicId, CommitteeTopicInput, CommitteeVotes, OtherCommitteeRecord,
    SignCommittee,
};
use super::rules;
pub(crate) use super::rules::{decision_name, number};
use crate::Problem;
use crate::typed::{text, tidy_time};
pub use register::{each, page};

fn missing() -> Problem {
    Problem::missing("份会议记录")
}

/// One more than the highest serial of the body and year. Removed records keep theirs, so that none is given twice.
pub(super) fn next_serial(connection: &Connection, body: CommitteeBody, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM committee_meeting WHERE body = ?1 AND year = ?2";
    Ok(connection.query_row(sql, params![body.code(), year], |row| row.get(0))?)
}

/// The year of a record's number, removed or not.
pub(crate) fn year_of(connection: &Connection, id: &str) -> Result<i32, Problem> {
    let year = connection
        .query_row("SELECT year FROM committee_meeting WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    year.ok_or_else(missing)
}

/// The number of a record that stands.
pub(crate) fn number_of(connection: &Connection, id: CommitteeMeetingId) -> Result<String, Problem> {
    Ok(head(connection, id)?.number)
}

pub(super) fn insert(
    tx: &Tx,
    id: CommitteeMeetingId,
    (year, serial): (i32, u32),
    input: &CommitteeInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO committee_meeting (id, held_on, begins, ends, place, chair, recorder, observers, note, body, year,
           serial, corrects_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            input.held_on,
            text(&input.begins).and_then(tidy_time),
            text(&input.ends).and_then(tidy_time),
            input.place.trim(),
            input.chair.trim(),
            input.recorder.trim(),
            text(&input.observers),
            text(&input.note),
            input.body.code(),
            year,
            serial,
            input.corrects,
        ],
    )?;
    save_members(tx, id, &input.members)?;
    save_topics(tx, id, &input.topics)
}

pub(super) fn update(tx: &Tx, id: CommitteeMeetingId, input: &CommitteeInput) -> Result<(), Problem> {
    tx.execute(
        "UPDATE committee_meeting SET held_on = ?2, begins = ?3, ends = ?4, place = ?5, chair = ?6, recorder = ?7,
           observers = ?8, note = ?9 WHERE id = ?1",
        params![
            id,
            input.held_on,
            text(&input.begins).and_then(tidy_time),
            text(&input.ends).and_then(tidy_time),
            input.place.trim(),
            input.chair.trim(),
            input.recorder.trim(),
            text(&input.observers),
            text(&input.note),
        ],
    )?;
    save_members(tx, id, &input.members)?;
    save_topics(tx, id, &input.topics)
}

/// Ids of the rows under a meeting in one of its tables.
fn standing(tx: &Tx, table: &str, meeting: CommitteeMeetingId) -> Result<Vec<String>, Problem> {
    let sql = format!("SELECT id FROM {table} WHERE meeting_id = ?1 AND removed_at IS NULL ORDER BY ord");
    let mut statement = tx.prepare_cached(&sql)?;
    Ok(statement.query_map([meeting], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn hide(tx: &Tx, table: &str, id: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    Ok(())
}

/// A member keeps their row by name, so that its history is one.
fn save_members(tx: &Tx, meeting: CommitteeMeetingId, wanted: &[CommitteeMember]) -> Result<(), Problem> {
    let mut known = standing(tx, "committee_attendance", meeting)?;
    let mut named = tx.prepare_cached("SELECT name FROM committee_attendance WHERE id = ?1")?;
    for (ord, one) in (1_i64..).zip(wanted) {
        let mut row = None;
        for (at, id) in known.iter().enumerate() {
            let name: String = named.query_row([id], |row| row.get(0))?;
            if name == one.name.trim() {
                row = Some(at);
                break;
            }
        }
        let id = row.map_or_else(|| tx.new_id::<uuid::Uuid>().to_string(), |at| known.swap_remove(at));
        tx.execute(
            "INSERT INTO committee_attendance (id, meeting_id, ord, person_id, name, post, present, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, person_id = excluded.person_id, name = excluded.name,
               post = excluded.post, present = excluded.present, reason = excluded.reason",
            params![
                id,
                meeting,
                ord,
                one.person,
                one.name.trim(),
                text(&one.post),
                one.present,
                text(&one.reason).filter(|_| !one.present),
            ],
        )?;
    }
    known.iter().try_for_each(|id| hide(tx, "committee_attendance", id))
}

fn save_topics(tx: &Tx, meeting: CommitteeMeetingId, wanted: &[CommitteeTopicInput]) -> Result<(), Problem> {
    let known = standing(tx, "committee_topic", meeting)?;
    let mut kept = Vec::with_capacity(wanted.len());
    for (ord, topic) in (1_i64..).zip(wanted) {
        let id = topic.id.map(|id| id.to_string());
        if id.as_ref().is_some_and(|id| !known.contains(id) || kept.contains(id)) {
            return Err(Problem::missing("项议题").at("topics"));
        }
        let id = id.unwrap_or_else(|| tx.new_id::<CommitteeTopicId>().to_string());
        tx.execute(
            "INSERT INTO committee_topic (id, meeting_id, ord, title, said, votes_for, votes_against, votes_abstained,
               decision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, title = excluded.title, said = excluded.said,
               votes_for = excluded.votes_for, votes_against = excluded.votes_against,
               votes_abstained = excluded.votes_abstained, decision = excluded.decision",
            params![
                id,
                meeting,
                ord,
                topic.title.trim(),
                text(&topic.said),
                topic.votes.map(|votes| votes.favour),
                topic.votes.map(|votes| votes.against),
                topic.votes.map(|votes| votes.abstained),
                text(&topic.decision),
            ],
        )?;
        kept.push(id);
    }
    known.iter().filter(|id| !kept.contains(id)).try_for_each(|id| hide(tx, "committee_topic", id))
}

/// Puts a record and everything under it out of sight.
pub(super) fn remove(tx: &Tx, id: CommitteeMeetingId) -> Result<(), Problem> {
    for table in ["committee_attendance", "committee_topic"] {
        standing(tx, table, id)?.iter().try_for_each(|row| hide(tx, table, row))?;
    }
    hide(tx, "committee_meeting", &id.to_string())
}

/// Keeps the verdicts of the day with the signature, and numbers the decisions that stand.
pub(super) fn sign(
    tx: &Tx,
    sign: &SignCommittee,
    record: &CommitteeRecord,
    law_pack: &str,
) -> Result<(), Problem> {
    let quorum = &record.quorum;
    tx.execute(
        "UPDATE committee_meeting SET signed_on = ?2, quorum = ?3, quorum_rule = ?4, vote_rule = ?5, law_pack = ?6
         WHERE id = ?1",
        params![
            sign.id,
            sign.signed_on,
            quorum.needed,
            quorum.quorum_rule.as_ref().map(|rule| &rule.id),
            quorum.vote_rule.as_ref().map(|rule| &rule.id),
            law_pack,
        ],
    )?;
    let mut given = 0_u32;
    for topic in &record.topics {
        let number = rules::decides(&topic.record, topic.passed).then(|| {
            given += 1;
            given
        });
        tx.execute(
            "UPDATE committee_topic SET needed = ?2, passed = ?3, decision_number = ?4 WHERE id = ?1",
            params![topic.id, topic.needed, topic.passed, number],
        )?;
    }
    Ok(())
}

/// The head of a record as its row holds it.
struct Head {
    number: String,
    input: CommitteeInput,
    signed_on: Option<NaiveDate>,
    quorum: Option<u32>,
    quorum_rule: Option<String>,
    vote_rule: Option<String>,
}

fn head(connection: &Connection, id: CommitteeMeetingId) -> Result<Head, Problem> {
    let found = connection
        .prepare_cached(
            "SELECT body, year, serial, held_on, begins, ends, place, chair, recorder, observers, note, corrects_id,
               signed_on, quorum, quorum_rule, vote_rule
             FROM live_committee_meeting WHERE id = ?1",
        )?
        .query_row([id], |row| {
            let body: String = row.get(0)?;
            Ok(Head {
                number: number(&body, row.get(1)?, row.get(2)?),
                input: CommitteeInput {
                    id: Some(id),
                    body: CommitteeBody::of(&body),
                    held_on: row.get(3)?,
                    begins: row.get(4)?,
                    ends: row.get(5)?,
                    place: row.get(6)?,
                    chair: row.get(7)?,
                    recorder: row.get(8)?,
                    observers: row.get(9)?,
                    note: row.get(10)?,
                    members: Vec::new(),
                    topics: Vec::new(),
                    corrects: row.get(11)?,
                },
                signed_on: row.get(12)?,
                quorum: row.get(13)?,
                quorum_rule: row.get(14)?,
                vote_rule: row.get(15)?,
            })
        })
        .optional()?;
    found.ok_or_else(missing)
}

fn members(connection: &Connection, id: CommitteeMeetingId) -> Result<Vec<CommitteeMember>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT person_id, name, post, present, reason FROM live_committee_attendance WHERE meeting_id = ?1
         ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(CommitteeMember {
            person: row.get(0)?,
            name: row.get(1)?,
            post: row.get(2)?,
            present: row.get(3)?,
            reason: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn topics(connection: &Connection, id: CommitteeMeetingId) -> Result<Vec<CommitteeTopic>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, said, votes_for, votes_against, votes_abstained, decision, needed, passed, decision_number
         FROM live_committee_topic WHERE meeting_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| {
        let id: CommitteeTopicId = row.get(0)?;
        let votes = match (row.get(3)?, row.get(4)?, row.get(5)?) {
            (Some(favour), Some(against), Some(abstained)) => {
                Some(CommitteeVotes { favour, against, abstained })
            }
            _ => None,
        };
        Ok(CommitteeTopic {
            id,
            record: CommitteeTopicInput {
                id: Some(id),
                title: row.get(1)?,
                said: row.get(2)?,
                votes,
                decision: row.get(6)?,
            },
            needed: row.get(7)?,
            passed: row.get(8)?,
            unaccounted: None,
            decision_name: row.get::<_, Option<u32>>(9)?.map(decision_name),
            uses: Vec::new(),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Another record by a term over it.
fn other(
    connection: &Connection,
    term: &str,
    id: CommitteeMeetingId,
) -> Result<Option<OtherCommitteeRecord>, Problem> {
    let sql = format!("SELECT id, body, year, serial FROM live_committee_meeting WHERE {term} = ?1");
    let found = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| {
            let body: String = row.get(1)?;
            Ok(OtherCommitteeRecord { id: row.get(0)?, number: number(&body, row.get(2)?, row.get(3)?) })
        })
        .optional()?;
    Ok(found)
}

/// Of a removed correction: the record it corrects and the one that corrects it meanwhile, if one does.
pub(super) fn superseded(connection: &Connection, id: &str) -> Result<Option<(String, String)>, Problem> {
    let found = connection
        .prepare_cached(
            "SELECT o.body, o.year, o.serial, n.body, n.year, n.serial
             FROM committee_meeting r JOIN committee_meeting o ON o.id = r.corrects_id
             JOIN live_committee_meeting n ON n.corrects_id = o.id WHERE r.id = ?1 AND n.id <> r.id",
        )?
        .query_row([id], |row| {
            let (old, new): (String, String) = (row.get(0)?, row.get(3)?);
            Ok((number(&old, row.get(1)?, row.get(2)?), number(&new, row.get(4)?, row.get(5)?)))
        })
        .optional()?;
    Ok(found)
}

/// One record: a draft judged by the law of its day, a signed one with the verdicts it was signed with.
///
/// Errors: `not_found`.
pub fn get(
    connection: &Connection,
    book: &LawBook,
    id: CommitteeMeetingId,
) -> Result<CommitteeRecord, Problem> {
    let Head { number, mut input, signed_on, quorum, quorum_rule, vote_rule } = head(connection, id)?;
    input.members = members(connection, id)?;
    let mut topics = topics(connection, id)?;
    input.topics = topics.iter().map(|topic| topic.record.clone()).collect();
    let place = super::place(connection)?;
    let law = rules::law_on(book, &place, input.held_on);
    let mut judged = law.quorum(input.body, &input.members);
    let present = judged.present;
    if signed_on.is_some() {
        let rule = |id: Option<String>| id.and_then(|id| book.rule(&id)).map(law::Rule::reference);
        judged = CommitteeQuorum {
            needed: quorum,
            reached: quorum.map(|needed| present >= needed),
            quorum_rule: rule(quorum_rule),
            vote_rule: rule(vote_rule),
            ..judged
        };
    } else {
        for topic in &mut topics {
            topic.needed = law.needed(&topic.record, present);
            topic.passed = rules::passed(&topic.record, topic.needed);
        }
    }
    for topic in &mut topics {
        topic.uses = decisions::store::uses(connection, topic.id)?;
        topic.unaccounted = rules::unaccounted(&topic.record, present);
    }
    let missing = match signed_on {
        Some(_) => Vec::new(),
        None => rules::missing(&input, &judged, &|topic| law.needed(topic, present)),
    };
    let corrects = match input.corrects {
        Some(old) => other(connection, "id", old)?,
        None => None,
    };
    let corrected_by = other(connection, "corrects_id", id)?;
    Ok(CommitteeRecord {
        id,
        number,
        record: input,
        topics,
        quorum: judged,
        signed_on,
        missing,
        corrects,
        corrected_by,
    })
}
