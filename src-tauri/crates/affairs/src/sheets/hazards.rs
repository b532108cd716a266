//! The ledger of hazards of safety (隐患台账): what was found where, who is to put it right by when, and how it stands. What
//! follows for the union is decided where safety is kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use ledger::Fen;
use sheet::{Book, Row};

use super::money::Unit;
use super::problem::{SheetProblem, SheetProblemKind as K};
use super::table::{Columns, Table, Who};
use crate::coded::coded;
use crate::members::roster::dates::{DateRead, read_text};
use crate::members::roster::names::is_space;
use crate::members::roster::{RosterDate, Severity, shops};

/// What a column of a ledger of hazards holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is named by its first heading
pub enum HazardColumn {
    FoundOn,
    Area,
    What,
    Kind,
    Grade,
    Basis,
    Department,
    Owner,
    Measure,
    Funds,
    Due,
    DoneOn,
    CheckedBy,
    State,
    Photo,
}

impl Columns for HazardColumn {
    const WORDS: &'static [(Self, &'static [&'static str])] = &[
        (Self::FoundOn, &["日期", "检查日期", "发现日期", "排查日期", "检查时间", "排查时间"]),
        (
            Self::Area,
            &["部门/区域", "区域", "部门", "地点", "车间", "检查区域", "隐患部位", "隐患地点", "所在部位"],
        ),
        (Self::What, &["隐患描述", "隐患内容", "隐患情况", "问题描述", "存在问题", "事故隐患", "隐患"]),
        (Self::Kind, &["类别", "隐患类别", "隐患类型", "类型"]),
        (Self::Grade, &["等级", "隐患等级", "隐患级别", "级别"]),
        (Self::Basis, &["依据", "排查依据", "检查依据", "法规依据"]),
        (Self::Department, &["责任部门", "整改部门", "责任单位", "整改单位"]),
        (Self::Owner, &["责任人", "整改责任人", "整改人", "负责人"]),
        (Self::Measure, &["措施", "整改措施", "防范措施", "治理措施"]),
        (Self::Funds, &["资金", "整改资金", "资金投入", "整改费用"]),
        (Self::Due, &["期限", "整改期限", "要求完成时间", "整改时限", "计划完成时间", "限期"]),
        (Self::DoneOn, &["完成日", "完成日期", "整改完成日期", "完成时间", "整改完成时间"]),
        (Self::CheckedBy, &["验收人", "复查人", "验收", "复查验收人"]),
        (Self::State, &["状态", "整改情况", "整改状态", "完成情况", "是否整改"]),
        (Self::Photo, &["照片", "图片", "隐患照片", "整改前照片", "现场照片"]),
    ];
    const SIGNS: (&'static [Self], usize) =
        (&[Self::What, Self::Measure, Self::Due, Self::Grade, Self::Department, Self::State], 3);
    const WHO: Option<Who<Self>> = None;
}

coded! {
    /// How a hazard stands.
    HazardState {
        /// 未整改.
        Open = "open", "未整改";
        /// 整改中.
        Working = "working", "整改中";
        /// 已整改.
        Rectified = "rectified", "已整改";
    }
}

const STATES: &[(HazardState, &[&str])] = &[
    (
        HazardState::Rectified,
        &["已整改", "整改完成", "已完成", "完成", "已销号", "销号", "√", "✓", "是", "已闭环", "闭环"],
    ),
    (HazardState::Working, &["整改中", "进行中", "正在整改", "部分整改", "部分完成"]),
    (HazardState::Open, &["未整改", "未完成", "未开始", "×", "✗", "x", "X", "否", "待整改"]),
];

/// By when a hazard is to be put right, as the ledger says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On a day.
    On(NaiveDate),
    /// 立即: at once.
    AtOnce,
    /// 尽快: without a day.
    Soon,
    /// 长期: kept up, never done.
    LongTerm,
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct HazardLine {
    /// Row in the file, counted from 1.
    pub row: u32,
    /// 日期.
    pub found_on: Option<RosterDate>,
    /// 区域 as written.
    pub area: Option<String>,
    /// What is the matter, one by one: a cell may hold several.
    pub found: Vec<String>,
    /// 类别.
    pub kind: Option<String>,
    /// 等级.
    pub grade: Option<String>,
    /// 依据.
    pub basis: Option<String>,
    /// 责任部门.
    pub department: Option<String>,
    /// 责任人.
    pub owner: Option<String>,
    /// 措施.
    pub measure: Option<String>,
    /// 资金.
    pub funds: Option<Fen>,
    /// 期限.
    pub due: Option<Due>,
    /// 完成日.
    pub done_on: Option<RosterDate>,
    /// 验收人.
    pub checked_by: Option<String>,
    /// 状态.
    pub state: Option<HazardState>,
}

/// A ledger of hazards as it was read.
#[derive(Clone, Debug)]
pub struct HazardSheet {
    /// The page.
    pub page: String,
    /// The rows.
    pub lines: Vec<HazardLine>,
    /// Pictures that lie over the cells and were not read.
    pub pictures: u32,
    /// What is the matter.
    pub problems: Vec<SheetProblem>,
    /// Totals, notes and repeated headers that were passed over.
    pub passed: u32,
}

/// Reads the page of a book that is a ledger of hazards; none where there is none.
pub fn read(book: &Book, today: NaiveDate) -> Option<HazardSheet> {
    use HazardColumn as C;
    let mut table = Table::<C>::of(book, today)?;
    let unit = Unit::of(table.heading(C::Funds)).unwrap_or(Unit::Yuan);
    let mut lines = Vec::new();
    for row in table.rows() {
        let found = found(&mut table, row);
        if found.is_empty() {
            table.passed += 1;
            continue;
        }
        lines.push(HazardLine {
            row: row.number,
            found_on: table.day(row, C::FoundOn),
            area: table.text(row, C::Area),
            found,
            kind: table.text(row, C::Kind),
            grade: table.text(row, C::Grade),
            basis: table.text(row, C::Basis),
            department: table.text(row, C::Department),
            owner: table.text(row, C::Owner),
            measure: table.text(row, C::Measure),
            funds: table.sum(row, C::Funds, unit).map(|(_, sum)| sum),
            due: due(&mut table, row),
            done_on: table.day(row, C::DoneOn),
            checked_by: table.text(row, C::CheckedBy),
            state: state(&mut table, row),
        });
    }
    areas(&mut table, &lines);
    Some(HazardSheet {
        page: table.page.name.clone(),
        lines,
        pictures: book.pictures,
        problems: table.problems,
        passed: table.passed,
    })
}

/// What a cell holds, one by one: numbered, or a line each.
fn found<'b>(table: &mut Table<'b, HazardColumn>, row: &'b Row) -> Vec<String> {
    let Some(at) = table.sound(row, HazardColumn::What) else { return Vec::new() };
    let found = apart(&at.cell.show());
    if found.len() > 1 {
        let text = format!("一格里有{}条隐患，分成{}条记，期限和责任人相同。", found.len(), found.len());
        table.say(&at, Severity::Note, K::Several, &text, Some(found.join("；")));
    }
    found
}

/// Cuts before 1. 2、 (3) ④ and at line breaks; what is no number stays in its sentence.
fn apart(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let chars: Vec<char> = text.chars().collect();
    let (mut at, mut opened) = (0, false);
    while let Some(c) = chars.get(at) {
        let begins = std::mem::take(&mut opened)
            || at == 0
            || chars.get(at - 1).is_some_and(|before| is_space(*before) || "；;。，,".contains(*before));
        let circled = ('①'..='⑳').contains(c);
        let digits = chars[at..].iter().take_while(|c| c.is_ascii_digit()).count();
        let dotted = begins
            && (1..=2).contains(&digits)
            && chars.get(at + digits).is_some_and(|mark| "、.．)）".contains(*mark))
            && chars.get(at + digits + 1).is_none_or(|next| !next.is_ascii_digit());
        if circled || dotted {
            parts.push(String::new());
            at += if circled { 1 } else { digits + 1 };
            continue;
        }
        match c {
            '\n' | '\r' => parts.push(String::new()),
            '(' | '（' if begins && chars.get(at + 1).is_some_and(char::is_ascii_digit) => opened = true,
            c => {
                if let Some(part) = parts.last_mut() {
                    part.push(*c);
                }
            }
        }
        at += 1;
    }
    let trimmed =
        parts.iter().map(|part| part.trim_matches(|c| is_space(c) || "；;。".contains(c)).to_owned());
    trimmed.filter(|part| !part.is_empty()).collect()
}

fn due<'b>(table: &mut Table<'b, HazardColumn>, row: &'b Row) -> Option<Due> {
    let at = table.cell(row, HazardColumn::Due)?;
    let text = at.cell.show();
    let word = text.trim_matches(is_space);
    let meant = if ["立即", "立刻", "马上", "当场", "当日"].iter().any(|one| word.contains(one)) {
        Due::AtOnce
    } else if ["尽快", "尽早"].iter().any(|one| word.contains(one)) {
        Due::Soon
    } else if ["长期", "持续", "常态"].iter().any(|one| word.contains(one))
        || read_text(word, table.today) == DateRead::Open
    {
        Due::LongTerm
    } else {
        return table.day(row, HazardColumn::Due).map(|day| Due::On(day.date));
    };
    let text = match meant {
        Due::AtOnce => "写的是立即，没有日期；按当天完成记，请确认完成的日子。",
        Due::Soon => "写的是尽快，没有日期；没有日期就没有期限可催，请与责任人定一个日子。",
        _ => "写的是长期，这样的隐患不会销号；请定一个检查的日子，或者改成日常管理。",
    };
    table.say(&at, Severity::Ask, K::NoDay, text, None);
    Some(meant)
}

fn state<'b>(table: &mut Table<'b, HazardColumn>, row: &'b Row) -> Option<HazardState> {
    let at = table.sound(row, HazardColumn::State)?;
    let shown = at.cell.show();
    let word = shown.trim_matches(is_space);
    let found = STATES.iter().find(|(_, words)| words.contains(&word)).map(|(state, _)| *state);
    if found.is_none() {
        table.say(&at, Severity::Ask, K::State, "看不出整改了没有；请写“已整改”“整改中”或者“未整改”。", None);
    }
    found
}

/// One place written in several ways, with the commonest as the offer.
fn areas(table: &mut Table<'_, HazardColumn>, lines: &[HazardLine]) {
    let mut ways: BTreeMap<String, BTreeMap<&str, u32>> = BTreeMap::new();
    for area in lines.iter().filter_map(|line| line.area.as_deref()) {
        *ways.entry(shops::key(area)).or_default().entry(area).or_default() += 1;
    }
    let Some(column) = table.column(HazardColumn::Area) else { return };
    for ways in ways.values().filter(|ways| ways.len() > 1) {
        let Some((name, _)) = ways.iter().max_by_key(|(name, times)| (**times, std::cmp::Reverse(**name)))
        else {
            continue;
        };
        for line in lines
            .iter()
            .filter(|line| line.area.as_deref().is_some_and(|area| area != *name && ways.contains_key(area)))
        {
            let Some(row) = table.page.row(line.row) else { continue };
            let at = super::table::At { row: line.row, column, cell: row.get(column) };
            let text = format!("多半就是“{name}”，只是写法不同。");
            table.say(&at, Severity::Ask, K::PlaceVariant, &text, Some((*name).to_owned()));
        }
    }
}
