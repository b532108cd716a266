//! What comes in bad and what cannot go out: each time exit 1, one Chinese sentence, and nothing changed, in
//! the ledger as at the target.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::gonghui::{Desk, Refusal, files, refusal, root};
use crate::meeting::{ready, record};
use crate::rosters;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";

#[test]
fn files_that_are_no_rosters() {
    let desk = Desk::founded("36", None);
    let write = |name: &str, bytes: &[u8]| {
        let path = desk.out(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let protected = root().join("src-tauri/crates/sheet/tests/fixtures/protected.xlsx");
    let book = std::fs::read(root().join("assets/demo/roster.xlsx")).unwrap();
    let cases: Vec<(&str, PathBuf, &str, &str)> = vec![
        ("a missing file", desk.out("没有.xlsx"), "sheet_not_found", "找不到"),
        ("a folder", desk.room().join("out"), "sheet_is_folder", "文件夹"),
        ("a PNG named .xlsx", write("照片.xlsx", PNG), "sheet_not_a_sheet", "PNG"),
        ("a password-protected workbook", protected, "sheet_protected", "密码"),
        ("16 MB of zeros", write("零.xlsx", &vec![0; 16 << 20]), "sheet_zeros", "空数据"),
        ("an empty file", write("空.csv", b""), "sheet_empty_file", "0 字节"),
        ("half a workbook", write("半.xlsx", &book[..book.len() / 2]), "sheet_damaged", "不完整"),
        ("a program", write("程序.csv", &(0..=255).collect::<Vec<u8>>()), "sheet_not_a_sheet", "程序"),
        ("no device that is a file", PathBuf::from("/dev/null"), "", ""),
    ];
    let before = desk.head();
    let kept = files(&desk.room().join("out"));
    for command in ["members.preview", "members.import"] {
        for (what, path, code, word) in &cases {
            let refusal = desk.refused(command, json!({ "file": path }));
            if !code.is_empty() {
                assert_eq!(refusal.code, *code, "{command}, {what}: {}", refusal.message);
                assert!(refusal.message.contains(word), "{command}, {what}: {}", refusal.message);
            }
            assert_eq!(refusal.field.as_deref(), Some("file"), "{command}, {what}: the form marks the file");
        }
    }
    let blank = desk.refused("members.preview", json!({ "pasted": " \n" }));
    assert_eq!(blank.field.as_deref(), Some("pasted"), "{}", blank.message);
    assert!(!blank.message.contains("文件"), "a paste is no file: {}", blank.message);
    let no_names = write("无姓名.csv", "编号,金额\r\n1,200\r\n".as_bytes());
    let refusal = desk.refused("members.import", json!({ "file": no_names }));
    assert_eq!(refusal.field.as_deref(), Some("file"), "{}", refusal.message);
    std::fs::remove_file(no_names).unwrap();
    assert_eq!(desk.head(), before, "nothing was stored");
    assert_eq!(files(&desk.room().join("out")), kept, "and no file was touched");
    assert!(files(&desk.room().join("tmp")).is_empty(), "nothing is left in the temp folder");
}

#[test]
fn requests_that_make_no_sense() {
    let desk = Desk::founded("36", None);
    let before = desk.head();
    let cases = [
        ("members.get", json!({ "id": "不是编号" }), "bad_input"),
        ("members.get", json!({ "id": "019a0000-0000-7000-8000-000000000000" }), "not_found"),
        ("members.get", json!({}), "bad_input"),
        ("negotiation.start", json!({ "year": "今年" }), "bad_input"),
        ("negotiation.start", json!({ "year": 26 }), "bad_input"),
        ("papers.print", json!({ "kind": "没有", "of": "x", "to": "x.pdf" }), "not_found"),
        (
            "papers.exportWord",
            json!({ "kind": "ledger.recoverySheet", "of": "ledger", "to": "x.docx" }),
            "refused",
        ),
        ("没有.这样", json!({}), "unknown_command"),
        ("members.save", json!({ "name": "", "sex": "male", "form": "contract" }), "bad_input"),
    ];
    for (name, args, code) in cases {
        let refusal = desk.refused(name, args);
        assert_eq!(refusal.code, code, "{name}: {}", refusal.message);
    }
    let day = json!({ "negotiation": "019a0000-0000-7000-8000-000000000000", "kind": "noted",
        "happenedOn": "2026-02-30", "text": "口头沟通" });
    let refusal = desk.refused("negotiation.addEvent", day);
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some("happenedOn")));
    assert!(refusal.message.contains("日历"), "{}", refusal.message);
    let (answers, output) = desk.run(&[
        json!({ "call": "negotiation.start", "args": { "year": 2027 } }),
        json!({ "call": "negotiation.start", "args": { "year": 2027 } }),
        json!({ "call": "negotiation.start", "args": { "year": 2028 } }),
    ]);
    assert_eq!((answers.len(), output.status.code()), (1, Some(1)), "a run ends at the first refusal");
    let told: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(told["line"], 2, "which line of the script it was: {told}");
    assert!(!told["message"].as_str().unwrap().contains("行"), "no line number within the sentence: {told}");
    assert_eq!(desk.head().0, before.0 + 1, "what was answered is kept, nothing after it");
}

#[test]
fn a_company_s_code_is_refused_for_the_union_and_another_body_s_kept_with_a_word() {
    let desk = Desk::new();
    let mut union = crate::gonghui::founding("36");
    union["creditCode"] = "91350100M000100Y43".into();
    let refusal = desk.refused("ledger.create", union.clone());
    assert_eq!(refusal.field.as_deref(), Some("creditCode"));
    assert!(refusal.message.contains("企业的代码"), "{}", refusal.message);
    union["creditCode"] = "12360121MB0000019A".into();
    let founded = desk.call("ledger.create", union);
    assert!(founded["notice"].as_str().unwrap().contains("不像工会的代码"), "{founded}");
    let told = desk.call("union.checkCreditCode", json!({ "text": "91350100M000100Y43" }));
    assert!(told["message"].as_str().unwrap().contains("企业的代码"), "told while it is typed: {told}");
    let other = Desk::new();
    let founded = other.call("ledger.create", crate::gonghui::founding("36"));
    assert!(founded.get("notice").is_none(), "{founded}");
}

/// The minutes of a meeting, and how to try to print them somewhere.
fn with_minutes() -> (Desk, String) {
    let (desk, id) = ready();
    desk.call("negotiation.saveMeeting", record(&desk, &id));
    let of = desk.paper("negotiation.minutes")["of"].as_str().unwrap().to_owned();
    (desk, of)
}

fn printing(of: &str, to: &Path) -> serde_json::Value {
    json!({ "kind": "negotiation.minutes", "of": of, "to": to })
}

#[test]
fn targets_that_cannot_be_written() {
    let (desk, of) = with_minutes();
    let before = desk.head();
    let file = desk.out("在.txt");
    std::fs::write(&file, "原来的内容").unwrap();
    let kept = files(&desk.room().join("out"));
    let cases: [(&str, PathBuf, &str); 5] = [
        ("a folder that is not there", desk.room().join("没有这里/纪要.pdf"), "文件夹不存在"),
        ("a folder", desk.room().join("out"), "文件夹"),
        ("a place of the system", PathBuf::from("/proc/x"), "文件没有存下来"),
        ("below a file", file.join("纪要.pdf"), "文件没有存下来"),
        ("a name too long", desk.out(&"长".repeat(100)), "文件没有存下来"),
    ];
    for (what, to, word) in cases {
        let refusal = desk.refused("papers.print", printing(&of, &to));
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("unwritable", Some("to")), "{what}");
        assert!(refusal.message.contains(word), "{what}: {}", refusal.message);
    }
    assert_eq!(files(&desk.room().join("out")), kept, "no half file beside what was there");
    assert_eq!(desk.head(), before);
}

/// What every command that writes a file where a person says is given, but for the place.
fn writers(desk: &Desk, of: &str) -> Vec<(&'static str, serde_json::Value)> {
    let scan = desk.out("签字页.pdf");
    std::fs::write(&scan, "the signed page").unwrap();
    let talk = desk.call("negotiation.list", json!({}))[0]["id"].clone();
    let added = desk.call("files.add", json!({ "of": { "kind": "negotiation", "id": talk }, "file": scan }));
    vec![
        ("papers.print", json!({ "kind": "negotiation.minutes", "of": of })),
        ("papers.print", json!({ "kind": "ledger.recoverySheet", "of": "ledger" })),
        ("papers.exportWord", json!({ "kind": "negotiation.minutes", "of": of })),
        ("members.export", json!({ "query": {}, "columns": ["name"] })),
        ("history.export", json!({ "query": {} })),
        ("incoming.export", json!({ "query": {} })),
        ("outgoing.export", json!({ "query": {} })),
        ("files.save", json!({ "id": added["attachment"]["id"] })),
    ]
}

#[test]
fn nothing_is_ever_written_into_a_ledger_or_its_copies() {
    let (desk, of) = with_minutes();
    let writers = writers(&desk, &of);
    desk.call("ledger.backup", json!({}));
    let stick = desk.room().join("stick");
    std::fs::create_dir(&stick).unwrap();
    let copy = desk.call("ledger.backup", json!({ "to": stick }));
    let copy = PathBuf::from(copy["dir"].as_str().unwrap());
    let home = copy.parent().unwrap().parent().unwrap();
    let ledger = desk.ledger();
    let mut targets = vec![
        ledger.join("ledger.db"),
        ledger.join("keys.json"),
        ledger.join("attempts"),
        ledger.join("files/新.pdf"),
        ledger.join("backups/新.pdf"),
        desk.room().join("out/../ledger/ledger.db"),
        copy.join("ledger.db"),
        home.join("files/新.pdf"),
        home.join("ledger-id"),
    ];
    #[cfg(unix)]
    {
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, desk.room().join(name)).unwrap();
        link(&ledger, "账本的影子");
        link(&ledger.join("ledger.db"), "库.pdf");
        targets.extend([desk.room().join("账本的影子/keys.json"), desk.room().join("库.pdf")]);
    }
    let before = desk.head();
    let kept = (files(&stick), std::fs::read(ledger.join("keys.json")).unwrap());
    for (nth, (command, args)) in writers.iter().enumerate() {
        // All ask one rule: the first is tried everywhere, the others where the loss would be worst.
        for to in &targets[..if nth == 0 { targets.len() } else { 2 }] {
            let mut args = args.clone();
            args["to"] = json!(to);
            let refusal = desk.refused(command, args);
            let what = format!("{command} to {}", to.display());
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                ("unwritable", Some("to")),
                "{what}"
            );
            assert!(refusal.message.contains("账本"), "{what}: {}", refusal.message);
        }
    }
    for (command, field) in [("ledger.create", "folder"), ("demo.open", "folder")] {
        let mut args = if command == "demo.open" { json!({}) } else { crate::gonghui::founding("36") };
        args["folder"] = json!(ledger.join("新账"));
        let refusal = elsewhere(&desk, command, &args);
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("unwritable", Some(field)),
            "{command}"
        );
    }
    assert_eq!(desk.head(), before, "the ledger stands as before");
    assert_eq!((files(&stick), std::fs::read(ledger.join("keys.json")).unwrap()), kept);
    for (command, args) in &writers {
        let mut args = args.clone();
        args["to"] = json!(desk.out("可以.pdf"));
        desk.call(command, args);
    }
}

/// A command without this room's ledger, that must be refused.
fn elsewhere(desk: &Desk, name: &str, args: &serde_json::Value) -> Refusal {
    let mut command = std::process::Command::new(crate::gonghui::program());
    desk.inside(&mut command);
    refusal(&command.args(["call", name, &args.to_string()]).output().unwrap(), name)
}

#[cfg(unix)]
#[test]
fn a_device_keeps_its_place() {
    use std::os::unix::fs::FileTypeExt;
    let (desk, of) = with_minutes();
    let writers = writers(&desk, &of);
    let pipe = desk.room().join("管道.pdf");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for (command, mut args) in writers {
        args["to"] = json!(pipe);
        let refusal = desk.refused(command, args);
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("unwritable", Some("to")),
            "{command}"
        );
        assert!(refusal.message.contains("不是普通文件"), "{command}: {}", refusal.message);
        assert!(std::fs::symlink_metadata(&pipe).unwrap().file_type().is_fifo(), "{command}");
    }
}

#[test]
fn a_full_disk_leaves_the_old_paper_as_it_was() {
    let (desk, of) = with_minutes();
    let to = desk.out("纪要.pdf");
    std::fs::write(&to, "上一次存的").unwrap();
    let before = desk.head();
    // Room for the shared memory of the open ledger (32 KiB), none for the paper.
    let output = desk.cramped(36, &["call", "papers.print", &printing(&of, &to).to_string()]);
    let told = refusal(&output, "printing on a full disk");
    assert!(told.message.contains("磁盘"), "{}", told.message);
    assert_eq!(std::fs::read(&to).unwrap(), "上一次存的".as_bytes(), "what stood there is untouched");
    assert_eq!(files(&desk.room().join("out")).len(), 1, "no half file beside it");
    assert_eq!(desk.head(), before);
    desk.call("papers.print", printing(&of, &to));
    assert!(std::fs::metadata(&to).unwrap().len() > 36 * 1024, "the paper had no room under the limit");
}

#[test]
fn a_full_stick_under_a_file_is_told_as_the_sticks_and_not_as_the_computers() {
    let desk = Desk::founded("36", None);
    let seal = desk.call("custody.save", json!({ "kind": "seal", "name": "工会公章", "holder": "陈望舒" }));
    let scan = desk.out("印章移交.txt");
    std::fs::write(&scan, "移交清单\n".repeat(20_000)).unwrap();
    let of = json!({ "kind": "custody", "id": seal });
    let file = desk.call("files.add", json!({ "of": of, "file": scan }))["attachment"]["id"].clone();
    let before = desk.head();
    let to = desk.out("存到U盘.txt");
    let args = json!({ "id": file, "to": to });
    let told = refusal(&desk.cramped(48, &["call", "files.save", &args.to_string()]), "a full stick");
    assert_eq!(
        (told.code.as_str(), told.field.as_deref()),
        ("ledger.diskFull", Some("to")),
        "{}",
        told.message
    );
    assert!(
        told.message.contains("存的位置写不下了") && told.message.contains("换一个位置"),
        "{}",
        told.message
    );
    for other in ["只看不改", "回收站", "电脑", "这一步"] {
        assert!(!told.message.contains(other), "{other}: {}", told.message);
    }
    assert!(!to.exists(), "no half file");
    assert_eq!(desk.head(), before);
    desk.call("files.save", args);
    assert_eq!(std::fs::metadata(&to).unwrap().len(), std::fs::metadata(&scan).unwrap().len());
}

#[test]
fn a_disk_so_full_that_nothing_opens_is_told_as_that_and_no_step_is_spoken_of() {
    let desk = Desk::founded("36", None);
    let before = desk.head();
    // Less than the shared memory of an open ledger (32 KiB).
    let told = refusal(&desk.cramped(16, &["call", "history.list", "{}"]), "opening on a full disk");
    assert_eq!(told.code, "ledger.diskFull", "{}", told.message);
    assert!(told.message.contains("账本打不开") && told.message.contains("没有损坏"), "{}", told.message);
    assert!(!told.message.contains("这一步"), "no step was made: {}", told.message);
    assert_eq!(desk.head(), before);
}

fn full(refusal: &Refusal, what: &str) {
    assert_eq!(refusal.code, "ledger.diskFull", "{what}: {}", refusal.message);
    assert!(refusal.message.contains("没有保存"), "{what}: {}", refusal.message);
}

#[test]
fn a_full_disk_takes_no_half_import() {
    let desk = Desk::founded("36", None);
    let file = desk.out("花名册.csv");
    std::fs::write(&file, rosters::csv(0, 3_000)).unwrap();
    let before = desk.head();
    let names = || files(&desk.ledger()).into_keys().collect::<Vec<_>>();
    let inside = names();
    let args = json!({ "file": file }).to_string();
    for kib in [64, 600, 2_000] {
        let output = desk.cramped(kib, &["call", "members.import", &args]);
        full(&refusal(&output, "an import on a full disk"), &format!("{kib} KiB"));
        assert_eq!(desk.head(), before, "{kib} KiB: the ledger stands as before");
        assert_eq!(desk.call("members.counts", json!({}))["total"], 0);
        assert_eq!(names(), inside, "{kib} KiB: no file is left behind in the ledger's folder");
    }
    desk.call("members.import", json!({ "file": file }));
    assert_eq!(desk.call("members.counts", json!({}))["total"], 3_000, "with room again it goes in");
}

#[test]
fn founding_on_a_full_disk_leaves_no_ledger() {
    for kib in [0, 16, 64, 200] {
        let desk = Desk::new();
        let union = crate::gonghui::founding("36").to_string();
        let output = desk.cramped(kib, &["call", "ledger.create", &union]);
        if output.status.success() {
            desk.head();
            continue;
        }
        refusal(&output, "founding on a full disk");
        // With room again, the same folder serves: nothing half stands in the way.
        desk.call("ledger.create", crate::gonghui::founding("36"));
        desk.head();
    }
}

#[test]
fn a_home_that_cannot_be_written_keeps_no_ledger_shut() {
    let desk = Desk::founded("36", None);
    let blocked = desk.out("不是文件夹");
    std::fs::write(&blocked, "").unwrap();
    let output = desk.command(&["call", "members.counts"]).env("GONGHUI_HOME", &blocked).output().unwrap();
    assert!(
        output.status.success(),
        "the list of known ledgers is a convenience: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(std::fs::read(&blocked).unwrap(), b"", "and nothing was put in its place");
}
