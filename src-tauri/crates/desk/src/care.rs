//! What is due for an open ledger beside the work, whether a thread is at it, and how its care ends. What is done then is
//! `keeper`'s.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

/// So long locking waits for a copy under way: the key may not stay in memory for longer. What is not done by then the
/// next opening does first.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
/// So often it is looked meanwhile whether the copy is done.
pub(crate) const BEAT: Duration = Duration::from_millis(10);

/// How the care of a ledger ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Everything is cut short: the ledger is taken for an act that keeps a copy of its own, or is opened anew.
    AtOnce,
    /// A copy that is due is made and finished; a check is left for the next opening, and so is a copy that takes longer
    /// than locking may.
    Copied,
    /// Everything that is due is finished: a script of one command would never have it otherwise.
    Finished,
}

/// What the keeper's thread does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Task {
    Copy,
    Check,
}

/// What is due, and whether a thread is at it.
#[derive(Debug, Default)]
pub(crate) struct Due {
    pub(crate) copy: bool,
    pub(crate) check: bool,
    pub(crate) at_work: bool,
    pub(crate) ending: Option<Ending>,
}

impl Due {
    /// Whether a copy may be begun or gone on with.
    pub(crate) fn may_copy(&self) -> bool {
        self.ending != Some(Ending::AtOnce)
    }

    /// Whether a check may be begun or gone on with: a copy that is due goes first.
    pub(crate) fn may_check(&self) -> bool {
        !self.copy && matches!(self.ending, None | Some(Ending::Finished))
    }

    /// Takes the next task up. Nothing is left to do: the thread that asked goes.
    pub(crate) fn take_up(&mut self) -> Option<Task> {
        let next = if self.copy && self.may_copy() {
            self.copy = false;
            Some(Task::Copy)
        } else if self.check && self.may_check() {
            self.check = false;
            Some(Task::Check)
        } else {
            None
        };
        self.at_work = next.is_some();
        next
    }
}

/// The keeper of one open ledger.
#[derive(Default)]
pub struct Care {
    pub(crate) due: Mutex<Due>,
    pub(crate) trouble: Mutex<Option<String>>,
    pub(crate) late: Mutex<Option<String>>,
    pub(crate) thread: Mutex<Option<JoinHandle<()>>>,
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Care {
    /// Why the copy of the day could not be made, when it could not.
    pub(crate) fn trouble(&self) -> Option<String> {
        lock(&self.trouble).clone()
    }

    /// Of which day the copy was not made and is made in this sitting instead, when there is such a day.
    pub(crate) fn late(&self) -> Option<String> {
        lock(&self.late).clone()
    }

    /// A copy was made after all.
    pub(crate) fn well(&self) {
        *lock(&self.trouble) = None;
    }

    /// Ends the care and waits for what is still to be done before. Nothing is begun after it.
    pub(crate) fn end(&self, ending: Ending) {
        self.end_within(ending, PATIENCE);
    }

    /// The same where locking waits for a copy as long as told.
    pub(crate) fn end_within(&self, ending: Ending, patience: Duration) {
        lock(&self.due).ending = Some(ending);
        let thread = lock(&self.thread).take();
        if let Some(thread) = thread {
            if ending == Ending::Copied && !soon(&thread, patience) {
                lock(&self.due).ending = Some(Ending::AtOnce);
            }
            // A panic in it has been told of by the host's hook; the ledger is whole all the same.
            let _ = thread.join();
        }
    }
}

/// Waits for a thread, at most so long. Whether it is done.
fn soon(thread: &JoinHandle<()>, patience: Duration) -> bool {
    for _ in 0..patience.as_millis() / BEAT.as_millis() {
        if thread.is_finished() {
            return true;
        }
        std::thread::sleep(BEAT);
    }
    thread.is_finished()
}
