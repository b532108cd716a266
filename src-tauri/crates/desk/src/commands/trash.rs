//! The trash: what was removed, bringing it back, erasing it for good, and how long it is kept.

use affairs::trash::{self, Retention, SetRetention, TrashLine, TrashRef};
use chrono::NaiveDate;
use ledger::{Finality, Op};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::contract::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::open::{Reading, Writing};

/// A removed record to be erased for good.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PurgeRecord {
    /// Which record.
    #[serde(flatten)]
    #[ts(flatten)]
    pub of: TrashRef,
    /// Why; it stays in the journal for ever and names nobody.
    pub reason: String,
}

/// What a purge did.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Purged {
    /// Number of the final step that erased.
    pub seq: u32,
    /// The newest copy of the ledger that still holds what was erased, if there is one here.
    pub newest_copy: Option<NaiveDate>,
    /// What to know about copies, in one sentence.
    pub copies: String,
}

/// Everything in the trash.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<TrashLine>, Problem> {
    trash::list(reading.connection, reading.book, reading.today)
}

/// How long each kind is kept.
pub fn retentions(reading: &Reading<'_>, _: Nothing) -> Result<Vec<Retention>, Problem> {
    trash::retentions(reading.connection, reading.book, reading.today)
}

/// Keeps how long a kind is to be kept.
pub fn set_retention(writing: &Writing<'_, '_>, _: &Desk, set: SetRetention) -> Result<Done, Problem> {
    trash::set_retention(writing.tx, &set).map(|()| Done)
}

/// Brings a record back whole.
pub fn restore(writing: &Writing<'_, '_>, _: &Desk, of: TrashRef) -> Result<Done, Problem> {
    writing.open.may_write(of.kind.part())?;
    trash::restore(writing.tx, &of).map(|()| Done)
}

/// Erases a record for good: rows, journal, drafts and index.
pub fn purge(desk: &Desk, args: PurgeRecord) -> Result<Outcome<Purged>, Problem> {
    let reason = args.reason.trim();
    if !(2..=60).contains(&reason.chars().count()) {
        return Err(Problem::input("reason", "请用2到60个字写明清除的理由，例如“保存期满”；不要写人名。"));
    }
    let open = desk.opened()?;
    let doomed =
        desk.view(|reading| trash::doom(reading.connection, reading.book, reading.today, &args.of))?;
    if doomed.names(reason) {
        return Err(Problem::input("reason", "理由会永远留在流水里，请不要写出要清除的人名或号码。"));
    }
    let rows: Vec<(&str, &str)> =
        doomed.rows.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let op =
        Op {
            code: "trash.purge".into(), label: format!("清除{}", doomed.label), finality: Finality::Final
        };
    let done = open.ledger.purge(&op, &open.actor(), reason, &rows, |tx| doomed.erase_around(tx))?;
    // The files of erased attachments; what cannot be swept now goes with the next sweep.
    let _ = open.ledger.files().sweep();
    let newest_copy = open.ledger.backups().first().map(|copy| copy.at.date());
    let copies = match newest_copy {
        Some(day) => format!(
            "{}及以前的备份里还有这些内容，它们按备份的保存规则逐渐删去；U盘等外面的备份请自行处理。",
            day.format("%Y年%-m月%-d日")
        ),
        None => "账本文件夹里没有备份；U盘等外面的备份如果有，里面还有这些内容，请自行处理。".to_owned(),
    };
    Ok(Outcome {
        value: Purged { seq: u32::try_from(done.seq).unwrap_or(u32::MAX), newest_copy, copies },
        changed: done.changed.into_iter().collect(),
    })
}
