//! A volume that is cancelled while it is bound leaves nothing where it was to stand. What it holds is told by the journeys.

use serde_json::json;
use tempfile::TempDir;

use super::handing::CancelAt;
use super::room::{Reads, Role, Room, Seat};

/// One red pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC";

#[test]
fn a_cancelled_volume_leaves_nothing() {
    let room = Room::new();
    let place = TempDir::new().unwrap();
    let desk = room.seated(Seat { role: Role::Chair, reads: Reads::All, revealed: false });
    let letter = json!({
        "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": "2026-09-14",
        "asked": "报送年报", "wantsAnswer": true,
    });
    let id = desk.call("incoming.save", letter).unwrap().value;
    let of = json!({ "kind": "incoming", "id": id });
    let scan = json!({ "of": of, "pasted": PIXEL, "name": "来文.png" });
    desk.job("files.add", scan, &desk::NoProgress).unwrap();
    let args = json!({ "of": of, "to": place.path() });
    let stopped = desk.job("archive.make", args.clone(), &CancelAt::new("装订归档文件")).err().unwrap();
    assert_eq!(stopped.code, "cancelled");
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 0, "no folder, finished or not");
    let made = desk.job("archive.make", args, &desk::NoProgress).unwrap().value;
    assert_eq!(made["pieces"], 1);
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1, "and then it is bound");
}
