//! The rows of the register of incoming papers.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::model::{
    AnsweredBy, FinishIncoming, Finished, Incoming, IncomingId, IncomingInput, IncomingKind, IncomingPage,
    IncomingQuery, IncomingSort, IncomingState,
};
use super::rules::tidy_number;
use crate::Problem;
use crate::duty::Band;
use crate::office::model::{INCOMING, PaperNumber, series};
use crate::office::register::{self, Reading, Terms};
use crate::search::{self, Among};
use crate::typed::{text, tidy_time};

const COLUMNS: &str = "i.id, i.year, i.serial, i.kind, i.source, i.their_number, i.title, i.received_on, i.asked,
  i.due_on, i.due_time, i.wants_answer, i.handler, i.note, i.done_on, i.done_how, i.done_paper_id,
  (SELECT count(*) FROM live_attachment a WHERE a.of_kind = 'incoming' AND a.of_id = i.id), p.kind, p.year, p.number,
  p.title";

const FROM: &str = "FROM live_incoming_paper i LEFT JOIN paper p ON p.id = i.done_paper_id";

/// The register's number as it is written.
pub(crate) fn number(year: i32, serial: u32) -> String {
    PaperNumber { series: series(INCOMING), year, number: serial }.to_string()
}

fn missing() -> Problem {
    Problem::missing("份收文")
}

fn incoming(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<Incoming> {
    let due_on: Option<NaiveDate> = row.get(9)?;
    let paper = match row.get(16)? {
        Some(id) => {
            let kind: String = row.get(18)?;
            let number = PaperNumber { series: series(&kind), year: row.get(19)?, number: row.get(20)? };
            Some(AnsweredBy { id, number: number.to_string(), title: row.get(21)? })
        }
        None => None,
    };
    let done = match row.get(14)? {
        Some(on) => Some(Finished { on, how: row.get(15)?, paper }),
        None => None,
    };
    let open_until = due_on.filter(|_| done.is_none());
    let band = done.is_none().then(|| open_until.map_or(Band::NoDay, |due| Band::of(due, today)));
    Ok(Incoming {
        id: row.get(0)?,
        number: number(row.get(1)?, row.get(2)?),
        kind: IncomingKind::of(&row.get::<_, String>(3)?),
        source: row.get(4)?,
        their_number: row.get(5)?,
        title: row.get(6)?,
        received_on: row.get(7)?,
        asked: row.get(8)?,
        due_on,
        due_time: row.get(10)?,
        wants_answer: row.get(11)?,
        handler: row.get(12)?,
        note: row.get(13)?,
        days: open_until.map(|due| (due - today).num_days()),
        band,
        done,
        files: row.get(17)?,
    })
}

/// One more than the highest serial of the year. Removed papers keep theirs, so that none is given twice.
pub(super) fn next_serial(connection: &Connection, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM incoming_paper WHERE year = ?1";
    Ok(connection.query_row(sql, [year], |row| row.get(0))?)
}

/// The register's number of another paper of this source and number.
pub(super) fn twin(connection: &Connection, input: &IncomingInput) -> Result<Option<String>, Problem> {
    let Some(theirs) = text(&input.their_number).map(tidy_number) else { return Ok(None) };
    let found = connection
        .query_row(
            "SELECT year, serial FROM live_incoming_paper WHERE source = ?1 AND their_number = ?2 AND id IS NOT ?3",
            params![input.source.trim(), theirs, input.id],
            |row| Ok(number(row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    Ok(found)
}

pub(super) fn insert(
    tx: &Tx,
    id: IncomingId,
    (year, serial): (i32, u32),
    input: &IncomingInput,
) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO incoming_paper (id, kind, source, their_number, title, received_on, asked, due_on, due_time,
           wants_answer, handler, note, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        params![
            id,
            input.kind.code(),
            input.source.trim(),
            text(&input.their_number).map(tidy_number),
            input.title.trim(),
            input.received_on,
            input.asked.trim(),
            input.due_on,
            text(&input.due_time).and_then(tidy_time),
            input.wants_answer,
            text(&input.handler),
            text(&input.note),
            year,
            serial,
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: IncomingId, input: &IncomingInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE incoming_paper SET kind = ?2, source = ?3, their_number = ?4, title = ?5, received_on = ?6, asked = ?7,
           due_on = ?8, due_time = ?9, wants_answer = ?10, handler = ?11, note = ?12
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.kind.code(),
            input.source.trim(),
            text(&input.their_number).map(tidy_number),
            input.title.trim(),
            input.received_on,
            input.asked.trim(),
            input.due_on,
            text(&input.due_time).and_then(tidy_time),
            input.wants_answer,
            text(&input.handler),
            text(&input.note),
        ],
    )?;
    found(kept)
}

/// Marks a paper as dealt with, or with nothing as open again.
pub(super) fn set_done(tx: &Tx, id: IncomingId, done: Option<&FinishIncoming>) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE incoming_paper SET done_on = ?2, done_how = ?3, done_paper_id = ?4
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            done.map(|done| done.done_on),
            done.and_then(|done| text(&done.how)),
            done.and_then(|done| done.paper)
        ],
    )?;
    found(kept)
}

/// Puts a paper out of sight; its number stays used.
pub fn remove(tx: &Tx, id: IncomingId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE incoming_paper SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(missing()) }
}

/// The year of a paper's register number, removed or not.
pub(crate) fn year_of(connection: &Connection, id: &str) -> Result<i32, Problem> {
    let year = connection
        .query_row("SELECT year FROM incoming_paper WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    year.ok_or_else(missing)
}

/// One paper, seen from a day.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: IncomingId, today: NaiveDate) -> Result<Incoming, Problem> {
    find(connection, id, today)?.ok_or_else(missing)
}

/// One paper, seen from a day; `None` for one that is gone.
pub(super) fn find(
    connection: &Connection,
    id: IncomingId,
    today: NaiveDate,
) -> Result<Option<Incoming>, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE i.id = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| incoming(row, today)).optional()?)
}

/// Every open paper that had come by a day and has a due day.
pub(super) fn open_with_day(connection: &Connection, today: NaiveDate) -> Result<Vec<Incoming>, Problem> {
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE i.done_on IS NULL AND i.due_on IS NOT NULL AND i.received_on <= ?1
         ORDER BY i.due_on, i.year, i.serial"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([today], |row| incoming(row, today))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The order of the register; the newest number first among equals.
fn order(query: &IncomingQuery) -> String {
    let down = if query.descending.unwrap_or(false) { " DESC" } else { "" };
    let by = match query.sort.unwrap_or_default() {
        IncomingSort::Due => format!(
            "i.done_on IS NOT NULL, iif(i.done_on IS NULL, i.due_on IS NULL, 0), iif(i.done_on IS NULL, i.due_on, NULL){down},
             iif(i.done_on IS NULL, ifnull(i.due_time, '24:00'), NULL){down}, i.done_on DESC"
        ),
        IncomingSort::Number => format!("i.year{down}, i.serial{down}"),
        IncomingSort::ReceivedOn => format!("i.received_on{down}"),
        IncomingSort::Source => format!("i.source{down}"),
    };
    format!("{by}, i.year DESC, i.serial DESC")
}

/// Which papers match, and the values of the terms.
fn terms(query: &IncomingQuery) -> Terms {
    let mut terms = vec!["1"];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    match query.state.unwrap_or_default() {
        IncomingState::All => {}
        IncomingState::Open => terms.push("i.done_on IS NULL"),
        IncomingState::Done => terms.push("i.done_on IS NOT NULL"),
    }
    if let Some(year) = query.year {
        terms.push("i.year = ?");
        values.push(Box::new(year));
    }
    if let Some(typed) = text(&query.text) {
        match search::expression(Among::Papers, typed) {
            Some(expression) => {
                terms.push(
                    "i.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
                     WHERE search_index MATCH ? AND d.kind = 'incoming')",
                );
                values.push(Box::new(expression));
            }
            None => terms.push("0"),
        }
    }
    (terms.join(" AND "), values)
}

/// How many papers match.
fn count(connection: &Connection, query: &IncomingQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// The papers that match, in order, a slice of them or all.
fn rows(
    connection: &Connection,
    query: &IncomingQuery,
    slice: Option<(u32, u32)>,
    today: NaiveDate,
    each: &mut dyn FnMut(Incoming) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let reading = Reading { columns: COLUMNS, from: FROM, order: &order(query), slice };
    register::rows(connection, &reading, &terms(query), |row| incoming(row, today), each)
}

/// Every paper that matches, in order, with how many there are: for a file that holds the whole list.
pub fn each(
    connection: &Connection,
    query: &IncomingQuery,
    today: NaiveDate,
    each: &mut dyn FnMut(u32, Incoming) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = count(connection, query)?;
    rows(connection, query, None, today, &mut |one| each(total, one))
}

/// A slice of the register, and how it stands as a whole.
pub fn page(
    connection: &Connection,
    query: &IncomingQuery,
    today: NaiveDate,
) -> Result<IncomingPage, Problem> {
    let (kept, open, overdue) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE done_on IS NULL),
           count(*) FILTER (WHERE done_on IS NULL AND due_on < ?1) FROM live_incoming_paper",
        [today],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    let mut slice = Vec::new();
    let (limit, offset) = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    rows(connection, query, Some((limit, offset)), today, &mut |one| {
        slice.push(one);
        Ok(())
    })?;
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM live_incoming_paper ORDER BY year DESC")?;
    let years = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(IncomingPage { total: count(connection, query)?, rows: slice, kept, open, overdue, years })
}
