//! Wages by bands, as a personnel office gives them: how many earn between which sums; or a pay scale with its lowest, middle and
//! highest. What is kept of it is `pay`'s.

use chrono::NaiveDate;
use ledger::Fen;
use sheet::{Book, Cell, Row};

use super::money::{MoneyRead, Unit, read as read_money};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who};
use crate::members::roster::Severity;
use crate::members::roster::names::{half_width, is_space};

/// What a column of such a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BandColumn {
    Name,
    Range,
    From,
    To,
    Middle,
    Headcount,
    Sum,
}

impl Columns for BandColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, &["职级", "薪级", "等级", "岗级", "级别", "薪档", "职级薪级"]),
        (Self::Range, &["工资档", "档次", "分档", "工资区间", "区间", "工资段", "工资范围", "月工资"]),
        (Self::From, &["最低", "下限", "从", "最低值", "起"]),
        (Self::To, &["最高", "上限", "到", "最高值", "止"]),
        (Self::Middle, &["中位", "中位值", "中点", "标准值"]),
        (Self::Headcount, &["人数", "职工人数", "员工人数", "在岗人数"]),
        (Self::Sum, &["工资总额", "总额", "金额", "合计金额", "应发合计"]),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Range, Self::From, Self::To, Self::Headcount], 2);
    const WHO: Option<Who<Self>> = None;
}

/// A band.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BandLine {
    /// 职级, 薪级.
    pub name: Option<String>,
    /// From this sum.
    pub from: Fen,
    /// To below this sum.
    pub to: Option<Fen>,
    /// The middle.
    pub middle: Option<Fen>,
    /// How many.
    pub headcount: Option<u32>,
    /// What they are paid in all.
    pub sum: Option<Fen>,
}

/// Bands as they were read.
#[derive(Clone, Debug)]
pub struct BandSheet {
    /// The bands.
    pub lines: Vec<BandLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
}

/// Reads bands with a header, or bare lines of a range, a headcount and perhaps a sum; none where there are none.
pub fn read(book: &Book, today: NaiveDate) -> Option<BandSheet> {
    match Table::<BandColumn>::of(book, today) {
        Some(table) => Some(headed(table)),
        None => bare(book),
    }
}

fn headed(mut table: Table<'_, BandColumn>) -> BandSheet {
    use BandColumn as C;
    let units = |table: &Table<'_, C>, column| Unit::of(table.heading(column)).unwrap_or(Unit::Yuan);
    let mut lines = Vec::new();
    for row in table.rows() {
        let mut sum = |column| {
            let unit = units(&table, column);
            table.sum(row, column, unit).map(|(_, sum)| sum)
        };
        let (low, high) = (sum(C::From), sum(C::To));
        let (middle, paid) = (sum(C::Middle), sum(C::Sum));
        let range = table.text(row, C::Range);
        let said = range.as_deref().and_then(|text| range_of(text, units(&table, C::Range)));
        let (from, to) = match (low, said) {
            (Some(from), _) => (from, high),
            (None, Some(said)) => said,
            (None, None) if high.is_some() => (Fen(0), high),
            (None, None) => {
                let empty = Cell::Empty;
                let at = table.cell(row, C::Range).unwrap_or(super::table::At {
                    row: row.number,
                    column: 0,
                    cell: &empty,
                });
                let text = "看不出是哪一档；请写成“4000-5000”，或者分开写最低和最高。";
                table.say(&at, Severity::Ask, K::NotMoney, text, None);
                continue;
            }
        };
        let headcount = heads(&mut table, row);
        lines.push(BandLine { name: table.text(row, C::Name), from, to, middle, headcount, sum: paid });
    }
    BandSheet { lines, problems: table.problems }
}

fn heads<'b>(table: &mut Table<'b, BandColumn>, row: &'b Row) -> Option<u32> {
    let at = table.sound(row, BandColumn::Headcount)?;
    let found = count(at.cell);
    if found.is_none() {
        table.say(&at, Severity::Ask, K::NotMoney, "不是人数；请写成整数。", None);
    }
    found
}

fn count(cell: &Cell) -> Option<u32> {
    let text: String = cell.show().chars().map(half_width).filter(|c| !is_space(*c)).collect();
    text.trim_end_matches(['人', '名']).parse().ok()
}

/// Lines without a header.
fn bare(book: &Book) -> Option<BandSheet> {
    let page = book.pages.iter().find(|page| !page.hidden)?;
    let lines: Vec<BandLine> = page
        .rows
        .iter()
        .filter_map(|row| {
            let mut cells = row.cells.iter().map(|(_, cell)| cell).filter(|cell| !cell.is_blank());
            let (from, to) = range_of(&cells.next()?.show(), Unit::Yuan)?;
            let headcount = cells.next().and_then(count);
            let sum = cells.next().and_then(|cell| match read_money(cell, Unit::Yuan) {
                MoneyRead::Plain(sum) | MoneyRead::Read(sum) => Some(sum),
                MoneyRead::Nothing | MoneyRead::Impossible => None,
            });
            Some(BandLine { name: None, from, to, middle: None, headcount, sum })
        })
        .collect();
    (!lines.is_empty()).then_some(BandSheet { lines, problems: Vec::new() })
}

/// 4000-5000, 4000～5000元, 8000以上, 3000以下, 0.4万至0.5万.
fn range_of(text: &str, unit: Unit) -> Option<(Fen, Option<Fen>)> {
    let plain: String = (text.chars())
        .map(half_width)
        .filter(|c| !is_space(*c) && *c != ',')
        .map(|c| if matches!(c, '~' | '～' | '—' | '–' | '－' | '至' | '到') { '-' } else { c })
        .collect();
    let sum = |text: &str| match read_money(&Cell::Text(text.into()), unit) {
        MoneyRead::Plain(sum) | MoneyRead::Read(sum) if sum.0 >= 0 => Some(sum),
        _ => None,
    };
    let above = ["(含)以上", "及以上", "以上"].iter().find_map(|end| plain.strip_suffix(end));
    if let Some(from) = above {
        return Some((sum(from)?, None));
    }
    let below = ["(不含)以下", "及以下", "以下"].iter().find_map(|end| plain.strip_suffix(end));
    if let Some(to) = below {
        return Some((Fen(0), Some(sum(to)?)));
    }
    let (from, to) = plain.split_once('-')?;
    Some((sum(from)?, Some(sum(to)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::members::roster::tests::cases::book;

    /// From, to, how many, their sum.
    type Told = (i64, Option<i64>, Option<u32>, Option<i64>);

    fn told(rows: &[&[&str]]) -> Vec<Told> {
        let read = read(&book(rows), "2026-11-16".parse().unwrap()).unwrap();
        read.lines
            .iter()
            .map(|one| (one.from.0, one.to.map(|to| to.0), one.headcount, one.sum.map(|s| s.0)))
            .collect()
    }

    #[test]
    fn bands_are_read_with_a_header_and_without() {
        let wanted = [
            (0, Some(400_000), Some(12), Some(4_200_000)),
            (400_000, Some(500_000), Some(30), None),
            (500_000, None, Some(8), None),
        ];
        let bare = [&["4000以下", "12人", "42000"][..], &["4000～5000元", "30"], &["5000及以上", "8"]];
        assert_eq!(told(&bare), wanted);
        let headed = [
            &["工资区间", "人数", "工资总额（元）"][..],
            &["4000以下", "12", "42000"],
            &["4000-5000", "30", ""],
            &["5000以上", "8", ""],
            &["合计", "50", ""],
        ];
        assert_eq!(told(&headed), wanted);
    }

    #[test]
    fn a_pay_scale_comes_as_bands() {
        let rows = [
            &["职级", "最低（千元）", "中位（千元）", "最高（千元）", "人数"][..],
            &["一级", "#n 3.5", "#n 4", "#n 4.5", "#n 20"],
            &["二级", "#n 4", "#n 4.8", "#n 5.6", "#n 9"],
        ];
        let read = read(&book(&rows), "2026-11-16".parse().unwrap()).unwrap();
        let second = &read.lines[1];
        assert_eq!((second.name.as_deref(), second.middle), (Some("二级"), Some(Fen(480_000))));
        assert_eq!((second.from, second.to, second.headcount), (Fen(400_000), Some(Fen(560_000)), Some(9)));
    }
}
