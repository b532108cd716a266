//! Records that were entered and taken back: the journal alone still knows them, and no page leads to them. Whoever was entered by
//! mistake has a right to be erased all the same, so that they are listed here for whoever may erase. What goes with one is `purge`'s.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use law::LawBook;
use rusqlite::{Connection, params};

use super::TrashLine;
use super::kinds::KINDS;
use super::mentions::{self, RowId};
use super::retention::{PurgeDay, Stood, purge_from_taken_back};
use crate::Problem;
use crate::fields::{self, Row, Teller};
use crate::union::model::Sight;

/// So many are listed at the most, those that were taken back last.
const SHOWN: usize = 500;
/// Of one step so many: an import has a hundred thousand. Once these are erased, the next ones stand here.
const OF_A_STEP: usize = 20;
/// Rows of a step that are looked at for them.
const LOOKED_AT: i64 = 2000;

/// The day of a time that the journal keeps; one that cannot be read has not come.
fn day(at: &str) -> NaiveDate {
    DateTime::parse_from_rfc3339(at).map_or(NaiveDate::MAX, |at| at.date_naive())
}

/// What was entered and taken back and stands nowhere, what was taken back last first; as far as this reader may know of it.
///
/// Errors: those of the ledger.
pub fn taken_back(
    connection: &Connection,
    book: &LawBook,
    sight: Sight,
    today: NaiveDate,
) -> Result<Vec<TrashLine>, Problem> {
    let place = |_: &str| None;
    let teller = Teller::new(connection, book, &place, sight)?;
    let (mut lines, mut known) = (Vec::new(), BTreeSet::new());
    let mut statement = connection
        .prepare("SELECT target, at, actor_name FROM journal WHERE kind = 'undo' ORDER BY seq DESC")?;
    let mut undone = statement.query([])?;
    while let Some(step) = undone.next()? {
        let (target, at, by): (i64, String, String) = (step.get(0)?, step.get(1)?, step.get(2)?);
        for row in entered(connection, target, &known)? {
            let Some(lies) = KINDS.iter().find(|lies| lies.table == row.0) else { continue };
            let stood = Stood { entered: entered_on(connection, &row)?, taken_back: day(&at) };
            let PurgeDay { from: purge_from, reckoned, held_by } =
                purge_from_taken_back(connection, book, lies, stood)?;
            lines.push(TrashLine {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                title: teller.title(&row.0, &row.1)?,
                id: row.1.clone(),
                removed_at: at.clone(),
                removed_by: Some(by.clone()),
                purge_from,
                may_purge: today >= purge_from,
                reckoned,
                held_by: held_by.map(str::to_owned),
                stays: None,
            });
            known.insert(row);
            if lines.len() == SHOWN {
                return Ok(lines);
            }
        }
    }
    Ok(lines)
}

/// The records that a step entered and that stand nowhere, but for those that are known already and those that belong to another
/// one of them.
fn entered(connection: &Connection, step: i64, known: &BTreeSet<RowId>) -> Result<Vec<RowId>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT tbl, row_id FROM change WHERE place >= ?1 << 32 AND place < (?1 + 1) << 32
           AND act = 'insert' AND erased_by IS NULL ORDER BY place LIMIT ?2",
    )?;
    let mut rows = statement.query(params![step, LOOKED_AT])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let row: RowId = (row.get(0)?, row.get(1)?);
        if !KINDS.iter().any(|lies| lies.table == row.0)
            || known.contains(&row)
            || mentions::stands(connection, &row)?
        {
            continue;
        }
        let Some(was) = fields::row(connection, &row.0, &row.1)? else { continue };
        if !belongs_to_another(connection, &row.0, &was)? {
            found.push(row);
        }
        if found.len() == OF_A_STEP {
            break;
        }
    }
    Ok(found)
}

/// Whether what it was a part of was taken back too: it goes with that.
fn belongs_to_another(connection: &Connection, table: &str, was: &Row) -> Result<bool, Problem> {
    for (whole, column) in fields::wholes(table) {
        let Some(of) = was.get(column).and_then(|of| of.as_str()) else { continue };
        if !mentions::stands(connection, &(whole.to_owned(), of.to_owned()))?
            && fields::row(connection, whole, of)?.is_some()
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The day on which a record was entered first, also where that was taken back and done again.
fn entered_on(connection: &Connection, row: &RowId) -> Result<NaiveDate, Problem> {
    let (table, id) = row;
    let at: String = connection
        .prepare_cached(
            "SELECT j.at FROM change c JOIN journal j ON j.seq = c.place >> 32
             WHERE substr(c.row_id, -8) = substr(?1, -8) AND c.row_id = ?1 AND c.tbl = ?2
             ORDER BY c.place LIMIT 1",
        )?
        .query_row(params![id, table], |row| row.get(0))?;
    Ok(day(&at))
}

/// From when to when a record stood whose entry was taken back; none where it stands, or where nothing of it is left.
pub(super) fn stood(connection: &Connection, row: &RowId) -> Result<Option<Stood>, Problem> {
    let (table, id) = row;
    if mentions::stands(connection, row)? || fields::row(connection, table, id)?.is_none() {
        return Ok(None);
    }
    let at: String = connection.query_row(
        "SELECT j.at FROM change c JOIN journal j ON j.seq = c.place >> 32
         WHERE substr(c.row_id, -8) = substr(?1, -8) AND c.row_id = ?1 AND c.tbl = ?2 AND c.act = 'delete'
         ORDER BY c.place DESC LIMIT 1",
        params![id, table],
        |row| row.get(0),
    )?;
    Ok(Some(Stood { entered: entered_on(connection, row)?, taken_back: day(&at) }))
}

/// The rows of such a record that bear its id. What named it there and stands nowhere either, the ledger finds by the journal.
pub(super) fn family(table: &str, id: &str) -> Vec<RowId> {
    let beside = fields::parts(table).iter().filter(|(_, column)| *column == "id").map(|(part, _)| *part);
    [table].into_iter().chain(beside).map(|table| (table.to_owned(), id.to_owned())).collect()
}
