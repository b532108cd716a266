//! What the page of a contract's text sends.

use serde::Deserialize;
use ts_rs::TS;

use super::{ContractClauseId, ContractVersionId};
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::TopicId;

/// Begins a draft.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct StartContract {
    /// The agreement.
    pub agreement: AgreementId,
    /// The version to begin with; without it the clauses of the library that any contract has.
    pub from: Option<ContractVersionId>,
}

/// A clause as the page sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveContractClause {
    /// The agreement.
    pub agreement: AgreementId,
    /// Present when the clause stands already.
    pub id: Option<ContractClauseId>,
    /// The item it answers.
    pub item: String,
    /// The group of workers it is for.
    pub group: Option<String>,
    /// Its words.
    pub text: String,
    /// What was typed wrong, where a text is corrected that was typed after the signature and is kept.
    pub correction: Option<String>,
}

/// A clause of the library to put in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakeLibraryClause {
    /// The agreement.
    pub agreement: AgreementId,
    /// The clause's code.
    pub library: String,
}

/// The agreed text of a topic to put in.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct TakeAgreedText {
    /// The agreement.
    pub agreement: AgreementId,
    /// The topic.
    pub topic: TopicId,
    /// The item it answers; by the topic's words when absent.
    pub item: Option<String>,
}

/// The order of the clauses of one item.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrderContractClauses {
    /// The agreement.
    pub agreement: AgreementId,
    /// Its clauses in the order they shall have; those not named keep theirs behind them.
    pub clauses: Vec<ContractClauseId>,
}

/// What is filled into a blank.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FillContractBlank {
    /// The agreement.
    pub agreement: AgreementId,
    /// The blank's name.
    pub name: String,
    /// As a person types it; absent empties it.
    pub value: Option<String>,
    /// What was typed wrong, where a text is corrected that was typed after the signature and is kept.
    pub correction: Option<String>,
}

/// Keeps the draft as a version.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeepContractVersion {
    /// The agreement.
    pub agreement: AgreementId,
    /// What it is called: 第二轮后、送职代会.
    pub note: String,
}

/// An earlier year's contract, pasted.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PasteContract {
    /// The agreement it is to be compared with.
    pub agreement: AgreementId,
    /// What it is called: 2025年度工资专项集体合同.
    pub note: String,
    /// Its whole text.
    pub text: String,
}

/// Which two are compared; a side that is absent is the draft as it stands.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CompareContracts {
    /// The agreement.
    pub agreement: AgreementId,
    /// The earlier one.
    pub before: ContractVersionId,
    /// The later one.
    pub after: Option<ContractVersionId>,
}
