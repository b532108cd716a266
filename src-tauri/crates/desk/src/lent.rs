//! Attachments lent to other programs to be opened: whole private copies in a folder of the home that only
//! this user can enter, taken away at lock, at the end and at the next start. A copy that another program holds
//! open, as Windows lets it, stays until one of these finds it free.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::Problem;

/// The folder in the home under which each program has one of its own.
const ROOT: &str = "lent";

/// In a program's folder the file that is locked while the program runs; under the root the gate, locked while a
/// folder is made or dead ones are taken away.
pub(crate) const LOCK: &str = "lock";

/// How a file goes, or a folder with all that is in it.
pub(crate) type Remove = fn(&Path) -> io::Result<()>;

/// What this program has lent.
pub(crate) struct Lent {
    root: PathBuf,
    /// this program's folder, with its lock: another program's sweep leaves it alone
    mine: Mutex<Option<(PathBuf, File)>>,
    remove: Remove,
}

impl Lent {
    /// Takes away what a program that ended badly has left.
    pub(crate) fn under(home: &Path) -> Self {
        Lent::removing(home, remove)
    }

    fn removing(home: &Path, remove: Remove) -> Self {
        let root = home.join(ROOT);
        clear(&root, remove);
        Lent { root, mine: Mutex::new(None), remove }
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
            None => mine.insert(own(&self.root).map_err(trouble)?).0.clone(),
        };
        Ok(free(&dir).map_err(trouble)?.join(name))
    }

    /// Takes everything away that this program has lent, and what others that ended have left.
    pub(crate) fn sweep(&self) {
        // Where something is left, the folder stays this program's, lock and all, and is tried again.
        drop(self.mine().take_if(|(dir, _)| emptied(dir, self.remove)));
        clear(&self.root, self.remove);
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

/// A folder for this program, its lock held.
fn own(root: &Path) -> io::Result<(PathBuf, File)> {
    fs::create_dir_all(root)?;
    private(root)?;
    // Before its lock is held nobody may look at it, because a folder without one is dead.
    let gate = gate(root)?;
    gate.lock()?;
    let dir = free(root)?;
    let lock = File::create_new(dir.join(LOCK))?;
    lock.lock()?;
    Ok((dir, lock))
}

/// Takes away the folders of programs that have ended: those whose lock is free, and those that have none, which
/// a program left that was killed while it made or took away its own. What cannot go now goes the next time.
fn clear(root: &Path, remove: Remove) {
    let Ok(gate) = gate(root) else { return };
    if gate.try_lock().is_err() {
        // Another program is at it.
        return;
    }
    for entry in fs::read_dir(root).into_iter().flatten().flatten() {
        if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        let dir = entry.path();
        let lock = File::options().write(true).open(dir.join(LOCK));
        let dead = match &lock {
            Ok(file) => file.try_lock().is_ok(),
            Err(why) => why.kind() == io::ErrorKind::NotFound,
        };
        // The lock goes last: what stays behind with its lock is found again.
        if dead && emptied(&dir, remove) {
            // Windows removes no open file.
            drop(lock);
            let _ = fs::remove_file(dir.join(LOCK));
            let _ = fs::remove_dir(&dir);
        }
    }
}

/// Takes away what is in a program's own folder beside its lock, as far as it goes; tells whether nothing is left.
pub(crate) fn emptied(dir: &Path, remove: Remove) -> bool {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(why) => return why.kind() == io::ErrorKind::NotFound,
    };
    let mut all = true;
    for entry in entries {
        all &= entry.is_ok_and(|entry| entry.file_name() == LOCK || remove(&entry.path()).is_ok());
    }
    all
}

/// Takes away a file, or a folder with all that is in it.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// The file under the root whose lock is the gate.
fn gate(root: &Path) -> io::Result<File> {
    File::options().write(true).create(true).truncate(false).open(root.join(LOCK))
}

/// A new folder with the first free number, for its owner alone.
fn free(parent: &Path) -> io::Result<PathBuf> {
    for number in 1.. {
        let dir = parent.join(number.to_string());
        match fs::create_dir(&dir) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => {
                made?;
                private(&dir)?;
                return Ok(dir);
            }
        }
    }
    Err(io::ErrorKind::StorageFull.into())
}

/// Closes a folder to everybody else, where the system knows owners.
fn private(dir: &Path) -> io::Result<()> {
    #[cfg(unix)]
    fs::set_permissions(dir, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The programs' folders that are there.
    fn folders(home: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(home.join(ROOT)).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
    }

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
        assert!(!one.exists() && folders(home.path()).is_empty());
        // A program that was killed cannot sweep: its lock goes with it. One that was killed while it swept may
        // have taken its lock away already.
        for lock in [true, false] {
            let left = home.path().join(ROOT).join("7");
            fs::create_dir_all(left.join("1")).unwrap();
            fs::write(left.join("1").join("合同.pdf"), "whole").unwrap();
            if lock {
                fs::write(left.join(LOCK), "").unwrap();
            }
            drop(Lent::under(home.path()));
            assert!(!left.exists(), "with a lock: {lock}");
        }
    }

    /// Removes as Windows does: nothing that a viewer holds open.
    fn unless_held(path: &Path) -> io::Result<()> {
        let mut files = fs::read_dir(path).into_iter().flatten().flatten();
        if files.any(|file| file.file_name() == "held.pdf") {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        remove(path)
    }

    #[test]
    fn what_a_viewer_holds_open_goes_when_it_lets_go() {
        let home = tempfile::TempDir::new().unwrap();
        let lent = Lent::removing(home.path(), unless_held);
        let (held, other) = (lent.place("held.pdf").unwrap(), lent.place("合同.pdf").unwrap());
        for path in [&held, &other] {
            fs::write(path, "whole").unwrap();
        }
        lent.sweep();
        assert!(held.is_file() && !other.exists(), "one that stays keeps no other");
        // Lending goes on beside it.
        let later = lent.place("later.pdf").unwrap();
        fs::write(&later, "whole").unwrap();
        drop(Lent::under(home.path()));
        assert!(later.is_file(), "its program runs");
        drop(lent);
        assert!(held.is_file() && !later.exists());
        // The next program cannot take it away at its start, but does when it is told to.
        let mut next = Lent::removing(home.path(), unless_held);
        assert!(held.is_file());
        next.remove = remove;
        next.sweep();
        assert!(folders(home.path()).is_empty());
    }

    #[test]
    fn programs_that_come_and_go_leave_each_other_s_copies_alone() {
        let home = tempfile::TempDir::new().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..25 {
                        let lent = Lent::under(home.path());
                        let path = lent.place("合同.pdf").unwrap();
                        fs::write(&path, "whole").unwrap();
                        drop(Lent::under(home.path()));
                        assert!(path.is_file(), "its program runs");
                    }
                });
            }
        });
        drop(Lent::under(home.path()));
        assert!(folders(home.path()).is_empty());
    }
}
