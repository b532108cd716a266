//! Which dates of what is due move when the law book changes, told before the change is kept. What changes the book
//! stands beside: a year's days off, an agreed number.

use affairs::duty::{Duty, Whose};
use chrono::NaiveDate;
use law::LawBook;
use serde::Serialize;
use ts_rs::TS;

use crate::Problem;
use crate::commands::today;
use crate::open::Reading;

/// A duty whose day moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MovedDuty {
    /// What is to be done.
    pub title: String,
    /// Whose move it is.
    pub whose: Whose,
    /// Its last day so far; none where the duty is new.
    pub before: Option<NaiveDate>,
    /// Its last day with the change; none where the duty goes.
    pub after: Option<NaiveDate>,
}

/// What moves with a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Moves {
    /// The duties whose day differs, in the order of their new days.
    pub moved: Vec<MovedDuty>,
    /// How many dates were assumed so far and are certain with it.
    pub settled: usize,
}

impl Moves {
    /// What moves when this book takes the place of the present one.
    pub fn by(reading: &Reading<'_>, book: &LawBook) -> Result<Self, Problem> {
        let before = today::due(reading)?.duties;
        let by = Reading { book, ..*reading };
        let after = today::due(&by)?.duties;
        let unsure = |duties: &[Duty]| {
            duties.iter().filter(|duty| duty.deadline.as_ref().is_some_and(|one| !one.certain)).count()
        };
        let settled = unsure(&before).saturating_sub(unsure(&after));
        Ok(Moves { moved: moved(&before, &after), settled })
    }
}

/// The duties whose day differs, in the order of their new days.
fn moved(before: &[Duty], after: &[Duty]) -> Vec<MovedDuty> {
    let told = |duty: &Duty, before: Option<NaiveDate>, after: Option<NaiveDate>| MovedDuty {
        title: duty.title.clone(),
        whose: duty.whose,
        before,
        after,
    };
    let mut moved: Vec<MovedDuty> = Vec::new();
    for now in after {
        let was = before.iter().find(|duty| duty.id == now.id);
        if was.is_none_or(|was| was.due != now.due) {
            moved.push(told(now, was.and_then(|was| was.due), now.due));
        }
    }
    let gone = before.iter().filter(|was| !after.iter().any(|now| now.id == was.id));
    moved.extend(gone.map(|was| told(was, was.due, None)));
    moved.sort_by_key(|one| (one.after.is_none(), one.after, one.before));
    moved
}
