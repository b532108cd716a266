//! A roster beside the people whom the ledger holds: nobody is entered twice, a number under another name is
//! told before anything is stored, and whoever has left counts no more.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::rosters::person;

/// A roster as a file: number, phone and name by the row.
fn roster(desk: &Desk, name: &str, head: &str, rows: &[String]) -> Value {
    let path = desk.out(name);
    std::fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    json!({ "file": path })
}

const HEAD: &str = "姓名,证件号码,联系电话";

#[test]
fn nobody_is_entered_twice_and_another_name_is_told_before() {
    let desk = Desk::founded("36", None);
    let (one, two) = (person(1), person(2));
    let row = |name: &str, number: &str, phone: &str| format!("{name},{number},{phone}");
    let first = [row(&one.name, &one.id, "13800138000"), row("无号甲", "", "13900139000")];
    let mut first = roster(&desk, "first.csv", HEAD, &first);
    first["options"] = json!({ "columns": {}, "decisions": { "idMissing": "takeProposal" } });
    assert_eq!(desk.call("members.import", first)["added"], 2);

    let rows = [
        row(&one.name, &one.id, "13700137000"),
        row(&two.name, &one.id, "13700137001"),
        row("无号甲", "", "13900139000"),
        row(&two.name, &two.id, "13700137002"),
    ];
    let mut second = roster(&desk, "second.csv", HEAD, &rows[..1]);
    let preview = desk.call("members.preview", second.clone());
    assert_eq!((&preview["counts"]["ready"], &preview["counts"]["ask"]), (&json!(0), &json!(1)));
    assert_eq!(preview["asks"][0]["kind"], "valueChanged", "another phone is asked, not written over");
    second["options"] = json!({ "columns": {}, "decisions": { "valueChanged": "leaveEmpty" } });
    let preview = desk.call("members.preview", second);
    assert_eq!((&preview["counts"]["ready"], &preview["counts"]["skipped"]), (&json!(0), &json!(1)));
    second = roster(&desk, "second.csv", HEAD, &rows[1..]);
    second["options"] = json!({ "columns": {}, "decisions": { "idMissing": "takeProposal" } });
    // That the number is another's is told to one who sees it in full. Who sees its mask alone could try out numbers.
    let told = |preview: &Value| ["ready", "ask", "stop"].map(|count| preview["counts"][count].clone());
    let preview = desk.call("members.preview", second.clone());
    assert_eq!(told(&preview), [2, 1, 0], "{preview}");
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对花名册" } }),
        json!({ "call": "members.preview", "args": second }),
        json!({ "call": "members.previewRows", "args": { "offset": 0, "limit": 9 } }),
    ]);
    assert_eq!(told(&answers[1]), [1, 1, 1], "{}", answers[1]);
    let told = answers[2].to_string();
    for words in [format!("登记的是{}", one.name), "姓名和电话（或工号）都相同".to_owned()] {
        assert!(told.contains(&words), "{words}: {told}");
    }
    let done = desk.call("members.import", second);
    assert_eq!(
        (&done["added"], &done["alreadyThere"], &done["leftOut"]),
        (&json!(1), &json!(1), &json!(1)),
        "nobody gets a number that is another's"
    );
    assert_eq!(desk.call("members.counts", json!({}))["total"], 3);
}

#[test]
fn whoever_has_left_stands_with_a_word_and_counts_no_more() {
    let desk = Desk::founded("36", None);
    let (one, two) = (person(1), person(2));
    let head = "姓名,证件号码,入会日期,会籍变化类型,会籍变化日期";
    let rows = [
        format!("{},{},2010-05-01,转出,2024-05-01", one.name, one.id),
        format!("{},{},2012-07-01,,", two.name, two.id),
    ];
    assert_eq!(desk.call("members.import", roster(&desk, "left.csv", head, &rows))["added"], 2);
    let list = desk.call("members.search", json!({}));
    let line = |name: &str| {
        let rows = list["rows"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == name).cloned().unwrap()
    };
    assert_eq!(
        (&line(&one.name)["memberSince"], &line(&one.name)["left"]),
        (&json!("2010-05-01"), &json!("已转出"))
    );
    assert_eq!(line(&two.name)["left"], Value::Null);
    assert_eq!(desk.call("members.counts", json!({}))["total"], 1);
    // The day of joining is an event's: no form of the person changes it, and what came after stays when it is corrected.
    let id = line(&one.name)["id"].clone();
    let mut record = desk.call("members.get", json!({ "id": id }));
    record["memberSince"] = "2011-05-01".into();
    record.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    let refusal = desk.refused("members.save", record);
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("refused", Some("memberSince")));
    let event = desk.call("members.life", json!({ "id": id }))["rungs"][0]["id"].clone();
    let corrected = json!({ "id": event, "person": id, "kind": "joined", "on": "2011-05-01" });
    desk.call("members.saveEvent", corrected);
    let list = desk.call("members.search", json!({ "text": one.name }));
    assert_eq!(
        (&list["rows"][0]["memberSince"], &list["rows"][0]["left"]),
        (&json!("2011-05-01"), &json!("已转出"))
    );
}
