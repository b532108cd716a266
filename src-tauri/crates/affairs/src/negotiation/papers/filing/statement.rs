//! 关于集体合同的情况说明, filled from the ledger: who negotiated, how it went, how the last contract was kept, what wages are.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::super::parties::{Congress, Wages, lacking};
use super::desk::{Desk, before};
use crate::Problem;
use crate::duty::day_words;
use crate::negotiation::agreement;
use crate::negotiation::agreement::amendments::store as amended;
use crate::negotiation::agreement::checks;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::{EventKind, MeetingTopic, Representative, Side, TopicResult};
use crate::negotiation::papers::coordination::{answered, replied};
use crate::negotiation::papers::course::main_points;
use crate::negotiation::rules;
use crate::negotiation::store;
use crate::negotiation::topics;
use crate::office::model::Filled;
use crate::office::text;

#[derive(Serialize)]
struct Firm {
    name: String,
    people: Option<u32>,
    business: String,
}

#[derive(Serialize)]
struct Sides {
    workers: Vec<String>,
    employer: Vec<String>,
    how: String,
}

#[derive(Serialize)]
struct Went {
    on: NaiveDate,
    what: String,
}

#[derive(Serialize)]
struct Previous {
    term: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct StatementPaper {
    paper_name: String,
    department: String,
    enterprise: Firm,
    issuer: String,
    year: i32,
    representatives: Sides,
    course: Vec<Went>,
    congress: Option<Congress>,
    points: Vec<String>,
    disputed: Option<String>,
    previous: Option<Previous>,
    wages: Option<Wages>,
    unsaid: Vec<&'static str>,
    attachments: Vec<String>,
    contact: String,
    date: NaiveDate,
}

/// 于2026年9月20日由法定代表人指派产生; none where nobody wrote how.
fn way_of(one: &Representative) -> Option<String> {
    let how = one.record.chosen_how.trim();
    let how = how.strip_prefix('由').unwrap_or(how);
    let how = how.strip_suffix("产生").unwrap_or(how);
    let on = one.record.chosen_on.map(|on| format!("于{}", day_words(on))).unwrap_or_default();
    (!how.is_empty()).then(|| format!("{on}由{how}产生"))
}

/// How both sides came about, in the words of the list of representatives: where not all of a side came about alike, the names with
/// each way.
fn how_chosen(desk: &Desk) -> String {
    let mut told: Vec<String> = Vec::new();
    for side in [Side::Workers, Side::Employer] {
        let mut ways: Vec<(String, Vec<String>)> = Vec::new();
        for one in desk.side(side) {
            let Some(way) = way_of(one) else { continue };
            let chief = if desk.is_chief(one) { "首席代表" } else { "" };
            let name = format!("{chief}{}", one.record.name);
            match ways.iter_mut().find(|(known, _)| *known == way) {
                Some((_, names)) => names.push(name),
                None => ways.push((way, vec![name])),
            }
        }
        let many = desk.side(side).count();
        let of = |(way, names): (String, Vec<String>)| match names.len() == many {
            true => format!("代表{way}"),
            false => format!("{}{way}", names.join("、")),
        };
        let ways: Vec<String> = ways.into_iter().map(of).collect();
        if !ways.is_empty() {
            told.push(format!("{}{}", side.name(), ways.join("，")));
        }
    }
    told.join("；")
}

/// The steps of the talks with their days; of an agreement that goes on from a sealed affair, those there too.
fn went(connection: &Connection, book: &LawBook, desk: &Desk) -> Result<Vec<Went>, Problem> {
    let mut course = Vec::new();
    for head in agreements::line(connection, &desk.head)? {
        course.extend(went_in(connection, book, desk, &head)?);
    }
    // What came after it was handed in is no part of how it came about, nor what was before the amendment was proposed.
    let since = amended::said(connection, desk.head.id)?.map_or(NaiveDate::MIN, |said| said.proposed_on);
    course.retain(|one| one.on >= since && one.on <= desk.date);
    course.sort_by_key(|one| one.on);
    Ok(course)
}

/// The same of one round of talks.
fn went_in(
    connection: &Connection,
    book: &LawBook,
    desk: &Desk,
    head: &agreements::Head,
) -> Result<Vec<Went>, Problem> {
    let id = head.negotiation;
    let law = desk.law(agreement::book_of(connection, book, id)?);
    let mut course = Vec::new();
    let offer = store::offer(connection, id)?;
    let by = offer.as_ref().map_or(Side::Workers, |offer| offer.by);
    if let Some(offer) = offer {
        let who = if by == Side::Workers { "工会向企业" } else { "企业向工会" };
        course.push(Went { on: offer.issued_on, what: format!("{who}提出{}", rules::offer_name(law)) });
    }
    // Whoever did not open answers.
    let whose = if by == Side::Workers { "企业" } else { "工会" };
    let replies = store::replies(connection, id)?;
    for reply in &replies {
        // Where the talks came of a refusal, the course says so.
        let what = match replies.len() {
            1 => format!("{whose}{}", answered(reply.kind)),
            _ => replied(reply, whose),
        };
        course.push(Went { on: reply.replied_on, what });
    }
    let own = topics::of_kind(connection, id, head.kind)?;
    for meeting in store::meetings(connection, id)? {
        let of_it = |topic: &&MeetingTopic| topic.result == TopicResult::Agreed && own.contains(&topic.topic);
        let agreed = meeting.record.topics.iter().filter(of_it).count();
        let what = match agreed {
            0 => format!("第{}轮协商会议", meeting.round),
            many => format!("第{}轮协商会议，{many}项议题取得一致", meeting.round),
        };
        course.push(Went { on: meeting.record.held_on, what });
    }
    let events = store::events(connection, id)?;
    for event in events.iter().filter(|event| event.agreement == Some(head.id)) {
        let what = match event.kind {
            EventKind::Drafted => "双方形成草案",
            EventKind::Signed => "双方首席代表签字、盖章",
            _ => continue,
        };
        course.push(Went { on: event.happened_on, what: what.to_owned() });
    }
    Ok(course)
}

fn previous(connection: &Connection, book: &LawBook, desk: &Desk) -> Result<Option<Previous>, Problem> {
    let typed = text(&desk.told.previous).map(str::to_owned);
    let Some(earlier) = before(connection, book, &desk.head)? else {
        // The ledger may begin after it: what was typed is told without a term that nobody knows.
        return Ok(typed.map(|text| Previous { term: None, text }));
    };
    let day = |day: Option<NaiveDate>| day.map(day_words).unwrap_or_default();
    let checks = checks::store::checks(connection, earlier.id)?;
    let concluded = checks.last().map(|check| check.conclusion.clone());
    let Some(text) = typed.or(concluded) else { return Ok(None) };
    let term = format!("{}至{}", day(earlier.term_from), day(earlier.term_to));
    Ok(Some(Previous { term: Some(term), text }))
}

pub(super) fn statement(connection: &Connection, book: &LawBook, id: AgreementId) -> Result<Filled, Problem> {
    let desk = Desk::load(connection, book, id)?;
    let course = went(connection, book, &desk)?;
    let how = how_chosen(&desk);
    let names = |side: Side| -> Vec<String> {
        desk.side(side)
            .map(|one| {
                let chief = if desk.is_chief(one) { "（首席代表）" } else { "" };
                format!("{}{chief}", one.record.name)
            })
            .collect()
    };
    let points = main_points(connection, &desk.head)?;
    // Its year is that in which it was talked about, whenever it is gone on with.
    let year = match agreements::line(connection, &desk.head)?.last() {
        Some(first) => store::head(connection, first.negotiation)?.year,
        None => desk.known.talks.year,
    };
    let earlier = before(connection, book, &desk.head)?.is_some();
    let previous = previous(connection, book, &desk)?;
    let mut wages = desk.wages.clone();
    if let Some(wages) = &mut wages {
        wages.people = desk.told.covered.or(wages.people).or(desk.people);
    }
    let business = text(&desk.told.business).unwrap_or_default().to_owned();
    let mut missing = desk.missing();
    missing.extend(lacking(&[
        (business.is_empty(), "企业的基本情况"),
        (how.is_empty(), "协商代表的产生方式"),
        (course.is_empty(), "协商经过"),
        (points.is_empty(), "合同主要内容"),
        (earlier && previous.is_none(), "上一期合同的履行情况"),
        (desk.told.filer.is_empty(), "联系人"),
    ]));
    let attachments = desk.materials(connection, book)?.into_iter().map(|(name, _)| name).collect();
    let contact = [Some(desk.told.filer.clone()), desk.told.phone.clone()];
    let context = StatementPaper {
        paper_name: rules::contract_name(desk.law(book.scoped(desk.head.kind.code())), desk.head.kind),
        department: desk.told.department.clone(),
        enterprise: Firm { name: desk.known.union.employer.clone(), people: desk.people, business },
        issuer: desk.known.union.employer.clone(),
        year,
        representatives: Sides { workers: names(Side::Workers), employer: names(Side::Employer), how },
        course,
        points,
        disputed: text(&desk.told.disputed).map(str::to_owned),
        previous,
        wages,
        unsaid: desk.unsaid,
        attachments,
        contact: contact.into_iter().flatten().filter(|one| !one.is_empty()).collect::<Vec<_>>().join("，"),
        date: desk.date,
        congress: desk.congress,
    };
    let title = format!("关于{}的情况说明", desk.head.title);
    Filled::new("negotiation/filing-statement", id.to_string(), title, missing, &context)
}
