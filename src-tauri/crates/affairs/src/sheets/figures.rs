//! Figures that wages are laid beside, as a chair copies them from a table: what, where, when, how much, from which paper. What a
//! figure may be is `pay`'s to judge.

use chrono::NaiveDate;
use sheet::{Book, Row};

use super::others::{self, Counted};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who, fits};
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

/// What a column of a table holds that has a column for each figure: 基准线, 上线, 下线; 月, 小时.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WideColumn {
    Region,
    Period,
    Base,
    Upper,
    Lower,
    Month,
    Hour,
    Source,
}

impl Columns for WideColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Region, &["地区", "区域", "适用地区", "省份", "城市", "县区", "类区"]),
        (Self::Period, &["时间", "年度", "年份", "执行日期", "执行时间", "起始日期", "日期"]),
        (Self::Base, &["基准线", "工资指导线基准线", "指导线基准线", "基准"]),
        (Self::Upper, &["上线", "预警线", "工资指导线上线", "指导线上线", "上线(预警线)"]),
        (Self::Lower, &["下线", "工资指导线下线", "指导线下线"]),
        (
            Self::Month,
            &["最低工资", "最低工资标准", "月最低工资", "月最低工资标准", "月标准", "最低月工资标准"],
        ),
        (
            Self::Hour,
            &[
                "小时最低工资",
                "小时最低工资标准",
                "非全日制小时最低工资标准",
                "非全日制小时最低工资",
                "小时标准",
                "最低小时工资标准",
            ],
        ),
        (Self::Source, &["来源", "文号", "依据", "文件"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::Base, Self::Upper, Self::Lower, Self::Month, Self::Hour], 1);
    const WHO: Option<Who<Self>> = None;
}

/// The columns of figures and what each is called.
const WIDE: [(WideColumn, &str); 5] = [
    (WideColumn::Base, "工资指导线基准线"),
    (WideColumn::Upper, "工资指导线上线"),
    (WideColumn::Lower, "工资指导线下线"),
    (WideColumn::Month, "最低工资标准"),
    (WideColumn::Hour, "小时最低工资标准"),
];

/// What the figures of wages are called: a table with other kinds of things in it is none of theirs.
const OF_WAGES: [&str; 5] = ["最低工资", "指导线", "基准线", "平均工资", "价格指数"];

/// How well a book is a table of such figures, as `table::fits` tells it. A table that has its figures one below the other is
/// told by what they are called, since its headings alone are those of any list of sums.
pub(crate) fn fit(book: &Book) -> Option<(usize, usize)> {
    let wide = fits::<WideColumn>(book);
    let long = || {
        let (at, known) = fits::<FigureColumn>(book)?;
        let says = |row: &Row| {
            row.cells.iter().any(|(_, cell)| OF_WAGES.iter().any(|word| cell.show().contains(word)))
        };
        book.pages.get(at)?.rows.iter().any(says).then_some((at, known))
    };
    wide.or_else(long)
}

/// Such a table as it is counted for whoever brought it to another place.
pub(crate) fn counted(book: &Book, today: NaiveDate) -> Option<Counted> {
    match fits::<WideColumn>(book) {
        Some(_) => others::counted::<WideColumn>(book, today),
        None => others::counted::<FigureColumn>(book, today),
    }
}

/// Reads a table of figures, one below the other or a column for each; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<FigureSheet> {
    long(book, today).or_else(|| wide(book, today))
}

/// A table that has a column for each figure: each cell that holds one is a figure.
fn wide(book: &Book, today: NaiveDate) -> Option<FigureSheet> {
    use WideColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let mut lines = Vec::new();
    for row in table.rows() {
        let mut text = |column| table.text(row, column).unwrap_or_default();
        let (region, period, source) = (text(C::Region), text(C::Period), text(C::Source));
        for (column, kind) in WIDE {
            let value = text(column);
            if !value.is_empty() {
                lines.push(FigureLine {
                    row: row.number,
                    kind: kind.to_owned(),
                    region: region.clone(),
                    period: period.clone(),
                    value,
                    source: source.clone(),
                });
            }
        }
    }
    Some(FigureSheet { lines, problems: table.problems })
}

fn long(book: &Book, today: NaiveDate) -> Option<FigureSheet> {
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
