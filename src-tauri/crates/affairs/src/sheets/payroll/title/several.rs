//! What a title or the name of a file tells of several months together: a row of them, from one time to another, a quarter or half of a
//! year. From a day of a month to one of the next is one month of pay. The one month that is named stands in the folder's own file.

use chrono::Datelike;

use super::numerals::{RUN, in_figures, is_figure};
use super::{NamedMonth, YEARS, bare_month};
use crate::members::roster::names::half_width;
use crate::month::Month;

/// So many days at the most are one month's, from a day of a month to one of the next.
const CYCLE: i64 = 31;
/// Any year will do to see how far apart two days are whose year nobody says.
const ANY_YEAR: i32 = 2001;
/// What is counted by quarters.
const QUARTER: &str = "季度";
/// Parts of a year that are several months.
const HALVES: [&str; 3] = ["上半年", "下半年", "半年度"];
/// What is paid for a part of a year beside the wages of one month: 含三季度奖金.
const BONUS: [&str; 3] = ["奖", "绩效", "考核"];

/// Whether a title or a file's name tells several months together: 2026年1-3月, 1月至3月, 2026.8-2026.10, 第三季度, 上半年.
pub fn of_several(text: &str) -> bool {
    let text = level(text);
    let rows = joins_months(&text) || row_of_months(&text).is_some();
    matches!(span(&text), Some((Span::Several, _))) || of_a_part(&text) || rows
}

/// A title in half width with one dash for every sort of them, and for several: 2026年1－3月, 2026年1月——3月. Its years are in figures.
pub(super) fn level(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    for c in text.chars().map(half_width) {
        let dash = matches!(c, '—' | '–' | '‐' | '‑' | '−' | '─' | '~' | '〜' | '>' | '→');
        let c = if dash { '-' } else { c };
        if c != '-' || !found.ends_with('-') {
            found.push(c);
        }
    }
    in_figures(&found)
}

/// A level title without the figures of its quarters, which are no months: 2026年第1-3季度, 2026年Q3.
pub(super) fn without_quarters(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(at) = latin_quarter(&text) {
        text.replace_range(at..at + 2, QUARTER);
    }
    let mut parts = text.split(QUARTER).peekable();
    let mut found = String::with_capacity(text.len());
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            found.push_str(part);
        } else {
            found.push_str(part.trim_end_matches(|c: char| is_figure(c) || c == '第' || RUN.contains(&c)));
            found.push_str(QUARTER);
        }
    }
    found
}

/// Where a level title has a quarter as Q3.
fn latin_quarter(text: &str) -> Option<usize> {
    text.match_indices(['Q', 'q']).map(|(at, _)| at).find(|at| {
        let (before, here) = text.split_at(*at);
        let behind = here.get(1..).unwrap_or_default();
        let alone = !before.ends_with(|c: char| c.is_ascii_alphabetic());
        alone && figure(behind).is_some_and(|(figure, _)| matches!(figure, "1" | "2" | "3" | "4"))
    })
}

/// Whether a level title is of a quarter or half of a year. Beside a month that is named before it or right behind it it is not:
/// 2026年10月工资表（含三季度超产奖）, 2026年第四季度10月.
fn of_a_part(text: &str) -> bool {
    let of_wages = |at: usize, word: &str| {
        let (before, after) = (text.get(..at), text.get(at + word.len()..).unwrap_or_default());
        if before.is_some_and(names_month) || one_of_several(after).is_some_and(|(_, called, _)| called) {
            return false;
        }
        !BONUS.iter().any(|bonus| after.starts_with(*bonus))
    };
    let counted = |at: usize| text.get(..at).is_some_and(|before| before.ends_with(is_figure));
    let quarter = text.match_indices(QUARTER).any(|(at, word)| counted(at) && of_wages(at, word));
    let latin =
        latin_quarter(text).is_some_and(|at| text.get(at..at + 2).is_some_and(|word| of_wages(at, word)));
    quarter
        || latin
        || HALVES.iter().any(|half| text.match_indices(*half).any(|(at, word)| of_wages(at, word)))
}

/// Whether a level text names a month that is not the one in which something was paid out or written: 10月发放.
fn names_month(text: &str) -> bool {
    bare_month(text).is_some() && !["月发", "月份发", "月支", "月制"].iter().any(|word| text.contains(word))
}

/// The figure that a text begins with, and what stands behind it.
fn figure(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(figure, _)| !figure.is_empty())
}

/// A month of several in a row, and what stands behind it: its number, and whether it is called a month. Not the month of a day.
fn one_of_several(text: &str) -> Option<(u32, bool, &str)> {
    let (figure, rest) = figure(text).filter(|(figure, _)| figure.len() <= 2)?;
    let month = figure.parse::<u32>().ok().filter(|month| (1..=12).contains(month))?;
    let Some(rest) = rest.strip_prefix('月') else { return Some((month, false, rest)) };
    let rest = rest.strip_prefix('份').unwrap_or(rest);
    let is_day = self::figure(rest.trim_start()).is_some_and(|(_, after)| after.starts_with(['日', '号']));
    (!is_day).then_some((month, true, rest))
}

/// The first row of several months in a level title that a sign, a blank or nothing parts, the last of them called a month: where it
/// begins and ends. 2026年7,8月, 2026年7.8.9月, 7月8月.
pub(super) fn row_of_months(text: &str) -> Option<(usize, usize)> {
    let mut after_digit = false;
    text.char_indices().find_map(|(at, c)| {
        let begins = c.is_ascii_digit() && !after_digit;
        after_digit = c.is_ascii_digit();
        let (before, here) = text.split_at_checked(at).filter(|_| begins)?;
        let dated = before.ends_with('年') || before.ends_with('.');
        let (first, mut called, mut rest) = one_of_several(here)?;
        let (mut last, mut end) = (first, None);
        loop {
            let next = rest.trim_start();
            let parted = next.strip_prefix(RUN).map(str::trim_start);
            let point = || next.strip_prefix('.');
            let behind = match (parted.or_else(point), called) {
                (Some(behind), _) => behind,
                (None, true) => next,
                (None, false) => break,
            };
            let Some((month, is_called, after)) = one_of_several(behind) else { break };
            // 1.9月 may be the first of a list.
            if next.starts_with('.') && !dated && month != last + 1 || month == last {
                break;
            }
            (last, called, rest) = (month, is_called, after);
            if called {
                end = Some(text.len() - rest.len());
            }
        }
        Some((at, end?))
    })
}

/// Whether a sign of a level title stands between two months: 1-3月, 1月至3月, 九、十月.
fn joins_months(text: &str) -> bool {
    text.match_indices(RUN).any(|(at, _)| {
        let (before, run) = text.split_at(at);
        let figure = before.trim_end().trim_end_matches(['月', '份']);
        let bare = figure.trim_end_matches(is_figure);
        // Behind a year stands the one month that it is of.
        let months = 1..=2;
        let figures = figure.get(bare.len()..).unwrap_or_default().chars().count();
        months.contains(&figures) && runs_on(run, figure.len() < before.trim_end().len())
    })
}

/// Whether a month goes on to another: what stands behind the figure of 2026年1-3月, 2026年1月至3月.
pub(super) fn is_run(behind: &str) -> bool {
    let bare = behind.strip_prefix('月').unwrap_or(behind);
    let bare = bare.strip_prefix('份').unwrap_or(bare);
    runs_on(bare.trim_start(), bare.len() < behind.len())
}

/// Whether a sign and what stands behind it go on to another month: -3月. Only behind one that is called a month may it be one with
/// its year: 9月-2026年10月 is two months, 车间1-2026年9月 one.
fn runs_on(run: &str, called: bool) -> bool {
    run.strip_prefix(RUN).map(str::trim_start).is_some_and(|rest| {
        let end = rest.trim_start_matches(is_figure);
        let dated = || end.strip_prefix('年').is_some_and(|month| month.trim_start().starts_with(is_figure));
        end.len() < rest.len() && (end.starts_with('月') || (called && dated()))
    })
}

/// A day or a month, with its year where that is written.
#[derive(Clone, Copy, Debug)]
struct Time {
    year: Option<i32>,
    month: u32,
    day: Option<u32>,
}

impl Time {
    fn is_real(&self) -> bool {
        self.year.is_none_or(|year| YEARS.contains(&year))
            && (1..=12).contains(&self.month)
            && self.day.is_none_or(|day| (1..=31).contains(&day))
    }
}

/// From one time to another: of one month, or of several.
#[derive(Clone, Copy, Debug)]
pub(super) enum Span {
    One(NamedMonth),
    Several,
}

/// The time that a text begins with, and what stands behind it: 2026年8月1日, 2026.8, 2026-08-31, 202608, 8月.
fn time(text: &str) -> Option<(Time, &str)> {
    let (first, rest) = figure(text)?;
    let (time, rest) = match first.len() {
        6 | 8 => {
            let year = Some(first.get(..4)?.parse().ok()?);
            let (month, day) = (first.get(4..6)?.parse().ok()?, first.get(6..)?);
            let day = if day.is_empty() { None } else { Some(day.parse().ok()?) };
            (Time { year, month, day }, rest)
        }
        4 => {
            let sign = rest.chars().next().filter(|c| matches!(c, '年' | '-' | '.' | '/' | '_'))?;
            let (month, rest) = figure(rest.strip_prefix(sign)?.trim_start())?;
            let (day, rest) = day_behind(rest, Some(sign).filter(|sign| *sign != '年'));
            (Time { year: Some(first.parse().ok()?), month: month.parse().ok()?, day }, rest)
        }
        1 | 2 if rest.starts_with('月') => {
            let (day, rest) = day_behind(rest, None);
            (Time { year: None, month: first.parse().ok()?, day }, rest)
        }
        _ => return None,
    };
    Some((time, rest)).filter(|(time, _)| time.is_real())
}

/// The day behind the figure of a month, and what stands behind it: 月1日; behind this sign, -31.
fn day_behind(text: &str, sign: Option<char>) -> (Option<u32>, &str) {
    let (called, rest) = match text.strip_prefix('月') {
        Some(rest) => (true, rest.strip_prefix('份').unwrap_or(rest)),
        None => (false, text),
    };
    let days = if called { Some(rest.trim_start()) } else { sign.and_then(|sign| rest.strip_prefix(sign)) };
    let found = days.and_then(figure).filter(|(day, after)| {
        let is_day = after.starts_with(['日', '号']) || !called && !after.starts_with('月');
        day.len() <= 2 && is_day
    });
    match found {
        Some((day, after)) => (day.parse().ok(), after.strip_prefix(['日', '号']).unwrap_or(after)),
        None => (None, rest),
    }
}

/// The last month of 2026.8-10, which nothing calls a month.
fn bare_end(text: &str, from: Time) -> Option<(Time, &str)> {
    let (figure, rest) = figure(text).filter(|(figure, _)| figure.len() <= 2)?;
    let time = Time { year: None, month: figure.parse().ok()?, day: None };
    let ends = rest.is_empty() || rest.starts_with(['.', '工']);
    (ends && from.day.is_none() && time.is_real() && time.month > from.month).then_some((time, rest))
}

/// The last day of 2026.8.26-9.25, with its month.
fn bare_day(text: &str, from: Time) -> Option<(Time, &str)> {
    let (month, rest) = figure(text).filter(|(month, _)| month.len() <= 2)?;
    let (day, rest) = figure(rest.strip_prefix(['.', '-', '/'])?).filter(|(day, _)| day.len() <= 2)?;
    let time = Time { year: None, month: month.parse().ok()?, day: Some(day.parse().ok()?) };
    let ends = !rest.starts_with(['.', '-', '/', '月', '年']) || rest.starts_with(".xls");
    (ends && from.day.is_some() && time.is_real()).then_some((time, rest))
}

/// What two times that a sign joins come to; none where the second is no end of the first. From a day of a month to one of the next
/// is a month of pay where it is no longer than one: that in which most of it lies.
fn between(from: Time, to: Time) -> Option<Span> {
    let year = from.year.or(to.year);
    let mut first = Month::new(year.unwrap_or(ANY_YEAR), from.month)?;
    let mut last = Month::new(to.year.unwrap_or(first.year()), to.month)?;
    if last < first && to.year.is_none() {
        last = last.plus(12);
    } else if last < first && from.year.is_none() {
        first = first.plus(-12);
    }
    let months = last.since(first);
    match (from.day, to.day) {
        (Some(start), Some(end)) => {
            let days = (last.first().with_day(end)? - first.first().with_day(start)?).num_days() + 1;
            if months > 1 || days > CYCLE {
                return Some(Span::Several);
            }
            let of = if months > 0 && i64::from(end) * 2 < days { first } else { last };
            let named = NamedMonth { year: year.map(|_| of.year()), month: of.number() };
            (days > 0).then_some(Span::One(named))
        }
        (None, Some(_)) => None,
        (_, None) => (months > 0).then_some(Span::Several),
    }
}

/// The first two times of a level title that a sign joins, and the title with a sign of a month in their place.
pub(super) fn span(text: &str) -> Option<(Span, String)> {
    let mut after_digit = false;
    text.char_indices().find_map(|(at, c)| {
        let begins = c.is_ascii_digit() && !after_digit;
        after_digit = c.is_ascii_digit();
        let (before, here) = text.split_at_checked(at).filter(|_| begins)?;
        let (from, rest) = time(here)?;
        let called = here.strip_suffix(rest).is_some_and(|said| said.contains('月'));
        let end = rest.trim_start().strip_prefix(RUN)?.trim_start();
        let bare = || bare_end(end, from).or_else(|| bare_day(end, from)).filter(|_| !called);
        let (to, after) = time(end).or_else(bare)?;
        Some((between(from, to)?, format!("{before}月{after}")))
    })
}

#[cfg(test)]
mod tests {
    use super::super::named_month;
    use super::*;

    #[test]
    fn a_sign_behind_a_month_makes_several_only_with_another_month() {
        for text in
            ["2026年1-3月工资表", "1月至3月", "2026年9月份—10月份", "2026年9月-2026年10月", "九、十月"]
        {
            assert!(of_several(text), "{text}");
        }
        for text in [
            "2026-9月",
            "2026年9月-焊接车间",
            "2026年9月-1号车间",
            "9月工资表",
            "2026-9-15",
            "车间1-2026年9月",
            "01-2026年9月工资表",
            "入职1-3年职工2026年9月工资表",
        ] {
            assert!(!of_several(text), "{text}");
        }
        assert!(!of_several("2026年9月工资（含三季度奖金）") && !of_several("2026年9月工资及季度奖"));
    }

    #[test]
    fn several_months_are_told_however_they_are_joined() {
        for text in [
            "2026年1－3月工资表",
            "2026年1月——3月",
            "2026年1月--3月",
            "2026年1月～3月",
            "2026年8月1日-10月31日",
            "2026年08月01日至2026年10月31日",
            "2025年12月1日-1月31日",
            "20260801-20261031",
            "2026.8-2026.10工资汇总",
            "2026.8.1-2026.10.31",
            "2026.8-10.xlsx",
            "2026-08至2026-10",
            "202608-202610工资.xlsx",
            "2026年7月及8月",
            "2026年7月与8月工资",
            "2026年1月、3月、5月",
            "7/8月",
            "7月+8月",
            "7月＋8月",
            "2026年第1-3季度",
            "2026年第三季度工资表",
            "2026年3季度",
            "三季度工资.xlsx",
            "2026年上半年",
            "2026年下半年工资汇总",
            "2026年Q3工资表",
            "2026Q3.xlsx",
            "2026年7，8月",
            "2026年7月，8月工资",
            "2026年8，9，10月工资汇总",
            "2026年7.8.9月工资",
            "10.11月工资.xlsx",
            "2026年7月8月9月",
            "2026年8月 9月 10月工资汇总",
            "2026年7月->9月",
        ] {
            assert_eq!((named_month(text), of_several(text)), (None, true), "{text}");
        }
    }

    #[test]
    fn a_part_of_a_year_beside_a_month_is_not_several() {
        for text in [
            "2026年10月工资表（含三季度超产奖）",
            "2026年10月工资表（含第三季度安全奖）",
            "2026年10月工资表（下半年调薪后）",
            "2026年10月工资表（含Q3奖）",
            "2026年第四季度10月工资表",
            "2026年下半年10月工资表",
        ] {
            let october = Some(NamedMonth { year: Some(2026), month: 10 });
            assert_eq!((named_month(text), of_several(text)), (october, false), "{text}");
        }
        for text in
            ["2026年第三季度工资表（10月发放）", "2026年10月发放第三季度工资", "2026年上半年（截至6月）"]
        {
            assert!(of_several(text), "{text}");
        }
        assert!(!of_several("1.9月工资表") && !of_several("2026年9月 10日"), "one month each");
    }

    #[test]
    fn days_of_one_month_of_pay_are_that_month() {
        let dated = |year, month| Some(NamedMonth { year: Some(year), month });
        for (text, named) in [
            ("2026年8月1日-8月31日工资表", dated(2026, 8)),
            ("2026年8月1日-31日工资表", dated(2026, 8)),
            ("2026.08.01-2026.08.31", dated(2026, 8)),
            ("2026.8.26-9.25工资表", dated(2026, 9)),
            ("2026-08-26至09-25.xlsx", dated(2026, 9)),
            ("2026年8月26日-9月25日", dated(2026, 9)),
            ("2026年7月26日-8月25日工资表", dated(2026, 8)),
            ("2025年12月26日至1月25日", dated(2026, 1)),
            ("2026年8月11日-9月10日", dated(2026, 8)),
            ("2026年9月工资（考勤：7月26日-8月25日）", dated(2026, 9)),
            ("8月工资（2026年7月26日-8月25日）", dated(2026, 8)),
            ("7月26日-8月25日工资表", Some(NamedMonth { year: None, month: 8 })),
        ] {
            assert_eq!((named_month(text), of_several(text)), (named, false), "{text}");
        }
        for text in
            ["2026-08-31", "2026/8", "2026/8/31", "2026年9月-1.xlsx", "8月工资（9月发放）", "2026年工资"]
        {
            assert!(!of_several(text), "{text}");
        }
    }
}
