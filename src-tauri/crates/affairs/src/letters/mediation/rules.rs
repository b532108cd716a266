//! Pure decisions of mediation: what the committee lacks, in which order a case can have come about, how far it has come. What is
//! to be done next and by when is `todo`'s. Numbers come from the law book by subject.

mod todo;

pub use todo::todos;

use chrono::{Datelike, NaiveDate};

use super::model::{
    MediationEventInput, MediationEventKind as Kind, MediationInput, MediationParty, MediationState,
    Mediator, MediatorInput,
};
use crate::Problem;
use crate::duty::day_words;
use crate::letters::rules::SupervisionLaw;
use crate::letters::store::AnswerDue;
use crate::office::{short, text};

/// Something that happened, as decisions read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Happened {
    /// What.
    pub kind: Kind,
    /// When.
    pub on: NaiveDate,
    /// The day a longer term ends by, or the last day for what was agreed.
    pub until: Option<NaiveDate>,
}

/// A case as decisions read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Who asked.
    pub applicant: MediationParty,
    /// The day talks were asked for.
    pub talks_on: Option<NaiveDate>,
    /// The day mediation was asked for.
    pub applied_on: Option<NaiveDate>,
    /// What happened, in order.
    pub events: Vec<Happened>,
    /// Whether the agreement, or the notice that it is over, was issued.
    pub issued: bool,
}

/// How talks before mediation end, and how a mediation does.
const ENDS: [Kind; 6] =
    [Kind::Settled, Kind::GivenUp, Kind::Agreed, Kind::Failed, Kind::Refused, Kind::Withdrawn];

/// Whether something belongs to the talks before an application.
pub fn is_of_talks(kind: Kind) -> bool {
    matches!(kind, Kind::Answered | Kind::Settled | Kind::GivenUp)
}

impl Course {
    /// The newest of a kind.
    pub fn last(&self, kind: Kind) -> Option<Happened> {
        self.events.iter().rev().find(|event| event.kind == kind).copied()
    }

    fn has(&self, kind: Kind) -> bool {
        self.last(kind).is_some()
    }

    /// How it ended, where it did.
    pub fn end(&self) -> Option<Happened> {
        self.events.iter().find(|event| ENDS.contains(&event.kind)).copied()
    }

    /// The day after which the next thing can have happened.
    fn since(&self) -> Option<NaiveDate> {
        self.events.last().map(|event| event.on).max(self.applied_on.or(self.talks_on))
    }
}

/// Refuses a case that says nothing, or whose days cannot be.
///
/// Errors: `bad_input` at its field.
pub fn check(input: &MediationInput, today: NaiveDate) -> Result<(), Problem> {
    let written = |field: &str, words: &str, message: &str| {
        if words.trim().is_empty() { Err(Problem::input(field, message)) } else { Ok(()) }
    };
    written("worker", &input.worker, "请选择或者填写是哪一位职工。")?;
    written("claims", &input.claims, "请写请求什么，一条一行，例如“补发九月的加班费”。")?;
    written("facts", &input.facts, "请写争议的经过，一两句就行。")?;
    let Some(first) = input.talks_on.or(input.applied_on) else {
        let message = "请填收到申请的日期；还在协商、没有申请的，请填要求协商的日期。";
        return Err(Problem::input("appliedOn", message));
    };
    if input.applied_on.is_some_and(|day| day < first) {
        return Err(Problem::input("appliedOn", "申请调解的日期早于要求协商的日期，请核对。"));
    }
    let days = [("talksOn", input.talks_on), ("appliedOn", input.applied_on), ("knownOn", input.known_on)];
    for (field, day) in days {
        if day.is_some_and(|day| day > today) {
            return Err(Problem::input(field, "这个日期还没有到，请核对。"));
        }
    }
    Ok(())
}

/// Refuses a case corrected so that what happened since could not have: the application after it or gone, or mediation asked
/// for after the talks ended otherwise.
///
/// Errors: `bad_input` at its field.
pub fn check_again(input: &MediationInput, course: &Course) -> Result<(), Problem> {
    let ended = course.end().filter(|end| is_of_talks(end.kind));
    if let (Some(end), Some(_)) = (ended, input.applied_on) {
        let message =
            format!("协商已经登记“{}”；又要申请调解的，请先移除那一条，或者另登记一件。", end.kind.label());
        return Err(Problem::input("appliedOn", message));
    }
    let (talks, since): (Vec<&Happened>, Vec<&Happened>) =
        course.events.iter().partition(|event| is_of_talks(event.kind));
    if let Some(first) = since.first()
        && input.applied_on.is_none_or(|on| on > first.on)
    {
        let message = "这一件已经登记了后面的经过，收到申请的日期不能空着，也不能晚于它，请核对。";
        return Err(Problem::input("appliedOn", message));
    }
    if let Some(last) = talks.last()
        && input.applied_on.is_some_and(|on| on < last.on)
    {
        let message = format!("申请调解的日期早于{}（协商的最后一步），请核对。", day_words(last.on));
        return Err(Problem::input("appliedOn", message));
    }
    if let Some(first) = talks.first()
        && input.talks_on.is_none_or(|on| on > first.on)
    {
        let message = "这一件已经登记了协商的经过，要求协商的日期不能空着，也不能晚于它，请核对。";
        return Err(Problem::input("talksOn", message));
    }
    Ok(())
}

/// Refuses someone without a name, or a term that ends before it begins.
///
/// Errors: `bad_input` at its field.
pub fn check_mediator(input: &MediatorInput) -> Result<(), Problem> {
    if input.name.trim().is_empty() {
        return Err(Problem::input("name", "请选择或者填写姓名。"));
    }
    if input.until_on.is_some_and(|until| until < input.from_on) {
        return Err(Problem::input("untilOn", "聘期结束早于开始，请核对。"));
    }
    Ok(())
}

/// Refuses someone who stands in the committee already while the terms overlap: nobody is two of its members.
///
/// Errors: `duplicate` at the name.
pub fn check_once(input: &MediatorInput, others: &[Mediator]) -> Result<(), Problem> {
    let same = |one: &&Mediator| {
        let (other, name) = (&one.record, input.name.trim());
        let alike = match (input.person, other.person) {
            (Some(person), Some(known)) => person == known,
            _ => other.name == name,
        };
        let until = |end: Option<NaiveDate>| end.unwrap_or(NaiveDate::MAX);
        let overlap = other.from_on <= until(input.until_on) && input.from_on <= until(other.until_on);
        Some(one.id) != input.id && alike && overlap
    };
    let Some(standing) = others.iter().find(same) else { return Ok(()) };
    let message = format!(
        "{}已经登记为{}{}，聘期重叠，一个人不能算两名委员；要改的，请修改那一条。",
        standing.record.name,
        standing.record.side.label(),
        standing.record.office.label()
    );
    Err(Problem::new("duplicate", message).at("name"))
}

/// What can be entered now.
pub fn may(course: &Course) -> Vec<Kind> {
    match state(course) {
        MediationState::Closed => Vec::new(),
        MediationState::Talking if course.has(Kind::Answered) => vec![Kind::Settled, Kind::GivenUp],
        MediationState::Talking => vec![Kind::Answered, Kind::Settled, Kind::GivenUp],
        MediationState::Applied => vec![Kind::Accepted, Kind::Refused, Kind::Withdrawn],
        MediationState::Accepted => {
            vec![Kind::Met, Kind::Extended, Kind::Agreed, Kind::Failed, Kind::Withdrawn]
        }
        MediationState::Agreed => vec![Kind::Signed],
        MediationState::Signed if course.has(Kind::Reviewed) => vec![Kind::Performed, Kind::Unperformed],
        MediationState::Signed => vec![Kind::Reviewed, Kind::Performed, Kind::Unperformed],
        MediationState::Refused | MediationState::Failed | MediationState::Withdrawn => vec![Kind::Told],
    }
}

/// What can be entered with the reason of a late entry alone: a case that was taken on and talked over on paper before its
/// acceptance was entered.
pub fn may_late(course: &Course) -> Vec<Kind> {
    match state(course) {
        MediationState::Applied => vec![Kind::Met, Kind::Extended, Kind::Agreed, Kind::Failed],
        _ => Vec::new(),
    }
}

/// What must stand before this can have happened, in words.
fn before(kind: Kind) -> &'static str {
    match kind {
        Kind::Answered | Kind::Settled | Kind::GivenUp => "只有先协商、还没有申请调解的才能登记",
        Kind::Accepted | Kind::Refused => "要先登记收到申请的日期，而且还没有决定受理",
        Kind::Met | Kind::Extended | Kind::Agreed | Kind::Failed => "要先受理，而且还没有结束",
        Kind::Withdrawn => "要在结束以前",
        Kind::Signed => "要先登记达成协议",
        Kind::Reviewed | Kind::Performed | Kind::Unperformed => "要先登记协议签字盖章",
        Kind::Told => "要先登记不予受理、调解不成或者撤回",
    }
}

/// Refuses what cannot have happened after what stands, or on its day.
///
/// Errors: `bad_input` at its field; `refused`.
pub fn check_event(course: &Course, input: &MediationEventInput, today: NaiveDate) -> Result<(), Problem> {
    let late = may_late(course).contains(&input.kind);
    let reason = text(&input.late_entry);
    if !(may(course).contains(&input.kind) || late && reason.is_some()) {
        let paper = if late { "；已经在纸上办过的，写一句补录的理由" } else { "" };
        let message = format!("现在不能登记“{}”：{}{paper}。", input.kind.label(), before(input.kind));
        return Err(Problem::new("refused", message).at(if late { "lateEntry" } else { "kind" }));
    }
    short("lateEntry", reason.unwrap_or_default(), 100)?;
    if let Some(since) = course.since().filter(|since| input.happened_on < *since) {
        let message = format!("这个日期早于{}（前一步的日期），请核对。", day_words(since));
        return Err(Problem::input("happenedOn", message));
    }
    if input.happened_on > today {
        return Err(Problem::input("happenedOn", "这个日期还没有到，请核对。"));
    }
    let message = match input.kind {
        Kind::Answered => "请写对方怎样答复，例如“同意协商，下周二谈”。",
        Kind::Settled => "请写双方和解的内容，一条一行。",
        Kind::GivenUp => "请写为什么没有谈成，本人为什么不申请调解。",
        Kind::Unperformed => "请写后来怎样处理，例如“职工已经申请仲裁”“已经申请支付令”。",
        Kind::Refused => "请写不予受理的理由，会印在通知书上。",
        Kind::Agreed => "请写达成了什么协议，一条一行，会印在协议书上。",
        Kind::Failed => "请写为什么没有调解成，例如“双方对金额没有达成一致”。",
        _ => "",
    };
    if !message.is_empty() && input.text.trim().is_empty() {
        return Err(Problem::input("text", message));
    }
    if input.kind == Kind::Extended && input.until_on.is_none() {
        return Err(Problem::input("untilOn", "请填双方同意延到哪一天。"));
    }
    if input.until_on.is_some_and(|until| until < input.happened_on) {
        return Err(Problem::input("untilOn", "到期的日期早于登记的日期，请核对。"));
    }
    Ok(())
}

/// How far a case has come.
pub fn state(course: &Course) -> MediationState {
    let told = course.has(Kind::Told);
    let after = |state| if told { MediationState::Closed } else { state };
    match course.end().map(|end| end.kind) {
        Some(Kind::Refused) => after(MediationState::Refused),
        Some(Kind::Failed) => after(MediationState::Failed),
        Some(Kind::Withdrawn) => after(MediationState::Withdrawn),
        Some(Kind::Settled | Kind::GivenUp) => MediationState::Closed,
        Some(_) if course.has(Kind::Performed) || course.has(Kind::Unperformed) => MediationState::Closed,
        Some(_) if course.has(Kind::Signed) => MediationState::Signed,
        Some(_) => MediationState::Agreed,
        None if course.has(Kind::Accepted) => MediationState::Accepted,
        None if course.applied_on.is_some() => MediationState::Applied,
        None => MediationState::Talking,
    }
}

/// By when this was due, by the law of its day: the answer to a wish to talk, the decision on an application, the end of a
/// mediation.
pub fn due(law: SupervisionLaw<'_>, course: &Course, kind: Kind) -> Result<AnswerDue, Problem> {
    let clock = match (kind, course.applied_on, course.last(Kind::Accepted)) {
        (Kind::Answered, ..) => match course.talks_on {
            Some(asked) => law.clock("union.talks.silence", "talks_requested", asked)?,
            None => None,
        },
        (Kind::Accepted | Kind::Refused, Some(on), _) => {
            law.clock("union.mediation.accept", "mediation_applied", on)?
        }
        (Kind::Agreed | Kind::Failed, _, Some(accepted)) => {
            if let Some(until) = course.last(Kind::Extended).and_then(|event| event.until) {
                return Ok(AnswerDue { on: Some(until), rule: None, pack: None });
            }
            law.clock("union.mediation.end", "mediation_accepted", accepted.on)?
        }
        _ => None,
    };
    Ok(clock.map_or_else(AnswerDue::default, |deadline| AnswerDue {
        on: Some(deadline.due),
        rule: Some(deadline.rule.id),
        pack: Some(law.book.version().to_owned()),
    }))
}

/// Whole years from one day to the last day of a term.
fn years(from: NaiveDate, until: NaiveDate) -> u32 {
    let mut years = u32::try_from(until.year() - from.year()).unwrap_or(0) + 1;
    while years > 0 && law::term_end(from, 12 * years).is_none_or(|end| end > until) {
        years -= 1;
    }
    years
}

/// How long someone is named for, in whole years; none where no end was set.
pub fn term_years(one: &MediatorInput) -> Option<u32> {
    one.until_on.map(|until| years(one.from_on, until))
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
