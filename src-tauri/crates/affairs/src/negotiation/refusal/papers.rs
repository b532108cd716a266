//! The two papers of a refusal that are the union's own: the reminder to the other side (催告函) and the report to the upper
//! union. Both say what was asked, when it was received, what came of it, and which article it breaks.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

pub use super::model::{DEMAND, REPORT};
use super::rules::Stuck;
use crate::Problem;
use crate::duty::{clock, day_words};
use crate::negotiation::agreement;
use crate::negotiation::model::{EventKind, NegotiationId};
use crate::negotiation::names;
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store::{self, Head};
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union;
use crate::union::details;
use crate::union::model::Shown;

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Sent {
    paper: String,
    on: NaiveDate,
    received_on: NaiveDate,
    received_by: Option<String>,
}

#[derive(Serialize)]
struct Refused {
    on: NaiveDate,
    text: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    by: NaiveDate,
    article: Option<String>,
}

/// What both papers say of the refusal.
#[derive(Serialize)]
struct Refusing {
    enterprise: Named,
    union: Named,
    year: i32,
    talks: String,
    offer: Sent,
    due: NaiveDate,
    due_article: String,
    refused: Option<Refused>,
    refusal_article: String,
    refusal_says: String,
    contact: String,
}

/// `negotiation/demand`.
#[derive(Serialize)]
struct DemandPaper {
    #[serde(flatten)]
    refusing: Refusing,
    addressee: String,
    topics: Vec<String>,
    answer: Answer,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Attempt {
    on: NaiveDate,
    what: String,
}

/// `negotiation/refusal-report`.
#[derive(Serialize)]
struct ReportPaper {
    #[serde(flatten)]
    refusing: Refusing,
    signer: Option<String>,
    addressee: String,
    attempts: Vec<Attempt>,
    help_article: String,
    requests: Vec<String>,
    date: NaiveDate,
}

/// Whether a kind is one of these papers.
pub fn is_ours(kind: &str) -> bool {
    [DEMAND, REPORT].contains(&kind)
}

/// What both papers read.
struct Told<'a> {
    connection: &'a Connection,
    book: &'a LawBook,
    head: Head,
    stuck: Stuck,
    today: NaiveDate,
}

fn quoted(rule: &law::RuleRef) -> String {
    format!("《{}》{}", rule.instrument, rule.article)
}

impl Told<'_> {
    fn law(&self) -> Law<'_> {
        Law { book: self.book, place: &self.head.place, on: self.stuck.since }
    }

    fn refusing(&self) -> Result<Refusing, Problem> {
        let unknown = || Problem::missing("份要约");
        let offer = store::offer(self.connection, self.head.id)?.ok_or_else(unknown)?;
        let received_on = offer.received_on.ok_or_else(unknown)?;
        let deadline = self.book.deadline("negotiation.reply", &self.head.place, received_on)?;
        let law = Law { book: self.book, place: &self.head.place, on: received_on };
        let union = names::of_affair(self.connection, self.head.id)?;
        let (refusal_article, refusal_says) = self.breaks();
        Ok(Refusing {
            enterprise: Named { name: union.employer },
            union: Named { name: union.name },
            year: self.head.year,
            talks: self.head.talks().to_owned(),
            offer: Sent {
                paper: rules::offer_name(law),
                on: offer.issued_on,
                received_on,
                received_by: text(&offer.received_by).map(str::to_owned),
            },
            due: deadline.due,
            due_article: quoted(&deadline.rule),
            refused: self.refused()?,
            refusal_article,
            refusal_says,
            contact: offer.contact,
        })
    }

    fn refused(&self) -> Result<Option<Refused>, Problem> {
        let reply = store::reply(self.connection, self.head.id)?.filter(|_| self.stuck.refused);
        Ok(reply.map(|reply| Refused {
            on: reply.replied_on,
            text: Some(reply.text.trim().to_owned()).filter(|text| !text.is_empty()),
        }))
    }

    /// The article that a refusal breaks, and what it says.
    fn breaks(&self) -> (String, String) {
        match self.book.applies("negotiation.refusal", &self.head.place, self.stuck.since) {
            Some(ruling) => (quoted(&ruling.winner.reference()), ruling.winner.title.clone()),
            None => Default::default(),
        }
    }

    fn demand(&self) -> Result<Filled, Problem> {
        let events = store::events(self.connection, self.head.id)?;
        let sent = events.iter().rev().find(|event| event.kind == EventKind::Reminded);
        let date = sent.map_or(self.today, |event| event.happened_on);
        let known = [("correction_demanded", date)];
        let deadline = clock(self.book, "negotiation.correction", &self.head.place, &known)?;
        // A day of advice binds nobody: only the law of the place is quoted.
        let binding = deadline
            .as_ref()
            .and_then(|deadline| self.book.rule(&deadline.rule.id))
            .is_some_and(|rule| rule.mandatory);
        let own = sent.and_then(|event| event.facts.until_on);
        let by = own.or(deadline.as_ref().map(|deadline| deadline.due)).unwrap_or(date);
        let article = deadline.filter(|one| binding && one.due == by).map(|deadline| quoted(&deadline.rule));
        let refusing = self.refusing()?;
        let topics = store::topics(self.connection, self.head.id)?;
        let missing = lacking(&[(refusing.contact.trim().is_empty(), "联系人")]);
        let context = DemandPaper {
            addressee: refusing.enterprise.name.clone(),
            topics: topics.into_iter().map(|(_, title, _)| title).collect(),
            answer: Answer { by, article },
            date,
            refusing,
        };
        let title = format!("关于请尽快答复{}年度{}要求的催告函", self.head.year, self.head.talks());
        Filled::new("negotiation/demand", self.head.id.to_string(), title, missing, &context)
    }

    fn report(&self) -> Result<Filled, Problem> {
        let events = store::events(self.connection, self.head.id)?;
        let sent = events.iter().rev().find(|event| event.kind == EventKind::Reported);
        let upper = details::sheet(self.connection, Shown::Never)?.details.upper_union;
        let addressee = sent.and_then(|event| text(&event.facts.receiver).map(str::to_owned)).or(upper);
        let refusing = self.refusing()?;
        let tried = [EventKind::Reminded, EventKind::Warned];
        let mut attempts: Vec<Attempt> = events
            .iter()
            .filter(|event| tried.contains(&event.kind))
            .map(|event| Attempt { on: event.happened_on, what: said(event.kind, &event.text) })
            .collect();
        if let Some(case) = super::store::case(self.connection, self.head.id)? {
            attempts.extend(super::warned_on(self.connection, self.book, case, self.today)?.map(
                |(on, number)| Attempt {
                    on, what: format!("发出劳动法律监督提示函（{number}）")
                },
            ));
        }
        attempts.sort_by_key(|attempt| attempt.on);
        let help = self.law().rule("negotiation.refusal.help");
        let date = sent.map_or(self.today, |event| event.happened_on);
        let signer = union::bodies::signer(self.connection, date)?;
        let missing = lacking(&[
            (signer.is_none(), "签发人"),
            (addressee.is_none(), "上级工会的名称"),
            (refusing.contact.trim().is_empty(), "联系人"),
        ]);
        let context = ReportPaper {
            addressee: addressee.unwrap_or_default(),
            attempts,
            help_article: help.as_ref().map(quoted).unwrap_or_default(),
            requests: vec![
                format!("派员指导，督促企业依法与我会开展{}", self.head.talks()),
                "企业仍不改正的，提请县级以上人民政府责令改正".to_owned(),
            ],
            date,
            refusing,
            signer,
        };
        let what = if self.stuck.refused { "拒绝" } else { "不答复" };
        let title = format!("关于企业{what}{}年度{}的报告", self.head.year, self.head.talks());
        Filled::new("negotiation/refusal-report", self.head.id.to_string(), title, missing, &context)
    }
}

fn said(kind: EventKind, words: &str) -> String {
    let words = words.trim();
    if words.is_empty() { kind.label().to_owned() } else { format!("{}：{words}", kind.label()) }
}

fn lacking(facts: &[(bool, &str)]) -> Vec<String> {
    facts.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| (*what).to_owned()).collect()
}

fn told<'a>(
    connection: &'a Connection,
    book: &'a LawBook,
    of: NegotiationId,
    today: NaiveDate,
) -> Result<Option<Told<'a>>, Problem> {
    let head = store::head(connection, of)?;
    let book = agreement::book_of(connection, book, of)?;
    let stuck = super::standing(connection, book, &head, today)?;
    Ok(stuck.map(|(stuck, _)| Told { connection, book, head, stuck, today }))
}

/// Fills one of them. Errors: `not_found` for talks that are not refused.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let id = of.parse::<NegotiationId>().map_err(|_| unknown())?;
    let told = told(connection, book, id, today)?.ok_or_else(unknown)?;
    let filled = if kind == DEMAND { told.demand() } else { told.report() }?;
    office::standing(connection, kind, filled)
}

/// Those that can be made now.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for head in store::heads(connection)? {
        let Some(told) = told(connection, book, head.id, today)? else { continue };
        let since = day_words(told.stuck.since);
        for (kind, filled, name) in
            [(DEMAND, told.demand()?, "催告函"), (REPORT, told.report()?, "给上级工会的报告")]
        {
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: head.id.to_string(),
                title: format!("{name}（{since}起）"),
                affair: head.title.clone(),
                dated: None,
                missing: filled.missing,
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}
