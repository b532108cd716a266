//! Pure decisions on a notice of dismissal or discipline: was the union told beforehand, how far it has come, by when somebody
//! answers. What is looked into is `looks`', what is to be done next `todo`'s. Numbers come from the law book by subject.

mod looks;
mod todo;

pub use looks::{Known, check_unchecked, finding, is_barred_by_law, looks, unchecked};
pub use todo::todos;

use chrono::NaiveDate;
use law::{Deadline, RuleRef};

use super::model::{
    DismissalBeforehand, DismissalInput, DismissalKind, DismissalOpinion, DismissalStance, DismissalState,
};
use super::store::Kept;
use crate::Problem;
use crate::duty::day_words;
use crate::letters::rules::SupervisionLaw;
use crate::office::text;

/// What is asked of the law for a kind of notice: the subject of the notice beforehand, its event, the subjects of the union's
/// opinion and of the employer's answer.
struct Asked {
    notice: &'static str,
    event: &'static str,
    opinion: &'static str,
    answer: &'static str,
}

fn asked(kind: DismissalKind) -> Asked {
    match kind {
        DismissalKind::Discipline => Asked {
            notice: "union.discipline.notice",
            event: "discipline",
            opinion: "union.discipline.opinion",
            answer: "union.discipline.answer",
        },
        DismissalKind::Layoff => Asked {
            notice: "congress.layoff.explain",
            event: "layoff",
            opinion: "union.dismissal.objection",
            answer: "union.dismissal.answer",
        },
        DismissalKind::Fault | DismissalKind::NoFault => Asked {
            notice: "union.dismissal.notice",
            event: "dismissal",
            opinion: "union.dismissal.objection",
            answer: "union.dismissal.answer",
        },
    }
}

/// The subjects that a letter to the employer names beside what was found: its duty to tell beforehand and to answer, and of
/// discipline the union's right to an opinion. Of a dismissal that right is the answer's own article.
pub fn own_subjects(kind: DismissalKind) -> Vec<&'static str> {
    let asked = asked(kind);
    match kind {
        DismissalKind::Discipline => vec![asked.notice, asked.opinion, asked.answer],
        _ => vec![asked.notice, asked.answer],
    }
}

/// What the employer means to do, as a sentence says it.
pub fn act(kind: DismissalKind) -> &'static str {
    match kind {
        DismissalKind::Discipline => "给予处分",
        DismissalKind::Layoff => "列入裁减",
        DismissalKind::Fault | DismissalKind::NoFault => "解除劳动合同",
    }
}

/// Refuses a notice that says nothing, or whose days cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &DismissalInput, today: NaiveDate) -> Result<(), Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请选择或者填写是哪一位职工。"));
    }
    if input.reasons.trim().is_empty() {
        return Err(Problem::input(
            "reasons",
            "请照通知写单位说的理由；单位没有说理由的，写“没有说明理由”。",
        ));
    }
    if input.received_on > today {
        return Err(Problem::input("receivedOn", "收到的日期还没有到，请核对。"));
    }
    Ok(())
}

/// Refuses an objection without what makes it one, or on a day that cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_opinion(
    opinion: &DismissalOpinion,
    received_on: NaiveDate,
    today: NaiveDate,
) -> Result<(), Problem> {
    if opinion.opined_on < received_on {
        return Err(Problem::input("opinedOn", "研究的日期早于收到通知的日期，请核对。"));
    }
    if opinion.opined_on > today {
        return Err(Problem::input("opinedOn", "研究的日期还没有到，请核对。"));
    }
    if opinion.answer_by.is_some_and(|day| day < opinion.opined_on) {
        return Err(Problem::input("answerBy", "请单位答复的日期早于意见书的日期，请核对。"));
    }
    if opinion.stance == DismissalStance::Object {
        for (field, words, message) in [
            ("findings", &opinion.findings, "请写查明的事实，一条一行，印在意见书上；先做核对，程序会填好。"),
            ("articles", &opinion.articles, "请写依据的条文，一条一行，印在意见书上。"),
            ("request", &opinion.request, "请写要求单位怎样做，例如“重新研究，不要解除劳动合同”。"),
        ] {
            if text(words).is_none() {
                return Err(Problem::input(field, message));
            }
        }
    }
    Ok(())
}

/// Refuses a day of what came later that lies before what it follows, or that has not come.
///
/// Errors: `bad_input` at its field.
pub fn check_day(field: &str, on: NaiveDate, after: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if on < after {
        let message = format!("这个日期早于{}（前一步的日期），请核对。", day_words(after));
        return Err(Problem::input(field, message));
    }
    if on > today {
        return Err(Problem::input(field, "这个日期还没有到，请核对。"));
    }
    Ok(())
}

/// Refuses empty words.
///
/// Errors: `bad_input` at its field.
pub fn check_words(field: &str, words: &str, message: &str) -> Result<(), Problem> {
    if words.trim().is_empty() { Err(Problem::input(field, message)) } else { Ok(()) }
}

/// The item of a notice's rule that asks for writing.
const WRITTEN: &str = "written";

/// What the rule of the place on the notice itself says, as a letter names it, where the notice came by mouth and the rule
/// asks for writing.
fn only_spoken(law: SupervisionLaw<'_>, record: &DismissalInput) -> Option<String> {
    let ruling = law.book.applies(asked(record.kind).notice, law.place, record.received_on)?;
    let rule = ruling.winner;
    let asks = rule.items.iter().any(|item| item.key.as_deref() == Some(WRITTEN));
    (asks && !record.written).then(|| format!("《{}》{}", rule.instrument, rule.article))
}

/// Whether the union was told beforehand: by the clock of the place, else before the day itself; and in writing, where the
/// place asks for that.
pub fn beforehand(
    law: SupervisionLaw<'_>,
    record: &DismissalInput,
    today: NaiveDate,
) -> Result<DismissalBeforehand, Problem> {
    let asked = asked(record.kind);
    let rule = law.rule(asked.notice, record.received_on.min(today));
    let spoken = only_spoken(law, record)
        .map(|article| format!("通知是口头的，{article}要求书面通知，请单位补发书面通知。"));
    let Some(planned) = record.planned_on else {
        let said = law.book.applies(asked.notice, law.place, today).map(|ruling| ruling.winner.title.clone());
        let text = format!(
            "通知没有写打算哪天办，请问清楚。{}{}",
            said.map(|said| format!("{said}。")).unwrap_or_default(),
            spoken.as_deref().unwrap_or_default()
        );
        return Ok(DismissalBeforehand { text, in_time: spoken.map(|_| false), rule });
    };
    let received = day_words(record.received_on);
    let clock = law.clock(asked.notice, asked.event, planned)?;
    let (in_time, text) = match (&clock, &spoken) {
        (Some(deadline), Some(spoken)) => {
            (false, format!("{}工会{received}收到通知。{spoken}", deadline.explanation.sentence))
        }
        (Some(deadline), None) => {
            let in_time = record.received_on <= deadline.due;
            let said =
                if in_time { "是按期事先通知的" } else { "晚了，没有按期事先通知工会" };
            (in_time, format!("{}工会{received}收到通知，{said}。", deadline.explanation.sentence))
        }
        (None, _) => {
            let in_time = record.received_on < planned;
            let said = if in_time { "是事先通知的" } else { "不是事先通知" };
            let spoken = spoken.as_deref().unwrap_or_default();
            let text =
                format!("工会{received}收到通知，单位打算在{}办，{said}。{spoken}", day_words(planned));
            (in_time && spoken.is_empty(), text)
        }
    };
    let rule = clock.map(|deadline| deadline.rule).or(rule);
    Ok(DismissalBeforehand { text, in_time: Some(in_time), rule })
}

/// What is wrong with the notice itself, as a letter tells the employer: told too late, told by mouth alone.
pub fn notice_faults(
    law: SupervisionLaw<'_>,
    record: &DismissalInput,
    today: NaiveDate,
) -> Result<Vec<String>, Problem> {
    let mut faults = Vec::new();
    let asked = asked(record.kind);
    if let Some(planned) = record.planned_on {
        let due = law.clock(asked.notice, asked.event, planned)?.map(|deadline| deadline.due);
        let late = due.map_or(record.received_on >= planned, |due| record.received_on > due);
        if late && let Some(ruling) = law.book.applies(asked.notice, law.place, today) {
            let rule = ruling.winner;
            faults.push(format!(
                "你单位打算在{}{}，{}才通知我会，不符合《{}》{}的规定：{}",
                day_words(planned),
                act(record.kind),
                day_words(record.received_on),
                rule.instrument,
                rule.article,
                rule.title
            ));
        }
    }
    if let Some(article) = only_spoken(law, record) {
        faults.push(format!("你单位只是口头通知我会，没有书面写明理由，不符合{article}的规定"));
    }
    Ok(faults)
}

/// How far a notice has come.
pub fn state(kept: &Kept) -> DismissalState {
    if kept.closed.is_some() {
        return DismissalState::Closed;
    }
    match &kept.opinion {
        None => DismissalState::Received,
        Some(opinion) if opinion.stance == DismissalStance::None => DismissalState::NoObjection,
        Some(_) if kept.answered.is_some() => DismissalState::Answered,
        Some(_) if kept.delivered_on.is_some() => DismissalState::Delivered,
        Some(_) => DismissalState::Opined,
    }
}

/// The clock of the employer's answer, where the place sets one; it runs from the receipt of the opinion.
pub fn answer_clock(
    law: SupervisionLaw<'_>,
    kind: DismissalKind,
    received_on: NaiveDate,
) -> Result<Option<Deadline>, Problem> {
    law.clock(asked(kind).answer, "union_objection_received", received_on)
}

/// The last day for the answer and the rule that sets it; none before the opinion was received, or where nobody named one.
pub fn answer_due(
    law: SupervisionLaw<'_>,
    kept: &Kept,
) -> Result<Option<(NaiveDate, Option<RuleRef>)>, Problem> {
    let Some(received) = kept.delivered_on else { return Ok(None) };
    Ok(match answer_clock(law, kept.record.kind, received)? {
        Some(deadline) => Some((deadline.due, Some(deadline.rule))),
        None => kept.opinion.as_ref().and_then(|opinion| opinion.answer_by).map(|day| (day, None)),
    })
}

/// The clock of the union's opinion, where the place sets one.
pub fn opinion_clock(law: SupervisionLaw<'_>, record: &DismissalInput) -> Result<Option<Deadline>, Problem> {
    law.clock(asked(record.kind).opinion, "dismissal_notice_received", record.received_on)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
