//! The yearly report from the ledger's figures to the paper, and back: the head that its imprint bears proves the ledger,
//! and proves nothing of a copy whose journal was altered behind the program's back.

use std::path::Path;

use bip39::{Language, Mnemonic};
use ledger::rusqlite::Connection;
use serde_json::{Value, json};

use crate::concluding::{met, pass};
use crate::gonghui::Desk;
use crate::{judges, recovery, rosters};

fn year(desk: &Desk, year: i32) -> Value {
    desk.call("report.year", json!({ "year": year }))
}

/// The figures by their ids, in the year and in the one before.
fn figure(report: &Value, id: &str) -> (String, String) {
    let tables = report["tables"].as_array().unwrap();
    let mut all = tables.iter().flat_map(|table| table["figures"].as_array().unwrap());
    let found = all.find(|figure| figure["id"] == id).unwrap_or_else(|| panic!("{id} in {report}"));
    let text = |value: &Value| value["text"].as_str().unwrap().to_owned();
    (text(&found["now"]), text(&found["before"]))
}

/// Every file of a ledger's folder into the room of another desk.
pub fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copied(&path, &there);
        } else {
            std::fs::copy(&path, &there).unwrap();
        }
    }
}

/// Changes a ledger's file by SQL with its key, as someone could who holds the recovery sheet; the journal's own triggers
/// are put back, so that nothing shows.
pub fn tampered(desk: &Desk, sheet: &[char], sql: &str) {
    let words = sheet.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let key = Mnemonic::parse_in(Language::SimplifiedChinese, words).unwrap().to_entropy();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    desk.ends_hurt();
    let conn = Connection::open(desk.ledger().join("ledger.db")).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"")).unwrap();
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('journal', 'change')")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(!triggers.is_empty(), "the journal is append-only by trigger");
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\"")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    assert!(conn.changes() > 0, "{sql} finds what it changes");
    for (_, sql) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
}

/// The step's number and the hash that the imprint bears, read from the PDF as poppler reads it.
fn printed_head(text: &str) -> (u64, String) {
    let (_, after) = text.split_once("账本的最后一步是第").expect("the imprint names a step");
    let (seq, after) = after.split_once('步').unwrap();
    let (_, after) = after.split_once("校验码").unwrap();
    let digits = after.chars().take_while(char::is_ascii_hexdigit).collect();
    (seq.parse().unwrap(), digits)
}

#[test]
fn the_years_paper_proves_the_ledger_it_was_made_from() {
    let (desk, talks) = met();
    let roster = desk.out("花名册.csv");
    std::fs::write(&roster, rosters::csv(0, 30)).unwrap();
    desk.call("members.import", json!({ "file": roster }));
    let people = desk.call("members.search", json!({ "limit": 1 }));
    desk.call("members.remove", json!({ "id": people["rows"][0]["id"] }));
    pass(&desk, &talks, "signed", "2026-11-05");
    pass(&desk, &talks, "filed", "2026-11-06");
    desk.now("2026-12-30T10:00:00+08:00");

    let report = year(&desk, 2026);
    let members = desk.call("members.counts", json!({}));
    let wanted = [
        ("members.end", members["total"].to_string()),
        ("contracts.signed", "1".to_owned()),
        ("contracts.filed", "1".to_owned()),
        ("contracts.inEffect", "0".to_owned()),
        ("talks.meetings", "1".to_owned()),
        ("talks.agreed", "1".to_owned()),
        ("talks.disputed", "1".to_owned()),
        ("offers.inTime", "1".to_owned()),
        ("incoming.all", "0".to_owned()),
        ("incoming.rate", "—".to_owned()),
    ];
    for (id, now) in wanted {
        assert_eq!(figure(&report, id), (now, "—".to_owned()), "{id}: the ledger is of this year");
    }
    assert_eq!((&report["asOf"], &report["over"]), (&json!("2026-12-30"), &json!(false)));
    let future = desk.refused("report.year", json!({ "year": 2027 }));
    assert_eq!(future.field.as_deref(), Some("year"));

    // Without who filled it in and who answers for it (A14) it is a draft.
    let words =
        json!({ "year": 2026, "merit": "技能比武两场。\n师徒结对十二对。", "plans": "办好职工夜校。" });
    desk.call("report.saveTexts", words.clone());
    let of = json!({ "kind": "report.year", "of": "2026" });
    let refused = desk.refused("papers.issue", of.clone());
    assert!(
        refused.code == "incomplete" && refused.message.contains("主送机关、填报人、负责人"),
        "{}",
        refused.message
    );
    judges::sound(&desk.print("report.year", "草稿.pdf"), &["草稿，尚缺主送机关、填报人、负责人"]);
    let mut signed = words;
    signed["filledBy"] = "李强".into();
    signed["responsible"] = "陈望舒".into();
    signed["addressee"] = "县总工会".into();
    desk.call("report.saveTexts", signed);

    let (before, head) = desk.head();
    assert_eq!(desk.call("papers.issue", of.clone()), "工年报〔2026〕1号");
    let paper = desk.paper("report.year");
    let (pdf, docx) = (desk.out("年度工作报告.pdf"), desk.out("年度工作报告.docx"));
    let issued =
        json!({ "kind": "report.year", "of": "2026", "issued": paper["issued"][0]["id"], "to": pdf });
    desk.call("papers.print", issued);
    judges::sound(
        &pdf,
        &[
            "赣江机械有限公司工会委员会文件",
            "工年报〔2026〕1号",
            "签发人：陈望舒",
            "2026年度工作报告",
            "县总工会：",
            "截至2026年12月30日",
            "一、建功立业",
            "技能比武两场。",
            "师徒结对十二对。",
            "地位提高",
            "要约和答复",
            "队伍壮大",
            "会员增减",
            "工会日常工作",
            "2027年打算",
            "办好职工夜校。",
            "产业工人队伍建设改革",
            "签订工资专项集体合同",
            "数据说明",
            "截止日期：2026年12月30日",
            "填报人（签字）",
            "负责人（签字）",
            "赣江机械有限公司工会委员会",
        ],
    );
    let text = judges::text(&pdf);
    for left_out in ["思想引领", "存在的问题"] {
        assert!(!text.contains(left_out), "{left_out}: an empty text leaves its paragraph out");
    }
    let (seq, digits) = printed_head(&text);
    assert_eq!((seq, &digits), (before, &head), "the head is the one before the issuing step");
    desk.call("papers.exportWord", json!({ "kind": "report.year", "of": "2026", "to": docx }));
    assert!(judges::word(&docx).0.contains("校验码"), "the Word copy says it too");

    let prove =
        |desk: &Desk, digits: &str| desk.call("ledger.prove", json!({ "seq": seq, "digits": digits }));
    assert_eq!(prove(&desk, &digits)["kind"], "holds");
    assert_eq!(prove(&desk, &digits[..8])["kind"], "holds", "its first digits do");
    let other: String = digits.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect();
    assert_eq!(prove(&desk, &other)["kind"], "differs");

    let sheet = recovery::characters(&desk);
    for (sql, found) in [
        ("UPDATE journal SET label = '没有这回事' WHERE op = 'members.remove'", "记录被改动过"),
        (
            "UPDATE change SET after = replace(after, '2026-11-05', '2026-10-30') WHERE tbl = 'negotiation_event'",
            "记录被改动过",
        ),
        ("DELETE FROM journal WHERE op = 'members.remove'", "不见了"),
    ] {
        let copy = Desk::new();
        copy.now("2026-12-31T09:00:00+08:00");
        copied(&desk.ledger(), &copy.ledger());
        tampered(&copy, &sheet, sql);
        let proof = prove(&copy, &digits);
        assert_eq!(proof["kind"], "broken", "{sql}: {proof}");
        assert!(proof["found"].as_str().unwrap().contains(found), "{sql}: {proof}");
        let findings = copy.call("ledger.check", json!({}))["findings"].to_string();
        assert!(findings.contains(found), "{sql}: {findings}");
    }
    assert_eq!(prove(&desk, &digits)["kind"], "holds", "the ledger itself was not touched");

    // A second issue corrects the first, and proves the ledger with the first in it.
    assert_eq!(desk.call("papers.issue", of), "工年报〔2026〕2号");
    let again = year(&desk, 2026);
    assert_eq!(figure(&again, "papers.report.year").0, "2");
    let life = desk.call("history.of", json!({ "table": "year_report", "id": "2026" })).to_string();
    assert!(life.contains("保存年度报告文字") && life.contains("建功立业"), "{life}");
}

#[test]
fn an_empty_ledger_says_that_there_is_nothing_to_report() {
    let desk = Desk::founded("36", None);
    let report = year(&desk, 2026);
    assert_eq!(report["empty"], true);
    assert_eq!(figure(&report, "members.end").0, "—");
    assert_eq!(report["years"], json!([2026, 2025]));
    let missing = report["missing"].as_array().unwrap().len();
    assert_eq!(missing, 3);
    let kinds = desk.call("papers.list", json!({})).to_string();
    assert!(!kinds.contains("report.year"), "nothing was written for a report: {kinds}");
}

/// The smallest PNG there is: one red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

#[test]
fn the_years_paper_bears_the_photos_that_were_chosen() {
    let (desk, _) = met();
    let of = json!({ "kind": "report", "id": "2026" });
    let early = desk.refused("files.add", json!({ "of": of, "pasted": PIXEL, "name": "比武.png" }));
    assert_eq!(early.code, "not_found", "a report that was never saved has no files");
    let words = json!({ "year": 2026, "filledBy": "李强", "responsible": "陈望舒", "addressee": "县总工会" });
    desk.call("report.saveTexts", words);
    let fixture = |name: &str| crate::gonghui::root().join("tests/fixtures/photos").join(name);
    let pixel = desk.call("files.add", json!({ "of": of, "pasted": PIXEL, "name": "比武.png" }));
    let [heic, avif] = ["photo.heic", "photo.avif"].map(|name| {
        desk.call("files.add", json!({ "of": of, "file": fixture(name) }))["attachment"]["id"].clone()
    });
    let pixel = pixel["attachment"]["id"].clone();
    let save = |photos: Value| json!({ "year": 2026, "photos": photos });
    let one = |file: &Value, caption: &str| json!({ "file": file, "caption": caption });

    let unreadable = desk.refused("report.savePhotos", save(json!([one(&avif, "宣讲")])));
    assert!(
        unreadable.message.contains("AVIF") && unreadable.message.contains("JPG"),
        "{}",
        unreadable.message
    );
    let unsaid = desk.refused("report.savePhotos", save(json!([one(&pixel, "比武"), one(&heic, " ")])));
    assert_eq!(unsaid.field.as_deref(), Some("photos.1.caption"));
    let twice = desk.refused("report.savePhotos", save(json!([one(&pixel, "一"), one(&pixel, "二")])));
    assert_eq!(twice.field.as_deref(), Some("photos"));
    let other = desk.call("report.saveTexts", json!({ "year": 2025 }));
    assert_eq!(other, Value::Null);
    let foreign = json!({ "year": 2025, "photos": [one(&pixel, "比武")] });
    assert_eq!(
        desk.refused("report.savePhotos", foreign).code,
        "not_found",
        "a file of another year's report"
    );

    desk.call("report.savePhotos", save(json!([one(&heic, "夜校开课"), one(&pixel, "技能比武现场")])));
    assert_eq!(year(&desk, 2026)["photos"], json!([one(&heic, "夜校开课"), one(&pixel, "技能比武现场")]));
    let pdf = desk.print("report.year", "照片.pdf");
    judges::sound(&pdf, &["工作照片", "夜校开课", "技能比武现场", "产业工人队伍建设改革"]);
    let images = std::process::Command::new("pdfimages").arg("-list").arg(&pdf).output().unwrap();
    let images = String::from_utf8_lossy(&images.stdout).into_owned();
    assert_eq!(images.lines().filter(|line| line.contains("jpeg")).count(), 2, "{images}");

    assert_eq!(
        desk.call("papers.issue", json!({ "kind": "report.year", "of": "2026" })),
        "工年报〔2026〕1号"
    );
    desk.call("files.remove", json!({ "id": heic }));
    assert_eq!(
        year(&desk, 2026)["photos"],
        json!([one(&pixel, "技能比武现场")]),
        "with its file it leaves the report"
    );
    let paper = desk.paper("report.year");
    let to = desk.out("照片.docx");
    let issued = json!({ "kind": "report.year", "of": "2026", "issued": paper["issued"][0]["id"], "to": to });
    desk.call("papers.exportWord", issued);
    let word = judges::word(&to).0;
    assert!(word.contains("夜校开课"), "the issue is set again with the photos it was issued with: {word}");
    desk.head();
}
