//! The types of a change, rescission, ending or renewal of an agreement in force as they cross the contract.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::grounds::{AmendmentGround, AmendmentGrounds};
use crate::coded::coded;
use crate::negotiation::agreement::model::Agreement;
use crate::negotiation::ids::AgreementId;
use crate::negotiation::model::Side;

ledger::id_type!(
    /// A clause that an amendment changes.
    AmendmentChangeId
);

coded! {
    /// What is done to an agreement in force.
    AmendmentAct {
        /// 变更.
        Change = "change", "变更";
        /// 解除.
        Rescind = "rescind", "解除";
        /// 终止.
        End = "end", "终止";
        /// 续签.
        Renew = "renew", "续签";
    }
}

/// A clause that is changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AmendmentChange {
    /// 条款.
    pub clause: String,
    /// 原来的约定.
    pub was: String,
    /// 变更后的约定.
    pub becomes: String,
}

/// An amendment as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveAmendment {
    /// None for a new one.
    pub id: Option<AgreementId>,
    /// The agreement in force.
    pub amends: AgreementId,
    /// What is done to it.
    pub act: AmendmentAct,
    /// Who proposed it.
    pub proposed_by: Side,
    /// When.
    pub proposed_on: NaiveDate,
    /// The key of the ground of the law; none for an ending or a renewal where the law lists none.
    pub ground: Option<String>,
    /// 理由.
    pub reason: String,
    /// From when it holds.
    pub effective_on: NaiveDate,
    /// First day of the new term, of a renewal.
    pub term_from: Option<NaiveDate>,
    /// Last day of the new term, of a renewal.
    pub term_to: Option<NaiveDate>,
    /// What else is agreed.
    pub terms: Vec<String>,
    /// The clauses that are changed, of a change.
    pub changes: Vec<AmendmentChange>,
}

/// An amendment as the affair's page shows it: what it says, and the ladder it goes up like the agreement itself.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Amendment {
    /// What it says.
    pub record: SaveAmendment,
    /// The ground in the words it was chosen by.
    pub ground_text: Option<String>,
    /// Its ladder, votes and acts.
    pub course: Agreement,
}
