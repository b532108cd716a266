//! What was erased by law, until when copies still hold it, and taking the old copies away. The erasing itself is
//! `trash`; copies in general are `copies`.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate};
use ledger::{Finality, HeldByCopies, JournalQuery, Op, OutsideCopy};
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Nothing};
use crate::desk::{Desk, Outcome};
use crate::open::Open;
use crate::progress::{Progress, watch};

/// The command that erases: its steps, and those that erase again after a restore, bear its name.
pub(crate) const PURGE: &str = "trash.purge";
/// So many purges are told of, the newest.
const SHOWN: u32 = 20;

/// What copies in the ledger's own folder still hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Held {
    /// How many copies.
    pub copies: u32,
    /// The latest day on which one can still be there, with a copy made at least once a month; none when one never goes by
    /// itself.
    pub until: Option<NaiveDate>,
}

/// One purge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PurgeLine {
    /// Number of its step.
    pub seq: u32,
    /// When, at +08:00.
    pub at: String,
    /// What was erased, and why.
    pub label: String,
    /// What copies still hold of it.
    pub held: Held,
}

/// The purges, newest first, and where their records still stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Purges {
    /// The newest purges.
    pub lines: Vec<PurgeLine>,
    /// What to know about copies outside, in one sentence.
    pub outside: String,
}

/// What taking old copies away did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Dropped {
    /// How many copies went.
    pub copies: u32,
    /// The folder of the fresh one that was made first.
    pub fresh: String,
}

/// Erasing again what the present ledger had erased by law.
pub(crate) fn again() -> Op {
    Op { code: PURGE.into(), label: "恢复后再次清除".to_owned(), finality: Finality::Final }
}

fn held(held: HeldByCopies) -> Held {
    Held { copies: u32::try_from(held.copies).unwrap_or(u32::MAX), until: held.until }
}

/// What copies still hold of these purges, by step.
pub(crate) fn held_of(open: &Open, seqs: &[i64]) -> Result<BTreeMap<i64, Held>, Problem> {
    let all = open.ledger.held_by_copies(seqs)?;
    Ok(seqs.iter().copied().zip(all.into_iter().map(held)).collect())
}

fn day(day: NaiveDate) -> String {
    day.format("%Y年%-m月%-d日").to_string()
}

/// What to know about the own copies after a purge, in one sentence.
pub(crate) fn own_words(held: Held) -> String {
    match held {
        Held { copies: 0, .. } => "账本文件夹里的备份没有这些内容。".to_owned(),
        Held { copies, until: Some(until) } => {
            format!(
                "账本文件夹里还有{copies}份备份留着这些内容，最迟到{}自动删完（每个月至少用一次账本，旧备份才会轮换掉）；想早些删去的，请点“现在删去旧备份”。",
                day(until)
            )
        }
        Held { copies, until: None } => {
            format!("账本文件夹里还有{copies}份备份留着这些内容，其中有另外起名的，不会自动删去。")
        }
    }
}

/// The same about copies outside, of which the last is known; `purge`: the number of the step and when it was. Whether it was
/// made before is told by its steps, since a clock can be wrong; by its day, too, where a restore has begun them anew.
pub(crate) fn outside_words(open: &Open, (seq, at): (i64, &str)) -> Result<String, Problem> {
    let at = DateTime::parse_from_rfc3339(at).ok();
    let first = open.ledger.first_erased(seq)?;
    let holds = |copy: &OutsideCopy| {
        let before = copy.seq < seq || at.is_some_and(|at| copy.at <= at);
        // One that ends before the first step about them never held them.
        before && first.is_none_or(|first| copy.seq >= first)
    };
    Ok(match open.ledger.last_outside_copy()?.filter(holds) {
        Some(last) => format!(
            "“{}”上{}的备份里还有，程序管不到那里，请自行处理；U盘等别处如有更早的备份，也请一并处理。",
            last.place,
            day(last.at.date_naive())
        ),
        None => "U盘等外面如果有清除以前的备份，那里面还有这些内容，请自行处理。".to_owned(),
    })
}

/// The purges and where their records still stand.
pub fn list(desk: &Desk, _: Nothing) -> Result<Outcome<Purges>, Problem> {
    let open = desk.opened()?;
    let query = JournalQuery { ops: vec![PURGE.to_owned()], limit: SHOWN, ..JournalQuery::default() };
    let steps: Vec<_> = open.ledger.journal(&query)?.lines.into_iter().map(|line| line.step).collect();
    let seqs: Vec<i64> = steps.iter().map(|step| step.seq).collect();
    let held = open.ledger.held_by_copies(&seqs)?.into_iter().map(held);
    let outside = match steps.first() {
        Some(newest) => outside_words(&open, (newest.seq, newest.at.as_str()))?,
        None => String::new(),
    };
    let lines = steps.into_iter().zip(held).map(|(step, held)| PurgeLine {
        seq: u32::try_from(step.seq).unwrap_or(u32::MAX),
        at: step.at,
        label: step.label,
        held,
    });
    Ok(Outcome::of(Purges { lines: lines.collect(), outside }))
}

/// Makes a fresh copy and takes away those of the ledger's own folder that still hold what was erased.
pub fn drop_old_copies(
    desk: &Desk,
    command: &Command,
    _: Nothing,
    progress: &dyn Progress,
) -> Result<Outcome<Dropped>, Problem> {
    let open = desk.opened()?;
    let op = Op { code: command.name.into(), label: command.label.to_owned(), finality: Finality::Final };
    let dropped = open.ledger.drop_old_copies(&op, &open.actor(), &mut watch(progress, "备份账本"))?;
    open.care.well();
    // The files that only the old copies named; what cannot be swept now goes with the next sweep.
    let _ = open.ledger.files().sweep();
    Ok(Outcome::of(Dropped {
        copies: u32::try_from(dropped.copies).unwrap_or(u32::MAX),
        fresh: dropped.fresh.display().to_string(),
    }))
}
