//! Who may give which command: every command of the contract as every role, with each reading right alone, with
//! none and with all, and with nothing open, each with its exact answer. A new command without its row fails
//! here. What the rows say stands in `table`, what may be read by which way in `sight`; what commands do is told
//! by the journeys.

mod attached;
mod filing;
mod handing;
mod room;
mod sight;
mod table;

use room::{Reads, Role, Room, Seat};
use table::{Row, Who, rows};

/// What a role may do, said here anew and not asked of the contract.
fn allowed(who: Who, role: Role) -> bool {
    match who {
        Who::Anyone => true,
        Who::Reader => role != Role::Nobody,
        Who::Writer => !matches!(role, Role::Nobody | Role::Idle | Role::Auditor),
        Who::Members => matches!(role, Role::Chair | Role::Members),
        Who::Negotiation => matches!(role, Role::Chair | Role::Negotiation),
        Who::Office => matches!(role, Role::Chair | Role::Office),
        Who::Letters => matches!(role, Role::Chair | Role::Letters),
        Who::Platform => matches!(role, Role::Chair | Role::Platform),
        Who::Chair => role == Role::Chair,
    }
}

#[test]
fn the_seats_tell_every_right_from_every_other() {
    let mut told: Vec<(Who, Vec<bool>)> = Vec::new();
    for row in rows() {
        if told.iter().all(|(who, _)| *who != row.who) {
            let seats = Seat::all().into_iter().map(|seat| allowed(row.who, seat.role));
            told.push((row.who, seats.collect()));
        }
    }
    assert_eq!(told.len(), 9, "each right is asked for by some command");
    for (at, (who, seats)) in told.iter().enumerate() {
        let same = told[at + 1..].iter().find(|(_, others)| others == seats);
        assert!(same.is_none(), "nobody at the desk tells {who:?} from {:?}", same.map(|(other, _)| other));
    }
}

#[test]
fn every_command_has_its_row() {
    let listed: Vec<&str> = desk::commands().iter().map(|command| command.name).collect();
    let rows: Vec<&str> = rows().map(|row| row.name).collect();
    let without: Vec<&&str> = listed.iter().filter(|name| !rows.contains(name)).collect();
    assert!(without.is_empty(), "say in the table who may give these commands: {without:?}");
    let gone: Vec<&&str> = rows.iter().filter(|name| !listed.contains(name)).collect();
    assert!(gone.is_empty(), "these rows belong to no command: {gone:?}");
}

#[test]
fn every_command_answers_every_seat_exactly() {
    let room = Room::new();
    let mut wrong = Vec::new();
    for seat in Seat::all() {
        room.seated(seat);
        // What was revealed changes what is read, never what may be written.
        for row in rows().filter(|row| !seat.revealed || only_reads(row)) {
            let expected = expected(row, seat);
            let (code, text) = room.run(row);
            // A command without its right is turned away at the door and leaves nothing behind.
            if !only_reads(row) && code != "no_right" {
                room.seated(seat);
            }
            if code != expected {
                wrong.push(format!("{} as {seat:?}: {code}, not {expected}", row.name));
            }
            let seen = room.secrets().iter().any(|secret| text.contains(secret.as_str()));
            let may_see = row.shows && seat.sees();
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
    match (seat.role, row.who) {
        (_, Who::Anyone) => row.answer,
        (Role::Nobody, _) => "not_open",
        // Who reads nothing in full has nothing to reveal.
        _ if row.name == "sight.reveal" && seat.reads == Reads::None => "no_right",
        // How someone was hurt or what an exam said is told to whoever may read health, and to nobody else.
        _ if OF_HEALTH.contains(&row.name) && !seat.may_read_health() => "no_right",
        // Where a wage came from is told to whoever may read wages.
        _ if row.name == "pay.origin" && !matches!(seat.reads, Reads::Wages | Reads::All) => "no_right",
        // Who reads no document would merge blindly.
        (Role::Members, _) if row.name == "members.merge" && !seat.may_see() => "no_right",
        (role, who) if allowed(who, role) => row.answer,
        _ => "no_right",
    }
}

/// Commands that health alone is about.
const OF_HEALTH: [&str; 5] =
    ["platform.help", "platform.helps", "dossier.saveExam", "dossier.removeExam", "members.importExams"];
