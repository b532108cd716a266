//! Term and re-election, and the meetings of the members or of their delegates.

use affairs::union::election as work;
use affairs::union::election::model::{
    Election, ElectionBallotId, ElectionBallotInput, ElectionBallotStart, ElectionCandidates,
    ElectionEventId, ElectionEventInput, ElectionId, ElectionInput, ElectionLine, ElectionPostRef,
    ElectionStart,
};
use affairs::union::members_congress;
use affairs::union::members_congress::model::{
    MembersCongress, MembersDelegateList, MembersDelegates, MembersMeeting, MembersMeetingId,
    MembersMeetingInput, MembersSessionRef,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One re-election.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ElectionRef {
    /// The id.
    pub id: ElectionId,
}

/// Something that happened in a re-election.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ElectionEventRef {
    /// The id.
    pub id: ElectionEventId,
}

/// One count of votes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ElectionBallotRef {
    /// The id.
    pub id: ElectionBallotId,
}

/// One meeting of the members or of their delegates.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MembersMeetingRef {
    /// The id.
    pub id: MembersMeetingId,
}

/// Every re-election.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<ElectionLine>, Problem> {
    work::list(reading.connection, reading.book, reading.today)
}

/// What a new one begins with.
pub fn start(reading: &Reading<'_>, _: Nothing) -> Result<ElectionStart, Problem> {
    work::start(reading.connection, reading.book, reading.today)
}

/// One re-election.
pub fn get(reading: &Reading<'_>, which: ElectionRef) -> Result<Election, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps one.
pub fn save(writing: &Writing<'_, '_>, _: &Desk, input: ElectionInput) -> Result<ElectionId, Problem> {
    work::save(writing.tx, writing.book, &input)
}

/// Puts one out of sight.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, which: ElectionRef) -> Result<Done, Problem> {
    work::remove(writing.tx, which.id).map(|()| Done)
}

/// Keeps something that happened.
pub fn save_event(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: ElectionEventInput,
) -> Result<ElectionEventId, Problem> {
    work::save_event(writing.tx, writing.book, &input)
}

/// Takes back something that happened.
pub fn remove_event(writing: &Writing<'_, '_>, _: &Desk, which: ElectionEventRef) -> Result<Done, Problem> {
    work::remove_event(writing.tx, writing.book, which.id).map(|()| Done)
}

/// Keeps the candidates for a post.
pub fn save_candidates(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: ElectionCandidates,
) -> Result<Done, Problem> {
    work::save_candidates(writing.tx, writing.book, &input).map(|()| Done)
}

/// What the next ballot for a post begins with.
pub fn ballot_start(reading: &Reading<'_>, which: ElectionPostRef) -> Result<ElectionBallotStart, Problem> {
    work::ballot_start(reading.connection, reading.book, which, reading.today)
}

/// Keeps a count of votes.
pub fn save_ballot(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: ElectionBallotInput,
) -> Result<ElectionBallotId, Problem> {
    work::save_ballot(writing.tx, writing.book, &input)
}

/// Takes back a count of votes.
pub fn remove_ballot(writing: &Writing<'_, '_>, _: &Desk, which: ElectionBallotRef) -> Result<Done, Problem> {
    work::remove_ballot(writing.tx, writing.book, which.id).map(|()| Done)
}

/// The meetings of the members or of their delegates.
pub fn meetings(reading: &Reading<'_>, _: Nothing) -> Result<MembersCongress, Problem> {
    members_congress::all(reading.connection, reading.book, reading.today)
}

/// One meeting.
pub fn meeting(reading: &Reading<'_>, which: MembersMeetingRef) -> Result<MembersMeeting, Problem> {
    members_congress::get(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a meeting.
pub fn save_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: MembersMeetingInput,
) -> Result<MembersMeetingId, Problem> {
    members_congress::save(writing.tx, writing.book, &input)
}

/// Puts a meeting out of sight.
pub fn remove_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: MembersMeetingRef,
) -> Result<Done, Problem> {
    members_congress::remove(writing.tx, which.id).map(|()| Done)
}

/// The members' delegates of a session.
pub fn delegates(reading: &Reading<'_>, which: MembersSessionRef) -> Result<MembersDelegateList, Problem> {
    members_congress::delegates(reading.connection, reading.book, which.session, reading.today)
}

/// Keeps the members' delegates of a session.
pub fn save_delegates(writing: &Writing<'_, '_>, _: &Desk, input: MembersDelegates) -> Result<Done, Problem> {
    members_congress::save_delegates(writing.tx, writing.book, &input).map(|()| Done)
}
