//! A representative whose name was typed wrong: the same person keeps the seat under the right name, whatever was held, voted or signed
//! since. The reason stands among what happened to the affair. Who may not be put in whose place, says `standing`.

use ledger::Tx;
use rusqlite::Connection;

use super::model::{
    Event, EventFacts, EventId, EventKind, NegotiationId, RepresentativeId, RepresentativeInput,
    SaveRepresentatives, Side,
};
use super::store;
use crate::Problem;
use crate::office::{short, text};

/// The longest reason.
const LONGEST: usize = 200;

/// Somebody whose name is put right.
pub(super) struct Renamed {
    pub seat: RepresentativeId,
    side: Side,
    wrong: String,
    right: RepresentativeInput,
}

impl Renamed {
    /// Whether somebody on a list is the one whose name is put right.
    pub(super) fn is(&self, one: &RepresentativeInput) -> bool {
        one.id == Some(self.seat) && one.name == self.right.name
    }
}

/// Those of one side whom a list names otherwise on their own row; none where no reason says that they were typed wrong.
///
/// Errors: `bad_input` at `correction`.
pub(super) fn of(
    connection: &Connection,
    save: &SaveRepresentatives,
    (side, list): (Side, &[RepresentativeInput]),
) -> Result<Vec<Renamed>, Problem> {
    let Some(why) = text(&save.correction) else { return Ok(Vec::new()) };
    short("correction", why, LONGEST)?;
    let seats = store::representatives(connection, save.negotiation)?.into_iter();
    let named = |name: &str| list.iter().any(|one| one.name.trim() == name.trim());
    let gone = seats.filter(|seat| seat.side == side && !named(&seat.record.name));
    let renamed = gone.filter_map(|seat| {
        let right = list.iter().find(|one| one.id == Some(seat.id))?.clone();
        Some(Renamed { seat: seat.id, side, wrong: seat.record.name.trim().to_owned(), right })
    });
    Ok(renamed.collect())
}

/// Writes the right name on the list and where the draft and the signature took it from there, and keeps why.
///
/// Errors: `not_found`.
pub(super) fn write(tx: &Tx, negotiation: NegotiationId, one: &Renamed, why: &str) -> Result<(), Problem> {
    store::rename(tx, one.seat, &one.right)?;
    let right = one.right.name.trim();
    for mut event in store::events(tx, negotiation)? {
        let facts = &mut event.facts;
        let chief = match one.side {
            Side::Workers => &mut facts.workers_chief,
            Side::Employer => &mut facts.employer_chief,
        };
        if chief.as_deref().is_some_and(|name| name.trim() == one.wrong) {
            *chief = Some(right.to_owned());
            store::change_event(tx, &event)?;
        }
    }
    let event = Event {
        id: tx.new_id::<EventId>(),
        agreement: None,
        kind: EventKind::Noted,
        happened_on: tx.today(),
        text: format!("更正{}代表的姓名，“{}”应为“{right}”：{why}", one.side.name(), one.wrong),
        facts: EventFacts::default(),
        late_entry: None,
    };
    store::insert_event(tx, negotiation, &event)
}
