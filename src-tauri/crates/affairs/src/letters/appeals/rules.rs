//! What the form of an appeal is held to. Pure; no law sets a day for the answer, the promise does.

use chrono::NaiveDate;

use super::model::{AnswerAppeal, AppealInput, AppealOnward, AppealWorker, ForwardAppeal};
use crate::Problem;
use crate::office::text;

/// Refuses an appeal that says nothing, or whose days cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &AppealInput, today: NaiveDate) -> Result<(), Problem> {
    if input.matter.trim().is_empty() {
        return Err(Problem::input("matter", "请用一句话写职工提出了什么，例如“九月的高温津贴没有发”。"));
    }
    if input.raised_on > today {
        return Err(Problem::input("raisedOn", "提出的日期还没有到，请核对。"));
    }
    if input.promised_on.is_some_and(|day| day < input.raised_on) {
        return Err(Problem::input("promisedOn", "答应答复的日期早于提出的日期，请核对。"));
    }
    let named = input.person.as_ref().is_some_and(|person| !person.name.trim().is_empty());
    if input.worker == AppealWorker::Anonymous && named {
        return Err(Problem::input("worker", "登记了姓名，就不是匿名，请改选“什么人”，或者把姓名清空。"));
    }
    Ok(())
}

/// Refuses an answer that says nothing, or whose day cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check_answer(answer: &AnswerAppeal, raised_on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if answer.answer.trim().is_empty() {
        return Err(Problem::input("answer", "请写怎样答复职工的，一两句就行。"));
    }
    if answer.answered_on < raised_on {
        return Err(Problem::input("answeredOn", "答复的日期早于提出的日期，请核对。"));
    }
    if answer.answered_on > today {
        return Err(Problem::input("answeredOn", "答复的日期还没有到，请核对。"));
    }
    Ok(())
}

/// Refuses a way on that is a case of its own, or that is not said.
///
/// Errors: `bad_input` at its field.
pub fn check_forward(forward: &ForwardAppeal) -> Result<(), Problem> {
    if matches!(forward.onward, AppealOnward::Supervision | AppealOnward::Mediation) {
        return Err(Problem::input("onward", "转监督、转调解要立案，请点“转为监督案件”或“申请调解”。"));
    }
    if text(&Some(forward.words.clone())).is_none() {
        return Err(Problem::input("words", "请写作为什么议题提出，例如“高温津贴标准”。"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::appeals::model::{AppealChannel, AppealKind, AppealPerson};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn input() -> AppealInput {
        AppealInput {
            id: None,
            worker: AppealWorker::Member,
            kind: AppealKind::Wages,
            channel: AppealChannel::Visit,
            raised_on: day("2026-11-16"),
            matter: "加班费少算".to_owned(),
            details: None,
            person: None,
            handler: None,
            promised_on: Some(day("2026-11-20")),
            answer: None,
        }
    }

    fn field(result: Result<(), Problem>) -> Option<String> {
        result.err().and_then(|why| why.field)
    }

    #[test]
    fn an_appeal_says_what_is_wanted_and_its_days_can_be() {
        let today = day("2026-11-16");
        let with = |change: fn(&mut AppealInput)| {
            let mut one = input();
            change(&mut one);
            field(check(&one, today))
        };
        assert_eq!(with(|_| ()), None);
        assert_eq!(with(|one| one.matter = " ".into()), Some("matter".into()));
        assert_eq!(with(|one| one.raised_on = "2026-11-17".parse().unwrap()), Some("raisedOn".into()));
        assert_eq!(with(|one| one.promised_on = "2026-11-15".parse().ok()), Some("promisedOn".into()));
        assert_eq!(with(|one| one.promised_on = "2026-11-16".parse().ok()), None, "the same day");
        let named = |one: &mut AppealInput| {
            one.worker = AppealWorker::Anonymous;
            one.person = Some(AppealPerson { person: None, name: "吴刚".into(), contact: None });
        };
        assert_eq!(with(named), Some("worker".into()), "named and anonymous at once");
    }

    #[test]
    fn an_answer_stands_between_the_appeal_and_today() {
        let answer = |on: &str, words: &str| {
            let id = "01990000-0000-7000-8000-000000000001".parse().unwrap();
            let answer = AnswerAppeal { id, answered_on: day(on), answer: words.to_owned() };
            field(check_answer(&answer, day("2026-11-16"), day("2026-11-20")))
        };
        assert_eq!(answer("2026-11-16", "已经补发"), None);
        assert_eq!(answer("2026-11-20", "已经补发"), None);
        assert_eq!(answer("2026-11-15", "已经补发"), Some("answeredOn".into()));
        assert_eq!(answer("2026-11-21", "已经补发"), Some("answeredOn".into()));
        assert_eq!(answer("2026-11-16", " "), Some("answer".into()));
    }
}
