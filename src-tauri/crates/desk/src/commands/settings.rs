//! The settings of the ledger, read and kept.

use affairs::union::settings::{self, Settings};

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// The settings of the ledger.
pub fn get(reading: &Reading<'_>, _: Nothing) -> Result<Settings, Problem> {
    settings::read(reading.connection)
}

/// Keeps the settings.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, settings: Settings) -> Result<Done, Problem> {
    settings::save(writing.tx, settings).map(|()| Done)
}
