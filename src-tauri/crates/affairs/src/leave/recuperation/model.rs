//! Recuperation (疗休养) as it crosses the contract: the plan of a year with the policy that holds here, its batches, who goes.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::Duty;
use crate::leave::model::LeaveRule;
use crate::members::model::{PersonId, Sex};
use crate::union::model::Shown;

ledger::id_type!(
    /// The plan of a year.
    RecuperationPlanId
);
ledger::id_type!(
    /// A batch.
    RecuperationBatchId
);
ledger::id_type!(
    /// Someone's place in a batch.
    RecuperationPlaceId
);

coded! {
    /// Whether recuperation counts as annual leave: local papers differ.
    RecuperationCounts {
        /// 不抵.
        No = "no", "不抵年休假";
        /// 抵.
        Yes = "yes", "抵年休假";
        /// 没有定.
        Unsettled = "unsettled", "还没有定";
    }
}

coded! {
    /// Why someone goes first.
    RecuperationReason {
        /// 有毒有害岗位.
        Hazard = "hazard", "有毒有害岗位";
        /// 先进.
        Honour = "honour", "劳模和先进";
        /// 工伤、职业病.
        Injury = "injury", "工伤和职业病";
        /// 临近退休.
        Retiring = "retiring", "临近退休";
        /// 高技能.
        Skilled = "skilled", "高技能人才";
        /// 困难.
        Hardship = "hardship", "困难职工";
    }
}

impl RecuperationReason {
    /// Whether it may stand on a wall: who was hurt or is in need is nobody's to read there.
    pub fn is_public(self) -> bool {
        !matches!(self, Self::Injury | Self::Hardship)
    }

    /// Whether it tells of someone's health.
    pub fn tells_health(self) -> bool {
        self == Self::Injury
    }
}

/// The plan of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecuperationPlanInput {
    /// 年度.
    pub year: i32,
    /// 依据的文件: which policy holds here.
    pub policy: String,
    /// The most days inside the province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_inside: Option<u32>,
    /// The most days outside of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_outside: Option<u32>,
    /// The most money a person and day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_cap: Option<Fen>,
    /// The most money a person and year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_cap: Option<Fen>,
    /// The least share of front-line workers, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub front_share: Option<u32>,
    /// After how many years someone may go again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap_years: Option<u32>,
    /// Whether that holds for trips out of the province alone.
    pub gap_out_only: bool,
    /// Whether it counts as annual leave.
    pub counts_leave: RecuperationCounts,
    /// 行政福利费.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub welfare_budget: Option<Fen>,
    /// 工会经费.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union_budget: Option<Fen>,
    /// 自费.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_budget: Option<Fen>,
    /// 职代会或者委员会通过的日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<NaiveDate>,
    /// Which meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecuperationBatchInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RecuperationBatchId>,
    /// The plan.
    pub plan: RecuperationPlanId,
    /// 第一批.
    pub name: String,
    /// 基地.
    pub base: String,
    /// Whether it lies out of the province.
    pub outside: bool,
    /// The day on which they leave.
    pub from: NaiveDate,
    /// The day on which they are back.
    pub to: NaiveDate,
    /// 名额.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota: Option<u32>,
    /// 人均费用.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_cost: Option<Fen>,
    /// How the base was chosen and bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bought: Option<String>,
    /// 保险.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub insurer: Option<String>,
    /// 公示的第一天.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted_from: Option<NaiveDate>,
    /// 公示的最后一天.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub posted_until: Option<NaiveDate>,
    /// 决算.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spent: Option<Fen>,
    /// 决算日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_on: Option<NaiveDate>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Someone's place in a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RecuperationPlaceInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RecuperationPlaceId>,
    /// The batch.
    pub batch: RecuperationBatchId,
    /// Who.
    pub person: PersonId,
    /// 一线职工.
    pub front_line: bool,
    /// Why they go first.
    pub reasons: Vec<RecuperationReason>,
    /// 房型.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// 用餐要求. Absent leaves what is kept as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meals: Option<String>,
    /// 紧急联系人和电话. Absent leaves what is kept as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emergency: Option<String>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The plan as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationPlan {
    /// The plan.
    pub id: RecuperationPlanId,
    /// What its form holds.
    pub record: RecuperationPlanInput,
}

/// A batch in the list of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationBatchLine {
    /// The batch.
    pub id: RecuperationBatchId,
    /// What its form holds.
    pub record: RecuperationBatchInput,
    /// How many go.
    pub people: u32,
    /// Front-line workers among them.
    pub front_line: u32,
    /// What it is to cost: so much a person for those who go.
    pub planned: Option<Fen>,
    /// What stands against the policy or good order, a sentence each.
    pub warnings: Vec<String>,
}

/// Money of a year: planned beside spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationMoney {
    /// All sources.
    pub budget: Fen,
    /// What the batches are to cost.
    pub planned: Fen,
    /// What was settled.
    pub spent: Fen,
    /// What is left of the budget; under nothing where more was spent.
    pub left: Fen,
}

/// A year's recuperation.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationYear {
    /// 年度.
    pub year: i32,
    /// The years to choose from, the newest first.
    pub years: Vec<i32>,
    /// The plan; none until it is begun.
    pub plan: Option<RecuperationPlan>,
    /// The plan of the year before, whose policy a new one may take over.
    pub before: Option<RecuperationPlanInput>,
    /// The batches, by day.
    pub batches: Vec<RecuperationBatchLine>,
    /// How many go in all.
    pub people: u32,
    /// Front-line workers among them.
    pub front_line: u32,
    /// The money.
    pub money: RecuperationMoney,
    /// What stands against the policy, a sentence each.
    pub warnings: Vec<String>,
    /// What the law says of it.
    pub rules: Vec<LeaveRule>,
    /// What is to be done.
    pub todos: Vec<Duty>,
}

/// Someone who goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationPlace {
    /// The place.
    pub id: RecuperationPlaceId,
    /// What its form holds; what they eat and who is called stand in it once identity is revealed.
    pub record: RecuperationPlaceInput,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 车间.
    pub shop: Option<String>,
    /// When they went last, before this batch: 2023年第一批.
    pub last: Option<String>,
    /// What stands against it, a sentence each.
    pub warnings: Vec<String>,
}

/// One batch.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecuperationBatch {
    /// The batch.
    pub line: RecuperationBatchLine,
    /// 年度.
    pub year: i32,
    /// Who goes, by name.
    pub people: Vec<RecuperationPlace>,
    /// How many more went who were erased by law.
    pub erased: u32,
    /// How identity is shown.
    pub identity: Shown,
    /// The number of its public notice, once issued.
    pub notice: Option<String>,
}
