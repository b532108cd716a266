//! A committee's decision as later acts refer to it, as it crosses the contract.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::Place;
use crate::office::committee::ids::{CommitteeMeetingId, CommitteeTopicId};

ledger::id_type!(
    /// That an act stands on a decision.
    DecisionUseId
);

/// The acts that can stand on a decision. A module whose acts do adds its own here and in `ACTS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DecisionAct {
    /// An issued paper.
    Paper,
    /// The workers' side's representatives of a negotiation.
    Representatives,
    /// The offer of a negotiation.
    Offer,
    /// The approval of applications for membership.
    Admission,
    /// An expulsion, by the person.
    Expulsion,
}

/// An act, by the record it is kept in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecidedAct {
    /// Which act.
    pub act: DecisionAct,
    /// The paper or the negotiation.
    pub of: String,
}

/// An act that is to stand on a decision.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CiteDecision {
    /// The decision.
    pub decision: CommitteeTopicId,
    /// The act.
    pub act: DecisionAct,
    /// The paper or the negotiation.
    pub of: String,
}

/// A decision that can be picked, or that an act stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionLine {
    /// The decision.
    pub id: CommitteeTopicId,
    /// 工会委员会〔2026〕第3次会议 决定二.
    pub reference: String,
    /// What was decided.
    pub text: String,
    /// 会议日期.
    pub held_on: NaiveDate,
    /// The record it stands in.
    pub meeting: CommitteeMeetingId,
    /// The record that corrected the one it stands in: the chair looks whether the decision still stands.
    pub corrected_by: Option<String>,
    /// The link, where it is listed for an act.
    pub cited: Option<DecisionUseId>,
}

/// An act that stands on a decision, as the record tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecisionUse {
    /// The link.
    pub id: DecisionUseId,
    /// Which act.
    pub act: DecisionAct,
    /// What it is: 工协纪〔2026〕3号《……》, 2026年度工资集体协商的协商代表.
    pub title: String,
    /// The page that shows it.
    pub place: Place,
}
