//! The way to go where an agreement in effect is not kept: what the union may ask for, where it may go, and by when a suit is brought.
//! It is told in words while something that a check found short is not mended; once an award over it was received, the clock of the
//! suit runs.

use super::checks::model::{AgreementCheckClause, SaveAgreementCheck};
use super::model::AgreementSuit;
use crate::Problem;
use crate::duty::clock;
use crate::negotiation::rules::Law;

/// The subject of the clock of a suit.
const SUIT: &str = "negotiation.breach.sue";

/// Whether something that was found short is not mended.
pub(super) fn is_open(checks: &[SaveAgreementCheck]) -> bool {
    checks.iter().flat_map(|check| &check.clauses).any(AgreementCheckClause::is_open)
}

/// The way in its order, a sentence each with its article.
pub(super) fn ways(law: Law<'_>) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let mut before = String::new();
    for subject in ["negotiation.breach", "negotiation.breach.arbitration", SUIT] {
        let Some(ruling) = law.book.applies(subject, law.place, law.on) else { continue };
        let short = ruling.winner.reference().short;
        // One article that says both is quoted once; only the clock of the suit is a sentence of its own.
        if short != before || ruling.winner.quantity.is_some() {
            told.push(format!("{}（{short}）。", ruling.winner.title));
        }
        before = short;
    }
    told
}

/// The clocks of suits that may still be brought: of each award that was received and against which nobody sued, while what it is about
/// is not mended.
///
/// Errors: of the calendar.
pub(super) fn suits<'a>(
    law: Law<'_>,
    checks: impl Iterator<Item = &'a SaveAgreementCheck>,
) -> Result<Vec<AgreementSuit>, Problem> {
    let mut open = Vec::new();
    for check in checks {
        let Some(id) = check.id else { continue };
        for (at, clause) in check.clauses.iter().enumerate() {
            let waits = clause.sued_on.is_none() && clause.done_on.is_none();
            let Some(award) = clause.award_on.filter(|_| waits) else { continue };
            if let Some(deadline) = clock(law.book, SUIT, law.place, &[("award_received", award)])? {
                open.push(AgreementSuit { check: id, at, clause: clause.clause.trim().to_owned(), deadline });
            }
        }
    }
    Ok(open)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use law::{LawBook, Place};

    use super::{is_open, ways};
    use crate::negotiation::agreement::checks::model::{AgreementCheckClause, SaveAgreementCheck};
    use crate::negotiation::rules::Law;

    fn check(gap: Option<&str>, done: Option<&str>) -> SaveAgreementCheck {
        let clause = AgreementCheckClause {
            clause: "夜班津贴".to_owned(),
            gap: gap.map(str::to_owned),
            done_on: done.map(|day| day.parse().unwrap()),
            ..AgreementCheckClause::default()
        };
        let day = "2027-06-01".parse().unwrap();
        SaveAgreementCheck {
            id: None,
            agreement: uuid::Uuid::from_u128(1).into(),
            from_on: day,
            to_on: day,
            checked_on: day,
            method: String::new(),
            opinions: None,
            conclusion: String::new(),
            workers: Vec::new(),
            employer: Vec::new(),
            late_entry: None,
            clauses: vec![clause],
        }
    }

    #[test]
    fn what_is_short_is_open_until_it_is_mended() {
        assert!(!is_open(&[check(None, None)]));
        assert!(is_open(&[check(Some("每班少10元"), None)]));
        assert!(!is_open(&[check(Some("每班少10元"), Some("2027-06-20"))]));
    }

    #[test]
    fn the_way_is_told_by_the_articles_of_the_place() {
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let book = LawBook::load(&assets).unwrap();
        let cases: [(&str, &[&str]); 5] = [
            ("22", &["工会可以要求改正", "第五十五条", "第八十四条", "十五日内可以起诉"]),
            ("36", &["第三十五条", "第八十四条"]),
            ("31", &["第五十五条", "第八十四条"]),
            ("41", &["第四十二条", "第八十四条"]),
            ("33", &["第四十条", "第八十四条"]),
        ];
        for (province, articles) in cases {
            let place = Place::province(province);
            let on = "2027-06-21".parse().unwrap();
            let told = ways(Law { book: book.scoped("wage"), place: &place, on });
            for article in articles {
                assert!(told.concat().contains(article), "{province} {article}: {told:?}");
            }
        }
    }
}
