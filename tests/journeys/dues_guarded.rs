//! Dues by a rate are a share of a wage: whoever may not see wages is told no sum that tells one, neither on a page nor by a step's
//! life, nor by trying sums and bases. Dues that are the same for everybody tell none. How dues are taken stands in `dues`.

use serde_json::{Value, json};

use crate::dues::{bases, lawful, with_members};
use crate::gonghui::PASSPHRASE;
use crate::people::{OFFICER, officer};

#[test]
fn whoever_may_not_see_wages_sees_no_single_sum() {
    let (desk, people, _) = with_members();
    lawful(&desk, "2026-07");
    bases(&desk, &people, 586_000);
    let entry = desk.call(
        "members.payDues",
        json!({ "paidOn": "2026-09-10", "lines": [{ "person": people[0], "months": ["2026-08"] }] }),
    );
    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let page = desk.call("members.duesMonth", json!({ "month": "2026-08" }));
    assert!(!page.to_string().contains("2930") && !page.to_string().contains("586000"), "{page}");
    let entries = desk.call("members.duesEntries", json!({}));
    assert_eq!(entries["rows"][0]["amount"], Value::Null, "one member's sum tells a wage: {entries}");
    for (name, args) in [
        ("papers.print", json!({ "kind": "members.duesReceipt", "of": entry, "to": desk.out("收据.pdf") })),
        ("members.exportDues", json!({ "year": 2026, "to": desk.out("会费.xlsx") })),
    ] {
        let closed = desk.refused(name, args);
        assert_eq!(closed.code, "no_right", "{name}");
        assert!(closed.message.contains("没有查看个人工资的权限"), "{}", closed.message);
    }
    // And works all the same: what is owed is taken without being told.
    let taken = desk.call("members.payDuesOf", json!({ "month": "2026-08", "paidOn": "2026-09-11" }));
    assert_eq!(taken["people"], 3);
    let newest = desk.call("history.list", json!({}))["lines"][0]["seq"].clone();
    let told = desk.call("history.step", json!({ "seq": newest })).to_string();
    assert!(told.contains("（受保护）") && !told.contains("2930") && !told.contains("29.30"), "{told}");
    // Nor is it told by the life of a single one, which whoever may see wages reads once they said why.
    let records = desk.call("history.step", json!({ "seq": newest }))["records"].clone();
    let touched = records.as_array().unwrap().iter().find(|one| one["table"] == "dues_payment").unwrap();
    let life = json!({ "call": "history.of", "args": { "table": "dues_payment", "id": touched["id"] } });
    let lives = |lines: &[Value]| desk.run(lines).0.pop().unwrap().to_string();
    assert!(lives(std::slice::from_ref(&life)).contains("（受保护）"));
    desk.sits_down(PASSPHRASE);
    assert!(lives(std::slice::from_ref(&life)).contains("（受保护）"), "nobody said why yet");
    let reveal = json!({ "call": "sight.reveal", "args": { "purpose": "核对会费" } });
    let told = lives(&[reveal, life]);
    assert!(told.contains("29.30元") && !told.contains("（受保护）"), "{told}");
}

#[test]
fn dues_that_are_the_same_for_everybody_are_told_by_their_life_as_by_their_page() {
    let (desk, people, _) = with_members();
    let basis = json!({ "from": "2026-07", "kind": "flat", "flat": 500, "ground": "会员大会决定" });
    desk.call("members.saveDuesBasis", basis);
    let line = json!({ "person": people[0], "months": ["2026-08"] });
    desk.call("members.payDues", json!({ "paidOn": "2026-09-10", "lines": [line] }));
    let taken = desk.call("history.list", json!({}))["lines"][0]["seq"].clone();
    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let told = desk.call("history.step", json!({ "seq": taken })).to_string();
    assert!(told.contains("5.00元") && !told.contains("（受保护）"), "{told}");
}

/// Whoever may not see wages is told no sum by a rate, of whomever: groups, shops, membership and entries are theirs to change, and
/// what a sum changes by is one person's share of a wage. Nor does a sum that they type tell it, nor another basis.
#[test]
fn sums_by_a_rate_are_kept_from_whoever_may_not_see_wages() {
    let (desk, mut people, group) = with_members();
    for name in ["周宁", "郑琳", "吴敏"] {
        let record = json!({ "name": name, "sex": "female", "form": "contract", "shop": "机加工", "memberSince": "2020-03-01" });
        people.push(desk.call("members.save", record));
    }
    lawful(&desk, "2026-07");
    bases(&desk, &people, 586_000);
    let taken = desk.call("members.payDuesOf", json!({ "month": "2026-07", "paidOn": "2026-09-10" }));
    assert_eq!(taken["people"], 7);
    let sums = |scope: Value| {
        let page = desk.call("members.duesMonth", json!({ "month": "2026-07", "scope": scope }));
        (page["dueSum"].clone(), page["paidSum"].clone(), page["paid"].clone())
    };
    let amount = || desk.call("members.duesEntries", json!({}))["rows"][0]["amount"].clone();
    // The chair, who has not revealed them: over enough people by the house rule of the figures of wages.
    assert_eq!(sums(json!({})), (json!(20_510), json!(20_510), json!(7)));
    assert_eq!(sums(json!({ "shop": "焊接" })), (Value::Null, Value::Null, json!(4)), "four are a few");
    assert_eq!(amount(), 20_510);
    assert_eq!(desk.call("members.dues", json!({}))["sums"], true);
    let report = || desk.call("report.year", json!({ "year": 2026 }))["tables"].to_string();
    assert!(report().contains("205.10"), "the yearly report has what was taken");

    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let overview = desk.call("members.dues", json!({}));
    assert_eq!((&overview["seen"], &overview["sums"]), (&json!(false), &json!(false)));
    for (scope, paid) in [(json!({}), 7), (json!({ "shop": "焊接" }), 4), (json!({ "group": group }), 2)] {
        assert_eq!(sums(scope.clone()), (Value::Null, Value::Null, json!(paid)), "{scope}");
    }
    assert_eq!(amount(), Value::Null, "an entry with one less is as easily made");
    let arrears = desk.call("members.duesArrears", json!({}));
    assert_eq!((&arrears["people"], &arrears["sum"]), (&json!(7), &Value::Null));
    assert!(arrears["groups"].as_array().unwrap().iter().all(|group| group["sum"].is_null()), "{arrears}");

    assert!(
        !report().contains("205.10") && report().contains("只给有查看个人工资权限的人看"),
        "{}",
        report()
    );

    // A sum that is not what is owed is refused alike, less or more.
    let pay = |sum: i64| json!({ "paidOn": "2026-09-11", "lines": [{ "person": people[0], "months": ["2026-08"], "amount": sum }] });
    let (less, more) =
        (desk.refused("members.payDues", pay(1)), desk.refused("members.payDues", pay(900_000)));
    assert!(less.message == more.message && less.message.contains("金额和应交的对不上"), "{}", less.message);
    let read = |sum: &str| {
        let lines = json!({ "of": "payments", "text": format!("姓名\t月份\t金额\n王小明\t8月\t{sum}\n") });
        desk.call("members.readDues", lines)[0]["trouble"].clone()
    };
    assert_eq!(read("0.01"), read("9000"));
    assert!(read("0.01").as_str().unwrap().contains("金额和应交的对不上"));
    assert_eq!(read("29.30"), Value::Null, "what is owed is taken");
    let tried = |sums: [&str; 3]| {
        let rows = sums.map(|sum| format!("王小明\t8月\t{sum}\n")).concat();
        let lines = json!({ "of": "payments", "text": format!("姓名\t月份\t金额\n{rows}") });
        let read = desk.call("members.readDues", lines);
        [0, 1, 2].map(|at: usize| read[at]["trouble"].clone())
    };
    let found = tried(["29.31", "0.01", "29.30"]);
    assert_eq!(
        tried(["0.01", "29.30", "29.31"]),
        found,
        "as many sums at once as a sheet holds tell nothing"
    );
    desk.call("members.payDues", pay(2_930));
    // What was taken by a rate stays a share of a wage, whatever dues come to be.
    let flat = |from: &str, id: Value| json!({ "id": id, "from": from, "kind": "flat", "flat": 500, "ground": "会员大会决定" });
    let changed = desk.refused("members.saveDuesBasis", flat("2026-07", overview["bases"][0]["id"].clone()));
    assert!(changed.message.contains("改成每人定额要由有查看个人工资权限的人登记"), "{}", changed.message);
    // Nor do they find it by trying what it reaches: neither by a flat sum nor by another wage for a month that was paid.
    let tried = desk.refused("members.saveDuesBasis", flat("2026-08", Value::Null));
    assert_eq!(tried.code, "no_right", "{}", tried.message);
    let wage = |from: &str| json!({ "from": from, "bases": [{ "person": people[0], "base": 100_000 }] });
    let tried = desk.refused("members.saveDuesBases", wage("2026-08"));
    assert_eq!(
        (tried.code.as_str(), tried.field.as_deref()),
        ("no_right", Some("bases.0")),
        "{}",
        tried.message
    );
    desk.call("members.saveDuesBases", wage("2026-09"));
    desk.sits_down(PASSPHRASE);
    desk.call("members.saveDuesBasis", flat("2026-08", Value::Null));
    desk.sits_down(OFFICER);
    let page = desk.call("members.duesMonth", json!({ "month": "2026-08" }));
    assert!(!page.to_string().contains("2930"), "{page}");
    assert_eq!(page["paidSum"], Value::Null);
}
