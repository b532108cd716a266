//! The rows of recuperation: plans, batches and places. What is decided from them is `rules`'.

use chrono::NaiveDate;
use ledger::{Fen, Tx};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    RecuperationBatchId, RecuperationBatchInput, RecuperationCounts, RecuperationPlaceId,
    RecuperationPlaceInput, RecuperationPlanId, RecuperationPlanInput, RecuperationReason,
};
use super::rules::Trip;
use crate::Problem;
use crate::leave::store::remove as put_away;
use crate::members::model::{PersonId, Sex};
use crate::members::store::sex_of;
use crate::office::text;

fn fen(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Fen>> {
    Ok(row.get::<_, Option<i64>>(at)?.map(Fen))
}

const PLAN: &str = "id, year, policy, days_inside, days_outside, day_cap, year_cap, front_share, gap_years, gap_out_only,
  counts_leave, welfare_budget, union_budget, own_budget, decided_on, decided_by, note FROM live_recuperation_plan";

fn plan(row: &Row<'_>) -> rusqlite::Result<(RecuperationPlanId, RecuperationPlanInput)> {
    let counts: String = row.get(10)?;
    Ok((
        row.get(0)?,
        RecuperationPlanInput {
            year: row.get(1)?,
            policy: row.get(2)?,
            days_inside: row.get(3)?,
            days_outside: row.get(4)?,
            day_cap: fen(row, 5)?,
            year_cap: fen(row, 6)?,
            front_share: row.get(7)?,
            gap_years: row.get(8)?,
            gap_out_only: row.get(9)?,
            counts_leave: RecuperationCounts::of(&counts).unwrap_or(RecuperationCounts::Unsettled),
            welfare_budget: fen(row, 11)?,
            union_budget: fen(row, 12)?,
            own_budget: fen(row, 13)?,
            decided_on: row.get(14)?,
            decided_by: row.get(15)?,
            note: row.get(16)?,
        },
    ))
}

/// The plan of a year.
pub(crate) fn plan_of(
    connection: &Connection,
    year: i32,
) -> Result<Option<(RecuperationPlanId, RecuperationPlanInput)>, Problem> {
    let sql = format!("SELECT {PLAN} WHERE year = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([year], plan).optional()?)
}

/// The newest plan before a year.
pub(crate) fn plan_before(
    connection: &Connection,
    year: i32,
) -> Result<Option<RecuperationPlanInput>, Problem> {
    let sql = format!("SELECT {PLAN} WHERE year < ?1 ORDER BY year DESC LIMIT 1");
    let found = connection.prepare_cached(&sql)?.query_row([year], plan).optional()?;
    Ok(found.map(|(_, one)| one))
}

/// One plan.
///
/// Errors: `not_found`.
pub(crate) fn plan_by(
    connection: &Connection,
    id: RecuperationPlanId,
) -> Result<RecuperationPlanInput, Problem> {
    let sql = format!("SELECT {PLAN} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], plan).optional()?;
    found.map(|(_, one)| one).ok_or_else(|| Problem::missing("年的疗休养计划"))
}

/// The years that have a plan.
pub(crate) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let mut statement = connection.prepare_cached("SELECT year FROM live_recuperation_plan")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Writes a plan, new or changed.
pub(crate) fn save_plan(
    tx: &Tx,
    id: RecuperationPlanId,
    input: &RecuperationPlanInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO recuperation_plan (id, year, policy, days_inside, days_outside, day_cap, year_cap, front_share, gap_years,
           gap_out_only, counts_leave, welfare_budget, union_budget, own_budget, decided_on, decided_by, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (id) DO UPDATE SET policy = excluded.policy, days_inside = excluded.days_inside,
           days_outside = excluded.days_outside, day_cap = excluded.day_cap, year_cap = excluded.year_cap,
           front_share = excluded.front_share, gap_years = excluded.gap_years, gap_out_only = excluded.gap_out_only,
           counts_leave = excluded.counts_leave, welfare_budget = excluded.welfare_budget,
           union_budget = excluded.union_budget, own_budget = excluded.own_budget, decided_on = excluded.decided_on,
           decided_by = excluded.decided_by, note = excluded.note",
        params![
            id,
            input.year,
            input.policy.trim(),
            input.days_inside,
            input.days_outside,
            input.day_cap.map(|fen| fen.0),
            input.year_cap.map(|fen| fen.0),
            input.front_share,
            input.gap_years,
            input.gap_out_only,
            input.counts_leave.code(),
            input.welfare_budget.map(|fen| fen.0),
            input.union_budget.map(|fen| fen.0),
            input.own_budget.map(|fen| fen.0),
            input.decided_on,
            text(&input.decided_by),
            text(&input.note),
        ],
    )?;
    Ok(())
}

const BATCH: &str = "id, plan_id, name, base, outside, from_on, to_on, quota, person_cost, bought, insurer, posted_from, posted_until,
  spent, settled_on, note FROM live_recuperation_batch";

fn batch(row: &Row<'_>) -> rusqlite::Result<RecuperationBatchInput> {
    Ok(RecuperationBatchInput {
        id: row.get(0)?,
        plan: row.get(1)?,
        name: row.get(2)?,
        base: row.get(3)?,
        outside: row.get(4)?,
        from: row.get(5)?,
        to: row.get(6)?,
        quota: row.get(7)?,
        person_cost: fen(row, 8)?,
        bought: row.get(9)?,
        insurer: row.get(10)?,
        posted_from: row.get(11)?,
        posted_until: row.get(12)?,
        spent: fen(row, 13)?,
        settled_on: row.get(14)?,
        note: row.get(15)?,
    })
}

/// One batch.
///
/// Errors: `not_found`.
pub(crate) fn batch_by(
    connection: &Connection,
    id: RecuperationBatchId,
) -> Result<RecuperationBatchInput, Problem> {
    let sql = format!("SELECT {BATCH} WHERE id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], batch).optional()?;
    found.ok_or_else(|| Problem::missing("批疗休养"))
}

/// The batches of a plan, by day.
pub(crate) fn batches(
    connection: &Connection,
    plan: RecuperationPlanId,
) -> Result<Vec<RecuperationBatchInput>, Problem> {
    let sql = format!("SELECT {BATCH} WHERE plan_id = ?1 ORDER BY from_on, id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([plan], batch)?.collect::<Result<_, _>>()?)
}

/// Every batch, the newest first.
pub(crate) fn all_batches(connection: &Connection) -> Result<Vec<RecuperationBatchInput>, Problem> {
    let sql = format!("SELECT {BATCH} ORDER BY from_on DESC, id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], batch)?.collect::<Result<_, _>>()?)
}

/// Writes a batch, new or changed.
pub(crate) fn save_batch(
    tx: &Tx,
    id: RecuperationBatchId,
    input: &RecuperationBatchInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO recuperation_batch (id, plan_id, name, base, outside, from_on, to_on, quota, person_cost, bought, insurer,
           posted_from, posted_until, spent, settled_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, base = excluded.base, outside = excluded.outside,
           from_on = excluded.from_on, to_on = excluded.to_on, quota = excluded.quota, person_cost = excluded.person_cost,
           bought = excluded.bought, insurer = excluded.insurer, posted_from = excluded.posted_from,
           posted_until = excluded.posted_until, spent = excluded.spent, settled_on = excluded.settled_on,
           note = excluded.note",
        params![
            id,
            input.plan,
            input.name.trim(),
            input.base.trim(),
            input.outside,
            input.from,
            input.to,
            input.quota,
            input.person_cost.map(|fen| fen.0),
            text(&input.bought),
            text(&input.insurer),
            input.posted_from,
            input.posted_until,
            input.spent.map(|fen| fen.0),
            input.settled_on,
            text(&input.note),
        ],
    )?;
    Ok(())
}

/// Puts a batch out of sight with who goes.
///
/// Errors: `not_found`.
pub(crate) fn remove_batch(tx: &Tx, id: RecuperationBatchId) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    let places = "UPDATE recuperation_place SET removed_at = ?2 WHERE batch_id = ?1 AND removed_at IS NULL";
    tx.execute(places, params![id, now])?;
    put_away(tx, "recuperation_batch", &id, "批疗休养")
}

const PLACE: &str =
    "id, batch_id, person_id, front_line, reasons, room, meals, emergency, note FROM live_recuperation_place";

fn place(row: &Row<'_>) -> rusqlite::Result<RecuperationPlaceInput> {
    let reasons: Option<String> = row.get(4)?;
    let codes = reasons.iter().flat_map(|codes| codes.split(' '));
    Ok(RecuperationPlaceInput {
        id: row.get(0)?,
        batch: row.get(1)?,
        person: row.get(2)?,
        front_line: row.get(3)?,
        reasons: codes.filter_map(RecuperationReason::of).collect(),
        room: row.get(5)?,
        meals: row.get(6)?,
        emergency: row.get(7)?,
        note: row.get(8)?,
    })
}

/// One place; none of somebody who was erased by law, of whom a form would hold nothing.
///
/// Errors: `not_found`.
pub(crate) fn place_by(
    connection: &Connection,
    id: RecuperationPlaceId,
) -> Result<RecuperationPlaceInput, Problem> {
    let sql = format!("SELECT {PLACE} WHERE id = ?1 AND person_id IS NOT NULL");
    let found = connection.prepare_cached(&sql)?.query_row([id], place).optional()?;
    found.ok_or_else(|| Problem::missing("个名额"))
}

/// Who goes with a batch, by name, removed from the roster or not.
pub(crate) fn places(
    connection: &Connection,
    batch: RecuperationBatchId,
) -> Result<Vec<RecuperationPlaceInput>, Problem> {
    let sql = format!(
        "SELECT {PLACE} WHERE batch_id = ?1 AND person_id IS NOT NULL
         ORDER BY (SELECT name_sort FROM person WHERE id = person_id), id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([batch], place)?.collect::<Result<_, _>>()?)
}

/// How many go with a batch, and front-line workers among them: whoever was removed or erased since went with it all the same.
pub(crate) fn heads(connection: &Connection, batch: RecuperationBatchId) -> Result<(u32, u32), Problem> {
    let sql =
        "SELECT count(*), coalesce(sum(front_line), 0) FROM live_recuperation_place WHERE batch_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([batch], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// How many of them were erased by law.
pub(crate) fn erased(connection: &Connection, batch: RecuperationBatchId) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM live_recuperation_place WHERE batch_id = ?1 AND person_id IS NULL";
    Ok(connection.prepare_cached(sql)?.query_row([batch], |row| row.get(0))?)
}

/// Somebody who goes with a batch.
pub(crate) struct Goes {
    pub name: String,
    pub sex: Sex,
    /// where they work, or worked when they were removed
    pub shop: Option<String>,
    pub removed: bool,
}

/// Who somebody is, removed from the roster or not.
///
/// Errors: `not_found`.
pub(crate) fn who(connection: &Connection, person: PersonId) -> Result<Goes, Problem> {
    let sql = "SELECT p.name, p.sex, (SELECT e.shop FROM employment e WHERE e.person_id = p.id AND e.left_on IS NULL
        AND e.removed_at IS p.removed_at ORDER BY e.id LIMIT 1), p.removed_at IS NOT NULL FROM person p WHERE p.id = ?1";
    let read = |row: &Row<'_>| {
        let sex: String = row.get(1)?;
        Ok(Goes { name: row.get(0)?, sex: sex_of(&sex), shop: row.get(2)?, removed: row.get(3)? })
    };
    let found = connection.prepare_cached(sql)?.query_row([person], read).optional()?;
    found.ok_or_else(|| Problem::missing("个人"))
}

/// The trips of someone with other batches that left before this one or in its year, the newest first.
pub(crate) fn trips(
    connection: &Connection,
    person: PersonId,
    besides: RecuperationBatchId,
    before: NaiveDate,
) -> Result<Vec<Trip>, Problem> {
    let sql = "SELECT b.from_on, b.outside, substr(b.from_on, 1, 4) || '年' || b.name
      FROM live_recuperation_place p JOIN live_recuperation_batch b ON b.id = p.batch_id
      WHERE p.person_id = ?1 AND b.id <> ?2 AND substr(b.from_on, 1, 4) <= substr(?3, 1, 4)
      ORDER BY b.from_on DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![person, besides, before], |row| {
        Ok(Trip { from: row.get(0)?, outside: row.get(1)?, name: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every trip of someone: the batch and the base.
pub(crate) fn of_person(
    connection: &Connection,
    person: PersonId,
) -> Result<Vec<(NaiveDate, String, String)>, Problem> {
    let sql = "SELECT b.from_on, substr(b.from_on, 1, 4) || '年' || b.name, b.base
      FROM live_recuperation_place p JOIN live_recuperation_batch b ON b.id = p.batch_id
      WHERE p.person_id = ?1 ORDER BY b.from_on";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A period of annual leave of someone that meets these days.
pub(crate) fn leave_on(
    connection: &Connection,
    person: PersonId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Option<(NaiveDate, NaiveDate)>, Problem> {
    let sql =
        "SELECT from_on, to_on FROM live_leave_period WHERE person_id = ?1 AND from_on <= ?3 AND to_on >= ?2
      ORDER BY from_on LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![person, from, to], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Writes a place, new or changed.
pub(crate) fn save_place(
    tx: &Tx,
    id: RecuperationPlaceId,
    input: &RecuperationPlaceInput,
) -> Result<(), Problem> {
    let reasons: Vec<&str> = input.reasons.iter().map(|reason| reason.code()).collect();
    let reasons = Some(reasons.join(" ")).filter(|reasons| !reasons.is_empty());
    tx.execute(
        "INSERT INTO recuperation_place (id, batch_id, person_id, front_line, reasons, room, meals, emergency, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET front_line = excluded.front_line, reasons = excluded.reasons, room = excluded.room,
           meals = excluded.meals, emergency = excluded.emergency, note = excluded.note",
        params![
            id,
            input.batch,
            input.person,
            input.front_line,
            reasons,
            text(&input.room),
            text(&input.meals),
            text(&input.emergency),
            text(&input.note),
        ],
    )?;
    Ok(())
}

/// Puts a place out of sight.
///
/// Errors: `not_found`.
pub(crate) fn remove_place(tx: &Tx, id: RecuperationPlaceId) -> Result<(), Problem> {
    put_away(tx, "recuperation_place", &id, "个名额")
}
