//! The ledgers this desk has opened before, for the start page: a small list of folders in the home, with
//! no personal data. A folder that is gone is shown as gone, never replaced by an empty one.

use std::path::Path;

use affairs::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::home;

/// A ledger that was opened on this desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KnownLedger {
    /// Its folder.
    pub dir: String,
    /// The union's name.
    pub name: String,
    /// The demo union.
    pub demo: bool,
    /// Whether the folder is still there.
    #[serde(default)]
    pub present: bool,
}

const FILE: &str = "known.json";

/// The list, the last opened first. An unreadable list is an empty one: nothing depends on it.
pub(crate) fn read(home: &Path) -> Vec<KnownLedger> {
    let mut list: Vec<KnownLedger> = home::read(home, FILE);
    for known in &mut list {
        known.present = Path::new(&known.dir).join("ledger.db").is_file();
    }
    list
}

/// Puts a ledger at the head of the list.
pub(crate) fn remember(home: &Path, known: KnownLedger) -> Result<(), Problem> {
    let mut list = read(home);
    list.retain(|other| other.dir != known.dir);
    list.insert(0, known);
    home::keep(home, FILE, &list, "最近打开的账本")
}
