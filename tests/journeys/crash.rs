//! `kill -9` in the middle: after any moment the ledger opens, what was answered is there, and no command is
//! there by half. The kills fall at different moments after the first answer; nothing here waits politely.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::meeting::{ready, record};
use crate::rosters;

/// Rows of the roster that is killed on its way in.
const ROWS: u32 = 5_000;

/// The meeting as it is saved the `n`th time: the number stands in many rows, so a half save would show.
fn nth(meeting: &Value, n: u32) -> Value {
    let mut meeting = meeting.clone();
    meeting["place"] = format!("第{n}处").into();
    meeting["agenda"] = format!("第{n}项").into();
    for topic in meeting["topics"].as_array_mut().unwrap() {
        topic["workersPosition"] = format!("第{n}说").into();
    }
    meeting["undertakings"] = (0..5)
        .map(|_| json!({ "what": format!("第{n}件"), "side": "employer", "owner": "罗思齐" }))
        .collect();
    meeting
}

/// The one number that stands in every row of the meeting.
fn number_of(meeting: &Value) -> u32 {
    let mut found: Vec<u32> = Vec::new();
    let mut take = |text: &Value| {
        let digits: String = text.as_str().unwrap().chars().filter(char::is_ascii_digit).collect();
        found.push(digits.parse().expect("a number stands in the text"));
    };
    take(&meeting["place"]);
    take(&meeting["agenda"]);
    meeting["topics"].as_array().unwrap().iter().for_each(|topic| take(&topic["workersPosition"]));
    let undertakings = meeting["undertakings"].as_array().unwrap();
    assert_eq!(undertakings.len(), 5, "every row under the meeting is there");
    undertakings.iter().for_each(|one| take(&one["what"]));
    assert!(found.iter().all(|n| *n == found[0]), "a meeting is there whole, never by half: {found:?}");
    found[0]
}

/// Feeds saves with rising numbers until the pipe breaks. Answers are counted by the caller.
fn feed(child: &mut Child, meeting: &Value, from: u32) -> std::thread::JoinHandle<()> {
    let mut input = child.stdin.take().expect("stdin was asked for");
    let lines: Vec<String> = (from..from + 400)
        .map(|n| json!({ "call": "negotiation.saveMeeting", "args": nth(meeting, n) }).to_string())
        .collect();
    std::thread::spawn(move || {
        for line in lines {
            if writeln!(input, "{line}").is_err() {
                return;
            }
        }
        // Held open: the run must end by the kill, not by the end of its lines.
        std::thread::sleep(Duration::from_secs(60));
    })
}

#[test]
fn killed_at_twenty_moments_no_answered_save_is_lost() {
    let (desk, id) = ready();
    let mut meeting = record(&desk, &id);
    meeting["id"] = desk.call("negotiation.saveMeeting", nth(&meeting, 0));
    let mut next = 1;
    for round in 0..20u64 {
        let mut child = desk
            .command(&["run"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let _feeder = feed(&mut child, &meeting, next);
        let mut answers = BufReader::new(child.stdout.take().expect("stdout was asked for"));
        let mut line = String::new();
        assert!(answers.read_line(&mut line).unwrap() > 0, "the first save must be answered");
        std::thread::sleep(Duration::from_millis(round * 53 % 331));
        child.kill().unwrap();
        child.wait().unwrap();
        let answered = 1 + answers.lines().map_while(Result::ok).filter(|line| line.ends_with('"')).count();
        let answered = u32::try_from(answered).unwrap();

        let talks = desk.call("negotiation.get", json!({ "id": id }));
        assert_eq!(talks["meetings"].as_array().map(Vec::len), Some(1));
        let kept = number_of(&talks["meetings"][0]["record"]);
        let last = next + answered - 1;
        assert!(
            kept == last || kept == last + 1,
            "round {round}: answered up to {last}, kept {kept}: the last answered save is there, at most one more"
        );
        // Back and forth through all steps while they are few; the check looks at every one of them each time.
        if round == 0 {
            desk.head()
        } else {
            desk.checked()
        };
        next = kept + 1;
    }
    assert!(next > 30, "the kills fell into running streams, not only after first answers: {next}");
}

#[test]
fn an_import_is_there_whole_or_not_at_all() {
    let desk = Desk::founded("36", None);
    let file = desk.out("花名册.csv");
    std::fs::write(&file, rosters::csv(0, ROWS)).unwrap();
    let args = json!({ "file": file }).to_string();
    let before = desk.head();
    // Killed while reading, while checking, and at several points of writing.
    let moments = [
        ("读取文件", 0),
        ("核对每一行", 0),
        ("写入账本", 0),
        ("写入账本", 20),
        ("写入账本", 60),
        ("写入账本", 100),
    ];
    for (label, percent) in moments {
        let mut child = desk
            .command(&["call", "members.import", &args])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let progress = BufReader::new(child.stderr.take().expect("stderr was asked for"));
        let reached = progress.lines().map_while(Result::ok).any(|line| {
            let told: Value = serde_json::from_str(&line).expect("progress is JSON");
            let progress = &told["progress"];
            let (done, total) =
                (progress["done"].as_u64().unwrap_or(0), progress["total"].as_u64().unwrap_or(1));
            progress["label"] == label && done * 100 >= total * percent
        });
        assert!(reached, "the import must come to {label} {percent}%");
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        let total = desk.call("members.counts", json!({}))["total"].as_u64().unwrap();
        assert!(
            total == 0 || total == u64::from(ROWS),
            "killed at {label} {percent}%: half an import: {total}"
        );
        if total == 0 {
            assert!(output.stdout.is_empty(), "an answered import is kept");
            assert_eq!(desk.head(), before, "and no step is left of it");
        } else {
            assert_eq!(desk.call("ledger.undo", json!({}))["label"], "导入花名册");
            return;
        }
    }
    desk.call("members.import", json!({ "file": file }));
    assert_eq!(desk.call("members.counts", json!({}))["total"], ROWS, "uninterrupted it goes in");
}

#[test]
fn a_founding_that_was_killed_is_there_whole_or_can_be_done_again() {
    for delay in [5, 40, 120, 200, 260, 320, 400] {
        let desk = Desk::new();
        let union = crate::gonghui::founding("36").to_string();
        let mut child = desk
            .command(&["call", "ledger.create", &union])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().unwrap();
        child.wait().unwrap();
        let opened = desk.command(&["call", "members.counts"]).output().expect("the program runs");
        if opened.status.success() {
            desk.head();
            continue;
        }
        let refusal = crate::gonghui::refusal(&opened, "opening what a kill left");
        assert!(!refusal.message.contains(PASSPHRASE));
        // Nothing stands in its place yet, so the same founding simply succeeds.
        let output = desk.command(&["call", "ledger.create", &union]).output().expect("the program runs");
        assert!(output.status.success(), "the same folder can be founded again");
    }
}
