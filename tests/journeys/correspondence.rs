//! The union's own letters: an answer to an incoming paper from its first word to the file, a letter of our own accord, and
//! what an issue does to the paper that it answers.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn founded() -> Desk {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    desk
}

fn came(desk: &Desk, title: &str, number: Option<&str>) -> Value {
    desk.call(
        "incoming.save",
        json!({
            "kind": "letter", "source": "县总工会", "theirNumber": number, "title": title,
            "receivedOn": "2026-11-10", "asked": "函复建设情况", "dueOn": "2026-11-20", "wantsAnswer": true,
        }),
    )
}

fn incoming(desk: &Desk, id: &Value) -> Value {
    desk.call("incoming.get", json!({ "id": id }))
}

fn of(id: &Value) -> Value {
    json!({ "kind": "office.letter", "of": id })
}

/// A letter that answers a paper, whole.
fn answered(desk: &Desk, came: &Value) -> Value {
    let mut letter = desk.call("correspondence.begin", json!({ "answers": came }));
    letter["body"] = "职工书屋已于九月建成开放。\n\n借阅证办了二百一十六个。".into();
    letter["enclosures"] = "建设情况统计表\n职工书屋照片".into();
    letter["copies"] = "公司行政部".into();
    letter["contact"] = "沈一诺，0791-00000000".into();
    desk.call("correspondence.save", letter)
}

#[test]
fn an_answer_quotes_the_paper_is_issued_and_closes_it() {
    let desk = founded();
    let id = came(&desk, "县总工会关于商请提供职工书屋建设情况的函", Some("县工函[2026]12号"));
    let begun = desk.call("correspondence.begin", json!({ "answers": id }));
    assert_eq!(
        (&begun["addressee"], &begun["title"]),
        (&json!("县总工会"), &json!("关于提供职工书屋建设情况的复函"))
    );
    let mut draft = begun;
    assert_eq!(
        desk.refused("correspondence.save", json!({ "addressee": " ", "title": "函" })).field.unwrap(),
        "addressee"
    );
    let letter = desk.call("correspondence.save", draft.clone());
    let early = desk.refused("papers.issue", of(&letter));
    assert!(early.code == "incomplete" && early.message.contains("正文"), "{}", early.message);
    judges::sound(&desk.print("office.letter", "草稿.pdf"), &["草稿，尚缺正文"]);

    draft["id"] = letter.clone();
    draft["body"] = "职工书屋已于九月建成开放。\n\n借阅证办了二百一十六个。".into();
    draft["enclosures"] = "建设情况统计表\n职工书屋照片".into();
    draft["contact"] = "沈一诺，0791-00000000".into();
    let mut other = draft.clone();
    other["answers"] = came(&desk, "关于别的事的函", None);
    assert_eq!(desk.refused("correspondence.save", other).code, "refused", "it answers what it answers");
    desk.call("correspondence.save", draft);
    assert!(desk.due().iter().any(|duty| duty["title"].as_str().unwrap().contains("函复建设情况")));

    assert_eq!(desk.call("papers.issue", of(&letter)), "工函〔2026〕1号");
    let paper = desk.paper("office.letter");
    let pdf = desk.out("复函.pdf");
    let mut print = of(&letter);
    (print["to"], print["issued"], print["word"]) =
        (json!(pdf), paper["issued"][0]["id"].clone(), true.into());
    desk.call("papers.print", print);
    let whole = [
        "工函〔2026〕1号",
        "关于提供职工书屋建设情况的复函",
        "县总工会：",
        "你单位《县总工会关于商请提供职工书屋建设情况的函》（县工函〔2026〕12号）收悉。",
        "借阅证办了二百一十六个。",
        "特此函复。",
        "附件：1.建设情况统计表",
        "2.职工书屋照片",
        "（联系人：沈一诺，0791-00000000）",
    ];
    judges::sound(&pdf, &whole);
    assert!(pdf.with_extension("docx").exists());

    let done = &incoming(&desk, &id)["done"];
    assert_eq!(done["paper"]["number"], "工函〔2026〕1号", "the paper is dealt with by its answer: {done}");
    let open = |title: &str| {
        desk.due().iter().filter(|duty| duty["title"].as_str().unwrap().contains(title)).count()
    };
    assert_eq!(open("函复建设情况"), 1, "only the other one is still due");
    let row = &desk.call("outgoing.list", json!({ "kind": "office.letter" }))["rows"][0];
    assert_eq!((&row["kindLabel"], &row["state"], &row["of"]), (&json!("函"), &json!("issued"), &letter));
    let issue = row["id"].clone();
    let today = row["issuedOn"].clone();
    desk.call(
        "outgoing.saveSending",
        json!({ "paper": issue, "receiver": "县总工会", "manner": "posted", "sentOn": today }),
    );
    desk.call("outgoing.file", json!({ "id": issue, "filedOn": today }));
    let archive = desk.call("archive.list", json!({ "of": { "kind": "incoming", "id": id } }));
    assert_eq!(archive["parts"][1]["items"][0]["number"], "工函〔2026〕1号", "filed with what it answers");

    // A correction is a new issue, and the paper then names that.
    let changed = || desk.call("correspondence.get", json!({ "id": letter }))["changed"].clone();
    assert_eq!(changed(), json!([]), "as it was issued");
    desk.now("2026-11-18T09:00:00+08:00");
    assert_eq!(changed(), json!([]), "another day changes nothing");
    assert_eq!(desk.refused("correspondence.remove", json!({ "id": letter })).code, "refused");
    let mut better = desk.call("correspondence.get", json!({ "id": letter }))["letter"].clone();
    better["body"] = "职工书屋已于九月建成开放，面积六十二平方米。".into();
    better["enclosures"] = "1. 建设情况统计表\n2. 职工书屋照片".into();
    desk.call("correspondence.save", better);
    assert_eq!(changed(), json!(["正文"]), "the enclosures are the same but for typed numbers");
    assert_eq!(desk.call("papers.issue", of(&letter)), "工函〔2026〕2号");
    assert_eq!(changed(), json!([]), "the correction says it");
    assert_eq!(incoming(&desk, &id)["done"]["paper"]["number"], "工函〔2026〕2号");
    let life = desk.call("history.of", json!({ "table": "letter", "id": letter })).to_string();
    for told in ["保存函", "正文", "所答复的来文", "县总工会"] {
        assert!(life.contains(told), "{told} is told in {life}");
    }
    desk.head();
}

#[test]
fn what_the_paper_writes_of_itself_is_printed_once() {
    let desk = founded();
    let id = came(&desk, "《关于征求《职工奖惩办法（征求意见稿）》意见的函》", Some("县工函〔2026〕15号"));
    let mut letter = desk.call("correspondence.begin", json!({ "answers": id }));
    assert_eq!(letter["title"], "关于《职工奖惩办法（征求意见稿）》意见的复函");
    letter["body"] = "我会没有不同意见。".into();
    letter["enclosures"] = "1. 修改意见表；\n2. 会议记录。".into();
    letter["copies"] = "抄送：公司行政部。".into();
    letter["contact"] = "（联系人：沈一诺，0791-00000000）".into();
    let letter = desk.call("correspondence.save", letter);
    let kept = desk.call("correspondence.get", json!({ "id": letter }))["letter"].clone();
    assert_eq!(
        (&kept["enclosures"], &kept["copies"], &kept["contact"]),
        (&json!("修改意见表\n会议记录"), &json!("公司行政部"), &json!("沈一诺，0791-00000000"))
    );
    let pdf = desk.print("office.letter", "意见.pdf");
    judges::sound(
        &pdf,
        &[
            "关于《职工奖惩办法（征求意见稿）》意见的复函",
            "你单位《关于征求〈职工奖惩办法（征求意见稿）〉意见的函》（县工函〔2026〕15号）收悉。现函复如下：",
            "附件：1.修改意见表",
            "2.会议记录",
            "（联系人：沈一诺，0791-00000000）",
            "抄送：公司行政部。",
        ],
    );
    let text = judges::text(&pdf);
    for once in ["1.", "联系人", "抄送"] {
        assert_eq!(text.matches(once).count(), 1, "{once} in {text}");
    }
}

#[test]
fn what_was_dealt_with_otherwise_keeps_its_day_and_its_paper() {
    let desk = founded();
    let told = came(&desk, "关于商请提供职工名册的函", None);
    desk.call("incoming.finish", json!({ "id": told, "doneOn": "2026-11-12", "how": "电话答复" }));
    let letter = answered(&desk, &told);
    desk.call("papers.issue", of(&letter));
    let done = incoming(&desk, &told)["done"].clone();
    assert_eq!(
        (&done["on"], &done["how"], &done["paper"]["number"]),
        (&json!("2026-11-12"), &json!("电话答复"), &json!("工函〔2026〕1号"))
    );
    // Another letter about the same paper does not take the first one's place.
    let second = answered(&desk, &told);
    desk.call("papers.issue", of(&second));
    assert_eq!(incoming(&desk, &told)["done"]["paper"]["number"], "工函〔2026〕1号");
    // An answer to a paper that was removed meanwhile is issued all the same.
    let gone = came(&desk, "关于商请提供场地的函", None);
    let third = answered(&desk, &gone);
    desk.call("incoming.remove", json!({ "id": gone }));
    assert_eq!(desk.call("papers.issue", of(&third)), "工函〔2026〕3号");
    let list = desk.call("correspondence.list", json!({ "answers": told }));
    assert_eq!(list.as_array().unwrap().len(), 2);
}

#[test]
fn a_letter_of_our_own_accord_is_removed_and_comes_back() {
    let desk = founded();
    assert_eq!(desk.call("correspondence.begin", json!({}))["answers"], Value::Null);
    let letter = json!({ "addressee": "江西赣江机械有限公司", "title": "关于商请提供工资总额资料的函", "body": "请于月底前提供。" });
    let id = desk.call("correspondence.save", letter);
    let drafts = || desk.call("correspondence.list", json!({ "drafts": true })).as_array().unwrap().len();
    assert_eq!(drafts(), 1);
    desk.call("correspondence.remove", json!({ "id": id }));
    assert_eq!(drafts(), 0);
    let trash = desk.call("trash.list", json!({}));
    assert_eq!(
        (&trash[0]["kind"], &trash[0]["title"]),
        (&json!("letter"), &json!("关于商请提供工资总额资料的函"))
    );
    desk.call("trash.restore", json!({ "kind": "letter", "id": id }));
    let text = judges::text(&desk.print("office.letter", "函.pdf"));
    assert!(!text.contains("收悉") && !text.contains("特此函复"), "nothing is answered: {text}");
    desk.call("papers.issue", of(&id));
    assert_eq!(drafts(), 0, "issued, it is no draft");
}
