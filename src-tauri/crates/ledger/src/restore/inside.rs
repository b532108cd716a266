//! What stands in a copy: opened with whichever key fits, every page checked, counted for a person to decide by. Also
//! giving a copy that is made ready the key of the ledger. Putting it in its place is `in_place` and `bring`.

use super::source::{Source, copies};
use crate::folder::Folder;
use crate::{
    Erasures, Head, Ids, Ledger, LedgerError, RawKey, Schema, Watch, check, connect, meta, migrate, sound,
};
use chrono::NaiveDateTime;
use rusqlite::Connection;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use ts_rs::TS;

/// What stands in a copy, for a person to decide by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Inside {
    /// the copy's folder
    pub dir: PathBuf,
    /// id of the ledger that it is a copy of
    pub ledger: String,
    /// the newest step
    pub head: Head,
    /// its label
    pub last_step: String,
    /// its time, RFC 3339
    pub last_at: String,
    /// records by kind
    pub counts: Vec<Counted>,
    /// attachments that rows name
    #[ts(type = "number")]
    pub files: u64,
    /// those of them that do not lie beside the copy
    #[ts(type = "number")]
    pub files_missing: u64,
    /// records that were erased by law since, as far as is known, and will be erased again
    #[ts(type = "number")]
    pub erased: u64,
    /// what of its structure was altered, 改了视图 live_person: the counts, and what pages would show of it, are not to be relied on
    pub altered: Option<String>,
}

/// How many of one kind of record there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Counted {
    /// the word of the schema, 会员
    pub name: String,
    /// how many
    #[ts(type = "number")]
    pub count: u64,
}

impl Ledger {
    /// What stands in a copy of this ledger, or of another one with the same key; of a stick or a folder of copies, in the newest
    /// that is whole. Every page is checked.
    /// Errors: `NotALedger` where there is no copy; `Damaged` for a copy that is not whole, `WrongKey` for one of another ledger,
    /// of several that of the newest; `Newer` where the newest was made by a newer program: an older one beside it is not shown in
    /// its place, it lacks what was done since; `Cancelled`.
    pub fn look_into(&self, place: &Path, watch: Watch<'_>) -> Result<Inside, LedgerError> {
        let _one = self.copying();
        let erasures = self.read(Erasures::of)?;
        let keys = self.copy_keys();
        let mut trouble = None;
        for copy in chosen(place, &keys, self.local_now()) {
            let found = match Source::at(&copy) {
                Ok(source) => inside(&source, &keys, (&self.schema, &self.setting.ids), &erasures, watch),
                Err(error) => Err(error),
            };
            match found {
                Ok(inside) => return Ok(inside),
                Err(error @ (LedgerError::Cancelled | LedgerError::Newer { .. })) => return Err(error),
                Err(error) => trouble = trouble.or(Some(error)),
            }
        }
        Err(trouble.unwrap_or(LedgerError::NotALedger))
    }

    /// The copy that a restore from this place takes: the place itself where it is one, else the newest whole one in it.
    ///
    /// Errors: as `look_into`.
    pub fn copy_in(&self, place: &Path, watch: Watch<'_>) -> Result<PathBuf, LedgerError> {
        if Folder::existing(place).is_ok() {
            return Ok(place.to_owned());
        }
        Ok(self.look_into(place, watch)?.dir)
    }

    /// What of the structure of a copy was altered, as `Inside` tells it, without reading its pages. Errors: those of a copy that does
    /// not open; `Newer`.
    pub fn altered_copy(&self, copy: &Path) -> Result<Option<String>, LedgerError> {
        self.in_copy(copy, |conn| {
            let version = migrate::known(conn, &self.schema)?;
            check::of_copy(conn, (&self.schema, &self.setting.ids), version)
        })
    }

    /// The number of the newest step of a copy, without reading its pages. Errors: those of a copy that does not open.
    pub fn steps_of_copy(&self, copy: &Path) -> Result<i64, LedgerError> {
        self.in_copy(copy, |conn| Ok(crate::chain::head(conn)?.seq))
    }

    fn in_copy<T>(
        &self,
        copy: &Path,
        read: impl FnOnce(&Connection) -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        let _one = self.copying();
        let source = Source::at(copy)?;
        let key = source.fitting(&self.copy_keys(), &self.schema)?;
        let conn = source.open(&key, &self.schema)?;
        read(&conn)
    }
}

/// The copies that a place stands for: itself where it is one, else those in it, the newest first.
fn chosen(place: &Path, keys: &[RawKey], now: NaiveDateTime) -> Vec<PathBuf> {
    if Folder::existing(place).is_ok() { vec![place.to_owned()] } else { copies(place, keys, now) }
}

impl Ledger {
    /// Whether every page of a copy is as it was written. Errors: `Damaged` where one is not; `Cancelled`; those of a copy that
    /// does not open.
    pub(crate) fn pages_hold(&self, copy: &Path, watch: Watch<'_>) -> Result<(), LedgerError> {
        let _one = self.copying();
        let source = Source::at(copy)?;
        let key = source.fitting(&self.copy_keys(), &self.schema)?;
        let mut conn = source.open(&key, &self.schema)?;
        let total = source.bytes();
        crate::watch::watched(&mut conn, &mut || watch(0, total), |conn| {
            let bad = conn.prepare("PRAGMA cipher_integrity_check")?.exists([])?;
            if bad { Err(LedgerError::Damaged) } else { Ok(()) }
        })
    }
}

/// Opens a copy with whichever key fits, checks it and counts. One that a newer program made is refused before it is read through:
/// what it holds cannot be told by this one, and a restore would refuse it too.
pub(super) fn inside(
    source: &Source,
    keys: &[RawKey],
    (schema, ids): (&Schema, &Arc<dyn Ids>),
    erasures: &Erasures,
    watch: Watch<'_>,
) -> Result<Inside, LedgerError> {
    let key = source.fitting(keys, schema)?;
    let mut conn = source.open(&key, schema)?;
    let version = migrate::known(&conn, schema)?;
    whole(&mut conn, source, watch)?;
    let head = crate::chain::head(&conn)?;
    let newest = "SELECT label, at FROM journal ORDER BY seq DESC LIMIT 1";
    let (last_step, last_at) = conn.query_row(newest, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let counts = schema.counts.iter().filter_map(|(name, sql)| {
        // A copy from before a migration may lack the table: then there is nothing to count.
        let count = conn.query_row(sql, [], |r| r.get::<_, i64>(0)).ok()?;
        Some(Counted { name: (*name).to_owned(), count: count.unsigned_abs() })
    });
    let counts = counts.collect();
    let named = crate::files::named(&conn, schema)?;
    let missing = named.iter().filter(|name| !source.files().join(name).is_file()).count();
    Ok(Inside {
        dir: source.dir().to_owned(),
        ledger: meta::read(&conn, "id")?.ok_or(LedgerError::NotALedger)?,
        head,
        last_step,
        last_at,
        counts,
        files: named.len() as u64,
        files_missing: missing as u64,
        erased: erasures.records_in(&conn)?,
        altered: check::of_copy(&conn, (schema, ids), version)?,
    })
}

/// Pages, references and the chain of a copy; anything that is not as it was written is `Damaged`.
pub(super) fn whole(conn: &mut Connection, source: &Source, watch: Watch<'_>) -> Result<(), LedgerError> {
    let total = source.bytes();
    crate::watch::watched(conn, &mut || watch(0, total), |conn| {
        // Free pages too: they say nothing, but the first step of the ledger to come would be written over them.
        let bad = conn.prepare("PRAGMA cipher_integrity_check")?.exists([])?;
        if bad {
            return Err(LedgerError::Damaged);
        }
        sound::verify(conn)?;
        if check::chain_holds(conn)? { Ok(()) } else { Err(LedgerError::Damaged) }
    })
}

/// Gives a prepared file the key that the ledger has now; one that has it already is left alone.
pub(super) fn turn(folder: &Folder, from: &RawKey, to: &RawKey, schema: &Schema) -> Result<(), LedgerError> {
    if from == to {
        return Ok(());
    }
    let conn = connect::open(&folder.database(), from, schema, connect::Use::Write)?;
    connect::rekey_file(conn, to)?;
    // A rekey that failed says nothing: which key the file has now is asked of the file.
    if connect::key_fits(&folder.database(), to) { Ok(()) } else { Err(LedgerError::DiskFull) }
}
