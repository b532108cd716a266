//! The amounts that a sentence of an offer or a contract names: sums, percentages, the day of the month, dates. Whole numbers
//! of a small unit throughout. What an amount means is decided by whoever reads the words about it.

use std::ops::Range;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

/// What kind of amount it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AmountKind {
    /// 元, in fen.
    Sum,
    /// %, in hundredths of a percent.
    Percent,
    /// 个百分点, in hundredths.
    Points,
    /// 每月几日.
    Day,
    /// A date, in days since 0001-01-01.
    Date,
}

/// One amount where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Its kind.
    pub kind: AmountKind,
    /// In the kind's unit.
    pub value: i64,
    /// As it is written.
    pub words: String,
    /// Where, in characters of the text.
    pub at: Range<usize>,
}

/// Half and full width are one, character by character, so that places stay; a comma of a sentence is none of thousands.
fn plain(text: &str) -> Vec<char> {
    let half = |c: char| if c == '，' { c } else { std::iter::once(c).nfkc().next().unwrap_or(c) };
    text.chars().map(half).collect()
}

/// Every amount of a text, in order.
pub fn amounts(text: &str) -> Vec<Amount> {
    let (chars, original) = (plain(text), text.chars().collect::<Vec<char>>());
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let one = in_words(&chars, at).or_else(|| in_digits(&chars, at)).or_else(|| in_han(&chars, at));
        match one {
            Some((Some((kind, value)), end)) => {
                let words = original[at..end].iter().collect::<String>().trim().to_owned();
                found.push(Amount { kind, value, words, at: at..end });
                at = end;
            }
            Some((None, end)) => at = end,
            None => at += 1,
        }
    }
    found
}

/// Whether these characters stand at a place, blanks before them passed over; where they end.
fn follows(chars: &[char], at: usize, words: &str) -> Option<usize> {
    let at = at + chars[at.min(chars.len())..].iter().take_while(|c| **c == ' ').count();
    let end = at + words.chars().count();
    (chars.get(at..end)?.iter().copied().eq(words.chars())).then_some(end)
}

/// An amount or a number that is none, and where it ends.
type Read = Option<(Option<(AmountKind, i64)>, usize)>;

fn in_digits(chars: &[char], at: usize) -> Read {
    if !chars[at].is_ascii_digit() {
        return None;
    }
    let (hundredths, places, end) = number(chars, at)?;
    let whole = places == 0;
    if let Some(end) = follows(chars, end, "个百分点") {
        return Some((Some((AmountKind::Points, hundredths)), end));
    }
    if let Some(end) = follows(chars, end, "%") {
        return Some((Some((AmountKind::Percent, hundredths)), end));
    }
    // The rest of a number that could not be read is no number of its own.
    let rest = at.checked_sub(1).is_some_and(|before| "亿万千百零".contains(chars[before]));
    if !rest && let Some((fen, end)) = yuan(chars, at) {
        return Some((fen.map(|fen| (AmountKind::Sum, fen)), end));
    }
    if whole && let Some((date, end)) = date(chars, hundredths / 100, end) {
        return Some((Some((AmountKind::Date, date)), end));
    }
    if whole
        && chars[..at].iter().rev().filter(|c| **c != ' ').take(2).eq(['月', '每'].iter())
        && let Some(end) = follows(chars, end, "日").or_else(|| follows(chars, end, "号"))
    {
        return Some((Some((AmountKind::Day, hundredths / 100)), end));
    }
    Some((None, end))
}

/// The units before 元, the greatest first.
const UNITS: [(&str, i64); 4] = [("亿", 100_000_000), ("万", 10_000), ("千", 1_000), ("百", 100)];

/// A sum in digits, 2,360元, 0.2万元 or 1万2千元, in fen, none where it is beyond any; where it ends.
fn yuan(chars: &[char], at: usize) -> Option<(Option<i64>, usize)> {
    let (mut fen, mut at, mut last) = (Some(0_i64), at, i64::MAX);
    loop {
        let (hundredths, _, end) = number(chars, at)?;
        let add = |times: i64| fen.and_then(|fen| hundredths.checked_mul(times)?.checked_add(fen));
        if let Some(end) = follows_yuan(chars, end) {
            return Some((add(1), end));
        }
        let unit = UNITS.iter().find_map(|(unit, times)| Some((follows(chars, end, unit)?, *times)));
        let (end, times) = unit.filter(|(_, times)| *times < last)?;
        fen = add(times);
        if let Some(end) = follows_yuan(chars, end) {
            return Some((fen, end));
        }
        if !chars.get(end).is_some_and(char::is_ascii_digit) {
            return None;
        }
        (at, last) = (end, times);
    }
}

/// Whether a comma or a blank parts the thousands of the number that begins at `start`. A blank stands between other words too: it does
/// so behind one to three digits only, and where three digits follow and no fourth.
fn parts_thousands(chars: &[char], start: usize, at: usize) -> bool {
    let follow = chars.get(at + 1..at + 4).is_some_and(|next| next.iter().all(char::is_ascii_digit));
    let since = chars[start..at].iter().rev().take_while(|c| c.is_ascii_digit()).count();
    match chars[at] {
        ',' => follow,
        ' ' => follow && since <= 3 && !chars.get(at + 4).is_some_and(char::is_ascii_digit),
        _ => false,
    }
}

/// A number with its thousands and at most two places after the point, in hundredths; how many places; where it ends.
fn number(chars: &[char], at: usize) -> Option<(i64, usize, usize)> {
    let (mut value, mut end) = (0_i64, at);
    while let Some(c) = chars.get(end) {
        if let Some(digit) = c.to_digit(10) {
            value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
        } else if !parts_thousands(chars, at, end) {
            break;
        }
        end += 1;
    }
    let mut places = 0;
    if chars.get(end) == Some(&'.') && chars.get(end + 1).is_some_and(char::is_ascii_digit) {
        end += 1;
        while let Some(digit) = chars.get(end).and_then(|c| c.to_digit(10)) {
            if places < 2 {
                value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
                places += 1;
            }
            end += 1;
        }
    }
    let value = value.checked_mul(if places == 0 {
        100
    } else if places == 1 {
        10
    } else {
        1
    })?;
    Some((value, places, end))
}

/// The rest of a date after its year, in days since 0001-01-01.
fn date(chars: &[char], year: i64, end: usize) -> Option<(i64, usize)> {
    let end = follows(chars, end, "年")?;
    let start = end + chars[end..].iter().take_while(|c| **c == ' ').count();
    let (month, 0, end) = number(chars, start)? else { return None };
    let end = follows(chars, end, "月")?;
    let start = end + chars[end..].iter().take_while(|c| **c == ' ').count();
    let (day, 0, end) = number(chars, start)? else { return None };
    let end = follows(chars, end, "日")?;
    let part = |hundredths: i64| u32::try_from(hundredths / 100).ok();
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, part(month)?, part(day)?)?;
    Some((day_number(date), end))
}

/// A date as an amount has it.
pub fn day_number(date: NaiveDate) -> i64 {
    i64::from(chrono::Datelike::num_days_from_ce(&date))
}

/// 百分之六点五.
fn in_words(chars: &[char], at: usize) -> Read {
    let start = follows(chars, at, "百分之").filter(|end| *end == at + 3)?;
    let len = chars[start..].iter().take_while(|c| "零〇一二两三四五六七八九十百点".contains(**c)).count();
    let words = chars.get(start..start + len).filter(|words| !words.is_empty())?;
    let mut parts = words.split(|c| *c == '点');
    let whole = han(parts.next()?)?;
    let places: Vec<i64> = parts.next().unwrap_or_default().iter().filter_map(|c| digit(*c)).collect();
    let place = |n: usize| places.get(n).copied().unwrap_or_default();
    Some((Some((AmountKind::Percent, whole * 100 + place(0) * 10 + place(1))), start + len))
}

/// What a sum in Chinese is written with.
const HAN: &str = "零〇一二两三四五六七八九十百千万点壹贰叁肆伍陆柒捌玖拾佰仟";
/// Before a sum these say that it is none exactly, or that it is of something else.
const VAGUE: [char; 6] = ['几', '数', '上', '近', '第', '多'];
/// Behind 元 these make another word of it.
const NO_YUAN: [char; 7] = ['化', '素', '旦', '件', '老', '首', '宵'];
/// Behind 圆, as the bank writes 元, these do.
const NO_YUAN_OF_BANKS: [char; 8] = ['满', '形', '桌', '钢', '柱', '周', '环', '孔'];

/// Where 元 or 圆 ends that stands at a place.
fn follows_yuan(chars: &[char], at: usize) -> Option<usize> {
    let other = |end: &usize| chars.get(*end).is_some_and(|next| NO_YUAN_OF_BANKS.contains(next));
    follows(chars, at, "元").or_else(|| follows(chars, at, "圆").filter(|end| !other(end)))
}

/// 两千元, 一千八百元, 一点五万元, 贰仟元.
fn in_han(chars: &[char], at: usize) -> Read {
    let is_han = |c: &char| HAN.contains(*c);
    if !is_han(&chars[at])
        || at.checked_sub(1).is_some_and(|before| is_han(&chars[before]) || VAGUE.contains(&chars[before]))
    {
        return None;
    }
    let end = at + chars[at..].iter().take_while(|c| is_han(c)).count();
    let words = &chars[at..end];
    let end = follows_yuan(chars, end)?;
    if chars.get(end).is_some_and(|next| NO_YUAN.contains(next)) {
        return None;
    }
    Some((Some((AmountKind::Sum, han_sum(words)?)), end))
}

/// A whole number of yuan, or one of at most two places with its unit, in fen.
fn han_sum(words: &[char]) -> Option<i64> {
    let mut parts = words.split(|c| *c == '点');
    let (whole, places) = (parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let Some(places) = places else { return han_whole(whole)?.checked_mul(100) };
    let (places, times) = match places.split_last()? {
        (unit, places) if han_unit(*unit).is_some() => (places, han_unit(*unit)?),
        _ => (places, 1),
    };
    let places: Vec<i64> = places.iter().map(|c| digit(*c)).collect::<Option<_>>()?;
    let place = |n: usize| places.get(n).copied().unwrap_or_default();
    let hundredths = han_whole(whole)?.checked_mul(100)? + place(0) * 10 + place(1);
    (1..=2).contains(&places.len()).then(|| hundredths.checked_mul(times)).flatten()
}

fn han_unit(c: char) -> Option<i64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' => Some(10_000),
        _ => None,
    }
}

/// A whole number under a hundred million: 一万二千, 一千八 (which is 一千八百), 二三六〇.
fn han_whole(words: &[char]) -> Option<i64> {
    if words.len() > 1 && words.len() < 10 && words.iter().all(|c| digit(*c).is_some()) {
        return words.iter().try_fold(0_i64, |value, c| Some(value * 10 + digit(*c)?));
    }
    let (mut value, mut section, mut last, mut unit) = (0_i64, 0_i64, None, 1_i64);
    for c in words {
        match (digit(*c), han_unit(*c)) {
            // 一千零八: what follows is of the lowest place.
            (Some(0), _) => unit = 1,
            (Some(number), _) => {
                if last.replace(number).is_some() {
                    return None;
                }
            }
            (None, Some(10_000)) => {
                let whole = section + last.take().unwrap_or_default();
                if value > 0 || whole == 0 {
                    return None;
                }
                (value, section, unit) = (whole * 10_000, 0, 10_000);
            }
            (None, Some(times)) => {
                // 十五 begins without a number, and nothing else does.
                let bare = (times == 10 && section == 0 && value == 0).then_some(1);
                section += last.take().or(bare)? * times;
                unit = times;
            }
            (None, None) => return None,
        }
    }
    let rest = last.unwrap_or_default() * if unit >= 100 { unit / 10 } else { 1 };
    Some(value + section + rest)
}

fn digit(c: char) -> Option<i64> {
    let plain = |set: &str| set.chars().position(|one| one == c);
    let at = plain("零一二三四五六七八九").or_else(|| plain("零壹贰叁肆伍陆柒捌玖"));
    at.or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
    .and_then(|at| i64::try_from(at).ok())
}

/// A whole number under a thousand in Chinese.
fn han(words: &[char]) -> Option<i64> {
    let (mut value, mut last) = (0, None);
    for c in words {
        match c {
            '百' => value += last.take()? * 100,
            '十' => value += last.take().unwrap_or(1) * 10,
            _ => last = Some(digit(*c)?),
        }
    }
    Some(value + last.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{AmountKind, amounts, day_number};
    use chrono::NaiveDate;

    fn read(text: &str) -> Vec<(AmountKind, i64, String)> {
        amounts(text).into_iter().map(|one| (one.kind, one.value, one.words)).collect()
    }

    #[test]
    fn sums_percentages_days_and_dates_are_read_in_any_writing() {
        use AmountKind::{Date, Day, Percent, Points, Sum};
        let day = |y, m, d| day_number(NaiveDate::from_ymd_opt(y, m, d).unwrap());
        for (text, kind, value) in [
            ("增长6%", Percent, 600),
            ("增长 6.5 ％", Percent, 650),
            ("增长百分之六点五", Percent, 650),
            ("增长百分之十二", Percent, 1200),
            ("不低于百分之一百五十", Percent, 15000),
            ("另加1个百分点", Points, 100),
            ("月工资2,360元", Sum, 236_000),
            ("月工资２３６０．５元", Sum, 236_050),
            ("月工资2 360元", Sum, 236_000),
            ("月工资 2　360.5 元", Sum, 236_050),
            ("总额1 200\u{a0}000元", Sum, 120_000_000),
            ("2026 360元", Sum, 36_000),
            ("总额1.2万元", Sum, 1_200_000),
            ("见习期月工资0.2万元", Sum, 200_000),
            ("每月不少于1.5千元", Sum, 150_000),
            ("月工资1万2千元", Sum, 1_200_000),
            ("月工资1千8百元", Sum, 180_000),
            ("保底工资两千元", Sum, 200_000),
            ("月工资一千八百元", Sum, 180_000),
            ("月工资一千八元", Sum, 180_000),
            ("月工资一千零八元", Sum, 100_800),
            ("月工资两千三百六十元", Sum, 236_000),
            ("月工资二三六〇元", Sum, 236_000),
            ("月工资一点五千元", Sum, 150_000),
            ("总额一万二千元", Sum, 1_200_000),
            ("总额十二万五千元", Sum, 12_500_000),
            ("津贴十五元", Sum, 1_500),
            ("津贴一百五十元", Sum, 15_000),
            ("补发贰仟叁佰元整", Sum, 230_000),
            ("月工资贰仟零伍拾圆整", Sum, 205_000),
            ("月工资2,050圆", Sum, 205_000),
            ("月工资２０００元", Sum, 200_000),
            ("每月10日发放", Day, 10),
            ("每月 15 号", Day, 15),
            ("自2026年4月1日起", Date, day(2026, 4, 1)),
        ] {
            let found = amounts(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].kind, found[0].value), (kind, value), "{text}");
        }
    }

    #[test]
    fn years_headcounts_and_numbers_of_clauses_are_no_amounts() {
        for text in [
            "2026年度",
            "45人到会",
            "第3条",
            "每日8小时",
            "4月10日会议",
            "三个车间",
            "百分之",
            "2026年13月1日",
            "第1，200人",
            "每百元产值",
            "几百元",
            "几十元",
            "上千元",
            "二十多元",
            "二元化结构",
            "八圆桌会议",
            "1千零5元",
            "1万2万元",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn an_amount_knows_its_words_and_place() {
        let text = "由5%提高到 6.5 %，自2026年4月1日起";
        let found = amounts(text);
        let words: Vec<_> = found.iter().map(|one| one.words.as_str()).collect();
        assert_eq!(words, ["5%", "6.5 %", "2026年4月1日"]);
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(chars[found[1].at.clone()].iter().collect::<String>(), "6.5 %");
    }
}
