//! A dismissal or discipline that the employer told the union of (解除和处分通知) as it crosses the contract: the notice, what was
//! looked into, the union's opinion and what came of it. What each form sends stands in `input`,
//! the lists of codes in `words`; what follows from them is `rules`'.

mod ids;
mod input;
mod words;

pub use ids::{DismissalCheckId, DismissalId};
pub use input::{
    DismissalAnswerItem, DismissalAnswered, DismissalChecks, DismissalClosed, DismissalDelivered,
    DismissalHelped, DismissalInput, DismissalOpinion,
};
pub use words::{DismissalHelp, DismissalItem, DismissalKind, DismissalResult, DismissalStance};

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::{Band, Whose};
use crate::letters::mediation::model::MediationCaseId;
use crate::letters::todo::RightsTodo;
use crate::office::model::PaperId;

/// 意见书.
pub const OPINION: &str = "dismissals.opinion";

/// How far a notice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DismissalState {
    /// 待研究.
    Received,
    /// 没有意见.
    NoObjection,
    /// 意见待送达.
    Opined,
    /// 待单位答复.
    Delivered,
    /// 单位已答复.
    Answered,
    /// 已办结.
    Closed,
}

/// A line of the list of what is looked into.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalLook {
    /// What, with its answer.
    pub answer: DismissalAnswerItem,
    /// The question in words.
    pub label: String,
    /// The rule behind it.
    pub rule: Option<RuleRef>,
    /// What the law says of it here.
    pub says: Option<String>,
    /// What the ledger knows of this person.
    pub known: Option<String>,
    /// That the ledger answers it: nobody is asked.
    pub settled: bool,
    /// What the answer means for this notice; absent where it raises nothing.
    pub warning: Option<String>,
    /// Whether the answer is kept from whoever asks, who may not read health.
    pub covered: bool,
}

/// Whether the union was told beforehand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalBeforehand {
    /// In one sentence.
    pub text: String,
    /// Whether it was in time; absent where the planned day is not known.
    pub in_time: Option<bool>,
    /// The rule.
    pub rule: Option<RuleRef>,
}

/// A notice as kept, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Dismissal {
    /// The notice.
    pub id: DismissalId,
    /// 解〔2026〕1号.
    pub number: String,
    /// As the form holds it; without reasons and grounds where they are kept from whoever asks.
    pub record: DismissalInput,
    /// Whether reasons and grounds may tell of health and are kept from whoever asks, who may not read it.
    pub reasons_covered: bool,
    /// How far it has come.
    pub state: DismissalState,
    /// Whether the union was told beforehand.
    pub beforehand: DismissalBeforehand,
    /// What is looked into.
    pub looks: Vec<DismissalLook>,
    /// The union's opinion.
    pub opinion: Option<DismissalOpinion>,
    /// Whether the opinion tells of health and its words are kept from whoever asks, who may not read it.
    pub covered: bool,
    /// The newest issue of its letter.
    pub issue: Option<PaperId>,
    /// The number of that issue.
    pub issue_number: Option<String>,
    /// When the employer received it.
    pub delivered_on: Option<NaiveDate>,
    /// By when an answer is due.
    pub answer_due: Option<NaiveDate>,
    /// 单位答复日期.
    pub answered_on: Option<NaiveDate>,
    /// 单位的答复.
    pub answer: Option<String>,
    /// 处理结果.
    pub result: Option<DismissalResult>,
    /// Whether the answer came after its day.
    pub late: bool,
    /// What the worker wants help for.
    pub help: Option<DismissalHelp>,
    /// 职工知道的日期.
    pub known_on: Option<NaiveDate>,
    /// The mediation case that it became.
    pub mediation: Option<MediationCaseId>,
    /// That case's number.
    pub mediation_number: Option<String>,
    /// The limits of mediation and arbitration, in sentences.
    pub limits: Vec<String>,
    /// 办结日期.
    pub closed_on: Option<NaiveDate>,
    /// 最后的结果.
    pub outcome: Option<String>,
    /// What is to be done, the first the next step.
    pub todos: Vec<RightsTodo>,
}

/// The form of an opinion as it begins: as one that is sent, but nobody has yet said whether to object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalOpinionDraft {
    /// Which notice.
    pub id: DismissalId,
    /// What was decided, or what the answers speak for; absent while nothing speaks for either.
    pub stance: Option<DismissalStance>,
    /// 研究日期.
    pub opined_on: NaiveDate,
    /// 查明的事实, one a line.
    pub findings: Option<String>,
    /// 依据的条文, one a line.
    pub articles: Option<String>,
    /// 要求, one a line.
    pub request: Option<String>,
    /// 请答复的最后一天.
    pub answer_by: Option<NaiveDate>,
    /// 联系人和电话.
    pub contact: Option<String>,
}

/// The standing opinion, or what a new one begins with; and what the law of the place says of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalOpinionStart {
    /// The form.
    pub opinion: DismissalOpinionDraft,
    /// What was looked into since and the standing opinion does not say, one line each: findings.
    pub more_findings: Vec<String>,
    /// The articles behind those.
    pub more_articles: Vec<String>,
    /// Whom the law protects and nobody has looked into, in words.
    pub unchecked: Vec<String>,
    /// Until when an opinion may be given and answered, in sentences.
    pub limits: Vec<String>,
    /// Whether a rule of the place sets the term for the answer.
    pub term_by_law: bool,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalLine {
    /// The notice.
    pub id: DismissalId,
    /// 解〔2026〕1号.
    pub number: String,
    /// 类别.
    pub kind: DismissalKind,
    /// 姓名.
    pub name: String,
    /// 收到日期.
    pub received_on: NaiveDate,
    /// 打算哪天.
    pub planned_on: Option<NaiveDate>,
    /// Whether the union was told beforehand.
    pub in_time: Option<bool>,
    /// 理由; absent where it may tell of health and whoever asks may not read it.
    pub reasons: Option<String>,
    /// How far it has come.
    pub state: DismissalState,
    /// What is to be done first.
    pub next: Option<String>,
    /// Whose move that is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How near that is.
    pub band: Option<Band>,
    /// Days to it, negative when overdue.
    pub days: Option<i64>,
    /// The union's opinion.
    pub stance: Option<DismissalStance>,
    /// 处理结果.
    pub result: Option<DismissalResult>,
    /// 最后的结果.
    pub outcome: Option<String>,
}

/// Which notices of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DismissalWhich {
    /// All.
    #[default]
    All,
    /// Those not closed.
    Open,
    /// Those closed.
    Closed,
}

/// What is asked of the register. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct DismissalQuery {
    /// Open, closed, or all when absent.
    pub which: Option<DismissalWhich>,
    /// The kind; all when absent.
    pub kind: Option<DismissalKind>,
    /// The register's year.
    pub year: Option<i32>,
    /// Words, pinyin or a number.
    pub text: Option<String>,
    /// The oldest first.
    pub ascending: Option<bool>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 50 when absent.
    pub limit: Option<u32>,
}

/// A slice of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissalPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<DismissalLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are open.
    pub open: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}
