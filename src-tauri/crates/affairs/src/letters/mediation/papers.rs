//! What the papers of mediation are filled with: the application (blank or filled), the notice that it was accepted, the
//! agreement, the notice that mediation is over. How they look is not decided here.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

pub use super::model::{ACCEPTANCE, AGREEMENT, APPLICATION, CLOSING};
use super::model::{MediationCaseId, MediationEvent, MediationEventKind as Kind, MediationQuery};
use super::{limits, place, store};
use crate::Problem;
use crate::letters::papers::lines;
use crate::letters::rules::SupervisionLaw;
use crate::members;
use crate::members::model::PersonId;
use crate::office::model::{Filled, PaperLine};
use crate::office::text;
use crate::union::{self, details};

/// The application that nobody has filled yet.
const BLANK: &str = "blank";

/// One of the parties as an application names it.
#[derive(Debug, Default, Serialize)]
struct Party {
    worker: String,
    employer: String,
}

/// 调解申请书 (`letters/mediation-application`).
#[derive(Debug, Serialize)]
struct ApplicationPaper {
    committee: String,
    case: String,
    party: Party,
    applicant: &'static str,
    oral: bool,
    topic: &'static str,
    facts: Vec<String>,
    claims: Vec<String>,
    applied_on: Option<NaiveDate>,
    mediator: String,
}

/// 受理通知书 (`letters/mediation-acceptance`).
#[derive(Debug, Serialize)]
struct AcceptancePaper {
    committee: String,
    case: String,
    worker: String,
    employer: String,
    topic: &'static str,
    applied_on: NaiveDate,
    accepted_on: NaiveDate,
    end_by: Option<NaiveDate>,
    article: Option<String>,
    mediator: Option<String>,
}

/// 调解协议书 (`letters/mediation-agreement`).
#[derive(Debug, Serialize)]
struct AgreementPaper {
    committee: String,
    case: String,
    worker: String,
    /// Of a worker on the roster, for whoever may read it; else it is written by hand.
    id_number: Option<String>,
    phone: Option<String>,
    address: Option<String>,
    employer: String,
    /// 法定代表人 of the employer, as the union's record has it.
    representative: Option<String>,
    topic: &'static str,
    facts: Vec<String>,
    claims: Vec<String>,
    terms: Vec<String>,
    until: Option<NaiveDate>,
    manner: Option<String>,
    review: Option<String>,
    mediator: Option<String>,
    agreed_on: NaiveDate,
}

/// 终止通知书, 不予受理通知书 (`letters/mediation-closing`).
#[derive(Debug, Serialize)]
struct ClosingPaper {
    committee: String,
    case: String,
    title: &'static str,
    refused: bool,
    withdrawn: bool,
    worker: String,
    employer: String,
    applicant: &'static str,
    topic: &'static str,
    applied_on: Option<NaiveDate>,
    reason: String,
    limits: Vec<String>,
    commission: Vec<String>,
    mediator: Option<String>,
    date: NaiveDate,
}

/// What the roster knows of a worker and shows by right alone: ID number, phone, and 户籍所在地 as the address.
#[derive(Default)]
struct Known {
    id_number: Option<String>,
    phone: Option<String>,
    address: Option<String>,
}

/// What the committee is called: by its employer.
fn committee_name(employer: &str) -> String {
    format!("{employer}劳动争议调解委员会")
}

fn line(kind: &str, of: String, title: &str, affair: &str, dated: Option<NaiveDate>) -> PaperLine {
    PaperLine {
        kind: kind.to_owned(),
        of,
        title: title.to_owned(),
        affair: affair.to_owned(),
        dated,
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    }
}

fn find(events: &[MediationEvent], kind: Kind) -> Option<&MediationEvent> {
    events.iter().find(|event| event.record.kind == kind)
}

fn ending(events: &[MediationEvent]) -> Option<&MediationEvent> {
    events.iter().find(|event| [Kind::Refused, Kind::Failed, Kind::Withdrawn].contains(&event.record.kind))
}

fn closing_title(kind: Kind) -> &'static str {
    if kind == Kind::Refused {
        "劳动争议调解不予受理通知书"
    } else {
        "劳动争议调解终止通知书"
    }
}

/// Every paper that the cases can print now, those of the newest case first; the blank application last.
pub(crate) fn list(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<PaperLine>, Problem> {
    let mut all = Vec::new();
    for kept in store::list(connection, &MediationQuery::default(), None)? {
        let affair = format!("{}　{}", kept.number, kept.record.worker);
        let events = store::events(connection, kept.id)?;
        let of = || kept.id.to_string();
        if let Some(end) = ending(&events) {
            let on = Some(end.record.happened_on);
            all.push(line(CLOSING, of(), closing_title(end.record.kind), &affair, on));
        }
        if let Some(agreed) = find(&events, Kind::Agreed) {
            all.push(line(AGREEMENT, of(), "劳动争议调解协议书", &affair, Some(agreed.record.happened_on)));
        }
        if let Some(accepted) = find(&events, Kind::Accepted) {
            let on = Some(accepted.record.happened_on);
            all.push(line(ACCEPTANCE, of(), "劳动争议调解受理通知书", &affair, on));
        }
        if let Some(on) = kept.record.applied_on {
            all.push(line(APPLICATION, of(), "劳动争议调解申请书", &affair, Some(on)));
        }
    }
    for paper in &mut all {
        paper.missing = fill(connection, book, (&paper.kind, &paper.of), false, today)?.missing;
    }
    all.push(line(APPLICATION, BLANK.to_owned(), "劳动争议调解申请书（空白）", "劳动争议调解", None));
    Ok(all)
}

/// The person on the roster whose numbers a paper bears; none where it bears none, or its worker was not picked from the roster.
///
/// Errors: `not_found`.
pub(crate) fn person_of(connection: &Connection, kind: &str, of: &str) -> Result<Option<PersonId>, Problem> {
    if kind != AGREEMENT {
        return Ok(None);
    }
    let id: MediationCaseId = of.parse().map_err(|_| Problem::missing("份文件"))?;
    Ok(store::get(connection, id)?.record.person)
}

/// Fills a paper of mediation, by its kind and record; `in_full` where the reader may see the numbers of its worker.
///
/// Errors: `not_found` for an unknown kind or record.
pub(crate) fn fill(
    connection: &Connection,
    book: &LawBook,
    (kind, of): (&str, &str),
    in_full: bool,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let unknown = || Problem::missing("份文件");
    let not_yet = |message: &str| Problem::new("not_found", message);
    if (kind, of) == (APPLICATION, BLANK) {
        return blank(connection);
    }
    let id: MediationCaseId = of.parse().map_err(|_| unknown())?;
    let kept = store::get(connection, id)?;
    let events = store::events(connection, id)?;
    let at = place(connection)?;
    let law = SupervisionLaw { book, place: &at };
    match kind {
        APPLICATION => application(kept),
        ACCEPTANCE => {
            let accepted = find(&events, Kind::Accepted);
            let message = "这件调解还没有受理，没有受理通知书可以打印；受理了的，请先登记“受理”。";
            acceptance(law, kept, accepted.ok_or_else(|| not_yet(message))?)
        }
        AGREEMENT => {
            let agreed = find(&events, Kind::Agreed);
            let message = "这件调解还没有达成协议，没有协议书可以打印；谈成了的，请先登记“达成协议”。";
            let known = if in_full { known(connection, kept.record.person)? } else { Known::default() };
            let employer = kept.record.employer.as_deref().unwrap_or_default();
            let representative = details::representative(connection, employer)?;
            let agreed = agreed.ok_or_else(|| not_yet(message))?;
            agreement(law, kept, agreed, (known, representative), today)
        }
        CLOSING => {
            let message =
                "这件调解还没有终止，没有通知书可以打印；请先登记“不予受理”“调解不成”或者“撤回申请”。";
            closing(law, kept, ending(&events).ok_or_else(|| not_yet(message))?, today)
        }
        _ => Err(unknown()),
    }
}

fn blank(connection: &Connection) -> Result<Filled, Problem> {
    let employer = union::store::union_record(connection)?.employer;
    let context = ApplicationPaper {
        committee: committee_name(&employer),
        case: String::new(),
        party: Party { worker: String::new(), employer },
        applicant: "",
        oral: false,
        topic: "",
        facts: Vec::new(),
        claims: Vec::new(),
        applied_on: None,
        mediator: String::new(),
    };
    let title = "劳动争议调解申请书（空白）".to_owned();
    Filled::new("letters/mediation-application", BLANK.to_owned(), title, Vec::new(), &context)
}

fn application(kept: store::Kept) -> Result<Filled, Problem> {
    let record = kept.record;
    let employer = record.employer.unwrap_or_default();
    let context = ApplicationPaper {
        committee: committee_name(&employer),
        case: kept.number,
        party: Party { worker: record.worker, employer },
        applicant: record.applicant.label(),
        oral: record.oral,
        topic: record.topic.label(),
        facts: lines(&Some(record.facts)),
        claims: lines(&Some(record.claims)),
        applied_on: record.applied_on,
        mediator: kept.mediator.unwrap_or_default(),
    };
    let title = "劳动争议调解申请书".to_owned();
    Filled::new("letters/mediation-application", kept.id.to_string(), title, Vec::new(), &context)
}

/// A paper of the committee names who mediates.
fn without_mediator(mediator: &Option<String>) -> Vec<String> {
    if mediator.is_some() { Vec::new() } else { vec!["调解员".to_owned()] }
}

fn acceptance(
    law: SupervisionLaw<'_>,
    kept: store::Kept,
    accepted: &MediationEvent,
) -> Result<Filled, Problem> {
    let record = kept.record;
    let employer = record.employer.unwrap_or_default();
    let on = accepted.record.happened_on;
    let clock = law.clock("union.mediation.end", "mediation_accepted", on)?;
    let context = AcceptancePaper {
        committee: committee_name(&employer),
        case: kept.number,
        worker: record.worker,
        employer,
        topic: record.topic.label(),
        applied_on: record.applied_on.unwrap_or(on),
        accepted_on: on,
        end_by: clock.as_ref().map(|one| one.due),
        article: clock.map(|one| format!("《{}》{}", one.rule.instrument, one.rule.article)),
        mediator: kept.mediator,
    };
    let missing = without_mediator(&context.mediator);
    let title = "劳动争议调解受理通知书".to_owned();
    Filled::new("letters/mediation-acceptance", kept.id.to_string(), title, missing, &context)
}

/// What is known of a worker on the roster; of one who was removed since there is nothing.
fn known(connection: &Connection, person: Option<PersonId>) -> Result<Known, Problem> {
    let Some(person) = person else { return Ok(Known::default()) };
    match members::store::person(connection, person) {
        Ok(row) => Ok(Known { id_number: row.id_number, phone: row.phone, address: row.household_place }),
        Err(why) if why.code == "not_found" => Ok(Known::default()),
        Err(why) => Err(why),
    }
}

fn agreement(
    law: SupervisionLaw<'_>,
    kept: store::Kept,
    agreed: &MediationEvent,
    (known, representative): (Known, Option<String>),
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let record = kept.record;
    let employer = record.employer.unwrap_or_default();
    let review = law.book.applies("union.mediation.review", law.place, today).map(|ruling| {
        format!("{}（《{}》{}）", ruling.winner.title, ruling.winner.instrument, ruling.winner.article)
    });
    let context = AgreementPaper {
        committee: committee_name(&employer),
        case: kept.number,
        worker: record.worker,
        id_number: known.id_number,
        phone: known.phone,
        address: known.address,
        employer,
        representative,
        topic: record.topic.label(),
        facts: lines(&Some(record.facts)),
        claims: lines(&Some(record.claims)),
        terms: lines(&Some(agreed.record.text.clone())),
        until: agreed.record.until_on,
        manner: text(&agreed.record.manner).map(str::to_owned),
        review,
        mediator: kept.mediator,
        agreed_on: agreed.record.happened_on,
    };
    let mut missing = without_mediator(&context.mediator);
    if context.manner.is_none() {
        missing.push("履行方式".to_owned());
    }
    let title = "劳动争议调解协议书".to_owned();
    Filled::new("letters/mediation-agreement", kept.id.to_string(), title, missing, &context)
}

fn closing(
    law: SupervisionLaw<'_>,
    kept: store::Kept,
    end: &MediationEvent,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let record = kept.record;
    let employer = record.employer.unwrap_or_default();
    let title = closing_title(end.record.kind);
    // It is over: nobody waits for an agreement any more.
    let limits = limits(law, None, record.known_on, today)?;
    let context = ClosingPaper {
        committee: committee_name(&employer),
        case: kept.number,
        title,
        refused: end.record.kind == Kind::Refused,
        withdrawn: end.record.kind == Kind::Withdrawn,
        worker: record.worker,
        employer,
        applicant: record.applicant.label(),
        topic: record.topic.label(),
        applied_on: record.applied_on,
        reason: end.record.text.clone(),
        limits: limits.parties,
        commission: limits.commission,
        mediator: kept.mediator,
        date: end.record.happened_on,
    };
    Filled::new("letters/mediation-closing", kept.id.to_string(), title.to_owned(), Vec::new(), &context)
}
