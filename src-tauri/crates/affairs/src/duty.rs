//! One thing that is due: whose it is, by when, by which law, and the page that opens for it. Modules
//! compute their duties from what is recorded; nothing of it is stored. Joining and sorting is `desk`'s.

use chrono::{Datelike, Days, NaiveDate};
use law::{Deadline, LawBook, LawError, RuleRef};
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;

mod kinds;
pub use kinds::DutyKind;

/// Whose move it is: 我办 / 企业办 / 上级办.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Whose {
    /// The union's own.
    Union,
    /// The employer's.
    Employer,
    /// The upper union's or a department's.
    Upper,
}

impl Whose {
    /// As pages and papers say it.
    pub fn label(self) -> &'static str {
        match self {
            Whose::Union => "我办",
            Whose::Employer => "企业办",
            Whose::Upper => "上级办",
        }
    }
}

/// How near a duty is, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// The day has passed.
    Overdue,
    /// To be done now, or within the next seven days.
    Week,
    /// Within the next thirty days.
    Month,
    /// Later than that.
    Later,
    /// Promised, but no day was set.
    NoDay,
}

/// How far the two near bands reach. They roll with the day: a calendar week would show on a Sunday what is
/// due on Tuesday only under the month, and at the month's end under no band at all.
const WEEK: Days = Days::new(7);
const MONTH: Days = Days::new(30);

impl Band {
    /// The band of a due day, seen from `today`.
    pub fn of(due: NaiveDate, today: NaiveDate) -> Band {
        if due < today {
            Band::Overdue
        } else if due <= today + WEEK {
            Band::Week
        } else if due <= today + MONTH {
            Band::Month
        } else {
            Band::Later
        }
    }
}

/// The page that a duty's button opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The page's name: `negotiation`, `members` …
    pub page: String,
    /// The record on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<String>,
    /// The part of the page to open (`reply`, `meeting` …).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub part: Option<String>,
}

/// One thing that is due.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Duty {
    /// Stable while the duty stands: its kind's look with the record in it.
    pub id: String,
    /// The module that computed it.
    pub module: String,
    /// Whose move it is.
    pub whose: Whose,
    /// What is to be done, as one phrase.
    pub title: String,
    /// Where it comes from, as one sentence (no law: an undertaking given in a meeting).
    pub origin: String,
    /// The last day; absent where neither law nor promise sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub due: Option<NaiveDate>,
    /// Days from today: negative when overdue.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub days: Option<i64>,
    /// How near it is.
    pub band: Band,
    /// The computed clock behind it, when a law sets the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub deadline: Option<Deadline>,
    /// The rule behind it, when a law asks for it and sets no day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rule: Option<RuleRef>,
    /// What the button says.
    pub button: String,
    /// What the button opens.
    pub place: Place,
}

impl Duty {
    /// A duty due on `due`, banded from `today`.
    pub fn due(
        today: NaiveDate,
        due: NaiveDate,
        id: String,
        whose: Whose,
        title: String,
        place: Place,
    ) -> Duty {
        Duty {
            due: Some(due),
            days: Some((due - today).num_days()),
            band: Band::of(due, today),
            ..Duty::undated(Band::NoDay, id, whose, title, place)
        }
    }

    /// A duty that no day is set for: `Week` for what the law wants done without delay, `NoDay` for a promise.
    pub fn undated(band: Band, id: String, whose: Whose, title: String, place: Place) -> Duty {
        debug_assert!(DutyKind::of_id(&id).is_some(), "{id} is of no kind that is listed");
        Duty {
            module: place.page.clone(),
            id,
            whose,
            title,
            origin: String::new(),
            due: None,
            days: None,
            band,
            deadline: None,
            rule: None,
            button: "打开".to_owned(),
            place,
        }
    }
}

/// The clock of a subject from known events; none where the place sets no term.
pub(crate) fn clock(
    book: &LawBook,
    subject: &str,
    at: &law::Place,
    known: &[(&str, NaiveDate)],
) -> Result<Option<Deadline>, Problem> {
    match book.deadline_from(subject, at, known) {
        Ok(deadline) => Ok(Some(deadline)),
        Err(LawError::NoRule { .. }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// The clock of an authority, by the place's own law where it has one; none where the place sets no term.
pub(crate) fn ruled_clock(
    book: &LawBook,
    subject: &str,
    at: &law::Place,
    known: &[(&str, NaiveDate)],
) -> Result<Option<Deadline>, Problem> {
    match book.ruled_deadline_from(subject, at, known) {
        Ok(deadline) => Ok(Some(deadline)),
        Err(LawError::NoRule { .. }) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

/// 2026年11月16日, as the sentence of a duty says a day.
pub(crate) fn day_words(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_near_bands_roll_over_sundays_and_the_ends_of_months() {
        let sunday = day("2026-11-29");
        let cases = [
            ("2026-11-28", Band::Overdue, "yesterday is over"),
            ("2026-11-29", Band::Week, "today is near"),
            ("2026-12-01", Band::Week, "two days ahead, though the week and the month end before"),
            ("2026-12-06", Band::Week, "the seventh day"),
            ("2026-12-07", Band::Month, "the eighth"),
            ("2026-12-29", Band::Month, "the thirtieth"),
            ("2026-12-30", Band::Later, "the thirty-first"),
        ];
        for (due, band, why) in cases {
            assert_eq!(Band::of(day(due), sunday), band, "{why}");
        }
    }
}
