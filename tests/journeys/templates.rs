//! The union's own templates: the program's is taken out, changed, refused with its sentence, taken, printed by, and undone;
//! an issue keeps the one it was made by; a later program that it does not fit prints by its own and says so.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::concluding::met;
use crate::gonghui::{Desk, PASSPHRASE, root};
use crate::judges;
use crate::people::{OFFICER, officer};

const KIND: &str = "negotiation.minutes";
const OWN: &str = "协商的过程和结果";

/// The program's template of the minutes, taken out.
fn taken_out(desk: &Desk, name: &str) -> (PathBuf, String) {
    let file = desk.out(name);
    desk.call("templates.takeOut", json!({ "paper": "negotiation/minutes", "own": false, "to": file }));
    let text = fs::read_to_string(&file).unwrap();
    (file, text)
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).unwrap();
}

fn look(desk: &Desk, file: &Path) -> Value {
    desk.call("templates.read", json!({ "file": file }))
}

fn take(desk: &Desk, file: &Path) -> Value {
    let looked = look(desk, file);
    assert_eq!(looked["faults"], json!([]), "{looked}");
    desk.call("templates.take", json!({ "file": file, "sha256": looked["sha256"] }))
}

fn printed(desk: &Desk) -> String {
    judges::text(&desk.print(KIND, "纪要.pdf"))
}

/// A desk whose minutes are made by a template of the union's own.
fn with_own() -> (Desk, PathBuf, Value) {
    let (desk, _) = met();
    let (file, text) = taken_out(&desk, "县总格式.toml");
    write(&file, &text.replace("协商情况", OWN));
    let id = take(&desk, &file);
    (desk, file, id)
}

#[test]
fn a_template_goes_out_is_changed_refused_taken_and_taken_back() {
    let (desk, _) = met();
    let (file, text) = taken_out(&desk, "县总格式.toml");
    for words in ["# 怎么改：", "paper = \"negotiation/minutes\"", "# 【topics-heading】小标题“协商情况”"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let unchanged = look(&desk, &file);
    assert_eq!((&unchanged["faults"], &unchanged["change"]["changed"]), (&json!([]), &json!([])));
    assert!(printed(&desk).contains("一、会议议程1.通报经营情况") && !printed(&desk).contains(OWN));

    write(&file, &text.replace("{{ place }}", "{{ palce }}"));
    let looked = look(&desk, &file);
    let fault = looked["faults"][0].as_str().unwrap();
    assert!(fault.starts_with('第') && fault.contains("没有“palce”这个字段，最接近的是“place”"), "{fault}");
    let refusal = desk.refused("templates.take", json!({ "file": file, "sha256": looked["sha256"] }));
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("bad_input", Some("file")));
    assert!(refusal.message.contains(fault), "{}", refusal.message);
    write(&file, &text.replace("  { field = \"recorder.name\", name = \"记录人\" },\n", ""));
    let fault = look(&desk, &file)["faults"][0].to_string();
    assert!(fault.contains("“记录人”（recorder.name）是送审必须写全的"), "{fault}");

    write(&file, &text.replace("协商情况", OWN));
    let looked = look(&desk, &file);
    assert_eq!(looked["change"]["changed"], json!([format!("小标题“{OWN}”")]), "{looked}");
    let sample =
        desk.command(&["call", "templates.sample", &json!({ "file": file }).to_string()]).output().unwrap();
    assert!(sample.status.success() && sample.stdout.starts_with(b"%PDF"));
    let id = take(&desk, &file);
    let own = json!({ "title": "县总格式", "takenOn": desk.frame()["today"] });
    assert_eq!(desk.paper(KIND)["madeBy"], own);
    assert!(printed(&desk).contains(OWN));
    let word = desk.out("纪要.docx");
    let paper = desk.paper(KIND);
    desk.call("papers.exportWord", json!({ "kind": KIND, "of": paper["of"], "to": word }));
    assert!(judges::word(&word).0.contains(OWN), "the Word copy is made by it too");

    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "放入本单位模板");
    assert!(printed(&desk).contains("协商情况") && desk.paper(KIND)["madeBy"].is_null());
    desk.call("ledger.redo", json!({}));
    assert!(printed(&desk).contains(OWN));
    desk.call("templates.drop", json!({ "id": id }));
    assert!(!printed(&desk).contains(OWN));
    desk.call("trash.restore", json!({ "kind": "ownTemplate", "id": id }));
    assert!(printed(&desk).contains(OWN));

    let (old, sha256) = (look(&desk, &file)["sha256"].clone(), "sha256");
    write(&file, &text);
    let changed = desk.refused("templates.take", json!({ "file": file, sha256: old }));
    assert_eq!(changed.code, "changed", "what was looked at is what is taken");
    // A newer one takes its place, and the older may not come back beside it.
    take(&desk, &file);
    assert_eq!(desk.refused("trash.restore", json!({ "kind": "ownTemplate", "id": id })).code, "refused");
    desk.head();
}

#[test]
fn a_file_that_stands_is_never_written_over_and_a_name_is_one_that_can_be_read() {
    let (desk, _) = met();
    let to = desk.out("县总格式.toml");
    write(&to, "改了一半");
    let take_out =
        || desk.call("templates.takeOut", json!({ "paper": "negotiation/minutes", "own": false, "to": to }));
    let out = take_out();
    assert_eq!(
        (&out["name"], fs::read_to_string(&to).unwrap().as_str()),
        (&json!("县总格式（2）.toml"), "改了一半")
    );
    let second = PathBuf::from(out["path"].as_str().unwrap());
    let text = fs::read_to_string(&second).unwrap();
    assert!(text.contains("#   recorder.name　记录人的姓名　必须印出来　例：沈一诺"), "{text}");
    assert_eq!(take_out()["name"], "县总格式（3）.toml");

    let blank = desk.out(" .toml");
    write(&blank, &text);
    let refused = desk.refused("templates.read", json!({ "file": blank }));
    assert!(refused.message.contains("这个文件没有名字"), "{}", refused.message);
    let long = desk.out(&format!("{}.toml", "长".repeat(70)));
    write(&long, &text);
    let refused = desk.refused("templates.read", json!({ "file": long }));
    assert!(
        refused.message.contains("有70个字") && refused.message.contains("最多60个字"),
        "{}",
        refused.message
    );
    let odd = desk.out("县总:格式?.toml");
    write(&odd, &text.replace("协商情况", OWN));
    take(&desk, &odd);
    assert_eq!(desk.paper(KIND)["madeBy"]["title"], "县总_格式_", "a name that every system takes");
    write(&odd, &text.replace("{{ place }}", "{{ 地点 }}"));
    let fault = look(&desk, &odd)["faults"][0].to_string();
    assert!(fault.contains("“地点”不是字段的名字，字段要写英文名；“地点”请写 place"), "{fault}");
}

#[test]
fn an_issue_keeps_the_template_it_was_made_by() {
    let (desk, _, id) = with_own();
    let paper = desk.paper(KIND);
    let of = json!({ "kind": KIND, "of": paper["of"] });
    desk.call("papers.issue", of.clone());
    desk.call("templates.drop", json!({ "id": id }));
    let issue = desk.paper(KIND)["issued"][0].clone();
    assert_eq!(issue["madeBy"]["title"], "县总格式");
    let (pdf, word) = (desk.out("一号.pdf"), desk.out("一号.docx"));
    for (name, to) in [("papers.print", &pdf), ("papers.exportWord", &word)] {
        let mut args = of.clone();
        args["issued"] = issue["id"].clone();
        args["to"] = json!(to);
        desk.call(name, args);
    }
    assert!(judges::text(&pdf).contains(OWN) && judges::word(&word).0.contains(OWN));
    assert!(!printed(&desk).contains(OWN), "made now, it is made by the program's");
    // By another template it says something else: a correction, and no number for nothing.
    desk.call("papers.issue", of.clone());
    let newest = desk.paper(KIND)["issued"][0].clone();
    assert_eq!((&newest["corrects"], &newest["madeBy"]), (&issue["number"], &Value::Null));
    desk.head();
}

#[test]
fn a_reworded_paragraph_that_the_own_template_has_not_is_said_before_issue() {
    let (desk, _) = met();
    let paper = desk.paper(KIND);
    let of = json!({ "kind": KIND, "of": paper["of"] });
    let texts = desk.call("papers.texts", of.clone());
    let place = texts.as_array().unwrap().iter().find(|text| text["block"] == "place").unwrap();
    let mut reworded = of.clone();
    (reworded["block"], reworded["replaced"], reworded["text"]) =
        (json!("place"), place["filled"].clone(), json!("三楼会议室（东侧）"));
    desk.call("papers.saveText", reworded);
    let (file, text) = taken_out(&desk, "县总格式.toml");
    write(&file, &text.replace("id = \"place\"", "id = \"where\""));
    take(&desk, &file);
    let texts = desk.call("papers.texts", of.clone());
    let gone = texts.as_array().unwrap().iter().find(|text| text["block"] == "place").unwrap();
    assert_eq!(gone["name"], "这一段现在没有了");
    assert_eq!(desk.refused("papers.issue", of).code, "incomplete");
    assert!(printed(&desk).contains("地点：三楼会议室主持人"), "the record speaks");
}

#[test]
fn whoever_may_not_take_a_template_may_take_it_out() {
    let (desk, file, id) = with_own();
    desk.call("people.add", officer(&["office", "negotiation"], &[]));
    desk.sits_down(OFFICER);
    assert!(printed(&desk).contains(OWN), "an officer's papers are made by it");
    let looked = look(&desk, &file);
    let refused = desk.refused("templates.take", json!({ "file": file, "sha256": looked["sha256"] }));
    assert_eq!(refused.code, "no_right");
    assert_eq!(desk.refused("templates.drop", json!({ "id": id })).code, "no_right");
    let out = desk.out("取出的.toml");
    desk.call("templates.takeOut", json!({ "paper": "negotiation/minutes", "own": true, "to": out }));
    assert!(fs::read_to_string(&out).unwrap().contains(OWN));
    let sheet = json!({ "paper": "ledger/recovery-sheet", "own": false, "to": out });
    assert_eq!(desk.refused("templates.takeOut", sheet).field.as_deref(), Some("paper"));
    desk.sits_down(PASSPHRASE);
    write(&file, "会议纪要");
    let none = desk.refused("templates.read", json!({ "file": file }));
    assert!(none.message.contains("看不出这是哪一种文书的模板"), "{}", none.message);
    fs::write(&file, [0xff, 0xfe, 0x41]).unwrap();
    assert!(desk.refused("templates.read", json!({ "file": file })).message.contains("UTF-8"));
}

/// The program's assets with the papers as a later program might bring them: this piece of the minutes' two files is
/// another.
fn later_program(desk: &Desk, was: &str, now: &str) -> PathBuf {
    let to = desk.room().join("later");
    let from = root().join("assets");
    fs::create_dir(&to).unwrap();
    for entry in fs::read_dir(&from).unwrap().map(Result::unwrap) {
        if entry.file_name() != "papers" {
            symlink(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    for folder in fs::read_dir(from.join("papers")).unwrap().map(Result::unwrap) {
        let into = to.join("papers").join(folder.file_name());
        fs::create_dir_all(into.parent().unwrap()).unwrap();
        if folder.file_name() != "negotiation" {
            symlink(folder.path(), into).unwrap();
            continue;
        }
        fs::create_dir(&into).unwrap();
        for file in fs::read_dir(folder.path()).unwrap().map(Result::unwrap) {
            let text = fs::read_to_string(file.path()).unwrap();
            let minutes = file.file_name().to_string_lossy().starts_with("minutes");
            let text = if minutes { text.replace(was, now) } else { text };
            fs::write(into.join(file.file_name()), text).unwrap();
        }
    }
    to
}

fn under(desk: &Desk, assets: &Path, name: &str, args: &Value) -> Value {
    let mut command = desk.command(&["call", name, &args.to_string()]);
    let output = command.env("GONGHUI_ASSETS", assets).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_later_program_that_it_does_not_fit_prints_by_its_own_and_says_so() {
    let (desk, _, id) = with_own();
    let warned = |assets: &Path| {
        let today = under(&desk, assets, "today.list", &json!({}));
        let duties = today["duties"].as_array().unwrap().clone();
        duties.into_iter().find(|duty| duty["id"] == "ledger.templates")
    };
    let print = |assets: &Path| {
        let to = desk.out("以后.pdf");
        let of = desk.paper(KIND)["of"].clone();
        under(&desk, assets, "papers.print", &json!({ "kind": KIND, "of": of, "to": to }));
        judges::text(&to)
    };
    assert_eq!(warned(&root().join("assets")), None);
    // Another wording of the program's changes nothing for the union's.
    let harmless = later_program(&desk, "本次会议没有协商具体议题。", "本次会议没有议题。");
    assert_eq!(warned(&harmless), None);
    assert!(print(&harmless).contains(OWN));
    fs::remove_dir_all(&harmless).unwrap();
    // One that asks for more does.
    let asks = "  { field = \"recorder.name\", name = \"记录人\" },\n";
    let more = format!("{asks}  {{ field = \"place\", name = \"会议地点\" }},\n");
    let later = later_program(&desk, asks, &more);
    let duty = warned(&later).expect("said today");
    assert_eq!((&duty["place"]["page"], &duty["place"]["part"]), (&json!("settings"), &json!("templates")));
    let origin = duty["origin"].as_str().unwrap();
    assert!(origin.contains("“会议地点”（place）") && origin.contains("程序自带的模板打印"), "{origin}");
    assert!(!print(&later).contains(OWN), "never a paper that would be sent back");
    let list = under(&desk, &later, "templates.list", &json!({}));
    let own = list.as_array().unwrap().iter().find(|one| one["own"].is_object()).unwrap();
    assert!(own["own"]["trouble"].as_str().unwrap().contains("会议地点"), "{own}");
    under(&desk, &later, "templates.drop", &json!({ "id": id }));
    assert_eq!(warned(&later), None);
}
