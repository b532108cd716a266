//! The step at which the talks stand, as 今日 tells it where nothing else of them is told: talks that wait for something without a day
//! stay in sight. Which step it is, whose it is and what is missing, the ladder says.

use chrono::NaiveDate;

use super::agreement::model::Agreement;
use super::late::{self, Late};
use super::model::{Negotiation, Side, Step, StepKind};
use super::rules;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};

/// The duty of the step, unless one of those beside it tells it.
pub(super) fn duty(
    whole: &Negotiation,
    late: Option<Late>,
    beside: &[Duty],
    today: NaiveDate,
) -> Option<Duty> {
    let step = whole.steps.iter().find(|step| step.current)?;
    let mut kinds = beside.iter().filter_map(|duty| DutyKind::of_id(&duty.id));
    // A refusal has a ladder of its own, which waits in another module for the answer to a letter; what is signed goes its own way.
    let apart = whole.refusal.is_some() || whole.agreements.iter().all(Agreement::is_signed);
    if apart || !late::asks(late, step.due) || kinds.any(|kind| tells(kind, step.kind)) {
        return None;
    }
    let (part, button) = opens(whole, step);
    let place =
        Place { page: "negotiation".to_owned(), id: Some(whole.id.to_string()), part: Some(part.to_owned()) };
    let all = [Whose::Union, Whose::Employer, Whose::Upper];
    let whose = all.into_iter().find(|one| one.label() == step.whose).unwrap_or(Whose::Union);
    let (id, title) = (DutyKind::NegotiationStep.id(whole.id), title(whole, step));
    let duty = match step.due {
        Some(due) => Duty::due(today, due, id, whose, title, place),
        None => Duty::undated(Band::Week, id, whose, title, place),
    };
    let undated = if step.due.is_none() { "法规没有定天数，请尽快办理。" } else { "" };
    Some(Duty { origin: format!("{}{undated}", step.origin), rule: step.rule.clone(), button, ..duty })
}

/// Whether the window for the next talks is open whose offer a step asks for: its day speaks.
pub(super) fn is_told_by_renewal(step: &Duty, all: &[Duty]) -> bool {
    let renewal = |one: &&Duty| DutyKind::of_id(&one.id) == Some(DutyKind::NegotiationRenewal);
    step.place.part.as_deref() == Some("offer")
        && all.iter().filter(renewal).any(|one| one.place.id == step.place.id)
}

/// Tells once of talks that are prepared while the window for them is open: its day speaks, and says that opinions are collected first.
/// A window that is told of later than they are leaves them as they are.
pub(super) fn told_by_renewal(duties: Vec<Duty>) -> Vec<Duty> {
    let is = |one: &Duty, kind: DutyKind| DutyKind::of_id(&one.id) == Some(kind);
    let tells = |window: &Duty, of: &Duty| {
        is(window, DutyKind::NegotiationRenewal)
            && is(of, DutyKind::NegotiationOpinions)
            && window.place.id == of.place.id
            && window.band <= of.band
    };
    let told: Vec<Duty> =
        duties.iter().filter(|of| duties.iter().any(|window| tells(window, of))).cloned().collect();
    let mut kept = duties;
    kept.retain(|one| !told.iter().any(|of| of.id == one.id));
    for window in &mut kept {
        let first: Vec<&Duty> = told.iter().filter(|of| tells(window, of)).collect();
        for of in first {
            window.origin.push_str(&format!("先征集职工意见：{}", of.origin));
        }
    }
    kept
}

/// Whether a duty of the affair tells what its step waits for.
fn tells(kind: DutyKind, step: StepKind) -> bool {
    use DutyKind as Kind;
    match kind {
        Kind::NegotiationOpinions => matches!(step, StepKind::Representatives | StepKind::Offer),
        Kind::NegotiationPetition => step == StepKind::Offer,
        Kind::NegotiationSeat | Kind::NegotiationFormation | Kind::NegotiationElectedAnew => {
            step == StepKind::Representatives
        }
        // The end of the whole talk and the next meeting stand in sight from the offer on, and say nothing of what goes before them.
        Kind::NegotiationMeeting | Kind::NegotiationMeetings => {
            matches!(step, StepKind::Meetings | StepKind::Conclusion)
        }
        Kind::NegotiationReply
        | Kind::NegotiationResume
        | Kind::NegotiationDispute
        | Kind::NegotiationCoordination => true,
        // One agreement of a round may be on its way while another is still talked about.
        Kind::AgreementDraft
        | Kind::AgreementVote
        | Kind::AgreementNotice
        | Kind::AgreementSignature
        | Kind::AgreementFiling
        | Kind::AgreementEffect => step != StepKind::Meetings,
        _ => false,
    }
}

/// The part of the page that a step is entered in, and what the button says.
fn opens(whole: &Negotiation, step: &Step) -> (&'static str, String) {
    match step.kind {
        StepKind::Preparation => ("opinions", "登记征集的意见".to_owned()),
        StepKind::Representatives => ("representatives", "登记协商代表".to_owned()),
        StepKind::Offer if whole.offer.is_some() => ("offer", "登记收到的日期".to_owned()),
        StepKind::Offer => ("offer", format!("填写{}", whole.offer_name)),
        StepKind::Reply => ("reply", "登记答复".to_owned()),
        StepKind::Meetings => ("meetings", "记录会议".to_owned()),
        StepKind::Conclusion => ("agreements", "看合同".to_owned()),
    }
}

fn title(whole: &Negotiation, step: &Step) -> String {
    // Who is not made known yet is told with a day and an owner of its own.
    let apart = [Side::Workers, Side::Employer].map(rules::unposted_words);
    let missing: Vec<&str> =
        step.missing.iter().filter(|one| !apart.contains(one)).map(String::as_str).collect();
    let what = match step.kind {
        StepKind::Offer if whole.offer.is_none() => format!("提出{}", whole.offer_name),
        _ if missing.is_empty() => step.name.clone(),
        _ => format!("{}，还缺：{}", step.name, missing.join("；")),
    };
    format!("{what}（{}）", whole.title)
}
