//! A month of a year, as money is reckoned by: text in the tables and on the wire (`2026-09`), in order, with its first and
//! last day. What is owed for one is the modules' own.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The months of a year.
const TWELVE: i32 = 12;

/// A month, counted from the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month of a year, 1 to 12; none for another number or a year that no ledger holds.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let month = i32::try_from(month).ok().filter(|month| (1..=TWELVE).contains(month))?;
        (1900..=2999).contains(&year).then(|| Self(year * TWELVE + month - 1))
    }

    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * TWELVE + i32::try_from(day.month0()).unwrap_or_default())
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(TWELVE)
    }

    /// Its number in the year, from 1.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(TWELVE).unsigned_abs() + 1
    }

    /// So many months later; earlier for a negative number.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// How many months it is after another.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.plus(1).first() - Days::new(1)
    }

    /// Every month from this one through another; none where that one comes before.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }

    /// 2026年9月.
    pub fn words(self) -> String {
        format!("{}年{}月", self.year(), self.number())
    }
}

/// Months in words, runs drawn together: 2026年1月至3月、5月; another year is named where it begins.
pub fn months_words(months: &[Month]) -> String {
    let mut sorted = months.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut year = None;
    let mut say = |month: Month| {
        let named = year.replace(month.year()) == Some(month.year());
        if named { format!("{}月", month.number()) } else { month.words() }
    };
    let runs = sorted.chunk_by(|one, next| next.since(*one) == 1);
    let told = runs.filter_map(|run| match run {
        [] => None,
        [one] => Some(say(*one)),
        [one, next] => Some(format!("{}、{}", say(*one), say(*next))),
        [first, .., last] => Some(format!("{}至{}", say(*first), say(*last))),
    });
    told.collect::<Vec<_>>().join("、")
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("“{text}”不是月份，请写成2026-09这样的形式。");
        let (year, month) = text.split_once('-').filter(|_| text.len() == 7).ok_or_else(wrong)?;
        let (Ok(year), Ok(month)) = (year.parse(), month.parse()) else { return Err(wrong()) };
        Self::new(year, month).ok_or_else(wrong)
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl ts_rs::TS for Month {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(_: &ts_rs::Config) -> String {
        String::from("string")
    }
    fn inline(_: &ts_rs::Config) -> String {
        String::from("string")
    }
}

impl ToSql for Month {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.to_string()))
    }
}

impl FromSql for Month {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(|_| FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_in_order_and_know_their_days() {
        let february = month("2028-02");
        assert_eq!(february.last().to_string(), "2028-02-29");
        assert_eq!(month("2026-12").plus(1), month("2027-01"));
        assert_eq!(month("2027-01").plus(-1), month("2026-12"));
        assert_eq!(month("2027-01").since(month("2026-07")), 6);
        assert_eq!(Month::of("2026-09-15".parse().unwrap()).to_string(), "2026-09");
        assert_eq!(month("2026-11").through(month("2027-02")).count(), 4);
        assert_eq!(month("2026-11").through(month("2026-10")).count(), 0);
        for wrong in ["2026-13", "2026-0", "2026-9", "2026/09", "九月", "0026-09", "2026-00"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn runs_of_months_are_told_as_one_says_them() {
        for (months, told) in [
            (&["2026-09"][..], "2026年9月"),
            (&["2026-01", "2026-02", "2026-03", "2026-05"], "2026年1月至3月、5月"),
            (&["2026-04", "2026-03"], "2026年3月、4月"),
            (&["2025-11", "2025-12", "2026-01"], "2025年11月至2026年1月"),
            (&[], ""),
        ] {
            let months: Vec<Month> = months.iter().map(|text| month(text)).collect();
            assert_eq!(months_words(&months), told);
        }
    }
}
