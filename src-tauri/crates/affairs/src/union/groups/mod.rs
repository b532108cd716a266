//! Branches and groups (分会、小组) as a tree, and who is in which. Someone is in one group at a time; what groups meet about is
//! `office`'s.

pub mod model;
mod store;

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::members::model::PersonId;
use crate::typed::short;
use model::{
    AssignToGroup, GroupedPerson, UnionGroup, UnionGroupId, UnionGroupInput, UnionGroupKind, UnionGroups,
};
pub(crate) use store::{may_be_erased, may_return};

/// The tree with its counts.
pub fn tree(connection: &Connection) -> Result<UnionGroups, Problem> {
    Ok(UnionGroups {
        groups: ordered(store::list(connection)?),
        ungrouped: store::ungrouped(connection)?,
        shops: store::shops(connection)?,
    })
}

/// A group and all under it.
///
/// Errors: `not_found`.
pub(crate) fn under(connection: &Connection, id: UnionGroupId) -> Result<Vec<UnionGroupId>, Problem> {
    let tree = ordered(store::list(connection)?);
    let at = tree.iter().position(|one| one.id == id).ok_or_else(store::missing)?;
    let depth = tree[at].depth;
    let below = tree[at + 1..].iter().take_while(|one| one.depth > depth);
    Ok(std::iter::once(id).chain(below.map(|one| one.id)).collect())
}

/// Each one before those under it, siblings as they came; one whose parent is gone stands at the top.
fn ordered(list: Vec<(UnionGroupInput, u32)>) -> Vec<UnionGroup> {
    let known: Vec<Option<UnionGroupId>> = list.iter().map(|(one, _)| one.id).collect();
    let parent = |one: &UnionGroupInput| one.parent.filter(|parent| known.contains(&Some(*parent)));
    let mut tree = Vec::new();
    branch(&list, &parent, None, 0, &mut tree);
    tree
}

/// Puts those under `above` into the tree, and answers how many people they all have.
fn branch(
    list: &[(UnionGroupInput, u32)],
    parent: &impl Fn(&UnionGroupInput) -> Option<UnionGroupId>,
    above: Option<UnionGroupId>,
    depth: u32,
    tree: &mut Vec<UnionGroup>,
) -> u32 {
    let mut sum = 0;
    for (record, people) in list.iter().filter(|(one, _)| parent(one) == above) {
        let Some(id) = record.id else { continue };
        let at = tree.len();
        tree.push(UnionGroup { id, record: record.clone(), depth, people: *people, all: *people });
        let all = people + branch(list, parent, Some(id), depth + 1, tree);
        if let Some(one) = tree.get_mut(at) {
            one.all = all;
        }
        sum += all;
    }
    sum
}

/// Keeps one, new or changed; another parent moves it with all under it.
///
/// Errors: `bad_input` at its field; `refused` at `name` where a sibling has it; `not_found`.
pub fn save(tx: &Tx, input: &UnionGroupInput) -> Result<UnionGroupId, Problem> {
    let name = input.name.trim();
    short("name", name, 50)?;
    short("leaderName", input.leader_name.as_deref().unwrap_or_default(), 50)?;
    if name.is_empty() {
        return Err(Problem::input("name", "请写名称，例如“一车间分会”。"));
    }
    let list = store::list(tx)?;
    if list.iter().any(|(one, _)| one.id != input.id && one.parent == input.parent && one.name == name) {
        return Err(Problem::new("refused", format!("同一级里已经有“{name}”，请换一个名称。")).at("name"));
    }
    if let Some(parent) = input.parent {
        check_parent(&list, input, parent)?;
    }
    match input.id {
        Some(id) if list.iter().all(|(one, _)| one.id != Some(id)) => Err(store::missing()),
        Some(id) => store::update(tx, id, input).map(|()| id),
        None => {
            let id = tx.new_id::<UnionGroupId>();
            store::insert(tx, id, input).map(|()| id)
        }
    }
}

/// A parent stands, and is neither the group itself nor under it.
fn check_parent(
    list: &[(UnionGroupInput, u32)],
    input: &UnionGroupInput,
    parent: UnionGroupId,
) -> Result<(), Problem> {
    let mut above = Some(parent);
    // As many steps up as there are groups: more would go round.
    for _ in 0..=list.len() {
        let Some(id) = above else { return Ok(()) };
        if input.id == Some(id) {
            let message = "不能移到自己或者自己下面的小组里，请另选上级。";
            return Err(Problem::input("parent", message));
        }
        let Some((one, _)) = list.iter().find(|(one, _)| one.id == Some(id)) else {
            return Err(Problem::input("parent", "选的上级已经移除，请重新选择。"));
        };
        if id == parent && one.kind == UnionGroupKind::Group && input.kind == UnionGroupKind::Branch {
            let message =
                format!("“{}”是小组，小组下面不设分会；请选一个分会，或者不选上级。", one.name.trim());
            return Err(Problem::input("parent", message));
        }
        above = one.parent;
    }
    Ok(())
}

/// Puts one out of sight. Those under it and its people come under the one above; at the top its people are in no group.
///
/// Errors: `not_found`.
pub fn remove(tx: &Tx, id: UnionGroupId) -> Result<(), Problem> {
    let list = store::list(tx)?;
    let (one, _) = list.iter().find(|(one, _)| one.id == Some(id)).ok_or_else(store::missing)?;
    store::remove(tx, id, one.parent)
}

/// The people of a group itself.
///
/// Errors: `not_found`.
pub fn people(connection: &Connection, id: UnionGroupId) -> Result<Vec<GroupedPerson>, Problem> {
    stands(connection, id)?;
    store::people(connection, id)
}

fn stands(connection: &Connection, id: UnionGroupId) -> Result<(), Problem> {
    let found = store::list(connection)?.iter().any(|(one, _)| one.id == Some(id));
    if found { Ok(()) } else { Err(store::missing()) }
}

/// Puts people into a group, or out of theirs; answers how many.
///
/// Errors: `bad_input` where nobody is named; `not_found`.
pub fn assign(tx: &Tx, args: &AssignToGroup) -> Result<u32, Problem> {
    let mut people: Vec<PersonId> = args.people.clone();
    if let Some(shop) = &args.shop {
        people.extend(store::ungrouped_of(tx, shop)?);
    }
    if people.is_empty() {
        let message = "没有可以编入的人：请先选人，或者选一个还有人没编组的车间。";
        return Err(Problem::input("people", message));
    }
    if let Some(group) = args.group {
        stands(tx, group)?;
    }
    for person in &people {
        let (name, _) = members::store::name_and_sex(tx, *person)?;
        match args.group {
            Some(_) if !store::is_member(tx, *person)? => {
                let message = format!("{name}不是会员，编不进分会和小组；入会以后再编。");
                return Err(Problem::new("refused", message).at("people"));
            }
            Some(group) => store::put(tx, *person, group)?,
            None => store::take_out(tx, *person)?,
        }
    }
    Ok(u32::try_from(people.len()).unwrap_or(u32::MAX))
}

/// Puts many people, ids in a JSON list, into a group, or out of theirs.
///
/// Errors: `not_found` where there is no such group.
pub fn put_all(tx: &Tx, people: &str, group: Option<&str>) -> Result<(), Problem> {
    match group {
        Some(group) => {
            name_of(tx, group)?;
            store::put_all(tx, people, group)
        }
        None => store::take_all_out(tx, people),
    }
}

/// What a branch or group is called. Errors: `not_found`.
pub fn name_of(connection: &Connection, group: &str) -> Result<String, Problem> {
    store::name_of(connection, group)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> UnionGroupId {
        format!("01990000-0000-7000-8000-0000000000{n:02}").parse().unwrap()
    }

    fn group(n: u8, parent: Option<u8>, people: u32) -> (UnionGroupInput, u32) {
        let record = UnionGroupInput {
            id: Some(id(n)),
            parent: parent.map(id),
            kind: UnionGroupKind::Group,
            name: format!("小组{n}"),
            leader: None,
            leader_name: None,
        };
        (record, people)
    }

    #[test]
    fn the_tree_counts_a_group_with_all_under_it() {
        let tree = ordered(vec![
            group(1, None, 2),
            group(2, Some(3), 10),
            group(3, Some(1), 5),
            group(4, None, 1),
            group(5, Some(9), 4),
        ]);
        let told: Vec<_> =
            tree.iter().map(|one| (one.record.name.as_str(), one.depth, one.people, one.all)).collect();
        assert_eq!(
            told,
            [
                ("小组1", 0, 2, 17),
                ("小组3", 1, 5, 15),
                ("小组2", 2, 10, 10),
                ("小组4", 0, 1, 1),
                ("小组5", 0, 4, 4),
            ],
            "one whose parent is gone is not lost"
        );
    }

    #[test]
    fn a_group_moves_anywhere_but_under_itself() {
        let list = vec![group(1, None, 0), group(2, Some(1), 0), group(3, Some(2), 0)];
        let mut moved = list[0].0.clone();
        for parent in [1, 2, 3] {
            moved.parent = Some(id(parent));
            let why = check_parent(&list, &moved, id(parent)).unwrap_err();
            assert_eq!(why.field.as_deref(), Some("parent"), "under {parent}");
        }
        let leaf = list[2].0.clone();
        assert!(check_parent(&list, &leaf, id(1)).is_ok());
        assert_eq!(check_parent(&list, &leaf, id(8)).unwrap_err().field.as_deref(), Some("parent"));
    }
}
