//! The register of committees' records: a slice of it, or all for a file.

use rusqlite::{Connection, Row, ToSql};

use super::{decision_name, number};
use crate::Problem;
use crate::office::committee::model::{
    CommitteeBody, CommitteeLine, CommitteeMeetingId, CommitteePage, CommitteeQuery, CommitteeSort,
    CommitteeState,
};
use crate::office::register::{self, Reading, Terms};
use crate::search::{self, Among};
use crate::typed::text;

const COLUMNS: &str = "m.id, m.body, m.year, m.serial, m.held_on, m.place, m.chair, m.recorder, m.signed_on,
  (SELECT count(*) FROM live_committee_attendance a WHERE a.meeting_id = m.id),
  (SELECT count(*) FROM live_committee_attendance a WHERE a.meeting_id = m.id AND a.present),
  (SELECT count(*) FROM live_attachment f WHERE f.of_kind = 'committee' AND f.of_id = m.id),
  EXISTS (SELECT 1 FROM live_committee_meeting n WHERE n.corrects_id = m.id AND n.signed_on IS NOT NULL)";

const FROM: &str = "FROM live_committee_meeting m";

fn line(row: &Row<'_>) -> rusqlite::Result<CommitteeLine> {
    let body: String = row.get(1)?;
    Ok(CommitteeLine {
        id: row.get(0)?,
        number: number(&body, row.get(2)?, row.get(3)?),
        body: CommitteeBody::of(&body),
        held_on: row.get(4)?,
        place: row.get(5)?,
        chair: row.get(6)?,
        recorder: row.get(7)?,
        signed_on: row.get(8)?,
        all: row.get(9)?,
        present: row.get(10)?,
        topics: Vec::new(),
        decisions: Vec::new(),
        files: row.get(11)?,
        corrected: row.get(12)?,
    })
}

/// A line with its topics and the decisions that stand.
fn whole(connection: &Connection, mut one: CommitteeLine) -> Result<CommitteeLine, Problem> {
    for (title, decision, number) in topics(connection, one.id)? {
        if let (Some(decision), Some(n)) = (decision, number) {
            one.decisions.push(format!("{}：{decision}", decision_name(n)));
        }
        one.topics.push(title);
    }
    Ok(one)
}

type Topic = (String, Option<String>, Option<u32>);

fn topics(connection: &Connection, id: CommitteeMeetingId) -> Result<Vec<Topic>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT title, decision, decision_number FROM live_committee_topic WHERE meeting_id = ?1 ORDER BY ord",
    )?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Which records match, and the values of the terms.
fn terms(query: &CommitteeQuery) -> Terms {
    let mut terms = vec!["1"];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    match query.state.unwrap_or_default() {
        CommitteeState::All => {}
        CommitteeState::Draft => terms.push("m.signed_on IS NULL"),
        CommitteeState::Signed => terms.push("m.signed_on IS NOT NULL"),
    }
    if let Some(body) = query.body {
        terms.push("m.body = ?");
        values.push(Box::new(body.code()));
    }
    if let Some(year) = query.year {
        terms.push("m.year = ?");
        values.push(Box::new(year));
    }
    if let Some(typed) = text(&query.text) {
        match search::expression(Among::Papers, typed) {
            Some(expression) => {
                terms.push(
                    "m.id IN (SELECT coalesce(t.meeting_id, d.ref) FROM search_index s
                     JOIN search_doc d ON d.doc = s.rowid LEFT JOIN live_committee_topic t ON t.id = d.ref
                     WHERE search_index MATCH ? AND d.kind IN ('committee', 'decision'))",
                );
                values.push(Box::new(expression));
            }
            None => terms.push("0"),
        }
    }
    (terms.join(" AND "), values)
}

/// The order of the register: where none is asked for, the newest meeting first.
fn order(query: &CommitteeQuery) -> &'static str {
    match (query.sort, query.descending.unwrap_or(query.sort.is_none())) {
        (Some(CommitteeSort::Number), false) => "m.body, m.year, m.serial",
        (Some(CommitteeSort::Number), true) => "m.body DESC, m.year DESC, m.serial DESC",
        (_, false) => "m.held_on, m.body, m.serial",
        (_, true) => "m.held_on DESC, m.body, m.serial DESC",
    }
}

fn count(connection: &Connection, query: &CommitteeQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// The records that match, in order, a slice of them or all.
fn rows(
    connection: &Connection,
    query: &CommitteeQuery,
    slice: Option<(u32, u32)>,
    each: &mut dyn FnMut(CommitteeLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let reading = Reading { columns: COLUMNS, from: FROM, order: order(query), slice };
    register::rows(connection, &reading, &terms(query), line, &mut |one| each(whole(connection, one)?))
}

/// Every record that matches, in order, with how many there are: for a file that holds the whole list.
pub fn each(
    connection: &Connection,
    query: &CommitteeQuery,
    each: &mut dyn FnMut(u32, CommitteeLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = count(connection, query)?;
    rows(connection, query, None, &mut |one| each(total, one))
}

/// A slice of the register, and how it stands as a whole.
pub fn page(connection: &Connection, query: &CommitteeQuery) -> Result<CommitteePage, Problem> {
    let (kept, drafts) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE signed_on IS NULL) FROM live_committee_meeting",
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
        connection.prepare_cached("SELECT DISTINCT year FROM live_committee_meeting ORDER BY year DESC")?;
    let years = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(CommitteePage { total: count(connection, query)?, rows: slice, kept, drafts, years })
}
