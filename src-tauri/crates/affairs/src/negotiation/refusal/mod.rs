//! Talks that the other side refuses or does not answer, until they begin: the reminder (催告函), the letter of reminder of the
//! union's supervision (提示函), the report to the upper union, the order of the government to correct it, and beside it the
//! coordination. Acts that are events stand with the events; here is what is more than that, and how all are read together.

mod idle;
pub mod model;
pub mod papers;
pub mod rules;
pub(crate) mod store;
mod todos;

pub use idle::relieved;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::duty::{clock, day_words};
use crate::letters;
use crate::letters::model::{
    SupervisionCase, SupervisionCaseId, SupervisionEventInput, SupervisionEventKind, SupervisionInput,
    SupervisionLetterInput, SupervisionLetterKind, SupervisionOutcome, SupervisionSource, SupervisionTopic,
};
use crate::negotiation::agreement;
use crate::negotiation::dispute::rules::Extension;
use crate::negotiation::model::{Event, EventKind, NegotiationId, Offer};
use crate::negotiation::reply::with_reply_clock;
use crate::negotiation::rules::{Law, offer_name};
use crate::negotiation::store::{self as talks, Head};
use crate::office::text;
use crate::union::model::Shown;
use model::{CorrectionOrder, CorrectionOrderId, Refusal, RefusalCase, RefusalRung, RefusalRungKind};
use rules::{Acts, Demanded, Stuck, Warned};
use todos::Todos;

/// Whether talks are refused or unanswered on a day, and what was done about it; none while they go on.
pub(super) fn standing(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    today: NaiveDate,
) -> Result<Option<(Stuck, Acts)>, Problem> {
    let Some(offer) = with_reply_clock(talks::offer(connection, head.id)?, book, head)? else {
        return Ok(None);
    };
    let reply = talks::reply(connection, head.id)?;
    let meetings = talks::meetings(connection, head.id)?;
    let acts = acts(connection, book, head, &offer, today)?;
    Ok(rules::stuck(Some(&offer), reply.as_ref(), &meetings, &acts, today).map(|stuck| (stuck, acts)))
}

/// What was done, from the events, the case of the letter and the order.
fn acts(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    offer: &Offer,
    today: NaiveDate,
) -> Result<Acts, Problem> {
    let events = talks::events(connection, head.id)?;
    // What was reported early, while the reply was still due, counts too.
    let from = offer.received_on.unwrap_or(offer.issued_on);
    let last = |kind: EventKind| -> Option<&Event> {
        events.iter().rev().find(|event| event.kind == kind && event.happened_on >= from)
    };
    let on = |kind: EventKind| last(kind).map(|event| event.happened_on);
    let demanded = match last(EventKind::Reminded) {
        None => None,
        Some(event) => {
            let known = [("correction_demanded", event.happened_on)];
            let law = clock(book, "negotiation.correction", &head.place, &known)?;
            let answer_by = event.facts.until_on.or(law.map(|deadline| deadline.due));
            Some(Demanded { on: event.happened_on, answer_by: answer_by.unwrap_or(event.happened_on) })
        }
    };
    let warned = match store::case(connection, head.id)? {
        Some(case) => warned(&letters::get(connection, book, case, today, Shown::Never)?),
        None => None,
    };
    let warned = warned.or_else(|| {
        let event = last(EventKind::Warned)?;
        Some(Warned::Out { on: event.happened_on, answer_by: event.facts.until_on, answered: None })
    });
    let accepted = on(EventKind::Accepted);
    let extended = last(EventKind::Extended)
        .filter(|event| accepted.is_some_and(|accepted| event.happened_on >= accepted));
    Ok(Acts {
        demanded,
        warned,
        reported: on(EventKind::Reported),
        applied: on(EventKind::Applied),
        accepted,
        extended: extended.map(|event| Extension { until: event.facts.until_on }),
        order: store::order(connection, head.id)?,
    })
}

/// How far the letter of a case has come; none where its case holds none.
fn warned(case: &SupervisionCase) -> Option<Warned> {
    let letter = case.letters.iter().find(|one| one.record.kind == SupervisionLetterKind::Reminder)?;
    let Some(on) = letter.received_on else { return Some(Warned::Drafted) };
    let answer = case
        .events
        .iter()
        .rev()
        .find(|event| event.record.kind == SupervisionEventKind::ReminderAnswered)
        .map(|event| (event.record.happened_on, event.record.outcome == Some(SupervisionOutcome::Mended)));
    Some(Warned::Out { on, answer_by: letter.answer_due, answered: answer })
}

/// The day the letter of a case was received, and its number, for those who are told of it.
pub(super) fn warned_on(
    connection: &Connection,
    book: &LawBook,
    case: SupervisionCaseId,
    today: NaiveDate,
) -> Result<Option<(NaiveDate, String)>, Problem> {
    let case = letters::get(connection, book, case, today, Shown::Never)?;
    let letter = case.letters.iter().find(|one| one.record.kind == SupervisionLetterKind::Reminder);
    Ok(letter.and_then(|letter| {
        let number = letter.number.clone().unwrap_or_else(|| case.number.clone());
        Some((letter.received_on?, number))
    }))
}

/// How the refusal of talks stands, as the page shows it.
pub(super) fn of(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    today: NaiveDate,
) -> Result<Option<(Stuck, Refusal)>, Problem> {
    let Some((stuck, acts)) = standing(connection, book, head, today)? else { return Ok(None) };
    let case = match store::case(connection, head.id)? {
        Some(id) => {
            Some(RefusalCase { id, number: letters::get(connection, book, id, today, Shown::Never)?.number })
        }
        None => None,
    };
    let todos =
        Todos { connection, book, head, stuck: &stuck, acts: &acts, case: case.as_ref(), today }.all()?;
    let rungs = rules::rungs(&acts, stuck.next)
        .into_iter()
        .map(|(kind, state, on, until)| RefusalRung {
            kind,
            state,
            on,
            until,
            ground: ground(book, head, kind, stuck.since),
        })
        .collect();
    let order = acts.order;
    Ok(Some((stuck, Refusal { refused: stuck.refused, since: stuck.since, rungs, todos, case, order })))
}

/// The article behind a rung, with what it says.
fn ground(book: &LawBook, head: &Head, kind: RefusalRungKind, on: NaiveDate) -> String {
    let subject = match kind {
        RefusalRungKind::Demand => "negotiation.refusal",
        RefusalRungKind::Warning => "supervision.reminder",
        RefusalRungKind::Report => "negotiation.refusal.help",
        RefusalRungKind::Order => "negotiation.refusal.order",
        RefusalRungKind::Coordination => "negotiation.coordination.apply",
    };
    let ruling = book.applies(subject, &head.place, on);
    ruling.map_or_else(String::new, |ruling| {
        let rule = ruling.winner;
        format!("《{}》{}：{}", rule.instrument, rule.article, rule.title)
    })
}

/// Opens the letter of reminder of the union's supervision from the talks: a case, accepted, with the letter filled with what
/// the ledger knows, and tied to the talks.
///
/// Errors: `refused` where the talks are not refused or the letter stands already; `not_found`.
pub fn open_warning(tx: &Tx, book: &LawBook, of: NegotiationId) -> Result<SupervisionCaseId, Problem> {
    let head = talks::head(tx, of)?;
    let book = agreement::book_of(tx, book, of)?;
    let today = tx.today();
    let Some((stuck, acts)) = standing(tx, book, &head, today)? else {
        let message = "对方没有拒绝协商，也没有逾期不答复，不用发提示函。";
        return Err(Problem::new("refused", message));
    };
    if let Some(case) = store::case(tx, of)? {
        let number = letters::get(tx, book, case, today, Shown::Never)?.number;
        let message = format!("提示函已经写在监督案件{number}里，请打开那一件。");
        return Err(Problem::new("refused", message));
    }
    let facts = facts(tx, book, &head, (&stuck, &acts), today)?;
    let talks_over = head.talks();
    let matter = if stuck.refused {
        format!("企业拒绝{talks_over}")
    } else {
        format!("企业逾期不答复{talks_over}的要求")
    };
    let case = letters::save(
        tx,
        &SupervisionInput {
            id: None,
            source: SupervisionSource::Warning,
            topic: SupervisionTopic::Other,
            received_on: stuck.since,
            employer: None,
            matter: format!("{matter}（{}）", head.title),
            details: Some(facts.join("\n")),
            informer: None,
        },
    )?;
    letters::save_event(
        tx,
        book,
        &SupervisionEventInput {
            id: None,
            case,
            kind: SupervisionEventKind::Accepted,
            happened_on: today,
            text: String::new(),
            place: None,
            asked: None,
            inspectors: Vec::new(),
            finding: None,
            signed_on: None,
            outcome: None,
            number: None,
            department: None,
            late_entry: None,
        },
    )?;
    let start = letters::start(tx, book, case, SupervisionLetterKind::Reminder, today)?.letter;
    let contact = talks::offer(tx, of)?.map(|offer| offer.contact).filter(|one| !one.trim().is_empty());
    letters::save_letter(
        tx,
        book,
        &SupervisionLetterInput {
            facts: Some(facts.join("\n")),
            evidence: Some(evidence(tx, &head, &stuck, &acts)?.join("\n")),
            articles: Some(articles(book, &head, stuck.since).join("\n")),
            request: Some("书面答复协商要求，与我会商定首次协商会议的时间和地点\n产生企业方协商代表，按商定的时间开始协商".to_owned()),
            contact: start.contact.clone().or(contact),
            ..start
        },
    )?;
    store::insert_warning(tx, of, case)?;
    Ok(case)
}

/// What happened up to a day, a sentence a line.
fn facts(
    connection: &Connection,
    book: &LawBook,
    head: &Head,
    (stuck, acts): (&Stuck, &Acts),
    today: NaiveDate,
) -> Result<Vec<String>, Problem> {
    let offer = talks::offer(connection, head.id)?.ok_or_else(|| Problem::missing("份要约"))?;
    let received = offer.received_on.unwrap_or(offer.issued_on);
    let name = offer_name(Law { book, place: &head.place, on: received });
    let receipt = offer.received_on.map(|on| format!("，你单位于{}收到", day_words(on)));
    let mut facts = vec![format!(
        "我会于{}向你单位提出{}年度{}的{name}{}。",
        day_words(offer.issued_on),
        head.year,
        head.talks(),
        receipt.unwrap_or_default()
    )];
    if stuck.refused {
        let reply = talks::reply(connection, head.id)?;
        let said = reply.as_ref().and_then(|reply| text_of(&reply.text)).unwrap_or_default();
        let said = said.trim_end_matches('。');
        let day = day_words(stuck.since);
        facts.push(if said.is_empty() {
            format!("你单位于{day}答复拒绝协商。")
        } else {
            format!("你单位于{day}答复拒绝协商：{said}。")
        });
    } else {
        let deadline = book.deadline("negotiation.reply", &head.place, received)?;
        let rule = format!("《{}》{}", deadline.rule.instrument, deadline.rule.article);
        let due = day_words(deadline.due);
        facts.push(format!("按照{rule}，应于{due}以前书面答复，到期没有答复。"));
    }
    if let Some(demanded) = acts.demanded {
        let (on, by) = (day_words(demanded.on), day_words(demanded.answer_by));
        // Nothing is said of what comes of it while its term runs.
        let outcome = if demanded.answer_by < today { "，仍没有结果" } else { "" };
        facts.push(format!("我会于{on}书面催告，请你单位于{by}以前答复{outcome}。"));
    }
    Ok(facts)
}

fn text_of(words: &str) -> Option<&str> {
    Some(words.trim()).filter(|words| !words.is_empty())
}

fn evidence(
    connection: &Connection,
    head: &Head,
    stuck: &Stuck,
    acts: &Acts,
) -> Result<Vec<String>, Problem> {
    let offer = talks::offer(connection, head.id)?;
    let received_by = offer.as_ref().and_then(|offer| text(&offer.received_by));
    let mut evidence = vec![match received_by {
        Some(by) => format!("书面协商要求和送达签收（签收人：{by}）"),
        None => "书面协商要求和送达签收".to_owned(),
    }];
    if stuck.refused {
        evidence.push(format!("{}的答复", day_words(stuck.since)));
    }
    evidence.extend(acts.demanded.map(|one| format!("{}的催告函", day_words(one.on))));
    Ok(evidence)
}

/// The articles that a refusal breaks and what follows, the place's own before the nation's, each once.
fn articles(book: &LawBook, head: &Head, on: NaiveDate) -> Vec<String> {
    let mut articles: Vec<String> = Vec::new();
    for subject in ["negotiation.refusal", "negotiation.refusal.order"] {
        let Some(ruling) = book.applies(subject, &head.place, on) else { continue };
        let rule = ruling.winner;
        articles.push(format!("《{}》{}：{}", rule.instrument, rule.article, rule.title));
    }
    articles
}

/// The talks for which a supervision case was opened, with their title.
pub fn of_case(
    connection: &Connection,
    case: SupervisionCaseId,
) -> Result<Option<(NegotiationId, String)>, Problem> {
    store::of_case(connection, case)
}

/// Keeps the order to correct, asked for or made.
///
/// Errors: `bad_input` at its field; `refused` where one stands already; `not_found`.
pub fn save_order(tx: &Tx, book: &LawBook, order: &CorrectionOrder) -> Result<CorrectionOrderId, Problem> {
    let head = talks::head(tx, order.negotiation)?;
    let book = agreement::book_of(tx, book, order.negotiation)?;
    let standing = store::order(tx, order.negotiation)?;
    let since = standing_since(tx, book, &head)?;
    rules::check_order(order, since, tx.today())?;
    match (order.id, standing.and_then(|one| one.id)) {
        (Some(id), Some(kept)) if id == kept => {}
        (Some(_), _) => return Err(Problem::missing("项责令改正")),
        (None, Some(_)) => {
            return Err(Problem::new("refused", "已经登记过提请责令改正，请打开那一项修改。"));
        }
        (None, None) => {}
    }
    let id = order.id.unwrap_or_else(|| tx.new_id::<CorrectionOrderId>());
    store::save_order(tx, id, order)?;
    Ok(id)
}

fn standing_since(tx: &Tx, book: &LawBook, head: &Head) -> Result<Option<NaiveDate>, Problem> {
    Ok(standing(tx, book, head, tx.today())?.map(|(stuck, _)| stuck.since))
}

/// Removes the order.
///
/// Errors: `not_found`.
pub fn remove_order(tx: &Tx, id: CorrectionOrderId) -> Result<(), Problem> {
    store::remove_order(tx, id)
}
