//! Commands of a wage negotiation.

use affairs::congress::model::CongressSessionId;
use affairs::letters::model::SupervisionCaseId;
use affairs::negotiation as work;
use affairs::negotiation::agreement::amendments;
use affairs::negotiation::agreement::amendments::model::SaveAmendment;
use affairs::negotiation::agreement::checks;
use affairs::negotiation::agreement::checks::model::{
    AgreementCheckId, AgreementCheckOffer, SaveAgreementCheck,
};
use affairs::negotiation::agreement::filing;
use affairs::negotiation::agreement::filing::model::AgreementFiling;
use affairs::negotiation::agreement::model::{
    AddAgreement, AgreementId, AgreementVote, MarkMaterial, SaveAgreement, SaveAgreementVote,
};
use affairs::negotiation::contract::{self, Means};
use affairs::negotiation::information::{
    self,
    model::{MarkInformation, SaveInformation, SignSecrecy},
};
use affairs::negotiation::model::{
    AddEvent, ChangeEvent, EventId, EventKind, MarkUndertaking, MeetingId, MeetingInput, Negotiation,
    NegotiationId, NegotiationLine, RecordReply, RepresentativeId, SaveOffer, SaveRepresentatives, SaveTopic,
    StartNegotiation,
};
use affairs::negotiation::people::model::{
    FillSeat, Mandate, MandateId, NegotiationPeople, RepresentativeElection, RepresentativeElectionId,
};
use affairs::negotiation::preparation::model::{OpinionSurvey, Preparation};
use affairs::negotiation::refusal::{
    self,
    model::{CorrectionOrder, CorrectionOrderId},
};
use affairs::negotiation::seal;
use affairs::negotiation::seal::model::SealNegotiation;
use affairs::negotiation::suspension::{
    self,
    model::{ResumeTalks, SuspensionId, SuspensionInput},
};
use affairs::pay::figures::policy::Policy;
use affairs::pay::figures::whole;
use affairs::pay::simulate::acts as simulate;
use affairs::union::model::Shown;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Done, Nothing};
pub use crate::commands::about::NegotiationRef;
use crate::commands::{papers, papers_kept};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};
use crate::rights::{Module, Right};
use crate::wages;

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

/// One agreement.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementRef {
    /// Its id.
    pub id: AgreementId,
}

/// A check on how an agreement is kept.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementCheckRef {
    /// Its id.
    pub id: AgreementCheckId,
}

/// A meeting that chose representatives.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RepresentativeElectionRef {
    /// Its id.
    pub id: RepresentativeElectionId,
}

/// A written mandate.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MandateRef {
    /// Its id.
    pub id: MandateId,
}

/// A session of the congress that voted on agreements.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AgreementVoteRef {
    /// The session.
    pub id: CongressSessionId,
}

/// A meeting as it is being typed, to be seen as it will print. Nothing is kept.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PreviewMeeting {
    /// The form.
    pub meeting: MeetingInput,
}

/// A supervision case that may have been opened from talks.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseOfTalks {
    /// The case.
    pub case: SupervisionCaseId,
}

/// The talks from which a supervision case was opened.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TalksOfCase {
    /// The talks.
    pub id: NegotiationId,
    /// Their title.
    pub title: String,
}

/// An order to correct a refusal.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectionOrderRef {
    /// Its id.
    pub id: CorrectionOrderId,
}

/// A suspension of talks.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SuspensionRef {
    /// Its id.
    pub id: SuspensionId,
}

/// Every negotiation.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<NegotiationLine>, Problem> {
    work::list(reading.connection, reading.book, reading.today)
}

/// One negotiation.
pub fn get(reading: &Reading<'_>, which: NegotiationRef) -> Result<Negotiation, Problem> {
    work::get(reading.connection, reading.book, which.id, reading.today)
}

/// Removes an affair that was started by mistake.
pub fn remove(writing: &Writing<'_, '_>, _: &Desk, args: NegotiationRef) -> Result<Done, Problem> {
    work::removal::remove(writing.tx, args.id).map(|()| Done)
}

/// Opens the negotiation of a year.
pub fn start(writing: &Writing<'_, '_>, _: &Desk, args: StartNegotiation) -> Result<NegotiationId, Problem> {
    work::start(writing.tx, writing.book, &args)
}

/// Seals an affair: nothing of it changes any more, and its papers are printed as they stand now.
pub fn seal_affair(writing: &Writing<'_, '_>, desk: &Desk, args: SealNegotiation) -> Result<Done, Problem> {
    let (tx, policy) = (writing.tx, Policy::load(&desk.assets)?);
    let rates = simulate::rates(tx, writing.book, tx.today(), 12)?;
    let plan = work::papers::plan_to_keep(tx, args.id, (&rates, &policy), tx.today())?;
    seal::seal(tx, writing.book, &args, &plan)?;
    papers_kept::keep(writing, desk, args.id).map(|()| Done)
}

/// Keeps what changes, rescinds, ends or renews an agreement in force.
pub fn save_amendment(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAmendment,
) -> Result<AgreementId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let amendment = amendments::save(writing.tx, writing.book, &args)?;
    // What is amended is the text that stands.
    contract::keep_signed(writing.tx, means, args.amends)?;
    Ok(amendment)
}

/// Keeps what the filing of an agreement tells.
pub fn save_filing(writing: &Writing<'_, '_>, _: &Desk, args: AgreementFiling) -> Result<Done, Problem> {
    filing::save(writing.tx, &args).map(|()| Done)
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

/// How the representatives come and go.
pub fn people(reading: &Reading<'_>, which: NegotiationRef) -> Result<NegotiationPeople, Problem> {
    work::people::people(reading.connection, reading.book, which.id)
}

/// Puts someone into a vacant seat.
pub fn fill_seat(writing: &Writing<'_, '_>, _: &Desk, args: FillSeat) -> Result<RepresentativeId, Problem> {
    work::people::fill_seat(writing.tx, writing.book, &args)
}

/// Keeps a meeting that chose representatives.
pub fn save_election(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: RepresentativeElection,
) -> Result<RepresentativeElectionId, Problem> {
    work::people::save_election(writing.tx, writing.book, &args)
}

/// Removes a meeting that chose representatives.
pub fn remove_election(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: RepresentativeElectionRef,
) -> Result<Done, Problem> {
    work::people::remove_election(writing.tx, args.id).map(|()| Done)
}

/// Keeps a written mandate.
pub fn save_mandate(writing: &Writing<'_, '_>, _: &Desk, args: Mandate) -> Result<MandateId, Problem> {
    work::people::save_mandate(writing.tx, writing.book, &args)
}

/// Removes a written mandate.
pub fn remove_mandate(writing: &Writing<'_, '_>, _: &Desk, args: MandateRef) -> Result<Done, Problem> {
    work::people::remove_mandate(writing.tx, args.id).map(|()| Done)
}

/// What comes before the offer.
pub fn preparation(reading: &Reading<'_>, which: NegotiationRef) -> Result<Preparation, Problem> {
    work::preparation::preparation(reading.connection, reading.book, which.id, reading.today)
}

/// Keeps the workers' opinions.
pub fn save_opinions(writing: &Writing<'_, '_>, _: &Desk, args: OpinionSurvey) -> Result<Done, Problem> {
    work::preparation::save_opinions(writing.tx, &args).map(|()| Done)
}

/// Removes the workers' opinions.
pub fn remove_opinions(writing: &Writing<'_, '_>, _: &Desk, args: NegotiationRef) -> Result<Done, Problem> {
    work::preparation::remove_opinions(writing.tx, args.id).map(|()| Done)
}

/// Makes the collected topics topics of the talks.
pub fn take_opinions(writing: &Writing<'_, '_>, _: &Desk, args: NegotiationRef) -> Result<Done, Problem> {
    work::preparation::take_opinions(writing.tx, args.id).map(|()| Done)
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
pub fn add_event(writing: &Writing<'_, '_>, desk: &Desk, args: AddEvent) -> Result<EventId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let event = work::add_event(writing.tx, writing.book, &args)?;
    contract::check_signature(writing.tx, means, event)?;
    keep_text(writing, means, event)?;
    Ok(event)
}

/// Keeps the text of the agreement that something happened to, where it was written down after the vote.
fn keep_text(writing: &Writing<'_, '_>, means: Means<'_>, event: EventId) -> Result<(), Problem> {
    match work::store::event(writing.tx, event)?.1.agreement {
        Some(agreement) => contract::keep_signed(writing.tx, means, agreement),
        None => Ok(()),
    }
}

/// Corrects something that happened.
pub fn change_event(writing: &Writing<'_, '_>, desk: &Desk, args: ChangeEvent) -> Result<Done, Problem> {
    let (tx, means) = (writing.tx, Means { book: writing.book, library: desk.clauses()? });
    let was = work::store::event(tx, args.id)?.1.kind;
    work::change_event(tx, writing.book, &args)?;
    // What becomes a signature is held against the text like a new one.
    if was != EventKind::Signed {
        contract::check_signature(tx, means, args.id)?;
    }
    // A correction of what happened says nothing new of the text.
    if was != args.kind {
        keep_text(writing, means, args.id)?;
    }
    // What it puts right of the term stands in the copy of the signed paper too.
    if let Some(agreement) = work::store::event(tx, args.id)?.1.agreement {
        contract::keep_dated(tx, means, agreement)?;
    }
    Ok(Done)
}

/// Removes something that happened.
pub fn remove_event(writing: &Writing<'_, '_>, _: &Desk, args: RemoveEvent) -> Result<Done, Problem> {
    work::remove_event(writing.tx, writing.book, args.id).map(|()| Done)
}

/// Adds an agreement to a round of talks.
pub fn add_agreement(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: AddAgreement,
) -> Result<AgreementId, Problem> {
    work::agreement::add(writing.tx, writing.book, &args)
}

/// Keeps an agreement's title and term.
pub fn save_agreement(writing: &Writing<'_, '_>, _: &Desk, args: SaveAgreement) -> Result<Done, Problem> {
    work::agreement::save(writing.tx, writing.book, &args).map(|()| Done)
}

/// Removes an agreement to which nothing has happened.
pub fn remove_agreement(writing: &Writing<'_, '_>, _: &Desk, args: AgreementRef) -> Result<Done, Problem> {
    work::agreement::remove(writing.tx, writing.book, args.id).map(|()| Done)
}

/// How the votes of a session are judged while they are typed.
pub fn judge_vote(reading: &Reading<'_>, args: SaveAgreementVote) -> Result<Vec<AgreementVote>, Problem> {
    work::agreement::foreseen(reading.connection, reading.book, &args)
}

/// Keeps a session with its votes on agreements.
pub fn save_vote(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAgreementVote,
) -> Result<CongressSessionId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let newly = contract::newly_voted(writing.tx, &args)?;
    let session = work::agreement::save_vote(writing.tx, writing.book, &args)?;
    contract::check_voted(writing.tx, means, &args, &newly)?;
    for vote in &args.votes {
        contract::keep_passed(writing.tx, means, vote.agreement)?;
    }
    Ok(session)
}

/// Removes a session with its votes.
pub fn remove_vote(writing: &Writing<'_, '_>, _: &Desk, args: AgreementVoteRef) -> Result<Done, Problem> {
    work::agreement::remove_vote(writing.tx, writing.book, args.id).map(|()| Done)
}

/// Marks something of the filing ready, or no longer.
pub fn mark_material(writing: &Writing<'_, '_>, _: &Desk, args: MarkMaterial) -> Result<Done, Problem> {
    work::agreement::mark_material(writing.tx, writing.book, &args).map(|()| Done)
}

/// What the ledger proposes for the next check of an agreement: of wages, what was paid in the newest month of its term. What is kept
/// of it everybody reads: of figures of pay it proposes what everybody is told, and to one who sees single wages whether somebody is
/// under the lowest that was promised.
pub fn check_offer(desk: &Desk, which: AgreementRef) -> Result<Outcome<AgreementCheckOffer>, Problem> {
    let library = desk.clauses()?;
    let policy = Policy::load(&desk.assets)?;
    let found = desk.view(|reading| {
        let means = Means { book: reading.book, library };
        let draft = contract::draft(reading.connection, means, which.id, reading.today)?;
        let in_force = checks::in_force(reading.connection, reading.book, which.id, &draft)?;
        let loaded = whole::newest_of(reading.connection, |period| in_force.holds(period))?
            .map(|sheet| wages::looked(reading, sheet, "negotiation.checkOffer"))
            .transpose()?;
        let shown = reading.open.sight().wages;
        let everybody = |loaded: &whole::Loaded| whole::of(reading.connection, loaded, Shown::Never, &policy);
        let pay = loaded.as_deref().map(everybody).transpose()?;
        let lowest = loaded.as_deref().and_then(|loaded| loaded.basis.as_ref());
        let figures = checks::Figures {
            draft: &draft,
            pay: pay.as_ref(),
            lowest: lowest.filter(|_| shown == Shown::Full),
            sight: (shown, &policy),
        };
        checks::offer(reading.connection, reading.book, which.id, &figures)
    })?;
    Ok(Outcome::of(found))
}

/// Keeps a check.
pub fn save_check(
    writing: &Writing<'_, '_>,
    desk: &Desk,
    args: SaveAgreementCheck,
) -> Result<AgreementCheckId, Problem> {
    let means = Means { book: writing.book, library: desk.clauses()? };
    let check = checks::save(writing.tx, writing.book, &args)?;
    // What is checked is the text that stands.
    contract::keep_signed(writing.tx, means, args.agreement)?;
    Ok(check)
}

/// Removes a check with its clauses.
pub fn remove_check(writing: &Writing<'_, '_>, _: &Desk, args: AgreementCheckRef) -> Result<Done, Problem> {
    checks::remove(writing.tx, args.id).map(|()| Done)
}

/// Opens the letter of reminder of the union's supervision from talks that are refused. It is a supervision case too: whoever
/// writes it needs that right beside.
pub fn open_warning(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: NegotiationRef,
) -> Result<SupervisionCaseId, Problem> {
    let case = refusal::open_warning(writing.tx, writing.book, args.id)?;
    writing.reading().open.may(Right::Writer(Module::Letters))?;
    Ok(case)
}

/// The talks from which a supervision case was opened, if it was.
pub fn of_case(reading: &Reading<'_>, args: CaseOfTalks) -> Result<Option<TalksOfCase>, Problem> {
    let found = refusal::of_case(reading.connection, args.case)?;
    Ok(found.map(|(id, title)| TalksOfCase { id, title }))
}

/// Keeps the order to correct a refusal.
pub fn save_order(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: CorrectionOrder,
) -> Result<CorrectionOrderId, Problem> {
    refusal::save_order(writing.tx, writing.book, &args)
}

/// Removes it.
pub fn remove_order(writing: &Writing<'_, '_>, _: &Desk, args: CorrectionOrderRef) -> Result<Done, Problem> {
    refusal::remove_order(writing.tx, args.id).map(|()| Done)
}

/// Keeps a suspension of talks.
pub fn save_suspension(
    writing: &Writing<'_, '_>,
    _: &Desk,
    args: SuspensionInput,
) -> Result<SuspensionId, Problem> {
    suspension::save(writing.tx, writing.book, &args)
}

/// Keeps that the talks went on.
pub fn resume(writing: &Writing<'_, '_>, _: &Desk, args: ResumeTalks) -> Result<Done, Problem> {
    suspension::resume(writing.tx, &args).map(|()| Done)
}

/// Removes a suspension.
pub fn remove_suspension(writing: &Writing<'_, '_>, _: &Desk, args: SuspensionRef) -> Result<Done, Problem> {
    suspension::remove(writing.tx, args.id).map(|()| Done)
}

/// Keeps the list of information that is asked for.
pub fn save_information(writing: &Writing<'_, '_>, _: &Desk, args: SaveInformation) -> Result<Done, Problem> {
    information::save(writing.tx, &args).map(|()| Done)
}

/// Keeps what came of one item.
pub fn mark_information(writing: &Writing<'_, '_>, _: &Desk, args: MarkInformation) -> Result<Done, Problem> {
    information::mark(writing.tx, &args).map(|()| Done)
}

/// Keeps who signed to keep secrets.
pub fn sign_secrecy(writing: &Writing<'_, '_>, _: &Desk, args: SignSecrecy) -> Result<Done, Problem> {
    information::sign(writing.tx, &args).map(|()| Done)
}

/// Keeps where a topic belongs and whether the talks go on without it.
pub fn save_topic(writing: &Writing<'_, '_>, _: &Desk, args: SaveTopic) -> Result<Done, Problem> {
    work::topics::save(writing.tx, &args).map(|()| Done)
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
