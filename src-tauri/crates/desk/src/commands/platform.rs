//! New employment forms: platforms, their workers, referrals, talks, help after an accident. How someone was hurt goes out only
//! to one who may read health.

use affairs::platform as work;
use affairs::platform::model::{
    InjuryHelp, InjuryHelpId, InjuryHelpInput, InjuryHelpLine, PlatformCapId, PlatformCapInput, PlatformFirm,
    PlatformFirmId, PlatformFirmInput, PlatformList, PlatformMeetingId, PlatformMeetingInput, PlatformQuery,
    PlatformReferralId, PlatformReferralInput, PlatformReferralLine, PlatformReferralReply, PlatformTalk,
    PlatformTalkId, PlatformTalkInput, PlatformWorkId, PlatformWorkInput, PlatformWorkPage,
    PlatformWorkQuery,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
use crate::commands::dismissals::guard_health;
use crate::desk::Desk;
use crate::open::{Reading, Writing};

/// One firm.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformFirmRef {
    /// The firm.
    pub id: PlatformFirmId,
}

/// Someone's work at a firm.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformWorkRef {
    /// The work.
    pub id: PlatformWorkId,
}

/// One referral.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformReferralRef {
    /// The referral.
    pub id: PlatformReferralId,
}

/// The talks of a year.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformTalkRef {
    /// The talks.
    pub id: PlatformTalkId,
}

/// One meeting of the talks.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformMeetingRef {
    /// The meeting.
    pub id: PlatformMeetingId,
}

/// One cap of working time.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlatformCapRef {
    /// The cap.
    pub id: PlatformCapId,
}

/// One help after an accident.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InjuryHelpRef {
    /// The help.
    pub id: InjuryHelpId,
}

/// The register of firms.
pub fn list(reading: &Reading<'_>, query: PlatformQuery) -> Result<PlatformList, Problem> {
    work::list(reading.connection, reading.book, &query, reading.today)
}

/// One firm.
pub fn firm(reading: &Reading<'_>, which: PlatformFirmRef) -> Result<PlatformFirm, Problem> {
    work::firm(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps a firm.
pub fn save_firm(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformFirmInput,
) -> Result<PlatformFirmId, Problem> {
    work::save_firm(writing.tx, &input)
}

/// Puts a firm out of sight.
pub fn remove_firm(writing: &Writing<'_, '_>, _: &Desk, which: PlatformFirmRef) -> Result<Done, Problem> {
    work::remove_firm(writing.tx, which.id).map(|()| Done)
}

/// The work of many people, a slice.
pub fn works(reading: &Reading<'_>, query: PlatformWorkQuery) -> Result<PlatformWorkPage, Problem> {
    work::works(reading.connection, reading.book, &query, reading.today)
}

/// Keeps someone's work at a firm.
pub fn save_work(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformWorkInput,
) -> Result<PlatformWorkId, Problem> {
    work::save_work(writing.tx, &input)
}

/// Removes work that was entered by mistake.
pub fn remove_work(writing: &Writing<'_, '_>, _: &Desk, which: PlatformWorkRef) -> Result<Done, Problem> {
    work::remove_work(writing.tx, which.id).map(|()| Done)
}

/// Every referral.
pub fn referrals(reading: &Reading<'_>, _: Nothing) -> Result<Vec<PlatformReferralLine>, Problem> {
    work::referrals(reading.connection)
}

/// Keeps a referral.
pub fn save_referral(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformReferralInput,
) -> Result<PlatformReferralId, Problem> {
    work::save_referral(writing.tx, writing.book, &input)
}

/// Keeps the reply to a referral.
pub fn reply_referral(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformReferralReply,
) -> Result<Done, Problem> {
    work::reply_referral(writing.tx, &input).map(|()| Done)
}

/// Removes a referral that was entered by mistake.
pub fn remove_referral(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: PlatformReferralRef,
) -> Result<Done, Problem> {
    work::remove_referral(writing.tx, which.id).map(|()| Done)
}

/// The talks of a year with a platform.
pub fn talk(reading: &Reading<'_>, which: PlatformTalkRef) -> Result<PlatformTalk, Problem> {
    work::talk(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps talks.
pub fn save_talk(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformTalkInput,
) -> Result<PlatformTalkId, Problem> {
    work::save_talk(writing.tx, &input)
}

/// Puts talks out of sight.
pub fn remove_talk(writing: &Writing<'_, '_>, _: &Desk, which: PlatformTalkRef) -> Result<Done, Problem> {
    work::remove_talk(writing.tx, which.id).map(|()| Done)
}

/// Keeps a meeting of the talks.
pub fn save_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformMeetingInput,
) -> Result<PlatformMeetingId, Problem> {
    work::save_meeting(writing.tx, &input)
}

/// Removes a meeting that was entered by mistake.
pub fn remove_meeting(
    writing: &Writing<'_, '_>,
    _: &Desk,
    which: PlatformMeetingRef,
) -> Result<Done, Problem> {
    work::remove_meeting(writing.tx, which.id).map(|()| Done)
}

/// Keeps a cap of working time.
pub fn save_cap(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: PlatformCapInput,
) -> Result<PlatformCapId, Problem> {
    work::save_cap(writing.tx, &input)
}

/// Removes a cap that was entered by mistake.
pub fn remove_cap(writing: &Writing<'_, '_>, _: &Desk, which: PlatformCapRef) -> Result<Done, Problem> {
    work::remove_cap(writing.tx, which.id).map(|()| Done)
}

/// What is said of a help after an accident.
pub(super) const OF_INJURY: &str = "职业伤害协助写有受伤的经过";

/// Refuses how people were hurt to one who may not read health.
fn guard_injury(reading: &Reading<'_>) -> Result<(), Problem> {
    guard_health(reading.open, OF_INJURY)
}

/// Every help after an accident.
pub fn helps(reading: &Reading<'_>, _: Nothing) -> Result<Vec<InjuryHelpLine>, Problem> {
    guard_injury(reading)?;
    work::helps(reading.connection, reading.book)
}

/// One help after an accident.
pub fn help(reading: &Reading<'_>, which: InjuryHelpRef) -> Result<InjuryHelp, Problem> {
    guard_injury(reading)?;
    work::help(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps help after an accident.
pub fn save_help(
    writing: &Writing<'_, '_>,
    _: &Desk,
    input: InjuryHelpInput,
) -> Result<InjuryHelpId, Problem> {
    work::save_help(writing.tx, writing.book, &input)
}

/// Puts help out of sight.
pub fn remove_help(writing: &Writing<'_, '_>, _: &Desk, which: InjuryHelpRef) -> Result<Done, Problem> {
    work::remove_help(writing.tx, which.id).map(|()| Done)
}
