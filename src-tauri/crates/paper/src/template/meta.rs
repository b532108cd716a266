//! What a paper needs beside its text.

use chrono::{DateTime, FixedOffset};

/// What a paper needs beside its text.
#[derive(Debug, Clone)]
pub struct Meta {
    /// The body that issues it; written into the PDF's metadata.
    pub author: String,
    /// The moment of issue; the same moment gives the same bytes.
    pub created: DateTime<FixedOffset>,
    /// Tells this issue from others, for instance the id of the issued paper.
    pub id_seed: String,
}
