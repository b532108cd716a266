//! The payroll of the finance office: what each was paid, in fen, and what is odd about it; and the payroll beside the
//! roster. Whose wages may be seen is decided where they are kept.

use chrono::{Datelike, NaiveDate};
use ledger::Fen;
use sheet::Book;

use super::money::{Unit, said};
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{At, Columns, Table, Who, Whose};
use crate::members::model::EmploymentForm;
use crate::members::roster::Severity;
use crate::members::roster::codes::{Meaning, fold};
use crate::month::Month;

/// What a column of a payroll holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // each is named by its first heading
pub enum PayColumn {
    Name,
    WorkNumber,
    Id,
    Shop,
    Post,
    Form,
    Base,
    PostPay,
    Performance,
    Overtime,
    Allowance,
    Bonus,
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
        (Self::Base, &["基本工资", "基本", "底薪", "基础工资", "固定工资"]),
        (Self::PostPay, &["岗位工资", "岗位津贴", "岗薪", "职务工资"]),
        (Self::Performance, &["绩效", "绩效工资", "计件", "计件工资", "奖金", "绩效奖金", "提成"]),
        (Self::Overtime, &["加班", "加班工资", "加班费"]),
        (Self::Allowance, &["津补贴", "补贴", "津贴", "各类补贴", "高温津贴", "夜班津贴", "餐补"]),
        (Self::Bonus, &["第13个月工资", "十三薪", "13薪", "年终奖"]),
        (
            Self::Gross,
            &[
                "应发",
                "应发工资",
                "应发合计",
                "应发金额",
                "应付工资",
                "工资总额",
                "年薪",
                "月薪",
                "工资",
                "应发小计",
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
}

/// The columns that hold sums.
const SUMS: [PayColumn; 12] = [
    PayColumn::Base,
    PayColumn::PostPay,
    PayColumn::Performance,
    PayColumn::Overtime,
    PayColumn::Allowance,
    PayColumn::Bonus,
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
    /// The sums that are told, in fen.
    pub sums: Vec<(PayColumn, Fen)>,
    /// 出勤, in half days.
    pub half_days: Option<i32>,
}

impl PayLine {
    /// The sum of a column.
    pub fn sum(&self, column: PayColumn) -> Option<Fen> {
        self.sums.iter().find(|(one, _)| *one == column).map(|(_, sum)| *sum)
    }
}

/// A payroll as it was read.
#[derive(Clone, Debug)]
pub struct Payroll {
    /// The page.
    pub page: String,
    /// Whether its sums are a year's, by its headings.
    pub yearly: bool,
    /// The people.
    pub lines: Vec<PayLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

/// Reads the page of a book that is a payroll; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<Payroll> {
    let mut table = Table::<PayColumn>::of(book, today)?;
    // What stands above the header counts for all columns, a heading of its own before it.
    let above: String = (table.page.rows.iter())
        .take_while(|row| row.number < table.head.row)
        .flat_map(|row| row.cells.iter().map(|(_, cell)| cell.show()))
        .collect();
    let common = Unit::of(&above).unwrap_or(Unit::Yuan);
    let year = |words: &str| words.contains("年薪") || words.contains("/年") || words.contains("元/年");
    let yearly = year(&above) || PAID.iter().any(|column| year(table.heading(*column)));
    let units = SUMS.map(|column| (column, Unit::of(table.heading(column)).unwrap_or(common)));
    let mut lines = Vec::new();
    let mut places = Vec::new();
    for row in table.rows() {
        let Some(whose) = table.whose(row) else { continue };
        let mut line = PayLine {
            row: row.number,
            whose,
            shop: table.text(row, PayColumn::Shop),
            post: table.text(row, PayColumn::Post),
            form: form(&mut table, row),
            sums: Vec::new(),
            half_days: super::leave::half_days(&mut table, row, PayColumn::Days),
        };
        for (column, unit) in units {
            let Some((at, sum)) = table.sum(row, column, unit) else { continue };
            if PAID.contains(&column) {
                odd(&mut table, &at, sum);
                places.push((lines.len(), column, at, sum));
            }
            line.sums.push((column, sum));
        }
        lines.push(line);
    }
    outliers(&mut table, &places);
    if yearly {
        table.problems.push(SheetProblem {
            row: 0,
            column: 0,
            severity: Severity::Ask,
            kind: K::Yearly,
            message: "表头写的是年薪，金额按一年的记；与月工资比较时请先确认。".to_owned(),
            was: String::new(),
            proposal: Some("按年".to_owned()),
        });
    }
    Some(Payroll {
        page: table.page.name.clone(),
        yearly,
        lines,
        problems: table.problems,
        passed: table.passed,
    })
}

fn form<'b>(table: &mut Table<'b, PayColumn>, row: &'b sheet::Row) -> Option<EmploymentForm> {
    match EmploymentForm::read(&fold(&table.text(row, PayColumn::Form)?)) {
        Meaning::Sure(form) | Meaning::Likely(form) => Some(form),
        Meaning::Unknown => None,
    }
}

fn odd(table: &mut Table<'_, PayColumn>, at: &At<'_>, sum: Fen) {
    if sum.0 == 0 {
        table.say(at, Severity::Note, K::Zero, "是零：多半是请假或者没有出勤，算平均数时不计。", None);
    } else if sum.0 < 0 {
        let text = "是负数：多半是追缴以前多发的，或者请假扣得比应发还多；请确认照实记，还是写错了正负号。";
        table.say(at, Severity::Ask, K::Negative, text, Some(said(sum)));
    }
}

/// A sum that is ten times the usual, or a tenth of it, with nothing between: a place too many or too few.
fn outliers(table: &mut Table<'_, PayColumn>, places: &[(usize, PayColumn, At<'_>, Fen)]) {
    for column in PAID {
        let of: Vec<_> = places.iter().filter(|place| place.1 == column && place.3.0 > 0).collect();
        let mut sums: Vec<i64> = of.iter().map(|place| place.3.0).collect();
        sums.sort_unstable();
        let Some(middle) = sums.get(sums.len() / 2).copied().filter(|_| sums.len() >= 5) else { continue };
        let usual = |sum: i64| sum >= middle / 2 && sum <= middle * 2;
        for (_, _, at, sum) in of {
            let meant = if sum.0 >= middle * 5 && usual(sum.0 / 10) {
                Fen(sum.0 / 10)
            } else if sum.0 <= middle / 5 && usual(sum.0 * 10) {
                Fen(sum.0 * 10)
            } else {
                continue;
            };
            let text = format!("与别人差十倍，多半多写或少写了一位，应是{}；请核对。", said(meant));
            table.say(at, Severity::Ask, K::Outlier, &text, Some(said(meant)));
        }
    }
}

/// Someone of the roster, as far as a payroll is compared with them.
#[derive(Clone, Debug)]
pub struct OnRoster {
    /// The key names are matched by.
    pub key: String,
    /// 姓名.
    pub name: String,
    /// 工号.
    pub work_number: Option<String>,
    /// 证件号码.
    pub id_number: Option<String>,
    /// 用工形式.
    pub form: EmploymentForm,
    /// 入职日期, where it is known to the day.
    pub hired_on: Option<NaiveDate>,
    /// 离职日期.
    pub left_on: Option<NaiveDate>,
}

/// How much of a month someone worked who entered during it: calendar days of the month's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The row.
    pub row: u32,
    /// Days from the day of entering to the end of the month.
    pub days: u32,
    /// Days of the month.
    pub of: u32,
}

/// A payroll beside the roster.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Who entered during the month: averages count them in part.
    pub shares: Vec<Share>,
}

/// Holds a month's payroll against the roster: by work number, ID number, else a name that only one person has.
pub fn beside(payroll: &Payroll, roster: &[OnRoster], month: Month) -> Beside {
    let mut found = Beside::default();
    let mut paid = vec![false; roster.len()];
    let (first, last) = (month.first(), month.last());
    for line in &payroll.lines {
        let mut say = |severity, kind, text: &str| {
            found.problems.push(SheetProblem {
                row: line.row,
                column: 0,
                severity,
                kind,
                message: format!("第{}行：{text}", line.row),
                was: String::new(),
                proposal: None,
            });
        };
        let at = match who(&line.whose, roster) {
            Ok(Some(at)) => at,
            Ok(None) => {
                say(
                    Severity::Ask,
                    K::NotOnRoster,
                    "花名册里没有这个人；新来的请先登记，不是本单位的请核对。",
                );
                continue;
            }
            Err(()) => {
                say(
                    Severity::Ask,
                    K::Ambiguous,
                    "花名册里有几个同名的人，分不清是谁；请补上工号或证件号码。",
                );
                continue;
            }
        };
        let Some(one) = roster.get(at) else { continue };
        paid[at] = true;
        if let Some(left) = one.left_on.filter(|left| *left < last) {
            let severity = if left < first { Severity::Ask } else { Severity::Note };
            let text = format!("{}月{}日已经离职；多半是结算，算平均工资时不计。", left.month(), left.day());
            say(severity, K::PaidAfterLeaving, &text);
        }
        if let Some(hired) = one.hired_on.filter(|hired| *hired > first && *hired <= last) {
            let share = Share { row: line.row, days: last.day() - hired.day() + 1, of: last.day() };
            let text = format!(
                "{}日入职，本月只有{}天，算平均工资时按{}分之{}计。",
                hired.day(),
                share.days,
                share.of,
                share.days
            );
            say(Severity::Note, K::JoinedMidMonth, &text);
            found.shares.push(share);
        }
    }
    for (one, _) in
        roster.iter().zip(&paid).filter(|(one, paid)| !**paid && one.left_on.is_none_or(|left| left > last))
    {
        let (severity, text) = match one.form {
            EmploymentForm::Dispatched => {
                (Severity::Note, "是劳务派遣，由派遣单位发工资，不在这张表里是正常的。")
            }
            EmploymentForm::Outsourced => (Severity::Note, "由承包单位发工资，不在这张表里是正常的。"),
            _ => (Severity::Ask, "在花名册里，不在这张工资表里；请核对是漏发、另表，还是已经离开。"),
        };
        found.problems.push(SheetProblem {
            row: 0,
            column: 0,
            severity,
            kind: K::NotPaid,
            message: format!("{}：{text}", one.name),
            was: String::new(),
            proposal: None,
        });
    }
    found
}

/// Who of the roster is meant; `Err` where several fit.
fn who(whose: &Whose, roster: &[OnRoster]) -> Result<Option<usize>, ()> {
    let by = |fits: &dyn Fn(&OnRoster) -> bool| -> Vec<usize> {
        roster.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
    };
    for found in [
        whose.id_number.as_ref().map(|id| by(&|one| one.id_number.as_ref() == Some(id))),
        whose.work_number.as_ref().map(|number| by(&|one| one.work_number.as_ref() == Some(number))),
        (!whose.key.is_empty()).then(|| by(&|one| one.key == whose.key)),
    ]
    .into_iter()
    .flatten()
    {
        match found.as_slice() {
            [] => {}
            [one] => return Ok(Some(*one)),
            _ => return Err(()),
        }
    }
    Ok(None)
}
