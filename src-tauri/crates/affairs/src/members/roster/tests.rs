//! Whole books through the roster reader: the demo's own files, the forty-five cases of the field, and
//! outside bytes of any kind.

mod cases;
mod cases_identity;
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
    AGES.get_or_init(|| Ages::of(&law::LawBook::load(&assets).unwrap()).unwrap()).clone()
}

#[test]
fn ages_come_from_the_packs_with_their_articles() {
    let ages = ages();
    assert!(ages.work.allows(16) && !ages.work.allows(15), "from the sixteenth birthday on");
    assert!(ages.league.allows(27) && !ages.league.allows(28), "up to the twenty-eighth");
    assert_eq!(ages.work.article, "《中华人民共和国劳动法》第十五条");
    assert_eq!(ages.league.article, "《中国共产主义青年团章程》第五条");
}
