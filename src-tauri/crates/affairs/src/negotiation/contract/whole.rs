//! The text that the congress is asked to pass is whole: what is voted on is what is signed, so that nothing may be left to write or
//! to mend but the facts of the signature itself. A vote of before, entered with its reason, is as it was.

use ledger::Tx;
use rusqlite::Connection;

use super::library::blanks_of;
use super::means::{EMPLOYER_HEAD, PARTY, UNION_HEAD, head_blanks};
use super::model::{ContractClause, ContractSeverity};
use super::{Means, TERM, store, view};
use crate::Problem;
use crate::congress;
use crate::negotiation::agreement::affair::{course_of, is_of_paper};
use crate::negotiation::agreement::course::{Course, What};
use crate::negotiation::agreement::model::{AgreementId, SaveAgreementVote};
use crate::negotiation::agreement::store::Head;
use crate::office::text;

/// The blanks of a text that nobody has filled, in its order; then those that its head table prints though no clause holds them. The
/// two days of the term are told by the signature at the latest.
pub(in crate::negotiation) fn left_open(
    connection: &Connection,
    head: &Head,
) -> Result<Vec<String>, Problem> {
    let values = store::values_and_term(connection, head)?;
    let clauses = store::clauses(connection, head.id)?;
    // Without a text nothing is printed from it.
    let printed = head_blanks(head.kind).iter().copied().filter(|name| !TERM.contains(name));
    let printed = printed.filter(|_| !clauses.is_empty());
    let mut open: Vec<String> = Vec::new();
    for name in clauses.iter().flat_map(|clause| blanks_of(&clause.text)).chain(printed) {
        if !values.contains_key(name) && !open.iter().any(|one| one == name) {
            open.push(name.to_owned());
        }
    }
    Ok(open)
}

/// Who stands for a party in law and nobody has named yet, by the blank: the head table prints it, and no contract is issued without
/// it. Nobody is asked for where there is no text.
pub(in crate::negotiation) fn unnamed(
    connection: &Connection,
    head: &Head,
) -> Result<Vec<&'static str>, Problem> {
    if store::clauses(connection, head.id)?.is_empty() {
        return Ok(Vec::new());
    }
    let values = store::values(connection, head.id)?;
    Ok([EMPLOYER_HEAD, UNION_HEAD].into_iter().filter(|name| !values.contains_key(*name)).collect())
}

/// The agreements that a session votes on for the first time, with their place in it: what is only corrected was put to the vote as
/// it stood.
pub fn newly_voted(
    connection: &Connection,
    input: &SaveAgreementVote,
) -> Result<Vec<(usize, AgreementId)>, Problem> {
    let stood: Vec<AgreementId> = match input.session.id {
        Some(id) => {
            let votes = congress::store::votes(connection, id)?;
            votes.into_iter().filter_map(|vote| vote.agreement.map(AgreementId::from)).collect()
        }
        None => Vec::new(),
    };
    let all = input.votes.iter().enumerate().map(|(at, vote)| (at, vote.agreement));
    Ok(all.filter(|(_, agreement)| !stood.contains(agreement)).collect())
}

/// Refuses a vote on a text in which a blank is open or something else must be mended, unless it is entered late with its reason.
///
/// Errors: `refused` at the agreement's place in the vote; `not_found`.
pub fn check_voted(
    tx: &Tx,
    means: Means<'_>,
    input: &SaveAgreementVote,
    newly: &[(usize, AgreementId)],
) -> Result<(), Problem> {
    if text(&input.session.late_entry).is_some() {
        return Ok(());
    }
    for (at, agreement) in newly {
        if course_of(tx, means.book, *agreement)?.is_of_papers(input.session.held_on) {
            continue;
        }
        let draft = view::draft(tx, means, *agreement, tx.today())?;
        let must: Vec<_> =
            draft.findings.iter().filter(|one| one.severity == ContractSeverity::Must).collect();
        let Some(first) = must.first() else { continue };
        let message = format!(
            "{}的文本里还有{}处必须改正，例如：{}表决的应当是完整的文本，请先在合同文本里改好再登记表决；纸面上早已表决的，请写明补录的理由。",
            draft.title,
            must.len(),
            first.message
        );
        let problem = Problem::new("refused", message).at(&format!("votes.{at}"));
        return Err(Problem { rule: first.article.clone(), ..problem });
    }
    Ok(())
}

/// Whether a blank tells of a party and stands in none of these clauses: who it is and where it sits says nothing of the terms.
pub(in crate::negotiation) fn is_of_party<'a>(
    name: &str,
    clauses: impl IntoIterator<Item = &'a str>,
) -> bool {
    PARTY.contains(&name) && !clauses.into_iter().any(|text| blanks_of(text).contains(&name))
}

/// Whether a blank may be filled though the congress has passed the text: a fact of the signature, or of a text whose vote was
/// entered late from the start. Once it is signed, only what was left open of a party and stands in no clause.
pub(super) fn is_of_signature(
    connection: &Connection,
    course: &Course,
    name: &str,
    clauses: &[ContractClause],
) -> Result<bool, Problem> {
    if course.is_signed() {
        return Ok(is_of_party(name, clauses.iter().map(|one| one.text.as_str())));
    }
    let late = match course.last(What::Vote(true)) {
        Some(vote) => course.is_of_papers(vote.on) || is_of_paper(connection, vote)?,
        None => course.late,
    };
    Ok(PARTY.contains(&name) || late || TERM.contains(&name))
}
