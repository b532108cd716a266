//! The lists of the register as the tables answer them: which files and which gifts match, in which order, a slice of them or all,
//! each with the person whom it is about. Files of whoever was removed from the roster are in none of them; money that was given stays
//! in its register, whoever is removed or erased.

use chrono::NaiveDate;
use ledger::Fen;
use rusqlite::{Connection, Row};

use crate::Problem;
use crate::office::register::{self, Reading, Terms};
use crate::office::text;
use crate::registers::hardship::model::{
    HardshipEnd, HardshipFileId, HardshipLevel, HardshipLine, HardshipQuery, HardshipWhich, MemberAidId,
    MemberAidKind, MemberAidLine, MemberAidQuery, MemberAidSource,
};
use crate::search;
use crate::union::model::Shown;
use crate::written::ERASED;

const FILES: &str = "FROM live_hardship_file f JOIN live_person p ON p.id = f.person_id";
const AIDS: &str = "FROM live_member_aid a LEFT JOIN person p ON p.id = a.person_id";
/// The shop of the job that a person has.
const SHOP: &str = "(SELECT e.shop FROM live_employment e WHERE e.person_id = p.id AND e.left_on IS NULL
  ORDER BY e.id LIMIT 1)";

type Slice = Option<(u32, u32)>;

fn every() -> Terms {
    ("1".to_owned(), Vec::new())
}

/// Of whom a list is asked by words: by the name, its pinyin, or the shop. Nobody is found here by the last four of a number.
fn named(typed: Option<&str>, (which, values): &mut Terms) {
    let Some(typed) = typed else { return };
    let mut said = format!("instr(p.name, ?) OR instr({SHOP}, ?)");
    values.push(Box::new(typed.to_owned()));
    values.push(Box::new(typed.to_owned()));
    let words = Some(typed).filter(|typed| !typed.contains(|c: char| c.is_ascii_digit()));
    if let Some(expression) = words.and_then(search::query) {
        said.push_str(
            " OR p.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
               WHERE search_index MATCH ? AND d.kind = 'person')",
        );
        values.push(Box::new(expression));
    }
    which.push_str(&format!(" AND ({said})"));
}

fn of_year(year: Option<i32>, column: &str, (which, values): &mut Terms) {
    if let Some(year) = year {
        which.push_str(&format!(" AND CAST(substr({column}, 1, 4) AS INTEGER) = ?"));
        values.push(Box::new(year));
    }
}

fn years(connection: &Connection, column: &str, from: &str) -> Result<Vec<i32>, Problem> {
    let sql = format!("SELECT DISTINCT CAST(substr({column}, 1, 4) AS INTEGER) {from} ORDER BY 1 DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn file_terms(query: &HardshipQuery, today: NaiveDate) -> Terms {
    let mut terms = every();
    match query.which.unwrap_or_default() {
        HardshipWhich::All => {}
        HardshipWhich::Open => terms.0.push_str(" AND f.closed_on IS NULL"),
        HardshipWhich::Due => {
            terms.0.push_str(" AND f.closed_on IS NULL AND f.visit_on <= ?");
            terms.1.push(Box::new(today));
        }
        HardshipWhich::Closed => terms.0.push_str(" AND f.closed_on IS NOT NULL"),
    }
    of_year(query.year, "f.opened_on", &mut terms);
    named(text(&query.text), &mut terms);
    terms
}

/// How many files match.
pub(crate) fn count_files(
    connection: &Connection,
    query: &HardshipQuery,
    today: NaiveDate,
) -> Result<u32, Problem> {
    register::count(connection, FILES, &file_terms(query, today))
}

/// How many files there are at all, and how many of them are open.
pub(crate) fn files_kept(connection: &Connection) -> Result<(u32, u32), Problem> {
    let open = ("f.closed_on IS NULL".to_owned(), Vec::new());
    Ok((register::count(connection, FILES, &every())?, register::count(connection, FILES, &open)?))
}

/// The years in which files were opened, the newest first.
pub(crate) fn file_years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    years(connection, "f.opened_on", FILES)
}

fn file_line(row: &Row<'_>) -> rusqlite::Result<HardshipLine> {
    let level: String = row.get(4)?;
    let ended: Option<String> = row.get(9)?;
    Ok(HardshipLine {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        shop: row.get(3)?,
        level: HardshipLevel::of(&level).unwrap_or(HardshipLevel::Own),
        opened_on: row.get(5)?,
        decided_on: row.get(6)?,
        aids: 0,
        given: Fen(0),
        last_on: None,
        visit_on: row.get(7)?,
        closed_on: row.get(8)?,
        ended: ended.as_deref().and_then(HardshipEnd::of),
    })
}

/// A line with what its person was given: asked for those alone that are shown.
fn with_aids(connection: &Connection, line: HardshipLine) -> Result<HardshipLine, Problem> {
    let sql =
        "SELECT count(*), coalesce(sum(amount), 0), max(given_on) FROM live_member_aid WHERE person_id = ?1";
    let (aids, given, last_on) = connection
        .prepare_cached(sql)?
        .query_row([line.person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(HardshipLine { aids, given, last_on, ..line })
}

/// The files that match, in order, a slice of them or all.
pub(crate) fn files(
    connection: &Connection,
    query: &HardshipQuery,
    today: NaiveDate,
    slice: Slice,
    each: &mut dyn FnMut(HardshipLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let columns = format!(
        "f.id, f.person_id, p.name, {SHOP}, f.level, f.opened_on, f.decided_on, f.visit_on, f.closed_on, f.ended"
    );
    let oldest = query.ascending.unwrap_or(false);
    let order = if oldest { "f.opened_on, f.id" } else { "f.opened_on DESC, f.id DESC" };
    let reading = Reading { columns: &columns, from: FILES, order, slice };
    register::rows(connection, &reading, &file_terms(query, today), file_line, &mut |line| {
        each(with_aids(connection, line)?)
    })
}

/// A file as its paper is listed.
pub(crate) struct Named {
    pub id: HardshipFileId,
    pub name: String,
    pub opened_on: NaiveDate,
}

/// Every file with the name of its person, the newest first.
pub(crate) fn named_files(connection: &Connection) -> Result<Vec<Named>, Problem> {
    let sql = format!("SELECT f.id, p.name, f.opened_on {FILES} ORDER BY f.opened_on DESC, f.id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| Ok(Named { id: row.get(0)?, name: row.get(1)?, opened_on: row.get(2)? });
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

/// A visit that was promised.
pub(crate) struct Promised {
    pub file: HardshipFileId,
    pub name: String,
    pub visit_on: NaiveDate,
    /// When they were given something last.
    pub last_on: Option<NaiveDate>,
}

/// The visits that were promised to those with an open file, of the newest file first.
pub(crate) fn promised(connection: &Connection) -> Result<Vec<Promised>, Problem> {
    let sql = format!(
        "SELECT f.id, p.name, f.visit_on, (SELECT max(a.given_on) FROM live_member_aid a WHERE a.person_id = p.id)
         {FILES} WHERE f.closed_on IS NULL AND f.visit_on IS NOT NULL ORDER BY f.opened_on DESC, f.id DESC"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| {
        Ok(Promised { file: row.get(0)?, name: row.get(1)?, visit_on: row.get(2)?, last_on: row.get(3)? })
    };
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}

fn aid_terms(query: &MemberAidQuery) -> Terms {
    let mut terms = every();
    if let Some(source) = query.source {
        terms.0.push_str(" AND a.source = ?");
        terms.1.push(Box::new(source.code()));
    }
    of_year(query.year, "a.given_on", &mut terms);
    named(text(&query.text), &mut terms);
    terms
}

/// How many gifts match, and their sum.
pub(crate) fn sum_of_aids(connection: &Connection, query: &MemberAidQuery) -> Result<(u32, Fen), Problem> {
    let columns = "count(*), coalesce(sum(a.amount), 0)";
    let reading = Reading { columns, from: AIDS, order: "1", slice: None };
    let mut found = (0_u32, Fen(0));
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    register::rows(connection, &reading, &aid_terms(query), read, &mut |one| {
        found = one;
        Ok(())
    })?;
    Ok(found)
}

/// How many gifts there are at all.
pub(crate) fn aids_kept(connection: &Connection) -> Result<u32, Problem> {
    register::count(connection, AIDS, &every())
}

/// The years in which something was given, the newest first.
pub(crate) fn aid_years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    years(connection, "a.given_on", AIDS)
}

fn aid_line(row: &Row<'_>, health: Shown) -> rusqlite::Result<MemberAidLine> {
    let (source, kind): (String, String) = (row.get(6)?, row.get(8)?);
    let told = health == Shown::Full;
    let what: Option<String> = row.get(9)?;
    Ok(MemberAidLine {
        id: row.get(0)?,
        person: row.get(1)?,
        removed: row.get(10)?,
        name: row.get::<_, Option<String>>(2)?.unwrap_or_else(|| ERASED.to_owned()),
        shop: row.get(3)?,
        given_on: row.get(4)?,
        amount: row.get(5)?,
        source: MemberAidSource::of(&source).unwrap_or(MemberAidSource::None),
        who: row.get(7)?,
        kind: told.then(|| MemberAidKind::of(&kind).unwrap_or(MemberAidKind::Other)),
        what: what.filter(|_| told),
    })
}

/// Reads the gifts of these terms.
fn read_aids(
    connection: &Connection,
    terms: &Terms,
    (order, slice): (&str, Slice),
    health: Shown,
    each: &mut dyn FnMut(MemberAidLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let columns = format!(
        "a.id, a.person_id, p.name, {SHOP}, a.given_on, a.amount, a.source, a.who, a.kind, a.what,
         p.removed_at IS NOT NULL"
    );
    let reading = Reading { columns: &columns, from: AIDS, order, slice };
    register::rows(connection, &reading, terms, |row| aid_line(row, health), each)
}

/// The gifts that match, in order, a slice of them or all; how and why only where health is told.
pub(crate) fn aids(
    connection: &Connection,
    query: &MemberAidQuery,
    slice: Slice,
    health: Shown,
    each: &mut dyn FnMut(MemberAidLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let oldest = query.ascending.unwrap_or(false);
    let order = if oldest { "a.given_on, a.id" } else { "a.given_on DESC, a.id DESC" };
    read_aids(connection, &aid_terms(query), (order, slice), health, each)
}

/// One gift as its line.
///
/// Errors: `not_found`.
pub(crate) fn one_aid(
    connection: &Connection,
    id: MemberAidId,
    health: Shown,
) -> Result<MemberAidLine, Problem> {
    let mut found = None;
    let mut terms = every();
    terms.0.push_str(" AND a.id = ?");
    terms.1.push(Box::new(id));
    read_aids(connection, &terms, ("1", None), health, &mut |one| {
        found = Some(one);
        Ok(())
    })?;
    found.ok_or_else(|| Problem::missing("条帮扶"))
}
