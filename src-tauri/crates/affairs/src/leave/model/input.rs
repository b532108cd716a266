//! What the forms of annual leave hold. What they may hold is `rules::input`'s.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LeaveBarId, LeaveBarKind, LeaveCrossing, LeaveKind, LeavePeriodId};
use crate::members::model::PersonId;

/// A period of leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeavePeriodInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<LeavePeriodId>,
    /// Whose.
    pub person: PersonId,
    /// The year whose leave it is.
    pub year: i32,
    /// Taken or planned.
    pub kind: LeaveKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, itself counted.
    pub to: NaiveDate,
    /// Half days that count, where the calendar does not say it: half a day, or people who work in shifts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub halves: Option<u32>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One period for many people: a shop that stands still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeavePeriodsInput {
    /// The year whose leave it is.
    pub year: i32,
    /// Everyone of a shop; an empty text means those without one.
    pub shop: String,
    /// Taken or planned.
    pub kind: LeaveKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, itself counted.
    pub to: NaiveDate,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What decides a person's leave of a year beside the dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeaveYearInput {
    /// Whose.
    pub person: PersonId,
    /// 年度.
    pub year: i32,
    /// 约定的全年天数, where it is better than the law's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_days: Option<u32>,
    /// Where that is agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_source: Option<String>,
    /// Whether they had worked twelve months in a row before they came here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worked_before: Option<bool>,
    /// Half days taken before leave was kept here, of which only the number is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<u32>,
    /// Half days carried over to the next year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried: Option<u32>,
    /// 本人同意跨年度安排的日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carry_consent_on: Option<NaiveDate>,
    /// 本人同意单位不安排的日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unarranged_on: Option<NaiveDate>,
    /// Half days that the person gave up in writing for reasons of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived: Option<u32>,
    /// 书面提出的日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_on: Option<NaiveDate>,
    /// 本人的原因.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_reason: Option<String>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl LeaveYearInput {
    /// A year of which nothing was entered yet.
    pub fn none(person: PersonId, year: i32) -> Self {
        LeaveYearInput {
            person,
            year,
            own_days: None,
            own_source: None,
            worked_before: None,
            opening: None,
            carried: None,
            carry_consent_on: None,
            unarranged_on: None,
            waived: None,
            waived_on: None,
            waived_reason: None,
            note: None,
        }
    }
}

/// A reason of 条例第四条.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeaveBarInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<LeaveBarId>,
    /// Whose.
    pub person: PersonId,
    /// 年度.
    pub year: i32,
    /// Which.
    pub kind: LeaveBarKind,
    /// Days of the year, whole months of sick leave.
    pub amount: u32,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The pay of days that were not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeavePayInput {
    /// Whose.
    pub person: PersonId,
    /// 年度.
    pub year: i32,
    /// Half days it is for.
    pub halves: u32,
    /// 前十二个月剔除加班工资后的月平均工资.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average: Option<Fen>,
    /// 日工资, where it is told instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub daily: Option<Fen>,
    /// 实际支付的报酬.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Fen>,
    /// 支付日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_on: Option<NaiveDate>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The schedule of a year, and what this firm settled for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LeaveScheduleInput {
    /// 年度.
    pub year: i32,
    /// How a year is counted in which the next band is reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crossing: Option<LeaveCrossing>,
    /// Days that a contract adds for everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_days: Option<u32>,
    /// Where they are agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extra_source: Option<String>,
    /// The day on which people were asked for their wishes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_on: Option<NaiveDate>,
    /// 计划定下的日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_on: Option<NaiveDate>,
    /// 公布日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<NaiveDate>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
