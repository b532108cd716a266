//! Pure day counting by 民法典 arts. 201–204: the first day is not counted; months and years end on the
//! same numbered day. Which clock runs and how its end is told is `clock`.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::calendar::{Calendar, is_weekend};
use crate::explain::{Run, RunKind, Skipped};
use crate::quantity::Unit;
use crate::rule::Direction;

/// Where a count ends before any holiday moves it.
pub(crate) struct Counted {
    /// The last day.
    pub end: NaiveDate,
    /// Days not counted, with reasons (working days only).
    pub skipped: Vec<Skipped>,
    /// False when a day's standing had to be assumed.
    pub certain: bool,
}

/// Counts `quantity` units from `start`, which itself is not counted. None beyond the calendar's range
/// or for a unit that is no span of days.
pub(crate) fn count(
    calendar: &Calendar,
    start: NaiveDate,
    quantity: i64,
    unit: Unit,
    direction: Direction,
) -> Option<Counted> {
    let plain = |end: NaiveDate| Counted { end, skipped: Vec::new(), certain: true };
    match unit {
        Unit::CalendarDay => step(start, u64::try_from(quantity).ok()?, direction).map(plain),
        Unit::Month => months(start, u32::try_from(quantity).ok()?, direction).map(plain),
        Unit::Year => months(start, u32::try_from(quantity).ok()?.checked_mul(12)?, direction).map(plain),
        Unit::WorkingDay => working_days(calendar, start, quantity, direction),
        _ => None,
    }
}

fn working_days(
    calendar: &Calendar,
    start: NaiveDate,
    quantity: i64,
    direction: Direction,
) -> Option<Counted> {
    let mut counted = Counted { end: start, skipped: Vec::new(), certain: true };
    let mut left = quantity;
    while left > 0 {
        counted.end = step(counted.end, 1, direction)?;
        let (works, known) = standing(calendar, counted.end);
        counted.certain &= known;
        if works {
            left -= 1;
        } else {
            counted.skipped.push(Skipped { date: counted.end, why: why_off(calendar, counted.end) });
        }
    }
    Some(counted)
}

/// The runs of a count from `start`, itself not counted, over its bare end to its end. `skipped` holds the
/// days passed over, in the order of the count; the days after `nominal` moved for its reason.
pub(crate) fn runs(start: NaiveDate, nominal: NaiveDate, end: NaiveDate, skipped: &[Skipped]) -> Vec<Run> {
    let direction = if end < start { Direction::Before } else { Direction::After };
    let reason = |day: NaiveDate| skipped.iter().find(|one| one.date == day).map(|one| one.why.clone());
    let moved_why = reason(nominal);
    let mut runs: Vec<Run> = Vec::new();
    let (mut day, mut moved) = (start, false);
    while day != end {
        let Some(next) = step(day, 1, direction) else { break };
        day = next;
        let (kind, why) = match reason(day) {
            _ if moved => (RunKind::Moved, moved_why.clone()),
            Some(why) if day != nominal => (RunKind::Skipped, Some(why)),
            _ => (RunKind::Counted, None),
        };
        moved |= day == nominal;
        match runs.last_mut().filter(|run| run.kind == kind && run.why == why) {
            Some(run) => (run.to, run.days) = (day, run.days + 1),
            None => runs.push(Run { kind, from: day, to: day, days: 1, why }),
        }
    }
    runs
}

/// Whether people work on a day, and whether that is known; a year without notice is taken from the
/// weekday and marked as not known.
pub(crate) fn standing(calendar: &Calendar, date: NaiveDate) -> (bool, bool) {
    match calendar.is_working_day(date) {
        Some(works) => (works, true),
        None => (!is_weekend(date), false),
    }
}

/// Why a day is off, in Chinese.
pub(crate) fn why_off(calendar: &Calendar, date: NaiveDate) -> String {
    match calendar.holiday(date) {
        Some(name) if calendar.is_statutory_holiday(date) => format!("{name}（法定休假日）"),
        Some(name) => format!("{name}放假调休"),
        None => "周末".to_owned(),
    }
}

/// One or more calendar days on or back.
pub(crate) fn step(date: NaiveDate, days: u64, direction: Direction) -> Option<NaiveDate> {
    match direction {
        Direction::After => date.checked_add_days(Days::new(days)),
        Direction::Before => date.checked_sub_days(Days::new(days)),
    }
}

/// The last day of a term of so many whole months that begins with `first`, that day within it: one year from 1 April ends on
/// 31 March. Where the month in which it ends has no day of the first's number, its last day is the end (民法典 art. 202): one
/// year from 29 February ends on 28 February. A term of whole calendar months ends with one: a year from 1 March 2027 on
/// 29 February 2028. The day before `first` for no month at all; none beyond the calendar's range.
#[must_use]
pub fn term_end(first: NaiveDate, months: u32) -> Option<NaiveDate> {
    let over = first.checked_add_months(Months::new(months))?;
    if over.day() == first.day() { over.pred_opt() } else { Some(over) }
}

fn months(date: NaiveDate, months: u32, direction: Direction) -> Option<NaiveDate> {
    match direction {
        Direction::After => date.checked_add_months(Months::new(months)),
        Direction::Before => date.checked_sub_months(Months::new(months)),
    }
}
