//! Recuperation (疗休养): the plan of a year with the policy that this firm follows, batches, who goes and what stands against it, the
//! money planned and spent. Each act here runs inside one step: rules decide, the store writes.

mod duties;
pub mod found;
pub mod model;
pub mod papers;
pub mod rules;
pub(crate) mod store;
mod view;

pub use duties::duties;
pub use view::{batch, year};

use ledger::Tx;
use rusqlite::Connection;

use super::said;
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store::name_and_sex;
use crate::mention::Mention;
use crate::union::model::Shown;
use model::{
    RecuperationBatchId, RecuperationBatchInput, RecuperationPlaceId, RecuperationPlaceInput,
    RecuperationPlanId, RecuperationPlanInput,
};

/// Keeps the plan of a year.
///
/// Errors: `bad_input` at its field.
pub fn save_plan(tx: &Tx, input: &RecuperationPlanInput) -> Result<RecuperationPlanId, Problem> {
    rules::check_plan(input, tx.today())?;
    let standing = store::plan_of(tx, input.year)?;
    let id = standing.map_or_else(|| tx.new_id::<RecuperationPlanId>(), |(id, _)| id);
    store::save_plan(tx, id, input)?;
    Ok(id)
}

/// Keeps a batch, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` when the plan has one of its name; `not_found`.
pub fn save_batch(tx: &Tx, input: &RecuperationBatchInput) -> Result<RecuperationBatchId, Problem> {
    let plan = store::plan_by(tx, input.plan)?;
    rules::check_batch(input, plan.year, tx.today())?;
    if let Some(id) = input.id
        && store::batch_by(tx, id)?.plan != input.plan
    {
        return Err(Problem::missing("批疗休养"));
    }
    let others = store::batches(tx, input.plan)?;
    if others.iter().any(|other| other.id != input.id && other.name == input.name.trim()) {
        let message = format!("{}年已经有“{}”，请换一个名称。", plan.year, input.name.trim());
        return Err(Problem::new("duplicate", message).at("name"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<RecuperationBatchId>());
    store::save_batch(tx, id, input)?;
    Ok(id)
}

/// Puts a batch out of sight with who goes.
///
/// Errors: `refused` when its public notice was issued; `not_found`.
pub fn remove_batch(tx: &Tx, id: RecuperationBatchId) -> Result<(), Problem> {
    if let Some(number) = papers::issued(tx, id)? {
        let message = format!("名单公示已经印发（{number}），要留存，不能移除；不办了的请在备注里写明。");
        return Err(Problem::new("refused", message));
    }
    store::remove_batch(tx, id)
}

/// Keeps someone's place, new or changed. What they eat and who is called stay as they are where the form does not hold them,
/// and so do an injury and a note that `health` hid from it.
///
/// Errors: `bad_input` at its field; `duplicate` when they go with the batch already; `not_found`.
pub fn save_place(
    tx: &Tx,
    input: &RecuperationPlaceInput,
    health: Shown,
) -> Result<RecuperationPlaceId, Problem> {
    let (name, _) = name_and_sex(tx, input.person)?;
    let batch = store::batch_by(tx, input.batch)?;
    rules::check_place(input)?;
    let standing = input.id.map(|id| store::place_by(tx, id)).transpose()?;
    if let Some(one) = &standing {
        if (one.person, one.batch) != (input.person, input.batch) {
            return Err(Problem::input("person", "名额不能换人；请移除这一条，另选一人。"));
        }
    } else if store::places(tx, input.batch)?.iter().any(|one| one.person == input.person) {
        let message = format!("{name}已经在{}里。", batch.name);
        return Err(Problem::new("duplicate", message).at("person"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id::<RecuperationPlaceId>());
    let mut reasons = input.reasons.clone();
    let mut note = input.note.clone();
    if health != Shown::Full {
        note = said(note).or_else(|| standing.as_ref().and_then(|one| one.note.clone()));
        let unseen = standing.iter().flat_map(|one| &one.reasons).filter(|reason| reason.tells_health());
        reasons.extend(unseen.copied().filter(|reason| !input.reasons.contains(reason)).collect::<Vec<_>>());
    }
    let kept = RecuperationPlaceInput {
        reasons,
        note,
        meals: input.meals.clone().or_else(|| standing.as_ref().and_then(|one| one.meals.clone())),
        emergency: input
            .emergency
            .clone()
            .or_else(|| standing.as_ref().and_then(|one| one.emergency.clone())),
        ..input.clone()
    };
    store::save_place(tx, id, &kept)?;
    Ok(id)
}

/// Puts a place out of sight.
///
/// Errors: `not_found`.
pub fn remove_place(tx: &Tx, id: RecuperationPlaceId) -> Result<(), Problem> {
    store::remove_place(tx, id)
}

/// Where someone went, for that person and their file.
pub fn mentions(connection: &Connection, person: PersonId) -> Result<Vec<Mention>, Problem> {
    let all = store::of_person(connection, person)?;
    let mention = |(on, batch, base): (chrono::NaiveDate, String, String)| Mention {
        affair: "疗休养".to_owned(),
        what: format!("{batch}，{base}"),
        on: Some(on.to_string()),
    };
    Ok(all.into_iter().map(mention).collect())
}

/// Whether a place may come back: its batch stands, and its person where it is still somebody's, and nobody took it anew.
///
/// Errors: `refused`.
pub(crate) fn place_may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let stands = "SELECT 1 FROM recuperation_place r JOIN live_recuperation_batch b ON b.id = r.batch_id
      WHERE r.id = ?1 AND (r.person_id IS NULL OR EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.person_id))";
    if !connection.prepare(stands)?.exists([id])? {
        return Err(Problem::new("refused", "这一批或者本人已经移除，请先恢复那条记录。"));
    }
    let taken = "SELECT 1 FROM recuperation_place r JOIN live_recuperation_place l ON l.batch_id = r.batch_id
      AND l.person_id = r.person_id WHERE r.id = ?1";
    match connection.prepare(taken)?.exists([id])? {
        true => Err(Problem::new("refused", "这个人后来又选进了这一批；不用恢复。")),
        false => Ok(()),
    }
}
