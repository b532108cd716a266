//! The union's inspections: a visit is kept with its checklist, and the hazards that were found on it are registered in the same
//! step, each with its own number. What becomes of a hazard is not led here.

use chrono::{Datelike, NaiveDate};
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::model::{
    HazardFound, HazardId, HazardInput, HazardVisit, SafetyVisit, SafetyVisitId, SafetyVisitInput,
    SafetyVisitLine, SafetyVisitPage, SafetyVisitQuery, VisitFound, VisitItem, VisitResult,
};
use super::{rules, save as save_hazard, store};
use crate::Problem;
use crate::office::register::{self, Register, Terms, by_number};
use crate::typed::{lines, short, text};

/// The series of the register's numbers, as `office` knows it by kind.
pub(crate) const SERIES: &str = "safetyVisit";

/// The register.
pub(crate) const REGISTER: Register = Register { table: "safety_visit", series: SERIES, name: "次检查" };

const COLUMNS: &str = "r.id, r.year, r.serial, r.visited_on, r.topic, r.places, r.people, r.accompanied, r.summary, r.late_entry";
const FROM: &str = "FROM live_safety_visit r";

ledger::id_type!(
    /// An item of a checklist; known to its table alone.
    VisitItemId
);

fn list(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

/// Refuses a visit that nobody made, nowhere, or that is still to come.
fn check(input: &SafetyVisitInput, today: NaiveDate) -> Result<(), Problem> {
    if input.visited_on > today {
        return Err(Problem::input("visitedOn", "检查的日期还没有到，请核对。"));
    }
    if input.topic.trim().is_empty() {
        return Err(Problem::input("topic", "请写检查什么，例如“冬季防火”。"));
    }
    short("topic", &input.topic, 100)?;
    if lines(&input.places).is_empty() {
        return Err(Problem::input("places", "请写检查了哪些地方，一处一行。"));
    }
    if lines(&input.people).is_empty() {
        return Err(Problem::input("people", "请写谁去检查的，一人一行。"));
    }
    for (at, item) in input.items.iter().enumerate() {
        if item.item.trim().is_empty() {
            return Err(Problem::input(
                &format!("items.{at}.item"),
                "这一项没有写检查什么，请填写或者去掉。",
            ));
        }
    }
    Ok(())
}

/// Keeps a visit, new or changed, and registers the hazards that were found on it, all in one step.
///
/// Errors: `bad_input` at its field, of a hazard at `hazards.0.matter`; `not_found`.
pub fn save(tx: &Tx, input: &SafetyVisitInput) -> Result<SafetyVisitId, Problem> {
    check(input, tx.today())?;
    let new = match input.id {
        Some(id) => {
            get(tx, id)?;
            None
        }
        None => {
            let year = tx.today().year();
            Some((year, REGISTER.next_serial(tx, year)?))
        }
    };
    let id = input.id.unwrap_or_else(|| tx.new_id::<SafetyVisitId>());
    let accompanied = Some(lines(&input.accompanied)).filter(|words| !words.is_empty());
    let said = params![
        id,
        input.visited_on,
        input.topic.trim(),
        lines(&input.places),
        lines(&input.people),
        accompanied,
        text(&input.summary),
        text(&input.late_entry),
        new.map(|(year, _)| year),
        new.map(|(_, serial)| serial),
    ];
    let sql = if new.is_some() {
        "INSERT INTO safety_visit (id, visited_on, topic, places, people, accompanied, summary, late_entry, year, serial)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
    } else {
        "UPDATE safety_visit SET visited_on = ?2, topic = ?3, places = ?4, people = ?5, accompanied = ?6, summary = ?7,
           late_entry = ?8, year = ifnull(?9, year), serial = ifnull(?10, serial) WHERE id = ?1 AND removed_at IS NULL"
    };
    REGISTER.found(tx.execute(sql, said)?)?;
    set_items(tx, id, &input.items)?;
    for (at, found) in input.hazards.iter().enumerate() {
        let hazard = HazardInput {
            id: None,
            found_on: input.visited_on,
            found_at: None,
            finder: Some(lines(&input.people).replace('\n', "、")),
            found_how: HazardFound::Inspection,
            unit: found.unit.clone(),
            place: found.place.clone(),
            kind: found.kind,
            matter: found.matter.clone(),
            details: None,
            basis: found.basis.clone(),
            grade: found.grade,
            grade_reason: None,
            danger: false,
            evacuees: None,
            late_entry: input.late_entry.clone(),
        };
        let hazard = save_hazard(tx, &hazard).map_err(|problem| match &problem.field {
            Some(field) => {
                let field = format!("hazards.{at}.{field}");
                problem.at(&field)
            }
            None => problem,
        })?;
        tx.execute("UPDATE hazard SET visit_id = ?2 WHERE id = ?1", params![hazard, id])?;
    }
    Ok(id)
}

/// The checklist as it is now; one that did not change is not written anew.
fn set_items(tx: &Tx, id: SafetyVisitId, wanted: &[VisitItem]) -> Result<(), Problem> {
    let trimmed = |item: &VisitItem| VisitItem {
        item: item.item.trim().to_owned(),
        result: item.result,
        note: text(&item.note).map(str::to_owned),
    };
    let wanted: Vec<VisitItem> = wanted.iter().map(trimmed).collect();
    if items(tx, id)? == wanted {
        return Ok(());
    }
    tx.execute(
        "UPDATE safety_visit_item SET removed_at = ?2 WHERE visit_id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    for (ord, item) in (1_u32..).zip(&wanted) {
        let row = tx.new_id::<VisitItemId>();
        let sql = "INSERT INTO safety_visit_item (id, visit_id, ord, item, result, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        tx.execute(sql, params![row, id, ord, item.item, item.result.code(), item.note])?;
    }
    Ok(())
}

/// Puts a visit out of sight; its number stays used, and so do the hazards that were found on it.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: SafetyVisitId) -> Result<(), Problem> {
    REGISTER.remove(tx, id)
}

fn items(connection: &Connection, id: SafetyVisitId) -> Result<Vec<VisitItem>, Problem> {
    let sql = "SELECT item, result, note FROM live_safety_visit_item WHERE visit_id = ?1 ORDER BY ord";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([id], |row| {
        Ok(VisitItem {
            item: row.get(0)?,
            result: VisitResult::of(&row.get::<_, String>(1)?).unwrap_or(VisitResult::Skipped),
            note: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<(String, SafetyVisitInput)> {
    let id: SafetyVisitId = row.get(0)?;
    let all = |at: usize| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, Option<String>>(at)?.as_deref().map(list).unwrap_or_default())
    };
    let record = SafetyVisitInput {
        id: Some(id),
        visited_on: row.get(3)?,
        topic: row.get(4)?,
        places: all(5)?,
        people: all(6)?,
        accompanied: all(7)?,
        items: Vec::new(),
        summary: row.get(8)?,
        late_entry: row.get(9)?,
        hazards: Vec::new(),
    };
    Ok((REGISTER.number(row.get(1)?, row.get(2)?), record))
}

/// The hazards that were found on a visit, those removed since left out.
fn found_on(connection: &Connection, id: SafetyVisitId) -> Result<Vec<VisitFound>, Problem> {
    let sql = "SELECT id FROM live_hazard WHERE visit_id = ?1 ORDER BY year, serial";
    let mut statement = connection.prepare_cached(sql)?;
    let ids: Vec<HazardId> = statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let found = |id: HazardId| -> Result<VisitFound, Problem> {
        let kept = store::get(connection, id)?;
        let events = store::events(connection, id)?;
        let course = store::course(connection, &kept, &events)?;
        Ok(VisitFound {
            id,
            number: kept.number,
            matter: kept.record.matter,
            place: kept.record.place,
            state: rules::state(&course),
        })
    };
    ids.into_iter().map(found).collect()
}

/// The visit on which a hazard was found; none where it was found otherwise, or the visit was removed.
pub(super) fn of_hazard(connection: &Connection, id: HazardId) -> Result<Option<HazardVisit>, Problem> {
    let sql = "SELECT r.id, r.year, r.serial FROM live_safety_visit r JOIN live_hazard h ON h.visit_id = r.id WHERE h.id = ?1";
    let read = |row: &Row<'_>| {
        Ok(HazardVisit { id: row.get(0)?, number: REGISTER.number(row.get(1)?, row.get(2)?) })
    };
    Ok(connection.prepare_cached(sql)?.query_row([id], read).optional()?)
}

/// One visit with the hazards that were found on it.
///
/// Errors: `not_found`.
pub fn get(connection: &Connection, id: SafetyVisitId) -> Result<SafetyVisit, Problem> {
    let sql = format!("SELECT {COLUMNS} {FROM} WHERE r.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    let (number, mut record) = found.ok_or_else(|| REGISTER.missing())?;
    record.items = items(connection, id)?;
    Ok(SafetyVisit { id, number, record, found: found_on(connection, id)? })
}

/// Every visit, the newest first.
pub(super) fn all(connection: &Connection) -> Result<Vec<(SafetyVisitId, NaiveDate, String)>, Problem> {
    let sql = "SELECT id, visited_on, topic FROM live_safety_visit ORDER BY year DESC, serial DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn terms(query: &SafetyVisitQuery) -> Terms {
    let none: Option<&'static str> = None;
    REGISTER.terms("1", ("topic", none), query.year, text(&query.text))
}

/// The visits that match, in order, a slice of them or all, each with what was found on it.
fn matching(
    connection: &Connection,
    query: &SafetyVisitQuery,
    slice: Option<(u32, u32)>,
) -> Result<Vec<SafetyVisitLine>, Problem> {
    let columns = format!(
        "{COLUMNS}, (SELECT count(*) FROM live_hazard h WHERE h.visit_id = r.id),
         (SELECT count(*) FROM live_hazard h WHERE h.visit_id = r.id AND EXISTS (SELECT 1 FROM live_hazard_event e
           WHERE e.hazard_id = h.id AND e.kind = 'closed' AND NOT EXISTS (SELECT 1 FROM live_hazard_event b
             WHERE b.hazard_id = h.id AND b.kind IN ('failed', 'reopened') AND b.ord > e.ord)))"
    );
    let line = |row: &Row<'_>| {
        let (number, record) = read(row)?;
        Ok(SafetyVisitLine {
            id: row.get(0)?,
            number,
            visited_on: record.visited_on,
            topic: record.topic,
            places: record.places,
            people: record.people,
            found: row.get(10)?,
            closed: row.get(11)?,
        })
    };
    by_number(connection, (&columns, FROM), (query.ascending, slice), &terms(query), line)
}

/// Every visit that matches, in order, with how many there are.
pub fn each(
    connection: &Connection,
    query: &SafetyVisitQuery,
    each: &mut dyn FnMut(u32, SafetyVisitLine) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let total = register::count(connection, FROM, &terms(query))?;
    matching(connection, query, None)?.into_iter().try_for_each(|line| each(total, line))
}

/// A slice of the register of visits.
pub fn page(connection: &Connection, query: &SafetyVisitQuery) -> Result<SafetyVisitPage, Problem> {
    let slice = (query.limit.unwrap_or(50).min(500), query.offset.unwrap_or(0));
    let sql = "SELECT item FROM live_safety_visit_item GROUP BY item ORDER BY count(*) DESC, item LIMIT 50";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(SafetyVisitPage {
        total: register::count(connection, FROM, &terms(query))?,
        rows: matching(connection, query, Some(slice))?,
        kept: register::count(connection, FROM, &terms(&SafetyVisitQuery::default()))?,
        years: REGISTER.years(connection)?,
        items: statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?,
    })
}
