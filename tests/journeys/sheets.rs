//! Sheets on their way in and out: a newer file beside the ledger, a paste, a mapping that is remembered, a value traced to its
//! cell, certificates of a training ledger, exams of a health report, files of other kinds, and the pre-flight for the upper system's
//! template.

mod kinds;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::rosters::{Invented, person};

const HEAD: &str = "姓名,证件号码,手机号码,部门,工号,入会日期";

/// A row of the invented person of a number.
fn row(number: u32, shop: &str) -> String {
    let Invented { name, id, phone } = person(number);
    format!("{name},{id},{phone},{shop},G{number},2019-04-01")
}

fn file(desk: &Desk, name: &str, head: &str, rows: &[String]) -> Value {
    let path = desk.out(name);
    std::fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    json!({ "file": path })
}

fn welders(numbers: std::ops::Range<u32>) -> Vec<String> {
    numbers.map(|n| row(n, "焊接")).collect()
}

/// A ledger with six welders on it.
fn six(desk: &Desk) {
    assert_eq!(desk.call("members.import", file(desk, "一季度.csv", HEAD, &welders(1..7)))["added"], 6);
}

fn found(desk: &Desk, number: u32) -> Value {
    let page = desk.call("members.search", json!({ "text": person(number).name }));
    page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["workNumber"] == format!("G{number}"))
        .unwrap()
        .clone()
}

#[test]
fn a_newer_file_shows_joiners_changes_and_who_is_missing_and_deletes_nobody() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let same = file(&desk, "一季度.csv", HEAD, &welders(1..7));
    let counts = &desk.call("members.preview", same.clone())["counts"];
    assert_eq!((&counts["ready"], &counts["ask"], &counts["skipped"]), (&json!(0), &json!(0), &json!(6)));
    assert_eq!(desk.refused("members.import", same).code, "nothing_new");

    let mut rows = welders(1..4);
    rows.push(row(4, "装配"));
    rows.push(row(7, "焊接"));
    let mut newer = file(&desk, "二季度.csv", HEAD, &rows);
    let preview = desk.call("members.preview", newer.clone());
    assert_eq!((&preview["counts"]["ready"], &preview["counts"]["ask"]), (&json!(1), &json!(1)));
    assert_eq!(preview["asks"][0]["kind"], "valueChanged");
    let missing: Vec<&str> =
        preview["absent"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(missing, [person(6).name, person(5).name], "by their names");

    newer["options"] = json!({ "columns": {}, "decisions": { "valueChanged": "takeProposal" } });
    newer["leavers"] = json!([{ "person": found(&desk, 5)["id"], "kind": "movedOut", "on": "2026-08-31" }]);
    let done = desk.call("members.import", newer);
    assert_eq!((&done["added"], &done["changed"], &done["left"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(found(&desk, 4)["shop"], "装配");
    assert_eq!(found(&desk, 5)["left"], "已转出");
    assert_eq!(found(&desk, 6)["left"], Value::Null, "nobody decided about the other, so nothing happened");
    desk.call("ledger.undo", json!({}));
    assert_eq!((&found(&desk, 4)["shop"], &found(&desk, 5)["left"]), (&json!("焊接"), &Value::Null));

    // Anything but leaving is not entered so.
    let mut wrong = file(&desk, "三季度.csv", HEAD, &welders(1..8));
    wrong["leavers"] = json!([{ "person": found(&desk, 5)["id"], "kind": "expelled" }]);
    assert_eq!(desk.refused("members.import", wrong).code, "bad_input");
}

#[test]
fn one_cell_is_decided_by_itself() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let mut newer = file(&desk, "二季度.csv", HEAD, &[row(1, "装配"), row(2, "装配"), row(3, "焊接")]);
    newer["options"] = json!({ "columns": {}, "decisions": {}, "single": [
        { "page": 0, "row": 2, "column": 4, "kind": "valueChanged", "decision": "takeProposal" },
        { "page": 0, "row": 3, "column": 4, "kind": "valueChanged", "decision": "leaveEmpty" },
    ] });
    assert_eq!(desk.call("members.import", newer)["changed"], 1);
    assert_eq!((&found(&desk, 1)["shop"], &found(&desk, 2)["shop"]), (&json!("装配"), &json!("焊接")));
}

#[test]
fn a_value_is_traced_to_its_cell_by_whoever_may_see_it() {
    let desk = Desk::founded("36", None);
    let Invented { name, id, phone } = person(1);
    // What a sheet lays on the clipboard, with a column of its own.
    let pasted = format!("姓名\t证件号码\t手机号码\t宿舍\n{name}\t{id}\t{phone}\t3栋\n");
    assert_eq!(desk.call("members.import", json!({ "pasted": pasted }))["added"], 1);
    let person_id = desk.call("members.search", json!({}))["rows"][0]["id"].clone();
    let ask = json!({ "call": "members.origins", "args": { "id": person_id } });
    let (answers, _) =
        desk.run(&[ask.clone(), json!({ "call": "sight.reveal", "args": { "purpose": "核对花名册" } }), ask]);
    let (masked, full) = (&answers[0][0], &answers[2][0]);
    assert_eq!(
        (&masked["pasted"], &masked["file"], &masked["row"]),
        (&json!(true), &json!("粘贴的表格"), &json!(2))
    );
    assert_eq!(masked["on"], "2026-09-15");
    let value = |origin: &Value, field: &str| {
        let values = origin["values"].as_array().unwrap();
        values.iter().find(|one| one["field"] == field).unwrap().clone()
    };
    let number = value(masked, "证件号码");
    assert_eq!((&number["column"], &number["heading"]), (&json!("B"), &json!("证件号码")));
    assert!(
        !masked.to_string().contains(&id) && !masked.to_string().contains(&phone),
        "masked as everywhere"
    );
    assert_eq!(value(full, "证件号码")["value"], id);
    assert_eq!(masked["leftOut"], json!(["宿舍"]));
}

#[test]
fn the_name_of_a_file_shows_its_numbers_to_whoever_may_see_them() {
    let desk = Desk::founded("36", None);
    let Invented { name, id, phone } = person(1);
    let named = format!("{name}{id}电话{phone}.csv");
    assert_eq!(desk.call("members.import", file(&desk, &named, HEAD, &[row(1, "焊接")]))["added"], 1);
    let origins = json!({ "call": "members.origins", "args": { "id": found(&desk, 1)["id"] } });
    let history = json!({ "call": "history.list", "args": {} });
    let reveal = json!({ "call": "sight.reveal", "args": { "purpose": "核对花名册" } });
    let (answers, _) = desk.run(&[origins.clone(), history.clone(), reveal, origins, history]);
    for (masked, full) in [(&answers[0], &answers[3]), (&answers[1], &answers[4])] {
        let masked = masked.to_string();
        assert!(masked.contains(&name) && !masked.contains(&id) && !masked.contains(&phone), "{masked}");
        assert!(full.to_string().contains(&named), "{full}");
    }
}

#[test]
fn how_a_shape_of_file_is_read_is_remembered() {
    let desk = Desk::founded("36", None);
    let head = "姓名,证件号码,手机号码,归属,代号";
    let rows = |from: u32| -> Vec<String> { (from..from + 3).map(|n| row(n, "焊接")).collect() };
    let mut first = file(&desk, "九月.csv", head, &rows(1));
    first["options"] = json!({ "columns": { "4": "shop", "5": "staffNo" }, "decisions": {} });
    assert_eq!(desk.call("members.import", first)["added"], 3);
    let next = file(&desk, "十月.csv", head, &rows(4));
    let preview = desk.call("members.preview", next.clone());
    let fields: Vec<&str> = preview["pages"][0]["header"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["name", "idNumber", "phone", "shop", "staffNo"]);
    assert!(preview["remarks"].to_string().contains("九月.csv"), "and it is said: {}", preview["remarks"]);
    assert_eq!(desk.call("members.import", next)["added"], 3);
    assert_eq!(found(&desk, 4)["shop"], "焊接");
}

#[test]
fn the_pre_flight_writes_what_can_be_sent_and_what_is_wrong() {
    let desk = Desk::founded("36", None);
    let mut rows = welders(1..4);
    rows.push(format!("{},{},,焊接,G4", person(4).name, person(4).id));
    assert_eq!(desk.call("members.import", file(&desk, "花名册.csv", HEAD, &rows))["added"], 4);
    let templates = desk.call("members.uploadTemplates", json!({}));
    assert_eq!(templates[0]["id"], "province");
    let checked = desk.call("members.checkUpload", json!({ "template": "province" }));
    assert_eq!((&checked["people"], &checked["good"], &checked["bad"]), (&json!(4), &json!(3), &json!(1)));
    assert_eq!(checked["kinds"][0]["heading"], "移动电话");
    let (clean, errors) = (desk.out("上报.xlsx"), desk.out("问题.xlsx"));
    let save = |which: &str, to| json!({ "template": "province", "which": which, "to": to });
    assert_eq!(
        desk.refused("members.saveUpload", save("clean", &clean)).code,
        "covered",
        "full numbers go out"
    );
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "向县总工会上报" } }),
        json!({ "call": "members.saveUpload", "args": save("clean", &clean) }),
        json!({ "call": "members.saveUpload", "args": save("errors", &errors) }),
    ]);
    assert_eq!((&answers[1]["rows"], &answers[2]["rows"]), (&json!(3), &json!(1)));
    let book = sheet::read(&clean, &mut |_, _| true).unwrap();
    let page = &book.pages[0];
    assert!(page.merges.is_empty());
    assert_eq!(page.row(4).unwrap().get(2).show(), "姓名*");
    assert_eq!(page.row(5).unwrap().get(8).show().len(), 18, "the number in full, from row 5 on");
    assert!(page.row(8).unwrap().get(1).show().starts_with("填表说明"), "the note in the last row");
    // What was written passes when it is read back, and so does a file filled in elsewhere.
    let again = desk.call("members.checkUpload", json!({ "template": "province", "file": clean }));
    assert_eq!((&again["people"], &again["bad"]), (&json!(3), &json!(0)), "{again}");
}

#[test]
fn a_value_from_a_merged_cell_is_traced_to_that_cell() {
    let desk = Desk::founded("36", None);
    let (one, other) = (person(1), person(2));
    let pasted = format!(
        "<table><tr><td>姓名</td><td>证件号码</td><td>手机号码</td><td>部门</td></tr>\
         <tr><td>{}</td><td>{}</td><td>{}</td><td rowspan=\"2\">焊接</td></tr>\
         <tr><td>{}</td><td>{}</td><td>{}</td></tr></table>",
        one.name, one.id, one.phone, other.name, other.id, other.phone
    );
    assert_eq!(desk.call("members.import", json!({ "pasted": pasted }))["added"], 2);
    let shop = |name: &str| {
        let id = desk.call("members.search", json!({ "text": name }))["rows"][0]["id"].clone();
        let origins = desk.call("members.origins", json!({ "id": id }));
        let values = origins[0]["values"].as_array().unwrap().clone();
        values.into_iter().find(|value| value["field"] == "部门").expect("the shop has a cell")
    };
    let own = shop(&one.name);
    assert_eq!((&own["column"], &own["row"], &own["value"]), (&json!("D"), &Value::Null, &json!("焊接")));
    let filled = shop(&other.name);
    assert_eq!(
        (&filled["column"], &filled["row"]),
        (&json!("D"), &json!(2)),
        "where it is written: {filled}"
    );
    assert_eq!(filled["value"], "焊接");
}

#[test]
fn what_the_real_name_roster_asks_beside_has_its_place_and_goes_up() {
    let desk = Desk::founded("36", None);
    let Invented { name, id, phone } = person(1);
    let head = "姓名,证件号码,手机号码,部门,班组,职称,参加工作年份,邮箱";
    let rows = [format!("{name},{id},{phone},焊接,三班,工程师,2001,wang@example.com")];
    let roster = file(&desk, "带班组的花名册.csv", head, &rows);
    let preview = desk.call("members.preview", roster.clone());
    assert!(!preview["remarks"].to_string().contains("只随原始行保存"), "{}", preview["remarks"]);
    assert_eq!(desk.call("members.import", roster)["added"], 1);
    let person = desk.call("members.search", json!({}))["rows"][0]["id"].clone();
    let record = desk.call("members.get", json!({ "id": person }));
    for (field, value) in
        [("team", "三班"), ("title", "工程师"), ("startedOn", "2001"), ("email", "w***@example.com")]
    {
        assert_eq!(record[field], value, "{field}");
    }
    // Sent back masked, the address stays; the file tells it, and when work began, to annual leave.
    desk.call("members.save", record.clone());
    let dossier = desk.call("dossier.get", json!({ "id": person }));
    assert!(
        dossier["leave"]["why"]["text"].as_str().unwrap().contains("从参加工作（2001年）算起"),
        "{dossier}"
    );
    assert!(
        dossier["facts"].to_string().contains("w***@example.com") && !dossier.to_string().contains("wang@")
    );
    assert_eq!(dossier["jobs"][0]["team"], "三班");

    let clean = desk.out("市里的模板.xlsx");
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "向市总工会上报" } }),
        json!({ "call": "members.get", "args": { "id": person } }),
        json!({ "call": "members.saveUpload", "args": { "template": "city", "which": "clean", "to": clean } }),
    ]);
    assert_eq!(answers[1]["email"], "wang@example.com");
    assert_eq!(answers[2]["rows"], 1);
    let book = sheet::read(&clean, &mut |_, _| true).unwrap();
    let page = &book.pages[0];
    let cell = |heading: &str| {
        let head = page.row(4).unwrap();
        let (at, _) = head.cells.iter().find(|(_, cell)| cell.show() == heading).expect("the heading");
        page.row(5).unwrap().get(*at).show()
    };
    assert_eq!((cell("参加工作年份"), cell("班组")), ("2001".to_owned(), "三班".to_owned()));

    let mut wrong = record;
    wrong["email"] = json!("没有邮箱");
    assert_eq!(desk.refused("members.save", wrong).field.as_deref(), Some("email"));
}
