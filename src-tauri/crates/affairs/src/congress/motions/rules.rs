//! Pure decisions about a motion: what its form must hold, how far it has come, what is to be done now and by when.

use chrono::NaiveDate;
use law::Deadline;

use super::PAGE;
use super::model::{
    CongressFeedback, CongressMotionId, CongressMotionInput, CongressMotionState, CongressReview,
};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, day_words};
use crate::typed::{short, text};

/// How far a motion has come.
pub fn state(motion: &CongressMotionInput) -> CongressMotionState {
    match motion.review {
        None => return CongressMotionState::Collected,
        Some(CongressReview::Merged | CongressReview::Returned) => return CongressMotionState::Done,
        Some(CongressReview::Filed | CongressReview::Opinion) => {}
    }
    match (motion.handed_on, motion.answered_on, motion.feedback) {
        (None, ..) => CongressMotionState::Reviewed,
        (Some(_), None, _) => CongressMotionState::Handed,
        (Some(_), Some(_), None) => CongressMotionState::Answered,
        (Some(_), Some(_), Some(CongressFeedback::Unsatisfied)) => CongressMotionState::Again,
        _ => CongressMotionState::Done,
    }
}

/// Refuses a motion that cannot be: without who made it or what it asks for, or with days against their order.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &CongressMotionInput, today: NaiveDate) -> Result<(), Problem> {
    short("matter", &input.matter, 100)?;
    short("proposer", &input.proposer, 50)?;
    short("department", text(&input.department).unwrap_or_default(), 60)?;
    short("reasons", text(&input.reasons).unwrap_or_default(), 5000)?;
    short("advice", &input.advice, 5000)?;
    short("answer", text(&input.answer).unwrap_or_default(), 5000)?;
    short("reviewNote", text(&input.review_note).unwrap_or_default(), 500)?;
    short("feedbackNote", text(&input.feedback_note).unwrap_or_default(), 500)?;
    short("lateEntry", text(&input.late_entry).unwrap_or_default(), 200)?;
    if input.matter.trim().is_empty() {
        return Err(Problem::input("matter", "请写案由，一句话，例如“食堂夜班供应热饭”。"));
    }
    if input.proposer.trim().is_empty() {
        return Err(Problem::input("proposer", "请写提案人，从代表里选。"));
    }
    if input.advice.trim().is_empty() {
        return Err(Problem::input("advice", "请写建议怎么办，承办部门要照它答复。"));
    }
    if input.collected_on > today {
        return Err(Problem::input("collectedOn", "征集的日期还没有到，请核对。"));
    }
    check_review(input)?;
    check_course(input)?;
    check_days(input, today)
}

fn check_review(input: &CongressMotionInput) -> Result<(), Problem> {
    match (input.review, input.reviewed_on) {
        (Some(_), None) => return Err(Problem::input("reviewedOn", "请写审查的日期。")),
        (None, Some(_)) => return Err(Problem::input("review", "请选择审查的结果。")),
        _ => {}
    }
    match input.review {
        Some(CongressReview::Merged) if text(&input.review_note).is_none() => {
            Err(Problem::input("reviewNote", "请写并入哪一件提案。"))
        }
        Some(CongressReview::Returned) if text(&input.review_note).is_none() => {
            Err(Problem::input("reviewNote", "请写为什么不立案，要告诉提案人。"))
        }
        _ => Ok(()),
    }
}

fn check_course(input: &CongressMotionInput) -> Result<(), Problem> {
    let led = matches!(input.review, Some(CongressReview::Filed | CongressReview::Opinion));
    if input.handed_on.is_some() {
        if !led {
            return Err(Problem::input("handedOn", "立案或者转为意见建议以后才交办，请先写审查的结果。"));
        }
        if text(&input.department).is_none() {
            return Err(Problem::input("department", "请写交给哪个部门办。"));
        }
    }
    if input.answered_on.is_some() {
        if input.handed_on.is_none() {
            return Err(Problem::input("handedOn", "请先写哪天交给承办部门的。"));
        }
        if text(&input.answer).is_none() {
            return Err(Problem::input("answer", "请写答复的内容和办理的情况。"));
        }
    } else if text(&input.answer).is_some() {
        return Err(Problem::input("answeredOn", "请写答复的日期。"));
    }
    match (input.feedback, input.feedback_on) {
        (Some(_), _) if input.answered_on.is_none() => {
            Err(Problem::input("answeredOn", "答复以后才请提案人反馈，请先写答复的日期和内容。"))
        }
        (Some(_), None) => Err(Problem::input("feedbackOn", "请写反馈的日期。")),
        (None, Some(_)) => Err(Problem::input("feedback", "请选择提案人满意不满意。")),
        _ => Ok(()),
    }
}

/// Each day stands after the one before it, and none is to come; the day agreed on for the answer may.
fn check_days(input: &CongressMotionInput, today: NaiveDate) -> Result<(), Problem> {
    let days = [
        ("reviewedOn", "审查", input.reviewed_on),
        ("handedOn", "交办", input.handed_on),
        ("answeredOn", "答复", input.answered_on),
        ("feedbackOn", "反馈", input.feedback_on),
    ];
    let (mut last, mut was) = (input.collected_on, "征集");
    for (field, name, day) in days {
        let Some(day) = day else { continue };
        if day > today {
            return Err(Problem::input(field, format!("{name}的日期还没有到，请核对。")));
        }
        if day < last {
            return Err(Problem::input(field, format!("{name}的日期早于{was}的日期，请核对。")));
        }
        (last, was) = (day, name);
    }
    match (input.due_on, input.handed_on) {
        (Some(due), Some(handed)) if due < handed => {
            Err(Problem::input("dueOn", "答复的期限早于交办的日期，请核对。"))
        }
        _ => Ok(()),
    }
}

/// What is to be done now about a motion that is not over. `clock`: the place's own term of an answer, where it has one.
pub fn next(
    id: CongressMotionId,
    number: &str,
    motion: &CongressMotionInput,
    clock: Option<Deadline>,
    today: NaiveDate,
) -> Option<Duty> {
    let at =
        |part: &str| Place { page: PAGE.to_owned(), id: Some(id.to_string()), part: Some(part.to_owned()) };
    let about = format!("{number}“{}”", motion.matter.trim());
    let department = text(&motion.department).unwrap_or("承办部门");
    let undated = |kind: DutyKind, band, whose, title: String, part: &str| {
        Duty::undated(band, kind.id(id), whose, title, at(part))
    };
    let (duty, origin, button) = match state(motion) {
        CongressMotionState::Done => return None,
        CongressMotionState::Collected => (
            undated(DutyKind::MotionReview, Band::Week, Whose::Union, format!("审查提案{about}"), "change"),
            "提案征集以后要审查：立案、并案、转为意见建议或者不立案，结果告诉提案人。法律没有规定天数。"
                .to_owned(),
            "登记审查",
        ),
        CongressMotionState::Reviewed => (
            undated(DutyKind::MotionHand, Band::Week, Whose::Union, format!("交办提案{about}"), "change"),
            "已经立案，还没有交给承办部门；交办时商定答复的日期。".to_owned(),
            "登记交办",
        ),
        CongressMotionState::Handed => {
            let title = format!("{department}答复提案{about}");
            let kind = DutyKind::MotionAnswer.id(id);
            let (duty, origin) = match (motion.due_on, clock) {
                (Some(due), _) => (
                    Duty::due(today, due, kind, Whose::Employer, title, at("change")),
                    format!("交办时商定{}以前答复。", day_words(due)),
                ),
                (None, Some(deadline)) => {
                    let origin = deadline.explanation.sentence.clone();
                    let duty = Duty::due(today, deadline.due, kind, Whose::Employer, title, at("change"));
                    (Duty { deadline: Some(deadline), ..duty }, origin)
                }
                (None, None) => (
                    Duty::undated(Band::NoDay, kind, Whose::Employer, title, at("change")),
                    "交办时没有商定答复的日期，建议和承办部门定一个。".to_owned(),
                ),
            };
            (duty, origin, "登记答复")
        }
        CongressMotionState::Answered => (
            undated(
                DutyKind::MotionFeedback,
                Band::Week,
                Whose::Union,
                format!("请{}对提案{about}的答复提意见", motion.proposer.trim()),
                "change",
            ),
            "承办部门已经答复，还没有问提案人满意不满意。".to_owned(),
            "登记反馈",
        ),
        CongressMotionState::Again => (
            undated(
                DutyKind::MotionAgain,
                Band::NoDay,
                Whose::Employer,
                format!("{department}再办提案{about}"),
                "change",
            ),
            "提案人对答复不满意，请承办部门再办；再答复以后，改写答复的日期和内容，反馈重新问。".to_owned(),
            "登记再答复",
        ),
    };
    Some(Duty { origin, button: button.to_owned(), ..duty })
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
