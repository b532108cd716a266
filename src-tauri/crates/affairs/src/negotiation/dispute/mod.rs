//! Talks in dispute (协商争议): both sides talk, and the time of the whole talk runs out, or one of them asks the labour department to
//! coordinate. What that makes due, move by move, each with its article; the page and 今日 are both read from here. Talks that the
//! other side refuses are `refusal`'s.

pub mod rules;

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place as Where};
use rusqlite::Connection;

use super::kinds::COORDINATION;
use super::model::{Meeting, Reply, TopicId, TopicResult};
use super::settled::concluding::Concluding;
use super::store::{self as talks, Head};
use super::topics::places;
use super::{agreement, coordination, reply, suspension};
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose, clock, day_words};
use crate::office;
use rules::{Dispute, Extension, Move, Terms};

/// Who may ask for coordination, and whom.
const APPLY: &str = "negotiation.coordination.apply";
/// By when it is asked for, where the place has a time for it.
const APPLICATION: &str = "negotiation.coordination.application";

/// Whether talks are in dispute on a day; none while they have their time, and where the other side refuses to talk at all.
pub(super) fn standing(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    today: NaiveDate,
) -> Result<Option<Dispute>, Problem> {
    let offer = reply::with_reply_clock(talks::offer(connection, head.id)?, book, head)?;
    // Over what goes on from a sealed affair the talks need no offer.
    if offer.is_none() && !agreement::all_go_on(connection, head.id)? {
        return Ok(None);
    }
    let reply = talks::reply(connection, head.id)?;
    let meetings = talks::meetings(connection, head.id)?;
    // Over what amends an agreement the talks are not broken off: it stands as it is.
    let concluding = Concluding::read(connection, head.id)?;
    let Some(begun) = begun(reply.as_ref(), &meetings, &concluding) else { return Ok(None) };
    if super::refusal::standing(connection, book, head, today)?.is_some() {
        return Ok(None);
    }
    let topics = talks::topics(connection, head.id)?;
    let places = places(connection, head.id)?;
    let settled = |topic: TopicId| {
        let kinds = places.iter().find(|one| one.topic == topic).map_or(&[][..], |one| one.kinds.as_slice());
        let told = concluding.of(kinds).into_iter().rev().find_map(|meeting| {
            meeting.record.topics.iter().find(|one| one.topic == topic).map(|one| one.result)
        });
        told.map_or_else(|| concluding.go_on(kinds), |result| result == TopicResult::Agreed)
    };
    let open = topics.iter().filter(|(topic, ..)| !settled(*topic)).count();
    if open == 0 {
        return Ok(None);
    }
    let suspensions = suspension::of(connection, head.id, &meetings)?;
    let facts = (offer.as_ref(), reply.as_ref(), &meetings[..]);
    let whole = suspension::talks_clock(book, head, facts, &suspensions, today)?;
    let conclude = whole.filter(|_| !concluding.were_concluded()).map(|whole| whole.due);
    let terms = Terms {
        conclude,
        apply: application(book, &head.place, conclude)?.map(|deadline| deadline.due),
        suspended: suspension::rules::lasting(&suspensions).map(|one| one.record.resume_on),
    };
    let acts = rules::acts(&talks::events(connection, head.id)?, begun);
    // What came of talks that are entered from paper is on the papers.
    let entered = talks::entered_on(connection, head)?;
    let next =
        rules::next(acts, terms, today).filter(|(_, since)| entered.is_none_or(|entered| *since >= entered));
    Ok(next.map(|(next, since)| Dispute { next, since, open }))
}

/// From when on an act belongs to the dispute of the talks as they stand: what was applied for before the contracts came back was about
/// the talks of before, and ended with their signature.
pub(super) fn begun(
    reply: Option<&Reply>,
    meetings: &[Meeting],
    concluding: &Concluding,
) -> Option<NaiveDate> {
    rules::begun(reply, meetings).max(concluding.talked_anew_since())
}

/// By when coordination is applied for, after the time of the whole talk.
fn application(book: &LawBook, at: &Where, conclude: Option<NaiveDate>) -> Result<Option<Deadline>, Problem> {
    match conclude {
        Some(over) => clock(book, APPLICATION, at, &[("talks_period_ended", over)]),
        None => Ok(None),
    }
}

/// What a dispute is told from.
struct Told<'a> {
    connection: &'a Connection,
    book: &'a LawBook,
    head: &'a Head,
    dispute: Dispute,
    today: NaiveDate,
}

/// What is to be done about a dispute now.
pub(super) fn duty(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    dispute: Dispute,
    today: NaiveDate,
) -> Result<Duty, Problem> {
    let told = Told { connection, book, head, dispute, today };
    let duty = told.next()?;
    Ok(Duty { module: "negotiation".to_owned(), ..duty })
}

impl Told<'_> {
    fn form(&self, part: &str) -> Place {
        let id = Some(self.head.id.to_string());
        Place { page: "negotiation".to_owned(), id, part: Some(part.to_owned()) }
    }

    fn title(&self, what: &str) -> String {
        format!("{what}（{}）", self.head.title)
    }

    fn open(&self) -> String {
        format!("还有{}个议题没有谈定。", self.dispute.open)
    }

    /// A move of ours or of the department for which no law sets a day.
    fn undated(&self, kind: DutyKind, whose: Whose, what: &str, place: Place) -> Duty {
        let duty = Duty::undated(Band::Week, kind.id(self.head.id), whose, self.title(what), place);
        let Some(ruling) = self.book.applies(APPLY, &self.head.place, self.dispute.since) else {
            return duty;
        };
        let rule = ruling.winner.reference();
        let origin = format!(
            "依{}《{}》{}，{}。",
            rule.layer_name, rule.instrument, rule.article, ruling.winner.title
        );
        Duty { origin, rule: Some(rule), ..duty }
    }

    fn next(&self) -> Result<Duty, Problem> {
        match self.dispute.next {
            Move::Apply => self.apply(),
            Move::NotApplied => self.not_applied(),
            Move::TakeUp(applied) => self.take_up(applied),
            Move::Coordinate(accepted, extended) => self.coordinate(accepted, extended),
            Move::Settle(on) => {
                let id = DutyKind::NegotiationDispute.id(self.head.id);
                let title = self.title("登记协调处理的结果");
                let duty = Duty::undated(Band::Week, id, Whose::Union, title, self.form("meetings"));
                let origin = format!(
                    "协调处理于{}结束，{}达成一致的，登记会议，把议题记为谈定；没有达成一致、不再谈的，写明理由封存。",
                    day_words(on),
                    self.open()
                );
                Ok(Duty { origin, button: "记录会议".to_owned(), ..duty })
            }
        }
    }

    /// The paper as long as it was not issued; then the form that records that it was handed in.
    fn apply(&self) -> Result<Duty, Problem> {
        let of = self.head.id.to_string();
        let issued = office::store::newest_issue(self.connection, COORDINATION, &of)?.is_some();
        let (place, button) = match issued {
            true => (self.form("event:applied"), "登记申请"),
            false => {
                let id = Some(format!("{COORDINATION}@{of}"));
                (Place { page: "papers".to_owned(), id, part: None }, "打开申请书")
            }
        };
        let over = format!("协商的期限到{}已满，{}", day_words(self.dispute.since), self.open());
        let what = "协商期满没有谈成，书面申请人社部门协调处理";
        let duty = match application(self.book, &self.head.place, Some(self.dispute.since))? {
            Some(deadline) => {
                let id = DutyKind::NegotiationDispute.id(self.head.id);
                let duty = Duty::due(self.today, deadline.due, id, Whose::Union, self.title(what), place);
                let rule = self.book.rule(&deadline.rule.id);
                let consequence = rule.and_then(|rule| rule.consequence.as_deref()).unwrap_or_default();
                let origin = format!("{over}{}{consequence}", deadline.explanation.sentence);
                Duty { origin, deadline: Some(deadline), ..duty }
            }
            None => {
                let duty = self.undated(DutyKind::NegotiationDispute, Whose::Union, what, place);
                let origin = format!("{over}{}法规没有定天数，请尽快办理。", duty.origin);
                Duty { origin, ..duty }
            }
        };
        Ok(Duty { button: button.to_owned(), ..duty })
    }

    /// The law of the place gave a time for it, and it is over.
    fn not_applied(&self) -> Result<Duty, Problem> {
        let id = DutyKind::NegotiationDispute.id(self.head.id);
        let title = self.title("申请协调处理的期限已过，商定还谈不谈");
        let duty = Duty::undated(Band::NoDay, id, Whose::Union, title, self.form("meetings"));
        let Some(deadline) = application(self.book, &self.head.place, Some(self.dispute.since))? else {
            return Ok(duty);
        };
        let rule = self.book.rule(&deadline.rule.id);
        let consequence = rule.and_then(|rule| rule.consequence.as_deref()).unwrap_or_default();
        let origin = format!(
            "{}{consequence}双方愿意再谈的，登记会议；不再谈的，写明理由封存，以后重新提出。",
            deadline.explanation.sentence
        );
        Ok(Duty { origin, rule: Some(deadline.rule), button: "记录会议".to_owned(), ..duty })
    }

    fn take_up(&self, applied: NaiveDate) -> Result<Duty, Problem> {
        let place = self.form("event:accepted");
        let known = [("coordination_applied", applied)];
        let what = "受理协调处理申请";
        let kind = DutyKind::NegotiationCoordination;
        let duty = match clock(self.book, "negotiation.coordination.begin", &self.head.place, &known)? {
            Some(deadline) => {
                let id = kind.id(self.head.id);
                let duty = Duty::due(self.today, deadline.due, id, Whose::Upper, self.title(what), place);
                Duty { origin: deadline.explanation.sentence.clone(), deadline: Some(deadline), ..duty }
            }
            None => {
                let duty = self.undated(kind, Whose::Upper, what, place);
                let origin = format!("{}已经申请协调处理。{}", day_words(applied), duty.origin);
                Duty { origin, ..duty }
            }
        };
        Ok(Duty { button: "登记受理".to_owned(), ..duty })
    }

    fn coordinate(&self, accepted: NaiveDate, extended: Option<Extension>) -> Result<Duty, Problem> {
        let place = self.form("event:coordinated");
        let what = "完成协调处理";
        let kind = DutyKind::NegotiationCoordination;
        let duty = match coordination::of(self.book, &self.head.place, accepted, extended)? {
            Some(due) => due.duty(self.today, kind.id(self.head.id), self.title(what), place),
            None => self.undated(kind, Whose::Upper, what, place),
        };
        Ok(Duty { button: "登记协调结果".to_owned(), ..duty })
    }
}
