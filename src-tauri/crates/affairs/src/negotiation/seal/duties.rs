//! What sealing makes due: an affair whose agreements are all over is sealed; one that was sealed while an agreement is in force is
//! continued at once where that was not published or sent up, when the next check or report of it comes near, and as long as something
//! is owed that a check found short; one that was sealed while an agreement is on its way through the filing is continued at once.

use chrono::NaiveDate;

use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::Amendment;
use crate::negotiation::agreement::model::{
    Agreement, AgreementId, AgreementRung, AgreementState, AgreementStep,
};
use crate::negotiation::late::Late;
use crate::negotiation::model::Negotiation;

fn place(whole: &Negotiation, part: &str) -> Place {
    Place { page: "negotiation".to_owned(), id: Some(whole.id.to_string()), part: Some(part.to_owned()) }
}

fn is_ended(one: &Agreement) -> bool {
    one.expired || one.state == AgreementState::Over
}

/// Everything of one affair.
pub(in crate::negotiation) fn duties(whole: &Negotiation, late: Option<Late>, today: NaiveDate) -> Vec<Duty> {
    match (&whole.closing.seal, &whole.closing.continued_by) {
        (Some(_), Some(_)) => Vec::new(),
        (Some(_), None) => of_sealed(whole, late, today),
        (None, _) => to_seal(whole).into_iter().collect(),
    }
}

/// An affair that is over. One entered afterwards from an archive is sealed as its chair likes.
fn to_seal(whole: &Negotiation) -> Option<Duty> {
    let over = whole.agreements.iter().all(is_ended) && whole.closing.open.is_empty();
    if !over || whole.late_entry.is_some() {
        return None;
    }
    let title = format!("封存归档（{}）", whole.title);
    let id = DutyKind::NegotiationSeal.id(whole.id);
    let mut duty = Duty::undated(Band::NoDay, id, Whose::Union, title, place(whole, "closing"));
    duty.origin =
        "合同都已经期满或者终止。封存以后内容不能再改，整卷可以装订归档；法规没有定日期，方便时办理。"
            .to_owned();
    duty.button = "封存".to_owned();
    Some(duty)
}

/// As a duty says of a sealed affair where it is done.
const GOES_ON: &str = "这次协商已经封存，要登记在接续的协商里。";

/// The same, to be done in the affair that goes on with a sealed one.
pub(in crate::negotiation) fn to_go_on(whole: &Negotiation, of: Duty) -> Duty {
    Duty {
        origin: format!("{}{GOES_ON}", of.origin),
        place: place(whole, "closing"),
        button: "接续协商".to_owned(),
        ..of
    }
}

/// Whether a sealed affair's agreement asks to be gone on with for a step: in force, for its publication and the copy for the upper
/// union, and for the checks and reports of a day; on its way to that, for the filing and what comes of it, or the next draft of what
/// came back and was talked about anew, until the term that it was to have is over.
fn asks(one: &Agreement, rung: &AgreementRung, today: NaiveDate) -> bool {
    match one.state {
        AgreementState::InEffect => match rung.step {
            AgreementStep::Publication | AgreementStep::SendUp => !one.expired,
            AgreementStep::Check | AgreementStep::Performance => !one.expired && rung.due.is_some(),
            _ => false,
        },
        state if agreement::goes_on(state) => {
            let steps = [AgreementStep::Draft, AgreementStep::Filing, AgreementStep::Effect];
            steps.contains(&rung.step) && one.term_to.is_none_or(|end| end >= today)
        }
        _ => false,
    }
}

/// What amends an agreement of a sealed affair and goes on in the one that continues it, while that agreement is in force.
fn amending(whole: &Negotiation) -> impl Iterator<Item = &Agreement> {
    let runs = move |id: AgreementId| {
        let mut bases = whole.agreements.iter().filter(move |base| base.id == id);
        bases.any(|base| base.state == AgreementState::InEffect && !base.expired)
    };
    let goes_on = move |one: &&Amendment| {
        agreement::amendment_goes_on(one.record.act, one.course.state) && runs(one.record.amends)
    };
    whole.amendments.iter().filter(goes_on).map(|one| &one.course)
}

/// What a sealed affair's agreements still ask for, and what is owed under them; and the next talks, which are no part of it.
fn of_sealed(whole: &Negotiation, late: Option<Late>, today: NaiveDate) -> Vec<Duty> {
    let next = whole
        .agreements
        .iter()
        .chain(amending(whole))
        .flat_map(|one| one.rungs.iter().map(move |rung| (one, rung)))
        .filter(|(one, rung)| asks(one, rung, today) && agreement::is_near(rung, today))
        .filter(|(one, rung)| agreement::is_asked(one, rung, late))
        .min_by_key(|(_, rung)| (rung.due.is_none(), rung.due));
    let mut duties = agreement::renewals(&whole.agreements, late, today);
    let unkept = agreement::unkept(&whole.agreements, late, today);
    duties.extend(unkept.into_iter().map(|duty| to_go_on(whole, duty)));
    if let Some((one, rung)) = next {
        let title = format!("接续协商，{}（{}）", rung.title, one.title);
        let id = DutyKind::NegotiationContinue.id(whole.id);
        let place = place(whole, "closing");
        let mut duty = match rung.due {
            Some(due) => Duty::due(today, due, id, Whose::Union, title, place),
            None => Duty::undated(Band::Week, id, Whose::Union, title, place),
        };
        duty.origin.clone_from(&rung.origin);
        duty.deadline.clone_from(&rung.deadline);
        duty.rule.clone_from(&rung.rule);
        duties.push(to_go_on(whole, duty));
    }
    duties
}
