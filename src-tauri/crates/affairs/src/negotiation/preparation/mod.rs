//! What comes before the offer: the workers' opinions are collected and grow into the topics of the talks, and those who ask for
//! talks are counted against the line of the place. Each act runs inside one step of the ledger.

pub mod model;
mod rules;
pub mod store;

pub(super) use rules::check_petition;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use paper::figures::percent;
use rusqlite::Connection;

use super::agreement::model::Agreement;
use super::model::{EventKind, Negotiation, NegotiationId, TopicInput};
use super::rules::{self as talks, Law};
use super::seal::store as seals;
use super::store as kept;
use crate::Problem;
use crate::duty::{Band, Duty, DutyKind, Place, Whose};
use crate::members;
use crate::union::workforce;
use model::{OpinionSurvey, Preparation};

/// Keeps the opinions, new or corrected.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_opinions(tx: &Tx, input: &OpinionSurvey) -> Result<(), Problem> {
    kept::head(tx, input.negotiation)?;
    rules::check_opinions(input, tx.today())?;
    store::save_opinions(tx, input)
}

/// Removes the opinions; the topics that grew from them stay in the talks.
///
/// Errors: `not_found`.
pub fn remove_opinions(tx: &Tx, id: NegotiationId) -> Result<(), Problem> {
    let (survey, _) = store::opinions(tx, id)?.ok_or_else(|| Problem::missing("次意见征集"))?;
    store::remove_opinions(tx, survey)
}

/// Makes the collected topics, those first of which most spoke, topics of the talks; what stands there already stays as it is.
///
/// Errors: `refused` where all are there; `not_found`.
pub fn take_opinions(tx: &Tx, id: NegotiationId) -> Result<(), Problem> {
    let (survey, opinions) = store::opinions(tx, id)?.ok_or_else(|| Problem::missing("次意见征集"))?;
    let mut topics: Vec<TopicInput> = kept::topics(tx, id)?
        .into_iter()
        .map(|(id, title, proposal)| TopicInput { id: Some(id), title, proposal, agreements: None })
        .collect();
    let mut asked: Vec<_> = opinions.topics.iter().filter(|topic| topic.topic.is_none()).collect();
    asked.sort_by_key(|topic| std::cmp::Reverse(topic.people));
    if asked.is_empty() {
        return Err(Problem::new("refused", "征集到的议题已经都在协商议题里了。"));
    }
    for topic in &asked {
        if !topics.iter().any(|one| one.title.trim() == topic.title.trim()) {
            topics.push(TopicInput {
                id: None,
                title: topic.title.clone(),
                proposal: topic.gist.clone(),
                agreements: None,
            });
        }
    }
    super::topics::enter(tx, id, &topics)?;
    for (topic, title, _) in kept::topics(tx, id)? {
        if asked.iter().any(|one| one.title.trim() == title.trim()) {
            store::grown(tx, survey, &title, topic)?;
        }
    }
    Ok(())
}

/// Workers in all: the newest number that the employer reported, else those on the roster.
pub(super) fn workers(connection: &Connection, today: NaiveDate) -> Result<Option<u32>, Problem> {
    if let Some(reported) = workforce::on(connection, today)? {
        return Ok(Some(reported.workers));
    }
    let (_, all) = members::store::women_of_all(connection)?;
    Ok(Some(all).filter(|all| *all > 0))
}

/// What comes before the offer.
///
/// Errors: `not_found`.
pub fn preparation(
    connection: &Connection,
    book: &LawBook,
    id: NegotiationId,
    today: NaiveDate,
) -> Result<Preparation, Problem> {
    let head = kept::head(connection, id)?;
    let on = talks::affair_day(kept::offer_dates(connection, id)?, head.started_on);
    let book = super::agreement::book_of(connection, book, id)?;
    let law = Law { book, place: &head.place, on };
    let (survey, opinions) = store::opinions(connection, id)?.unzip();
    let asked = book.applies("negotiation.opinions", &head.place, on);
    let words = match &asked {
        Some(ruling) => {
            let rule = ruling.winner.reference();
            format!("{}（《{}》{}）。", ruling.winner.title, rule.instrument, rule.article)
        }
        None => {
            "这里的法规没有写明提出协商以前要征集职工意见；征集了，议题才说得出是多少职工的意思。".to_owned()
        }
    };
    // How many there are since says nothing of an affair that is sealed.
    let workers = match seals::seal_of(connection, id)? {
        Some(_) => None,
        None => workers(connection, today)?,
    };
    let lines = rules::petition_lines(law, workers);
    let line_words = if lines.is_empty() {
        "这里的法规没有规定多少职工要求协商时工会必须提出；职工提出来的，登记以后由工会委员会研究决定。"
            .to_owned()
    } else {
        "职工自己也可以要求协商；达到下面的人数，工会就应当提出。".to_owned()
    };
    let events = kept::events(connection, id)?;
    let share = opinions.as_ref().filter(|one| one.handed_out > 0).map(|one| {
        format!(
            "发出{}份，收回{}份，回收率{}",
            one.handed_out,
            one.returned,
            percent(one.returned.into(), one.handed_out.into()).unwrap_or_default()
        )
    });
    Ok(Preparation {
        waiting: opinions.as_ref().map_or(0, waiting),
        share,
        survey,
        opinions,
        asked: words,
        rule: asked.map(|ruling| ruling.winner.reference()),
        lines,
        line_words,
        petitions: petitions(law, &events),
        workers,
    })
}

fn waiting(opinions: &OpinionSurvey) -> u32 {
    let count = opinions.topics.iter().filter(|topic| topic.topic.is_none()).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Those who asked, each by the law of the day they asked.
fn petitions(law: Law<'_>, events: &[super::model::Event]) -> Vec<model::Petition> {
    let asked = events.iter().filter(|event| event.kind == EventKind::Petitioned);
    asked.map(|event| rules::judge(Law { on: event.happened_on, ..law }, event)).collect()
}

/// What comes before the offer and is owed by law: opinions to be collected, talks to be opened once enough have asked.
pub(super) fn duties(
    connection: &Connection,
    book: &LawBook,
    whole: &Negotiation,
    today: NaiveDate,
) -> Result<Vec<Duty>, Problem> {
    // Whoever opened: the talks are open. What goes on of a sealed affair was prepared there; with a contract it opens no talks.
    let goes_on = whole.closing.continues.is_some();
    let in_force = goes_on && whole.agreements.iter().all(Agreement::is_signed);
    if whole.late_entry.is_some() || whole.offer.is_some() || in_force {
        return Ok(Vec::new());
    }
    let prepared = preparation(connection, book, whole.id, today)?;
    let place = |part: &str| Place {
        page: "negotiation".to_owned(),
        id: Some(whole.id.to_string()),
        part: Some(part.to_owned()),
    };
    let mut duties = Vec::new();
    if let Some(rule) = prepared.rule.filter(|_| prepared.opinions.is_none() && !goes_on) {
        let id = DutyKind::NegotiationOpinions.id(whole.id);
        let title = format!("征集职工意见（{}）", whole.title);
        let duty = Duty::undated(Band::Week, id, Whose::Union, title, place("opinions"));
        duties.push(Duty {
            origin: prepared.asked,
            rule: Some(rule),
            button: "登记征集的意见".to_owned(),
            ..duty
        });
    }
    if let Some(petition) = prepared.petitions.into_iter().find(|one| one.reached == Some(true)) {
        let id = DutyKind::NegotiationPetition.id(whole.id);
        let title = format!("提出{}：职工要求协商的人数已经达到（{}）", whole.offer_name, whole.title);
        let duty = Duty::undated(Band::Week, id, Whose::Union, title, place("offer"));
        let origin = format!("{}法规没有定天数，请尽快办理。", petition.sentence);
        duties.push(Duty {
            origin,
            rule: petition.rule,
            button: format!("填写{}", whole.offer_name),
            ..duty
        });
    }
    Ok(duties)
}
