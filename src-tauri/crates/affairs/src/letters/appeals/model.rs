//! What a worker brought to the union (职工诉求) as it crosses the contract: who, what, by which way, what was promised and
//! answered, where it went on to. What is attached to it is not here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::{Band, Place};
use crate::members::model::PersonId;
use crate::office::committee::model::CommitteeMeetingId;
use crate::union::model::Shown;

ledger::id_type!(
    /// One appeal.
    AppealId
);

coded! {
    /// Who brought an appeal.
    AppealWorker {
        /// 会员.
        Member = "member", "会员";
        /// 非会员职工.
        NonMember = "non_member", "非会员职工";
        /// 新就业形态劳动者.
        NewForm = "new_form", "新就业形态劳动者";
        /// 匿名.
        Anonymous = "anonymous", "匿名";
    }
}

coded! {
    /// What an appeal or a dispute is about.
    AppealKind {
        /// 工资.
        Wages = "wages", "工资";
        /// 工时.
        Hours = "hours", "工时";
        /// 社保.
        Insurance = "insurance", "社保";
        /// 安全卫生.
        Safety = "safety", "安全卫生";
        /// 女职工.
        Women = "women", "女职工";
        /// 合同.
        Contract = "contract", "合同";
        /// 处分.
        Discipline = "discipline", "处分";
        /// 福利.
        Welfare = "welfare", "福利";
        /// 其他.
        Other = "other", "其他";
    }
}

coded! {
    /// How an appeal came.
    AppealChannel {
        /// 当面.
        Visit = "visit", "当面";
        /// 电话.
        Phone = "phone", "电话";
        /// 微信、短信.
        Message = "message", "微信、短信";
        /// 书面.
        Letter = "letter", "书面";
        /// 小组转来.
        Group = "group", "小组转来";
        /// 会上.
        Meeting = "meeting", "会上";
    }
}

coded! {
    /// Where an appeal went on to.
    AppealOnward {
        /// 劳动法律监督.
        Supervision = "supervision", "劳动法律监督";
        /// 劳动争议调解.
        Mediation = "mediation", "劳动争议调解";
        /// 委员会议题.
        Committee = "committee", "委员会议题";
        /// 协商议题.
        Negotiation = "negotiation", "协商议题";
    }
}

/// Whoever brought an appeal: protected, read with the right to identity alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AppealPerson {
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 姓名; empty for one whose name is not kept.
    pub name: String,
    /// 联系方式.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// An appeal as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct AppealInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<AppealId>,
    /// 什么人.
    pub worker: AppealWorker,
    /// 类别.
    pub kind: AppealKind,
    /// 怎样提出.
    pub channel: AppealChannel,
    /// 提出日期.
    pub raised_on: NaiveDate,
    /// 诉求, in one line.
    pub matter: String,
    /// 具体情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// Absent leaves what is kept as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<AppealPerson>,
    /// 谁答复.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handler: Option<String>,
    /// 答应哪天答复.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_on: Option<NaiveDate>,
    /// 当场的答复, of a new one that ended at once; it is answered on the day it was raised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// What the worker was told.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnswerAppeal {
    /// Which appeal.
    pub id: AppealId,
    /// 答复日期.
    pub answered_on: NaiveDate,
    /// 答复的内容.
    pub answer: String,
}

/// That an appeal goes on to a meeting of the committee or to the next negotiation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ForwardAppeal {
    /// Which appeal.
    pub id: AppealId,
    /// Where: the committee or a negotiation; cases are opened by commands of their own.
    pub onward: AppealOnward,
    /// The meeting of the committee.
    pub meeting: Option<CommitteeMeetingId>,
    /// As which topic, in words.
    pub words: String,
}

/// Where an appeal went on to, as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppealWentTo {
    /// Where.
    pub onward: AppealOnward,
    /// In words.
    pub words: Option<String>,
    /// When.
    pub on: NaiveDate,
    /// The number of the case or the meeting; absent where there is none, or it was removed.
    pub number: Option<String>,
    /// What shows it.
    pub place: Option<Place>,
}

/// An appeal as kept, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Appeal {
    /// The appeal.
    pub id: AppealId,
    /// 诉〔2026〕1号.
    pub number: String,
    /// As the form holds it; the person only where identity is shown in full.
    pub record: AppealInput,
    /// Whether somebody is named as having brought it.
    pub named: bool,
    /// How identity is shown to whoever asks.
    pub shown: Shown,
    /// 答复日期; absent while it is open.
    pub answered_on: Option<NaiveDate>,
    /// Where it went on to.
    pub onward: Option<AppealWentTo>,
    /// How near the promised day is; absent once it is answered.
    pub band: Option<Band>,
    /// Days to it, negative when overdue.
    pub days: Option<i64>,
}

/// Which appeals of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AppealWhich {
    /// All.
    #[default]
    All,
    /// Those not answered.
    Open,
    /// Those answered.
    Answered,
}

/// What is asked of the register. Open ones stand first by their promised day, then the newest.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct AppealQuery {
    /// Open, answered, or all when absent.
    pub which: Option<AppealWhich>,
    /// The kind; all when absent.
    pub kind: Option<AppealKind>,
    /// The register's year.
    pub year: Option<i32>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// By number instead: the oldest first, or the newest.
    pub by_number: Option<bool>,
    /// The other way round.
    pub descending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppealPage {
    /// How many match.
    pub total: u32,
    /// The slice; nobody is named in it.
    pub rows: Vec<Appeal>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are open.
    pub open: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}

/// How many appeals of a kind were raised in each month of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppealCount {
    /// The kind.
    pub kind: AppealKind,
    /// January to December.
    pub months: Vec<u32>,
    /// All of them.
    pub total: u32,
}
