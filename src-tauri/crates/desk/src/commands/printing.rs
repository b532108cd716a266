//! How papers were last printed on this machine, so that the dialog proposes it again. Printers are listed and papers
//! handed to them by the window's host.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::machine;

/// How papers were last printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LastPrinting {
    /// The printer's name; none before the first.
    pub printer: Option<String>,
    /// On both sides of the sheet.
    pub both_sides: bool,
}

/// How papers were last printed on this machine.
pub fn last(desk: &Desk, _: Nothing) -> Result<Outcome<LastPrinting>, Problem> {
    let kept = machine::read(&desk.home);
    Ok(Outcome::of(LastPrinting { printer: kept.printer, both_sides: kept.both_sides }))
}

/// Keeps how a paper was printed.
pub fn keep(desk: &Desk, printing: LastPrinting) -> Result<Outcome<Done>, Problem> {
    machine::change(&desk.home, |kept| {
        kept.printer = printing.printer;
        kept.both_sides = printing.both_sides;
    })?;
    Ok(Outcome::of(Done))
}
