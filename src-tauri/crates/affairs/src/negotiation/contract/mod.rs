//! The text of an agreement: begun from the clause library or last year's contract, grown by what the meetings agree upon, kept in
//! numbered versions, looked over and compared. Each act here runs inside one step. What an agreement is and how far it has come
//! is `agreement`'s.

mod agreed;
pub mod compare;
mod copied;
mod counts;
mod facts;
mod found;
mod last_year;
mod late_text;
mod lengths;
pub mod library;
pub mod lint;
mod means;
pub mod model;
pub mod papers;
mod partners;
pub mod paste;
mod pieces;
pub mod promises;
mod proposals;
mod scenario;
pub(crate) mod store;
mod topics;
pub mod values;
mod view;
mod wages;
mod whole;

pub use agreed::take_agreed;
pub use copied::keep_dated;
pub(super) use copied::{is_corrected, is_filled_since};
pub use found::may_restore_clause;
pub use means::Means;
pub(crate) use means::TERM;
use means::head_blanks;
pub use scenario::{asks, propose};
pub use view::{comparison, draft};
pub use whole::{check_voted, newly_voted};
pub(super) use whole::{is_of_party, left_open, unnamed};

use std::collections::HashMap;

use ledger::Tx;
use rusqlite::Connection;

use super::agreement::model::{AgreementId, AgreementKind, AgreementState as State};
use super::agreement::store::{self as agreements, Head};
use crate::Problem;
use crate::negotiation::agreement::affair::course_of;
use crate::negotiation::model::{EventId, EventKind};
use crate::negotiation::store as talks;
use library::{ClauseLibrary, blanks_of};
use model::{
    ContractClause, ContractClauseId, ContractOrigin, ContractSeverity, ContractVersionId,
    ContractVersionSource, FillContractBlank, KeepContractVersion, KeptClause, OrderContractClauses,
    PasteContract, SaveContractClause, StartContract, TakeLibraryClause,
};

/// The longest clause and the most clauses of one contract: far beyond any real one.
const LONGEST: usize = 4_000;
const MOST: usize = 300;

/// Whether the text is what the congress passed or the chiefs signed: it is kept as a version then. A text that is written into the
/// ledger afterwards stays open until it is kept, by hand or with the next thing that happens to the signed agreement.
fn is_settled(connection: &Connection, means: Means<'_>, id: AgreementId) -> Result<bool, Problem> {
    let state = course_of(connection, means.book, id)?.state();
    let open = matches!(state, State::Talks | State::Drafted | State::Rejected | State::Returned);
    let kept = |one: &model::ContractVersionLine| one.source == ContractVersionSource::Draft;
    Ok(!open && store::versions(connection, id)?.iter().any(kept))
}

/// The agreement whose text may still be changed.
///
/// Errors: `not_found`; `refused` once the congress has passed it.
fn open(tx: &Tx, means: Means<'_>, id: AgreementId) -> Result<Head, Problem> {
    let head = agreements::head(tx, id)?;
    match late_text::settled(tx, means, &head)? {
        Some(message) => Err(Problem::new("refused", message)),
        None => Ok(head),
    }
}

/// Keeps the text that the congress passed as a version: what is signed is that.
pub fn keep_passed(tx: &Tx, means: Means<'_>, id: AgreementId) -> Result<(), Problem> {
    let passed = course_of(tx, means.book, id)?.state() == State::Passed;
    if !passed || store::clauses(tx, id)?.is_empty() {
        return Ok(());
    }
    let note = "职代会审议通过".to_owned();
    match keep(tx, means, &KeepContractVersion { agreement: id, note }) {
        // The newest version says the same already.
        Err(problem) if problem.code == "refused" => Ok(()),
        kept => kept.map(drop),
    }
}

/// Keeps the text that a signed agreement was found with as a version, where it was written into the ledger only after the vote: what
/// happens to the agreement once its text stands whole, the filing first of all, happens to these words. One in which a blank is open,
/// or nothing answers yet to an item that a contract of its kind is looked over for, is still being typed; where the paper itself leaves
/// such an item out, the text is kept by hand. A slip in what is kept is mended as `copied` says.
pub fn keep_signed(tx: &Tx, means: Means<'_>, id: AgreementId) -> Result<(), Problem> {
    let signed = course_of(tx, means.book, id)?.state().stands_signed();
    let head = agreements::head(tx, id)?;
    let typed = !store::clauses(tx, id)?.is_empty() && left_open(tx, &head)?.is_empty();
    if !signed || !typed || is_settled(tx, means, id)? || view::lacks_items(tx, means, &head)? {
        return Ok(());
    }
    keep(tx, means, &KeepContractVersion { agreement: id, note: "双方签字的文本".to_owned() }).map(drop)
}

/// Refuses an event that is a signature under a text in which something must still be mended or a party has nobody to stand for it,
/// unless it is entered late with its reason.
///
/// Errors: `refused` with what must be mended first; `not_found`.
pub fn check_signature(tx: &Tx, means: Means<'_>, id: EventId) -> Result<(), Problem> {
    let (_, event) = talks::event(tx, id)?;
    let signed = event.kind == EventKind::Signed && event.late_entry.is_none();
    let Some(agreement) = event.agreement.filter(|_| signed) else { return Ok(()) };
    if course_of(tx, means.book, agreement)?.is_of_papers(event.happened_on) {
        return Ok(());
    }
    let head = agreements::head(tx, agreement)?;
    if let Some(other) = view::other_term(tx, means, &head, tx.today())? {
        let message = format!(
            "{}封面和首页表格照前一个印。请先在合同文本里改成一样再登记签字；纸面上早已签好的，请写明补录的理由。",
            other.message
        );
        return Err(Problem::new("refused", message).at("termTo"));
    }
    let findings = draft(tx, means, agreement, tx.today())?.findings;
    let must: Vec<_> = findings.iter().filter(|one| one.severity == ContractSeverity::Must).collect();
    let unnamed = whole::unnamed(tx, &head)?;
    let message = match must.first() {
        Some(first) => format!(
            "合同文本里还有{}处必须改正，例如：{}请先在合同文本里改好再登记签字；纸面上早已签好的，请写明补录的理由。",
            must.len(),
            first.message
        ),
        None if !unnamed.is_empty() => format!(
            "首页表格还没有填{}。请先在合同文本的“填空”里填好再登记签字；纸面上早已签好的，请写明补录的理由，这一项以后还可以补填。",
            unnamed.join("、")
        ),
        None => return Ok(()),
    };
    Err(Problem::new("refused", message).at("kind"))
}

/// Takes the text of an agreement with it into the affair that continues its own: what was agreed upon is read there as it was.
pub(crate) fn carry(tx: &Tx, from: AgreementId, to: AgreementId) -> Result<(), Problem> {
    let mut became = HashMap::new();
    for clause in store::clauses(tx, from)? {
        let id = tx.new_id();
        became.insert(clause.id, id);
        store::save_clause(tx, to, &ContractClause { id, ..clause })?;
    }
    store::carry_values(tx, from, to)?;
    let mut drafts = store::versions(tx, from)?;
    drafts.retain(|one| one.source == ContractVersionSource::Draft);
    let Some(newest) = drafts.first() else { return Ok(()) };
    let mut clauses = store::kept(tx, newest.id)?;
    for (_, kept) in &mut clauses {
        kept.clause = kept.clause.and_then(|clause| became.get(&clause).copied());
    }
    let (source, note, kept_on) = (newest.source, newest.note.as_str(), newest.kept_on);
    store::insert_version(
        tx,
        &store::NewVersion { agreement: to, source, note, kept_on, clauses: &clauses },
    )?;
    Ok(())
}

fn check_item(means: Means<'_>, kind: AgreementKind, item: &str) -> Result<(), Problem> {
    let known = means.library.items(kind)?.items.iter().any(|one| one.key == item);
    if known { Ok(()) } else { Err(Problem::input("item", "请选这一条写在哪一章。")) }
}

fn check_room(connection: &Connection, id: AgreementId, more: usize) -> Result<(), Problem> {
    if store::clauses(connection, id)?.len() + more > MOST {
        return Err(Problem::input("text", format!("一份合同最多{MOST}条，请把相近的条款合并。")));
    }
    Ok(())
}

/// Begins a draft: the clauses of the library that any contract of the kind has, or the clauses of a kept text. What the ledger and
/// the law know is filled in.
///
/// Errors: `refused` when a draft stands already; `not_found`.
pub fn start(tx: &Tx, means: Means<'_>, input: &StartContract) -> Result<(), Problem> {
    let head = open(tx, means, input.agreement)?;
    if !store::clauses(tx, head.id)?.is_empty() {
        return Err(Problem::new("refused", "这份合同已经有草案了，请直接在上面改。"));
    }
    let items = means.library.items(head.kind)?;
    let taken: Vec<ContractClause> = match input.from {
        None => {
            let start = means.library.clauses(head.kind).iter().filter(|clause| clause.start);
            start.map(|clause| of_library(tx, clause)).collect()
        }
        Some(version) => {
            let earlier = last_year::Earlier::read(tx, version)?;
            let of_kept = |(item, kept): (Option<String>, KeptClause)| {
                let titled = || items.items.iter().find(|one| kept.chapter.contains(&one.title));
                let library = kept.library.as_deref().and_then(|id| means.library.clause(id));
                let item = item
                    .filter(|item| items.items.iter().any(|one| one.key == *item))
                    .or_else(|| library.map(|clause| clause.item.clone()))
                    .or_else(|| titled().map(|one| one.key.clone()))
                    .unwrap_or_else(|| by_words(means.library, head.kind, &kept.text));
                ContractClause {
                    id: tx.new_id(),
                    item,
                    group: library.and_then(|clause| clause.group.clone()),
                    text: earlier.blanked(tx, means.library, head.kind, &kept),
                    library: kept.library,
                    origin: ContractOrigin::LastYear,
                    round: None,
                    topic: None,
                }
            };
            store::kept(tx, version)?.into_iter().map(of_kept).collect()
        }
    };
    if taken.len() > MOST {
        return Err(Problem::new(
            "refused",
            format!("一份合同最多{MOST}条，这份文字里有{}条。", taken.len()),
        ));
    }
    for clause in &taken {
        store::save_clause(tx, head.id, clause)?;
    }
    proposals::begin(tx, means, &head, &taken)
}

fn of_library(tx: &Tx, clause: &library::LibraryClause) -> ContractClause {
    ContractClause {
        id: tx.new_id(),
        item: clause.item.clone(),
        group: clause.group.clone(),
        library: Some(clause.id.clone()),
        origin: ContractOrigin::Library,
        round: None,
        topic: None,
        text: clause.text.clone(),
    }
}

/// The item whose library clauses are likest to some words: where a text that names no chapter most likely belongs.
pub(crate) fn by_words(library: &ClauseLibrary, kind: AgreementKind, text: &str) -> String {
    let clauses = library.clauses(kind);
    let likest = clauses.iter().max_by_key(|clause| super::wording::likeness(&clause.text, text));
    likest.map(|clause| clause.item.clone()).unwrap_or_default()
}

/// Keeps a clause as it was typed. A changed clause of the library stays known as that clause.
///
/// Errors: `bad_input` at its field; `refused` once the contract is signed, but for the correction of a copy; `not_found`.
pub fn save_clause(
    tx: &Tx,
    means: Means<'_>,
    input: &SaveContractClause,
) -> Result<ContractClauseId, Problem> {
    let (head, correction) = copied::mended(tx, means, input.agreement, &input.correction)?;
    check_item(means, head.kind, &input.item)?;
    let text = input.text.trim();
    if text.is_empty() {
        return Err(Problem::input("text", "请写这一条的文字；不要这一条了，请移除。"));
    }
    if text.chars().count() > LONGEST {
        return Err(Problem::input("text", format!("一条最多{LONGEST}个字，请分成几条。")));
    }
    if let Some(name) = blanks_of(text).into_iter().find(|name| means.library.blank(name).is_none()) {
        let message = format!("没有叫“{name}”的空；请直接写数字或者文字，或者用条款库里原有的空。");
        return Err(Problem::input("text", message));
    }
    let group = input.group.clone().filter(|group| {
        means.library.items(head.kind).is_ok_and(|kind| kind.groups.iter().any(|one| one.key == *group))
    });
    let clause = match input.id {
        Some(id) => {
            let (agreement, kept) = store::clause(tx, id)?;
            if agreement != head.id {
                return Err(Problem::missing("条合同条款"));
            }
            ContractClause { item: input.item.clone(), group, text: text.to_owned(), ..kept }
        }
        None => {
            check_room(tx, head.id, 1)?;
            ContractClause {
                id: tx.new_id(),
                item: input.item.clone(),
                group,
                library: None,
                origin: ContractOrigin::Typed,
                round: None,
                topic: None,
                text: text.to_owned(),
            }
        }
    };
    store::save_clause(tx, head.id, &clause)?;
    if let Some(note) = correction {
        keep(tx, means, &KeepContractVersion { agreement: head.id, note })?;
    }
    Ok(clause.id)
}

/// Puts a clause of the library in, with what is known filled into its blanks.
///
/// Errors: `refused` when it stands already or the contract is signed; `not_found`.
pub fn take_library(
    tx: &Tx,
    means: Means<'_>,
    input: &TakeLibraryClause,
) -> Result<ContractClauseId, Problem> {
    let head = open(tx, means, input.agreement)?;
    let known = means.library.clauses(head.kind).iter().find(|clause| clause.id == input.library);
    let clause = known.ok_or_else(|| Problem::missing("条条款库里的条款"))?;
    if store::clauses(tx, head.id)?.iter().any(|one| one.library.as_ref() == Some(&clause.id)) {
        return Err(Problem::new("refused", "这一条已经在草案里了。"));
    }
    check_room(tx, head.id, 1)?;
    let taken = of_library(tx, clause);
    store::save_clause(tx, head.id, &taken)?;
    proposals::fill_in(tx, means, &head, std::slice::from_ref(&taken))?;
    Ok(taken.id)
}

/// Puts the clauses into an order; those not named keep theirs behind them.
pub fn order(tx: &Tx, means: Means<'_>, input: &OrderContractClauses) -> Result<(), Problem> {
    let head = open(tx, means, input.agreement)?;
    let standing: Vec<ContractClauseId> = store::clauses(tx, head.id)?.iter().map(|one| one.id).collect();
    if input.clauses.iter().any(|id| !standing.contains(id)) {
        return Err(Problem::missing("条合同条款"));
    }
    let mut wanted = input.clauses.clone();
    wanted.extend(standing.into_iter().filter(|id| !input.clauses.contains(id)));
    store::order_clauses(tx, &wanted)
}

/// Removes a clause. Errors: `refused` once the contract is signed; `not_found`.
pub fn remove_clause(tx: &Tx, means: Means<'_>, id: ContractClauseId) -> Result<(), Problem> {
    let (agreement, _) = store::clause(tx, id)?;
    open(tx, means, agreement)?;
    store::remove_clause(tx, id)
}

/// Fills a blank, or empties it. The two days of the term are the agreement's own and are kept there.
///
/// Errors: `bad_input` at `value`; `refused` once the contract is signed, but for what was left open of a party and for the correction
/// of a copy; `not_found`.
pub fn fill(tx: &Tx, means: Means<'_>, input: &FillContractBlank) -> Result<(), Problem> {
    let filled = |head: &Head| Ok::<_, Problem>(store::values_and_term(tx, head)?.contains_key(&input.name));
    // Who signs and where they sit is filled in until it is signed, and afterwards where it was left open; all else was passed as it
    // stands. What was filled in afterwards may be put right, but is not left open again.
    let mut head = agreements::head(tx, input.agreement)?;
    let course = course_of(tx, means.book, head.id)?;
    let clauses = store::clauses(tx, head.id)?;
    let typed = input.value.as_deref().map(str::trim).filter(|value| !value.is_empty());
    let party = means.library.blank(&input.name).is_some_and(|blank| blank.party);
    let again = || -> Result<bool, Problem> {
        Ok(party && typed.is_some() && copied::is_filled_since(tx, &course, (head.id, input.name.as_str()))?)
    };
    let free = whole::is_of_signature(tx, &course, &input.name, &clauses)? && (!filled(&head)? || again()?);
    let mut correction = None;
    if !free {
        (head, correction) = copied::mended(tx, means, head.id, &input.correction)?;
    }
    let blank = means.library.blank(&input.name).ok_or_else(|| Problem::missing("个空"))?;
    let stands = blank.party
        || head_blanks(head.kind).contains(&input.name.as_str())
        || clauses.iter().any(|one| blanks_of(&one.text).contains(&input.name.as_str()));
    if typed.is_some() && !stands {
        let message = format!(
            "合同文本里没有“{}”这个空，填了也印不出来。请先从条款库放进有这个空的条款，或者直接改条款的文字。",
            input.name
        );
        return Err(Problem::new("refused", message).at("name"));
    }
    let value = typed.map(|typed| values::kept(blank, typed)).transpose()?;
    let done = match TERM.iter().position(|name| *name == input.name) {
        Some(at) => {
            let (day, stood) = (value.as_deref().and_then(|day| day.parse().ok()), head.clone());
            if at == 0 {
                head.term_from = day;
            } else {
                head.term_to = day;
            }
            match correction {
                Some(_) => copied::date(tx, means, &stood, &head),
                None => agreements::save(tx, &head),
            }
        }
        None => {
            let shown = value.as_deref().map(|value| values::shown(blank.kind, value));
            store::fill(tx, head.id, &input.name, value.as_deref().zip(shown.as_deref()))
        }
    };
    match correction {
        Some(note) => done.and_then(|()| copied::keep_corrected(tx, means, &head, &note)),
        None => done,
    }
}

/// Keeps the draft as it stands as the next version.
///
/// Errors: `refused` when there is no draft, or nothing changed since the last version.
pub fn keep(tx: &Tx, means: Means<'_>, input: &KeepContractVersion) -> Result<ContractVersionId, Problem> {
    let head = agreements::head(tx, input.agreement)?;
    let note = input.note.trim();
    if note.is_empty() || note.chars().count() > 60 {
        return Err(Problem::input(
            "note",
            "请写这一稿的名称，例如“第二轮会后”“送职代会审议”，不超过60个字。",
        ));
    }
    let now = view::as_kept(tx, means, &head)?;
    if now.is_empty() {
        return Err(Problem::new("refused", "还没有草案，没有可以留存的文字。"));
    }
    let newest =
        store::versions(tx, head.id)?.into_iter().find(|one| one.source == ContractVersionSource::Draft);
    if let Some(newest) = newest {
        let texts = |all: &[(Option<String>, KeptClause)]| -> Vec<(String, String)> {
            all.iter().map(|(_, one)| (one.chapter.clone(), one.text.clone())).collect()
        };
        if texts(&store::kept(tx, newest.id)?) == texts(&now) {
            let message = format!("与第{}稿相比没有改动，不用再留存。", newest.number);
            return Err(Problem::new("refused", message));
        }
    }
    let source = ContractVersionSource::Draft;
    let new = store::NewVersion { agreement: head.id, source, note, kept_on: tx.today(), clauses: &now };
    store::insert_version(tx, &new)
}

/// Keeps an earlier year's contract as it was pasted.
///
/// Errors: `bad_input` when nothing can be read in it.
pub fn paste(tx: &Tx, means: Means<'_>, input: &PasteContract) -> Result<ContractVersionId, Problem> {
    let head = agreements::head(tx, input.agreement)?;
    let note = input.note.trim();
    if note.is_empty() || note.chars().count() > 60 {
        return Err(Problem::input("note", "请写这是哪一年的合同，例如“2025年度工资专项集体合同”。"));
    }
    if input.text.chars().count() > LONGEST * MOST / 4 {
        return Err(Problem::input("text", "粘贴的文字太长了，请只粘贴合同正文。"));
    }
    let kind = means.library.items(head.kind)?;
    let clauses: Vec<(Option<String>, KeptClause)> = paste::read(&input.text, "正文")
        .into_iter()
        .map(|clause| {
            let titled = kind.items.iter().find(|item| clause.chapter.contains(&item.title));
            (titled.map(|item| item.key.clone()), clause)
        })
        .collect();
    if clauses.is_empty() {
        return Err(Problem::input("text", "没有读到条款，请粘贴上年合同的正文。"));
    }
    if clauses.len() > MOST {
        return Err(Problem::input(
            "text",
            format!("读到{}条，超过{MOST}条，请只粘贴合同正文。", clauses.len()),
        ));
    }
    let source = ContractVersionSource::Pasted;
    let new = store::NewVersion { agreement: head.id, source, note, kept_on: tx.today(), clauses: &clauses };
    store::insert_version(tx, &new)
}

/// Removes a pasted contract. Errors: `refused` for a version of the draft; `not_found`.
pub fn remove_version(tx: &Tx, id: ContractVersionId) -> Result<(), Problem> {
    if store::version(tx, id)?.source == ContractVersionSource::Draft {
        return Err(Problem::new("refused", "留存的稿子不能移除，它说明合同是怎样改成的。"));
    }
    store::remove_version(tx, id)
}
