//! Wage data (工资数据) of a month or a year at three depths, where it came from, and the figures it is laid beside. What is
//! reckoned from it stands in `figures` and `simulate`; who may see single wages is decided by `desk`.

#[cfg(test)]
pub(crate) mod builder;
pub mod figures;
pub mod import;
mod matched;
pub mod model;
pub mod place;
pub mod points;
pub mod references;
pub mod rules;
pub mod simulate;
pub mod store;
pub mod typed;
pub mod view;

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension};

use crate::Problem;
use crate::masks::mask_within;
use model::{PayPeriod, PaySheetId};

pub use matched::match_line;

/// Makes room for a new table of a period: the one that stands goes to the trash when it is named, and comes back from there
/// whole. Answers whether one did.
///
/// Errors: `standing` where one stands and another, or none, is named.
fn make_room(tx: &Tx, period: PayPeriod, replaces: Option<PaySheetId>) -> Result<bool, Problem> {
    let Some(standing) = store::of_period(tx, period)? else { return Ok(false) };
    if replaces != Some(standing.id) {
        let file = standing.source.file.map(|file| format!("来自“{}”", mask_within(&file)));
        let from = file.unwrap_or_else(|| "手工填的".to_owned());
        let message = format!(
            "{}已经有一份工资数据（{}，{from}）。要用这一份换下它的话请确认，换下的在回收站里，随时可以恢复。",
            period.words(),
            standing.depth.label()
        );
        return Err(Problem::new("standing", message).at("period"));
    }
    store::sheets::remove(tx, standing.id)?;
    Ok(true)
}

/// Puts a table out of sight.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: PaySheetId) -> Result<(), Problem> {
    store::sheets::remove(tx, id)
}

/// Whether a removed table may come back: another of its period may stand meanwhile.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let period: Option<PayPeriod> = connection
        .query_row(
            "SELECT s.period FROM pay_sheet r JOIN live_pay_sheet s ON s.period = r.period WHERE r.id = ?1",
            [id],
            |row| row.get(0),
        )
        .optional()?;
    match period {
        None => Ok(()),
        Some(period) => Err(Problem::new(
            "refused",
            format!(
                "{}现在用的是另一份工资数据；要改回这一份，请先移除现在的那一份，再来恢复。",
                period.words()
            ),
        )),
    }
}
