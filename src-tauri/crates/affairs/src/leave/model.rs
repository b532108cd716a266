//! Annual leave (年休假) as it crosses the contract: the list of a year, one person's year with how their days were found, the
//! schedule of a year. Numbers of days stand in halves where half a day can be taken. What each form holds stands in `input`.

mod input;
mod words;

pub use input::{
    LeaveBarInput, LeavePayInput, LeavePeriodInput, LeavePeriodsInput, LeaveScheduleInput, LeaveYearInput,
};
pub use words::{LeaveBarKind, LeaveCrossing, LeaveFilter, LeaveKind, LeaveLack, LeaveSort};

use law::RuleRef;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::Duty;
use crate::members::model::{EmploymentForm, PersonId};
use crate::union::model::Shown;

ledger::id_type!(
    /// A period of leave, taken or planned.
    LeavePeriodId
);
ledger::id_type!(
    /// What decides a person's leave of a year.
    LeaveYearId
);
ledger::id_type!(
    /// A reason of 条例第四条.
    LeaveBarId
);
ledger::id_type!(
    /// The pay of days that were not taken.
    LeavePayId
);
ledger::id_type!(
    /// The schedule of a year.
    LeaveScheduleId
);

/// Whose leave a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct LeaveQuery {
    /// 年度; the present one when absent.
    pub year: Option<i32>,
    /// Characters or pinyin of the name, the last four of the number.
    pub text: Option<String>,
    /// One shop; an empty text asks for those without one.
    pub shop: Option<String>,
    /// Only those.
    pub filter: Option<LeaveFilter>,
    /// The order; by name when absent.
    pub sort: Option<LeaveSort>,
    /// Turned round.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// One person in the list of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveLine {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 工号.
    pub work_number: Option<String>,
    /// 参加工作时间 as exactly as it is known: `2008-07`.
    pub started_on: Option<String>,
    /// 入职日期, likewise.
    pub hired_on: Option<String>,
    /// Days due in the year, where they are certain.
    pub due: Option<u32>,
    /// The least that is due, where they are not.
    pub least: Option<u32>,
    /// What keeps them from being certain.
    pub lacks: Vec<LeaveLack>,
    /// Half days taken of this year's leave.
    pub taken: u32,
    /// Half days planned.
    pub planned: u32,
    /// Half days of the last year that may be taken in this one.
    pub brought: u32,
    /// Half days carried over to the next year.
    pub carried: u32,
    /// Half days given up in writing.
    pub waived: u32,
    /// Half days that were paid for.
    pub paid: u32,
    /// Half days neither taken nor settled; under nothing where more was taken than was due. None while the days due are not
    /// certain.
    pub left: Option<i32>,
}

/// A slice of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeavePage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<LeaveLine>,
}

/// Which year is asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct LeaveYearQuery {
    /// 年度; the present one when absent.
    pub year: Option<i32>,
}

/// A year as a whole.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveSummary {
    /// 年度.
    pub year: i32,
    /// The years to choose from, the newest first.
    pub years: Vec<i32>,
    /// Who are told in the list.
    pub people: u32,
    /// Who have days due, as far as is certain.
    pub entitled: u32,
    /// Who have neither taken nor planned a day.
    pub unarranged: u32,
    /// Who have taken less than half.
    pub under_half: u32,
    /// Who have days that are not settled.
    pub unused: u32,
    /// Half days that are not settled, of all of them.
    pub unused_halves: u32,
    /// Of whom something is missing.
    pub missing: u32,
    /// Of whom the beginning of work stands after the day of hiring.
    pub exchanged: u32,
    /// Whether the days off of the year are known; else weekdays are counted.
    pub calendar: bool,
    /// Every shop, by name.
    pub shops: Vec<String>,
    /// The schedule of the year, once it was begun.
    pub schedule: Option<LeaveSchedule>,
    /// How a year is counted in which someone passes into the next band; none while this firm did not say.
    pub crossing: Option<LeaveCrossing>,
    /// How many pass into the next band in the year and wait for it.
    pub crossing_people: u32,
    /// The rules of annual leave.
    pub rules: Vec<LeaveRule>,
    /// What is to be done.
    pub todos: Vec<Duty>,
}

/// A rule with what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveRule {
    /// The rule.
    pub rule: RuleRef,
    /// Its one line.
    pub title: String,
    /// What a reader should know.
    pub note: Option<String>,
}

/// The schedule of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveSchedule {
    /// The schedule.
    pub id: LeaveScheduleId,
    /// What its form holds.
    pub record: LeaveScheduleInput,
    /// The number of the printed schedule, once issued.
    pub paper: Option<String>,
}

/// A period of leave with the days that count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeavePeriod {
    /// The period.
    pub id: LeavePeriodId,
    /// What its form holds.
    pub record: LeavePeriodInput,
    /// Half days that count.
    pub halves: u32,
    /// How they were counted, in one sentence.
    pub counted: String,
}

/// A reason of 条例第四条.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveBar {
    /// The reason.
    pub id: LeaveBarId,
    /// What its form holds.
    pub record: LeaveBarInput,
    /// What comes of it, in one sentence.
    pub verdict: String,
    /// Its rule.
    pub rule: Option<RuleRef>,
}

/// The pay of days that were not taken, as it was reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeavePay {
    /// The pay.
    pub id: LeavePayId,
    /// What its form holds.
    pub record: LeavePayInput,
    /// 日工资, typed or from the average.
    pub daily: Option<Fen>,
    /// What is due for the days, what was paid as ordinary wages included.
    pub due: Option<Fen>,
    /// What is still to be paid on top of the ordinary wages.
    pub extra: Option<Fen>,
    /// How it was reckoned, in one sentence.
    pub sentence: String,
}

/// One person's leave of a year.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveOfPerson {
    /// 年度.
    pub year: i32,
    /// As the list shows it.
    pub line: LeaveLine,
    /// 用工形式.
    pub form: EmploymentForm,
    /// How the days were found, a sentence each.
    pub sentences: Vec<String>,
    /// The days under either way of counting a year in which the next band is reached, where that is the question.
    pub both: Option<[u32; 2]>,
    /// The rules behind them.
    pub rules: Vec<RuleRef>,
    /// What decides the year beside the dates.
    pub record: Option<LeaveYearInput>,
    /// The record of it, for its files.
    pub record_id: Option<LeaveYearId>,
    /// Taken and planned, in order.
    pub periods: Vec<LeavePeriod>,
    /// How the reasons of 条例第四条 are shown.
    pub bars_shown: Shown,
    /// The reasons, once health is revealed.
    pub bars: Option<Vec<LeaveBar>>,
    /// How the pay is shown.
    pub pay_shown: Shown,
    /// The pay of days that were not taken, to one who reads wages.
    pub pay: Option<LeavePay>,
    /// Whether it was entered that they were paid.
    pub pay_done: bool,
}
