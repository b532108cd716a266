//! What the papers about people are filled with. So far one: everything held about a person, for that person
//! (个人信息保护法 art. 45). Who looked at them, and what other affairs say of them, is `desk`'s to hand over; how the
//! paper looks, its template's.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use crate::Problem;
use crate::fields;
use crate::members::consents;
use crate::members::days::words;
use crate::members::dossier::{self, papers::RecordLine};
use crate::members::employment::model::Employment;
use crate::members::flags;
use crate::members::marks;
use crate::members::membership;
use crate::members::membership::model::EventRow;
use crate::members::model::PersonId;
use crate::members::store::{self, PersonRow};
pub use crate::mention::Mention;
use crate::office::attachments;
use crate::office::attachments::model::{Attachment, AttachmentId, RecordKind};
use crate::office::model::Filled;
use crate::union;
use crate::union::model::{Shown, Sight};

/// 个人信息副本, made from a person.
pub const OWN_DATA: &str = "members.ownData";
/// A look at identity for a paper of membership that bears it in full.
pub const IDENTITY_PAPER: &str = "members.identityPaper";

/// Looks at the person's guarded data in full, from the access log: those of a day, of one who looked, at the same and for the same.
#[derive(Debug, Clone, Serialize)]
pub struct LookLine {
    /// 2026-09-15.
    pub on: String,
    /// Who looked.
    pub who: String,
    /// What was done: 看一人.
    pub what: String,
    /// Why.
    pub purpose: String,
    /// How often.
    pub times: u32,
}

/// A row of the ledger that names the person, of a table that has no part of its own on the copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeldLine {
    /// 劝导谈话.
    pub section: String,
    /// Its fields in words.
    pub text: String,
}

/// What the ledger holds of a person beside the parts of the copy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// The rows.
    pub lines: Vec<HeldLine>,
    /// What is not on the copy, and why, in sentences.
    pub left_out: Vec<String>,
}

#[derive(Serialize)]
struct FileLine {
    name: String,
    on: String,
    sort: String,
}

#[derive(Serialize)]
struct OwnData {
    union: Named,
    person: Named,
    facts: Vec<Fact>,
    jobs: Vec<JobLine>,
    events: Vec<EventRow>,
    consents: Vec<ConsentLine>,
    records: Vec<RecordLine>,
    held: Vec<HeldLine>,
    left_out: Vec<String>,
    files: Vec<FileLine>,
    mentions: Vec<Mention>,
    looks: Vec<LookLine>,
    source: String,
    day: NaiveDate,
}

/// An employment, its days in words.
#[derive(Serialize)]
struct JobLine {
    employer: Option<String>,
    employer_code: Option<String>,
    shop: Option<String>,
    team: Option<String>,
    post: Option<String>,
    work_number: Option<String>,
    form: &'static str,
    status: Option<String>,
    since: Option<String>,
    until: Option<String>,
}

impl JobLine {
    fn of(job: &Employment) -> JobLine {
        let job = job.clone();
        JobLine {
            employer: job.employer,
            employer_code: job.employer_code,
            shop: job.shop,
            team: job.team,
            post: job.post,
            work_number: job.work_number,
            form: job.form.label(),
            status: job.status,
            since: in_words(job.hired_on),
            until: in_words(job.left_on.map(|day| day.to_string())),
        }
    }
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct Fact {
    name: &'static str,
    value: String,
}

#[derive(Serialize)]
struct ConsentLine {
    purpose: &'static str,
    about: String,
    recipient: Option<String>,
    given: String,
    withdrawn: Option<String>,
}

/// Fills the copy of a person's own data, identity in full; health where whoever prints it may read it. What is not on the copy
/// is named on it.
///
/// Errors: `not_found`.
pub fn own_data(
    connection: &Connection,
    book: &LawBook,
    id: PersonId,
    (looks, mut mentions, held): (Vec<LookLine>, Vec<Mention>, Held),
    may_read_health: bool,
    day: NaiveDate,
) -> Result<Filled, Problem> {
    let row = store::person(connection, id)?;
    let health = if may_read_health { Shown::Full } else { Shown::Never };
    let sight = Sight { identity: Shown::Full, health, ..Sight::default() };
    let file = dossier::whole::of_person(connection, book, day, id, sight)?;
    let kept = union::custody::list(connection)?.into_iter().filter(|item| item.holder == row.name);
    mentions.extend(kept.map(|item| Mention {
        affair: "保管物".to_owned(),
        what: format!("保管{}“{}”", item.kind.label(), item.name),
        on: None,
    }));
    let files = files(connection, id, may_read_health)?;
    let consents = consents::list(connection, Some(id))?;
    let context = OwnData {
        union: Named { name: union::store::union_record(connection)?.name },
        facts: facts(&row),
        // The first first, as the other parts go.
        jobs: file.jobs.iter().rev().map(JobLine::of).collect(),
        events: (membership::told(connection, id)?.into_iter())
            .map(|event| EventRow { on: in_words(event.on), ..event })
            .collect(),
        files: (files.into_iter())
            .map(|file| FileLine { name: file.name, on: words(&file.added_at), sort: file.sort })
            .collect(),
        mentions: (mentions.into_iter())
            .map(|mention| Mention { on: in_words(mention.on), ..mention })
            .collect(),
        consents: (consents.into_iter())
            .map(|consent| ConsentLine {
                purpose: consent.purpose.label(),
                about: consent.about,
                recipient: consent.recipient,
                given: words(&consent.given_on.to_string()),
                withdrawn: in_words(consent.withdrawn_on.map(|day| day.to_string())),
            })
            .collect(),
        records: dossier::papers::records(&file),
        held: held.lines,
        left_out: held.left_out,
        looks: (looks.into_iter()).map(|look| LookLine { on: words(&look.on), ..look }).collect(),
        source: match store::source(connection, id)? {
            Some((day, line)) => {
                format!("{}导入的花名册第{line}行，以及其后在本账本中的登记。", words(&day.to_string()))
            }
            None => "在本账本中直接登记。".to_owned(),
        },
        day,
        person: Named { name: row.name.clone() },
    };
    let title = format!("{}个人信息副本", row.name);
    Filled::new("members/own-data", id.to_string(), title, Vec::new(), &context)
}

/// The files on the person and on each record of theirs.
fn files(connection: &Connection, id: PersonId, may_read_health: bool) -> Result<Vec<Attachment>, Problem> {
    let mut files = Vec::new();
    for (table, own) in fields::family(connection, "person", &id.to_string())? {
        if let ("attachment", Ok(own)) = (table.as_str(), own.parse::<AttachmentId>()) {
            // One that was put out of sight is not found.
            let Ok(file) = attachments::store::one(connection, own) else { continue };
            let of_hardship =
                file.of.kind == RecordKind::PersonTag && flags::tells_health(connection, &file.of.id)?;
            if may_read_health || !(file.of.kind.is_health() || of_hardship) {
                files.push(file);
            }
        }
    }
    files.sort_by(|a, b| (&a.added_at, a.id).cmp(&(&b.added_at, b.id)));
    Ok(files)
}

fn in_words(text: Option<String>) -> Option<String> {
    text.map(|text| words(&text))
}

/// What is entered of a person, in the order of the roster; what is not entered is not there.
fn facts(row: &PersonRow) -> Vec<Fact> {
    let card = row.card_number.clone().map(|number| ("原会员证号", number));
    let all = marks::facts(row, Shown::Full).into_iter().chain(card);
    all.map(|(name, value)| Fact { name, value }).collect()
}
