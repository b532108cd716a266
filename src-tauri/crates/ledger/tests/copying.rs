//! Copies: of the day and on a stick, whole or not at all, beside running work, thinned by their age.

use crate::common::*;
use ledger::{BackupTo, FixedClock, Ledger, LedgerError, Setting, Unlock, chrono::DateTime};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

fn on(desk: &mut Desk, moment: &str) -> Ledger {
    desk.close();
    let clock = Arc::new(FixedClock(DateTime::parse_from_rfc3339(moment).unwrap()));
    Ledger::open(&desk.dir(), &SCHEMA, &Setting { clock, ..setting() }, Unlock::Key(key())).unwrap()
}

fn to(place: &Path) -> BackupTo {
    BackupTo::Folder { place: place.to_owned(), name: "江州机械厂工会委员会".into() }
}

fn names(dir: &Path) -> Vec<String> {
    let mut all: Vec<String> =
        fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    all.sort();
    all
}

#[test]
fn the_copy_of_the_day_is_made_once_and_opens() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    add_team(ledger, "焊接");
    assert!(ledger.backup_due());
    let made = ledger.backup_if_due(&mut |_, _| true).unwrap().unwrap();
    assert!(!ledger.backup_due() && ledger.backup_if_due(&mut |_, _| true).unwrap().is_none());
    assert_eq!(made.head, ledger.head().unwrap());
    add_team(ledger, "喷涂");
    assert_eq!(count(&open(&made.dir).unwrap(), "team"), 1, "the copy stands still");
    let list = ledger.backups();
    assert_eq!((list.len(), list[0].head.as_ref(), list[0].before), (1, Some(&made.head), false));
    assert_eq!(list[0].last_step.as_deref(), Some("新建班组"));
}

#[test]
fn a_copy_that_the_list_opens_has_its_pages_read_when_it_is_looked_into_and_by_the_check() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    for n in 0..20 {
        add_team(ledger, &format!("{n}{}", "班".repeat(20_000)));
    }
    let made = ledger.backup(&BackupTo::Own, &mut |_, _| true).unwrap();
    assert!(ledger.look_into(&made.dir, &mut |_, _| true).is_ok() && findings(ledger).is_empty());
    let path = made.dir.join("ledger.db");
    let sound = fs::read(&path).unwrap();
    let mut opened = 0;
    for eighth in 2..7 {
        let mut hurt = sound.clone();
        hurt[sound.len() / 8 * eighth] ^= 1;
        fs::write(&path, hurt).unwrap();
        opened += i32::from(ledger.backups()[0].head.is_some());
        let told = ledger.look_into(&made.dir, &mut |_, _| true).unwrap_err();
        assert_eq!(told.code(), "ledger.damaged", "{eighth}/8");
        assert_eq!(findings(ledger).len(), 1, "{eighth}/8: the check tells of it");
    }
    assert!(opened > 0, "the list opens a copy and reads none of the pages that its newest step needs not");
    // A copy that was cut off does not even open.
    fs::write(&path, &sound[..sound.len() / 2]).unwrap();
    assert_eq!(ledger.backups()[0].head, None);
}

#[test]
fn a_step_that_no_copy_followed_is_told_until_one_does() {
    let mut desk = Desk::new();
    let ledger = on(&mut desk, "2026-11-17T18:00:00+08:00");
    add_team(&ledger, "焊接");
    drop(ledger);
    let ledger = on(&mut desk, "2026-11-18T08:00:00+08:00");
    let (step, day) = ledger.uncopied().unwrap().expect("the step of yesterday stands in no copy");
    assert_eq!((step.label.as_str(), day.to_string().as_str()), ("新建班组", "2026-11-17"));
    ledger.backup_if_due(&mut |_, _| true).unwrap().unwrap();
    assert_eq!(ledger.uncopied().unwrap(), None);
    drop(ledger);
    let ledger = on(&mut desk, "2026-11-19T08:00:00+08:00");
    assert_eq!(ledger.uncopied().unwrap(), None, "a day without a step needs none");
    add_team(&ledger, "喷涂");
    assert!(ledger.uncopied().unwrap().is_some());
}

#[test]
fn a_copy_is_due_again_the_next_day_and_old_ones_are_thinned() {
    let mut desk = Desk::new();
    for day in 1..=20 {
        let ledger = on(&mut desk, &format!("2026-12-{day:02}T08:00:00+08:00"));
        add_team(&ledger, &format!("第{day}班"));
        assert!(ledger.backup_if_due(&mut |_, _| true).unwrap().is_some(), "day {day}");
    }
    // Seven days, and the Sundays of the two weeks before them that have copies.
    let days: Vec<String> =
        names(&desk.dir().join("backups")).iter().map(|name| name[6..8].to_owned()).collect();
    assert_eq!(days.join(" "), "06 13 14 15 16 17 18 19 20");
}

#[test]
fn a_copy_of_a_clock_that_ran_ahead_is_not_the_newest_and_goes_within_a_year_of_copies() {
    let mut desk = Desk::new();
    let copied = |desk: &mut Desk, moment: &str| {
        let ledger = on(desk, moment);
        add_team(&ledger, moment);
        ledger.backup_if_due(&mut |_, _| true).unwrap().expect("a copy is due");
    };
    let days = |ledger: &Ledger| {
        let day = |line: ledger::BackupLine| (line.at.date().to_string(), line.ahead);
        ledger.backups().into_iter().map(day).collect::<Vec<_>>()
    };
    let of = |day: &str, ahead: bool| (day.to_owned(), ahead);
    copied(&mut desk, "2026-11-16T09:00:00+08:00");
    copied(&mut desk, "2036-11-16T09:00:00+08:00");
    let ledger = on(&mut desk, "2026-11-17T08:00:00+08:00");
    assert_eq!(
        days(&ledger),
        [of("2036-11-16", true), of("2026-11-16", false)],
        "as long as it alone has the newest steps it is the newest"
    );
    drop(ledger);
    copied(&mut desk, "2026-11-17T09:00:00+08:00");
    let ledger = on(&mut desk, "2026-11-18T08:00:00+08:00");
    assert_eq!(days(&ledger), [of("2026-11-17", false), of("2036-11-16", true), of("2026-11-16", false)]);
    assert_eq!(ledger.uncopied().unwrap(), None);
    // It is no copy of a step of these days.
    add_team(&ledger, "喷涂");
    drop(ledger);
    let ledger = on(&mut desk, "2026-11-19T08:00:00+08:00");
    assert!(ledger.uncopied().unwrap().is_some(), "no copy followed the step of the day before");
    drop(ledger);

    let stands = |desk: &Desk| desk.dir().join("backups/20361116-090000").exists();
    let months = ["2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-07"];
    for month in months.into_iter().chain(["2027-08", "2027-09"]) {
        copied(&mut desk, &format!("{month}-10T09:00:00+08:00"));
        assert!(stands(&desk), "{month}: eleven months at most have a copy after it");
    }
    copied(&mut desk, "2027-10-11T09:00:00+08:00");
    assert!(!stands(&desk), "the twelfth month takes it away, as any other");
}

#[test]
fn steps_go_on_while_a_copy_is_written() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    for n in 0..40 {
        add_team(ledger, &format!("{n}{}", "班".repeat(20_000)));
    }
    let mut during = 0;
    let made = std::thread::scope(|scope| {
        let copy = scope.spawn(|| ledger.backup(&BackupTo::Own, &mut |_, _| true).unwrap());
        while !copy.is_finished() {
            add_team(ledger, &format!("期间{during}"));
            during += 1;
        }
        copy.join().unwrap()
    });
    let copy = open(&made.dir).unwrap();
    assert!(copy.head().unwrap().seq >= made.head.seq && during > 0);
    assert_eq!(findings(&copy), Vec::<String>::new(), "the copy is one moment of the ledger");
    assert_eq!(count(ledger, "team"), 40 + during);
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing_and_the_older_ones() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    for n in 0..60 {
        add_team(ledger, &format!("{n}{}", "班".repeat(100_000)));
    }
    let first = ledger.backup(&BackupTo::Own, &mut |_, _| true).unwrap();
    let stopped = ledger.backup(&BackupTo::Own, &mut |_, _| false).unwrap_err();
    assert_eq!(stopped.code(), "ledger.cancelled");
    let stick = desk.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    assert_eq!(ledger.backup(&to(&stick), &mut |_, _| false).unwrap_err().code(), "ledger.cancelled");
    assert_eq!(ledger.last_outside_copy().unwrap(), None, "a copy that was not made is not remembered");
    let left = names(&desk.dir().join("backups"));
    assert_eq!(left, [first.dir.file_name().unwrap().to_str().unwrap()]);
    add_team(ledger, "装配");
    open(&first.dir).unwrap();
}

#[test]
fn a_stick_gets_a_folder_of_its_own_and_each_attachment_once() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let stick = desk.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let content = add_file(ledger, b"bytes");
    fs::write(desk.dir().join("files/.new-1"), "half a file").unwrap();
    let first = ledger.backup(&to(&stick), &mut |_, _| true).unwrap();
    assert_eq!(first.files, 1);
    add_team(ledger, "焊接");
    let second = ledger.backup(&to(&stick), &mut |_, _| true).unwrap();
    assert_eq!(second.files, 0, "what is there is not copied again");
    let home = stick.join("江州机械厂工会委员会备份");
    assert_eq!(names(&stick).len(), 1);
    assert_eq!(names(&home), ["backups", "files", "ledger-id", "说明.txt"]);
    assert_eq!(names(&home.join("files")), [content]);
    assert_eq!(count(&open(&second.dir).unwrap(), "team"), 1);
    // The folder of the copies itself may be chosen too.
    assert!(
        ledger.backup(&to(&home), &mut |_, _| true).unwrap().dir.starts_with(home.canonicalize().unwrap())
    );
    let last = ledger.last_outside_copy().unwrap().unwrap();
    assert_eq!((last.seq, last.place), (3, home.display().to_string()));
    assert_eq!(last.at.to_rfc3339(), "2026-11-16T09:00:00+08:00");
}

#[test]
fn another_ledger_of_the_same_name_gets_another_folder() {
    let (one, two) = (Desk::new(), Desk::new());
    two.ledger().read(|_| Ok::<_, ledger::LedgerError>(())).unwrap();
    let stick = one.home.path().join("stick");
    fs::create_dir(&stick).unwrap();
    one.ledger().backup(&to(&stick), &mut |_, _| true).unwrap();
    fs::write(stick.join("江州机械厂工会委员会备份/ledger-id"), "another").unwrap();
    one.ledger().backup(&to(&stick), &mut |_, _| true).unwrap();
    assert_eq!(names(&stick), ["江州机械厂工会委员会备份", "江州机械厂工会委员会备份-2"]);
}

#[test]
fn a_union_that_changed_its_name_goes_on_in_its_folder_and_room_is_tried_for_that_one() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let stick = TempDir::new().unwrap();
    add_file(ledger, &[7; 600_000]);
    ledger.backup(&to(stick.path()), &mut |_, _| true).unwrap();
    let mut tried = 0;
    ledger
        .room_for_copy(stick.path(), &mut |_, total| {
            tried = total;
            true
        })
        .unwrap();
    let renamed =
        BackupTo::Folder { place: stick.path().to_owned(), name: "江州重工工会委员会".into() };
    let made = ledger.backup(&renamed, &mut |_, _| true).unwrap();
    assert_eq!((made.files, names(stick.path())), (0, vec!["江州机械厂工会委员会备份".to_owned()]));
    assert!(made.bytes < tried, "no more than there was room for");
}

#[test]
fn a_place_that_cannot_keep_a_copy_is_told() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    for inside in [desk.dir(), desk.dir().join("backups")] {
        assert_eq!(ledger.backup(&to(&inside), &mut |_, _| true).unwrap_err().code(), "ledger.copyPlace");
    }
    let pulled = ledger.backup(&to(&desk.home.path().join("gone")), &mut |_, _| true).unwrap_err();
    assert_eq!(pulled.code(), "ledger.copyBroken");
    assert!(pulled.to_string().contains("U 盘") && pulled.to_string().contains("完好"), "{pulled}");
}

#[test]
fn room_for_a_copy_is_tried_and_leaves_nothing() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    add_team(ledger, "焊接");
    let stick = TempDir::new().unwrap();
    let mut written = (0, 0);
    ledger
        .room_for_copy(stick.path(), &mut |done, total| {
            written = (done, total);
            true
        })
        .unwrap();
    let pages = fs::metadata(desk.dir().join("ledger.db")).unwrap().len();
    assert!(written.1 > pages, "at least the pages are tried: {written:?}");
    let stopped = ledger.room_for_copy(stick.path(), &mut |done, _| done == 0);
    assert!(matches!(stopped, Err(LedgerError::Cancelled)), "{stopped:?}");
    assert_eq!(names(stick.path()), Vec::<String>::new());
    let gone = ledger.room_for_copy(&stick.path().join("没有"), &mut |_, _| true);
    assert!(matches!(gone, Err(LedgerError::CopyBroken)), "{gone:?}");
    let inside = ledger.room_for_copy(&desk.dir(), &mut |_, _| true);
    assert!(matches!(inside, Err(LedgerError::CopyPlace)), "{inside:?}");
}
