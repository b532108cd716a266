//! What the pages of recuperation show: a year with its batches and money, one batch with who goes. Nothing is decided here that
//! `rules` does not decide.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::model::{
    RecuperationBatch, RecuperationBatchId, RecuperationBatchInput, RecuperationBatchLine, RecuperationMoney,
    RecuperationPlace, RecuperationPlan, RecuperationPlanInput, RecuperationYear,
};
use super::{duties, papers, rules, store};
use crate::Problem;
use crate::leave::model::LeaveRule;
use crate::leave::place;
use crate::union::model::{Shown, Sight};

/// The rules of recuperation, from the most general to the local.
const TOLD: [&str; 5] = [
    "recuperation.welfare",
    "recuperation.system",
    "recuperation.right",
    "recuperation.organise",
    "recuperation.cost",
];

fn line(
    connection: &Connection,
    plan: &RecuperationPlanInput,
    record: RecuperationBatchInput,
) -> Result<Option<RecuperationBatchLine>, Problem> {
    let Some(id) = record.id else { return Ok(None) };
    let (people, front_line) = store::heads(connection, id)?;
    Ok(Some(RecuperationBatchLine {
        id,
        people,
        front_line,
        planned: record.person_cost.and_then(|cost| cost.checked_mul(people.into())),
        warnings: rules::of_batch(plan, &record, people),
        record,
    }))
}

/// A year's recuperation.
pub fn year(
    connection: &Connection,
    book: &LawBook,
    year: i32,
    today: NaiveDate,
) -> Result<RecuperationYear, Problem> {
    let mut years: BTreeSet<i32> = store::years(connection)?.into_iter().collect();
    years.extend([year, today.year(), today.year() + 1]);
    let plan = store::plan_of(connection, year)?;
    let mut batches = Vec::new();
    if let Some((id, record)) = &plan {
        for one in store::batches(connection, *id)? {
            batches.extend(line(connection, record, one)?);
        }
    }
    let people = batches.iter().map(|batch| batch.people).sum();
    let front_line = batches.iter().map(|batch| batch.front_line).sum();
    let sum = |all: &[Option<Fen>]| Fen(all.iter().flatten().map(|sum| sum.0).sum());
    let budget =
        plan.as_ref().map_or(Fen(0), |(_, one)| sum(&[one.welfare_budget, one.union_budget, one.own_budget]));
    let planned = sum(&batches.iter().map(|batch| batch.planned).collect::<Vec<_>>());
    let spent = sum(&batches.iter().map(|batch| batch.record.spent).collect::<Vec<_>>());
    let at = place(connection)?;
    let told = TOLD.iter().filter_map(|subject| book.applies(subject, &at, today)).map(|ruling| LeaveRule {
        rule: ruling.winner.reference(),
        title: ruling.winner.title.clone(),
        note: ruling.winner.note.clone(),
    });
    let warnings = match &plan {
        Some((_, record)) => rules::of_year(record, people, front_line, budget, planned),
        None => Vec::new(),
    };
    Ok(RecuperationYear {
        year,
        years: years.into_iter().rev().collect(),
        before: store::plan_before(connection, year)?,
        people,
        front_line,
        money: RecuperationMoney { budget, planned, spent, left: Fen(budget.0 - spent.0) },
        warnings,
        rules: told.collect(),
        todos: duties::of(&batches, year, today),
        batches,
        plan: plan.map(|(id, record)| RecuperationPlan { id, record }),
    })
}

/// One batch with who goes: what they eat and whom to call once it is revealed, and so an injury for which
/// they go first, and what was noted beside it.
///
/// Errors: `not_found`.
pub fn batch(
    connection: &Connection,
    id: RecuperationBatchId,
    Sight { identity, health, .. }: Sight,
) -> Result<RecuperationBatch, Problem> {
    let record = store::batch_by(connection, id)?;
    let plan = store::plan_by(connection, record.plan)?;
    let mut places = Vec::new();
    for mut one in store::places(connection, id)? {
        let Some(place) = one.id else { continue };
        let person = store::who(connection, one.person)?;
        let trips = store::trips(connection, one.person, id, record.from)?;
        let leave = store::leave_on(connection, one.person, record.from, record.to)?;
        if identity != Shown::Full {
            (one.meals, one.emergency) = (None, None);
        }
        if health != Shown::Full {
            one.reasons.retain(|reason| !reason.tells_health());
            one.note = None;
        }
        let mut warnings = rules::of_place(&plan, &record, &trips, leave);
        warnings.extend(person.removed.then(rules::of_removed));
        places.push(RecuperationPlace {
            id: place,
            name: person.name,
            sex: person.sex,
            shop: person.shop,
            last: trips.iter().find(|trip| trip.from <= record.from).map(|trip| trip.name.clone()),
            warnings,
            record: one,
        });
    }
    let year = plan.year;
    let line = line(connection, &plan, record)?.ok_or_else(|| Problem::missing("批疗休养"))?;
    let (erased, notice) = (store::erased(connection, id)?, papers::issued(connection, id)?);
    Ok(RecuperationBatch { line, year, people: places, erased, identity, notice })
}
