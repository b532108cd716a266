//! Who may give which command: every command of the contract as every role, with and without each reading
//! right, and with nothing open, each with its exact answer. A new command without its row fails here. What
//! the rows say stands in `table`; what commands do is told by the journeys.

mod room;
mod table;

use room::{Room, Seat};
use table::{Row, TABLE, Who};

/// What a seat may do, said here anew and not asked of the contract.
fn allowed(who: Who, seat: Seat) -> bool {
    match who {
        Who::Anyone => true,
        Who::Reader => seat != Seat::Nobody,
        Who::Writer => matches!(seat, Seat::Chair | Seat::Revealing | Seat::Members | Seat::MembersUnseen),
        Who::Members => matches!(seat, Seat::Chair | Seat::Revealing | Seat::Members | Seat::MembersUnseen),
        Who::Negotiation | Who::Office | Who::Chair => matches!(seat, Seat::Chair | Seat::Revealing),
    }
}

#[test]
fn every_command_has_its_row() {
    let listed: Vec<&str> = desk::commands().iter().map(|command| command.name).collect();
    let rows: Vec<&str> = TABLE.iter().map(|row| row.name).collect();
    let without: Vec<&&str> = listed.iter().filter(|name| !rows.contains(name)).collect();
    assert!(without.is_empty(), "say in the table who may give these commands: {without:?}");
    let gone: Vec<&&str> = rows.iter().filter(|name| !listed.contains(name)).collect();
    assert!(gone.is_empty(), "these rows belong to no command: {gone:?}");
}

#[test]
fn every_command_answers_every_seat_exactly() {
    let room = Room::new();
    let mut wrong = Vec::new();
    for seat in Seat::ALL {
        room.seated(seat);
        for row in TABLE {
            let expected = expected(row, seat);
            let (code, text) = room.run(row);
            if !only_reads(row) {
                room.seated(seat);
            }
            if code != expected {
                wrong.push(format!("{} as {seat:?}: {code}, not {expected}", row.name));
            }
            let seen = room.secrets().iter().any(|secret| text.contains(secret.as_str()));
            let may_see = row.shows && matches!(seat, Seat::Revealing);
            if seen != may_see && code == "ok" {
                wrong.push(format!("{} as {seat:?}: identity in full is {seen}, not {may_see}", row.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether the next row may be tried on what this one leaves behind.
fn only_reads(row: &Row) -> bool {
    desk::commands().iter().any(|command| command.name == row.name && command.effect == desk::Effect::Reads)
}

fn expected(row: &Row, seat: Seat) -> &'static str {
    match (seat, row.who) {
        (_, Who::Anyone) => row.answer,
        (Seat::Nobody, _) => "not_open",
        // Who reads nothing in full has nothing to reveal.
        (Seat::MembersUnseen | Seat::Auditor, _) if row.name == "sight.reveal" => "no_right",
        (_, who) if allowed(who, seat) => row.answer,
        _ => "no_right",
    }
}

#[test]
fn digits_find_a_person_only_for_one_who_may_read_identity() {
    let room = Room::new();
    let tail = &room.secrets()[0][14..];
    let total = |seat| {
        let desk = room.seated(seat);
        let answer = desk.call("members.search", serde_json::json!({ "text": tail })).unwrap();
        answer.value["total"].as_u64().unwrap()
    };
    for (seat, found) in [
        (Seat::Chair, 1),
        (Seat::Members, 1),
        (Seat::MembersUnseen, 0),
        (Seat::Auditor, 0),
        (Seat::AuditorSeeing, 1),
    ] {
        assert_eq!(total(seat), found, "{seat:?}");
    }
}
