//! The training ledger: who holds which certificate, from when, to be reviewed when. Its certificates are kept by
//! `members::certificates`; whose they are is decided there.

use chrono::NaiveDate;
use sheet::{Book, Row};

use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who, Whose};
use crate::members::roster::{RosterDate, Severity};

/// What a column of a training ledger holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is named by its first heading
pub enum TrainingColumn {
    Name,
    WorkNumber,
    Id,
    Trade,
    Certificate,
    Number,
    IssuedOn,
    ReviewOn,
    Hours,
}

impl Columns for TrainingColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, &["姓名", "职工姓名", "员工姓名", "学员姓名"]),
        (Self::WorkNumber, &["工号", "员工编号", "职工编号", "员工号"]),
        (Self::Id, &["证件号码", "身份证号", "身份证号码", "公民身份号码"]),
        (
            Self::Trade,
            &["工种", "作业类别", "作业项目", "操作项目", "准操项目", "培训项目", "培训内容", "岗位"],
        ),
        (Self::Certificate, &["证书名称", "证件名称", "证书", "证书类型", "证书类别"]),
        (Self::Number, &["证书号", "证书编号", "证号", "证书号码", "操作证号", "证件编号"]),
        (Self::IssuedOn, &["发证日", "发证日期", "发证时间", "初领日期", "取证日期", "批准日期"]),
        (
            Self::ReviewOn,
            &[
                "复审日",
                "复审日期",
                "复审时间",
                "有效期至",
                "有效期",
                "到期日期",
                "下次复审日期",
                "应复审日期",
            ],
        ),
        (Self::Hours, &["学时", "培训学时", "课时", "总学时"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::Number, Self::IssuedOn, Self::ReviewOn, Self::Hours, Self::Certificate], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// A certificate of someone.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Whose.
    pub whose: Whose,
    /// What it is for: 焊接与热切割作业.
    pub name: String,
    /// 证书号.
    pub number: Option<String>,
    /// 发证日期.
    pub issued_on: Option<RosterDate>,
    /// 复审日期.
    pub review_on: Option<RosterDate>,
    /// 学时.
    pub hours: Option<u32>,
    /// The cells as in the file.
    pub raw: Vec<String>,
}

/// A training ledger as it was read.
#[derive(Clone, Debug)]
pub struct TrainingSheet {
    /// The page.
    pub page: String,
    /// Its columns: number, heading, what it was taken for.
    pub columns: Vec<(u32, String, Option<&'static str>)>,
    /// The certificates.
    pub lines: Vec<TrainingLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

/// Reads the page of a book that is a training ledger; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<TrainingSheet> {
    use TrainingColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let mut lines = Vec::new();
    for row in table.rows() {
        let Some(whose) = table.whose(row) else { continue };
        let (certificate, trade) = (table.text(row, C::Certificate), table.text(row, C::Trade));
        let name = match (certificate, trade) {
            (Some(certificate), Some(trade)) if certificate != trade => format!("{certificate}（{trade}）"),
            (Some(name), _) | (None, Some(name)) => name,
            (None, None) => "培训".to_owned(),
        };
        let review_on = table.day(row, C::ReviewOn);
        if review_on.is_some_and(|day| day.date < today)
            && let Some(at) = table.cell(row, C::ReviewOn)
        {
            let text = "已经过了复审或有效期；照样导入，请提醒本人和企业。";
            table.say(&at, Severity::Note, K::RunOut, text, None);
        }
        let last = row.cells.last().map_or(0, |cell| cell.0);
        lines.push(TrainingLine {
            row: row.number,
            whose,
            name,
            number: table.text(row, C::Number),
            issued_on: table.day(row, C::IssuedOn),
            review_on,
            hours: hours(&mut table, row),
            raw: (1..=last.min(1000)).map(|column| row.get(column).show()).collect(),
        });
    }
    let label = |column: C| {
        C::WORDS.iter().find(|(one, _)| *one == column).and_then(|(_, words)| words.first().copied())
    };
    let columns = table.columns();
    let columns =
        columns.into_iter().map(|(at, heading, column)| (at, heading, column.and_then(label))).collect();
    Some(TrainingSheet {
        page: table.page.name.clone(),
        columns,
        lines,
        problems: table.problems,
        passed: table.passed,
    })
}

fn hours<'b>(table: &mut Table<'b, TrainingColumn>, row: &'b Row) -> Option<u32> {
    let at = table.sound(row, TrainingColumn::Hours)?;
    let shown = at.cell.show();
    let digits = shown.trim().trim_end_matches(['学', '课', '时', '小']).trim();
    match digits.split('.').next().unwrap_or_default().parse() {
        Ok(hours) => Some(hours),
        Err(_) => {
            table.say(&at, Severity::Ask, K::NotDays, "不是学时数；请写成数字，或者留空。", None);
            None
        }
    }
}
