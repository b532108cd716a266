//! The trash: what was removed, bringing it back, erasing it for good, and how long it is kept.

use std::sync::Arc;

use affairs::letters::rights::file_tells_health;
use affairs::masks::{mask_within, shown_within};
use affairs::negotiation::naming::Names;
use affairs::negotiation::settled::Settled;
use affairs::office::attachments;
use affairs::trash::{
    self, AroundDrafts, BroughtBack, Retention, SetRetention, TrashKind, TrashLine, TrashRef, UndoneStep,
};
use affairs::union::model::{Part, Shown};
use ledger::{Finality, Op, Purge};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::pay;
use crate::commands::purged::{Held, PURGE, held_of, outside_words, own_words};
use crate::desk::{Desk, Outcome};
use crate::keeper;
use crate::open::{Open, Reading, Writing};
use crate::progress::{Progress, watch};
use crate::rights::Right;

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

/// A step that was taken back, of which everything it left is to be erased for good.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PurgeStep {
    /// Number of the step that took it back.
    pub seq: u32,
    /// Why; it stays in the journal for ever and names nobody.
    pub reason: String,
}

/// What a purge did.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Purged {
    /// Number of the final step that erased.
    pub seq: u32,
    /// What the ledger's own copies still hold of it.
    pub held: Held,
    /// What to know about copies, here and outside, in a sentence or two.
    pub copies: String,
    /// Where a person's name stays in other affairs, in one sentence.
    pub stays: Option<String>,
    /// What became of forms that were being filled in, in a sentence or two; none when none was touched and none
    /// holds the name.
    pub drafts: Option<String>,
}

/// Everything in the trash.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<TrashLine>, Problem> {
    let mut lines = trash::list(reading.connection, reading.book, reading.today)?;
    // That someone was examined is told to readers of health alone.
    if reading.open.sight().health == Shown::Never {
        let of_health = |line: &TrashLine| {
            let owner = attachments::store::owner(reading.connection, &line.id);
            line.kind.is_health()
                || (line.kind == TrashKind::Attachment
                    && owner.and_then(|of| file_tells_health(reading.connection, &of)).unwrap_or(false))
        };
        lines.retain(|line| !of_health(line));
    }
    if reading.open.sight().wages == Shown::Never {
        trash::cover_wages(&mut lines);
    }
    // A scan is called after its number as often as not.
    let identity = reading.open.sight().identity;
    for line in lines.iter_mut().filter(|line| line.kind == TrashKind::Attachment) {
        line.title = shown_within(&line.title, identity);
    }
    // Who brought an appeal is told to nobody by this way round.
    if reading.open.may(Right::Chair).is_err() {
        lines.iter_mut().for_each(|line| line.stays = None);
    } else {
        trash::look_through(reading.connection, &mut lines)?;
    }
    Ok(lines)
}

/// What was entered and taken back, and stands nowhere, by the steps that had entered it.
pub fn taken_back(reading: &Reading<'_>, _: Nothing) -> Result<Vec<UndoneStep>, Problem> {
    trash::taken_back(reading.connection, reading.book, reading.open.sight(), reading.today)
}

/// How long each kind is kept.
pub fn retentions(reading: &Reading<'_>, _: Nothing) -> Result<Vec<Retention>, Problem> {
    trash::retentions(reading.connection, reading.book, reading.today)
}

/// Keeps how long a kind is to be kept.
pub fn set_retention(writing: &Writing<'_, '_>, _: &Desk, set: SetRetention) -> Result<Done, Problem> {
    trash::set_retention(writing.tx, writing.book, &set).map(|()| Done)
}

/// Brings a record back whole.
pub fn restore(writing: &Writing<'_, '_>, _: &Desk, of: TrashRef) -> Result<BroughtBack, Problem> {
    match of.kind.part() {
        Some(part) => writing.open.may_write(part)?,
        None => writing.open.may(Right::Chair)?,
    }
    if writing.open.sight().health == Shown::Never && is_of_health(writing, &of)? {
        return Err(Problem::missing("条已移除的记录"));
    }
    if of.kind == TrashKind::PaySheet {
        pay::guard_single(writing, &of.id)?;
    }
    if of.kind.part() != Some(Part::Negotiation) {
        return trash::restore(writing.tx, &of);
    }
    // What comes back may be what a signed contract was made without, or what the talks are called by.
    let (settled, names) = (Settled::before(writing.tx, writing.book)?, Names::before(writing.tx)?);
    let back = trash::restore(writing.tx, &of)?;
    settled.check(writing.tx, writing.book)?;
    names.keep(writing.tx)?;
    Ok(back)
}

/// Whether a removed record is told to readers of health alone: by what it is, or as a file of a record of health.
fn is_of_health(writing: &Writing<'_, '_>, of: &TrashRef) -> Result<bool, Problem> {
    if of.kind != TrashKind::Attachment {
        return Ok(of.kind.is_health());
    }
    file_tells_health(writing.tx, &attachments::store::owner(writing.tx, &of.id)?)
}

/// Erases a record for good: rows, journal, drafts and index.
pub fn purge(desk: &Desk, args: PurgeRecord) -> Result<Outcome<Purged>, Problem> {
    let reason = reason_of(&args.reason)?;
    let open = desk.opened()?;
    let doomed =
        desk.view(|reading| trash::doom(reading.connection, reading.book, reading.today, &args.of))?;
    if doomed.names(reason) {
        return Err(names_somebody());
    }
    let rows: Vec<(&str, &str)> =
        doomed.rows.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let op = op(format!("清除{}", doomed.label));
    let tells = doomed.tells();
    let purge = Purge { reason, rows: &rows, tells: &tells, taken_back: doomed.taken_back };
    let done = open.ledger.purge(&op, &open.actor(), &purge, |tx| {
        let drafts = doomed.erase_around(tx)?;
        Ok::<_, Problem>((tx.now().to_rfc3339(), drafts))
    })?;
    erased((desk, &open), done, doomed.stays.clone(), "这条记录")
}

/// Erases everything that an undone step left, as [`purge`] one record, in one step.
pub fn purge_step(
    desk: &Desk,
    _: &Command,
    args: PurgeStep,
    progress: &dyn Progress,
) -> Result<Outcome<Purged>, Problem> {
    let reason = reason_of(&args.reason)?;
    let open = desk.opened()?;
    let doomed = desk.view(|reading| {
        trash::doom_step(
            reading.connection,
            reading.book,
            reading.today,
            args.seq.into(),
            &mut watch(progress, "核对要清除的记录"),
        )
    })?;
    if doomed.names(reason) {
        return Err(names_somebody());
    }
    let rows: Vec<(&str, &str)> =
        doomed.rows.iter().map(|(table, id)| (table.as_str(), id.as_str())).collect();
    let op = op(format!("清除第{}步录入又撤销的{}条记录", doomed.entered, doomed.count));
    let tells = doomed.tells();
    let purge = Purge { reason, rows: &rows, tells: &tells, taken_back: true };
    let watch = &mut watch(progress, "清除记录");
    let done = open.ledger.purge_watched(&op, &open.actor(), &purge, watch, |tx| {
        let drafts = doomed.erase_around(tx)?;
        Ok::<_, Problem>((tx.now().to_rfc3339(), drafts))
    })?;
    erased((desk, &open), done, doomed.stays.clone(), "这些记录")
}

/// The reason of a purge, in which no number of a person's stands. Errors: `bad_input`.
fn reason_of(typed: &str) -> Result<&str, Problem> {
    let reason = typed.trim();
    // Of whom it is, is not asked: a number that is somebody's says who.
    if mask_within(reason) != reason {
        return Err(names_somebody());
    }
    if (2..=60).contains(&reason.chars().count()) {
        return Ok(reason);
    }
    Err(Problem::input("reason", "请用2到60个字写明清除的理由，例如“保存期满”；不要写人名。"))
}

fn names_somebody() -> Problem {
    Problem::input("reason", "理由会永远留在流水里，请不要写出人名、证件号码或电话。")
}

fn op(label: String) -> Op {
    Op { code: PURGE.into(), label, finality: Finality::Final }
}

/// What is looked after when a purge is done, and told of it.
fn erased(
    (desk, open): (&Desk, &Arc<Open>),
    done: ledger::Done<(String, AroundDrafts)>,
    stays: Option<String>,
    what: &str,
) -> Result<Outcome<Purged>, Problem> {
    // The files of erased attachments; what cannot be swept now goes with the next sweep.
    let _ = open.ledger.files().sweep();
    // A copy that another program was given of such a file is not kept until the ledger locks.
    desk.lent.sweep();
    // The copy of today holds nothing of it, and makes an older one go a month sooner: it is there before the day is told, so that
    // the page tells the same.
    keeper::copy_of_today(open);
    let held = held_of(open, &[done.seq])?.get(&done.seq).copied().unwrap_or(Held { copies: 0, until: None });
    let (at, drafts) = done.value;
    let copies = format!("{}{}", own_words(held), outside_words(open, (done.seq, at.as_str()))?);
    keeper::changed(open);
    Ok(Outcome {
        value: Purged {
            seq: u32::try_from(done.seq).unwrap_or(u32::MAX),
            held,
            copies,
            stays,
            drafts: drafts_words(&drafts, what),
        },
        changed: done.changed.into_iter().collect(),
    })
}

/// What became of drafts, for the chair: whose are still to be looked at, since each opens only their own, and the chair those of who
/// left.
fn drafts_words(drafts: &AroundDrafts, what: &str) -> Option<String> {
    let mut told = String::new();
    if drafts.gone > 0 {
        told = format!("没填完的表单里有{}份属于{what}或写着其号码，已一并删去。", drafts.gone);
    }
    if !drafts.naming.is_empty() {
        let who = |(name, count): (&String, &usize)| match name.as_str() {
            "" => format!("已离任的经办人{count}份"),
            name => format!("{name}{count}份"),
        };
        let whose: Vec<String> = drafts.naming.iter().map(who).collect();
        let count: usize = drafts.naming.values().sum();
        told += &format!(
            "另有{count}份没填完的表单里写着同样的姓名或号码（{}），可能说的是别人，没有动。",
            whose.join("，")
        );
        let left = drafts.naming.contains_key("");
        if drafts.naming.len() > usize::from(left) {
            told += "请填写的人看一看，不该留的自己丢弃。";
        }
        if left {
            told += "离任的经办人留下的，请主席在“设置—经办人”的“离任人员留下的草稿”里接过来看一看，不该留的丢弃。";
        }
    }
    Some(told).filter(|told| !told.is_empty())
}
