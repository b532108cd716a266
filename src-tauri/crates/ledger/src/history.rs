//! What the journal tells: a page of its steps, the changes of one step, the life of any record. Values are the
//! journal's own; what a column is called in Chinese is for the floors above.

use crate::recorder::first_place;
use crate::schema::{Column, Columns};
use crate::turns::Turns;
use crate::{Ledger, LedgerError, StepRow};
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, Row, params_from_iter, types::Value};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which steps a page of the journal shows; what is empty does not matter.
#[derive(Debug, Clone, Default)]
pub struct JournalQuery {
    /// id of the person who acted
    pub person: Option<String>,
    /// first day
    pub from: Option<NaiveDate>,
    /// last day
    pub to: Option<NaiveDate>,
    /// steps whose command begins with one of these …
    pub ops: Vec<String>,
    /// … or that wrote one of these tables
    pub tables: Vec<String>,
    /// part of the label …
    pub text: Option<String>,
    /// … or steps that touched one of these rows, as table and id: those of whom the text names
    pub rows: Vec<(String, String)>,
    /// steps before this one: the page that follows
    pub before_seq: Option<i64>,
    /// at most so many; 0 means 50
    pub limit: u32,
}

/// A step and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalLine {
    /// the step
    #[serde(flatten)]
    #[ts(flatten)]
    pub step: StepRow,
    /// the step that took it back
    #[ts(type = "number | null")]
    pub undone_by: Option<i64>,
    /// whether taking it back is worth trying: it is not final, none later is, and it is not taken back
    pub can_take_back: bool,
}

/// A page of the journal, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JournalPage {
    /// the steps
    pub lines: Vec<JournalLine>,
    /// whether older ones match too
    pub more: bool,
}

/// One column that a change touched. Text and numbers as JSON; of bytes only how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellChange {
    /// the column
    pub column: String,
    /// what it was; null for a new record
    #[ts(type = "string | number | null")]
    pub before: Json,
    /// what it became; null for a deleted one
    #[ts(type = "string | number | null")]
    pub after: Json,
}

/// One touched row of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRow {
    /// the table
    pub table: String,
    /// the row's id
    pub id: String,
    /// `insert`, `update`, `delete` or `erase`
    pub act: String,
    /// the columns that differ; none when erased
    pub cells: Vec<CellChange>,
    /// the purge that erased them
    #[ts(type = "number | null")]
    pub erased_by: Option<i64>,
}

/// The changes of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StepChanges {
    /// the first of them, in order
    pub rows: Vec<ChangeRow>,
    /// how many there are
    #[ts(type = "number")]
    pub total: i64,
}

/// One change in the life of a record, with its step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordChange {
    /// the step
    pub step: JournalLine,
    /// what it changed
    pub change: ChangeRow,
}

/// How many steps were made in a calendar year.
pub fn steps_in(conn: &Connection, year: i32) -> Result<u32, LedgerError> {
    let sql = "SELECT count(*) FROM journal WHERE substr(at, 1, 4) = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([year.to_string()], |row| row.get(0))?)
}

impl Ledger {
    /// A page of the journal, newest first.
    pub fn journal(&self, query: &JournalQuery) -> Result<JournalPage, LedgerError> {
        self.read(|conn| page(conn, query))
    }

    /// The changes of step `seq`, at most `limit` of them.
    pub fn step_changes(&self, seq: i64, limit: u32) -> Result<StepChanges, LedgerError> {
        self.read(|conn| {
            let columns = self.columns(conn)?;
            let (first, end) = (first_place(seq), first_place(seq + 1));
            let total = conn.query_row(
                "SELECT count(*) FROM change WHERE place >= ?1 AND place < ?2",
                [first, end],
                |r| r.get(0),
            )?;
            let sql = format!(
                "SELECT {CHANGE} FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place LIMIT ?3"
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let rows = statement.query_map([first, end, i64::from(limit)], |r| change(r, 0, columns))?;
            Ok(StepChanges { rows: rows.collect::<Result<_, _>>()?, total })
        })
    }

    /// The first rows that step `seq` touched, as table and id, in the order they were written.
    pub fn touched(&self, seq: i64, limit: u32) -> Result<Vec<(String, String)>, LedgerError> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT tbl, row_id FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place LIMIT ?3",
            )?;
            let range = [first_place(seq), first_place(seq + 1), i64::from(limit)];
            let rows = statement.query_map(range, |r| Ok((r.get(0)?, r.get(1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Every change of step `seq` in order, one at a time: a step of a hundred thousand rows is never held whole.
    ///
    /// Errors: those of `each` stop the walk.
    pub fn each_change<E: From<LedgerError>>(
        &self,
        seq: i64,
        each: &mut dyn FnMut(ChangeRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let of_ledger = |why: rusqlite::Error| E::from(LedgerError::from(why));
        self.read(|conn| {
            let columns = self.columns(conn)?;
            let sql = format!("SELECT {CHANGE} FROM change WHERE place >= ?1 AND place < ?2 ORDER BY place");
            let mut statement = conn.prepare_cached(&sql).map_err(of_ledger)?;
            let mut rows = statement.query([first_place(seq), first_place(seq + 1)]).map_err(of_ledger)?;
            while let Some(row) = rows.next().map_err(of_ledger)? {
                each(change(row, 0, columns).map_err(of_ledger)?)?;
            }
            Ok(())
        })
    }

    /// The life of some records (a person and what belongs to them), oldest first.
    pub fn history_of(&self, records: &[(&str, &str)]) -> Result<Vec<RecordChange>, LedgerError> {
        self.read(|conn| {
            let columns = self.columns(conn)?;
            let fate = Fate::read(conn)?;
            let sql = format!(
                "SELECT {CHANGE}, place, {} FROM change AS c JOIN journal ON journal.seq = c.place >> 32
                 WHERE substr(row_id, -8) = substr(?1, -8) AND row_id = ?1 AND tbl = ?2 ORDER BY place",
                StepRow::COLUMNS.split(", ").map(|c| format!("journal.{c}")).collect::<Vec<_>>().join(", ")
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let mut found = BTreeMap::new();
            for (table, id) in records {
                let mut rows = statement.query([id, table])?;
                while let Some(row) = rows.next()? {
                    let place: i64 = row.get(6)?;
                    let step = StepRow::of_at(row, 7)?;
                    found.insert(
                        place,
                        RecordChange { step: fate.line(step), change: change(row, 0, columns)? },
                    );
                }
            }
            Ok(found.into_values().collect())
        })
    }
}

const CHANGE: &str = "tbl, row_id, act, before, after, erased_by";

fn page(conn: &Connection, query: &JournalQuery) -> Result<JournalPage, LedgerError> {
    let mut wheres = vec!["1".to_owned()];
    let mut params: Vec<Value> = Vec::new();
    let mut add = |value: Value| {
        params.push(value);
        format!("?{}", params.len())
    };
    if let Some(person) = &query.person {
        wheres.push(format!("actor_id = {}", add(person.clone().into())));
    }
    // Times stand at +08:00 as text, so days compare as text.
    if let Some(from) = query.from {
        wheres.push(format!("at >= {}", add(from.to_string().into())));
    }
    if let Some(end) = query.to.and_then(|to| to.checked_add_days(Days::new(1))) {
        wheres.push(format!("at < {}", add(end.to_string().into())));
    }
    if let Some(text) = query.text.as_ref().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        let label = format!("instr(label, {}) > 0", add(text.to_owned().into()));
        wheres.push(if query.rows.is_empty() {
            label
        } else {
            let rows = add(serde_json::json!(query.rows).to_string().into());
            let touched = format!(
                "SELECT c.place >> 32 FROM json_each({rows}) AS w CROSS JOIN change AS c
                 WHERE substr(c.row_id, -8) = substr(w.value ->> 1, -8) AND c.row_id = w.value ->> 1
                   AND c.tbl = w.value ->> 0"
            );
            format!("({label} OR seq IN ({touched}))")
        });
    }
    if let Some(before) = query.before_seq {
        wheres.push(format!("seq < {}", add(before.into())));
    }
    let mut part = Vec::new();
    for op in &query.ops {
        let mark = add(op.clone().into());
        part.push(format!("substr(op, 1, length({mark})) = {mark}"));
    }
    if !query.tables.is_empty() {
        let marks: Vec<String> = query.tables.iter().map(|table| add(table.clone().into())).collect();
        part.push(format!(
            "EXISTS (SELECT 1 FROM change WHERE place >= journal.seq << 32 AND place < (journal.seq + 1) << 32
                     AND tbl IN ({}))",
            marks.join(", ")
        ));
    }
    if !part.is_empty() {
        wheres.push(format!("({})", part.join(" OR ")));
    }
    let limit = if query.limit == 0 { 50 } else { query.limit as usize };
    let sql = format!(
        "SELECT {} FROM journal WHERE {} ORDER BY seq DESC LIMIT {}",
        StepRow::COLUMNS,
        wheres.join(" AND "),
        limit + 1
    );
    let fate = Fate::read(conn)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let steps = statement.query_map(params_from_iter(params), StepRow::of)?;
    let mut lines = steps.map(|step| Ok(fate.line(step?))).collect::<Result<Vec<_>, LedgerError>>()?;
    let more = lines.len() > limit;
    lines.truncate(limit);
    Ok(JournalPage { lines, more })
}

/// What became of steps.
struct Fate {
    turns: Turns,
    /// the newest final step
    sealed: i64,
}

impl Fate {
    fn read(conn: &Connection) -> Result<Self, LedgerError> {
        let sealed = conn.query_row(
            "SELECT coalesce((SELECT seq FROM journal WHERE final ORDER BY seq DESC LIMIT 1), 0)",
            [],
            |r| r.get(0),
        )?;
        Ok(Self { turns: Turns::read(conn)?, sealed })
    }

    fn line(&self, step: StepRow) -> JournalLine {
        let undone_by = self.turns.undone_by(step.seq);
        let standing = self.turns.standing(step.seq);
        let can_take_back = step.kind == "do" && undone_by.is_none() && standing > self.sealed;
        JournalLine { step, undone_by, can_take_back }
    }
}

fn change(row: &Row<'_>, at: usize, columns: &Columns) -> rusqlite::Result<ChangeRow> {
    let table: String = row.get(at)?;
    let texts: [Option<String>; 2] = [row.get(at + 3)?, row.get(at + 4)?];
    // A table or a column that a migration took away keeps its history under the name it had.
    let cells = cells(columns.get(&table).map_or(&[], Vec::as_slice), &texts);
    Ok(ChangeRow { table, id: row.get(at + 1)?, act: row.get(at + 2)?, cells, erased_by: row.get(at + 5)? })
}

fn cells(columns: &[Column], texts: &[Option<String>; 2]) -> Vec<CellChange> {
    let [mut before, mut after] = texts.each_ref().map(|text| {
        match text.as_deref().and_then(|text| serde_json::from_str::<Json>(text).ok()) {
            Some(Json::Object(cells)) => cells,
            _ => serde_json::Map::new(),
        }
    });
    let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
    // In the order of the table; what it no longer has comes last.
    names.sort_by_key(|name| columns.iter().position(|c| &c.name == name).unwrap_or(usize::MAX));
    names.dedup();
    let blob = |name: &str| columns.iter().any(|column| column.name == name && column.is_blob());
    let shown = |name: &str, value: Option<Json>| match value {
        Some(Json::String(hex)) if blob(name) => Json::String(format!("{} 字节", hex.len() / 2)),
        other => other.unwrap_or(Json::Null),
    };
    names
        .into_iter()
        .filter_map(|name| {
            let (old, new) = (before.remove(&name), after.remove(&name));
            let (before, after) = (shown(&name, old), shown(&name, new));
            (before != after || blob(&name)).then_some(CellChange { column: name, before, after })
        })
        .collect()
}
