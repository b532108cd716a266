//! The handles that the desk gives of its own where a host gives handles out: a page is told no path, and a handle of an earlier
//! run of the program is the same file or none.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{Config, Desk, Paths, Problem};
use ledger::{FixedClock, Kdf, SeededIds};
use serde_json::{Value, json};

/// A host in which one folder was picked.
struct Picked(Option<PathBuf>);

impl Paths for Picked {
    fn resolve(&self, handle: &str) -> Result<PathBuf, Problem> {
        let picked = self.0.clone().filter(|_| handle == "picked");
        picked.ok_or_else(|| Problem::new("file_handle", "请重新选择文件。"))
    }
}

/// A run of the program.
fn run(room: &Path, picked: Option<PathBuf>) -> Desk {
    Desk::new(Config {
        assets: Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets"),
        home: room.join("home"),
        remembers: true,
        clock: Arc::new(FixedClock("2026-09-14T09:00:00+08:00".parse().unwrap())),
        ids: Arc::new(SeededIds::new(1)),
        paths: Arc::new(Picked(picked)),
        kdf: Kdf::quick(),
    })
    .unwrap()
}

fn folder(desk: &Desk) -> Value {
    desk.call("ledger.founding", json!({})).unwrap().value["folder"].clone()
}

#[test]
fn a_folder_picked_in_an_earlier_run_is_found_again_and_its_path_told_to_no_page() {
    let room = tempfile::TempDir::new().unwrap();
    let kept = |handle: &Value, name: &str| json!({ "folder": { "handle": handle, "name": name } });
    let first = run(room.path(), Some(room.path().join("甲")));
    first.call("ledger.keepFounding", kept(&json!("picked"), "甲")).unwrap();
    let own = folder(&first)["handle"].clone();
    assert_eq!(folder(&first)["name"], "甲");
    let shown = room.path().display().to_string();
    assert!(!own.as_str().unwrap().contains(&shown), "no path: {own}");

    let second = run(room.path(), None);
    assert_eq!(folder(&second)["handle"], own, "the same file has the same handle");
    second.call("ledger.keepFounding", kept(&own, "甲")).unwrap();
    assert_eq!(folder(&second)["handle"], own, "and it is good for what it was given for");

    // One that another run gave for another folder is no folder here, and not whichever was given here.
    let third = run(room.path(), Some(room.path().join("乙")));
    third.call("ledger.keepFounding", kept(&json!("picked"), "乙")).unwrap();
    assert_ne!(folder(&third)["handle"], own);
    third.call("ledger.keepFounding", kept(&own, "甲")).unwrap();
    assert_eq!(folder(&third), Value::Null);
}
