//! What the chain has erased by law, held against another state of the same ledger: a copy from before a purge
//! still holds it. Telling how much, and erasing it again where such a copy is put back. The erasing itself is
//! `purge`, which copies there are `backup`.

use crate::access::ToldLook;
use crate::recorder::first_place;
use crate::schema::journalled;
use crate::triggers::ident;
use crate::{Actor, Ledger, LedgerError, Op, Schema, Tx, access};
use rusqlite::{Connection, OptionalExtension, Params};
use std::collections::{BTreeMap, BTreeSet};

/// Table and id.
type RowId = (String, String);

/// What the mark of an erased row says, as JSON, where its entry was taken back before.
pub(crate) const TAKEN_BACK: &str = "\"takenBack\"";

/// What one step erases.
pub(crate) struct Erasing<'a> {
    pub rows: &'a [(&'a str, &'a str)],
    /// looks in the access log
    pub looks: &'a BTreeSet<i64>,
    /// whether the entry of such a row was taken back before
    pub taken_back: &'a dyn Fn(&(String, String)) -> bool,
}

/// A row that is erased again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// the table
    pub table: String,
    /// the row's id
    pub id: String,
    /// whether its entry had been taken back when it was erased first
    pub taken_back: bool,
}

/// What clears away around rows that are erased again (drafts that speak of them), within the erasing step.
pub type Around<'a, E> = &'a dyn Fn(&Tx<'_>, &[Erased]) -> Result<(), E>;

/// How a row was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
struct How {
    reason: String,
    taken_back: bool,
}

/// Rows that purges have erased, each with the reason of its purge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasures {
    rows: BTreeMap<RowId, How>,
    /// looks in the access log whose texts went with them
    looks: BTreeSet<i64>,
    /// the same of other files, whose looks under these numbers may be others
    looks_elsewhere: BTreeSet<ToldLook>,
}

impl Erasures {
    /// Everything that the chain of this file has erased. A row that stands again under its id is not meant.
    pub(crate) fn of(conn: &Connection) -> Result<Self, LedgerError> {
        Self::marked(conn, "", [])
    }

    /// What one step erased.
    pub(crate) fn of_step(conn: &Connection, seq: i64) -> Result<Self, LedgerError> {
        Self::marked(conn, "AND c.place >= ?1 AND c.place < ?2", [first_place(seq), first_place(seq + 1)])
    }

    fn marked(conn: &Connection, which: &str, params: impl Params) -> Result<Self, LedgerError> {
        let mut statement = conn.prepare(&format!(
            "SELECT c.tbl, c.row_id, j.label, c.after IS '{TAKEN_BACK}' FROM change c JOIN journal j ON j.seq = c.place >> 32
             WHERE c.act = 'erase' AND c.tbl <> '{}' {which} ORDER BY c.place",
            access::TABLE
        ))?;
        let mut marks = statement.query(params)?;
        let mut rows = BTreeMap::new();
        while let Some(mark) = marks.next()? {
            let row: RowId = (mark.get(0)?, mark.get(1)?);
            let label: String = mark.get(2)?;
            if !stands(conn, &row)? {
                let reason = label.split_once('：').map_or(label.as_str(), |(_, why)| why).to_owned();
                rows.insert(row, How { reason, taken_back: mark.get(3)? });
            }
        }
        Ok(Self { rows, ..Self::default() })
    }

    /// Adds looks whose texts were erased in another file of the same ledger.
    pub(crate) fn tell_looks(&mut self, looks: BTreeSet<ToldLook>) {
        self.looks_elsewhere.extend(looks);
    }

    /// Adds what another file of the same ledger knows.
    pub(crate) fn join(&mut self, other: Self) {
        self.rows.extend(other.rows);
        self.looks.extend(other.looks);
        self.looks_elsewhere.extend(other.looks_elsewhere);
    }

    /// The rows of which this file still holds the row itself or a text in its journal.
    fn held(&self, conn: &Connection) -> Result<BTreeSet<RowId>, LedgerError> {
        // A copy may be from before rows could be erased by law.
        let marks =
            conn.prepare("SELECT 1 FROM pragma_table_info('change') WHERE name = 'erased_by'")?.exists([])?;
        let whole = if marks { "AND erased_by IS NULL" } else { "" };
        let mut told = conn.prepare(&format!(
            "SELECT 1 FROM change WHERE substr(row_id, -8) = substr(?2, -8) AND row_id = ?2 AND tbl = ?1
               AND act <> 'erase' {whole} LIMIT 1"
        ))?;
        let stand = standing(conn, self.rows.keys())?;
        let mut held = BTreeSet::new();
        for row in self.rows.keys() {
            if stand.contains(row) || told.exists((&row.0, &row.1))? {
                held.insert(row.clone());
            }
        }
        Ok(held)
    }

    /// Whether this file still holds anything of it.
    pub(crate) fn stands_in(&self, conn: &Connection) -> Result<bool, LedgerError> {
        Ok(!self.held(conn)?.is_empty())
    }

    /// How many records this file still holds. What belongs to a record that goes too is not counted again.
    pub(crate) fn records_in(&self, conn: &Connection) -> Result<u64, LedgerError> {
        let held = self.held(conn)?;
        let mut count = 0;
        for (table, id) in &held {
            let mut part = false;
            for reference in references(conn, table)? {
                let sql = format!("SELECT {} FROM {} WHERE id = ?1", ident(&reference.column), ident(table));
                let to: Option<Option<String>> = conn.query_row(&sql, [id], |r| r.get(0)).optional()?;
                part |= to.flatten().is_some_and(|to| held.contains(&(reference.to.clone(), to)));
            }
            count += u64::from(!part);
        }
        Ok(count)
    }

    /// The reasons, each once, as one label may name them.
    fn reasons(&self, held: &BTreeSet<RowId>) -> String {
        let all: BTreeSet<&str> =
            held.iter().filter_map(|row| self.rows.get(row)).map(|how| how.reason.as_str()).collect();
        if all.is_empty() {
            "查阅记录".to_owned()
        } else {
            all.into_iter().collect::<Vec<_>>().join("、")
        }
    }
}

impl Ledger {
    /// What the present chain has erased, with the looks that went with it.
    pub(crate) fn erasures(&self) -> Result<Erasures, LedgerError> {
        let mut all = self.read(Erasures::of)?;
        let ids: Vec<&str> = all.rows.keys().map(|(_, id)| id.as_str()).collect();
        all.looks = self.looks_of(&ids)?;
        Ok(all)
    }

    /// The looks that are erased and those at these rows. A log that cannot be read is for the check to tell; it
    /// keeps no ledger from being put back.
    fn looks_of(&self, ids: &[&str]) -> Result<BTreeSet<i64>, LedgerError> {
        match (self.erased_looks(), self.looks_about(ids, &|_| false)) {
            (Err(LedgerError::Damaged), _) => Ok(BTreeSet::new()),
            (erased, about) => Ok(&erased? | &about?),
        }
    }

    /// Those of the looks erased in other files that this log holds too. One that cannot be read, as for `looks_of`.
    fn looks_as_told(&self, erasures: &Erasures) -> Result<BTreeSet<i64>, LedgerError> {
        match self.looks_alike(&erasures.looks_elsewhere) {
            Err(LedgerError::Damaged) => Ok(BTreeSet::new()),
            alike => alike,
        }
    }

    /// Erases again what stands here though it was erased elsewhere, in one final step whose label ends with the
    /// reasons. What refers to such a row loses the reference, or goes with it where it cannot be without.
    /// Returns the step; `None` when nothing of it is here.
    pub fn clear_again<E: From<LedgerError>>(
        &self,
        erasures: &Erasures,
        op: &Op,
        actor: &Actor,
        around: Around<'_, E>,
    ) -> Result<Option<i64>, E> {
        let (held, looks) = self.read(|conn| {
            let tables: BTreeSet<String> =
                journalled(conn, &self.schema)?.into_iter().map(|(name, _)| name).collect();
            let mut held = erasures.held(conn)?;
            held.retain(|(table, _)| tables.contains(table));
            let ids: Vec<&str> = held.iter().map(|(_, id)| id.as_str()).collect();
            let mut looks = erasures.looks.clone();
            looks.extend(self.looks_of(&ids)?);
            looks.extend(self.looks_as_told(erasures)?);
            let known = access::marked(conn)?;
            Ok::<_, LedgerError>((held, looks.difference(&known).copied().collect::<BTreeSet<_>>()))
        })?;
        if held.is_empty() && looks.is_empty() {
            return Ok(None);
        }
        let rows: Vec<(&str, &str)> = held.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
        let own: Vec<RowId> = held.iter().cloned().collect();
        let taken_back = |row: &RowId| erasures.rows.get(row).is_some_and(|how| how.taken_back);
        let erased: Vec<Erased> = held
            .iter()
            .map(|row| Erased { table: row.0.clone(), id: row.1.clone(), taken_back: taken_back(row) })
            .collect();
        let what = Erasing { rows: &rows, looks: &looks, taken_back: &taken_back };
        let done = self.purging(op, actor, &erasures.reasons(&held), &what, &mut |_, _| true, |tx| {
            around(tx, &erased)?;
            release(tx, &self.schema, &own)?;
            Ok::<_, E>(())
        })?;
        Ok(Some(done.seq))
    }
}

/// A column that names a row of another table by its id.
struct Reference {
    column: String,
    to: String,
    needed: bool,
}

fn references(conn: &Connection, table: &str) -> Result<Vec<Reference>, LedgerError> {
    let mut statement = conn.prepare_cached(
        "SELECT f.\"from\", f.\"table\", c.\"notnull\" OR c.pk > 0 FROM pragma_foreign_key_list(?1) f
         JOIN pragma_table_info(?1) c ON c.name = f.\"from\"
         WHERE f.\"to\" IS NULL OR f.\"to\" = 'id'",
    )?;
    let found = statement
        .query_map([table], |r| Ok(Reference { column: r.get(0)?, to: r.get(1)?, needed: r.get(2)? }))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Lets go of the rows that are about to be erased: the copy may hold references which were taken away, or rows
/// which were deleted, before the purge came.
fn release(tx: &Tx<'_>, schema: &Schema, rows: &[RowId]) -> Result<(), LedgerError> {
    let mut referring = Vec::new();
    for (table, _) in journalled(tx, schema)? {
        for reference in references(tx, &table)? {
            referring.push((table.clone(), reference));
        }
    }
    let mut gone: BTreeSet<RowId> = rows.iter().cloned().collect();
    let mut open: Vec<RowId> = rows.to_vec();
    while let Some((table, id)) = open.pop() {
        for (from, reference) in referring.iter().filter(|(_, reference)| reference.to == table) {
            let (name, column) = (ident(from), ident(&reference.column));
            let mut statement = tx.prepare_cached(&format!("SELECT id FROM {name} WHERE {column} = ?1"))?;
            let found = statement.query_map([&id], |r| r.get(0))?.collect::<Result<Vec<String>, _>>()?;
            for row in found {
                if gone.contains(&(from.clone(), row.clone())) {
                    continue;
                }
                if reference.needed {
                    tx.execute(&format!("DELETE FROM {name} WHERE id = ?1"), [&row])?;
                    gone.insert((from.clone(), row.clone()));
                    open.push((from.clone(), row));
                } else {
                    tx.execute(&format!("UPDATE {name} SET {column} = NULL WHERE id = ?1"), [&row])?;
                }
            }
        }
    }
    Ok(())
}

/// Whether the row is in its table, in a file that may be older than the table.
pub(crate) fn stands(conn: &Connection, (table, id): &RowId) -> Result<bool, LedgerError> {
    let there = conn
        .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?
        .exists([table])?;
    Ok(there
        && conn.prepare_cached(&format!("SELECT 1 FROM {} WHERE id = ?1", ident(table)))?.exists([id])?)
}

/// The ids of rows by the tables they are in.
pub(crate) fn by_table<'a>(rows: impl IntoIterator<Item = &'a RowId>) -> BTreeMap<&'a str, Vec<&'a str>> {
    let mut tables: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (table, id) in rows {
        tables.entry(table).or_default().push(id);
    }
    tables
}

/// Which of these ids are in the table; none in a file that may be older than the table.
pub(crate) fn standing_in(
    conn: &Connection,
    table: &str,
    ids: &[&str],
) -> Result<BTreeSet<String>, LedgerError> {
    let there = conn
        .prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?
        .exists([table])?;
    if !there {
        return Ok(BTreeSet::new());
    }
    let ids = ids.iter().copied().collect::<serde_json::Value>().to_string();
    let sql = format!("SELECT id FROM {} WHERE id IN (SELECT value FROM json_each(?1))", ident(table));
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([ids], |r| r.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Those of the rows that are in their tables, asked once a table however many they are.
pub fn standing<'a>(
    conn: &Connection,
    rows: impl IntoIterator<Item = &'a RowId>,
) -> Result<BTreeSet<RowId>, LedgerError> {
    let mut stand = BTreeSet::new();
    for (table, ids) in by_table(rows) {
        stand.extend(standing_in(conn, table, &ids)?.into_iter().map(|id| (table.to_owned(), id)));
    }
    Ok(stand)
}
