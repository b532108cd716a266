//! Bringing a file to the program's schema: all due migrations in one transaction, after a checked backup,
//! as a final step of the journal. A newer file is refused before it is touched.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::chain::{self, Entry};
use crate::folder::Folder;
use crate::recorder::Recorder;
use crate::schema::journalled;
use crate::{Actor, Ids, LedgerError, RawKey, Schema, Setting, backup, connect, meta, sound, triggers};
use chrono::SecondsFormat;
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// The ledger's own tables and the shape of its generated triggers, by number. Released ones are never edited.
const OWN: [&str; 3] = [
    include_str!("../sql/0001_journal.sql"),
    include_str!("../sql/0002_history.sql"),
    include_str!("../sql/0003_changes_of_a_row.sql"),
];

/// The file's own format and schema number.
fn versions(conn: &Connection) -> Result<(usize, u32), LedgerError> {
    let stands: bool =
        conn.query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'ledger_meta'", [], |r| r.get(0))?;
    if !stands {
        return Err(LedgerError::NotALedger);
    }
    let own = meta::read(conn, "format")?.and_then(|v| v.parse().ok()).ok_or(LedgerError::Damaged)?;
    Ok((own, conn.query_row("PRAGMA user_version", [], |r| r.get(0))?))
}

/// Refuses a file that a newer program wrote; answers its own format and schema number.
pub(crate) fn known(conn: &Connection, schema: &Schema) -> Result<(usize, u32), LedgerError> {
    let (own, version) = versions(conn)?;
    if own > OWN.len() || version > schema.newest() {
        return Err(LedgerError::Newer {
            file: format!("{own}.{version}"),
            program: format!("{}.{}", OWN.len(), schema.newest()),
        });
    }
    Ok((own, version))
}

/// Whether migrations are due; refuses a newer file and one whose migrations differ from the program's.
pub(crate) fn is_due(conn: &Connection, schema: &Schema) -> Result<bool, LedgerError> {
    let (own, version) = known(conn, schema)?;
    for migration in schema.migrations.iter().filter(|m| m.number <= version) {
        if meta::read(conn, &checksum_key(migration.number))? != Some(migration.checksum()) {
            return Err(LedgerError::MigrationEdited { number: migration.number });
        }
    }
    Ok(own < OWN.len() || version < schema.newest())
}

/// Makes the tables of a new file. Returns the ledger's id.
pub(crate) fn first(
    conn: &Connection,
    schema: &Schema,
    (setting, recorder): (&Setting, &Recorder),
    owner: &Actor,
) -> Result<String, LedgerError> {
    setting.ids.rewind(2);
    let now = setting.clock.now();
    let id = setting.ids.next(now).to_string();
    run(conn, schema, (setting, recorder), owner, ("ledger.create", "建立账本"), (0, 0), |tx| {
        meta::keep(tx, "id", &id)?;
        meta::keep(tx, "created", &now.to_rfc3339_opts(SecondsFormat::Millis, false))
    })?;
    Ok(id)
}

/// Checks and backs up a ledger, then brings it to the program's schema.
pub(crate) fn existing(
    conn: &Connection,
    folder: &Folder,
    key: &RawKey,
    schema: &Schema,
    (setting, recorder): (&Setting, &Recorder),
    by: &Actor,
) -> Result<(), LedgerError> {
    let from = versions(conn)?;
    sound::verify(conn)?;
    let name = format!("{}-v{}.{}", setting.clock.now().format("%Y%m%d-%H%M%S"), from.0, from.1);
    backup::checked_copy(conn, folder, key, schema, &name)?;
    run(conn, schema, (setting, recorder), by, ("ledger.migrate", "升级账本"), from, |_| Ok(()))
}

/// An empty file in memory as the migrations leave one, its generated triggers too: what the structure of a ledger is held
/// against. One that grew from an earlier version went through the same statements, and a copy keeps their text.
pub(crate) fn made(schema: &Schema, ids: Arc<dyn Ids>) -> Result<Connection, LedgerError> {
    made_at(schema, ids, (OWN.len(), schema.newest()))
}

/// Whether a file of this format and schema number needs no migration.
pub(crate) fn is_newest(schema: &Schema, version: (usize, u32)) -> bool {
    version == (OWN.len(), schema.newest())
}

/// As `made`, up to a format and schema number; of an earlier one without the generated triggers, whose shape is the present program's.
pub(crate) fn made_at(
    schema: &Schema,
    ids: Arc<dyn Ids>,
    (own, version): (usize, u32),
) -> Result<Connection, LedgerError> {
    let conn = connect::in_memory(schema)?;
    Recorder::new(ids).attach(&conn)?;
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let tx = Transaction::new_unchecked(&conn, TransactionBehavior::Immediate)?;
    let due = schema.migrations.iter().filter(|migration| migration.number <= version);
    for sql in OWN.into_iter().take(own).chain(due.map(|migration| migration.sql)) {
        tx.execute_batch(sql)?;
    }
    if is_newest(schema, (own, version)) {
        for (_, sql) in triggers::generate(&tx, schema)? {
            tx.execute_batch(&sql)?;
        }
    }
    tx.commit()?;
    Ok(conn)
}

fn run(
    conn: &Connection,
    schema: &Schema,
    (setting, recorder): (&Setting, &Recorder),
    by: &Actor,
    (op, label): (&str, &str),
    (own, version): (usize, u32),
    note: impl FnOnce(&Connection) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    // Rebuilding a table means dropping it, which must not cascade; the check below makes up for it.
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    let done = (|| {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        for sql in &OWN[own..] {
            tx.execute_batch(sql)?;
        }
        meta::keep(&tx, "format", &OWN.len().to_string())?;
        note(&tx)?;
        // Rows that the journal did not know before are none of the migrations'.
        let strange = if version == 0 { HashMap::new() } else { untold(&tx, triggers::tables(&tx)?)? };
        triggers::drop_all(&tx)?;
        for migration in schema.migrations.iter().filter(|m| m.number > version) {
            tx.execute_batch(migration.sql)?;
            meta::keep(&tx, &checksum_key(migration.number), &migration.checksum())?;
        }
        let brought = if version == 0 { Vec::new() } else { take_out(&tx, schema, &strange)? };
        for (_, sql) in triggers::generate(&tx, schema)? {
            tx.execute_batch(&sql)?;
        }
        let head = chain::head(&tx)?;
        let running = recorder.begin(head.seq + 1);
        for (at, (table, columns)) in brought.iter().enumerate() {
            tx.execute_batch(&format!(
                "INSERT INTO {table} ({columns}) SELECT {columns} FROM brought_{at}; DROP TABLE brought_{at}"
            ))?;
        }
        drop(running);
        if !sound::foreign_keys_hold(&tx)? {
            return Err(LedgerError::Schema("升级之后有记录找不到它所指的记录。".into()));
        }
        tx.pragma_update(None, "user_version", schema.newest())?;
        let now = setting.clock.now();
        let entry = Entry {
            seq: head.seq + 1,
            id: &setting.ids.next(now).to_string(),
            at: &now.to_rfc3339_opts(SecondsFormat::Millis, false),
            actor_id: &by.id,
            actor_name: &by.name,
            op,
            label,
            is_final: true,
            kind: "do",
            target: None,
        };
        chain::close(&tx, &entry, &head)?;
        Ok(tx.commit()?)
    })();
    conn.execute_batch("PRAGMA foreign_keys = ON")?;
    done
}

/// The rows of these journalled tables that the journal does not know.
fn untold(conn: &Connection, tables: Vec<String>) -> Result<HashMap<String, HashSet<String>>, LedgerError> {
    let mut all = HashMap::new();
    for table in tables {
        let sql = format!(
            "SELECT id FROM {} WHERE id NOT IN (SELECT row_id FROM change WHERE tbl = ?1)",
            triggers::ident(&table)
        );
        let mut statement = conn.prepare(&sql)?;
        let ids = statement.query_map([&table], |row| row.get(0))?.collect::<Result<HashSet<String>, _>>()?;
        all.insert(table, ids);
    }
    Ok(all)
}

/// Lays aside the rows that migrations brought, to be written again where the journal sees it: `brought_0` is of the first
/// table, and so on. Answers the tables with their columns, as statements name them.
fn take_out(
    conn: &Connection,
    schema: &Schema,
    strange: &HashMap<String, HashSet<String>>,
) -> Result<Vec<(String, String)>, LedgerError> {
    let mut tables = Vec::new();
    let all = journalled(conn, schema)?;
    let mut ids = untold(conn, all.iter().map(|(table, _)| table.clone()).collect())?;
    for (table, columns) in all {
        let ids = ids.remove(&table).unwrap_or_default();
        let before = strange.get(&table);
        let new: Vec<&String> =
            ids.iter().filter(|id| !before.is_some_and(|set| set.contains(*id))).collect();
        if new.is_empty() {
            continue;
        }
        let (name, at) = (triggers::ident(&table), tables.len());
        let columns =
            columns.iter().map(|column| triggers::ident(&column.name)).collect::<Vec<_>>().join(", ");
        let ids = serde_json::to_string(&new).map_err(|_| LedgerError::Damaged)?;
        let of = "id IN (SELECT value FROM json_each(?1))";
        conn.execute(
            &format!("CREATE TEMP TABLE brought_{at} AS SELECT {columns} FROM {name} WHERE {of}"),
            [&ids],
        )?;
        conn.execute(&format!("DELETE FROM {name} WHERE {of}"), [&ids])?;
        tables.push((name, columns));
    }
    Ok(tables)
}

fn checksum_key(number: u32) -> String {
    format!("migration.{number:04}")
}
