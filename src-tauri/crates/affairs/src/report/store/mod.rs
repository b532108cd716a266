//! The rows of the chair's words, and what the ledger holds at all. Counting is done beside: people in `members`, talks
//! and papers in `affairs`.

pub(super) mod affairs;
pub(super) mod members;
pub(super) mod rights;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::report::model::YearTexts;

const COLUMNS: &str = "guidance, merit, quality, standing, growth, problems, plans, filled_by, responsible,
  addressee";

/// The chair's words for a year; `None` when none were kept.
pub(super) fn texts(connection: &Connection, year: i32) -> Result<Option<YearTexts>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM year_report WHERE id = ?1");
    let kept = connection
        .prepare_cached(&sql)?
        .query_row([year.to_string()], |row| {
            Ok(YearTexts {
                year,
                guidance: row.get(0)?,
                merit: row.get(1)?,
                quality: row.get(2)?,
                standing: row.get(3)?,
                growth: row.get(4)?,
                problems: row.get(5)?,
                plans: row.get(6)?,
                filled_by: row.get(7)?,
                responsible: row.get(8)?,
                addressee: row.get(9)?,
            })
        })
        .optional()?;
    Ok(kept)
}

/// Whom the newest report goes to: the next one most often goes there too.
pub(super) fn last_addressee(connection: &Connection) -> Result<Option<String>, Problem> {
    let sql = "SELECT addressee FROM year_report WHERE addressee IS NOT NULL ORDER BY CAST(id AS INTEGER) DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
}

/// Keeps them.
pub(super) fn keep(tx: &Tx, texts: &YearTexts) -> Result<(), Problem> {
    let text = |text: &Option<String>| {
        text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let sql = format!(
        "INSERT INTO year_report (id, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (id) DO UPDATE SET guidance = excluded.guidance, merit = excluded.merit,
           quality = excluded.quality, standing = excluded.standing, growth = excluded.growth,
           problems = excluded.problems, plans = excluded.plans, filled_by = excluded.filled_by,
           responsible = excluded.responsible, addressee = excluded.addressee"
    );
    tx.execute(
        &sql,
        params![
            texts.year.to_string(),
            text(&texts.guidance),
            text(&texts.merit),
            text(&texts.quality),
            text(&texts.standing),
            text(&texts.growth),
            text(&texts.problems),
            text(&texts.plans),
            text(&texts.filled_by),
            text(&texts.responsible),
            text(&texts.addressee),
        ],
    )?;
    Ok(())
}

/// The years that have words, the newest first.
pub(super) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT CAST(id AS INTEGER) FROM year_report ORDER BY 1 DESC")?;
    let years = statement.query_map([], |row| row.get(0))?;
    Ok(years.collect::<Result<_, _>>()?)
}

/// Whether there is nothing to report on: no people, no talks, no paper in or out.
pub(super) fn nothing_yet(connection: &Connection) -> Result<bool, Problem> {
    let sql = "SELECT NOT (EXISTS (SELECT 1 FROM live_person) OR EXISTS (SELECT 1 FROM live_negotiation)
      OR EXISTS (SELECT 1 FROM live_incoming_paper) OR EXISTS (SELECT 1 FROM live_paper))";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}
