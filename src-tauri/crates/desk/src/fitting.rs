//! What is kept of whether own templates fit the program. How it is found is `templates`'.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// What was found of own templates that were taken under another program, by the sums of both.
#[derive(Default)]
pub(crate) struct Found(pub(crate) Mutex<BTreeMap<(String, String), Option<String>>>);
