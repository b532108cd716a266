//! The command line of `gonghui` as a script meets it: help, the list of commands, and what a wrong line is
//! told. What the commands do on a ledger is told by the journeys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// The program in a folder of its own, with no passphrase and no folder of the user's.
fn gonghui(room: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gonghui"))
        .args(args)
        .env_clear()
        .env("GONGHUI_HOME", room)
        .env("GONGHUI_ASSETS", Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets"))
        .env("TMPDIR", room)
        .current_dir(room)
        .output()
        .expect("the program runs")
}

/// The problem of a refused line: exit 1, nothing on stdout, one line of JSON on stderr.
fn refused(room: &Path, args: &[&str]) -> (String, String) {
    let output = gonghui(room, args);
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{args:?}: {errors}");
    assert!(output.stdout.is_empty(), "{args:?}: nothing is answered");
    assert_eq!(errors.lines().count(), 1, "{args:?}: one line: {errors}");
    let problem: Value = serde_json::from_str(&errors).expect("JSON");
    let text = |key: &str| problem[key].as_str().expect(key).to_owned();
    assert!(text("message").ends_with('。'), "{args:?}: a whole sentence: {problem}");
    (text("code"), text("message"))
}

#[test]
fn help_tells_every_form_and_option() {
    let room = tempfile::tempdir().unwrap();
    for args in [&["--help"] as &[&str], &["-h"], &["help"], &[]] {
        let output = gonghui(room.path(), args);
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        for word in [
            "commands",
            "call",
            "run",
            "demo",
            "--ledger",
            "--passphrase-file",
            "--now",
            "--ids",
            "--minutes",
        ] {
            assert!(text.contains(word), "{args:?}: the help tells of {word}");
        }
    }
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0, "help leaves no file");
}

#[test]
fn the_list_has_every_command_with_its_types() {
    let room = tempfile::tempdir().unwrap();
    let output = gonghui(room.path(), &["commands"]);
    assert!(output.status.success());
    let told: Value = serde_json::from_slice(&output.stdout).expect("the list is JSON");
    let list = told["commands"].as_array().unwrap();
    let names: Vec<&str> = list.iter().filter_map(|command| command["name"].as_str()).collect();
    let declared: Vec<&str> = desk::commands().iter().map(|command| command.name).collect();
    assert_eq!(names, declared, "no command of the contract is forgotten");
    for name in ["ledger.create", "ledger.check", "ledger.undo", "ledger.redo", "members.import"] {
        assert!(names.contains(&name), "scripts rely on {name}");
    }
    for command in list {
        for key in ["shape", "effect", "args", "answer"] {
            assert!(command[key].as_str().is_some_and(|text| !text.is_empty()), "{key} of {command}");
        }
    }
    let types = told["types"].as_str().expect("the types are told with it");
    assert!(types.contains("export type CreateLedger"));
}

#[test]
fn a_wrong_line_is_told_what_is_wrong() {
    let room = tempfile::tempdir().unwrap();
    let cases: [(&[&str], &str, &str); 11] = [
        (&["--nonsense"], "usage", "--nonsense"),
        (&["dance"], "usage", "dance"),
        (&["call"], "usage", "命令名"),
        (&["call", "today.list", "{}", "{}"], "usage", "多出来"),
        (&["--ledger"], "usage", "--ledger"),
        (&["--now", "明天", "commands"], "usage", "--now"),
        (&["--ids", "x", "commands"], "usage", "--ids"),
        (&["--passphrase", "x", "commands"], "usage", "GONGHUI_PASSPHRASE"),
        (&["--ledger", "l", "call", "today.list", "{"], "usage", "JSON"),
        (&["--ledger", "l", "call", "today.list", "@没有.json"], "usage", "没有.json"),
        (&["--ledger", "l", "call", "today.list"], "usage", "口令"),
    ];
    for (args, code, word) in cases {
        let (told, message) = refused(room.path(), args);
        assert_eq!(told, code, "{args:?}: {message}");
        assert!(message.contains(word), "{args:?}: it names {word}: {message}");
    }
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0, "a wrong line leaves no file");
}

#[test]
fn an_unknown_command_and_a_missing_ledger_are_told_apart() {
    let room = tempfile::tempdir().unwrap();
    std::fs::write(room.path().join("口令.txt"), "赣江 渡口 七盏灯\n").unwrap();
    let call = |name: &str| {
        refused(room.path(), &["--passphrase-file", "口令.txt", "--ledger", "没有", "call", name])
    };
    assert_eq!(call("today.lists").0, "unknown_command");
    assert_eq!(call("today.list").0, "ledger.notALedger");
    assert!(!room.path().join("没有").exists(), "nothing is made by looking");
}

#[test]
fn a_ledger_is_founded_in_the_empty_folder_where_the_program_runs() {
    let room = tempfile::tempdir().unwrap();
    let here = room.path().join("账本");
    let home = room.path().join("home");
    for dir in [&here, &home] {
        std::fs::create_dir(dir).unwrap();
    }
    let union = r#"{"unionName": "赣江机械有限公司工会委员会", "creditCode": "", "province": "36", "chairName": "陈望舒"}"#;
    let output = Command::new(env!("CARGO_BIN_EXE_gonghui"))
        .args(["--ledger", ".", "call", "ledger.create", union])
        .env_clear()
        .env("GONGHUI_HOME", &home)
        .env("GONGHUI_PASSPHRASE", "雨后 修渠 三把锹")
        .env("GONGHUI_ASSETS", Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets"))
        .current_dir(&here)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(here.join("ledger.db").is_file());
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 2, "nothing is left beside it");
}
