//! For window stories only (feature `e2e`): answers for file dialogs, a record of opened papers and a clock that
//! stands still, each named by the environment. Without those variables everything is as in a release.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use ledger::FixedClock;

#[cfg(not(debug_assertions))]
compile_error!("the feature e2e answers file dialogs by script and must never be in a release");

/// Paths for the coming dialogs: a list as in `PATH`, or `@file` with one path a line. Each is used once, in
/// order; an empty one is a dialog closed without a choice.
const PICK: &str = "GONGHUI_E2E_PICK";
/// A file that gets one line for each opened paper.
const OPENED: &str = "GONGHUI_E2E_OPENED";

/// The moment at which the program's clock stands still, as in `2026-11-16T09:00:00+08:00`.
const NOW: &str = "GONGHUI_E2E_NOW";

static USED: AtomicUsize = AtomicUsize::new(0);

/// The script's answer for the next dialog; `None` when no script is set.
pub fn next() -> Option<Option<PathBuf>> {
    let script = env::var(PICK).ok()?;
    let paths: Vec<PathBuf> = match script.strip_prefix('@') {
        Some(file) => fs::read_to_string(file).unwrap_or_default().lines().map(PathBuf::from).collect(),
        None => env::split_paths(&script).collect(),
    };
    let path = paths.into_iter().nth(USED.fetch_add(1, Ordering::SeqCst));
    Some(path.filter(|it| !it.as_os_str().is_empty()))
}

/// The clock that stands still; `None` when none is asked for.
pub fn clock() -> Option<FixedClock> {
    chrono::DateTime::parse_from_rfc3339(&env::var(NOW).ok()?).ok().map(FixedClock)
}

/// Whether papers are only written down: then the machine's own printers are none of the story's.
pub fn records() -> bool {
    env::var_os(OPENED).is_some()
}

/// Writes down that a paper was opened; `None` when no record is asked for.
pub fn opened(path: &Path) -> Option<Result<(), String>> {
    let record = env::var_os(OPENED)?;
    let outcome = OpenOptions::new().create(true).append(true).open(record);
    Some(outcome.and_then(|mut it| writeln!(it, "{}", path.display())).map_err(|error| error.to_string()))
}
