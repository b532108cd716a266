//! The ledgers this desk has opened before, for the start page: a small list of folders in the home, with
//! no personal data. A folder that is gone is shown as gone, never replaced by an empty one.

use std::path::{Path, PathBuf};

use affairs::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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

fn file(home: &Path) -> PathBuf {
    home.join("known.json")
}

/// The list, the last opened first. An unreadable list is an empty one: nothing depends on it.
pub(crate) fn read(home: &Path) -> Vec<KnownLedger> {
    let mut list: Vec<KnownLedger> = std::fs::read(file(home))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
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
    let trouble = |_| {
        Problem::new("unwritable", "记不下最近打开的账本：程序的数据文件夹不可写，请检查磁盘空间和权限。")
    };
    let text = serde_json::to_vec_pretty(&list)
        .map_err(|_| Problem::new("internal", "最近打开的账本列表无法写成文字。"))?;
    std::fs::create_dir_all(home).map_err(trouble)?;
    let temp = home.join("known.json.new");
    std::fs::write(&temp, text).map_err(trouble)?;
    std::fs::rename(&temp, file(home)).map_err(trouble)
}
