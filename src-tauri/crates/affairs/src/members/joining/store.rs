//! The rows of applications, of their approvals and of member numbers.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    Admission, AdmissionId, Admitted, Application, ApplicationId, ApplicationPage, ApplicationQuery,
    DispatchAgreement, GroupOpinion,
};
use super::rules::{Known, lacks, number_text, stage};
use crate::Problem;
use crate::masks::shown_id;
use crate::members::membership::model::MembershipEventId;
use crate::members::model::PersonId;
use crate::members::roster::names;
use crate::members::store as people;
use crate::office::committee::decisions;
use crate::office::committee::decisions::model::{DecidedAct, DecisionAct};
use crate::union::model::Shown;

const COLUMNS: &str =
    "a.id, a.person_id, p.name, e.shop, e.post, a.applied_on, a.signed, a.group_on, a.group_by,
  a.group_text, a.admission_id, m.approved_on, n.number, a.refused_on, a.refused_why, i.number IS NOT NULL, e.employer,
  coalesce(e.form = 'dispatched', 0), a.agreement";

/// An application goes out of sight with its person.
const FROM: &str = "FROM live_application a JOIN live_person p ON p.id = a.person_id
  LEFT JOIN live_employment e ON e.id = (SELECT max(id) FROM live_employment WHERE person_id = p.id AND left_on IS NULL)
  LEFT JOIN live_person_identity i ON i.id = p.id
  LEFT JOIN admission m ON m.id = a.admission_id
  LEFT JOIN member_number n ON n.person_id = p.id AND a.admission_id IS NOT NULL";

const WAITING: &str = "a.admission_id IS NULL AND a.refused_on IS NULL";

fn application(row: &Row<'_>) -> rusqlite::Result<Application> {
    let admission: Option<AdmissionId> = row.get(10)?;
    let refused_on: Option<NaiveDate> = row.get(13)?;
    let known = Known {
        signed: row.get(6)?,
        id_number: row.get(15)?,
        admitted: admission.is_some(),
        refused: refused_on.is_some(),
    };
    let group = match row.get::<_, Option<NaiveDate>>(7)? {
        Some(on) => Some(GroupOpinion { on, by: row.get(8)?, text: row.get(9)? }),
        None => None,
    };
    Ok(Application {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        shop: row.get(3)?,
        post: row.get(4)?,
        employer: row.get(16)?,
        dispatched: row.get(17)?,
        agreement: row.get::<_, Option<String>>(18)?.as_deref().and_then(DispatchAgreement::of),
        applied_on: row.get(5)?,
        signed: known.signed,
        group,
        stage: stage(known),
        lacks: lacks(known),
        admission,
        approved_on: row.get(11)?,
        number: row.get::<_, Option<u32>>(12)?.map(number_text),
        refused_on,
        refused_why: row.get(14)?,
    })
}

fn missing() -> Problem {
    Problem::missing("份入会申请")
}

/// One application.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: ApplicationId) -> Result<Application, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE a.id = ?1");
    connection.prepare_cached(&sql)?.query_row([id], application).optional()?.ok_or_else(missing)
}

/// Every application that waits, the oldest first.
pub fn waiting(connection: &Connection) -> Result<Vec<Application>, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE {WAITING} ORDER BY a.applied_on, a.id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], application)?.collect::<Result<_, _>>()?)
}

/// A slice of the applications: those that wait first, then the newest.
pub fn page(connection: &Connection, query: &ApplicationQuery) -> Result<ApplicationPage, Problem> {
    let which = if query.waiting.unwrap_or(false) { WAITING } else { "1" };
    let count = |which: &str| -> Result<u32, Problem> {
        let sql = format!("SELECT count(*) {FROM} WHERE {which} AND (?1 IS NULL OR a.person_id = ?1)");
        Ok(connection.prepare_cached(&sql)?.query_row([query.person], |row| row.get(0))?)
    };
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE {which} AND (?1 IS NULL OR a.person_id = ?1)
         ORDER BY ({WAITING}) DESC, a.applied_on DESC, a.id DESC LIMIT ?2 OFFSET ?3"
    );
    let (limit, offset) = (query.limit.unwrap_or(100).min(500), query.offset.unwrap_or(0));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![query.person, limit, offset], application)?;
    Ok(ApplicationPage {
        total: count(which)?,
        waiting: count(WAITING)?,
        kept: count("1")?,
        rows: rows.collect::<Result<_, _>>()?,
        admissions: admissions(connection)?,
        dispatch: None,
    })
}

/// Whether a person has an application that waits.
pub(super) fn has_waiting(connection: &Connection, person: PersonId) -> Result<bool, Problem> {
    let sql = format!("SELECT 1 FROM live_application a WHERE a.person_id = ?1 AND {WAITING}");
    Ok(connection.prepare_cached(&sql)?.exists([person])?)
}

pub(super) fn insert(
    tx: &Tx,
    id: ApplicationId,
    person: PersonId,
    applied_on: NaiveDate,
    signed: bool,
) -> Result<(), Problem> {
    tx.prepare_cached("INSERT INTO application (id, person_id, applied_on, signed) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![id, person, applied_on, signed])?;
    Ok(())
}

pub(super) fn set_signed(tx: &Tx, id: ApplicationId) -> Result<(), Problem> {
    tx.execute("UPDATE application SET signed = 1 WHERE id = ?1", [id])?;
    Ok(())
}

/// Keeps what is known of the two firms' agreement on a dispatched applicant.
pub(super) fn set_agreement(tx: &Tx, id: ApplicationId, agreement: DispatchAgreement) -> Result<(), Problem> {
    tx.execute("UPDATE application SET agreement = ?2 WHERE id = ?1", params![id, agreement.code()])?;
    Ok(())
}

pub(super) fn set_opinion(tx: &Tx, id: ApplicationId, opinion: &GroupOpinion) -> Result<(), Problem> {
    tx.execute(
        "UPDATE application SET group_on = ?2, group_by = ?3, group_text = ?4 WHERE id = ?1",
        params![id, opinion.on, opinion.by.trim(), opinion.text.trim()],
    )?;
    Ok(())
}

pub(super) fn set_refused(tx: &Tx, id: ApplicationId, on: NaiveDate, why: &str) -> Result<(), Problem> {
    tx.execute(
        "UPDATE application SET refused_on = ?2, refused_why = ?3 WHERE id = ?1",
        params![id, on, why],
    )?;
    Ok(())
}

pub(super) fn set_admitted(
    tx: &Tx,
    id: ApplicationId,
    admission: AdmissionId,
    event: MembershipEventId,
) -> Result<(), Problem> {
    tx.execute(
        "UPDATE application SET admission_id = ?2, event_id = ?3 WHERE id = ?1",
        params![id, admission, event],
    )?;
    Ok(())
}

/// Puts an application out of sight.
pub(super) fn remove(tx: &Tx, id: ApplicationId) -> Result<(), Problem> {
    tx.execute(
        "UPDATE application SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    Ok(())
}

/// Whose application it is, also when it is removed.
pub(super) fn person_of(connection: &Connection, id: &str) -> Result<PersonId, Problem> {
    let sql = "SELECT person_id FROM application WHERE id = ?1";
    connection.query_row(sql, [id], |row| row.get(0)).optional()?.ok_or_else(missing)
}

pub(super) fn insert_admission(
    tx: &Tx,
    id: AdmissionId,
    approved_on: NaiveDate,
    late_entry: Option<&str>,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO admission (id, approved_on, late_entry) VALUES (?1, ?2, ?3)",
        params![id, approved_on, late_entry],
    )?;
    Ok(())
}

pub(super) fn set_handed(tx: &Tx, id: AdmissionId, on: NaiveDate) -> Result<(), Problem> {
    tx.execute("UPDATE admission SET handed_on = ?2 WHERE id = ?1", params![id, on])?;
    Ok(())
}

/// Gives a person the next number of the union, unless they have one: a number is its holder's for good, and none is given
/// to another, whatever becomes of them.
pub(super) fn give_number(tx: &Tx, person: PersonId) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO member_number (id, person_id, number, given_on)
         SELECT ?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM member_number), ?3
         WHERE NOT EXISTS (SELECT 1 FROM member_number WHERE person_id = ?2)",
    )?
    .execute(params![tx.new_id::<uuid::Uuid>().to_string(), person, tx.today()])?;
    Ok(())
}

/// The number of a person, as it stands on the card.
pub(crate) fn number_of(connection: &Connection, person: PersonId) -> Result<Option<String>, Problem> {
    let sql = "SELECT number FROM member_number WHERE person_id = ?1";
    let number: Option<u32> =
        connection.prepare_cached(sql)?.query_row([person], |row| row.get(0)).optional()?;
    Ok(number.map(number_text))
}

/// One approval with its people.
///
/// Errors: `not_found`.
pub fn admission(connection: &Connection, id: AdmissionId) -> Result<Admission, Problem> {
    let head = connection
        .prepare_cached("SELECT approved_on, late_entry, handed_on FROM admission WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (approved_on, late_entry, handed_on) = head.ok_or_else(|| Problem::missing("次入会审批"))?;
    let mut statement = connection.prepare_cached(
        "SELECT p.id, a.id, p.name, e.shop, n.number FROM live_application a JOIN live_person p ON p.id = a.person_id
         JOIN member_number n ON n.person_id = p.id
         LEFT JOIN live_employment e ON e.id =
           (SELECT max(id) FROM live_employment WHERE person_id = p.id AND left_on IS NULL)
         WHERE a.admission_id = ?1 ORDER BY n.number",
    )?;
    let people = statement.query_map([id], |row| {
        Ok(Admitted {
            person: row.get(0)?,
            application: row.get(1)?,
            name: row.get(2)?,
            shop: row.get(3)?,
            number: number_text(row.get(4)?),
        })
    })?;
    let act = DecidedAct { act: DecisionAct::Admission, of: id.to_string() };
    Ok(Admission {
        id,
        approved_on,
        decision: decisions::of_act(connection, &act)?.into_iter().next(),
        late_entry,
        handed_on,
        people: people.collect::<Result<_, _>>()?,
    })
}

/// The approvals, the newest first.
fn admissions(connection: &Connection) -> Result<Vec<Admission>, Problem> {
    let sql = "SELECT id FROM admission ORDER BY approved_on DESC, id DESC LIMIT 100";
    let mut statement = connection.prepare_cached(sql)?;
    let ids: Vec<AdmissionId> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| admission(connection, id)).collect()
}

/// The approvals whose cards nobody was given yet, the oldest first.
pub(super) fn without_cards(connection: &Connection) -> Result<Vec<Admission>, Problem> {
    let sql = "SELECT id FROM admission WHERE handed_on IS NULL ORDER BY approved_on, id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids: Vec<AdmissionId> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    ids.into_iter().map(|id| admission(connection, id)).collect()
}

/// The people of this name, by the key that names are matched by.
pub(crate) fn of_name(connection: &Connection, key: &str) -> Result<Vec<PersonId>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM live_person WHERE name_key = ?1 LIMIT 20")?;
    Ok(statement.query_map([key], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whose of the roster a number is. To one who does not see identity in full a number is told by what its mask shows and the name
/// beside it: whoever tries the days of a year one after another learns nothing. That a number is another's is found when what
/// was read is kept.
pub(crate) fn holder(
    connection: &Connection,
    name: &str,
    number: &str,
    identity: Shown,
) -> Result<Option<PersonId>, Problem> {
    if identity == Shown::Full {
        return Ok(people::holder_of(connection, number)?.map(|(person, _)| person));
    }
    let mut alike = Vec::new();
    for id in of_name(connection, &names::key(name))? {
        let held = people::person(connection, id)?.id_number;
        if held.is_some_and(|held| shown_id(&held, identity) == shown_id(number, identity)) {
            alike.push(id);
        }
    }
    Ok(match alike.as_slice() {
        [one] => Some(*one),
        _ => None,
    })
}
