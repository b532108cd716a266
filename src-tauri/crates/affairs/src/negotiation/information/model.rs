//! The information that is asked for before the talks and what came of it (协商资料), and who signed to keep it secret, as they
//! cross the contract. What is missing and by when it is due `rules` says.

use chrono::NaiveDate;
use law::Deadline;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::negotiation::ids::MandateId;
use crate::negotiation::model::{NegotiationId, RepresentativeId, Side};

ledger::id_type!(
    /// An item of information that is asked for.
    InformationItemId
);

/// One item as its form holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct InformationItem {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<InformationItemId>,
    /// The side that is asked for it.
    pub of: Side,
    /// 资料名称.
    pub name: String,
    /// 所属期间.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// 涉密.
    #[serde(default)]
    pub secret: bool,
    /// 要求提供的日期.
    pub asked_on: NaiveDate,
    /// 由谁要求的.
    pub asked_by: String,
    /// 收到日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// 由谁提供的.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_from: Option<String>,
    /// 形式: 复印件, 电子表格 …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// 页数.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// 答复不提供的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused_on: Option<NaiveDate>,
    /// 不提供的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused_reason: Option<String>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The whole list of one side's or both sides' items; those left out are removed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveInformation {
    /// The talks.
    pub negotiation: NegotiationId,
    /// Every item in order.
    pub items: Vec<InformationItem>,
}

/// What came of one item: received, refused, or neither again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MarkInformation {
    /// Which.
    pub item: InformationItemId,
    /// 收到日期.
    pub received_on: Option<NaiveDate>,
    /// 由谁提供的.
    pub received_from: Option<String>,
    /// 形式.
    pub form: Option<String>,
    /// 页数.
    pub pages: Option<u32>,
    /// 答复不提供的日期.
    pub refused_on: Option<NaiveDate>,
    /// 不提供的理由.
    pub refused_reason: Option<String>,
}

/// Who signed the promise to keep secrets.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SignSecrecy {
    /// The talks.
    pub negotiation: NegotiationId,
    /// The representatives who signed.
    pub representatives: Vec<RepresentativeId>,
    /// The advisers who signed, by their mandates.
    #[serde(default)]
    pub advisers: Option<Vec<MandateId>>,
    /// The day; absent takes it back.
    pub signed_on: Option<NaiveDate>,
}

/// A representative of either side or an adviser, and whether the promise was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SecrecyLine {
    /// The representative; none for an adviser.
    pub representative: Option<RepresentativeId>,
    /// The mandate of an adviser who stands on no list.
    pub adviser: Option<MandateId>,
    /// 姓名.
    pub name: String,
    /// The side.
    pub side: Side,
    /// 签署日期.
    pub signed_on: Option<NaiveDate>,
}

/// The information of the talks, as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Information {
    /// The items in order.
    pub items: Vec<InformationItem>,
    /// What a new list may begin with: what the offer asked for, what the law of the place names, what is usual.
    pub proposal: Vec<String>,
    /// By when it is due, once the day of the first meeting is known.
    pub deadline: Option<Deadline>,
    /// The article on it, quoted with what it says.
    pub ground: String,
    /// What is not there yet, as a sentence for the minutes; empty when all is.
    pub incomplete: String,
    /// Who signed to keep secrets.
    pub secrecy: Vec<SecrecyLine>,
    /// The article on secrets, quoted with what it says.
    pub secrecy_ground: String,
}
