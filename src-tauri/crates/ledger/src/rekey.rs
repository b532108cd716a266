//! Giving the ledger another key: everyone with a slot gets it sealed, the old sheet opens nothing any more,
//! and a kill at any moment leaves a ledger that opens by passphrase. The file is turned over in one
//! transaction of SQLCipher; before it `keys.json` holds both sealings, and what is unfinished is finished or
//! rolled back at the next opening, by the key that the file then has.

use crate::earlier::{self, earlier, unhex};
use crate::ledger::Entered;
use crate::slots::Slots;
use crate::step::Kind;
use crate::{Actor, Finality, Ledger, LedgerError, Op, RawKey, RecoveryWords, chain, connect, meta, ways};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::Duration;

/// What a re-key gave.
#[derive(Debug)]
pub struct Rekeyed {
    /// the new recovery sheet; the old one opens nothing but old backups
    pub words: RecoveryWords,
    /// ids of people whose slots are gone: they never came after the slots had key pairs, and need a new one
    pub dropped: Vec<String>,
    /// number of the step
    pub seq: i64,
}

/// A re-key on its way, as the encrypted file notes it.
#[derive(Serialize, Deserialize)]
struct Pending {
    code: String,
    label: String,
    actor: String,
    name: String,
    old: String,
    until: i64,
}

const PENDING: &str = "rekey.pending";

impl Ledger {
    /// Ids of the people whose slots a re-key would drop, told before it.
    ///
    /// Errors: `NoSlotLeft` as the re-key would refuse.
    pub fn slots_out_of_reach(&self) -> Result<Vec<String>, LedgerError> {
        let publics = self.read(ways::publics)?;
        Slots::load(&self.folder.keys())?.prepare(&RawKey::random()?, &publics)
    }

    /// Gives the ledger a new key, and everyone with a slot the new key without asking for their passphrase.
    /// A final step. `progress(done, total)` is called now and then with pages written; the work can be
    /// stopped only before it begins. Readers wait meanwhile.
    ///
    /// Errors: `NoSlotLeft` when nobody could open the ledger afterwards; `RekeyUnfinished` when the file has the new key and
    /// what comes after could not be written: the next opening finishes it. In all others the key is as it was.
    pub fn rekey(
        &self,
        op: &Op,
        actor: &Actor,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Rekeyed, LedgerError> {
        if !progress(0, 1) {
            return Err(LedgerError::Cancelled);
        }
        self.settle()?;
        let mut conn = self.writer.enter()?;
        let (old, new) = (self.key(), RawKey::random()?);
        let path = self.folder.keys();
        let mut slots = Slots::load(&path)?;
        let dropped = slots.prepare(&new, &ways::publics(&conn)?)?;
        let pending = Pending {
            code: op.code.to_string(),
            label: op.label.clone(),
            actor: actor.id.clone(),
            name: actor.name.clone(),
            old: hex::encode(old.bytes()),
            until: chain::head(&conn)?.seq,
        };
        let pending = serde_json::to_string(&pending).map_err(|e| LedgerError::Io(e.into()))?;
        slots.save(&path)?;
        let turned = meta::keep(&conn, PENDING, &pending)
            .and_then(|()| self.turn_over(&mut conn, &old, &new, progress));
        // Finished or rolled back by the same hand that would do it at the next opening.
        let settled = self.settle_with(&conn);
        turned?;
        // The file is turned over, whatever went wrong after it: nobody may be told that the old sheet still holds.
        let seq = settled.map_err(|_| LedgerError::RekeyUnfinished)?;
        drop(conn);
        if self.folder.access().exists() {
            // What fails here is done at the next look: the access log then opens by an earlier key.
            let _ = self.renew_access_log();
        }
        Ok(Rekeyed { words: self.recovery_words(), dropped, seq })
    }

    /// Writes the file under the new key and takes that key up; on failure nothing has changed.
    fn turn_over(
        &self,
        writer: &mut Entered<'_>,
        old: &RawKey,
        new: &RawKey,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(), LedgerError> {
        let mut keyed = self.keyed.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        self.forget_readers();
        let database = self.folder.database();
        // A connection of its own: the writer stays sound when this fails.
        let turning = connect::open(&database, old, &self.schema, connect::Use::Write)?;
        let done = watched(turning, new, &database, progress);
        // Which key the file has now is asked of the file, whatever the pragma said.
        match connect::open(&database, new, &self.schema, connect::Use::Write) {
            Ok(conn) => {
                self.recorder.attach(&conn)?;
                writer.replace(conn);
                keyed.key = new.clone();
                keyed.generation += 1;
                Ok(())
            }
            Err(LedgerError::WrongKey) => Err(done.err().unwrap_or(LedgerError::DiskFull)),
            Err(error) => Err(error),
        }
    }

    /// Finishes or rolls back a re-key that was cut off, and what a step was cut off from with its `keys.json`.
    pub(crate) fn settle(&self) -> Result<(), LedgerError> {
        let conn = self.writer.enter()?;
        self.place_keys(&conn)?;
        self.settle_with(&conn)?;
        Ok(())
    }

    /// Number of the step that stands for the re-key; 0 when there was none to finish.
    fn settle_with(&self, conn: &Connection) -> Result<i64, LedgerError> {
        let key = self.key();
        let path = self.folder.keys();
        let mut seq = 0;
        if let Some(text) = meta::read(conn, PENDING)? {
            let pending: Pending = serde_json::from_str(&text).map_err(|_| LedgerError::Damaged)?;
            if unhex(&pending.old)? == key {
                conn.execute("DELETE FROM ledger_meta WHERE key = ?1", [PENDING])?;
            } else {
                seq = self.keep_step(conn, &pending)?;
            }
        }
        match Slots::load(&path) {
            Ok(mut slots) if slots.is_between() => {
                slots.settle(&key);
                slots.keep_earlier(&earlier(conn)?, &key)?;
                slots.save(&path)?;
                // The pages under the old key leave the disk; where a reader is in the way, or no room, a later one does it.
                let _ = self.empty_the_wal(conn);
            }
            Ok(_) | Err(LedgerError::KeysMissing | LedgerError::KeysDamaged) => {}
            Err(error) => return Err(error),
        }
        Ok(seq)
    }

    /// The journal's step of a re-key whose file is turned over.
    fn keep_step(&self, conn: &Connection, pending: &Pending) -> Result<i64, LedgerError> {
        let actor = Actor { id: pending.actor.clone(), name: pending.name.clone() };
        let op =
            Op { code: pending.code.clone().into(), label: pending.label.clone(), finality: Finality::Final };
        let done = self.within(conn, Kind::Do, &op, &actor, |tx| {
            earlier::keep(tx, pending.until, &pending.old)?;
            // Who had the old key opens no attachment that comes from now on.
            crate::files::renew(tx)?;
            tx.execute("DELETE FROM ledger_meta WHERE key = ?1", [PENDING])?;
            Ok::<_, LedgerError>(())
        })?;
        Ok(done.seq)
    }
}

/// Runs the rekey beside a look at how far it is: the WAL grows by a frame a page.
fn watched(
    conn: Connection,
    new: &RawKey,
    database: &Path,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), LedgerError> {
    let pages: i64 = conn.query_row("PRAGMA page_count", [], |r| r.get(0))?;
    let (pages, frame) = (pages.unsigned_abs().max(1), 4096 + 24);
    let mut wal = database.as_os_str().to_owned();
    wal.push("-wal");
    let written = || std::fs::metadata(&wal).map_or(0, |file| file.len()) / frame;
    let before = written();
    std::thread::scope(|scope| {
        let work = scope.spawn(move || connect::rekey_file(conn, new));
        while !work.is_finished() {
            std::thread::sleep(Duration::from_millis(20));
            progress(written().saturating_sub(before).min(pages - 1), pages);
        }
        progress(pages, pages);
        work.join().unwrap_or(Err(LedgerError::StepLost))
    })
}
