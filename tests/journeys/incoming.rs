//! Incoming papers from the letter box to the file: registered with a number of the year, due in 今日 from the first
//! day, answered, found again, removed and brought back.

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::Desk;

fn notice() -> Value {
    json!({
        "kind": "notice", "source": "县总工会", "theirNumber": "县工发[2026]12号",
        "title": "关于报送2026年度工会统计年报的通知", "receivedOn": "2026-09-15", "asked": "填报统计年报表并盖章报送",
        "dueOn": "2026-09-22", "dueTime": "16时", "wantsAnswer": true, "handler": "李强",
    })
}

fn with(mut paper: Value, more: Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        paper[key] = value.clone();
    }
    paper
}

fn get(desk: &Desk, id: &Value) -> Value {
    desk.call("incoming.get", json!({ "id": id }))
}

fn list(desk: &Desk, query: Value) -> Vec<String> {
    let page = desk.call("incoming.list", query);
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"], rows.len(), "the whole list fits one slice here");
    rows.iter().map(|row| row["number"].as_str().unwrap().to_owned()).collect()
}

fn found(desk: &Desk, text: &str) -> Vec<Value> {
    let hits = desk.call("search.all", json!({ "text": text }));
    hits.as_array().unwrap().iter().filter(|hit| hit["kind"] == "incoming").cloned().collect()
}

#[test]
fn a_paper_is_due_from_the_day_it_came_until_it_is_answered() {
    let desk = Desk::founded("36", None);
    let id = desk.call("incoming.save", notice());
    let standing = get(&desk, &id);
    assert_eq!((&standing["number"], &standing["dueTime"]), (&json!("收〔2026〕1号"), &json!("16:00")));
    assert_eq!(standing["theirNumber"], "县工发〔2026〕12号", "typed with the brackets that keyboards have");
    assert_eq!((&standing["band"], &standing["days"]), (&json!("week"), &json!(7)));

    let due = desk.due();
    assert_eq!(due.len(), 1, "{due:?}");
    assert_eq!((&due[0]["title"], &due[0]["whose"]), (&json!("填报统计年报表并盖章报送"), &json!("union")));
    assert_eq!(due[0]["button"], "登记办结");
    assert_eq!(due[0]["place"], json!({ "page": "incoming", "id": id, "part": "finish" }));
    assert_eq!(
        due[0]["origin"],
        "县总工会《关于报送2026年度工会统计年报的通知》（县工发〔2026〕12号），2026年9月15日收到，收〔2026〕1号；\
         要求2026年9月22日16:00前办结；经办人：李强。"
    );
    desk.now("2026-09-24T09:00:00+08:00");
    let due = desk.due();
    assert_eq!((&due[0]["band"], &due[0]["days"]), (&json!("overdue"), &json!(-2)));
    assert_eq!(desk.call("incoming.list", json!({}))["overdue"], 1);

    let form = desk.out("统计年报表.xls");
    std::fs::write(&form, "their form").unwrap();
    let of = json!({ "kind": "incoming", "id": id });
    desk.call("files.add", json!({ "of": of, "file": form }));
    assert_eq!(get(&desk, &id)["files"], 1);

    let silent = desk.refused("incoming.finish", json!({ "id": id, "doneOn": "2026-09-24" }));
    assert_eq!(
        (silent.code.as_str(), silent.field.as_deref()),
        ("bad_input", Some("how")),
        "{}",
        silent.message
    );
    let early = json!({ "id": id, "doneOn": "2026-09-14", "how": "已报送" });
    assert_eq!(desk.refused("incoming.finish", early).field.as_deref(), Some("doneOn"));
    desk.call(
        "incoming.finish",
        json!({ "id": id, "doneOn": "2026-09-24", "how": "已盖章报送县总工会统计科" }),
    );
    assert_eq!(desk.due(), Vec::<Value>::new());
    let done = get(&desk, &id);
    assert_eq!(done["done"], json!({ "on": "2026-09-24", "how": "已盖章报送县总工会统计科", "paper": null }));
    assert_eq!((&done["band"], &done["days"]), (&Value::Null, &Value::Null), "what is done is not near");

    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.due().len(), 1, "taken back, it is due again");
    desk.call("ledger.redo", json!({}));
    desk.call("incoming.reopen", json!({ "id": id }));
    assert_eq!(desk.due().len(), 1, "opened again, it is due again");
    assert_eq!(desk.refused("incoming.reopen", json!({ "id": id })).code, "refused");

    let life = desk.call("history.of", json!({ "table": "incoming_paper", "id": id })).to_string();
    for told in [
        "登记收文办结",
        "收〔2026〕1号 关于报送",
        "要求答复或报送",
        "是",
        "2026年9月22日",
        "统计年报表.xls",
        "发文单位",
    ] {
        assert!(life.contains(told), "{told} is told in {life}");
    }
    desk.head();
}

#[test]
fn numbers_are_given_once_a_year_and_never_twice() {
    let desk = Desk::founded("36", None);
    let plain = |title: &str| {
        json!({
            "kind": "letter", "source": "公司行政部", "title": title, "receivedOn": "2026-09-14", "asked": "阅知",
            "wantsAnswer": false,
        })
    };
    let first = desk.call("incoming.save", notice());
    let again = desk.refused("incoming.save", with(notice(), json!({ "theirNumber": "县工发（2026）12号" })));
    assert_eq!((again.code.as_str(), again.field.as_deref()), ("refused", Some("theirNumber")));
    assert!(again.message.contains("收〔2026〕1号"), "{}", again.message);
    desk.call("incoming.save", with(notice(), json!({ "id": first, "note": "电子版同时报" })));
    assert_eq!(get(&desk, &first)["note"], "电子版同时报", "a paper is no twin of its own");
    let second = desk.call("incoming.save", plain("关于国庆放假安排的函"));
    desk.call("incoming.remove", json!({ "id": second }));
    desk.call("incoming.save", plain("关于食堂改造的函"));
    assert_eq!(list(&desk, json!({ "sort": "number" })), ["收〔2026〕1号", "收〔2026〕3号"], "2 stays used");
    desk.call("ledger.undo", json!({}));
    desk.call("incoming.save", plain("关于食堂改造的函（更正）"));
    assert_eq!(
        list(&desk, json!({ "sort": "number" })),
        ["收〔2026〕1号", "收〔2026〕3号"],
        "a step taken back leaves no gap"
    );

    // Removed records keep their number while the year gives numbers, whatever the chair sets.
    desk.call("trash.setRetention", json!({ "kind": "incoming", "months": 0 }));
    let trash = desk.call("trash.list", json!({}));
    assert_eq!(
        (&trash[0]["title"], &trash[0]["purgeFrom"]),
        (&json!("收〔2026〕2号 关于国庆放假安排的函"), &json!("2027-01-01"))
    );
    let early = desk.refused("trash.purge", json!({ "kind": "incoming", "id": second, "reason": "误登" }));
    assert!(early.message.contains("收文号当年不能再给别的来文用"), "{}", early.message);

    desk.now("2027-01-04T09:00:00+08:00");
    desk.call("incoming.save", plain("关于元旦值班的函"));
    assert_eq!(list(&desk, json!({ "year": 2027 })), ["收〔2027〕1号"]);
    assert_eq!(desk.call("incoming.list", json!({}))["years"], json!([2027, 2026]));
    let form = desk.out("放假表.txt");
    std::fs::write(&form, "附表").unwrap();
    desk.call("trash.restore", json!({ "kind": "incoming", "id": second }));
    desk.call("files.add", json!({ "of": { "kind": "incoming", "id": second }, "file": form }));
    desk.call("incoming.remove", json!({ "id": second }));
    desk.call("trash.purge", json!({ "kind": "incoming", "id": second, "reason": "误登" }));
    assert_eq!((desk.call("trash.list", json!({})), found(&desk, "国庆放假").len()), (json!([]), 0));
    assert_eq!(desk.call("files.list", json!({ "of": { "kind": "incoming", "id": second } })), json!([]));
    desk.head();
}

#[test]
fn the_register_shows_what_is_late_first_and_finds_by_words_and_number() {
    let desk = Desk::founded("36", None);
    let paper = |n: u32, due: Value| {
        let mut paper = with(
            notice(),
            json!({ "theirNumber": format!("县工发〔2026〕{n}号"), "title": format!("第{n}份通知"), "receivedOn": "2026-09-01" }),
        );
        paper.as_object_mut().unwrap().remove("dueTime");
        paper["dueOn"] = due;
        desk.call("incoming.save", paper)
    };
    let later = paper(21, json!("2026-10-30"));
    paper(22, Value::Null);
    paper(23, json!("2026-09-10"));
    paper(24, json!("2026-09-16"));
    let number = |n: u32| format!("收〔2026〕{n}号");
    assert_eq!(
        list(&desk, json!({})),
        [number(3), number(4), number(1), number(2)],
        "late, near, far, no day"
    );
    desk.call("incoming.finish", json!({ "id": later, "doneOn": "2026-09-15", "how": "电话答复" }));
    assert_eq!(list(&desk, json!({ "state": "open" })), [number(3), number(4), number(2)]);
    assert_eq!(list(&desk, json!({ "state": "done" })), [number(1)]);
    assert_eq!(list(&desk, json!({ "text": "县工发〔2026〕24号" })), [number(4)]);
    assert_eq!(list(&desk, json!({ "text": "第2" })).len(), 4, "words are looked for as they stand");
    assert_eq!(
        list(&desk, json!({ "text": "inp" })),
        Vec::<String>::new(),
        "the index's own word finds nothing"
    );
    assert_eq!(list(&desk, json!({ "sort": "number", "descending": true }))[0], number(4));
    // What has no day stands in the register and not among the duties.
    assert_eq!(desk.due().len(), 2);

    let hit = &found(&desk, "收〔2026〕3号")[0];
    assert_eq!(
        (&hit["title"], &hit["detail"]),
        (&json!("第23份通知"), &json!("县总工会 县工发〔2026〕23号 收〔2026〕3号"))
    );
    assert_eq!(hit["place"]["page"], "incoming");
    assert_eq!(found(&desk, "统计年报表").len(), 4, "by what is asked");
    desk.head();
}

#[test]
fn a_paper_of_ours_answers_one() {
    let (desk, _) = met();
    let ours = desk.paper("negotiation.minutes");
    let number = desk.call("papers.issue", json!({ "kind": ours["kind"], "of": ours["of"] }));
    let issue = desk.paper("negotiation.minutes")["issued"][0].clone();
    let today = desk.call("today.list", json!({}))["day"].clone();
    let id = desk.call("incoming.save", with(notice(), json!({ "receivedOn": today, "dueOn": today })));
    let unknown = json!({ "id": id, "doneOn": today, "paper": id });
    assert_eq!(desk.refused("incoming.finish", unknown).field.as_deref(), Some("paper"));
    desk.call("incoming.finish", json!({ "id": id, "doneOn": today, "paper": issue["id"] }));
    let done = get(&desk, &id)["done"].clone();
    assert_eq!(done["paper"]["number"], number);
    assert_eq!(done["paper"]["title"], "2027年度工资集体协商第1轮协商会议纪要");
    let before = with(notice(), json!({ "id": id, "receivedOn": "2026-09-16", "dueOn": "2026-09-20" }));
    desk.call("incoming.save", before);
    assert_eq!(get(&desk, &id)["done"], done, "what is corrected later leaves the answer standing");
    desk.head();
}

#[test]
fn a_due_day_before_the_receipt_is_asked_about_and_stands_when_it_is_so() {
    let desk = Desk::founded("36", None);
    let late = with(notice(), json!({ "dueOn": "2026-09-12" }));
    let asked = desk.refused("incoming.save", late.clone());
    assert_eq!((asked.code.as_str(), asked.field.as_deref()), ("ask", Some("dueOn")), "{}", asked.message);
    desk.call("incoming.save", with(late, json!({ "dueAsWritten": true })));
    assert_eq!(desk.due()[0]["band"], "overdue", "it came too late, and is late on its first day");
}
