//! The whole story in 江西, each command a process of its own: found a ledger, import a roster, take it back
//! and bring it again, find people, send the letter of intent, watch the clock, take the reply. The meetings
//! and their minutes follow in `meeting`.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::gonghui::{Desk, files, founding, root};
use crate::places::offer;
use crate::representatives::{side, sides};

fn demo_file(name: &str) -> PathBuf {
    root().join("assets/demo").join(name)
}

#[test]
fn founding_refuses_at_its_field_and_leaves_nothing() {
    let desk = Desk::new();
    let cases: [(&str, &str, Value); 5] = [
        ("creditCode", "creditCode", "81360121MC0YL02619".into()),
        ("creditCode", "creditCode", "360121198001010011".into()),
        ("unionName", "unionName", "  ".into()),
        ("chairName", "chairName", "".into()),
        ("province", "province", "江西".into()),
    ];
    for (key, field, value) in cases {
        let mut union = founding("36");
        union[key] = value;
        let refusal = desk.refused("ledger.create", union);
        assert_eq!(refusal.field.as_deref(), Some(field), "{}", refusal.message);
        assert!(!desk.ledger().exists(), "{key}: a refused founding leaves no folder");
    }
    desk.call("ledger.create", founding("36"));
    let again = desk.refused("ledger.create", founding("36"));
    assert_eq!(again.code, "ledger.folderNotEmpty", "a ledger is never founded over another");
}

#[test]
fn a_wrong_passphrase_says_so_and_harms_nothing() {
    let desk = Desk::founded("36", Some("3601"));
    // The count of wrong tries stands in the folder; all else must stay as it was.
    let kept = || {
        let mut files = files(&desk.ledger());
        files.remove(std::path::Path::new("attempts"));
        files
    };
    let before = kept();
    // Two tries: from the third on the door is slow, and the clock stands still here.
    for wrong in ["赣江渡口七盏灯", ""] {
        let output = desk
            .command(&["call", "members.counts"])
            .env("GONGHUI_PASSPHRASE", wrong)
            .output()
            .expect("the program runs");
        let refusal = crate::gonghui::refusal(&output, "a wrong passphrase");
        assert_eq!(refusal.code, "ledger.wrongPassphrase", "{}", refusal.message);
        assert!(
            refusal.message.contains("没有受影响"),
            "it says that nothing was harmed: {}",
            refusal.message
        );
    }
    assert_eq!(kept(), before, "not a byte of the ledger's folder has changed");
    desk.call("members.counts", json!({}));
}

#[test]
fn a_roster_comes_in_goes_out_and_comes_back() {
    let desk = Desk::founded("36", Some("3601"));
    let total = || desk.call("members.counts", json!({}))["total"].as_u64();
    let source = std::fs::read(demo_file("roster.xlsx")).unwrap();
    let preview = desk.call("members.preview", json!({ "file": demo_file("roster.xlsx") }));
    assert_eq!(preview["counts"]["ready"], 316, "everyone on the sheet can be read: {}", preview["counts"]);
    assert!(
        preview["pages"][0]["header"]["row"].as_u64() > Some(3),
        "the header stands below title and notes"
    );
    assert_eq!(total(), Some(0), "a preview keeps nothing");

    let done = desk
        .call("members.import", json!({ "file": demo_file("roster.xlsx"), "sha256": preview["fileSha256"] }));
    assert_eq!(done, json!({ "added": 316, "changed": 0, "left": 0, "alreadyThere": 0, "leftOut": 0 }));
    let late = desk.call("members.import", json!({ "file": demo_file("roster-late.csv") }));
    assert_eq!(
        late,
        json!({ "added": 4, "changed": 0, "left": 0, "alreadyThere": 0, "leftOut": 2 }),
        "GB 18030, and two bad numbers"
    );
    assert_eq!(total(), Some(320));
    assert_eq!(std::fs::read(demo_file("roster.xlsx")).unwrap(), source, "the file itself is never altered");

    let again = desk.refused("members.import", json!({ "file": demo_file("roster.xlsx") }));
    assert_eq!(again.code, "nothing_new", "the same people are not taken twice: {}", again.message);

    assert_eq!(desk.frame()["undo"], "导入花名册", "undo names what it would take back");
    for left in [316, 0] {
        assert_eq!(desk.call("ledger.undo", json!({}))["label"], "导入花名册");
        assert_eq!(total(), Some(left), "one import is one step, taken back whole");
    }
    for back in [316, 320] {
        assert_eq!(desk.call("ledger.redo", json!({}))["label"], "导入花名册");
        assert_eq!(total(), Some(back), "and brought again whole, by another process");
    }
    let refused = desk.refused("ledger.redo", json!({}));
    assert_eq!(refused.code, "ledger.nothingToRedo");
    desk.head();
}

#[test]
fn people_are_found_by_characters_pinyin_initials_and_last_four() {
    let desk = Desk::founded("36", Some("3601"));
    desk.call("members.import", json!({ "file": demo_file("roster.xlsx") }));
    let names = |text: &str| -> Vec<String> {
        let page = desk.call("members.search", json!({ "text": text, "limit": 500 }));
        page["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names("王伟"), ["王伟", "王伟", "王伟"], "by characters");
    for way in ["wangwei", "WangWei", "wang wei", "ww"] {
        let found = names(way);
        assert_eq!(
            found.iter().filter(|name| *name == "王伟").count(),
            3,
            "{way} finds all three: {found:?}"
        );
    }
    assert_eq!(names("喆"), ["周喆"], "one character of a name");
    assert_eq!(names("aygl").len() + names("ayiguli").len(), 2, "a long name by initials and by pinyin");
    assert!(names("查无此人").is_empty());

    let row = desk.call("members.search", json!({ "text": "周喆" }))["rows"][0].clone();
    let masked = row["idNumber"].as_str().unwrap();
    assert!(masked.contains("********"), "a list shows no whole ID number");
    let last: String = masked.chars().skip(14).collect();
    assert!(names(&last).contains(&"周喆".to_owned()), "by the last four of the ID number");
    assert!(row["phone"].as_str().unwrap().contains("****"), "nor a whole telephone number");
}

#[test]
fn the_letter_of_intent_and_its_reply() {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-23T10:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    let twice = desk.refused("negotiation.start", json!({ "year": 2027 }));
    assert_eq!(twice.field.as_deref(), Some("year"), "a year has one negotiation: {}", twice.message);

    // The representatives come first here, and the letter names them.
    let early = desk.refused("negotiation.saveOffer", offer(&id, "2026-09-23", None));
    assert_eq!(early.field.as_deref(), Some("representatives"));
    assert!(
        early.rule.as_deref().unwrap_or("").contains("江西省企业工资集体协商条例第十九条"),
        "{:?}",
        early.rule
    );
    desk.call("negotiation.saveRepresentatives", sides(&id, 4, 0));

    // A letter with a hole in it, or from tomorrow, is refused at its field.
    let bad: [(&str, &str, Value); 4] = [
        ("topics", "topics", json!([])),
        ("addressee", "addressee", " ".into()),
        ("issuedOn", "issuedOn", "2026-09-24".into()),
        ("receivedOn", "receivedOn", "2026-09-22".into()),
    ];
    for (key, field, value) in bad {
        let mut letter = offer(&id, "2026-09-23", None);
        letter[key] = value;
        let refusal = desk.refused("negotiation.saveOffer", letter);
        assert_eq!(refusal.field.as_deref(), Some(field), "{key}: {}", refusal.message);
    }
    desk.call("negotiation.saveOffer", offer(&id, "2026-09-23", None));
    let due = desk.due();
    assert_eq!((due.len(), &due[0]["button"]), (1, &json!("登记收到的日期")), "{due:?}");
    assert_eq!(due[0]["due"], Value::Null, "no clock runs before it is received");
    let hasty = json!({ "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-23", "repliedBy": "公司行政", "text": "" });
    assert_eq!(desk.refused("negotiation.recordReply", hasty).field.as_deref(), Some("repliedOn"));

    // Received: the clock runs, and stands in 今日 with its article and its explanation.
    desk.now("2026-09-24T10:00:00+08:00");
    desk.call("negotiation.saveOffer", offer(&id, "2026-09-23", Some("2026-09-24")));
    let today = desk.call("today.list", json!({}));
    let reply = today["duties"].as_array().unwrap().iter().find(|duty| duty["button"] == "登记答复").unwrap();
    assert_eq!((&reply["due"], &reply["whose"]), (&json!("2026-10-14"), &json!("employer")));
    assert_eq!(reply["deadline"]["rule"]["article"], "第十九条");
    let origin = reply["origin"].as_str().unwrap();
    for part in ["2026年9月24日", "自次日起算20日", "江西省", "2026年10月14日届满"] {
        assert!(origin.contains(part), "the sentence says {part}: {origin}");
    }

    // The reply comes within the term, names their people, and the ladder goes on.
    desk.now("2026-10-12T15:00:00+08:00");
    let partly = json!({ "negotiation": id, "kind": "partly", "repliedOn": "2026-10-12", "repliedBy": "公司行政", "text": " " });
    assert_eq!(
        desk.refused("negotiation.recordReply", partly).field.as_deref(),
        Some("text"),
        "reasons are needed"
    );
    desk.call(
        "negotiation.recordReply",
        json!({
            "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-12", "repliedBy": "公司行政", "text": "",
            "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
        }),
    );
    let missing = |desk: &Desk| {
        let talks = desk.call("negotiation.get", json!({ "id": id }));
        let current = talks["steps"].as_array().unwrap().iter().find(|step| step["current"] == true).cloned();
        current.expect("a running affair has a current step")
    };
    assert_eq!(missing(&desk)["missing"], json!(["企业方代表"]), "theirs are named with the reply");
    let unequal = json!({ "negotiation": id, "employer": side(&["高子衿", "罗思齐", "何怀谷"], 3) });
    assert!(desk.refused("negotiation.saveRepresentatives", unequal).rule.is_some());
    desk.call("negotiation.saveRepresentatives", sides(&id, 0, 4));
    assert_eq!(missing(&desk)["kind"], "meetings");
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    assert_eq!(talks["reply"]["daysLate"], Value::Null, "in time");
    assert_eq!((&talks["day"], &talks["ofDays"]), (&json!(18), &json!(60)));
    let today = desk.call("today.list", json!({}));
    let information = today["duties"]
        .as_array()
        .unwrap()
        .iter()
        .find(|duty| duty["title"] == "提供协商所需的资料")
        .unwrap();
    assert_eq!(information["due"], "2026-10-15", "five days before the meeting: {}", information["origin"]);
    desk.head();
}
