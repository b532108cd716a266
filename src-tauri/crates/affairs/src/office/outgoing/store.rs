//! The rows of the register of outgoing papers.

use chrono::{DateTime, NaiveDate};
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::model::{
    FilePaper, FiledPaper, OtherIssue, Outgoing, OutgoingKind, OutgoingPage, OutgoingQuery, OutgoingSort,
    OutgoingState, Sending, SendingId, SendingInput, SendingManner,
};
use super::rules;
use crate::Problem;
use crate::office::model::{PaperId, PaperNumber, kind_label, series};
use crate::office::register::{self, Reading, Terms};
use crate::office::store::{ERASED_BY, source_of};
use crate::search::{self, Among};
use crate::typed::text;

const COLUMNS: &str = "p.id, p.kind, p.of_id, p.title, p.year, p.number, p.issued_at, p.pages, p.filed_on,
  p.file_number, p.file_place, p.source_sha256 IS NOT NULL, old.id, old.year, old.number, new.id, new.year, new.number,
  (SELECT count(*) FROM live_attachment a WHERE a.of_kind = 'paper' AND a.of_id = p.id)";

fn columns() -> String {
    format!("{COLUMNS}, {ERASED_BY}")
}

const FROM: &str = "FROM live_paper p LEFT JOIN live_paper old ON old.id = p.corrects_id
  LEFT JOIN live_paper new ON new.corrects_id = p.id";

/// Where a life has come to, as `rules::state` says it, for the filter.
const SENT: &str = "EXISTS (SELECT 1 FROM live_paper_sending s WHERE s.paper_id = p.id)";
const UNSIGNED: &str =
    "EXISTS (SELECT 1 FROM live_paper_sending s WHERE s.paper_id = p.id AND s.signed_on IS NULL)";

fn missing() -> Problem {
    Problem::missing("份已印发的文件")
}

fn outgoing(row: &Row<'_>) -> rusqlite::Result<Outgoing> {
    let kind: String = row.get(1)?;
    let other = |id: usize| -> rusqlite::Result<Option<OtherIssue>> {
        let Some(other) = row.get(id)? else { return Ok(None) };
        let number = PaperNumber { series: series(&kind), year: row.get(id + 1)?, number: row.get(id + 2)? };
        Ok(Some(OtherIssue { id: other, number: number.to_string() }))
    };
    let filed = match row.get(8)? {
        Some(on) => Some(FiledPaper { on, number: row.get(9)?, place: row.get(10)? }),
        None => None,
    };
    let issued_at: String = row.get(6)?;
    Ok(Outgoing {
        id: row.get(0)?,
        number: PaperNumber { series: series(&kind), year: row.get(4)?, number: row.get(5)? }.to_string(),
        kind_label: kind_label(&kind).to_owned(),
        of: row.get(2)?,
        title: row.get(3)?,
        addressee: None,
        issued_on: DateTime::parse_from_rfc3339(&issued_at).map_or(NaiveDate::MIN, |at| at.date_naive()),
        pages: row.get(7)?,
        state: OutgoingState::Issued,
        corrects: other(12)?,
        corrected_by: other(15)?,
        sendings: Vec::new(),
        filed,
        has_source: row.get(11)?,
        files: row.get(18)?,
        erased_by: row.get(19)?,
        kind,
    })
}

fn sendings(connection: &Connection, paper: PaperId) -> Result<Vec<Sending>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT id, receiver, manner, sent_on, signed_by, signed_on, note FROM live_paper_sending
         WHERE paper_id = ?1 ORDER BY sent_on, id",
    )?;
    let rows = statement.query_map([paper], |row| {
        Ok(Sending {
            id: row.get(0)?,
            receiver: row.get(1)?,
            manner: SendingManner::of(&row.get::<_, String>(2)?),
            sent_on: row.get(3)?,
            signed_by: row.get(4)?,
            signed_on: row.get(5)?,
            note: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A row with its sendings and where it stands.
fn whole(connection: &Connection, mut one: Outgoing) -> Result<Outgoing, Problem> {
    one.sendings = sendings(connection, one.id)?;
    one.state = rules::state(&one.sendings, one.filed.as_ref());
    Ok(one)
}

pub(super) fn insert(tx: &Tx, id: SendingId, input: &SendingInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO paper_sending (id, paper_id, receiver, manner, sent_on, signed_by, signed_on, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            id,
            input.paper,
            input.receiver.trim(),
            input.manner.code(),
            input.sent_on,
            text(&input.signed_by),
            input.signed_on,
            text(&input.note),
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: SendingId, input: &SendingInput) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE paper_sending SET receiver = ?3, manner = ?4, sent_on = ?5, signed_by = ?6, signed_on = ?7, note = ?8
         WHERE id = ?1 AND paper_id = ?2 AND removed_at IS NULL",
        params![
            id,
            input.paper,
            input.receiver.trim(),
            input.manner.code(),
            input.sent_on,
            text(&input.signed_by),
            input.signed_on,
            text(&input.note),
        ],
    )?;
    found(kept)
}

/// Puts a sending out of sight.
pub fn remove(tx: &Tx, id: SendingId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE paper_sending SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(Problem::missing("条发送记录")) }
}

/// Marks a paper as filed, or with nothing as not filed.
pub(super) fn set_filed(tx: &Tx, id: PaperId, file: Option<&FilePaper>) -> Result<(), Problem> {
    tx.execute(
        "UPDATE paper SET filed_on = ?2, file_number = ?3, file_place = ?4 WHERE id = ?1",
        params![
            id,
            file.map(|file| file.filed_on),
            file.and_then(|file| text(&file.number)),
            file.and_then(|file| text(&file.place)),
        ],
    )?;
    Ok(())
}

/// One issued paper with its life.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: PaperId) -> Result<Outgoing, Problem> {
    let sql = format!("SELECT {} {FROM} WHERE p.id = ?1", columns());
    let one = connection.prepare_cached(&sql)?.query_row([id], outgoing).optional()?;
    let one = Outgoing { addressee: addressee(connection, id)?, ..one.ok_or_else(missing)? };
    whole(connection, one)
}

/// To whom a paper was printed, by what it was set from.
fn addressee(connection: &Connection, id: PaperId) -> Result<Option<String>, Problem> {
    let source = source_of(connection, id)?;
    Ok(source.and_then(|source| source.context["addressee"].as_str().map(str::to_owned)))
}

/// The issue that a sending is of, with its life.
///
/// Errors: `not_found`.
pub fn sending_paper(connection: &Connection, id: SendingId) -> Result<Outgoing, Problem> {
    let paper = connection
        .prepare_cached("SELECT paper_id FROM live_paper_sending WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    get(connection, paper.ok_or_else(|| Problem::missing("条发送记录"))?)
}

/// Which papers match, and the values of the terms.
fn terms(query: &OutgoingQuery) -> Terms {
    let mut terms = vec!["1".to_owned()];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    match query.state {
        None => {}
        Some(OutgoingState::Issued) => terms.push(format!("p.filed_on IS NULL AND NOT {SENT}")),
        Some(OutgoingState::Sent) => terms.push(format!("p.filed_on IS NULL AND {UNSIGNED}")),
        Some(OutgoingState::Signed) => {
            terms.push(format!("p.filed_on IS NULL AND {SENT} AND NOT {UNSIGNED}"))
        }
        Some(OutgoingState::Filed) => terms.push("p.filed_on IS NOT NULL".to_owned()),
    }
    if let Some(kind) = text(&query.kind) {
        terms.push("p.kind = ?".to_owned());
        values.push(Box::new(kind.to_owned()));
    }
    if let Some(year) = query.year {
        terms.push("p.year = ?".to_owned());
        values.push(Box::new(year));
    }
    if let Some(typed) = text(&query.text) {
        let receiver = "EXISTS (SELECT 1 FROM live_paper_sending s WHERE s.paper_id = p.id AND instr(s.receiver, ?) > 0)";
        values.push(Box::new(typed.to_owned()));
        match search::expression(Among::Papers, typed) {
            Some(expression) => {
                terms.push(format!(
                    "({receiver} OR p.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
                     WHERE search_index MATCH ? AND d.kind = 'paper'))"
                ));
                values.push(Box::new(expression));
            }
            None => terms.push(receiver.to_owned()),
        }
    }
    (terms.join(" AND "), values)
}

/// The order of the register; the newest first among equals, and where no order is asked for.
fn order(query: &OutgoingQuery) -> &'static str {
    match (query.sort, query.descending.unwrap_or(false)) {
        (None, _) | (Some(OutgoingSort::IssuedOn), true) => "p.issued_at DESC, p.kind, p.number DESC",
        (Some(OutgoingSort::IssuedOn), false) => "p.issued_at, p.kind, p.number",
        (Some(OutgoingSort::Number), false) => "p.kind, p.year, p.number",
        (Some(OutgoingSort::Number), true) => "p.kind DESC, p.year DESC, p.number DESC",
        (Some(OutgoingSort::Title), false) => "p.title, p.issued_at DESC",
        (Some(OutgoingSort::Title), true) => "p.title DESC, p.issued_at DESC",
    }
}

/// How many papers match.
fn count(connection: &Connection, query: &OutgoingQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// The papers that match, in order, a slice of them or all.
fn rows(
    connection: &Connection,
    query: &OutgoingQuery,
    slice: Option<(u32, u32)>,
    each: &mut dyn FnMut(Outgoing) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let reading = Reading { columns: &columns(), from: FROM, order: order(query), slice };
    register::rows(connection, &reading, &terms(query), outgoing, &mut |one| each(whole(connection, one)?))
}

/// Every paper that matches, in order, with how many there are: for a file that holds the whole list.
pub fn each(
    connection: &Connection,
    query: &OutgoingQuery,
    each: &mut dyn FnMut(u32, Outgoing) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = count(connection, query)?;
    rows(connection, query, None, &mut |one| each(total, one))
}

/// A slice of the register, and how it stands as a whole.
pub fn page(connection: &Connection, query: &OutgoingQuery) -> Result<OutgoingPage, Problem> {
    let (kept, unsigned) = connection.query_row(
        &format!(
            "SELECT count(*), count(*) FILTER (WHERE p.filed_on IS NULL AND {UNSIGNED}) FROM live_paper p"
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut slice = Vec::new();
    let (limit, offset) = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    rows(connection, query, Some((limit, offset)), &mut |one| {
        slice.push(one);
        Ok(())
    })?;
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM live_paper ORDER BY year DESC")?;
    let years = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut statement = connection.prepare_cached("SELECT DISTINCT kind FROM live_paper ORDER BY kind")?;
    let kinds = statement
        .query_map([], |row| {
            let kind: String = row.get(0)?;
            Ok(OutgoingKind { label: kind_label(&kind).to_owned(), kind })
        })?
        .collect::<Result<_, _>>()?;
    Ok(OutgoingPage { total: count(connection, query)?, rows: slice, kept, unsigned, years, kinds })
}
