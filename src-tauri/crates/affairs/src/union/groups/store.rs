//! The rows of branches and groups, and which group each person is in.

use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, params};

use super::model::{GroupedPerson, UngroupedShop, UnionGroupId, UnionGroupInput, UnionGroupKind};
use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store::still_here;
use crate::typed::text;

pub(super) fn missing() -> Problem {
    Problem::missing("个分会或小组")
}

/// Every one with how many of its own people are members now, as they were added.
pub(super) fn list(connection: &Connection) -> Result<Vec<(UnionGroupInput, u32)>, Problem> {
    let sql = format!(
        "SELECT g.id, g.parent_id, g.kind, g.name, g.leader_id, g.leader_name,
           (SELECT count(*) FROM live_union_group_person m JOIN live_person p ON p.id = m.person_id
            WHERE m.group_id = g.id AND {})
         FROM live_union_group g ORDER BY g.id",
        still_here()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        let group = UnionGroupInput {
            id: row.get(0)?,
            parent: row.get(1)?,
            kind: UnionGroupKind::of(&row.get::<_, String>(2)?).unwrap_or(UnionGroupKind::Group),
            name: row.get(3)?,
            leader: row.get(4)?,
            leader_name: row.get(5)?,
        };
        Ok((group, row.get(6)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn insert(tx: &Tx, id: UnionGroupId, input: &UnionGroupInput) -> Result<(), Problem> {
    tx.execute(
        "INSERT INTO union_group (id, parent_id, kind, name, leader_id, leader_name) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            id,
            input.parent,
            input.kind.code(),
            input.name.trim(),
            input.leader,
            text(&input.leader_name)
        ],
    )?;
    Ok(())
}

pub(super) fn update(tx: &Tx, id: UnionGroupId, input: &UnionGroupInput) -> Result<(), Problem> {
    tx.execute(
        "UPDATE union_group SET parent_id = ?2, kind = ?3, name = ?4, leader_id = ?5, leader_name = ?6
         WHERE id = ?1 AND removed_at IS NULL",
        params![
            id,
            input.parent,
            input.kind.code(),
            input.name.trim(),
            input.leader,
            text(&input.leader_name)
        ],
    )?;
    Ok(())
}

/// Puts one out of sight: those under it and its people come under `parent`, or with none stand at the top and in no group.
pub(super) fn remove(tx: &Tx, id: UnionGroupId, parent: Option<UnionGroupId>) -> Result<(), Problem> {
    let now = tx.now().to_rfc3339();
    tx.execute(
        "UPDATE union_group SET parent_id = ?2 WHERE parent_id = ?1 AND removed_at IS NULL",
        params![id, parent],
    )?;
    match parent {
        Some(parent) => tx.execute(
            "UPDATE union_group_person SET group_id = ?2 WHERE group_id = ?1 AND removed_at IS NULL",
            params![id, parent],
        )?,
        None => tx.execute(
            "UPDATE union_group_person SET removed_at = ?2 WHERE group_id = ?1 AND removed_at IS NULL",
            params![id, now],
        )?,
    };
    tx.execute(
        "UPDATE union_group SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, now],
    )?;
    Ok(())
}

/// Members in no group.
pub(super) fn ungrouped(connection: &Connection) -> Result<u32, Problem> {
    let sql = format!(
        "SELECT count(*) FROM live_person p WHERE {} AND NOT EXISTS
           (SELECT 1 FROM live_union_group_person m WHERE m.person_id = p.id)",
        still_here()
    );
    Ok(connection.query_row(&sql, [], |row| row.get(0))?)
}

/// Every shop with its people, and how many of them are in no group; the largest first.
pub(super) fn shops(connection: &Connection) -> Result<Vec<UngroupedShop>, Problem> {
    let sql = format!(
        "SELECT e.shop, count(*) FILTER (WHERE m.id IS NULL), count(*)
         FROM live_person p JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         LEFT JOIN live_union_group_person m ON m.person_id = p.id
         WHERE e.shop IS NOT NULL AND {} GROUP BY e.shop ORDER BY 3 DESC, 1",
        still_here()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        Ok(UngroupedShop { shop: row.get(0)?, ungrouped: row.get(1)?, people: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The members of a shop who are in no group.
pub(super) fn ungrouped_of(connection: &Connection, shop: &str) -> Result<Vec<PersonId>, Problem> {
    let sql = format!(
        "SELECT p.id FROM live_person p JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         WHERE e.shop = ?1 AND {} AND NOT EXISTS
           (SELECT 1 FROM live_union_group_person m WHERE m.person_id = p.id) ORDER BY p.id",
        still_here()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([shop], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Whether someone's membership stands.
pub(super) fn is_member(connection: &Connection, person: PersonId) -> Result<bool, Problem> {
    let sql = format!("SELECT 1 FROM live_person p WHERE p.id = ?1 AND {}", still_here());
    Ok(connection.prepare_cached(&sql)?.exists([person])?)
}

/// Puts a person into a group.
pub(super) fn put(tx: &Tx, person: PersonId, group: UnionGroupId) -> Result<(), Problem> {
    let moved = tx.execute(
        "UPDATE union_group_person SET group_id = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        params![person, group],
    )?;
    if moved == 0 {
        tx.execute(
            "INSERT INTO union_group_person (id, person_id, group_id) VALUES (?1, ?2, ?3)",
            params![tx.new_id::<uuid::Uuid>().to_string(), person, group],
        )?;
    }
    Ok(())
}

/// Takes a person out of their group.
pub(super) fn take_out(tx: &Tx, person: PersonId) -> Result<(), Problem> {
    tx.execute(
        "UPDATE union_group_person SET removed_at = ?2 WHERE person_id = ?1 AND removed_at IS NULL",
        params![person, tx.now().to_rfc3339()],
    )?;
    Ok(())
}

/// The members of a group itself, by name.
pub(super) fn people(connection: &Connection, group: UnionGroupId) -> Result<Vec<GroupedPerson>, Problem> {
    let sql = format!(
        "SELECT p.id, p.name, e.shop, e.post FROM live_union_group_person m JOIN live_person p ON p.id = m.person_id
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         WHERE m.group_id = ?1 AND {} ORDER BY p.name_sort, p.id",
        still_here()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([group], |row| {
        Ok(GroupedPerson { id: row.get(0)?, name: row.get(1)?, shop: row.get(2)?, post: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What a branch or group is called.
pub(super) fn name_of(connection: &Connection, group: &str) -> Result<String, Problem> {
    let mut statement = connection.prepare_cached("SELECT name FROM live_union_group WHERE id = ?1")?;
    statement.query_row([group], |row| row.get(0)).optional()?.ok_or_else(missing)
}

/// Puts everyone of a JSON list of ids into a group, those of another out of theirs.
pub(super) fn put_all(tx: &Tx, people: &str, group: &str) -> Result<(), Problem> {
    tx.execute(
        "UPDATE union_group_person SET group_id = ?2 WHERE removed_at IS NULL AND group_id <> ?2
           AND person_id IN (SELECT value FROM json_each(?1))",
        params![people, group],
    )?;
    let mut without = tx.prepare_cached(
        "SELECT j.value FROM json_each(?1) j
         WHERE NOT EXISTS (SELECT 1 FROM live_union_group_person m WHERE m.person_id = j.value)",
    )?;
    let without = without.query_map([people], |row| row.get::<_, String>(0))?;
    let without = without.collect::<Result<Vec<_>, _>>()?;
    let mut insert =
        tx.prepare_cached("INSERT INTO union_group_person (id, person_id, group_id) VALUES (?1, ?2, ?3)")?;
    for person in without {
        insert.execute(params![tx.new_id::<uuid::Uuid>().to_string(), person, group])?;
    }
    Ok(())
}

/// Takes everyone of a JSON list of ids out of their group.
pub(super) fn take_all_out(tx: &Tx, people: &str) -> Result<(), Problem> {
    tx.execute(
        "UPDATE union_group_person SET removed_at = ?2 WHERE removed_at IS NULL
           AND person_id IN (SELECT value FROM json_each(?1))",
        params![people, tx.now().to_rfc3339()],
    )?;
    Ok(())
}

/// Refuses that a group is erased while another still says that it stood under it: in the trash, where it comes back under it, or
/// among those that stand.
///
/// Errors: `refused`.
pub(crate) fn may_be_erased(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT below.name, below.removed_at IS NOT NULL, above.name FROM union_group below
               JOIN union_group above ON above.id = below.parent_id
               WHERE above.id = ?1 ORDER BY below.removed_at IS NULL, below.removed_at, below.id LIMIT 1";
    let below = connection.prepare_cached(sql)?.query_row([id], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?, row.get::<_, String>(2)?))
    });
    let message = match below.optional()? {
        None => return Ok(()),
        Some((below, true, above)) => format!(
            "回收站里的“{below}”原来在“{above}”下面，现在还不能清除“{above}”。请先清除“{below}”；“{below}”还要用的，先恢复“{above}”，再恢复“{below}”，给它另选上级。"
        ),
        Some((below, false, above)) => format!(
            "“{below}”还写着上级是“{above}”，现在还不能清除“{above}”。请先到“分会和小组”里给“{below}”另选上级，或者改成没有上级。"
        ),
    };
    Err(Problem::new("refused", message))
}

/// Refuses that a removed group comes back before the one above it: its people went on to that one, and find their way back only
/// from there.
///
/// Errors: `refused`.
pub(crate) fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT above.name FROM union_group g JOIN union_group above ON above.id = g.parent_id
               WHERE g.id = ?1 AND above.removed_at IS NOT NULL";
    let above: Option<String> =
        connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
    match above {
        None => Ok(()),
        Some(name) => Err(Problem::new(
            "refused",
            format!("它的上级“{name}”也在回收站里，人员要从那里转回来。请先恢复“{name}”，再来恢复它。"),
        )),
    }
}
