//! The wage data that the page of the simulator reckons on, kept in memory between two calls: a slider asks many times a second
//! and nothing changes meanwhile. One table at a time, as of one step of the journal; it goes with the open ledger at lock.

use std::sync::{Arc, PoisonError};

use affairs::Problem;
use affairs::pay::figures::whole::{self, Loaded};
use affairs::pay::model::PaySheetId;
use affairs::union::model::Shown;
use rusqlite::Connection;

use crate::open::Reading;
use crate::wage_memory::Kept;

/// The newest step of the journal.
pub(crate) fn newest_step(connection: &Connection) -> Result<i64, Problem> {
    let sql = "SELECT coalesce(max(seq), 0) FROM journal";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Whether the person at the desk reads single wages now.
pub(crate) fn in_full(reading: &Reading<'_>) -> bool {
    reading.open.sight().wages == Shown::Full
}

/// The wage data, read once as long as nothing was written. In full it is a look of its own, kept once a reading.
///
/// Errors: `not_found`; what keeping the look says.
pub(crate) fn looked(
    reading: &Reading<'_>,
    sheet: PaySheetId,
    command: &str,
) -> Result<Arc<Loaded>, Problem> {
    let seq = newest_step(reading.connection)?;
    let full = in_full(reading);
    let mut memory = reading.open.wages.0.lock().unwrap_or_else(PoisonError::into_inner);
    let found = memory.as_ref().filter(|kept| kept.seq == seq && kept.loaded.sheet == sheet);
    if let Some(kept) = found
        && (kept.logged || !full)
    {
        return Ok(Arc::clone(&kept.loaded));
    }
    let loaded = match found {
        Some(kept) => Arc::clone(&kept.loaded),
        None => Arc::new(whole::load(reading.connection, sheet)?.by_law(reading.connection, reading.book)?),
    };
    reading.open.looked_at(reading.open.sight().wages, command, [sheet.to_string()])?;
    *memory = Some(Kept { seq, logged: full, loaded: Arc::clone(&loaded) });
    Ok(loaded)
}
