//! What the registers of the office ask of their tables alike: how many rows match, and the rows in order, a slice of them
//! or all. Which rows match and what a row says, each register knows itself.

use rusqlite::{Connection, Row, ToSql};

use crate::Problem;

/// Which rows match: a condition and the values of its terms.
pub(crate) type Terms = (String, Vec<Box<dyn ToSql>>);

/// How many rows of `from` (`FROM …`) match.
pub(crate) fn count(connection: &Connection, from: &str, (which, values): &Terms) -> Result<u32, Problem> {
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let sql = format!("SELECT count(*) {from} WHERE {which}");
    Ok(connection.prepare_cached(&sql)?.query_row(values.as_slice(), |row| row.get(0))?)
}

/// What is read of a register, and in which order.
pub(crate) struct Reading<'a> {
    pub columns: &'a str,
    /// `FROM …`
    pub from: &'a str,
    pub order: &'a str,
    /// How many, and how many before them are left out; all where none is given.
    pub slice: Option<(u32, u32)>,
}

/// The rows that match, one after the other.
pub(crate) fn rows<T>(
    connection: &Connection,
    reading: &Reading<'_>,
    (which, values): &Terms,
    line: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    each: &mut dyn FnMut(T) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let Reading { columns, from, order, slice } = reading;
    let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
    let slice = slice.map(|(limit, offset)| format!("LIMIT {limit} OFFSET {offset}")).unwrap_or_default();
    let sql = format!("SELECT {columns} {from} WHERE {which} ORDER BY {order} {slice}");
    let mut statement = connection.prepare_cached(&sql)?;
    for row in statement.query_map(values.as_slice(), line)? {
        each(row?)?;
    }
    Ok(())
}
