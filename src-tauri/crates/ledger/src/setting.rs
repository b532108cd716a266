//! What the floors above hand over beside the schema: time, ids and the cost of guessing.

use crate::{Clock, Ids, Kdf};
use std::sync::Arc;

/// What comes from outside: time, ids and the cost of guessing a passphrase.
#[derive(Clone)]
pub struct Setting {
    /// the clock
    pub clock: Arc<dyn Clock>,
    /// the source of ids and salts
    pub ids: Arc<dyn Ids>,
    /// cost for slots made from now on; slots that stand keep theirs
    pub kdf: Kdf,
}
