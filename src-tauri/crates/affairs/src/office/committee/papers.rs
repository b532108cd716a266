//! What a committee's record is filled with on paper (会议记录): a draft may be printed to be signed, a signed one issued.
//! Its wording is the template's.

use law::{LawBook, RuleRef};
use paper::{MissingGlyph, PaperError};
use rusqlite::Connection;
use serde::Serialize;

use super::model::{CommitteeMeetingId, CommitteeRecord, CommitteeTopic};
use super::store;
use crate::Problem;
use crate::office::model::{Filled, PaperLine};
use crate::typed::text;
use crate::union::store::union_record;

/// 会议记录, made from a committee's record.
pub const MINUTES: &str = "office.committee";

#[derive(Debug, Serialize)]
struct Named {
    name: String,
}

#[derive(Debug, Serialize)]
struct Member {
    name: String,
    post: Option<String>,
    present: bool,
    reason: Option<String>,
}

#[derive(Debug, Serialize)]
struct Votes {
    favour: u32,
    against: u32,
    abstained: u32,
    needed: Option<u32>,
    passed: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Topic {
    title: String,
    said: Option<String>,
    votes: Option<Votes>,
    decision: Option<String>,
    decision_name: Option<String>,
}

#[derive(Debug, Serialize)]
struct Quorum {
    all: u32,
    present: u32,
    needed: Option<u32>,
}

/// The context of the paper, as its template documents it.
#[derive(Debug, Serialize)]
struct Minutes {
    union: Named,
    body: &'static str,
    record: String,
    starts: String,
    timed: bool,
    ends: Option<String>,
    place: String,
    chair: String,
    recorder: String,
    members: Vec<Member>,
    observers: Option<String>,
    quorum: Quorum,
    quorum_rule: Option<String>,
    vote_rule: Option<String>,
    topics: Vec<Topic>,
    note: Option<String>,
    corrects_record: Option<String>,
    signed_on: Option<chrono::NaiveDate>,
}

/// Every committee's record, as a paper that can be printed.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut ids: Vec<CommitteeMeetingId> = Vec::new();
    store::each(connection, &super::model::CommitteeQuery::default(), &mut |_, line| {
        ids.push(line.id);
        Ok(())
    })?;
    ids.into_iter()
        .map(|id| {
            let record = store::get(connection, book, id)?;
            Ok(PaperLine {
                kind: MINUTES.to_owned(),
                of: id.to_string(),
                title: title(&record),
                affair: "委员会会议".to_owned(),
                dated: Some(record.record.held_on),
                missing: lacking(&record),
                issued: Vec::new(),
                made_by: None,
            })
        })
        .collect()
}

fn title(record: &CommitteeRecord) -> String {
    format!("{}记录", record.number)
}

/// A record is issued once it is signed.
fn lacking(record: &CommitteeRecord) -> Vec<String> {
    if record.signed_on.is_some() {
        return Vec::new();
    }
    record.missing.iter().cloned().chain(["签字定稿".to_owned()]).collect()
}

/// Fills the paper of a record.
///
/// Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, id: CommitteeMeetingId) -> Result<Filled, Problem> {
    let record = store::get(connection, book, id)?;
    let form = &record.record;
    let day = form.held_on;
    let said = |rule: &Option<RuleRef>| {
        let rule = rule.as_ref()?;
        Some(format!("{}（《{}》{}）", book.rule(&rule.id)?.title, rule.instrument, rule.article))
    };
    let context = Minutes {
        union: Named { name: union_record(connection)?.name },
        body: form.body.label(),
        record: record.number.clone(),
        starts: format!("{day}T{}", form.begins.as_deref().unwrap_or("00:00")),
        timed: form.begins.is_some(),
        ends: form.ends.as_ref().map(|ends| format!("{day}T{ends}")),
        place: form.place.clone(),
        chair: form.chair.clone(),
        recorder: form.recorder.clone(),
        members: form
            .members
            .iter()
            .map(|one| Member {
                name: one.name.clone(),
                post: one.post.clone(),
                present: one.present,
                reason: one.reason.clone(),
            })
            .collect(),
        observers: text(&form.observers).map(str::to_owned),
        quorum: Quorum {
            all: record.quorum.all,
            present: record.quorum.present,
            needed: record.quorum.needed,
        },
        quorum_rule: said(&record.quorum.quorum_rule),
        vote_rule: said(&record.quorum.vote_rule),
        topics: record.topics.iter().map(topic).collect(),
        note: text(&form.note).map(str::to_owned),
        corrects_record: record.corrects.as_ref().map(|old| old.number.clone()),
        signed_on: record.signed_on,
    };
    let filled =
        Filled::new("office/committee-minutes", id.to_string(), title(&record), lacking(&record), &context)?;
    crate::office::standing(connection, MINUTES, filled)
}

/// The blocks of the paper as the form names them.
const PLACES: [(&str, &str); 11] = [
    ("title", "工会名称"),
    ("place", "地点"),
    ("chair", "主持人"),
    ("recorder", "记录人"),
    ("present", "出席的委员"),
    ("absent", "缺席的委员"),
    ("observers", "列席人员"),
    ("note", "备注"),
    ("said", "讨论情况"),
    ("decision", "决定"),
    ("rejected", "未通过的提议"),
];

/// Where in the record a block of its paper stands: `recorder` is 记录人, `topics.1/said` 第1项议题的讨论情况.
fn place_name(block: &str) -> String {
    let named = |id: &str| {
        PLACES.iter().find(|(known, _)| *known == id).map_or(id.to_owned(), |(_, name)| (*name).to_owned())
    };
    match block.strip_prefix("topics.").and_then(|rest| rest.split_once('/')) {
        Some((n, "title")) => format!("第{n}项议题的名称"),
        Some((n, part)) => format!("第{n}项议题的{}", named(part)),
        None => named(block),
    }
}

/// A refusal of the paper with the places of the record in place of its blocks; a name that is signed below stands above.
pub fn with_places(refused: PaperError) -> Problem {
    let PaperError::MissingGlyphs(list) = refused else { return refused.into() };
    let told = |missing: MissingGlyph| {
        let blocks = missing.blocks.iter().filter(|block| !block.starts_with("signatures"));
        MissingGlyph { places: blocks.map(|block| place_name(block)).collect(), ..missing }
    };
    PaperError::MissingGlyphs(list.into_iter().map(told).collect()).into()
}

fn topic(one: &CommitteeTopic) -> Topic {
    let form = &one.record;
    Topic {
        title: form.title.clone(),
        said: form.said.clone(),
        votes: form.votes.map(|votes| Votes {
            favour: votes.favour,
            against: votes.against,
            abstained: votes.abstained,
            needed: one.needed,
            passed: one.passed,
        }),
        decision: form.decision.clone(),
        decision_name: one.decision_name.clone(),
    }
}
