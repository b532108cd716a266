//! Contents that stand outside the journal and are named in it by their SHA-256, such as the bytes of an issued paper: each is
//! hashed and compared with its name, and each name must have its content. Attachments are files of their own: `files`.

use super::finding::{Finding, Progress};
use crate::LedgerError;
use crate::schema::{Digested, Schema};
use crate::triggers::ident;
use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest, Sha256};

const FORGED: &str =
    "请不要再用这些内容，先复制一份整个文件夹留底，查明是谁、何时改的，再从改动以前的备份恢复。";
const MISSING: &str = "请先复制一份整个文件夹留底，再从还有它们的备份恢复。";

/// Hashes everything kept by its digest.
pub(super) fn digested(
    conn: &Connection,
    schema: &Schema,
    findings: &mut Vec<Finding>,
    progress: &mut Progress<'_>,
) -> Result<(), LedgerError> {
    for one in schema.digested {
        let forged = forged(conn, one, progress)?;
        let missing = missing(conn, one)?;
        let mut tell = |kept: Vec<String>, what: &str, way_out: &str| {
            if !kept.is_empty() {
                let message = format!("有 {} 份{}{what}。", kept.len(), one.name);
                findings.push(Finding { kept, ..Finding::error(message, way_out) });
            }
        };
        tell(forged, "被改动过，和当时记下的校验值不符", FORGED);
        tell(missing, "不见了", MISSING);
    }
    Ok(())
}

/// Those that do not hash to their name.
fn forged(
    conn: &Connection,
    one: &Digested,
    progress: &mut Progress<'_>,
) -> Result<Vec<String>, LedgerError> {
    let sql = format!("SELECT sha256, {} FROM {} ORDER BY sha256", ident(one.content), ident(one.table));
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut forged = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let content: &[u8] = match row.get_ref(1)? {
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
            _ => &[],
        };
        if hex::encode(Sha256::digest(content)) != name {
            forged.push(name);
        }
        progress.step()?;
    }
    Ok(forged)
}

/// Names in the journalled table that have no content. An empty one says that it was erased by law.
fn missing(conn: &Connection, one: &Digested) -> Result<Vec<String>, LedgerError> {
    let (table, column) = one.named_by;
    let sql = format!(
        "SELECT DISTINCT n.{column} FROM {table} n WHERE n.{column} <> ''
           AND NOT EXISTS (SELECT 1 FROM {} k WHERE k.sha256 = n.{column}) ORDER BY 1",
        ident(one.table),
        column = ident(column),
        table = ident(table),
    );
    let mut statement = conn.prepare(&sql)?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
