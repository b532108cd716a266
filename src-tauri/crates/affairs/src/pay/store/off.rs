//! What of a kept line is left out beside the minimum wage: the allowances that the law names, told from the others by the cells that they
//! came from, and what may have to be left out of columns that nobody read.

use ledger::Fen;
use sheet::Cell;

use crate::sheets::money::{MoneyRead, Unit, read};

/// A column with the unit that its heading says.
pub type Place = (u32, Option<Unit>);

/// The columns of what is left out.
#[derive(Debug, Default)]
pub struct Off {
    /// Allowances that are left out.
    pub named: Vec<Place>,
    /// Other allowances.
    pub others: Vec<Place>,
    /// Columns that were not read, and may have to be left out.
    pub unread: Vec<Place>,
}

impl Off {
    /// Of the allowances of a line with these cells, what is left out; and what else may have to be.
    pub(super) fn of(&self, allowance: Fen, cells: Option<String>) -> (Fen, Fen) {
        if self.named.is_empty() && self.unread.is_empty() {
            return (Fen(0), Fen(0));
        }
        let cells: Vec<String> =
            cells.and_then(|cells| serde_json::from_str(&cells).ok()).unwrap_or_default();
        let sum = |places: &[Place], bare: Unit| {
            let of = places.iter().filter_map(|(place, unit)| {
                let text = usize::try_from(*place).ok().and_then(|at| cells.get(at.checked_sub(1)?))?;
                match read(&Cell::Text(text.as_str().into()), unit.unwrap_or(bare)) {
                    MoneyRead::Plain(sum) | MoneyRead::Read(sum) => Some(sum.0),
                    MoneyRead::Nothing | MoneyRead::Impossible => None,
                }
            });
            of.fold(0_i64, i64::saturating_add)
        };
        let all = |bare: Unit| sum(&self.named, bare).saturating_add(sum(&self.others, bare));
        // The unit above the header is not kept: it is the one in which the cells come to what was kept.
        let bare = Unit::ALL.into_iter().find(|bare| all(*bare) == allowance.0);
        let (sure, open) = match (self.named.is_empty(), self.others.is_empty(), bare) {
            (true, ..) => (0, 0),
            (_, true, _) => (allowance.0, 0),
            (_, _, Some(bare)) => (sum(&self.named, bare), 0),
            // What cannot be told apart may all have to be left out.
            (_, _, None) => (0, allowance.0),
        };
        let unread = sum(&self.unread, bare.filter(|_| allowance.0 != 0).unwrap_or(Unit::Yuan)).max(0);
        (Fen(sure), Fen(open.saturating_add(unread)))
    }
}
