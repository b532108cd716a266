//! Scenarios of a rise and what they come to, as they cross the contract. Sums are fen a person and month unless told
//! otherwise; percentages are hundredths of a percent.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::pay::figures::model::{Between, WageCut};
use crate::pay::model::{PayDepth, PayPeriod, PaySheetId};

ledger::id_type!(
    /// A scenario that was kept.
    PayScenarioId
);
ledger::id_type!(
    /// What the employer pays of the wage to a fund.
    PayInsuranceId
);

coded! {
    /// Whose scenario it is.
    PaySide {
        /// 职工方.
        Workers = "workers", "职工方";
        /// 企业方.
        Employer = "employer", "企业方";
    }
}

coded! {
    /// To what the new wage of a month is rounded, a half upwards.
    PayRound {
        /// 到分.
        Fen = "fen", "分";
        /// 到元.
        Yuan = "yuan", "元";
    }
}

/// So much more: a share of the wage and a fixed sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayRise {
    /// 500 is 5 %.
    #[serde(default)]
    pub percent: i32,
    /// 定额.
    #[serde(default)]
    pub fixed: Fen,
}

/// Whoever earns at least so much, and less than the next tier begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayTier {
    /// At least.
    pub from: Fen,
    /// Their rise.
    pub rise: PayRise,
}

/// The rise of a skill grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayGradeRise {
    /// 高级工.
    pub grade: String,
    /// Their rise.
    pub rise: PayRise,
}

/// What the holder of a certificate gets more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayCertificateRise {
    /// 焊接与热切割作业.
    pub name: String,
    /// 定额.
    pub fixed: Fen,
}

/// What a step does to a wage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum PayStepKind {
    /// 按比例、按定额, or both.
    Rise {
        /// How much.
        rise: PayRise,
    },
    /// 分档, by the wage before this step.
    Tiers {
        /// In rising order.
        tiers: Vec<PayTier>,
    },
    /// 保底: nobody earns less.
    Floor {
        /// So much.
        fen: Fen,
    },
    /// 封顶: the whole rise of a person up to here is at most so much.
    Cap {
        /// So much.
        fen: Fen,
    },
    /// 按技能等级.
    Grades {
        /// Grade by grade.
        grades: Vec<PayGradeRise>,
    },
    /// 按证书: each one that is held.
    Certificates {
        /// One by one.
        certificates: Vec<PayCertificateRise>,
    },
}

/// For whom a step is; what is empty lets everybody pass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct PayStepOnly {
    /// 车间.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shops: Vec<String>,
    /// 用工形式.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    /// 技能等级.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<String>,
    /// 一线, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub front_line: Option<bool>,
}

/// A step of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayStep {
    /// What it does.
    pub what: PayStepKind,
    /// For whom.
    #[serde(default)]
    pub only: PayStepOnly,
}

/// A scenario: steps in their order, each on what the one before left, each rounded to the fen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PayScenario {
    /// The steps.
    pub steps: Vec<PayStep>,
    /// To what the end is rounded.
    pub round: PayRound,
}

/// What is to be tried.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SimulatePay {
    /// On which wage data.
    pub sheet: PaySheetId,
    /// One scenario, or ours and theirs.
    pub scenarios: Vec<PayScenario>,
    /// How many months of the year it holds.
    pub months: u32,
}

/// What the employer pays of every wage to a fund (单位缴纳部分).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PayInsurance {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PayInsuranceId>,
    /// 基本养老保险.
    pub name: String,
    /// 1600 is 16 %.
    pub rate: u32,
    /// 缴费基数下限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Fen>,
    /// 缴费基数上限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Fen>,
    /// From when these numbers hold.
    pub from: NaiveDate,
    /// Where they stand.
    pub source: String,
}

/// People who lie together in the order of wages, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayHeapEffect {
    /// 第1组（最低）.
    pub name: String,
    /// How many.
    pub people: u32,
    /// Their average before.
    pub before: Option<Fen>,
    /// After.
    pub after: Option<Between>,
}

/// A group before and after, to whoever may read single wages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayGroupEffect {
    /// 焊接车间.
    pub name: String,
    /// How many.
    pub people: u32,
    /// Their average before.
    pub before: Fen,
    /// After.
    pub after: Fen,
    /// The growth, in hundredths of a percent.
    #[ts(type = "number | null")]
    pub growth: Option<i64>,
}

/// Groups by one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayCutEffect {
    /// By what.
    pub by: WageCut,
    /// 按性别.
    pub title: String,
    /// The groups.
    pub groups: Vec<PayGroupEffect>,
}

/// What a rise costs. Sums of all the months it holds, but for the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayCost {
    /// 工资 of one month.
    pub monthly: Between,
    /// 工资.
    pub wages: Between,
    /// 单位缴纳的社会保险费.
    pub insurance: Between,
    /// 工会经费.
    pub fee: Between,
    /// Together.
    pub total: Between,
    /// Together, against the payroll of as many months, in hundredths of a percent.
    pub of_payroll: Option<Between>,
    /// The growth of productivity at which the labour cost of a unit stays the same, in hundredths of a percent.
    pub break_even: Option<Between>,
}

/// What a scenario comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySimulated {
    /// The scenario in words.
    pub words: String,
    /// Who gets more; none where that is not known.
    pub raised: Option<u32>,
    /// The average before.
    pub before: Option<Between>,
    /// After.
    pub after: Option<Between>,
    /// The growth of the average, in hundredths of a percent.
    pub growth: Option<Between>,
    /// What it costs.
    pub cost: Option<PayCost>,
    /// The order of wages.
    pub heaps: Vec<PayHeapEffect>,
    /// By shop ….
    pub cuts: Vec<PayCutEffect>,
    /// P90 to P10 before, in hundredths.
    pub spread_before: Option<Between>,
    /// After.
    pub spread_after: Option<Between>,
    /// Gini before, in ten-thousandths.
    pub gini_before: Option<Between>,
    /// After.
    pub gini_after: Option<Between>,
    /// The lowest after, to whoever may read single wages.
    pub lowest: Option<Fen>,
}

/// A scenario between ours and theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayMiddle {
    /// The scenario, to be taken over.
    pub scenario: PayScenario,
    /// How it was found.
    pub found: String,
    /// What it comes to.
    pub result: PaySimulated,
}

/// What was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySimulation {
    /// On which wage data.
    pub sheet: PaySheetId,
    /// Of which period.
    pub period: PayPeriod,
    /// How much it tells.
    pub depth: PayDepth,
    /// Whether single wages were read.
    pub in_full: bool,
    /// Who is counted.
    pub people: u32,
    /// How many of them with a part of the month, reckoned to the whole by days.
    pub part_month: u32,
    /// The scenarios.
    pub results: Vec<PaySimulated>,
    /// Where two were given: the one in the middle.
    pub middle: Option<PayMiddle>,
    /// How it was reckoned, for page and paper.
    pub method: String,
    /// What is uncertain and why.
    pub notes: Vec<String>,
}

/// A scenario to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SavePayScenario {
    /// Absent for a new one.
    pub id: Option<PayScenarioId>,
    /// The wage data it was tried on.
    pub sheet: PaySheetId,
    /// For which year is talked about.
    pub year: i32,
    /// Whose it is.
    pub side: PaySide,
    /// 争取方案.
    pub name: String,
    /// The scenario.
    pub scenario: PayScenario,
    /// How many months of the year it holds.
    pub months: u32,
}

/// What the figures of a kept scenario lie between: exact on single wages, else as far as totals and bands tell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PayBounds {
    /// The average before.
    pub before: Option<Between>,
    /// After.
    pub after: Option<Between>,
    /// The growth of the average, in hundredths of a percent.
    pub growth: Option<Between>,
    /// What the wages cost in all the months.
    pub wages: Option<Between>,
    /// The insurance.
    pub insurance: Option<Between>,
    /// The contribution.
    pub fee: Option<Between>,
    /// Together.
    pub total: Option<Between>,
}

/// A scenario that was kept, with what it came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeptPayScenario {
    /// Which.
    pub id: PayScenarioId,
    /// The wage data it was tried on.
    pub sheet: PaySheetId,
    /// For which year is talked about.
    pub year: i32,
    /// Whose it is.
    pub side: PaySide,
    /// Its name.
    pub name: String,
    /// The scenario; none where a later program wrote what this one cannot read.
    pub scenario: Option<PayScenario>,
    /// The same in words.
    pub said: String,
    /// How many months of the year it holds.
    pub months: u32,
    /// Who was counted.
    pub people: u32,
    /// The average before; none where it was not known exactly.
    pub before_average: Option<Fen>,
    /// The average after.
    pub target_average: Option<Fen>,
    /// The floor that the scenario sets.
    pub target_floor: Option<Fen>,
    /// What the wages cost in all the months.
    pub wages: Option<Fen>,
    /// The insurance.
    pub insurance: Option<Fen>,
    /// The contribution.
    pub fee: Option<Fen>,
    /// Together.
    pub total: Option<Fen>,
    /// What all these lie between; none where each is known exactly, and where nothing was reckoned.
    pub bounds: Option<PayBounds>,
    /// Whether what it came to is kept from its reader, who may not read single wages or has not revealed them.
    pub covered: bool,
    /// Whether it is the one that the offer and the plan go by.
    pub chosen: bool,
    /// The day it was kept.
    pub kept_on: NaiveDate,
    /// Whether the wage data it was tried on was replaced or removed since: what it came to is of the older data.
    pub replaced: bool,
}

/// What the page of the simulator begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySimulator {
    /// The wage data; the newest when none was asked for. None where there is none.
    pub sheet: Option<PaySimulatorSheet>,
    /// Kept scenarios, the newest year first.
    pub kept: Vec<KeptPayScenario>,
    /// What the employer pays to the funds.
    pub insurance: Vec<PayInsurance>,
    /// 2%.
    pub fee: String,
    /// The rule of the contribution, as it is cited.
    pub fee_rule: String,
}

/// The words that steps may use on some wage data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaySimulatorSheet {
    /// Which.
    pub id: PaySheetId,
    /// Of which period.
    pub period: PayPeriod,
    /// How much it tells.
    pub depth: PayDepth,
    /// Who is counted.
    pub people: u32,
    /// 车间.
    pub shops: Vec<String>,
    /// 用工形式.
    pub forms: Vec<String>,
    /// 技能等级.
    pub grades: Vec<String>,
    /// 证书.
    pub certificates: Vec<String>,
}
