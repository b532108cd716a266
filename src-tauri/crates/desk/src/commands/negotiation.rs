//! Commands of a wage negotiation.

use affairs::negotiation as work;
use affairs::negotiation::model::{
    AddEvent, ChangeEvent, EventId, MarkUndertaking, MeetingId, MeetingInput, Negotiation, NegotiationId,
    NegotiationLine, RecordReply, SaveOffer, SaveRepresentatives, StartNegotiation,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::papers;
use crate::contract::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One negotiation.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NegotiationRef {
    /// Its id.
    pub id: NegotiationId,
}

/// A meeting to remove.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveMeeting {
    /// Its id.
    pub id: MeetingId,
}

/// Something that happened, to remove.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveEvent {
    /// Its id.
    pub id: EventId,
}

/// A meeting as it is being typed, to be seen as it will print. Nothing is kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewMeeting {
    /// The form.
    pub meeting: MeetingInput,
}

/// Every negotiation.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<NegotiationLine>, Problem> {
    work::list(reading.connection, reading.book, reading.today)
}

/// One negotiation.
pub fn get(reading: &Reading<'_>, which: NegotiationRef) -> Result<Negotiation, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Opens the negotiation of a year.
pub fn start(writing: &Writing<'_, '_>, _: &Desk, args: StartNegotiation) -> Result<NegotiationId, Problem> {
    work::start(writing.tx, &args)
}

/// Keeps the offer.
pub fn save_offer(writing: &Writing<'_, '_>, _: &Desk, args: SaveOffer) -> Result<Done, Problem> {
    work::save_offer(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps the reply.
pub fn record_reply(writing: &Writing<'_, '_>, _: &Desk, args: RecordReply) -> Result<Done, Problem> {
    work::record_reply(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps the representatives.
pub fn save_representatives(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: SaveRepresentatives,
) -> Result<Done, Problem> {
    work::save_representatives(writing.tx, writing.book, &args).map(|()| Done)
}

/// Keeps a meeting.
pub fn save_meeting(writing: &Writing<'_, '_>, _: &Desk, args: MeetingInput) -> Result<MeetingId, Problem> {
    work::save_meeting(writing.tx, writing.book, &args)
}

/// Removes the last meeting.
pub fn remove_meeting(writing: &Writing<'_, '_>, _: &Desk, args: RemoveMeeting) -> Result<Done, Problem> {
    work::remove_meeting(writing.tx, args.id).map(|()| Done)
}

/// Keeps something that happened.
pub fn add_event(writing: &Writing<'_, '_>, _: &Desk, args: AddEvent) -> Result<EventId, Problem> {
    work::add_event(writing.tx, &args)
}

/// Corrects something that happened.
pub fn change_event(writing: &Writing<'_, '_>, _: &Desk, args: ChangeEvent) -> Result<Done, Problem> {
    work::change_event(writing.tx, &args).map(|()| Done)
}

/// Removes something that happened.
pub fn remove_event(writing: &Writing<'_, '_>, _: &Desk, args: RemoveEvent) -> Result<Done, Problem> {
    work::remove_event(writing.tx, args.id).map(|()| Done)
}

/// Marks an undertaking.
pub fn mark_undertaking(writing: &Writing<'_, '_>, _: &Desk, args: MarkUndertaking) -> Result<Done, Problem> {
    work::mark_undertaking(writing.tx, &args).map(|()| Done)
}

/// The minutes of a meeting as typed, as a PDF.
pub fn preview_meeting(reading: &Reading<'_>, desk: &Desk, args: PreviewMeeting) -> Result<Vec<u8>, Problem> {
    let filled = work::papers::minutes_of(reading.connection, reading.book, &args.meeting)?;
    papers::pdf(reading, desk, &filled, None, false)
}
