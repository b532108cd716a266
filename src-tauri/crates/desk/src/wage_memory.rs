//! The wage data that is kept between two commands. When it is read anew is `wages`'.

use std::sync::{Arc, Mutex};

use affairs::pay::figures::whole::Loaded;
/// What is kept.
#[derive(Default)]
pub(crate) struct WageMemory(pub(crate) Mutex<Option<Kept>>);

/// What was read, and when.
pub(crate) struct Kept {
    /// the newest step when it was read
    pub(crate) seq: i64,
    /// whether it was kept in the access log that its single wages were read
    pub(crate) logged: bool,
    pub(crate) loaded: Arc<Loaded>,
}
