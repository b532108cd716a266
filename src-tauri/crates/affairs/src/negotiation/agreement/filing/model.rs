//! What the filing of an agreement tells, as its form sends and the page shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::negotiation::ids::AgreementId;

/// The facts of a filing that no other record knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AgreementFiling {
    /// Of which agreement.
    pub agreement: AgreementId,
    /// 报送的部门.
    pub department: String,
    /// 经办人.
    pub filer: String,
    /// 联系电话.
    pub phone: Option<String>,
    /// 企业类型.
    pub enterprise_kind: Option<String>,
    /// 所属行业.
    pub trade: Option<String>,
    /// 适用职工人数.
    pub covered: Option<u32>,
    /// 企业基本情况: a sentence on what it makes and how the year went.
    pub business: Option<String>,
    /// 上一期合同的履行情况; none for a first one.
    pub previous: Option<String>,
    /// What stayed open and how it is dealt with.
    pub disputed: Option<String>,
}

impl AgreementFiling {
    /// Of an agreement of which nothing else is told than where it goes; empty where that is not known either.
    pub fn begun(agreement: AgreementId, department: String) -> Self {
        AgreementFiling {
            agreement,
            department,
            filer: String::new(),
            phone: None,
            enterprise_kind: None,
            trade: None,
            covered: None,
            business: None,
            previous: None,
            disputed: None,
        }
    }
}
