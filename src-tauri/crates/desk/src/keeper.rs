//! What is done for a ledger without being asked, beside the work: the copy of the day after the first change,
//! the short check of the day, and the sweep of files that nothing names. On a thread of its own, so that no
//! step waits. A copy that is due is kept in mind until it is made, whatever else is under way: a check gives way
//! to it, the end of the program waits for it, and so does locking while that may.

use std::sync::Arc;

use chrono::NaiveDate;
use ledger::{BackupTo, LedgerError};

use crate::Problem;
use crate::care::{Care, Task, lock};
use crate::open::Open;

/// The step that founds a ledger: its first copy waits for something to be kept in it.
const FOUNDING: &str = "ledger.create";

/// Begins what an opening makes due: first the copy that a program which ended at once has left to be made, then
/// the check of the day.
pub(crate) fn opened(open: &Arc<Open>, today: NaiveDate) {
    // What cannot be read here is told by the next command, which reads it too.
    let uncopied = open.ledger.uncopied().unwrap_or_default().filter(|(step, _)| step.op != FOUNDING);
    if !is_demo(open)
        && let Some((step, day)) = &uncopied
    {
        *lock(&open.care.late) = (*day < today).then(|| late(*day, &step.label));
    }
    begin(open, uncopied.is_some(), open.ledger.check_due().unwrap_or(false));
}

/// Begins the copy of the day when a change was just written and today has none.
pub(crate) fn changed(open: &Arc<Open>) {
    begin(open, open.ledger.backup_due(), false);
}

/// Makes the copy of the day at once when today has none, for an answer that says until when copies hold something. One that
/// fails is told of as any is.
pub(crate) fn copy_of_today(open: &Open) {
    if !is_demo(open) && open.ledger.backup_due() {
        copy(open);
    }
}

/// Makes a copy of a ledger that was just restored, whatever copies today has: they are of the state that was given up, and the newest
/// copy must not be one of those. One that fails is told of as any is.
pub(crate) fn copy_restored(open: &Open) {
    if !is_demo(open) {
        copied(&open.care, |watch| open.ledger.backup(&BackupTo::Own, watch).map(drop));
    }
}

/// Takes the care up again after an ending, with all that is due by then.
pub(crate) fn go_on(open: &Arc<Open>) {
    lock(&open.care.due).ending = None;
    begin(open, false, false);
}

fn late(day: NaiveDate, label: &str) -> String {
    let day = day.format("%Y年%-m月%-d日");
    format!(
        "{day}的改动（到“{label}”为止）当天没有来得及自动备份，可能是程序突然关了。改动都在，这次打开账本后先补做一份。"
    )
}

/// The demo union is made anew at any time.
fn is_demo(open: &Open) -> bool {
    open.union.named_day.is_some()
}

/// Adds to what is due and sees to it that a thread is at it.
fn begin(open: &Arc<Open>, copy: bool, check: bool) {
    if is_demo(open) {
        return;
    }
    // Held until the thread stands in it, so that an ending waits for every thread.
    let mut thread = lock(&open.care.thread);
    {
        let mut due = lock(&open.care.due);
        due.copy |= copy;
        due.check |= check;
        if due.at_work || due.ending.is_some() || !(due.copy || due.check) {
            return;
        }
        due.at_work = true;
    }
    let theirs = Arc::clone(open);
    let before = thread.replace(std::thread::spawn(move || work(&theirs)));
    if let Some(before) = before {
        // It has nothing left to do.
        let _ = before.join();
    }
}

fn work(open: &Open) {
    // A panic in one task must not keep the next change from its copy.
    let _free = AtWork(&open.care);
    loop {
        let task = lock(&open.care.due).take_up();
        match task {
            Some(Task::Copy) => copy(open),
            Some(Task::Check) => check(open),
            None => return,
        }
    }
}

/// Marks, when it goes, that no thread is at work any more.
struct AtWork<'a>(&'a Care);

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            lock(&self.0.due).at_work = false;
        }
    }
}

fn copy(open: &Open) {
    copied(&open.care, |watch| open.ledger.backup_if_due(watch).map(drop));
}

/// Makes a copy as long as one may be made. One that was cut short stays due.
fn copied(care: &Care, make: impl FnOnce(ledger::Watch<'_>) -> Result<(), LedgerError>) {
    match make(&mut |_, _| lock(&care.due).may_copy()) {
        Ok(()) => care.well(),
        Err(why) if why.code() == "ledger.cancelled" => lock(&care.due).copy = true,
        Err(why) => *lock(&care.trouble) = Some(Problem::from(why).message),
    }
}

fn check(open: &Open) {
    let care = &open.care;
    match open.ledger.quick_check(&mut || lock(&care.due).may_check()) {
        Err(why) if why.code() == "ledger.cancelled" => lock(&care.due).check = true,
        _ => {
            // What the check finds is kept by the ledger and told in 今日; a sweep that fails is tried tomorrow.
            let _ = open.ledger.files().sweep();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::care::{BEAT, Due, Ending, PATIENCE};

    /// A care with a copy under way that takes so many beats, and goes on for ever where none are told.
    fn copying(beats: Option<u32>) -> Arc<Care> {
        let care = Arc::new(Care::default());
        let theirs = Arc::clone(&care);
        let copy = std::thread::spawn(move || {
            copied(&theirs, |watch| {
                let mut done = 0;
                while beats.is_none_or(|beats| done < beats) {
                    if !watch(0, 1) {
                        return Err(LedgerError::Cancelled);
                    }
                    done += 1;
                    std::thread::sleep(BEAT);
                }
                Ok(())
            });
        });
        *lock(&care.thread) = Some(copy);
        care
    }

    /// Whether the copy was finished, and not cut short and left to the next opening.
    fn finished(care: &Care) -> bool {
        let due = lock(&care.due);
        assert_eq!(due.copy, due.ending == Some(Ending::AtOnce), "what is cut short is still due");
        !due.copy
    }

    #[test]
    fn locking_waits_for_a_copy_under_way_and_for_twenty_seconds_at_most() {
        assert_eq!(PATIENCE, Duration::from_secs(20));
        let quick = copying(Some(5));
        quick.end(Ending::Copied);
        assert!(finished(&quick), "a copy that is soon done is waited for");
        // Were it not cut short, this would never end.
        let endless = copying(None);
        endless.end_within(Ending::Copied, BEAT * 5);
        assert!(!finished(&endless), "a copy that takes longer is cut short: the key leaves memory");
    }

    fn order(due: &mut Due) -> Vec<Task> {
        std::iter::from_fn(|| due.take_up()).collect()
    }

    #[test]
    fn a_copy_that_comes_due_goes_before_the_check_and_the_check_comes_after_it() {
        let mut due = Due { check: true, at_work: true, ..Due::default() };
        assert_eq!(due.take_up(), Some(Task::Check));
        assert!(due.may_check(), "nothing else is due");
        due.copy = true;
        assert!(!due.may_check(), "the running check gives way");
        due.check = true;
        assert_eq!(order(&mut due), [Task::Copy, Task::Check]);
        assert!(!due.at_work && !due.copy && !due.check);
    }

    #[test]
    fn each_ending_leaves_what_the_next_opening_makes_up_for_and_no_more() {
        let due = |ending| Due { copy: true, check: true, at_work: true, ending: Some(ending) };
        assert_eq!(order(&mut due(Ending::Finished)), [Task::Copy, Task::Check]);
        assert_eq!(order(&mut due(Ending::Copied)), [Task::Copy], "locking waits for the copy alone");
        let mut cut = due(Ending::AtOnce);
        assert!(order(&mut cut).is_empty());
        assert!(cut.copy && cut.check && !cut.at_work, "and all of it is remembered for going on");
    }

    #[test]
    fn who_reads_that_a_copy_was_made_late_learns_the_day_and_that_nothing_is_lost() {
        let told = late(NaiveDate::from_ymd_opt(2026, 9, 15).unwrap(), "保存人员");
        assert!(
            told.contains("2026年9月15日") && told.contains("保存人员") && told.contains("改动都在"),
            "{told}"
        );
    }
}
