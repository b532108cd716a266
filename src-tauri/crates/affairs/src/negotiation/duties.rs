//! What a negotiation makes due: the reply, the end of the whole talk, the information before a meeting,
//! the next meeting, the undertakings given; what comes after a refusal is `refusal`'s, from the draft on the agreements', and the
//! step at which talks stand without a day is `current`'s.
//! Computed from the records on the day asked.

use chrono::NaiveDate;
use law::{Actor, Deadline, LawBook};
use rusqlite::Connection;

use crate::Problem;
use crate::duty::{Band, Duty, Place, Whose, day_words};
use crate::negotiation::agreement::model::{
    Agreement, AgreementRung, AgreementRungState, AgreementState, AgreementStep,
};
use crate::negotiation::information::rules::outstanding;
use crate::negotiation::model::{EventKind, Negotiation, Offer, ReplyKind, Side, Undertaking};
use crate::negotiation::{
    agreement, before, current, late, people, preparation, rules, seal, store, suspension, view,
};

/// Everything due in the running negotiations.
pub fn duties(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    let mut steps = Vec::new();
    let lines = view::list(connection, book, today)?;
    for line in &lines {
        let whole = view::whole(connection, book, line.id, today)?;
        let head = store::head(connection, whole.id)?;
        let late = late::of(connection, &head, &whole)?;
        if whole.closing.seal.is_some() {
            duties.extend(seal::duties(&whole, late, today));
            duties.extend(people::of_sealed(connection, book, &whole, late, today)?);
            continue;
        }
        let law = agreement::book_of(connection, book, whole.id)?;
        let open = agreement::book_of_open(connection, book, whole.id, &whole.agreements)?;
        let own = of_affair(connection, (law, open), (&whole, &head), late, today)?;
        steps.extend(current::duty(&whole, late, &own, today));
        duties.extend(own);
    }
    steps.retain(|step| !current::is_told_by_renewal(step, &duties));
    duties.extend(steps);
    Ok(current::told_by_renewal(duties))
}

/// Everything due in one affair that is not sealed, by its own law; its talks by that of what is still talked about.
fn of_affair(
    connection: &Connection,
    (book, open): (&LawBook, &LawBook),
    (whole, head): (&Negotiation, &store::Head),
    late: Option<late::Late>,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    // A promise outlives the talks it was given in.
    for (undertaking, round) in store::open_undertakings(connection, whole.id)? {
        let duty = undertaking_duty(whole, &undertaking, round, today);
        duties.extend(Some(duty).filter(|duty| late::asks(late, duty.due)));
    }
    let suspended = suspension::rules::lasting(&whole.suspensions).is_some();
    let mut concluding = agreement::duties(&whole.agreements, late, today);
    concluding.retain(|duty| !(suspended && agreement::waits_for_talks(&whole.agreements, duty)));
    duties.extend(concluding);
    duties.extend(preparation::duties(connection, book, whole, today)?);
    duties.extend(people::duties(connection, book, whole, late, today)?);
    for one in &whole.amendments {
        duties.extend(agreement::duties(std::slice::from_ref(&one.course), late, today));
    }
    duties.extend(seal::duties(whole, late, today));
    if whole.steps.iter().any(|step| step.current) {
        let talks = of_talks(connection, open, whole, &head.place, today)?;
        duties.extend(talks.into_iter().filter(|duty| late::asks(late, duty.due)));
        duties.extend(refused(whole, late));
    }
    Ok(duties)
}

/// What the talks themselves make due while they run: the answer, their end, the next meeting or the day they go on.
fn of_talks(
    connection: &Connection,
    book: &LawBook,
    whole: &Negotiation,
    at: &law::Place,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    let mut duties = Vec::new();
    if let Some(offer) = &whole.offer {
        // Who sat down at the table has answered.
        if !signed(whole) && whole.meetings.is_empty() {
            duties.extend(reply_duty(whole, offer, today));
        }
        duties.extend(conclude_duty(whole, today));
    }
    if !signed(whole) {
        duties.extend(before::duties(book, whole, at, today)?);
    }
    // Broken off, the next meeting is the day on which they go on.
    match suspension::rules::lasting(&whole.suspensions).filter(|_| !signed(whole)) {
        Some(_) => duties.extend(suspension::duties(connection, whole, today)?),
        None => duties.extend(next_meeting(whole, book, at, today)?),
    }
    Ok(duties)
}

/// What is to be done about a refusal or a dispute.
fn refused(whole: &Negotiation, late: Option<late::Late>) -> Vec<Duty> {
    if signed(whole) {
        return Vec::new();
    }
    let of_refusal = whole.refusal.iter().flat_map(|refusal| {
        let asked = |duty: &&Duty| late::asks_after(late, duty.due, refusal.since);
        refusal.todos.iter().filter(asked).cloned().collect::<Vec<_>>()
    });
    of_refusal.chain(whole.dispute.clone()).collect()
}

/// An undertaking stands in 今日 until it is kept, also when no day was agreed.
fn undertaking_duty(whole: &Negotiation, given: &Undertaking, round: u32, today: NaiveDate) -> Duty {
    let whose = if given.side == Side::Workers { Whose::Union } else { Whose::Employer };
    let id = format!("undertaking:{}", given.id.map(|id| id.to_string()).unwrap_or_default());
    let title = format!("兑现承诺：{}（{}）", given.what, given.owner);
    let at = place(whole, "undertakings");
    let mut duty = match given.due_on {
        Some(due) => Duty::due(today, due, id, whose, title, at),
        None => Duty::undated(Band::NoDay, id, whose, title, at),
    };
    duty.origin = format!("第{round}轮协商会议上由{}承诺。", given.owner);
    if given.due_on.is_none() {
        duty.origin.push_str("当时没有定日期，请在下次会议上商定，或者办完后登记。");
    }
    duty.button = "登记完成".to_owned();
    duty
}

fn place(whole: &Negotiation, part: &str) -> Place {
    Place { page: "negotiation".to_owned(), id: Some(whole.id.to_string()), part: Some(part.to_owned()) }
}

fn clock_duty(
    whole: &Negotiation,
    deadline: &Deadline,
    today: NaiveDate,
    kind: &str,
    whose: Whose,
    title: String,
) -> Duty {
    let id = format!("{kind}:{}", whole.id);
    let mut duty = Duty::due(today, deadline.due, id, whose, title, place(whole, kind));
    duty.origin = deadline.explanation.sentence.clone();
    duty.deadline = Some(deadline.clone());
    duty
}

fn reply_duty(whole: &Negotiation, offer: &Offer, today: NaiveDate) -> Option<Duty> {
    // Once a reminder is out, the day for its answer counts.
    let reminded = whole.events.iter().any(|event| event.kind == EventKind::Reminded);
    if whole.reply.is_some() || (whole.refusal.is_some() && reminded) {
        return None;
    }
    let deadline = offer.reply_deadline.as_ref()?;
    let whose = if offer.by == Side::Workers { Whose::Employer } else { Whose::Union };
    let title = format!("书面答复{}（{}）", whole.offer_name, whole.title);
    let mut duty = clock_duty(whole, deadline, today, "reply", whose, title);
    duty.button = "登记答复".to_owned();
    Some(duty)
}

/// Whether every agreement was signed: the talk is over, whatever its topics say.
fn signed(whole: &Negotiation) -> bool {
    whole.agreements.iter().all(Agreement::is_signed)
}

/// What is missing of contracts that are all agreed upon: the draft, the vote or the signature that comes next of them. None while one
/// of them is still to be talked about.
fn to_sign(whole: &Negotiation) -> Option<&AgreementRung> {
    let steps = [AgreementStep::Draft, AgreementStep::Vote, AgreementStep::Signature];
    let mut next: Vec<&AgreementRung> = Vec::new();
    for one in whole.agreements.iter().filter(|one| !one.is_signed()) {
        // What the congress rejected is talked about anew.
        let talked = one.state == AgreementState::Rejected;
        let now = one.rungs.iter().find(|rung| {
            rung.state == AgreementRungState::Now && steps.contains(&rung.step) && rung.lacks.is_empty()
        });
        next.push(now.filter(|_| !talked)?);
    }
    next.into_iter().min_by_key(|rung| rung.step)
}

fn conclude_duty(whole: &Negotiation, today: NaiveDate) -> Option<Duty> {
    // While the other side refuses or does not answer, and once the time is over and there is a dispute, other steps come first.
    let refused = whole.reply.as_ref().is_some_and(|reply| reply.kind == ReplyKind::Refused);
    if signed(whole) || refused || whole.refusal.is_some() {
        return None;
    }
    let clock = whole.clock.as_ref().filter(|clock| whole.dispute.is_none() || clock.due >= today)?;
    let title = format!("谈成并签订合同（{}）", whole.title);
    let id = format!("meetings:{}", whole.id);
    let mut duty = Duty::due(today, clock.due, id, Whose::Union, title, place(whole, "meetings"));
    duty.origin = format!("{}{}", clock.deadline.explanation.sentence, clock.says);
    // Moved, the day is no longer the clock's own.
    duty.deadline = Some(clock.deadline.clone()).filter(|deadline| deadline.due == clock.due);
    duty.rule = Some(clock.deadline.rule.clone()).filter(|_| duty.deadline.is_none());
    duty.button = "记录会议".to_owned();
    if let Some(rung) = to_sign(whole) {
        duty.place.clone_from(&rung.place);
        duty.button.clone_from(&rung.button);
    }
    Some(duty)
}

/// The next meeting, and the information that is due before it.
fn next_meeting(
    whole: &Negotiation,
    book: &LawBook,
    at: &law::Place,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    if signed(whole) {
        return Ok(Vec::new());
    }
    let last = whole.meetings.last();
    let next = match last {
        Some(meeting) => meeting.record.next_on,
        None => whole.reply.as_ref().and_then(|reply| reply.meets_on),
    };
    let Some(next) = next else { return Ok(Vec::new()) };
    let round = rules::next_round(&whole.meetings);
    let title = format!("召开第{round}轮协商会议");
    // Both sides may agree on a day, but not past that of the law.
    let law = match whole.reply.as_ref().filter(|_| last.is_none()) {
        Some(reply) => before::first_meeting_clock(book, at, reply)?,
        None => None,
    };
    let law = law.filter(|deadline| deadline.due < next);
    let held_by = law.as_ref().map_or(next, |deadline| deadline.due);
    let mut meeting = Duty::due(
        today,
        held_by,
        format!("meeting:{}:{round}", whole.id),
        Whose::Union,
        title,
        place(whole, "meetings"),
    );
    meeting.origin = match last {
        Some(last) => format!("第{}轮会议约定的下次会议日期。", last.round),
        None => "答复中约定的首次会议日期。".to_owned(),
    };
    if let Some(deadline) = law {
        meeting.origin = format!(
            "{}答复中约定的首次会议日期是{}，晚于这一天。",
            deadline.explanation.sentence,
            day_words(next)
        );
        meeting.deadline = Some(deadline);
    }
    meeting.button = "记录会议".to_owned();
    let mut duties = vec![meeting];
    if last.is_none() && book.applies("negotiation.information", at, held_by).is_some() {
        let deadline = book.deadline("negotiation.information", at, held_by)?;
        duties.extend(information(whole, book, &deadline, today));
    }
    Ok(duties)
}

/// What must reach the other side before the first meeting: what was asked for and is not there. Without a list item by item,
/// of both sides where the law binds both, else of the side that was asked, if it was asked for anything.
fn information(whole: &Negotiation, book: &LawBook, deadline: &Deadline, today: NaiveDate) -> Vec<Duty> {
    let theirs = |what: &str| {
        let title = format!("提供协商所需的资料{what}");
        let duty = clock_duty(whole, deadline, today, "information", Whose::Employer, title);
        Duty { button: "登记资料".to_owned(), ..duty }
    };
    let ours = |what: &str| {
        let title = format!("会前把协商事项和有关资料送交对方{what}");
        let duty = clock_duty(whole, deadline, today, "information", Whose::Union, title);
        Duty { id: format!("{}:ours", duty.id), button: "登记资料".to_owned(), ..duty }
    };
    let items = &whole.information.items;
    if !items.is_empty() {
        let lacks = |side| outstanding(items, side).map(|names| format!("：还缺{names}"));
        let ours = lacks(Side::Workers).map(|what| ours(&what));
        return ours.into_iter().chain(lacks(Side::Employer).map(|what| theirs(&what))).collect();
    }
    if book.rule(&deadline.rule.id).is_some_and(|rule| rule.actor == Actor::Both) {
        return vec![ours(""), theirs("")];
    }
    match whole.offer.as_ref().filter(|offer| !offer.information.trim().is_empty()) {
        Some(offer) if offer.by == Side::Workers => vec![theirs("")],
        Some(_) => vec![ours("")],
        None => Vec::new(),
    }
}
