//! The ledger of hazards: which match, in which order, and how many stand in it.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::FROM;
use crate::Problem;
use crate::office::register::{self, Reading, Terms};
use crate::office::text;
use crate::safety::REGISTER;
use crate::safety::model::{HazardCategory, HazardId, HazardOrder, HazardQuery, HazardWhich};

/// An event of these kinds since the hazard was last sent back.
fn in_round(kinds: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM live_hazard_event e WHERE e.hazard_id = r.id AND e.kind IN ({kinds}) AND NOT EXISTS
           (SELECT 1 FROM live_hazard_event b WHERE b.hazard_id = r.id AND b.kind IN ('failed', 'reopened') AND b.ord > e.ord))"
    )
}

fn closed() -> String {
    in_round("'closed'")
}

/// Nothing was called rectified, or it was sent back since.
fn standing() -> String {
    format!("NOT {}", in_round("'rectified', 'passed', 'closed'"))
}

/// The day a hazard is to be rectified by: the last that was set.
const DUE: &str =
    "coalesce((SELECT d.until_on FROM live_hazard_event d WHERE d.hazard_id = r.id AND d.until_on IS NOT NULL
    AND d.kind IN ('extended', 'failed', 'reopened') ORDER BY d.ord DESC LIMIT 1), r.due_on)";

const RECEIVED: &str =
    "(EXISTS (SELECT 1 FROM live_hazard_event p WHERE p.hazard_id = r.id AND p.kind = 'proposed')
    OR EXISTS (SELECT 1 FROM live_paper_sending s JOIN live_paper i ON i.id = s.paper_id
      WHERE i.kind = 'safety.proposal' AND i.of_id = r.id AND s.signed_on IS NOT NULL))";

fn which(which: HazardWhich, today: NaiveDate) -> String {
    match which {
        HazardWhich::All => "1".to_owned(),
        HazardWhich::Open => format!("NOT {}", closed()),
        HazardWhich::Late => format!("{} AND {DUE} < '{today}'", standing()),
        HazardWhich::Unanswered => format!(
            "{RECEIVED} AND {} AND NOT EXISTS
               (SELECT 1 FROM live_hazard_event a WHERE a.hazard_id = r.id AND a.kind = 'replied')",
            standing()
        ),
        HazardWhich::Major => format!("r.grade = 'major' AND NOT {}", closed()),
        HazardWhich::Closed => closed(),
    }
}

fn terms(query: &HazardQuery, today: NaiveDate) -> Terms {
    let which = which(query.which.unwrap_or_default(), today);
    let kind = query.kind.map(HazardCategory::code);
    REGISTER.terms(&which, ("kind", kind), query.year, text(&query.text))
}

/// How many match.
pub(in crate::safety) fn count(
    connection: &Connection,
    query: &HazardQuery,
    today: NaiveDate,
) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query, today))
}

/// How many of a sort stand in the ledger.
pub(in crate::safety) fn figures(
    connection: &Connection,
    which: HazardWhich,
    today: NaiveDate,
) -> Result<u32, Problem> {
    count(connection, &HazardQuery { which: Some(which), ..HazardQuery::default() }, today)
}

/// The hazards that match, in order, a slice of them or all.
pub(in crate::safety) fn ids(
    connection: &Connection,
    query: &HazardQuery,
    slice: Option<(u32, u32)>,
    today: NaiveDate,
) -> Result<Vec<HazardId>, Problem> {
    let down = if query.descending.unwrap_or(true) { " DESC" } else { "" };
    let order = match query.order.unwrap_or_default() {
        HazardOrder::Number => format!("r.year{down}, r.serial{down}"),
        HazardOrder::Due => {
            format!("NOT ({}), {DUE} IS NULL, {DUE}{down}, r.year DESC, r.serial DESC", standing())
        }
        HazardOrder::Place => format!("r.place{down}, r.year DESC, r.serial DESC"),
    };
    let reading = Reading { columns: "r.id", from: FROM, order: &order, slice };
    let mut ids = Vec::new();
    register::rows(connection, &reading, &terms(query, today), |row| row.get(0), &mut |id| {
        ids.push(id);
        Ok(())
    })?;
    Ok(ids)
}

/// Places that were named, the most frequent first.
pub(in crate::safety) fn places(connection: &Connection) -> Result<Vec<String>, Problem> {
    let sql = "SELECT place FROM live_hazard GROUP BY place ORDER BY count(*) DESC, place LIMIT 50";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The days on which hazards were found.
pub(in crate::safety) fn found_on(connection: &Connection) -> Result<Vec<NaiveDate>, Problem> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT found_on FROM live_hazard")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// How many visits were made between two days.
pub(in crate::safety) fn visits_in(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<u32, Problem> {
    let sql = "SELECT count(*) FROM live_safety_visit WHERE visited_on BETWEEN ?1 AND ?2";
    Ok(connection.prepare_cached(sql)?.query_row([from, to], |row| row.get(0))?)
}
