//! Wrong passphrases slow down and never destroy: how often in a row a passphrase was wrong stands in a small
//! file beside the ledger, so that starting the program again does not help; for copies, which nothing is written
//! beside, in a folder of the program's own. The recovery sheet is never slowed, for it cannot be guessed.

use crate::{LedgerError, folder};
use chrono::{DateTime, Duration, FixedOffset};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Wrong ones in a row that cost nothing: people mistype.
const FREE: u32 = 3;
/// The longest wait.
const LONGEST: u32 = 60;

/// What the file holds. No word of a passphrase.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Attempts {
    wrong: u32,
    at: Option<DateTime<FixedOffset>>,
}

/// The file for the copies of a ledger; for those at a place, where nothing says which ledger they are of.
pub(crate) fn of_copies(folder: &Path, ledger: Option<&str>, place: &Path) -> PathBuf {
    // A folder that cannot be made is one that cannot be written, which `wrong` bears.
    let _ = fs::create_dir_all(folder);
    let mut name = Sha256::new_with_prefix(b"gonghui attempts at copies\n");
    match ledger {
        Some(id) => name.update(id),
        None => name.update(place.to_string_lossy().as_bytes()),
    }
    folder.join(hex::encode(&name.finalize()[..16]))
}

/// Refuses with `Wait` when the last wrong passphrase was too short a time ago. One of a clock that ran ahead counts as
/// of now, and stays where it is put: by that clock the wait would have no end for years.
pub(crate) fn check(path: &Path, now: DateTime<FixedOffset>) -> Result<(), LedgerError> {
    let mut attempts = read(path);
    if attempts.at.is_some_and(|at| at > now) {
        attempts.at = Some(now);
        if !keep(path, &attempts) {
            // What cannot be moved to now would keep the chair out for good.
            return Ok(());
        }
    }
    match attempts.at.map(|at| left(attempts.wrong, at, now)) {
        None | Some(0) => Ok(()),
        Some(seconds) => Err(LedgerError::Wait { wrong: attempts.wrong, seconds }),
    }
}

/// Notes a wrong passphrase. A folder that cannot be written keeps nobody out and nobody in: the guess was
/// costly all the same.
pub(crate) fn wrong(path: &Path, now: DateTime<FixedOffset>) {
    let _ = keep(path, &Attempts { wrong: read(path).wrong.saturating_add(1), at: Some(now) });
}

/// Whether it could be written.
fn keep(path: &Path, attempts: &Attempts) -> bool {
    serde_json::to_vec(attempts).is_ok_and(|text| folder::replace(path, &text).is_ok())
}

/// Forgets the wrong ones after a right one.
pub(crate) fn right(path: &Path) {
    let _ = fs::remove_file(path);
}

/// An unreadable file counts for nothing: it must never keep the chair out.
fn read(path: &Path) -> Attempts {
    fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

/// Seconds that must pass after so many wrong ones in a row.
fn wait(wrong: u32) -> u32 {
    match wrong.checked_sub(FREE) {
        None => 0,
        Some(more) => 5u32.saturating_mul(1 << more.min(8)).min(LONGEST),
    }
}

/// Seconds that are left, never more than the whole wait.
fn left(wrong: u32, at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> u32 {
    let whole = wait(wrong);
    let until = at + Duration::seconds(i64::from(whole));
    let millis = u64::try_from((until - now).num_milliseconds()).unwrap_or(0);
    u32::try_from(millis.div_ceil(1000)).unwrap_or(whole).min(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_grows_and_has_an_end() {
        let waits: Vec<u32> = [0, 2, 3, 4, 5, 6, 7, 100, u32::MAX].into_iter().map(wait).collect();
        assert_eq!(waits, [0, 0, 5, 10, 20, 40, 60, 60, 60]);
    }

    #[test]
    fn time_passes() {
        let at: DateTime<FixedOffset> = "2026-11-16T09:00:00+08:00".parse().unwrap();
        let after = |ms| left(4, at, at + Duration::milliseconds(ms));
        assert_eq!((after(0), after(1), after(9_001), after(10_000)), (10, 10, 1, 0));
    }

    #[test]
    fn a_wait_from_a_clock_that_ran_ahead_passes_from_now_on() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        let ahead: DateTime<FixedOffset> = "2030-11-16T09:00:00+08:00".parse().unwrap();
        let now = ahead - Duration::days(1200);
        (0..4).for_each(|_| wrong(&path, ahead));
        let seconds = |after: i64| match check(&path, now + Duration::seconds(after)) {
            Err(LedgerError::Wait { wrong, seconds }) => (wrong, seconds),
            other => {
                other.unwrap();
                (0, 0)
            }
        };
        assert_eq!(
            seconds(0),
            (4, 10),
            "the guesses still count, and the wait is no longer than its own length"
        );
        assert_eq!(seconds(4), (4, 6), "it passes");
        assert_eq!(seconds(10), (0, 0), "and has an end");
        // The next wrong one is slowed as ever.
        wrong(&path, now + Duration::seconds(10));
        assert_eq!(seconds(10), (5, 20));
    }

    #[test]
    fn a_right_one_forgets_and_a_damaged_file_keeps_nobody_out() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("attempts");
        let now = "2026-11-16T09:00:00+08:00".parse().unwrap();
        (0..3).for_each(|_| wrong(&path, now));
        assert_eq!(check(&path, now).unwrap_err().code(), "ledger.wait");
        right(&path);
        assert!(check(&path, now).is_ok());
        fs::write(&path, b"\xff{").unwrap();
        assert!(check(&path, now).is_ok());
    }
}
