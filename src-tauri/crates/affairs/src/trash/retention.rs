//! How long removed records are kept before they may be erased: what the law asks for and what the chair has
//! set, the later day of both. What erasing does is `purge`.

use chrono::{DateTime, Months, NaiveDate};
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::TrashKind;
use super::kinds::{KINDS, Lies, lies};
use crate::{Problem, union};

/// How long the removed records of a kind are kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// Which records.
    pub kind: TrashKind,
    /// Which, in words.
    pub kind_label: String,
    /// Months after the removal.
    pub months: u32,
    /// The law that asks for a time, as a person cites it; none where the law is silent.
    pub rule: Option<String>,
}

/// How long to keep the removed records of a kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRetention {
    /// Which records.
    pub kind: TrashKind,
    /// Months after the removal, 0 to 1200. A longer time in law holds all the same.
    pub months: u32,
}

/// The program's own caution where neither the law nor the chair says how long: a year, in which a removal by
/// mistake is found.
const MONTHS: u32 = 12;

/// How long each kind is kept.
pub fn retentions(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
) -> Result<Vec<Retention>, Problem> {
    let place = union::store::place(connection)?;
    KINDS
        .iter()
        .map(|lies| {
            let rule = book.applies(&format!("retention.{}", lies.code), &place, today);
            Ok(Retention {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                months: months(connection, lies)?,
                rule: rule.map(|ruling| ruling.winner.reference().short),
            })
        })
        .collect()
}

/// Keeps how long a kind is to be kept.
pub fn set_retention(tx: &Tx, set: &SetRetention) -> Result<(), Problem> {
    if set.months > 1200 {
        return Err(Problem::input("months", "保存月数请填0到1200之间的整数。"));
    }
    union::store::set_setting(tx, &setting_of(lies(set.kind)), &set.months.to_string())
}

/// The setting that keeps how long a kind is kept.
fn setting_of(lies: &Lies) -> String {
    format!("retention.{}", lies.code)
}

/// What the setting kept under this name is called.
pub(crate) fn setting_label(name: &str) -> Option<String> {
    let lies = KINDS.iter().find(|lies| setting_of(lies) == name)?;
    Some(format!("{}移除后保存的月数", lies.label))
}

fn months(connection: &Connection, lies: &Lies) -> Result<u32, Problem> {
    let kept = union::store::setting(connection, &setting_of(lies))?;
    Ok(kept.and_then(|text| text.parse().ok()).unwrap_or(MONTHS))
}

/// The first day on which a record may be erased, and how it is reckoned.
pub(super) fn purge_from(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    id: &str,
    removed_at: &str,
) -> Result<(NaiveDate, String), Problem> {
    let removed = DateTime::parse_from_rfc3339(removed_at).map_or(NaiveDate::MAX, |at| at.date_naive());
    let months = months(connection, lies)?;
    let own = removed.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    let place = union::store::place(connection)?;
    let subject = format!("retention.{}", lies.code);
    if book.applies(&subject, &place, removed).is_some() {
        let lawful = book.deadline(&subject, &place, removed)?;
        if lawful.due > own {
            return Ok((lawful.due, lawful.explanation.sentence));
        }
    }
    let day = |day: NaiveDate| day.format("%Y年%-m月%-d日").to_string();
    if let Some((held, why)) = (lies.held)(connection, id)?
        && held > own
    {
        return Ok((held, format!("{}移除，{why}，{}起可以清除。", day(removed), day(held))));
    }
    Ok((own, format!("{}移除，按设置保存{months}个月，{}起可以清除。", day(removed), day(own))))
}
