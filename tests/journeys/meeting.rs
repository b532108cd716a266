//! The meetings of the 江西 story and the papers made from them: what a record is refused for, the minutes,
//! their issue with a number, the second issue, and undo that stops at a final step.

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::places::offer;
use crate::representatives::sides;

/// A desk in 江西 whose talks are ready for the first meeting, and the talks' id.
pub fn ready() -> (Desk, Value) {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-24T10:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    let (_, output) = desk.run(&[
        json!({ "call": "negotiation.saveRepresentatives", "args": sides(&id, 3, 0) }),
        json!({ "call": "negotiation.saveOffer", "args": offer(&id, "2026-09-24", Some("2026-09-24")) }),
        json!({
            "call": "negotiation.recordReply", "now": "2026-10-12T10:00:00+08:00",
            "args": { "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-12", "repliedBy": "公司行政", "text": "" },
        }),
        json!({
            "call": "negotiation.saveRepresentatives", "now": "2026-10-12T10:05:00+08:00",
            "args": sides(&id, 0, 3),
        }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    desk.now("2026-10-20T17:00:00+08:00");
    (desk, id)
}

/// A whole record of the first meeting: one topic agreed, one disputed.
pub fn record(desk: &Desk, id: &Value) -> Value {
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    let people = talks["representatives"].as_array().unwrap();
    let attendance: Vec<Value> = people
        .iter()
        .enumerate()
        .map(|(at, one)| match at {
            5 => json!({ "representative": one["id"], "present": false, "reason": "出差" }),
            _ => json!({ "representative": one["id"], "present": true }),
        })
        .collect();
    json!({
        "negotiation": id, "heldOn": "2026-10-20", "begins": "14:00", "ends": "16:30", "place": "三楼会议室",
        "chair": people[0]["id"], "recorder": "梁静言", "recorderPost": "档案员",
        "agenda": "通报经营情况\n逐项协商", "attendance": attendance,
        "topics": [
            {
                "topic": talks["topics"][0]["id"], "workersPosition": "上年增长3%，低于劳动生产率，要求增长6%。",
                "employerPosition": "订单不稳，可以增长4%。", "evidence": "上年度工资总额表", "result": "disputed",
            },
            {
                "topic": talks["topics"][1]["id"], "workersPosition": "夜班辛苦，每班次增加10元。",
                "employerPosition": "同意。", "result": "agreed", "agreedText": "夜班津贴每班次增加10元，自2027年1月1日起执行",
            },
        ],
        "undertakings": [
            { "what": "提供分车间工资总额", "side": "employer", "owner": "罗思齐", "dueOn": "2026-10-27" },
        ],
        "nextOn": "2026-11-03", "nextPlace": "三楼会议室",
    })
}

#[test]
fn a_record_is_refused_at_the_field_and_by_the_rule() {
    let (desk, id) = ready();
    let good = record(&desk, &id);
    let before = desk.head();
    type Spoil = fn(&mut Value);
    let cases: [(&str, Spoil, &str, Option<&str>); 14] = [
        (
            "a chair who is no chief",
            |m| m["chair"] = m["attendance"][1]["representative"].clone(),
            "chair",
            Some("集体合同规定第三十四条"),
        ),
        ("a chair who is not there", |m| m["attendance"][0]["present"] = false.into(), "chair", None),
        (
            "a representative as recorder",
            |m| m["recorder"] = "林知秋".into(),
            "recorder",
            Some("集体合同规定第三十三条"),
        ),
        ("no recorder", |m| m["recorder"] = "".into(), "recorder", None),
        ("a recorder without a post", |m| m["recorderPost"] = " ".into(), "recorderPost", None),
        ("agreed without a text", |m| m["topics"][1]["agreedText"] = " ".into(), "topics.1.agreedText", None),
        (
            "no position of ours",
            |m| m["topics"][0]["workersPosition"] = "".into(),
            "topics.0.workersPosition",
            None,
        ),
        (
            "no position of theirs",
            |m| m["topics"][0]["employerPosition"] = "".into(),
            "topics.0.employerPosition",
            None,
        ),
        ("one topic twice", |m| m["topics"][1]["topic"] = m["topics"][0]["topic"].clone(), "topics.1", None),
        ("tomorrow's meeting", |m| m["heldOn"] = "2026-10-21".into(), "heldOn", None),
        ("an end before the beginning", |m| m["ends"] = "13:00".into(), "ends", None),
        ("a next meeting before this one", |m| m["nextOn"] = "2026-10-19".into(), "nextOn", None),
        (
            "an undertaking without an owner",
            |m| m["undertakings"][0]["owner"] = "".into(),
            "undertakings.0.what",
            None,
        ),
        (
            "nobody of the employer's side there",
            |m| (3..6).for_each(|at| m["attendance"][at]["present"] = false.into()),
            "attendance",
            None,
        ),
    ];
    for (what, spoil, field, rule) in cases {
        let mut meeting = good.clone();
        spoil(&mut meeting);
        let refusal = desk.refused("negotiation.saveMeeting", meeting);
        assert_eq!(refusal.field.as_deref(), Some(field), "{what}: {}", refusal.message);
        if let Some(rule) = rule {
            assert!(refusal.rule.as_deref().unwrap_or("").contains(rule), "{what}: {:?}", refusal.rule);
        }
    }
    assert_eq!(desk.head(), before, "refused records leave no step");
    desk.call("negotiation.saveMeeting", good.clone());
    let twice = desk.refused("negotiation.saveMeeting", good);
    assert_eq!(twice.field.as_deref(), Some("begins"), "one meeting is one round: {}", twice.message);
}

#[test]
fn minutes_are_printed_issued_corrected_and_kept() {
    let (desk, id) = ready();
    let mut meeting = record(&desk, &id);
    let meeting_id = desk.call("negotiation.saveMeeting", meeting.clone());
    let due = desk.call("today.list", json!({}));
    let titles: Vec<&str> =
        due["duties"].as_array().unwrap().iter().filter_map(|duty| duty["title"].as_str()).collect();
    assert!(
        titles.iter().any(|title| title.contains("提供分车间工资总额")),
        "the undertaking is due: {titles:?}"
    );
    assert!(titles.iter().any(|title| title.contains("第2轮")), "so is the next meeting: {titles:?}");

    judges::sound(
        &desk.print("negotiation.minutes", "纪要.pdf"),
        &[
            "赣江机械有限公司",
            "2027年度工资集体协商会议纪要",
            "第一轮协商",
            "时间：2026年10月20日14时",
            "地点：三楼会议室",
            "主持人：陈望舒（职工方",
            "记录人：梁静言（档案员，非协商代表）",
            "职工方出席：陈望舒（首席代表）、林知秋、黄若水",
            "企业方出席：高子衿（首席代表）、罗思齐",
            "何怀谷（出差）",
            "年度工资增长幅度",
            "职工方意见：上年增长3%，低于劳动生产率，要求增长6%。",
            "企业方意见：订单不稳，可以增长4%。",
            "上年度工资总额表",
            "双方没有达成一致",
            "夜班津贴",
            "夜班津贴每班次增加10元，自2027年1月1日起执行",
            "提供分车间工资总额",
            "2026年11月3日",
            "职工方代表（签字）",
            "记录人",
        ],
    );

    // Issued: a number, the bytes kept. Corrected: the next number, the old one still there.
    let issue = json!({ "kind": "negotiation.minutes", "of": meeting_id });
    assert_eq!(desk.call("papers.issue", issue.clone()), "工协纪〔2026〕1号");
    let first = desk.paper("negotiation.minutes")["issued"][0].clone();
    let kept = desk.out("一号.pdf");
    let save = |issued: &Value, to: &std::path::Path| {
        let args =
            json!({ "kind": "negotiation.minutes", "of": meeting_id, "issued": issued["id"], "to": to });
        desk.call("papers.print", args)
    };
    assert_eq!(save(&first, &kept)["sha256"], first["sha256"], "the saved file is the issued one");
    meeting["id"] = meeting_id.clone();
    meeting["place"] = "四楼会议室".into();
    desk.now("2026-10-21T09:00:00+08:00");
    desk.call("negotiation.saveMeeting", meeting);
    assert_eq!(desk.call("papers.issue", issue), "工协纪〔2026〕2号");
    let word = desk.out("纪要.docx");
    let of = desk.paper("negotiation.minutes")["of"].clone();
    desk.call("papers.exportWord", json!({ "kind": "negotiation.minutes", "of": of, "to": word }));
    assert_eq!(
        judges::word(&word).1,
        "草稿，以印发的工协纪〔2026〕2号为准",
        "a copy names the issue that counts"
    );
    let issued = desk.paper("negotiation.minutes")["issued"].clone();
    let numbers: Vec<&str> =
        issued.as_array().unwrap().iter().filter_map(|one| one["number"].as_str()).collect();
    assert_eq!(numbers, ["工协纪〔2026〕2号", "工协纪〔2026〕1号"], "the newest first, the old one kept");
    assert_eq!(issued[0]["corrects"], "工协纪〔2026〕1号", "the second issue names the one it corrects");
    assert_eq!(issued[1]["sha256"], first["sha256"]);
    let old = desk.out("一号再存.pdf");
    save(&issued[1], &old);
    assert_eq!(std::fs::read(&old).unwrap(), std::fs::read(&kept).unwrap(), "the first keeps its bytes");
    assert!(judges::text(&old).contains("地点：三楼会议室"));
    let new = desk.out("二号.pdf");
    save(&issued[0], &new);
    judges::sound(&new, &["编号：工协纪〔2026〕2号", "本纪要更正工协纪〔2026〕1号", "地点：四楼会议室"]);
    assert!(!judges::text(&old).contains("更正"), "the first issue corrects nothing");

    // A final step: undo says which one it stops at, and changes nothing.
    let frame = desk.frame();
    assert_eq!((&frame["undo"], &frame["stoppedBy"]), (&Value::Null, &json!("印发文件")));
    let before = desk.head();
    let stopped = desk.refused("ledger.undo", json!({}));
    assert_eq!(stopped.code, "ledger.undoStopped");
    assert!(stopped.message.contains("印发文件"), "it names the step: {}", stopped.message);
    assert_eq!(desk.head(), before);
}

#[test]
fn a_meeting_taken_back_leaves_its_round_free() {
    let (desk, id) = ready();
    let first = desk.call("negotiation.saveMeeting", record(&desk, &id));
    let second = desk.call("negotiation.saveMeeting", {
        let mut meeting = record(&desk, &id);
        (meeting["begins"], meeting["ends"]) = ("17:00".into(), "18:00".into());
        meeting["nextOn"] = "2026-11-10".into();
        meeting
    });
    let refused = desk.refused("negotiation.removeMeeting", json!({ "id": first }));
    assert!(refused.message.contains("最后一轮"), "rounds keep their numbers: {}", refused.message);
    desk.call("negotiation.removeMeeting", json!({ "id": second }));
    let rounds = || {
        let talks = desk.call("negotiation.get", json!({ "id": id }));
        talks["meetings"].as_array().unwrap().iter().map(|one| one["round"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(rounds(), [json!(1)]);
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "移除会议");
    assert_eq!(rounds(), [json!(1), json!(2)], "undo brings it back with its round");
    desk.head();
}

#[test]
fn a_paper_typed_but_not_saved_can_be_seen() {
    let (desk, id) = ready();
    let mut meeting = record(&desk, &id);
    meeting["place"] = "".into();
    let args = json!({ "meeting": meeting }).to_string();
    let output = desk.command(&["call", "negotiation.previewMeeting", &args]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.starts_with(b"%PDF-"), "bytes on stdout, ready to be redirected");
    let to = desk.out("预览.pdf");
    std::fs::write(&to, &output.stdout).unwrap();
    assert!(judges::text(&to).contains("梁静言"));
    let kept = desk.call("negotiation.get", json!({ "id": id }));
    assert_eq!(kept["meetings"], json!([]), "a preview keeps nothing");
    assert!(!PASSPHRASE.is_empty());
}
