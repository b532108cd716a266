//! The years and months of a title in the figures that a calendar counts by: 24年12月, 二〇二四年十二月. What they name stands in the
//! folder's own file, what several of them mean in `several`.

use super::{WORDS, YEARS};

/// What stands between the first and the last of several months, in a title whose dashes are level.
pub(super) const RUN: [char; 11] = ['至', '到', '-', '、', ',', '和', '及', '与', '/', '+', '&'];
/// What stands for each digit of a year, with what is typed for the round nought.
const DIGITS: [&str; 10] = ["〇零○◯O", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// Years of two digits from this one on are of the century before.
const CENTURY: i32 = 90;
/// Words before a number of years: 满10年.
const COUNTS: [char; 4] = ['满', '龄', '第', '近'];

/// Whether a sign is of a number, in figures or in words.
pub(super) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// The digit that a sign stands for, in words or in figures.
fn digit(sign: char) -> Option<u32> {
    let word = || DIGITS.iter().position(|signs| signs.contains(sign)).and_then(|at| u32::try_from(at).ok());
    sign.to_digit(10).or_else(word)
}

/// A title whose years are in four figures, and the months right behind them in figures: 2024年12月 for 24年12月 and 二〇二四年十二月.
pub(super) fn in_figures(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('年') {
        let year = year(before, behind);
        match year {
            Some((bare, year)) => found.push_str(&format!("{bare}{year}年")),
            None => found.push_str(&format!("{before}年")),
        }
        rest = behind;
        let month = || {
            WORDS.iter().find_map(|(word, month)| {
                let after =
                    behind.trim_start().strip_prefix(*word).filter(|after| after.starts_with('月'))?;
                Some((*month, after))
            })
        };
        if let Some((month, after)) = year.and_then(|_| month()) {
            found.push_str(&month.to_string());
            rest = after;
        }
    }
    found.push_str(rest);
    found
}

/// The year that stands before its sign, and what stands before it. One of two digits only where a month or the wages of it follow:
/// 满10年职工 is none.
fn year<'t>(before: &'t str, behind: &str) -> Option<(&'t str, i32)> {
    let figures = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let words = before.trim_end_matches(|c: char| digit(c).is_some());
    // Behind a letter, figures are its own: No24年.
    let in_words = before.strip_prefix(words)?.contains(|c: char| !c.is_ascii_alphanumeric());
    let bare = if in_words { words } else { figures };
    let digits: Vec<u32> = before.strip_prefix(bare)?.chars().filter_map(digit).collect();
    let number = digits
        .iter()
        .try_fold(0_i32, |sum, digit| sum.checked_mul(10)?.checked_add(i32::try_from(*digit).ok()?))?;
    let year = match digits.len() {
        4 => number,
        2 if is_time(behind) && !bare.ends_with(COUNTS) => {
            number + if number < CENTURY { 2000 } else { 1900 }
        }
        _ => return None,
    };
    YEARS.contains(&year).then_some((bare, year))
}

/// Whether what stands behind a year goes on to its month, or is of the year's wages: 12月, 8-9月, 度, 工资表.
fn is_time(behind: &str) -> bool {
    let behind = behind.trim_start();
    let months = |c: char| is_figure(c) || RUN.contains(&c) || matches!(c, '月' | '份' | '.' | ' ');
    let end = behind.find(|c: char| !months(c)).unwrap_or(behind.len());
    let called = behind.get(..end).is_some_and(|said| said.starts_with(is_figure) && said.contains('月'));
    called || ["元月", "度", "工资"].iter().any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_two_digits_and_in_words_are_in_figures() {
        for (text, wanted) in [
            ("24年12月工资表", "2024年12月工资表"),
            ("二〇二四年十二月工资表", "2024年12月工资表"),
            ("二零二四年12月份工资表", "2024年12月份工资表"),
            ("二O二六年元月", "2026年1月"),
            ("焊接车间二○二六年十一月至二○二七年一月", "焊接车间2026年11月至2027年1月"),
            ("二六年十月", "2026年10月"),
            ("26年8-9月", "2026年8-9月"),
            ("24年度工资汇总", "2024年度工资汇总"),
            ("2026年九月", "2026年9月"),
            ("99年8月", "1999年8月"),
        ] {
            assert_eq!(in_figures(text), wanted);
        }
        for text in [
            "工龄10年3月",
            "满20年职工2026年9月工资表",
            "24年以上职工",
            "一年一月",
            "入职1-3年",
            "第12年度",
            "1862年3月",
            "2026年第三季度",
            "9月工资表",
        ] {
            assert_eq!(in_figures(text), text);
        }
    }
}
