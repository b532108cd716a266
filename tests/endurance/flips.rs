//! One bit flipped at a random place of a ledger's folder: each is told in a clear message, or harms nothing.
//! Wrong data is never shown, and the newest good copy opens.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::room::{Chance, PASSPHRASE, Room};
use crate::{line, times};

/// What is asked first.
const FIRST: [&str; 5] = ["members.search", "negotiation.list", "papers.list", "sight.log", "people.list"];
/// What is read without arguments and is not the same of a damaged ledger, or of one in another folder, and why.
const TELLS_OF_DAMAGE: [(&str, &str); 4] = [
    ("ledger.status", "it names the folder"),
    ("ledger.founding", "it is of the home, and not of a ledger"),
    ("ledger.backups", "it says which copies do not open; each copy that was hit is looked into"),
    ("today.list", "it tells what the check of the day has found"),
];

/// Every other command of the contract that reads and asks for nothing.
fn readings(room: &Room) -> Vec<String> {
    let output = room.command(&["commands"]).output().unwrap();
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let commands = told["commands"].as_array().unwrap();
    let plain = |one: &&Value| {
        (&one["effect"], &one["args"], &one["shape"]) == (&json!("reads"), &json!("Nothing"), &json!("call"))
    };
    let names: Vec<&str> = commands.iter().filter(plain).map(|one| one["name"].as_str().unwrap()).collect();
    for (name, _) in TELLS_OF_DAMAGE {
        assert!(names.contains(&name), "no command that reads without arguments is called {name}");
    }
    let asked = |name: &&str| !FIRST.contains(name) && TELLS_OF_DAMAGE.iter().all(|(left, _)| left != name);
    names.into_iter().filter(asked).map(str::to_owned).collect()
}

/// What is asked of a ledger: with a damaged one, the answers are the same, or there are none.
fn questions(room: &Room, contents: &BTreeMap<String, Vec<u8>>) -> Vec<Value> {
    let more = readings(room);
    assert!(more.len() > 30, "the contract was read: {more:?}");
    let calls = FIRST.into_iter().chain(more.iter().map(String::as_str));
    let mut lines: Vec<Value> = calls.map(|call| json!({ "call": call })).collect();
    for id in contents.keys() {
        let args = json!({ "id": id, "to": taken(room, id) });
        lines.push(json!({ "call": "files.save", "args": args }));
    }
    lines
}

/// Where an attachment is saved to.
fn taken(room: &Room, id: &str) -> PathBuf {
    room.path().join("out").join(format!("{id}.bin"))
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() {
            found.extend(files_below(&entry.path()));
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for file in files_below(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(file, target).unwrap();
    }
    for empty in ["backups", "files"] {
        fs::create_dir_all(to.join(empty)).unwrap();
    }
}

/// A ledger with people, a negotiation, attachments, a look that was recorded, and copies.
fn template() -> (Room, BTreeMap<String, Vec<u8>>) {
    let room = Room::founded();
    let id = room.call("negotiation.start", json!({ "year": 2026 }));
    for n in 0..30 {
        let person =
            json!({ "name": format!("职工{n}"), "sex": "male", "form": "contract", "phone": "13800138000" });
        room.call("members.save", person);
    }
    let mut contents = BTreeMap::new();
    for n in 0..3u8 {
        let bytes = vec![n; 100_000];
        let path = room.path().join(format!("out/扫描件{n}.bin"));
        fs::write(&path, &bytes).unwrap();
        let of = json!({ "kind": "negotiation", "id": id });
        let added = room.call("files.add", json!({ "of": of, "file": path }));
        contents.insert(added["attachment"]["id"].as_str().unwrap().to_owned(), bytes);
    }
    let lines = [
        json!({ "call": "sight.reveal", "args": { "purpose": "核对入会申请" } }),
        json!({ "call": "members.search" }),
        json!({ "call": "ledger.backup" }),
    ];
    let mut run = room.run(room.command(&["run"]));
    let feeder = run.feed(lines.to_vec());
    drop(feeder.join().unwrap());
    while run.next().is_some() {}
    assert!(run.wait().success());
    (room, contents)
}

/// The copy that was hit, by its folder's name; none where it was something else.
fn copy_hit(place: &str) -> Option<&str> {
    place.split_once(" of backups/")?.1.split('/').next()
}

/// What one looks into a copy for, or the refusal. Where the copy lies is no part of it.
fn inside(room: &Room, ledger: &Path, copy: &str) -> Result<Value, (String, String)> {
    let copy = ledger.join("backups").join(copy);
    let (mut told, refused) =
        room.ask(ledger, &[json!({ "call": "ledger.lookInto", "args": { "copy": copy } })]);
    match refused {
        Some(why) => Err(why),
        None => {
            let mut inside = told.remove(0);
            inside.as_object_mut().unwrap().remove("dir");
            Ok(inside)
        }
    }
}

#[test]
fn a_flipped_bit_is_told_or_harms_nothing_and_a_good_copy_opens() {
    let (room, contents) = template();
    let questions = questions(&room, &contents);
    let (sound, refused) = room.ask(&room.ledger(), &questions);
    assert_eq!((sound.len(), refused), (questions.len(), None));
    let (mut told, mut found, mut harmless, mut brought, mut copies) = (0, 0, 0, 0, 0);
    for round in 0..times() {
        let mut chance = Chance::new(u64::from(round) + 77);
        let hurt = room.path().join("hurt");
        copy(&room.ledger(), &hurt);
        let place = flip(&hurt, &mut chance);
        let place = format!("round {round}, {place}");
        for id in contents.keys() {
            let _ = fs::remove_file(taken(&room, id));
        }

        // What is shown is what was recorded, or it is refused with a sentence of the ledger's.
        let (shown, refused) = room.ask(&hurt, &questions);
        for (shown, sound) in shown.iter().zip(&sound) {
            assert_eq!(shown, sound, "{place}: wrong data is shown");
        }
        for (id, bytes) in &contents {
            if let Ok(out) = fs::read(taken(&room, id)) {
                assert!(out == *bytes, "{place}: a wrong attachment is shown");
            }
        }
        if let Some((code, message)) = &refused {
            assert!(code.starts_with("ledger.") && message.ends_with('。'), "{place}: {code} {message}");
            let keys = place.ends_with(" keys.json");
            assert!(!keys || code == "ledger.keysDamaged", "{place}: {code}");
        }
        let (checked, unchecked) = room.ask(&hurt, &[json!({ "call": "ledger.check" })]);
        let findings = checked.first().map_or(0, |value| value["findings"].as_array().unwrap().len());
        // A copy that was hit holds what the sound one holds, or is refused; and then the check has found it.
        let copy = copy_hit(&place);
        if let Some(copy) = copy {
            match inside(&room, &hurt, copy) {
                Ok(held) => {
                    assert_eq!(
                        Ok(held),
                        inside(&room, &room.ledger(), copy),
                        "{place}: wrong content of a copy"
                    );
                }
                Err((code, message)) => {
                    assert!(
                        code.starts_with("ledger.") && message.ends_with('。'),
                        "{place}: {code} {message}"
                    );
                    assert!(findings > 0, "{place}: the check calls a copy good that is refused");
                    copies += 1;
                }
            }
        }
        match (&refused, &unchecked, findings) {
            (None, None, 0) => harmless += 1,
            (_, Some(_), _) => told += 1,
            (_, None, 0) => panic!("{place}: {refused:?}, and the check has not found it"),
            (_, None, _) => found += 1,
        }
        // The ledger itself was hit: the newest copy has it. An older copy than one that was hit has less.
        if copy.is_none() && (refused.is_some() || unchecked.is_some() || findings > 0) {
            // Where the keys were hit, those of the copy open it.
            let new = room.path().join("new");
            let bring = json!({ "call": "ledger.bring", "args": { "from": hurt, "passphrase": PASSPHRASE } });
            let asked: Vec<Value> = std::iter::once(bring).chain(questions[..3].iter().cloned()).collect();
            let (back, refused) = room.ask(&new, &asked);
            assert_eq!(refused, None, "{place}: the newest good copy opens");
            assert_eq!(back[1..3], sound[..2], "{place}: and it holds what was recorded");
            brought += 1;
            fs::remove_dir_all(&new).unwrap();
        }
        fs::remove_dir_all(&hurt).unwrap();
    }
    line(
        "账本文件夹里随机翻转一位",
        times(),
        &format!(
            "打开时说明 {told} 次，核对时查出 {found} 次（其中备份 {copies} 次，恢复前也说明），不影响内容 {harmless} 次；\
             从最新的好备份取回 {brought} 次；从未显示错误内容"
        ),
    );
}

#[test]
fn a_flipped_bit_of_the_keys_is_no_wrong_passphrase_and_the_newest_copy_opens() {
    let (room, contents) = template();
    let all = questions(&room, &contents);
    let questions = &all[..3];
    let (sound, refused) = room.ask(&room.ledger(), questions);
    assert_eq!((sound.len(), refused), (questions.len(), None));
    let (mut told, mut harmless) = (0, 0);
    for round in 0..times() {
        let mut chance = Chance::new(u64::from(round) + 770);
        let hurt = room.path().join("hurt");
        copy(&room.ledger(), &hurt);
        let place = format!("round {round}, {}", flip_one(&hurt.join("keys.json"), &mut chance));
        let copies = room.path().join("copies");
        fs::rename(hurt.join("backups"), &copies).unwrap();
        // With no copy beside it, it is told as what it is, again and again: nobody waits for it.
        for _ in 0..4 {
            let (shown, refused) = room.ask(&hurt, questions);
            match refused.map(|(code, _)| code).as_deref() {
                None => assert_eq!(shown, sound, "{place}"),
                Some(code) => assert_eq!(code, "ledger.keysDamaged", "{place}"),
            }
            if shown.is_empty() { told += 1 } else { harmless += 1 }
        }
        let _ = fs::remove_dir_all(hurt.join("backups"));
        fs::rename(&copies, hurt.join("backups")).unwrap();
        assert_eq!(room.ask(&hurt, questions), (sound.clone(), None), "{place}: the copy's keys open it");
        fs::remove_dir_all(&hurt).unwrap();
    }
    line(
        "口令文件里随机翻转一位",
        times(),
        &format!(
            "说明口令文件损坏 {} 次，不影响打开 {} 次；用最新备份里的口令文件都能打开",
            told / 4,
            harmless / 4
        ),
    );
}

/// Flips one bit of one file; says where. Small files are as likely to be hit as large ones: each guards
/// something else.
fn flip(folder: &Path, chance: &mut Chance) -> String {
    let all: Vec<PathBuf> =
        files_below(folder).into_iter().filter(|file| fs::metadata(file).unwrap().len() > 0).collect();
    let file = &all[usize::try_from(chance.below(all.len() as u64)).unwrap()];
    let place = flip_one(file, chance);
    format!("{place} of {}", file.strip_prefix(folder).unwrap().display())
}

/// Flips one bit of this file; says which byte.
fn flip_one(file: &Path, chance: &mut Chance) -> String {
    let mut bytes = fs::read(file).unwrap();
    let at = usize::try_from(chance.below(bytes.len() as u64)).unwrap();
    bytes[at] ^= 1 << chance.below(8);
    fs::write(file, bytes).unwrap();
    format!("byte {at}")
}
