//! The payroll of the finance office: what each was paid, in fen, and what is odd about it. How it stands to the roster is
//! `beside`'s; whose wages may be seen is decided where they are kept (`pay`).

mod beside;
mod checks;
mod dated;
mod heads;
pub mod pages;
mod parts;
mod title;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use sheet::Book;
use ts_rs::TS;

use super::money::{Unit, of_a_year, said};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{At, Columns, Table, Who, Whose};
use crate::members::model::EmploymentForm;
use crate::members::roster::Severity;
use crate::members::roster::codes::{Meaning, Sex, SkillGrade, fold};
use crate::members::roster::field::plain;
use crate::month::Month;

pub use beside::{Beside, Days, OnRoster, RosterIndex, Share, absent, beside, worked};
pub use dated::Dated;
pub use heads::of_an_average;
pub use parts::{SEVERAL, sort};
pub use title::{NamedMonth, month_of, named_month, of_several, year_of};

/// What a column of a payroll holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // each is named by its first heading
pub enum PayColumn {
    Name,
    WorkNumber,
    Id,
    Shop,
    Post,
    Form,
    Sex,
    Skill,
    FrontLine,
    Base,
    PostPay,
    Performance,
    Overtime,
    Allowance,
    Bonus,
    BackPay,
    Absence,
    Gross,
    Social,
    Fund,
    Tax,
    Deducted,
    Net,
    Days,
}

impl Columns for PayColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, &["姓名", "职工姓名", "员工姓名"]),
        (Self::WorkNumber, &["工号", "员工编号", "职工编号", "员工号", "人员编号"]),
        (Self::Id, &["证件号码", "身份证号", "身份证号码", "身份证"]),
        (Self::Shop, &["部门", "车间", "所在部门", "班组"]),
        (Self::Post, &["岗位", "工种", "职务"]),
        (Self::Form, &["用工形式", "用工性质", "用工类型", "人员类别"]),
        (Self::Sex, &["性别"]),
        (Self::Skill, &["技能等级", "技术等级", "职业技能等级", "技能级别"]),
        (Self::FrontLine, &["是否一线", "一线", "岗位性质", "岗位类别", "人员性质"]),
        (Self::Base, &["基本工资", "基本", "底薪", "基础工资", "固定工资"]),
        (Self::PostPay, &["岗位工资", "岗位津贴", "岗薪", "职务工资"]),
        (Self::Performance, &["绩效", "绩效工资", "计件", "计件工资", "奖金", "绩效奖金", "提成"]),
        (Self::Overtime, &["加班", "加班工资", "加班费"]),
        (Self::Allowance, &["津补贴", "补贴", "津贴", "各类补贴", "高温津贴", "夜班津贴", "餐补"]),
        (
            Self::Bonus,
            &[
                "第13个月工资",
                "第十三个月工资",
                "13个月工资",
                "第13月工资",
                "十三薪",
                "13薪",
                "年终奖",
                "年终奖金",
                "年终双薪",
                "全年一次性奖金",
            ],
        ),
        (
            Self::BackPay,
            &[
                "补发",
                "补发工资",
                "补发上月",
                "上月补发",
                "补差",
                "工资补差",
                "补发补差",
                "补发补扣",
                "补扣补发",
                "补扣/补发",
                "补差补扣",
            ],
        ),
        (
            Self::Absence,
            &[
                "缺勤扣款",
                "缺勤扣",
                "请假扣款",
                "请假扣",
                "病事假扣款",
                "事假扣款",
                "病假扣款",
                "旷工扣款",
                "考勤扣款",
                "出勤扣款",
                "补扣",
            ],
        ),
        (
            Self::Gross,
            &[
                "应发",
                "应发工资",
                "应发合计",
                "应发金额",
                "应付工资",
                "工资总额",
                "应发总额",
                "年薪",
                "月薪",
                "工资",
                "应发小计",
                "薪资",
                "月工资",
                "月薪资",
                "月收入",
                "每月工资",
                "每月收入",
                "月均工资",
                "月平均工资",
                "月均收入",
                "月平均收入",
                "税前工资",
                "税前薪资",
                "税前收入",
                "应得工资",
                "应得合计",
                "年收入",
                "全年工资",
                "全年薪资",
                "全年收入",
                "年度工资",
                "年度收入",
            ],
        ),
        (Self::Social, &["社保个人", "社保", "个人社保", "社会保险", "代扣社保", "养老保险"]),
        (Self::Fund, &["公积金", "住房公积金", "个人公积金", "代扣公积金"]),
        (Self::Tax, &["个税", "个人所得税", "代扣个税", "所得税"]),
        (Self::Deducted, &["扣款", "其他扣款", "应扣", "扣款合计", "代扣合计"]),
        (Self::Net, &["实发", "实发工资", "实发金额", "实发合计", "到手工资"]),
        (Self::Days, &["出勤", "出勤天数", "实际出勤", "出勤日"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::Base, Self::PostPay, Self::Performance, Self::Gross, Self::Net, Self::Tax, Self::Social], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });

    fn of_heading(heading: &str) -> Option<Self> {
        let plain = plain(heading);
        let plain = parts::itself(&plain);
        let known = |text: &str| {
            Self::WORDS.iter().find(|(_, words)| words.contains(&text)).map(|(column, _)| *column)
        };
        let (bare, behind) = parts::cut(plain);
        let named = |text: &str| known(text).or_else(|| heads::built(text)).or_else(|| parts::named(text));
        let once = || heads::once_a_year(bare).then_some(Self::Bonus);
        let built = || once().or_else(|| heads::undated(bare).into_iter().find_map(named));
        let is_sum = |what: &Self| !SEVERAL.contains(what) || !parts::is_beside(*what, behind);
        known(plain).or_else(|| built().filter(is_sum))
    }

    fn surety(self, heading: &str) -> u8 {
        match self {
            Self::Gross => heads::surety(heading),
            what if SEVERAL.contains(&what) => parts::surety(what, heading),
            _ => 0,
        }
    }
}

/// The columns that hold sums.
const SUMS: [PayColumn; 14] = [
    PayColumn::Base,
    PayColumn::PostPay,
    PayColumn::Performance,
    PayColumn::Overtime,
    PayColumn::Allowance,
    PayColumn::Bonus,
    PayColumn::BackPay,
    PayColumn::Absence,
    PayColumn::Gross,
    PayColumn::Social,
    PayColumn::Fund,
    PayColumn::Tax,
    PayColumn::Deducted,
    PayColumn::Net,
];
/// What was paid for work, which is not less than nothing as a rule.
const PAID: [PayColumn; 2] = [PayColumn::Gross, PayColumn::Net];

/// What someone was paid.
#[derive(Clone, Debug, PartialEq)]
pub struct PayLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Whose.
    pub whose: Whose,
    /// 部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 用工形式.
    pub form: Option<EmploymentForm>,
    /// The sums that are told, in fen; several of what stands in several columns.
    pub sums: Vec<(PayColumn, Fen)>,
    /// 性别.
    pub sex: Option<Sex>,
    /// 技能等级.
    pub skill: Option<SkillGrade>,
    /// 一线; none where the file does not say.
    pub front_line: Option<bool>,
    /// 出勤, in half days.
    pub half_days: Option<i32>,
    /// The cells as in the file; a document number is left out.
    pub raw: Vec<String>,
}

impl PayLine {
    /// The sum of a column; of what stands in several of them, of all.
    pub fn sum(&self, column: PayColumn) -> Option<Fen> {
        let own = self.sums.iter().filter(|(one, _)| *one == column).map(|(_, sum)| sum.0);
        own.reduce(i64::saturating_add).map(Fen)
    }
}

/// In what the sums of a payroll count, as its headings say it.
#[derive(Clone, Debug)]
pub struct Units {
    /// In what columns count whose headings say nothing of it: as what stands above them says, else yuan.
    pub bare: Unit,
    /// The columns whose headings say it themselves.
    pub own: Vec<(PayColumn, Unit)>,
}

/// A payroll as it was read.
#[derive(Clone, Debug)]
pub struct Payroll {
    /// The page.
    pub page: String,
    /// Whether its title or its page says wages: 2026年10月工资表.
    pub says_wages: bool,
    /// Whether its sums are a year's, by its headings.
    pub yearly: bool,
    /// The month that its title names: 2026年10月工资表.
    pub month: Option<Month>,
    /// Every month that its title and its page name, with a year or without, in this order.
    pub months: Vec<NamedMonth>,
    /// Whether its title, its page or its rows name several months together.
    pub several: bool,
    /// The months that its rows name.
    pub dated: Option<Dated>,
    /// The year that its title or its headings name: 2025年度工资, 2025年薪.
    pub year: Option<i32>,
    /// Whether its title is of a year and names no month: 2025年度工资.
    pub titled: bool,
    /// Its columns in the order of the file: place, heading, what it was taken for.
    pub columns: Vec<(u32, String, Option<PayColumn>)>,
    /// Columns whose headings name what another one was taken for, in the same order.
    pub seconds: Vec<(u32, String, PayColumn)>,
    /// The places of columns that are hidden in the file.
    pub hidden: Vec<u32>,
    /// In what its sums count.
    pub units: Units,
    /// The people.
    pub lines: Vec<PayLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

impl PayColumn {
    /// What people call it: its first heading.
    pub fn label(self) -> &'static str {
        let words = Self::WORDS.iter().find(|(one, _)| *one == self).and_then(|(_, words)| words.first());
        words.copied().unwrap_or_default()
    }

    /// From its label.
    pub fn of(label: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, words)| words.first() == Some(&label)).map(|(one, _)| *one)
    }
}

/// Reads the page of a book that is a payroll by its headings; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<Payroll> {
    Table::<PayColumn>::of(book, today).map(|table| read_table(table, None, &BTreeMap::new()))
}

/// Reads a book that somebody says is a payroll, with the columns that they chose over what the headings say; none where no
/// row of it names people, or neither a sum is named nor figures stand below a heading that names nothing.
pub fn read_as(book: &Book, today: NaiveDate, chosen: &BTreeMap<u32, Option<PayColumn>>) -> Option<Payroll> {
    read_in(book, today, chosen, None)
}

/// The same with a unit for the columns whose headings say none, over what stands above them.
pub fn read_in(
    book: &Book,
    today: NaiveDate,
    chosen: &BTreeMap<u32, Option<PayColumn>>,
    bare: Option<Unit>,
) -> Option<Payroll> {
    let mut table = Table::<PayColumn>::of(book, today)
        .or_else(|| Table::<PayColumn>::of_signs(book, today, (&SUMS, 1)))
        .or_else(|| Table::<PayColumn>::of_unsaid(book, today))?;
    table.choose(&of_the_month(&table));
    table.choose(chosen);
    table.choose(&parts::next(&table, chosen));
    Some(read_table(table, bare, chosen))
}

fn read_table(
    mut table: Table<'_, PayColumn>,
    bare: Option<Unit>,
    chosen: &BTreeMap<u32, Option<PayColumn>>,
) -> Payroll {
    // What stands above the header counts for all columns, a heading of its own before it.
    let above = table.above();
    let common = bare.or_else(|| Unit::of(&above)).unwrap_or(Unit::Yuan);
    let titles = [above.as_str(), table.page.name.as_str()];
    let says_wages = titles.into_iter().any(title::says_wages);
    let month = titles.into_iter().find_map(month_of);
    let months = titles.into_iter().filter_map(named_month).collect();
    let several = titles.into_iter().any(of_several);
    let paid = PAID.map(|column| table.heading(column));
    let yearly = of_a_year(&above) || paid.into_iter().any(heads::of_a_year);
    let year = titles.into_iter().chain(paid).find_map(year_of);
    let titled = month.is_none() && titles.into_iter().any(title::of_a_year);
    let hidden = table.page.hidden_columns.clone();
    let id = table.column(PayColumn::Id);
    let units = SUMS.map(|column| (column, Unit::of(table.heading(column)).unwrap_or(common)));
    let columns = parts::columns(&table, chosen);
    parts::tell_hidden(&mut table, &columns);
    // Of several columns that count together all have to say it.
    let of_own = |column: &PayColumn| {
        let mut said = columns
            .iter()
            .filter(|(.., what)| *what == Some(*column))
            .map(|(_, heading, _)| Unit::of(heading));
        let first = said.next()??;
        said.all(|unit| unit == Some(first)).then_some((*column, first))
    };
    let own = SUMS.iter().filter_map(of_own).collect();
    let more: Vec<(u32, PayColumn, Unit)> = (columns.iter())
        .filter_map(|(place, heading, what)| {
            let what = (*what).filter(|what| table.column(*what) != Some(*place))?;
            Some((*place, what, Unit::of(heading).unwrap_or(common)))
        })
        .collect();
    let mut lines = Vec::new();
    let mut places = Vec::new();
    for row in table.rows() {
        let Some(whose) = table.whose(row) else { continue };
        let mut line = PayLine {
            row: row.number,
            whose,
            shop: table.text(row, PayColumn::Shop),
            post: table.text(row, PayColumn::Post),
            form: coded(&mut table, row, PayColumn::Form, EmploymentForm::read),
            sex: coded(&mut table, row, PayColumn::Sex, Sex::read),
            skill: coded(&mut table, row, PayColumn::Skill, SkillGrade::read),
            front_line: table.text(row, PayColumn::FrontLine).as_deref().and_then(front_line),
            sums: Vec::new(),
            half_days: super::leave::half_days(&mut table, row, PayColumn::Days),
            raw: raw(row, id),
        };
        for (column, unit) in units {
            let Some((at, sum)) = table.sum(row, column, unit) else { continue };
            if PAID.contains(&column) {
                odd(&mut table, &at, sum);
                places.push((lines.len(), column, at, sum));
            }
            line.sums.push((column, sum));
        }
        for (place, column, unit) in &more {
            line.sums.extend(table.sum_at(row, *place, *unit).map(|(_, sum)| (*column, sum)));
        }
        lines.push(line);
    }
    let (dated, rows_of_several) = dated::of(&mut table, &lines, chosen);
    checks::outliers(&mut table, &places);
    let unit = units.iter().find(|(column, _)| *column == PayColumn::Gross).map_or(common, |(_, unit)| *unit);
    checks::totals(&mut table, &lines, unit);
    if yearly {
        table.problems.push(of_year("表头写的是一年的数，金额按一年的记；与月工资比较时请先确认。"));
    }
    Payroll {
        page: table.page.name.clone(),
        says_wages,
        yearly,
        month,
        months,
        several: several || rows_of_several,
        dated,
        year,
        titled,
        columns,
        seconds: table.seconds(),
        hidden,
        units: Units { bare: common, own },
        lines,
        problems: table.problems,
        passed: table.passed,
    }
}

/// The column of a month's sums where the first that names a whole is of a year's, under the title of a month: 年收入, 月收入.
fn of_the_month(table: &Table<'_, PayColumn>) -> BTreeMap<u32, Option<PayColumn>> {
    let of_month =
        [table.above().as_str(), table.page.name.as_str()].into_iter().any(|title| month_of(title).is_some());
    if !of_month || !heads::of_a_year(table.heading(PayColumn::Gross)) {
        return BTreeMap::new();
    }
    let month = table.seconds().into_iter().find(|(place, heading, what)| {
        *what == PayColumn::Gross
            && !heads::of_a_year(heading)
            && !of_an_average(heading)
            && !table.page.hidden_columns.contains(place)
    });
    month.map(|(place, ..)| (place, Some(PayColumn::Gross))).into_iter().collect()
}

/// That the sums of a file are a year's.
pub fn of_year(message: &str) -> SheetProblem {
    SheetProblem {
        row: 0,
        column: 0,
        severity: Severity::Ask,
        kind: K::Yearly,
        message: message.to_owned(),
        was: String::new(),
        proposal: Some("按年".to_owned()),
    }
}

/// What a cell's word stands for in a list of codes.
fn coded<'b, T>(
    table: &mut Table<'b, PayColumn>,
    row: &'b sheet::Row,
    column: PayColumn,
    read: fn(&str) -> Meaning<T>,
) -> Option<T> {
    match read(&fold(&table.text(row, column)?)) {
        Meaning::Sure(one) | Meaning::Likely(one) => Some(one),
        Meaning::Unknown => None,
    }
}

/// 一线, 生产, 是; 科室, 后勤, 管理, 否.
fn front_line(text: &str) -> Option<bool> {
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(&["科室", "后勤", "管理", "职能", "行政", "二线", "否", "非"]) {
        Some(false)
    } else if says(&["一线", "生产", "操作", "车间", "是"]) {
        Some(true)
    } else {
        None
    }
}

/// The cells of a row but for the document number, which stands in the roster alone.
fn raw(row: &sheet::Row, id: Option<u32>) -> Vec<String> {
    let last = row.cells.last().map_or(0, |cell| cell.0);
    let shown = |column| if Some(column) == id { String::new() } else { row.get(column).show() };
    (1..=last.min(1000)).map(shown).collect()
}

fn odd(table: &mut Table<'_, PayColumn>, at: &At<'_>, sum: Fen) {
    if sum.0 == 0 {
        table.say(at, Severity::Note, K::Zero, "是零：多半是请假或者没有出勤，算平均数时不计。", None);
    } else if sum.0 < 0 {
        let text = "是负数：多半是追缴以前多发的，或者请假扣得比应发还多；请确认照实记，还是写错了正负号。";
        table.say(at, Severity::Ask, K::Negative, text, Some(said(sum)));
    }
}
