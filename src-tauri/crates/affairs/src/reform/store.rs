//! The tables of the reform ledger: measures, the words on an article, the note of a year. Which of them may be kept, `rules` says.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    ReformArticleInput, ReformEnding, ReformLine, ReformMeasureId, ReformMeasureInput, ReformOutcome,
    ReformQuery, ReformSide, ReformState, ReformWhich,
};
use super::{REGISTER, articles, rules};
use crate::Problem;
use crate::duty::Band;
use crate::office::register::{self, Terms, by_number};
use crate::typed::text;

const COLUMNS: &str =
    "r.id, r.year, r.serial, r.article, r.measure, r.target, r.side, r.unit, r.handler, r.due_on, r.outcome,
  r.ended_on, r.result, r.late_entry";
const FROM: &str = "FROM live_reform_measure r";

/// A measure as its row says it.
pub(super) struct Kept {
    pub number: String,
    pub record: ReformMeasureInput,
    pub ending: ReformEnding,
}

impl Kept {
    /// How far it has come on a day.
    pub fn state(&self, today: NaiveDate) -> ReformState {
        rules::state(self.ending.outcome, self.record.due_on, today)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: ReformMeasureId = row.get(0)?;
    let year: i32 = row.get(1)?;
    let record = ReformMeasureInput {
        id: Some(id),
        year,
        article: row.get(3)?,
        measure: row.get(4)?,
        target: row.get(5)?,
        side: ReformSide::of(&row.get::<_, String>(6)?).unwrap_or(ReformSide::Union),
        unit: row.get(7)?,
        handler: row.get(8)?,
        due_on: row.get(9)?,
        late_entry: row.get(13)?,
    };
    let ending = ReformEnding {
        id,
        outcome: row.get::<_, Option<String>>(10)?.as_deref().and_then(ReformOutcome::of),
        ended_on: row.get(11)?,
        result: row.get(12)?,
    };
    Ok(Kept { number: REGISTER.number(year, row.get(2)?), record, ending })
}

/// One measure.
///
/// Errors: `not_found`.
pub(super) fn get(connection: &Connection, id: ReformMeasureId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or_else(|| REGISTER.missing())
}

/// Keeps a measure; a new one comes with its serial.
pub(super) fn save(
    tx: &Tx,
    id: ReformMeasureId,
    serial: Option<u32>,
    input: &ReformMeasureInput,
) -> Result<(), Problem> {
    let said = params![
        id,
        input.year,
        input.article,
        input.measure.trim(),
        text(&input.target),
        input.side.code(),
        text(&input.unit),
        text(&input.handler),
        input.due_on,
        text(&input.late_entry),
        serial,
    ];
    let sql = if serial.is_some() {
        "INSERT INTO reform_measure (id, year, article, measure, target, side, unit, handler, due_on, late_entry, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
    } else {
        "UPDATE reform_measure SET year = ?2, article = ?3, measure = ?4, target = ?5, side = ?6, unit = ?7, handler = ?8,
           due_on = ?9, late_entry = ?10, serial = ifnull(?11, serial) WHERE id = ?1 AND removed_at IS NULL"
    };
    REGISTER.found(tx.execute(sql, said)?)
}

/// Keeps what came of a measure, or that it runs again.
pub(super) fn end(tx: &Tx, input: &ReformEnding) -> Result<(), Problem> {
    let sql = "UPDATE reform_measure SET outcome = ?2, ended_on = ?3, result = ?4 WHERE id = ?1 AND removed_at IS NULL";
    let outcome = input.outcome.map(ReformOutcome::code);
    REGISTER.found(tx.execute(sql, params![input.id, outcome, input.ended_on, text(&input.result)])?)
}

/// Keeps the text of an article and whoever leads it, and the note of its year. What is empty and was never written makes no row.
pub(super) fn save_words(tx: &Tx, input: &ReformArticleInput) -> Result<(), Problem> {
    let (words, handler, note) = (text(&input.words), text(&input.handler), text(&input.note));
    tx.execute(
        "INSERT INTO reform_article (id, article, words, handler)
         SELECT ?1, ?2, ?3, ?4 WHERE ?3 IS NOT NULL OR ?4 IS NOT NULL OR EXISTS (SELECT 1 FROM reform_article WHERE id = ?1)
         ON CONFLICT (id) DO UPDATE SET words = excluded.words, handler = excluded.handler",
        params![format!("{:02}", input.article), input.article, words, handler],
    )?;
    let id = format!("{}-{:02}", input.year, input.article);
    tx.execute(
        "INSERT INTO reform_note (id, year, article, note)
         SELECT ?1, ?2, ?3, ?4 WHERE ?4 IS NOT NULL OR EXISTS (SELECT 1 FROM reform_note WHERE id = ?1)
         ON CONFLICT (id) DO UPDATE SET note = excluded.note",
        params![id, input.year, input.article, note],
    )?;
    Ok(())
}

/// What is written of an article: its text, whoever leads it.
pub(super) fn words(
    connection: &Connection,
    article: u8,
) -> Result<(Option<String>, Option<String>), Problem> {
    let sql = "SELECT words, handler FROM reform_article WHERE article = ?1";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found = connection.prepare_cached(sql)?.query_row([article], read).optional()?;
    Ok(found.unwrap_or_default())
}

/// How an article stands in a year, in the union's words.
pub(super) fn note(connection: &Connection, article: u8, year: i32) -> Result<Option<String>, Problem> {
    let sql = "SELECT note FROM reform_note WHERE article = ?1 AND year = ?2";
    let found = connection.prepare_cached(sql)?.query_row(params![article, year], |row| row.get(0));
    Ok(found.optional()?.flatten())
}

/// The years in which notes stand.
pub(super) fn noted(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM reform_note WHERE note IS NOT NULL")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Of an article in a year: its measures, those that run, those of them that are late, those that are done.
pub(super) fn counts(
    connection: &Connection,
    article: u8,
    year: i32,
    today: NaiveDate,
) -> Result<[u32; 4], Problem> {
    let sql = "SELECT count(*), count(CASE WHEN outcome IS NULL THEN 1 END),
        count(CASE WHEN outcome IS NULL AND due_on < ?3 THEN 1 END), count(CASE WHEN outcome = 'done' THEN 1 END)
      FROM live_reform_measure WHERE article = ?1 AND year = ?2";
    let read = |row: &Row<'_>| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]);
    Ok(connection.prepare_cached(sql)?.query_row(params![article, year, today], read)?)
}

fn terms(query: &ReformQuery, today: NaiveDate) -> Terms {
    let which = match query.which.unwrap_or_default() {
        ReformWhich::All => "1".to_owned(),
        ReformWhich::Open => "r.outcome IS NULL".to_owned(),
        ReformWhich::Late => format!("r.outcome IS NULL AND r.due_on < '{today}'"),
        ReformWhich::Done => "r.outcome = 'done'".to_owned(),
        ReformWhich::Stopped => "r.outcome = 'stopped'".to_owned(),
    };
    let none: Option<&'static str> = None;
    let mut terms = REGISTER.terms(&which, ("side", none), query.year, text(&query.text));
    if let Some(article) = query.article {
        terms.0.push_str(" AND r.article = ?");
        terms.1.push(Box::new(article));
    }
    terms
}

/// How many match.
pub(super) fn count(connection: &Connection, query: &ReformQuery, today: NaiveDate) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query, today))
}

/// The measures that match, in order, a slice of them or all.
pub(super) fn matching(
    connection: &Connection,
    query: &ReformQuery,
    slice: Option<(u32, u32)>,
    today: NaiveDate,
) -> Result<Vec<ReformLine>, Problem> {
    let columns = format!(
        "{COLUMNS}, (SELECT count(*) FROM live_attachment a WHERE a.of_kind = 'reformMeasure' AND a.of_id = r.id)"
    );
    let line = |row: &Row<'_>| {
        let kept = read(row)?;
        let state = kept.state(today);
        let runs = matches!(state, ReformState::Open | ReformState::Late);
        let Kept { number, record, ending } = kept;
        Ok(ReformLine {
            id: ending.id,
            number,
            article: record.article,
            article_words: articles::words(record.article),
            measure: record.measure,
            target: record.target,
            side: record.side,
            unit: record.unit,
            handler: record.handler,
            due_on: record.due_on,
            state,
            band: record.due_on.filter(|_| runs).map(|due| Band::of(due, today)),
            ended_on: ending.ended_on,
            result: ending.result,
            files: row.get(14)?,
        })
    };
    by_number(connection, (&columns, FROM), (query.ascending, slice), &terms(query, today), line)
}
