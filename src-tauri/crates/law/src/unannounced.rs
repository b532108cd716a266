//! What still holds of a clock that runs into a year whose notice is not out: the day that is in time whatever the
//! notice will say. Beside it stands the day reckoned from weekdays alone, which is `clock`'s.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::{Calendar, is_weekend};
use crate::days::step;
use crate::quantity::Unit;
use crate::rule::Direction;

/// A clock that was reckoned with a year of which only the regulation is known.
pub(crate) struct Reckoned {
    pub start: NaiveDate,
    pub quantity: i64,
    pub unit: Unit,
    pub direction: Direction,
    /// Where the bare count ended.
    pub nominal: NaiveDate,
    /// Where it ended after moving.
    pub end: NaiveDate,
}

/// The day that is in time whatever the notice will say; none where the regulation of the year's holidays is not
/// loaded either.
pub(crate) fn certain_end(calendar: &Calendar, clock: &Reckoned) -> Option<NaiveDate> {
    match (clock.direction, clock.unit) {
        // Any day but the holidays of fixed dates may turn out to be worked, weekends in exchange.
        (Direction::After, Unit::WorkingDay) => {
            let (mut day, mut left) = (clock.start, clock.quantity);
            while left > 0 {
                day = step(day, 1, Direction::After)?;
                left -= i64::from(calendar.is_working_day(day).unwrap_or(true));
            }
            Some(day)
        }
        // A holiday that is not known yet can only move the end on.
        (Direction::After, _) => Some(clock.end),
        (Direction::Before, unit) => {
            let from = if unit == Unit::WorkingDay { clock.start } else { clock.nominal };
            before(calendar, from, clock.end)
        }
    }
}

/// A count backwards from `from` that ended on `end`, moved back by as much as the breaks it may meet can take.
fn before(calendar: &Calendar, from: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
    let longest = Days::new(calendar.longest_break());
    let years = end.year() - 1..=from.year() + 1;
    let unknown = years.filter(|year| !calendar.knows(*year));
    let mut reaches = Vec::new();
    for holiday in unknown.flat_map(|year| calendar.holidays_asked(year)) {
        let (first, last) = holiday.between.or(holiday.first.map(|day| (day, day)))?;
        let last = last.checked_add_days(Days::new(u64::from(holiday.days)))?;
        reaches.push((first.checked_sub_days(longest)?, last.checked_add_days(longest)?));
    }
    if reaches.is_empty() {
        return None;
    }
    let mut day = end;
    // From the latest on: each that is met may bring the next one near.
    reaches.sort_by_key(|(_, last)| std::cmp::Reverse(*last));
    for (first, last) in reaches {
        if first <= from && last >= day {
            day = day.checked_sub_days(longest)?;
        }
    }
    while !calendar.is_working_day(day).unwrap_or(!is_weekend(day)) {
        day = step(day, 1, Direction::Before)?;
    }
    Some(day)
}
