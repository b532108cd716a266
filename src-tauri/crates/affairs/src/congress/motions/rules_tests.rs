//! The decisions on motions and their clocks, on both sides of their lines.

use super::*;
use crate::congress::delegates::model::CongressTermId;
use crate::congress::motions::model::CongressMotionKind;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn motion() -> CongressMotionInput {
    let term: CongressTermId = "01990000-0000-7000-8000-000000054001".parse().unwrap();
    CongressMotionInput {
        id: None,
        term,
        matter: "食堂夜班供应热饭".to_owned(),
        kind: CongressMotionKind::Welfare,
        proposer: "王伟".to_owned(),
        seconders: Vec::new(),
        reasons: None,
        advice: "夜班开一个窗口".to_owned(),
        collected_on: day("2026-09-07"),
        review: None,
        reviewed_on: None,
        review_note: None,
        department: None,
        handed_on: None,
        due_on: None,
        answered_on: None,
        answer: None,
        feedback: None,
        feedback_on: None,
        feedback_note: None,
        late_entry: None,
    }
}

fn filed() -> CongressMotionInput {
    CongressMotionInput {
        review: Some(CongressReview::Filed),
        reviewed_on: Some(day("2026-09-08")),
        ..motion()
    }
}

fn handed() -> CongressMotionInput {
    CongressMotionInput {
        department: Some("后勤部".to_owned()),
        handed_on: Some(day("2026-09-09")),
        ..filed()
    }
}

fn answered() -> CongressMotionInput {
    CongressMotionInput {
        answered_on: Some(day("2026-09-12")),
        answer: Some("十月起供应".to_owned()),
        ..handed()
    }
}

fn felt(feedback: CongressFeedback) -> CongressMotionInput {
    CongressMotionInput { feedback: Some(feedback), feedback_on: Some(day("2026-09-14")), ..answered() }
}

#[test]
fn a_motion_goes_from_its_collection_to_what_the_proposer_says() {
    use CongressMotionState::{Again, Answered, Collected, Done, Handed, Reviewed};
    let all = [
        (motion(), Collected),
        (filed(), Reviewed),
        (handed(), Handed),
        (answered(), Answered),
        (felt(CongressFeedback::Unsatisfied), Again),
        (felt(CongressFeedback::Mostly), Done),
        (CongressMotionInput { review: Some(CongressReview::Returned), ..filed() }, Done),
        (CongressMotionInput { review: Some(CongressReview::Merged), ..filed() }, Done),
    ];
    for (one, at) in all {
        assert_eq!(state(&one), at, "{one:?}");
    }
}

#[test]
fn what_cannot_be_is_refused_at_its_field() {
    let field = |one: CongressMotionInput| {
        check(&one, day("2026-09-14")).err().map(|problem| problem.field.unwrap_or_default())
    };
    for right in [motion(), filed(), handed(), answered(), felt(CongressFeedback::Satisfied)] {
        assert_eq!(field(right), None);
    }
    let wrong = [
        (CongressMotionInput { matter: " ".to_owned(), ..motion() }, "matter"),
        (CongressMotionInput { proposer: String::new(), ..motion() }, "proposer"),
        (CongressMotionInput { advice: String::new(), ..motion() }, "advice"),
        (CongressMotionInput { collected_on: day("2026-09-15"), ..motion() }, "collectedOn"),
        (CongressMotionInput { reviewed_on: None, ..filed() }, "reviewedOn"),
        (CongressMotionInput { review: None, ..filed() }, "review"),
        (CongressMotionInput { review: Some(CongressReview::Returned), ..filed() }, "reviewNote"),
        (CongressMotionInput { reviewed_on: Some(day("2026-09-06")), ..filed() }, "reviewedOn"),
        (CongressMotionInput { department: None, ..handed() }, "department"),
        (CongressMotionInput { due_on: Some(day("2026-09-08")), ..handed() }, "dueOn"),
        (CongressMotionInput { answer: None, ..answered() }, "answer"),
        (CongressMotionInput { answered_on: None, ..answered() }, "answeredOn"),
        (CongressMotionInput { feedback_on: None, ..felt(CongressFeedback::Mostly) }, "feedbackOn"),
        (
            CongressMotionInput { feedback_on: Some(day("2026-09-11")), ..felt(CongressFeedback::Mostly) },
            "feedbackOn",
        ),
    ];
    for (one, at) in wrong {
        assert_eq!(field(one.clone()).as_deref(), Some(at), "{one:?}");
    }
}

#[test]
fn the_answer_is_due_by_the_day_agreed_on_and_the_department_is_named() {
    let id: CongressMotionId = "01990000-0000-7000-8000-000000055001".parse().unwrap();
    let next = |one: &CongressMotionInput| next(id, "提〔2026〕1号", one, None, day("2026-09-14"));
    let agreed = CongressMotionInput { due_on: Some(day("2026-09-30")), ..handed() };
    let duty = next(&agreed).unwrap();
    assert_eq!((duty.due, duty.whose), (Some(day("2026-09-30")), Whose::Employer));
    assert!(duty.title.contains("后勤部答复提案提〔2026〕1号"), "{}", duty.title);
    let open = next(&handed()).unwrap();
    assert_eq!((open.due, open.band), (None, Band::NoDay), "no day was agreed on");
    assert!(next(&felt(CongressFeedback::Satisfied)).is_none());
}
