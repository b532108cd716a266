//! The union of the ledger and the people at its desk, as they cross the contract.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

ledger::id_type!(
    /// The one union of a ledger.
    UnionId
);
ledger::id_type!(
    /// A person at the desk (not the roster).
    DeskPersonId
);

/// 主席 / 工会干部 / 经审人员.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 主席: everything.
    Chair,
    /// 工会干部: the modules granted.
    Officer,
    /// 经审人员: reads only.
    Auditor,
}

impl Role {
    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Officer => "officer",
            Role::Auditor => "auditor",
        }
    }
    /// From the column's text.
    pub fn of(code: &str) -> Role {
        match code {
            "chair" => Role::Chair,
            "officer" => Role::Officer,
            _ => Role::Auditor,
        }
    }
}

/// The union as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnionRecord {
    /// 工会名称.
    pub name: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// 用人单位名称.
    pub employer: String,
    /// Two-digit province code.
    pub province: String,
    /// Four-digit city code.
    pub city: Option<String>,
    /// The day a demo ledger lives on.
    pub named_day: Option<NaiveDate>,
}

/// A person at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskPerson {
    /// The id, also that of the key slot.
    pub id: DeskPersonId,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
}

/// What founding a ledger asks for.
#[derive(Debug, Clone, Deserialize)]
pub struct Founding {
    /// 工会名称.
    pub name: String,
    /// 统一社会信用代码, as typed.
    pub credit_code: String,
    /// 用人单位名称, as typed; derived from the union's name when empty.
    pub employer: String,
    /// Two-digit province code.
    pub province: String,
    /// Four-digit city code.
    pub city: Option<String>,
    /// The chair's name.
    pub chair: String,
    /// The day a demo ledger lives on.
    pub named_day: Option<NaiveDate>,
}
