//! What the answer that agrees makes due before the first meeting, where the law of the place sets a day for it: representatives of
//! both sides are named, the first meeting is held, and the upper union is told of the talks. The information that is due then is `duties`'.

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place as Where};

use super::model::{EventKind, Negotiation, Reply, ReplyKind, Side};
use crate::Problem;
use crate::duty::{Duty, DutyKind, Place, Whose, clock};

/// Everything that is due between the answer and the first meeting. Empty once the talks were held.
pub(super) fn duties(
    book: &LawBook,
    whole: &Negotiation,
    at: &Where,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let agreed = whole.reply.as_ref().filter(|reply| reply.kind != ReplyKind::Refused);
    let Some(reply) = agreed.filter(|_| whole.meetings.is_empty()) else { return Ok(Vec::new()) };
    let formed = formation_clock(book, at, reply)?;
    let mut duties: Vec<Duty> =
        formed.and_then(|deadline| formation(whole, deadline, today)).into_iter().collect();
    duties.extend(first_meeting(book, whole, at, reply, today)?);
    let told = whole
        .events
        .iter()
        .any(|event| event.kind == EventKind::Reported && event.happened_on >= reply.replied_on);
    if let Some(meets_on) = reply.meets_on.filter(|_| !told)
        && let Some(deadline) = clock(book, "negotiation.report_upper.before", at, &[("meeting", meets_on)])?
    {
        let title = format!("协商开始前报告上级工会（{}）", whole.title);
        let duty = due(
            whole,
            deadline,
            today,
            (DutyKind::NegotiationToldBefore, Whose::Union, title),
            "event:reported",
        );
        duties.push(Duty { button: "登记报告".to_owned(), ..duty });
    }
    Ok(duties)
}

/// By when both sides name their representatives, counted from the answer that agreed; none where the place sets no day.
///
/// Errors: of the calendar.
pub(super) fn formation_clock(
    book: &LawBook,
    at: &Where,
    reply: &Reply,
) -> Result<Option<Deadline>, Problem> {
    clock(book, "negotiation.representatives.formation", at, &[("talks_agreed", reply.replied_on)])
}

/// A side of which nobody is named yet.
fn formation(whole: &Negotiation, deadline: Deadline, today: NaiveDate) -> Option<Duty> {
    let missing = |side: Side| !whole.representatives.iter().any(|one| one.side == side);
    let (whose, sides) = match (missing(Side::Workers), missing(Side::Employer)) {
        (true, true) => (Whose::Union, "双方"),
        (true, false) => (Whose::Union, Side::Workers.name()),
        (false, true) => (Whose::Employer, Side::Employer.name()),
        (false, false) => return None,
    };
    let title = format!("产生{sides}协商代表，书面告知对方（{}）", whole.title);
    let duty = due(whole, deadline, today, (DutyKind::NegotiationFormation, whose, title), "representatives");
    Some(Duty { button: "登记协商代表".to_owned(), ..duty })
}

/// By when the first meeting is held, counted from the answer that agreed; none where the place sets no day.
///
/// Errors: of the calendar.
pub(super) fn first_meeting_clock(
    book: &LawBook,
    at: &Where,
    reply: &Reply,
) -> Result<Option<Deadline>, Problem> {
    clock(book, "negotiation.first_meeting", at, &[("talks_agreed", reply.replied_on)])
}

/// The first meeting, where the law counts its day from the answer and the answer names none. One that was agreed is told with the
/// next meeting, by the law's day where that comes first.
fn first_meeting(
    book: &LawBook,
    whole: &Negotiation,
    at: &Where,
    reply: &Reply,
    today: NaiveDate,
) -> Result<Option<Duty>, Problem> {
    if reply.meets_on.is_some() {
        return Ok(None);
    }
    let deadline = first_meeting_clock(book, at, reply)?;
    Ok(deadline.map(|deadline| {
        let title = "召开第1轮协商会议".to_owned();
        let duty =
            due(whole, deadline, today, (DutyKind::NegotiationMeeting, Whose::Union, title), "meetings");
        Duty { id: format!("meeting:{}:1", whole.id), button: "记录会议".to_owned(), ..duty }
    }))
}

fn due(
    whole: &Negotiation,
    deadline: Deadline,
    today: NaiveDate,
    (kind, whose, title): (DutyKind, Whose, String),
    part: &str,
) -> Duty {
    let place =
        Place { page: "negotiation".to_owned(), id: Some(whole.id.to_string()), part: Some(part.to_owned()) };
    let duty = Duty::due(today, deadline.due, kind.id(whole.id), whose, title, place);
    Duty {
        module: "negotiation".to_owned(),
        origin: deadline.explanation.sentence.clone(),
        deadline: Some(deadline),
        ..duty
    }
}
