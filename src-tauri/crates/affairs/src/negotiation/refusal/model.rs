//! A refusal or a silence and what is done about it, as it crosses the contract: the rungs from the first reminder to the
//! order of the government, who acts now, what a form sends. Which rung is reached `rules` decides.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::Duty;
use crate::letters::model::SupervisionCaseId;
use crate::negotiation::model::NegotiationId;

/// 催告函, made from a negotiation.
pub const DEMAND: &str = "negotiation.demand";
/// 关于企业拒绝协商的报告, made from a negotiation.
pub const REPORT: &str = "negotiation.refusalReport";

ledger::id_type!(
    /// An order to correct a refusal.
    CorrectionOrderId
);

coded! {
    /// A rung of what is done about a refusal, in its order.
    RefusalRungKind {
        /// 催告函.
        Demand = "demand", "催告函";
        /// 提示函 of the union's supervision.
        Warning = "warning", "提示函";
        /// 报告上级工会.
        Report = "report", "报告上级工会";
        /// 责令改正.
        Order = "order", "责令改正";
        /// 协调处理, which both sides may ask for.
        Coordination = "coordination", "协调处理";
    }
}

/// How a rung stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RefusalRungState {
    /// Done.
    Done,
    /// Done, and an answer is waited for.
    Waiting,
    /// To be done now.
    Now,
    /// Passed over: a later one was done.
    Passed,
    /// Still to come.
    Next,
}

/// One rung.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusalRung {
    /// Which.
    pub kind: RefusalRungKind,
    /// How it stands.
    pub state: RefusalRungState,
    /// The day it was done.
    pub on: Option<NaiveDate>,
    /// The last day for what it asks of the other side or of an authority.
    pub until: Option<NaiveDate>,
    /// The article behind it, quoted with what it says; empty where the place has none.
    pub ground: String,
}

/// The order of the county government or its department to correct a refusal (责令改正).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CorrectionOrder {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CorrectionOrderId>,
    /// The talks that are refused.
    pub negotiation: NegotiationId,
    /// 提请的部门.
    pub department: String,
    /// 提请日期.
    pub asked_on: NaiveDate,
    /// 责令改正的日期, once it was ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordered_on: Option<NaiveDate>,
    /// 文号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// 限期改正到哪一天.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_by: Option<NaiveDate>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it is entered afterwards (补录), when it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// The supervision case in which the letter of reminder stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefusalCase {
    /// The case.
    pub id: SupervisionCaseId,
    /// 监〔2026〕1号.
    pub number: String,
}

/// Talks that the other side keeps from beginning, and what is done about it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// Refused in words; else the reply lapsed.
    pub refused: bool,
    /// The day of the refusal, or the first day after the reply was due.
    pub since: NaiveDate,
    /// The rungs in order.
    pub rungs: Vec<RefusalRung>,
    /// What is to be done now, the first the one filled button; as 今日 says it.
    pub todos: Vec<Duty>,
    /// The case of the letter of reminder, where it was written here.
    pub case: Option<RefusalCase>,
    /// The order, asked for or made.
    pub order: Option<CorrectionOrder>,
}
