//! Members in hardship (困难职工) as they cross the contract: the file of each, and the list; what was given stands in `aids`. Why
//! somebody is in need is absent wherever it may not be told.

mod aids;

pub use aids::{
    MemberAid, MemberAidId, MemberAidInput, MemberAidKind, MemberAidLine, MemberAidPage, MemberAidQuery,
    MemberAidSource,
};

use chrono::NaiveDate;
use law::RuleRef;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::union::model::Shown;

ledger::id_type!(
    /// The file of a member in hardship.
    HardshipFileId
);

coded! {
    /// As what somebody was recognised.
    HardshipLevel {
        /// 深度困难.
        Deep = "deep", "深度困难";
        /// 相对困难.
        Relative = "relative", "相对困难";
        /// 意外致困.
        Sudden = "sudden", "意外致困";
        /// Helped by this union alone.
        Own = "own", "本单位帮扶";
    }
}

coded! {
    /// The main reason for which somebody is in need.
    HardshipCause {
        /// 本人患病.
        OwnIllness = "own_illness", "本人患病";
        /// 家人患病.
        FamilyIllness = "family_illness", "家人患病";
        /// 残疾.
        Disability = "disability", "本人或者家人残疾";
        /// 子女上学.
        Schooling = "schooling", "子女上学";
        /// 意外灾害.
        Accident = "accident", "意外灾害";
        /// 收入低.
        LowIncome = "low_income", "家庭收入低";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// Why a file was closed.
    HardshipEnd {
        /// 脱困.
        Lifted = "lifted", "已经脱困";
        /// 离开.
        Left = "left", "离开本单位";
        /// 其他.
        Other = "other", "其他";
    }
}

/// Which files are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HardshipWhich {
    /// All of them.
    #[default]
    All,
    /// Those that are open.
    Open,
    /// Those whose promised visit has come.
    Due,
    /// Those that were closed.
    Closed,
}

/// A file as its form sends it. A person has one that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HardshipFileInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<HardshipFileId>,
    /// Whose.
    pub person: PersonId,
    /// 建档日期.
    pub opened_on: NaiveDate,
    /// As what they were recognised.
    pub level: HardshipLevel,
    /// The main reason; health.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<HardshipCause>,
    /// 困难情况; health.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// How many live in the household; told with health.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub household: Option<u32>,
    /// 家庭人均月收入; told with health.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Fen>,
    /// 认定依据: 本人申请、班组评议; health, as of the mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day on which the committee agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<NaiveDate>,
    /// 下次回访.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit_on: Option<NaiveDate>,
    /// 结束日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<NaiveDate>,
    /// Why it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<HardshipEnd>,
    /// Whether the form showed why they are in need; of a standing file what it did not show stays as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<bool>,
}

/// A file as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HardshipFile {
    /// The file.
    pub id: HardshipFileId,
    /// 姓名.
    pub name: String,
    /// 车间.
    pub shop: Option<String>,
    /// As the form holds it; without what may not be told.
    pub record: HardshipFileInput,
    /// What this person was given, the newest first.
    pub aids: Vec<MemberAid>,
    /// The sum of it.
    pub given: Fen,
    /// How health is shown here.
    pub health: Shown,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HardshipLine {
    /// The file.
    pub id: HardshipFileId,
    /// Whose.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间.
    pub shop: Option<String>,
    /// As what they were recognised.
    pub level: HardshipLevel,
    /// 建档日期.
    pub opened_on: NaiveDate,
    /// The day on which the committee agreed.
    pub decided_on: Option<NaiveDate>,
    /// How often they were helped.
    pub aids: u32,
    /// The sum of it.
    pub given: Fen,
    /// The last time.
    pub last_on: Option<NaiveDate>,
    /// 下次回访.
    pub visit_on: Option<NaiveDate>,
    /// 结束日期.
    pub closed_on: Option<NaiveDate>,
    /// Why it was closed.
    pub ended: Option<HardshipEnd>,
}

/// Somebody flagged as in hardship who has no file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HardshipUnfiled {
    /// Who.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
}

/// A rule with what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HardshipRule {
    /// The rule.
    pub rule: RuleRef,
    /// Its one line.
    pub title: String,
}

/// What is asked of the register. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct HardshipQuery {
    /// The year in which a file was opened.
    pub year: Option<i32>,
    /// A name, pinyin, or a shop.
    pub text: Option<String>,
    /// Which.
    pub which: Option<HardshipWhich>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HardshipPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<HardshipLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// How many are open.
    pub open: u32,
    /// What was given this year to those in the register.
    pub given: Fen,
    /// Who is flagged as in hardship and has no file.
    pub unfiled: Vec<HardshipUnfiled>,
    /// The rule that asks for the register here; none where none does.
    pub rule: Option<HardshipRule>,
}
