//! What the floors above hand over: numbered migrations, tables outside the journal with their reasons, and
//! SQL functions. Also what can be read from the file: which tables are journalled, and the schema as text.

use crate::LedgerError;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// One numbered step of the schema. A released one is never edited: its checksum stands in each ledger.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// 1, 2, 3, … without a gap
    pub number: u32,
    /// what it brings, for people who read the code
    pub name: &'static str,
    /// the statements, run in one transaction
    pub sql: &'static str,
}

impl Migration {
    pub(crate) fn checksum(&self) -> String {
        // Line ends differ with the way a checkout was made; the statements do not.
        hex::encode(Sha256::digest(self.sql.replace("\r\n", "\n")))
    }
}

/// The tables of the floors above.
///
/// Every table must be STRICT, without REAL or ANY columns, with a primary key `id TEXT`; it is journalled
/// unless it is virtual or stands in `unjournalled`; one that stands there has no foreign keys. The ids of
/// rows never change. Triggers of the schema write to virtual and unjournalled tables only: what they write
/// elsewhere would be written again by an undo.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// in order
    pub migrations: &'static [Migration],
    /// table and the reason why its rows are not worth a history
    pub unjournalled: &'static [(&'static str, &'static str)],
    /// registers scalar functions on each connection; use [`crate::SCALAR`] as their flags
    pub functions: fn(&Connection) -> rusqlite::Result<()>,
    /// what follows from other tables
    pub derived: &'static [Derived],
    /// contents outside the journal that a journalled row names by their SHA-256
    pub digested: &'static [Digested],
    /// columns that refer to a record without a foreign key; one that is called `of_id` says what its row belongs to
    pub loose: &'static [LooseReference],
    /// tables whose ids are words of people's (a year, a period): what refers to such a row needs none
    pub natural: &'static [&'static str],
    /// table and column that name attachments by their content; the column is journalled
    pub attachments: &'static [(&'static str, &'static str)],
    /// what a person counts when a copy is looked into: a Chinese word, and a query of one number
    pub counts: &'static [(&'static str, &'static str)],
}

/// Table, column, and the tables in one of which the record lies that it refers to.
pub type LooseReference = (&'static str, &'static str, &'static [&'static str]);

/// Tables that follow from others, kept by triggers: how they are proved, made anew and made small.
#[derive(Debug, Clone, Copy)]
pub struct Derived {
    /// in Chinese, as a finding of the check names it: 检索目录
    pub name: &'static str,
    /// whether it says what its sources say
    pub verify: fn(&Connection) -> rusqlite::Result<bool>,
    /// makes it anew from its sources, within a transaction of the caller's
    pub rebuild: fn(&Connection) -> rusqlite::Result<()>,
    /// leaves nothing behind of rows that are gone (after a purge), within a transaction of the caller's
    pub compact: fn(&Connection) -> rusqlite::Result<()>,
}

/// Contents in a table outside the journal, each named by its SHA-256 in the column `sha256`, and never rewritten: a
/// journalled row names them, so that whoever alters one alters what the chain does not cover and is found by its hash.
#[derive(Debug, Clone, Copy)]
pub struct Digested {
    /// in Chinese, as a finding of the check counts them: 印发文件
    pub name: &'static str,
    /// the table they stand in
    pub table: &'static str,
    /// its column of the content, text or blob
    pub content: &'static str,
    /// the journalled table and its column that name them; NULL where there is none, empty where the law erased it
    pub named_by: (&'static str, &'static str),
}

impl Schema {
    /// No table at all, to be filled in from: `Schema { migrations, ..Schema::EMPTY }`.
    pub const EMPTY: Schema = Schema {
        migrations: &[],
        unjournalled: &[],
        functions: |_| Ok(()),
        derived: &[],
        digested: &[],
        loose: &[],
        natural: &[],
        attachments: &[],
        counts: &[],
    };

    /// Number of the newest migration, 0 for none.
    pub(crate) fn newest(&self) -> u32 {
        self.migrations.last().map_or(0, |m| m.number)
    }

    pub(crate) fn check_numbers(&self) -> Result<(), LedgerError> {
        for (place, migration) in (1u32..).zip(self.migrations) {
            if migration.number != place {
                return Err(LedgerError::Schema(format!(
                    "第 {place} 个升级步骤的编号是 {}。",
                    migration.number
                )));
            }
        }
        Ok(())
    }
}

/// A column that the journal records.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub name: String,
    pub kind: String,
}

impl Column {
    pub fn is_blob(&self) -> bool {
        self.kind.eq_ignore_ascii_case("BLOB")
    }

    pub fn is_text(&self) -> bool {
        self.kind.eq_ignore_ascii_case("TEXT")
    }
}

/// The stored columns of the journalled tables, by table.
pub(crate) type Columns = std::collections::HashMap<String, Vec<Column>>;

/// Names of generated triggers begin with this.
pub(crate) const PREFIX: &str = "journal_of_";

/// Tables the ledger keeps for itself.
const OWN: [&str; 3] = ["ledger_meta", "journal", "change"];

/// The journalled tables by name, each found fit for the journal.
pub(crate) fn journalled(
    conn: &Connection,
    schema: &Schema,
) -> Result<Vec<(String, Vec<Column>)>, LedgerError> {
    let mut statement = conn.prepare(
        "SELECT name, type, strict FROM pragma_table_list
         WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         ORDER BY name",
    )?;
    let all = statement
        .query_map([], |r| Ok((r.get::<_, String>(0)?, r.get::<_, String>(1)?, r.get::<_, bool>(2)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    for (excused, _) in schema.unjournalled {
        if !all.iter().any(|(name, ..)| name == excused) {
            return Err(LedgerError::Schema(format!("不记流水的表 {excused} 并不存在。")));
        }
    }
    let mut tables = Vec::new();
    for (name, kind, strict) in all {
        let excused = schema.unjournalled.iter().any(|(table, _)| *table == name);
        if excused && conn.prepare("SELECT 1 FROM pragma_foreign_key_list(?1)")?.exists([&name])? {
            // Undo takes journalled rows away without asking who refers to them from outside.
            return Err(LedgerError::Schema(format!("不记流水的表 {name} 不能有外键。")));
        }
        if kind == "virtual" || excused || OWN.contains(&name.as_str()) {
            continue;
        }
        if !strict {
            return Err(LedgerError::Schema(format!("表 {name} 不是 STRICT。")));
        }
        let columns = columns(conn, &name)?;
        tables.push((name, columns));
    }
    Ok(tables)
}

/// The stored columns of a table; generated ones follow from the others and are left out.
fn columns(conn: &Connection, table: &str) -> Result<Vec<Column>, LedgerError> {
    let mut statement =
        conn.prepare("SELECT name, type, pk FROM pragma_table_xinfo(?1) WHERE hidden = 0 ORDER BY cid")?;
    let rows = statement
        .query_map([table], |r| Ok((Column { name: r.get(0)?, kind: r.get(1)? }, r.get::<_, i64>(2)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let key: Vec<&Column> = rows.iter().filter(|(_, pk)| *pk > 0).map(|(column, _)| column).collect();
    if key.len() != 1 || key[0].name != "id" || !key[0].is_text() {
        return Err(LedgerError::Schema(format!("表 {table} 的主键必须是一列 id TEXT。")));
    }
    if let Some((bad, _)) =
        rows.iter().find(|(c, _)| ["REAL", "ANY"].contains(&c.kind.to_uppercase().as_str()))
    {
        return Err(LedgerError::Schema(format!("表 {table} 的列 {} 不能用 {}。", bad.name, bad.kind)));
    }
    Ok(rows.into_iter().map(|(column, _)| column).collect())
}

/// The lines of a statement, white space made even: how they end differs with the way a checkout was made.
pub(crate) fn lines(sql: &str) -> impl Iterator<Item = &str> {
    sql.lines().map(str::trim_end).filter(|line| !line.is_empty())
}

/// Tables, indexes, views and triggers, sorted, white space made even: the text of the committed snapshot.
/// The journal's generated triggers are named only, for their text follows from the tables.
pub(crate) fn text(conn: &Connection) -> Result<String, LedgerError> {
    let mut statement = conn.prepare(
        "SELECT type, name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name",
    )?;
    let mut rows = statement.query([])?;
    let mut text = String::new();
    while let Some(row) = rows.next()? {
        let (kind, name, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if kind == "trigger" && name.starts_with(PREFIX) {
            text.push_str(&format!("-- generated trigger {name}\n"));
            continue;
        }
        for line in lines(&sql) {
            text.push_str(line);
            text.push('\n');
        }
        text.push_str(";\n");
    }
    Ok(text)
}
