//! The journal as its reader meets it: who did what and when, in the field's own words; one step taken back past
//! later ones; the one that stands in the way; the file for Excel; and undo across a restart.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::replay::same_back_and_forth;

fn person(name: &str) -> Value {
    json!({ "name": name, "sex": "female", "form": "contract", "shop": "焊接", "phone": "13800138000" })
}

/// Number of the newest step with this label.
fn seq_of(desk: &Desk, label: &str) -> u64 {
    let page = desk.call("history.list", json!({ "text": label }));
    page["lines"][0]["seq"].as_u64().unwrap_or_else(|| panic!("no step {label} in {page}"))
}

#[test]
fn a_records_life_is_told_in_field_names() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person("林知秋"));
    desk.now("2026-09-16T09:00:00+08:00");
    let mut record = desk.call("members.get", json!({ "id": id }));
    record["shop"] = "装配".into();
    desk.call("members.save", record);
    desk.now("2026-09-17T09:00:00+08:00");
    desk.call("members.remove", json!({ "id": id }));
    let life = desk.call("history.of", json!({ "table": "person", "id": id }));
    let told: Vec<String> = life
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            format!(
                "{} {} {} {}",
                one["line"]["at"].as_str().unwrap().get(..10).unwrap(),
                one["line"]["actor"].as_str().unwrap(),
                one["record"]["act"].as_str().unwrap(),
                one["record"]["record"].as_str().unwrap(),
            )
        })
        .collect();
    assert!(told.contains(&"2026-09-15 陈望舒 新增 人员".to_owned()), "{told:?}");
    assert!(told.contains(&"2026-09-16 陈望舒 修改 用工".to_owned()), "{told:?}");
    assert!(told.contains(&"2026-09-17 陈望舒 移除 人员".to_owned()), "{told:?}");
    let moved = life.as_array().unwrap().iter().find(|one| one["record"]["act"] == "修改").unwrap();
    assert_eq!(
        moved["record"]["fields"],
        json!([{ "field": "车间或部门", "before": "焊接", "after": "装配" }])
    );
    let all = life.to_string();
    assert!(
        all.contains("138****8000") && !all.contains("13800138000"),
        "identity stays masked in a history"
    );
}

#[test]
fn a_step_goes_back_past_later_ones_or_names_the_one_in_the_way() {
    let desk = Desk::founded("36", None);
    desk.call("members.save", person("林知秋"));
    let first = desk.head().0;
    let id = desk.call("members.save", person("叶晴川"));
    let second = desk.head().0;
    let mut record = desk.call("members.get", json!({ "id": id }));
    record["post"] = "电焊工".into();
    desk.call("members.save", record);
    let third = desk.head().0;

    let refused = desk.refused("history.takeBack", json!({ "seq": second }));
    assert_eq!(refused.code, "ledger.standsInTheWay");
    assert!(refused.message.contains(&format!("第 {third} 步")), "{}", refused.message);
    desk.call("history.takeBack", json!({ "seq": first }));
    assert_eq!(desk.call("members.counts", json!({}))["members"].as_u64().unwrap_or(1), 1);
    let page = desk.call("history.list", json!({ "module": "members" }));
    let line =
        |seq: u64| page["lines"].as_array().unwrap().iter().find(|line| line["seq"] == seq).unwrap().clone();
    assert_eq!((line(first)["canTakeBack"].clone(), line(first)["undoneBy"].is_u64()), (json!(false), true));
    assert_eq!(
        (line(second)["canTakeBack"].clone(), line(second)["undoneBy"].clone()),
        (json!(true), Value::Null)
    );
    let again = desk.refused("history.takeBack", json!({ "seq": first }));
    assert_eq!(again.code, "ledger.alreadyTakenBack");

    // What a step was about is read with it: the record by its name.
    assert_eq!(
        (line(first)["subject"].clone(), line(third)["subject"].clone()),
        (json!("林知秋"), json!("叶晴川"))
    );

    // Each command is a process of its own: undo and redo cross restarts, and pass what is taken back.
    assert_eq!(desk.frame()["undo"], "保存人员");
    desk.call("ledger.undo", json!({}));
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.frame()["undo"], Value::Null, "nothing is left to undo");
    for _ in 0..3 {
        desk.call("ledger.redo", json!({}));
    }
    assert_eq!(desk.refused("ledger.redo", json!({})).code, "ledger.nothingToRedo");
    let step = desk.call("history.step", json!({ "seq": third }));
    assert_eq!(step["line"]["label"], "保存人员");
    assert!(step["records"].to_string().contains("电焊工"), "{step}");
    desk.head();
    assert_eq!(same_back_and_forth(&desk.ledger(), PASSPHRASE), 3);
}

#[test]
fn the_journal_is_searched_and_saved_for_excel() {
    let desk = Desk::founded("36", None);
    desk.call("members.save", person("林知秋"));
    desk.now("2026-10-01T09:00:00+08:00");
    desk.call("negotiation.start", json!({ "year": 2027 }));
    let count = |query: Value| desk.call("history.list", query)["lines"].as_array().unwrap().len();
    let all = count(json!({}));
    assert!(all >= 4, "founding, the union, a person and talks");
    assert_eq!(count(json!({ "module": "negotiation" })), 1);
    assert_eq!(count(json!({ "from": "2026-10-01", "to": "2026-10-01" })), 1);
    assert_eq!(count(json!({ "text": "保存人员" })), 1);
    assert_eq!(count(json!({ "before": seq_of(&desk, "启动协商") })), all - 1);
    assert_eq!(count(json!({ "limit": 2 })), 2);
    let to = desk.out("流水.xlsx");
    let saved = desk.call("history.export", json!({ "to": to, "query": { "module": "members" } }));
    assert_eq!((saved["rows"].as_u64(), to.is_file()), (Some(1), true));
    let steps = cells(&to);
    assert!(steps.contains("记录") && steps.contains("林知秋"), "each step names its record");
}

/// The text of a workbook, page after page, as `unzip` gives it.
fn cells(book: &Path) -> String {
    let out = Command::new("unzip").arg("-p").arg(book).arg("xl/worksheets/*.xml").output().expect("unzip");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn what_was_changed_leaves_for_excel_masked_until_it_is_revealed() {
    let desk = Desk::founded("36", None);
    let id = desk.call("members.save", person("林知秋"));
    let mut record = desk.call("members.get", json!({ "id": id }));
    record["shop"] = "装配".into();
    desk.call("members.save", record);
    desk.call("members.remove", json!({ "id": id }));

    let covered = desk.out("流水.xlsx");
    desk.call("history.export", json!({ "to": covered }));
    let told = cells(&covered);
    for cell in
        ["用工 林知秋", "车间或部门", "焊接", "装配", "修改", "移除", "138****8000", "2026-09-15 09:00:00"]
    {
        assert!(told.contains(&format!(">{cell}<")), "{cell} stands in a cell of its own: {told}");
    }
    assert!(!told.contains("13800138000"), "masked as on the page");
    assert!(!told.contains(id.as_str().unwrap()), "no id leaves by the file");

    let full = desk.out("流水全.xlsx");
    let (answers, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对入会申请" } }),
        json!({ "call": "history.export", "args": { "to": full } }),
        json!({ "call": "sight.log" }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(cells(&full).contains(">13800138000<"), "in full once it was revealed with its purpose");
    let look = &answers[2][0];
    assert_eq!((&look["kind"], &look["purpose"]), (&json!("history.export"), &json!("核对入会申请")));
    assert_eq!(look["subjects"], json!([id]), "the look says whose identity left");
}
