//! A contract's text joined into what its page shows: chapters, blanks, findings, agreed texts, library, versions. Nothing is written
//! here.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use ledger::Tx;
use rusqlite::Connection;

use super::library::blanks_of;
use super::lint::term::against_head;
use super::lint::{Looked, look};
use super::means::{Means, head_blanks};
use super::model::{
    AgreedText, CompareContracts, ContractBlank, ContractChapter, ContractClause, ContractClauseShown,
    ContractComparison, ContractDraft, ContractFinding, ContractVersionId, ContractVersionSource, KeptClause,
    LibraryClauseLine,
};
use super::values::{Values, filled, shown};
use super::{compare, last_year, late_text, lint, proposals, store};
use crate::Problem;
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::levels;
use crate::negotiation::model::TopicResult;
use crate::negotiation::rules::Law;
use crate::negotiation::seal::store as seals;
use crate::negotiation::settled::concluding;
use crate::negotiation::store as talks;
use crate::negotiation::topics::places;

/// The clauses in the order of the contract: by item, within it as they were put.
pub(super) fn clauses(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
) -> Result<Vec<ContractClause>, Problem> {
    let items = &means.library.items(head.kind)?.items;
    let mut clauses = store::clauses(connection, head.id)?;
    clauses.sort_by_key(|one| items.iter().position(|item| item.key == one.item).unwrap_or(items.len()));
    Ok(clauses)
}

/// The last agreed text of each topic of an agreement, and which of them stand in its draft with these words; a text of another's
/// topic only where it stands there already.
pub(super) fn agreed(
    connection: &Connection,
    head: &Head,
    clauses: &[ContractClause],
) -> Result<Vec<AgreedText>, Problem> {
    let meetings = concluding::meetings_of(connection, head.negotiation, head.kind)?;
    let mut texts = Vec::new();
    for place in places(connection, head.negotiation)? {
        let (topic, title) = (place.topic, place.title);
        let last = meetings.iter().rev().find_map(|meeting| {
            let spoken = meeting.record.topics.iter().find(|one| one.topic == topic)?;
            Some((meeting.round, spoken))
        });
        let Some((round, spoken)) = last.filter(|(_, spoken)| spoken.result == TopicResult::Agreed) else {
            continue;
        };
        let Some(text) = spoken.agreed_text.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
            continue;
        };
        // A clause that was made from this round's text answers it, whatever was polished since.
        let taken = clauses
            .iter()
            .any(|one| (one.topic == Some(topic) && one.round == Some(round)) || one.text.contains(text));
        if !taken && !place.kinds.contains(&head.kind) {
            continue;
        }
        texts.push(AgreedText { topic, title, round, text: text.to_owned(), taken });
    }
    Ok(texts)
}

/// The text as a version keeps it: filled, each clause with its chapter.
pub(super) fn as_kept(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
) -> Result<Vec<(Option<String>, KeptClause)>, Problem> {
    let values = store::values_and_term(connection, head)?;
    let items = &means.library.items(head.kind)?.items;
    Ok(clauses(connection, means, head)?
        .into_iter()
        .map(|one| {
            let title = items.iter().find(|item| item.key == one.item).map(|item| item.title.clone());
            let kept = KeptClause {
                clause: Some(one.id),
                library: one.library,
                chapter: title.unwrap_or_default(),
                text: filled(means.library, &one.text, &values),
            };
            (Some(one.item), kept)
        })
        .collect())
}

/// The text of a contract, as it is looked over.
struct Text {
    /// Its affair.
    talk: talks::Head,
    /// Its clauses in the order of the contract.
    clauses: Vec<ContractClause>,
    /// What was filled in.
    values: Values,
}

impl Text {
    fn read(connection: &Connection, means: Means<'_>, head: &Head) -> Result<Text, Problem> {
        Ok(Text {
            talk: talks::head(connection, head.negotiation)?,
            clauses: clauses(connection, means, head)?,
            values: store::values_and_term(connection, head)?,
        })
    }

    /// By itself: without the minimum wage, the agreed texts and the table of pay levels that it is held against.
    fn looked<'a>(&'a self, means: Means<'a>, kind: AgreementKind, on: NaiveDate) -> Looked<'a> {
        Looked {
            library: means.library,
            law: Law { book: means.book.scoped(kind.code()), place: &self.talk.place, on },
            kind,
            clauses: &self.clauses,
            values: &self.values,
            minimum: None,
            minimum_hour: None,
            agreed: &[],
            levels: &[],
        }
    }
}

/// The text of a contract as its page shows it.
pub fn draft(
    connection: &Connection,
    means: Means<'_>,
    id: AgreementId,
    today: NaiveDate,
) -> Result<ContractDraft, Problem> {
    let head = agreements::head(connection, id)?;
    let text = Text::read(connection, means, &head)?;
    let (clauses, values) = (&text.clauses, &text.values);
    let agreed = agreed(connection, &head, clauses)?;
    let on = proposals::minimum_day(&head, today);
    let minimum = proposals::local_minimum(connection, on)?.map(|(minimum, _)| minimum);
    let minimum_hour = proposals::local_minimum_hour(connection, on)?;
    let levels = levels::store::levels(connection, head.negotiation)?;
    let looked = Looked {
        minimum: minimum.as_ref(),
        minimum_hour: minimum_hour.as_ref(),
        agreed: &agreed,
        levels: &levels,
        ..text.looked(means, head.kind, today)
    };
    let sealed = seals::seal_of(connection, head.negotiation)?.is_some();
    // The look over is for a text that may still be mended. Of a sealed one nothing is, and what it would be held against goes on.
    let findings = if clauses.is_empty() || sealed { Vec::new() } else { look(&looked)? };
    let chapters = chapters(&looked)?;
    let taken: BTreeSet<&str> = clauses.iter().filter_map(|one| one.library.as_deref()).collect();
    let groups = &means.library.items(head.kind)?.groups;
    let library = means
        .library
        .clauses(head.kind)
        .iter()
        .map(|clause| LibraryClauseLine {
            library: clause.id.clone(),
            item: clause.item.clone(),
            group: clause
                .group
                .as_ref()
                .and_then(|key| groups.iter().find(|one| one.key == *key).map(|one| one.name.clone())),
            text: clause.text.clone(),
            article: looked.article(clause.law.as_deref(), clause.basis.as_deref()),
            taken: taken.contains(clause.id.as_str()),
        })
        .collect();
    let mut blanks = blanks(connection, means, &head, (clauses, values), today)?;
    if sealed {
        blanks.iter_mut().for_each(|blank| blank.proposal = None);
    }
    let mut versions = store::versions(connection, id)?;
    versions.extend(last_year::signed(connection, means, id)?);
    Ok(ContractDraft {
        agreement: id,
        kind: head.kind,
        title: head.title.clone(),
        negotiation: head.negotiation,
        affair: text.talk.title.clone(),
        chapters,
        blanks,
        findings,
        agreed,
        library,
        copied: !sealed && late_text::is_copy(connection, means, &head)?,
        settled: late_text::settled(connection, means, &head)?,
        sealed,
        versions,
    })
}

fn chapters(draft: &Looked<'_>) -> Result<Vec<ContractChapter>, Problem> {
    let items = &draft.library.items(draft.kind)?.items;
    let mut chapters: Vec<ContractChapter> = items
        .iter()
        .map(|item| ContractChapter {
            item: item.key.clone(),
            title: item.title.clone(),
            need: item.need,
            clauses: Vec::new(),
        })
        .collect();
    for (number, clause, filled) in draft.numbered() {
        let from = clause.library.as_deref().and_then(|id| draft.library.clause(id));
        let article = from.and_then(|one| draft.article(one.law.as_deref(), one.basis.as_deref()));
        if let Some(chapter) = chapters.iter_mut().find(|chapter| chapter.item == clause.item) {
            chapter.clauses.push(ContractClauseShown {
                blanks: blanks_of(&clause.text).into_iter().map(str::to_owned).collect(),
                clause: clause.clone(),
                number,
                filled,
                article,
            });
        }
    }
    Ok(chapters)
}

/// The first day or the last of the term as a clause names it otherwise than the cover and the head table do.
pub(super) fn other_term(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
    today: NaiveDate,
) -> Result<Option<ContractFinding>, Problem> {
    let text = Text::read(connection, means, head)?;
    Ok(against_head(&text.looked(means, head.kind, today)))
}

/// Whether nothing answers yet to an item that a contract of the kind is looked over for.
pub(super) fn lacks_items(tx: &Tx, means: Means<'_>, head: &Head) -> Result<bool, Problem> {
    let text = Text::read(tx, means, head)?;
    lint::lacks_items(&text.looked(means, head.kind, tx.today()))
}

/// The parties' blanks, then those of the clauses in their order, then what else the head table prints.
fn blanks(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
    (clauses, values): (&[ContractClause], &Values),
    today: NaiveDate,
) -> Result<Vec<ContractBlank>, Problem> {
    let parties = means.library.blanks.iter().filter(|blank| blank.party).map(|blank| blank.name.as_str());
    let mut names: Vec<&str> = parties.collect();
    let head_table: &[&str] = if clauses.is_empty() { &[] } else { head_blanks(head.kind) };
    let in_clauses = clauses.iter().flat_map(|clause| blanks_of(&clause.text));
    for name in in_clauses.chain(head_table.iter().copied()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let last = last_year::values(connection, means, head)?;
    let mut blanks = Vec::new();
    for blank in names.into_iter().filter_map(|name| means.library.blank(name)) {
        let value = values.get(&blank.name).cloned();
        let proposal = proposals::proposal(connection, means, head, blank, today)?
            .filter(|proposal| value.as_ref() != Some(&proposal.value));
        blanks.push(ContractBlank {
            name: blank.name.clone(),
            kind: blank.kind,
            choices: blank.choices.clone(),
            shown: value.as_deref().map(|value| shown(blank.kind, value)),
            value,
            proposal,
            last: last.get(&blank.name).cloned(),
        });
    }
    Ok(blanks)
}

/// What a version is called.
fn called(connection: &Connection, id: ContractVersionId) -> Result<String, Problem> {
    let line = store::version(connection, id)?;
    Ok(match line.source {
        ContractVersionSource::Draft => format!("第{}稿（{}）", line.number, line.note),
        ContractVersionSource::Pasted => line.note,
    })
}

/// Two versions, or a version and the draft as it stands, clause by clause.
pub fn comparison(
    connection: &Connection,
    means: Means<'_>,
    input: &CompareContracts,
) -> Result<ContractComparison, Problem> {
    let head = agreements::head(connection, input.agreement)?;
    let plain = |all: Vec<(Option<String>, KeptClause)>| -> Vec<KeptClause> {
        all.into_iter().map(|(_, clause)| clause).collect()
    };
    let before = plain(store::kept(connection, input.before)?);
    let (name, after) = match input.after {
        Some(version) => (called(connection, version)?, plain(store::kept(connection, version)?)),
        None => ("现在的草案".to_owned(), plain(as_kept(connection, means, &head)?)),
    };
    Ok(compare::compare(&means.library.words, (called(connection, input.before)?, &before), (name, &after)))
}
