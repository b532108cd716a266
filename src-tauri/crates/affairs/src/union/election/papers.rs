//! What the papers of a re-election are filled with: the request, the posting, the ballot; what follows the ballot is `result`'s.
//! All of it stands in the ledger; how they look is their templates'.

mod result;

use chrono::NaiveDate;
use law::{LawBook, Rule};
use rusqlite::Connection;
use serde::Serialize;

pub use super::kinds::{AUDIT, BALLOT, COUNT, NOTICE, REPORT, REQUEST, is_ours};
use super::model::{ElectionEventKind as Kind, ElectionId, ElectionPost};
use super::rules::course::Course;
use super::rules::order;
use super::rules::{self, ElectionLaw};
use super::{halves, place, store, view};
use crate::Problem;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union;
use crate::union::bodies;
use crate::union::bodies::rules::session_words;
use crate::union::details;
use crate::union::model::Shown;

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Seats {
    post: &'static str,
    seats: u32,
    hall: String,
}

#[derive(Serialize)]
struct Stands {
    name: String,
    work: Option<String>,
}

#[derive(Serialize)]
struct Slate {
    post: &'static str,
    seats: u32,
    names: Vec<Stands>,
}

#[derive(Serialize)]
struct Term {
    name: String,
    started_on: NaiveDate,
    ends_on: NaiveDate,
}

#[derive(Serialize)]
struct Approved {
    number: String,
    on: NaiveDate,
}

/// What all these papers have.
#[derive(Serialize)]
struct Head {
    union: Named,
    upper: Option<String>,
    chair: Option<String>,
    session: String,
    date: NaiveDate,
}

#[derive(Serialize)]
struct Request {
    #[serde(flatten)]
    head: Head,
    term: Option<Term>,
    members: u32,
    form: &'static str,
    delegates: u32,
    seats: Vec<Seats>,
    years: u32,
    direct: bool,
    planned_on: NaiveDate,
    place: Option<String>,
}

#[derive(Serialize)]
struct Notice {
    #[serde(flatten)]
    head: Head,
    form: &'static str,
    planned_on: NaiveDate,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    slates: Vec<Slate>,
    place: Option<String>,
    phone: Option<String>,
    rules: Vec<String>,
}

#[derive(Serialize)]
struct Ballot {
    #[serde(flatten)]
    head: Head,
    post: &'static str,
    seats: u32,
    round: u32,
    names: Vec<String>,
    write_in: Vec<u32>,
    two: bool,
}

struct Desk<'a> {
    connection: &'a Connection,
    law: ElectionLaw<'a>,
    id: ElectionId,
    course: Course,
    today: NaiveDate,
}

impl Desk<'_> {
    fn head(&self, date: NaiveDate) -> Result<Head, Problem> {
        Ok(Head {
            union: Named { name: union::store::union_record(self.connection)?.name },
            upper: details::sheet(self.connection, Shown::Never)?.details.upper_union,
            chair: bodies::chair(self.connection, self.today)?,
            session: session_words(self.course.record.session),
            date,
        })
    }

    fn day(&self, kind: Kind) -> NaiveDate {
        self.course.event(kind).map_or(self.today, |event| event.happened_on)
    }

    fn cited(&self, subjects: &[&str], on: NaiveDate) -> Vec<String> {
        let mut cited = Vec::new();
        for rule in subjects.iter().filter_map(|subject| self.law.rule(subject, on)) {
            let one = basis(rule);
            if !cited.contains(&one) {
                cited.push(one);
            }
        }
        cited
    }

    fn term_before(&self) -> Result<Option<Term>, Problem> {
        Ok(bodies::term_before(self.connection, self.course.record.session)?
            .map(|(name, started_on, ends_on)| Term { name, started_on, ends_on }))
    }

    fn approved(&self, kind: Kind) -> Option<Approved> {
        let event = self.course.event(kind)?;
        Some(Approved { number: event.number.clone().unwrap_or_default(), on: event.happened_on })
    }

    fn request(&self) -> Result<Filled, Problem> {
        let record = &self.course.record;
        let head = self.head(self.day(Kind::Requested))?;
        let seats = self.course.posts().map(|post| Seats {
            post: post.label(),
            seats: self.course.seats(post),
            hall: self.course.hall(post),
        });
        let lacks = lacking(&[(head.upper.is_none(), "上级工会（在工会信息里登记）")]);
        let context = Request {
            term: self.term_before()?,
            members: record.members.unwrap_or_default(),
            form: record.form.label(),
            delegates: self.course.delegates.0,
            seats: seats.collect(),
            years: record.years,
            direct: record.direct,
            planned_on: record.planned_on,
            place: record.place.clone(),
            head,
        };
        let title = format!("关于召开{}{}换届选举的请示", context.head.session, record.form.label());
        self.filled(REQUEST, "union/election-request", self.id.to_string(), title, lacks, &context)
    }

    fn notice(&self) -> Result<Filled, Problem> {
        // Hung out before it is entered: from today, as long as the rules ask. Entered, it says what was entered.
        let (from, until) = match self.course.event(Kind::Posted) {
            Some(event) => (event.happened_on, event.until_on),
            None => (self.today, order::hangs_until(self.law, &self.course, self.today)?),
        };
        let details = details::sheet(self.connection, Shown::Never)?.details;
        let mut slates = Vec::new();
        for post in self.course.posts() {
            let Some(slate) = self.course.slates.get(&post) else { continue };
            let mut names = Vec::new();
            for one in slate {
                names.push(Stands { name: one.name.clone(), work: view::works(self.connection, one)? });
            }
            slates.push(Slate { post: post.label(), seats: self.course.seats(post), names });
        }
        // The notice says that the upper union agreed: before it did, it is a draft.
        let lacks = lacking(&[
            (slates.is_empty(), "候选人"),
            (self.course.event(Kind::Consented).is_none(), "上级审查同意（同意以后在换届选举里登记）"),
        ]);
        let context = Notice {
            head: self.head(from)?,
            form: self.course.record.form.label(),
            planned_on: self.course.record.planned_on,
            from: Some(from),
            until,
            slates,
            place: details.office,
            phone: details.phone,
            rules: self.cited(&["union.election.notice", "union.election.chair_notice"], from),
        };
        let title = format!("{}工会委员会换届选举候选人公示", context.head.session);
        self.filled(NOTICE, "union/election-notice", self.id.to_string(), title, lacks, &context)
    }

    fn ballot(&self, post: ElectionPost) -> Result<Filled, Problem> {
        let start = view::ballot_start(
            self.connection,
            self.law.book,
            super::model::ElectionPostRef { election: self.id, post },
            self.today,
        )?;
        // Before the committee is elected, and once all seats are filled, the list itself is printed.
        let slate = self.course.slates.get(&post).into_iter().flatten().map(|one| one.name.clone());
        let mut names: Vec<String> = start.record.votes.into_iter().map(|vote| vote.name).collect();
        let (mut seats, mut round) = (start.seats, start.round);
        if seats == 0 {
            (seats, round) = (self.course.seats(post), 1);
            names.clear();
        }
        if names.is_empty() {
            names = slate.collect();
        }
        let spare = seats.min(3);
        let lacks = lacking(&[(names.is_empty(), "候选人")]);
        let head = self.head(self.course.record.planned_on)?;
        let again = if round > 1 { format!("（第{round}轮）") } else { String::new() };
        let heading = format!("{}{}选票{again}", head.session, post.label());
        let two = halves::two_fit(&head.union.name, &heading, &names);
        let context =
            Ballot { head, post: post.label(), seats, round, two, write_in: (0..spare).collect(), names };
        let title = format!("{}选票", post.label());
        let of = format!("{}.{}", self.id, post.code());
        Filled::new("union/election-ballot", of, title, lacks, &context)
    }

    fn filled(
        &self,
        kind: &str,
        template: &'static str,
        of: String,
        title: String,
        lacks: Vec<String>,
        context: &impl Serialize,
    ) -> Result<Filled, Problem> {
        office::standing(self.connection, kind, Filled::new(template, of, title, lacks, context)?)
    }
}

/// The instrument and the article that a paper cites. Where no article could be verified the packs say in brackets what part of the
/// instrument it is; a paper then cites the instrument alone.
fn basis(rule: &Rule) -> String {
    let article = if rule.article.starts_with('（') { "" } else { rule.article.as_str() };
    format!("《{}》{article}", rule.instrument)
}

fn lacking(all: &[(bool, &str)]) -> Vec<String> {
    all.iter().filter(|(gone, _)| *gone).map(|(_, name)| (*name).to_owned()).collect()
}

/// Fills one of these papers.
///
/// Errors: `not_found` for an unknown kind or record.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let at = place(connection)?;
    let law = ElectionLaw { book, place: &at };
    let desk = |id: ElectionId| -> Result<Desk<'_>, Problem> {
        Ok(Desk { connection, law, id, course: store::course(connection, id)?, today })
    };
    if kind == COUNT {
        let id = of.parse().map_err(|_| unknown())?;
        let desk = desk(store::of_ballot(connection, id)?)?;
        let held = desk.course.ballots.iter().find(|held| held.id == id).ok_or_else(unknown)?;
        return desk.count(held);
    }
    let (id, post) = of.split_once('.').map_or((of, None), |(id, post)| (id, ElectionPost::of(post)));
    let desk = desk(id.parse().map_err(|_| unknown())?)?;
    match (kind, post) {
        (REQUEST, None) => desk.request(),
        (NOTICE, None) => desk.notice(),
        (BALLOT, Some(post)) => desk.ballot(post),
        (REPORT, None) => desk.report(),
        (AUDIT, None) => desk.audit(),
        _ => Err(unknown()),
    }
}

/// Every paper of a re-election that can be printed now: those whose step has come.
pub fn list(connection: &Connection, book: &LawBook, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let at = place(connection)?;
    let law = ElectionLaw { book, place: &at };
    let mut lines = Vec::new();
    for id in store::ids(connection)? {
        let desk = Desk { connection, law, id, course: store::course(connection, id)?, today };
        let affair = rules::name(desk.course.record.session);
        let mut add = |kind: &str, dated: NaiveDate, filled: Filled| {
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: filled.of,
                title: filled.title,
                affair: affair.clone(),
                dated: Some(dated),
                missing: filled.missing,
                issued: Vec::new(),
                made_by: None,
            });
        };
        add(REQUEST, desk.day(Kind::Requested), desk.request()?);
        if !desk.course.slates.is_empty() {
            add(NOTICE, desk.day(Kind::Posted), desk.notice()?);
        }
        let voted = desk.course.posts().filter(|post| !desk.course.agreed(*post));
        for post in voted.filter(|post| desk.course.slates.contains_key(post)) {
            add(BALLOT, desk.course.record.planned_on, desk.ballot(post)?);
        }
        for held in &desk.course.ballots {
            add(COUNT, held.record.held_on, desk.count(held)?);
        }
        if !desk.course.ballots.is_empty() {
            add(REPORT, desk.day(Kind::Reported), desk.report()?);
        }
        if desk.course.event(Kind::Confirmed).is_some() && desk.course.chair_changes(law) == Some(true) {
            add(AUDIT, today, desk.audit()?);
        }
    }
    Ok(lines)
}
