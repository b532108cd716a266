//! Pure decisions of the yearly report: which days a year's figures cover, when there is no value and why, whether a
//! table adds up, and what the chair's words must hold.

use chrono::{Datelike, NaiveDate};
use ledger::Fen;
use paper::figures::{grouped, percent};

use crate::Problem;
use crate::report::model::{FigureValue, Sum, YearFigure, YearTable, YearTexts};

/// The most characters one text may have: the report is meant to have a few pages.
const LONGEST: usize = 3000;
/// The most characters of a name.
const LONGEST_NAME: usize = 50;
/// No register of a union begins earlier.
const FIRST_YEAR: i32 = 1950;

/// The days that the figures of one year cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// The calendar year.
    pub year: i32,
    /// Its last day that counts (截止日期).
    pub end: NaiveDate,
    /// Whether the year is over.
    pub over: bool,
}

impl Span {
    /// The year up to its end, or up to today while it runs.
    pub fn of(year: i32, today: NaiveDate) -> Self {
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today);
        Span { year, end: last.min(today), over: last < today }
    }

    /// The whole year before.
    pub fn before(self) -> Self {
        let year = self.year - 1;
        Span { year, end: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(self.end), over: true }
    }
}

/// Refuses a year that cannot be reported on.
pub(super) fn check_year(year: i32, today: NaiveDate) -> Result<(), Problem> {
    if year > today.year() {
        return Err(Problem::input("year", format!("{year}年还没有开始，请选今年或以前的年度。")));
    }
    if year < FIRST_YEAR {
        return Err(Problem::input("year", "年度要写成四位数字，例如2026。"));
    }
    Ok(())
}

/// Refuses words that are too long for the report.
pub(super) fn check_texts(texts: &YearTexts) -> Result<(), Problem> {
    let named = [
        ("guidance", "思想引领", &texts.guidance, LONGEST),
        ("merit", "建功立业", &texts.merit, LONGEST),
        ("quality", "素质提升", &texts.quality, LONGEST),
        ("standing", "地位提高", &texts.standing, LONGEST),
        ("growth", "队伍壮大", &texts.growth, LONGEST),
        ("problems", "存在的问题", &texts.problems, LONGEST),
        ("plans", "下一年打算", &texts.plans, LONGEST),
        ("filledBy", "填报人", &texts.filled_by, LONGEST_NAME),
        ("responsible", "负责人", &texts.responsible, LONGEST_NAME),
        ("addressee", "主送机关", &texts.addressee, 2 * LONGEST_NAME),
    ];
    for (field, name, text, most) in named {
        if text.as_deref().is_some_and(|text| text.trim().chars().count() > most) {
            return Err(Problem::input(field, format!("“{name}”超过{most}个字，请写短一些。")));
        }
    }
    Ok(())
}

/// What a report must bear and does not yet (A14: filled by, responsible; GB/T 9704—2012, 7.3.2: whom it goes to).
pub(super) fn missing(texts: Option<&YearTexts>) -> Vec<String> {
    let lacks = |name: Option<&Option<String>>| name.is_none_or(Option::is_none);
    let mut missing = Vec::new();
    if lacks(texts.map(|texts| &texts.addressee)) {
        missing.push("主送机关".to_owned());
    }
    if lacks(texts.map(|texts| &texts.filled_by)) {
        missing.push("填报人".to_owned());
    }
    if lacks(texts.map(|texts| &texts.responsible)) {
        missing.push("负责人".to_owned());
    }
    missing
}

/// A whole number.
pub(super) fn count(value: u32) -> FigureValue {
    FigureValue { text: grouped(value.into()), count: Some(value), why: None }
}

/// A sum of money, with its whole yuan to compare by.
pub(super) fn sum(value: Fen) -> FigureValue {
    FigureValue { text: value.to_string(), count: u32::try_from(value.0 / 100).ok(), why: None }
}

/// No value, with the reason.
pub(super) fn none(why: impl Into<String>) -> FigureValue {
    FigureValue { text: "—".to_owned(), count: None, why: Some(why.into()) }
}

/// A share; of nothing it is none, with the reason.
pub(super) fn share(part: &FigureValue, whole: &FigureValue, of_nothing: &str) -> FigureValue {
    let (Some(part), Some(all)) = (part.count, whole.count) else {
        return none(whole.why.clone().or_else(|| part.why.clone()).unwrap_or_default());
    };
    match percent(part.into(), all.into()) {
        Some(text) => FigureValue { text, count: None, why: None },
        None => none(of_nothing),
    }
}

/// Why the ledger has nothing of a year before it was founded; `None` when it has. A ledger that holds something of such a
/// year all the same (补录) answers with it.
pub(super) fn unknown(year: i32, founded: i32, held: &[u32]) -> Option<String> {
    let nothing = year < founded && held.iter().all(|count| *count == 0);
    nothing.then(|| format!("账本{founded}年建立，{year}年的没有登记"))
}

/// Whether what adds, less what takes, is the total, in every year that has all its values. A table without a total has
/// nothing to add up.
pub(super) fn adds_up(table: &YearTable) -> bool {
    let sides: [fn(&YearFigure) -> Option<u32>; 2] =
        [|figure| figure.now.count, |figure| figure.before.count];
    sides.iter().all(|side| {
        let total = table.figures.iter().find(|figure| figure.sum == Sum::Total).and_then(side);
        let parts = table.figures.iter().filter(|figure| matches!(figure.sum, Sum::Adds | Sum::Takes));
        let sum: i64 = parts
            .map(|figure| {
                let count = i64::from(side(figure).unwrap_or(0));
                if figure.sum == Sum::Takes { -count } else { count }
            })
            .sum();
        total.is_none_or(|total| i64::from(total) == sum)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_running_year_ends_today_and_a_past_one_at_its_last_day() {
        let now = Span::of(2026, day("2026-11-16"));
        assert_eq!((now.end, now.over), (day("2026-11-16"), false));
        assert_eq!((now.before().year, now.before().end), (2025, day("2025-12-31")));
        let last = Span::of(2026, day("2026-12-31"));
        assert_eq!((last.end, last.over), (day("2026-12-31"), false), "the last day itself still runs");
        let past = Span::of(2025, day("2026-01-01"));
        assert_eq!((past.end, past.over), (day("2025-12-31"), true));
        assert_eq!(check_year(2027, day("2026-12-31")).unwrap_err().field.as_deref(), Some("year"));
        assert!(check_year(26, day("2026-12-31")).is_err());
    }

    #[test]
    fn a_share_of_nothing_says_why_and_is_never_zero() {
        assert_eq!(share(&count(40), &count(320), "没有会员").text, "12.5%");
        let of_nothing = share(&count(0), &count(0), "没有会员");
        assert_eq!((of_nothing.text.as_str(), of_nothing.why.as_deref()), ("—", Some("没有会员")));
        let unknown = share(&count(0), &none("没有登记"), "没有会员");
        assert_eq!((unknown.text.as_str(), unknown.why.as_deref()), ("—", Some("没有登记")));
        assert_eq!(share(&count(0), &count(3), "没有会员").text, "0%", "none of some is a true zero");
    }

    #[test]
    fn a_year_before_the_ledger_is_unknown_unless_something_was_entered_of_it() {
        assert!(unknown(2025, 2026, &[0, 0]).is_some());
        assert_eq!(unknown(2025, 2026, &[0, 1]), None);
        assert_eq!(unknown(2026, 2026, &[0, 0]), None, "a year of its own with nothing in it is a zero");
    }

    #[test]
    fn names_are_asked_for_and_long_words_refused() {
        assert_eq!(missing(None), ["主送机关", "填报人", "负责人"]);
        let mut texts = YearTexts { filled_by: Some("李强".into()), ..YearTexts::blank(2026) };
        assert_eq!(missing(Some(&texts)), ["主送机关", "负责人"]);
        texts.plans = Some("好".repeat(LONGEST));
        check_texts(&texts).unwrap();
        texts.plans = Some("好".repeat(LONGEST + 1));
        assert_eq!(check_texts(&texts).unwrap_err().field.as_deref(), Some("plans"));
    }
}
