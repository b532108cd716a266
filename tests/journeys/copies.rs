//! Copies and getting back: a restore that is taken back, a bare laptop by passphrase and by sheet, the copy
//! of the day, a stick without room, a paper that proves the file.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE, refusal};
use crate::judges;
use crate::recovery::characters;

/// A ledger with one negotiation.
fn founded() -> Desk {
    let desk = Desk::founded("36", None);
    desk.call("negotiation.start", json!({ "year": 2026 }));
    desk
}

fn years(desk: &Desk) -> Vec<i64> {
    let list = desk.call("negotiation.list", json!({}));
    let mut years: Vec<i64> = list.as_array().unwrap().iter().map(|n| n["year"].as_i64().unwrap()).collect();
    years.sort_unstable();
    years
}

/// A folder that stands for a stick.
fn stick(desk: &Desk) -> PathBuf {
    let stick = desk.room().join("stick");
    if !stick.exists() {
        fs::create_dir(&stick).unwrap();
    }
    stick
}

/// A desk of another computer, in a room of its own; its ledger's folder is not there yet.
fn bare() -> Desk {
    Desk::new()
}

fn duty(desk: &Desk, id: &str) -> Option<Value> {
    let today = desk.call("today.list", json!({}));
    today["duties"].as_array().unwrap().iter().find(|duty| duty["id"] == id).cloned()
}

#[test]
fn a_restore_shows_what_is_inside_and_is_taken_back_by_a_restore() {
    let desk = founded();
    let made = desk.call("ledger.backup", json!({}));
    desk.now("2026-09-16T10:00:00+08:00");
    desk.call("negotiation.start", json!({ "year": 2027 }));
    let inside = desk.call("ledger.lookInto", json!({ "copy": made["dir"] }));
    assert_eq!(inside["lastStep"], "启动协商");
    let count = inside["counts"].as_array().unwrap().iter().find(|c| c["name"] == "集体协商").unwrap();
    assert_eq!(count["count"], 1, "the counts are of the copy");

    let (stood, _) = desk.checked();
    let restored = desk.call("ledger.restore", json!({ "copy": made["dir"] }));
    assert_eq!(years(&desk), [2026]);
    let label = format!("从第 {stood} 步恢复到2026年9月15日9:00的备份（第 {} 步）", made["steps"]);
    assert_eq!(restored["status"]["open"]["stoppedBy"], json!(label), "from which state to which");
    assert_eq!(desk.refused("ledger.undo", json!({})).code, "ledger.undoStopped");
    let (put_back, _) = desk.head();
    // The newest copy is of what was restored, and not of what was given up for it, though that has more steps.
    let newest = |desk: &Desk| desk.call("ledger.backups", json!({}))["own"][0].clone();
    let first = newest(&desk);
    assert_eq!((&first["lastStep"], &first["before"]), (&json!(label), &json!(false)), "{first}");
    desk.call("ledger.restore", json!({ "copy": restored["dir"] }));
    assert_eq!(years(&desk), [2026, 2027], "the restore was taken back");
    let label = format!("从第 {put_back} 步恢复到2026年9月16日10:00的备份（第 {stood} 步）");
    let first = newest(&desk);
    assert_eq!((&first["lastStep"], &first["before"]), (&json!(label), &json!(false)), "{first}");
    desk.head();
    let list = desk.call("ledger.backups", json!({}));
    let own = list["own"].as_array().unwrap();
    assert!(own.iter().all(|copy| copy["good"] == true), "{own:?}");
    assert_eq!(
        own.iter().filter(|copy| copy["before"] == true).count(),
        2,
        "each restore kept what was there"
    );
}

#[test]
fn the_list_of_copies_and_the_folder_on_a_stick_serve_the_next_process() {
    let desk = founded();
    let made = desk.call("ledger.backup", json!({}));
    let list = desk.call("ledger.backups", json!({}));
    let listed = list["own"].as_array().unwrap().iter().find(|one| one["dir"] == made["dir"]);
    let copy = listed.expect("it is listed")["copy"].clone();
    assert_eq!(desk.call("ledger.lookInto", json!({ "copy": copy }))["lastStep"], "启动协商", "{copy}");
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    desk.call("negotiation.start", json!({ "year": 2027 }));
    // As the words ask for it, the folder whose name ends in 备份, and the stick as a whole.
    let named =
        fs::read_dir(stick(&desk)).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.is_dir());
    let named = named.expect("a folder of copies");
    assert!(named.to_str().unwrap().ends_with("备份"), "{}", named.display());
    for place in [&named, &stick(&desk)] {
        assert_eq!(desk.call("ledger.lookInto", json!({ "copy": place }))["lastStep"], "启动协商");
    }
    let nothing = desk.refused("ledger.lookInto", json!({ "copy": desk.room().join("out") }));
    assert!(nothing.message.contains("以“备份”结尾的文件夹"), "{}", nothing.message);
    let restored = desk.call("ledger.restore", json!({ "copy": named }));
    assert_eq!(years(&desk), [2026]);
    desk.call("ledger.restore", json!({ "copy": restored["kept"] }));
    assert_eq!(years(&desk), [2026, 2027], "what it kept is a handle for the next process as well");
    desk.head();
}

#[test]
fn people_added_after_the_copy_stay_and_people_removed_do_not_come_back() {
    let desk = founded();
    let person = |name: &str| {
        let person = json!({ "name": name, "role": "officer", "parts": ["members"], "reads": [] });
        desk.call("people.add", json!({ "person": person, "passphrase": format!("井冈 杜鹃 {name} 又开") }))
    };
    let gone = person("何平");
    let made = desk.call("ledger.backup", json!({}));
    desk.call("people.remove", json!({ "id": gone }));
    person("李娜");
    desk.call("ledger.restore", json!({ "copy": made["dir"] }));
    let people = desk.call("people.list", json!({})).to_string();
    assert!(people.contains("李娜") && !people.contains("何平"), "{people}");
    let open = |words: &str| {
        let args = json!({ "passphrase": words });
        desk.command(&["call", "ledger.open", &args.to_string()]).output().unwrap()
    };
    assert!(open("井冈 杜鹃 李娜 又开").status.success());
    assert_eq!(refusal(&open("井冈 杜鹃 何平 又开"), "a removed person").code, "ledger.wrongPassphrase");
}

#[test]
fn a_bare_laptop_gets_the_ledger_back_by_passphrase_and_by_sheet() {
    let desk = founded();
    let words: String = characters(&desk).into_iter().collect();
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    let from = stick(&desk);
    for (what, way) in [("口令", json!({ "passphrase": PASSPHRASE })), ("恢复单", json!({ "words": words }))]
    {
        let laptop = bare();
        let with = |extra: Value| {
            let mut args = way.clone();
            args.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
            args
        };
        let found = laptop.call("ledger.lookAt", with(json!({ "from": from })));
        assert_eq!((&found["passed"], &found["inside"]["head"]["seq"]), (&json!(0), &json!(3)), "{what}");
        let status = laptop.call("ledger.bring", with(json!({ "from": from })));
        assert_eq!(status["open"]["unionName"], "赣江机械有限公司工会委员会", "{what}");
        assert_eq!(status["open"]["stoppedBy"], "取回账本", "{what}");
        assert_eq!(years(&laptop), [2026], "{what}: the passphrase opens it afterwards");
        laptop.head();
        let again = laptop.refused("ledger.bring", with(json!({ "from": from })));
        assert_eq!(again.code, "ledger.folderNotEmpty", "{what}: nothing is written over");
        assert!(again.message.contains("账本没有取回"), "{what}: {}", again.message);
        assert!(!again.message.contains("新建"), "nobody founds one here: {}", again.message);
    }
    let laptop = bare();
    let wrong = laptop.refused("ledger.bring", json!({ "from": from, "passphrase": "猜一猜" }));
    assert_eq!(wrong.code, "ledger.wrongPassphrase");
    assert!(!laptop.ledger().exists(), "a refused one leaves nothing");
    let nothing = laptop.refused("ledger.bring", json!({ "from": laptop.room().join("out") }));
    assert_eq!((nothing.code.as_str(), nothing.field.as_deref()), ("ledger.notALedger", Some("from")));
}

#[test]
fn the_copy_of_the_day_comes_by_itself_and_a_stick_is_asked_for_after_fourteen_days() {
    let desk = founded();
    let own = |desk: &Desk| desk.call("ledger.backups", json!({}))["own"].as_array().unwrap().len();
    assert_eq!(own(&desk), 1, "the first change of the day made a copy");
    desk.call("negotiation.start", json!({ "year": 2027 }));
    assert_eq!(own(&desk), 1, "the next change of the day did not");
    desk.now("2026-09-16T09:00:00+08:00");
    desk.call("negotiation.list", json!({}));
    assert_eq!(own(&desk), 1, "looking makes none");
    desk.call("negotiation.start", json!({ "year": 2028 }));
    assert_eq!(own(&desk), 2);

    assert_eq!(duty(&desk, "ledger.outside"), None);
    desk.now("2026-09-29T09:00:00+08:00");
    let asked = duty(&desk, "ledger.outside").expect("fourteen days after the founding");
    assert_eq!(asked["due"], "2026-09-29");
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    assert_eq!(duty(&desk, "ledger.outside"), None);
    desk.now("2026-10-13T09:00:00+08:00");
    let origin = duty(&desk, "ledger.outside").unwrap()["origin"].as_str().unwrap().to_owned();
    assert!(origin.contains("2026年9月29日"), "{origin}");
}

#[test]
fn a_stick_of_a_clock_that_ran_ahead_is_asked_for_again_at_once_and_no_copy_of_it_is_the_newest() {
    let desk = founded();
    // Its journal keeps the day of the clock that ran ahead, and the check tells of it.
    desk.ends_hurt();
    let book = |desk: &Desk| {
        let to = desk.out("移交清册.pdf");
        desk.call("papers.print", json!({ "kind": "union.handOver", "of": "ledger", "to": to }));
        judges::text(&to)
    };
    desk.now("2036-09-30T09:00:00+08:00");
    desk.call("members.save", json!({ "name": "曹颖", "sex": "female", "form": "contract" }));
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    assert_eq!(duty(&desk, "ledger.outside"), None);

    desk.now("2026-10-08T09:00:00+08:00");
    let asked = duty(&desk, "ledger.outside").expect("nobody knows how long ago it was made");
    assert_eq!(asked["due"], "2026-10-08");
    let origin = asked["origin"].as_str().unwrap();
    assert!(origin.contains("2036年9月30日") && origin.contains("时钟"), "and it says why: {origin}");
    assert_eq!(desk.call("ledger.backups", json!({}))["outsideDue"], "2026-10-08");
    let told = book(&desk);
    assert_eq!(told.matches("当时电脑的时钟快了").count(), 2, "of both copies, here and outside: {told}");

    desk.call("members.save", json!({ "name": "唐勇", "sex": "male", "form": "contract" }));
    let list = desk.call("ledger.backups", json!({}));
    let own: Vec<(&str, bool)> = (list["own"].as_array().unwrap().iter())
        .map(|copy| (&copy["at"].as_str().unwrap()[..10], copy["ahead"].as_bool().unwrap()))
        .collect();
    assert_eq!(own, [("2026-10-08", false), ("2036-09-30", true), ("2026-09-15", false)]);
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    assert_eq!(duty(&desk, "ledger.outside"), None);
    assert_eq!(desk.call("ledger.backups", json!({}))["outsideDue"], "2026-10-22");
    let told = book(&desk);
    assert!(told.contains("2026年10月8日") && !told.contains("时钟快了"), "{told}");
}

#[test]
fn a_copy_outside_does_not_hide_that_the_copy_of_the_day_could_not_be_made() {
    let desk = founded();
    desk.now("2026-09-16T09:00:00+08:00");
    // Where a file stands no copy can be made.
    let backups = desk.ledger().join("backups");
    fs::remove_dir_all(&backups).unwrap();
    fs::write(&backups, "").unwrap();
    let (answers, output) = desk.run(&[
        json!({ "call": "negotiation.start", "args": { "year": 2027 } }),
        json!({ "call": "ledger.backup", "args": { "to": stick(&desk) } }),
        json!({ "call": "ledger.backups" }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let told = answers[2]["trouble"].as_str();
    assert!(told.is_some_and(|told| told.contains("备份")), "{}", answers[2]);
    fs::remove_file(&backups).unwrap();
    fs::create_dir(&backups).unwrap();
}

#[test]
fn one_change_a_day_and_nothing_else_leaves_a_copy_of_every_day() {
    let desk = Desk::founded("36", None);
    let person = |name: &str| json!({ "name": name, "sex": "female", "form": "contract" });
    for (day, name) in (15..=20).zip(["曹颖", "唐勇", "韩冰", "许静", "孙丽", "罗敏"]) {
        desk.now(&format!("2026-09-{day}T09:00:00+08:00"));
        // The first command of the day writes, and its program ends at once.
        desk.call("members.save", person(name));
    }
    desk.now("2026-09-21T09:00:00+08:00");
    let saves = ["郑琳", "冯涛", "周芳"].map(|name| json!({ "call": "members.save", "args": person(name) }));
    let (_, output) = desk.run(&saves);
    assert!(output.status.success());
    let list = desk.call("ledger.backups", json!({}));
    let own = list["own"].as_array().unwrap();
    let days: Vec<&str> = own.iter().map(|copy| &copy["at"].as_str().unwrap()[8..10]).collect();
    assert_eq!(days, ["21", "20", "19", "18", "17", "16", "15"], "the newest first");
    assert!(own.iter().all(|copy| copy["lastStep"] == "保存人员" && copy["good"] == true), "{own:?}");
    assert!(
        own.windows(2).all(|two| two[0]["steps"].as_i64() > two[1]["steps"].as_i64()),
        "each holds the change of its day: {own:?}"
    );
    assert_eq!((&list["trouble"], &list["late"]), (&Value::Null, &Value::Null));
}

fn copies_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for home in fs::read_dir(folder).unwrap().flatten() {
        for copy in fs::read_dir(home.path().join("backups")).into_iter().flatten().flatten() {
            found.push(copy.path());
        }
    }
    found
}

#[test]
fn a_stick_without_room_keeps_its_older_copies_and_says_what_to_do() {
    let desk = founded();
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    let before = copies_in(&stick(&desk));
    let size = fs::metadata(desk.ledger().join("ledger.db")).unwrap().len() / 1024;
    let args = json!({ "to": stick(&desk) }).to_string();
    let refused = refusal(&desk.cramped(size - 40, &["call", "ledger.backup", &args]), "a full stick");
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("ledger.copyNoRoom", Some("to")));
    assert!(refused.message.contains("U 盘") && refused.message.contains("完好"), "{}", refused.message);
    assert_eq!(copies_in(&stick(&desk)), before, "the older copy stays and no half one is left");
    let laptop = bare();
    laptop.call("ledger.bring", json!({ "from": stick(&desk) }));
    assert_eq!(years(&laptop), [2026]);
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
}

#[test]
fn a_damaged_copy_is_refused_and_the_newest_good_one_is_found() {
    let desk = founded();
    desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    desk.now("2026-09-16T09:00:00+08:00");
    desk.call("negotiation.start", json!({ "year": 2027 }));
    let newest = desk.call("ledger.backup", json!({ "to": stick(&desk) }));
    let path = Path::new(newest["dir"].as_str().unwrap()).join("ledger.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(&path, bytes).unwrap();
    let refused = desk.refused("ledger.restore", json!({ "copy": newest["dir"] }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("ledger.damaged", Some("copy")));
    assert!(refused.message.contains("账本本身没有改动"), "{}", refused.message);
    assert_eq!(years(&desk), [2026, 2027]);
    let laptop = bare();
    let found = laptop.call("ledger.lookAt", json!({ "from": stick(&desk) }));
    assert_eq!(found["passed"], 1, "the damaged one is passed over, and that is told");
    laptop.call("ledger.bring", json!({ "from": stick(&desk) }));
    assert_eq!(years(&laptop), [2026]);
}

#[test]
fn a_paper_proves_the_file() {
    let desk = founded();
    let (steps, head) = desk.head();
    desk.call("negotiation.start", json!({ "year": 2027 }));
    let prove = |digits: &str| desk.call("ledger.prove", json!({ "seq": steps, "digits": digits }));
    let printed = format!("{} {}", &head[..4], &head[4..16]);
    assert_eq!(prove(&printed)["kind"], "holds");
    assert_eq!(prove("0000 0000 0000 0000")["kind"], "differs");
    let short = desk.refused("ledger.prove", json!({ "seq": steps, "digits": "12" }));
    assert_eq!((short.code.as_str(), short.field.as_deref()), ("ledger.shortHash", Some("digits")));
}
