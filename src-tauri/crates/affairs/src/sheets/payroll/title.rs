//! Of which month or year a payroll is, as its title or the name of its file tells. What they tell of several months stands in
//! `several`, how its years are written in `numerals`, what its headings say of the sums in the folder's own file.

mod numerals;
mod several;

use std::ops::RangeInclusive;

use crate::month::Month;

use numerals::{RUN, is_figure};
pub use several::of_several;
use several::{Span, is_run, level, row_of_months, span, without_quarters};

/// The years of which a payroll can be.
const YEARS: RangeInclusive<i32> = 1990..=2099;
/// The months as they are written in words, the longer ones first.
const WORDS: [(&str, u32); 14] = [
    ("十二", 12),
    ("十一", 11),
    ("十", 10),
    ("一", 1),
    ("二", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
    ("元", 1),
    ("正", 1),
];

/// A month as a title names it, with its year or without: 2026年9月, 9月.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedMonth {
    /// The year, where it is named.
    pub year: Option<i32>,
    /// The number in the year, from 1.
    pub month: u32,
}

impl NamedMonth {
    /// Whether both can be the same month.
    pub fn fits(self, other: Self) -> bool {
        self.month == other.month && (self.year.is_none() || other.year.is_none() || self.year == other.year)
    }

    /// 2026年9月, 9月.
    pub fn words(self) -> String {
        match self.year {
            Some(year) => format!("{year}年{}月", self.month),
            None => format!("{}月", self.month),
        }
    }
}

/// The month that a title or a file's name tells, with its year where it has one. What is said beside two times counts before them:
/// 2026年8月工资（7月26日-8月25日）.
pub fn named_month(text: &str) -> Option<NamedMonth> {
    let text = without_quarters(&level(text));
    let text = match row_of_months(&text) {
        Some((from, to)) => {
            format!("{}月{}", text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default())
        }
        None => text,
    };
    let (cycle, text) = match span(&text) {
        Some((Span::One(named), rest)) => (Some(named), rest),
        Some((Span::Several, rest)) => (None, rest),
        None => (None, text),
    };
    let whole = dated(&text).map(|month| NamedMonth { year: Some(month.year()), month: month.number() });
    let bare = || bare_month(&text).map(|month| NamedMonth { year: None, month });
    // A month without its year is told whole by the days that it is of.
    let bare = || match (bare(), cycle) {
        (Some(bare), Some(cycle)) if cycle.fits(bare) => Some(cycle),
        (bare, cycle) => bare.or(cycle),
    };
    whole.or_else(bare)
}

/// The month that is told without its year: 9月工资表, 九月份. A day of a month, several months and a number of months are none.
fn bare_month(text: &str) -> Option<u32> {
    text.match_indices('月').find_map(|(at, sign)| {
        let (before, after) = (text.get(..at)?, text.get(at + sign.len()..)?);
        let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let figure = before.get(bare.len()..)?;
        let (bare, month) = match figure.len() {
            0 => {
                let (word, month) = WORDS.iter().find(|(word, _)| before.ends_with(*word))?;
                (before.strip_suffix(*word)?, *month)
            }
            1 | 2 => (bare, figure.parse().ok()?),
            _ => return None,
        };
        let days = after.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let day = days.len() < after.trim_start().len() && days.starts_with(['日', '号']);
        let goes_on = after.strip_prefix('份').unwrap_or(after).strip_prefix(RUN);
        let goes_on = goes_on.is_some_and(|rest| rest.starts_with(is_figure));
        // 2026年9月-2026年10月.
        let year = bare.strip_suffix('年').map(|rest| rest.trim_end_matches(|c: char| c.is_ascii_digit()));
        let went_on = year
            .unwrap_or(bare)
            .strip_suffix(RUN)
            .is_some_and(|rest| rest.ends_with(['月', '份']) || rest.ends_with(is_figure));
        ((1..=12).contains(&month) && !day && !goes_on && !went_on).then_some(month)
    })
}

/// The month that a title or a file's name tells with its year: 2026年10月, 2026-10, 2026.10, 202610. Several months are none.
pub fn month_of(text: &str) -> Option<Month> {
    named_month(text).and_then(|named| Month::new(named.year?, named.month))
}

/// The month with its year that a level title tells.
fn dated(text: &str) -> Option<Month> {
    let figures: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let whole = figures
        .iter()
        .filter(|part| part.len() == 6)
        .find_map(|part| Month::new(part.get(..4)?.parse().ok()?, part.get(4..)?.parse().ok()?));
    let split = || {
        figures.windows(2).find_map(|pair| match pair {
            [year, month] if year.len() == 4 && month.len() <= 2 => {
                let rest = text.get(text.find(year)? + year.len()..)?;
                let joined = rest.starts_with(['年', '-', '.', '/', '_']) && is_month(rest, month);
                let behind = rest.strip_prefix('年').and_then(|rest| rest.trim_start().strip_prefix(*month));
                match joined && behind.is_some_and(is_run) {
                    true => Some(None),
                    false if joined => Month::new(year.parse().ok()?, month.parse().ok()?).map(Some),
                    false => None,
                }
            }
            _ => None,
        })
    };
    let split = || split().flatten();
    whole.or_else(split)
}

/// Whether a figure behind a year is its month: 2026年9月, 2026年工资表（9月）, 2026年10, and neither 2026年第2车间 nor 2026年度2车间.
fn is_month(behind_year: &str, month: &str) -> bool {
    let Some(rest) = behind_year.strip_prefix('年') else { return true };
    let Some((before, after)) = rest.split_once(month) else { return false };
    let ends = !after.starts_with(char::is_alphanumeric) || after.starts_with('月');
    let direct =
        before.trim_start().is_empty() && after.starts_with(['工', '份', '至', '到', '和', '及', '与']);
    !before.ends_with('第') && (ends || direct)
}

/// The year that a title or a file's name tells: 2025年度工资, 年薪汇总2025. What is written 2025年度 comes before 2025年, that
/// before a bare figure.
pub fn year_of(text: &str) -> Option<i32> {
    let text = level(text);
    let mut years = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = rest.get(start..)?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (figure, after) = rest.split_at_checked(end)?;
        let whole = ["年度", "年薪", "年全年"].iter().any(|word| after.starts_with(*word));
        let rank = u8::from(after.starts_with('年')) + u8::from(whole);
        let year = figure.parse::<i32>().ok().filter(|year| figure.len() == 4 && YEARS.contains(year));
        years.extend(year.map(|year| (year, rank)));
        rest = after;
    }
    (0..=2).rev().find_map(|rank| years.iter().find(|(_, one)| *one == rank).map(|(year, _)| *year))
}

/// Whether a title is of a whole year: 2025年度工资, 全年工资.
pub(super) fn of_a_year(title: &str) -> bool {
    ["年度", "全年"].iter().any(|word| title.contains(word))
}

/// Whether a title or the name of a page says wages: 2026年10月工资表.
pub(super) fn says_wages(title: &str) -> bool {
    title.contains("工资") || title.contains('薪')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_month_with_its_year_or_without() {
        let dated = |year, month| Some(NamedMonth { year: Some(year), month });
        let bare = |month| Some(NamedMonth { year: None, month });
        for (text, named) in [
            ("2026年9月", dated(2026, 9)),
            ("2026年9月份工资表", dated(2026, 9)),
            ("202609", dated(2026, 9)),
            ("9月", bare(9)),
            ("9月工资表", bare(9)),
            ("工资表-9月", bare(9)),
            ("09月份", bare(9)),
            ("九月", bare(9)),
            ("十二月工资.xlsx", bare(12)),
            ("十月", bare(10)),
            ("元月工资", bare(1)),
            ("9月-焊接车间", bare(9)),
            ("制表：9月15日", None),
            ("1-3月", None),
            ("2026年1-3月工资表", None),
            ("2026年1月至3月工资表", None),
            ("2026年9月份—10月份", None),
            ("2026年9月-2026年10月", None),
            ("2026年9月-焊接车间", dated(2026, 9)),
            ("2026年9月-1号车间", dated(2026, 9)),
            ("2026年9月15日", dated(2026, 9)),
            ("2026-9-15", dated(2026, 9)),
            ("2026年第2车间工资表", None),
            ("2026年度2车间工资表", None),
            ("2026年第2车间10月工资表", bare(10)),
            ("2026年10工资表", dated(2026, 10)),
            ("2026年工资表（9月）", dated(2026, 9)),
            ("1月至3月", None),
            ("一月到三月", None),
            ("3个月", None),
            ("本月", None),
            ("13月", None),
            ("Sheet1", None),
            ("2026-08-31", dated(2026, 8)),
            ("2026/8", dated(2026, 8)),
            ("2026/8月工资", dated(2026, 8)),
            ("8月工资（9月发放）", bare(8)),
            ("24年12月工资表", dated(2024, 12)),
            ("二〇二四年十二月工资表", dated(2024, 12)),
            ("二零二四年12月份工资表", dated(2024, 12)),
            ("２４年１２月工资表", dated(2024, 12)),
            ("2026年九月工资表", dated(2026, 9)),
            ("24年11月26日-12月25日工资表", dated(2024, 12)),
            ("24年10-12月工资表", None),
            ("二〇二四年十一月至十二月工资表", None),
            ("工龄10年3月以上", bare(3)),
        ] {
            assert_eq!(named_month(text), named, "{text}");
        }
        assert!(NamedMonth { year: None, month: 9 }.fits(NamedMonth { year: Some(2026), month: 9 }));
        assert!(!NamedMonth { year: Some(2025), month: 9 }.fits(NamedMonth { year: Some(2026), month: 9 }));
    }

    #[test]
    fn a_title_names_its_year() {
        for (text, year) in [
            ("2025年度工资", Some(2025)),
            ("年薪汇总2025.xlsx", Some(2025)),
            ("二〇二五年度工资", Some(2025)),
            ("25年度工资汇总表", Some(2025)),
            ("制表 2026.01.15 2025年薪", Some(2025)),
            ("2026年1月15日制 2025年度工资", Some(2025)),
            ("360121199001", None),
            ("工资表", None),
        ] {
            assert_eq!(year_of(text), year, "{text}");
        }
        assert!(of_a_year("2025年度工资汇总") && !of_a_year("2025年工资"));
    }
}
