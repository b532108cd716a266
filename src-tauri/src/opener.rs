//! Hands a file to the program the system has for it. In window stories the path is written down instead,
//! because no viewer stands on a test machine.

use std::path::Path;

use tauri::{AppHandle, Wry};
use tauri_plugin_opener::OpenerExt;

/// Opens `path` in the system's viewer.
///
/// # Errors
/// When the system has no program for it.
pub fn open(app: &AppHandle<Wry>, path: &Path) -> Result<(), String> {
    #[cfg(feature = "e2e")]
    if let Some(outcome) = crate::scripted::opened(path) {
        return outcome;
    }
    app.opener().open_path(path.to_string_lossy(), None::<&str>).map_err(|error| error.to_string())
}
