//! A branch or group comes back with what its removal moved: those under it and its people, where nobody moved them since.

use serde_json::{Value, json};

use crate::duties::story::Story;

/// The tree as name, name of the one above, and own people; and who is in no group.
fn tree(story: &Story) -> (Vec<(String, Option<String>, u64)>, u64) {
    let told = story.call("union.groups", json!({}));
    let groups = told["groups"].as_array().unwrap();
    let name = |one: &Value| one["record"]["name"].as_str().unwrap().to_owned();
    let above = |one: &Value| {
        let parent = &one["record"]["parent"];
        groups.iter().find(|other| other["id"] == *parent).map(name)
    };
    let mut rows: Vec<_> =
        groups.iter().map(|one| (name(one), above(one), one["people"].as_u64().unwrap())).collect();
    rows.sort();
    (rows, told["ungrouped"].as_u64().unwrap())
}

fn group(story: &Story, kind: &str, name: &str, parent: &Value) -> Value {
    story.call("union.saveGroup", json!({ "kind": kind, "name": name, "parent": parent }))
}

/// Members of the union, put into a group.
fn people(story: &Story, group: &Value, names: &[&str]) -> Vec<Value> {
    let member = |name: &&str| {
        let person =
            json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2020-03-01" });
        story.call("members.save", person)
    };
    let people: Vec<Value> = names.iter().map(member).collect();
    story.call("union.assignGroup", json!({ "group": group, "people": people }));
    people
}

fn restore(story: &Story, group: &Value) -> Value {
    story.call("trash.restore", json!({ "kind": "unionGroup", "id": group }))["note"].clone()
}

#[test]
fn a_group_comes_back_with_its_people_and_a_branch_with_its_groups() {
    let story = Story::begin("36", &[]);
    let branch = group(&story, "branch", "装配分会", &Value::Null);
    let second = group(&story, "group", "装配二组", &branch);
    group(&story, "group", "质检小组", &Value::Null);
    people(&story, &branch, &["孙一", "孙二"]);
    people(&story, &second, &["周一", "周二", "周三"]);
    let whole = tree(&story);
    for (day, one) in [("2026-06-02", &second), ("2026-06-03", &branch)] {
        story.on(day);
        story.call("union.removeGroup", json!({ "id": one }));
        assert_ne!(tree(&story), whole);
        assert_eq!(restore(&story, one), Value::Null, "nothing stays elsewhere");
        assert_eq!(tree(&story), whole, "as it was");
    }
    // Both gone, one after the other: the last that went comes back first, and then the other finds its own again.
    story.on("2026-06-04");
    story.call("union.removeGroup", json!({ "id": second }));
    story.on("2026-06-05");
    story.call("union.removeGroup", json!({ "id": branch }));
    assert_eq!(tree(&story).1, 5, "everyone is in no group");
    let early = story.refused("trash.restore", json!({ "kind": "unionGroup", "id": second }));
    assert!(early.message.contains("请先恢复“装配分会”"), "{}", early.message);
    restore(&story, &branch);
    restore(&story, &second);
    assert_eq!(tree(&story), whole);
    // And taken back, the bringing back is undone whole too.
    story.call("ledger.undo", json!({}));
    story.call("ledger.redo", json!({}));
    assert_eq!(tree(&story), whole);
}

#[test]
fn what_was_moved_since_stays_where_it_is_and_is_said() {
    let story = Story::begin("36", &[]);
    let branch = group(&story, "branch", "装配分会", &Value::Null);
    let second = group(&story, "group", "装配二组", &branch);
    let third = group(&story, "group", "装配三组", &branch);
    let other = group(&story, "branch", "机加工分会", &Value::Null);
    let own = people(&story, &branch, &["孙一", "孙二"]);
    let under = people(&story, &second, &["周一", "周二", "周三"]);
    story.on("2026-06-02");
    story.call("union.removeGroup", json!({ "id": second }));
    story.call("union.assignGroup", json!({ "group": third, "people": [under[0]] }));
    let note = restore(&story, &second);
    assert_eq!(note, "移除以后另有安排的1人没有动，仍在现在的地方。");
    let told = |story: &Story| {
        let (rows, _) = tree(story);
        rows.into_iter()
            .map(|(name, above, people)| (name, above.unwrap_or_default(), people))
            .collect::<Vec<_>>()
    };
    let row = |name: &str, above: &str, people: u64| (name.to_owned(), above.to_owned(), people);
    let of =
        |rows: &[(String, String, u64)], name: &str| rows.iter().find(|one| one.0 == name).cloned().unwrap();
    assert_eq!(of(&told(&story), "装配二组"), row("装配二组", "装配分会", 2));
    assert_eq!(of(&told(&story), "装配三组"), row("装配三组", "装配分会", 1));

    // One at the top: its people were in no group, and one has a group by now; a group under it was put under another.
    story.on("2026-06-03");
    story.call("union.removeGroup", json!({ "id": branch }));
    story.call("union.assignGroup", json!({ "group": other, "people": [own[0]] }));
    let moved = json!({ "id": third, "kind": "group", "name": "装配三组", "parent": other });
    story.call("union.saveGroup", moved);
    let note = restore(&story, &branch);
    assert_eq!(note, "移除以后另有安排的1个小组、1人没有动，仍在现在的地方。");
    let rows = told(&story);
    assert_eq!(of(&rows, "装配分会"), row("装配分会", "", 1));
    assert_eq!(of(&rows, "装配二组"), row("装配二组", "装配分会", 2));
    assert_eq!(of(&rows, "装配三组"), row("装配三组", "机加工分会", 1));
    assert_eq!(of(&rows, "机加工分会"), row("机加工分会", "", 1), "nobody is in two");
}

#[test]
fn a_branch_is_not_erased_while_a_group_in_the_trash_says_that_it_stood_under_it() {
    let story = Story::begin("36", &[]);
    let branch = group(&story, "branch", "装配分会", &Value::Null);
    let second = group(&story, "group", "装配二组", &branch);
    story.on("2026-06-04");
    story.call("union.removeGroup", json!({ "id": second }));
    story.on("2026-06-05");
    story.call("union.removeGroup", json!({ "id": branch }));
    story.on("2027-06-10");
    let erase = |of: &Value| json!({ "kind": "unionGroup", "id": of, "reason": "保存期满" });
    let refused = story.refused("trash.purge", erase(&branch));
    assert!(refused.message.contains("请先清除“装配二组”"), "{}", refused.message);
    assert!(refused.message.contains("先恢复“装配分会”"), "and the other way out: {}", refused.message);
    assert!(!refused.message.contains("撤销"), "nobody takes anything back: {}", refused.message);
    // The other way: both come back, and the group is put elsewhere.
    restore(&story, &branch);
    restore(&story, &second);
    story.call("union.saveGroup", json!({ "id": second, "kind": "group", "name": "装配二组" }));
    story.call("union.removeGroup", json!({ "id": branch }));
    story.on("2028-06-12");
    story.call("trash.purge", erase(&branch));
    assert_eq!(tree(&story).0, [("装配二组".to_owned(), None, 0)]);
}

#[test]
fn the_lower_of_two_groups_in_the_trash_is_erased_first_and_then_the_upper() {
    let story = Story::begin("36", &[]);
    let branch = group(&story, "branch", "装配分会", &Value::Null);
    let second = group(&story, "group", "装配二组", &branch);
    for one in [&second, &branch] {
        story.call("union.removeGroup", json!({ "id": one }));
    }
    story.on("2027-06-10");
    for one in [&second, &branch] {
        story.call("trash.purge", json!({ "kind": "unionGroup", "id": one, "reason": "保存期满" }));
    }
    assert_eq!(story.call("trash.list", json!({})), json!([]));
}
