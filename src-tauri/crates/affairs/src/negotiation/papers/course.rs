//! The papers of the way between the offer and the publication: the call to a meeting and the notice that an agreement is in
//! effect. Each holds what the ledger has; what it lacks is told before it is issued.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::context::{Named, Officer};
use super::minutes::filled_in;
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::agreement;
use crate::negotiation::agreement::course::What;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::contract;
use crate::negotiation::contract::model::{ContractClause, ContractVersionSource, KeptClause};
use crate::negotiation::kinds::{NOTICE, PUBLICATION};
use crate::negotiation::model::{
    EffectHow, EventId, EventKind, Meeting, NegotiationId, Offer, Representative, Side, TopicId, TopicResult,
};
use crate::negotiation::names;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::settled::concluding;
use crate::negotiation::store;
use crate::negotiation::topics;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union::model::UnionRecord;

#[derive(Serialize)]
struct NoticePaper {
    enterprise: Named,
    year: i32,
    talks: String,
    round: u32,
    issuer: String,
    addressee: String,
    starts: String,
    place: String,
    chair: Officer,
    agreed: Option<String>,
    agenda: Vec<String>,
    present: Vec<String>,
    bring: Vec<String>,
    contact: String,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Term {
    from: NaiveDate,
    to: NaiveDate,
}

#[derive(Serialize)]
struct Took {
    on: NaiveDate,
    how: String,
}

#[derive(Serialize)]
struct PublicationPaper {
    paper_name: String,
    enterprise: Named,
    union: Named,
    year: i32,
    term: Term,
    signed_on: NaiveDate,
    effect: Took,
    points: Vec<String>,
    places: Vec<String>,
    questions: String,
    date: NaiveDate,
}

/// All that these papers read of a round of talks.
struct Talks {
    head: store::Head,
    union: UnionRecord,
    offer: Option<Offer>,
    meetings: Vec<Meeting>,
    people: Vec<Representative>,
}

impl Talks {
    fn load(connection: &Connection, id: NegotiationId) -> Result<Talks, Problem> {
        Ok(Talks {
            head: store::head(connection, id)?,
            union: names::of_affair(connection, id)?,
            offer: store::offer(connection, id)?,
            meetings: store::meetings(connection, id)?,
            people: store::representatives(connection, id)?,
        })
    }

    fn offer(&self) -> Result<&Offer, Problem> {
        self.offer.as_ref().ok_or_else(|| Problem::missing("份要约"))
    }

    fn law<'a>(&'a self, book: &'a LawBook, on: NaiveDate) -> Law<'a> {
        Law { book, place: &self.head.place, on }
    }

    fn body(&self, side: Side) -> String {
        if side == Side::Workers { self.union.name.clone() } else { self.union.employer.clone() }
    }

    fn chief(&self, side: Side) -> Option<&Representative> {
        self.people.iter().find(|one| one.side == side && one.record.chief)
    }

    fn title(&self, what: &str) -> String {
        format!("{}年度{}{what}", self.head.year, self.head.talks())
    }
}

fn lacking(facts: &[(bool, &str)]) -> Vec<String> {
    facts.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| (*what).to_owned()).collect()
}

/// Fills one of them; none for a kind that is not theirs.
///
/// Errors: `not_found`.
pub(super) fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Option<Result<Filled, Problem>> {
    let unknown = || Problem::missing("份文件");
    let talks = || of.parse::<NegotiationId>().map_err(|_| unknown());
    Some(match kind {
        NOTICE => talks().and_then(|id| notice(connection, book, id, today)),
        PUBLICATION => {
            let agreement = of.parse::<AgreementId>().map_err(|_| unknown());
            agreement.and_then(|id| publication(connection, book, id, today))
        }
        _ => return None,
    })
}

/// A meeting that was agreed on.
struct Agreed {
    on: NaiveDate,
    place: Option<String>,
    /// What says so.
    said: String,
    /// The day on which it was agreed.
    agreed_on: NaiveDate,
}

/// A round as the notice names its own: 二.
fn in_words(round: u32) -> String {
    paper::chinese_number(round).unwrap_or_else(|| round.to_string())
}

/// The next meeting: its day and place, and what says so.
fn next_meeting(connection: &Connection, talks: &Talks) -> Result<Option<Agreed>, Problem> {
    if let Some(last) = talks.meetings.last() {
        return Ok(last.record.next_on.map(|on| Agreed {
            on,
            place: last.record.next_place.clone(),
            said: format!("第{}轮会议的约定", in_words(last.round)),
            agreed_on: last.record.held_on,
        }));
    }
    let reply = store::reply(connection, talks.head.id)?;
    // The notice goes to the employer: its answer to our offer is theirs, ours to their offer is ours.
    let whose = if talks.offer()?.by == Side::Workers { "贵方" } else { "我方" };
    Ok(reply.and_then(|reply| {
        Some(Agreed {
            on: reply.meets_on?,
            place: reply.meets_place,
            said: format!("{whose}{}答复中的约定", day_words(reply.replied_on)),
            agreed_on: reply.replied_on,
        })
    }))
}

fn notice(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let talks = Talks::load(connection, id)?;
    let offer = talks.offer()?;
    let next = next_meeting(connection, &talks)?.ok_or_else(|| Problem::missing("次约定的会议"))?;
    let Agreed { on, place, said, agreed_on } = next;
    let law = talks.law(agreement::book_of(connection, book, id)?, on);
    let round = rules::next_round(&talks.meetings);
    let everyone = store::all_representatives(connection, id)?;
    let next = rules::next_chair(law, Some(offer.by), &talks.meetings, &everyone);
    let side = next.map_or(Side::Workers, |(side, _)| side);
    let chair = talks.chief(side);
    let aside = topics::aside(connection, id)?;
    let open: Vec<String> = store::topics(connection, id)?
        .into_iter()
        .filter(|(topic, ..)| {
            let told = talks.meetings.iter().rev().find_map(|meeting| {
                meeting.record.topics.iter().find(|one| one.topic == *topic).map(|one| one.result)
            });
            told != Some(TopicResult::Agreed) && !aside.contains(topic)
        })
        .map(|(_, title, _)| title)
        .collect();
    let missing = lacking(&[
        (place.as_deref().and_then(filled_in).is_none(), "会议地点"),
        (chair.is_none(), "会议主持人"),
        (open.is_empty(), "会议议程"),
        (filled_in(&offer.contact).is_none(), "联系人"),
    ]);
    let context = NoticePaper {
        enterprise: Named { name: talks.union.employer.clone() },
        year: talks.head.year,
        talks: talks.head.talks().to_owned(),
        round,
        issuer: talks.body(Side::Workers),
        addressee: talks.body(Side::Employer),
        starts: on.to_string(),
        place: place.unwrap_or_default(),
        chair: Officer {
            name: chair.map(|one| one.record.name.clone()).unwrap_or_default(),
            side: side.name(),
            post: chair.and_then(|one| filled_in(&one.record.post)),
        },
        agreed: Some(said),
        agenda: open,
        present: talks.people.iter().map(|one| one.record.name.clone()).collect(),
        bring: offer.information.lines().filter_map(filled_in).filter(|_| round == 1).collect(),
        contact: offer.contact.clone(),
        // It goes out before the meeting; printed afterwards it bears the day on which the meeting was agreed on.
        date: if (agreed_on..=on).contains(&today) { today } else { agreed_on },
    };
    let title = talks.title(&format!("第{round}轮会议通知"));
    Filled::new("negotiation/meeting-notice", id.to_string(), title, missing, &context)
}

/// Drafted and issued before it is made public: it is what is put up then. Until the places are recorded there is a line for them.
fn publication(
    connection: &Connection,
    book: &LawBook,
    id: AgreementId,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份可以公布的合同");
    let head = agreement::store::head(connection, id)?;
    let course = agreement::course_of(connection, book, id)?;
    let mut talks = Talks::load(connection, head.negotiation)?;
    talks.union = names::of_agreement(connection, id)?;
    let events = store::events(connection, head.negotiation)?;
    let last =
        |kind: EventKind| events.iter().rev().find(|one| one.kind == kind && one.agreement == Some(id));
    let effect_on = course.effective_on().ok_or_else(unknown)?;
    let (from, to) = head.term_from.zip(head.term_to).ok_or_else(unknown)?;
    // One that goes on from a sealed affair may have been signed there.
    let act = |kind: EventKind| course.last(What::Event(kind)).ok_or_else(unknown);
    let signed_on = act(EventKind::Signed)?.on;
    let (_, effect) = store::event(connection, EventId::from(act(EventKind::InEffect)?.id))?;
    let law = talks.law(book.scoped(head.kind.code()), effect_on);
    let silent = effect.facts.how != Some(EffectHow::Opinion);
    let how = match (law.rule("negotiation.silent_approval"), silent) {
        (Some(rule), true) => format!(
            "经报送审查，人力资源和社会保障行政部门在期限内没有提出异议，根据《{}》{}",
            rule.instrument, rule.article
        ),
        _ => "经报送审查，人力资源和社会保障行政部门没有异议".to_owned(),
    };
    let published = last(EventKind::Published);
    let places: Vec<String> = published
        .and_then(|event| text(&event.facts.receiver).map(str::to_owned))
        .map(|places| places.split('、').filter_map(filled_in).collect())
        .unwrap_or_default();
    let points = main_points(connection, &head)?;
    let missing = lacking(&[(points.is_empty(), "合同主要内容")]);
    let context = PublicationPaper {
        paper_name: rules::contract_name(law, head.kind),
        enterprise: Named { name: talks.union.employer.clone() },
        union: Named { name: talks.union.name.clone() },
        year: talks.head.year,
        term: Term { from, to },
        signed_on,
        effect: Took { on: effect_on, how },
        points,
        places,
        questions: talks.union.name.clone(),
        date: published.map_or(today.max(effect_on), |event| event.happened_on),
    };
    let title = format!("关于公布{}的公告", head.title);
    Filled::new("negotiation/publication", id.to_string(), title, missing, &context)
}

/// What was agreed upon a topic of an agreement.
struct AgreedPoint {
    topic: TopicId,
    title: String,
    /// the round whose words they are
    round: u32,
    words: String,
}

/// What a paper tells of an agreement: what the talks agreed upon, as far as the text that was kept as passed says it. Where the text
/// leaves something of it out or puts it otherwise, or no topic was its own, the text itself, chapter by chapter. A contract whose
/// text is not in the ledger is told by its talks alone.
pub(super) fn main_points(
    connection: &Connection,
    head: &agreement::store::Head,
) -> Result<Vec<String>, Problem> {
    // What goes on from a sealed affair was agreed upon there, as far as nothing else was agreed since.
    let mut agreed: Vec<AgreedPoint> = Vec::new();
    for one in agreement::store::line(connection, head)?.into_iter().rev() {
        for point in agreed_points(connection, one.negotiation, one.kind)? {
            match agreed.iter_mut().find(|known| known.title == point.title) {
                Some(stood) => *stood = point,
                None => agreed.push(point),
            }
        }
    }
    let versions = contract::store::versions(connection, head.id)?;
    let Some(passed) = versions.into_iter().find(|one| one.source == ContractVersionSource::Draft) else {
        return Ok(agreed.into_iter().map(|one| one.words).collect());
    };
    let kept = contract::store::kept(connection, passed.id)?;
    // The days of the term may have been told by the signature only.
    let dated = |mut clause: KeptClause| {
        for (name, day) in contract::TERM.iter().zip([head.term_from, head.term_to]) {
            if let Some(day) = day {
                clause.text = clause.text.replace(&format!("【{name}】"), &day_words(day));
            }
        }
        clause
    };
    let passed: Vec<KeptClause> = kept.into_iter().map(|(_, clause)| dated(clause)).collect();
    let clauses = contract::store::clauses(connection, head.id)?;
    let said: Option<Vec<String>> = agreed.iter().map(|one| passed_words(one, &passed, &clauses)).collect();
    if let Some(points) = said.filter(|points| !points.is_empty()) {
        return Ok(points);
    }
    let mut chapters: Vec<(String, String)> = Vec::new();
    for clause in passed {
        let words = clause.text.replace('\n', "");
        match chapters.last_mut() {
            Some((chapter, told)) if *chapter == clause.chapter => told.push_str(&words),
            _ => chapters.push((clause.chapter, words)),
        }
    }
    let told = |(chapter, words): (String, String)| match chapter.is_empty() {
        true => words,
        false => format!("{chapter}：{words}"),
    };
    Ok(chapters.into_iter().map(told).collect())
}

/// What the passed text says of what was agreed upon: the agreed words where they stand in it, else the clause that was made from
/// them and polished since; none where it has neither.
fn passed_words(agreed: &AgreedPoint, passed: &[KeptClause], clauses: &[ContractClause]) -> Option<String> {
    if passed.iter().any(|one| one.text.contains(agreed.words.trim())) {
        return Some(agreed.words.clone());
    }
    let made =
        clauses.iter().find(|one| one.topic == Some(agreed.topic) && one.round == Some(agreed.round))?;
    let kept = passed.iter().find(|one| one.clause == Some(made.id))?;
    Some(kept.text.replace('\n', ""))
}

/// What was agreed for one agreement of a round of talks, each topic with the words of the last round.
fn agreed_points(
    connection: &Connection,
    id: NegotiationId,
    kind: AgreementKind,
) -> Result<Vec<AgreedPoint>, Problem> {
    let places = topics::places(connection, id)?.into_iter();
    let meetings = concluding::meetings_of(connection, id, kind)?;
    Ok(places
        .filter(|place| place.kinds.contains(&kind))
        .filter_map(|place| {
            let (round, told) = meetings.iter().rev().find_map(|meeting| {
                let told = meeting.record.topics.iter().find(|one| one.topic == place.topic)?;
                Some((meeting.round, told))
            })?;
            let words = told.agreed_text.clone().filter(|_| told.result == TopicResult::Agreed)?;
            Some(AgreedPoint { topic: place.topic, title: place.title.trim().to_owned(), round, words })
        })
        .collect())
}

/// Those of a round of talks that can be filled now.
pub(super) fn list(
    connection: &Connection,
    book: &LawBook,
    head: &store::Head,
    today: NaiveDate,
) -> Result<Vec<PaperLine>, Problem> {
    let mut wanted: Vec<(&str, String, String)> = Vec::new();
    let own = head.id.to_string();
    let talks = Talks::load(connection, head.id)?;
    if talks.offer.is_some() && next_meeting(connection, &talks)?.is_some() {
        wanted.push((NOTICE, own, "协商会议通知".to_owned()));
    }
    for agreement in agreement::store::heads(connection, head.id)? {
        // What was published before it went on here was published by the paper of the sealed affair.
        let published = match agreement.continues {
            Some(id) => {
                agreement::course_of(connection, book, id)?.last(What::Event(EventKind::Published)).is_some()
            }
            None => false,
        };
        if !published && publication(connection, book, agreement.id, today).is_ok() {
            wanted.push((
                PUBLICATION,
                agreement.id.to_string(),
                format!("关于公布{}的公告", agreement.title),
            ));
        }
    }
    Ok(wanted
        .into_iter()
        .map(|(kind, of, title)| PaperLine {
            kind: kind.to_owned(),
            of,
            title,
            affair: head.title.clone(),
            dated: None,
            missing: Vec::new(),
            issued: Vec::new(),
            made_by: None,
        })
        .collect())
}
