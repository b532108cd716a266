//! A paper reworded before printing: the change prints, stays with the paper, is marked when the facts move on, and is
//! kept with the issue together with all that the issue was made from.

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::Desk;
use crate::judges;
use crate::meeting::record;

/// What a person might paste: an expression, markup of three kinds, a direction mark, a rare character.
const HOSTILE: &str = "{{ chair.name }}{% for %}<w:t>&amp;</w:t>\u{202e}（喆）";
/// How it stands on paper.
const HARMLESS: &str = "{{chair.name}}{%for%}<w:t>&amp;</w:t>（喆）";

fn paper(desk: &Desk) -> Value {
    let line = desk.paper("negotiation.minutes");
    json!({ "kind": line["kind"], "of": line["of"] })
}

fn with(mut one: Value, more: Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        one[key] = value.clone();
    }
    one
}

fn text(desk: &Desk, block: &str) -> Value {
    let texts = desk.call("papers.texts", paper(desk));
    let found = texts.as_array().unwrap().iter().find(|text| text["block"] == block).cloned();
    found.unwrap_or_else(|| panic!("no block {block} in {texts}"))
}

fn reword(desk: &Desk, block: &str, to: &str) {
    let filled = text(desk, block)["filled"].clone();
    desk.call(
        "papers.saveText",
        with(paper(desk), json!({ "block": block, "replaced": filled, "text": to })),
    );
}

fn printed(desk: &Desk, name: &str) -> String {
    judges::text(&desk.print("negotiation.minutes", name))
}

/// The meeting of the minutes, held somewhere else after all.
fn move_to(desk: &Desk, id: &Value, place: &str) {
    let meeting = desk.paper("negotiation.minutes")["of"].clone();
    let changed = with(record(desk, id), json!({ "id": meeting, "place": place }));
    desk.call("negotiation.saveMeeting", changed);
}

#[test]
fn a_reworded_paragraph_prints_and_can_be_taken_back() {
    let (desk, _) = met();
    let texts = desk.call("papers.texts", paper(&desk));
    let blocks: Vec<&str> =
        texts.as_array().unwrap().iter().filter_map(|text| text["block"].as_str()).collect();
    assert!(blocks.contains(&"topics.1/workers-position") && blocks.contains(&"agenda"), "{blocks:?}");
    for own in ["draft", "number", "corrects", "signatures", "undertakings"] {
        assert!(!blocks.contains(&own), "{own} is not for rewording");
    }
    assert_eq!(
        text(&desk, "place"),
        json!({ "block": "place", "name": "地点", "filled": "三楼会议室", "changed": null })
    );
    reword(&desk, "place", &format!("三楼会议室（东侧）{HOSTILE}"));
    reword(&desk, "agenda", "通报情况\n逐项协商");
    let read = printed(&desk, "改.pdf");
    assert!(
        read.contains(&format!("地点：三楼会议室（东侧）{HARMLESS}")),
        "plain text, letter for letter: {read}"
    );
    assert!(read.contains("1.通报情况") && read.contains("2.逐项协商"), "a list stays a list");
    let word = desk.out("改.docx");
    desk.call("papers.exportWord", with(paper(&desk), json!({ "to": word })));
    let (body, mark) = judges::word(&word);
    assert!(body.contains(HARMLESS), "{body}");
    assert_eq!(mark, "草稿");

    let over = |replaced: &str, to: &str| {
        let args = json!({ "block": "place", "replaced": replaced, "text": to });
        desk.refused("papers.saveText", with(paper(&desk), args))
    };
    assert_eq!(over("三楼会议室", " \u{3000}").field.as_deref(), Some("text"));
    assert_eq!(over("二楼会议室", "四楼").code, "refused", "the person saw another text than the facts give");
    let nowhere = over("三楼会议室", "四楼\u{10ffff}");
    assert!(nowhere.message.contains("U+10FFFF"), "a character no face has is named: {}", nowhere.message);
    let none = with(paper(&desk), json!({ "block": "signatures", "replaced": "", "text": "代签" }));
    assert_eq!(desk.refused("papers.saveText", none).code, "not_found");

    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "改文件的文字");
    assert!(printed(&desk, "撤销.pdf").contains("1.通报经营情况"), "undone");
    assert_eq!(text(&desk, "agenda")["changed"], Value::Null);
    desk.call("papers.dropText", with(paper(&desk), json!({ "block": "place" })));
    assert!(printed(&desk, "原来.pdf").contains("地点：三楼会议室主持人"), "the facts speak again");
    let again = desk.refused("papers.dropText", with(paper(&desk), json!({ "block": "place" })));
    assert_eq!(again.code, "not_found");
    let slip = json!({ "kind": "today.duties", "of": "today" });
    assert_eq!(
        desk.refused("papers.texts", slip).code,
        "refused",
        "what is set anew each time has no wording"
    );
    desk.head();
}

#[test]
fn facts_that_move_on_are_marked_and_settled_before_the_issue() {
    let (desk, id) = met();
    reword(&desk, "place", "三楼会议室（东侧）");
    move_to(&desk, &id, "四楼会议室");
    let moved = text(&desk, "place");
    assert_eq!(moved["filled"], "四楼会议室");
    let both = json!({ "text": "三楼会议室（东侧）", "replaced": "三楼会议室", "moved": true });
    assert_eq!(moved["changed"], both);
    let refused = desk.refused("papers.issue", paper(&desk));
    assert_eq!(refused.code, "incomplete");
    assert!(refused.message.contains("有1段改过的文字"), "{}", refused.message);

    // Kept: the same text stands on the new facts.
    reword(&desk, "place", "三楼会议室（东侧）");
    assert_eq!(text(&desk, "place")["changed"]["moved"], false);
    desk.call("ledger.undo", json!({}));
    assert_eq!(text(&desk, "place")["changed"], both, "undo brings the question back");
    // Or the new content.
    desk.call("papers.dropText", with(paper(&desk), json!({ "block": "place" })));
    assert!(printed(&desk, "新.pdf").contains("地点：四楼会议室主持人"));
    // A paragraph that is gone is told too, and only taken back.
    reword(&desk, "next", "下次会议另行通知。");
    let meeting = desk.paper("negotiation.minutes")["of"].clone();
    let mut last = with(record(&desk, &id), json!({ "id": meeting, "place": "四楼会议室" }));
    for gone in ["nextOn", "nextPlace"] {
        last.as_object_mut().unwrap().remove(gone);
    }
    desk.call("negotiation.saveMeeting", last);
    let gone = text(&desk, "next");
    assert_eq!((&gone["filled"], &gone["changed"]["moved"]), (&Value::Null, &json!(true)));
    assert_eq!(desk.refused("papers.issue", paper(&desk)).code, "incomplete");
    desk.call("papers.dropText", with(paper(&desk), json!({ "block": "next" })));
    assert_eq!(desk.call("papers.issue", paper(&desk)), "工协纪〔2026〕1号");
    let same = desk.refused("papers.issue", paper(&desk));
    assert!(same.message.contains("内容和已印发的工协纪〔2026〕1号一样"), "{}", same.message);
    desk.head();
}

#[test]
fn an_issue_keeps_what_it_was_made_from_and_its_word_copy_agrees_with_it() {
    let (desk, id) = met();
    reword(&desk, "place", "三楼会议室（东侧）");
    desk.call("papers.issue", paper(&desk));
    let first = desk.paper("negotiation.minutes")["issued"][0].clone();
    assert_eq!(first["hasSource"], true);
    // Years later the facts are others, and so is the wording.
    desk.now("2028-03-01T09:00:00+08:00");
    desk.call("papers.dropText", with(paper(&desk), json!({ "block": "place" })));
    move_to(&desk, &id, "四楼会议室");
    let word = desk.out("一号.docx");
    desk.call("papers.exportWord", with(paper(&desk), json!({ "issued": first["id"], "to": word })));
    let (body, mark) = judges::word(&word);
    assert_eq!(mark, "与工协纪〔2026〕1号一致");
    assert!(body.contains("编号：工协纪〔2026〕1号") && body.contains("地点：三楼会议室（东侧）"), "{body}");
    let both = desk.out("一号.pdf");
    let args = json!({ "issued": first["id"], "to": both, "word": true });
    let saved = desk.call("papers.print", with(paper(&desk), args));
    assert_eq!(saved["sha256"], first["sha256"]);
    let beside = judges::word(std::path::Path::new(saved["word"].as_str().unwrap()));
    assert_eq!(beside, (body, mark), "both ways give the same copy");
    let now = desk.out("现在.docx");
    desk.call("papers.exportWord", with(paper(&desk), json!({ "to": now })));
    assert_eq!(judges::word(&now).1, "草稿，以印发的工协纪〔2026〕1号为准", "the paper of today is a draft");
    desk.head();
}
