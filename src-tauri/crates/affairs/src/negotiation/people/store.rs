//! The rows of elections of representatives, of written mandates, and of seats filled again. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    Mandate, MandateId, MandateKind, PostingOutcome, RepresentativeElection, RepresentativeElectionId,
    SeatCandidate,
};
use crate::Problem;
use crate::congress::model::CongressBallot;
use crate::members::store::{sex_column, sex_of};
use crate::negotiation::model::{NegotiationId, Representative, RepresentativeId, RepresentativeInput, Side};
use crate::negotiation::store::remove;
use crate::office::text;

const ELECTION: &str = "SELECT id, negotiation_id, meeting, held_on, begins, place, chair, chair_post, recorder, recorder_post,
  due, present, way, proposed_by, given, returned, valid, tellers, scrutineers, remarks, post_from, post_to, post_places,
  objections_who, objections_office, objections_phone, late_entry, objections, objections_said, objections_settled
  FROM live_representative_election";

fn names(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn lines(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    names.join("\n")
}

fn election_of(row: &Row<'_>) -> rusqlite::Result<RepresentativeElection> {
    Ok(RepresentativeElection {
        id: row.get(0)?,
        negotiation: row.get(1)?,
        meeting: row.get(2)?,
        held_on: row.get(3)?,
        begins: row.get(4)?,
        place: row.get(5)?,
        chair: row.get(6)?,
        chair_post: row.get(7)?,
        recorder: row.get(8)?,
        recorder_post: row.get(9)?,
        due: row.get(10)?,
        present: row.get(11)?,
        way: CongressBallot::of(&row.get::<_, String>(12)?).unwrap_or(CongressBallot::Open),
        proposed_by: row.get(13)?,
        given: row.get(14)?,
        returned: row.get(15)?,
        valid: row.get(16)?,
        candidates: Vec::new(),
        tellers: names(&row.get::<_, String>(17)?),
        scrutineers: names(&row.get::<_, String>(18)?),
        remarks: row.get(19)?,
        post_from: row.get(20)?,
        post_to: row.get(21)?,
        post_places: row.get(22)?,
        objections_who: row.get(23)?,
        objections_office: row.get(24)?,
        objections_phone: row.get(25)?,
        late_entry: row.get(26)?,
        objections: row.get::<_, Option<String>>(27)?.as_deref().and_then(PostingOutcome::of),
        objections_said: row.get(28)?,
        objections_settled: row.get(29)?,
    })
}

fn candidates(connection: &Connection, id: RepresentativeElectionId) -> Result<Vec<SeatCandidate>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT representative_id, name, sex, post, front_line, votes_for, votes_against, abstained
         FROM live_representative_candidate WHERE election_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(SeatCandidate {
            representative: row.get(0)?,
            name: row.get(1)?,
            sex: sex_of(&row.get::<_, String>(2)?),
            post: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            front_line: row.get(4)?,
            votes_for: row.get(5)?,
            votes_against: row.get(6)?,
            abstained: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn whole(
    connection: &Connection,
    mut election: RepresentativeElection,
) -> Result<RepresentativeElection, Problem> {
    if let Some(id) = election.id {
        election.candidates = candidates(connection, id)?;
    }
    Ok(election)
}

/// The meetings that chose representatives, the earliest first.
pub fn elections(
    connection: &Connection,
    negotiation: NegotiationId,
) -> Result<Vec<RepresentativeElection>, Problem> {
    let sql = format!("{ELECTION} WHERE negotiation_id = ?1 ORDER BY held_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows: Vec<_> = statement.query_map([negotiation], election_of)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|election| whole(connection, election)).collect()
}

/// One of them.
///
/// Errors: `not_found`.
pub fn election(
    connection: &Connection,
    id: RepresentativeElectionId,
) -> Result<RepresentativeElection, Problem> {
    let found = connection
        .prepare_cached(&format!("{ELECTION} WHERE id = ?1"))?
        .query_row([id], election_of)
        .optional()?
        .ok_or_else(|| Problem::missing("次推选会议"))?;
    whole(connection, found)
}

/// Writes an election with its candidates; a candidate keeps the row by its place.
pub fn save_election(
    tx: &Tx,
    id: RepresentativeElectionId,
    input: &RepresentativeElection,
    pack: &str,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO representative_election (id, negotiation_id, meeting, held_on, begins, place, chair, chair_post, recorder,
           recorder_post, due, present, way, proposed_by, given, returned, valid, tellers, scrutineers, remarks, post_from,
           post_to, post_places, objections_who, objections_office, objections_phone, law_pack, late_entry, objections,
           objections_said, objections_settled)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
           ?25, ?26, ?27, ?28, ?29, ?30, ?31)
         ON CONFLICT (id) DO UPDATE SET meeting = excluded.meeting, held_on = excluded.held_on, begins = excluded.begins,
           place = excluded.place, chair = excluded.chair, chair_post = excluded.chair_post, recorder = excluded.recorder,
           recorder_post = excluded.recorder_post, due = excluded.due, present = excluded.present, way = excluded.way,
           proposed_by = excluded.proposed_by, given = excluded.given, returned = excluded.returned, valid = excluded.valid,
           tellers = excluded.tellers, scrutineers = excluded.scrutineers, remarks = excluded.remarks,
           post_from = excluded.post_from, post_to = excluded.post_to, post_places = excluded.post_places,
           objections_who = excluded.objections_who, objections_office = excluded.objections_office,
           objections_phone = excluded.objections_phone, law_pack = excluded.law_pack, late_entry = excluded.late_entry,
           objections = excluded.objections, objections_said = excluded.objections_said,
           objections_settled = excluded.objections_settled",
        params![
            id,
            input.negotiation,
            input.meeting.trim(),
            input.held_on,
            text(&input.begins),
            text(&input.place),
            text(&input.chair),
            text(&input.chair_post),
            text(&input.recorder),
            text(&input.recorder_post),
            input.due,
            input.present,
            input.way.code(),
            text(&input.proposed_by),
            input.given,
            input.returned,
            input.valid,
            lines(&input.tellers),
            lines(&input.scrutineers),
            text(&input.remarks),
            input.post_from,
            input.post_to,
            text(&input.post_places),
            text(&input.objections_who),
            text(&input.objections_office),
            text(&input.objections_phone),
            pack,
            text(&input.late_entry),
            input.objections.map(PostingOutcome::code),
            text(&input.objections_said),
            text(&input.objections_settled),
        ],
    )?;
    save_candidates(tx, id, &input.candidates)
}

fn save_candidates(
    tx: &Tx,
    election: RepresentativeElectionId,
    wanted: &[SeatCandidate],
) -> Result<(), Problem> {
    let standing: Vec<String> = tx
        .prepare_cached("SELECT id FROM live_representative_candidate WHERE election_id = ?1 ORDER BY ord")?
        .query_map([election], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for gone in standing.iter().skip(wanted.len()) {
        remove(tx, "representative_candidate", "id", gone)?;
    }
    for (at, one) in wanted.iter().enumerate() {
        let row = standing.get(at).cloned().unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string());
        tx.execute(
            "INSERT INTO representative_candidate (id, election_id, ord, representative_id, name, sex, post, front_line,
               votes_for, votes_against, abstained)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, representative_id = excluded.representative_id,
               name = excluded.name, sex = excluded.sex, post = excluded.post, front_line = excluded.front_line,
               votes_for = excluded.votes_for, votes_against = excluded.votes_against, abstained = excluded.abstained",
            params![
                row,
                election,
                i64::try_from(at + 1).unwrap_or(i64::MAX),
                one.representative,
                one.name.trim(),
                sex_column(one.sex),
                text(&Some(one.post.clone())),
                one.front_line,
                one.votes_for,
                one.votes_against,
                one.abstained,
            ],
        )?;
    }
    Ok(())
}

/// Puts an election with its candidates out of sight.
pub fn remove_election(tx: &Tx, id: RepresentativeElectionId) -> Result<(), Problem> {
    remove(tx, "representative_candidate", "election_id", &id.to_string())?;
    remove(tx, "representative_election", "id", &id.to_string())
}

const MANDATE: &str = "SELECT id, negotiation_id, kind, side, representative_id, name, sex, unit, profession, certificate, id_last4,
  principal, principal_post, reason, scope, given_on, from_on, until_on, late_entry FROM live_negotiation_mandate";

fn mandate_of(row: &Row<'_>) -> rusqlite::Result<Mandate> {
    Ok(Mandate {
        id: row.get(0)?,
        negotiation: row.get(1)?,
        kind: MandateKind::of(&row.get::<_, String>(2)?).unwrap_or(MandateKind::Adviser),
        side: Side::of(&row.get::<_, String>(3)?),
        representative: row.get(4)?,
        name: row.get(5)?,
        sex: sex_of(&row.get::<_, String>(6)?),
        unit: row.get(7)?,
        profession: row.get(8)?,
        certificate: row.get(9)?,
        id_last4: row.get(10)?,
        principal: row.get(11)?,
        principal_post: row.get(12)?,
        reason: row.get(13)?,
        scope: names(&row.get::<_, String>(14)?),
        given_on: row.get(15)?,
        from_on: row.get(16)?,
        until_on: row.get(17)?,
        late_entry: row.get(18)?,
    })
}

/// The mandates of a negotiation, the earliest first.
pub fn mandates(connection: &Connection, negotiation: NegotiationId) -> Result<Vec<Mandate>, Problem> {
    let sql = format!("{MANDATE} WHERE negotiation_id = ?1 ORDER BY given_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([negotiation], mandate_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One mandate.
///
/// Errors: `not_found`.
pub fn mandate(connection: &Connection, id: MandateId) -> Result<Mandate, Problem> {
    connection
        .prepare_cached(&format!("{MANDATE} WHERE id = ?1"))?
        .query_row([id], mandate_of)
        .optional()?
        .ok_or_else(|| Problem::missing("份委托书"))
}

/// Writes a mandate, new or corrected.
pub fn save_mandate(tx: &Tx, id: MandateId, input: &Mandate) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO negotiation_mandate (id, negotiation_id, kind, side, representative_id, name, sex, unit, profession,
           certificate, id_last4, principal, principal_post, reason, scope, given_on, from_on, until_on, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, side = excluded.side,
           representative_id = excluded.representative_id, name = excluded.name, sex = excluded.sex, unit = excluded.unit,
           profession = excluded.profession, certificate = excluded.certificate, id_last4 = excluded.id_last4,
           principal = excluded.principal, principal_post = excluded.principal_post, reason = excluded.reason,
           scope = excluded.scope, given_on = excluded.given_on, from_on = excluded.from_on, until_on = excluded.until_on,
           late_entry = excluded.late_entry",
        params![
            id,
            input.negotiation,
            input.kind.code(),
            input.side.code(),
            input.representative,
            input.name.trim(),
            sex_column(input.sex),
            text(&input.unit),
            text(&input.profession),
            text(&input.certificate),
            text(&input.id_last4),
            input.principal.trim(),
            text(&input.principal_post),
            text(&input.reason),
            lines(&input.scope),
            input.given_on,
            input.from_on,
            input.until_on,
            text(&input.late_entry),
        ],
    )?;
    Ok(())
}

/// Puts a mandate out of sight.
pub fn remove_mandate(tx: &Tx, id: MandateId) -> Result<(), Problem> {
    remove(tx, "negotiation_mandate", "id", &id.to_string())
}

/// Writes someone into the seat of another.
pub fn fill_seat(
    tx: &Tx,
    negotiation: NegotiationId,
    gone: &Representative,
    one: &RepresentativeInput,
) -> Result<RepresentativeId, Problem> {
    let id = tx.new_id::<RepresentativeId>();
    tx.execute(
        "INSERT INTO negotiation_representative (id, negotiation_id, side, ord, person_id, name, sex, post, chief, outside,
           front_line, personnel_manager, chosen_how, chosen_on, replaces_id)
         SELECT ?1, ?2, ?3, ord, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, id FROM negotiation_representative WHERE id = ?14",
        params![
            id,
            negotiation,
            gone.side.code(),
            one.person,
            one.name.trim(),
            sex_column(one.sex),
            one.post.trim(),
            one.chief,
            one.outside,
            one.front_line,
            one.personnel_manager,
            one.chosen_how.trim(),
            one.chosen_on,
            gone.id,
        ],
    )?;
    Ok(id)
}

/// Moves the day from which someone stands in another's seat.
pub fn move_filling(tx: &Tx, id: RepresentativeId, on: chrono::NaiveDate) -> Result<(), Problem> {
    tx.execute(
        "UPDATE negotiation_representative SET chosen_on = ?2 WHERE id = ?1 AND replaces_id IS NOT NULL AND removed_at IS NULL",
        params![id, on],
    )?;
    Ok(())
}

/// Keeps the day on which a representative was chosen anew.
pub fn chosen_on(tx: &Tx, id: RepresentativeId, on: chrono::NaiveDate) -> Result<(), Problem> {
    tx.execute(
        "UPDATE negotiation_representative SET chosen_on = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, on],
    )?;
    Ok(())
}

/// Takes someone out of the seat of another again.
pub fn unfill_seat(tx: &Tx, id: RepresentativeId) -> Result<(), Problem> {
    remove(tx, "negotiation_representative", "id", &id.to_string())
}
