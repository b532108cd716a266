//! 协调处理申请书: asks the department to coordinate what the talks could not settle, or that the other side refuses to talk about. It
//! is filled before it is handed in, with what the ledger knows of both parties, the positions, and all that was tried.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::Named;
use super::minutes::filled_in;
use super::parties::lacking;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::agreement::filing::store as filings;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::kinds::COORDINATION;
use crate::negotiation::model::{
    Event, EventKind, Meeting, NegotiationId, Offer, Reply, ReplyKind, Representative, Side, TopicId,
    TopicResult,
};
use crate::negotiation::names;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::settled::concluding::Concluding;
use crate::negotiation::store::{self, Head};
use crate::negotiation::topics::{TopicPlace, places};
use crate::negotiation::{agreement, contract, dispute, next, refusal, suspension};
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::pay::place;
use crate::union::details;
use crate::union::model::{Shown, UnionRecord};

#[derive(Serialize)]
struct PartyOnPaper {
    name: String,
    address: Option<String>,
    representative: String,
    phone: Option<String>,
}

#[derive(Serialize)]
struct Opened {
    paper: String,
    on: NaiveDate,
}

#[derive(Serialize)]
struct Matter {
    title: String,
    ours: String,
    theirs: String,
}

#[derive(Serialize)]
struct Attempt {
    on: NaiveDate,
    what: String,
}

#[derive(Serialize)]
struct CoordinationPaper {
    department: String,
    applicant: PartyOnPaper,
    other: PartyOnPaper,
    enterprise: Named,
    year: i32,
    talks: String,
    basis: String,
    opened: Opened,
    matters: Vec<Matter>,
    attempts: Vec<Attempt>,
    requests: Vec<String>,
    attachments: Vec<String>,
    contact: String,
    date: NaiveDate,
}

/// All that it reads.
struct Told<'a> {
    connection: &'a Connection,
    book: &'a LawBook,
    head: Head,
    union: UnionRecord,
    offer: Offer,
    /// The answers to the offer, by day.
    replies: Vec<Reply>,
    meetings: Vec<Meeting>,
    /// Of the meetings, those that the contracts come of: a change of one that is in effect is not disputed here.
    concluding: Concluding,
    places: Vec<TopicPlace>,
    events: Vec<Event>,
    people: Vec<Representative>,
    today: NaiveDate,
}

/// Fills it.
///
/// Errors: `not_found` for talks that nobody offered.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let head = store::head(connection, id)?;
    let told = Told {
        connection,
        book: law_of(connection, book, &head, today)?,
        head,
        union: names::of_affair(connection, id)?,
        offer: store::offer(connection, id)?.ok_or_else(|| Problem::missing("份要约"))?,
        replies: store::replies(connection, id)?,
        meetings: store::meetings(connection, id)?,
        concluding: Concluding::read(connection, id)?,
        places: places(connection, id)?,
        events: store::events(connection, id)?,
        people: store::representatives(connection, id)?,
        today,
    };
    told.filled()
}

/// Whether there is something to ask for: talks that are refused or not answered, topics that stayed apart, a time that ran out.
pub(super) fn list(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    today: NaiveDate,
) -> Result<Option<PaperLine>, Problem> {
    if store::offer(connection, head.id)?.is_none() {
        return Ok(None);
    }
    let refused = store::reply(connection, head.id)?.is_none_or(|reply| reply.kind == ReplyKind::Refused);
    let concluding = Concluding::read(connection, head.id)?;
    let places = places(connection, head.id)?;
    let disputed = concluding.of_round().last().is_some_and(|meeting| {
        let mut told = meeting.record.topics.iter().filter(|topic| topic.result == TopicResult::Disputed);
        told.any(|told| concluding.holds(kinds_of(&places, told.topic), meeting.record.held_on))
    });
    if !(refused || disputed) {
        let book = law_of(connection, book, head, today)?;
        if dispute::standing(connection, book, head, today)?.is_none() {
            return Ok(None);
        }
    }
    Ok(Some(PaperLine {
        kind: COORDINATION.to_owned(),
        of: head.id.to_string(),
        title: "协调处理申请书".to_owned(),
        affair: head.title.clone(),
        dated: None,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    }))
}

/// The law of what is still talked about: what was signed is disputed no more.
fn law_of<'a>(
    connection: &Connection,
    book: &'a LawBook,
    head: &Head,
    today: NaiveDate,
) -> Result<&'a LawBook, Problem> {
    let agreements = agreement::all(connection, book, head.id, &next::after(connection, head.year)?, today)?;
    agreement::book_of_open(connection, book, head.id, &agreements)
}

/// The contracts of the round to which a topic belongs.
fn kinds_of(places: &[TopicPlace], topic: TopicId) -> &[AgreementKind] {
    places.iter().find(|one| one.topic == topic).map_or(&[][..], |one| one.kinds.as_slice())
}

impl Told<'_> {
    fn body(&self, side: Side) -> String {
        if side == Side::Workers { self.union.name.clone() } else { self.union.employer.clone() }
    }

    fn chief(&self, side: Side) -> Option<&Representative> {
        self.people.iter().find(|one| one.side == side && one.record.chief)
    }

    /// That it was handed in: of talks that have begun, what was handed in about their refusal before is another one, and of talks over
    /// what came back, what was handed in about the talks of before.
    fn applied(&self) -> Option<&Event> {
        let begun = dispute::begun(self.replies.last(), &self.meetings, &self.concluding);
        let from = begun.unwrap_or(self.offer.issued_on);
        let handed_in = |event: &&Event| event.kind == EventKind::Applied && event.happened_on >= from;
        self.events.iter().rev().find(handed_in)
    }

    /// Whether the other side refuses to talk, or does not answer.
    fn refused(&self) -> bool {
        self.replies.last().is_none_or(|reply| reply.kind == ReplyKind::Refused)
    }

    /// To whom it goes: where it was handed in; else the department that the ledger knows from an order or from filings; else that of
    /// the county, district or city whose union is the one above. Above a trade, a group or a park nobody knows whose it is: a line to
    /// write on is better than the city's, printed as if it were known. Where the one above is not told, it is the city's; of a
    /// province nobody knows which of its counties it is.
    fn department(&self) -> Result<Option<String>, Problem> {
        let applied = self.applied().and_then(|event| text(&event.facts.receiver).map(str::to_owned));
        if applied.is_some() {
            return Ok(applied);
        }
        if let Some(order) = refusal::store::order(self.connection, self.head.id)? {
            return Ok(Some(order.department));
        }
        let told = filings::newest(self.connection)?.and_then(|filing| filled_in(&filing.department));
        if told.is_some() {
            return Ok(told);
        }
        for head in store::heads(self.connection)? {
            let events = store::events(self.connection, head.id)?;
            let filed = events.iter().rev().find(|event| event.kind == EventKind::Filed);
            if let Some(receiver) = filed.and_then(|event| text(&event.facts.receiver)) {
                return Ok(Some(receiver.to_owned()));
            }
        }
        let upper = details::sheet(self.connection, Shown::Never)?.details.upper_union;
        if let Some(upper) = text(&upper) {
            return Ok(bureau_beside(upper));
        }
        if self.head.place.city.is_none() {
            return Ok(None);
        }
        let city = place::names(self.connection)?.into_iter().next();
        Ok(city.filter(|name| !name.ends_with('省') && !name.ends_with("自治区")).map(bureau))
    }

    /// The employer's address and telephone, as they were typed into a contract; those of these talks before earlier ones.
    fn of_employer(&self) -> Result<(Option<String>, Option<String>), Problem> {
        let earlier = store::heads(self.connection)?.into_iter().map(|head| head.id);
        for id in std::iter::once(self.head.id).chain(earlier) {
            for one in agreements::heads(self.connection, id)? {
                let values = contract::store::values(self.connection, one.id)?;
                let typed = values.get("企业地址和电话").filter(|typed| !typed.trim().is_empty());
                if typed.is_some() {
                    return Ok(contract::papers::address(typed));
                }
            }
        }
        Ok((None, None))
    }

    /// What is disputed, with the last word of both sides.
    fn matters(&self) -> Result<Vec<Matter>, Problem> {
        let silent = match self.replies.last() {
            None => "没有答复".to_owned(),
            Some(reply) if reply.kind == ReplyKind::Refused => {
                filled_in(&reply.text).unwrap_or_else(|| "拒绝协商".to_owned())
            }
            Some(_) => "会上还没有谈到".to_owned(),
        };
        let all = store::topics(self.connection, self.head.id)?;
        let aside =
            |topic: TopicId| self.places.iter().any(|one| one.topic == topic && one.row.aside.is_some());
        let topics = all.into_iter().filter(|(topic, ..)| !aside(*topic));
        let matter = |(topic, title, proposal): (TopicId, String, String)| {
            let rounds = self.concluding.of(kinds_of(&self.places, topic));
            let told = rounds
                .into_iter()
                .rev()
                .find_map(|meeting| meeting.record.topics.iter().find(|one| one.topic == topic));
            match told {
                Some(told) if told.result == TopicResult::Agreed => None,
                Some(told) => Some(Matter {
                    title,
                    ours: told.workers_position.clone(),
                    theirs: told.employer_position.clone(),
                }),
                None => Some(Matter {
                    title,
                    ours: filled_in(&proposal).unwrap_or_else(|| "要求协商".to_owned()),
                    theirs: silent.clone(),
                }),
            }
        };
        Ok(topics.filter_map(matter).collect())
    }

    /// All that was tried, by day.
    fn attempts(&self) -> Result<Vec<Attempt>, Problem> {
        let name = rules::offer_name(self.law(self.offer.issued_on));
        let opened =
            Attempt { on: self.offer.issued_on, what: format!("{}提出{name}", self.body(self.offer.by)) };
        let mut attempts = vec![opened];
        // Whoever did not open answers.
        let whose = if self.offer.by == Side::Workers { "对方" } else { "我会" };
        let answer = |reply: &Reply| Attempt { on: reply.replied_on, what: replied(reply, whose) };
        attempts.extend(self.replies.iter().map(answer));
        let held = |meeting: &Meeting| Attempt { on: meeting.record.held_on, what: met(meeting) };
        attempts.extend(self.concluding.of_round().into_iter().map(held));
        attempts.extend(
            self.events
                .iter()
                .filter_map(|event| Some(Attempt { on: event.happened_on, what: tried(event)? })),
        );
        if let Some(case) = refusal::store::case(self.connection, self.head.id)? {
            let warned = refusal::warned_on(self.connection, self.book, case, self.today)?;
            attempts.extend(warned.map(|(on, number)| Attempt {
                on,
                what: format!("向对方送达劳动法律监督提示函（{number}）"),
            }));
        }
        if let Some(order) = refusal::store::order(self.connection, self.head.id)? {
            attempts.push(Attempt {
                on: order.asked_on, what: format!("提请{}责令改正", order.department)
            });
        }
        for one in suspension::of(self.connection, self.head.id, &self.meetings)? {
            let until = match one.resumed_on {
                Some(on) => format!("{}恢复", day_words(on)),
                None => format!("约定{}继续", day_words(one.record.resume_on)),
            };
            let reason = one.record.reason.trim().trim_end_matches('。').to_owned();
            attempts.push(Attempt {
                on: one.record.from_on,
                what: format!("双方商定中止协商（{reason}），{until}"),
            });
        }
        attempts.retain(|attempt| attempt.on <= self.date());
        attempts.sort_by_key(|attempt| attempt.on);
        Ok(attempts)
    }

    /// The day on which it was handed in; before that, today.
    fn date(&self) -> NaiveDate {
        self.applied().map_or(self.today, |event| event.happened_on)
    }

    fn law(&self, on: NaiveDate) -> Law<'_> {
        Law { book: self.book, place: &self.head.place, on }
    }

    fn filled(&self) -> Result<Filled, Problem> {
        let date = self.date();
        let law = self.law(date);
        // Where the law of the place has an article of its own for talks whose time ran out, it is that one.
        let ran_out = if self.refused() { None } else { law.rule("negotiation.coordination.application") };
        let basis = ran_out.or_else(|| law.rule("negotiation.coordination.apply"));
        let department = self.department()?;
        let matters = self.matters()?;
        let missing = lacking(&[
            (self.chief(Side::Workers).is_none(), "申请人的代表"),
            (matters.is_empty(), "争议事项"),
            (filled_in(&self.offer.contact).is_none(), "联系人"),
        ]);
        let with_post = |one: &Representative| match filled_in(&one.record.post) {
            Some(post) => format!("{}（{post}）", one.record.name),
            None => one.record.name.clone(),
        };
        let chief = |side| self.chief(side).map(with_post).unwrap_or_default();
        let ours = details::sheet(self.connection, Shown::Never)?.details;
        let (address, phone) = self.of_employer()?;
        let context = CoordinationPaper {
            // Where nobody knows it, as beneath a park or a trade, the paper leaves a line to write it on.
            department: department.unwrap_or_default(),
            applicant: PartyOnPaper {
                name: self.body(Side::Workers),
                address: ours.office,
                representative: chief(Side::Workers),
                phone: ours.phone,
            },
            other: PartyOnPaper {
                name: self.body(Side::Employer),
                address,
                representative: chief(Side::Employer),
                phone,
            },
            enterprise: Named { name: self.union.employer.clone() },
            year: self.head.year,
            talks: self.head.talks().to_owned(),
            basis: basis.map(|rule| format!("《{}》{}", rule.instrument, rule.article)).unwrap_or_default(),
            opened: Opened {
                paper: rules::offer_name(self.law(self.offer.issued_on)),
                on: self.offer.issued_on,
            },
            matters,
            attempts: self.attempts()?,
            requests: vec!["请组织双方就上述争议事项进行协调处理".to_owned()],
            attachments: Vec::new(),
            contact: self.offer.contact.clone(),
            date,
        };
        let title = format!("{}年度{}争议协调处理申请书", self.head.year, self.head.talks());
        Filled::new("negotiation/coordination", self.head.id.to_string(), title, missing, &context)
    }
}

/// The bureau of a county, a district or a city.
fn bureau(of: &str) -> String {
    format!("{of}人力资源和社会保障局")
}

/// What is called 区 and is no district: it has no bureau of its own by law. A 新区 may be one or not, a 矿区 or 林区 is one.
const PARKS: &str = "园区 开发区 经开区 高新区 新区 工业区 产业区 集聚区 加工区 物流区 商务区 经济区 保税区 综保区 自贸区 \
    港区 名胜区 景区 旅游区 度假区 保护区 示范区 试验区 合作区 管理区 社区";

/// The bureau beside the union above: 云岭县总工会 lies in 云岭县, which has one. A park, a street or a trade has none of its own.
fn bureau_beside(upper: &str) -> Option<String> {
    let of = upper.trim().strip_suffix("总工会")?;
    let known = of.chars().count() > 1 && of.ends_with(['县', '区', '市', '旗']);
    (known && !of.ends_with("自治区") && !PARKS.split(' ').any(|end| of.ends_with(end))).then(|| bureau(of))
}

/// What an answer says, after whose it is.
pub(super) fn answered(kind: ReplyKind) -> &'static str {
    match kind {
        ReplyKind::Agreed => "书面答复，同意协商",
        ReplyKind::Partly => "书面答复，部分同意",
        ReplyKind::Refused => "答复，拒绝协商",
    }
}

/// An answer as one of the steps of the talks, with its words.
pub(super) fn replied(reply: &Reply, whose: &str) -> String {
    with_words(format!("{whose}{}", answered(reply.kind)), &reply.text)
}

/// A meeting with what came of it.
fn met(meeting: &Meeting) -> String {
    let topics = &meeting.record.topics;
    let agreed = topics.iter().filter(|topic| topic.result == TopicResult::Agreed).count();
    let apart = topics.len() - agreed;
    let round = meeting.round;
    match (agreed, apart) {
        (_, 0) => format!("第{round}轮协商会议，{agreed}项议题达成一致"),
        (0, _) => format!("第{round}轮协商会议，{apart}项议题没有达成一致"),
        _ => format!("第{round}轮协商会议，{agreed}项议题达成一致，{apart}项没有达成一致"),
    }
}

/// What an event says of an attempt; none for what is none.
fn tried(event: &Event) -> Option<String> {
    let facts = &event.facts;
    let what = match event.kind {
        EventKind::Reminded => match facts.until_on {
            Some(until) => format!("书面催告对方，请在{}以前答复", day_words(until)),
            None => "书面催告对方".to_owned(),
        },
        EventKind::Warned => "向对方发出劳动法律监督提示函".to_owned(),
        EventKind::Reported => match text(&facts.receiver) {
            Some(receiver) => format!("向{receiver}书面报告"),
            None => "向上级工会书面报告".to_owned(),
        },
        _ => return None,
    };
    Some(with_words(what, &event.text))
}

/// A sentence with the words that were typed beside it.
fn with_words(what: String, words: &str) -> String {
    match filled_in(words) {
        Some(words) => format!("{what}：{}", words.trim_end_matches('。')),
        None => what,
    }
}

#[cfg(test)]
mod tests {
    use super::bureau_beside;

    #[test]
    fn the_union_of_a_county_or_a_district_tells_the_bureau_and_no_other_does() {
        for (upper, bureau) in [
            ("云岭县总工会", Some("云岭县人力资源和社会保障局")),
            ("南昌市青云谱区总工会", Some("南昌市青云谱区人力资源和社会保障局")),
            ("瑞金市总工会", Some("瑞金市人力资源和社会保障局")),
            ("县总工会", None),
            ("江西省总工会", None),
            ("广西壮族自治区总工会", None),
            ("银三角工业园区总工会", None),
            ("赣江新区总工会", None),
            ("南昌经开区总工会", None),
            ("庐山风景名胜区总工会", None),
            ("赣江物流港区总工会", None),
            ("梅岭旅游度假区总工会", None),
            ("神农架林区总工会", Some("神农架林区人力资源和社会保障局")),
            ("洪都街道工会联合会", None),
            ("江西省机械工会", None),
            ("赣江重工集团总工会", None),
        ] {
            assert_eq!(bureau_beside(upper).as_deref(), bureau, "{upper}");
        }
    }
}
