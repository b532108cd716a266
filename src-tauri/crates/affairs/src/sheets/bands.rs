//! Wages by bands, as a personnel office gives them: how many earn between which sums; or a pay scale with its lowest, middle and
//! highest. What is kept of it is `pay`'s.

use chrono::NaiveDate;
use ledger::Fen;
use sheet::{Book, Cell, Row};

use super::money::{MoneyRead, Unit, of_a_year, read as read_money};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who};
use crate::members::roster::Severity;
use crate::members::roster::field::plain;
use crate::members::roster::names::{half_width, is_space};
use crate::members::roster::rows::is_total;

/// A band is written to end at most so many fen before the next.
const YUAN: i64 = 100;

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
    /// Whether its sums are a year's, by its headings or what stands above them.
    pub yearly: bool,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
}

/// Reads bands with a header, or bare lines of a range, a headcount and perhaps a sum; none where there are none.
pub fn read(book: &Book, today: NaiveDate) -> Option<BandSheet> {
    let mut found = match Table::<BandColumn>::of(book, today) {
        Some(table) => headed(table),
        None => bare(book)?,
    };
    close(&mut found.lines);
    Some(found)
}

/// Bands that are written 4000-4999, 5000-5999 end where the next begins: whoever has 4,999.50 is in the first of them. The last ends
/// as those before it.
fn close(lines: &mut [BandLine]) {
    let next: Vec<Option<Fen>> = lines.iter().skip(1).map(|one| Some(one.from)).chain([None]).collect();
    let mut gap = 0;
    for (line, next) in lines.iter_mut().zip(next) {
        let Some(to) = line.to.filter(|_| line.name.is_none()) else { continue };
        let left = next.map_or(gap, |next| next.0.saturating_sub(to.0));
        gap = if (1..=YUAN).contains(&left) { left } else { 0 };
        line.to = Some(Fen(to.0 + gap));
    }
}

fn headed(mut table: Table<'_, BandColumn>) -> BandSheet {
    use BandColumn as C;
    let above = table.above();
    let common = Unit::of(&above).unwrap_or(Unit::Yuan);
    let units = |table: &Table<'_, C>, column| Unit::of(table.heading(column)).unwrap_or(common);
    let heads = [C::Range, C::From, C::To, C::Middle, C::Sum];
    let yearly = of_a_year(&above) || heads.into_iter().any(|column| of_a_year(table.heading(column)));
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
        let headcount = people(&mut table, row);
        lines.push(BandLine { name: table.text(row, C::Name), from, to, middle, headcount, sum: paid });
    }
    BandSheet { lines, yearly, problems: table.problems }
}

fn people<'b>(table: &mut Table<'b, BandColumn>, row: &'b Row) -> Option<u32> {
    let at = table.sound(row, BandColumn::Headcount)?;
    let found = count(&at.cell.show());
    if found.is_none() {
        let text = format!("“{}”不是人数；请写成整数。", at.cell.show());
        table.say(&at, Severity::Ask, K::NotHeads, &text, None);
    }
    found
}

fn count(text: &str) -> Option<u32> {
    let text: String = text.chars().map(half_width).filter(|c| !is_space(*c)).collect();
    text.trim_end_matches(['人', '名']).parse().ok()
}

/// Lines without a header. What holds a figure and is no band is told with its line.
fn bare(book: &Book) -> Option<BandSheet> {
    let page = book.pages.iter().find(|page| !page.hidden)?;
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    let figures =
        |parts: &[String]| parts.iter().any(|part| part.contains(|c: char| half_width(c).is_ascii_digit()));
    // 单位：万元/年 above them counts for all lines.
    let said: String = page.rows.iter().map(parts).filter(|parts| !figures(parts)).flatten().collect();
    let (unit, yearly) = (Unit::of(&said).unwrap_or(Unit::Yuan), of_a_year(&said));
    for row in &page.rows {
        let parts = parts(row);
        if !figures(&parts) || parts.first().is_some_and(|first| is_total(&plain(first))) {
            continue;
        }
        match bare_line(&parts, unit) {
            Ok(line) => lines.push(line),
            Err((kind, why)) => {
                let was = parts.join(" ");
                problems.push(SheetProblem {
                    row: row.number,
                    column: 0,
                    severity: Severity::Ask,
                    kind,
                    message: format!("第{}行“{was}”：{why}", row.number),
                    was,
                    proposal: None,
                });
            }
        }
    }
    // A text without a single band is something else.
    (!lines.is_empty()).then_some(BandSheet { lines, yearly, problems })
}

/// The cells of a line; one that has blanks for tabs is parted at them.
fn parts(row: &Row) -> Vec<String> {
    let mut cells: Vec<String> =
        row.cells.iter().filter(|(_, cell)| !cell.is_blank()).map(|(_, cell)| cell.show()).collect();
    if let [one] = cells.as_slice() {
        cells = one.split(is_space).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    }
    cells
}

/// A band of the parts of a line: a range, of one part or several (4000 - 5000), how many, and perhaps a sum.
fn bare_line(parts: &[String], unit: Unit) -> Result<BandLine, (K, &'static str)> {
    let range = (1..=parts.len().min(4)).find_map(|n| {
        let (range, rest) = parts.split_at_checked(n)?;
        Some((range_of(&range.join(" "), unit)?, rest))
    });
    let Some(((from, to), rest)) = range else {
        return Err((K::NotMoney, "看不出是哪一档；请写成“4000-5000”，后面写人数。"));
    };
    let mut rest = rest.iter().filter(|part| !matches!(part.as_str(), "元" | "人" | "名"));
    let headcount = match rest.next() {
        None => None,
        Some(told) => Some(count(told).ok_or((K::NotHeads, "人数要写成整数。"))?),
    };
    let sum = match rest.next().map(|told| read_money(&Cell::Text(told.as_str().into()), unit)) {
        Some(MoneyRead::Plain(sum) | MoneyRead::Read(sum)) => Some(sum),
        None | Some(MoneyRead::Nothing) => None,
        Some(MoneyRead::Impossible) => return Err((K::NotMoney, "人数后面的不是金额。")),
    };
    if rest.next().is_some() {
        return Err((K::NotMoney, "一行只写一档：范围、人数、总额（可以没有）。"));
    }
    Ok(BandLine { name: None, from, to, middle: None, headcount, sum })
}

/// 4000-5000, 4000～5000元, 8000以上, 3000以下, 0.4万至0.5万, 0.4-0.5万. None where the lower end is not the lower.
fn range_of(text: &str, unit: Unit) -> Option<(Fen, Option<Fen>)> {
    let written: Vec<char> = text.trim().chars().map(half_width).collect();
    // Two figures with a blank between are two things: a range and a headcount.
    let parted = written.windows(3).any(|three| match three {
        [before, blank, after] => is_space(*blank) && before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    });
    if parted {
        return None;
    }
    let plain: String = (written.into_iter())
        .filter(|c| !is_space(*c) && *c != ',')
        .map(|c| if matches!(c, '~' | '～' | '—' | '–' | '－' | '至' | '到') { '-' } else { c })
        .collect();
    let sum_in = |text: &str, unit| match read_money(&Cell::Text(text.into()), unit) {
        MoneyRead::Plain(sum) | MoneyRead::Read(sum) if sum.0 >= 0 => Some(sum),
        _ => None,
    };
    let sum = |text: &str| sum_in(text, unit);
    let above = ["(含)以上", "及以上", "以上"].iter().find_map(|end| plain.strip_suffix(end));
    if let Some(from) = above {
        return Some((sum(from)?, None));
    }
    let below = ["(不含)以下", "及以下", "以下"].iter().find_map(|end| plain.strip_suffix(end));
    if let Some(to) = below {
        return Some((Fen(0), Some(sum(to)?)));
    }
    let (from, to) = plain.split_once('-')?;
    let high = sum(to)?;
    // A unit behind the upper end is of both, unless the lower would not be the lower then.
    let common = match to {
        to if to.ends_with(['万']) || to.ends_with("万元") => Some(Unit::TenThousand),
        to if to.ends_with(['千']) || to.ends_with("千元") => Some(Unit::Thousand),
        _ => None,
    };
    let low = common.and_then(|unit| sum_in(from, unit)).filter(|low| *low < high).or_else(|| sum(from))?;
    (low < high).then_some((low, Some(high)))
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
    fn no_wage_lies_between_two_bands() {
        let ends = |rows: &[&[&str]]| told(rows).iter().map(|one| (one.0, one.1)).collect::<Vec<_>>();
        let yuan = |from: i64, to: i64| (from * 100, Some(to * 100));
        let rows = [&["4000以下", "3"][..], &["4000-4999", "12"], &["5000-5999", "9"], &["6000以上", "2"]];
        assert_eq!(ends(&rows), [yuan(0, 4000), yuan(4000, 5000), yuan(5000, 6000), (600_000, None)]);
        assert_eq!(ends(&[&["4000-4999", "12"], &["5000-5999", "9"]]), [yuan(4000, 5000), yuan(5000, 6000)]);
        let apart = [yuan(4000, 4500), yuan(5000, 5999)];
        assert_eq!(ends(&[&["4000-4500", "12"], &["5000-5999", "9"]]), apart, "a gap is none of theirs");
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

    #[test]
    fn sums_of_a_year_are_told_and_a_unit_above_counts_for_all() {
        let read = |rows: &[&[&str]]| read(&book(rows), "2026-11-16".parse().unwrap()).unwrap();
        let scale = read(&[
            &["职级", "最低(万元/年)", "中位(万元/年)", "最高(万元/年)", "人数"],
            &["技师", "8", "10", "12", "10"],
        ]);
        let band = &scale.lines[0];
        assert_eq!((scale.yearly, band.from, band.to), (true, Fen(8_000_000), Some(Fen(12_000_000))));
        let above = read(&[&["单位：万元/年"], &["工资区间", "人数"], &["6-8", "12"], &["8-10", "30"]]);
        assert_eq!((above.yearly, above.lines[1].from), (true, Fen(8_000_000)));
        let bare = read(&[&["单位：万元/年"], &["6-8", "12"]]);
        assert_eq!((bare.yearly, bare.lines[0].to), (true, Some(Fen(8_000_000))));
        assert!(!read(&[&["工资区间", "人数"], &["4000-5000", "12"]]).yearly);
    }

    #[test]
    fn a_unit_behind_the_upper_end_is_of_both_and_blanks_part_a_line() {
        let rows =
            [&["0.4-0.5万 12"][..], &["5000 - 6000 元 30 人 165000"], &["7千至8千元", "3"], &["0.9万以上 2"]];
        assert_eq!(
            told(&rows),
            [
                (400_000, Some(500_000), Some(12), None),
                (500_000, Some(600_000), Some(30), Some(16_500_000)),
                (700_000, Some(800_000), Some(3), None),
                (900_000, None, Some(2), None),
            ]
        );
        assert_eq!(told(&[&["4000-0.5万", "1"]]), [(400_000, Some(500_000), Some(1), None)]);
    }

    #[test]
    fn what_is_no_band_is_told_with_its_line() {
        let rows = [
            &["4000以下", "12"][..],
            &["4000-5000", "-3"],
            &["5000-6000", "2.5"],
            &["6000左右", "4"],
            &["9000-8000", "4"],
            &["合计", "16"],
        ];
        let read = read(&book(&rows), "2026-11-16".parse().unwrap()).unwrap();
        let told: Vec<_> = read.problems.iter().map(|one| (one.row, one.kind)).collect();
        assert_eq!(told, [(2, K::NotHeads), (3, K::NotHeads), (4, K::NotMoney), (5, K::NotMoney)]);
        assert!(read.problems[0].message.contains("第2行“4000-5000 -3”"), "{}", read.problems[0].message);
        assert_eq!(read.lines.len(), 1);
        let headed = [&["工资区间", "人数"][..], &["4000-5000 30", "12"], &["5000-6000", "2.5"]];
        let read = super::read(&book(&headed), "2026-11-16".parse().unwrap()).unwrap();
        assert_eq!(read.problems.iter().map(|one| one.row).collect::<Vec<_>>(), [2, 3]);
    }
}
