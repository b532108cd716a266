//! Dates in all the ways people write them, with as much precision as the source has.
//! What has two readings is told as such; what no calendar has is refused.

use chrono::{Datelike, NaiveDate};
use sheet::Cell;

use super::model::{Precision, RosterDate};
use super::names::{half_width, is_space};

/// What a cell says about a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateRead {
    /// Nothing, and nothing to tell.
    Nothing,
    /// `0000-00-00` and the like: as good as nothing.
    Zero,
    /// One reading only.
    Sure(RosterDate),
    /// Excel's serial number, not shown as a date.
    Serial(RosterDate),
    /// Less than a day is known, plainly.
    Coarse(RosterDate),
    /// `1990.3`.
    Dot(RosterDate),
    /// Two digits for the year; the nearest past reading.
    ShortYear(RosterDate),
    /// Day and month may be exchanged; the American reading, as Excel writes it.
    Order(RosterDate),
    /// By the lunar calendar.
    Lunar,
    /// 至今, 长期.
    Open,
    /// A day that no calendar has, or no date at all.
    Impossible,
}

/// Days between the two epochs of Excel.
const EPOCH_1904: f64 = 1462.0;

/// Reads a cell; `today` places years of two digits, `epoch_1904` the plain serial numbers.
pub fn read(cell: &Cell, today: NaiveDate, epoch_1904: bool) -> DateRead {
    match cell {
        Cell::Empty => DateRead::Nothing,
        Cell::Date { date, .. } => DateRead::Sure(RosterDate { date: *date, precision: Precision::Day }),
        Cell::Number(n) => {
            let serial = n.0 + if epoch_1904 { EPOCH_1904 } else { 0.0 };
            if n.0.fract() == 0.0 && (3654.0..80_000.0).contains(&n.0) {
                return from_serial(serial).map_or(DateRead::Impossible, DateRead::Serial);
            }
            read_text(&n.text(), today)
        }
        Cell::Text(t) => read_text(t, today),
        Cell::Bool(_) | Cell::Fault(_) => DateRead::Impossible,
    }
}

fn from_serial(serial: f64) -> Option<RosterDate> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Bounded above, so the cast is exact. Serial 60 is the day that Excel invented in 1900.
    let days = serial as i64;
    let base = NaiveDate::from_ymd_opt(1899, 12, if days < 60 { 31 } else { 30 })?;
    let date = base.checked_add_signed(chrono::Duration::days(days))?;
    Some(RosterDate { date, precision: Precision::Day })
}

/// Reads a written date.
pub fn read_text(written: &str, today: NaiveDate) -> DateRead {
    // The template's own form, and by far the commonest.
    if written.len() == 8 && written.bytes().all(|b| b.is_ascii_digit()) && written != "00000000" {
        return one_number(written, false, today);
    }
    let text: String =
        written.trim_matches(is_space).trim_start_matches('\'').chars().map(half_width).collect();
    if text.is_empty() {
        return DateRead::Nothing;
    }
    if matches!(text.as_str(), "-" | "--" | "/" | "无" | "0" | "不详") {
        return DateRead::Zero;
    }
    if ["农历", "阴历", "旧历", "正月", "腊月", "冬月", "初", "闰", "(农)", "(阴)"]
        .iter()
        .any(|w| text.contains(w))
    {
        return DateRead::Lunar;
    }
    if ["至今", "长期", "永久", "现在", "今"].contains(&text.as_str()) {
        return DateRead::Open;
    }
    let day_part = without_time(&text);
    let parts: Vec<&str> = day_part
        .split(['-', '/', '.', '年', '月', '日', '号', '\\', '—', '–', ' '])
        .filter(|p| !p.is_empty())
        .collect();
    if parts.is_empty() || !parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()) && p.len() <= 8) {
        return DateRead::Impossible;
    }
    if parts.iter().all(|p| p.bytes().all(|b| b == b'0')) {
        return DateRead::Zero;
    }
    match parts.as_slice() {
        [y, m, d] => three(y, m, d, today),
        [y, m] if y.len() == 4 => match day(y, m, "1", Precision::Month) {
            Some(date) if day_part.contains('.') => DateRead::Dot(date),
            Some(date) => DateRead::Coarse(date),
            None => DateRead::Impossible,
        },
        [y, m] if y.len() == 2 => short(y, m, "1", Precision::Month, today),
        [one] => one_number(one, day_part.contains('年'), today),
        _ => DateRead::Impossible,
    }
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    }
}

fn three(a: &str, b: &str, c: &str, today: NaiveDate) -> DateRead {
    let sure = |date: Option<RosterDate>| date.map_or(DateRead::Impossible, DateRead::Sure);
    match (a.len(), c.len()) {
        (4, _) => sure(day(a, b, c, Precision::Day)),
        // One of the two readings may be no day at all: 31/12/2020 has one only.
        (1..=2, 4) => match (day(c, a, b, Precision::Day), day(c, b, a, Precision::Day)) {
            (Some(first), Some(second)) if first != second => DateRead::Order(first),
            (first, second) => sure(first.or(second)),
        },
        (1..=2, 1..=2) => short(a, b, c, Precision::Day, today),
        _ => DateRead::Impossible,
    }
}

fn one_number(n: &str, year_word: bool, today: NaiveDate) -> DateRead {
    let cut = |a: usize, b: usize| n.get(a..b).unwrap_or_default();
    match n.len() {
        8 => {
            day(cut(0, 4), cut(4, 6), cut(6, 8), Precision::Day).map_or(DateRead::Impossible, DateRead::Sure)
        }
        6 => match day(cut(0, 4), cut(4, 6), "1", Precision::Month) {
            Some(date) => DateRead::Coarse(date),
            None => short(cut(0, 2), cut(2, 4), cut(4, 6), Precision::Day, today),
        },
        4 => day(n, "1", "1", Precision::Year).map_or(DateRead::Impossible, DateRead::Coarse),
        2 if year_word => short(n, "1", "1", Precision::Year, today),
        5 => match n.parse().ok().and_then(from_serial) {
            Some(date) if (10_000..60_000).contains(&n.parse().unwrap_or(0)) => DateRead::Serial(date),
            _ => DateRead::Impossible,
        },
        _ => DateRead::Impossible,
    }
}

/// A year of two digits is the latest one that is not still to come.
fn short(y: &str, m: &str, d: &str, precision: Precision, today: NaiveDate) -> DateRead {
    let try_century = |century: i32| {
        let year = century + y.parse::<i32>().ok()?;
        day(&year.to_string(), m, d, precision)
    };
    let this = today.year() - today.year() % 100;
    let found = try_century(this).filter(|t| t.date <= today).or_else(|| try_century(this - 100));
    found.map_or(DateRead::Impossible, DateRead::ShortYear)
}

fn day(y: &str, m: &str, d: &str, precision: Precision) -> Option<RosterDate> {
    let year = y.parse().ok().filter(|y| (1900..=2100).contains(y))?;
    let date = NaiveDate::from_ymd_opt(year, m.parse().ok()?, d.parse().ok()?)?;
    Some(RosterDate { date, precision })
}
