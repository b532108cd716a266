//! Files outside the ledger, named by handles. In the window a handle comes from a dialog or a drop and a
//! page never sees a path; without a window the handle is the path itself. What a person may write over
//! is decided here once, for every command that writes.

use std::path::{Path, PathBuf};

use affairs::Problem;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file or folder that the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "string")]
pub struct FileHandle(pub String);

/// Turns a handle into a path.
pub trait Paths: Send + Sync {
    /// The path behind a handle. Errors: `bad_input` when the handle is not known.
    fn resolve(&self, handle: &str) -> Result<PathBuf, Problem>;

    /// The handle of a path that no person picked, where every path is one; none where handles are given out.
    fn handle(&self, _path: &Path) -> Option<String> {
        None
    }
}

/// Handles that are paths: scripts, tests, machines without a window.
pub struct PlainPaths;

impl Paths for PlainPaths {
    fn resolve(&self, handle: &str) -> Result<PathBuf, Problem> {
        if handle.trim().is_empty() {
            return Err(Problem::input("file", "没有指定文件。"));
        }
        Ok(PathBuf::from(handle))
    }

    fn handle(&self, path: &Path) -> Option<String> {
        path.to_str().map(str::to_owned)
    }
}

/// Refuses a file to be written where it would destroy something: in a ledger, in copies of one, over a folder
/// or a device. Every command that writes a file where a person says asks here first.
///
/// Errors: `unwritable`, of the field `to`.
pub(crate) fn safe_target(to: &Path) -> Result<(), Problem> {
    let unwritable = |why: &str| Err(Problem::new("unwritable", format!("文件没有存下来：{why}。")).at("to"));
    if ledger::belongs_to_ledger(to) {
        return unwritable("这里是账本或备份的文件夹，存在这里会毁坏账本，请换一个位置");
    }
    match std::fs::metadata(to) {
        Ok(meta) if meta.is_dir() => unwritable("这是一个文件夹，请写上文件名"),
        Ok(meta) if !meta.is_file() => unwritable("这是一个设备，不是普通文件，请换一个位置"),
        _ => Ok(()),
    }
}

/// Refuses a new ledger inside another one, or among copies: it would be lost or overwritten with them.
///
/// Errors: `unwritable`, of the field named.
pub(crate) fn safe_folder(folder: &Path, field: &str) -> Result<(), Problem> {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    if whole.parent().is_some_and(ledger::belongs_to_ledger) {
        let message = "新账本不能放在另一本账或备份的文件夹里，请换一个位置。";
        return Err(Problem::new("unwritable", message).at(field));
    }
    Ok(())
}
