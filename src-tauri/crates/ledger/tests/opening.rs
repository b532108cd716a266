//! Founding and opening: who gets in, who does not, and that nobody does harm by trying.

use crate::common::*;
use ledger::{Actor, Ledger, Passphrase, RecoveryWords, Unlock};
use std::{fs, path::Path};
use tempfile::TempDir;

fn words() -> Passphrase {
    Passphrase::new("老厂房 第三扇窗")
}

fn founded(home: &TempDir) -> (Ledger, RecoveryWords) {
    Ledger::create(&home.path().join("账本"), &SCHEMA, &setting(), &chair(), &words()).unwrap()
}

fn unlock(dir: &Path, unlock: Unlock) -> Result<Ledger, ledger::LedgerError> {
    Ledger::open(dir, &SCHEMA, &setting(), unlock)
}

/// Every file but the count of wrong passphrases, with its bytes.
fn bytes_of(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file() && entry.file_name() != "attempts")
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn a_founded_ledger_opens_with_its_passphrase() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    assert_eq!(ledger.opened_by(), Some("chair"));
    add_team(&ledger, "焊接");
    let (dir, id) = (ledger.dir().to_path_buf(), ledger.id().to_owned());
    drop(ledger);
    let again = unlock(&dir, Unlock::Passphrase(words())).unwrap();
    assert_eq!((again.opened_by(), again.id(), count(&again, "team")), (Some("chair"), id.as_str(), 1));
    assert!(fs::read_dir(home.path()).unwrap().count() == 1, "founding must leave nothing beside the folder");
}

#[test]
fn a_wrong_passphrase_is_told_and_changes_no_byte() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    let before = bytes_of(&dir);
    for wrong in ["", "老厂房", "老厂房 第三扇窗 "] {
        let error = unlock(&dir, Unlock::Passphrase(Passphrase::new(wrong))).unwrap_err();
        assert_eq!(error.code(), "ledger.wrongPassphrase");
        assert!(error.to_string().contains("口令不对"), "{error}");
    }
    assert!(bytes_of(&dir) == before, "trying must not touch the ledger");
}

#[test]
fn the_recovery_sheet_opens_without_keys_and_gives_a_new_passphrase() {
    let home = TempDir::new().unwrap();
    let (ledger, sheet) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    fs::remove_file(dir.join("keys.json")).unwrap();
    let error = unlock(&dir, Unlock::Passphrase(words())).unwrap_err();
    assert_eq!(error.code(), "ledger.keysMissing");
    assert!(error.to_string().contains("恢复单"), "{error}");
    let typed = RecoveryWords::parse(&sheet.characters().join("\n")).unwrap();
    let ledger = unlock(&dir, Unlock::Recovery(typed)).unwrap();
    assert_eq!(ledger.opened_by(), None);
    let fresh = Passphrase::new("新的一句");
    ledger.put_slot(&Actor { id: "next".into(), name: "新主席".into() }, &fresh, &chair()).unwrap();
    assert_eq!(ledger.undo(&chair()).unwrap_err().code(), "ledger.undoStopped", "keys are final");
    drop(ledger);
    assert_eq!(unlock(&dir, Unlock::Passphrase(fresh)).unwrap().opened_by(), Some("next"));
}

#[test]
fn damaged_keys_point_to_the_sheet() {
    let home = TempDir::new().unwrap();
    let (ledger, sheet) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    for damage in ["", "{", "{\"version\":1,\"ledger\":\"x\",\"slots\":[]}"] {
        fs::write(dir.join("keys.json"), damage).unwrap();
        let error = unlock(&dir, Unlock::Passphrase(words())).unwrap_err();
        assert_eq!(error.code(), "ledger.keysDamaged", "{damage}");
        assert!(error.to_string().contains("恢复单"), "{error}");
    }
    assert!(unlock(&dir, Unlock::Recovery(sheet)).is_ok());
}

/// Changes one character of a slot, as a bad sector does.
fn hurt(keys: &std::path::Path, field: &str) {
    let mut file = fs::read(keys).unwrap();
    let name = format!("\"{field}\": ");
    let at = file.windows(name.len()).position(|part| part == name.as_bytes()).unwrap() + name.len() + 2;
    file[at] ^= 1;
    fs::write(keys, file).unwrap();
}

#[test]
fn a_hit_in_the_keys_is_no_wrong_passphrase_is_found_and_healed_from_the_newest_copy() {
    for field in ["person", "salt", "nonce", "secret", "sealed", "sum"] {
        let home = TempDir::new().unwrap();
        let (ledger, sheet) = founded(&home);
        let (dir, keys) = (ledger.dir().to_path_buf(), ledger.dir().join("keys.json"));
        let whole = fs::read(&keys).unwrap();
        hurt(&keys, field);
        let found = ledger.check(&mut |_, _| true).unwrap();
        assert_eq!(found.len(), 1, "{field}");
        assert!(found[0].message.contains("keys.json") && found[0].way_out.contains("恢复单"), "{found:?}");
        drop(ledger);
        for _ in 0..5 {
            let error = unlock(&dir, Unlock::Passphrase(words())).unwrap_err();
            assert_eq!(error.code(), "ledger.keysDamaged", "{field}: and nobody has to wait");
        }
        let ledger = unlock(&dir, Unlock::Recovery(sheet)).unwrap();
        assert_eq!(ledger.people_with_slots().unwrap(), Vec::<String>::new());

        // With a copy the passphrase opens, and the file is whole again.
        fs::write(&keys, &whole).unwrap();
        ledger.backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap();
        drop(ledger);
        hurt(&keys, field);
        let wrong = unlock(&dir, Unlock::Passphrase(Passphrase::new("猜的一句"))).unwrap_err();
        assert_eq!(wrong.code(), "ledger.keysDamaged", "it may be right for the file that was lost");
        let ledger = unlock(&dir, Unlock::Passphrase(words())).unwrap();
        assert_eq!(fs::read(&keys).unwrap(), whole);
        assert!(ledger.check(&mut |_, _| true).unwrap().is_empty());

        // A copy from before a change of keys opens nothing.
        ledger.rekey(&final_op("更换密钥"), &chair(), &mut |_, _| true).unwrap();
        let copies = fs::read_dir(dir.join("backups")).unwrap();
        for copy in copies
            .map(|copy| copy.unwrap().path())
            .filter(|copy| fs::read(copy.join("keys.json")).unwrap() != whole)
        {
            fs::remove_dir_all(copy).unwrap();
        }
        drop(ledger);
        hurt(&keys, field);
        assert_eq!(unlock(&dir, Unlock::Passphrase(words())).unwrap_err().code(), "ledger.keysDamaged");
    }
}

#[test]
fn the_keys_are_healed_from_the_copy_with_the_newest_steps_whatever_a_clock_once_told() {
    // One copy from before a change of the passphrase and one from after it; once the older, once the newer one is named
    // by a clock that ran ten years ahead.
    for (older, newer) in [("20360917-090000", None), ("20261115-090000", Some("20360917-090000"))] {
        let home = TempDir::new().unwrap();
        let (ledger, _) = founded(&home);
        let dir = ledger.dir().to_path_buf();
        let copied = |name: Option<&str>| {
            let made = ledger.backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap().dir;
            if let Some(name) = name {
                fs::rename(&made, made.with_file_name(name)).unwrap();
            }
        };
        copied(Some(older));
        let new = || Passphrase::new("新车间 第一扇门");
        ledger.change_passphrase(&chair(), &words(), &new()).unwrap();
        copied(newer);
        drop(ledger);
        fs::write(dir.join("keys.json"), "").unwrap();
        let given_up = unlock(&dir, Unlock::Passphrase(words())).unwrap_err();
        assert_eq!(given_up.code(), "ledger.keysDamaged", "{older}: the one given up opens nothing");
        let ledger = unlock(&dir, Unlock::Passphrase(new())).unwrap();
        assert_eq!(ledger.opened_by(), Some("chair"), "{older}");
    }
}

#[test]
fn one_wrong_character_of_the_sheet_is_found() {
    let home = TempDir::new().unwrap();
    let (ledger, sheet) = founded(&home);
    let right = sheet.text().to_string();
    let mut typed = sheet.characters();
    // A character of the list that makes the checksum fail, and one that is not on the list at all.
    typed[17] = if typed[17] == "的" { "一" } else { "的" };
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    let before = bytes_of(&dir);
    assert_eq!(RecoveryWords::repair(&dir, &typed.concat()).unwrap(), std::slice::from_ref(&right));
    typed[17] = "喆";
    assert_eq!(RecoveryWords::repair(&dir, &typed.concat()).unwrap(), std::slice::from_ref(&right));
    typed[3] = if typed[3] == "的" { "一" } else { "的" };
    typed[17] = if typed[17] == "的" { "一" } else { "的" };
    assert!(RecoveryWords::repair(&dir, &typed.concat()).unwrap().is_empty(), "two wrong ones are not found");
    assert_eq!(bytes_of(&dir), before, "trying must not touch the folder");
}

#[test]
fn another_ledgers_sheet_is_told() {
    let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let (ledger, _) = founded(&one);
    let (_, other) = founded(&two);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    assert_eq!(unlock(&dir, Unlock::Recovery(other)).unwrap_err().code(), "ledger.wrongKey");
}

#[test]
fn the_second_opener_is_told() {
    let mut desk = Desk::new();
    let error = open(&desk.dir()).unwrap_err();
    assert_eq!(error.code(), "ledger.inUse");
    let process = format!("（进程 {}）打开着", std::process::id());
    assert!(error.to_string().contains(&process), "who holds it is told: {error}");
    desk.close();
    assert!(open(&desk.dir()).is_ok(), "closing must release the lock");
}

#[test]
fn a_folder_with_anything_in_it_is_refused() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("已有");
    fs::create_dir(&dir).unwrap();
    fs::write(dir.join("名单.xlsx"), "x").unwrap();
    let create = |dir: &Path| Ledger::create_with_key(dir, &SCHEMA, &setting(), &chair(), &key());
    assert_eq!(create(&dir).unwrap_err().code(), "ledger.folderNotEmpty");
    assert_eq!(create(&dir.join("名单.xlsx")).unwrap_err().code(), "ledger.folderNotEmpty");
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    fs::remove_file(dir.join("名单.xlsx")).unwrap();
    assert!(create(&dir).is_ok(), "an empty folder is welcome");
}

#[test]
fn no_ledger_and_a_damaged_one_are_told_apart() {
    let mut desk = Desk::new();
    assert_eq!(open(desk.home.path()).unwrap_err().code(), "ledger.notALedger");
    add_team(desk.ledger(), "装配");
    desk.close();
    let path = desk.dir().join("ledger.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..200].fill(0);
    fs::write(&path, bytes).unwrap();
    assert_eq!(open(&desk.dir()).unwrap_err().code(), "ledger.wrongKey");
}

#[test]
fn a_damaged_file_is_not_taken_for_a_wrong_passphrase() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    let path = dir.join("ledger.db");
    let mut bytes = fs::read(&path).unwrap();
    bytes[100] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let error = unlock(&dir, Unlock::Passphrase(words())).unwrap_err();
    assert_eq!(error.code(), "ledger.damaged");
    assert!(error.to_string().contains("备份"), "{error}");
    assert!(fs::read(&path).unwrap() == bytes, "a damaged file is not made worse");
}

#[test]
fn what_a_killed_founding_left_is_swept() {
    let home = TempDir::new().unwrap();
    let left = home.path().join(".账本.new-0123456789abcdef");
    fs::create_dir(&left).unwrap();
    fs::write(left.join("ledger.db"), "half").unwrap();
    let _ledger = founded(&home);
    assert!(!left.exists(), "the next founding removes the rest of the killed one");
}

#[test]
fn the_cost_in_use_is_64_mib_and_three_passes() {
    let standard = ledger::Kdf::standard();
    assert_eq!((standard.memory_kib, standard.passes), (65_536, 3));
}

const CHILD: &str = "GONGHUI_FIRST_OPENINGS";

#[test]
fn the_first_openings_of_a_process_may_come_side_by_side() {
    if std::env::var_os(CHILD).is_some() {
        let together = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let home = TempDir::new().unwrap();
                    together.wait();
                    Ledger::create_with_key(&home.path().join("l"), &SCHEMA, &setting(), &chair(), &key())
                        .unwrap();
                });
            }
        });
        return;
    }
    // Only the first ones of a process can meet, so that each trial is a process of its own.
    for _ in 0..40 {
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "opening::the_first_openings_of_a_process_may_come_side_by_side"])
            .env(CHILD, "1")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

#[test]
fn an_emptied_file_is_told_as_damage_and_not_written_into() {
    let mut desk = Desk::new();
    desk.close();
    let file = desk.dir().join("ledger.db");
    std::fs::write(&file, b"").unwrap();
    let opened = ledger::Ledger::open(&desk.dir(), &SCHEMA, &setting(), ledger::Unlock::Key(key()));
    assert_eq!(opened.err().unwrap().code(), "ledger.damaged");
    assert_eq!(std::fs::metadata(&file).unwrap().len(), 0, "a copy is to take its place, not a new ledger");
}
