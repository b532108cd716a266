//! The ledger as a folder that a person can copy: names of its files, the lock, and writing a file whole.
//! What stands in the files is decided elsewhere.

use crate::LedgerError;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Paths inside one ledger folder.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub fn new(dir: &Path) -> Self {
        Self(dir.to_path_buf())
    }

    /// A folder that holds a ledger.
    pub fn existing(dir: &Path) -> Result<Self, LedgerError> {
        let folder = Self::new(dir);
        if folder.database().is_file() { Ok(folder) } else { Err(LedgerError::NotALedger) }
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        self.0.join("ledger.db")
    }

    pub fn keys(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    /// The access log.
    pub fn access(&self) -> PathBuf {
        self.0.join("access.db")
    }

    /// How often in a row a passphrase was wrong.
    pub fn attempts(&self) -> PathBuf {
        self.0.join("attempts")
    }

    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// The attachments. A copy in `backups/` has none of its own: it shares those of the folder around it.
    pub fn files(&self) -> PathBuf {
        self.0.join("files")
    }

    /// The neighbour in which a restore makes a copy ready: inside, so that the rename stays on one disk.
    pub fn restoring(&self) -> Self {
        Self(self.0.join("restore.part"))
    }

    /// Takes away what a restore that was cut off has left.
    pub fn sweep_restoring(&self) {
        let left = self.restoring();
        if left.0.exists() {
            // If it cannot go it is in nobody's way, and the next restore tries again.
            let _ = fs::remove_dir_all(left.0);
        }
    }

    /// Takes the lock and puts down who holds it, or says who else does. It is released when dropped.
    pub fn lock(&self) -> Result<Lock, LedgerError> {
        let path = self.0.join("lock");
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path)?;
        match file.try_lock() {
            Ok(()) => {
                // A help to whoever comes second; the lock itself is the system's, on a full disk too.
                let _ = file.set_len(0).and_then(|()| (&file).write_all(holder().as_bytes()));
                Ok(Lock(file))
            }
            Err(TryLockError::WouldBlock) => Err(LedgerError::InUse { holder: told(&path) }),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// Program, number of the process and computer, a line each.
fn holder() -> String {
    let program = std::env::current_exe().ok().and_then(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    format!("{}\n{}\n{}\n", program.unwrap_or_default(), std::process::id(), computer())
}

fn computer() -> String {
    let named = fs::read_to_string("/etc/hostname").ok().or_else(|| std::env::var("COMPUTERNAME").ok());
    named.unwrap_or_default().trim().to_owned()
}

/// Who the lock says holds it, in words. Some systems let nobody read a file that another has locked.
fn told(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut lines = text.lines();
    let (Some(program), Some(process)) = (lines.next(), lines.next()) else {
        return "另一个程序".to_owned();
    };
    let program = match program {
        "gonghui-desk" => "另一个工会案头窗口".to_owned(),
        "gonghui" => "命令行程序 gonghui".to_owned(),
        other => format!("另一个程序 {other}"),
    };
    match lines.next().filter(|there| !there.is_empty() && *there != computer()) {
        Some(there) => format!("{there}这台电脑上的{program}（进程 {process}）"),
        None => format!("{program}（进程 {process}）"),
    }
}

/// The lock of a ledger folder, held while this lives.
#[derive(Debug)]
pub(crate) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Nobody holds it any more; what cannot be written now is written over by the next.
        let _ = self.0.set_len(0);
        // Closing is not enough: a program being started at this moment still has a copy of the open file, and
        // with it the lock. If unlocking fails, closing is what is left.
        let _ = self.0.unlock();
    }
}

/// Makes a folder that only its owner may look into.
pub(crate) fn private(dir: &Path) -> Result<(), LedgerError> {
    #[allow(unused_mut)]
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(dir)?)
}

/// Writes a file whole or leaves the old one: temporary neighbour, sync, rename, sync of the folder.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
    write_beside(path, bytes)?;
    take_place(path).inspect_err(|_| forget_beside(path))
}

/// Writes what is to take the place of a file beside it, on the disk, or leaves nothing of it.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> Result<(), LedgerError> {
    let written = (|| {
        let mut file = File::create(beside(path))?;
        file.write_all(bytes)?;
        file.sync_all()
    })();
    Ok(written.inspect_err(|_| forget_beside(path))?)
}

/// Puts what was written beside a file in its place, which needs no room; where that fails it stays beside it.
pub(crate) fn take_place(path: &Path) -> Result<(), LedgerError> {
    fs::rename(beside(path), path)?;
    path.parent().map_or(Ok(()), sync_dir)
}

/// Takes away what was written beside a file.
pub(crate) fn forget_beside(path: &Path) {
    // The temporary file is ours alone; if it cannot go, the next write replaces it.
    let _ = fs::remove_file(beside(path));
}

/// Where what is to take the place of a file is written.
pub(crate) fn beside(path: &Path) -> PathBuf {
    path.with_extension("part")
}

/// Makes renames and new names in a folder durable. Only Unix lets a folder be synced.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), LedgerError> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}
