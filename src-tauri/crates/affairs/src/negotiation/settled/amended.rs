//! What amends an agreement, with the days of the talks over it: what was said in these is said of that alone.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::agreement::amendments::model::AmendmentAct;
use crate::negotiation::agreement::amendments::store as amendments;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::model::{Event, EventKind};
use crate::negotiation::store;

/// What amends an agreement.
pub(super) struct Amended {
    /// of what kind the agreement is
    pub kind: AgreementKind,
    pub act: AmendmentAct,
    pub proposed_on: NaiveDate,
    pub signed_on: Option<NaiveDate>,
    /// what closed the talks over it and what opened them again, by day
    turns: Vec<(NaiveDate, Turn)>,
}

/// What the talks over what amends an agreement come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// both sides signed it, or what came back went its way again as it was signed
    Closed,
    /// it came back
    Opened,
}

impl Amended {
    /// Whether a meeting of a day is one over it: since the proposal to the signature, and again since it came back.
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        let mut open = true;
        for (on, turn) in &self.turns {
            match turn {
                Turn::Closed if *on < day => open = false,
                Turn::Opened if *on <= day => open = true,
                Turn::Closed | Turn::Opened => {}
            }
        }
        self.proposed_on <= day && open
    }
}

/// What closed the talks and opened them again, of what happened to it by day.
fn turns(events: &[Event]) -> Vec<(NaiveDate, Turn)> {
    use EventKind::{Filed, InEffect, Received, Returned, Signed};
    let mut back = false;
    let mut turns = Vec::new();
    for event in events {
        let turn = match event.kind {
            Returned => Turn::Opened,
            Signed => Turn::Closed,
            Filed | Received | InEffect if back => Turn::Closed,
            _ => continue,
        };
        back = turn == Turn::Opened;
        turns.push((event.happened_on, turn));
    }
    turns
}

/// What amends an agreement, each with the days of its talks.
pub(super) fn of_agreement(connection: &Connection, head: &Head) -> Result<Vec<Amended>, Problem> {
    let all = agreements::amendments(connection, head.negotiation)?;
    of(connection, all.into_iter().filter(|one| one.amends == Some(head.id)))
}

/// The same of all that amends any.
pub(super) fn of(
    connection: &Connection,
    amending: impl Iterator<Item = Head>,
) -> Result<Vec<Amended>, Problem> {
    let mut all = Vec::new();
    for one in amending {
        let Some(said) = amendments::said(connection, one.id)? else { continue };
        // What goes on from a sealed affair may have been signed there.
        let mut events = Vec::new();
        for head in agreements::line(connection, &one)? {
            let of_affair = store::events(connection, head.negotiation)?.into_iter();
            events.extend(of_affair.filter(|event| event.agreement == Some(head.id)));
        }
        events.sort_by_key(|event| (event.happened_on, event.id.uuid()));
        let signed = events.iter().filter(|event| event.kind == EventKind::Signed);
        let signed_on = signed.map(|event| event.happened_on).max();
        let turns = turns(&events);
        all.push(Amended { kind: one.kind, act: said.act, proposed_on: said.proposed_on, signed_on, turns });
    }
    Ok(all)
}
