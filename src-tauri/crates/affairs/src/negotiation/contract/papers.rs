//! Filling the contract itself from its draft: the wage contract, and the collective, women's and safety contracts. The clauses are the
//! draft's; codes, term and the lowest wage beside the local minimum come from the ledger. How it looks stands in the templates.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;

use super::means::Means;
use super::model::ContractSeverity;
use super::values::Values;
use super::{store, view};
use crate::Problem;
use crate::negotiation::agreement::affair::{course_of, votes_of_line};
use crate::negotiation::agreement::model::{AgreementId, AgreementKind};
use crate::negotiation::agreement::store::{self as agreements, Head};
use crate::negotiation::levels;
use crate::negotiation::levels::papers::LevelOnPaper;
use crate::negotiation::names;
use crate::negotiation::papers::signature::{Chief, Chiefs, Signature, chiefs_of, vote_of};
use crate::negotiation::rules::{self, Law};
use crate::negotiation::store as talks;
use crate::office::model::{Filled, PaperLine};
use crate::pay::model::{PayReference, PayReferenceKind};
use crate::pay::{place, store as pay};

/// 工资专项集体合同, made from an agreement.
pub const WAGE: &str = "negotiation.wageContract";
/// 集体合同, 女职工 and 劳动安全卫生专项集体合同, made from an agreement.
pub const SPECIAL: &str = "negotiation.contract";

/// A party of the contract.
#[derive(Debug, Clone, Serialize)]
struct Party {
    name: String,
    code: String,
    representative: String,
    address: Option<String>,
    phone: Option<String>,
}

/// What the congress said.
#[derive(Debug, Clone, Serialize)]
struct CongressOnPaper {
    name: String,
    held_on: NaiveDate,
    of_delegates: bool,
    due: u32,
    present: u32,
    #[serde(rename = "for")]
    votes_for: u32,
    against: u32,
    abstain: u32,
}

#[derive(Debug, Clone, Serialize)]
struct Term {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

#[derive(Debug, Clone, Serialize)]
struct LocalMinimumOnPaper {
    fen: Option<i64>,
    from: Option<NaiveDate>,
    area: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct ChapterOnPaper {
    title: String,
    articles: Vec<String>,
}

/// `negotiation/wage-contract` and `negotiation/special-contract`; the latter leaves out what is about wages.
#[derive(Debug, Clone, Serialize)]
struct ContractPaper {
    paper_name: String,
    enterprise: Party,
    union: Party,
    chiefs: Chiefs,
    year: i32,
    legal_basis: Vec<String>,
    congress: Option<CongressOnPaper>,
    term: Term,
    signed_on: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lowest: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    local_minimum: Option<LocalMinimumOnPaper>,
    chapters: Vec<ChapterOnPaper>,
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<Vec<LevelOnPaper>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level_notes: Option<Vec<String>>,
}

/// The kind of paper of a kind of contract.
pub fn kind_of(kind: AgreementKind) -> &'static str {
    if kind == AgreementKind::Wage { WAGE } else { SPECIAL }
}

/// Whether a paper is one of these.
pub fn is_ours(kind: &str) -> bool {
    [WAGE, SPECIAL].contains(&kind)
}

/// The contracts that have a draft.
pub fn list(connection: &Connection, means: Means<'_>, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for talk in talks::heads(connection)? {
        for head in agreements::heads(connection, talk.id)? {
            if store::clauses(connection, head.id)?.is_empty() {
                continue;
            }
            let kind = kind_of(head.kind);
            lines.push(PaperLine {
                kind: kind.to_owned(),
                of: head.id.to_string(),
                title: head.title.clone(),
                affair: talk.title.clone(),
                dated: None,
                missing: fill(connection, means, kind, &head.id.to_string(), today)?.missing,
                issued: Vec::new(),
                made_by: None,
            });
        }
    }
    Ok(lines)
}

/// The address and the telephone typed in one line; the last word of digits is the telephone.
pub(in crate::negotiation) fn address(typed: Option<&String>) -> (Option<String>, Option<String>) {
    let Some(typed) = typed else { return (None, None) };
    match typed.rsplit_once([' ', '　', '，', ',', '；']) {
        Some((address, phone)) if phone.chars().filter(char::is_ascii_digit).count() >= 7 => {
            (Some(address.trim().to_owned()), Some(phone.trim().to_owned()))
        }
        _ => (Some(typed.clone()), None),
    }
}

/// What the contract is called and which instruments it rests on, in the order of rank.
fn legal_basis(law: Law<'_>, kind: AgreementKind) -> Vec<String> {
    let subjects: &[&str] = match kind {
        AgreementKind::Wage => &["negotiation.minimum_wage_floor", "negotiation.content"],
        AgreementKind::Collective => &[
            "negotiation.collective",
            "negotiation.collective.party",
            "negotiation.minimum_wage_floor",
            "negotiation.term.maximum",
        ],
        AgreementKind::Women => &["negotiation.special_contracts", "safety.women.maternity"],
        AgreementKind::Safety => &["negotiation.special_contracts", "safety.oversight", "disease.exam"],
    };
    let mut basis: Vec<String> = Vec::new();
    for rule in subjects.iter().filter_map(|subject| law.rule(subject)) {
        let name = format!("《{}》", rule.instrument);
        if !basis.contains(&name) {
            basis.push(name);
        }
    }
    basis
}

/// The vote on which the contract stands.
fn congress(
    connection: &Connection,
    means: Means<'_>,
    head: &Head,
    (place, signed_on): (&law::Place, Option<NaiveDate>),
) -> Result<Option<CongressOnPaper>, Problem> {
    let votes = votes_of_line(connection, means.book, place, head)?;
    Ok(vote_of(votes, signed_on).map(|vote| CongressOnPaper {
        name: vote.session.name,
        held_on: vote.session.held_on,
        of_delegates: vote.session.form.of_delegates(),
        due: vote.session.due,
        present: vote.session.present,
        votes_for: vote.ballot.votes_for,
        against: vote.ballot.votes_against,
        abstain: vote.ballot.abstained,
    }))
}

fn blank(value: &str) -> bool {
    value.trim().is_empty()
}

/// Fills the contract of an agreement. Errors: `not_found`.
pub fn fill(
    connection: &Connection,
    means: Means<'_>,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Filled, Problem> {
    let id = of.parse::<AgreementId>().map_err(|_| Problem::missing("份集体合同"))?;
    let signature = Signature::of(connection, &course_of(connection, means.book, id)?)?;
    let signed_on = signature.as_ref().map(Signature::on);
    // What is signed reads by the law of that day, whenever it is printed.
    let on = signed_on.unwrap_or(today);
    let draft = view::draft(connection, means, id, on)?;
    let head = agreements::head(connection, id)?;
    let talk = talks::head(connection, head.negotiation)?;
    let values = store::values_and_term(connection, &head)?;
    // A text on wages alone is no basis of the other contracts.
    let law = Law { book: means.book.scoped(head.kind.code()), place: &talk.place, on };
    let record = names::of_agreement(connection, id)?;
    let code = names::employer_code(connection, id)?;
    let chiefs = chiefs_of(connection, signature.as_ref(), head.negotiation)?;
    let congress = congress(connection, means, &head, (&talk.place, signed_on))?;
    let wages = head.kind == AgreementKind::Wage;
    let attached = draft.chapters.iter().flat_map(|chapter| &chapter.clauses);
    let attached = attached.into_iter().any(|one| one.clause.text.contains(levels::TABLE));
    let local_minimum = if wages { Some(local_minimum(connection, &values)?) } else { None };
    let rows = if attached { levels::store::levels(connection, head.negotiation)? } else { Vec::new() };
    let context = ContractPaper {
        paper_name: rules::contract_name(law, head.kind),
        enterprise: party(record.employer.clone(), code.unwrap_or_default(), &values, "企业"),
        union: party(record.name.clone(), record.credit_code.clone(), &values, "工会"),
        year: talk.year,
        legal_basis: legal_basis(law, head.kind),
        congress,
        term: Term { from: head.term_from, to: head.term_to },
        signed_on,
        lowest: wages.then(|| number(&values, "企业最低月工资")),
        local_minimum,
        chapters: draft
            .chapters
            .iter()
            .filter(|chapter| !chapter.clauses.is_empty())
            .map(|chapter| ChapterOnPaper {
                title: chapter.title.clone(),
                articles: chapter.clauses.iter().map(|one| one.filled.clone()).collect(),
            })
            .collect(),
        level_notes: wages.then(|| levels::papers::notes(&rows)),
        levels: wages.then(|| rows.iter().map(LevelOnPaper::of).collect()),
        chiefs,
    };
    let must = draft.findings.iter().filter(|one| one.severity == ContractSeverity::Must).count();
    let missing = lacking(&context, wages, must);
    let template = if wages { "negotiation/wage-contract" } else { "negotiation/special-contract" };
    let filled = Filled::new(template, of.to_owned(), head.title.clone(), missing, &context)?;
    crate::office::standing(connection, kind, filled)
}

/// The local minimum as the contract names it. Where it holds is known of a figure that was registered with this sum from this day:
/// within one province several hold, and the union's own province is no name for it.
fn local_minimum(connection: &Connection, values: &Values) -> Result<LocalMinimumOnPaper, Problem> {
    let fen = number(values, "当地最低月工资");
    let from: Option<NaiveDate> = values.get("当地标准执行日").and_then(|day| day.parse().ok());
    let is_it = |one: &PayReference| {
        one.kind == PayReferenceKind::Minimum
            && Some(one.value) == fen
            && one.period.parse::<NaiveDate>().ok() == from
    };
    let held: Vec<PayReference> = pay::references(connection)?.into_iter().filter(is_it).collect();
    let area = place::own(&held, &place::names(connection)?).first().map(|one| one.region.clone());
    Ok(LocalMinimumOnPaper { fen, from, area })
}

fn number(values: &Values, name: &str) -> Option<i64> {
    values.get(name).and_then(|value| value.parse().ok())
}

fn party(name: String, code: String, values: &Values, side: &str) -> Party {
    let (address, phone) = address(values.get(&format!("{side}地址和电话")));
    let representative = values.get(&format!("{side}法定代表人")).cloned().unwrap_or_default();
    Party { name, code, representative, address, phone }
}

/// What the contract lacks before it may be issued.
fn lacking(paper: &ContractPaper, wages: bool, must: usize) -> Vec<String> {
    let chief = |one: &Chief| blank(&one.name);
    let minimum = paper.local_minimum.as_ref();
    let facts = [
        (blank(&paper.enterprise.code), "企业的统一社会信用代码"),
        (blank(&paper.enterprise.representative), "企业的法定代表人"),
        (blank(&paper.union.code), "工会的统一社会信用代码"),
        (blank(&paper.union.representative), "工会的法定代表人"),
        (chief(&paper.chiefs.workers), "职工方首席代表"),
        (chief(&paper.chiefs.employer), "企业方首席代表"),
        (paper.term.from.is_none(), "合同期限的起日"),
        (paper.term.to.is_none(), "合同期限的止日"),
        (wages && paper.lowest.flatten().is_none(), "企业最低工资标准"),
        (wages && minimum.is_none_or(|one| one.fen.is_none()), "所在地最低工资标准"),
        (wages && minimum.is_none_or(|one| one.from.is_none()), "所在地最低工资标准的执行日期"),
        (paper.congress.is_none(), "职工代表大会的审议通过"),
        (paper.chapters.is_empty(), "合同条款"),
    ];
    let mut missing: Vec<String> =
        facts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect();
    if must > 0 {
        missing.push(format!("草案里{must}处必须改正的内容"));
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_and_its_telephone_are_told_apart() {
        let told = |typed: &str| address(Some(&typed.to_owned()));
        let both = (Some("云岭路8号".to_owned()), Some("0791-80000100".to_owned()));
        assert_eq!(told("云岭路8号 0791-80000100"), both);
        assert_eq!(told("云岭路8号，0791-80000100"), both);
        assert_eq!(told("云岭路8号 3栋"), (Some("云岭路8号 3栋".to_owned()), None));
        assert_eq!(address(None), (None, None));
    }
}
