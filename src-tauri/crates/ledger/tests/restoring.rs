//! Getting a ledger back: under the open one and taken back again, after a change of keys, onto a bare laptop,
//! from the newest good copy, and killed in the middle.

use crate::common::*;
use ledger::restore::{NotRestored, Restored, bring, look};
use ledger::{Actor, BackupTo, Finality, Ledger, LedgerError, Op, Passphrase, RecoveryWords, Tx, Unlock};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PASS: &str = "一句话 只有我知道";

fn all(_: u64, _: u64) -> bool {
    true
}

fn own(ledger: &Ledger) -> PathBuf {
    ledger.backup(&BackupTo::Own, &mut all).unwrap().dir
}

fn restore(ledger: Ledger, copy: &Path) -> Result<Restored, Box<NotRestored<LedgerError>>> {
    let op = Op { code: "ledger.restore".into(), label: "恢复备份".into(), finality: Finality::Final };
    ledger.restore(copy, &op, &chair(), |_: &Tx<'_>| Ok(()), (&again(), &around), &mut all)
}

/// A ledger with a passphrase and a recovery sheet.
fn with_passphrase(home: &TempDir) -> (Ledger, RecoveryWords) {
    Ledger::create(&home.path().join("账本"), &SCHEMA, &setting(), &chair(), &Passphrase::new(PASS)).unwrap()
}

fn by_passphrase() -> Unlock {
    Unlock::Passphrase(Passphrase::new(PASS))
}

#[test]
fn a_restore_shows_what_is_inside_keeps_the_present_and_can_be_taken_back() {
    let mut desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let copy = own(desk.ledger());
    add_team(desk.ledger(), "喷涂");
    let inside = desk.ledger().look_into(&copy, &mut all).unwrap();
    assert_eq!((inside.head.seq, inside.last_step.as_str()), (2, "新建班组"));
    assert_eq!(inside.last_at, "2026-11-16T09:00:00.000+08:00");
    assert_eq!(inside.counts.iter().map(|c| (c.name.as_str(), c.count)).collect::<Vec<_>>(), [("班组", 1)]);

    let before = rows(desk.ledger());
    let restored = restore(desk.ledger.take().unwrap(), &copy).unwrap();
    assert_eq!((count(&restored.ledger, "team"), restored.head.seq), (1, 3));
    assert_eq!(
        restored.ledger.undo_state().unwrap().stopped_by.map(|step| step.label).as_deref(),
        Some("恢复备份")
    );
    assert_eq!(findings(&restored.ledger), Vec::<String>::new());
    assert!(restored.kept.to_string_lossy().ends_with("-before-restore"));
    add_team(&restored.ledger, "装配");
    let back = restore(restored.ledger, &restored.kept).unwrap();
    assert_eq!(rows(&back.ledger), before, "the restore is taken back by a restore");
    drop(back);
    let ledger = desk.reopen();
    assert_eq!((rows(ledger), findings(ledger)), (before, vec![]));
    assert!(!desk.dir().join("restore.part").exists());
}

#[test]
fn what_must_not_go_back_in_time_is_carried_and_a_refusal_leaves_everything() {
    let mut desk = Desk::new();
    let copy = own(desk.ledger());
    let op = final_op("恢复备份");
    let carried = desk.ledger.take().unwrap().restore(
        &copy,
        &op,
        &chair(),
        |tx| {
            tx.execute("INSERT INTO team (id, name) VALUES ('t', '现在的人')", [])?;
            Ok::<_, LedgerError>(())
        },
        (&again(), &around),
        &mut all,
    );
    let ledger = carried.unwrap().ledger;
    assert_eq!(count(&ledger, "team"), 1);
    let head = ledger.head().unwrap();
    let refuse = |_: &Tx<'_>| Err(LedgerError::Busy);
    let refused = ledger.restore(&copy, &op, &chair(), refuse, (&again(), &around), &mut all).unwrap_err();
    assert_eq!(refused.error.code(), "ledger.busy");
    let ledger = refused.ledger.unwrap();
    assert_eq!((ledger.head().unwrap(), count(&ledger, "team")), (head.clone(), 1));
    let stopped = ledger
        .restore(
            &copy,
            &op,
            &chair(),
            |_: &Tx<'_>| Ok::<_, LedgerError>(()),
            (&again(), &around),
            &mut |_, _| false,
        )
        .unwrap_err();
    assert_eq!((stopped.error.code(), stopped.ledger.unwrap().head().unwrap()), ("ledger.cancelled", head));
}

#[test]
fn a_copy_of_another_ledger_a_damaged_one_and_none_are_refused() {
    let (mut one, other) = (Desk::new(), Desk::new());
    add_team(one.ledger(), "焊接");
    // With the same ids a seeded clock would found the same ledger twice.
    let copy = own(other.ledger());
    tamper(&copy, "UPDATE ledger_meta SET value = 'another' WHERE key = 'id'");
    let damaged = own(one.ledger());
    let mut bytes = fs::read(damaged.join("ledger.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(damaged.join("ledger.db"), bytes).unwrap();
    let mut ledger = one.ledger.take().unwrap();
    for (copy, code) in [
        (copy, "ledger.copyOfAnother"),
        (damaged, "ledger.damaged"),
        (one.home.path().join("none"), "ledger.notALedger"),
    ] {
        let refused = restore(ledger, &copy).unwrap_err();
        assert_eq!(refused.error.code(), code);
        ledger = refused.ledger.expect("the ledger is handed back");
        assert_eq!(count(&ledger, "team"), 1);
    }
}

#[test]
fn a_copy_from_before_a_change_of_keys_opens_and_people_removed_since_stay_out() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = with_passphrase(&home);
    let officer = Actor { id: "officer".into(), name: "委员".into() };
    ledger.put_slot(&officer, &Passphrase::new("委员的口令"), &chair()).unwrap();
    add_team(&ledger, "焊接");
    let copy = own(&ledger);
    ledger.remove_slot(&officer, &chair()).unwrap();
    ledger.rekey(&final_op("更换密钥"), &chair(), &mut all).unwrap();
    assert_eq!(ledger.look_into(&copy, &mut all).unwrap().head.seq, 3);
    let restored = restore(ledger, &copy).unwrap().ledger;
    assert_eq!(count(&restored, "team"), 1);
    let dir = restored.dir().to_owned();
    assert_eq!(restored.backups().iter().filter(|line| line.head.is_some()).count(), 2);
    drop(restored);
    let open = |pass| Ledger::open(&dir, &SCHEMA, &setting(), Unlock::Passphrase(Passphrase::new(pass)));
    assert_eq!(open("委员的口令").unwrap_err().code(), "ledger.wrongPassphrase");
    let ledger = open(PASS).unwrap();
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

/// A copy of a ledger with one team, as of the day before.
fn one_team(ledger: &Ledger, to: &BackupTo) -> PathBuf {
    add_team(ledger, "焊接");
    of_yesterday(&ledger.backup(to, &mut all).unwrap().dir)
}

/// A ledger with a stick beside it, which is all that is left.
fn only_the_stick(rekeyed: bool) -> (TempDir, PathBuf, RecoveryWords) {
    let home = TempDir::new().unwrap();
    let (ledger, mut words) = with_passphrase(&home);
    let (stick, to) = stick_in(home.path());
    add_file(&ledger, b"sealed");
    one_team(&ledger, &to);
    if rekeyed {
        words = ledger.rekey(&final_op("更换密钥"), &chair(), &mut all).unwrap().words;
    }
    add_team(&ledger, "喷涂");
    ledger.backup(&to, &mut all).unwrap();
    fs::remove_dir_all(ledger.dir()).unwrap();
    drop(ledger);
    (home, stick, words)
}

/// Where the program would count wrong passphrases: beside the stick.
fn tries(stick: &Path) -> PathBuf {
    stick.with_extension("tries")
}

fn brought(stick: &Path, target: &Path, unlock: &Unlock) -> Result<Ledger, LedgerError> {
    bring(stick, target, (&SCHEMA, &setting()), (unlock, &tries(stick)), |_| Ok(()), |_, _| Ok(()), &mut all)
}

#[test]
fn onto_a_bare_laptop_by_passphrase_and_by_sheet() {
    for rekeyed in [false, true] {
        let (home, stick, words) = only_the_stick(rekeyed);
        for (name, unlock) in [("口令", by_passphrase()), ("恢复单", Unlock::Recovery(words.clone()))] {
            let target = home.path().join(name);
            let found = look(&stick, (&SCHEMA, &setting()), &unlock, &tries(&stick), &mut all).unwrap();
            assert_eq!((found.inside.counts[0].count, found.passed), (2, 0));
            let ledger = brought(&stick, &target, &unlock).unwrap();
            assert_eq!((count(&ledger, "team"), findings(&ledger)), (2, vec![]));
            let files = fs::read_dir(target.join("files")).unwrap().map(|file| file.unwrap().file_name());
            let files: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
            assert_eq!(files.len(), 1);
            assert_eq!(ledger.files().bytes(&files[0], 64).unwrap(), b"sealed");
            drop(ledger);
            let again = Ledger::open(&target, &SCHEMA, &setting(), by_passphrase()).unwrap();
            assert_eq!(again.opened_by(), Some("chair"));
            assert_eq!(brought(&stick, &target, &unlock).unwrap_err().code(), "ledger.folderNotEmpty");
        }
        let wrong = Unlock::Passphrase(Passphrase::new("猜的"));
        let refused = brought(&stick, &home.path().join("x"), &wrong).unwrap_err();
        assert_eq!(refused.code(), "ledger.wrongPassphrase");
        assert!(!home.path().join("x").exists(), "a refused one leaves nothing");
        assert_eq!(
            look(home.path(), (&SCHEMA, &setting()), &wrong, &tries(&stick), &mut all).unwrap_err().code(),
            "ledger.notALedger"
        );
    }
}

#[test]
fn a_copy_from_before_a_change_of_keys_opens_by_itself_with_the_new_sheet() {
    let (home, stick, words) = only_the_stick(true);
    let copies = stick.join("江州机械厂工会备份/backups");
    let (older, sheet) = (copies.join("20261115-090000"), Unlock::Recovery(words));
    let target = home.path().join("取回");
    let ledger = brought(&older, &target, &sheet).unwrap();
    assert_eq!((count(&ledger, "team"), findings(&ledger)), (1, vec![]));
    drop(ledger);
    let again = Ledger::open(&target, &SCHEMA, &setting(), by_passphrase()).unwrap();
    assert_eq!(again.opened_by(), Some("chair"), "the way in of today goes with the key of today");
    // Carried away from the others nothing tells the key that it had.
    let alone = home.path().join("单独一份");
    fs::rename(&older, &alone).unwrap();
    assert_eq!(brought(&alone, &home.path().join("x"), &sheet).unwrap_err().code(), "ledger.wrongKey");
}

#[test]
fn a_copy_from_before_a_change_of_keys_knows_of_it_once_it_is_brought() {
    let (home, stick, words) = only_the_stick(true);
    let copies = stick.join("江州机械厂工会备份/backups");
    let older = copies.join("20261115-090000");
    let newest = fs::read_dir(&copies).unwrap().map(|e| e.unwrap().path()).max().unwrap();
    // Of the newest the keys alone are left.
    fs::write(newest.join("ledger.db"), b"nothing").unwrap();
    for (name, place, unlock) in
        [("口令", &stick, by_passphrase()), ("恢复单", &older, Unlock::Recovery(words))]
    {
        let ledger = brought(place, &home.path().join(name), &unlock).unwrap();
        let inside = ledger.look_into(&older, &mut all).unwrap();
        assert_eq!(inside.counts[0].count, 1, "{name}: the ledger opens the other copies of that time");
        // The next change of keys writes down anew which keys there were.
        ledger.rekey(&final_op("再换密钥"), &chair(), &mut all).unwrap();
        assert_eq!(ledger.earlier_keys().unwrap().len(), 2, "{name}");
        assert_eq!(ledger.look_into(&older, &mut all).unwrap().head, inside.head, "{name}");
        assert_eq!(findings(&ledger), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_stick_gives_the_newest_steps_whatever_a_clock_once_told() {
    for (older, newer) in [("20360917-090000", None), ("20261115-090000", Some("20360917-090000"))] {
        let home = TempDir::new().unwrap();
        let (ledger, words) = with_passphrase(&home);
        let (stick, to) = stick_in(home.path());
        add_team(&ledger, "焊接");
        let first = ledger.backup(&to, &mut all).unwrap().dir;
        fs::rename(&first, first.with_file_name(older)).unwrap();
        add_team(&ledger, "喷涂");
        let second = ledger.backup(&to, &mut all).unwrap().dir;
        if let Some(newer) = newer {
            fs::rename(&second, second.with_file_name(newer)).unwrap();
        }
        assert_eq!(
            ledger.look_into(&stick, &mut all).unwrap().counts[0].count,
            2,
            "{older}: the open ledger"
        );
        drop(ledger);
        for (name, unlock) in [("口令", by_passphrase()), ("恢复单", Unlock::Recovery(words))] {
            let ledger = brought(&stick, &home.path().join(name), &unlock).unwrap();
            assert_eq!(count(&ledger, "team"), 2, "{older}, {name}");
        }
    }
}

#[test]
fn what_a_copy_from_another_computer_names_comes_along() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = with_passphrase(&home);
    let here = add_file(&ledger, b"here");
    let (stick, to) = stick_in(home.path());
    ledger.backup(&to, &mut all).unwrap();
    // The work goes on elsewhere, and comes back on the stick.
    let other = brought(&stick, &home.path().join("家里"), &by_passphrase()).unwrap();
    let there = add_file(&other, b"there");
    let newer = other.backup(&to, &mut all).unwrap().dir;
    let restored = restore(ledger, &newer).unwrap().ledger;
    for (name, bytes) in [(&here, &b"here"[..]), (&there, b"there")] {
        assert_eq!(restored.files().bytes(name, 9).unwrap(), bytes);
    }
    assert_eq!(findings(&restored), Vec::<String>::new());
}

#[test]
fn a_folder_of_copies_stands_for_its_newest_whole_one() {
    let mut desk = Desk::new();
    let (stick, to) = stick_in(desk.home.path());
    let older = one_team(desk.ledger(), &to);
    add_team(desk.ledger(), "喷涂");
    let newest = desk.ledger().backup(&to, &mut all).unwrap().dir;
    let named = stick.join("江州机械厂工会备份");
    let look = |desk: &Desk, place: &Path| {
        desk.ledger.as_ref().unwrap().look_into(place, &mut all).map(|inside| inside.dir)
    };
    for place in [&stick, &named] {
        let dir = look(&desk, place).unwrap();
        assert_eq!(dir.file_name(), newest.file_name(), "the newest of {}", place.display());
    }
    // A damaged one is passed over; named itself it is refused.
    let mut bytes = fs::read(newest.join("ledger.db")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(newest.join("ledger.db"), bytes).unwrap();
    assert_eq!(look(&desk, &named).unwrap().file_name(), older.file_name());
    assert_eq!(look(&desk, &newest).unwrap_err().code(), "ledger.damaged");
    let copy = desk.ledger().copy_in(&named, &mut all).unwrap();
    let restored = restore(desk.ledger.take().unwrap(), &copy).unwrap().ledger;
    assert_eq!(count(&restored, "team"), 1);
}

#[test]
fn a_copy_of_a_newer_program_is_refused_by_both_versions_before_it_is_shown() {
    let mut desk = Desk::new();
    let (stick, to) = stick_in(desk.home.path());
    let older = one_team(desk.ledger(), &to);
    desk.close();
    let grown = Ledger::open(&desk.dir(), &GROWN, &setting(), Unlock::Key(key())).unwrap();
    let newest = grown.backup(&to, &mut all).unwrap().dir;
    drop(grown);
    // Another ledger with the same key, of the program that knows less.
    let present = Desk::new();
    let at = |place: &Path, unlock: &Unlock| {
        look(place, (&SCHEMA, &setting()), unlock, &tries(&stick), &mut all).map(|found| found.inside)
    };
    for place in [&newest, &stick] {
        let into = present.ledger().look_into(place, &mut all).unwrap_err();
        for refused in [into, at(place, &Unlock::Key(key())).unwrap_err()] {
            assert_eq!(refused.code(), "ledger.newer", "{}", place.display());
            assert!(refused.to_string().contains("3.2") && refused.to_string().contains("3.1"), "{refused}");
        }
    }
    // The older one beside it is shown to whoever names it.
    let inside = present.ledger().look_into(&older, &mut all).unwrap();
    assert_eq!((inside.head.seq, at(&older, &Unlock::Key(key())).unwrap().head.seq), (2, 2));
}

#[test]
fn the_newest_good_copy_is_found_past_damaged_ones() {
    let (home, stick, _) = only_the_stick(true);
    let copies = stick.join("江州机械厂工会备份/backups");
    let newest = fs::read_dir(&copies).unwrap().map(|e| e.unwrap().path()).max().unwrap();
    let path = newest.join("ledger.db");
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.len() - 100;
    bytes[at] ^= 0x40;
    fs::write(&path, &bytes).unwrap();
    let found = look(&stick, (&SCHEMA, &setting()), &by_passphrase(), &tries(&stick), &mut all).unwrap();
    assert_eq!((found.passed, found.inside.counts[0].count), (1, 1));
    // The older copy is from before the change of keys; the newest keys.json opens it.
    let ledger = brought(&stick, &home.path().join("新"), &by_passphrase()).unwrap();
    assert_eq!((count(&ledger, "team"), findings(&ledger)), (1, vec![]));
    fs::write(&path, b"").unwrap();
    assert_eq!(
        look(&stick, (&SCHEMA, &setting()), &by_passphrase(), &tries(&stick), &mut all).unwrap().passed,
        1
    );
}

#[test]
fn the_looks_of_a_running_ledger_copied_by_hand_come_along() {
    let desk = Desk::new();
    desk.ledger().record_look(&chair(), "members.get", "核对花名册", &["x".to_owned()]).unwrap();
    let hand = desk.home.path().join("手工复制");
    fs::create_dir(&hand).unwrap();
    for name in ["ledger.db", "ledger.db-wal", "access.db", "access.db-wal"] {
        fs::copy(desk.dir().join(name), hand.join(name)).unwrap();
    }
    assert!(fs::metadata(hand.join("access.db-wal")).unwrap().len() > 0, "the look must stand in the WAL");
    let ledger = brought(&hand, &desk.home.path().join("新"), &Unlock::Key(key())).unwrap();
    assert_eq!(ledger.looks(None, None, 9).unwrap().len(), 1);
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

#[test]
fn a_running_ledger_copied_by_hand_is_brought_with_what_stands_in_its_wal() {
    let desk = Desk::new();
    add_team(desk.ledger(), "焊接");
    let hand = desk.home.path().join("手工复制");
    fs::create_dir(&hand).unwrap();
    for name in ["ledger.db", "ledger.db-wal"] {
        fs::copy(desk.dir().join(name), hand.join(name)).unwrap();
    }
    assert!(fs::metadata(hand.join("ledger.db-wal")).unwrap().len() > 0, "the step must stand in the WAL");
    let ledger = brought(&hand, &desk.home.path().join("新"), &Unlock::Key(key())).unwrap();
    assert_eq!((count(&ledger, "team"), findings(&ledger)), (1, vec![]));
    assert_eq!(fs::read_dir(&hand).unwrap().count(), 2, "nothing is written into the copy");
}
