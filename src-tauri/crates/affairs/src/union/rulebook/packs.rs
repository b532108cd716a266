//! Packs of rules taken from a file, and the publishers whose signature is trusted here. What a pack does to the rules
//! is the law book's to say.

use chrono::NaiveDate;
use law::{Publisher, is_public_key};
use ledger::Tx;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;

ledger::id_type!(
    /// A pack taken from a file.
    TakenPackId,
    /// A trusted publisher.
    PublisherId
);

/// A pack as it lies in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub id: TakenPackId,
    /// Its file name, by which it takes the place of the program's own.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A pack taken from a file, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakenLine {
    /// Which.
    pub id: TakenPackId,
    /// Its file name.
    pub name: String,
    /// The publisher whose signature it bore when it was taken.
    pub signer: Option<String>,
    /// The day it was taken.
    pub taken_on: NaiveDate,
}

/// A trusted publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PublisherLine {
    /// Which.
    pub id: PublisherId,
    /// 某某总工会.
    pub name: String,
    /// The minisign public key.
    pub key: String,
}

/// A publisher as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PublisherInput {
    /// 某某总工会.
    pub name: String,
    /// The minisign public key, with or without its line of comment.
    pub key: String,
}

/// Keeps a pack; an earlier one of the same name goes out of sight.
pub fn take(tx: &Tx, name: &str, text: &str, signer: Option<&str>) -> Result<TakenPackId, Problem> {
    let id = tx.new_id::<TakenPackId>();
    tx.execute(
        "UPDATE law_pack SET removed_at = ?2 WHERE name = ?1 AND removed_at IS NULL",
        params![name, tx.now().to_rfc3339()],
    )?;
    tx.execute(
        "INSERT INTO law_pack (id, name, body, signer, taken_on) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, name, text, signer, tx.today()],
    )?;
    Ok(id)
}

/// The packs with their text, in the order they were taken.
pub fn taken(connection: &Connection) -> Result<Vec<Taken>, Problem> {
    let mut statement = connection.prepare_cached("SELECT id, name, body FROM live_law_pack ORDER BY id")?;
    let rows =
        statement.query_map([], |row| Ok(Taken { id: row.get(0)?, name: row.get(1)?, text: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The packs as a list shows them.
pub fn list(connection: &Connection) -> Result<Vec<TakenLine>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id, name, signer, taken_on FROM live_law_pack ORDER BY id")?;
    let rows = statement.query_map([], |row| {
        Ok(TakenLine { id: row.get(0)?, name: row.get(1)?, signer: row.get(2)?, taken_on: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a pack out of sight; the program's own holds again. Errors: `not_found`.
pub fn drop(tx: &Tx, id: TakenPackId) -> Result<(), Problem> {
    gone(tx, "law_pack", &id.to_string(), "份法规文件")
}

/// Trusts a publisher.
///
/// Errors: `bad_input` at its field; `taken` for a key that is trusted already.
pub fn trust(tx: &Tx, input: &PublisherInput) -> Result<PublisherId, Problem> {
    let name = input.name.trim();
    if name.is_empty() {
        return Err(Problem::input("name", "请写明这把公钥是谁的，例如“某某省总工会”。"));
    }
    // The key file of minisign begins with a line of comment.
    let key = input.key.lines().map(str::trim).rfind(|line| !line.is_empty()).unwrap_or_default();
    if !is_public_key(key) {
        return Err(Problem::input(
            "key",
            "这不是 minisign 公钥：公钥是 RW 开头的一行，共56个字符，请从发布单位的网站完整复制。",
        ));
    }
    if let Some(known) = publishers(tx)?.into_iter().find(|one| one.key == key) {
        return Err(Problem::input("key", format!("这把公钥已经在名单里了：{}。", known.name)));
    }
    let id = tx.new_id::<PublisherId>();
    tx.execute(
        "INSERT INTO law_publisher (id, name, public_key) VALUES (?1, ?2, ?3)",
        params![id, name, key],
    )?;
    Ok(id)
}

/// The trusted publishers.
pub fn publishers(connection: &Connection) -> Result<Vec<PublisherLine>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id, name, public_key FROM live_law_publisher ORDER BY id")?;
    let rows = statement
        .query_map([], |row| Ok(PublisherLine { id: row.get(0)?, name: row.get(1)?, key: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The same as the law floor asks for them.
pub fn trusted(connection: &Connection) -> Result<Vec<Publisher>, Problem> {
    let all = publishers(connection)?.into_iter();
    Ok(all.map(|one| Publisher { name: one.name, key: one.key }).collect())
}

/// Trusts a publisher no longer. Packs that were taken stay. Errors: `not_found`.
pub fn distrust(tx: &Tx, id: PublisherId) -> Result<(), Problem> {
    gone(tx, "law_publisher", &id.to_string(), "个发布单位")
}

fn gone(tx: &Tx, table: &str, id: &str, what: &str) -> Result<(), Problem> {
    let sql = format!("UPDATE {table} SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL");
    let kept = tx.execute(&sql, params![id, tx.now().to_rfc3339()])?;
    if kept == 1 { Ok(()) } else { Err(Problem::missing(what)) }
}
