//! Files outside the ledger, named by handles. In the window a handle comes from a dialog or a drop and a
//! page never sees a path; without a window the handle is the path itself.

use std::path::PathBuf;

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
}
