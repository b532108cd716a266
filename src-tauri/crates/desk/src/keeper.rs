//! What is done for a ledger without being asked, beside the work: the copy of the day after the first change,
//! the short check of the day, and the sweep of files that nothing names. On a thread of its own, so that no
//! step waits; when the desk is locked it stops, when the program ends it is finished.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::Problem;
use crate::open::Open;

/// The keeper of one open ledger.
#[derive(Default)]
pub struct Care {
    stopped: AtomicBool,
    busy: AtomicBool,
    trouble: Mutex<Option<String>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Care {
    /// Why the copy of the day could not be made, when it could not.
    pub(crate) fn trouble(&self) -> Option<String> {
        lock(&self.trouble).clone()
    }

    /// A copy was made after all.
    pub(crate) fn well(&self) {
        *lock(&self.trouble) = None;
    }

    /// Waits for what is under way; `stop` cuts it short.
    pub(crate) fn end(&self, stop: bool) {
        if stop {
            self.stopped.store(true, Ordering::SeqCst);
        }
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            // A panic in it has been told of by the host's hook; the ledger is whole all the same.
            let _ = thread.join();
        }
    }

    /// Takes the care up again after `end`.
    pub(crate) fn go_on(&self) {
        self.stopped.store(false, Ordering::SeqCst);
    }

    fn wanted(&self) -> bool {
        !self.stopped.load(Ordering::SeqCst)
    }
}

/// Begins what is due, unless it is under way already. `changed`: a step was just written.
pub(crate) fn look_after(open: &Arc<Open>, changed: bool) {
    // The demo union is made anew at any time.
    if open.union.named_day.is_some() {
        return;
    }
    let copy = changed && open.ledger.backup_due();
    let check = !changed && open.ledger.check_due().unwrap_or(false);
    if !(copy || check) || !open.care.wanted() || open.care.busy.swap(true, Ordering::SeqCst) {
        return;
    }
    let theirs = Arc::clone(open);
    let thread = std::thread::spawn(move || {
        let care = &theirs.care;
        if copy {
            match theirs.ledger.backup_if_due(&mut |_, _| care.wanted()) {
                Ok(_) => care.well(),
                Err(why) if why.code() == "ledger.cancelled" => {}
                Err(why) => *lock(&care.trouble) = Some(Problem::from(why).message),
            }
        }
        if check && care.wanted() {
            // What the check finds is kept by the ledger and told in 今日; a sweep that fails is tried tomorrow.
            let _ = theirs.ledger.quick_check(&mut || care.wanted());
            let _ = theirs.ledger.files().sweep();
        }
        care.busy.store(false, Ordering::SeqCst);
    });
    let before = lock(&open.care.thread).replace(thread);
    if let Some(before) = before {
        let _ = before.join();
    }
}
