//! Lists kept by name (常用查询): what is asked, the columns, the order. They are the desk's, not one person's.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{MemberList, MemberListId};
use crate::Problem;
use crate::typed::short;

/// The longest name.
const NAME: usize = 30;

/// All of them, by name. One that this program can no longer read is left out.
pub fn all(connection: &Connection) -> Result<Vec<MemberList>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT id, name, list_view FROM live_member_list ORDER BY name")?;
    let rows = statement.query_map([], |row| {
        Ok((row.get::<_, MemberListId>(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?))
    })?;
    let mut lists = Vec::new();
    for row in rows {
        let (id, name, view) = row?;
        lists.extend(serde_json::from_str(&view).ok().map(|view| MemberList { id: Some(id), name, view }));
    }
    Ok(lists)
}

/// Keeps a list, new or changed.
///
/// Errors: `bad_input` at its field; `duplicate` where another has the name; `not_found`.
pub fn save(tx: &Tx, list: &MemberList) -> Result<MemberListId, Problem> {
    let name = list.name.trim();
    if name.is_empty() {
        return Err(Problem::input("name", "请给这个查询起个名字。"));
    }
    short("name", name, NAME)?;
    if list.view.columns.is_empty() {
        return Err(Problem::input("columns", "请至少选择一栏。"));
    }
    let taken: Option<MemberListId> = tx
        .query_row("SELECT id FROM live_member_list WHERE name = ?1", [name], |row| row.get(0))
        .optional()?;
    if taken.is_some() && taken != list.id {
        let message = format!("已有名为“{name}”的查询，请换个名字；要改那一条，先移除它再保存。");
        return Err(Problem::new("duplicate", message).at("name"));
    }
    let mut view = list.view.clone();
    (view.query.offset, view.query.limit) = (None, None);
    let view = serde_json::to_string(&view)
        .map_err(|why| Problem::new("bad_input", format!("这个查询存不下来：{why}")))?;
    match list.id {
        Some(id) => {
            let sql = "UPDATE member_list SET name = ?2, list_view = ?3 WHERE id = ?1 AND removed_at IS NULL";
            if tx.execute(sql, params![id, name, view])? == 0 {
                return Err(missing());
            }
            Ok(id)
        }
        None => {
            let id = tx.new_id::<MemberListId>();
            tx.execute(
                "INSERT INTO member_list (id, name, list_view) VALUES (?1, ?2, ?3)",
                params![id, name, view],
            )?;
            Ok(id)
        }
    }
}

fn missing() -> Problem {
    Problem::missing("个常用查询")
}

/// Puts a list out of sight. Errors: `not_found`.
pub fn remove(tx: &Tx, id: MemberListId) -> Result<(), Problem> {
    let sql = "UPDATE member_list SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match tx.execute(sql, params![id, tx.now().to_rfc3339()])? {
        0 => Err(missing()),
        _ => Ok(()),
    }
}
