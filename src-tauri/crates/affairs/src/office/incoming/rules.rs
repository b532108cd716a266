//! Pure decisions about an incoming paper: what its form must hold, when it may be called done, how its number is
//! written. How near a due day is, `duty` says.

use chrono::NaiveDate;

use super::model::{FinishIncoming, IncomingInput};
use crate::Problem;
use crate::typed::{short, text, tidy_time};

/// Refuses a form that lacks what the register needs, or whose days cannot be.
///
/// Errors: `bad_input` at its field; `ask` at `dueOn` when the due day lies before the day of receipt and nobody
/// said that the paper has it so: a paper that came too late is a fact, a slip of the pen is commoner.
pub fn check(input: &IncomingInput, today: NaiveDate) -> Result<(), Problem> {
    short("source", &input.source, 100)?;
    short("title", &input.title, 200)?;
    short("asked", &input.asked, 1000)?;
    short("note", input.note.as_deref().unwrap_or_default(), 2000)?;
    if input.source.trim().is_empty() {
        return Err(Problem::input("source", "请写明发文单位，例如“县总工会”。"));
    }
    if input.title.trim().is_empty() {
        return Err(Problem::input("title", "请写明来文的标题；没有标题的，用一句话概括。"));
    }
    if input.asked.trim().is_empty() {
        return Err(Problem::input("asked", "请写明要求办什么；只是让知道的，写“阅知”。"));
    }
    if input.received_on > today {
        return Err(Problem::input("receivedOn", "收到的日期还没有到，请核对。"));
    }
    check_time(input)?;
    match input.due_on {
        Some(due) if due < input.received_on && !input.due_as_written.unwrap_or(false) => Err(Problem::new(
            "ask",
            "要求办结的日期早于收到的日期。是写错了请改正；来文确实这样写的，请选“来文就是这样写的”再保存。",
        )
        .at("dueOn")),
        _ => Ok(()),
    }
}

fn check_time(input: &IncomingInput) -> Result<(), Problem> {
    let Some(time) = text(&input.due_time) else { return Ok(()) };
    if input.due_on.is_none() {
        return Err(Problem::input("dueTime", "写了几点，还要写明是哪一天办结。"));
    }
    match tidy_time(time) {
        Some(_) => Ok(()),
        None => Err(Problem::input("dueTime", "时间请写成“16:00”这样的形式。")),
    }
}

/// A paper's number with its year in the brackets that GB/T 9704 writes: 赣工发[2026]12号 → 赣工发〔2026〕12号.
/// Keyboards lack them, and one paper typed in two ways would stand in the register twice.
pub fn tidy_number(typed: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        c => c,
    };
    let plain: Vec<char> = typed.chars().filter(|c| !c.is_whitespace()).map(half).collect();
    let mut tidy = plain.clone();
    for at in 0..plain.len().saturating_sub(5) {
        let year = plain[at + 1..at + 5].iter().all(char::is_ascii_digit);
        if year && "[(（［【〔".contains(plain[at]) && "])）］】〕".contains(plain[at + 5]) {
            tidy[at] = '〔';
            tidy[at + 5] = '〕';
        }
    }
    tidy.into_iter().collect()
}

/// Refuses what cannot have been dealt with so.
///
/// Errors: `bad_input` at its field.
pub fn check_finish(
    finish: &FinishIncoming,
    received_on: NaiveDate,
    wants_answer: bool,
    today: NaiveDate,
) -> Result<(), Problem> {
    if finish.done_on < received_on {
        return Err(Problem::input("doneOn", "办结的日期不能早于收到的日期，请核对。"));
    }
    if finish.done_on > today {
        return Err(Problem::input("doneOn", "办结的日期还没有到，请在办完后登记。"));
    }
    if wants_answer && text(&finish.how).is_none() && finish.paper.is_none() {
        return Err(Problem::input(
            "how",
            "这份来文要求答复或报送，请写明是怎么答复的，或者选一份我们印发的文件。",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::incoming::model::{IncomingId, IncomingKind};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn input() -> IncomingInput {
        IncomingInput {
            id: None,
            kind: IncomingKind::Notice,
            source: "县总工会".into(),
            their_number: None,
            title: "关于报送年报的通知".into(),
            received_on: day("2026-11-16"),
            asked: "报送年报".into(),
            due_on: Some(day("2026-11-20")),
            due_time: None,
            due_as_written: None,
            wants_answer: true,
            handler: None,
            note: None,
        }
    }

    fn refused(change: impl FnOnce(&mut IncomingInput)) -> (String, String) {
        let mut one = input();
        change(&mut one);
        let why = check(&one, day("2026-11-16")).unwrap_err();
        (why.code, why.field.unwrap_or_default())
    }

    #[test]
    fn a_paper_needs_who_sent_it_what_it_is_and_what_it_asks() {
        let bad = |field: &str| ("bad_input".to_owned(), field.to_owned());
        assert!(check(&input(), day("2026-11-16")).is_ok());
        assert_eq!(refused(|one| one.source = " ".into()), bad("source"));
        assert_eq!(refused(|one| one.title = "\u{3000}".into()), bad("title"));
        assert_eq!(refused(|one| one.asked.clear()), bad("asked"));
        assert_eq!(refused(|one| one.received_on = day("2026-11-17")), bad("receivedOn"));
        assert_eq!(refused(|one| one.due_time = Some("25:00".into())), bad("dueTime"));
        let timeless = refused(|one| (one.due_on, one.due_time) = (None, Some("16:00".into())));
        assert_eq!(timeless, bad("dueTime"));
    }

    #[test]
    fn a_due_day_before_the_receipt_is_asked_about_and_may_stand() {
        assert_eq!(refused(|one| one.due_on = Some(day("2026-11-15"))), ("ask".into(), "dueOn".into()));
        let same_day = IncomingInput { due_on: Some(day("2026-11-16")), ..input() };
        assert!(check(&same_day, day("2026-11-16")).is_ok(), "due on the day it came is no slip");
        let late = IncomingInput { due_on: Some(day("2026-11-15")), due_as_written: Some(true), ..input() };
        assert!(check(&late, day("2026-11-16")).is_ok());
    }

    #[test]
    fn a_paper_is_done_between_its_receipt_and_today_with_its_answer() {
        let finish = |on: &str, how: Option<&str>| {
            let finish = FinishIncoming {
                id: "01990000-0000-7000-8000-000000000001".parse::<IncomingId>().unwrap(),
                done_on: day(on),
                how: how.map(str::to_owned),
                paper: None,
            };
            let field = |wants| {
                let result = check_finish(&finish, day("2026-11-16"), wants, day("2026-11-20"));
                result.err().and_then(|why| why.field)
            };
            (field(true), field(false))
        };
        let at = |field: &str| Some(field.to_owned());
        assert_eq!(finish("2026-11-15", Some("已报送")), (at("doneOn"), at("doneOn")));
        assert_eq!(finish("2026-11-16", Some("已报送")), (None, None), "on the day it came");
        assert_eq!(finish("2026-11-20", Some("已报送")), (None, None), "today");
        assert_eq!(finish("2026-11-21", Some("已报送")), (at("doneOn"), at("doneOn")));
        assert_eq!(
            finish("2026-11-20", Some(" ")),
            (at("how"), None),
            "only an answer that was asked for is told"
        );
    }

    #[test]
    fn numbers_are_written_in_one_way() {
        for typed in [
            "赣工发[2026]12号",
            "赣工发(2026)12号",
            "赣工发（2026）12号",
            "赣工发【2026】 12号",
            "赣工发【２０２６】１２号",
            "赣工发〔2026〕12号",
        ] {
            assert_eq!(tidy_number(typed), "赣工发〔2026〕12号", "{typed}");
        }
        assert_eq!(tidy_number("（内部）第3期"), "（内部）第3期", "brackets around anything else stay");
        assert_eq!(tidy_number("[26]"), "[26]");
    }
}
