//! Copies of the ledger and getting it back: made, listed, looked into, put in place; and a paper's proof. Getting
//! one onto a bare laptop is `bring`; when a copy is made without being asked for stands in `keeper`.

use std::path::Path;

use ::ledger::restore::Inside;
use ::ledger::{BackupLine, BackupTo, Finality, Head, LedgerError, Op, Proof};
use affairs::trash;
use affairs::union::{people, settings, store};
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::command::{Command, Done, Nothing};
use crate::commands::ledger::{self as ledgers, Status};
use crate::commands::purged::again;
use crate::commands::{lost_files, small_pictures};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::keeper;
use crate::open::Open;
use crate::progress::{Progress, watch};

/// Where a copy goes.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct MakeBackup {
    /// A folder or stick; the ledger's own folder when absent.
    pub to: Option<FileHandle>,
}

/// A copy that was made.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupMade {
    /// Its folder.
    pub dir: String,
    /// Steps in it.
    #[ts(type = "number")]
    pub steps: i64,
    /// Bytes, attachments apart.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Attachments copied with it.
    #[ts(type = "number")]
    pub files: u64,
    /// Attachments that it lacks: their files are lost.
    pub missing: usize,
    /// Attachments that it lacks: their files are broken.
    pub damaged: usize,
    /// Which those are and what to do.
    pub trouble: Option<String>,
    /// Older copies that were thinned out.
    #[ts(type = "number")]
    pub thinned: u64,
}

/// One copy in the list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// The handle to look into it or restore it by.
    pub copy: FileHandle,
    /// Its folder.
    pub dir: String,
    /// When it was made, local time.
    pub at: NaiveDateTime,
    /// That moment has not come yet: the clock ran ahead when it was made, or is behind now.
    pub ahead: bool,
    /// Made before the ledger was changed as a whole.
    pub before: bool,
    /// Whether it opens by a key of this ledger and tells its newest step. Its pages are not read for it, which would take
    /// minutes for a list: `ledger.lookInto`, `ledger.check` and a restore read every one.
    pub good: bool,
    /// Steps in it; 0 when it does not open.
    #[ts(type = "number")]
    pub steps: i64,
    /// The newest step's label.
    pub last_step: Option<String>,
    /// Bytes, attachments apart.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The last copy outside of this computer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Outside {
    /// The day.
    pub on: NaiveDate,
    /// Steps in it.
    #[ts(type = "number")]
    pub steps: i64,
    /// Where.
    pub place: String,
}

/// All copies that are known of.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backups {
    /// Those in the ledger's folder, the newest state first.
    pub own: Vec<Backup>,
    /// The last one outside.
    pub outside: Option<Outside>,
    /// The day by which the next one outside is wished for.
    pub outside_due: NaiveDate,
    /// Why the copy of today could not be made, when it could not.
    pub trouble: Option<String>,
    /// The copy of which earlier day was not made in time and is made in this sitting instead, when there was such a
    /// day: one sentence.
    pub late: Option<String>,
}

/// A copy of the open ledger.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyRef {
    /// The copy's folder; or a stick or a folder of copies, of which the newest whole one is meant.
    pub copy: FileHandle,
}

/// A copy to be put in the place of the open ledger.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RestoreCopy {
    /// The copy's folder; or a stick or a folder of copies, of which the newest whole one is meant.
    pub copy: FileHandle,
    /// Whether it was shown that the structure of the copy was altered, and said to restore it nevertheless.
    pub altered: Option<bool>,
}

/// A ledger that was put back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RestoredLedger {
    /// The ledger as it is open now.
    pub status: Status,
    /// The ledger as it was: restoring this takes the restore back.
    pub kept: FileHandle,
    /// Its folder.
    pub dir: String,
}

/// A step as a paper names it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperHead {
    /// Its number.
    #[ts(type = "number")]
    pub seq: i64,
    /// The first digits of its hash, at least eight; blanks do not matter.
    pub digits: String,
}

/// Makes a copy, in the ledger's own folder or outside.
pub fn backup(
    desk: &Desk,
    _: &Command,
    args: MakeBackup,
    progress: &dyn Progress,
) -> Result<Outcome<BackupMade>, Problem> {
    let open = desk.opened()?;
    let to = match &args.to {
        None => BackupTo::Own,
        Some(handle) => BackupTo::Folder { place: desk.resolve(handle)?, name: open.union.name.clone() },
    };
    let made = open
        .ledger
        .backup(&to, &mut watch(progress, "备份账本"))
        .map_err(|why| Problem::from(why).at("to"))?;
    // One outside is no copy of the day: why that could not be made is still to be told.
    if args.to.is_none() {
        open.care.well();
    }
    Ok(Outcome::of(BackupMade {
        dir: made.dir.display().to_string(),
        steps: made.head.seq,
        bytes: made.bytes,
        files: made.files,
        missing: made.missing.len(),
        damaged: made.damaged.len(),
        trouble: open.ledger.read(|connection| lost_files::lacking(connection, &made))?,
        thinned: made.thinned,
    }))
}

/// The copies that are known of.
pub fn backups(desk: &Desk, _: Nothing) -> Result<Outcome<Backups>, Problem> {
    let open = desk.opened()?;
    let line = |line: BackupLine| Backup {
        copy: FileHandle(desk.own_handle(&line.dir)),
        dir: line.dir.display().to_string(),
        at: line.at,
        ahead: line.ahead,
        before: line.before,
        good: line.head.is_some(),
        steps: line.head.map_or(0, |head| head.seq),
        last_step: line.last_step,
        bytes: line.bytes,
    };
    let own = open.ledger.backups().into_iter().map(line).collect();
    let last = open.ledger.last_outside_copy()?;
    let outside_due = outside_due(&open, desk.today())?;
    let outside = last.map(|last| Outside { on: last.at.date_naive(), steps: last.seq, place: last.place });
    let (trouble, late) = (open.care.trouble(), open.care.late());
    Ok(Outcome::of(Backups { own, outside, outside_due, trouble, late }))
}

/// The day by which the next copy outside is wished for: at once when the last one has an earlier key, and when it was made
/// on a day to come, of which nobody knows how long ago it was.
pub(crate) fn outside_due(open: &Open, today: NaiveDate) -> Result<NaiveDate, Problem> {
    let days = open.ledger.read(settings::read)?.outside_copy_days;
    let since = match open.ledger.last_outside_copy()? {
        Some(last) if last.old_key => return Ok(last.at.date_naive().min(today)),
        Some(last) => last.at.date_naive(),
        None => open.ledger.read(store::founded_on)?,
    };
    Ok(if since > today { today } else { since + chrono::Days::new(u64::from(days)) })
}

/// What stands in a copy of the open ledger, or in the newest whole one of a stick. Every page of it is checked.
pub fn look_into(
    desk: &Desk,
    _: &Command,
    args: CopyRef,
    progress: &dyn Progress,
) -> Result<Outcome<Inside>, Problem> {
    let open = desk.opened()?;
    let place = desk.resolve(&args.copy)?;
    let inside = open.ledger.look_into(&place, &mut watch(progress, "核对备份"));
    Ok(Outcome::of(inside.map_err(|why| of_copy(why, "copy"))?))
}

/// Puts a copy in the place of the open ledger. The ledger as it was is kept; people and their rights stay as
/// they are today. One whose structure was altered is put there only when that was shown before: it may be the only copy that a
/// union has.
///
/// Errors: those of the ledger's restore; `ledger.copyAltered`.
pub fn restore(
    desk: &Desk,
    command: &Command,
    args: RestoreCopy,
    progress: &dyn Progress,
) -> Result<Outcome<RestoredLedger>, Problem> {
    let place = desk.resolve(&args.copy)?;
    let (copy, label) = {
        let open = desk.opened()?;
        let copy = open.ledger.copy_in(&place, &mut watch(progress, "核对备份"));
        let copy = copy.map_err(|why| of_copy(why, "copy"))?;
        let altered = open.ledger.altered_copy(&copy).map_err(|why| of_copy(why, "copy"))?;
        if let Some(what) = altered.filter(|_| args.altered != Some(true)) {
            return Err(altered_copy(&what, "copy"));
        }
        let steps = open.ledger.steps_of_copy(&copy).map_err(|why| of_copy(why, "copy"))?;
        let label = label(&copy, steps, open.ledger.head()?.seq);
        (copy, label)
    };
    let open = desk.take_open()?;
    let today = open.ledger.read(|c| Ok::<_, Problem>((store::desk_people(c)?, trash::reached(c)?)));
    let actor = open.actor();
    let (people, reached) = match today {
        Ok(today) => today,
        Err(why) => {
            desk.set_open(Some(open));
            if let Some(open) = desk.maybe_open() {
                keeper::go_on(&open);
            }
            return Err(why);
        }
    };
    let op = Op { code: command.name.into(), label, finality: Finality::Final };
    let restored = open.ledger.restore::<Problem>(
        &copy,
        &op,
        &actor,
        |tx| people::carry_over(tx, &people),
        (&again(), &|tx, rows| trash::erase_around_again(tx, rows, &reached)),
        &mut watch(progress, "恢复备份"),
    );
    match restored {
        Ok(restored) => {
            // The files that only erased rows named; what cannot be swept now goes with the next sweep.
            let _ = restored.ledger.files().sweep();
            let status = ledgers::sit_down(desk, restored.ledger)?.value;
            if let Some(open) = desk.maybe_open() {
                keeper::copy_restored(&open);
            }
            let (kept, dir) = (desk.own_handle(&restored.kept), restored.kept.display().to_string());
            Ok(Outcome::of(RestoredLedger { status, kept: FileHandle(kept), dir }))
        }
        Err(not) => {
            if let Some(ledger) = not.ledger {
                ledgers::sit_down(desk, ledger)?;
            }
            Err(damaged_copy(not.error, "copy"))
        }
    }
}

/// 从第 140 步恢复到2026年11月16日9:00的备份（第 126 步）, the moment as far as the folder's name says it: of several restores, and of one
/// that took another back, each is known from the others. `steps`: of the copy; `from`: of the ledger as it stood.
fn label(copy: &Path, steps: i64, from: i64) -> String {
    let name = copy.file_name().and_then(|name| name.to_str()).and_then(|name| name.get(..15));
    let at = name.and_then(|name| NaiveDateTime::parse_from_str(name, "%Y%m%d-%H%M%S").ok());
    let when = at.map_or_else(String::new, |at| format!("{}的", at.format("%Y年%-m月%-d日%-H:%M")));
    format!("从第 {from} 步恢复到{when}备份（第 {steps} 步）")
}

/// The newest step and its hash, for an imprint.
pub fn head(desk: &Desk, _: Nothing) -> Result<Outcome<Head>, Problem> {
    Ok(Outcome::of(desk.opened()?.ledger.head()?))
}

/// Whether a paper names a step of this ledger, and proves what is shown of it.
pub fn prove(
    desk: &Desk,
    _: &Command,
    args: PaperHead,
    progress: &dyn Progress,
) -> Result<Outcome<Proof>, Problem> {
    let open = desk.opened()?;
    let proof = open.ledger.prove(args.seq, &args.digits, &mut watch(progress, "核对流水和记录"));
    Ok(Outcome::of(proof.map_err(|why| Problem::from(why).at("digits"))?))
}

/// Makes what is derived anew: the one thing that the check can put right.
pub fn rebuild(desk: &Desk, _: Nothing) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    open.ledger.rebuild()?;
    let changed = small_pictures::draw_anew(&open)?;
    Ok(Outcome { value: Done, changed })
}

/// What somebody is told before a copy with an altered structure is put in the place of the ledger, or brought.
pub(super) fn altered_copy(what: &str, field: &str) -> Problem {
    let message = format!(
        "这份备份的结构被改动过：{what}。恢复以后，页面和文书上的名单、数字可能不真实。请另选一份改动以前的备份；只有这一份的，可以再确认一次，恢复以后马上检查账本。"
    );
    Problem::new("ledger.copyAltered", message).at(field)
}

/// A refusal of the ledger in words that fit a copy: nobody is to believe their ledger broken.
pub(super) fn of_copy(why: LedgerError, field: &str) -> Problem {
    damaged_copy(Problem::from(why), field)
}

pub(super) fn damaged_copy(problem: Problem, field: &str) -> Problem {
    let message = match problem.code.as_str() {
        "ledger.damaged" => "这份备份已损坏，没有使用它；账本本身没有改动。请换一份备份。",
        "ledger.notALedger" => "这个文件夹里没有备份。请选择 U 盘上以“备份”结尾的文件夹，或账本的文件夹。",
        "ledger.keysMissing" => "这份备份旁边没有口令文件。请改用恢复单上的24个字。",
        "ledger.wrongKey" => "这份备份用现在的钥匙打不开，可能是别的账本的。请换一份备份，或核对恢复单。",
        "ledger.newer" => return problem.at(field),
        _ => return problem,
    };
    Problem { message: message.to_owned(), ..problem }.at(field)
}
