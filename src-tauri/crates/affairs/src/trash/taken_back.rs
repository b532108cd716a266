//! Records that were entered and taken back: the journal alone still knows them, and no page leads to them. Whoever was entered by
//! mistake has a right to be erased all the same, so that they are listed here for whoever may erase, by the steps
//! that had entered them. What goes with one, or with all of a step, is `purge`'s.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};
use law::LawBook;
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::TrashLine;
use super::kinds::KINDS;
use super::mentions::{self, RowId};
use super::retention::{PurgeDay, Stood, purge_from_taken_back};
use crate::Problem;
use crate::fields::{self, Row, Teller};
use crate::schema::SCHEMA;
use crate::union::model::Sight;

/// So many are listed at the most, those that were taken back last.
const SHOWN: usize = 500;
/// Of one step so many: an import has a hundred thousand. All of them are counted.
const OF_A_STEP: usize = 20;

/// A step that was taken back and left records of which the journal alone still knows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoneStep {
    /// Number of the step that took it back.
    pub seq: u32,
    /// What had been done, in words.
    pub label: String,
    /// When it was taken back, at +08:00.
    pub at: String,
    /// Who took it back.
    pub by: String,
    /// How many records it left.
    pub count: u32,
    /// The first of them.
    pub lines: Vec<TrashLine>,
    /// The first day on which all of it may be erased at once.
    pub purge_from: NaiveDate,
    /// Whether that day has come.
    pub may_purge: bool,
    /// How the day is reckoned, in one sentence.
    pub reckoned: String,
}

/// What a step that took another one back left.
pub(super) struct Left {
    /// every row that it was the last to take away and that stands nowhere
    pub rows: Vec<RowId>,
    /// the records among them, but for those that belong to another one that stands nowhere
    pub records: Vec<RowId>,
}

/// The day of a time that the journal keeps; one that cannot be read has not come.
fn day(at: &str) -> NaiveDate {
    DateTime::parse_from_rfc3339(at).map_or(NaiveDate::MAX, |at| at.date_naive())
}

/// The steps that entered what was taken back and stands nowhere, what was taken back last first; as far as this reader may know of
/// it.
///
/// Errors: those of the ledger.
pub fn taken_back(
    connection: &Connection,
    book: &LawBook,
    sight: Sight,
    today: NaiveDate,
) -> Result<Vec<UndoneStep>, Problem> {
    let place = |_: &str| None;
    let teller = Teller::new(connection, book, &place, sight)?;
    let (mut steps, mut shown) = (Vec::new(), 0);
    let mut statement = connection
        .prepare("SELECT seq, label, at, actor_name FROM journal WHERE kind = 'undo' ORDER BY seq DESC")?;
    let mut undone = statement.query([])?;
    while let Some(step) = undone.next()? {
        let (seq, label): (i64, String) = (step.get(0)?, step.get(1)?);
        let (at, by): (String, String) = (step.get(2)?, step.get(3)?);
        let left = left(connection, seq)?;
        if left.records.is_empty() {
            continue;
        }
        let mut lines = Vec::new();
        for row in left.records.iter().take(OF_A_STEP.min(SHOWN - shown)) {
            let Some(lies) = KINDS.iter().find(|lies| lies.table == row.0) else { continue };
            let stood = Stood { entered: entered_on(connection, row)?, taken_back: day(&at) };
            let day = purge_from_taken_back(connection, book, lies, &[row.1.as_str()], stood)?;
            lines.push(TrashLine {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                title: teller.title(&row.0, &row.1)?,
                id: row.1.clone(),
                removed_at: at.clone(),
                removed_by: Some(by.clone()),
                purge_from: day.told(),
                may_purge: today >= day.from,
                reckoned: day.reckoned,
                held_by: day.held_by.map(str::to_owned),
                stays: None,
            });
        }
        shown += lines.len();
        let PurgeDay { from: purge_from, reckoned, .. } = purge_from_all(connection, book, &left.rows)?;
        steps.push(UndoneStep {
            seq: u32::try_from(seq).unwrap_or(u32::MAX),
            label,
            at,
            by,
            count: u32::try_from(left.records.len()).unwrap_or(u32::MAX),
            lines,
            purge_from,
            may_purge: today >= purge_from,
            reckoned,
        });
        if shown >= SHOWN {
            break;
        }
    }
    Ok(steps)
}

/// What a step that took another one back left. Where that was done again and taken back again, it is the later one's. Rows whose ids
/// are words of people's are no record of anybody's.
pub(super) fn left(connection: &Connection, undo: i64) -> Result<Left, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT c.tbl, c.row_id, c.before FROM change c
         WHERE c.place >= ?1 << 32 AND c.place < (?1 + 1) << 32 AND c.act = 'delete' AND c.erased_by IS NULL
           AND NOT EXISTS (SELECT 1 FROM change l JOIN journal j ON j.seq = l.place >> 32
                           WHERE substr(l.row_id, -8) = substr(c.row_id, -8) AND l.row_id = c.row_id AND l.tbl = c.tbl
                             AND l.place > c.place AND l.act = 'delete' AND j.kind = 'undo')
         ORDER BY c.place",
    )?;
    let mut taken = statement.query([undo])?;
    let (mut rows, mut belongs) = (Vec::new(), BTreeMap::new());
    while let Some(found) = taken.next()? {
        let row: RowId = (found.get(0)?, found.get(1)?);
        if SCHEMA.natural.contains(&row.0.as_str()) {
            continue;
        }
        let wholes: Vec<_> = fields::wholes(&row.0).collect();
        if is_record(&row.0) && !wholes.is_empty() {
            let was: Option<String> = found.get(2)?;
            let was: Row = serde_json::from_str(&was.unwrap_or_default()).unwrap_or_default();
            let named = wholes.into_iter().filter_map(|(whole, column)| {
                Some((whole.to_owned(), was.get(column)?.as_str()?.to_owned()))
            });
            belongs.insert(row.clone(), named.collect::<Vec<RowId>>());
        }
        rows.push(row);
    }
    let stand = ledger::standing(connection, &rows)?;
    rows.retain(|row| !stand.contains(row));
    let lost = lost(connection, belongs.values().flatten().cloned().collect(), &rows)?;
    let of_another = |row: &RowId| belongs.get(row).is_some_and(|of| of.iter().any(|one| lost.contains(one)));
    let records = rows.iter().filter(|row| is_record(&row.0) && !of_another(row)).cloned().collect();
    Ok(Left { rows, records })
}

fn is_record(table: &str) -> bool {
    KINDS.iter().any(|lies| lies.table == table)
}

/// Those of the records that stand nowhere and of which the journal still knows, among these rows or elsewhere: what was a part of
/// one goes with it.
fn lost(
    connection: &Connection,
    mut of: BTreeSet<RowId>,
    rows: &[RowId],
) -> Result<BTreeSet<RowId>, Problem> {
    let stand = ledger::standing(connection, &of)?;
    of.retain(|row| !stand.contains(row));
    let here: BTreeSet<&RowId> = rows.iter().collect();
    let mut lost = BTreeSet::new();
    for row in of {
        if here.contains(&row) || fields::row(connection, &row.0, &row.1)?.is_some() {
            lost.insert(row);
        }
    }
    Ok(lost)
}

/// The first day on which all of these may be erased at once, and how it is reckoned: the latest of all the records among them, as
/// each kind lies that stood the longest.
pub(super) fn purge_from_all(
    connection: &Connection,
    book: &LawBook,
    rows: &[RowId],
) -> Result<PurgeDay, Problem> {
    let mut ids: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (table, id) in rows {
        ids.entry(table).or_default().push(id);
    }
    let mut latest = PurgeDay { from: NaiveDate::MIN, reckoned: String::new(), held_by: None };
    for lies in &KINDS {
        let Some(ids) = ids.remove(lies.table) else { continue };
        let all = ids.iter().copied().collect::<serde_json::Value>().to_string();
        let (first, last): (Option<i64>, Option<i64>) = connection
            .prepare_cached(
                "SELECT min(c.place), max(CASE WHEN c.act = 'delete' THEN c.place END)
                 FROM json_each(?1) n CROSS JOIN change c
                   ON substr(c.row_id, -8) = substr(n.value, -8) AND c.row_id = n.value
                 WHERE c.tbl = ?2",
            )?
            .query_row(params![all, lies.table], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let stood = Stood { entered: day_of(connection, first)?, taken_back: day_of(connection, last)? };
        latest = latest.or_later(Some(purge_from_taken_back(connection, book, lies, &ids, stood)?));
    }
    Ok(latest)
}

/// The day of the step of a change.
fn day_of(connection: &Connection, place: Option<i64>) -> Result<NaiveDate, Problem> {
    let at: Option<String> = connection
        .prepare_cached("SELECT at FROM journal WHERE seq = ?1 >> 32")?
        .query_row([place], |row| row.get(0))
        .optional()?;
    Ok(at.map_or(NaiveDate::MAX, |at| day(&at)))
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
