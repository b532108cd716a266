//! The sheet of annual leave: what each may take, has taken and carries over, in half days, and when it is planned. How many
//! days anyone is due by law is decided where leave is kept.

use chrono::{Datelike, NaiveDate};
use sheet::{Book, Row};

use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who, Whose};
use crate::members::roster::names::half_width;
use crate::members::roster::{RosterDate, Severity};

/// What a column of a leave sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is named by its first heading
pub enum LeaveColumn {
    Name,
    WorkNumber,
    Id,
    Shop,
    Started,
    Hired,
    Due,
    Taken,
    Carried,
    Planned,
}

impl Columns for LeaveColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Name, &["姓名", "职工姓名", "员工姓名"]),
        (Self::WorkNumber, &["工号", "员工编号", "职工编号", "员工号"]),
        (Self::Id, &["证件号码", "身份证号", "身份证号码"]),
        (Self::Shop, &["部门", "车间", "所在部门", "班组"]),
        (Self::Started, &["参工日期", "参加工作日期", "参加工作时间", "参工时间"]),
        (Self::Hired, &["入职日期", "入职时间", "进厂日期", "到岗日期"]),
        (Self::Due, &["应休", "应休天数", "年休假天数", "应休年假", "可休天数"]),
        (Self::Taken, &["已休", "已休天数", "已休年假", "实休天数"]),
        (Self::Carried, &["结转", "结转天数", "上年结转", "跨年结转"]),
        (Self::Planned, &["计划", "休假计划", "计划休假", "计划休假时间", "休假时间", "安排"]),
    ];
    const SIGNS: (&'static [Self], usize) = (&[Self::Due, Self::Taken, Self::Carried, Self::Planned], 2);
    const WHO: Option<Who<Self>> = Some(Who { name: Self::Name, number: Self::WorkNumber, id: Self::Id });
}

/// A stretch of leave, both days included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// Someone's leave.
#[derive(Clone, Debug, PartialEq)]
pub struct LeaveLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// Whose.
    pub whose: Whose,
    /// 部门.
    pub shop: Option<String>,
    /// 参工日期.
    pub started_on: Option<RosterDate>,
    /// 入职日期.
    pub hired_on: Option<RosterDate>,
    /// 应休, in half days.
    pub due: Option<i32>,
    /// 已休, in half days.
    pub taken: Option<i32>,
    /// 结转, in half days; less than nothing where more was taken than there was.
    pub carried: Option<i32>,
    /// 计划: one that goes over New Year's Day is cut there, for leave belongs to a year.
    pub planned: Vec<Stretch>,
}

/// A leave sheet as it was read.
#[derive(Clone, Debug)]
pub struct LeaveSheet {
    /// The page.
    pub page: String,
    /// The people.
    pub lines: Vec<LeaveLine>,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

/// Reads the page of a book that is a leave sheet; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<LeaveSheet> {
    use LeaveColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let mut lines = Vec::new();
    for row in table.rows() {
        let Some(whose) = table.whose(row) else { continue };
        let (started_on, hired_on) = (table.day(row, C::Started), table.day(row, C::Hired));
        let exchanged = started_on.zip(hired_on).is_some_and(|(started, hired)| started.date > hired.date);
        if exchanged && let Some(at) = table.cell(row, C::Started) {
            let text = "参加工作比入职还晚，多半两列填反了；年休假按参加工作的年限算，请核对。";
            table.say(&at, Severity::Ask, K::DaysExchanged, text, Some("两列换过来".to_owned()));
        }
        let carried = half_days(&mut table, row, C::Carried);
        if carried.is_some_and(|days| days < 0)
            && let Some(at) = table.cell(row, C::Carried)
        {
            let text = "结转是负数，去年休得比应休的多；是预支今年的，还是写错了，请确认。";
            table.say(&at, Severity::Ask, K::Overdrawn, text, None);
        }
        lines.push(LeaveLine {
            row: row.number,
            whose,
            shop: table.text(row, C::Shop),
            started_on: started_on.filter(|_| !exchanged),
            hired_on: hired_on.filter(|_| !exchanged),
            due: half_days(&mut table, row, C::Due),
            taken: half_days(&mut table, row, C::Taken),
            carried,
            planned: planned(&mut table, row),
        });
    }
    Some(LeaveSheet { page: table.page.name.clone(), lines, problems: table.problems, passed: table.passed })
}

/// Days in halves: 5, 5天, 0.5, 半天, 5天半. Anything finer is asked.
pub(super) fn half_days<'b, C: Columns>(table: &mut Table<'b, C>, row: &'b Row, what: C) -> Option<i32> {
    let at = table.sound(row, what)?;
    let text: String = at.cell.show().chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    if matches!(text.as_str(), "-" | "--" | "/" | "无") {
        return None;
    }
    let (digits, half) = match text.strip_suffix("天半").or_else(|| text.strip_suffix("日半")) {
        Some(rest) => (rest, 1),
        None => (text.trim_end_matches(['天', '日']), 0),
    };
    if digits == "半" {
        return Some(1);
    }
    let (minus, digits) = match digits.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, digits),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = part.trim_end_matches('0');
    let Some(whole) = whole.parse::<i32>().ok().filter(|days| *days < 1000) else {
        table.say(&at, Severity::Ask, K::NotDays, "不是天数；请写成 5 或者 5.5。", None);
        return None;
    };
    match part {
        "" | "5" => {
            let halves = whole * 2 + i32::from(part == "5") + half;
            Some(if minus { -halves } else { halves })
        }
        _ => {
            table.say(&at, Severity::Ask, K::NotHalfDays, "不是整天，也不是半天；请按半天的倍数写。", None);
            None
        }
    }
}

/// The stretches of a plan: `2026-12-28至2027-01-03`, several divided by 、 or line breaks.
fn planned<'b>(table: &mut Table<'b, LeaveColumn>, row: &'b Row) -> Vec<Stretch> {
    let Some(at) = table.sound(row, LeaveColumn::Planned) else { return Vec::new() };
    let written = at.cell.show();
    let mut stretches = Vec::new();
    for piece in
        written.split(['、', ';', '；', '\n', ',', '，']).map(str::trim).filter(|piece| !piece.is_empty())
    {
        let ends: Vec<&str> =
            piece.split(['至', '到', '~', '～', '—']).map(str::trim).filter(|end| !end.is_empty()).collect();
        let day = |text: &str| match crate::members::roster::dates::read_text(text, table.today) {
            crate::members::roster::dates::DateRead::Sure(day) => Some(day.date),
            _ => None,
        };
        let stretch = match ends.as_slice() {
            [one] => day(one).map(|day| Stretch { from: day, to: day }),
            [from, to] => day(from).zip(day(to)).map(|(from, to)| Stretch { from, to }),
            _ => None,
        };
        match stretch.filter(|one| one.from <= one.to) {
            None => {
                let text = "看不懂这个时间；请写成 2026-08-03至2026-08-07，几段用顿号隔开。";
                table.say(&at, Severity::Ask, K::NotADay, text, None);
            }
            Some(one) if one.from.year() == one.to.year() => stretches.push(one),
            Some(one) => {
                let parts = by_year(one);
                let said: Vec<String> = parts
                    .iter()
                    .map(|part| format!("{}年{}天", part.from.year(), (part.to - part.from).num_days() + 1))
                    .collect();
                let text = format!("跨了年，年休假按年算，分成两段：{}。", said.join("、"));
                table.say(&at, Severity::Note, K::OverNewYear, &text, Some(said.join("、")));
                stretches.extend(parts);
            }
        }
    }
    stretches
}

fn by_year(one: Stretch) -> Vec<Stretch> {
    let mut parts = Vec::new();
    let mut from = one.from;
    while from <= one.to {
        let end = NaiveDate::from_ymd_opt(from.year(), 12, 31).unwrap_or(one.to).min(one.to);
        parts.push(Stretch { from, to: end });
        let Some(next) = end.succ_opt() else { break };
        from = next;
    }
    parts
}
