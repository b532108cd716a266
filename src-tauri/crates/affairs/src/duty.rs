//! One thing that is due: whose it is, by when, by which law, and the page that opens for it. Modules
//! compute their duties from what is recorded; nothing of it is stored. Joining and sorting is `desk`'s.

use chrono::{Datelike, Days, NaiveDate};
use law::Deadline;
use serde::Serialize;
use ts_rs::TS;

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

/// How near a duty is, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Band {
    /// The day has passed.
    Overdue,
    /// Up to this week's Sunday.
    Week,
    /// Up to the end of this month.
    Month,
    /// After this month.
    Later,
}

impl Band {
    /// The band of a due day, seen from `today`.
    pub fn of(due: NaiveDate, today: NaiveDate) -> Band {
        let sunday = today + Days::new(6 - u64::from(today.weekday().num_days_from_monday()));
        if due < today {
            Band::Overdue
        } else if due <= sunday {
            Band::Week
        } else if (due.year(), due.month()) == (today.year(), today.month()) {
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
    /// Stable while the duty stands: module, kind and record.
    pub id: String,
    /// The module that computed it.
    pub module: String,
    /// Whose move it is.
    pub whose: Whose,
    /// What is to be done, as one phrase.
    pub title: String,
    /// Where it comes from, as one sentence (no law: an undertaking given in a meeting).
    pub origin: String,
    /// The last day.
    pub due: NaiveDate,
    /// Days from today: negative when overdue.
    pub days: i64,
    /// How near it is.
    pub band: Band,
    /// The computed clock behind it, when a law sets the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub deadline: Option<Deadline>,
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
            module: place.page.clone(),
            id,
            whose,
            title,
            origin: String::new(),
            due,
            days: (due - today).num_days(),
            band: Band::of(due, today),
            deadline: None,
            button: "打开".to_owned(),
            place,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_band_ends_on_sunday_and_at_the_end_of_the_month() {
        let monday = day("2026-11-16");
        let cases = [
            ("2026-11-15", Band::Overdue, "yesterday is over"),
            ("2026-11-16", Band::Week, "today is still this week"),
            ("2026-11-22", Band::Week, "Sunday ends the week"),
            ("2026-11-23", Band::Month, "next Monday is this month"),
            ("2026-11-30", Band::Month, "the last day of the month"),
            ("2026-12-01", Band::Later, "the next month"),
        ];
        for (due, band, why) in cases {
            assert_eq!(Band::of(day(due), monday), band, "{why}");
        }
    }
}
