//! Looking things up and carrying them away: the one search over people, affairs and papers, the list of
//! people in another order and as a workbook, today's duties on paper.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::meeting::{ready, record};

/// What a search finds, as `kind title`.
fn found(desk: &Desk, text: &str) -> Vec<String> {
    let hits = desk.call("search.all", json!({ "text": text }));
    hits.as_array()
        .unwrap()
        .iter()
        .map(|hit| format!("{} {}", hit["kind"].as_str().unwrap(), hit["title"].as_str().unwrap()))
        .collect()
}

#[test]
fn one_search_finds_people_affairs_and_papers_and_nothing_removed() {
    let (desk, id) = ready();
    desk.call("members.save", json!({ "name": "叶班长", "sex": "male", "form": "contract", "shop": "焊接" }));
    let meeting = desk.call("negotiation.saveMeeting", record(&desk, &id));
    assert_eq!(found(&desk, "yebanzhang"), ["person 叶班长"]);
    assert_eq!(found(&desk, "三楼会议室"), ["meeting 第1轮协商会议"]);
    assert_eq!(found(&desk, "分车间工资总额"), ["undertaking 提供分车间工资总额"]);
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    let topic = talks["topics"][0]["title"].as_str().unwrap();
    assert!(found(&desk, topic).contains(&format!("topic {topic}")), "topics are found by their title");

    let hit = desk.call("search.all", json!({ "text": "三楼会议室" }))[0].clone();
    assert_eq!(hit["place"]["part"], json!(format!("meeting:{}", meeting.as_str().unwrap())));
    desk.call("negotiation.removeMeeting", json!({ "id": meeting }));
    assert!(found(&desk, "三楼会议室").is_empty(), "what was removed is not found");
    assert!(found(&desk, "分车间工资总额").is_empty(), "nor what was promised there");
    desk.call("ledger.undo", json!({}));
    assert_eq!(found(&desk, "三楼会议室"), ["meeting 第1轮协商会议"], "undo brings it back into the index");

    let paper = desk.paper("negotiation.minutes");
    let number = desk.call("papers.issue", json!({ "kind": paper["kind"], "of": paper["of"] }));

    assert_eq!(
        found(&desk, "2027年度工资集体"),
        ["negotiation 2027年度工资集体协商", "paper 2027年度工资集体协商第1轮协商会议纪要"]
    );
    let by_number = found(&desk, number.as_str().unwrap());
    assert_eq!(by_number.len(), 1, "a paper is found by the number it bears: {by_number:?}");
    assert!(by_number[0].starts_with("paper "), "{by_number:?}");
    assert!(found(&desk, "inaffairs").is_empty(), "the index's own words are no titles");
}

/// A desk with four people, two of whom have no shop entered.
fn four_people() -> Desk {
    let desk = Desk::founded("36", None);
    for (name, shop, phone) in [
        ("赵一", Some("焊接"), Some("13800138000")),
        ("钱二", None, None),
        ("孙三", Some("喷涂"), None),
        ("李四", None, None),
    ] {
        let mut person = json!({ "name": name, "sex": "female", "form": "contract" });
        if let Some(shop) = shop {
            person["shop"] = shop.into();
        }
        if let Some(phone) = phone {
            person["phone"] = phone.into();
        }
        desk.call("members.save", person);
    }
    desk
}

fn names(page: &Value) -> Vec<&str> {
    page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect()
}

#[test]
fn the_list_is_sorted_by_a_column_and_what_is_missing_stays_last() {
    let desk = four_people();
    let sorted = |args: Value| desk.call("members.search", args);
    assert_eq!(names(&sorted(json!({}))), ["李四", "钱二", "孙三", "赵一"], "pinyin order");
    assert_eq!(names(&sorted(json!({ "descending": true }))), ["赵一", "孙三", "钱二", "李四"]);
    assert_eq!(names(&sorted(json!({ "sort": "shop" }))), ["孙三", "赵一", "李四", "钱二"]);
    assert_eq!(
        names(&sorted(json!({ "sort": "shop", "descending": true }))),
        ["赵一", "孙三", "李四", "钱二"],
        "those without a shop are last this way too"
    );
    assert_eq!(desk.refused("members.search", json!({ "sort": "idNumber" })).code, "bad_input");
}

#[test]
fn the_list_goes_out_as_a_workbook_as_masked_as_on_the_page() {
    let desk = four_people();
    let to = desk.out("名单.xlsx");
    let columns = json!(["name", "shop", "phone"]);
    let args = json!({ "query": { "sort": "shop" }, "columns": columns, "to": to });
    assert_eq!(desk.call("members.export", args)["rows"], json!(4));
    let read = desk.call("members.preview", json!({ "file": to }));
    assert_eq!(read["counts"]["total"], json!(4), "what went out reads as a roster again");
    let out = std::process::Command::new("unzip").arg("-p").arg(&to).output().expect("unzip");
    let text = String::from_utf8_lossy(&out.stdout);
    let at = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name} is in the file"));
    assert!(at("孙三") < at("赵一") && at("赵一") < at("李四"), "in the order of the page");
    assert!(text.contains("138****8000") && !text.contains("13800138000"), "masked as on the page");

    let refusal = desk.refused("members.export", json!({ "columns": [], "to": desk.out("空.xlsx") }));
    assert_eq!(refusal.field.as_deref(), Some("columns"));
    let nowhere = desk.out("没有/名单.xlsx");
    let refusal = desk.refused("members.export", json!({ "columns": ["name"], "to": nowhere }));
    assert_eq!(refusal.field.as_deref(), Some("to"));
    assert!(!desk.out("空.xlsx").exists(), "a refused export leaves no file");
}

#[test]
fn what_is_due_goes_on_paper_with_its_article_and_gets_no_number() {
    let (desk, _) = ready();
    let today = desk.call("today.list", json!({}));
    let duty = today["duties"].as_array().unwrap().iter().find(|duty| duty["deadline"].is_object());
    let duty = duty.expect("talks that stand have a clock running");
    let to = desk.out("今日.pdf");
    desk.call("papers.print", json!({ "kind": "today.duties", "of": "today", "to": to }));
    let article = duty["deadline"]["rule"]["article"].as_str().unwrap();
    judges::sound(&to, &["到期事项清单", "2026年10月20日", duty["title"].as_str().unwrap(), article]);
    // How its day was counted: the sentence that the window says, and the ends of the drawing.
    let sentence = duty["deadline"]["explanation"]["sentence"].as_str().unwrap();
    judges::sound(&to, &["日子怎样算", sentence, "当天", "到期"]);
    // Exactly what the window lists, the ledger's own duties among it, and each day with its doubt.
    let duties = today["duties"].as_array().unwrap();
    assert!(
        duties.iter().any(|duty| duty["id"] == "ledger.sheet"),
        "nobody has printed the recovery sheet yet"
    );
    let listed = judges::text(&to);
    let listed = listed.split("日子怎样算").next().unwrap();
    for duty in duties {
        let title = duty["title"].as_str().unwrap();
        assert!(listed.contains(&title.replace(' ', "")), "{title} is not listed");
    }
    let heads = listed.split('（').filter_map(|piece| piece.split_once("件）")?.0.parse::<usize>().ok());
    assert_eq!(heads.sum::<usize>(), duties.len(), "and nothing else");
    let doubtful = |duty: &&Value| {
        let of = &duty["deadline"];
        let rule = if of.is_object() { &of["rule"] } else { &duty["rule"] };
        rule.is_object() && (of["certain"] == false || rule["confidence"] != "high")
    };
    assert_eq!(listed.matches("待核实").count(), duties.iter().filter(doubtful).count());
    let elsewhere = json!({ "kind": "today.duties", "of": "xx", "to": to });
    assert_eq!(desk.refused("papers.print", elsewhere).code, "not_found");
    let word = desk.out("今日.docx");
    desk.call("papers.exportWord", json!({ "kind": "today.duties", "of": "today", "to": word }));
    assert_eq!(judges::word(&word).1, "", "what is never issued has no draft");
    let refusal = desk.refused("papers.issue", json!({ "kind": "today.duties", "of": "today" }));
    assert_eq!(refusal.code, "refused", "a list that changes each day is never issued");
}
