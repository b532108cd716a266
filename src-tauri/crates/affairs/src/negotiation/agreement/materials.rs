//! What is asked for the filing of an agreement, item by item, and what of it lies ready: a paper that the program issued is
//! known by itself, the rest the chair ticks. Which items are asked stands in the rules of the place.

use rusqlite::Connection;

use super::model::{AgreementKind, AgreementVote, FilingChecklist, FilingMaterial};
use super::store::{self, Head};
use crate::Problem;
use crate::congress::papers::RESOLUTION;
use crate::duty::{Place, day_words};
use crate::negotiation::kinds::{MINUTES, REPRESENTATIVES};
use crate::negotiation::rules::Law;
use crate::negotiation::store as talks;
use crate::office;

/// The subject of the lists.
const SUBJECT: &str = "negotiation.submission.papers";

/// The items that the place asks for: key and words. An item that has no key of its own is known by its place in the list.
pub(super) fn items(law: Law<'_>, _: AgreementKind) -> Vec<(String, String)> {
    let Some(ruling) = law.book.applies(SUBJECT, law.place, law.on) else { return Vec::new() };
    let named = ruling.winner.items.iter().enumerate();
    named
        .map(|(at, item)| (item.key.clone().unwrap_or_else(|| format!("item{}", at + 1)), item.text.clone()))
        .collect()
}

/// The papers of the program that an item means, by the words with which the rules name them: kind and record.
fn papers_of(
    connection: &Connection,
    head: &Head,
    votes: &[AgreementVote],
    name: &str,
) -> Result<Vec<(&'static str, String)>, Problem> {
    if name.contains("决议") || name.contains("讨论通过") {
        let passed = votes.iter().rev().find(|vote| vote.passed);
        return Ok(passed.map(|vote| (RESOLUTION, vote.id.to_string())).into_iter().collect());
    }
    if name.contains("代表名单") {
        return Ok(vec![(REPRESENTATIVES, head.negotiation.to_string())]);
    }
    if name.contains("会议记录") {
        let meetings = talks::meetings(connection, head.negotiation)?;
        return Ok(meetings
            .into_iter()
            .rev()
            .map(|meeting| (MINUTES, meeting.id.to_string()))
            .take(1)
            .collect());
    }
    Ok(Vec::new())
}

/// What lies ready of all that is asked.
pub(super) fn checklist(
    connection: &Connection,
    law: Law<'_>,
    head: &Head,
    votes: &[AgreementVote],
) -> Result<FilingChecklist, Problem> {
    let ticked = store::materials(connection, head.id)?;
    let mut materials = Vec::new();
    for (item, name) in items(law, head.kind) {
        let mut known =
            ticked.iter().find(|(key, _)| *key == item).map(|(_, on)| format!("{}备齐", day_words(*on)));
        let papers = papers_of(connection, head, votes, &name)?;
        for (kind, of) in &papers {
            if let Some(issue) = office::store::issues(connection, kind, of)?.into_iter().next() {
                known = Some(issue.number);
            }
        }
        let paper = papers.into_iter().next().map(|(kind, of)| Place {
            page: "papers".to_owned(),
            id: Some(format!("{kind}@{of}")),
            part: None,
        });
        materials.push(FilingMaterial { item, name, ready: known.is_some(), known, paper });
    }
    let ruling = law.book.applies("negotiation.submission.copies", law.place, law.on);
    Ok(FilingChecklist {
        ready: u32::try_from(materials.iter().filter(|one| one.ready).count()).unwrap_or(u32::MAX),
        materials,
        copies: ruling.and_then(|ruling| ruling.winner.quantity.as_ref()?.boundary(0)),
        rule: law.rule(SUBJECT),
    })
}
