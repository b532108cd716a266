//! The window host from outside: what its program says where no window can be, what its configuration allows,
//! and that no floor below it has heard of Tauri. The window itself is driven by the stories.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of a test stops the test")]

use std::process::{Command, Output};

use serde_json::Value;

fn run(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gonghui-desk"))
        .args(words)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts")
}

fn file(name: &str) -> Value {
    let path = format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("the file is there")).expect("it is JSON")
}

#[test]
fn with_no_desktop_it_says_one_sentence_and_leaves() {
    let out = run(&[]);
    let said = String::from_utf8(out.stderr).expect("UTF-8");
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert!(said.contains("没有图形桌面") && said.contains("gonghui"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "one sentence, no noise: {said}");
}

#[test]
fn the_switches_speak_without_a_desktop() {
    let help = run(&["--help"]);
    assert!(help.status.success());
    assert!(String::from_utf8_lossy(&help.stdout).contains("--safe-graphics"));
    let unknown = run(&["--nosuch"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("--nosuch"), "the word must be named");
}

#[test]
fn the_page_can_reach_nothing_but_the_program() {
    let policy = file("tauri.conf.json")["app"]["security"]["csp"].clone();
    let policy = policy.as_object().expect("a policy, part by part");
    for (part, sources) in policy {
        let sources = sources.as_str().expect("text");
        assert!(!sources.contains("unsafe-"), "{part}: {sources}");
        for source in sources.split_whitespace() {
            let known = ["'self'", "'none'", "data:", "blob:", "ipc:", "http://ipc.localhost"];
            assert!(known.contains(&source), "{part} lets the page reach {source}");
        }
    }
    for part in
        ["default-src", "script-src", "style-src", "connect-src", "object-src", "base-uri", "form-action"]
    {
        assert!(policy.contains_key(part), "{part} is not said");
    }
}

#[test]
fn the_identifier_never_changes() {
    // A new identifier would make a person's settings and window data look lost.
    assert_eq!(file("tauri.conf.json")["identifier"], "cn.gonghui.desk");
}

#[test]
fn the_page_may_call_the_hosts_commands_and_nothing_of_the_system() {
    let build = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/build.rs")).expect("build.rs");
    let list = build
        .split("COMMANDS:")
        .nth(1)
        .and_then(|it| it.split('=').nth(1))
        .and_then(|it| it.split(']').next());
    let mut wanted: Vec<String> = list
        .expect("the list")
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|it| format!("allow-{}", it.replace('_', "-")))
        .chain(["core:event:allow-listen", "core:event:allow-unlisten"].map(str::to_owned))
        .collect();
    let capability = file("capabilities/main.json");
    let given = capability["permissions"].as_array().expect("a list").iter();
    let mut given: Vec<String> = given.map(|it| it.as_str().expect("text").to_owned()).collect();
    wanted.sort();
    given.sort();
    assert_eq!(given, wanted);
}

#[test]
fn the_headless_host_knows_nothing_of_tauri() {
    let out = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--package", "gonghui", "--edges", "normal,build", "--prefix", "none"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo tree");
    let tree = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(tree.contains("rusqlite"), "the tree must be the real one: {tree}");
    for name in ["tauri", "wry", "webkit2gtk", "gtk"] {
        let found = tree.lines().any(|line| line.split(' ').next() == Some(name));
        assert!(!found, "gonghui must run where no web view is, but needs {name}");
    }
}
