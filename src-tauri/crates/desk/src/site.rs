//! Where a ledger is built before it stands whole in its place: a hidden folder beside that place, held by one program while it
//! builds there, and gone with all that is left in it when the building ends, well or badly. What is built is not decided here.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use ::ledger::LedgerError;

use crate::Problem;
use crate::lent::{LOCK, emptied, remove};

/// How the name of the hidden folder ends in which the demo union is built.
pub(crate) const DEMO: &str = ".building";

/// Whether a folder lies in one in which the demo union is built: it is offered to nobody.
pub(crate) fn is_unfinished(folder: &Path) -> bool {
    let name = folder.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name.ends_with(DEMO)
}

/// The hidden folder, held.
pub(crate) struct Site {
    dir: PathBuf,
    lock: File,
    /// where in it the ledger is built, under the name that it is to have
    place: PathBuf,
}

impl Site {
    /// Takes the folder `.<name><act>` beside a whole path, and clears away what a building that was killed has left in it.
    /// `held` is what is said where another program builds there.
    ///
    /// Errors: `ledger.inUse`, `unwritable`, `ledger.diskFull` and what else a folder may refuse.
    pub(crate) fn beside(folder: &Path, act: &str, held: &str) -> Result<Site, Problem> {
        let name = folder.file_name().unwrap_or_default();
        let mut hidden = OsString::from(".");
        hidden.push(name);
        hidden.push(act);
        let dir = folder.with_file_name(hidden);
        let held = || Problem::new("ledger.inUse", held).at("folder");
        let trouble = |why: io::Error| Problem::from(LedgerError::from(why));
        match fs::create_dir(&dir) {
            Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(trouble(why)),
            _ => {}
        }
        let path = dir.join(LOCK);
        let lock = match File::options().write(true).create(true).truncate(false).open(&path) {
            Ok(lock) => lock,
            // Another program has ended its building at this moment.
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Err(held()),
            Err(why) => {
                let _ = fs::remove_dir(&dir);
                return Err(trouble(why));
            }
        };
        match lock.try_lock() {
            // One that was taken away between opening and locking keeps nobody out.
            Ok(()) if path.is_file() => {}
            Ok(()) | Err(TryLockError::WouldBlock) => return Err(held()),
            Err(TryLockError::Error(why)) => return Err(trouble(why)),
        }
        let site = Site { place: dir.join(name), dir, lock };
        if site.clear() {
            return Ok(site);
        }
        Err(Problem::new("unwritable", "上次没有建完的账本清理不掉，请换一个文件夹。").at("folder"))
    }

    /// Where the ledger is built.
    pub(crate) fn place(&self) -> &Path {
        &self.place
    }

    /// Takes away what was built so far; tells whether nothing of it is left.
    pub(crate) fn clear(&self) -> bool {
        emptied(&self.dir, remove)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // The lock goes last, and is let go after that: whoever comes meanwhile is told that it is held. What cannot go now is
        // cleared by the next building.
        if self.clear() {
            let _ = fs::remove_file(self.dir.join(LOCK));
            let _ = fs::remove_dir(&self.dir);
        }
        // A program being started at this moment still has a copy of the open file, and with it the lock.
        let _ = self.lock.unlock();
    }
}

/// The whole path of a folder that may be named from where the program runs: only such a one has a name and neighbours.
pub(crate) fn whole(folder: &Path) -> PathBuf {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    if whole.file_name().is_some() { whole } else { whole.canonicalize().unwrap_or(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_program_builds_beside_a_place_at_a_time_and_leaves_nothing() {
        let room = tempfile::TempDir::new().unwrap();
        let folder = room.path().join("账本");
        let hidden = room.path().join(".账本.building");
        // A building that was killed left this, also directly in the folder.
        fs::create_dir_all(hidden.join("账本")).unwrap();
        fs::write(hidden.join("ledger.db"), "half").unwrap();
        let take = || Site::beside(&folder, ".building", "另一个程序正在这里建。");
        let site = take().unwrap();
        assert!(!site.place().exists() && !hidden.join("ledger.db").exists(), "what was left is cleared");

        fs::create_dir(site.place()).unwrap();
        fs::write(site.place().join("ledger.db"), "mine").unwrap();
        let refused = take().err().unwrap();
        assert_eq!((&*refused.code, &*refused.message), ("ledger.inUse", "另一个程序正在这里建。"));
        assert!(site.place().join("ledger.db").is_file(), "who builds is not disturbed");

        drop(site);
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 0, "nothing is left of it");
        drop(take().unwrap());
    }

    #[test]
    fn a_folder_named_by_where_the_program_runs_has_a_name_of_its_own() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(whole(Path::new(".")), here);
        assert_eq!(whole(Path::new("账本")), here.join("账本"));
        assert_eq!(whole(Path::new("..")).file_name(), here.parent().unwrap().file_name());
    }
}
