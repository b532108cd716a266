//! The hand-over that is cancelled: before the key is changed nothing has happened, after it the hand-over stands
//! and only the pack is wanting. What a hand-over does is told by the journeys.

use desk::{Desk, Progress};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::room::{Reads, Role, Room, Seat};

/// Cancels as soon as this is being done.
pub(super) struct CancelAt(&'static str, std::sync::atomic::AtomicBool);

impl CancelAt {
    pub(super) fn new(label: &'static str) -> Self {
        CancelAt(label, false.into())
    }
}

impl Progress for CancelAt {
    fn report(&self, _: u64, _: u64, label: &str) {
        if label == self.0 {
            self.1.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    }
    fn cancelled(&self) -> bool {
        self.1.load(std::sync::atomic::Ordering::Relaxed)
    }
}

fn people(desk: &Desk) -> Value {
    desk.call("people.list", json!({})).unwrap().value
}

fn id_of(people: &Value, name: &str) -> Value {
    let line = people.as_array().unwrap().iter().find(|line| line["person"]["name"] == name);
    line.unwrap()["person"]["id"].clone()
}

#[test]
fn cancelled_before_the_key_nothing_has_happened_and_after_it_only_the_pack_is_wanting() {
    let room = Room::new();
    let stick = TempDir::new().unwrap();
    let desk = room.seated(Seat { role: Role::Chair, reads: Reads::All, revealed: false });
    let before = people(desk);
    let args = json!({ "to": id_of(&before, "李强"), "beforeStays": true, "place": stick.path() });
    let head = || desk.call("ledger.head", json!({})).unwrap().value;
    let stands = head();
    for label in ["核对移交的位置", "更换账本的密钥"] {
        let stopped = desk.job("succession.handOver", args.clone(), &CancelAt::new(label)).err().unwrap();
        assert_eq!(stopped.code, "ledger.cancelled", "{label}");
        assert_eq!((people(desk), head()), (before.clone(), stands.clone()), "{label}");
        assert_eq!(std::fs::read_dir(stick.path()).unwrap().count(), 0, "{label}: nothing on the stick");
    }
    let done = desk.job("succession.handOver", args, &CancelAt::new("复制并核对账本")).unwrap().value;
    assert_eq!(done["pack"], Value::Null);
    assert!(done["trouble"].as_str().unwrap().contains("您停下了移交包"), "{done}");
    assert_eq!(
        desk.call("people.list", json!({})).err().unwrap().code,
        "not_open",
        "locked for the new chair"
    );
}
