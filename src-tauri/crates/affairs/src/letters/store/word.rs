//! Words of columns as the stores of letters read them.

use rusqlite::Row;

/// A word of a column; one of a newer program reads as nothing known.
pub(in crate::letters) fn word<T>(
    row: &Row<'_>,
    at: usize,
    of: fn(&str) -> Option<T>,
    otherwise: T,
) -> rusqlite::Result<T> {
    Ok(of(&row.get::<_, String>(at)?).unwrap_or(otherwise))
}
