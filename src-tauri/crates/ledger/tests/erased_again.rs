//! What was erased by law stays erased: a copy from before the purge says how much of it it still holds, a restore
//! erases it again, and old copies can be made to go.

use crate::common::*;
use crate::crashing::{DIR, say, spawn};
use crate::purging::{holds, pages};
use ledger::restore::{Found, Restored, bring, look};
use ledger::{
    BackupTo, Erased, FixedClock, Ledger, LedgerError, Purge, Setting, Tx, Unlock, chrono::Duration,
};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const NAME: &str = "欧阳再清MARK";

fn all(_: u64, _: u64) -> bool {
    true
}

fn own(ledger: &Ledger) -> PathBuf {
    ledger.backup(&BackupTo::Own, &mut all).unwrap().dir
}

fn restore(ledger: Ledger, copy: &Path) -> Restored {
    let restored =
        ledger.restore(copy, &final_op("恢复备份"), &chair(), |_| Ok(()), (&again(), &around), &mut all);
    restored.map_err(|not| not.error).unwrap()
}

/// One team with a person to be erased, whom another one names as their chief.
fn peopled(ledger: &Ledger) {
    let team = add_team(ledger, "焊接");
    step(ledger, "加人", |tx| {
        let sql = "INSERT INTO person (id, team_id, chief_id, name) VALUES (?1, ?2, ?3, ?4)";
        tx.execute(sql, ("x", team, None::<&str>, NAME))?;
        Ok(tx.execute(sql, ("y", team, Some("x"), "旁人"))?)
    })
    .unwrap();
}

/// Erases the person as a page would: what names them lets go first.
fn erase(ledger: &Ledger) -> i64 {
    let done = ledger.purge(&op("清除人员"), &chair(), &purge(&[("person", "x")]), |tx| {
        Ok::<_, LedgerError>(tx.execute("UPDATE person SET chief_id = NULL WHERE chief_id = 'x'", [])?)
    });
    done.unwrap().seq
}

fn label(ledger: &Ledger) -> String {
    ledger.steps(1).unwrap()[0].label.clone()
}

#[test]
fn a_restore_erases_again_what_was_erased_since_and_is_taken_back_as_before() {
    let mut desk = Desk::new();
    let none = own(desk.ledger());
    fs::rename(&none, none.with_file_name("20261110-090000")).unwrap();
    peopled(desk.ledger());
    let before = of_yesterday(&own(desk.ledger()));
    erase(desk.ledger());
    let after = own(desk.ledger());
    let erased = |copy: &Path| desk.ledger().look_into(copy, &mut all).unwrap().erased;
    let none = none.with_file_name("20261110-090000");
    assert_eq!((erased(&none), erased(&before), erased(&after)), (0, 1, 0), "not there yet, there, gone");
    let now = rows(desk.ledger());

    let restored = restore(desk.ledger.take().unwrap(), &before);
    let ledger = &restored.ledger;
    assert_eq!(label(ledger), "恢复后再次清除：保存期满");
    assert_eq!(ledger.steps(2).unwrap()[1].label, "恢复备份", "a step of its own after the restore's");
    assert_eq!(restored.head, ledger.head().unwrap());
    assert_eq!((count(ledger, "person"), findings(ledger)), (1, vec![]));
    let life = ledger.history_of(&[("person", "x")]).unwrap();
    assert!(
        life.iter().all(|one| one.change.act == "erase" || one.change.erased_by == Some(restored.head.seq))
    );
    assert_eq!(ledger.undo(&chair()).unwrap_err().code(), "ledger.undoStopped");

    let back = restore(restored.ledger, &restored.kept);
    assert_eq!((rows(&back.ledger), label(&back.ledger)), (now, "恢复备份".into()), "nothing to erase in it");
    assert_eq!(findings(&back.ledger), Vec::<String>::new());
    // A copy from before the person was there has nothing to erase.
    let early = restore(back.ledger, &none);
    assert_eq!((label(&early.ledger), count(&early.ledger, "person")), ("恢复备份".into(), 0));
    let again = restore(early.ledger, &early.kept);
    drop(restore(again.ledger, &before));
    let plain = pages(&desk.dir());
    assert!(holds(&plain, "旁人") && !holds(&plain, NAME), "the text is in no page of the restored file");
    assert_eq!(findings(desk.reopen()), Vec::<String>::new());
}

#[test]
fn what_cannot_be_without_an_erased_row_goes_with_it() {
    let mut desk = Desk::new();
    peopled(desk.ledger());
    let team = rows(desk.ledger())[0][0].clone();
    let ledger::rusqlite::types::Value::Text(team) = team else { panic!("an id is text") };
    let copy = own(desk.ledger());
    step(desk.ledger(), "删人", |tx| Ok(tx.execute("DELETE FROM person WHERE id = 'y'", [])?)).unwrap();
    step(desk.ledger(), "删人", |tx| Ok(tx.execute("DELETE FROM person", [])?)).unwrap();
    let done = desk
        .ledger()
        .purge(&op("清除班组"), &chair(), &purge(&[("team", &team)]), |_| Ok::<_, LedgerError>(()));
    assert!(done.is_ok());
    assert_eq!(
        desk.ledger().look_into(&copy, &mut all).unwrap().erased,
        1,
        "one record, whatever belongs to it"
    );
    let restored = restore(desk.ledger.take().unwrap(), &copy).ledger;
    assert_eq!((count(&restored, "team"), count(&restored, "person")), (0, 0));
    assert_eq!(findings(&restored), Vec::<String>::new());
}

#[test]
fn that_an_entry_was_taken_back_is_told_whenever_it_is_erased_again() {
    let mut desk = Desk::new();
    peopled(desk.ledger());
    let copy = own(desk.ledger());
    desk.ledger().undo(&chair()).unwrap();
    let purge = Purge { taken_back: true, ..purge(&[("person", "x")]) };
    desk.ledger().purge(&op("清除人员"), &chair(), &purge, |_| Ok::<_, LedgerError>(())).unwrap();
    assert_eq!(findings(desk.ledger()), Vec::<String>::new(), "the chain covers what the mark says");
    let mut ledger = desk.ledger.take().unwrap();
    for round in ["by the purge", "by the step that erased it again"] {
        let told = RefCell::new(Vec::new());
        let around = |_: &Tx<'_>, rows: &[Erased]| {
            told.borrow_mut().extend(rows.iter().map(|row| (row.id.clone(), row.taken_back)));
            Ok::<_, LedgerError>(())
        };
        let again = again();
        let restored =
            ledger.restore(&copy, &final_op("恢复备份"), &chair(), |_| Ok(()), (&again, &around), &mut all);
        ledger = restored.map_err(|not| not.error).unwrap().ledger;
        // Who named them goes along: they were entered in the same step.
        assert_eq!(told.into_inner(), [("x".to_owned(), true), ("y".to_owned(), true)], "{round}");
        assert_eq!((count(&ledger, "person"), findings(&ledger)), (0, vec![]));
    }
}

#[test]
fn what_cannot_be_cleared_away_refuses_the_restore_whole() {
    let mut desk = Desk::new();
    peopled(desk.ledger());
    let copy = own(desk.ledger());
    erase(desk.ledger());
    let head = desk.ledger().head().unwrap();
    let refuse = |_: &Tx<'_>, rows: &[Erased]| {
        assert_eq!(rows, [Erased { table: "person".into(), id: "x".into(), taken_back: false }]);
        Err(LedgerError::Busy)
    };
    let not = desk.ledger.take().unwrap().restore(
        &copy,
        &final_op("恢复备份"),
        &chair(),
        |_| Ok(()),
        (&again(), &refuse),
        &mut all,
    );
    let not = not.unwrap_err();
    assert_eq!((not.error.code(), not.ledger.unwrap().head().unwrap()), ("ledger.busy", head));
    assert!(!desk.dir().join("restore.part").exists());
}

#[test]
fn a_bare_laptop_erases_what_a_newer_damaged_copy_knows_of() {
    let desk = Desk::new();
    let (stick, to) = stick_in(desk.home.path());
    peopled(desk.ledger());
    of_yesterday(&desk.ledger().backup(&to, &mut all).unwrap().dir);
    erase(desk.ledger());
    let newest = desk.ledger().backup(&to, &mut all).unwrap().dir.join("ledger.db");
    let (unlock, tries) = (Unlock::Key(key()), desk.home.path().join("tries"));
    let found = || look(&stick, (&SCHEMA, &setting()), &unlock, &tries, &mut all).unwrap();
    assert_eq!((found().passed, found().inside.erased), (0, 0));
    // Damaged anywhere it is passed over; where its journal can be read, what it knows counts.
    let whole = fs::read(&newest).unwrap();
    let knows = (1..whole.len() / 4096).rev().find(|page| {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 2000] ^= 0x40;
        fs::write(&newest, bytes).unwrap();
        let found = found();
        assert_eq!(found.passed, 1, "page {page}");
        found.inside.erased == 1
    });
    assert!(knows.is_some(), "most pages are none of the journal's");
    brought_without_them(&desk, &stick, (&unlock, &tries));
}

/// The ledger comes from there without the one who was erased.
fn brought_without_them(desk: &Desk, place: &Path, by: (&Unlock, &Path)) {
    let (target, may) = (desk.home.path().join("新"), |_: &Found| Ok(()));
    let ledger = bring(place, &target, (&SCHEMA, &setting()), by, may, finish, &mut all).unwrap();
    assert_eq!((count(&ledger, "person"), label(&ledger)), (1, "恢复后再次清除：保存期满".into()));
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

#[test]
fn one_older_copy_by_itself_erases_what_those_beside_it_know_of() {
    let desk = Desk::new();
    peopled(desk.ledger());
    let older = of_yesterday(&own(desk.ledger()));
    erase(desk.ledger());
    let newer = own(desk.ledger());
    let (unlock, tries) = (Unlock::Key(key()), desk.home.path().join("tries"));
    let erased = || look(&older, (&SCHEMA, &setting()), &unlock, &tries, &mut all).unwrap().inside.erased;
    assert_eq!(erased(), 1, "the newer copy knows");
    fs::remove_dir_all(newer).unwrap();
    assert_eq!(erased(), 1, "and the ledger itself");
    brought_without_them(&desk, &older, (&unlock, &tries));
}

/// Erases the row that names a file; returns the step.
fn erase_file(ledger: &Ledger, content: &str) -> i64 {
    let id: String = ledger
        .read(|conn| {
            let sql = "SELECT id FROM upload WHERE content = ?1";
            Ok::<_, LedgerError>(conn.query_row(sql, [content], |row| row.get(0))?)
        })
        .unwrap();
    let rows = [("upload", id.as_str())];
    ledger.purge(&op("清除附件"), &chair(), &purge(&rows), |_| Ok::<_, LedgerError>(())).unwrap().seq
}

#[test]
fn an_attachment_that_was_erased_does_not_come_along_with_a_copy() {
    let mut desk = Desk::new();
    let (_, to) = stick_in(desk.home.path());
    let (kept, erased) = (add_file(desk.ledger(), b"kept"), add_file(desk.ledger(), b"erased"));
    let copy = desk.ledger().backup(&to, &mut all).unwrap().dir;
    erase_file(desk.ledger(), &erased);
    assert_eq!(desk.ledger().files().sweep().unwrap().files, 1);
    let files = desk.dir().join("files");
    let file = |name: &str| files.join(name);
    fs::remove_file(file(&kept)).unwrap();
    let ledger = desk.ledger.take().unwrap();
    let ledger = restore(ledger, &copy).ledger;
    assert_eq!((file(&kept).exists(), file(&erased).exists()), (true, false));
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

/// The ledger of the folder, some days later.
fn after(desk: &mut Desk, days: i64) {
    desk.close();
    let standard = setting();
    let now = standard.clock.now() + Duration::days(days);
    let later = Setting { clock: Arc::new(FixedClock(now)), ..standard };
    desk.ledger = Some(Ledger::open(&desk.dir(), &SCHEMA, &later, Unlock::Key(key())).unwrap());
}

#[test]
fn old_copies_tell_until_when_they_hold_it_and_go_when_they_are_told_to() {
    let mut desk = Desk::new();
    let early = own(desk.ledger());
    peopled(desk.ledger());
    after(&mut desk, 1);
    let holding = own(desk.ledger());
    after(&mut desk, 2);
    let seq = erase(desk.ledger());
    let held = |desk: &Desk| desk.ledger().held_by_copies(&[seq]).unwrap()[0];
    let told = held(&desk);
    assert_eq!((told.copies, told.until.map(|day| day.to_string()).as_deref()), (1, Some("2027-11-30")));
    let named = holding.with_file_name("20261117-090000 报上级前");
    fs::rename(&holding, &named).unwrap();
    assert_eq!(
        (held(&desk).copies, held(&desk).until),
        (1, None),
        "a person's own copy never goes by itself"
    );
    let damaged = early.with_file_name("20261115-100000");
    fs::create_dir(&damaged).unwrap();
    fs::write(damaged.join("ledger.db"), "nothing").unwrap();
    assert_eq!(held(&desk).copies, 2, "what cannot be read may hold it");

    let drop_op = final_op("删去旧备份");
    let stopped = desk.ledger().drop_old_copies(&drop_op, &chair(), &mut |_, _| false).unwrap_err();
    assert_eq!((stopped.code(), named.exists(), damaged.exists()), ("ledger.cancelled", true, true));
    let dropped = desk.ledger().drop_old_copies(&drop_op, &chair(), &mut all).unwrap();
    assert_eq!((dropped.copies, named.exists(), damaged.exists()), (2, false, false));
    assert!(early.exists() && dropped.fresh.exists(), "what never held it stays");
    assert_eq!((label(desk.ledger()), held(&desk).copies), ("删去旧备份".into(), 0));
    assert_eq!(desk.ledger().look_into(&dropped.fresh, &mut all).unwrap().erased, 0);
    let head = desk.ledger().head().unwrap();
    assert_eq!(desk.ledger().drop_old_copies(&drop_op, &chair(), &mut all).unwrap().copies, 0);
    assert_eq!(
        (desk.ledger().head().unwrap(), findings(desk.ledger())),
        (head, vec![]),
        "nothing to say then"
    );
}

#[test]
fn a_copy_under_a_name_of_its_own_keeps_its_attachments_and_is_told_of() {
    let desk = Desk::new();
    let ledger = desk.ledger();
    let content = add_file(ledger, b"bytes");
    let made = own(ledger);
    let named = made.with_file_name("换届以前");
    fs::rename(&made, &named).unwrap();
    let seq = erase_file(ledger, &content);
    assert_eq!(ledger.files().sweep().unwrap().files, 0, "the copy still names it");
    let listed: Vec<PathBuf> = ledger.backups().into_iter().map(|line| line.dir).collect();
    assert_eq!(listed, std::slice::from_ref(&named));
    let held = ledger.held_by_copies(&[seq]).unwrap()[0];
    assert_eq!((held.copies, held.until), (1, None), "and never goes by itself");
    own(ledger);
    assert!(named.exists());
    let dropped = ledger.drop_old_copies(&final_op("删去旧备份"), &chair(), &mut all).unwrap();
    assert_eq!((dropped.copies, named.exists()), (1, false));
    assert_eq!(ledger.files().sweep().unwrap().files, 1);
    assert!(!desk.dir().join("files").join(content).exists());
}

#[test]
fn a_copy_of_the_same_day_that_held_it_is_counted_and_said() {
    let desk = Desk::new();
    peopled(desk.ledger());
    let holding = own(desk.ledger());
    erase(desk.ledger());
    let dropped = desk.ledger().drop_old_copies(&final_op("删去旧备份"), &chair(), &mut all).unwrap();
    assert_eq!((dropped.copies, holding.exists(), dropped.fresh.exists()), (1, false, true));
    assert_eq!(label(desk.ledger()), "删去旧备份", "no copy goes unsaid");
}

const COPY: &str = "LEDGER_TEST_RESTORE";

/// Restores the copy and says so.
#[test]
#[ignore = "runs only as the child process of the test below"]
fn restoring() {
    let (dir, copy) = (std::env::var(DIR).unwrap(), std::env::var(COPY).unwrap());
    let ledger = open(Path::new(&dir)).unwrap();
    say("open");
    drop(restore(ledger, Path::new(&copy)));
    say("done");
}

#[test]
fn killed_while_it_restores_the_old_or_the_new_ledger_stands_and_the_text_in_neither() {
    let mut desk = Desk::new();
    peopled(desk.ledger());
    let copy = own(desk.ledger());
    let kept = desk.home.path().join("before");
    fs::rename(&copy, &kept).unwrap();
    erase(desk.ledger());
    add_team(desk.ledger(), "喷涂");
    desk.close();
    let mut stood = [0, 0];
    for round in 0..10_u64 {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "erased_again::restoring", "--ignored", "--nocapture"]).env(COPY, &kept);
        let (mut child, out) = spawn(command, &desk.dir());
        let mut lines = std::io::BufRead::lines(out).map_while(Result::ok);
        assert!(lines.any(|line| line == "@open"));
        if round < 8 {
            std::thread::sleep(std::time::Duration::from_millis(round * 40));
            child.kill().unwrap();
        }
        child.wait().unwrap();
        let ledger = open(&desk.dir()).unwrap();
        let new = count(&ledger, "team") == 1;
        stood[usize::from(new)] += 1;
        assert_eq!(count(&ledger, "person"), 1, "round {round}");
        assert_eq!(
            label(&ledger),
            if new { "恢复后再次清除：保存期满" } else { "新建班组" },
            "round {round}"
        );
        assert_eq!(findings(&ledger), Vec::<String>::new(), "round {round}");
        if new {
            add_team(&ledger, "喷涂");
        }
    }
    assert!(stood[1] > 0, "the rounds that nobody kills are done");
}
