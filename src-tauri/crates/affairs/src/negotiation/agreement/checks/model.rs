//! The types of a check on how an agreement is kept as they cross the contract: its form, its clauses, and what the ledger
//! proposes for a new one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::negotiation::ids::AgreementId;
use crate::office::text;

ledger::id_type!(
    /// A check on how an agreement is kept.
    AgreementCheckId
);

/// One clause that was checked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AgreementCheckClause {
    /// 条款.
    pub clause: String,
    /// 合同约定.
    pub target: String,
    /// 实际履行.
    pub actual: String,
    /// 差距; none where it is kept.
    pub gap: Option<String>,
    /// 原因.
    pub cause: Option<String>,
    /// 补救措施.
    pub remedy: Option<String>,
    /// 责任人.
    pub owner: Option<String>,
    /// By when it is to be mended.
    pub due_on: Option<NaiveDate>,
    /// When it was mended.
    pub done_on: Option<NaiveDate>,
    /// When the award of the arbitrators was received, where it came before them.
    pub award_on: Option<NaiveDate>,
    /// When a suit was brought against the award.
    pub sued_on: Option<NaiveDate>,
}

impl AgreementCheckClause {
    /// Whether it was found short and is not mended.
    pub fn is_open(&self) -> bool {
        text(&self.gap).is_some() && self.done_on.is_none()
    }
}

/// A check, as its form sends and the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveAgreementCheck {
    /// None for a new one.
    pub id: Option<AgreementCheckId>,
    /// Of which agreement.
    pub agreement: AgreementId,
    /// First day of what was checked.
    pub from_on: NaiveDate,
    /// Last day of what was checked.
    pub to_on: NaiveDate,
    /// The day of the check.
    pub checked_on: NaiveDate,
    /// 检查方法.
    pub method: String,
    /// 职工意见.
    pub opinions: Option<String>,
    /// 结论.
    pub conclusion: String,
    /// 职工方检查人员.
    pub workers: Vec<String>,
    /// 企业方检查人员.
    pub employer: Vec<String>,
    /// Why it is entered afterwards.
    pub late_entry: Option<String>,
    /// At least one.
    pub clauses: Vec<AgreementCheckClause>,
}

/// What the ledger proposes for a new check: nothing of it is kept before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreementCheckOffer {
    /// First day that no check has covered.
    pub from_on: Option<NaiveDate>,
    /// 职工方.
    pub workers: Vec<String>,
    /// 企业方.
    pub employer: Vec<String>,
    /// Clauses whose target and state the ledger knows.
    pub known: Vec<AgreementCheckClause>,
    /// The clauses of the contract, to be picked.
    pub clauses: Vec<AgreementCheckClause>,
}
