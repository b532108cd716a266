//! What an agreement makes due: its next rungs, as its own ladder shows them. Of one entered afterwards from an archive only what
//! lies ahead of its entry is asked for, also where it goes on in a later affair: what its papers lack is told on its page.

use chrono::NaiveDate;

use super::model::{Agreement, AgreementRung, AgreementRungState, AgreementState, AgreementStep};
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::negotiation::late::{self, Late};
use crate::office::text;

/// How long before its day a rung that comes later is announced.
pub(super) const AHEAD: chrono::Days = chrono::Days::new(30);

/// The next rungs of agreements. `late`: how the affair was entered in which they stand.
pub(in crate::negotiation) fn duties(
    agreements: &[Agreement],
    late: Option<Late>,
    today: NaiveDate,
) -> Vec<Duty> {
    let of = |one: &Agreement| {
        let open = one.rungs.iter().filter(|rung| is_near(rung, today) && is_asked(one, rung, late));
        let next = open.map(|rung| duty(one, rung, today));
        next.chain(remedies(one, late, today)).chain(suits(one, late, today)).collect::<Vec<_>>()
    };
    agreements.iter().flat_map(of).collect()
}

/// How an agreement was entered afterwards, by the day of its own entry: one that was carried on from a sealed affair brings that day
/// along. `late`: how the affair was entered in which it stands.
fn late_of(one: &Agreement, late: Option<Late>) -> Option<Late> {
    let goes_on = late.is_none_or(|late| late.goes_on);
    one.entered_on.map(|entered_on| Late { entered_on, goes_on })
}

/// Whether a rung is asked for of an agreement that was entered afterwards: its day lies ahead of the entry or, where it has none,
/// what it follows on came about since. What came back is put right by no day: it is asked for while the affair goes on.
pub(in crate::negotiation) fn is_asked(one: &Agreement, rung: &AgreementRung, late: Option<Late>) -> bool {
    let due = rung.due.or(rung.deadline.as_ref().map(|deadline| deadline.due));
    let earlier = one.rungs.iter().filter(|earlier| earlier.step < rung.step);
    let before = earlier.filter_map(|earlier| earlier.on).max();
    let before = before.filter(|_| one.state != AgreementState::Returned);
    late::asks(late_of(one, late), due.or(before))
}

/// What a check found short stays due until it is mended.
fn remedies(one: &Agreement, late: Option<Late>, today: NaiveDate) -> impl Iterator<Item = Duty> + '_ {
    let late = late_of(one, late);
    let found = one.checks.iter().filter_map(|check| Some((check.id?, check)));
    let each = found.flat_map(|(id, check)| check.clauses.iter().enumerate().map(move |at| (id, check, at)));
    let short = each.filter(move |(_, check, (_, clause))| {
        clause.is_open() && late::asks(late, clause.due_on.or(Some(check.checked_on)))
    });
    short.map(move |(id, check, (at, clause))| {
        let what = text(&clause.remedy).unwrap_or(clause.clause.trim());
        let title = format!("补救：{what}（{}）", one.title);
        let name = DutyKind::AgreementRemedy.id(format!("{id}.{at}"));
        let place = Place {
            page: "negotiation".to_owned(),
            id: Some(one.negotiation.to_string()),
            part: Some(format!("agreement:{}:check:{id}", one.id)),
        };
        let duty = match clause.due_on {
            Some(due) => Duty::due(today, due, name, Whose::Employer, title, place),
            None => Duty::undated(Band::NoDay, name, Whose::Employer, title, place),
        };
        let gap = text(&clause.gap).unwrap_or_default();
        let owner = text(&clause.owner).map_or(String::new(), |owner| format!("，责任人{owner}"));
        // The day has gone and nothing came of it: then it is a dispute over what was agreed.
        let missed = clause.due_on.is_some_and(|due| due < today);
        let way = if missed { one.breach.concat() } else { String::new() };
        Duty {
            module: "negotiation".to_owned(),
            origin: format!(
                "{}检查时“{}”{gap}{owner}。{way}",
                day_words(check.checked_on),
                clause.clause.trim()
            ),
            button: "登记补救".to_owned(),
            ..duty
        }
    })
}

/// Against an award a suit may be brought until its last day; whoever lets it pass is not late.
fn suits(one: &Agreement, late: Option<Late>, today: NaiveDate) -> impl Iterator<Item = Duty> + '_ {
    let late = late_of(one, late);
    let open = one.suits.iter().filter(move |suit| suit.deadline.due >= today);
    open.filter(move |suit| late::asks(late, Some(suit.deadline.due))).map(move |suit| {
        let title = format!("不服仲裁裁决的，向法院起诉：{}（{}）", suit.clause, one.title);
        let name = DutyKind::AgreementSuit.id(format!("{}.{}", suit.check, suit.at));
        let place = Place {
            page: "negotiation".to_owned(),
            id: Some(one.negotiation.to_string()),
            part: Some(format!("agreement:{}:check:{}", one.id, suit.check)),
        };
        let duty = Duty::due(today, suit.deadline.due, name, Whose::Union, title, place);
        Duty {
            module: "negotiation".to_owned(),
            origin: format!("{}服从裁决的不用起诉，期满裁决书生效。", suit.deadline.explanation.sentence),
            deadline: Some(suit.deadline.clone()),
            button: "登记起诉".to_owned(),
            ..duty
        }
    })
}

/// The next talks alone: what of a sealed affair's agreements is no part of the affair.
pub(in crate::negotiation) fn renewals(
    agreements: &[Agreement],
    late: Option<Late>,
    today: NaiveDate,
) -> Vec<Duty> {
    let mut all = duties(agreements, late, today);
    all.retain(|duty| DutyKind::of_id(&duty.id) == Some(DutyKind::NegotiationRenewal));
    all
}

/// What was found short and the suits that may still be brought, of the agreements in force alone: they are carried into the affair
/// that continues a sealed one, and what comes of them is entered there.
pub(in crate::negotiation) fn unkept(
    agreements: &[Agreement],
    late: Option<Late>,
    today: NaiveDate,
) -> Vec<Duty> {
    let in_force = agreements.iter().filter(|one| one.state == AgreementState::InEffect);
    let of = |one: &Agreement| remedies(one, late, today).chain(suits(one, late, today)).collect::<Vec<_>>();
    in_force.flat_map(of).collect()
}

/// Whether a rung is to be done now and its day is near.
pub(in crate::negotiation) fn is_near(rung: &AgreementRung, today: NaiveDate) -> bool {
    rung.state == AgreementRungState::Now && due(rung, today)
}

/// Checks and the next talks are announced some days ahead; all else is due as soon as it can be done.
fn due(rung: &AgreementRung, today: NaiveDate) -> bool {
    match rung.step {
        AgreementStep::Check | AgreementStep::Performance | AgreementStep::Renewal => {
            rung.opens.or(rung.due).is_some_and(|day| day <= today + AHEAD)
        }
        _ => true,
    }
}

/// Whether a duty waits for talks that are broken off: a draft, its vote and its signature while something of it is open.
pub(in crate::negotiation) fn waits_for_talks(agreements: &[Agreement], of: &Duty) -> bool {
    let steps = [AgreementStep::Draft, AgreementStep::Vote, AgreementStep::Signature];
    let waits = |one: &Agreement, rung: &AgreementRung| {
        steps.contains(&rung.step) && !rung.lacks.is_empty() && kind_of(rung.step).id(one.id) == of.id
    };
    agreements.iter().any(|one| one.rungs.iter().any(|rung| waits(one, rung)))
}

fn kind_of(step: AgreementStep) -> DutyKind {
    match step {
        AgreementStep::Draft => DutyKind::AgreementDraft,
        AgreementStep::Vote => DutyKind::AgreementVote,
        AgreementStep::Notice => DutyKind::AgreementNotice,
        AgreementStep::Signature => DutyKind::AgreementSignature,
        AgreementStep::Filing => DutyKind::AgreementFiling,
        AgreementStep::Effect => DutyKind::AgreementEffect,
        AgreementStep::Publication => DutyKind::AgreementPublication,
        AgreementStep::SendUp => DutyKind::AgreementSendUp,
        AgreementStep::Performance => DutyKind::AgreementPerformance,
        AgreementStep::Rescission => DutyKind::AgreementRescission,
        AgreementStep::Renewal => DutyKind::NegotiationRenewal,
        AgreementStep::Check => DutyKind::AgreementCheck,
    }
}

fn duty(one: &Agreement, rung: &AgreementRung, today: NaiveDate) -> Duty {
    let title = format!("{}（{}）", rung.title, one.title);
    let name = kind_of(rung.step).id(one.id);
    // The window before the end of a term is none to miss: when it is over, the talks can still be begun.
    let missed = |due: &NaiveDate| rung.step == AgreementStep::Renewal && *due < today;
    let mut duty = match rung.due.filter(|due| !missed(due)) {
        Some(due) => Duty::due(today, due, name, rung.whose, title, rung.place.clone()),
        None => Duty::undated(Band::Week, name, rung.whose, title, rung.place.clone()),
    };
    // A window that is open is for now, however long it stays open.
    if rung.opens.is_some_and(|opens| opens <= today) {
        duty.band = duty.band.min(Band::Week);
    }
    let lacks: String = rung.lacks.iter().map(|lack| lack.text.as_str()).collect();
    Duty {
        module: "negotiation".to_owned(),
        origin: format!("{}{lacks}", rung.origin),
        deadline: rung.deadline.clone(),
        rule: rung.rule.clone(),
        button: rung.button.clone(),
        ..duty
    }
}
