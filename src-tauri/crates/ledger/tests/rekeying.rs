//! Giving the ledger another key: who gets in afterwards, who does not, and that no kill and no full disk
//! leaves a ledger that nobody opens.

use crate::common::*;
use ledger::{Actor, Ledger, LedgerError, Passphrase, RecoveryWords, Tx, Unlock};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Barrier;
use tempfile::TempDir;

const DIR: &str = "LEDGER_REKEY_DIR";

fn words(text: &str) -> Passphrase {
    Passphrase::new(text)
}

fn officer() -> Actor {
    Actor { id: "officer".into(), name: "委员".into() }
}

fn opened(dir: &Path, pass: &str) -> Result<Ledger, LedgerError> {
    Ledger::open(dir, &SCHEMA, &setting(), Unlock::Passphrase(words(pass)))
}

fn by_sheet(dir: &Path, sheet: &RecoveryWords) -> Result<Ledger, LedgerError> {
    Ledger::open(dir, &SCHEMA, &setting(), Unlock::Recovery(sheet.clone()))
}

fn fill(ledger: &Ledger, teams: u32) {
    step(ledger, "建", |tx| {
        for n in 0..teams {
            let team: TeamId = tx.new_id();
            tx.execute(
                "INSERT INTO team (id, name) VALUES (?1, ?2)",
                (team, format!("{n}{}", "班组".repeat(100))),
            )?;
        }
        Ok(())
    })
    .unwrap();
}

fn founded(home: &TempDir) -> (Ledger, RecoveryWords) {
    let (ledger, sheet) =
        Ledger::create(&home.path().join("账本"), &SCHEMA, &setting(), &chair(), &words("老厂房")).unwrap();
    ledger.put_slot(&officer(), &words("新车间"), &chair()).unwrap();
    fill(&ledger, 1000);
    (ledger, sheet)
}

/// A founded ledger and its folder, with what that lies in, and lasts as long as.
fn in_a_folder() -> (TempDir, Ledger, PathBuf) {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    (home, ledger, dir)
}

#[test]
fn everyone_with_a_slot_gets_the_new_key_and_the_old_sheet_opens_nothing() {
    let home = TempDir::new().unwrap();
    let (ledger, old) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    let wal = std::fs::metadata(dir.join("ledger.db-wal")).unwrap().len();
    assert!(wal > 100 * 4096, "frames under the old key must stand in the WAL, it has {wal} bytes");
    let before = rows(&ledger);
    let mut told = Vec::new();
    let rekeyed = ledger
        .rekey(&final_op("换密钥"), &chair(), &mut |done, total| {
            told.push((done, total));
            true
        })
        .unwrap();
    assert!(
        rekeyed.dropped.is_empty() && told.last().is_some_and(|(done, total)| done == total && *done > 100)
    );
    assert_eq!((rows(&ledger), findings(&ledger)), (before.clone(), vec![]));
    assert_eq!(ledger.undo_state().unwrap().stopped_by.map(|step| step.label).as_deref(), Some("换密钥"));
    assert_eq!(ledger.steps(1).unwrap()[0].seq, rekeyed.seq);
    add_team(&ledger, "新建的");
    ledger.undo(&chair()).unwrap();
    drop(ledger);
    for pass in ["老厂房", "新车间"] {
        let ledger = opened(&dir, pass).unwrap();
        assert_eq!((rows(&ledger), findings(&ledger)), (before.clone(), vec![]));
        let earlier = ledger.earlier_keys().unwrap();
        assert_eq!((earlier.len(), earlier[0].until), (1, rekeyed.seq - 1));
        assert!(RecoveryWords::parse(&old.text()).unwrap() == old);
    }
    let void = by_sheet(&dir, &old).unwrap_err();
    assert_eq!(void.code(), "ledger.wrongKey");
    assert!(void.to_string().contains("换密钥以后，以前打印的恢复单就作废了"), "the likeliest cause: {void}");
    assert_eq!(count(&by_sheet(&dir, &rekeyed.words).unwrap(), "team"), 1000);
    // Twice over: the chain of earlier keys grows.
    let ledger = opened(&dir, "新车间").unwrap();
    ledger.rekey(&final_op("再换"), &officer(), &mut |_, _| true).unwrap();
    assert_eq!(ledger.earlier_keys().unwrap().len(), 2);
    drop(ledger);
    assert!(opened(&dir, "老厂房").is_ok());
}

#[test]
fn a_rekey_that_is_not_written_to_its_end_says_so_and_the_next_opening_finishes_it() {
    let home = TempDir::new().unwrap();
    let (ledger, old) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    // The neighbour under which `keys.json` is written anew cannot be made any more once the file is being turned over.
    let blocked = dir.join("keys.part");
    let mut told = 0;
    let refused = ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| {
        told += 1;
        if told == 2 {
            std::fs::create_dir(&blocked).unwrap();
        }
        true
    });
    let refused = refused.unwrap_err();
    assert_eq!(refused.code(), "ledger.rekeyUnfinished");
    let said = refused.to_string();
    assert!(said.contains("以前的恢复单作废了") && said.contains("重新打开账本"), "{said}");
    add_team(&ledger, "照常能用");
    drop(ledger);
    std::fs::remove_dir(&blocked).unwrap();
    for pass in ["老厂房", "新车间"] {
        let ledger = opened(&dir, pass).unwrap();
        assert_eq!((count(&ledger, "team"), findings(&ledger)), (1001, vec![]));
        assert_eq!(ledger.earlier_keys().unwrap().len(), 1, "the step is there, once");
    }
    assert_eq!(by_sheet(&dir, &old).unwrap_err().code(), "ledger.wrongKey");
}

#[test]
fn a_reader_in_the_middle_reads_on_and_new_ones_see_the_new_key() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    let (inside, turned) = (Barrier::new(2), Barrier::new(2));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let seen: i64 = ledger
                .read(|conn| {
                    inside.wait();
                    turned.wait();
                    Ok::<_, LedgerError>(
                        conn.query_row("SELECT sum(length(name)) FROM team", [], |r| r.get(0))?,
                    )
                })
                .unwrap();
            assert!(seen > 200_000, "a reader that stood before reads its state to the end");
        });
        inside.wait();
        ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap();
        turned.wait();
    });
    for _ in 0..6 {
        assert_eq!(count(&ledger, "team"), 1000);
    }
    add_team(&ledger, "新建的");
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

#[test]
fn slots_are_taken_away_changed_and_never_the_last_one() {
    let (_home, ledger, dir) = in_a_folder();
    let copy = std::fs::read(dir.join("keys.json")).unwrap();
    assert_eq!(ledger.people_with_slots().unwrap(), ["chair", "officer"]);
    let wrong = ledger.change_passphrase(&chair(), &words("不对"), &words("新的"));
    assert_eq!(wrong.unwrap_err().code(), "ledger.wrongPassphrase");
    ledger.change_passphrase(&chair(), &words("老厂房"), &words("新的")).unwrap();
    ledger.remove_slot(&officer(), &chair()).unwrap();
    let last = ledger.remove_slot(&chair(), &chair()).unwrap_err();
    assert_eq!(last.code(), "ledger.noSlotLeft");
    drop(ledger);
    assert_eq!(opened(&dir, "老厂房").unwrap_err().code(), "ledger.wrongPassphrase");
    // Someone lays the old file back: whose slot was taken away stays outside all the same.
    std::fs::write(dir.join("keys.json"), copy).unwrap();
    assert_eq!(opened(&dir, "新车间").unwrap_err().code(), "ledger.wrongPassphrase");
    let ledger = opened(&dir, "老厂房").unwrap();
    let rekeyed = ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap();
    assert_eq!(rekeyed.dropped, ["officer"]);
    assert!(findings(&ledger).is_empty());
}

#[test]
fn a_step_that_does_not_stand_leaves_every_passphrase_as_it_was() {
    let (_home, ledger, dir) = in_a_folder();
    // Refused at its very end, as on a disk that is full by then.
    let refused = |change: &dyn Fn(&Tx<'_>) -> Result<(), LedgerError>| {
        let done = ledger.step(&final_op("经办人"), &chair(), |tx| {
            change(tx)?;
            tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            tx.execute("INSERT INTO person (id, team_id, name) VALUES ('p', 'none', '甲')", [])?;
            Ok::<_, LedgerError>(())
        });
        assert_eq!(done.unwrap_err().code(), "ledger.sql");
    };
    refused(&|tx| ledger.remove_slot_in(tx, "officer"));
    refused(&|tx| ledger.put_slot_in(tx, "chair", &words("另一句")));
    assert_eq!(ledger.people_with_slots().unwrap(), ["chair", "officer"]);
    assert!(!dir.join("keys.part").exists(), "what was to be is gone");
    drop(ledger);
    assert_eq!(opened(&dir, "另一句").unwrap_err().code(), "ledger.wrongPassphrase");
    for pass in ["老厂房", "新车间"] {
        assert_eq!(findings(&opened(&dir, pass).unwrap()), Vec::<String>::new());
    }
}

/// What a kill leaves between a step that stands and its `keys.json`.
fn cut_off(dir: &Path, before: &[u8]) {
    std::fs::rename(dir.join("keys.json"), dir.join("keys.part")).unwrap();
    std::fs::write(dir.join("keys.json"), before).unwrap();
}

#[test]
fn after_a_kill_between_a_step_and_its_keys_either_passphrase_opens_and_the_step_s_stands() {
    for (changes, old, new, person) in [
        ("another passphrase", "老厂房", "新厂房", "chair"),
        ("a new slot in place of one", "新车间", "大车间", "officer"),
    ] {
        for first in [old, new] {
            let (_home, ledger, dir) = in_a_folder();
            let before = std::fs::read(dir.join("keys.json")).unwrap();
            if person == "chair" {
                ledger.change_passphrase(&chair(), &words(old), &words(new)).unwrap();
            } else {
                ledger.put_slot(&officer(), &words(new), &chair()).unwrap();
            }
            drop(ledger);
            cut_off(&dir, &before);
            assert_eq!(opened(&dir, "猜的").unwrap_err().code(), "ledger.wrongPassphrase", "{changes}");
            let ledger = opened(&dir, first).unwrap();
            assert_eq!(ledger.opened_by(), Some(person), "{changes}, first {first}");
            assert!(!dir.join("keys.part").exists(), "{changes}, first {first}: it is in its place");
            assert!(
                !dir.join("attempts").exists(),
                "{changes}, first {first}: the right one forgets the guess"
            );
            // Everyone is still reached by the next change of keys.
            assert!(
                ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap().dropped.is_empty()
            );
            drop(ledger);
            assert_eq!(opened(&dir, old).unwrap_err().code(), "ledger.wrongPassphrase", "{changes}");
            let ledger = opened(&dir, new).unwrap();
            assert_eq!(findings(&ledger), Vec::<String>::new(), "{changes}, first {first}");
        }
    }
}

#[test]
fn a_passphrase_of_the_slots_beside_is_no_wrong_one_where_the_file_is_at_fault() {
    let (_home, ledger, dir) = in_a_folder();
    let before = std::fs::read(dir.join("keys.json")).unwrap();
    ledger.change_passphrase(&chair(), &words("老厂房"), &words("新厂房")).unwrap();
    drop(ledger);
    cut_off(&dir, &before);
    std::fs::write(dir.join("ledger.db"), b"").unwrap();
    assert_eq!(opened(&dir, "新厂房").unwrap_err().code(), "ledger.damaged");
    assert!(!dir.join("attempts").exists());
    assert_eq!(opened(&dir, "猜的").unwrap_err().code(), "ledger.wrongPassphrase");
    assert!(dir.join("attempts").exists(), "a guess is counted as ever");
}

#[test]
fn keys_that_cannot_take_their_place_refuse_no_step_and_are_read_by_the_next() {
    let (home, ledger, dir) = in_a_folder();
    let (keys, away) = (dir.join("keys.json"), home.path().join("keys.json"));
    ledger
        .step(&final_op("设置口令"), &chair(), |tx| {
            ledger.put_slot_in(tx, "officer", &words("大车间"))?;
            // Nothing can be put where a folder is.
            std::fs::rename(&keys, &away)?;
            std::fs::create_dir(&keys)?;
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    std::fs::remove_dir(&keys).unwrap();
    std::fs::rename(&away, &keys).unwrap();
    ledger.change_passphrase(&officer(), &words("大车间"), &words("小车间")).unwrap();
    drop(ledger);
    assert_eq!(opened(&dir, "新车间").unwrap_err().code(), "ledger.wrongPassphrase");
    assert_eq!(opened(&dir, "小车间").unwrap().opened_by(), Some("officer"));
}

#[test]
fn keys_of_a_step_that_does_not_stand_open_nothing_and_go() {
    let (_home, ledger, dir) = in_a_folder();
    ledger.change_passphrase(&chair(), &words("老厂房"), &words("新厂房")).unwrap();
    let other = std::fs::read(dir.join("keys.json")).unwrap();
    ledger.change_passphrase(&chair(), &words("新厂房"), &words("老厂房")).unwrap();
    drop(ledger);
    std::fs::write(dir.join("keys.part"), other).unwrap();
    assert_eq!(opened(&dir, "新厂房").unwrap_err().code(), "ledger.wrongPassphrase");
    let ledger = opened(&dir, "老厂房").unwrap();
    assert!(!dir.join("keys.part").exists());
    assert_eq!(findings(&ledger), Vec::<String>::new());
}

#[test]
fn lost_keys_and_the_sheet_bring_the_earlier_keys_back() {
    let (_home, ledger, dir) = in_a_folder();
    let sheet = ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap().words;
    drop(ledger);
    std::fs::remove_file(dir.join("keys.json")).unwrap();
    let ledger = by_sheet(&dir, &sheet).unwrap();
    let refused = ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap_err();
    assert_eq!(
        refused.code(),
        "ledger.keysMissing",
        "with no slot, a kill would leave a ledger nobody opens"
    );
    ledger.put_slot(&chair(), &words("又一句"), &chair()).unwrap();
    ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true).unwrap();
    assert_eq!(ledger.earlier_keys().unwrap().len(), 2);
    assert_eq!(ledger.people_with_slots().unwrap(), ["chair"]);
}

/// Re-keys without end, until killed or refused.
#[test]
#[ignore = "runs only as the child process of the tests below"]
fn child() {
    let dir = std::env::var(DIR).expect("started by a test of this module");
    let ledger = opened(Path::new(&dir), "老厂房").unwrap();
    let say = |line: &str| {
        let mut out = std::io::stdout();
        writeln!(out, "\n@{line}").unwrap();
        out.flush().unwrap();
    };
    say("begun");
    loop {
        match ledger.rekey(&final_op("换密钥"), &chair(), &mut |_, _| true) {
            Ok(rekeyed) => say(&format!("done {}", rekeyed.seq)),
            Err(error) => {
                // What was refused must not hinder the next thing.
                let after =
                    step(&ledger, "之后", |tx| Ok(tx.execute("DELETE FROM team WHERE id = 'none'", [])?));
                say(&format!("refused {} {}", error.code(), after.is_ok()));
                return;
            }
        }
    }
}

const ARGS: [&str; 4] = ["--exact", "rekeying::child", "--ignored", "--nocapture"];

#[test]
fn killed_at_any_moment_of_a_re_key_it_opens_by_every_passphrase() {
    let home = TempDir::new().unwrap();
    let (ledger, _) = founded(&home);
    let (dir, before) = (ledger.dir().to_path_buf(), rows(&ledger));
    drop(ledger);
    let (mut acknowledged, mut between) = (0, 0);
    for round in 0..24u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(ARGS)
            .env(DIR, &dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("@begun") {
            line.clear();
            assert!(out.read_line(&mut line).unwrap() > 0, "the child must open the ledger");
        }
        // Half of the kills wait until both sealings stand in the file, however slow the machine is.
        let begun = std::time::Instant::now();
        let file = || std::fs::read_to_string(dir.join("keys.json")).unwrap_or_default();
        while round % 2 == 1 && begun.elapsed().as_secs() < 10 && !file().contains("\"next\"") {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        let pause = if round % 2 == 1 { round * 5 % 30 } else { round * 13 % 90 };
        std::thread::sleep(std::time::Duration::from_millis(pause));
        child.kill().unwrap();
        child.wait().unwrap();
        for said in out.lines().map_while(Result::ok) {
            if let Some(seq) = said.trim_end().strip_prefix("@done ").and_then(|n| n.parse().ok()) {
                acknowledged = i64::max(acknowledged, seq);
            }
        }
        let keys = std::fs::read_to_string(dir.join("keys.json")).unwrap();
        between += u32::from(keys.contains("\"next\""));
        for pass in ["新车间", "老厂房"] {
            let ledger = opened(&dir, pass).unwrap();
            assert_eq!((rows(&ledger), findings(&ledger)), (before.clone(), vec![]));
            assert!(ledger.head().unwrap().seq >= acknowledged, "what was acknowledged is in the journal");
        }
        let keys = std::fs::read_to_string(dir.join("keys.json")).unwrap();
        assert!(!keys.contains("\"next\""), "opening ends what was begun");
    }
    assert!(between > 3, "some kills must fall between, {between} did");
}

#[test]
fn without_room_the_old_key_stays_and_the_ledger_goes_on() {
    let home = TempDir::new().unwrap();
    let (ledger, sheet) = founded(&home);
    let dir = ledger.dir().to_path_buf();
    drop(ledger);
    let kib = std::fs::metadata(dir.join("ledger.db")).unwrap().len() / 1024;
    let script = format!("ulimit -f {}; exec \"$0\" \"$@\"", kib * 2 / 3 + 400);
    let out = Command::new("bash")
        .args(["-c", &script])
        .arg(std::env::current_exe().unwrap())
        .args(ARGS)
        .env(DIR, &dir)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(said.contains("@refused ledger.diskFull true"), "{said}");
    assert_eq!(findings(&by_sheet(&dir, &sheet).unwrap()), Vec::<String>::new());
    assert!(opened(&dir, "新车间").is_ok());
}
