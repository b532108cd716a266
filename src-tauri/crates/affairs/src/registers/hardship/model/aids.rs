//! What was given to whom, as it crosses the contract. How somebody was helped is absent wherever it may not be told.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::model::PersonId;
use crate::union::model::Shown;

ledger::id_type!(
    /// Something given to somebody.
    MemberAidId
);

coded! {
    /// How somebody was helped.
    MemberAidKind {
        /// 走访慰问.
        Visit = "visit", "走访慰问";
        /// 生活救助.
        Living = "living", "生活救助";
        /// 医疗救助.
        Medical = "medical", "医疗救助";
        /// 助学.
        Schooling = "schooling", "助学";
        /// 就业帮扶.
        Job = "job", "就业帮扶";
        /// 法律援助.
        Legal = "legal", "法律援助";
        /// 节日慰问.
        Festival = "festival", "节日慰问";
        /// 结婚慰问.
        Wedding = "wedding", "结婚慰问";
        /// 生育慰问.
        Birth = "birth", "生育慰问";
        /// 生病住院慰问.
        Hospital = "hospital", "生病住院慰问";
        /// 丧事慰问.
        Funeral = "funeral", "丧事慰问";
        /// 退休离岗慰问.
        Retiring = "retiring", "退休离岗慰问";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// Whose money it was.
    MemberAidSource {
        /// 工会经费.
        Union = "union", "工会经费";
        /// 上级拨付.
        Upper = "upper", "上级工会拨付";
        /// 企业行政.
        Employer = "employer", "企业行政";
        /// 捐助、互助金.
        Donated = "donated", "捐助和互助金";
        /// 没有花钱.
        None = "none", "没有花钱";
    }
}

/// Something given, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MemberAidInput {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<MemberAidId>,
    /// To whom.
    pub person: PersonId,
    /// 日期.
    pub given_on: NaiveDate,
    /// How they were helped.
    pub kind: MemberAidKind,
    /// 金额, or what it was worth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Fen>,
    /// Whose money it was.
    pub source: MemberAidSource,
    /// What was given or done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// 经办人.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Whether a new entry is the visit that was promised to somebody with a file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visited: Option<bool>,
    /// The day of the next visit, which then takes the place of the one that was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_visit: Option<NaiveDate>,
}

/// Something given, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberAid {
    /// The entry.
    pub id: MemberAidId,
    /// 日期.
    pub given_on: NaiveDate,
    /// 金额.
    pub amount: Option<Fen>,
    /// Whose money it was.
    pub source: MemberAidSource,
    /// 经办人.
    pub who: Option<String>,
    /// How they were helped, where health is revealed.
    pub kind: Option<MemberAidKind>,
    /// What was given or done, where health is revealed.
    pub what: Option<String>,
}

/// Something given, as the register of all of it shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberAidLine {
    /// The entry.
    pub id: MemberAidId,
    /// To whom; absent once erased by law.
    pub person: Option<PersonId>,
    /// Whether they were removed from the roster.
    pub removed: bool,
    /// 姓名.
    pub name: String,
    /// 车间.
    pub shop: Option<String>,
    /// 日期.
    pub given_on: NaiveDate,
    /// 金额.
    pub amount: Option<Fen>,
    /// Whose money it was.
    pub source: MemberAidSource,
    /// 经办人.
    pub who: Option<String>,
    /// How they were helped, where health is revealed.
    pub kind: Option<MemberAidKind>,
    /// What was given or done, where health is revealed.
    pub what: Option<String>,
}

/// What is asked of the register of what was given. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct MemberAidQuery {
    /// The year in which it was given.
    pub year: Option<i32>,
    /// A name, pinyin, or a shop.
    pub text: Option<String>,
    /// Whose money it was.
    pub source: Option<MemberAidSource>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register of what was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberAidPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<MemberAidLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// The sum of those that match.
    pub sum: Fen,
    /// How health is shown here.
    pub health: Shown,
}
