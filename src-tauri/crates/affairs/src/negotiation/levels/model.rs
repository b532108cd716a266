//! Pay by trade and skill grade as it crosses the contract: the levels, and the special forms of pay with how many have them. Nobody
//! is named here: a level is a standard, not a wage.

use chrono::NaiveDate;
use ledger::Fen;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::roster::codes::SkillGrade;
use crate::negotiation::agreement::model::AgreementId;
use crate::negotiation::model::NegotiationId;

ledger::id_type!(
    /// A level of pay.
    SkillPayLevelId
);
ledger::id_type!(
    /// A special form of pay.
    SkillPayFormId
);

coded! {
    /// How a craftsman is paid otherwise than by the month (《意见》（十四）).
    SkillPayKind {
        /// 年薪制.
        Yearly = "yearly", "年薪制";
        /// 协议工资.
        Agreed = "agreed", "协议工资";
        /// 股权激励.
        Equity = "equity", "股权激励";
        /// 岗位分红.
        Dividend = "dividend", "岗位分红";
        /// 项目收益分享.
        Project = "project", "项目收益分享";
        /// 其他形式.
        Other = "other", "其他形式";
    }
}

/// One level: a trade at a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SkillPayLevel {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SkillPayLevelId>,
    /// 工种.
    pub trade: String,
    /// One of the eight grades.
    pub grade: SkillGrade,
    /// The lowest monthly pay.
    pub from: Fen,
    /// The highest; the same where the standard is one sum.
    pub to: Fen,
    /// 技能津贴 a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowance: Option<Fen>,
    /// How many work at it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One special form of pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SkillPayForm {
    /// Present when it stands already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SkillPayFormId>,
    /// Which form.
    pub kind: SkillPayKind,
    /// For whom: trades and grades, no names.
    pub who: String,
    /// How many have it.
    pub people: u32,
    /// What was agreed.
    pub terms: String,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
}

/// Levels and forms of a round of talks as the form sends them; what is left out is removed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SaveSkillPay {
    /// The talks.
    pub negotiation: NegotiationId,
    /// The levels in order.
    pub levels: Vec<SkillPayLevel>,
    /// The special forms in order.
    pub forms: Vec<SkillPayForm>,
    /// 补录的理由: what lay with a signed contract and was not entered.
    pub late_entry: Option<String>,
    /// 更正的理由: what was typed wrong under a signed contract.
    pub correction: Option<String>,
    /// The signed amendment by which both sides changed the table.
    pub amendment: Option<AgreementId>,
}

/// A signed amendment of the wage contract.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkillPayAmendment {
    /// Which.
    pub id: AgreementId,
    /// 2026年度工资专项集体合同变更协议.
    pub title: String,
}

/// The signed wage contract whose table it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkillPaySigned {
    /// Its title.
    pub title: String,
    /// The signed amendments by which the table may change.
    pub amendments: Vec<SkillPayAmendment>,
}

/// How many of the roster have a grade at a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkillPayPeople {
    /// 岗位, as the roster has it; may be empty.
    pub post: String,
    /// One of the eight grades.
    pub grade: SkillGrade,
    /// How many.
    pub people: u32,
}

/// Levels and forms as their page shows them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SkillPay {
    /// The talks.
    pub negotiation: NegotiationId,
    /// Their title.
    pub affair: String,
    /// The wage contract once it is signed: a change of the table then says why.
    pub signed: Option<SkillPaySigned>,
    /// The levels in order.
    pub levels: Vec<SkillPayLevel>,
    /// The special forms in order.
    pub forms: Vec<SkillPayForm>,
    /// What does not fit together, a sentence each; it hinders nothing.
    pub advice: Vec<String>,
    /// Of fewer people than these a level or a form tells what they are paid.
    pub few: u32,
    /// How many work here.
    pub employees: u32,
    /// Those of them whose grade is registered.
    pub roster: Vec<SkillPayPeople>,
}
