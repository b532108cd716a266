//! The open ledger: one writer, a pool of readers, and what can be asked of the journal.
//! Opening is in `open`, writing in `step`, taking back in `undo`, checking in `check`.

use crate::chain::Head;
use crate::doubt::Latest;
use crate::folder::{Folder, Lock};
use crate::recorder::Recorder;
use crate::schema::{Columns, journalled};
use crate::{Actor, LastCheck, LedgerError, RawKey, RecoveryWords, Schema, Setting, chain, connect, schema};
use chrono::NaiveDate;
use rusqlite::{Connection, Row, Transaction, TransactionBehavior};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::thread::{self, ThreadId};
use ts_rs::TS;

/// How many idle readers are kept.
const READERS: usize = 4;

/// An open ledger. Shared between threads by reference; it closes and unlocks when dropped.
pub struct Ledger {
    pub(crate) writer: Writer,
    readers: Mutex<Vec<Connection>>,
    pub(crate) recorder: Recorder,
    pub(crate) setting: Setting,
    pub(crate) schema: Schema,
    pub(crate) folder: Folder,
    pub(crate) keyed: RwLock<Keyed>,
    /// the connection to the access log once it was needed, and the generation of the key that it was opened in
    pub(crate) access: Mutex<Option<(u64, Connection)>>,
    ledger_id: String,
    opened_by: Option<String>,
    /// the stored columns of the journalled tables: no table changes while a ledger is open
    columns: OnceLock<Columns>,
    /// held while copies are made, read or thinned out
    copying: Mutex<()>,
    /// the day of which a copy is known to stand
    copied_on: Mutex<Option<NaiveDate>>,
    /// the latest time that a step bears, and up to which step it was looked for
    latest: Mutex<Latest>,
    /// what the last check since the opening found
    checked: Mutex<Option<LastCheck>>,
    /// attachments that came in since the opening: their rows may be on their way
    held_files: Mutex<HeldFiles>,
    // Last, so that the connections are closed before another program may come in.
    _lock: Lock,
}

/// Files that no sweep may take yet.
#[derive(Default)]
struct HeldFiles {
    /// how often each came in without a step having named it since: twice at once, each gets its own row
    waiting: BTreeMap<String, u32>,
    /// those that a step has named since the last sweep
    named: Vec<String>,
}

/// The key that the file has now, and how often it was changed: a reader of an earlier key is not kept.
pub(crate) struct Keyed {
    pub key: RawKey,
    pub generation: u64,
}

/// One row of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepRow {
    /// number in the chain
    #[ts(type = "number")]
    pub seq: i64,
    /// time at +08:00, `2026-11-16T09:00:00.000+08:00`
    pub at: String,
    /// id of the person
    pub actor_id: String,
    /// name as it stood then
    pub actor_name: String,
    /// the command
    pub op: String,
    /// what was done, in Chinese
    pub label: String,
    /// undo cannot pass it
    pub is_final: bool,
    /// `do`, `undo` or `redo`
    pub kind: String,
    /// the step that an undo or redo turns round
    #[ts(type = "number | null")]
    pub target: Option<i64>,
}

impl StepRow {
    pub(crate) const COLUMNS: &str = "seq, at, actor_id, actor_name, op, label, final, kind, target";

    /// From a row of these columns.
    pub(crate) fn of(r: &Row<'_>) -> rusqlite::Result<Self> {
        Self::of_at(r, 0)
    }

    /// The same when other columns stand before them.
    pub(crate) fn of_at(r: &Row<'_>, at: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            seq: r.get(at)?,
            at: r.get(at + 1)?,
            actor_id: r.get(at + 2)?,
            actor_name: r.get(at + 3)?,
            op: r.get(at + 4)?,
            label: r.get(at + 5)?,
            is_final: r.get(at + 6)?,
            kind: r.get(at + 7)?,
            target: r.get(at + 8)?,
        })
    }
}

/// The writing connection and the thread that has it.
pub(crate) struct Writer {
    conn: Mutex<Connection>,
    owner: Mutex<Option<ThreadId>>,
}

pub(crate) struct Entered<'a> {
    conn: MutexGuard<'a, Connection>,
    owner: &'a Mutex<Option<ThreadId>>,
}

impl Writer {
    /// Waits for the writer; a step inside a step is refused instead of waiting for ever.
    pub fn enter(&self) -> Result<Entered<'_>, LedgerError> {
        let me = Some(thread::current().id());
        if *lock(&self.owner) == me {
            return Err(LedgerError::NestedStep);
        }
        let conn = lock(&self.conn);
        *lock(&self.owner) = me;
        Ok(Entered { conn, owner: &self.owner })
    }
}

impl Entered<'_> {
    /// Another connection in place of this one, which is closed.
    pub fn replace(&mut self, conn: Connection) {
        *self.conn = conn;
    }
}

impl Deref for Entered<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.conn
    }
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        *lock(self.owner) = None;
    }
}

impl HeldFiles {
    fn let_go(&mut self, name: &str) {
        if let Some(times) = self.waiting.get_mut(name) {
            *times -= 1;
            if *times == 0 {
                self.waiting.remove(name);
            }
        }
    }
}

/// A panic in a step has rolled its transaction back by then, so what the mutex guards is whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What `open` has put together.
pub(crate) struct Parts {
    pub conn: Connection,
    pub recorder: Recorder,
    pub setting: Setting,
    pub schema: Schema,
    pub folder: Folder,
    pub key: RawKey,
    pub ledger_id: String,
    pub opened_by: Option<String>,
    pub lock: Lock,
}

/// What is left of a ledger whose connections are closed; its lock is still held.
pub(crate) struct Closed {
    pub folder: Folder,
    pub lock: Lock,
    pub key: RawKey,
    pub schema: Schema,
    pub setting: Setting,
    pub opened_by: Option<String>,
}

impl Ledger {
    pub(crate) fn assemble(parts: Parts) -> Self {
        Self {
            writer: Writer { conn: Mutex::new(parts.conn), owner: Mutex::new(None) },
            readers: Mutex::new(Vec::new()),
            recorder: parts.recorder,
            setting: parts.setting,
            schema: parts.schema,
            folder: parts.folder,
            keyed: RwLock::new(Keyed { key: parts.key, generation: 0 }),
            access: Mutex::default(),
            ledger_id: parts.ledger_id,
            opened_by: parts.opened_by,
            columns: OnceLock::new(),
            copying: Mutex::new(()),
            copied_on: Mutex::new(None),
            latest: Mutex::default(),
            checked: Mutex::new(None),
            held_files: Mutex::default(),
            _lock: parts.lock,
        }
    }

    /// The stored columns of the journalled tables, read once: hundreds of questions to the schema would cost each step that is
    /// looked at more than the step itself.
    pub(crate) fn columns(&self, conn: &Connection) -> Result<&Columns, LedgerError> {
        if let Some(known) = self.columns.get() {
            return Ok(known);
        }
        let read = journalled(conn, &self.schema)?.into_iter().collect();
        Ok(self.columns.get_or_init(|| read))
    }

    /// Closes every connection, the writer last, so that the file stands without a WAL. The lock is kept.
    pub(crate) fn close(self) -> Closed {
        drop(self.readers);
        drop(self.writer);
        let key = self.keyed.into_inner().unwrap_or_else(PoisonError::into_inner).key;
        let (folder, schema, setting) = (self.folder, self.schema, self.setting);
        Closed { folder, lock: self._lock, key, schema, setting, opened_by: self.opened_by }
    }

    /// Runs `f` on a reading connection within one read transaction: it sees one state throughout, also while
    /// a step runs.
    pub fn read<T, E: From<LedgerError>>(&self, f: impl FnOnce(&Connection) -> Result<T, E>) -> Result<T, E> {
        self.read_on(true, f)
    }

    /// The same on a connection that has read nothing yet. A full-text index keeps what it knows of its parts
    /// in the connection and asks anew only when it is searched: checked by an older one, it would be held
    /// against parts that are gone, and be called damaged.
    pub(crate) fn read_anew<T, E: From<LedgerError>>(
        &self,
        f: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        self.read_on(false, f)
    }

    fn read_on<T, E: From<LedgerError>>(
        &self,
        pooled: bool,
        f: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        // Held until the reader stands on its state of the file: a re-key may follow, but not come between.
        let keyed = self.keyed.read().unwrap_or_else(PoisonError::into_inner);
        let generation = keyed.generation;
        let idle = if pooled { lock(&self.readers).pop() } else { None };
        let conn = match idle {
            Some(conn) => conn,
            None => self.reader(&keyed.key)?,
        };
        let value = {
            let tx = Transaction::new_unchecked(&conn, TransactionBehavior::Deferred)
                .map_err(LedgerError::from)?;
            stand(&tx)?;
            drop(keyed);
            f(&tx)
        };
        let keyed = self.keyed.read().unwrap_or_else(PoisonError::into_inner);
        let mut readers = lock(&self.readers);
        if readers.len() < READERS && conn.is_autocommit() && keyed.generation == generation {
            readers.push(conn);
        }
        value
    }

    /// The key that the file has now.
    pub(crate) fn key(&self) -> RawKey {
        self.keyed.read().unwrap_or_else(PoisonError::into_inner).key.clone()
    }

    /// Closes the idle readers.
    pub(crate) fn forget_readers(&self) {
        lock(&self.readers).clear();
    }

    fn reader(&self, key: &RawKey) -> Result<Connection, LedgerError> {
        let conn = connect::open(&self.folder.database(), key, &self.schema, connect::Use::Read)?;
        // A recorder of its own, in which no step ever runs: a write by mistake hears why it is refused.
        Recorder::new(self.setting.ids.clone()).attach(&conn)?;
        Ok(conn)
    }

    /// One at a time: copies are made, listed for a sweep and thinned out by one hand.
    pub(crate) fn copying(&self) -> MutexGuard<'_, ()> {
        lock(&self.copying)
    }

    pub(crate) fn copied_on(&self) -> Option<NaiveDate> {
        *lock(&self.copied_on)
    }

    pub(crate) fn remember_check(&self, last: LastCheck) {
        *lock(&self.checked) = Some(last);
    }

    pub(crate) fn remembered_check(&self) -> Option<LastCheck> {
        lock(&self.checked).clone()
    }

    /// Keeps a file from being swept, until a step names it or it is let go.
    pub(crate) fn hold_file(&self, name: &str) {
        *lock(&self.held_files).waiting.entry(name.to_owned()).or_default() += 1;
    }

    pub(crate) fn let_file_go(&self, name: &str) {
        lock(&self.held_files).let_go(name);
    }

    pub(crate) fn holds_file(&self, name: &str) -> bool {
        lock(&self.held_files).waiting.contains_key(name)
    }

    /// Whether any file is held.
    pub(crate) fn holds_files(&self) -> bool {
        !lock(&self.held_files).waiting.is_empty()
    }

    /// A committed step names these: rows and journal keep them from now on. They are held until a sweep begins, which asks the
    /// ledger after that: one that runs already has asked before the step.
    pub(crate) fn files_are_named(&self, names: Vec<String>) {
        lock(&self.held_files).named.extend(names);
    }

    /// Lets go what steps have named, before a sweep asks what rows and journal name.
    pub(crate) fn let_named_files_go(&self) {
        let mut held = lock(&self.held_files);
        for name in std::mem::take(&mut held.named) {
            held.let_go(&name);
        }
    }

    pub(crate) fn latest(&self) -> Latest {
        lock(&self.latest).clone()
    }

    pub(crate) fn set_latest(&self, latest: Latest) {
        *lock(&self.latest) = latest;
    }

    pub(crate) fn set_copied_on(&self, day: NaiveDate) {
        *lock(&self.copied_on) = Some(day);
    }

    /// Brings what stands in the WAL into the file and empties the WAL. A reader in the way leaves the rest to a later one
    /// and is no error.
    ///
    /// Errors: `DiskFull` where the file has no room for it; nothing is lost, for it stands in the WAL.
    pub(crate) fn empty_the_wal(&self, writer: &Connection) -> Result<(), LedgerError> {
        Ok(writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Lets the writer go on in the file of another connection, set up as the writer always is. For the measure of what the
    /// encryption costs, which asks the same steps of a copy without a key; no program calls it.
    ///
    /// Errors: whatever setting the connection up refuses.
    #[doc(hidden)]
    pub fn write_on(&self, conn: Connection) -> Result<(), LedgerError> {
        connect::dress(&conn, &self.schema, connect::Use::Write)?;
        self.recorder.attach(&conn)?;
        self.writer.enter()?.replace(conn);
        Ok(())
    }

    /// A connection set up as this ledger's readers are: for the same measure, as `write_on`.
    ///
    /// Errors: whatever setting the connection up refuses.
    #[doc(hidden)]
    pub fn as_reader(&self, conn: Connection) -> Result<Connection, LedgerError> {
        connect::dress(&conn, &self.schema, connect::Use::Read)?;
        Ok(conn)
    }

    /// Keys that may open a copy of this ledger: the present one first, then those from before a change of keys.
    pub(crate) fn copy_keys(&self) -> Vec<RawKey> {
        let mut keys = vec![self.key()];
        // Newest first; where they cannot be read now, the present one still opens what it opens.
        keys.extend(self.earlier_keys().unwrap_or_default().into_iter().rev().map(|one| one.key));
        keys
    }

    pub(crate) fn set_opened_by(&mut self, owner: &Actor) {
        self.opened_by = Some(owner.id.clone());
    }

    /// Id of the person whose slot opened the ledger; `None` by recovery sheet or raw key.
    pub fn opened_by(&self) -> Option<&str> {
        self.opened_by.as_deref()
    }

    /// The ledger's folder.
    pub fn dir(&self) -> &Path {
        self.folder.path()
    }

    /// The ledger's own id, the same in all its copies.
    pub fn id(&self) -> &str {
        &self.ledger_id
    }

    /// What the recovery sheet says.
    pub fn recovery_words(&self) -> RecoveryWords {
        RecoveryWords::new(self.key())
    }

    /// The newest step and its hash.
    pub fn head(&self) -> Result<Head, LedgerError> {
        self.read(chain::head)
    }

    /// The newest rows of the journal, newest first.
    pub fn steps(&self, newest: usize) -> Result<Vec<StepRow>, LedgerError> {
        self.read(|conn| {
            let sql = format!("SELECT {} FROM journal ORDER BY seq DESC LIMIT ?1", StepRow::COLUMNS);
            let mut statement = conn.prepare_cached(&sql)?;
            let rows = statement.query_map([i64::try_from(newest).unwrap_or(i64::MAX)], StepRow::of)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Tables, indexes, views and triggers as text, for the committed snapshot of the schema.
    pub fn schema_text(&self) -> Result<String, LedgerError> {
        self.read(schema::text)
    }
}

/// Begins the reading itself; until then a deferred transaction stands on no state.
fn stand(conn: &Connection) -> Result<(), LedgerError> {
    conn.prepare_cached("SELECT count(*) FROM ledger_meta WHERE key = 'id'")?.query_row([], |_| Ok(()))?;
    Ok(())
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ledger").finish_non_exhaustive()
    }
}
