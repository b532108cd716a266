//! Attachments lent to other programs to be opened: whole private copies in a folder of the home that only
//! this user can enter, taken away at lock, at the end and at the next start.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Problem;

/// The folder in the home under which each program has one of its own.
const ROOT: &str = "lent";

/// What this program has lent.
pub(crate) struct Lent {
    root: PathBuf,
    /// this program's folder, with its lock: another program's sweep leaves it alone
    mine: Mutex<Option<(PathBuf, File)>>,
}

impl Lent {
    /// Takes away what a program that ended badly has left.
    pub(crate) fn under(home: &Path) -> Self {
        let root = home.join(ROOT);
        for entry in fs::read_dir(&root).into_iter().flatten().flatten() {
            let lock = File::options().write(true).open(entry.path().join("lock"));
            if lock.is_ok_and(|file| file.try_lock().is_ok()) {
                // What cannot go now goes at the next start.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        Lent { root, mine: Mutex::new(None) }
    }

    /// A path for a file of this name, in a folder of its own so that names may repeat.
    ///
    /// Errors: `unwritable`.
    pub(crate) fn place(&self, name: &str) -> Result<PathBuf, Problem> {
        let trouble =
            |_| Problem::new("unwritable", "附件没有打开：程序的数据文件夹写不进去，请检查磁盘空间和权限。");
        let mut mine = self.mine();
        let dir = match mine.take() {
            Some(kept) => mine.insert(kept).0.clone(),
            None => {
                fs::create_dir_all(&self.root).map_err(trouble)?;
                private(&self.root).map_err(trouble)?;
                let dir = free(&self.root).map_err(trouble)?;
                let lock = File::create_new(dir.join("lock")).map_err(trouble)?;
                lock.try_lock().map_err(|_| trouble(std::io::ErrorKind::Other.into()))?;
                mine.insert((dir, lock)).0.clone()
            }
        };
        Ok(free(&dir).map_err(trouble)?.join(name))
    }

    /// Takes everything away that this program has lent.
    pub(crate) fn sweep(&self) {
        if let Some((dir, lock)) = self.mine().take() {
            let _ = fs::remove_dir_all(&dir);
            drop(lock);
            // Windows removes no open file: the rest goes now.
            let _ = fs::remove_dir_all(&dir);
        }
    }

    fn mine(&self) -> MutexGuard<'_, Option<(PathBuf, File)>> {
        self.mine.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.sweep();
    }
}

/// A new folder with the first free number, for its owner alone.
fn free(parent: &Path) -> std::io::Result<PathBuf> {
    for number in 1.. {
        let dir = parent.join(number.to_string());
        match fs::create_dir(&dir) {
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            made => {
                made?;
                private(&dir)?;
                return Ok(dir);
            }
        }
    }
    Err(std::io::ErrorKind::StorageFull.into())
}

/// Closes a folder to everybody else, where the system knows owners.
fn private(dir: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lent_is_private_and_goes_when_told_and_after_a_bad_end() {
        let home = tempfile::TempDir::new().unwrap();
        let lent = Lent::under(home.path());
        let (one, two) = (lent.place("合同.pdf").unwrap(), lent.place("合同.pdf").unwrap());
        assert_ne!(one, two);
        for path in [&one, &two] {
            fs::write(path, "whole").unwrap();
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(one.parent().unwrap()).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
        // A second program leaves alone what the first has lent.
        drop(Lent::under(home.path()));
        assert!(one.is_file());
        lent.sweep();
        assert!(!one.exists() && fs::read_dir(home.path().join(ROOT)).unwrap().next().is_none());
        // A program that was killed cannot sweep: its lock goes with it.
        let left = home.path().join(ROOT).join("7");
        fs::create_dir_all(&left).unwrap();
        fs::write(left.join("lock"), "").unwrap();
        drop(Lent::under(home.path()));
        assert!(!left.exists());
    }
}
