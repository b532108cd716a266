//! What is asked of an event before its agreement's course is: a day that can be, words where it has no facts of its own, and a
//! term that is one. In which order the acts of an agreement come about, `agreement::course` says.

use chrono::NaiveDate;

use super::Law;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::model::{EventFacts, EventKind};
use crate::office::short;

/// Refuses an event whose form is wrong.
///
/// Errors: `bad_input` at its field.
pub fn check_event(
    (kind, on): (EventKind, NaiveDate),
    words: &str,
    facts: &EventFacts,
    late_entry: Option<&str>,
    today: NaiveDate,
) -> Result<(), Problem> {
    short("text", words, 2000)?;
    short("lateEntry", late_entry.unwrap_or_default(), 200)?;
    for (field, text) in [
        ("workersChief", &facts.workers_chief),
        ("employerChief", &facts.employer_chief),
        ("receiver", &facts.receiver),
        ("number", &facts.number),
    ] {
        short(field, text.as_deref().unwrap_or_default(), 100)?;
    }
    if on > today {
        return Err(Problem::input("happenedOn", "日期还没有到，请在事情发生后登记。"));
    }
    let wordless = words.trim().is_empty();
    if wordless && kind == EventKind::Returned {
        return Err(Problem::input("text", "请写明为什么退回，补正要照着办。"));
    }
    // Where it was posted says all there is to say of a posting.
    let told = kind == EventKind::Posted && facts.receiver.as_deref().is_some_and(|at| !at.trim().is_empty());
    if wordless && kind == EventKind::Vacated {
        return Err(Problem::input("text", "请写明为什么空缺，例如“调离”“辞去代表职务”。"));
    }
    if wordless && !kind.is_of_agreement() && !told {
        return Err(Problem::input("text", "请写明发生了什么，例如“人社局受理，编号……”。"));
    }
    let termed = matches!(kind, EventKind::Signed | EventKind::InEffect);
    if !termed && (facts.term_from.is_some() || facts.term_to.is_some()) {
        // A renewal has a term of its own, and moves the end of the contract on once it is in effect itself.
        let message = match kind {
            EventKind::Renewed => {
                "续签的期限写在续签协议里，协议生效以后合同的期满日跟着延长；这一项请空着。"
            }
            _ => "合同期限只随签字、生效登记，这一项请空着。",
        };
        return Err(Problem::input("termTo", message));
    }
    Ok(())
}

/// Refuses what happened to the talks before they were opened. A note may stand anywhere.
///
/// Errors: `bad_input` at `happenedOn`.
pub fn check_opened(kind: EventKind, on: NaiveDate, opened: NaiveDate) -> Result<(), Problem> {
    use EventKind::{Noted, Petitioned, Posted, Promised, Replaced, Vacated};
    // What belongs to the preparation may come before the offer.
    if on >= opened || matches!(kind, Noted | Petitioned | Posted | Promised | Replaced | Vacated) {
        return Ok(());
    }
    let opened = day_words(opened);
    let message =
        format!("这个日期早于本次协商开始的{opened}，请核对；如果是据纸面材料补录，请写明补录的理由。");
    Err(Problem::input("happenedOn", message))
}

/// Refuses a term that is none: its last day comes after its first, whatever a paper of before says.
///
/// Errors: `bad_input` at `termTo`.
pub fn check_days(from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), Problem> {
    match (from, to) {
        (Some(from), Some(to)) if to <= from => {
            let from = day_words(from);
            Err(Problem::input("termTo", format!("期满日应晚于{from}，请看合同上写的期限。")))
        }
        _ => Ok(()),
    }
}

/// Refuses a term that is none, or longer or shorter than the law of the place lets it be.
///
/// Errors: `bad_input` at its field; `refused` with the rule.
pub fn check_term(law: Law<'_>, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<(), Problem> {
    check_days(from, to)?;
    let (Some(from), Some(to)) = (from, to) else { return Ok(()) };
    let end = |years: u32| law::term_end(from, years.checked_mul(12)?);
    for (subject, at_most) in [("negotiation.term.maximum", true), ("negotiation.term.minimum", false)] {
        let Some(ruling) = law.book.applies(subject, law.place, law.on) else { continue };
        let Some(years) = ruling.winner.quantity.as_ref().and_then(|line| line.boundary(0)) else { continue };
        let Some(edge) = end(years) else { continue };
        let broken = if at_most { to > edge } else { to < edge };
        if broken && ruling.winner.mandatory {
            let side = if at_most { "不超过" } else { "不少于" };
            let message = format!("合同期限应当{side}{years}年，即期满日{side}{}，请核对。", day_words(edge));
            return Err(Problem::refused(&ruling.winner.reference(), message).at("termTo"));
        }
    }
    Ok(())
}
