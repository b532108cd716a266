//! Sums of wages against the local minimum: that of a month, and that of an hour where people are paid by the hour. What is known to
//! the ledger is held against; where it knows none, what the contract itself calls the local minimum.

use super::facts::{Told, told};
use super::looked::{LocalMinimum, Looked, finding};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::means::head_blanks;
use crate::negotiation::contract::model::{
    ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::contract::values::{long_day, yuan};
use crate::negotiation::levels::rules::name;
use crate::pay::figures::minimum::left_out;

/// The blank of the lowest wage that the enterprise pays.
pub(super) const LOWEST: &str = "企业最低月工资";
/// The blank of the local minimum as the contract names it.
const LOCAL: &str = "当地最低月工资";

/// What a sum must reach, and how it is named.
pub(super) struct Standard {
    pub(super) fen: i64,
    pub(super) known: String,
}

/// A standard as the ledger knows it.
fn of_ledger(what: &str, minimum: &LocalMinimum) -> Standard {
    let (sum, from) = (yuan(minimum.fen.0), long_day(minimum.from));
    Standard { fen: minimum.fen.0, known: format!("当地{what}{sum}元（自{from}起执行）") }
}

/// What the contract itself calls the local minimum of a month, in its blank or in its words.
fn own(draft: &Looked<'_>, told: &[Told<'_>]) -> Option<i64> {
    let printed = draft.holder(LOCAL).is_some() || head_blanks(draft.kind).contains(&LOCAL);
    let blank = draft.values.get(LOCAL).filter(|_| printed).and_then(|value| value.parse().ok());
    blank.or_else(|| told.iter().find(|one| one.fact.blank == LOCAL).map(|one| one.value))
}

/// The standard of a month: the ledger's, or what the contract calls it where that is more or the ledger knows none.
pub(super) fn monthly(draft: &Looked<'_>, told: &[Told<'_>]) -> Option<Standard> {
    let ledgers = draft.minimum.map(|minimum| of_ledger("月最低工资标准", minimum));
    let own = own(draft, told)
        .map(|fen| Standard {
            fen, known: format!("合同自己写的当地月最低工资标准{}元", yuan(fen))
        });
    match (ledgers, own) {
        (Some(ledgers), Some(own)) if own.fen <= ledgers.fen => Some(ledgers),
        (ledgers, own) => own.or(ledgers),
    }
}

/// Sums under the local minimum, and a local minimum that is not the ledger's.
pub(super) fn minimum(draft: &Looked<'_>) -> Vec<ContractFinding> {
    if !matches!(draft.kind, AgreementKind::Wage | AgreementKind::Collective) {
        return Vec::new();
    }
    let facts = told(draft, &draft.library.words.facts);
    let article = draft.law.rule("negotiation.minimum_wage_floor").map(|rule| rule.short);
    let standard = monthly(draft, &facts);
    let mut found = Vec::new();
    if draft.minimum.is_none() {
        let checked = match &standard {
            Some(standard) => format!("工资数额只按{}核对，这个标准本身没有核对", standard.known),
            None => "工资数额没有核对".to_owned(),
        };
        found.push(
            finding(
                ContractFindingKind::MinimumUnknown,
                ContractSeverity::Hint,
                format!("账本里没有登记当地现行的月最低工资标准，{checked}。"),
                "在“工资数据”的参考数里登记当地最低工资标准和执行日期。",
            )
            .by(article.clone()),
        );
    }
    if let Some(standard) = &standard {
        found.extend(under(draft, &facts, standard, article.clone()));
    }
    found.extend(outdated(draft, &facts));
    found.extend(hourly(draft, article));
    found
}

/// What the sum of a contract is laid beside: a wage without overtime, as the figures of wage data are.
pub(super) fn basis(draft: &Looked<'_>) -> String {
    left_out(draft.law.book, draft.law.place, draft.law.on)
        .map_or_else(String::new, |law| format!("{}不算在里面（{}）。", law.less, law.short))
}

/// A sum in the words of a clause that does not reach a standard. What may be a part of the wage only is asked about.
fn short(one: &Told<'_>, standard: &Standard, basis: &str, article: Option<String>) -> ContractFinding {
    let least = yuan(standard.fen);
    let (severity, way_out) = match one.fact.part {
        true => (
            ContractSeverity::Should,
            format!(
                "写明加上其他工资项目以后，月工资不低于{least}元；它就是全部工资的，改为不低于{least}元。{basis}"
            ),
        ),
        false => (ContractSeverity::Must, format!("改为不低于{least}元。{basis}")),
    };
    let message = format!("第{}条的{}{}，低于{}。", one.number, one.fact.name, one.words, standard.known);
    finding(ContractFindingKind::UnderMinimum, severity, message, way_out).by(article).at_told(one)
}

/// Whether a sum is told as one part of a wage that reaches the standard as a whole: 月工资不低于2,500元，其中岗位工资不低于800元.
fn is_part(draft: &Looked<'_>, one: &Told<'_>, wages: &[&Told<'_>], standard: &Standard) -> bool {
    if !one.fact.named {
        return false;
    }
    let whole = |other: &&Told<'_>| {
        other.clause == one.clause && other.at < one.at && reaches(draft, other.value, standard.fen)
    };
    let Some(whole) = wages.iter().copied().filter(whole).max_by_key(|other| other.at) else { return false };
    let text = draft.numbered().find(|(_, clause, _)| clause.id == one.clause).map(|(_, _, text)| text);
    let between = text.unwrap_or_default().chars().skip(whole.at).take(one.at - whole.at).collect::<String>();
    between.contains("其中") && sentences(&between).count() == 1
}

/// Wages of a month under the standard: the lowest wage, what is paid at least to some, the attached table of levels. What is called a
/// part of a wage that reaches it is none.
fn under(
    draft: &Looked<'_>,
    facts: &[Told<'_>],
    standard: &Standard,
    article: Option<String>,
) -> Vec<ContractFinding> {
    let basis = basis(draft);
    let floors = told(draft, &draft.library.words.floors);
    let wages: Vec<&Told<'_>> = facts.iter().filter(|one| one.fact.blank == LOWEST).chain(&floors).collect();
    let mut wrong: Vec<&Told<'_>> = Vec::new();
    let short_of =
        |one: &&Told<'_>| !reaches(draft, one.value, standard.fen) && !is_part(draft, one, &wages, standard);
    for one in wages.iter().copied().filter(short_of) {
        // One sum may be read as several wages: it is told as the first of them.
        if !wrong.iter().any(|told| (told.clause, told.at) == (one.clause, one.at)) {
            wrong.push(one);
        }
    }
    let mut found: Vec<ContractFinding> =
        wrong.iter().map(|one| short(one, standard, &basis, article.clone())).collect();
    // The head table prints its blank whether a clause holds it or not.
    let head = head_blanks(draft.kind).contains(&LOWEST) && draft.holder(LOWEST).is_none();
    let printed = draft.values.get(LOWEST).filter(|_| head).and_then(|value| value.parse::<i64>().ok());
    if let Some(fen) = printed.filter(|fen| !reaches(draft, *fen, standard.fen))
        && !wrong.iter().any(|one| one.value == fen)
    {
        let message = format!("首页表格的企业最低工资标准{}元，低于{}。", yuan(fen), standard.known);
        let way_out = format!("改为不低于{}元。{basis}", yuan(standard.fen));
        found.push(
            finding(ContractFindingKind::UnderMinimum, ContractSeverity::Must, message, way_out)
                .by(article.clone())
                .mended(ContractRemedy::Fill { blank: LOWEST.to_owned() }),
        );
    }
    let table = if draft.is_attached() { draft.levels } else { &[] };
    for level in table.iter().filter(|one| !reaches(draft, one.from.0, standard.fen)) {
        found.push(
            finding(
                ContractFindingKind::UnderMinimum,
                ContractSeverity::Must,
                format!(
                    "附件工资水平表里{}的最低数{}元，低于{}。",
                    name(level),
                    yuan(level.from.0),
                    standard.known
                ),
                format!("在工资水平表里改为不低于{}元。", yuan(standard.fen)),
            )
            .by(article.clone()),
        );
    }
    found
}

/// Another local minimum in the contract than the ledger has.
fn outdated(draft: &Looked<'_>, facts: &[Told<'_>]) -> Vec<ContractFinding> {
    let Some(minimum) = draft.minimum else { return Vec::new() };
    let known = of_ledger("月最低工资标准", minimum).known;
    let other = facts.iter().filter(|one| one.fact.blank == LOCAL && one.value != minimum.fen.0);
    other
        .map(|one| {
            finding(
                ContractFindingKind::MinimumOutdated,
                ContractSeverity::Should,
                format!("第{}条写的当地最低工资是{}，账本里登记的是{known}。", one.number, one.words),
                "核对哪一个是现行标准，改正写错的那一个。",
            )
            .at_told(one)
        })
        .collect()
}

/// Wages of an hour under the minimum of an hour; where the ledger knows none, that they were not looked at.
fn hourly(draft: &Looked<'_>, article: Option<String>) -> Vec<ContractFinding> {
    let wages = told(draft, &draft.library.words.hourly);
    let Some(minimum) = draft.minimum_hour else {
        let unknown = wages.first().map(|one| {
            finding(
                ContractFindingKind::MinimumUnknown,
                ContractSeverity::Hint,
                format!(
                    "账本里没有登记当地的小时最低工资标准，第{}条的{}没有核对。",
                    one.number, one.fact.name
                ),
                "在“工资数据”的参考数里登记小时最低工资标准和执行日期。",
            )
            .by(article)
        });
        return unknown.into_iter().collect();
    };
    let standard = of_ledger("小时最低工资标准", minimum);
    let wrong = wages.iter().filter(|one| !reaches(draft, one.value, standard.fen));
    wrong.map(|one| short(one, &standard, "", article.clone())).collect()
}

/// Whether a sum reaches the local minimum as the law of the place counts it.
pub(super) fn reaches(draft: &Looked<'_>, fen: i64, minimum: i64) -> bool {
    let rule = draft.law.book.quantity("negotiation.minimum_wage_floor", draft.law.place, draft.law.on);
    match (rule, u32::try_from(fen), u32::try_from(minimum)) {
        (Ok((quantity, _)), Ok(fen), Ok(minimum)) => quantity.allows(fen, minimum),
        _ => fen >= minimum,
    }
}
