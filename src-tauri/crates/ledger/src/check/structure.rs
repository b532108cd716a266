//! The structure of the file: each table, view, trigger and index against what the migrations make of an empty ledger. Whoever
//! exchanges a view shows false names and figures over rows that are true, and neither the chain nor the rows tell of it.

use super::finding::{Finding, STRUCTURE};
use crate::schema::{PREFIX, lines};
use crate::{Ids, Ledger, LedgerError, Schema, migrate};
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many of a sort are named: more is no sentence any more.
const NAMED: usize = 5;

/// Something that the schema of a file holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Object {
    kind: String,
    name: String,
    /// what it stands on: a trigger or an index on a table, anything else on itself
    on: String,
}

impl Object {
    /// 视图 live_person
    fn words(&self) -> String {
        let kind = match self.kind.as_str() {
            "table" => "表",
            "view" => "视图",
            "trigger" => "触发器",
            "index" => "索引",
            other => other,
        };
        format!("{kind} {}", self.name)
    }

    fn of_kind(&self) -> (&str, &str) {
        (self.kind.as_str(), self.name.as_str())
    }

    /// Whether it is one of the triggers that write the journal.
    fn records(&self) -> bool {
        self.kind == "trigger" && self.name.starts_with(PREFIX)
    }
}

/// What is not as the migrations make it.
#[derive(Debug, Default)]
pub(crate) struct Altered {
    changed: Vec<Object>,
    gone: Vec<Object>,
    foreign: Vec<Object>,
    /// the triggers that write the journal are others
    recording: bool,
}

impl Altered {
    pub fn is_empty(&self) -> bool {
        !self.recording && self.changed.is_empty() && self.gone.is_empty() && self.foreign.is_empty()
    }

    /// Whether this table stands as it was made.
    pub fn leaves(&self, table: &str) -> bool {
        !self.changed.iter().chain(&self.gone).any(|one| one.kind == "table" && one.name == table)
    }

    /// Whether tables are among it, or what no statement takes away.
    pub fn of_tables(&self) -> bool {
        let loose = |one: &Object| ["trigger", "view", "index"].contains(&one.kind.as_str());
        !self.changed.iter().chain(&self.gone).chain(&self.foreign).all(loose)
    }

    /// What stands and should not, or not so: kind and name.
    pub fn standing(&self) -> impl Iterator<Item = (&str, &str)> {
        self.changed.iter().chain(&self.foreign).map(Object::of_kind)
    }

    /// What should stand and does not, or not so: kind and name.
    pub fn due(&self) -> impl Iterator<Item = (&str, &str)> {
        self.changed.iter().chain(&self.gone).map(Object::of_kind)
    }

    /// 改了视图 live_person，多了表 evil; each is named, the triggers that write the journal apart.
    pub fn sorts(&self) -> Vec<String> {
        let sorts = [("改了", &self.changed), ("少了", &self.gone), ("多了", &self.foreign)];
        let sorts = sorts.iter().filter(|(_, all)| !all.is_empty());
        sorts.map(|(act, all)| format!("{act}{}", named(all))).collect()
    }

    /// What was altered, a sentence or two; none where all is as it was made.
    pub fn told(&self) -> Vec<String> {
        let sorts = self.sorts();
        let mut told = Vec::new();
        if !sorts.is_empty() {
            let sorts = sorts.join("，");
            told.push(format!("账本的结构被改动过：{sorts}。页面和文书上的名单、数字可能不真实。"));
        }
        if self.recording {
            told.push("记录流水的触发器与程序的不一致，有些改动可能没有记下来。".to_owned());
        }
        told
    }

    pub(super) fn tell(&self, findings: &mut Vec<Finding>) {
        findings.extend(self.told().into_iter().map(|message| Finding::error(message, STRUCTURE)));
    }

    /// What was read. Where the structure was altered, that which is not there any more is told of already: it keeps nothing else
    /// from being looked at.
    pub(super) fn bears<T: Default>(&self, read: Result<T, LedgerError>) -> Result<T, LedgerError> {
        match read {
            Err(LedgerError::Sql(_) | LedgerError::Schema(_)) if !self.is_empty() => Ok(T::default()),
            read => read,
        }
    }
}

impl Ledger {
    /// What of the file's structure is not as the migrations make it. Takes as long as founding a ledger.
    pub(crate) fn altered(&self, conn: &Connection) -> Result<Altered, LedgerError> {
        altered(conn, &migrate::made(&self.schema, self.setting.ids.clone())?)
    }
}

/// What of a copy's structure is not as the migrations make it up to the version of the copy (`migrate::known`), in words; none where
/// all is as it was made.
pub(crate) fn of_copy(
    conn: &Connection,
    (schema, ids): (&Schema, &Arc<dyn Ids>),
    version: (usize, u32),
) -> Result<Option<String>, LedgerError> {
    let altered = altered(conn, &migrate::made_at(schema, ids.clone(), version)?)?;
    let mut sorts = altered.sorts();
    // An earlier program's are not known any more, and a restore makes them anew.
    if altered.recording && migrate::is_newest(schema, version) {
        sorts.push("改了记录流水的触发器".to_owned());
    }
    Ok(Some(sorts.join("，")).filter(|sorts| !sorts.is_empty()))
}

/// What stands otherwise in the file of the access log than in the one that was made: nothing in it writes a journal.
pub(crate) fn of_log(conn: &Connection, made: &Connection) -> Result<Altered, LedgerError> {
    compared(conn, made, |_| false)
}

/// What stands otherwise in a file than in the one that was made.
pub(super) fn altered(conn: &Connection, made: &Connection) -> Result<Altered, LedgerError> {
    compared(conn, made, Object::records)
}

/// The same; what is set `apart` is told of as a whole.
fn compared(
    conn: &Connection,
    made: &Connection,
    apart: impl Fn(&Object) -> bool,
) -> Result<Altered, LedgerError> {
    let (standing, due) = (objects(conn)?, objects(made)?);
    let mut altered = Altered::default();
    for (object, sql) in &due {
        let found = standing.get(object);
        if found == Some(sql) {
            continue;
        }
        if apart(object) {
            altered.recording = true;
        } else if found.is_some() {
            altered.changed.push(object.clone());
        } else {
            altered.gone.push(object.clone());
        }
    }
    for object in standing.keys().filter(|object| !due.contains_key(*object)) {
        if apart(object) {
            altered.recording = true;
        } else {
            altered.foreign.push(object.clone());
        }
    }
    Ok(altered)
}

/// Everything that a statement made, with the statement. The indexes that SQLite makes by itself follow from their tables.
fn objects(conn: &Connection) -> Result<BTreeMap<Object, String>, LedgerError> {
    let mut statement =
        conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")?;
    let mut rows = statement.query([])?;
    let mut all: BTreeMap<Object, String> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let object = Object { kind: row.get(0)?, name: row.get(1)?, on: row.get(2)? };
        let sql: String = row.get(3)?;
        // Two of one name are not what one of them was made to be.
        let text = all.entry(object).or_default();
        for line in lines(&sql) {
            text.push_str(line);
            text.push('\n');
        }
    }
    Ok(all)
}

/// 表 a、视图 b, at most five and then how many there are.
fn named(all: &[Object]) -> String {
    let names: Vec<String> = all.iter().take(NAMED).map(Object::words).collect();
    let more = if all.len() > NAMED { format!("等 {} 处", all.len()) } else { String::new() };
    format!("{}{more}", names.join("、"))
}
