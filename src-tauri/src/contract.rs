//! What the window host takes from the contract, in one place: its types, the clock and the ids.
//! Commands, rights and errors are decided in `desk`; this host only carries them.

pub use desk::{Answer, Desk, Paths, Problem, Progress};

use std::path::PathBuf;
use std::sync::Arc;

use ledger::{Clock, Kdf, RandomIds, SystemClock};

/// Opens the desk over the real clock and real ids.
///
/// # Errors
/// Whatever the desk cannot start without, such as a law pack that cannot be read.
pub fn open_desk(assets: PathBuf, home: PathBuf, paths: Arc<dyn Paths>) -> Result<Desk, Problem> {
    let ids = Arc::new(RandomIds::new());
    let desk = Desk::new(desk::Config {
        assets,
        home,
        remembers: true,
        clock: clock(),
        ids,
        paths,
        kdf: Kdf::standard(),
    })?;
    // Nothing is searched here: the first paper does.
    desk.with_fonts(desk::FontPlaces::System)
}

/// The one clock of the program. A window story may hold it still.
fn clock() -> Arc<dyn Clock> {
    #[cfg(feature = "e2e")]
    if let Some(clock) = crate::scripted::clock() {
        return Arc::new(clock);
    }
    Arc::new(SystemClock)
}

/// This moment as the log writes it.
pub fn now() -> String {
    clock().now().format("%Y-%m-%d %H:%M:%S").to_string()
}
