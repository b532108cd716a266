//! Filling the table of pay levels by trade and skill grade, by itself and as the contract's attachment.

use chrono::NaiveDate;
use law::LawBook;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{SkillPayForm, SkillPayLevel};
use super::{rules, store};
use crate::Problem;
use crate::negotiation::agreement::affair::course_of;
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::agreement::store as agreements;
use crate::negotiation::model::NegotiationId;
use crate::negotiation::names;
use crate::negotiation::papers::signature::{Chiefs, Signature, chiefs_of};
use crate::negotiation::store as talks;
use crate::office;
use crate::office::model::{Filled, PaperLine};

/// 工种和技能等级工资水平表, made from a negotiation.
pub const LEVELS: &str = "negotiation.payLevels";

/// A level as a table prints it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LevelOnPaper {
    trade: String,
    grade: &'static str,
    from: i64,
    to: i64,
    allowance: Option<i64>,
    people: Option<u32>,
}

impl LevelOnPaper {
    pub(crate) fn of(level: &SkillPayLevel) -> Self {
        LevelOnPaper {
            trade: level.trade.clone(),
            grade: level.grade.label(),
            from: level.from.0,
            to: level.to.0,
            allowance: level.allowance.map(|sum| sum.0),
            people: level.people,
        }
    }
}

/// The notes under the table, each with the level it is about.
pub(crate) fn notes(levels: &[SkillPayLevel]) -> Vec<String> {
    let noted = levels.iter().filter_map(|level| level.note.as_ref().map(|note| (level, note)));
    noted.map(|(level, note)| format!("{}：{note}", rules::name(level))).collect()
}

#[derive(Debug, Clone, Serialize)]
struct FormOnPaper {
    kind: &'static str,
    who: String,
    people: u32,
    terms: String,
    since: Option<NaiveDate>,
}

impl FormOnPaper {
    fn of(form: SkillPayForm) -> Self {
        FormOnPaper {
            kind: form.kind.label(),
            who: form.who,
            people: form.people,
            terms: form.terms,
            since: form.since,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct Body {
    name: String,
}

/// `negotiation/pay-levels`.
#[derive(Debug, Clone, Serialize)]
struct LevelsPaper {
    enterprise: Body,
    union: Body,
    chiefs: Chiefs,
    year: i32,
    levels: Vec<LevelOnPaper>,
    level_notes: Vec<String>,
    forms: Vec<FormOnPaper>,
}

/// The tables that are kept.
pub fn list(connection: &Connection, book: &LawBook) -> Result<Vec<PaperLine>, Problem> {
    let mut lines = Vec::new();
    for head in talks::heads(connection)? {
        if store::levels(connection, head.id)?.is_empty() {
            continue;
        }
        lines.push(PaperLine {
            kind: LEVELS.to_owned(),
            of: head.id.to_string(),
            title: super::TABLE.to_owned(),
            affair: head.title.clone(),
            dated: None,
            missing: fill(connection, book, &head.id.to_string())?.missing,
            issued: Vec::new(),
            made_by: None,
        });
    }
    Ok(lines)
}

/// Who signs the table: it is signed with the wage contract.
fn signers(connection: &Connection, book: &LawBook, id: NegotiationId) -> Result<Chiefs, Problem> {
    let heads = agreements::heads(connection, id)?;
    let signature = match heads.into_iter().find(|head| head.kind == AgreementKind::Wage) {
        Some(wage) => Signature::of(connection, &course_of(connection, book, wage.id)?)?,
        None => None,
    };
    chiefs_of(connection, signature.as_ref(), id)
}

/// Fills the table of a round of talks. Errors: `not_found`.
pub fn fill(connection: &Connection, book: &LawBook, of: &str) -> Result<Filled, Problem> {
    let id = of.parse::<NegotiationId>().map_err(|_| Problem::missing("项协商"))?;
    let head = talks::head(connection, id)?;
    let levels = store::levels(connection, id)?;
    let union = names::of_affair(connection, id)?;
    let context = LevelsPaper {
        enterprise: Body { name: union.employer },
        union: Body { name: union.name },
        chiefs: signers(connection, book, id)?,
        year: head.year,
        level_notes: notes(&levels),
        levels: levels.iter().map(LevelOnPaper::of).collect(),
        forms: store::forms(connection, id)?.into_iter().map(FormOnPaper::of).collect(),
    };
    let facts = [
        (context.levels.is_empty(), "工种和技能等级的工资水平"),
        (context.chiefs.workers.name.is_empty(), "职工方首席代表"),
        (context.chiefs.employer.name.is_empty(), "企业方首席代表"),
    ];
    let missing = facts.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect();
    let title = format!("{}年度{}", head.year, super::TABLE);
    let filled = Filled::new("negotiation/pay-levels", of.to_owned(), title, missing, &context)?;
    office::standing(connection, LEVELS, filled)
}
