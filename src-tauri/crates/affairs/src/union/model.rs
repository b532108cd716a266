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

/// A part of the work that an officer can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// 会员.
    Members,
    /// 协商.
    Negotiation,
    /// 文件.
    Office,
    /// 劳动法律监督.
    Letters,
    /// 新就业形态.
    Platform,
    /// 休假与疗休养.
    Leave,
    /// 安全.
    Safety,
    /// 职代会.
    Congress,
    /// 产改台账.
    Reform,
}

/// A kind of data, personal but for the union's account, that is masked unless the person at the desk may read it (PIPL art. 28, 51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Guarded {
    /// 证件号码与电话.
    Identity,
    /// 个人工资.
    Wages,
    /// 健康检查结果.
    Health,
    /// 工会的银行账号.
    Account,
}

impl Part {
    /// Every part, in the window's order.
    pub const ALL: [Part; 9] = [
        Part::Members,
        Part::Negotiation,
        Part::Office,
        Part::Letters,
        Part::Platform,
        Part::Leave,
        Part::Safety,
        Part::Congress,
        Part::Reform,
    ];

    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Part::Members => "members",
            Part::Negotiation => "negotiation",
            Part::Office => "office",
            Part::Letters => "letters",
            Part::Platform => "platform",
            Part::Leave => "leave",
            Part::Safety => "safety",
            Part::Congress => "congress",
            Part::Reform => "reform",
        }
    }

    /// As the window names it.
    pub fn label(self) -> &'static str {
        match self {
            Part::Members => "会员",
            Part::Negotiation => "协商",
            Part::Office => "文件",
            Part::Letters => "劳动法律监督",
            Part::Platform => "新就业形态",
            Part::Leave => "休假与疗休养",
            Part::Safety => "安全",
            Part::Congress => "职代会",
            Part::Reform => "产改台账",
        }
    }
}

impl Guarded {
    /// Every kind.
    pub const ALL: [Guarded; 4] = [Guarded::Identity, Guarded::Wages, Guarded::Health, Guarded::Account];

    /// The column's text.
    pub fn code(self) -> &'static str {
        match self {
            Guarded::Identity => "identity",
            Guarded::Wages => "wages",
            Guarded::Health => "health",
            Guarded::Account => "account",
        }
    }

    /// As the window names it.
    pub fn label(self) -> &'static str {
        match self {
            Guarded::Identity => "证件号码和电话",
            Guarded::Wages => "个人工资",
            Guarded::Health => "健康检查结果",
            Guarded::Account => "工会银行账号",
        }
    }
}

/// How a kind of guarded data is shown to the person at the desk now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Shown {
    /// Masked, and not searched either: the person may not read it.
    #[default]
    Never,
    /// Masked until it is revealed with a purpose.
    Masked,
    /// In full: revealed in this sitting.
    Full,
}

/// What the person at the desk sees of each kind of guarded data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Sight {
    /// 证件号码与电话.
    pub identity: Shown,
    /// 个人工资.
    pub wages: Shown,
    /// 健康检查结果.
    pub health: Shown,
    /// 工会的银行账号.
    pub account: Shown,
}

impl Sight {
    /// How this kind is shown.
    pub fn of(self, kind: Guarded) -> Shown {
        match kind {
            Guarded::Identity => self.identity,
            Guarded::Wages => self.wages,
            Guarded::Health => self.health,
            Guarded::Account => self.account,
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
    /// The parts an officer may write in; the chair may write in all.
    pub parts: Vec<Part>,
    /// The guarded data the person may read; the chair may read all.
    pub reads: Vec<Guarded>,
}

impl DeskPerson {
    /// Whether the person may write in a part.
    pub fn writes(&self, part: Part) -> bool {
        match self.role {
            Role::Chair => true,
            Role::Officer => self.parts.contains(&part),
            Role::Auditor => false,
        }
    }

    /// Whether the person may read a kind of guarded data.
    pub fn reads(&self, kind: Guarded) -> bool {
        self.role == Role::Chair || self.reads.contains(&kind)
    }
}

/// A person at the desk as the chair sets them up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeskPersonInput {
    /// The name, as it will stand in the journal.
    pub name: String,
    /// 工会干部 or 经审人员; the chair changes by a hand-over only.
    pub role: Role,
    /// The parts an officer may write in.
    pub parts: Vec<Part>,
    /// The guarded data the person may read.
    pub reads: Vec<Guarded>,
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
