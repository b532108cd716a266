//! Of which month or year a payroll is, as its title or the name of its file tells. What its headings say of the sums stands in the
//! folder's own file.

use std::ops::RangeInclusive;

use crate::month::Month;

/// The years of which a payroll can be.
const YEARS: RangeInclusive<i32> = 1990..=2099;

/// The month that a title or a file's name tells: 2026年10月, 2026-10, 2026.10, 202610.
pub fn month_of(text: &str) -> Option<Month> {
    let figures: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let whole = figures
        .iter()
        .filter(|part| part.len() == 6)
        .find_map(|part| Month::new(part.get(..4)?.parse().ok()?, part.get(4..)?.parse().ok()?));
    let split = || {
        figures.windows(2).find_map(|pair| match pair {
            [year, month] if year.len() == 4 && month.len() <= 2 => {
                let at = text.find(year)? + year.len();
                let joined = text.get(at..)?.starts_with(['年', '-', '.', '/', '_']);
                joined.then(|| Month::new(year.parse().ok()?, month.parse().ok()?)).flatten()
            }
            _ => None,
        })
    };
    whole.or_else(split)
}

/// The year that a title or a file's name tells: 2025年度工资, 年薪汇总2025. What is written 2025年度 comes before 2025年, that
/// before a bare figure.
pub fn year_of(text: &str) -> Option<i32> {
    let mut years = Vec::new();
    let mut rest = text;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_year() {
        for (text, year) in [
            ("2025年度工资", Some(2025)),
            ("年薪汇总2025.xlsx", Some(2025)),
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
