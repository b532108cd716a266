//! The journal's side inside SQLite: which step is running, and the salted digest of each change while its
//! row is being written. The triggers of `triggers` call these functions; nothing else does.

use crate::{Ids, LedgerError, error::OUTSIDE_STEP};
use rusqlite::{
    Connection, Error,
    functions::{Context, FunctionFlags},
    types::ValueRef,
};
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Shared between the writer's functions and the door.
#[derive(Clone)]
pub(crate) struct Recorder(Arc<Mutex<State>>);

struct State {
    ids: Arc<dyn Ids>,
    seq: Option<i64>,
    /// the running step erases by law
    purging: bool,
    ord: i64,
    /// where the change row now being written will stand
    place: Option<i64>,
    /// what is being hashed for it
    open: Option<(Sha256, [u8; 16])>,
    /// the second text of an update, until it is asked for
    after: Option<String>,
    salts: Salts,
}

/// Randomness fetched in bulk, for an import needs a salt a row.
struct Salts {
    bytes: [u8; 4096],
    used: usize,
}

/// A step while it runs; dropping it closes the tables again.
pub(crate) struct Running<'a>(&'a Recorder);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.seq = None;
        state.purging = false;
        state.place = None;
        state.open = None;
        state.after = None;
    }
}

impl Recorder {
    pub fn new(ids: Arc<dyn Ids>) -> Self {
        let salts = Salts { bytes: [0; 4096], used: 4096 };
        Self(Arc::new(Mutex::new(State {
            ids,
            seq: None,
            purging: false,
            ord: 0,
            place: None,
            open: None,
            after: None,
            salts,
        })))
    }

    /// Opens the journalled tables for one step.
    pub fn begin(&self, seq: i64) -> Running<'_> {
        let mut state = self.state();
        state.seq = Some(seq);
        state.ord = 0;
        // A seeded source starts each step anew: what an earlier step left over must not reach this one.
        state.salts.used = state.salts.bytes.len();
        Running(self)
    }

    /// Lets the running step erase texts of the journal.
    pub fn purge(&self) {
        self.state().purging = true;
    }

    /// Registers the functions on the writing connection.
    pub fn attach(&self, conn: &Connection) -> Result<(), LedgerError> {
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
        let me = self.clone();
        conn.create_scalar_function("change_place", 0, flags, move |_| {
            me.state().place.take().ok_or_else(out_of_order)
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_begin", 3, flags, move |call| {
            let table = call.get_raw(0).as_str()?;
            me.state().begin([table, call.get_raw(1).as_str()?, call.get_raw(2).as_str()?])?;
            Ok(table.to_owned())
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_text", 1, flags, move |call| {
            let text = call.get_raw(0).as_str()?;
            me.state().text(text)?;
            Ok(text.to_owned())
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_cells", -1, flags, move |call| {
            let (before, after) = differing(call)?;
            let mut state = me.state();
            state.text(&before)?;
            state.text(&after)?;
            state.after = Some(after);
            Ok(before)
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_after", 0, flags, move |_| {
            me.state().after.take().ok_or_else(out_of_order)
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_purging", 0, flags, move |_| {
            let state = me.state();
            Ok(state.seq.filter(|_| state.purging))
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_salt", 0, flags, move |_| {
            me.state().open.as_ref().map(|(_, salt)| salt.to_vec()).ok_or_else(out_of_order)
        })?;
        let me = self.clone();
        conn.create_scalar_function("change_digest", 0, flags, move |_| {
            let (hash, _) = me.state().open.take().ok_or_else(out_of_order)?;
            Ok(hash.finalize().to_vec())
        })?;
        Ok(())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Each function leaves the state whole before it could panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn begin(&mut self, head: [&str; 3]) -> rusqlite::Result<()> {
        let Some(seq) = self.seq else {
            return Err(Error::UserFunctionError(OUTSIDE_STEP.into()));
        };
        let salt = self.salt();
        let mut hash = Sha256::new_with_prefix(salt);
        head.into_iter().for_each(|part| field(&mut hash, part));
        self.open = Some((hash, salt));
        self.ord += 1;
        self.place = Some(first_place(seq) + self.ord);
        Ok(())
    }

    fn text(&mut self, text: &str) -> rusqlite::Result<()> {
        let (hash, _) = self.open.as_mut().ok_or_else(out_of_order)?;
        field(hash, text);
        Ok(())
    }

    fn salt(&mut self) -> [u8; 16] {
        if self.salts.used == self.salts.bytes.len() {
            self.ids.bytes(&mut self.salts.bytes);
            self.salts.used = 0;
        }
        let mut salt = [0; 16];
        salt.copy_from_slice(&self.salts.bytes[self.salts.used..self.salts.used + 16]);
        self.salts.used += 16;
        salt
    }
}

/// The two texts of an update, from a name, the old and the new value for each column: of those that differ, to
/// the byte. Values as the triggers write them elsewhere: bytes as hex.
fn differing(call: &Context<'_>) -> rusqlite::Result<(String, String)> {
    let mut texts = [String::from("{"), String::from("{")];
    for at in (0..call.len()).step_by(3) {
        let values = [call.get_raw(at + 1), call.get_raw(at + 2)];
        if values[0] == values[1] {
            continue;
        }
        let name = call.get_raw(at).as_str()?;
        for (text, value) in texts.iter_mut().zip(values) {
            if text.len() > 1 {
                text.push(',');
            }
            quote(text, name)?;
            text.push(':');
            match value {
                ValueRef::Null => text.push_str("null"),
                ValueRef::Integer(number) => text.push_str(&number.to_string()),
                ValueRef::Blob(bytes) => {
                    text.push('"');
                    text.push_str(&hex::encode_upper(bytes));
                    text.push('"');
                }
                value => quote(text, value.as_str()?)?,
            }
        }
    }
    texts.iter_mut().for_each(|text| text.push('}'));
    let [before, after] = texts;
    Ok((before, after))
}

fn quote(text: &mut String, value: &str) -> rusqlite::Result<()> {
    let quoted = serde_json::to_string(value).map_err(|e| Error::UserFunctionError(e.into()))?;
    text.push_str(&quoted);
    Ok(())
}

/// Where the changes of a step begin: its number in the upper half, their order in the lower.
pub(crate) fn first_place(seq: i64) -> i64 {
    seq << 32
}

/// Length first, so that no two different changes have the same bytes.
fn field(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_be_bytes());
    hash.update(text);
}

/// The digest of a change row: SHA-256 over salt, table, act, row, and the texts that are there.
/// The act says which of the two texts there are, so their order needs no mark.
pub(crate) fn digest(salt: &[u8], head: [&str; 3], texts: [Option<&str>; 2]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(salt);
    head.into_iter().chain(texts.into_iter().flatten()).for_each(|part| field(&mut hash, part));
    hash.finalize().into()
}

/// SQLite works out the columns of a row from left to right and its number last; were that ever to change,
/// the write fails.
fn out_of_order() -> Error {
    Error::UserFunctionError("gonghui: a change row was worked out of order".into())
}
