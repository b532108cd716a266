//! Sums of money as sheets write them: figures, texts with signs and units, thousands and ten thousands. Reckoned in whole
//! fen from the digits, never in floating point.

use ledger::Fen;
use sheet::Cell;

use crate::members::roster::names::{half_width, is_space};

/// In what a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 千元.
    Thousand,
    /// 万元.
    TenThousand,
}

impl Unit {
    /// Every one, from small to large.
    pub(crate) const ALL: [Unit; 3] = [Unit::Yuan, Unit::Thousand, Unit::TenThousand];

    pub(crate) fn fen(self) -> i128 {
        match self {
            Unit::Yuan => 100,
            Unit::Thousand => 100_000,
            Unit::TenThousand => 1_000_000,
        }
    }

    /// 元, 千元, 万元.
    pub fn words(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::Thousand => "千元",
            Unit::TenThousand => "万元",
        }
    }

    /// From a heading or a note above it: 应发(万元), 单位：千元.
    pub fn of(words: &str) -> Option<Unit> {
        if words.contains("万元") {
            Some(Unit::TenThousand)
        } else if words.contains("千元") {
            Some(Unit::Thousand)
        } else if words.contains('元') {
            Some(Unit::Yuan)
        } else {
            None
        }
    }
}

/// Whether a heading or a note above it says that sums are of a year: 年薪, 万元/年.
pub fn of_a_year(words: &str) -> bool {
    ["年薪", "/年", "每年"].iter().any(|word| words.contains(word))
}

/// Words of headings that are no sum of money.
const NO_SUM: [&str; 28] = [
    "人数", "天", "日", "号", "级", "备注", "工时", "时数", "时间", "序", "电话", "手机", "联系", "卡",
    "年龄", "工龄", "年限", "年月", "率", "班次", "次数", "出生", "分机", "QQ", "qq", "身高", "鞋码", "年份",
];
/// Words of headings that are one only where they do not go on to a sum: 课时, and not 课时费.
const NO_SUM_ALONE: [&str; 7] = ["房间", "得分", "成绩", "学时", "课时", "应出勤", "实出勤"];
/// What a heading of a sum ends in.
const SUM_ENDS: [&str; 8] = ["费", "工资", "薪", "奖", "金", "额", "贴", "款"];

/// Whether no sum of money stands under a heading, by its words.
pub(crate) fn heads_no_sum(heading: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| heading.contains(*word));
    says(&NO_SUM) || says(&NO_SUM_ALONE) && !SUM_ENDS.iter().any(|word| heading.trim().ends_with(*word))
}

/// What a cell says of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyRead {
    /// Nothing: empty, a dash.
    Nothing,
    /// A plain figure in the column's yuan.
    Plain(Fen),
    /// A figure that had to be read: a sign, a unit.
    Read(Fen),
    /// No sum.
    Impossible,
}

/// Reads a cell under a column of this unit; a unit in the cell itself counts before it.
pub fn read(cell: &Cell, unit: Unit) -> MoneyRead {
    let (written, figure) = match cell {
        Cell::Empty => return MoneyRead::Nothing,
        Cell::Number(number) => (number.text(), true),
        Cell::Text(text) => (text.to_string(), false),
        Cell::Date { .. } | Cell::Bool(_) | Cell::Fault(_) => return MoneyRead::Impossible,
    };
    let plain: String = written.chars().map(half_width).filter(|c| !is_space(*c) && *c != '\'').collect();
    if matches!(plain.as_str(), "" | "-" | "--" | "—" | "/" | "无") {
        return MoneyRead::Nothing;
    }
    let (text, bracketed) = match plain.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => (plain.as_str(), false),
    };
    let text = text.trim_start_matches(['¥', '￥']);
    let (digits, own) = [
        ("万元", Unit::TenThousand),
        ("万", Unit::TenThousand),
        ("千元", Unit::Thousand),
        ("千", Unit::Thousand),
        ("元", Unit::Yuan),
    ]
    .iter()
    .find_map(|(word, unit)| text.strip_suffix(word).map(|rest| (rest, Some(*unit))))
    .unwrap_or((text, None));
    let digits: String = digits.chars().filter(|c| *c != ',').collect();
    let Some(sum) = fen(&digits, own.unwrap_or(unit)) else { return MoneyRead::Impossible };
    let sum = if bracketed { Fen(-sum.0) } else { sum };
    let as_written = figure || digits == plain;
    if as_written && unit == Unit::Yuan { MoneyRead::Plain(sum) } else { MoneyRead::Read(sum) }
}

/// Digits with at most one point into fen; what is less than half a fen is dropped.
fn fen(digits: &str, unit: Unit) -> Option<Fen> {
    let (minus, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start_matches(['¥', '￥'])),
        None => (false, digits.strip_prefix('+').unwrap_or(digits)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || whole.len() > 12 || !figures(whole) || !figures(part) {
        return None;
    }
    let part = part.get(..part.len().min(12)).unwrap_or_default();
    let scale = 10_i128.pow(u32::try_from(part.len()).ok()?);
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i128>().ok() };
    let all = number(whole)? * scale + number(part)?;
    let fen = (all * unit.fen() + scale / 2) / scale;
    let fen = i64::try_from(fen).ok()?;
    Some(Fen(if minus { -fen } else { fen }))
}

/// A sum as a remark says it, heard again.
pub(crate) fn heard(said: &str) -> Option<Fen> {
    fen(said.strip_suffix('元')?, Unit::Yuan)
}

/// 12345.60元, as a remark says it.
pub fn said(sum: Fen) -> String {
    let (sign, fen) = (if sum.0 < 0 { "-" } else { "" }, sum.0.unsigned_abs());
    match fen % 100 {
        0 => format!("{sign}{}元", fen / 100),
        rest => format!("{sign}{}.{rest:02}元", fen / 100),
    }
}
