//! Merging two records in one step: what would meet is settled as the plan says, the chosen fields are written, everything
//! that hangs on the one goes over to the other, and the one goes out of sight as it was, so that the step can be taken back.

use ledger::Tx;
use rusqlite::{Connection, params};

use super::model::{MergeInput, MergeMove};
use super::references::{MOVED, Reference};
use super::{fields, plan, store};
use crate::Problem;
use crate::fields as names;
use crate::members::membership;
use crate::members::model::PersonId;
use crate::members::rules::check_whole;
use crate::members::store::{self as people, PersonRow};
use crate::union::model::{Shown, Sight};

/// How many rows of each kind would go over, by what they are called. That somebody was examined, was hurt, lost their leave for an
/// illness or stands in a payroll is told as far as `sight` lets it be known.
pub(super) fn moves(
    connection: &Connection,
    gone: PersonId,
    sight: Sight,
) -> Result<Vec<MergeMove>, Problem> {
    let mut moves: Vec<MergeMove> = Vec::new();
    for Reference { table, column, of } in MOVED.iter().filter(|one| names::may_know(one.table, sight)) {
        let label = names::record_name(table);
        let has_end = connection
            .prepare_cached("SELECT 1 FROM pragma_table_info(?1) WHERE name = 'removed_at'")?
            .exists([table])?;
        let live = if has_end { "removed_at IS NULL" } else { "1" };
        let sql = format!("SELECT count(*) FROM {table} WHERE {column} = ?1 AND {of} AND {live}");
        let rows: u32 = connection.prepare_cached(&sql)?.query_row([gone], |row| row.get(0))?;
        match moves.iter_mut().find(|one| one.label == label) {
            _ if rows == 0 => {}
            Some(one) => one.rows += rows,
            None => moves.push(MergeMove { label: label.to_owned(), rows }),
        }
    }
    Ok(moves)
}

/// Merges the record `gone` into `kept`. `identity`: how far whoever chose saw it.
///
/// Errors: `refused` with the reason where something cannot be of one person; `bad_input` where the chosen fields do not fit
/// each other; `not_found`.
pub fn merge(tx: &Tx, input: &MergeInput, identity: Shown) -> Result<(), Problem> {
    let (kept, gone) = (input.kept, input.gone);
    if kept == gone {
        return Err(Problem::input("gone", "这是同一份档案，请另选一个人。"));
    }
    let (own, other) = (fields::read(tx, kept)?, fields::read(tx, gone)?);
    let plan = plan::read(tx, (kept, gone), &input.take)?;
    if let Some(why) = plan.refused.iter().chain(&plan.refused_of_wages).next() {
        return Err(Problem::new("refused", why.clone()));
    }
    let row = fields::chosen(&own, &other, &input.take);
    check_whole(&row, (tx.today(), identity))?;
    let now = tx.now().to_rfc3339();
    for (table, column, from, to) in &plan.pointed {
        tx.execute(&format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1"), [from, to])
            .map_err(met)?;
    }
    for (table, id) in &plan.hidden {
        let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
        tx.execute(&sql, params![id, now])?;
    }
    if plan.number_ends {
        tx.execute("UPDATE member_number SET person_id = NULL WHERE person_id = ?1", [gone])?;
    }
    // Out of sight first: a document stands with one person.
    tx.execute(
        "UPDATE person_identity SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![gone, now],
    )?;
    tx.execute("UPDATE person SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL", params![gone, now])?;
    for Reference { table, column, of } in MOVED {
        let sql = format!("UPDATE {table} SET {column} = ?2 WHERE {column} = ?1 AND {of}");
        tx.execute(&sql, params![gone, kept]).map_err(met)?;
    }
    write(tx, kept, gone, &row)?;
    store::put_merge(tx, kept, gone)?;
    membership::judge(tx, kept).map(drop)
}

/// A clash that no rule foresaw takes the step back whole, and is told as what it is.
fn met(why: rusqlite::Error) -> Problem {
    match why.sqlite_error_code() {
        Some(rusqlite::ErrorCode::ConstraintViolation) => Problem::new(
            "refused",
            "两份档案里有一项登记，一个人只能有一条，合并不了；请先在其中一个人那里移除重复的登记，再来合并。",
        ),
        _ => why.into(),
    }
}

/// Writes the chosen fields; where the roster that a record came from is known of the other alone, it is known of both.
fn write(tx: &Tx, id: PersonId, gone: PersonId, row: &PersonRow) -> Result<(), Problem> {
    people::put_person(tx, id, row)?;
    tx.execute(
        "UPDATE person SET batch_row = iif(batch_id IS NULL, (SELECT batch_row FROM person WHERE id = ?2), batch_row),
           batch_id = coalesce(batch_id, (SELECT batch_id FROM person WHERE id = ?2))
         WHERE id = ?1",
        params![id, gone],
    )?;
    people::put_identity(tx, id, row)?;
    if let Some(job) = plan::present(tx, id)?.first() {
        people::put_job(tx, "id = ?1", job, row)?;
    }
    Ok(())
}
