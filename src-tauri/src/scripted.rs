//! For window stories only (feature `e2e`): answers for file dialogs and a record of opened papers, both named
//! by the environment. Without those variables the real dialogs and the real viewer are used.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

#[cfg(not(debug_assertions))]
compile_error!("the feature e2e answers file dialogs by script and must never be in a release");

/// Paths for the coming dialogs: a list as in `PATH`, or `@file` with one path a line. Each is used once, in
/// order; an empty one is a dialog closed without a choice.
const PICK: &str = "GONGHUI_E2E_PICK";
/// A file that gets one line for each opened paper.
const OPENED: &str = "GONGHUI_E2E_OPENED";

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

/// Writes down that a paper was opened; `None` when no record is asked for.
pub fn opened(path: &Path) -> Option<Result<(), String>> {
    let record = env::var_os(OPENED)?;
    let outcome = OpenOptions::new().create(true).append(true).open(record);
    Some(outcome.and_then(|mut it| writeln!(it, "{}", path.display())).map_err(|error| error.to_string()))
}
