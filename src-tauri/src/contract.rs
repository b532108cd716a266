//! What the window host takes from the contract, in one place: its types, the clock and the ids.
//! Commands, rights and errors are decided in `desk`; this host only carries them.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

/// An act that was not done, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Stable name for programs.
    pub code: String,
    /// One plain Chinese sentence: the cause, and what to do.
    pub message: String,
}

impl Problem {
    /// A problem with a code of its own.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Problem { code: code.to_owned(), message: message.into() }
    }
}

/// What a command answers.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The value.
    pub value: Value,
    /// What it changed.
    pub changed: Vec<String>,
}

/// Turns what a page holds into a path.
pub trait Paths: Send + Sync {
    /// The path behind a handle.
    fn resolve(&self, handle: &str) -> Result<PathBuf, Problem>;
}

/// Hears of long work.
pub trait Progress {
    /// So much is done.
    fn report(&self, done: u64, total: u64, label: &str);
    /// Whether to stop.
    fn cancelled(&self) -> bool;
}

/// No desk can exist in this build.
pub enum Desk {}

impl Desk {
    /// A short question.
    pub fn call(&self, _name: &str, _args: Value) -> Result<Answer, Problem> {
        match *self {}
    }
    /// Long work.
    pub fn job(&self, _name: &str, _args: Value, _progress: &dyn Progress) -> Result<Answer, Problem> {
        match *self {}
    }
    /// A file.
    pub fn bytes(&self, _name: &str, _args: Value) -> Result<Vec<u8>, Problem> {
        match *self {}
    }
}

/// This build has no desk yet and says so.
pub fn open_desk(_assets: PathBuf, _home: PathBuf, _paths: Arc<dyn Paths>) -> Result<Desk, Problem> {
    Err(Problem::new("no_desk", "这个版本只有窗口，还不能记台账；请换用完整的版本。"))
}

/// The time for the log.
pub fn now() -> String {
    "20".to_owned()
}
