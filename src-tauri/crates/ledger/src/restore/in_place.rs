//! Putting a copy in the place of the open ledger. It is made ready in a neighbour folder, restore step and
//! all, and what was erased by law since is erased again there; the present ledger is kept as a copy; then one rename swaps the
//! file. A kill at any moment leaves the old ledger or the new one, whole. `keys.json`, the access log and the attachments stay as
//! they are; those of the copy that are not here come along (`along`).

use super::inside::{turn, whole};
use super::source::Source;
use crate::folder::{self, Folder};
use crate::ledger::Closed;
use crate::{Actor, Around, Finality, Head, Ledger, LedgerError, Op, Tx, Watch, connect, files, notes, open};
use std::fs;
use std::path::{Path, PathBuf};

/// A ledger that was put back.
#[derive(Debug)]
pub struct Restored {
    /// the ledger, open as before
    pub ledger: Ledger,
    /// where the ledger as it was is kept: restoring that takes this back
    pub kept: PathBuf,
    /// the restore's own step, or the one after it that erased again
    pub head: Head,
}

/// Nothing was restored, and why. The ledger is handed back as it was.
#[derive(Debug)]
pub struct NotRestored<E> {
    /// why
    pub error: E,
    /// the ledger; `None` when even the old file does not open any more
    pub ledger: Option<Ledger>,
}

impl Ledger {
    /// Puts `copy` in the place of this ledger, as a final step of the chain that the copy holds. `carry` runs
    /// in that step, for what must not go back in time (people and their rights). What the present chain has
    /// erased by law is erased again, in a final step of its own, the op of `again`; its second half clears away
    /// what is around those rows. No one else may hold the ledger meanwhile, which is why it is taken and handed
    /// back.
    ///
    /// Errors: `CopyOfAnother`, `Newer`, `Damaged` for the copy; `CopyNoRoom`, `Cancelled`; whatever `carry`
    /// refuses. In all of them the ledger is as it was.
    pub fn restore<E: From<LedgerError>>(
        self,
        copy: &Path,
        op: &Op,
        actor: &Actor,
        carry: impl FnOnce(&Tx<'_>) -> Result<(), E>,
        again: (&Op, Around<'_, E>),
        watch: Watch<'_>,
    ) -> Result<Restored, Box<NotRestored<E>>> {
        let prepared = self.prepare(copy, op, actor, carry, again, watch);
        let kept = prepared.and_then(|head| {
            let _one = self.copying();
            let made = self.own_copy("-before-restore", watch)?;
            // A full disk is told here by its name: closing could only leave the WAL, which `swap` takes for a busy ledger.
            {
                let writer = self.writer.enter()?;
                self.empty_the_wal(&writer)?;
            }
            Ok((head, made.dir))
        });
        let neighbour = self.folder.restoring();
        match kept {
            Ok((head, kept)) => match self.swap(&neighbour) {
                Ok(ledger) => Ok(Restored { ledger, kept, head }),
                Err(not) => Err(Box::new(NotRestored { error: not.error.into(), ledger: not.ledger })),
            },
            Err(error) => {
                // What cannot go now is swept at the next opening.
                let _ = fs::remove_dir_all(neighbour.path());
                Err(Box::new(NotRestored { error, ledger: Some(self) }))
            }
        }
    }

    /// Makes the copy ready beside the ledger. Returns its newest step.
    fn prepare<E: From<LedgerError>>(
        &self,
        copy: &Path,
        op: &Op,
        actor: &Actor,
        carry: impl FnOnce(&Tx<'_>) -> Result<(), E>,
        again: (&Op, Around<'_, E>),
        watch: Watch<'_>,
    ) -> Result<Head, E> {
        let neighbour = self.folder.restoring();
        self.folder.sweep_restoring();
        self.finish_erasing()?;
        let erasures = self.erasures()?;
        folder::private(neighbour.path())?;
        let source = Source::at(copy)?;
        let total = source.bytes();
        let key = source.fitting(&self.copy_keys(), &self.schema)?;
        let mut look = |done: u64| watch(done.min(total), total);
        source.copy_to(&neighbour.database(), &mut look)?;
        {
            let mut conn = connect::read_only(&neighbour.database(), &key)?;
            (self.schema.functions)(&conn).map_err(LedgerError::from)?;
            whole(&mut conn, &source, watch)?;
            if crate::meta::read(&conn, "id")?.as_deref() != Some(self.id()) {
                return Err(LedgerError::CopyOfAnother.into());
            }
        }
        let present = self.key();
        turn(&neighbour, &key, &present, &self.schema)?;
        {
            let conn = connect::open(&neighbour.database(), &present, &self.schema, connect::Use::Write)?;
            self.read(|now| notes::carry(now, &conn))?;
        }
        let lock = neighbour.lock()?;
        let by = self.opened_by().map(str::to_owned);
        let ready = open::open_locked(neighbour, lock, &[present], &self.schema, &self.setting, by)?;
        let op = Op { finality: Finality::Final, ..op.clone() };
        ready.step(&op, actor, carry)?;
        ready.clear_again(&erasures, again.0, actor, again.1)?;
        // Asked now: what only erased rows named stays where it is.
        let names = ready.read(|conn| files::referred(conn, &self.schema))?;
        self.take_over(&source.files(), &names, watch)?;
        {
            let writer = ready.writer.enter()?;
            ready.empty_the_wal(&writer)?;
        }
        Ok(ready.head()?)
    }

    /// Closes the ledger, puts the neighbour's file in its place and opens it.
    fn swap(self, neighbour: &Folder) -> Result<Ledger, Box<NotRestored<LedgerError>>> {
        let parts = self.close();
        let swapped = (|| {
            for folder in [neighbour, &parts.folder] {
                // A WAL that stayed would be read into the wrong file.
                if fs::metadata(folder.path().join("ledger.db-wal")).is_ok_and(|wal| wal.len() > 0) {
                    return Err(LedgerError::Busy);
                }
            }
            let new = neighbour.database();
            fs::File::options().write(true).open(&new)?.sync_all()?;
            for rest in ["ledger.db-wal", "ledger.db-shm"] {
                let path = parts.folder.path().join(rest);
                if path.exists() {
                    fs::remove_file(path)?;
                }
            }
            fs::rename(new, parts.folder.database())?;
            folder::sync_dir(parts.folder.path())
        })();
        parts.folder.sweep_restoring();
        let Closed { folder, lock, key, schema, setting, opened_by } = parts;
        let opened = open::open_locked(folder, lock, &[key], &schema, &setting, opened_by);
        match (swapped, opened) {
            (Ok(()), Ok(ledger)) => Ok(ledger),
            (Ok(()), Err(error)) => Err(Box::new(NotRestored { error, ledger: None })),
            (Err(error), opened) => Err(Box::new(NotRestored { error, ledger: opened.ok() })),
        }
    }
}
