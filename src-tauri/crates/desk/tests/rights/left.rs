//! The drafts of somebody who leaves the desk: told before, kept for the chair or discarded by choice, and reached by the chair alone.

use desk::{Desk, NoProgress};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::room::{Reads, Role, Room, Seat, answer};

const CHAIR: Seat = Seat { role: Role::Chair, reads: Reads::All, revealed: false };
const OFFICER: Seat = Seat { role: Role::Members, reads: Reads::None, revealed: false };

fn type_into(desk: &Desk, form: &str, words: &str) {
    answer(desk, "drafts.save", json!({ "form": form, "body": { "note": words } }));
}

/// Whom the list calls so, as it tells them.
fn line(desk: &Desk, name: &str) -> Value {
    let people = answer(desk, "people.list", json!({}));
    let found = people.as_array().unwrap().iter().find(|line| line["person"]["name"] == name);
    found.unwrap_or_else(|| panic!("{name} is not in {people}")).clone()
}

/// The chair, where the officer has two forms half filled in.
fn with_drafts(room: &Room) -> &Desk {
    room.seated(CHAIR);
    let desk = room.sits_down(OFFICER);
    type_into(desk, "member", "王小明写了一半");
    type_into(desk, "letter", "函写了一半");
    assert_eq!(line(desk, "李强").get("drafts"), None, "how much somebody types is told to the chair alone");
    room.sits_down(CHAIR)
}

#[test]
fn drafts_of_one_who_leaves_are_told_before_and_taken_over_by_the_chair() {
    let room = Room::new();
    let desk = with_drafts(&room);
    let who = line(desk, "李强");
    assert_eq!(who["drafts"], 2);
    let id = &who["person"]["id"];
    assert_eq!(answer(desk, "drafts.left", json!({})), json!([]), "they are still their owner's");
    let asked = desk.call("people.remove", json!({ "id": id })).err().unwrap();
    assert_eq!((asked.code.as_str(), asked.field.as_deref()), ("bad_input", Some("drafts")));
    assert!(asked.message.contains("还有2份没填完的草稿"), "{}", asked.message);
    assert_eq!(line(desk, "李强")["hasPassphrase"], true, "nothing was done");

    answer(desk, "people.remove", json!({ "id": id, "drafts": "keep" }));
    let left = answer(desk, "drafts.left", json!({}));
    let of = |form: &str| {
        let one = left.as_array().unwrap().iter().find(|one| one["form"] == form).unwrap();
        assert_eq!(one["owner"], "李强");
        assert!(!one.to_string().contains("写了一半"), "what was typed is not in the list");
        json!({ "id": one["id"] })
    };
    let covered = desk.call("drafts.takeOver", of("member")).err().unwrap();
    assert_eq!(covered.code, "covered", "nothing in a draft is masked");
    answer(desk, "sight.reveal", json!({ "purpose": "接办离任人员的草稿" }));
    // What the chair types themselves is not written over, and nothing of the other's is lost.
    type_into(desk, "member", "主席自己的");
    assert_eq!(desk.call("drafts.takeOver", of("member")).err().unwrap().code, "refused");
    assert_eq!(answer(desk, "drafts.get", json!({ "form": "member" }))["body"]["note"], "主席自己的");
    answer(desk, "drafts.discard", json!({ "form": "member" }));
    answer(desk, "drafts.takeOver", of("member"));
    assert_eq!(answer(desk, "drafts.get", json!({ "form": "member" }))["body"]["note"], "王小明写了一半");
    let log = answer(desk, "sight.log", json!({})).to_string();
    assert!(log.contains("drafts.takeOver") && log.contains("接办离任人员的草稿"), "{log}");
    answer(desk, "drafts.discardLeft", of("letter"));
    assert_eq!(answer(desk, "drafts.left", json!({})), json!([]));
    let gone = desk.call("drafts.takeOver", of("letter")).err().unwrap();
    assert_eq!(gone.code, "not_found");
    let desk = room.sits_down(CHAIR);
    assert_eq!(
        answer(desk, "drafts.get", json!({ "form": "member" }))["covered"],
        "reveal",
        "what it was taken over for was of the sitting before"
    );
}

#[test]
fn drafts_go_together_with_the_person_where_the_chair_says_so() {
    let room = Room::new();
    let desk = with_drafts(&room);
    type_into(desk, "member", "主席自己的");
    let id = line(desk, "李强")["person"]["id"].clone();
    answer(desk, "people.remove", json!({ "id": id, "drafts": "discard" }));
    assert_eq!(answer(desk, "drafts.left", json!({})), json!([]));
    assert_eq!(answer(desk, "drafts.list", json!({})).as_array().unwrap().len(), 1, "no draft of another's");
}

#[test]
fn a_chair_who_leaves_says_what_becomes_of_theirs_and_the_next_one_reaches_them() {
    let room = Room::new();
    let stick = TempDir::new().unwrap();
    let desk = room.seated(CHAIR);
    type_into(desk, "letter", "函写了一半");
    let heir = line(desk, "李强")["person"]["id"].clone();
    let head = answer(desk, "ledger.head", json!({}));
    let mut args = json!({ "to": heir, "beforeStays": false, "place": stick.path() });
    let asked = desk.job("succession.handOver", args.clone(), &NoProgress).err().unwrap();
    assert_eq!((asked.code.as_str(), asked.field.as_deref()), ("bad_input", Some("drafts")));
    assert_eq!(answer(desk, "ledger.head", json!({})), head, "neither the key nor the chair was changed");
    args["drafts"] = "keep".into();
    desk.job("succession.handOver", args, &NoProgress).unwrap_or_else(|why| panic!("{}", why.message));
    let left = answer(room.sits_down(OFFICER), "drafts.left", json!({}));
    assert_eq!((&left[0]["owner"], &left[0]["form"]), (&json!("张敏"), &json!("letter")), "{left}");
}
