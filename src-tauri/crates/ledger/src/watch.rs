//! Long SQL with its progress told and a way to stop it: the statement runs on a thread of its own while the
//! caller's thread looks on. What is run is decided elsewhere.

use crate::LedgerError;
use rusqlite::Connection;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Tells `(bytes done, bytes in all)`; `false` stops the work.
pub type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// How often the onlooker looks.
const BEAT: Duration = Duration::from_millis(40);

/// Runs `work` and calls `look` meanwhile; when it says `false`, the running statement is interrupted and the
/// answer is `Cancelled`.
pub(crate) fn watched<T: Send>(
    conn: &mut Connection,
    look: &mut dyn FnMut() -> bool,
    work: impl FnOnce(&mut Connection) -> Result<T, LedgerError> + Send,
) -> Result<T, LedgerError> {
    let handle = conn.get_interrupt_handle();
    let (done, waiting) = mpsc::channel();
    thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let value = work(conn);
            // The onlooker waits for this as long as the work lasts; there is no one else to tell.
            let _ = done.send(());
            value
        });
        let mut wanted = true;
        while waiting.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
            wanted = wanted && look();
            if !wanted {
                // Again and again: between two statements there is nothing to interrupt.
                handle.interrupt();
            }
        }
        let value = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        if wanted { value } else { Err(LedgerError::Cancelled) }
    })
}
