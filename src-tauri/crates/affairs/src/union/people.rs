//! The people at the desk (经办人): added, changed, removed, and the chair handed over. Their passphrases and
//! the keys of the ledger are not here: `desk` puts both together.

use ledger::Tx;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::union::model::{DeskPerson, DeskPersonId, DeskPersonInput, Role};
use crate::union::store;

/// Somebody who made a step of the journal, whether they still sit at the desk or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryActor {
    /// The id, by which the journal is searched.
    pub id: String,
    /// The name, as it is or was last.
    pub name: String,
    /// Whether they have left the desk.
    pub left: bool,
}

/// Everyone who made a step: who sits at the desk as the desk lists them, then whoever left, the last to leave first.
///
/// Errors: those of the ledger.
pub fn actors(connection: &Connection) -> Result<Vec<HistoryActor>, Problem> {
    // A step that the program made before anybody was known bears no id.
    let mut statement = connection.prepare_cached(
        "WITH acted AS (SELECT actor_id AS id, actor_name AS name, max(seq) FROM journal
                        WHERE actor_id <> '' GROUP BY actor_id)
         SELECT a.id, coalesce(p.name, a.name), p.removed_at IS NOT NULL
         FROM acted a LEFT JOIN desk_person p ON p.id = a.id
         ORDER BY p.removed_at DESC NULLS FIRST, p.role <> 'chair', a.id",
    )?;
    let rows = statement
        .query_map([], |row| Ok(HistoryActor { id: row.get(0)?, name: row.get(1)?, left: row.get(2)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds an officer or an auditor.
///
/// Errors: `bad_input` for an empty name, a name that is taken, or the chair's role.
pub fn add(tx: &Tx, input: &DeskPersonInput) -> Result<DeskPerson, Problem> {
    let person = checked(tx, tx.new_id::<DeskPersonId>(), input)?;
    store::insert_desk_person(tx, &person)?;
    Ok(person)
}

/// Changes the name and the grants of a person; of the chair, the name alone.
///
/// Errors: as `add`; `not_found`.
pub fn change(tx: &Tx, id: DeskPersonId, input: &DeskPersonInput) -> Result<DeskPerson, Problem> {
    let standing = person(tx, id)?;
    let changed = if standing.role == Role::Chair {
        if input.role != Role::Chair {
            return Err(Problem::input("role", "主席的身份要通过“换届移交”来改变，不能在这里修改。"));
        }
        DeskPerson { name: name(tx, id, &input.name)?, ..standing }
    } else {
        checked(tx, id, input)?
    };
    // A final step that changes nothing would only end the undo of all before it.
    if changed == person(tx, id)? {
        return Err(Problem::new("refused", "姓名、身份和权限都和现在的一样，没有要改的。"));
    }
    store::update_desk_person(tx, &changed)?;
    Ok(changed)
}

/// Puts a person out of sight; what they did stays under their name.
///
/// Errors: `refused` for the chair; `not_found`.
pub fn remove(tx: &Tx, id: DeskPersonId) -> Result<(), Problem> {
    if person(tx, id)?.role == Role::Chair {
        return Err(Problem::new("refused", "主席不能移除；换人请用“换届移交”。"));
    }
    store::remove_desk_person(tx, id)
}

/// Makes another person chair. The one before stays as an officer without grants, or leaves the desk.
///
/// Errors: `bad_input` when both are the same person; `not_found`.
pub fn hand_over(tx: &Tx, to: DeskPersonId, before_stays: bool) -> Result<DeskPerson, Problem> {
    let before = store::desk_person(tx, None)?;
    if before.id == to {
        return Err(Problem::input("to", "接任的人已经是主席，请选择另一位。"));
    }
    let after = DeskPerson { role: Role::Chair, parts: Vec::new(), reads: Vec::new(), ..person(tx, to)? };
    store::update_desk_person(tx, &after)?;
    if before_stays {
        store::update_desk_person(tx, &DeskPerson { role: Role::Officer, ..before })?;
    } else {
        store::remove_desk_person(tx, before.id)?;
    }
    Ok(after)
}

/// Brings the desk to the people given, whoever sat there: after a restore the people of today stay, and
/// nobody who was removed since the backup comes back.
pub fn carry_over(tx: &Tx, people: &[DeskPerson]) -> Result<(), Problem> {
    let standing = store::desk_people(tx)?;
    for gone in standing.iter().filter(|old| !people.iter().any(|person| person.id == old.id)) {
        store::remove_desk_person(tx, gone.id)?;
    }
    for person in people {
        if standing.iter().any(|old| old.id == person.id) {
            store::update_desk_person(tx, person)?;
        } else {
            store::bring_desk_person(tx, person)?;
        }
    }
    Ok(())
}

/// One person at the desk.
///
/// Errors: `not_found`.
pub fn person(connection: &Connection, id: DeskPersonId) -> Result<DeskPerson, Problem> {
    store::desk_person(connection, Some(&id.to_string()))
}

fn checked(tx: &Tx, id: DeskPersonId, input: &DeskPersonInput) -> Result<DeskPerson, Problem> {
    if input.role == Role::Chair {
        return Err(Problem::input("role", "一本账只有一位主席；换人请用“换届移交”。"));
    }
    if input.role == Role::Auditor && !input.parts.is_empty() {
        return Err(Problem::input(
            "parts",
            "经审人员只看不写，不能另给填写的权限；要让这个人填写，请把身份改为“工会干部”。",
        ));
    }
    let mut parts = input.parts.clone();
    let mut reads = input.reads.clone();
    parts.sort_unstable();
    parts.dedup();
    reads.sort_unstable();
    reads.dedup();
    Ok(DeskPerson { id, name: name(tx, id, &input.name)?, role: input.role, parts, reads })
}

/// A name that tells who did what: not empty, not another's.
fn name(tx: &Tx, id: DeskPersonId, typed: &str) -> Result<String, Problem> {
    let name = typed.trim();
    match name.chars().count() {
        0 => return Err(Problem::input("name", "请填写姓名，它会作为经办人记在每一步操作里。")),
        51.. => return Err(Problem::input("name", "姓名超过50个字，请检查是否粘贴了别的内容。")),
        _ => {}
    }
    if store::desk_people(tx)?.iter().any(|other| other.id != id && other.name == name) {
        let message = format!("已经有一位经办人叫{name}，请在姓名后加上部门以便区分。");
        return Err(Problem::input("name", message));
    }
    Ok(name.to_owned())
}
