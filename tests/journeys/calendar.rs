//! A year whose days off the program does not bring along: the dates that run into it are told as assumed, the notice
//! is entered by form or from a table, and what moves by it is shown before it is kept.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::places::offer;

/// An invented arrangement of 2027 of the usual kind.
fn notice() -> Value {
    let holiday = |name: &str, from: &str, to: &str, first: &str, work: &[&str]| json!({ "name": name, "from": from, "to": to, "first": first, "work": work });
    json!({
        "year": 2027, "basis": "国务院办公厅关于2027年部分节假日安排的通知",
        "holidays": [
            holiday("元旦", "2027-01-01", "2027-01-03", "2027-01-01", &[]),
            holiday("春节", "2027-02-05", "2027-02-11", "2027-02-05", &["2027-02-14"]),
            holiday("清明节", "2027-04-03", "2027-04-05", "2027-04-05", &[]),
            holiday("劳动节", "2027-05-01", "2027-05-05", "2027-05-01", &["2027-05-08"]),
            holiday("端午节", "2027-06-09", "2027-06-09", "2027-06-09", &[]),
            holiday("中秋节", "2027-09-15", "2027-09-15", "2027-09-15", &[]),
            holiday("国庆节", "2027-10-01", "2027-10-07", "2027-10-01", &["2027-09-26", "2027-10-09"]),
        ],
    })
}

/// An offer whose reply is due on the twentieth day, which is New Year's Eve.
fn offered() -> Desk {
    let desk = Desk::founded("42", None);
    desk.now("2027-01-16T16:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveOffer", offer(&id, "2027-01-16", Some("2027-01-16")));
    desk
}

fn duty(desk: &Desk, button: &str) -> Option<Value> {
    let today = desk.call("today.list", json!({}));
    today["duties"].as_array().unwrap().iter().find(|duty| duty["button"] == button).cloned()
}

fn reply(desk: &Desk) -> (String, bool) {
    let deadline = duty(desk, "登记答复").expect("the reply is due")["deadline"].clone();
    (deadline["due"].as_str().unwrap().to_owned(), deadline["certain"] == true)
}

#[test]
fn a_notice_makes_assumed_days_certain_and_shows_first_what_moves() {
    let desk = offered();
    assert_eq!(reply(&desk), ("2027-02-05".to_owned(), false), "a Friday, so far as one knows");
    let asked = duty(&desk, "去录入").expect("today asks for the year");
    assert_eq!(asked["title"], "录入2027年放假安排");
    assert_eq!(asked["place"], json!({ "page": "settings", "part": "calendar" }));
    let years = desk.call("calendar.years", json!({}));
    assert_eq!((&years["wanted"], &years["next"]), (&json!([2027]), &json!(2027)));
    assert_eq!(years["years"][0]["year"], 2026);

    let tried = desk.call("calendar.try", json!({ "notice": notice() }));
    assert_eq!(tried["doubt"], Value::Null);
    assert_eq!(tried["settled"], 1);
    let moved = tried["moved"].as_array().unwrap();
    assert_eq!(moved.len(), 1, "{moved:?}");
    assert_eq!((&moved[0]["before"], &moved[0]["after"]), (&json!("2027-02-05"), &json!("2027-02-09")));
    assert_eq!(reply(&desk).0, "2027-02-05", "looking moved nothing");

    desk.call("calendar.save", json!({ "notice": notice() }));
    assert_eq!(reply(&desk), ("2027-02-09".to_owned(), true), "the day after the four statutory days");
    assert!(duty(&desk, "去录入").is_none(), "nothing is asked for any more");
    let form = desk.call("calendar.form", json!({ "year": 2027 }));
    assert_eq!((&form["notice"], &form["own"]), (&notice(), &json!(true)));

    desk.call("ledger.undo", json!({}));
    assert_eq!(reply(&desk), ("2027-02-05".to_owned(), false));
    desk.call("ledger.redo", json!({}));
    assert_eq!(reply(&desk).0, "2027-02-09");

    // A correction leaves alone what stays, and its history tells the day that was wrong.
    let mut right = notice();
    right["holidays"][1]["work"] = json!(["2027-02-20"]);
    desk.call("calendar.save", json!({ "notice": right }));
    let seq = desk.head().0;
    let step = desk.call("history.step", json!({ "seq": seq }));
    let touched: Vec<String> = step["records"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["act"].as_str().unwrap(), one["title"].as_str().unwrap()))
        .collect();
    assert_eq!(touched, ["移除 2027年 2027年2月14日", "新增 2027年 2027年2月20日"]);
    assert_eq!(desk.call("calendar.form", json!({ "year": 2027 }))["notice"], right);

    // Its whole life is told from the list of years; a year that the program brought has none.
    let years = desk.call("calendar.years", json!({}));
    let (own, shipped) = (&years["years"][0], &years["years"][1]);
    assert_eq!((&own["year"], &own["own"]), (&json!(2027), &json!(true)), "{years}");
    assert_eq!((&shipped["own"], &shipped["id"]), (&json!(false), &Value::Null));
    let life = desk.call("history.of", json!({ "table": "calendar_notice", "id": own["id"] })).to_string();
    for told in ["国务院办公厅", "2027年2月14日", "2027年2月20日"] {
        assert!(life.contains(told), "{told}: {life}");
    }
}

#[test]
fn a_removed_year_waits_in_the_trash_and_comes_back_alone() {
    let desk = offered();
    desk.call("calendar.save", json!({ "notice": notice() }));
    desk.call("calendar.remove", json!({ "year": 2027 }));
    assert!(!reply(&desk).1, "its days are assumed again");
    let trash = desk.call("trash.list", json!({}));
    assert_eq!((&trash[0]["title"], &trash[0]["kindLabel"]), (&json!("2027年放假安排"), &json!("放假安排")));
    let removed = json!({ "kind": "calendar", "id": trash[0]["id"] });
    desk.call("calendar.save", json!({ "notice": notice() }));
    let refusal = desk.refused("trash.restore", removed.clone());
    assert!(refusal.message.contains("后来又录入了"), "{}", refusal.message);
    desk.call("calendar.remove", json!({ "year": 2027 }));
    desk.call("trash.restore", removed);
    assert_eq!(reply(&desk), ("2027-02-09".to_owned(), true));
}

#[test]
fn a_notice_goes_from_one_union_to_the_next_as_a_table() {
    let giver = offered();
    giver.call("calendar.save", json!({ "notice": notice() }));
    let table = giver.out("2027年放假安排.xlsx");
    giver.call("calendar.export", json!({ "year": 2027, "to": table }));
    let taker = Desk::founded("36", None);
    assert_eq!(taker.call("calendar.read", json!({ "file": table })), notice());
    let empty = taker.out("空表.xlsx");
    taker.call("calendar.export", json!({ "year": 2027, "to": empty }));
    let refusal = taker.refused("calendar.read", json!({ "file": empty }));
    assert!(refusal.message.contains("还没有填"), "{}", refusal.message);
    assert_eq!(refusal.field.as_deref(), Some("file"));

    let typed = taker.out("手填.csv");
    std::fs::write(
        &typed,
        "节日,放假第一天,放假最后一天,法定休假第一天,调休上班日\n春节,2027年2月5日,2027/2/11,20270205,2027-02-14；2027.2.20\n",
    )
    .unwrap();
    let read = taker.call("calendar.read", json!({ "file": typed }));
    assert_eq!(read["holidays"][0]["work"], json!(["2027-02-14", "2027-02-20"]), "as people write days");
    std::fs::write(
        &typed,
        "节日,放假第一天,放假最后一天,法定休假第一天,调休上班日\n春节,二月初五,2027-02-11,2027-02-05,\n",
    )
    .unwrap();
    let refusal = taker.refused("calendar.read", json!({ "file": typed }));
    assert!(refusal.message.contains("B2"), "the cell is named: {}", refusal.message);
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let desk = Desk::founded("36", None);
    let mut short = notice();
    short["holidays"][1]["to"] = "2027-02-07".into();
    for command in ["calendar.try", "calendar.save"] {
        let refusal = desk.refused(command, json!({ "notice": short }));
        assert_eq!(refusal.field.as_deref(), Some("holidays.1.to"), "{}", refusal.message);
        assert!(refusal.message.contains("4天法定休假日"), "{}", refusal.message);
    }
    let mut doubtful = notice();
    doubtful["holidays"][6]["work"] = json!(["2027-10-09"]);
    let tried = desk.call("calendar.try", json!({ "notice": doubtful }));
    assert!(tried["doubt"].as_str().unwrap().contains("两边不等"), "{tried}");
    desk.call("calendar.save", json!({ "notice": doubtful }));
}
