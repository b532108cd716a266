//! A figure and what it counts: 12日, 3.5万元, 8小时, 85 dB. Where a line may not be broken because a reader would lose
//! the one or the other. Marks and brackets are `kinsoku`'s.

use super::atom::Atom;

/// Units of one character.
const SHORT: &str =
    "年月日时分秒元角人名个件次条项款章节天周岁级米吨度届倍份页号台套户家位票种类段层间处万亿千百十℃";
/// What stands between a figure and its unit and belongs to the figure.
const POWERS: &str = "万亿千百十多余";
/// Units of more characters, the longer before what they begin with.
const LONG: [&str; 22] = [
    "个工作日",
    "个百分点",
    "个月",
    "小时",
    "分钟",
    "工作日",
    "周岁",
    "公里",
    "千米",
    "毫米",
    "厘米",
    "平方米",
    "立方米",
    "公斤",
    "千克",
    "毫克",
    "分贝",
    "千瓦时",
    "千瓦",
    "日内",
    "人次",
    "摄氏度",
];
/// Units in Latin letters, which a space may part from the figure.
const LATIN: [&str; 24] = [
    "km", "m", "cm", "mm", "μm", "nm", "kg", "g", "mg", "t", "L", "mL", "h", "min", "s", "dB", "kW", "W",
    "V", "A", "Hz", "MPa", "kPa", "lx",
];

/// Whether a break before atom `at` would part a figure from its unit, or tear the unit.
pub(crate) fn torn(line: &[Atom], at: usize) -> bool {
    let longest = 4;
    (at.saturating_sub(longest - 1)..=at).any(|from| {
        let reach = at - from;
        (LONG.iter().any(|unit| begins(line, from, unit) && unit.chars().count() > reach)
            || (reach == 0 && line.get(at).is_some_and(|a| SHORT.contains(a.ch))))
            && counted(&line[..from])
    }) || latin(line, at)
}

/// Whether these atoms begin with the word.
fn begins(line: &[Atom], from: usize, word: &str) -> bool {
    let own = line[from..].iter().map(|a| a.ch);
    word.chars().zip(own.map(Some).chain(std::iter::repeat(None))).all(|(c, own)| own == Some(c))
}

/// Whether these atoms end with a figure, a space behind it or none.
fn counted(before: &[Atom]) -> bool {
    let mut own = before.iter().rev().skip_while(|a| a.ch == ' ');
    let figure = own.find(|a| !POWERS.contains(a.ch));
    figure.is_some_and(|a| a.ch.is_ascii_digit())
}

/// Whether a figure, spaces and a Latin unit stand around the break.
fn latin(line: &[Atom], at: usize) -> bool {
    let spaced = line[..at].iter().rev().take_while(|a| a.ch == ' ').count();
    if spaced == 0 || !counted(&line[..at - spaced]) {
        return false;
    }
    let word = line[at..].iter().take_while(|a| a.ch.is_alphabetic() && !super::kinsoku::is_wide(a.ch));
    let word: String = word.map(|a| a.ch).collect();
    LATIN.contains(&word.as_str())
}
