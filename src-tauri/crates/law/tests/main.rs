//! The law crate's tests: every pack case, the calendar day for day, counting against a walk, votes
//! against their definitions, and the exact sentences that papers print.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may stop the test")]

mod calendar;
mod chapters;
mod counting;
mod coverage;
mod later;
mod notice;
mod overlays;
mod own;
mod packs;
mod quantities;
mod refusals;
mod scopes;
mod sentences;
mod shapes;
mod survey;
mod taken;
mod votes;

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::NaiveDate;
use law::LawBook;

/// The assets folder of the repository.
fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}

/// The law book as it ships, read once for all tests.
static BOOK: LazyLock<LawBook> = LazyLock::new(|| {
    LawBook::load(&assets()).unwrap_or_else(|error| panic!("the shipped packs must load: {error}"))
});

fn book() -> &'static LawBook {
    &BOOK
}

/// A day from its ISO form.
fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is no date"))
}
