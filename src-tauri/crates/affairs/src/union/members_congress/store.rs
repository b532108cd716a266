//! The rows of the members' meetings with their topics, and of the members' delegates.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{
    MembersDelegate, MembersDelegateId, MembersForm, MembersMeetingId, MembersMeetingInput, MembersTopic,
    MembersTopicId,
};
use crate::Problem;
use crate::typed::text;

pub(super) fn missing() -> Problem {
    Problem::missing("次会员大会或者会员代表大会")
}

/// The delegates of a session, those who ceased among them.
pub(crate) fn delegates(connection: &Connection, session: u32) -> Result<Vec<MembersDelegate>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, person_id, name, unit, manager, certificate, elected_on, ended_on FROM live_members_delegate
         WHERE session = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map([session], |row| {
        Ok(MembersDelegate {
            id: row.get(0)?,
            person: row.get(1)?,
            name: row.get(2)?,
            unit: row.get(3)?,
            manager: row.get(4)?,
            certificate: row.get(5)?,
            elected_on: row.get(6)?,
            ended_on: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Someone keeps their row; whoever is not listed any more goes out of sight.
pub(super) fn save_delegates(tx: &Tx, session: u32, wanted: &[MembersDelegate]) -> Result<(), Problem> {
    let known: Vec<MembersDelegateId> =
        delegates(tx, session)?.into_iter().filter_map(|one| one.id).collect();
    let mut kept = Vec::new();
    for (ord, one) in (1_i64..).zip(wanted) {
        let id = one.id.filter(|id| known.contains(id)).unwrap_or_else(|| tx.new_id());
        tx.execute(
            "INSERT INTO members_delegate (id, session, ord, person_id, name, unit, manager, certificate, elected_on, ended_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, person_id = excluded.person_id, name = excluded.name,
               unit = excluded.unit, manager = excluded.manager, certificate = excluded.certificate,
               elected_on = excluded.elected_on, ended_on = excluded.ended_on",
            params![
                id,
                session,
                ord,
                one.person,
                one.name.trim(),
                text(&one.unit),
                one.manager,
                text(&one.certificate),
                one.elected_on,
                one.ended_on,
            ],
        )?;
        kept.push(id);
    }
    let now = tx.now().to_rfc3339();
    for gone in known.iter().filter(|id| !kept.contains(id)) {
        tx.execute("UPDATE members_delegate SET removed_at = ?2 WHERE id = ?1", params![gone, now])?;
    }
    Ok(())
}

/// Sessions that have delegates, the newest first.
pub(super) fn sessions(connection: &Connection) -> Result<Vec<u32>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT session FROM live_members_delegate ORDER BY session DESC")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn topics(connection: &Connection, id: MembersMeetingId) -> Result<Vec<MembersTopic>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, title, decision, votes_for, votes_against, abstained FROM live_members_topic
         WHERE meeting_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(MembersTopic {
            id: row.get(0)?,
            title: row.get(1)?,
            decision: row.get(2)?,
            votes_for: row.get(3)?,
            votes_against: row.get(4)?,
            abstained: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A meeting as kept, with its place among those of its session.
pub(crate) struct Kept {
    pub id: MembersMeetingId,
    pub round: u32,
    pub record: MembersMeetingInput,
}

/// Every meeting, the newest first.
pub(crate) fn meetings(connection: &Connection) -> Result<Vec<Kept>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, round, session, form, noticed_on, held_on, place, host, recorder, due, present, askers, course, late_entry
         FROM live_members_meeting ORDER BY held_on DESC, session DESC, round DESC",
    )?;
    let rows = statement.query_map([], |row| {
        let id: MembersMeetingId = row.get(0)?;
        Ok(Kept {
            id,
            round: row.get(1)?,
            record: MembersMeetingInput {
                id: Some(id),
                session: row.get(2)?,
                round: row.get(1)?,
                form: MembersForm::of(&row.get::<_, String>(3)?).unwrap_or(MembersForm::Whole),
                noticed_on: row.get(4)?,
                held_on: row.get(5)?,
                place: row.get(6)?,
                host: row.get(7)?,
                recorder: row.get(8)?,
                due: row.get(9)?,
                present: row.get(10)?,
                askers: row.get(11)?,
                course: row.get(12)?,
                late_entry: row.get(13)?,
                topics: Vec::new(),
            },
        })
    })?;
    let mut all: Vec<Kept> = rows.collect::<Result<_, _>>()?;
    for kept in &mut all {
        kept.record.topics = topics(connection, kept.id)?;
    }
    Ok(all)
}

/// Where a meeting that stands has its place: which one of which session, and on which day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub id: MembersMeetingId,
    pub session: u32,
    pub round: u32,
    pub held_on: NaiveDate,
}

/// The places of all meetings that stand.
pub(super) fn places(connection: &Connection) -> Result<Vec<Placed>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id, session, round, held_on FROM live_members_meeting")?;
    let rows = statement.query_map([], |row| {
        Ok(Placed { id: row.get(0)?, session: row.get(1)?, round: row.get(2)?, held_on: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether another meeting took the place of a removed one, and what it is called.
pub(super) fn taken(connection: &Connection, id: &str) -> Result<Option<String>, Problem> {
    let sql = "SELECT members_meeting_name(o.form, o.session, o.round) FROM members_meeting r
       JOIN live_members_meeting o ON o.session = r.session AND o.round = r.round AND o.id <> r.id
       WHERE r.id = ?1";
    Ok(connection.query_row(sql, [id], |row| row.get(0)).optional()?)
}

pub(super) fn save(
    tx: &Tx,
    id: MembersMeetingId,
    round: u32,
    input: &MembersMeetingInput,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO members_meeting (id, session, round, form, noticed_on, held_on, place, host, recorder, due, present,
           askers, course, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
         ON CONFLICT (id) DO UPDATE SET round = excluded.round, form = excluded.form, noticed_on = excluded.noticed_on, held_on = excluded.held_on,
           place = excluded.place, host = excluded.host, recorder = excluded.recorder, due = excluded.due,
           present = excluded.present, askers = excluded.askers, course = excluded.course, law_pack = excluded.law_pack,
           late_entry = excluded.late_entry",
        params![
            id,
            input.session,
            round,
            input.form.code(),
            input.noticed_on,
            input.held_on,
            input.place.trim(),
            text(&input.host),
            text(&input.recorder),
            input.due,
            input.present,
            input.askers,
            text(&input.course),
            pack,
            text(&input.late_entry),
        ],
    )?;
    save_topics(tx, id, &input.topics)
}

fn save_topics(tx: &Tx, meeting: MembersMeetingId, wanted: &[MembersTopic]) -> Result<(), Problem> {
    let known: Vec<MembersTopicId> = topics(tx, meeting)?.into_iter().filter_map(|one| one.id).collect();
    let mut kept = Vec::new();
    for (ord, one) in (1_i64..).zip(wanted) {
        let id = one.id.filter(|id| known.contains(id)).unwrap_or_else(|| tx.new_id());
        tx.execute(
            "INSERT INTO members_topic (id, meeting_id, ord, title, decision, votes_for, votes_against, abstained)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, title = excluded.title, decision = excluded.decision,
               votes_for = excluded.votes_for, votes_against = excluded.votes_against, abstained = excluded.abstained",
            params![
                id,
                meeting,
                ord,
                one.title.trim(),
                text(&one.decision),
                one.votes_for,
                one.votes_against,
                one.abstained,
            ],
        )?;
        kept.push(id);
    }
    let now = tx.now().to_rfc3339();
    for gone in known.iter().filter(|id| !kept.contains(id)) {
        tx.execute("UPDATE members_topic SET removed_at = ?2 WHERE id = ?1", params![gone, now])?;
    }
    Ok(())
}

/// Puts a meeting out of sight; its topics stay with it.
pub(super) fn remove(tx: &Tx, id: MembersMeetingId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE members_meeting SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// The days on which the members or their delegates met.
pub(super) fn met(connection: &Connection) -> Result<Vec<NaiveDate>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT held_on FROM live_members_meeting WHERE present IS NOT NULL ORDER BY held_on",
    )?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
