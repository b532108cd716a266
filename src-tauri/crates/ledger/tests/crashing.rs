//! Killed in the middle, and out of room: every acknowledged step is there, and none by half.
//! The writing is done by this same test binary as a child process.

use crate::common::*;
use ledger::{Ledger, LedgerError};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

pub const DIR: &str = "LEDGER_TEST_DIR";
const FRESH: &str = "LEDGER_TEST_FRESH";

const COPIES: &str = "LEDGER_TEST_COPIES";

/// Writes steps of four rows until killed or refused, and says on stdout what is done.
#[test]
#[ignore = "runs only as the child process of the tests below"]
fn child() {
    let dir = std::env::var(DIR).expect("started by a test of this module");
    let dir = Path::new(&dir);
    let ledger = if std::env::var(FRESH).is_ok() {
        Ledger::create_with_key(dir, &SCHEMA, &setting(), &chair(), &key())
    } else {
        open(dir)
    };
    let refused = ledger.and_then(|ledger| {
        loop {
            let done = step(&ledger, "四行", |tx| {
                let team: TeamId = tx.new_id();
                tx.execute("INSERT INTO team (id, name) VALUES (?1, ?2)", (team, team))?;
                for _ in 0..3 {
                    let person: PersonId = tx.new_id();
                    let name = "甲".repeat(300);
                    tx.execute(
                        "INSERT INTO person (id, team_id, name) VALUES (?1, ?2, ?3)",
                        (person, team, name),
                    )?;
                }
                Ok(())
            });
            let done = done.and_then(|done| {
                if std::env::var(COPIES).is_ok() {
                    ledger.backup(&ledger::BackupTo::Own, &mut |_, _| true)?;
                }
                Ok(done)
            });
            match done {
                Ok(done) => say(&format!("done {}", done.seq)),
                Err(error) => return Err::<(), LedgerError>(error),
            }
        }
    });
    say(&format!("refused {} {}", refused.as_ref().unwrap_err().code(), refused.unwrap_err()));
}

pub fn say(line: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\n@{line}").unwrap();
    out.flush().unwrap();
}

pub fn spawn(mut command: Command, dir: &Path) -> (Child, BufReader<ChildStdout>) {
    command.env(DIR, dir).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

const ARGS: [&str; 4] = ["--exact", "crashing::child", "--ignored", "--nocapture"];

/// Every step in the ledger is whole, and the chain holds.
fn whole(ledger: &Ledger) -> i64 {
    let teams = count(ledger, "team");
    assert_eq!(count(ledger, "person"), teams * 3, "a step must be there whole");
    assert_eq!(count(ledger, "change"), teams * 4);
    assert_eq!(ledger.head().unwrap().seq, teams + 1);
    assert_eq!(findings(ledger), Vec::<String>::new());
    teams + 1
}

#[test]
fn killed_twenty_times_no_acknowledged_step_is_lost() {
    let mut desk = Desk::new();
    desk.close();
    let mut acknowledged = 1;
    for round in 0..20u64 {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(ARGS);
        let (mut child, mut out) = spawn(command, &desk.dir());
        let mut line = String::new();
        while !line.starts_with("@done") {
            line.clear();
            assert!(out.read_line(&mut line).unwrap() > 0, "the child must reach its first step");
        }
        std::thread::sleep(Duration::from_millis(round * 7 % 40));
        child.kill().unwrap();
        child.wait().unwrap();
        for said in std::iter::once(line).chain(out.lines().map_while(Result::ok)) {
            // A line cut off by the kill has lost its end, never its meaning: it is a lower number.
            if let Some(seq) = said.trim_end().strip_prefix("@done ").and_then(|n| n.parse().ok()) {
                acknowledged = acknowledged.max(seq);
            }
        }
        let found = whole(desk.reopen());
        assert!(
            (acknowledged..=acknowledged + 1).contains(&found),
            "acknowledged {acknowledged}, found {found}"
        );
        acknowledged = found;
        desk.close();
    }
    assert!(acknowledged > 20, "each round writes at least one step");
}

#[test]
fn a_founding_killed_at_any_moment_leaves_a_whole_ledger_or_none() {
    let home = TempDir::new().unwrap();
    let dir = home.path().join("账本");
    let (mut none, mut stood) = (0, 0);
    for round in 0..16u64 {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(ARGS).env(FRESH, "1");
        let (mut child, _out) = spawn(command, &dir);
        std::thread::sleep(Duration::from_millis(round * 5));
        child.kill().unwrap();
        child.wait().unwrap();
        if dir.exists() {
            whole(&open(&dir).unwrap());
            std::fs::remove_dir_all(&dir).unwrap();
            stood += 1;
        } else {
            none += 1;
        }
    }
    assert!(none > 0, "some kills must come before the ledger stands; {stood} came after");
    Ledger::create_with_key(&dir, &SCHEMA, &setting(), &chair(), &key()).unwrap();
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1, "what the kills left is swept");
}

/// Runs the child with files limited to so many KiB; returns what it was refused with.
fn limited(dir: &Path, kib: u32, fresh: bool) -> (i64, String) {
    let mut command = Command::new("bash");
    command.args(["-c", &format!("ulimit -f {kib}; exec \"$0\" \"$@\"")]);
    command.arg(std::env::current_exe().unwrap()).args(ARGS);
    if fresh {
        command.env(FRESH, "1");
    }
    let (mut child, out) = spawn(command, dir);
    let (mut acknowledged, mut refused) = (0, String::new());
    for line in out.lines().map_while(Result::ok) {
        if let Some(seq) = line.strip_prefix("@done ") {
            acknowledged = seq.parse().unwrap();
        } else if let Some(why) = line.strip_prefix("@refused ") {
            refused = why.to_owned();
        }
    }
    assert!(child.wait().unwrap().success(), "the child must end by itself, not by the limit's signal");
    (acknowledged, refused)
}

#[test]
fn out_of_room_is_told_and_nothing_is_lost() {
    let mut desk = Desk::new();
    desk.close();
    // Not only whole pages: a limit in the middle of one leaves half a page in the file.
    for kib in [400, 578, 701, 1500] {
        let (acknowledged, refused) = limited(&desk.dir(), kib, false);
        assert!(
            refused.starts_with("ledger.diskFull") && refused.contains("磁盘写不下"),
            "{kib} KiB: {refused}"
        );
        assert!(acknowledged > 1, "some steps fit into {kib} KiB");
        let found = whole(desk.reopen());
        assert_eq!(found, acknowledged, "what was refused must not be there, what was acknowledged must");
        desk.close();
    }
}

#[test]
fn a_copy_without_room_leaves_the_older_copies_whole() {
    let mut desk = Desk::new();
    desk.close();
    for _ in 0..4 {
        limited(&desk.dir(), 1500, false);
    }
    let first = desk.reopen().backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap();
    desk.close();
    // Room for a step, and not for a copy of all of them.
    let kib = std::fs::metadata(first.dir.join("ledger.db")).unwrap().len() / 1024 - 16;
    let run = format!("ulimit -f {kib}; exec \"$0\" \"$@\"");
    let mut command = Command::new("bash");
    command.args(["-c", &run]).arg(std::env::current_exe().unwrap()).args(ARGS).env(COPIES, "1");
    let (mut child, out) = spawn(command, &desk.dir());
    let said: Vec<String> = out.lines().map_while(Result::ok).filter(|line| line.starts_with('@')).collect();
    assert!(child.wait().unwrap().success());
    let refused = said.last().unwrap();
    assert!(refused.starts_with("@refused ledger.copyNoRoom") && refused.contains("完好"), "{said:?}");
    whole(desk.reopen());
    desk.close();
    let left = std::fs::read_dir(desk.dir().join("backups")).unwrap().count();
    assert!(left >= 1, "the copies that were made stay");
    whole(&open(&first.dir).unwrap());
}

#[test]
fn killed_while_copying_every_copy_is_whole() {
    let mut desk = Desk::new();
    desk.close();
    for round in 0..10u64 {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(ARGS).env(COPIES, "1");
        let (mut child, mut out) = spawn(command, &desk.dir());
        let mut line = String::new();
        while !line.starts_with("@done") {
            line.clear();
            assert!(out.read_line(&mut line).unwrap() > 0, "the child must reach its first copy");
        }
        std::thread::sleep(Duration::from_millis(round * 13 % 60));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let ledger = desk.reopen();
    ledger.backup(&ledger::BackupTo::Own, &mut |_, _| true).unwrap();
    let copies: Vec<_> =
        std::fs::read_dir(desk.dir().join("backups")).unwrap().map(|e| e.unwrap().path()).collect();
    for copy in copies {
        assert!(copy.extension().is_none(), "what the kills left is swept: {copy:?}");
        whole(&open(&copy).unwrap());
    }
}

#[test]
fn founding_without_room_leaves_nothing() {
    let home = TempDir::new().unwrap();
    let (_, refused) = limited(&home.path().join("账本"), 40, true);
    assert!(refused.starts_with("ledger.diskFull"), "{refused}");
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "no half ledger may stay");
}

#[test]
fn a_place_that_refuses_writing_is_told() {
    let home = TempDir::new().unwrap();
    let file = home.path().join("not a folder");
    std::fs::write(&file, "x").unwrap();
    let refused =
        Ledger::create_with_key(&file.join("账本"), &SCHEMA, &setting(), &chair(), &key()).unwrap_err();
    assert!(["ledger.io", "ledger.unwritable"].contains(&refused.code()), "{refused}");
}
