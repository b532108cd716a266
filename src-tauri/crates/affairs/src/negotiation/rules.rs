//! Pure decisions of a negotiation: who may represent whom, what a meeting needs, how far the affair has
//! come. Numbers come from the law book by subject; every refusal names its rule.

mod advice;
#[cfg(test)]
mod cases;
mod chiefs;
mod event;
mod ladder;
mod meeting;
mod positions;
mod posts;
mod representatives;

pub use advice::{Advised, Dispatched, advice};
pub use chiefs::{led, seat};
pub use event::{check_days, check_event, check_opened, check_term};
pub use ladder::{LadderFacts, ladder, unposted_words};
pub use meeting::{
    before_answer, chairs_in_turn, check_meeting, check_order, ended_on, entered_afterwards, first_chair,
    next_chair, next_round,
};
pub use positions::{next_agenda, next_agenda_over, position_rounds};
pub use representatives::{Sides, check_chosen, check_joining, check_side, check_sides, complete};

use chrono::NaiveDate;
use law::{LawBook, Place, Rule};

use crate::Problem;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::called;
use crate::negotiation::model::{RecordReply, ReplyKind, SaveOffer, Side};

/// The law of a place on a day: what every decision here asks.
#[derive(Clone, Copy)]
pub struct Law<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a Place,
    /// When.
    pub on: NaiveDate,
}

impl<'a> Law<'a> {
    /// The rules by which something is to be done in time: the clocks that 今日 counts by, one for each event that they start from, so
    /// that no paper allows more days than it; where no term is set, the rule that holds.
    pub fn timed(self, subject: &str) -> Vec<&'a Rule> {
        let clocks = self.book.first_clocks(subject, self.place, self.on);
        if !clocks.is_empty() {
            return clocks;
        }
        self.book.applies(subject, self.place, self.on).map(|ruling| ruling.winner).into_iter().collect()
    }

    /// The rule of a subject, when the place has one.
    pub fn rule(&self, subject: &str) -> Option<law::RuleRef> {
        self.book.applies(subject, self.place, self.on).map(|ruling| ruling.winner.reference())
    }
}

/// How the chiefs of both sides chair the meetings of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chairing {
    /// 轮流主持: one chief a round.
    InTurn,
    /// 共同主持: both chiefs together.
    Together,
}

/// How the meetings are chaired, from the place's rule.
pub fn chairing(law: Law<'_>) -> Chairing {
    let ruling = law.book.applies("negotiation.meeting_chair", law.place, law.on);
    match ruling.and_then(|ruling| ruling.winner.term("how")) {
        Some("together") => Chairing::Together,
        _ => Chairing::InTurn,
    }
}

/// What the opening paper and its answer are called in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferWords {
    /// In a sentence: 协商意向书, 集体协商建议书, 要约书.
    pub name: String,
    /// As the paper's own title.
    pub title: String,
    /// What is put forward by it: 协商意向.
    pub verb: String,
    /// The title of the paper that answers it.
    pub reply: String,
}

/// The words of the place for the paper that opens these talks, from its rule. Where no rule names it, it is called what
/// every law asks for: a demand in writing.
pub fn offer_words(law: Law<'_>, talks: &str) -> OfferWords {
    let ruling = law.book.applies("negotiation.offer.name", law.place, law.on);
    let term = |key: &str, otherwise: &str| {
        ruling.as_ref().and_then(|ruling| ruling.winner.term(key)).unwrap_or(otherwise).to_owned()
    };
    // The rules name the papers of wage talks; those of other talks are called alike.
    let of_these = |title: String| match title.strip_prefix(called::WAGES) {
        Some(paper) => format!("{talks}{paper}"),
        None => title,
    };
    OfferWords {
        name: term("name", "书面协商要求"),
        title: of_these(term("title", "工资集体协商要求")),
        verb: term("verb", "协商要求"),
        reply: of_these(term("reply", "工资集体协商答复书")),
    }
}

/// What the opening paper is called in this place, in a sentence.
pub fn offer_name(law: Law<'_>) -> String {
    offer_words(law, called::WAGES).name
}

/// What a kind of contract is called in a place: 工资集体合同 in 江西, 工资专项集体合同 where no rule names it.
pub fn contract_name(law: Law<'_>, kind: AgreementKind) -> String {
    let ruling = law.book.applies("negotiation.contract.name", law.place, law.on);
    let named = ruling.as_ref().and_then(|ruling| ruling.winner.term("name"));
    match (kind, named) {
        (AgreementKind::Wage, Some(name)) => name.to_owned(),
        _ => kind.label().to_owned(),
    }
}

/// The day by whose law an affair is judged: that of its offer, before it the day it was started.
pub fn affair_day(offer: Option<(NaiveDate, Option<NaiveDate>)>, started_on: NaiveDate) -> NaiveDate {
    offer.map_or(started_on, |(issued, received)| received.unwrap_or(issued))
}

/// Refuses an offer that is incomplete or, where the law of the place asks for it, comes before our
/// representatives are elected.
pub fn check_offer(
    law: Law<'_>,
    offer: &SaveOffer,
    started_on: NaiveDate,
    ours_complete: bool,
    today: NaiveDate,
) -> Result<(), Problem> {
    let name = offer_name(law);
    if offer.topics.is_empty() {
        return Err(Problem::input("topics", format!("请至少写一个协商议题，{name}要写明协商内容。")));
    }
    for (index, topic) in offer.topics.iter().enumerate() {
        if topic.title.trim().is_empty() {
            return Err(Problem::input(
                &format!("topics.{index}.title"),
                format!("第{}个议题没有写名称。", index + 1),
            ));
        }
        let earlier = offer.topics[..index].iter().position(|other| other.title.trim() == topic.title.trim());
        if let Some(earlier) = earlier {
            return Err(Problem::input(
                &format!("topics.{index}.title"),
                format!("第{}个议题与第{}个名称相同，请合并或者改名。", index + 1, earlier + 1),
            ));
        }
    }
    if offer.addressee.trim().is_empty() {
        return Err(Problem::input("addressee", format!("请填写{name}发给谁，一般是企业全称。")));
    }
    if let Some(received) = offer.received_on {
        if received < offer.issued_on {
            return Err(Problem::input("receivedOn", "收到日期早于发出日期，请核对这两个日期。"));
        }
        if received > today {
            return Err(Problem::input("receivedOn", "收到日期还没有到，请在对方签收后再填写。"));
        }
    }
    if offer.issued_on > today {
        return Err(Problem::input("issuedOn", "发出日期还没有到；可以先留作草稿，发出当天再保存。"));
    }
    // A letter of the other side is older than what we open upon it.
    if offer.by == Side::Workers && offer.issued_on < started_on && offer.late_entry.is_none() {
        return Err(Problem::input(
            "issuedOn",
            format!(
                "发出日期早于本次协商启动的{}，请核对；如果是补录，请写明补录的理由。",
                started_on.format("%Y年%-m月%-d日")
            ),
        ));
    }
    if let Some(rule) = law.rule("negotiation.representatives.before_offer")
        && !ours_complete
    {
        return Err(Problem::refused(
            &rule,
            format!("本地规定先产生职工方协商代表，再发出{name}：请先登记职工方代表和首席代表。"),
        )
        .at("representatives"));
    }
    Ok(())
}

/// Refuses a reply that cannot be: no offer received, or dated before it.
pub fn check_reply(
    reply: &RecordReply,
    received_on: Option<NaiveDate>,
    offer: &str,
    today: NaiveDate,
) -> Result<(), Problem> {
    let Some(received) = received_on else {
        return Err(Problem::input(
            "repliedOn",
            format!("{offer}还没有登记对方收到的日期，请先补上收到日期。"),
        ));
    };
    if reply.replied_on < received {
        return Err(Problem::input("repliedOn", format!("答复日期早于收到{offer}的日期，请核对。")));
    }
    if reply.replied_on > today {
        return Err(Problem::input("repliedOn", "答复日期还没有到，请在收到答复后再登记。"));
    }
    if reply.meets_on.is_some_and(|day| day < reply.replied_on) {
        return Err(Problem::input("meetsOn", "约定的会议日期早于答复日期，请核对。"));
    }
    if reply.replied_by.trim().is_empty() {
        return Err(Problem::input("repliedBy", "请填写是谁作出答复的，例如“公司行政”或答复人姓名。"));
    }
    if reply.kind != ReplyKind::Agreed && reply.text.trim().is_empty() {
        return Err(Problem::input("text", "对方没有全部同意，请写明答复内容和理由，以后核对要用。"));
    }
    Ok(())
}
