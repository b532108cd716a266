//! The rows of re-elections: what happened in them, candidates, ballots with their votes, and the terms that an approval wrote.

use std::collections::{BTreeMap, BTreeSet};

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    ElectionBallotId, ElectionBallotInput, ElectionCandidate, ElectionCandidateId, ElectionEventId,
    ElectionEventInput, ElectionEventKind, ElectionId, ElectionInput, ElectionPost, ElectionTermId,
    ElectionVote, ElectionVoteId, ElectionWomenWay,
};
use super::rules::course::{Course, Held};
use crate::Problem;
use crate::members::membership::store::newest_sql;
use crate::members::model::{MembershipState, PersonId};
use crate::members::store::{is, still_here};
use crate::office::model::PaperId;
use crate::typed::text;
use crate::union::bodies;
use crate::union::bodies::model::{UnionBody, UnionTermId};
use crate::union::members_congress::model::MembersForm;
use crate::union::members_congress::store::delegates;

pub(super) fn missing() -> Problem {
    Problem::missing("次换届选举")
}

const RECORD: &str =
    "id, session, years, form, direct, members, committee_seats, standing_seats, vice_seats, audit_seats,
  women_seats, planned_on, place, note, women_way";

fn record(row: &Row<'_>) -> rusqlite::Result<ElectionInput> {
    Ok(ElectionInput {
        id: row.get(0)?,
        session: row.get(1)?,
        years: row.get(2)?,
        form: MembersForm::of(&row.get::<_, String>(3)?).unwrap_or(MembersForm::Whole),
        direct: row.get(4)?,
        members: row.get(5)?,
        committee_seats: row.get(6)?,
        standing_seats: row.get(7)?,
        vice_seats: row.get(8)?,
        audit_seats: row.get(9)?,
        women_seats: row.get(10)?,
        women_way: ElectionWomenWay::of(&row.get::<_, String>(14)?),
        planned_on: row.get(11)?,
        place: row.get(12)?,
        note: row.get(13)?,
    })
}

/// Every re-election, the newest first.
pub(super) fn ids(connection: &Connection) -> Result<Vec<ElectionId>, Problem> {
    let mut statement = connection.prepare_cached("SELECT id FROM live_election ORDER BY session DESC")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest session for which there is a re-election.
pub(super) fn newest_session(connection: &Connection) -> Result<Option<u32>, Problem> {
    Ok(connection.query_row("SELECT max(session) FROM live_election", [], |row| row.get(0))?)
}

/// Whether a session has its re-election already.
pub(super) fn of_session(connection: &Connection, session: u32) -> Result<Option<ElectionId>, Problem> {
    let sql = "SELECT id FROM live_election WHERE session = ?1";
    Ok(connection.query_row(sql, [session], |row| row.get(0)).optional()?)
}

/// Everything that decisions about a re-election read.
///
/// Errors: `not_found`.
pub(super) fn course(connection: &Connection, id: ElectionId) -> Result<Course, Problem> {
    let sql = format!("SELECT {RECORD} FROM live_election WHERE id = ?1");
    let record = connection.prepare_cached(&sql)?.query_row([id], record).optional()?.ok_or_else(missing)?;
    let delegates = delegates(connection, record.session)?;
    let standing = delegates.iter().filter(|one| one.ended_on.is_none());
    let managers = standing.clone().filter(|one| one.manager).count();
    let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
    let chair_before = bodies::chair_before(connection, record.session)?;
    Ok(Course {
        events: events(connection, id)?,
        slates: slates(connection, id)?,
        ballots: ballots(connection, id)?,
        delegates: (count(standing.count()), count(managers)),
        chair_before,
        issued: issued(connection, id)?,
        record,
    })
}

fn issued(connection: &Connection, id: ElectionId) -> Result<BTreeSet<String>, Problem> {
    let sql = "SELECT DISTINCT kind FROM live_paper WHERE of_id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let kinds = statement.query_map([id], |row| row.get(0))?;
    Ok(kinds.collect::<Result<_, _>>()?)
}

fn events(connection: &Connection, id: ElectionId) -> Result<Vec<ElectionEventInput>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, kind, happened_on, until_on, number, text, late_entry FROM live_election_event
         WHERE election_id = ?1 ORDER BY happened_on, id",
    )?;
    let rows = statement.query_map([id], |row| {
        let kind: String = row.get(1)?;
        Ok(ElectionEventInput {
            id: row.get(0)?,
            election: id,
            kind: ElectionEventKind::of(&kind).unwrap_or(ElectionEventKind::Requested),
            happened_on: row.get(2)?,
            until_on: row.get(3)?,
            number: row.get(4)?,
            text: row.get(5)?,
            late_entry: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn post(row: &Row<'_>, at: usize) -> rusqlite::Result<ElectionPost> {
    Ok(ElectionPost::of(&row.get::<_, String>(at)?).unwrap_or(ElectionPost::Committee))
}

fn slates(
    connection: &Connection,
    id: ElectionId,
) -> Result<BTreeMap<ElectionPost, Vec<ElectionCandidate>>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT post, id, person_id, name, work, cleared FROM live_election_candidate WHERE election_id = ?1
         ORDER BY post, ord, id",
    )?;
    let rows = statement.query_map([id], |row| {
        let one = ElectionCandidate {
            id: row.get(1)?,
            person: row.get(2)?,
            name: row.get(3)?,
            work: row.get(4)?,
            cleared: row.get(5)?,
            bar: None,
        };
        Ok((post(row, 0)?, one))
    })?;
    let mut slates: BTreeMap<ElectionPost, Vec<ElectionCandidate>> = BTreeMap::new();
    for row in rows {
        let (post, one) = row?;
        slates.entry(post).or_default().push(one);
    }
    Ok(slates)
}

fn ballots(connection: &Connection, id: ElectionId) -> Result<Vec<Held>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, post, round, held_on, due, present, given, returned, valid, tellers, scrutineers, late_entry
         FROM live_election_ballot WHERE election_id = ?1 ORDER BY round",
    )?;
    let rows = statement.query_map([id], |row| {
        let ballot: ElectionBallotId = row.get(0)?;
        Ok(Held {
            id: ballot,
            round: row.get(2)?,
            record: ElectionBallotInput {
                id: Some(ballot),
                election: id,
                post: post(row, 1)?,
                held_on: row.get(3)?,
                due: row.get(4)?,
                present: row.get(5)?,
                given: row.get(6)?,
                returned: row.get(7)?,
                valid: row.get(8)?,
                tellers: row.get(9)?,
                scrutineers: row.get(10)?,
                late_entry: row.get(11)?,
                votes: Vec::new(),
            },
        })
    })?;
    let mut all: Vec<Held> = rows.collect::<Result<_, _>>()?;
    for held in &mut all {
        held.record.votes = votes(connection, held.id)?;
    }
    all.sort_by_key(|held| (held.record.post, held.round));
    Ok(all)
}

fn votes(connection: &Connection, ballot: ElectionBallotId) -> Result<Vec<ElectionVote>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT candidate_id, person_id, name, votes_for, votes_against, abstained FROM live_election_vote
         WHERE ballot_id = ?1 ORDER BY ord, id",
    )?;
    let rows = statement.query_map([ballot], |row| {
        Ok(ElectionVote {
            candidate: row.get(0)?,
            person: row.get(1)?,
            name: row.get(2)?,
            votes_for: row.get(3)?,
            votes_against: row.get(4)?,
            abstained: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The re-election of an event or a ballot.
///
/// Errors: `not_found`.
pub(super) fn of_event(connection: &Connection, id: ElectionEventId) -> Result<ElectionId, Problem> {
    let sql = "SELECT election_id FROM live_election_event WHERE id = ?1";
    let found = connection.query_row(sql, [id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing("条换届经过"))
}

/// The re-election of a ballot.
///
/// Errors: `not_found`.
pub(super) fn of_ballot(connection: &Connection, id: ElectionBallotId) -> Result<ElectionId, Problem> {
    let sql = "SELECT election_id FROM live_election_ballot WHERE id = ?1";
    let found = connection.query_row(sql, [id], |row| row.get(0)).optional()?;
    found.ok_or_else(|| Problem::missing("次投票"))
}

/// Members who vote and may be elected: those whose membership is retained (保留会籍) do not.
pub(crate) fn voters(connection: &Connection) -> Result<u32, Problem> {
    let sql = format!(
        "SELECT count(*) FROM live_person p WHERE {} AND NOT coalesce({}, 0)",
        still_here(),
        is(MembershipState::Retained, &newest_sql("p.id"))
    );
    Ok(connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// What a person is to the union: whether a member at all, and whether the membership is retained.
pub(crate) fn membership_of(connection: &Connection, person: PersonId) -> Result<(bool, bool), Problem> {
    let sql = format!(
        "SELECT {}, coalesce({}, 0) FROM live_person p WHERE p.id = ?1",
        still_here(),
        is(MembershipState::Retained, &newest_sql("p.id"))
    );
    let found = connection
        .prepare_cached(&sql)?
        .query_row([person], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    found.ok_or_else(|| Problem::missing("个人"))
}

pub(super) fn save(tx: &Tx, id: ElectionId, input: &ElectionInput, members: u32) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO election (id, session, years, form, direct, members, committee_seats, standing_seats, vice_seats,
           audit_seats, women_seats, planned_on, place, note, women_way)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
         ON CONFLICT (id) DO UPDATE SET session = excluded.session, years = excluded.years, form = excluded.form,
           direct = excluded.direct, members = excluded.members, committee_seats = excluded.committee_seats,
           standing_seats = excluded.standing_seats, vice_seats = excluded.vice_seats,
           audit_seats = excluded.audit_seats, women_seats = excluded.women_seats, planned_on = excluded.planned_on,
           place = excluded.place, note = excluded.note, women_way = excluded.women_way",
        params![
            id,
            input.session,
            input.years,
            input.form.code(),
            input.direct,
            members,
            input.committee_seats,
            input.standing_seats,
            input.vice_seats,
            input.audit_seats,
            input.women_seats,
            input.planned_on,
            text(&input.place),
            text(&input.note),
            input.women_way.unwrap_or(ElectionWomenWay::Meeting).code(),
        ],
    )?;
    Ok(())
}

/// Puts rows out of sight. Answers how many there were.
fn hide(tx: &Tx, table: &str, which: &str, id: &dyn rusqlite::ToSql) -> Result<usize, Problem> {
    let now = tx.now().to_rfc3339();
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE {which} = ?1 AND removed_at IS NULL");
    Ok(tx.execute(&sql, params![id, now])?)
}

/// Puts a re-election out of sight; what belongs to it stays with it.
pub(super) fn remove(tx: &Tx, id: ElectionId) -> Result<(), Problem> {
    if hide(tx, "election", "id", &id)? == 1 { Ok(()) } else { Err(missing()) }
}

pub(super) fn save_event(
    tx: &Tx,
    id: ElectionEventId,
    input: &ElectionEventInput,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO election_event (id, election_id, kind, happened_on, until_on, number, text, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET happened_on = excluded.happened_on, until_on = excluded.until_on,
           number = excluded.number, text = excluded.text, law_pack = excluded.law_pack,
           late_entry = excluded.late_entry",
        params![
            id,
            input.election,
            input.kind.code(),
            input.happened_on,
            input.until_on,
            text(&input.number),
            text(&input.text),
            pack,
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

pub(super) fn remove_event(tx: &Tx, id: ElectionEventId) -> Result<(), Problem> {
    hide(tx, "election_event", "id", &id).map(|_| ())
}

/// Someone keeps their row; whoever is not listed any more goes out of sight.
pub(super) fn save_candidates(
    tx: &Tx,
    election: ElectionId,
    post: ElectionPost,
    candidates: &[ElectionCandidate],
    late: Option<&str>,
) -> Result<(), Problem> {
    let mut statement =
        tx.prepare_cached("SELECT id FROM live_election_candidate WHERE election_id = ?1 AND post = ?2")?;
    let known = statement
        .query_map(params![election, post.code()], |row| row.get(0))?
        .collect::<Result<Vec<ElectionCandidateId>, _>>()?;
    let mut kept = Vec::new();
    for (ord, one) in (1_i64..).zip(candidates) {
        let id = one.id.filter(|id| known.contains(id)).unwrap_or_else(|| tx.new_id());
        tx.execute(
            "INSERT INTO election_candidate (id, election_id, post, ord, person_id, name, work, cleared, late_entry)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, person_id = excluded.person_id, name = excluded.name,
               work = excluded.work, cleared = excluded.cleared, late_entry = excluded.late_entry",
            params![id, election, post.code(), ord, one.person, one.name.trim(), text(&one.work), one.cleared, late],
        )?;
        kept.push(id);
    }
    for gone in known.iter().filter(|id| !kept.contains(id)) {
        hide(tx, "election_candidate", "id", gone)?;
    }
    Ok(())
}

/// Writes a ballot with its votes; those of a corrected one are counted anew.
pub(super) fn save_ballot(
    tx: &Tx,
    id: ElectionBallotId,
    round: u32,
    input: &ElectionBallotInput,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO election_ballot (id, election_id, post, round, held_on, due, present, given, returned, valid, tellers,
           scrutineers, law_pack, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
         ON CONFLICT (id) DO UPDATE SET held_on = excluded.held_on, due = excluded.due, present = excluded.present,
           given = excluded.given, returned = excluded.returned, valid = excluded.valid, tellers = excluded.tellers,
           scrutineers = excluded.scrutineers, law_pack = excluded.law_pack, late_entry = excluded.late_entry",
        params![
            id,
            input.election,
            input.post.code(),
            round,
            input.held_on,
            input.due,
            input.present,
            input.given,
            input.returned,
            input.valid,
            text(&input.tellers),
            text(&input.scrutineers),
            pack,
            text(&input.late_entry),
        ],
    )?;
    hide(tx, "election_vote", "ballot_id", &id)?;
    for (ord, vote) in (1_i64..).zip(&input.votes) {
        tx.execute(
            "INSERT INTO election_vote (id, election_id, ballot_id, ord, candidate_id, person_id, name, votes_for, votes_against,
               abstained)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                tx.new_id::<ElectionVoteId>(),
                input.election,
                id,
                ord,
                vote.candidate,
                vote.person,
                vote.name.trim(),
                vote.votes_for,
                vote.votes_against,
                vote.abstained,
            ],
        )?;
    }
    Ok(())
}

pub(super) fn remove_ballot(tx: &Tx, id: ElectionBallotId) -> Result<(), Problem> {
    hide(tx, "election_vote", "ballot_id", &id)?;
    hide(tx, "election_ballot", "id", &id).map(|_| ())
}

/// Remembers a term that the approval wrote, and the one that it cut short.
pub(super) fn link_term(
    tx: &Tx,
    election: ElectionId,
    term: UnionTermId,
    ended: Option<UnionTermId>,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO election_term (id, election_id, term_id, ended_id) VALUES (?1, ?2, ?3, ?4)",
        params![tx.new_id::<ElectionTermId>(), election, term, ended],
    )?;
    Ok(())
}

/// The terms that the approval wrote and that still stand, each with the one that it cut short.
pub(super) fn linked_terms(
    connection: &Connection,
    election: ElectionId,
) -> Result<Vec<(UnionTermId, Option<UnionTermId>)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT l.term_id, l.ended_id FROM live_election_term l JOIN live_union_term t ON t.id = l.term_id
         WHERE l.election_id = ?1",
    )?;
    let rows = statement.query_map([election], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn unlink_terms(tx: &Tx, election: ElectionId) -> Result<(), Problem> {
    hide(tx, "election_term", "election_id", &election).map(|_| ())
}

/// The bodies whose next term a re-election that is not yet approved will bring.
pub(crate) fn awaited(connection: &Connection) -> Result<Vec<UnionBody>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT audit_seats > 0, women_seats > 0 FROM live_election r WHERE NOT EXISTS (
           SELECT 1 FROM live_election_event e WHERE e.election_id = r.id AND e.kind = 'confirmed')",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, bool>(0)?, row.get::<_, bool>(1)?)))?;
    let mut bodies = Vec::new();
    for row in rows {
        let (audit, women) = row?;
        bodies.push(UnionBody::Committee);
        bodies.extend(audit.then_some(UnionBody::Audit));
        bodies.extend(women.then_some(UnionBody::Women));
    }
    Ok(bodies)
}

/// The days on which the members or their delegates met to elect.
pub(crate) fn meeting_days(connection: &Connection) -> Result<Vec<chrono::NaiveDate>, Problem> {
    let mut statement = connection
        .prepare_cached("SELECT DISTINCT held_on FROM live_election_ballot WHERE post = 'committee'")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest issue of a paper of this kind.
pub(super) fn issue(connection: &Connection, kind: &str, of: &str) -> Result<Option<PaperId>, Problem> {
    let sql = "SELECT id FROM live_paper WHERE kind = ?1 AND of_id = ?2 ORDER BY issued_at DESC, number DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row(params![kind, of], |row| row.get(0)).optional()?)
}
