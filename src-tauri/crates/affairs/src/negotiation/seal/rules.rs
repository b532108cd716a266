//! What stands against sealing an affair as done, and what is told before: it can be entered now, and not any more afterwards.

use chrono::NaiveDate;

use crate::duty::day_words;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::model::Amendment;
use crate::negotiation::agreement::model::{Agreement, AgreementRungState, AgreementState, AgreementStep};
use crate::negotiation::model::{Negotiation, Side};
use crate::negotiation::people;
use crate::negotiation::rules::Law;
use crate::office::text;

fn is_now(one: &Agreement, step: AgreementStep) -> bool {
    one.rungs.iter().any(|rung| rung.step == step && rung.state == AgreementRungState::Now)
}

/// What stands against sealing an agreement as done.
fn open_end(one: &Agreement) -> Option<String> {
    match one.state {
        AgreementState::Over if is_now(one, AgreementStep::Rescission) => {
            Some(format!("{}已经解除，还没有登记备案。", one.title))
        }
        AgreementState::InEffect | AgreementState::Over => None,
        _ => Some(format!("{}{}，还没有生效。", one.title, one.state_word)),
    }
}

/// What stands against sealing an affair whose agreements are amended: an amendment with a step to be done now. One that the congress
/// rejected need not be drafted again: the agreement goes on as it is.
fn open_amendment(one: &Agreement) -> Option<String> {
    if one.state == AgreementState::Rejected {
        return None;
    }
    let next = one
        .rungs
        .iter()
        .find(|rung| rung.state == AgreementRungState::Now && rung.step != AgreementStep::SendUp)?;
    Some(format!("{}还没有办完：{}。", one.title, next.title))
}

/// What of an affair has not come to its end: sealed so, it is given up.
pub(super) fn unfinished(whole: &Negotiation) -> Vec<String> {
    let amending = whole.amendments.iter().map(|one| &one.course).filter_map(open_amendment);
    whole.agreements.iter().filter_map(open_end).chain(amending).collect()
}

/// What is still owed under an agreement: its publication and the copy for the upper union, checks and reports whose day has gone, what
/// a check found short, a suit that may still be brought.
fn owed(one: &Agreement, today: NaiveDate) -> Vec<String> {
    let told = [(AgreementStep::Publication, "公布"), (AgreementStep::SendUp, "报送上级工会")];
    let told =
        told.into_iter().filter(|(step, _)| one.state == AgreementState::InEffect && is_now(one, *step));
    let told = told.map(|(_, what)| format!("{}已经生效，还没有登记{what}。", one.title));
    let asked = [AgreementStep::Check, AgreementStep::Performance];
    let missed = one.rungs.iter().filter(|rung| {
        asked.contains(&rung.step)
            && rung.state == AgreementRungState::Now
            && rung.due.is_some_and(|due| due < today)
    });
    let missed = missed.map(|rung| {
        let due = rung.due.map(day_words).unwrap_or_default();
        format!("{}：{}，应当在{due}以前，还没有登记。", one.title, rung.title)
    });
    let clauses = one.checks.iter().flat_map(|check| check.clauses.iter().map(move |clause| (check, clause)));
    let short = clauses.filter(|(_, clause)| clause.is_open()).map(|(check, clause)| {
        let (name, gap) = (clause.clause.trim(), text(&clause.gap).unwrap_or_default());
        let remedy = text(&clause.remedy).map(|remedy| format!("“{remedy}”")).unwrap_or_default();
        let by = clause.due_on.map(|due| format!("（{}以前）", day_words(due))).unwrap_or_default();
        let found = day_words(check.checked_on);
        format!("{}：{found}检查时“{name}”{gap}，补救{remedy}{by}还没有登记完成。", one.title)
    });
    let suits = one.suits.iter().filter(|suit| suit.deadline.due >= today).map(|suit| {
        let last = day_words(suit.deadline.due);
        format!("{}：“{}”的仲裁裁决，可以起诉到{last}，还没有登记起诉。", one.title, suit.clause)
    });
    told.chain(missed).chain(short).chain(suits).collect()
}

/// What stands against sealing an affair without a reason.
pub(in crate::negotiation) fn open_ends(whole: &Negotiation, today: NaiveDate) -> Vec<String> {
    let owed = whole.agreements.iter().flat_map(|one| owed(one, today));
    unfinished(whole).into_iter().chain(owed).collect()
}

/// What was not entered of that which goes before the talks: information without an outcome, promises of secrecy not signed, and
/// representatives never made known where the law of the place asks for it.
fn told_of_preparation(whole: &Negotiation, law: Law<'_>) -> Vec<String> {
    let mut told = Vec::new();
    let items = &whole.information.items;
    let open = items.iter().filter(|one| one.received_on.is_none() && one.refused_on.is_none());
    let open: Vec<&str> = open.map(|one| one.name.trim()).collect();
    if !open.is_empty() {
        told.push(format!("协商资料有{}项没有登记结果：{}。", open.len(), open.join("、")));
    }
    let unsigned = whole.information.secrecy.iter().filter(|one| one.signed_on.is_none());
    let unsigned: Vec<&str> = unsigned.map(|one| one.name.trim()).collect();
    if !unsigned.is_empty() {
        told.push(format!("保密承诺有{}人没有登记签署：{}。", unsigned.len(), unsigned.join("、")));
    }
    for side in [Side::Workers, Side::Employer] {
        // Who was taken over from a sealed affair was made known there.
        let own = |on: Option<NaiveDate>| {
            whole.closing.continues.is_none() || on.is_some_and(|on| on >= whole.started_on)
        };
        let mut all = whole.representatives.iter().filter(|one| one.side == side);
        let there = all.any(|one| own(one.record.chosen_on));
        let posted = people::posted(side, &whole.events).next().is_some();
        if there && !posted && people::is_posted_by_law(law, side) {
            told.push(format!("{}协商代表没有登记公布。", side.name()));
        }
    }
    told
}

/// Where an agreement that is not in effect goes on: one that both sides signed where it stands, one that they did not from the talks.
fn told_of_way(one: &Agreement) -> Option<String> {
    let (title, word) = (&one.title, &one.state_word);
    match one.state {
        AgreementState::Passed => Some(format!(
            "{title}（{word}）：没有签字的合同不带到接续的协商里，再要签订的，要重新协商、重新表决。"
        )),
        AgreementState::InEffect => None,
        state if agreement::goes_on(state) => Some(format!(
            "{title}（{word}）：没有办完的报送、审查、生效和公布，要登记在接续的协商里，从这一步接着办。"
        )),
        _ => None,
    }
}

/// Where what amends an agreement goes on that both sides signed and that is not in effect.
fn told_of_amendment(one: &Amendment) -> Option<String> {
    let course = &one.course;
    agreement::amendment_goes_on(one.record.act, course.state).then(|| {
        format!(
            "{}（{}）：没有办完的报送、审查和生效，要登记在接续的协商里，从这一步接着办。",
            course.title, course.state_word
        )
    })
}

/// What is told before: it can be entered now, and not any more afterwards.
pub(in crate::negotiation) fn told_before(
    whole: &Negotiation,
    law: Law<'_>,
    today: NaiveDate,
) -> Vec<String> {
    let mut told = told_of_preparation(whole, law);
    for step in whole.steps.iter().filter(|step| step.unrecorded) {
        told.push(format!("“{}”没有登记。", step.name));
    }
    for one in &whole.agreements {
        let gaps = one.rungs.iter().filter(|rung| rung.state == AgreementRungState::Gap);
        told.extend(gaps.map(|rung| format!("{}：“{}”没有登记。", one.title, rung.title)));
        if let (AgreementState::InEffect, Some(end)) = (one.state, one.term_to.filter(|end| *end >= today)) {
            told.push(format!(
                "{}的期限到{}才满：以后的履行检查、报告、变更和解除，要登记在接续的协商里。",
                one.title,
                day_words(end)
            ));
        }
    }
    told.extend(whole.agreements.iter().filter_map(told_of_way));
    told.extend(whole.amendments.iter().filter_map(told_of_amendment));
    let rejected =
        whole.amendments.iter().map(|one| &one.course).filter(|one| one.state == AgreementState::Rejected);
    told.extend(
        rejected.map(|one| format!("{}：职代会没有通过，没有再办；封存以后原合同照旧执行。", one.title)),
    );
    for meeting in &whole.meetings {
        let promised = meeting.record.undertakings.iter().filter(|one| one.done_on.is_none());
        told.extend(
            promised.map(|one| format!("第{}轮会议承诺的“{}”没有登记完成。", meeting.round, one.what)),
        );
    }
    told
}
