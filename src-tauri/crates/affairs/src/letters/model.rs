//! A supervision case (监督案件) as it crosses the contract: what was reported, what happened, the letters sent, who acts
//! next. How its state follows from its events is `rules`'; its scans are attachments and not here.

mod ids;
mod input;
mod words;

pub use ids::{SupervisionCaseId, SupervisionEventId, SupervisionInspectorId, SupervisionLetterId};
pub use input::{
    SupervisionEventInput, SupervisionInformer, SupervisionInput, SupervisionInspectorInput,
    SupervisionLetterInput, SupervisionServed,
};
pub use words::{
    SupervisionEventKind, SupervisionFinding, SupervisionLetterKind, SupervisionOutcome, SupervisionSource,
    SupervisionTopic,
};

use chrono::NaiveDate;
use law::{Deadline, RuleRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::duty::{Band, Place, Whose};
use crate::members::model::PersonId;
use crate::office::model::PaperId;
use crate::union::model::Shown;

/// Someone who holds a 工会劳动法律监督员证.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionInspector {
    /// The id.
    pub id: SupervisionInspectorId,
    /// The person on the roster, where picked from it.
    pub person: Option<PersonId>,
    /// 姓名.
    pub name: String,
    /// 证号.
    pub certificate: String,
    /// 有效期至; many certificates name none.
    pub valid_until: Option<NaiveDate>,
    /// Whether it has run out on the day asked.
    pub expired: bool,
    /// Whether the certificate is kept with a seat of the supervision committee, and changed there.
    pub seated: bool,
}

/// How far a case has come; exactly one of a case at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SupervisionState {
    /// 线索: neither accepted nor refused.
    Clue,
    /// 不予受理.
    Refused,
    /// 已受理, nothing inquired yet.
    Accepted,
    /// 已调查.
    Inquired,
    /// 已沟通协商.
    Talked,
    /// 提示函 written or sent.
    Reminded,
    /// 意见书 written or sent.
    Opined,
    /// 已提请县级以上工会.
    Requested,
    /// 建议书已发出.
    Recommended,
    /// 部门已立案.
    Filed,
    /// 部门已处理.
    Decided,
    /// 已结案.
    Closed,
}

/// What can be done next in a case, as the page words it and opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SupervisionAct {
    /// 决定是否受理.
    Decide,
    /// 书面告知不予受理.
    TellRefusal,
    /// 调查.
    Inquire,
    /// 取得笔录签字.
    SignInquiry,
    /// 沟通协商.
    Talk,
    /// 写提示函.
    WriteReminder,
    /// 印发提示函.
    IssueReminder,
    /// 送达提示函.
    ServeReminder,
    /// 答复提示函.
    AnswerReminder,
    /// 写意见书.
    WriteOpinion,
    /// 印发意见书.
    IssueOpinion,
    /// 送达意见书.
    ServeOpinion,
    /// 答复意见书.
    AnswerOpinion,
    /// 写提请函.
    WriteRequest,
    /// 印发提请函.
    IssueRequest,
    /// 送达提请函.
    ServeRequest,
    /// 上级工会发出建议书.
    Recommend,
    /// 部门立案.
    File,
    /// 部门办完，从立案起算.
    Finish,
    /// 部门处理，从收到建议书起算：两个期限可以同时在走.
    Settle,
    /// 结案.
    Close,
    /// 告知反映人.
    TellInformer,
}

/// One thing that is to be done in a case now: whose it is, by when, by which rule.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionTodo {
    /// What.
    pub act: SupervisionAct,
    /// Whose move it is.
    pub whose: Whose,
    /// The same as one phrase.
    pub title: String,
    /// Where it comes from, in a sentence or two.
    pub origin: String,
    /// The last day; absent where neither law nor letter sets one.
    pub due: Option<NaiveDate>,
    /// The clock behind it.
    pub deadline: Option<Deadline>,
    /// The rule behind it, where it sets no day.
    pub rule: Option<RuleRef>,
}

/// The same with what its button opens: a form of the case's page, or the filled paper on another.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionNext {
    /// What is to be done.
    #[serde(flatten)]
    #[ts(flatten)]
    pub todo: SupervisionTodo,
    /// What the button opens.
    pub place: Place,
    /// What it says.
    pub button: String,
}

/// A rung of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionStep {
    /// 受理, 调查 …
    pub name: String,
    /// Done.
    pub done: bool,
    /// Where the case stands.
    pub current: bool,
    /// Passed over, as the law allows.
    pub passed: bool,
    /// The day it was done.
    pub on: Option<NaiveDate>,
}

/// Something that happened, as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionEvent {
    /// The event.
    pub id: SupervisionEventId,
    /// As the form holds it.
    pub record: SupervisionEventInput,
    /// The inspectors of an inquiry, 王伟（赣监0001）.
    pub inspectors: Vec<String>,
    /// The day an answer was due by.
    pub due_on: Option<NaiveDate>,
    /// Whether the answer came after it.
    pub late: bool,
}

/// A letter as kept, with how it went out.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionLetter {
    /// The letter.
    pub id: SupervisionLetterId,
    /// As the form holds it.
    pub record: SupervisionLetterInput,
    /// The number it was issued under, or that of the form it was written on.
    pub number: Option<String>,
    /// The newest issue.
    pub issue: Option<PaperId>,
    /// When it was received: by the receipt of a sending, or as entered.
    pub received_on: Option<NaiveDate>,
    /// When an answer is due, once it was received.
    pub answer: Option<Deadline>,
    /// The same day, also where the letter itself set it.
    pub answer_due: Option<NaiveDate>,
    /// The rule that fixes its form (统一格式), where there is one: it is not issued here.
    pub fixed_form: Option<RuleRef>,
}

/// A case with everything of it, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionCase {
    /// The case.
    pub id: SupervisionCaseId,
    /// 监〔2026〕1号.
    pub number: String,
    /// As the form holds it; without the informer.
    pub record: SupervisionInput,
    /// Whether somebody is named as the informer (实名).
    pub named: bool,
    /// The informer, only to one who revealed identity with a purpose.
    pub informer: Option<SupervisionInformer>,
    /// How the informer is shown now.
    pub shown: Shown,
    /// 主管部门 as this case named it last, else as any did: what the next paper of a department begins with.
    pub department: Option<String>,
    /// How far it has come.
    pub state: SupervisionState,
    /// The ladder.
    pub steps: Vec<SupervisionStep>,
    /// What is to be done now, the first the one filled button.
    pub todos: Vec<SupervisionNext>,
    /// What happened, in order.
    pub events: Vec<SupervisionEvent>,
    /// The letters.
    pub letters: Vec<SupervisionLetter>,
}

/// What a new letter begins with, and what the place's law says of it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionLetterStart {
    /// The letter, filled with what the ledger knows.
    pub letter: SupervisionLetterInput,
    /// What the law of the place says of the answer's term, a sentence a rule; the first one holds.
    pub limits: Vec<String>,
    /// What is to be known of a term that no rule of the place sets: it is a suggestion.
    pub suggestion: Option<String>,
    /// The rule that fixes the form of this letter.
    pub fixed_form: Option<RuleRef>,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupervisionLine {
    /// The case.
    pub id: SupervisionCaseId,
    /// 监〔2026〕1号.
    pub number: String,
    /// 来源.
    pub source: SupervisionSource,
    /// 事项类别.
    pub topic: SupervisionTopic,
    /// 接到日期.
    pub received_on: NaiveDate,
    /// 被监督的单位.
    pub employer: String,
    /// 反映的问题.
    pub matter: String,
    /// Whether the informer is named.
    pub named: bool,
    /// How far it has come.
    pub state: SupervisionState,
    /// What is to be done first; absent once it is over.
    pub next: Option<String>,
    /// Whose move that is.
    pub whose: Option<Whose>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How near that is.
    pub band: Option<Band>,
    /// Days to it, negative when overdue.
    pub days: Option<i64>,
    /// 提示函, with its number.
    pub reminder: Option<String>,
    /// 意见书, with its number.
    pub opinion: Option<String>,
    /// 结案日期.
    pub closed_on: Option<NaiveDate>,
}

/// Which cases of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SupervisionWhich {
    /// All.
    #[default]
    All,
    /// Those in which something is to be done.
    Open,
    /// Those that are over.
    Over,
}

/// What is asked of the register. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct SupervisionQuery {
    /// Open, over, or all when absent.
    pub which: Option<SupervisionWhich>,
    /// The kind of matter; all when absent.
    pub topic: Option<SupervisionTopic>,
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
pub struct SupervisionPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<SupervisionLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are open.
    pub open: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}
