//! The months by which it is seen whether a contract's wages were paid: whole ones of its term, and none before the agreed rise is in
//! force. What was paid before is no performance of it.

use chrono::{Datelike, Months, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use crate::Problem;
use crate::negotiation::agreement::affair::{self, Affair};
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::agreement::store;
use crate::negotiation::contract::model::ContractDraft;
use crate::pay::model::PayPeriod;

/// The blank of the day from which the rise is paid.
const RISE: &str = "增资执行日";

/// From the first whole month to the last day; without a day where the ledger knows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InForce {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl InForce {
    /// Of a term, and of a rise that begins on a day of its own.
    fn of(term: (Option<NaiveDate>, Option<NaiveDate>), rise: Option<NaiveDate>) -> InForce {
        let whole = |day: NaiveDate| match day.day() {
            1 => Some(day),
            _ => day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))),
        };
        InForce { from: term.0.max(rise).and_then(whole), to: term.1 }
    }

    /// Whether a month or a year lies in it as a whole.
    pub fn holds(self, period: PayPeriod) -> bool {
        self.from.is_none_or(|from| period.first() >= from) && self.to.is_none_or(|to| period.last() <= to)
    }
}

/// The months of an agreement, a renewal in effect with them.
///
/// Errors: `not_found`.
pub fn in_force(
    connection: &Connection,
    book: &LawBook,
    id: AgreementId,
    draft: &ContractDraft,
) -> Result<InForce, Problem> {
    let head = store::head(connection, id)?;
    let affair = Affair::load(connection, head.negotiation)?;
    let head = affair::with_term(connection, book, &affair, head)?;
    let rise = draft.blanks.iter().find(|one| one.name == RISE).and_then(|one| one.value.as_deref());
    Ok(InForce::of((head.term_from, head.term_to), rise.and_then(|day| day.parse().ok())))
}

#[cfg(test)]
mod tests {
    use super::InForce;
    use crate::pay::model::PayPeriod;

    #[test]
    fn the_first_month_is_the_first_whole_one_with_the_rise() {
        let day = |text: &str| Some(text.parse().unwrap());
        let period = |text: &str| -> PayPeriod { text.parse().unwrap() };
        let term = (day("2026-12-01"), day("2027-11-30"));
        for (rise, first) in [
            (None, "2026-12"),
            (day("2026-12-01"), "2026-12"),
            // Paid for months before the term: these are made good, and are none of it.
            (day("2026-10-01"), "2026-12"),
            (day("2026-12-02"), "2027-01"),
            (day("2027-03-15"), "2027-04"),
        ] {
            let in_force = InForce::of(term, rise);
            let months = ["2026-08", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04"];
            let held = months.into_iter().find(|month| in_force.holds(period(month)));
            assert_eq!(held, Some(first), "{rise:?}");
        }
        let whole = InForce::of(term, None);
        assert!(whole.holds(period("2027-11")) && !whole.holds(period("2027-12")), "nor one after its end");
        assert!(!whole.holds(period("2026")) && !whole.holds(period("2027")), "a year that is not its own");
        let year = InForce::of((day("2027-01-01"), day("2027-12-31")), None);
        assert!(year.holds(period("2027")));
        assert!(InForce::of((None, None), None).holds(period("2020-01")), "nobody knows its term");
    }
}
