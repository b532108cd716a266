//! Figures that wages are laid beside, as a chair copies them from a table: what, where, when, how much, from which paper. What a
//! figure may be is `pay`'s to judge.

use chrono::NaiveDate;
use sheet::Book;

use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who};
use crate::members::roster::Severity;

/// What a column of such a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FigureColumn {
    Kind,
    Region,
    Period,
    Value,
    Unit,
    Source,
}

impl Columns for FigureColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Kind, &["类别", "指标", "项目", "名称"]),
        (Self::Region, &["地区", "区域", "适用地区"]),
        (Self::Period, &["时间", "年度", "年份", "执行日期", "起始日期", "日期"]),
        (Self::Value, &["数值", "标准", "数据", "金额"]),
        (Self::Unit, &["单位"]),
        (Self::Source, &["来源", "文号", "依据"]),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Kind, Self::Period, Self::Value], 3);
    const WHO: Option<Who<Self>> = None;
}

/// A figure as it stands in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// What it is.
    pub kind: String,
    /// For where.
    pub region: String,
    /// When.
    pub period: String,
    /// How much, with the unit behind it where the table has a column for it.
    pub value: String,
    /// From where.
    pub source: String,
}

/// Figures as they were read.
#[derive(Clone, Debug)]
pub struct FigureSheet {
    /// The figures.
    pub lines: Vec<FigureLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
}

/// Reads a table of figures; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<FigureSheet> {
    use FigureColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let mut lines = Vec::new();
    for row in table.rows() {
        let mut text = |column| table.text(row, column).unwrap_or_default();
        let line = FigureLine {
            row: row.number,
            kind: text(C::Kind),
            region: text(C::Region),
            period: text(C::Period),
            value: format!("{}{}", text(C::Value), text(C::Unit)),
            source: text(C::Source),
        };
        if line.kind.is_empty() || line.value.is_empty() {
            table.problems.push(SheetProblem {
                row: row.number,
                column: 0,
                severity: Severity::Ask,
                kind: K::NotMoney,
                message: format!("第{}行：没有写类别或者数值，没有读。", row.number),
                was: String::new(),
                proposal: None,
            });
            continue;
        }
        lines.push(line);
    }
    Some(FigureSheet { lines, problems: table.problems })
}
