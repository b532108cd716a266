//! The meetings that a round of talks came to each of its contracts in. What is said in the talks over what amends a contract, from
//! the proposal to the signature, is said of that alone, and what is said after both sides signed says nothing of the contract any
//! more: what amends it may have been taken back since, and the meeting over it stays.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::amended::{self, Amended};
use crate::Problem;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::{Event, EventKind, Meeting, NegotiationId};
use crate::negotiation::{rules, store};

/// The meetings of a round of talks, each with the contracts that it was about.
pub(in crate::negotiation) struct Concluding {
    meetings: Vec<Meeting>,
    /// what amends the contracts, with the days of its talks
    over: Vec<Amended>,
    /// the day on which both sides signed a contract
    signed: Vec<(AgreementKind, NaiveDate)>,
    /// both sides signed every contract once
    concluded: bool,
    /// since when the first contract lies back that came back and was neither signed nor filed again
    back: Option<NaiveDate>,
    /// the contracts that were concluded in an affair before this one
    continued: Vec<AgreementKind>,
    /// the contracts of the round
    round: Vec<AgreementKind>,
}

/// The day on which both sides signed a contract that did not come back since; of one without a signature, that of its effect.
fn signed_on(events: &[Event], of: AgreementId) -> Option<NaiveDate> {
    let mut signed = None;
    for event in events.iter().filter(|event| event.agreement == Some(of)) {
        match event.kind {
            EventKind::Signed => signed = Some(event.happened_on),
            EventKind::InEffect if signed.is_none() => signed = Some(event.happened_on),
            EventKind::Returned => signed = None,
            _ => {}
        }
    }
    signed
}

/// Whether both sides signed a contract, whatever came back since; where its papers lack the signature, what stands on it tells.
fn was_signed(events: &[Event], of: AgreementId) -> bool {
    let tells =
        |kind: EventKind| matches!(kind, EventKind::Signed | EventKind::Returned | EventKind::InEffect);
    events.iter().any(|event| event.agreement == Some(of) && tells(event.kind))
}

/// The day on which a contract came back that was neither signed nor filed again since.
fn back_on(events: &[Event], of: AgreementId) -> Option<NaiveDate> {
    let mut back = None;
    for event in events.iter().filter(|event| event.agreement == Some(of)) {
        match event.kind {
            EventKind::Returned => back = Some(event.happened_on),
            EventKind::Signed | EventKind::Filed | EventKind::Received | EventKind::InEffect => back = None,
            _ => {}
        }
    }
    back
}

impl Concluding {
    /// Reads them.
    pub(in crate::negotiation) fn read(
        connection: &Connection,
        id: NegotiationId,
    ) -> Result<Concluding, Problem> {
        let meetings = store::meetings(connection, id)?;
        let heads = agreements::heads(connection, id)?;
        let events = store::events(connection, id)?;
        // Where no meeting was held before a signature, as papers are entered, the later ones tell what was agreed.
        let first = meetings.iter().map(|one| one.record.held_on).min();
        let signed = heads.iter().filter_map(|head| Some((head.kind, signed_on(&events, head.id)?)));
        let signed = signed.filter(|(_, on)| first.is_some_and(|first| first <= *on)).collect();
        let concluded = heads.iter().all(|head| head.continues.is_some() || was_signed(&events, head.id));
        let back = heads.iter().filter_map(|head| back_on(&events, head.id)).min();
        let continued = heads.iter().filter(|head| head.continues.is_some()).map(|head| head.kind).collect();
        Ok(Concluding {
            over: amended::of(connection, agreements::amendments(connection, id)?.into_iter())?,
            signed,
            concluded,
            back,
            continued,
            round: heads.into_iter().map(|head| head.kind).collect(),
            meetings,
        })
    }

    /// Whether both sides signed every contract of the round once: that keeps the time of the whole talk, and what came back since is
    /// talked about without it.
    pub(in crate::negotiation) fn were_concluded(&self) -> bool {
        self.concluded
    }

    /// From when on the talks are those over what came back, where every contract was signed once: the talks of before ended with that.
    pub(in crate::negotiation) fn talked_anew_since(&self) -> Option<NaiveDate> {
        let back = self.back.filter(|_| self.concluded)?;
        let met = self.meetings.iter().map(|one| one.record.held_on).filter(|on| *on >= back).min();
        Some(met.unwrap_or(back))
    }

    /// Whether a topic of these contracts was agreed upon in an affair before this one, as far as these talks say nothing of it.
    pub(in crate::negotiation) fn go_on(&self, kinds: &[AgreementKind]) -> bool {
        !kinds.is_empty() && kinds.iter().all(|kind| self.continued.contains(kind))
    }

    /// Whether a meeting of a day is one over what amends a contract.
    fn is_over(&self, kind: AgreementKind, day: NaiveDate) -> bool {
        self.over.iter().any(|over| over.kind == kind && over.holds(day))
    }

    /// Whether a meeting of a day was held after both sides signed a contract.
    fn is_after(&self, kind: AgreementKind, day: NaiveDate) -> bool {
        self.signed.iter().any(|(of, signed)| *of == kind && day > *signed)
    }

    /// Whether what a meeting of a day says is said of a contract itself.
    fn concludes(&self, kind: AgreementKind, day: NaiveDate) -> bool {
        !self.is_over(kind, day) && !self.is_after(kind, day)
    }

    /// Whether a meeting of a day was held after both sides signed a contract, and over nothing that amends it.
    pub(super) fn is_astray(&self, kind: AgreementKind, day: NaiveDate) -> bool {
        self.is_after(kind, day) && !self.is_over(kind, day)
    }

    /// Whether a meeting of a day concludes one of these contracts; without any, each does.
    pub(in crate::negotiation) fn holds(&self, kinds: &[AgreementKind], day: NaiveDate) -> bool {
        kinds.is_empty() || kinds.iter().any(|kind| self.concludes(*kind, day))
    }

    /// The meetings that concluded one of these contracts, in the order of all.
    pub(in crate::negotiation) fn of(&self, kinds: &[AgreementKind]) -> Vec<&Meeting> {
        self.meetings.iter().filter(|one| self.holds(kinds, one.record.held_on)).collect()
    }

    /// The meetings that concluded any contract of the round.
    pub(in crate::negotiation) fn of_round(&self) -> Vec<&Meeting> {
        self.of(&self.round)
    }

    /// The meetings by which a page tells what came of a topic of these contracts: of one that goes on from an affair before, all,
    /// for these talks are only over what amends it.
    pub(in crate::negotiation) fn shown(&self, kinds: &[AgreementKind]) -> Vec<&Meeting> {
        match kinds.iter().any(|kind| self.continued.contains(kind)) {
            true => self.meetings.iter().collect(),
            false => self.of(kinds),
        }
    }

    /// All meetings.
    pub(super) fn meetings(&self) -> &[Meeting] {
        &self.meetings
    }

    /// The days on which meetings ended that say nothing of a contract, contract by contract.
    pub(in crate::negotiation) fn apart(&self) -> Vec<(AgreementKind, NaiveDate)> {
        let apart = |kind: AgreementKind| {
            let silent = self.meetings.iter().filter(move |one| !self.concludes(kind, one.record.held_on));
            silent.map(move |one| (kind, rules::ended_on(&one.record)))
        };
        self.round.iter().flat_map(|kind| apart(*kind)).collect()
    }
}

/// The meetings that a round of talks came to one of its agreements in: those over what amends it, and those after its signature, say
/// nothing of it.
pub(in crate::negotiation) fn meetings_of(
    connection: &Connection,
    id: NegotiationId,
    kind: AgreementKind,
) -> Result<Vec<Meeting>, Problem> {
    let talks = Concluding::read(connection, id)?;
    Ok(talks.of(&[kind]).into_iter().cloned().collect())
}
