//! Writing a file so that a reader sees the old one or the new one, never half of either:
//! a temporary file beside the target, synced, then renamed over it.

use std::io::Write;
use std::path::Path;

use crate::error::SheetError;

/// Writes bytes to a path.
///
/// # Errors
/// [`SheetError::NotWritable`], also over a folder or a device, or [`SheetError::DiskFull`]; the target is
/// then as it was.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<(), SheetError> {
    let folder = folder_of(path);
    // A rename would put the file in the place of a folder or a device.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(SheetError::NotWritable);
    }
    let mut file = tempfile::Builder::new()
        .prefix(".gonghui-")
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(|e| SheetError::writing(&e))?;
    file.write_all(bytes).map_err(|e| SheetError::writing(&e))?;
    file.as_file().sync_all().map_err(|e| SheetError::writing(&e))?;
    file.persist(path).map_err(|e| SheetError::writing(&e.error))?;
    Ok(())
}

/// The folder a file lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
