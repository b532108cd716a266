//! Who may give which command: every command of the contract as every role, with each reading right alone, with
//! none and with all, and with nothing open, each with its exact answer, and which of the room's secrets are in it, on the pages of a
//! paper and in the file of an export too. A new command
//! without its row fails here. What the rows say stands in `table`, what the commands reach in `content`, what may be read by which
//! way in `sight`, what is being typed in `typed`; what commands do is told by the journeys.

mod attached;
mod content;
mod filing;
mod handing;
mod left;
mod room;
mod sight;
mod table;
mod told;
mod typed;

use room::{Reads, Role, Room, Seat};
use table::{Needs, Row, Who, rows};

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
        Who::Leave => matches!(role, Role::Chair | Role::Leave),
        Who::Safety => matches!(role, Role::Chair | Role::Safety),
        Who::Congress => matches!(role, Role::Chair | Role::Congress),
        Who::Reform => matches!(role, Role::Chair | Role::Reform),
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
    assert_eq!(told.len(), 13, "each right is asked for by some command");
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
    answers_exactly(0);
}

/// The other half of the seats, which a second core tries meanwhile.
#[test]
fn every_command_answers_every_other_seat_exactly() {
    answers_exactly(1);
}

/// Every row to every second seat from this one on.
fn answers_exactly(first: usize) {
    let room = Room::new();
    let mut wrong = Vec::new();
    for seat in Seat::all().into_iter().skip(first).step_by(2) {
        room.seated(seat);
        for row in rows() {
            let expected = expected(row, seat);
            let (code, text) = room.run(row);
            if !only_reads(row) && !TURNED_AWAY.contains(&code.as_str()) {
                room.seated(seat);
            }
            if code != expected {
                wrong.push(format!("{} as {seat:?}: {code}, not {expected}: {text:.80}", row.name));
            }
            for (secret, written) in Room::secrets() {
                let seen = written.iter().any(|written| text.contains(*written));
                let told = code == "ok" && row.tells.iter().any(|tell| tell.reaches(secret, seat));
                if seen != told {
                    wrong.push(format!("{} as {seat:?}: {secret:?} is told: {seen}, not {told}", row.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The answers of a command that writes nothing: turned away at the door, or by the first look at what it was asked. The rest of
/// the ledger's own refusals may have locked it.
const TURNED_AWAY: [&str; 6] =
    ["no_right", "covered", "not_found", "bad_input", "refused", "sheet_is_folder"];

/// Whether the next row may be tried on what this one leaves behind.
fn only_reads(row: &Row) -> bool {
    desk::commands().iter().any(|command| command.name == row.name && command.effect == desk::Effect::Reads)
}

fn expected(row: &Row, seat: Seat) -> &'static str {
    match (seat.role, row.who) {
        (_, Who::Anyone) => return row.answer,
        (Role::Nobody, _) => return "not_open",
        (role, who) if !allowed(who, role) => return "no_right",
        // Who reads nothing in full has nothing to reveal.
        _ if row.name == "sight.reveal" && seat.reads == Reads::None => return "no_right",
        _ => {}
    }
    match row.needs {
        Needs::Right(secret) | Needs::Sight(secret) if !seat.may_read(secret) => "no_right",
        Needs::Sight(_) if !seat.revealed => "covered",
        Needs::OfFew(secret) if !(seat.may_read(secret) && seat.revealed) => "refused",
        _ => row.answer,
    }
}
