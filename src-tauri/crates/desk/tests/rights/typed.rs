//! What is being typed and not saved obeys the reading rights like all else: where guarded data may stand in it, it is told again only
//! where that is shown, and what was typed lies in the ledger all the same.

use desk::Desk;
use serde_json::{Value, json};

use super::room::{PHONE, Reads, Role, Room, Seat, answer};

const CHAIR: Seat = Seat { role: Role::Chair, reads: Reads::All, revealed: false };
const READER: Seat = Seat { role: Role::Members, reads: Reads::Identity, revealed: false };
const BLIND: Seat = Seat { role: Role::Members, reads: Reads::None, revealed: false };

fn reveal(desk: &Desk) {
    answer(desk, "sight.reveal", json!({ "purpose": "接着填会员登记" }));
}

/// The draft of the room's person.
fn kept(desk: &Desk, room: &Room) -> Value {
    answer(desk, "drafts.get", json!({ "form": "members.person", "record": room.id("member") }))
}

/// Opens the room's person with all shown, and types another team.
fn type_in_full(desk: &Desk, room: &Room) -> Value {
    reveal(desk);
    let mut record = answer(desk, "members.get", json!({ "id": room.id("member") }));
    record["team"] = "二班".into();
    let draft = json!({ "form": "members.person", "record": room.id("member"), "body": record });
    answer(desk, "drafts.save", draft);
    assert_eq!(kept(desk, room)["body"], record, "while it is shown it is told as typed");
    record
}

#[test]
fn a_draft_typed_with_numbers_shown_is_covered_until_they_are_shown_again() {
    let room = Room::new();
    for seat in [CHAIR, READER] {
        let desk = room.seated(seat);
        let record = type_in_full(desk, &room);
        answer(desk, "sight.cover", json!({}));
        let covered = |desk: &Desk, when: &str| {
            let told = kept(desk, &room);
            assert_eq!(
                (&told["covered"], &told["body"]),
                (&json!("reveal"), &json!({})),
                "{when} as {seat:?}"
            );
        };
        covered(desk, "masked again");
        // One word more, masked, does not wash it clean.
        let draft = json!({ "form": "members.person", "record": room.id("member"), "body": record });
        answer(desk, "drafts.save", draft);
        covered(desk, "kept once more");
        let desk = room.sits_down(seat);
        covered(desk, "in the next sitting");
        reveal(desk);
        let told = kept(desk, &room);
        assert_eq!((&told["body"], told.get("covered")), (&record, None), "nothing is lost: {seat:?}");
        let log = answer(room.sits_down(CHAIR), "sight.log", json!({})).to_string();
        assert!(log.contains("drafts.get") && log.contains("接着填会员登记"), "{log}");
    }
}

#[test]
fn what_was_typed_of_an_incoming_paper_with_numbers_shown_is_covered_in_the_next_sitting() {
    let room = Room::new();
    let desk = room.seated(CHAIR);
    reveal(desk);
    let came = json!({ "title": "关于核对困难职工名单的函", "note": "来函问到王伟的工资" });
    answer(desk, "drafts.save", json!({ "form": "incoming.paper", "body": came }));
    let desk = room.sits_down(CHAIR);
    let told = || answer(desk, "drafts.get", json!({ "form": "incoming.paper" }));
    assert_eq!((&told()["covered"], &told()["body"]), (&json!("reveal"), &json!({})));
    reveal(desk);
    assert_eq!((&told()["body"], told().get("covered")), (&came, None), "nothing is lost");
}

#[test]
fn a_draft_is_covered_where_the_right_to_read_was_taken_away_and_comes_back_with_it() {
    let room = Room::new();
    let record = type_in_full(room.seated(READER), &room);
    let desk = room.sits_down(CHAIR);
    let people = answer(desk, "people.list", json!({}));
    let lines = people.as_array().unwrap();
    let id = room.id("MembersIdentity");
    let name = &lines.iter().find(|line| line["person"]["id"] == *id).unwrap()["person"]["name"];
    let grant = |desk: &Desk, reads: &[&str]| {
        let person = json!({ "name": name, "role": "officer", "parts": ["members"], "reads": reads });
        answer(desk, "people.change", json!({ "id": id, "person": person }));
    };
    grant(desk, &[]);
    let told = kept(room.sits_down(READER), &room);
    assert_eq!((&told["covered"], &told["body"]), (&json!("taken"), &json!({})));
    grant(room.sits_down(CHAIR), &["identity"]);
    let desk = room.sits_down(READER);
    reveal(desk);
    assert_eq!(kept(desk, &room)["body"], record);
}

#[test]
fn a_number_typed_with_all_masked_is_its_typists_own() {
    let room = Room::new();
    let new = json!({ "name": "赵甲", "phone": PHONE });
    for (seat, covered) in [(CHAIR, true), (READER, true), (BLIND, false)] {
        let desk = room.seated(seat);
        answer(desk, "drafts.save", json!({ "form": "members.person", "body": new }));
        let desk = room.sits_down(seat);
        let told = answer(desk, "drafts.get", json!({ "form": "members.person" }));
        // Who may look says what for; who may not could never have it else.
        assert_eq!(told.get("covered").is_some(), covered, "{seat:?}: {told}");
        if covered {
            reveal(desk);
        }
        assert_eq!(answer(desk, "drafts.get", json!({ "form": "members.person" }))["body"], new, "{seat:?}");
    }
}

#[test]
fn a_number_or_an_illness_typed_with_all_masked_is_looked_at_in_the_next_sitting_whatever_the_form() {
    let room = Room::new();
    let number = json!({ "contact": PHONE, "lines": [{ "text": "证件36012119800101999X" }] });
    let ill = json!({ "person": room.id("member"), "details": "尘肺一期", "told": true });
    let treated = json!({ "person": room.id("member"), "kind": "hospital", "what": "" });
    let forms = [
        ("hardship.file", &number),
        ("appeals.appeal", &number),
        ("mediation.case", &number),
        ("platform.work", &number),
        ("letters.case", &number),
        ("leave.period", &number),
        ("representatives", &number),
        ("incoming.paper", &number),
        ("incoming.finish", &number),
        ("hardship.file", &ill),
        ("hardship.aid", &treated),
    ];
    for seat in [CHAIR, READER, BLIND] {
        for (form, body) in forms {
            answer(room.seated(seat), "drafts.save", json!({ "form": form, "body": body }));
            let desk = room.sits_down(seat);
            let told = || answer(desk, "drafts.get", json!({ "form": form }));
            // Health is the chair's alone to look at here.
            let covered = seat == CHAIR || seat == READER && *body == number;
            assert_eq!(told().get("covered").is_some(), covered, "{form} as {seat:?}: {}", told());
            if covered {
                assert_eq!(told()["body"], json!({}), "{form} as {seat:?}");
                reveal(desk);
            }
            assert_eq!(told()["body"], *body, "{form} as {seat:?}");
        }
    }
}

#[test]
fn an_exam_or_a_wage_typed_with_all_masked_is_looked_at_in_the_next_sitting_and_the_look_is_kept() {
    let room = Room::new();
    let member = room.id("member");
    let exam = json!({ "person": member, "kind": "during", "hazards": { "noise": "91" }, "conclusion": "suspected", "note": "疑似噪声聋" });
    let forms = [
        ("dossier.saveExam", exam),
        ("leave.pay", json!({ "days": "2", "average": "8765.43" })),
        ("members.duesWage", json!({ "person": member, "name": "王伟", "base": "8765.43" })),
        ("members.dues.bases", json!({ "text": "王伟\t8765.43" })),
        ("leave.period", json!({ "person": member, "note": "腰椎手术后休养" })),
    ];
    for (form, body) in forms {
        answer(room.seated(CHAIR), "drafts.save", json!({ "form": form, "body": body }));
        let desk = room.sits_down(CHAIR);
        let told = || answer(desk, "drafts.get", json!({ "form": form }));
        assert_eq!((&told()["covered"], &told()["body"]), (&json!("reveal"), &json!({})), "{form}");
        reveal(desk);
        assert_eq!(told()["body"], body, "{form}");
        let log = answer(desk, "sight.log", json!({})).to_string();
        assert!(log.contains("drafts.get"), "{form}: {log}");
        // Whoever may not look could never have it else.
        answer(room.sits_down(BLIND), "drafts.save", json!({ "form": form, "body": body }));
        let own = answer(room.sits_down(BLIND), "drafts.get", json!({ "form": form }));
        assert_eq!((&own["body"], own.get("covered")), (&body, None), "{form}");
    }
}

#[test]
fn an_empty_file_of_hardship_and_the_id_of_a_record_ask_for_no_purpose() {
    let room = Room::new();
    let empty = json!({ "person": room.id("member"), "details": "", "cause": "", "source": " ", "openedOn": "2026-11-16" });
    // Its last digits look like a telephone number.
    let referring = json!({ "person": "0198f0c2-7a11-7bcd-8abc-a13800138000" });
    let desk = room.seated(CHAIR);
    for (form, body) in [("hardship.file", &empty), ("appeals.appeal", &referring)] {
        answer(desk, "drafts.save", json!({ "form": form, "body": body }));
    }
    let desk = room.sits_down(CHAIR);
    for (form, body) in [("hardship.file", &empty), ("appeals.appeal", &referring)] {
        let told = answer(desk, "drafts.get", json!({ "form": form }));
        assert_eq!((&told["body"], told.get("covered")), (body, None), "{form}");
    }
}

#[test]
fn a_draft_that_holds_nothing_guarded_asks_for_no_purpose() {
    let room = Room::new();
    let desk = room.seated(CHAIR);
    let masked = json!({ "name": "王伟", "phone": "138****8000", "team": "二班" });
    answer(desk, "drafts.save", json!({ "form": "members.person", "body": masked }));
    reveal(desk);
    let minutes = json!({ "place": "食堂二楼" });
    let trial = json!({ "months": 6 });
    let reason = json!({ "correction": "纸面写的是 3%" });
    let hazard = json!({ "place": "三号冲压机", "what": "光电保护失灵" });
    let open = [
        ("negotiation.meeting", minutes),
        ("pay.simulate", trial),
        ("contract.correction", reason),
        ("safety.hazard", hazard),
    ];
    for (form, body) in &open {
        answer(desk, "drafts.save", json!({ "form": form, "body": body }));
    }
    let desk = room.sits_down(CHAIR);
    for (form, body) in [("members.person", masked)].into_iter().chain(open) {
        let told = answer(desk, "drafts.get", json!({ "form": form }));
        assert_eq!((&told["body"], told.get("covered")), (&body, None), "{form}");
    }
}

#[test]
fn what_a_page_keeps_late_is_covered_by_its_word() {
    let room = Room::new();
    let desk = room.seated(CHAIR);
    let draft = json!({ "form": "hardship.file", "body": { "note": "家中有病人", "$seen": true } });
    answer(desk, "drafts.save", draft);
    assert_eq!(answer(desk, "drafts.get", json!({ "form": "hardship.file" }))["covered"], "reveal");
    reveal(desk);
    let told = answer(desk, "drafts.get", json!({ "form": "hardship.file" }));
    assert_eq!(told["body"], json!({ "note": "家中有病人" }), "and no page sees the note");
}
