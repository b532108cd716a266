//! One person read back from identity, employment and membership, and who holds an identity number. Many people are read by `list`;
//! how a person is written stands in `person`.

use std::collections::HashSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::row::{PersonRow, StoredDate};
use super::{form_of, sex_of};
use crate::Problem;
use crate::masks::{shown_birth, shown_email, shown_id, shown_phone, shown_within};
use crate::members::duplicates::stayed;
use crate::members::model::{PersonId, PersonRecord};
use crate::union::model::Shown;

/// The last job of someone who works here no more, and the day it ended; none for someone with a job.
pub fn ended_job(connection: &Connection, id: PersonId) -> Result<Option<(String, NaiveDate)>, Problem> {
    let sql = "SELECT id, left_on FROM live_employment e WHERE person_id = ?1 AND left_on IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM live_employment o WHERE o.person_id = ?1 AND o.left_on IS NULL)
       ORDER BY left_on DESC, id DESC LIMIT 1";
    let found =
        connection.prepare_cached(sql)?.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(found)
}

/// One person, everything kept of them.
pub fn person(connection: &Connection, id: PersonId) -> Result<PersonRow, Problem> {
    person_with(connection, id, "e.left_on IS NULL AND ?2 IS NULL", None)
}

/// The same with the job that ended last, of someone who works here no more.
pub fn with_last_job(connection: &Connection, id: PersonId) -> Result<PersonRow, Problem> {
    match ended_job(connection, id)? {
        Some((job, _)) => person_with(connection, id, "e.id = ?2", Some(&job)),
        None => person(connection, id),
    }
}

/// The same with the job (`e`) that `which` tells by `?2`.
fn person_with(
    connection: &Connection,
    id: PersonId,
    which: &str,
    job: Option<&String>,
) -> Result<PersonRow, Problem> {
    connection
        .prepare_cached(&format!(
            "SELECT p.name, p.name_key, p.sex, p.birth, p.birth_precision, i.kind, i.number, i.phone, i.other_phones,
               p.ethnicity, p.education, p.political, p.skill_grade, p.household, p.native_place, p.migrant, p.note,
               e.employer, e.shop, e.post, e.work_number, e.form, e.status, e.hired_on, e.hired_precision,
               m.happened_on, m.happened_precision, p.card_number, e.employer_code, p.household_place,
               p.started_on, p.started_precision, p.title, i.email, e.team
             FROM live_person p
             LEFT JOIN live_person_identity i ON i.id = p.id
             LEFT JOIN live_employment e ON e.person_id = p.id AND {which}
             LEFT JOIN live_membership_event m ON m.person_id = p.id AND m.kind IN ('joined', 'moved_in')
             WHERE p.id = ?1 ORDER BY e.id, coalesce(m.happened_on, ''), m.id LIMIT 1"
        ))?
        .query_row(params![id, job], |row| {
            let date = |at: usize| -> rusqlite::Result<Option<StoredDate>> {
                let day: Option<String> = row.get(at)?;
                let precision: Option<String> = row.get(at + 1)?;
                Ok(day.zip(precision))
            };
            Ok(PersonRow {
                name: row.get(0)?,
                name_key: row.get(1)?,
                sex: sex_of(&row.get::<_, String>(2)?),
                birth: date(3)?,
                id_kind: row.get(5)?,
                id_number: row.get(6)?,
                phone: row.get(7)?,
                other_phones: row.get(8)?,
                email: row.get(33)?,
                ethnicity: row.get(9)?,
                education: row.get(10)?,
                political: row.get(11)?,
                skill_grade: row.get(12)?,
                title: row.get(32)?,
                household: row.get(13)?,
                household_place: row.get(29)?,
                native_place: row.get(14)?,
                migrant: row.get(15)?,
                started_on: date(30)?,
                note: row.get(16)?,
                card_number: row.get(27)?,
                employer: row.get(17)?,
                employer_code: row.get(28)?,
                shop: row.get(18)?,
                team: row.get(34)?,
                post: row.get(19)?,
                work_number: row.get(20)?,
                form: form_of(&row.get::<_, Option<String>>(21)?.unwrap_or_default()),
                status: row.get(22)?,
                hired_on: date(23)?,
                member_since: date(25)?,
                // What came after joining is no field of the form; its rows stay as they are.
                member_change: None,
            })
        })
        .optional()?
        .ok_or_else(|| stayed::missing(connection, id))
}

/// One person as the side panel shows it, identity as it may be seen.
pub fn record(connection: &Connection, id: PersonId, identity: Shown) -> Result<PersonRecord, Problem> {
    let ended = ended_job(connection, id)?;
    let row = match &ended {
        Some((job, _)) => person_with(connection, id, "e.id = ?2", Some(job))?,
        None => person(connection, id)?,
    };
    Ok(PersonRecord {
        id: Some(id),
        name: row.name,
        sex: row.sex,
        birth: row.birth.as_ref().map(|(day, _)| shown_birth(day, identity)),
        id_number: row.id_number.as_deref().map(|number| shown_id(number, identity)),
        phone: row.phone.as_deref().map(|phone| shown_phone(phone, identity)),
        email: row.email.as_deref().map(|email| shown_email(email, identity)),
        ethnicity: row.ethnicity,
        education: row.education,
        political: row.political,
        skill_grade: row.skill_grade,
        title: row.title,
        id_kind: row.id_kind,
        household: row.household,
        household_place: row.household_place,
        native_place: row.native_place,
        status: row.status,
        employer: row.employer,
        migrant: row.migrant,
        started_on: row.started_on.map(|d| d.0),
        shop: row.shop,
        team: row.team,
        post: row.post,
        work_number: row.work_number,
        form: row.form,
        hired_on: row.hired_on.map(|d| d.0),
        left_on: ended.map(|(_, on)| on.to_string()),
        member_since: row.member_since.map(|d| d.0),
        card_number: row.card_number,
        note: row.note.map(|note| shown_within(&note, identity)),
    })
}

/// Who holds an identity number: the person and the name.
pub fn holder_of(connection: &Connection, number: &str) -> Result<Option<(PersonId, String)>, Problem> {
    Ok(connection
        .prepare_cached(
            "SELECT p.id, p.name FROM live_person_identity i JOIN live_person p ON p.id = i.id WHERE i.number = ?1",
        )?
        .query_row(params![number], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Every identity number on the roster, for an import to compare with.
pub fn holders(connection: &Connection) -> Result<HashSet<String>, Problem> {
    let mut statement =
        connection.prepare("SELECT number FROM live_person_identity WHERE number IS NOT NULL")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The day and the row of the roster that a person came by; `None` for one entered by hand.
pub fn source(connection: &Connection, id: PersonId) -> Result<Option<(String, u32)>, Problem> {
    Ok(connection
        .prepare_cached(
            "SELECT substr(b.imported_at, 1, 10), p.batch_row FROM live_person p
             JOIN import_batch b ON b.id = p.batch_id WHERE p.id = ?1 AND p.batch_row IS NOT NULL",
        )?
        .query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
