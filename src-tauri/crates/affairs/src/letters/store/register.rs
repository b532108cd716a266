//! The register of supervision cases: which cases match, a slice of them or all, and the open ones for 今日.

use rusqlite::{Connection, ToSql};

use crate::Problem;
use crate::letters::model::{SupervisionCaseId, SupervisionQuery, SupervisionWhich};
use crate::office::register::{self, Reading, Terms};
use crate::office::text;
use crate::search::{self, Among};

const FROM: &str = "FROM live_supervision_case c";

/// Nothing is to be done any more: closed, or refused, and a named informer told since.
const OVER: &str = "EXISTS (SELECT 1 FROM live_supervision_event o WHERE o.case_id = c.id
    AND (o.kind = 'closed' OR o.kind = 'refused' AND NOT EXISTS
      (SELECT 1 FROM live_supervision_event a WHERE a.case_id = c.id AND a.kind <> 'refused' AND a.kind <> 'told'))
    AND (NOT EXISTS (SELECT 1 FROM live_supervision_informer i WHERE i.id = c.id)
      OR EXISTS (SELECT 1 FROM live_supervision_event t WHERE t.case_id = c.id AND t.kind = 'told'
        AND t.happened_on >= o.happened_on)))";

fn terms(query: &SupervisionQuery) -> Terms {
    let open = format!("NOT {OVER}");
    let mut terms = vec!["1"];
    let mut values: Vec<Box<dyn ToSql>> = Vec::new();
    match query.which.unwrap_or_default() {
        SupervisionWhich::All => {}
        SupervisionWhich::Open => terms.push(&open),
        SupervisionWhich::Over => terms.push(OVER),
    }
    if let Some(topic) = query.topic {
        terms.push("c.topic = ?");
        values.push(Box::new(topic.code()));
    }
    if let Some(year) = query.year {
        terms.push("c.year = ?");
        values.push(Box::new(year));
    }
    if let Some(typed) = text(&query.text) {
        match search::expression(Among::Affairs, typed) {
            Some(expression) => {
                terms.push(
                    "c.id IN (SELECT d.ref FROM search_index s JOIN search_doc d ON d.doc = s.rowid
                     WHERE search_index MATCH ? AND d.kind = 'supervision')",
                );
                values.push(Box::new(expression));
            }
            None => terms.push("0"),
        }
    }
    (terms.join(" AND "), values)
}

/// How many cases match.
pub(crate) fn count(connection: &Connection, query: &SupervisionQuery) -> Result<u32, Problem> {
    register::count(connection, FROM, &terms(query))
}

/// The cases that match, in order, a slice of them or all.
pub(crate) fn ids(
    connection: &Connection,
    query: &SupervisionQuery,
    slice: Option<(u32, u32)>,
) -> Result<Vec<SupervisionCaseId>, Problem> {
    let order =
        if query.ascending.unwrap_or(false) { "c.year, c.serial" } else { "c.year DESC, c.serial DESC" };
    let reading = Reading { columns: "c.id", from: FROM, order, slice };
    let mut ids = Vec::new();
    register::rows(connection, &reading, &terms(query), |row| row.get(0), &mut |id| {
        ids.push(id);
        Ok(())
    })?;
    Ok(ids)
}

/// How many cases there are, and how many are open.
pub(crate) fn standing(connection: &Connection) -> Result<(u32, u32), Problem> {
    let open = SupervisionQuery { which: Some(SupervisionWhich::Open), ..SupervisionQuery::default() };
    Ok((count(connection, &SupervisionQuery::default())?, count(connection, &open)?))
}

/// The years of the register, the newest first.
pub(crate) fn years(connection: &Connection) -> Result<Vec<i32>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM live_supervision_case ORDER BY year DESC")?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
