//! An access log that cannot be read any more, was taken away or put back: looking goes on all the same, in a file
//! that is begun anew, and goes on from the look that the ledger itself knows as the newest, so that what is gone
//! stays missed until the chair has put down that it is known. The unreadable file is kept beside, never mended.

use crate::{Actor, Finality, Ledger, LedgerError, Op, folder, meta};
use rusqlite::Connection;
use std::fs;
use std::sync::PoisonError;

/// Number and hash of the newest look, as the ledger itself notes them.
pub(super) const LOOK_SEQ: &str = "access.seq";
pub(super) const LOOK_HASH: &str = "access.hash";
/// Number and hash of the newest look when the chair last put a gap down, `seq:hash`.
const SETTLED: &str = "access.settled";

/// Names of logs that were set aside begin with this.
const ASIDE: &str = "access-damaged-";

/// Number and hash of a look.
pub(super) type Known = (i64, Vec<u8>);

impl Ledger {
    /// The newest look that the ledger knows of.
    pub(super) fn known_look(&self) -> Result<Option<Known>, LedgerError> {
        let (seq, hash) = (self.note(LOOK_SEQ)?, self.note(LOOK_HASH)?);
        Ok(seq.and_then(|seq| seq.parse().ok()).zip(hash.and_then(|hash| hex::decode(hash).ok())))
    }

    /// The look behind which the chain is proved: what came before is put down as known.
    pub(super) fn settled_look(&self) -> Result<Known, LedgerError> {
        let note = self.note(SETTLED)?;
        let parts = note.as_deref().and_then(|note| note.split_once(':'));
        let known = parts.and_then(|(seq, hash)| Some((seq.parse().ok()?, hex::decode(hash).ok()?)));
        Ok(known.unwrap_or((0, vec![0; 32])))
    }

    /// Runs `f` on the access log; where that cannot be read any more, on one that is begun anew.
    pub(super) fn access_or_anew<T>(
        &self,
        f: impl Fn(&Connection) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        match self.access(&f) {
            Err(LedgerError::Damaged) => {
                self.set_access_aside()?;
                self.access(f)
            }
            done => done,
        }
    }

    /// Puts down, as a final step, that the log has a gap, so that the check tells of it no more: what is proved
    /// from now on begins behind the newest look that is known. What was altered of its structure is made anew.
    /// Errors: those of a step.
    pub fn settle_looks(&self, op: &Op, actor: &Actor) -> Result<(), LedgerError> {
        self.renew_log()?;
        let known = self.known_look()?;
        let (seq, hash) = self.access_or_anew(|conn| going_on(conn, known.as_ref()))?;
        let label = format!("{}，从第 {seq} 条之后接着核对", op.label);
        let op = Op { label, finality: Finality::Final, ..op.clone() };
        let (seq, hash) = (seq.to_string(), hex::encode(hash));
        self.step(&op, actor, |tx| {
            for (key, value) in [(SETTLED, format!("{seq}:{hash}")), (LOOK_SEQ, seq), (LOOK_HASH, hash)] {
                meta::keep(tx, key, &value)?;
            }
            Ok::<_, LedgerError>(())
        })?;
        Ok(())
    }

    /// The unreadable file gets a name that says when, and is looked at by nobody any more.
    pub(super) fn set_access_aside(&self) -> Result<(), LedgerError> {
        // A connection still open would go on in the file under its new name.
        drop(self.access.lock().unwrap_or_else(PoisonError::into_inner).take());
        let path = self.folder.access();
        let name = format!("{ASIDE}{}.db", self.setting.clock.now().format("%Y%m%d-%H%M%S"));
        fs::rename(&path, self.folder.path().join(name))?;
        for rest in ["db-wal", "db-shm"] {
            // Frames of the old file must not be read into the new one.
            let rest = path.with_extension(rest);
            if rest.exists() {
                fs::remove_file(rest)?;
            }
        }
        folder::sync_dir(self.folder.path())
    }

    /// Removes what was set aside: after a purge nobody can tell whether it names whom the law has erased.
    pub(crate) fn forget_set_aside(&self) {
        let entries = fs::read_dir(self.folder.path()).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(ASIDE)) {
            // What cannot go now goes with the next purge.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Behind which look the next one stands: the newest of the file, unless the ledger knows of one that is gone.
pub(super) fn going_on(conn: &Connection, known: Option<&Known>) -> Result<Known, LedgerError> {
    let newest = newest(conn)?;
    let Some((seq, hash)) = known else { return Ok(newest) };
    let there =
        conn.prepare_cached("SELECT 1 FROM look WHERE seq = ?1 AND hash = ?2")?.exists((seq, hash))?;
    // The look to come binds to the one that is missed, which no file holds: the chain tells of it for ever.
    Ok(if there || *seq == 0 { newest } else { (newest.0.max(*seq), hash.clone()) })
}

fn newest(conn: &Connection) -> Result<(i64, Vec<u8>), LedgerError> {
    use rusqlite::OptionalExtension;
    let newest = conn
        .prepare_cached("SELECT seq, hash FROM look ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(newest.unwrap_or((0, vec![0; 32])))
}
