//! A session of the congress with its matters and its ladder, as it crosses the contract. What lacks by the rules, `rules` say.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::congress::delegates::model::CongressTermId;
use crate::congress::motions::model::CongressTermChoice;
use crate::duty::{Duty, Whose};
use crate::union::bodies::model::UnionLack;

ledger::id_type!(
    /// A session of the congress that is prepared and held.
    CongressMeetingId
);
ledger::id_type!(
    /// A matter of such a session.
    CongressMatterId
);

coded! {
    /// What a session does with a matter.
    CongressMatterKind {
        /// It hears and discusses a report.
        Hear = "hear", "听取和审议报告";
        /// It passes a draft.
        Pass = "pass", "审议通过";
        /// It elects.
        Elect = "elect", "选举";
        /// It assesses and supervises.
        Assess = "assess", "评议监督";
    }
}

/// A matter of a session. Its votes are counted, or it was only heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressMatter {
    /// The standing row; absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressMatterId>,
    /// 议题.
    pub title: String,
    /// What is done with it.
    pub kind: CongressMatterKind,
    /// Whether it is voted on by secret ballot.
    pub secret: bool,
    /// 赞成; absent where it was not voted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_for: Option<u32>,
    /// 反对.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes_against: Option<u32>,
    /// 弃权.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstained: Option<u32>,
    /// 决议.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
}

/// A session as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressMeetingInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressMeetingId>,
    /// The term.
    pub term: CongressTermId,
    /// 第三届职工代表大会第二次会议.
    pub name: String,
    /// 开会日期.
    pub held_on: NaiveDate,
    /// 地点.
    pub place: String,
    /// 主持人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// 与单位商定议题的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<NaiveDate>,
    /// 会前报上级工会的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<NaiveDate>,
    /// 通知日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed_on: Option<NaiveDate>,
    /// 材料送达代表的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub papers_on: Option<NaiveDate>,
    /// 应到代表.
    pub due: u32,
    /// 实到; absent while it is only called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// 公布决议的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<NaiveDate>,
    /// 会后报上级工会的日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper_on: Option<NaiveDate>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
    /// 议题, in order.
    pub matters: Vec<CongressMatter>,
}

/// A rung of a session's ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CongressMeetingStep {
    /// Matters and agenda agreed on.
    Agreed,
    /// Told to the upper union before.
    Reported,
    /// Delegates called.
    Noticed,
    /// Papers sent to the delegates.
    Papers,
    /// Held.
    Held,
    /// Resolutions published.
    Published,
    /// Reported to the upper union after.
    Upper,
}

/// Where a rung stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMeetingRung {
    /// Which.
    pub step: CongressMeetingStep,
    /// The day it was done.
    pub on: Option<NaiveDate>,
    /// The day by which it is due, where a rule or the session sets one.
    pub due: Option<NaiveDate>,
}

/// Whether a matter passed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressVerdict {
    /// Whether it passed; absent where it was not voted on.
    pub passed: Option<bool>,
    /// In one sentence.
    pub explained: String,
}

/// A session as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMeeting {
    /// The session.
    pub id: CongressMeetingId,
    /// 第三届职工代表大会.
    pub term_name: String,
    /// As the form holds it.
    pub record: CongressMeetingInput,
    /// Its ladder.
    pub rungs: Vec<CongressMeetingRung>,
    /// What became of each matter, in their order.
    pub verdicts: Vec<CongressVerdict>,
    /// What lacks, and by which article.
    pub lacks: Vec<UnionLack>,
    /// What is to be done now.
    pub todos: Vec<Duty>,
    /// The rules it is judged by.
    pub rules: Vec<RuleRef>,
}

/// A line of the list of sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMeetingLine {
    /// The session.
    pub id: CongressMeetingId,
    /// Its name.
    pub name: String,
    /// 开会日期.
    pub held_on: NaiveDate,
    /// 地点.
    pub place: String,
    /// How many matters.
    pub matters: u32,
    /// Whether it was held.
    pub held: bool,
    /// What is to be done now.
    pub next: Option<String>,
    /// Whose it is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A matter that the rules of the place want before the congress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMust {
    /// What is to be done with such matters, in the rule's words.
    pub title: String,
    /// The matters.
    pub items: Vec<String>,
    /// The rule.
    pub rule: RuleRef,
}

/// The sessions, and what a new one begins with.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMeetings {
    /// The newest first.
    pub meetings: Vec<CongressMeetingLine>,
    /// The terms, the newest first.
    pub terms: Vec<CongressTermChoice>,
    /// What the rules of the place want before the congress.
    pub musts: Vec<CongressMust>,
}
