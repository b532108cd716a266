//! The days of a period that count: not the holidays, not the days of rest (条例第三条), by the State Council's calendar. A year
//! whose calendar is not known is counted by its weekdays, and says so.

use chrono::{Datelike, NaiveDate, Weekday};
use law::Calendar;

use crate::duty::day_words;

/// The days off of two years, counted up: for lists of many periods.
pub struct Days {
    first: NaiveDate,
    /// How many days count before each day from the first on.
    before: Vec<u32>,
}

fn works(calendar: &Calendar, day: NaiveDate) -> bool {
    let weekday = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    calendar.is_working_day(day).unwrap_or(weekday)
}

impl Days {
    /// Of a year and the next, into which leave may be carried.
    pub fn of(calendar: &Calendar, year: i32) -> Self {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let mut before = vec![0];
        let mut sum = 0;
        for day in first.iter_days().take_while(|day| day.year() <= year + 1) {
            sum += u32::from(works(calendar, day));
            before.push(sum);
        }
        Days { first, before }
    }

    /// Half days of a period that count; those of other years are none.
    pub fn halves(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let at = |day: NaiveDate| {
            let place = (day - self.first).num_days().max(0);
            usize::try_from(place).unwrap_or_default().min(self.before.len() - 1)
        };
        let end = to.succ_opt().unwrap_or(to);
        2 * (self.before[at(end)] - self.before[at(from)].min(self.before[at(end)]))
    }
}

/// Half days of a period that count, and how they were counted, in one sentence. `typed` is what was typed in place of it.
pub fn counted(calendar: &Calendar, from: NaiveDate, to: NaiveDate, typed: Option<u32>) -> (u32, String) {
    if let Some(halves) = typed {
        return (halves, format!("按登记的{}计算。", super::halves(halves)));
    }
    let all = from.iter_days().take_while(|day| *day <= to).count();
    let mut off: Vec<(String, usize)> = Vec::new();
    let mut days = 0_u32;
    let mut unknown = None;
    for day in from.iter_days().take_while(|day| *day <= to) {
        if calendar.is_working_day(day).is_none() {
            unknown = Some(day.year());
        }
        if works(calendar, day) {
            days += 1;
            continue;
        }
        let why = calendar.holiday(day).unwrap_or("休息日").to_owned();
        match off.iter_mut().find(|(name, _)| *name == why) {
            Some((_, count)) => *count += 1,
            None => off.push((why, 1)),
        }
    }
    let span = match from == to {
        true => day_words(from),
        false => format!("{}至{}共{all}天", day_words(from), day_words(to)),
    };
    let less: Vec<String> = off.iter().map(|(why, count)| format!("{why}{count}天")).collect();
    let less = match less.is_empty() {
        true => String::new(),
        false => format!("，不计{}", less.join("、")),
    };
    let unknown =
        unknown.map(|year| format!("{year}年的放假安排还没有录入，暂按周一至周五上班数；录入以后自动改。"));
    (2 * days, format!("{span}{less}，计{days}天。{}", unknown.unwrap_or_default()))
}
