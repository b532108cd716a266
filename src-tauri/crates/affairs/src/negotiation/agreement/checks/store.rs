//! The rows of checks on how an agreement is kept and of their clauses. Nothing is judged here.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{AgreementCheckClause, AgreementCheckId, SaveAgreementCheck};
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::store::remove;
use crate::office::text;

const CHECK: &str =
    "SELECT id, agreement_id, from_on, to_on, checked_on, method, opinions, conclusion, workers, employer,
  late_entry FROM live_agreement_check";

fn lines(names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    names.join("\n")
}

fn check_of(row: &Row<'_>) -> rusqlite::Result<SaveAgreementCheck> {
    let names =
        |at: usize| Ok::<_, rusqlite::Error>(row.get::<_, String>(at)?.lines().map(str::to_owned).collect());
    Ok(SaveAgreementCheck {
        id: row.get(0)?,
        agreement: row.get(1)?,
        from_on: row.get(2)?,
        to_on: row.get(3)?,
        checked_on: row.get(4)?,
        method: row.get(5)?,
        opinions: row.get(6)?,
        conclusion: row.get(7)?,
        workers: names(8)?,
        employer: names(9)?,
        late_entry: row.get(10)?,
        clauses: Vec::new(),
    })
}

fn clauses(connection: &Connection, id: AgreementCheckId) -> Result<Vec<AgreementCheckClause>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT clause, target, actual, gap, cause, remedy, owner, due_on, done_on, award_on, sued_on
         FROM live_agreement_check_clause WHERE check_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(AgreementCheckClause {
            clause: row.get(0)?,
            target: row.get(1)?,
            actual: row.get(2)?,
            gap: row.get(3)?,
            cause: row.get(4)?,
            remedy: row.get(5)?,
            owner: row.get(6)?,
            due_on: row.get(7)?,
            done_on: row.get(8)?,
            award_on: row.get(9)?,
            sued_on: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn whole(connection: &Connection, mut check: SaveAgreementCheck) -> Result<SaveAgreementCheck, Problem> {
    if let Some(id) = check.id {
        check.clauses = clauses(connection, id)?;
    }
    Ok(check)
}

/// The checks of an agreement, the earliest first.
pub fn checks(connection: &Connection, agreement: AgreementId) -> Result<Vec<SaveAgreementCheck>, Problem> {
    let mut statement =
        connection.prepare_cached(&format!("{CHECK} WHERE agreement_id = ?1 ORDER BY checked_on, id"))?;
    let rows: Vec<SaveAgreementCheck> =
        statement.query_map([agreement], check_of)?.collect::<Result<_, _>>()?;
    rows.into_iter().map(|check| whole(connection, check)).collect()
}

/// One check.
///
/// Errors: `not_found`.
pub fn check(connection: &Connection, id: AgreementCheckId) -> Result<SaveAgreementCheck, Problem> {
    let found = connection
        .prepare_cached(&format!("{CHECK} WHERE id = ?1"))?
        .query_row([id], check_of)
        .optional()?
        .ok_or_else(|| Problem::missing("次履行检查"))?;
    whole(connection, found)
}

/// Writes a check with its clauses; a clause keeps its row by its place.
pub fn save(
    tx: &Tx,
    id: AgreementCheckId,
    input: &SaveAgreementCheck,
    late_entry: Option<&str>,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO agreement_check (id, agreement_id, from_on, to_on, checked_on, method, opinions, conclusion, workers,
           employer, late_entry)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET from_on = excluded.from_on, to_on = excluded.to_on,
           checked_on = excluded.checked_on, method = excluded.method, opinions = excluded.opinions,
           conclusion = excluded.conclusion, workers = excluded.workers, employer = excluded.employer,
           late_entry = excluded.late_entry",
        params![
            id,
            input.agreement,
            input.from_on,
            input.to_on,
            input.checked_on,
            input.method.trim(),
            text(&input.opinions),
            input.conclusion.trim(),
            lines(&input.workers),
            lines(&input.employer),
            late_entry,
        ],
    )?;
    let standing: Vec<String> = tx
        .prepare_cached("SELECT id FROM live_agreement_check_clause WHERE check_id = ?1 ORDER BY ord")?
        .query_map([id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for gone in standing.iter().skip(input.clauses.len()) {
        remove(tx, "agreement_check_clause", "id", gone)?;
    }
    for (at, clause) in input.clauses.iter().enumerate() {
        let row = standing.get(at).cloned().unwrap_or_else(|| tx.new_id::<uuid::Uuid>().to_string());
        tx.execute(
            "INSERT INTO agreement_check_clause (id, check_id, ord, clause, target, actual, gap, cause, remedy, owner,
               due_on, done_on, award_on, sued_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, clause = excluded.clause, target = excluded.target,
               actual = excluded.actual, gap = excluded.gap, cause = excluded.cause, remedy = excluded.remedy,
               owner = excluded.owner, due_on = excluded.due_on, done_on = excluded.done_on,
               award_on = excluded.award_on, sued_on = excluded.sued_on",
            params![
                row,
                id,
                i64::try_from(at + 1).unwrap_or(i64::MAX),
                clause.clause.trim(),
                clause.target.trim(),
                clause.actual.trim(),
                text(&clause.gap),
                text(&clause.cause),
                text(&clause.remedy),
                text(&clause.owner),
                clause.due_on,
                clause.done_on,
                clause.award_on,
                clause.sued_on,
            ],
        )?;
    }
    Ok(())
}

/// Puts a check with its clauses out of sight.
pub fn remove_check(tx: &Tx, id: AgreementCheckId) -> Result<(), Problem> {
    remove(tx, "agreement_check_clause", "check_id", &id.to_string())?;
    remove(tx, "agreement_check", "id", &id.to_string())
}
