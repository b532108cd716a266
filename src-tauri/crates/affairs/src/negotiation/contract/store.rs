//! The rows of a contract's text: clauses, what was filled in, versions. Nothing is judged here.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::means::TERM;
use super::model::{
    ContractClause, ContractClauseId, ContractOrigin, ContractVersionId, ContractVersionLine,
    ContractVersionSource, KeptClause,
};
use super::values::Values;
use crate::Problem;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store::Head;
use crate::negotiation::store::remove;

const CLAUSE: &str =
    "SELECT id, item, group_key, library, origin, round, topic_id, text FROM live_contract_clause";

fn clause_of(row: &Row<'_>) -> rusqlite::Result<ContractClause> {
    Ok(ContractClause {
        id: row.get(0)?,
        item: row.get(1)?,
        group: row.get(2)?,
        library: row.get(3)?,
        origin: ContractOrigin::of(&row.get::<_, String>(4)?).unwrap_or(ContractOrigin::Typed),
        round: row.get(5)?,
        topic: row.get(6)?,
        text: row.get(7)?,
    })
}

/// The clauses of an agreement in the order in which they were put; the items order them further.
pub fn clauses(connection: &Connection, agreement: AgreementId) -> Result<Vec<ContractClause>, Problem> {
    let mut statement =
        connection.prepare_cached(&format!("{CLAUSE} WHERE agreement_id = ?1 ORDER BY ord, id"))?;
    let rows = statement.query_map([agreement], clause_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A clause and the agreement it belongs to. Errors: `not_found`.
pub fn clause(
    connection: &Connection,
    id: ContractClauseId,
) -> Result<(AgreementId, ContractClause), Problem> {
    connection
        .prepare_cached(
            "SELECT id, item, group_key, library, origin, round, topic_id, text, agreement_id
             FROM live_contract_clause WHERE id = ?1",
        )?
        .query_row([id], |row| Ok((row.get(8)?, clause_of(row)?)))
        .optional()?
        .ok_or_else(|| Problem::missing("条合同条款"))
}

/// Writes a clause, new at the end or changed where it stands.
pub fn save_clause(tx: &Tx, agreement: AgreementId, clause: &ContractClause) -> Result<(), Problem> {
    tx.prepare_cached(
        "INSERT INTO contract_clause (id, agreement_id, item, ord, group_key, library, origin, round, topic_id, text)
         VALUES (?1, ?2, ?3, (SELECT coalesce(max(ord), 0) + 1 FROM contract_clause WHERE agreement_id = ?2), ?4, ?5, ?6,
           ?7, ?8, ?9)
         ON CONFLICT (id) DO UPDATE SET item = excluded.item, group_key = excluded.group_key,
           library = excluded.library, origin = excluded.origin, round = excluded.round,
           topic_id = excluded.topic_id, text = excluded.text",
    )?
    .execute(params![
        clause.id,
        agreement,
        clause.item,
        clause.group,
        clause.library,
        clause.origin.code(),
        clause.round,
        clause.topic,
        clause.text.trim(),
    ])?;
    Ok(())
}

/// Puts the clauses into this order.
pub fn order_clauses(tx: &Tx, clauses: &[ContractClauseId]) -> Result<(), Problem> {
    let mut statement = tx.prepare_cached(
        "UPDATE contract_clause SET ord = ?2 WHERE id = ?1 AND ord <> ?2 AND removed_at IS NULL",
    )?;
    for (ord, id) in (1_i64..).zip(clauses) {
        statement.execute(params![id, ord])?;
    }
    Ok(())
}

/// Puts a clause out of sight.
pub fn remove_clause(tx: &Tx, id: ContractClauseId) -> Result<(), Problem> {
    remove(tx, "contract_clause", "id", &id.to_string())
}

/// What was filled in.
pub fn values(connection: &Connection, agreement: AgreementId) -> Result<Values, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT name, kept FROM live_contract_value WHERE agreement_id = ?1")?;
    let rows = statement.query_map([agreement], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What was filled in, the agreement's own term with it.
pub(super) fn values_and_term(connection: &Connection, head: &Head) -> Result<Values, Problem> {
    let mut values = values(connection, head.id)?;
    for (name, day) in TERM.iter().zip([head.term_from, head.term_to]) {
        match day {
            Some(day) => values.insert((*name).to_owned(), day.to_string()),
            None => values.remove(*name),
        };
    }
    Ok(values)
}

/// What a blank of another agreement was last filled with, and that agreement's title.
pub fn value_elsewhere(
    connection: &Connection,
    agreement: AgreementId,
    name: &str,
) -> Result<Option<(String, String)>, Problem> {
    let sql =
        "SELECT v.kept, a.title FROM live_contract_value v JOIN live_agreement a ON a.id = v.agreement_id
       WHERE v.name = ?1 AND v.agreement_id <> ?2 ORDER BY v.id DESC LIMIT 1";
    let found = connection
        .prepare_cached(sql)?
        .query_row(params![name, agreement], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

/// Fills a blank with a value as it is kept and as it is printed, or empties it.
pub fn fill(tx: &Tx, agreement: AgreementId, name: &str, value: Option<(&str, &str)>) -> Result<(), Problem> {
    let known: Option<String> = tx
        .prepare_cached("SELECT id FROM live_contract_value WHERE agreement_id = ?1 AND name = ?2")?
        .query_row(params![agreement, name], |row| row.get(0))
        .optional()?;
    match (known, value) {
        (Some(id), Some((kept, shown))) => {
            tx.execute(
                "UPDATE contract_value SET kept = ?2, shown = ?3 WHERE id = ?1",
                params![id, kept, shown],
            )?;
        }
        (Some(id), None) => remove(tx, "contract_value", "id", &id)?,
        (None, Some((kept, shown))) => {
            tx.execute(
                "INSERT INTO contract_value (id, agreement_id, name, kept, shown) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![tx.new_id::<uuid::Uuid>().to_string(), agreement, name, kept, shown],
            )?;
        }
        (None, None) => {}
    }
    Ok(())
}

/// Fills the blanks of one agreement as those of another are.
pub fn carry_values(tx: &Tx, from: AgreementId, to: AgreementId) -> Result<(), Problem> {
    let mut filled = tx.prepare_cached(
        "SELECT name, kept, shown FROM live_contract_value WHERE agreement_id = ?1 ORDER BY name",
    )?;
    let filled = filled.query_map([from], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for (name, kept, shown) in filled.collect::<Result<Vec<(String, String, String)>, _>>()? {
        fill(tx, to, &name, Some((&kept, &shown)))?;
    }
    Ok(())
}

const VERSION: &str = "SELECT v.id, coalesce(v.number, 0), v.source, v.kept_on, v.note,
   (SELECT count(*) FROM live_contract_version_clause c WHERE c.version_id = v.id)
 FROM live_contract_version v";

fn version_of(row: &Row<'_>) -> rusqlite::Result<ContractVersionLine> {
    Ok(ContractVersionLine {
        id: row.get(0)?,
        number: row.get(1)?,
        source: ContractVersionSource::of(&row.get::<_, String>(2)?).unwrap_or(ContractVersionSource::Draft),
        kept_on: row.get(3)?,
        note: row.get(4)?,
        clauses: row.get(5)?,
        of_year: None,
    })
}

/// The versions of an agreement, the newest first, pasted ones behind.
pub fn versions(
    connection: &Connection,
    agreement: AgreementId,
) -> Result<Vec<ContractVersionLine>, Problem> {
    let mut statement = connection.prepare_cached(&format!(
        "{VERSION} WHERE v.agreement_id = ?1 ORDER BY v.number IS NULL, v.number DESC, v.id"
    ))?;
    let rows = statement.query_map([agreement], version_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One version. Errors: `not_found`.
pub fn version(connection: &Connection, id: ContractVersionId) -> Result<ContractVersionLine, Problem> {
    connection
        .prepare_cached(&format!("{VERSION} WHERE v.id = ?1"))?
        .query_row([id], version_of)
        .optional()?
        .ok_or_else(|| Problem::missing("份合同文本"))
}

/// The agreement whose version it is. Errors: `not_found`.
pub fn agreement_of(connection: &Connection, id: ContractVersionId) -> Result<AgreementId, Problem> {
    connection
        .prepare_cached("SELECT agreement_id FROM live_contract_version WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Problem::missing("份合同文本"))
}

/// The agreements of the same kind of earlier years of which a text is kept, and what changed or renewed them, each with its newest
/// one: the newest year first, and within it what was written last.
pub(super) fn of_earlier_years(
    connection: &Connection,
    agreement: AgreementId,
) -> Result<Vec<(AgreementId, ContractVersionId)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT a.id, v.id FROM live_agreement me JOIN live_negotiation mine ON mine.id = me.negotiation_id
         JOIN live_agreement a ON a.kind = me.kind
         LEFT JOIN live_agreement_amendment said ON said.id = a.id
         JOIN live_negotiation n ON n.id = a.negotiation_id
         JOIN live_contract_version v ON v.agreement_id = a.id AND v.source = 'draft'
         WHERE me.id = ?1 AND n.year < mine.year AND (a.amends_id IS NULL OR said.act IN ('change', 'renew'))
           AND v.number = (
           SELECT max(o.number) FROM live_contract_version o WHERE o.agreement_id = a.id AND o.source = 'draft')
         ORDER BY n.year DESC, a.id DESC",
    )?;
    let rows = statement.query_map([agreement], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A version to write.
pub struct NewVersion<'a> {
    /// The agreement.
    pub agreement: AgreementId,
    /// What it is.
    pub source: ContractVersionSource,
    /// What it is called.
    pub note: &'a str,
    /// The day.
    pub kept_on: NaiveDate,
    /// Its clauses with the items they answer.
    pub clauses: &'a [(Option<String>, KeptClause)],
}

/// Writes a version; a draft gets the next number of its agreement.
pub fn insert_version(tx: &Tx, new: &NewVersion<'_>) -> Result<ContractVersionId, Problem> {
    let id = tx.new_id::<ContractVersionId>();
    let number: Option<u32> = match new.source {
        ContractVersionSource::Draft => Some(tx.query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM contract_version WHERE agreement_id = ?1",
            [new.agreement],
            |row| row.get(0),
        )?),
        ContractVersionSource::Pasted => None,
    };
    tx.execute(
        "INSERT INTO contract_version (id, agreement_id, number, source, kept_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, new.agreement, number, new.source.code(), new.kept_on, new.note.trim()],
    )?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO contract_version_clause (id, version_id, ord, clause_id, item, library, chapter, text)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    for (ord, (item, clause)) in (1_i64..).zip(new.clauses) {
        statement.execute(params![
            tx.new_id::<uuid::Uuid>().to_string(),
            id,
            ord,
            clause.clause,
            item,
            clause.library,
            clause.chapter,
            clause.text,
        ])?;
    }
    Ok(id)
}

/// The clauses of a version in order, each with the item it answered where that is known.
pub fn kept(
    connection: &Connection,
    version: ContractVersionId,
) -> Result<Vec<(Option<String>, KeptClause)>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT item, clause_id, library, chapter, text FROM live_contract_version_clause
         WHERE version_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([version], |row| {
        let kept =
            KeptClause { clause: row.get(1)?, library: row.get(2)?, chapter: row.get(3)?, text: row.get(4)? };
        Ok((row.get(0)?, kept))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a pasted version out of sight.
pub fn remove_version(tx: &Tx, id: ContractVersionId) -> Result<(), Problem> {
    remove(tx, "contract_version_clause", "version_id", &id.to_string())?;
    remove(tx, "contract_version", "id", &id.to_string())
}
