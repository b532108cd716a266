//! Which certificates the people of a table held when its period ended: as the dossier has them, and of somebody who was erased by law
//! as they were kept with the line.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::Problem;
use crate::members::model::PersonId;
use crate::pay::model::{PayPeriod, PaySheetId};

/// Held on a day (`?1`): issued by then, and not run out. One without a day of issue counts as held, one without an end does not run
/// out.
const HELD: &str = "(issued_on IS NULL OR issued_on <= ?1) AND (valid_until IS NULL OR valid_until >= ?1)";

/// The names of the certificates that people held on the last day of a period, each in order; of somebody erased by the number that
/// stands for them in the lines of the table.
pub fn certificates(
    connection: &Connection,
    sheet: PaySheetId,
    period: PayPeriod,
) -> Result<HashMap<PersonId, Vec<String>>, Problem> {
    let mut held: HashMap<PersonId, Vec<String>> = HashMap::new();
    let sql = format!(
        "SELECT DISTINCT person_id, name FROM live_certificate WHERE {HELD} ORDER BY person_id, name"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([period.last()])?;
    while let Some(row) = rows.next()? {
        held.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut kept = connection.prepare_cached(
        "SELECT erased, certificates FROM pay_line
         WHERE sheet_id = ?1 AND erased IS NOT NULL AND certificates IS NOT NULL",
    )?;
    let mut rows = kept.query([sheet])?;
    while let Some(row) = rows.next()? {
        let names: String = row.get(1)?;
        held.insert(row.get(0)?, serde_json::from_str(&names).unwrap_or_default());
    }
    Ok(held)
}

/// The same of the person of one line, as it is kept with the line once they are erased; none where they held none.
pub fn certificates_then(connection: &Connection, line: &str) -> Result<Option<String>, Problem> {
    let found: Option<(PersonId, PayPeriod)> = connection
        .prepare_cached(
            "SELECT l.person_id, s.period FROM pay_line l JOIN pay_sheet s ON s.id = l.sheet_id
             WHERE l.id = ?1 AND l.person_id IS NOT NULL",
        )?
        .query_row([line], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((person, period)) = found else { return Ok(None) };
    let sql =
        format!("SELECT DISTINCT name FROM live_certificate WHERE {HELD} AND person_id = ?2 ORDER BY name");
    let mut statement = connection.prepare_cached(&sql)?;
    let names = statement
        .query_map(params![period.last(), person], |row| row.get(0))?
        .collect::<Result<Vec<String>, _>>()?;
    Ok((!names.is_empty()).then(|| serde_json::to_string(&names).unwrap_or_default()))
}
