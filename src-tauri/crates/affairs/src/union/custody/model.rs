//! A kept thing as it crosses the contract, and how its words stand in columns.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

ledger::id_type!(
    /// One kept thing.
    CustodyId
);

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CustodyKind {
    /// 印章.
    Seal,
    /// 银行账户、系统账号; never with its password.
    Account,
    /// 证书、资格.
    Certificate,
    /// 档案.
    Archive,
    /// 钥匙、设备.
    Key,
    /// 其他.
    Other,
}

impl CustodyKind {
    /// Every kind, in the order of the hand-over book.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().map(|(kind, ..)| kind)
    }

    const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Seal, "seal", "印章"),
        (Self::Account, "account", "账户、账号"),
        (Self::Certificate, "certificate", "证书"),
        (Self::Archive, "archive", "档案"),
        (Self::Key, "key", "钥匙、设备"),
        (Self::Other, "other", "其他"),
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("other", |(_, code, _)| code)
    }

    /// As papers name it.
    pub fn label(self) -> &'static str {
        Self::ALL.iter().find(|(one, ..)| *one == self).map_or("其他", |(.., label)| label)
    }

    /// From the column's text.
    pub fn of(code: &str) -> Self {
        Self::ALL.iter().find(|(_, one, _)| *one == code).map_or(Self::Other, |(kind, ..)| *kind)
    }
}

/// A kept thing as a form sends it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CustodyInput {
    /// Absent for a new one.
    pub id: Option<CustodyId>,
    /// What kind.
    pub kind: CustodyKind,
    /// 名称.
    pub name: String,
    /// 编号, account number.
    pub number: Option<String>,
    /// 保管人.
    pub holder: String,
    /// 说明.
    pub note: Option<String>,
}

/// A kept thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustodyItem {
    /// The thing.
    pub id: CustodyId,
    /// What kind.
    pub kind: CustodyKind,
    /// 名称.
    pub name: String,
    /// 编号.
    pub number: Option<String>,
    /// 保管人.
    pub holder: String,
    /// 说明.
    pub note: Option<String>,
}
