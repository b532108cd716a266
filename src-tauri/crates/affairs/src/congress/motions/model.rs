//! A motion of the delegates as it crosses the contract, and the lines of the register. How far one has come, `rules` say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::congress::delegates::model::CongressTermId;
use crate::duty::{Duty, Whose};

ledger::id_type!(
    /// A motion of the delegates.
    CongressMotionId
);

coded! {
    /// What a motion is about.
    CongressMotionKind {
        /// 生产经营.
        Production = "production", "生产经营和管理";
        /// 劳动报酬.
        Pay = "pay", "劳动报酬";
        /// 工时和休假.
        Hours = "hours", "工作时间和休假";
        /// 劳动安全卫生.
        Safety = "safety", "劳动安全卫生";
        /// 保险和福利.
        Welfare = "welfare", "保险和生活福利";
        /// 教育培训.
        Training = "training", "教育培训";
        /// 规章制度.
        Rules = "rules", "规章制度";
        /// Something else.
        Other = "other", "其他";
    }
}

coded! {
    /// What was decided when a motion was looked at.
    CongressReview {
        /// It is led as a motion.
        Filed = "filed", "立案";
        /// It is led with another.
        Merged = "merged", "并入其他提案";
        /// It is handed on as an opinion or a proposal.
        Opinion = "opinion", "转为意见建议";
        /// It is not led.
        Returned = "returned", "不立案";
    }
}

coded! {
    /// What the proposer says of the answer.
    CongressFeedback {
        /// 满意.
        Satisfied = "satisfied", "满意";
        /// 基本满意.
        Mostly = "mostly", "基本满意";
        /// 不满意.
        Unsatisfied = "unsatisfied", "不满意";
    }
}

coded! {
    /// How far a motion has come. No column holds it: it follows from the days and words of the motion.
    CongressMotionState {
        /// Collected, not looked at yet.
        Collected = "collected", "待审查";
        /// To be handed to its department.
        Reviewed = "reviewed", "待交办";
        /// The department is to answer.
        Handed = "handed", "待答复";
        /// The proposer is to say something of the answer.
        Answered = "answered", "待反馈";
        /// The proposer is not satisfied: the department deals with it once more.
        Again = "again", "再办";
        /// Over.
        Done = "done", "已办结";
    }
}

/// A motion as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct CongressMotionInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<CongressMotionId>,
    /// The term.
    pub term: CongressTermId,
    /// 案由, in one line.
    pub matter: String,
    /// What it is about.
    pub kind: CongressMotionKind,
    /// 提案人.
    pub proposer: String,
    /// 附议人.
    #[serde(default)]
    pub seconders: Vec<String>,
    /// 理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
    /// 建议和办法.
    pub advice: String,
    /// 征集日期.
    pub collected_on: NaiveDate,
    /// 审查结果.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<CongressReview>,
    /// 审查日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<NaiveDate>,
    /// Why, or with which motion it is led.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_note: Option<String>,
    /// 承办部门.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// 交办日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_on: Option<NaiveDate>,
    /// 商定的答复期限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<NaiveDate>,
    /// 答复日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_on: Option<NaiveDate>,
    /// 答复和办理情况.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// 提案人的意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<CongressFeedback>,
    /// 反馈日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_on: Option<NaiveDate>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback_note: Option<String>,
    /// 补录的理由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// A motion as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMotion {
    /// The motion.
    pub id: CongressMotionId,
    /// 提〔2026〕1号.
    pub number: String,
    /// 第三届职工代表大会.
    pub term_name: String,
    /// As the form holds it.
    pub record: CongressMotionInput,
    /// How far it has come.
    pub state: CongressMotionState,
    /// What is to be done now; none of one that is over.
    pub next: Option<Duty>,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMotionLine {
    /// The motion.
    pub id: CongressMotionId,
    /// 提〔2026〕1号.
    pub number: String,
    /// 案由.
    pub matter: String,
    /// What it is about.
    pub kind: CongressMotionKind,
    /// 提案人.
    pub proposer: String,
    /// 征集日期.
    pub collected_on: NaiveDate,
    /// 承办部门.
    pub department: Option<String>,
    /// How far it has come.
    pub state: CongressMotionState,
    /// What is to be done now.
    pub next: Option<String>,
    /// Whose it is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub late: bool,
    /// What the proposer said of the answer.
    pub feedback: Option<CongressFeedback>,
}

/// What is asked of the register. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct CongressMotionQuery {
    /// The register's year.
    pub year: Option<i32>,
    /// Those that have come so far.
    pub state: Option<CongressMotionState>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A term that a motion may be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressTermChoice {
    /// The term.
    pub id: CongressTermId,
    /// Its name.
    pub name: String,
    /// The names of the delegates who stand.
    pub delegates: Vec<String>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CongressMotionPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<CongressMotionLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
    /// How many are not over.
    pub open: u32,
    /// How many of them are late.
    pub late: u32,
    /// The terms, the newest first.
    pub terms: Vec<CongressTermChoice>,
}
