//! The papers of a sealed affair as they stood on the day of its seal. They are printed from what was kept then, whatever changes
//! elsewhere afterwards. Which papers an affair has and how each is filled is asked by `desk`; the plan is kept with the seal itself.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::negotiation::model::NegotiationId;
use crate::office::model::{Filled, PaperLine};
use crate::office::source::Source;
use crate::office::templates;

fn unreadable() -> Problem {
    Problem::new(
        "internal",
        "程序内部出错：封存时留存的文件读不出来。账本没有受影响，已印发的 PDF 照样可以打开。",
    )
}

/// Keeps a paper of an affair that is being sealed: its line in the list, how it is filled, and what it is set from.
///
/// Errors: `internal` where the facts cannot be written down.
pub fn keep(
    tx: &Tx,
    id: NegotiationId,
    line: &PaperLine,
    filled: &Filled,
    source: &Source,
) -> Result<(), Problem> {
    let facts = serde_json::to_string(source).map_err(|_| unreadable())?;
    let missing = (!filled.missing.is_empty()).then(|| filled.missing.join("\n"));
    tx.execute(
        "INSERT INTO negotiation_paper (id, negotiation_id, kind, of_id, title, dated, missing, facts)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            tx.new_id::<uuid::Uuid>().to_string(),
            id,
            line.kind,
            line.of,
            line.title,
            line.dated,
            missing,
            facts
        ],
    )?;
    Ok(())
}

fn phrases(missing: Option<String>) -> Vec<String> {
    missing.map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// A paper as it stood on the day of the seal; none while its affair is open, and where it was sealed before papers were kept.
pub fn paper(connection: &Connection, kind: &str, of: &str) -> Result<Option<Filled>, Problem> {
    let row: Option<(String, Option<String>, String)> = connection
        .prepare_cached(
            "SELECT title, missing, facts FROM live_negotiation_paper WHERE of_id = ?1 AND kind = ?2",
        )?
        .query_row([of, kind], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((title, missing, facts)) = row else { return Ok(None) };
    let source: Source = serde_json::from_str(&facts).map_err(|_| unreadable())?;
    Ok(Some(Filled {
        // What it is set from names its template itself.
        template: templates::key_of(kind).unwrap_or_default(),
        of: of.to_owned(),
        title,
        missing: phrases(missing),
        context: source.context.clone(),
        changes: source.changes.clone(),
        kept: Some(Box::new(source)),
    }))
}

/// Every paper that a seal kept, as it stands in the list of papers.
pub fn lines(connection: &Connection) -> Result<Vec<PaperLine>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT p.kind, p.of_id, p.title, n.title, p.dated, p.missing
         FROM live_negotiation_paper p JOIN negotiation n ON n.id = p.negotiation_id ORDER BY p.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(PaperLine {
            kind: row.get(0)?,
            of: row.get(1)?,
            title: row.get(2)?,
            affair: row.get(3)?,
            dated: row.get::<_, Option<NaiveDate>>(4)?,
            missing: phrases(row.get(5)?),
            issued: Vec::new(),
            made_by: None,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
