//! Whole books through the roster reader: the demo's own files, the cases of the field that a roster shows, and
//! outside bytes of any kind.

pub(crate) mod cases;
mod cases_identity;
mod cases_ledger;
mod cases_units;
mod cases_work;
mod demo;
mod fuzz;
mod whole;

use std::path::Path;
use std::sync::OnceLock;

use super::ages::Ages;

/// The ages of the shipped packs, read once.
fn ages() -> Ages {
    static AGES: OnceLock<Ages> = OnceLock::new();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    AGES.get_or_init(|| {
        let book = law::LawBook::load(&assets).unwrap();
        let (year, month, day) = cases::TODAY;
        let today = chrono::NaiveDate::from_ymd_opt(year, month, day).unwrap();
        Ages::of(&book, &law::Place::province("36"), today).unwrap()
    })
    .clone()
}

#[test]
fn ages_come_from_the_packs_with_their_articles() {
    let ages = ages();
    assert!(ages.work.allows(16) && !ages.work.allows(15), "from the sixteenth birthday on");
    assert!(ages.league.allows(27) && !ages.league.allows(28), "up to the twenty-eighth");
    assert_eq!(ages.work.article, "《中华人民共和国劳动法》第十五条");
    assert_eq!(ages.league.article, "《中国共产主义青年团章程》第五条");
}
