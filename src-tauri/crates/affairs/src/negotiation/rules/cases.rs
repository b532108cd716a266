//! What the tests of these rules are written in: ids, days, and a meeting of which nothing is told but its round and its hour.

use chrono::NaiveDate;

use crate::negotiation::model::{Meeting, MeetingId, MeetingInput, NegotiationId, RepresentativeId};

pub(super) fn id<T: From<uuid::Uuid>>(n: u128) -> T {
    uuid::Uuid::from_u128(n).into()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A meeting of a day as it is entered, `14:00`.
pub(super) fn entered(held_on: NaiveDate, begins: &str) -> MeetingInput {
    MeetingInput {
        id: None,
        negotiation: id::<NegotiationId>(1),
        held_on,
        begins: begins.to_owned(),
        ends: None,
        place: String::new(),
        chair: id::<RepresentativeId>(1),
        recorder: String::new(),
        recorder_post: String::new(),
        agenda: String::new(),
        attendance: Vec::new(),
        topics: Vec::new(),
        undertakings: Vec::new(),
        next_on: None,
        next_place: None,
        noted: None,
        late_entry: None,
    }
}

/// The same as it is kept: each round has an id of its own.
pub(super) fn kept(round: u32, record: MeetingInput) -> Meeting {
    let id = id::<MeetingId>(100 + u128::from(round));
    Meeting { id, round, record: MeetingInput { id: Some(id), ..record } }
}
