//! How long work tells of itself and learns that it is no longer wanted.

/// Told by a job while it runs. Hosts show it; a job that sees `cancelled` leaves nothing behind.
pub trait Progress: Send + Sync {
    /// `done` of `total` (0 when not known), with what is being done in words.
    fn report(&self, done: u64, total: u64, label: &str);
    /// Whether the person has cancelled.
    fn cancelled(&self) -> bool;
}

/// For callers that neither watch nor cancel.
pub struct NoProgress;

impl Progress for NoProgress {
    fn report(&self, _done: u64, _total: u64, _label: &str) {}
    fn cancelled(&self) -> bool {
        false
    }
}

/// Tells how far the work is, and whether it is still wanted.
pub(crate) fn watch<'a>(progress: &'a dyn Progress, label: &'a str) -> impl FnMut(u64, u64) -> bool + 'a {
    move |done, total| {
        progress.report(done, total, label);
        !progress.cancelled()
    }
}
