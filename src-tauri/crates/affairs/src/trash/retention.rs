//! How long removed records are kept before they may be erased: what the law asks for and what the chair has
//! set, the later day of both. What erasing does is `purge`.

use chrono::{Months, NaiveDate};
use law::{Confidence, LawBook, Rule, Unit};
use ledger::Tx;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::kind::TrashKind;
use super::kinds::{KINDS, lies};
use super::starts::{AWAITED, Start, start_of_taken_back};
use super::tables::Lies;
use crate::{Problem, union};

/// How long the removed records of a kind are kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// Which records.
    pub kind: TrashKind,
    /// Which, in words.
    pub kind_label: String,
    /// Months after the removal, of a paper after its issue: what is set, and never less than the law's.
    pub months: u32,
    /// What a text of law says; none where the law gives no time.
    pub law: Option<RetentionLaw>,
}

/// A time that a text of law gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RetentionLaw {
    /// 中华人民共和国劳动合同法第五十条.
    pub rule: String,
    /// Months.
    pub months: u32,
    /// Whether nothing shorter may be set; else it is a standard of others, told for comparison.
    pub binding: bool,
    /// How sure the pack is of it.
    pub confidence: Confidence,
    /// What to know of it.
    pub note: Option<String>,
}

/// How long to keep the removed records of a kind.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRetention {
    /// Which records.
    pub kind: TrashKind,
    /// Months after the removal, of a paper after its issue, from the law's time (else 0) to 1200.
    pub months: u32,
}

/// The program's own caution where neither the law nor the chair says how long: a year, in which a removal by
/// mistake is found.
const MONTHS: u32 = 12;

/// The same of the content of an issued paper, from its issue: it proves what was done, and ten years are longer than affairs and the
/// disputes about them last.
const MONTHS_OF_A_PAPER: u32 = 120;

/// What was taken back within so long stood by mistake: by the next time that the month's lists are gone through it is found. What
/// stood for longer was worked with, and taking its first step back is no way round how long it is to be kept. The program's own
/// caution, as `MONTHS`; no text of law knows an entry that was taken back.
const BRIEFLY: Months = Months::new(1);

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
            let ruling = book.applies(&subject_of(lies), &place, today);
            let law = ruling.and_then(|ruling| law_of(ruling.winner));
            let least = law.as_ref().filter(|law| law.binding).map_or(0, |law| law.months);
            Ok(Retention {
                kind: lies.kind,
                kind_label: lies.label.to_owned(),
                months: months(connection, lies)?.max(least),
                law,
            })
        })
        .collect()
}

/// Keeps how long a kind is to be kept.
///
/// Errors: `bad_input`; `refused` where a text of law asks for longer.
pub fn set_retention(tx: &Tx, book: &LawBook, set: &SetRetention) -> Result<(), Problem> {
    if set.months > 1200 {
        return Err(Problem::input("months", "保存月数请填0到1200之间的整数。"));
    }
    let lies = lies(set.kind);
    let ruling = book.applies(&subject_of(lies), &union::store::place(tx)?, tx.today());
    if let Some(rule) = ruling.map(|ruling| ruling.winner)
        && let Some(law) = law_of(rule).filter(|law| law.binding && set.months < law.months)
    {
        let message = format!("{}要保存至少{}个月（{}），不能设得更短。", lies.label, law.months, law.rule);
        return Err(Problem::refused(&rule.reference(), message).at("months"));
    }
    union::store::set_setting(tx, &setting_of(lies), &set.months.to_string())
}

/// The subject under which a pack says how long a kind is kept.
pub(super) fn subject_of(lies: &Lies) -> String {
    format!("retention.{}", lies.code)
}

/// The time that a rule gives, where it gives one in months or years.
fn law_of(rule: &Rule) -> Option<RetentionLaw> {
    let quantity = rule.quantity.as_ref()?;
    let each = match quantity.unit {
        Unit::Year => 12,
        Unit::Month => 1,
        _ => return None,
    };
    let reference = rule.reference();
    Some(RetentionLaw {
        months: u32::try_from(quantity.whole()?).ok()? * each,
        binding: rule.mandatory,
        confidence: reference.confidence,
        note: rule.note.clone(),
        rule: reference.short,
    })
}

/// The setting that keeps how long a kind is kept.
fn setting_of(lies: &Lies) -> String {
    format!("retention.{}", lies.code)
}

/// What the setting kept under this name is called.
pub(crate) fn setting_label(name: &str) -> Option<String> {
    let lies = KINDS.iter().find(|lies| setting_of(lies) == name)?;
    Some(format!("{}{}后保存的月数", lies.label, lies.kind.since().1))
}

pub(super) fn months(connection: &Connection, lies: &Lies) -> Result<u32, Problem> {
    let kept = union::store::setting(connection, &setting_of(lies))?;
    let cautious = if lies.kind == TrashKind::Paper { MONTHS_OF_A_PAPER } else { MONTHS };
    Ok(kept.and_then(|text| text.parse().ok()).unwrap_or(cautious))
}

/// When a record may be erased.
pub(super) struct PurgeDay {
    /// The first day on which it may; `NaiveDate::MAX` as long as none can be told.
    pub from: NaiveDate,
    /// How that is reckoned, in one sentence.
    pub reckoned: String,
    /// What keeps it, in words, where that is not the record itself: the labour contract of a person.
    pub held_by: Option<&'static str>,
}

impl PurgeDay {
    /// Of a record that is kept for itself.
    pub(super) fn itself((from, reckoned): (NaiveDate, String)) -> PurgeDay {
        PurgeDay { from, reckoned, held_by: None }
    }

    /// The first day on which it may, where one can be told.
    pub(super) fn told(&self) -> Option<NaiveDate> {
        Some(self.from).filter(|from| *from < NaiveDate::MAX)
    }

    /// The later one of two.
    pub(super) fn or_later(self, other: Option<PurgeDay>) -> PurgeDay {
        match other {
            Some(other) if other.from > self.from => other,
            _ => self,
        }
    }
}

/// From when to when a record stood whose entry was taken back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stood {
    pub entered: NaiveDate,
    pub taken_back: NaiveDate,
}

impl Stood {
    /// Whether it stood by mistake.
    pub(super) fn briefly(self) -> bool {
        self.entered.checked_add_months(BRIEFLY).is_some_and(|month| self.taken_back <= month)
    }
}

/// The same of records of a kind whose entry was taken back. The settings are for what had stood: who was entered by mistake is kept for
/// nothing, and goes at once, but for the time that a text of law binds to.
pub(super) fn purge_from_taken_back(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    ids: &[&str],
    stood: Stood,
) -> Result<PurgeDay, Problem> {
    let Stood { entered, taken_back } = stood;
    let day = |day: NaiveDate| day.format("%Y年%-m月%-d日").to_string();
    let (own, said) = if stood.briefly() {
        (taken_back, "录入不久又撤销了，不用再保存，可以清除。".to_owned())
    } else {
        let months = months(connection, lies)?;
        let own = taken_back.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
        let told = format!(
            "{}录入，{}才撤销，和移除的一样按设置保存{months}个月，{}起可以清除。",
            day(entered),
            day(taken_back),
            day(own)
        );
        (own, told)
    };
    let start = start_of_taken_back(connection, lies, ids, taken_back)?;
    let lawful = by_law(connection, book, lies, start)?.map(PurgeDay::itself);
    Ok(PurgeDay::itself((own, said)).or_later(lawful))
}

/// The first day after the time that a text of law binds to, from when it counts, and how it is reckoned; none where no text does.
pub(super) fn by_law(
    connection: &Connection,
    book: &LawBook,
    lies: &Lies,
    start: Start,
) -> Result<Option<(NaiveDate, String)>, Problem> {
    let place = union::store::place(connection)?;
    let subject = subject_of(lies);
    let (Start::On(from) | Start::Awaited(from)) = start;
    let Some(rule) = book.applies(&subject, &place, from).map(|ruling| ruling.winner) else {
        return Ok(None);
    };
    if !rule.mandatory {
        return Ok(None);
    }
    if let Start::Awaited(_) = start {
        return Ok(Some((NaiveDate::MAX, format!("依{}，{AWAITED}", rule.reference().short))));
    }
    let lawful = book.deadline(&subject, &place, from)?;
    // To the end of the last day.
    let after = lawful.due.succ_opt().unwrap_or(lawful.due);
    Ok(Some((after, format!("{}次日起可以清除。", lawful.explanation.sentence))))
}
