//! That the demo union is whole or not there, whenever its building ends. What stands in it is told in `told` and by the journeys.

use std::path::PathBuf;
use std::sync::Mutex;

use desk::{Desk, NoProgress, Progress};
use serde_json::json;
use tempfile::TempDir;

use crate::desk_in;

/// So many lines are built before it is cancelled.
const LINES: u64 = 3;

/// Looks at the folders while it is built, and cancels.
struct Looking {
    place: PathBuf,
    neighbour: PathBuf,
    /// at each line, whether there is a ledger in its place, and beside it
    seen: Mutex<Vec<(bool, bool)>>,
}

impl Progress for Looking {
    fn report(&self, _done: u64, _total: u64, _label: &str) {
        let is_there = |folder: &PathBuf| folder.join("ledger.db").is_file();
        self.seen.lock().unwrap().push((is_there(&self.place), is_there(&self.neighbour)));
    }

    fn cancelled(&self) -> bool {
        self.seen.lock().unwrap().len() as u64 > LINES
    }
}

#[test]
fn a_demo_union_that_is_not_built_whole_is_not_there() {
    let room = TempDir::new().unwrap();
    std::fs::create_dir(room.path().join("home")).unwrap();
    let desk = desk_in(room.path(), "2026-11-20T10:30:00+08:00");
    let place = room.path().join("demo");
    let hidden = room.path().join(".demo.building");
    let neighbour = hidden.join("demo");
    // What a building that was killed has left.
    std::fs::create_dir_all(&neighbour).unwrap();
    std::fs::write(neighbour.join("ledger.db"), "half").unwrap();
    let looking = Looking { place: place.clone(), neighbour, seen: Mutex::new(Vec::new()) };

    let refused = desk.job("demo.open", json!({ "folder": place }), &looking).err().unwrap();
    assert_eq!(refused.code, "cancelled", "{}", refused.message);
    let seen = looking.seen.into_inner().unwrap();
    assert_eq!(seen[0], (false, false), "what was left is swept first");
    assert_eq!(seen[1..], [(false, true); 3], "it is built beside its place");
    assert!(!place.exists() && !hidden.exists(), "and nothing is left of it");
    let status = desk.call("ledger.status", json!({})).unwrap().value;
    assert_eq!((&status["open"], &status["known"]), (&json!(null), &json!([])), "nobody is offered a half");
}

/// Comes second while it is built: opens the demo union in the same place once it has been begun, and then cancels the first.
struct Second {
    desk: Desk,
    place: PathBuf,
    /// what the second is told, and whether what the first has built is still there
    told: Mutex<Option<(String, String, bool)>>,
}

impl Progress for Second {
    fn report(&self, done: u64, _total: u64, _label: &str) {
        if done == LINES {
            let folder = json!({ "folder": self.place });
            let refused = self.desk.job("demo.open", folder, &NoProgress).err().unwrap();
            let built = self.place.with_file_name(".demo.building").join("demo").join("ledger.db");
            *self.told.lock().unwrap() = Some((refused.code, refused.message, built.is_file()));
        }
    }

    fn cancelled(&self) -> bool {
        self.told.lock().unwrap().is_some()
    }
}

#[test]
fn a_second_program_leaves_the_first_alone_that_builds_there() {
    let room = TempDir::new().unwrap();
    std::fs::create_dir(room.path().join("home")).unwrap();
    let now = "2026-11-20T10:30:00+08:00";
    let place = room.path().join("demo");
    let second = Second { desk: desk_in(room.path(), now), place: place.clone(), told: Mutex::new(None) };
    let ended =
        desk_in(room.path(), now).job("demo.open", json!({ "folder": place }), &second).err().unwrap();
    assert_eq!(ended.code, "cancelled", "{}", ended.message);
    let (code, message, stands) = second.told.into_inner().unwrap().unwrap();
    assert_eq!(code, "ledger.inUse");
    assert!(message.contains("另一个程序正在这里建示例工会"), "{message}");
    assert!(stands, "what the first builds is not cleared away");
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 1, "the home alone is left");
}
