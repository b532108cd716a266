//! What a signed contract makes due: filing, filing anew what came back, the department's term, the
//! publication, and the next talks before it expires. An affair entered afterwards from an archive asks for none
//! of it: what its papers lack is told on its page.

use chrono::NaiveDate;
use law::{Actor, Deadline, LawBook, LawError, Place as Where};

use super::{clock_duty, place};
use crate::Problem;
use crate::duty::{Band, Duty, Whose};
use crate::negotiation::contracts;
use crate::negotiation::model::{Event, EventKind, Negotiation};

/// How long before its window opens the next talk is announced.
const AHEAD: chrono::Days = chrono::Days::new(30);

/// What is due between the signing and the next talks. `newest`: no later year has been started.
pub(super) fn duties(
    whole: &Negotiation,
    book: &LawBook,
    at: &Where,
    newest: bool,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    if whole.late_entry.is_some() {
        return Ok(Vec::new());
    }
    let last = |kind: EventKind| whole.events.iter().rposition(|event| event.kind == kind);
    let day = |at: usize| whole.events[at].happened_on;
    let mut duties = Vec::new();
    if let Some(effect) = last(EventKind::InEffect) {
        if !whole.events.iter().any(|one| one.kind == EventKind::Published && one.happened_on >= day(effect))
        {
            duties.extend(publication(whole, book, at, day(effect), today)?);
        }
        if newest {
            duties.extend(renewal(whole, book, at, day(effect), today)?);
        }
        return Ok(duties);
    }
    let (filed, returned) = (last(EventKind::Filed), last(EventKind::Returned));
    match (filed, returned) {
        (filed, Some(returned)) if filed.is_none_or(|filed| filed < returned) => {
            duties.push(again(whole, book, at, &whole.events[returned]));
        }
        (Some(filed), _) => duties.extend(wait(whole, book, at, day(filed), today)?),
        _ => {
            if let Some(signed) = last(EventKind::Signed) {
                duties.extend(filing(whole, book, at, day(signed), today)?);
            }
        }
    }
    Ok(duties)
}

/// A subject's clock from a known event; none where the place starts it from another one.
fn clock(
    book: &LawBook,
    subject: &str,
    at: &Where,
    known: (&str, NaiveDate),
) -> Result<Option<Deadline>, Problem> {
    match book.deadline_from(subject, at, &[known]) {
        Ok(deadline) => Ok(Some(deadline)),
        Err(LawError::NoRule { .. }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// 报送审查, from the signing.
fn filing(
    whole: &Negotiation,
    book: &LawBook,
    at: &Where,
    signed: NaiveDate,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let Some(deadline) = clock(book, "negotiation.submission", at, ("contract_signed", signed))? else {
        return Ok(None);
    };
    let title = format!("把合同报送审查（{}）", whole.title);
    let duty = clock_duty(whole, &deadline, today, "conclusion", Whose::Employer, title);
    Ok(Some(Duty { button: "登记报送".to_owned(), ..duty }))
}

/// 补正再报, after the department sent it back. The law sets no day for it.
fn again(whole: &Negotiation, book: &LawBook, at: &Where, returned: &Event) -> Duty {
    let id = format!("conclusion:{}", whole.id);
    let title = format!("补正后重新报送审查（{}）", whole.title);
    let mut duty = Duty::undated(Band::Week, id, Whose::Employer, title, place(whole, "conclusion"));
    let day = returned.happened_on.format("%Y年%-m月%-d日");
    duty.origin = format!("合同于{day}被退回：{}法规没有定补正的天数，请尽快办理。", stopped(&returned.text));
    duty.rule = book
        .applies("negotiation.submission", at, returned.happened_on)
        .map(|ruling| ruling.winner.reference());
    duty.button = "登记报送".to_owned();
    duty
}

fn stopped(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['。', '！', '？', '；']) { text.to_owned() } else { format!("{text}。") }
}

/// The department's term: it answers within it, or the contract takes effect by its end.
fn wait(
    whole: &Negotiation,
    book: &LawBook,
    at: &Where,
    filed: NaiveDate,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let Some(deadline) = clock(book, "negotiation.silent_approval", at, ("submission_received", filed))?
    else {
        return Ok(None);
    };
    let button = "登记审查结果".to_owned();
    if today <= deadline.due {
        let title = format!("审查合同，期满没有异议即生效（{}）", whole.title);
        let duty = clock_duty(whole, &deadline, today, "conclusion", Whose::Upper, title);
        return Ok(Some(Duty { button, ..duty }));
    }
    // The term has run out: nobody is late, the effect is to be recorded.
    let id = format!("conclusion:{}", whole.id);
    let title = format!("登记合同生效（{}）", whole.title);
    let mut duty = Duty::undated(Band::Week, id, Whose::Union, title, place(whole, "conclusion"));
    duty.origin = format!(
        "{}期满没有收到审查意见的，请登记生效；收到退回意见的，请登记退回。",
        deadline.explanation.sentence
    );
    duty.rule = Some(deadline.rule.clone());
    duty.deadline = Some(deadline);
    Ok(Some(Duty { button, ..duty }))
}

/// 向全体职工公布, from the day of effect.
fn publication(
    whole: &Negotiation,
    book: &LawBook,
    at: &Where,
    effect: NaiveDate,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let Some(deadline) = clock(book, "negotiation.publication", at, ("contract_effective", effect))? else {
        return Ok(None);
    };
    let whose = match book.rule(&deadline.rule.id).map(|rule| rule.actor) {
        Some(Actor::Employer) => Whose::Employer,
        Some(Actor::Upper) => Whose::Upper,
        _ => Whose::Union,
    };
    let title = format!("向全体职工公布合同（{}）", whole.title);
    let duty = clock_duty(whole, &deadline, today, "publication", whose, title);
    let place = place(whole, "conclusion");
    Ok(Some(Duty { button: "登记公布".to_owned(), place, ..duty }))
}

/// The next talks, in the window before the contract expires: on the last day that was recorded from it, else
/// when the place's usual term from the effect is over, and the origin says so.
fn renewal(
    whole: &Negotiation,
    book: &LawBook,
    at: &Where,
    effect: NaiveDate,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    let Some((expires_on, usual)) = contracts::expiry(&whole.events, book, at, Some(effect))? else {
        return Ok(None);
    };
    let Some(window) = contracts::renewal_window(book, at, expires_on)? else { return Ok(None) };
    if today + AHEAD < window.opens {
        return Ok(None);
    }
    let id = format!("renewal:{}", whole.id);
    let title = format!("提出下一轮工资集体协商（{}）", whole.title);
    let at = crate::duty::Place { page: "negotiation".to_owned(), id: None, part: None };
    let mut duty = Duty::due(today, window.closes, id, Whose::Union, title, at);
    duty.origin = window.explanation.sentence;
    if let Some(rule) = usual {
        duty.origin.push_str(&format!(
            "期满日是按一般的期限从生效日推算的（{}），合同另有约定的，请在签字或生效的登记里填上期满日。",
            rule.short
        ));
    }
    duty.rule = Some(window.rule);
    duty.button = "开始新一年度".to_owned();
    Ok(Some(duty))
}
