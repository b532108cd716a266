//! What the tests of terms and delegates begin with: the packs, and a term and a delegate without a fault.

use std::path::Path;
use std::sync::LazyLock;

use chrono::NaiveDate;
use law::LawBook;

use super::model::{CongressDelegateInput, CongressRank, CongressTermId, CongressTermInput};

/// The packs of law.
pub(super) static BOOK: LazyLock<LawBook> =
    LazyLock::new(|| LawBook::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap());

/// A day.
pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A term without a fault, of so many seats and workers.
pub(super) fn term(seats: u32, workers: u32) -> CongressTermInput {
    CongressTermInput {
        id: None,
        name: "第三届职工代表大会".to_owned(),
        began_on: day("2025-03-12"),
        years: 3,
        seats,
        workers,
        women_workers: None,
        dispatched_workers: None,
        posted_on: Some(day("2025-03-06")),
        note: None,
        late_entry: None,
    }
}

/// A delegate elected without a fault.
pub(super) fn delegate() -> CongressDelegateInput {
    let id: CongressTermId = "01990000-0000-7000-8000-000000054001".parse().unwrap();
    CongressDelegateInput {
        id: None,
        term: id,
        person: None,
        name: "王小明".to_owned(),
        woman: false,
        unit: "焊接车间".to_owned(),
        rank: CongressRank::Front,
        dispatched: false,
        elected_on: day("2025-03-05"),
        unit_workers: Some(60),
        voters: Some(40),
        votes_for: Some(31),
        ended_on: None,
        ended_how: None,
        ended_why: None,
        recall_voters: None,
        recall_votes: None,
        late_entry: None,
    }
}
