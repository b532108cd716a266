//! Each step of supervision: whose it is and by when, and what a wrong order is refused with. What is typed on the whole way
//! stands in `request`.

use serde_json::{Value, json};

use super::{
    INFORMER, complaint, due, event, founded, inquiry, next, opened, said, send, state, with, write,
};
use crate::judges;

/// 内蒙古 has a clock for nearly every step.
#[test]
fn each_duty_appears_on_its_first_day_says_whose_it_is_and_vanishes_when_done() {
    let (desk, holders) = founded("15", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    assert_eq!(next(&desk), said("决定是否受理", "union", "2026-09-21"), "five working days");
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert_eq!(
        next(&desk),
        said("调查核实", "union", "2026-11-02"),
        "thirty working days from the complaint"
    );
    let unsigned = with(inquiry(&case, "2026-09-15", &holders), json!({ "signedOn": null }));
    let unsigned = desk.call("letters.saveEvent", unsigned);
    let both: Vec<String> = due(&desk).into_iter().map(|duty| duty.0).collect();
    assert_eq!(both, ["调查笔录请双方签字", "发出提示函"], "the record is signed beside the next step");
    let record = desk.out("笔录.pdf");
    desk.call("papers.print", json!({ "kind": "letters.inquiry", "of": unsigned, "to": record }));
    judges::sound(&record, &["调查笔录", "何平（车间主任）", "王伟（证号赣监0361）", "被调查人（签字）"]);
    desk.call("letters.saveEvent", with(inquiry(&case, "2026-09-15", &holders), json!({ "id": unsigned })));
    assert_eq!(due(&desk).len(), 1, "signed");

    let (reminder, start) =
        write(&desk, &case, "reminder", json!({ "request": "补发", "contact": "陈望舒" }));
    assert!(start["limits"][0].as_str().unwrap().contains("十个工作日"), "{}", start["limits"]);
    assert_eq!((&start["suggestion"], &start["letter"]["answerBy"]), (&Value::Null, &Value::Null));
    send(&desk, "reminder", &reminder, "2026-09-15");
    assert_eq!(
        next(&desk),
        said("书面答复提示函", "employer", "2026-09-29"),
        "ten working days, 中秋 between"
    );
    let partly =
        with(event(&case, "reminderAnswered", "2026-09-15", "只补一半"), json!({ "outcome": "partly" }));
    desk.call("letters.saveEvent", partly);
    assert_eq!(next(&desk), said("对方没有全部改正，发出意见书", "union", ""));
    let (opinion, _) = write(&desk, &case, "opinion", json!({}));
    let paper = opened(&desk, "印发意见书", "意见书.pdf");
    for line in ["工会劳动法律监督意见书", "30个工作日内", "第二十二条", "赣监0362", "补发"]
    {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert_eq!(send(&desk, "opinion", &opinion, "2026-09-15").0, "工监意〔2026〕1号");
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-11-02"));

    desk.now("2026-11-04T09:00:00+08:00");
    let (request, _) = write(&desk, &case, "request", json!({ "addressee": "旗总工会" }));
    send(&desk, "request", &request, "2026-11-04");
    assert_eq!(next(&desk), said("决定是否发出建议书", "upper", ""));
    let known = json!({ "department": "旗人社局", "number": "旗工监建〔2026〕3号" });
    desk.call("letters.saveEvent", with(event(&case, "recommended", "2026-11-04", ""), known));
    assert_eq!(next(&desk), said("部门立案", "upper", "2026-11-11"), "five working days");
    let known = desk.call("letters.get", json!({ "id": case }))["department"].clone();
    assert_eq!(known, "旗人社局", "what the department does next begins with the department");
    desk.call("letters.saveEvent", event(&case, "filed", "2026-11-04", ""));
    assert_eq!(next(&desk), said("部门办完并书面告知", "upper", "2027-02-02"), "ninety days");
    let waiting = desk.refused("letters.saveEvent", event(&case, "closed", "2026-11-04", "不等了"));
    assert!(waiting.message.contains("处理结果还没有登记"), "{}", waiting.message);
    desk.call("letters.saveEvent", event(&case, "decided", "2026-11-04", "责令补发，已经发了"));
    assert_eq!(next(&desk), said("写结案报告，结案", "union", ""));
    desk.call("letters.saveEvent", event(&case, "closed", "2026-11-04", "加班费已经补发"));
    assert_eq!(next(&desk), said("把办理结果告知反映人", "union", "2026-11-18"), "ten working days");
    let report = desk.print("letters.closing", "结案报告.pdf");
    judges::sound(
        &report,
        &[
            "结案报告",
            "发出《工会劳动法律监督提示函》",
            "答复提示函",
            "发出《工会劳动法律监督意见书》",
            "旗人社局旗工监建〔2026〕3号",
            "加班费已经补发",
            "将告知反映人",
        ],
    );
    desk.call("letters.saveEvent", event(&case, "told", "2026-11-04", "当面告知"));
    assert_eq!(due(&desk), [], "nothing is left");
    assert_eq!(desk.call("letters.list", json!({ "which": "over" }))["total"], 1);

    let figures = desk.call("report.year", json!({ "year": 2026 }));
    let tables = figures["tables"].as_array().unwrap();
    let table = tables.iter().find(|table| table["id"] == "supervision").expect("the yearly counts");
    let counts: Vec<String> = table["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["now"]["text"].as_str().unwrap()))
        .collect();
    for count in [
        "all 1",
        "accepted 1",
        "reminders 1",
        "opinions 1",
        "requests 1",
        "recommended 1",
        "closed 1",
        "inTime 1",
    ] {
        assert!(counts.contains(&format!("supervision.{count}")), "{count}: {counts:?}");
    }
}

#[test]
fn what_is_not_taken_up_is_told_in_writing_without_the_name() {
    let (desk, _) = founded("33", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let silent = desk.refused("letters.saveEvent", event(&case, "refused", "2026-09-15", " "));
    assert_eq!(silent.field.as_deref(), Some("text"), "a refusal has its reason");
    desk.call("letters.saveEvent", event(&case, "refused", "2026-09-15", "仲裁委员会已经受理"));
    assert_eq!(
        next(&desk),
        said("书面告知反映人不予受理", "union", "2026-09-21"),
        "five working days in 浙江"
    );
    let paper = opened(&desk, "书面告知反映人不予受理", "告知书.pdf");
    for line in ["不予受理告知书", "反映人（登记号监〔2026〕1号）", "仲裁委员会已经受理", "为你保密"]
    {
        assert!(paper.contains(line), "{line}: {paper}");
    }
    assert!(!paper.contains(INFORMER), "the name is written by hand");
    let both = desk.refused("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert!(both.message.contains("不予受理"), "{}", both.message);
    desk.call("letters.saveEvent", event(&case, "told", "2026-09-15", "当面交给本人"));
    assert_eq!(due(&desk), []);
    // Nobody is told where nobody is named.
    let mut anonymous = complaint("2026-09-15");
    anonymous.as_object_mut().unwrap().remove("informer");
    let other = desk.call("letters.save", anonymous);
    desk.call("letters.saveEvent", event(&other, "refused", "2026-09-15", "不属于监督范围"));
    assert_eq!(due(&desk), []);
    assert_eq!(state(&desk, &other), "refused");
}

#[test]
fn a_wrong_order_is_refused_with_rule_and_fact_and_passes_as_a_late_entry() {
    let (desk, holders) = founded("36", None);
    let case = desk.call("letters.save", complaint("2026-09-15"));
    let early = desk.refused("letters.saveEvent", inquiry(&case, "2026-09-15", &holders));
    assert_eq!(early.rule.as_deref(), Some("江西省工会劳动法律监督条例第十八条"));
    desk.call("letters.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let alone = desk.refused("letters.saveEvent", inquiry(&case, "2026-09-15", &holders[..1]));
    assert_eq!(
        (alone.field.as_deref(), alone.rule.as_deref()),
        (Some("inspectors"), Some("江西省工会劳动法律监督条例第十九条"))
    );
    let asked = desk.call("letters.saveEvent", inquiry(&case, "2026-09-15", &holders));
    let straight = json!({ "case": case, "kind": "opinion", "datedOn": "2026-09-15", "facts": "没有发" });
    let talks = desk.refused("letters.saveLetter", straight.clone());
    assert_eq!(talks.rule.as_deref(), Some("江西省工会劳动法律监督条例第二十条"));
    assert!(talks.message.contains("补录"), "the way in is told: {}", talks.message);
    let letter =
        desk.call("letters.saveLetter", with(straight, json!({ "lateEntry": "八月就发过，按存根补录" })));
    desk.call(
        "letters.serveLetter",
        json!({ "letter": letter, "number": "监意7号", "receivedOn": "2026-09-15", "receivedBy": "万里程" }),
    );
    assert_eq!(next(&desk), said("书面答复意见书", "employer", "2026-10-15"));
    let receipt = desk.print("letters.receipt", "送达回执.pdf");
    judges::sound(&receipt, &["送达回执", "工会劳动法律监督意见书", "监意7号", "万里程于2026年9月15日签收"]);

    // What others stand on is not taken away, and everything can be taken back.
    let answer =
        with(event(&case, "opinionAnswered", "2026-09-15", "已经补发"), json!({ "outcome": "mended" }));
    desk.call("letters.saveEvent", answer);
    desk.call("letters.saveEvent", event(&case, "closed", "2026-09-15", "已经补发"));
    let again = with(event(&case, "talked", "2026-09-15", "再谈"), json!({ "outcome": "mended" }));
    let over = desk.refused("letters.saveEvent", again);
    assert!(over.message.contains("已于2026年9月15日结案"), "{}", over.message);
    let first = desk.call("letters.get", json!({ "id": case }))["events"][0]["id"].clone();
    let leans = desk.refused("letters.removeEvent", json!({ "id": first }));
    assert!(leans.message.contains("以它为前提"), "{}", leans.message);
    desk.call("ledger.undo", json!({}));
    assert_eq!(state(&desk, &case), "opined", "the closing is taken back");
    let gone = desk.refused("letters.removeLetter", json!({ "id": letter }));
    assert!(gone.message.contains("留存"), "{}", gone.message);
    let old = with(inquiry(&case, "2026-09-15", &holders), json!({ "id": asked, "finding": "none" }));
    desk.call("letters.saveEvent", old);
    assert_eq!(desk.call("letters.get", json!({ "id": case }))["events"][1]["record"]["finding"], "none");
}
