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
mod overtime;
pub(super) mod term;
mod twice;

pub use looked::{LocalMinimum, Looked};

use std::collections::BTreeMap;

use super::library::blanks_of;
use super::model::{ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity};
use super::values::{long_day, yuan};
use crate::Problem;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::levels::rules::name;
use looked::finding;

/// Everything found, the gravest first and then in the order of the contract.
pub fn look(draft: &Looked<'_>) -> Result<Vec<ContractFinding>, Problem> {
    let mut found = items::missing(draft)?;
    found.extend(items::left_out(draft));
    found.extend(open_blanks(draft));
    found.extend(term::range(draft));
    found.extend(term::second(draft));
    found.extend(facts::contradictions(draft));
    found.extend(facts::head_table(draft));
    found.extend(facts::averages(draft));
    found.extend(minimum(draft));
    found.extend(bounds::blanks(draft));
    found.extend(bounds::plain(draft));
    found.extend(overtime::rates(draft));
    found.extend(against::law(draft));
    found.extend(copies::enough(draft));
    found.extend(grades::order(draft));
    found.extend(attached::parts(draft));
    found.extend(twice::same(draft));
    found.extend(vague(draft));
    found.sort_by_key(|one| (one.severity, one.number.unwrap_or_default()));
    Ok(found)
}

/// The rule that the draft is passed by the congress, as a whole.
const PASSED: &str = "negotiation.congress.required";

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
                    "把空填上；双方还没有谈定的，先把这一条拿下来。",
                )
                // What is filled in after the vote was not passed.
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

/// Sums under the local minimum, and a local minimum that is not the ledger's.
fn minimum(draft: &Looked<'_>) -> Vec<ContractFinding> {
    if !matches!(draft.kind, AgreementKind::Wage | AgreementKind::Collective) {
        return Vec::new();
    }
    let article = draft.law.rule("negotiation.minimum_wage_floor").map(|rule| rule.short);
    let Some(minimum) = draft.minimum else {
        return vec![
            finding(
                ContractFindingKind::MinimumUnknown,
                ContractSeverity::Hint,
                "账本里没有登记当地现行的月最低工资标准，工资数额没有核对。",
                "在“工资数据”的参考数里登记当地最低工资标准和执行日期。",
            )
            .by(article),
        ];
    };
    // What the sum of a contract is laid beside: a wage without overtime, as the figures of wage data are.
    let basis = draft.law.rule("negotiation.minimum_wage_basis").map_or_else(String::new, |rule| {
        format!("加班工资和中班、夜班、高温等津贴不算在里面（{}）。", rule.short)
    });
    let known = format!("当地月最低工资标准{}元（自{}起执行）", yuan(minimum.fen.0), long_day(minimum.from));
    let mut found = Vec::new();
    let told = facts::told(draft, &draft.library.words.facts);
    let of =
        |blank: &str| -> Vec<&facts::Told> { told.iter().filter(|one| one.fact.blank == blank).collect() };
    let floors = facts::told(draft, &draft.library.words.floors);
    let lowest = of("企业最低月工资").into_iter().chain(&floors);
    for one in lowest.filter(|one| !reaches(draft, one.value, minimum.fen.0)) {
        let name = &one.fact.name;
        found.push(
            finding(
                ContractFindingKind::UnderMinimum,
                ContractSeverity::Must,
                format!("第{}条的{name}{}，低于{known}。", one.number, one.words),
                format!("改为不低于{}元。{basis}", yuan(minimum.fen.0)),
            )
            .by(article.clone())
            .at(one.clause, one.number),
        );
    }
    for one in of("当地最低月工资").into_iter().filter(|one| one.value != minimum.fen.0) {
        found.push(
            finding(
                ContractFindingKind::MinimumOutdated,
                ContractSeverity::Should,
                format!("第{}条写的当地最低工资是{}，账本里登记的是{known}。", one.number, one.words),
                "核对哪一个是现行标准，改正写错的那一个。",
            )
            .at(one.clause, one.number),
        );
    }
    let table = if draft.is_attached() { draft.levels } else { &[] };
    for level in table.iter().filter(|one| !reaches(draft, one.from.0, minimum.fen.0)) {
        found.push(
            finding(
                ContractFindingKind::UnderMinimum,
                ContractSeverity::Must,
                format!("附件工资水平表里{}的最低数{}元，低于{known}。", name(level), yuan(level.from.0)),
                format!("在工资水平表里改为不低于{}元。", yuan(minimum.fen.0)),
            )
            .by(article.clone()),
        );
    }
    found
}

/// Whether a sum reaches the local minimum as the law of the place counts it.
fn reaches(draft: &Looked<'_>, fen: i64, minimum: i64) -> bool {
    let rule = draft.law.book.quantity("negotiation.minimum_wage_floor", draft.law.place, draft.law.on);
    match (rule, u32::try_from(fen), u32::try_from(minimum)) {
        (Ok((quantity, _)), Ok(fen), Ok(minimum)) => quantity.allows(fen, minimum),
        _ => fen >= minimum,
    }
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
