//! The one Chinese sentence behind every computed date: start event + quantity + unit + calendar used +
//! article + layer = result. It only tells; the counting is `days` and `clock`.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::quantity::Unit;
use crate::rule::{Direction, RuleRef};

/// A day that a count passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Skipped {
    /// The day.
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// 周末, 国庆节(法定休假日), 国庆节放假调休, …
    pub why: String,
}

/// What happened to the days of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RunKind {
    /// They were counted.
    Counted,
    /// They were passed over inside the count.
    Skipped,
    /// The count was over; its end moved across them, the last being the result.
    Moved,
}

/// Days in a row that were treated alike, in the order of the count: what the small drawing shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// How they were treated.
    pub kind: RunKind,
    /// The first of them met; a clock before an event meets the later day first.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// The last of them met.
    #[ts(type = "string")]
    pub to: NaiveDate,
    /// How many calendar days.
    pub days: u32,
    /// Why they were passed over or moved across.
    pub why: Option<String>,
}

/// How a date came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// One Chinese sentence for window and paper.
    pub sentence: String,
    /// Day of the start event.
    #[ts(type = "string")]
    pub start: NaiveDate,
    /// The number counted.
    #[ts(type = "number")]
    pub quantity: i64,
    /// What was counted.
    pub unit: Unit,
    /// Where the bare count ended, before holidays moved it.
    #[ts(type = "string")]
    pub nominal: NaiveDate,
    /// The result.
    #[ts(type = "string")]
    pub end: NaiveDate,
    /// Days passed over: inside a count of working days, or at its end.
    pub skipped: Vec<Skipped>,
    /// Every day from the one after the start to the end, in runs.
    pub runs: Vec<Run>,
    /// Years of the State Council's calendar that were used.
    pub calendar: Vec<i32>,
    /// The rule.
    pub rule: RuleRef,
}

/// 2026年10月6日.
pub(crate) fn chinese(date: NaiveDate) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// Everything a sentence tells of.
pub(crate) struct Telling<'a> {
    pub start: NaiveDate,
    pub start_label: &'a str,
    pub quantity: i64,
    pub unit: Unit,
    pub direction: Direction,
    pub nominal: NaiveDate,
    pub end: NaiveDate,
    pub weekend_due: Option<NaiveDate>,
    pub moved_why: Option<&'a str>,
    pub years: &'a [i32],
    pub unknown: &'a [i32],
    pub certain_due: Option<NaiveDate>,
    pub rule: &'a RuleRef,
    pub mandatory: bool,
    /// No text sets the days: the program suggests them.
    pub suggested: bool,
}

/// The sentence of a clock.
pub(crate) fn clock_sentence(t: &Telling<'_>) -> String {
    let mut text = format!("{}{}，", chinese(t.start), t.start_label);
    let span = format!("{}{}", t.quantity, t.unit.chinese());
    match t.direction {
        Direction::After => text.push_str(&format!("自次日起算{span}")),
        Direction::Before => text.push_str(&format!("自前一日起向前算{span}")),
    }
    text.push_str(&format!("（{}），", basis(t)));
    // An article that sets no days is not named for them.
    if !t.suggested {
        text.push_str(&format!("依{}《{}》{}，", t.rule.layer_name, t.rule.instrument, t.rule.article));
    }
    if let Some(why) = t.moved_why {
        let verb = if t.direction == Direction::After { "顺延" } else { "提前" };
        text.push_str(&format!("{}是{why}，{verb}后", chinese(t.nominal)));
    }
    match t.direction {
        Direction::After => text.push_str(&format!("到{}届满", chinese(t.end))),
        Direction::Before => text.push_str(&format!("最迟为{}", chinese(t.end))),
    }
    if t.suggested {
        text.push_str("；天数是建议，法规没有规定");
    }
    if let Some(later) = t.weekend_due {
        text.push_str(&format!("；这一天是休息日，如按休息日顺延则为{}", chinese(later)));
    }
    if !t.unknown.is_empty() {
        text.push_str(&caveat(t));
    }
    text.push('。');
    text
}

/// The sentence of a window.
pub(crate) fn window_sentence(t: &Telling<'_>, opens: NaiveDate, closes: NaiveDate) -> String {
    let side = if t.direction == Direction::Before { "前" } else { "后" };
    let must = if t.mandatory { "应" } else { "可以" };
    let mut text = format!("{}{}，", chinese(t.start), t.start_label);
    text.push_str(&format!("{side}{}{}内（当日不计入），", t.quantity, t.unit.chinese()));
    text.push_str(&format!("依{}《{}》{}，", t.rule.layer_name, t.rule.instrument, t.rule.article));
    text.push_str(&format!("{must}在{}至{}之间办理。", chinese(opens), chinese(closes)));
    text
}

fn basis(t: &Telling<'_>) -> String {
    let kind = match t.unit {
        Unit::WorkingDay => "工作日",
        Unit::Month | Unit::Year => "按月日对应",
        _ => "日历日",
    };
    if t.years.is_empty() { kind.to_owned() } else { format!("{kind}，按{}放假安排", years(t.years)) }
}

/// What a count over a year without notice could not know. Statutory holidays of fixed dates are known always;
/// the rest matters to working days all along, to other spans only at their end.
fn caveat(t: &Telling<'_>) -> String {
    let named = years(t.unknown);
    let mut text = match t.unit {
        Unit::WorkingDay => format!(
            "；本软件还没有{named}的放假安排，元旦、劳动节、国庆节的法定休假日已经扣除，其余暂按周一至周五上班推算，放假通知公布后请再核对"
        ),
        _ => format!(
            "；本软件还没有{named}的放假安排，元旦、劳动节、国庆节的法定休假日已经考虑，最后一天是否遇上春节等其他假日，放假通知公布后请再核对"
        ),
    };
    if let Some(certain) = t.certain_due {
        text.push_str(&format!("；无论怎样放假，{}（含）以前都不会迟", chinese(certain)));
    }
    text
}

fn years(list: &[i32]) -> String {
    let names: Vec<String> = list.iter().map(|year| format!("{year}年")).collect();
    names.join("、")
}
