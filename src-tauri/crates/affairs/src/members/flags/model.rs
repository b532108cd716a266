//! What stands out about a person (标记): computed from the roster by rule, or entered because only people know it. How it
//! is decided stands in `rules`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::ids::PersonId;

coded! {
    /// What a person is flagged as, on a day.
    MemberFlag {
        /// 女职工.
        Women = "women", "女职工";
        /// 农民工.
        Migrant = "migrant", "农民工";
        /// 劳模.
        ModelWorker = "model_worker", "劳模";
        /// 困难职工.
        Hardship = "hardship", "困难职工";
        /// Reaches the age of retirement within a year.
        NearRetirement = "near_retirement", "一年内退休";
        /// Has reached it.
        OverAge = "over_age", "超龄";
        /// 未成年工.
        Minor = "minor", "未成年工";
        /// Younger than anyone may be employed.
        UnderAge = "under_age", "未到用工年龄";
    }
}

coded! {
    /// What only people know of someone.
    PersonTagKind {
        /// 劳模.
        ModelWorker = "model_worker", "劳模";
        /// 困难职工.
        Hardship = "hardship", "困难职工";
        /// A woman's post of management or technology, by which she retires later.
        StaffPost = "staff_post", "管理或技术岗位（女）";
    }
}

impl PersonTagKind {
    /// What one is flagged as by it; a post only says when one retires.
    pub fn flag(self) -> Option<MemberFlag> {
        match self {
            Self::ModelWorker => Some(MemberFlag::ModelWorker),
            Self::Hardship => Some(MemberFlag::Hardship),
            Self::StaffPost => None,
        }
    }
}

ledger::id_type!(
    /// Something entered of a person.
    PersonTagId
);

/// Something entered of a person, as a form sends it. A person has one of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct PersonTagInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<PersonTagId>,
    /// Of whom.
    pub person: PersonId,
    /// What.
    pub kind: PersonTagKind,
    /// From when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Until when, the day included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// 认定依据: 赣总工发〔2024〕3号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// 备注.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A flag that a person has, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlagSaid {
    /// Which.
    pub flag: MemberFlag,
    /// 2027年3月15日到法定退休年龄（《…》第一条、附表一）; the day only where identity is shown in full.
    pub why: String,
}

/// What stands out about a person today, and what was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonFlags {
    /// The flags of today.
    pub flags: Vec<FlagSaid>,
    /// What was entered, what has ended too.
    pub tags: Vec<PersonTagInput>,
}
