//! The rows of help after an accident. A number of the register is given once; a removed one keeps it.

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::{coded, remove as put_away};
use crate::Problem;
use crate::members::model::PersonId;
use crate::office::model::{PaperNumber, series};
use crate::office::text;
use crate::platform::model::{InjuryHelpId, InjuryHelpInput, InjuryOutcome};

/// The register of help after accidents, as `office` knows its numbers by kind.
pub(crate) const SERIES: &str = "injury";

const WHAT: &str = "件协助";

const COLUMNS: &str = "h.id, h.work_id, h.accident_on, h.place, h.order_number, h.asked, h.asked_on, h.papers,
  h.reported_on, h.applied_on, h.accepted_on, h.concluded_on, h.outcome, h.result, h.year, h.serial, h.person_id, p.name,
  f.name
  FROM live_injury_help h JOIN live_person p ON p.id = h.person_id
  JOIN platform_work w ON w.id = h.work_id JOIN platform_firm f ON f.id = w.firm_id";

/// Help with its number, who was hurt and where in words.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub id: InjuryHelpId,
    pub number: String,
    pub record: InjuryHelpInput,
    pub person: PersonId,
    pub name: String,
    pub firm: String,
}

/// Help as the register has it, also that of whoever was removed from the roster since, or erased by law.
pub(crate) struct Listed {
    pub id: InjuryHelpId,
    pub number: String,
    pub accident_on: NaiveDate,
    pub asked_on: NaiveDate,
    /// the codes of those at hand
    pub papers: Vec<String>,
    pub applied_on: Option<NaiveDate>,
    pub outcome: Option<InjuryOutcome>,
    /// none once erased by law, nor name and firm
    pub person: Option<PersonId>,
    pub removed: bool,
    pub name: Option<String>,
    pub firm: Option<String>,
}

/// 伤〔2026〕1号.
pub(crate) fn number(year: i32, serial: u32) -> String {
    PaperNumber { series: series(SERIES), year, number: serial }.to_string()
}

/// The codes of the papers that are at hand.
fn at_hand(papers: Option<String>) -> Vec<String> {
    papers.iter().flat_map(|all| all.split(' ')).map(str::to_owned).collect()
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let id: InjuryHelpId = row.get(0)?;
    Ok(Kept {
        id,
        record: InjuryHelpInput {
            id: Some(id),
            work: row.get(1)?,
            accident_on: row.get(2)?,
            place: row.get(3)?,
            order_number: row.get(4)?,
            asked: row.get(5)?,
            asked_on: row.get(6)?,
            papers: at_hand(row.get(7)?),
            reported_on: row.get(8)?,
            applied_on: row.get(9)?,
            accepted_on: row.get(10)?,
            concluded_on: row.get(11)?,
            outcome: coded(row, 12, InjuryOutcome::of)?,
            result: row.get(13)?,
        },
        number: number(row.get(14)?, row.get(15)?),
        person: row.get(16)?,
        name: row.get(17)?,
        firm: row.get(18)?,
    })
}

/// One.
///
/// Errors: `not_found`.
pub(crate) fn get(connection: &Connection, id: InjuryHelpId) -> Result<Kept, Problem> {
    let sql = format!("SELECT {COLUMNS} WHERE h.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], kept).optional()?;
    found.ok_or_else(|| Problem::missing(WHAT))
}

/// Those of people on the roster, the newest first.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Kept>, Problem> {
    let sql = format!("SELECT {COLUMNS} ORDER BY h.year DESC, h.serial DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], kept)?.collect::<Result<_, _>>()?)
}

/// The register, the newest first: all that are counted, whoever was removed or erased since.
pub(crate) fn register(connection: &Connection) -> Result<Vec<Listed>, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT h.id, h.year, h.serial, h.accident_on, h.asked_on, h.papers, h.applied_on, h.outcome, h.person_id,
           p.removed_at IS NOT NULL, p.name, f.name
         FROM live_injury_help h LEFT JOIN person p ON p.id = h.person_id
         LEFT JOIN platform_work w ON w.id = h.work_id LEFT JOIN platform_firm f ON f.id = w.firm_id
         ORDER BY h.year DESC, h.serial DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Listed {
            id: row.get(0)?,
            number: number(row.get(1)?, row.get(2)?),
            accident_on: row.get(3)?,
            asked_on: row.get(4)?,
            papers: at_hand(row.get(5)?),
            applied_on: row.get(6)?,
            outcome: coded(row, 7, InjuryOutcome::of)?,
            person: row.get(8)?,
            removed: row.get(9)?,
            name: row.get(10)?,
            firm: row.get(11)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One more than the highest serial of the year. Removed ones keep theirs, so that none is given twice.
pub(crate) fn next_serial(connection: &Connection, year: i32) -> Result<u32, Problem> {
    let sql = "SELECT coalesce(max(serial), 0) + 1 FROM injury_help WHERE year = ?1";
    Ok(connection.query_row(sql, [year], |row| row.get(0))?)
}

/// The year of a number, removed or not.
pub(crate) fn year_of(connection: &Connection, id: &str) -> Result<i32, Problem> {
    let year = connection
        .query_row("SELECT year FROM injury_help WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    year.ok_or_else(|| Problem::missing(WHAT))
}

/// Writes help, new with its number or changed.
pub(crate) fn save(
    tx: &Tx,
    id: InjuryHelpId,
    new: Option<(i32, u32, PersonId)>,
    input: &InjuryHelpInput,
) -> Result<(), Problem> {
    let papers = Some(input.papers.join(" ")).filter(|papers| !papers.is_empty());
    let (place, order, result) = (text(&input.place), text(&input.order_number), text(&input.result));
    let (asked, outcome) = (input.asked.trim(), input.outcome.map(InjuryOutcome::code));
    let mut values: Vec<&dyn ToSql> = vec![
        &id,
        &input.accident_on,
        &place,
        &order,
        &asked,
        &input.asked_on,
        &papers,
        &input.reported_on,
        &input.applied_on,
        &input.accepted_on,
        &input.concluded_on,
        &outcome,
        &result,
    ];
    let Some((year, serial, person)) = &new else {
        tx.execute(
            "UPDATE injury_help SET accident_on = ?2, place = ?3, order_number = ?4, asked = ?5, asked_on = ?6,
               papers = ?7, reported_on = ?8, applied_on = ?9, accepted_on = ?10, concluded_on = ?11, outcome = ?12,
               result = ?13 WHERE id = ?1",
            values.as_slice(),
        )?;
        return Ok(());
    };
    let place_of: [&dyn ToSql; 4] = [year, serial, person, &input.work];
    values.extend(place_of);
    tx.execute(
        "INSERT INTO injury_help (id, accident_on, place, order_number, asked, asked_on, papers, reported_on, applied_on,
           accepted_on, concluded_on, outcome, result, year, serial, person_id, work_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        values.as_slice(),
    )?;
    Ok(())
}

/// Puts help out of sight; its number stays used.
pub(crate) fn remove(tx: &Tx, id: InjuryHelpId) -> Result<(), Problem> {
    put_away(tx, "injury_help", &id, WHAT)
}
