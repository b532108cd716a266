//! A pasted line taken apart: by the head of the sheet where there is one, else by what each cell looks like. Nothing is known
//! here of who is on the roster.

use ledger::Fen;

use crate::members::roster::id_number;
use crate::members::roster::names::{half_width, is_space};
use crate::month::Month;

/// A line taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cells {
    /// Its number in the text, from 1.
    pub line: u32,
    /// The name; empty where none was found.
    pub name: String,
    /// What looks like an ID number.
    pub id_number: Option<String>,
    /// A member number, or a work number.
    pub number: Option<String>,
    /// The months.
    pub months: Vec<Month>,
    /// The money.
    pub amount: Option<Fen>,
    /// Why a cell cannot be read.
    pub trouble: Option<&'static str>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Id,
    Number,
    Amount,
    Months,
    Other,
}

/// Words of a head, and what stands under them; the first that fits.
const HEADS: [(&str, Column); 11] = [
    ("姓名", Column::Name),
    ("证件", Column::Id),
    ("身份证", Column::Id),
    ("会员号", Column::Number),
    ("会员编号", Column::Number),
    ("工号", Column::Number),
    ("金额", Column::Amount),
    ("会费", Column::Amount),
    ("工资", Column::Amount),
    ("基数", Column::Amount),
    ("月", Column::Months),
];

fn head(cells: &[&str]) -> Option<Vec<Column>> {
    let column =
        |cell: &&str| HEADS.iter().find(|(word, _)| cell.contains(word)).map_or(Column::Other, |head| head.1);
    cells.iter().any(|cell| cell.contains("姓名")).then(|| cells.iter().map(column).collect())
}

/// The lines that say something. `fallback` gives the year where a month is written without one.
pub(super) fn read(text: &str, fallback: Month) -> Vec<Cells> {
    let mut columns: Option<Vec<Column>> = None;
    let mut lines = Vec::new();
    for (n, line) in (1..).zip(text.lines()) {
        let folded: String = line.chars().map(half_width).collect();
        let cells = split(&folded);
        if let Some(found) = head(&cells) {
            columns = Some(found);
        } else if cells.iter().any(|cell| !cell.is_empty()) {
            let mut read = match &columns {
                Some(columns) => under(columns, &cells, fallback),
                None => guess(&cells, fallback),
            };
            read.line = n;
            lines.push(read);
        }
    }
    lines
}

fn split(line: &str) -> Vec<&str> {
    let trim = |cell| str::trim_matches(cell, is_space);
    if line.contains('\t') {
        line.split('\t').map(trim).collect()
    } else if line.contains([',', ';']) {
        line.split([',', ';']).map(trim).collect()
    } else {
        line.split(is_space).map(trim).filter(|cell| !cell.is_empty()).collect()
    }
}

fn under(columns: &[Column], cells: &[&str], fallback: Month) -> Cells {
    let mut read = Cells::default();
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match column {
            Column::Name if read.name.is_empty() => read.name = (*cell).to_owned(),
            Column::Id => read.id_number = Some(id_number::clean(cell)),
            Column::Number => read.number = Some((*cell).to_owned()),
            Column::Amount => put_amount(&mut read, cell),
            Column::Months => put_months(&mut read, cell, fallback),
            Column::Name | Column::Other => {}
        }
    }
    read
}

fn guess(cells: &[&str], fallback: Month) -> Cells {
    let mut read = Cells::default();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        if digits == 0 {
            if read.name.is_empty() {
                read.name = (*cell).to_owned();
            }
        } else if digits >= 14 {
            read.id_number = Some(id_number::clean(cell));
        } else if digits == 6 && cell.len() == 6 && cell.starts_with('0') {
            read.number = Some((*cell).to_owned());
        } else if cell.contains('月') || (amount(cell).is_err() && !months(cell, fallback).is_empty()) {
            put_months(&mut read, cell, fallback);
        } else if read.name.is_empty() && read.number.is_none() && digits == cell.len() && digits < 6 {
            // The running number of the sheet.
        } else {
            put_amount(&mut read, cell);
        }
    }
    read
}

fn put_amount(read: &mut Cells, cell: &str) {
    match amount(cell) {
        Ok(fen) => read.amount = Some(fen),
        Err(why) => read.trouble = Some(why),
    }
}

fn put_months(read: &mut Cells, cell: &str, fallback: Month) {
    read.months = months(cell, fallback);
    if read.months.is_empty() {
        read.trouble = Some("月份认不出来，请写成2026-09、9月或者1-3月。");
    }
}

/// A sum in yuan as fen; `Err` with why it is none.
pub(super) fn amount(cell: &str) -> Result<Fen, &'static str> {
    let wrong = "金额认不出来，请写成25.00这样的数字。";
    let plain: String =
        cell.chars().filter(|c| !matches!(c, ',' | '¥' | '￥' | '元') && !is_space(*c)).collect();
    let (yuan, cents) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 9 || !digits(yuan) || !digits(cents) {
        return Err(wrong);
    }
    let cents = cents.trim_end_matches('0');
    if cents.len() > 2 {
        return Err("金额的小数超过了两位，请核对。");
    }
    let (Ok(yuan), Ok(cents)) = (yuan.parse::<i64>(), format!("{cents:0<2}").parse::<i64>()) else {
        return Err(wrong);
    };
    Ok(Fen(yuan * 100 + cents))
}

/// The months of a cell, none where it cannot be read: 2026-09, 202609, 2026年9月, 9月, 1-3月, 2026年1月至2026年3月, 1、3月.
pub(super) fn months(cell: &str, fallback: Month) -> Vec<Month> {
    let plain: String = (cell.chars())
        .filter(|c| !is_space(*c) && *c != '份')
        .map(|c| match c {
            '年' | '.' | '/' => '-',
            '到' | '~' | '～' | '—' | '－' => '至',
            other => other,
        })
        .collect();
    // 1-3月, 1月-3月: a line between two months of one year.
    let bare = plain.replace('月', "");
    if let Some((from, to)) = bare.split_once('-')
        && from.len() <= 2
        && plain.contains('月')
    {
        return range(from, to, fallback);
    }
    if let Some((from, to)) = bare.split_once('至') {
        return range(from, to, fallback);
    }
    let mut year = fallback;
    let mut found = Vec::new();
    for part in bare.split(['、', ',']) {
        let Some(month) = one(part, year) else { return Vec::new() };
        year = month;
        found.push(month);
    }
    found
}

fn range(from: &str, to: &str, fallback: Month) -> Vec<Month> {
    let Some(from) = one(from, fallback) else { return Vec::new() };
    let Some(to) = one(to, from) else { return Vec::new() };
    // More than a year and a half at once is a slip.
    if to.since(from) > 17 { Vec::new() } else { from.through(to).collect() }
}

fn one(text: &str, year: Month) -> Option<Month> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year.parse().ok()?, month),
        None if text.len() == 6 && text.is_ascii() => (text[..4].parse().ok()?, &text[4..]),
        None => (year.year(), text),
    };
    Month::new(year, month.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_read_in_every_shape() {
        let told = |cell: &str| {
            let found = months(cell, month("2026-09"));
            found.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        for (cell, wanted) in [
            ("2026-09", "2026-09"),
            ("202609", "2026-09"),
            ("2026年9月", "2026-09"),
            ("2026.9", "2026-09"),
            ("9月份", "2026-09"),
            ("1-3月", "2026-01 2026-02 2026-03"),
            ("1月-3月", "2026-01 2026-02 2026-03"),
            ("2025年11月至2026年1月", "2025-11 2025-12 2026-01"),
            ("1月至3月", "2026-01 2026-02 2026-03"),
            ("1、3月", "2026-01 2026-03"),
            ("13月", ""),
            ("九月", ""),
            ("2026-09-15", ""),
            ("2020-01至2026-01", ""),
        ] {
            assert_eq!(told(cell), wanted, "{cell}");
        }
    }

    #[test]
    fn money_is_read_without_a_float() {
        for (cell, fen) in
            [("25", 2_500), ("25.5", 2_550), ("¥1,025.50元", 102_550), ("25.500", 2_550), ("0.29", 29)]
        {
            assert_eq!(amount(cell), Ok(Fen(fen)), "{cell}");
        }
        for cell in ["", "二十五", "25.255", "-25", "2e3", "1234567890"] {
            assert!(amount(cell).is_err(), "{cell}");
        }
    }

    #[test]
    fn a_line_is_read_by_its_head_or_by_its_looks() {
        let headed = "序号\t姓名\t会员号\t月份\t会费金额\n1\t王小明\t000123\t1-2月\t50.00\n\n2\t李强\t\t\t\n";
        let read = read(headed, month("2026-09"));
        assert_eq!(read.len(), 2);
        assert_eq!(
            (read[0].line, read[0].name.as_str(), read[0].number.as_deref()),
            (2, "王小明", Some("000123"))
        );
        assert_eq!((read[0].amount, read[0].months.len()), (Some(Fen(5_000)), 2));
        assert_eq!((read[1].name.as_str(), read[1].amount, read[1].months.len()), ("李强", None, 0));
        for line in ["3 王小明 25.00", "王小明,25元", "王小明\t25", "王小明 9月 25.00", "王小明　２５．００"]
        {
            let read = super::read(line, month("2026-09"));
            assert_eq!((read[0].name.as_str(), read[0].amount), ("王小明", Some(Fen(2_500))), "{line}");
        }
        let number = super::read("000123 30", month("2026-09"));
        assert_eq!((number[0].number.as_deref(), number[0].amount), (Some("000123"), Some(Fen(3_000))));
        let id = super::read("王小明 110101199003070011 25", month("2026-09"));
        assert_eq!(id[0].id_number.as_deref(), Some("110101199003070011"));
        assert!(super::read("王小明 25.255", month("2026-09"))[0].trouble.is_some());
    }
}
