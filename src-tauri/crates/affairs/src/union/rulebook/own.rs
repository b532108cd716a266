//! Numbers agreed with the employer in the place of a rule's own (本单位约定), as the chair writes them from the contract.
//! Whether one may stand is the law book's to say.

use chrono::NaiveDate;
use law::{LawBook, OwnFault, OwnRule};
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;

ledger::id_type!(
    /// One agreed number.
    OwnRuleId
);

/// An agreed number as a form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct OwnRuleInput {
    /// Absent for a new one.
    pub id: Option<OwnRuleId>,
    /// Id of the rule whose number it replaces.
    pub of: String,
    /// The number, in that rule's unit.
    #[ts(type = "number")]
    pub quantity: i64,
    /// 写在哪份合同.
    pub contract: String,
    /// 第…条.
    pub article: String,
    /// First day it holds.
    pub from: NaiveDate,
    /// Last day it holds, where the contract sets one.
    pub to: Option<NaiveDate>,
    /// 说明.
    pub note: Option<String>,
}

impl OwnRuleInput {
    /// The form of one that is kept.
    pub fn of(rule: &OwnRule) -> Option<Self> {
        Some(OwnRuleInput {
            id: Some(rule.id.parse().ok()?),
            of: rule.of.clone(),
            quantity: rule.quantity,
            contract: rule.contract.clone(),
            article: rule.article.clone(),
            from: rule.from,
            to: rule.to,
            note: rule.note.clone(),
        })
    }

    /// As the law book takes it.
    pub fn rule(&self, id: OwnRuleId) -> OwnRule {
        OwnRule {
            id: id.to_string(),
            of: self.of.clone(),
            quantity: self.quantity,
            contract: self.contract.trim().to_owned(),
            article: article(&self.article),
            from: self.from,
            to: self.to,
            note: self.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned),
        }
    }
}

/// An article as it is cited: a bare number is 第8条.
fn article(typed: &str) -> String {
    let typed = typed.trim();
    let bare = !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit());
    if bare { format!("第{typed}条") } else { typed.to_owned() }
}

/// Refuses an agreed number that cannot stand.
///
/// Errors: `bad_input` at its field; with the rule where binding law is in its way.
pub fn check(book: &LawBook, rule: &OwnRule) -> Result<(), Problem> {
    book.check_own(rule).map_err(|OwnFault { field, message, rule }| Problem {
        rule: rule.map(|rule| rule.short),
        ..Problem::input(field, message)
    })
}

/// Keeps an agreed number, new or corrected.
///
/// Errors: those of [`check`]; `not_found`.
pub fn save(tx: &Tx, book: &LawBook, input: &OwnRuleInput) -> Result<OwnRuleId, Problem> {
    let id = input.id.unwrap_or_else(|| tx.new_id());
    let rule = input.rule(id);
    check(book, &rule)?;
    alone(tx, &rule)?;
    let values =
        params![id, rule.of, rule.quantity, rule.contract, rule.article, rule.from, rule.to, rule.note];
    if input.id.is_none() {
        tx.execute(
            "INSERT INTO own_rule (id, rule_id, quantity, contract, article, from_on, to_on, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            values,
        )?;
        return Ok(id);
    }
    let kept = tx.execute(
        "UPDATE own_rule SET rule_id = ?2, quantity = ?3, contract = ?4, article = ?5, from_on = ?6, to_on = ?7, note = ?8
         WHERE id = ?1 AND removed_at IS NULL",
        values,
    )?;
    found(kept).map(|()| id)
}

/// Refuses a second agreed number for the same rule and time.
///
/// Errors: `bad_input` at `from`, naming the other.
fn alone(connection: &Connection, rule: &OwnRule) -> Result<(), Problem> {
    let over = |end: Option<NaiveDate>, begin: NaiveDate| end.is_none_or(|end| end >= begin);
    let mut others = list(connection)?.into_iter().filter(|other| other.id != rule.id && other.of == rule.of);
    match others.find(|other| over(other.to, rule.from) && over(rule.to, other.from)) {
        None => Ok(()),
        Some(other) => {
            let message = format!(
                "这一条在这段时间已经有约定：{}{}。请更正那一条，或者把适用的日期错开。",
                other.contract, other.article
            );
            Err(Problem::input("from", message))
        }
    }
}

/// Refuses a removed agreed number in whose place another stands by now.
///
/// Errors: those of `alone`; `not_found`.
pub fn may_return(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = format!("SELECT {COLUMNS} FROM own_rule WHERE id = ?1");
    let rule = connection.prepare_cached(&sql)?.query_row([id], own_rule).optional()?;
    alone(connection, &rule.ok_or_else(|| Problem::missing("条本单位约定"))?)
}

/// All agreed numbers, as entered.
pub fn list(connection: &Connection) -> Result<Vec<OwnRule>, Problem> {
    let sql = format!("SELECT {COLUMNS} FROM live_own_rule ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map([], own_rule)?.collect::<Result<_, _>>()?)
}

const COLUMNS: &str = "id, rule_id, quantity, contract, article, from_on, to_on, note";

fn own_rule(row: &Row<'_>) -> rusqlite::Result<OwnRule> {
    Ok(OwnRule {
        id: row.get(0)?,
        of: row.get(1)?,
        quantity: row.get(2)?,
        contract: row.get(3)?,
        article: row.get(4)?,
        from: row.get(5)?,
        to: row.get(6)?,
        note: row.get(7)?,
    })
}

/// Puts an agreed number out of sight. Errors: `not_found`.
pub fn remove(tx: &Tx, id: OwnRuleId) -> Result<(), Problem> {
    let kept = tx.execute(
        "UPDATE own_rule SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
        params![id, tx.now().to_rfc3339()],
    )?;
    found(kept)
}

fn found(kept: usize) -> Result<(), Problem> {
    if kept == 1 { Ok(()) } else { Err(Problem::missing("条本单位约定")) }
}
