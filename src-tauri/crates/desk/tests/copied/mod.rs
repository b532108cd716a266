//! The copy of the day, made without being asked for: after the first change of each day, whatever else is under way,
//! and before the ledger is locked or the program ends. What copies hold and how they are put back is told by the
//! journeys.

use std::path::Path;

use desk::Desk;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::desk_in;

const WORDS: &str = "赣江 渡口 七盏灯";

fn call(desk: &Desk, name: &str, args: Value) -> Value {
    desk.call(name, args).unwrap_or_else(|why| panic!("{name}: {}", why.message)).value
}

/// A desk on a day of November with the ledger open: founded there when it is not yet.
fn on(day: u32, room: &Path) -> Desk {
    let desk = desk_in(room, &format!("2026-11-{day}T09:00:00+08:00"));
    let folder = room.join("账本");
    if folder.exists() {
        call(&desk, "ledger.open", json!({ "dir": folder, "passphrase": WORDS }));
    } else {
        let union = json!({
            "folder": folder, "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
            "province": "36", "chairName": "陈望舒", "passphrase": WORDS,
        });
        call(&desk, "ledger.create", union);
    }
    desk
}

fn save(desk: &Desk, name: &str) {
    call(desk, "members.save", json!({ "name": name, "sex": "female", "form": "contract" }));
}

/// The days of the copies that stand, `17` for November 17.
fn days(room: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(room.join("账本/backups")).into_iter().flatten().flatten();
    let mut days: Vec<String> = entries
        .filter(|entry| entry.path().join("ledger.db").is_file())
        .map(|entry| entry.file_name().into_string().unwrap()[6..8].to_owned())
        .collect();
    days.sort();
    days
}

#[test]
fn who_opens_enters_one_thing_and_closes_has_a_copy_of_every_day() {
    let room = TempDir::new().unwrap();
    for (day, name) in (16..=21).zip(["曹颖", "唐勇", "韩冰", "许静", "孙丽", "罗敏"]) {
        let desk = on(day, room.path());
        // At once, while the check of the day has only just begun.
        save(&desk, name);
        if day % 2 == 0 {
            call(&desk, "ledger.lock", json!({}));
            assert!(
                days(room.path()).contains(&day.to_string()),
                "locking on day {day} comes after the copy"
            );
        }
    }
    assert_eq!(days(room.path()), ["16", "17", "18", "19", "20", "21"], "each day was copied, and once");
}

#[test]
fn a_copy_that_was_never_made_is_made_at_the_next_opening_and_told_of() {
    let room = TempDir::new().unwrap();
    drop(on(16, room.path()));
    assert!(days(room.path()).is_empty(), "nothing but the founding stands in it yet");
    let desk = on(16, room.path());
    save(&desk, "曹颖");
    drop(desk);
    // As a program leaves it that ends at once after the change.
    std::fs::remove_dir_all(room.path().join("账本/backups")).unwrap();
    let desk = on(17, room.path());
    let told = call(&desk, "ledger.backups", json!({}))["late"].as_str().unwrap().to_owned();
    assert!(told.contains("2026年11月16日") && told.contains("保存人员"), "{told}");
    drop(desk);
    assert_eq!(days(room.path()), ["17"], "looking alone makes up for it");
    let desk = on(18, room.path());
    assert_eq!(call(&desk, "ledger.backups", json!({}))["late"], Value::Null);
    drop(desk);
    assert_eq!(days(room.path()), ["17"], "and nothing is due any more");
}

#[test]
fn taking_a_step_back_is_a_change_of_its_day() {
    let room = TempDir::new().unwrap();
    let desk = on(16, room.path());
    save(&desk, "曹颖");
    drop(desk);
    for (day, name) in [(17, "ledger.undo"), (18, "ledger.redo")] {
        call(&on(day, room.path()), name, json!({}));
    }
    let desk = on(19, room.path());
    save(&desk, "唐勇");
    let seq = call(&desk, "ledger.head", json!({}))["seq"].clone();
    drop(desk);
    call(&on(20, room.path()), "history.takeBack", json!({ "seq": seq }));
    assert_eq!(days(room.path()), ["16", "17", "18", "19", "20"]);
}
