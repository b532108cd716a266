//! The access log (`access.db`): who looked at guarded data, when, for which purpose and about whom. A file of
//! its own, because a look is no step: an auditor, who writes nothing, leaves one all the same, and undo and
//! restore never reach it. Append-only and chained like the journal: the hash covers a salted digest of the
//! purpose, so that a purge may erase purpose and salt. What is guarded is decided above; the chain is proved in
//! `proof`, the file's structure in `structure`, the erasing in `erasing`, a log that is gone in `gaps`.

mod erasing;
mod gaps;
mod proof;
mod structure;

pub(crate) use erasing::{TABLE, ToldLook, marked, note_erasing, told};

use crate::{Actor, Ledger, LedgerError, RawKey, connect, folder, keys};
use chrono::SecondsFormat;
use gaps::{LOOK_HASH, LOOK_SEQ};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::Serialize;
use std::path::Path;
use std::sync::PoisonError;
use ts_rs::TS;

/// The shape of the file, by number. Released ones are never edited.
const SHAPES: [&str; 2] =
    [include_str!("../../sql/access_0001.sql"), include_str!("../../sql/access_0002.sql")];

/// One look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Look {
    /// number in the chain
    #[ts(type = "number")]
    pub seq: i64,
    /// time at +08:00
    pub at: String,
    /// name of who looked, as it stood then
    pub actor_name: String,
    /// what was done: the command, `members.get`
    pub kind: String,
    /// why, in the person's own words; empty once erased
    pub purpose: String,
    /// ids of the records that were shown in full; empty for the unlocking itself
    pub subjects: Vec<String>,
    /// the purge that erased the purpose, as the present chain numbers it
    #[ts(type = "number | null")]
    pub erased_by: Option<i64>,
}

impl Ledger {
    /// Keeps a look. It is on the disk when this returns: what cannot be recorded is not shown.
    pub fn record_look(
        &self,
        actor: &Actor,
        kind: &str,
        purpose: &str,
        subjects: &[String],
    ) -> Result<(), LedgerError> {
        let at = self.setting.clock.now().to_rfc3339_opts(SecondsFormat::Millis, false);
        let subjects = serde_json::to_string(subjects).map_err(|e| LedgerError::Io(e.into()))?;
        let known = self.known_look()?;
        let (seq, hash) = self.access_or_anew(|conn| {
            let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
            let (seq, prev) = gaps::going_on(&tx, known.as_ref())?;
            let salt = keys::random::<16>()?;
            let digest = proof::digest(salt.as_ref(), purpose);
            let texts = [at.as_str(), &actor.id, &actor.name, kind, &subjects];
            let hash = proof::hash(seq + 1, texts, &digest, &prev);
            tx.prepare_cached(
                "INSERT INTO look (seq, at, actor_id, actor_name, kind, subjects, purpose, prev_hash, hash, salt,
                   digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute((
                seq + 1,
                texts[0],
                texts[1],
                texts[2],
                texts[3],
                texts[4],
                purpose,
                prev,
                hash.as_slice(),
                salt.as_slice(),
                digest.as_slice(),
            ))?;
            tx.commit()?;
            Ok((seq + 1, hex::encode(hash)))
        })?;
        // The ledger knows the newest look, so that a log that was taken away or cut short is missed.
        self.set_notes(&[(LOOK_SEQ, &seq.to_string()), (LOOK_HASH, &hash)])
    }

    /// The looks, newest first: those before `before` (a number in the chain), at most `limit`, and of one
    /// record only when `subject` names it. Errors: `LooksDamaged`, for an empty list would tell a lie.
    pub fn looks(
        &self,
        before: Option<i64>,
        subject: Option<&str>,
        limit: u32,
    ) -> Result<Vec<Look>, LedgerError> {
        let read = self.access(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT seq, at, actor_name, kind, purpose, subjects, erased_by FROM look
                 WHERE (?1 IS NULL OR seq < ?1)
                   AND (?2 IS NULL OR EXISTS (SELECT 1 FROM json_each(subjects) WHERE value = ?2))
                 ORDER BY seq DESC LIMIT ?3",
            )?;
            let rows = statement.query_map((before, subject, limit), |row| {
                let subjects: String = row.get(5)?;
                Ok(Look {
                    seq: row.get(0)?,
                    at: row.get(1)?,
                    actor_name: row.get(2)?,
                    kind: row.get(3)?,
                    purpose: row.get(4)?,
                    // Written by this program; what cannot be read is found by the check.
                    subjects: serde_json::from_str(&subjects).unwrap_or_default(),
                    erased_by: row.get(6)?,
                })
            })?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        });
        let mut looks = read.map_err(|why| match why {
            LedgerError::Damaged => LedgerError::LooksDamaged,
            other => other,
        })?;
        // The journal numbers its steps, and after a restore another journal does.
        for look in looks.iter_mut().filter(|look| look.erased_by.is_some()) {
            look.erased_by = self.read(|conn| erasing::step_of(conn, look.seq))?;
        }
        Ok(looks)
    }

    /// Brings the access log under the key that the ledger has now. Done by itself at the next look; after a
    /// re-key it is asked for at once, so that the old key opens neither file.
    pub fn renew_access_log(&self) -> Result<(), LedgerError> {
        self.access_or_anew(|_| Ok(()))
    }

    /// Copies the access log to a file that is not there yet; nothing when nobody ever looked. One that cannot be
    /// read is copied as it stands: it keeps no copy of the ledger from being made.
    pub(crate) fn copy_access(&self, to: &Path) -> Result<(), LedgerError> {
        if !self.folder.access().exists() {
            return Ok(());
        }
        let copied = self.access(|conn| {
            conn.execute("VACUUM INTO ?1", [to.to_string_lossy()])?;
            Ok(())
        });
        if let Err(LedgerError::Damaged) = copied {
            std::fs::copy(self.folder.access(), to)?;
            return Ok(());
        }
        copied
    }

    fn access<T>(&self, f: impl FnOnce(&Connection) -> Result<T, LedgerError>) -> Result<T, LedgerError> {
        let mut held = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, generation) = {
            let keyed = self.keyed.read().unwrap_or_else(PoisonError::into_inner);
            (keyed.key.clone(), keyed.generation)
        };
        let conn = match held.take() {
            Some((opened_in, conn)) if opened_in == generation => conn,
            // Closed first: the file is turned over to the new key by a connection of its own.
            _ => self.open_access(&key)?,
        };
        let (_, conn) = held.insert((generation, conn));
        f(conn)
    }

    fn open_access(&self, key: &RawKey) -> Result<Connection, LedgerError> {
        let path = self.folder.access();
        if !path.exists() {
            self.make_access(key)?;
        }
        let open = |key: &RawKey| connect::open(&path, key, &self.schema, connect::Use::Write);
        let conn = match open(key) {
            Err(LedgerError::WrongKey) => {
                // From before a re-key that was cut off between the two files.
                let earlier = self.earlier_keys()?;
                let old = earlier.iter().rev().find(|earlier| connect::key_fits(&path, &earlier.key));
                let old = old.ok_or(LedgerError::Damaged)?;
                connect::rekey_file(open(&old.key)?, key)?;
                open(key)?
            }
            opened => opened?,
        };
        // What a purge erases is overwritten.
        conn.execute_batch("PRAGMA secure_delete = ON")?;
        shape(&conn)?;
        Ok(conn)
    }

    /// Made beside its place and renamed, so that a kill leaves a whole file or none.
    fn make_access(&self, key: &RawKey) -> Result<(), LedgerError> {
        let (path, part) = (self.folder.access(), self.folder.access().with_extension("part"));
        if part.exists() {
            std::fs::remove_file(&part)?;
        }
        let conn = connect::open(&part, key, &self.schema, connect::Use::Create)?;
        shape(&conn)?;
        // Without a WAL the file alone is the whole of it.
        conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        conn.close().map_err(|(_, error)| error)?;
        std::fs::rename(&part, &path)?;
        folder::sync_dir(self.folder.path())
    }
}

/// Brings the file to the newest shape, all or nothing; refuses a newer one.
fn shape(conn: &Connection) -> Result<(), LedgerError> {
    let version: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let version = version as usize;
    if version > SHAPES.len() {
        return Err(LedgerError::Newer {
            file: format!("access {version}"),
            program: format!("access {}", SHAPES.len()),
        });
    }
    if version < SHAPES.len() {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        for sql in &SHAPES[version..] {
            tx.execute_batch(sql)?;
        }
        tx.pragma_update(None, "user_version", SHAPES.len() as i64)?;
        tx.commit()?;
    }
    Ok(())
}
