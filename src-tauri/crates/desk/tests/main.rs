//! The contract as a whole: its generated types are up to date and its names are orderly. What commands do
//! is told by the journeys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod copied;
mod covered;
mod demo;
mod duties;
mod employment;
mod found;
mod handles;
mod merged;
mod minutes;
mod removing;
mod rights;
mod steps;
mod talks;
mod told;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use desk::{Config, Desk, PlainPaths};
use ledger::{Clock, FixedClock, Kdf, SeededIds};

/// A desk of its own home, at a fixed time, with the program's own assets.
fn desk_in(room: &Path, now: &str) -> Desk {
    desk_by(room, Arc::new(FixedClock(now.parse().unwrap())))
}

/// The same by a clock of the test's own.
fn desk_by(room: &Path, clock: Arc<dyn Clock>) -> Desk {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    Desk::new(Config {
        assets,
        home: room.join("home"),
        remembers: true,
        clock,
        ids: Arc::new(SeededIds::new(1)),
        paths: Arc::new(PlainPaths),
        kdf: Kdf::quick(),
    })
    .unwrap()
}

/// Compares a generated file with the committed one; `UPDATE=1` writes it anew.
fn same_as_committed(path: &Path, text: &str) {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "{} is stale: run UPDATE=1 cargo test -p desk", path.display());
}

#[test]
fn the_typescript_client_is_generated_from_this_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/contract/bindings.ts");
    same_as_committed(&path, &desk::bindings());
}

#[test]
fn no_two_types_of_the_contract_share_a_name() {
    assert!(desk::clashing_names().is_empty(), "{:?}", desk::clashing_names());
}

#[test]
fn only_the_window_host_knows_tauri() {
    let tree = |package: &str| {
        let output = std::process::Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--locked",
                "--edges",
                "normal,build",
                "--prefix",
                "none",
                "-p",
                package,
            ])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(output.status.success(), "cargo tree -p {package} must run");
        String::from_utf8(output.stdout).unwrap()
    };
    let window =
        |line: &&str| line.starts_with("tauri") || line.starts_with("webkit2gtk") || line.starts_with("wry");
    let headless = tree("gonghui");
    assert_eq!(
        headless.lines().find(window),
        None,
        "the headless host and every floor under it stand without a window"
    );
    assert!(headless.contains("printpdf"), "the tree that was read is the whole one");
    assert!(tree("gonghui-desk").lines().any(|line| window(&line)), "the search finds Tauri where it is");
}

#[test]
fn no_bigint_reaches_the_page() {
    assert!(!desk::bindings().contains("bigint"), "JSON never delivers one");
}

#[test]
fn every_command_has_one_orderly_name_and_writers_have_a_label() {
    let mut names = BTreeSet::new();
    for command in desk::commands() {
        let (module, verb) = command.name.split_once('.').unwrap();
        assert!(!module.is_empty() && verb.chars().all(|c| c.is_ascii_alphanumeric()), "{}", command.name);
        assert!(names.insert(command.name), "{} is listed twice", command.name);
        let writes = matches!(command.effect, desk::Effect::Reversible | desk::Effect::Final);
        assert_eq!(
            writes,
            !command.label.is_empty(),
            "{}: a step, and only a step, has a label",
            command.name
        );
    }
    let promised = [
        "ledger.create",
        "ledger.check",
        "ledger.undo",
        "ledger.redo",
        "members.import",
        "members.search",
        "papers.list",
        "papers.print",
        "today.list",
    ];
    for name in promised {
        assert!(names.contains(name), "scripts rely on {name}");
    }
}
