//! Copying one file: whole under its name, or nothing of it. Which files go where is decided by who asks.

use crate::LedgerError;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What is copied between two looks at whether it is still wanted.
pub(super) const CHUNK: usize = 1024 * 1024;

/// Copies one file whole or not at all. Returns the bytes done so far.
pub(crate) fn copy_file(
    from: &Path,
    to: &Path,
    done: u64,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, LedgerError> {
    let (part, done) = copy_part(from, to, done, look)?;
    match fs::rename(&part, to) {
        Ok(()) => Ok(done),
        Err(error) => {
            let _ = fs::remove_file(&part);
            Err(error.into())
        }
    }
}

/// Copies one file beside its place, on the disk before it has its name, or leaves nothing. Returns where it lies
/// and the bytes done so far.
pub(super) fn copy_part(
    from: &Path,
    to: &Path,
    mut done: u64,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<(PathBuf, u64), LedgerError> {
    let part = to.with_extension("part");
    let mut source = fs::File::open(from)?;
    let copied = (|| {
        let (mut target, mut chunk) = (fs::File::create(&part)?, vec![0; CHUNK]);
        loop {
            if !look(done) {
                return Err(LedgerError::Cancelled);
            }
            let read = source.read(&mut chunk)?;
            if read == 0 {
                break;
            }
            target.write_all(&chunk[..read])?;
            done += read as u64;
        }
        Ok(target.sync_all()?)
    })();
    if copied.is_err() {
        // Half a file is none; a later copy would write over it anyway.
        let _ = fs::remove_file(&part);
    }
    copied.map(|()| (part, done))
}
