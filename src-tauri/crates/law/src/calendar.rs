//! Days off and days on: statutory holidays, rest days by the State Council's notice, make-up working days.
//! It answers only for years whose notice is loaded; of others it knows the holidays of fixed dates, which the
//! regulation sets once for all, and guesses nothing else. Counting is `clock`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

/// A day with its name, as it stands in `assets/calendar/*.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedDay {
    /// The day.
    pub date: NaiveDate,
    /// 元旦, 春节, …
    pub name: String,
}

/// One year of the State Council's arrangement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year; every day in the lists lies in it.
    pub year: i32,
    /// What it was taken from.
    pub basis: String,
    /// 法定休假日 by 全国年节及纪念日放假办法 art. 2 (10, 11 or 13 days).
    pub statutory: Vec<NamedDay>,
    /// Further days off by the yearly notice (weekend days inside a holiday and moved rest days).
    #[serde(default)]
    pub rest: Vec<NamedDay>,
    /// Weekend days that are worked in exchange.
    #[serde(default)]
    pub work: Vec<NamedDay>,
}

/// A statutory holiday that falls on the same day each year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedDay {
    /// 1 to 12.
    pub month: u32,
    /// Of the month.
    pub day: u32,
    /// 元旦, 劳动节, 国庆节.
    pub name: String,
}

/// A statutory holiday whose date follows the moon or the sun, so that only its length is set once for all.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovingHoliday {
    /// 春节, 清明节, 端午节, 中秋节.
    pub name: String,
    /// How many statutory days in a row.
    pub days: u32,
    /// What the first of them is: 农历除夕.
    pub first: String,
    /// Month and day that the first never comes before.
    pub earliest: (u32, u32),
    /// Month and day that it never comes after.
    pub latest: (u32, u32),
}

/// The statutory holidays as the regulation sets them once for all (全国年节及纪念日放假办法 art. 2), as in
/// `assets/calendar/fixed.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedDays {
    /// The first year they hold for.
    pub from: i32,
    /// What they were taken from.
    pub basis: String,
    /// The days of fixed dates.
    pub days: Vec<FixedDay>,
    /// The holidays of moving dates.
    pub moving: Vec<MovingHoliday>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Statutory,
    Rest,
    Work,
}

/// All loaded years.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    years: BTreeMap<i32, String>,
    days: BTreeMap<NaiveDate, (Sort, String)>,
    fixed: Option<FixedDays>,
}

impl Calendar {
    /// Adds a year, taking the place of an earlier reading of the same year. The error says in Chinese
    /// which day lies outside the year or stands in two lists.
    pub fn add(&mut self, year: CalendarYear) -> Result<(), String> {
        let mut fresh = BTreeMap::new();
        let lists = [(Sort::Statutory, year.statutory), (Sort::Rest, year.rest), (Sort::Work, year.work)];
        for (sort, list) in lists {
            for day in list {
                if day.date.year() != year.year {
                    return Err(format!("{}不在{}年内", day.date, year.year));
                }
                if fresh.insert(day.date, (sort, day.name)).is_some() {
                    return Err(format!("{}出现了两次", day.date));
                }
            }
        }
        self.days.retain(|date, _| date.year() != year.year);
        self.days.append(&mut fresh);
        self.years.insert(year.year, year.basis);
        Ok(())
    }

    /// Sets the holidays of fixed dates, for years without notice. The error names a day that does not exist.
    pub fn set_fixed(&mut self, fixed: FixedDays) -> Result<(), String> {
        let impossible =
            fixed.days.iter().find(|one| NaiveDate::from_ymd_opt(fixed.from, one.month, one.day).is_none());
        if let Some(one) = impossible {
            return Err(format!("没有{}月{}日", one.month, one.day));
        }
        self.fixed = Some(fixed);
        Ok(())
    }

    /// The regulation's holidays, where they are loaded and hold for the year.
    pub(crate) fn fixed(&self, year: i32) -> Option<&FixedDays> {
        self.fixed.as_ref().filter(|fixed| year >= fixed.from)
    }

    /// The holiday of a fixed date in a year whose notice is not loaded.
    fn fixed_holiday(&self, date: NaiveDate) -> Option<&str> {
        let fixed = self.fixed(date.year()).filter(|_| !self.knows(date.year()))?;
        let same = |one: &&FixedDay| (one.month, one.day) == (date.month(), date.day());
        fixed.days.iter().find(same).map(|one| one.name.as_str())
    }

    /// Whether the year's arrangement is loaded.
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// Loaded years, ascending.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.years.keys().copied()
    }

    /// A loaded year as it was added.
    pub fn year(&self, year: i32) -> Option<CalendarYear> {
        let basis = self.basis(year)?.to_owned();
        let of = |wanted: Sort| {
            let days = self.days.iter().filter(|(date, (sort, _))| date.year() == year && *sort == wanted);
            days.map(|(date, (_, name))| NamedDay { date: *date, name: name.clone() }).collect()
        };
        Some(CalendarYear {
            year,
            basis,
            statutory: of(Sort::Statutory),
            rest: of(Sort::Rest),
            work: of(Sort::Work),
        })
    }

    /// What a year was taken from.
    pub fn basis(&self, year: i32) -> Option<&str> {
        self.years.get(&year).map(String::as_str)
    }

    /// Whether people work on this day; None where the year's arrangement is not loaded and no holiday of a
    /// fixed date falls on it.
    pub fn is_working_day(&self, date: NaiveDate) -> Option<bool> {
        if self.fixed_holiday(date).is_some() {
            return Some(false);
        }
        self.knows(date.year()).then(|| match self.days.get(&date) {
            Some((Sort::Work, _)) => true,
            Some(_) => false,
            None => !is_weekend(date),
        })
    }

    /// The holiday's name on a day off by regulation or notice; None on plain days and weekends.
    pub fn holiday(&self, date: NaiveDate) -> Option<&str> {
        match self.days.get(&date) {
            Some((Sort::Statutory | Sort::Rest, name)) => Some(name),
            _ => self.fixed_holiday(date),
        }
    }

    /// Whether the day is a 法定休假日 (the 10, 11 or 13 days of the regulation), not a moved rest day.
    pub fn is_statutory_holiday(&self, date: NaiveDate) -> bool {
        matches!(self.days.get(&date), Some((Sort::Statutory, _))) || self.fixed_holiday(date).is_some()
    }

    /// How many days the longest break of the loaded years has.
    pub(crate) fn longest_break(&self) -> u64 {
        let (mut longest, mut run) = (0, 0);
        for day in self
            .years()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1))
            .flat_map(|first| first.iter_days().take_while(move |day| day.year() == first.year()))
        {
            run = if self.is_working_day(day) == Some(false) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    }

    /// The holiday's name on a weekend that is worked in exchange.
    pub fn make_up_for(&self, date: NaiveDate) -> Option<&str> {
        match self.days.get(&date) {
            Some((Sort::Work, name)) => Some(name),
            _ => None,
        }
    }
}

/// Whether the day is a Saturday or Sunday.
pub(crate) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
