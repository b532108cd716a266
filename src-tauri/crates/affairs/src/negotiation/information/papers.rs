//! 资料提供清单及签收单 and 保密承诺书: what was asked for and what came of it, for both hands' signatures; and the promise of each
//! side's representatives and advisers to the other to keep what they learn.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::model::InformationItem;
use super::{begins, store};
use crate::Problem;
use crate::duty::clock;
use crate::negotiation::agreement;
use crate::negotiation::model::{NegotiationId, Offer, Side};
use crate::negotiation::names;
use crate::negotiation::people::model::{Mandate, MandateKind};
use crate::negotiation::people::store::mandates;
use crate::negotiation::rules::{Law, affair_day};
use crate::negotiation::store::{self as talks, Head};
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union::model::UnionRecord;

/// 资料提供清单及签收单, made from a negotiation.
pub const INFORMATION: &str = "negotiation.informationList";
/// The same of what the side that asked was asked for in turn.
pub const INFORMATION_OTHER: &str = "negotiation.informationListOther";
/// 保密承诺书 of the workers' side, made from a negotiation.
pub const SECRECY: &str = "negotiation.confidentiality";
/// The same of the employer's side: the law binds the representatives of both.
pub const SECRECY_EMPLOYER: &str = "negotiation.confidentialityEmployer";

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Limit {
    on: Option<NaiveDate>,
    article: String,
}

#[derive(Serialize)]
struct Item {
    name: String,
    period: Option<String>,
    form: Option<String>,
    pages: Option<u32>,
    secret: bool,
    provided: bool,
    refused: bool,
    received_on: Option<NaiveDate>,
    received_from: Option<String>,
    note: Option<String>,
}

/// `negotiation/information-list`.
#[derive(Serialize)]
struct InformationPaper {
    enterprise: Named,
    year: i32,
    talks: String,
    giver: String,
    receiver: String,
    requested_on: NaiveDate,
    deadline: Limit,
    items: Vec<Item>,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Promiser {
    name: String,
    role: String,
}

/// `negotiation/confidentiality`.
#[derive(Serialize)]
struct SecrecyPaper {
    enterprise: Named,
    side: &'static str,
    year: i32,
    talks: String,
    addressee: String,
    legal_basis: String,
    secrets: Vec<String>,
    until: String,
    people: Vec<Promiser>,
    date: Option<NaiveDate>,
}

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    [INFORMATION, INFORMATION_OTHER, SECRECY, SECRECY_EMPLOYER].contains(&kind)
}

fn other(side: Side) -> Side {
    if side == Side::Workers { Side::Employer } else { Side::Workers }
}

fn body(union: &UnionRecord, side: Side) -> String {
    if side == Side::Workers { union.name.clone() } else { union.employer.clone() }
}

/// The side whose list is printed: that which did not open, unless only the other was asked for anything.
fn asked_side(offer: &Offer, items: &[InformationItem]) -> Side {
    let side = other(offer.by);
    if items.is_empty() || items.iter().any(|one| one.of == side) { side } else { offer.by }
}

fn of_offer(name: &str) -> Item {
    Item {
        name: name.to_owned(),
        period: None,
        form: None,
        pages: None,
        secret: false,
        provided: false,
        refused: false,
        received_on: None,
        received_from: None,
        note: None,
    }
}

fn of_item(item: &InformationItem) -> Item {
    Item {
        name: item.name.trim().to_owned(),
        period: item.period.clone(),
        form: item.form.clone(),
        pages: item.pages,
        secret: item.secret,
        provided: item.received_on.is_some(),
        refused: item.refused_on.is_some(),
        received_on: item.received_on,
        received_from: item.received_from.clone(),
        note: item.note.clone(),
    }
}

/// Whether both sides were asked for something: each gives its own list.
fn both_asked(items: &[InformationItem]) -> bool {
    [Side::Workers, Side::Employer].iter().all(|side| items.iter().any(|one| one.of == *side))
}

/// The list of the side that was asked first, or of the other.
fn information(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    in_turn: bool,
) -> Result<Filled, Problem> {
    let offer = talks::offer(connection, head.id)?.ok_or_else(|| Problem::missing("份要约"))?;
    let reply = talks::reply(connection, head.id)?;
    let meetings = talks::meetings(connection, head.id)?;
    let union = names::of_affair(connection, head.id)?;
    let items = store::items(connection, head.id)?;
    // What was asked for by a day stays asked for by it: a meeting that was held earlier than planned makes no day of before the request.
    let planned = begins(Some(&offer), reply.as_ref(), &[]);
    let meets = planned.or_else(|| begins(Some(&offer), reply.as_ref(), &meetings));
    // What is no talk of wages has a day for it only where the place gives one.
    let book = agreement::book_of(connection, book, head.id)?;
    let known = [("meeting", meets.unwrap_or(offer.issued_on))];
    let clock = clock(book, "negotiation.information", &head.place, &known)?;
    let first = asked_side(&offer, &items);
    let side = if in_turn { other(first) } else { first };
    let asked: Vec<&InformationItem> = items.iter().filter(|one| one.of == side).collect();
    let told: Vec<Item> = if asked.is_empty() && !in_turn {
        offer.information.lines().map(str::trim).filter(|line| !line.is_empty()).map(of_offer).collect()
    } else {
        asked.iter().map(|item| of_item(item)).collect()
    };
    let refused: Vec<String> = asked
        .iter()
        .filter(|one| one.refused_on.is_some())
        .map(|one| format!("{}，{}", one.name.trim(), one.refused_reason.as_deref().unwrap_or_default()))
        .collect();
    let asked_on = asked.iter().map(|one| one.asked_on).min();
    let requested_on = asked_on.unwrap_or(offer.received_on.unwrap_or(offer.issued_on));
    let missing = if told.is_empty() { vec!["要求提供的资料".to_owned()] } else { Vec::new() };
    let context = InformationPaper {
        year: head.year,
        talks: head.talks().to_owned(),
        giver: body(&union, side),
        receiver: body(&union, other(side)),
        requested_on,
        deadline: Limit {
            on: clock
                .as_ref()
                .filter(|_| meets.is_some())
                .map(|clock| clock.due)
                .filter(|due| *due >= requested_on),
            article: clock
                .map(|clock| format!("《{}》{}", clock.rule.instrument, clock.rule.article))
                .unwrap_or_default(),
        },
        items: told,
        reason: (!refused.is_empty()).then(|| refused.join("；")),
        enterprise: Named { name: union.employer },
    };
    let whose = if in_turn { side.name() } else { "" };
    let title = format!("{}年度{}{whose}资料提供清单及签收单", head.year, head.talks());
    Filled::new("negotiation/information-list", head.id.to_string(), title, missing, &context)
}

/// Who promises for a side: its representatives, and the advisers who stand on no list.
fn promisers(connection: &Connection, head: &Head, side: Side) -> Result<Vec<Promiser>, Problem> {
    let seats = talks::representatives(connection, head.id)?.into_iter().filter(|one| one.side == side);
    let mut people: Vec<Promiser> = seats
        .map(|one| Promiser {
            name: one.record.name,
            role: if one.record.chief { "首席代表" } else { "协商代表" }.to_owned(),
        })
        .collect();
    let of_side =
        |one: &Mandate| one.side == side && one.kind == MandateKind::Adviser && one.representative.is_none();
    for adviser in mandates(connection, head.id)?.into_iter().filter(of_side) {
        if people.iter().all(|one| one.name != adviser.name) {
            people.push(Promiser { name: adviser.name, role: "协商顾问".to_owned() });
        }
    }
    Ok(people)
}

/// What a side promises to keep beside the items that were marked: of the employer's business, of the workers' opinions.
fn kept_anyhow(side: Side) -> [&'static str; 3] {
    let theirs = match side {
        Side::Workers => "企业方提供的财务、成本、客户资料和尚未公开的生产经营计划",
        Side::Employer => "职工方提供的资料和征集的意见中能够识别具体职工的内容",
    };
    [theirs, "能够识别具体职工的工资、奖金和社会保险信息", "双方在协商中约定不公开的意见和方案"]
}

fn secrecy(connection: &Connection, book: &LawBook, head: &Head, side: Side) -> Result<Filled, Problem> {
    let union = names::of_affair(connection, head.id)?;
    let items = store::items(connection, head.id)?;
    let dates = talks::offer_dates(connection, head.id)?;
    let on = affair_day(dates, head.started_on);
    let law = Law { book: agreement::book_of(connection, book, head.id)?, place: &head.place, on };
    let people = promisers(connection, head, side)?;
    let giver = other(side);
    let mut secrets: Vec<String> = items
        .iter()
        .filter(|one| one.of == giver && one.secret)
        .map(|one| format!("{}提供的{}", giver.name(), one.name.trim()))
        .collect();
    secrets.extend(kept_anyhow(side).map(str::to_owned));
    let rule = law.rule("negotiation.confidentiality");
    let promises = store::secrecy(connection, head.id)?;
    let signed = promises.iter().filter(|one| one.side == side).map(|one| one.signed_on);
    // Before everyone signed, the day is left to the hand that signs.
    let signed: Option<Vec<NaiveDate>> = signed.collect();
    let missing = if people.is_empty() { vec![format!("{}协商代表", side.name())] } else { Vec::new() };
    let context = SecrecyPaper {
        side: side.name(),
        year: head.year,
        talks: head.talks().to_owned(),
        addressee: body(&union, giver),
        legal_basis: rule.map_or_else(
            || "有关法律法规".to_owned(),
            |rule| format!("《{}》{}", rule.instrument, rule.article),
        ),
        secrets,
        until: "自签字之日起至有关信息依法公开之日止".to_owned(),
        people,
        date: signed.and_then(|days| days.into_iter().max()),
        enterprise: Named { name: union.employer },
    };
    let title = match side {
        Side::Workers => format!("{}年度{}保密承诺书", head.year, head.talks()),
        Side::Employer => format!("{}年度{}企业方保密承诺书", head.year, head.talks()),
    };
    Filled::new("negotiation/confidentiality", head.id.to_string(), title, missing, &context)
}

/// Fills one of them. Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, kind: &str, of: &str) -> Result<Filled, Problem> {
    let id = of.parse::<NegotiationId>().map_err(|_| Problem::missing("份文件"))?;
    let head = talks::head(connection, id)?;
    let filled = match kind {
        SECRECY => secrecy(connection, book, &head, Side::Workers),
        SECRECY_EMPLOYER => secrecy(connection, book, &head, Side::Employer),
        _ => information(connection, book, &head, kind == INFORMATION_OTHER),
    }?;
    office::standing(connection, kind, filled)
}

/// Those that can be filled now.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for head in talks::heads(connection)? {
        let offer = talks::offer(connection, head.id)?;
        let items = store::items(connection, head.id)?;
        let asked =
            offer.as_ref().is_some_and(|offer| !offer.information.trim().is_empty()) || !items.is_empty();
        let people = talks::representatives(connection, head.id)?;
        let there = |side: Side| people.iter().any(|one| one.side == side);
        for (there, kind, title) in [
            (offer.is_some() && asked, INFORMATION, "资料提供清单及签收单"),
            (offer.is_some() && both_asked(&items), INFORMATION_OTHER, "另一方的资料提供清单及签收单"),
            (there(Side::Workers), SECRECY, "保密承诺书"),
            (there(Side::Employer), SECRECY_EMPLOYER, "企业方保密承诺书"),
        ] {
            if !there {
                continue;
            }
            let of = head.id.to_string();
            lines.push(PaperLine {
                kind: kind.to_owned(),
                title: title.to_owned(),
                affair: head.title.clone(),
                dated: None,
                missing: fill(connection, book, kind, &of)?.missing,
                issued: Vec::new(),
                made_by: None,
                of,
            });
        }
    }
    Ok(lines)
}
