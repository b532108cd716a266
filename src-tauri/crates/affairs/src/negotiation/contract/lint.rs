//! The look over a draft: what is missing, under the minimum or the law, out of its term, vague, left blank, or said twice, alike or
//! differently. Each finding names the clause, the article and one way out. It forbids nothing: a draft is a draft. What holds back
//! an ordinary signature rests on an article that says must; what is read out of words, or is a matter of style, is advice.

mod against;
mod attached;
mod bounds;
pub(in crate::negotiation) mod copies;
mod facts;
mod grades;
mod items;
pub(super) mod looked;
mod minimum;
mod overtime;
mod quota;
mod share;
pub(super) mod term;
mod twice;

pub use looked::{LocalMinimum, Looked};

use std::collections::BTreeMap;

use super::library::blanks_of;
use super::means::{TERM, head_blanks};
use super::model::{ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity};
use crate::Problem;
use looked::finding;

/// Everything found, the gravest first and then in the order of the contract.
pub fn look(draft: &Looked<'_>) -> Result<Vec<ContractFinding>, Problem> {
    let mut found = items::missing(draft)?;
    found.extend(items::left_out(draft));
    found.extend(open_blanks(draft));
    found.extend(open_head(draft));
    found.extend(term::range(draft));
    found.extend(term::second(draft));
    found.extend(term::endless(draft));
    found.extend(facts::contradictions(draft));
    found.extend(facts::head_table(draft));
    found.extend(facts::averages(draft));
    found.extend(minimum::minimum(draft));
    found.extend(share::shares(draft));
    found.extend(bounds::blanks(draft));
    found.extend(bounds::plain(draft));
    found.extend(overtime::rates(draft));
    found.extend(quota::shares(draft));
    found.extend(against::law(draft));
    found.extend(copies::enough(draft));
    found.extend(grades::order(draft));
    found.extend(attached::parts(draft));
    found.extend(twice::same(draft));
    found.extend(vague(draft));
    // What two sentences of a clause say alike is told once.
    let mut once: Vec<ContractFinding> = Vec::new();
    for one in found {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once.sort_by_key(|one| (one.severity, one.number.unwrap_or_default()));
    Ok(once)
}

/// Whether an item of the kind has no clause, whoever asks for it.
pub(super) fn lacks_items(draft: &Looked<'_>) -> Result<bool, Problem> {
    let of_item = [ContractFindingKind::MissingItem, ContractFindingKind::NoBreach];
    Ok(items::missing(draft)?.iter().any(|one| of_item.contains(&one.kind)))
}

/// The rule that the draft is passed by the congress, as a whole.
const PASSED: &str = "negotiation.congress.required";
/// Why an open blank rests on that rule.
const AFTERWARDS: &str = "草案要整份提交职工代表大会或者全体职工讨论，表决以后才填的内容没有讨论过。";

/// What is not filled in: blanks, and lines or crosses that seem to stand for something.
fn open_blanks(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        let open: Vec<&str> = blanks_of(&filled);
        if let Some(first) = open.first() {
            found.push(
                finding(
                    ContractFindingKind::BlankOpen,
                    ContractSeverity::Must,
                    format!("第{number}条还有空没有填：{}。", open.join("、")),
                    format!("把空填上；双方还没有谈定的，先把这一条拿下来。{AFTERWARDS}"),
                )
                .by(draft.article(Some(PASSED), None))
                .mended(ContractRemedy::Fill { blank: (*first).to_owned() })
                .at(clause.id, number),
            );
        } else if ["__", "＿", "××", "XX", "【】"].iter().any(|mark| filled.contains(mark)) {
            found.push(
                finding(
                    ContractFindingKind::BlankOpen,
                    ContractSeverity::Should,
                    format!("第{number}条里还有用横线或者叉号留着的空。"),
                    "写上数字或者文字。",
                )
                .at(clause.id, number),
            );
        }
    }
    found
}

/// What the head table prints and no clause holds, left open; the two days of the term are told by the signature at the latest.
fn open_head(draft: &Looked<'_>) -> Option<ContractFinding> {
    let printed = head_blanks(draft.kind).iter().filter(|name| !TERM.contains(name));
    let open: Vec<&str> = printed
        .copied()
        .filter(|name| draft.holder(name).is_none() && !draft.values.contains_key(*name))
        .collect();
    let first = open.first()?;
    let message = format!("首页表格还有空没有填：{}。", open.join("、"));
    let one = finding(
        ContractFindingKind::BlankOpen,
        ContractSeverity::Must,
        message,
        format!("把空填上；首页表格不管条款里写没写，都要印这几项。{AFTERWARDS}"),
    );
    let fill = ContractRemedy::Fill { blank: (*first).to_owned() };
    Some(one.by(draft.article(Some(PASSED), None)).mended(fill))
}

fn vague(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for vague in &draft.library.words.vagues {
            let well = vague.but.iter().fold(filled.clone(), |text, longer| text.replace(longer, ""));
            if well.contains(&vague.word) {
                let message = format!("第{number}条用了“{}”，执行时说不清。", vague.word);
                found.push(
                    finding(
                        ContractFindingKind::Vague,
                        ContractSeverity::Should,
                        message,
                        format!("{}。", vague.instead),
                    )
                    .at(clause.id, number),
                );
            }
        }
    }
    found
}

/// How many findings there are of each severity.
pub fn counts(findings: &[ContractFinding]) -> BTreeMap<ContractSeverity, usize> {
    let mut counts = BTreeMap::new();
    for one in findings {
        *counts.entry(one.severity).or_insert(0) += 1;
    }
    counts
}

#[cfg(test)]
#[path = "lint_tests.rs"]
mod tests;
