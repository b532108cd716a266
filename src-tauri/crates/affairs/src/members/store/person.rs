//! One person written as four rows. How they are read back stands in `one`.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::params;
use uuid::Uuid;

use super::one::ended_job;
use super::row::{PersonRow, StoredDate};
use super::{form_column, sex_column};
use crate::Problem;
use crate::members::ids::BatchId;
use crate::members::membership::model::MembershipKind;
use crate::members::model::PersonId;
use crate::search::sort_key;

/// Writes a new person. Identity goes first, so that the search index is built once.
pub fn insert_person(
    tx: &Tx,
    id: PersonId,
    row: &PersonRow,
    from: Option<(BatchId, u32)>,
) -> Result<(), Problem> {
    put_identity(tx, id, row)?;
    tx.prepare_cached(
        "INSERT INTO person (id, name, name_key, name_sort, sex, birth, birth_precision, ethnicity, education,
           political, skill_grade, household, native_place, migrant, note, batch_id, batch_row, card_number,
           household_place, started_on, started_precision, title)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    )?
    .execute(params![
        id,
        row.name,
        row.name_key,
        sort_key(&row.name),
        sex_column(row.sex),
        row.birth.as_ref().map(|d| &d.0),
        row.birth.as_ref().map(|d| &d.1),
        row.ethnicity,
        row.education,
        row.political,
        row.skill_grade,
        row.household,
        row.native_place,
        row.migrant,
        row.note,
        from.map(|f| f.0),
        from.map(|f| f.1),
        row.card_number,
        row.household_place,
        row.started_on.as_ref().map(|d| &d.0),
        row.started_on.as_ref().map(|d| &d.1),
        row.title,
    ])?;
    insert_employment(tx, id, row)?;
    insert_membership(tx, id, row)
}

/// Writes document and phones, new or changed; nothing where there are none.
pub(crate) fn put_identity(tx: &Tx, id: PersonId, row: &PersonRow) -> Result<(), Problem> {
    let reached = [&row.phone, &row.other_phones, &row.email];
    if row.id_number.is_none() && reached.into_iter().all(Option::is_none) {
        return Ok(());
    }
    tx.prepare_cached(
        "INSERT INTO person_identity (id, kind, number, phone, other_phones, email) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, number = excluded.number, phone = excluded.phone,
           other_phones = excluded.other_phones, email = excluded.email, removed_at = NULL",
    )?
    .execute(params![id, row.id_kind, row.id_number, row.phone, row.other_phones, row.email])?;
    Ok(())
}

fn insert_employment(tx: &Tx, id: PersonId, row: &PersonRow) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO employment (id, person_id, employer, shop, post, work_number, form, status, hired_on,
           hired_precision, employer_code, team) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        tx.new_id::<Uuid>().to_string(),
        id,
        row.employer,
        row.shop,
        row.post,
        row.work_number,
        form_column(row.form),
        row.status,
        row.hired_on.as_ref().map(|d| &d.0),
        row.hired_on.as_ref().map(|d| &d.1),
        row.employer_code,
        row.team,
    ])?;
    Ok(())
}

fn insert_membership(tx: &Tx, id: PersonId, row: &PersonRow) -> Result<(), Problem> {
    if let Some(since) = &row.member_since {
        insert_event(tx, id, MembershipKind::Joined, Some(since), None)?;
    }
    match &row.member_change {
        Some(change) => insert_event(tx, id, change.kind, change.on.as_ref(), change.reason.as_deref()),
        None => Ok(()),
    }
}

fn insert_event(
    tx: &Tx,
    id: PersonId,
    kind: MembershipKind,
    on: Option<&StoredDate>,
    reason: Option<&str>,
) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO membership_event (id, person_id, kind, happened_on, happened_precision, reason)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        tx.new_id::<Uuid>().to_string(),
        id,
        kind.code(),
        on.map(|d| &d.0),
        on.map(|d| &d.1),
        reason,
    ])?;
    Ok(())
}

/// Ends the job of someone on a day, or lets the one that ended last go on.
pub fn set_left(tx: &Tx, id: PersonId, left_on: Option<NaiveDate>) -> Result<(), Problem> {
    match (ended_job(tx, id)?, left_on) {
        (Some((job, on)), left) if left != Some(on) => {
            tx.execute("UPDATE employment SET left_on = ?2 WHERE id = ?1", params![job, left])?;
        }
        (None, Some(left)) => {
            let sql = "UPDATE employment SET left_on = ?2 WHERE person_id = ?1 AND removed_at IS NULL AND left_on IS NULL";
            tx.execute(sql, params![id, left])?;
        }
        _ => {}
    }
    Ok(())
}

/// Changes a person and the job that is named; none for the one that has not ended, or a new one. Rows that stay the same are
/// written with the same values and leave no change. Their membership is `membership`'s.
pub fn update_with_job(tx: &Tx, id: PersonId, row: &PersonRow, job: Option<&str>) -> Result<(), Problem> {
    put_person(tx, id, row)?;
    let kept = tx.execute(
        "UPDATE person_identity SET kind = ?2, number = ?3, phone = ?4, other_phones = ?5, email = ?6 WHERE id = ?1",
        params![id, row.id_kind, row.id_number, row.phone, row.other_phones, row.email],
    )?;
    if kept == 0 {
        put_identity(tx, id, row)?;
    }
    let written = match job {
        Some(job) => put_job(tx, "id = ?1", job, row)?,
        None => {
            put_job(tx, "person_id = ?1 AND removed_at IS NULL AND left_on IS NULL", &id.to_string(), row)?
        }
    };
    if written { Ok(()) } else { insert_employment(tx, id, row) }
}

/// Writes the fields of a person who stands, but for identity and work.
pub(crate) fn put_person(tx: &Tx, id: PersonId, row: &PersonRow) -> Result<(), Problem> {
    tx.execute(
        "UPDATE person SET name = ?2, name_key = ?3, name_sort = ?4, sex = ?5, birth = ?6, birth_precision = ?7,
           ethnicity = ?8, education = ?9, political = ?10, skill_grade = ?11, household = ?12, household_place = ?13,
           native_place = ?14, migrant = ?15, note = ?16, card_number = ?17, started_on = ?18,
           started_precision = ?19, title = ?20
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            row.name,
            row.name_key,
            sort_key(&row.name),
            sex_column(row.sex),
            row.birth.as_ref().map(|d| &d.0),
            row.birth.as_ref().map(|d| &d.1),
            row.ethnicity,
            row.education,
            row.political,
            row.skill_grade,
            row.household,
            row.household_place,
            row.native_place,
            row.migrant,
            row.note,
            row.card_number,
            row.started_on.as_ref().map(|d| &d.0),
            row.started_on.as_ref().map(|d| &d.1),
            row.title,
        ],
    )?;
    Ok(())
}

/// Writes the fields of the work that `which` tells by `of` (`?1`); whether there was one.
pub(crate) fn put_job(tx: &Tx, which: &str, of: &str, row: &PersonRow) -> Result<bool, Problem> {
    let sql = format!(
        "UPDATE employment SET employer = ?2, shop = ?3, post = ?4, work_number = ?5, form = ?6, status = ?7,
           hired_on = ?8, hired_precision = ?9, employer_code = ?10, team = ?11 WHERE {which}"
    );
    let written = tx.execute(
        &sql,
        params![
            of,
            row.employer,
            row.shop,
            row.post,
            row.work_number,
            form_column(row.form),
            row.status,
            row.hired_on.as_ref().map(|d| &d.0),
            row.hired_on.as_ref().map(|d| &d.1),
            row.employer_code,
            row.team,
        ],
    )?;
    Ok(written > 0)
}

/// Puts a person and what hangs on them out of sight.
pub fn remove_person(tx: &Tx, id: PersonId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    for sql in [
        "UPDATE expulsion SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE membership_event SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE import_row SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE dues_base SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE dues_talk SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE employment SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        "UPDATE person_identity SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        "UPDATE person SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
    ] {
        tx.execute(sql, params![id, now])?;
    }
    Ok(())
}
