//! A dismissal or discipline that the employer told the union of (解除和处分通知) as it crosses the contract: the notice, what was
//! looked into, the union's opinion and what came of it. What follows from them is `rules`'.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::{Band, Whose};
use crate::letters::mediation::model::MediationCaseId;
use crate::letters::todo::RightsTodo;
use crate::members::model::PersonId;
use crate::office::model::PaperId;

ledger::id_type!(
    /// One notice of a dismissal or of discipline.
    DismissalId
);
ledger::id_type!(
    /// One thing that was looked into.
    DismissalCheckId
);

coded! {
    /// What the employer means to do.
    DismissalKind {
        /// 劳动合同法第三十九条: by the worker's fault.
        Fault = "fault", "过失解除";
        /// 第四十条: without fault.
        NoFault = "no_fault", "非过失解除";
        /// 第四十一条: 裁减人员.
        Layoff = "layoff", "裁减人员";
        /// 处分.
        Discipline = "discipline", "处分";
    }
}

coded! {
    /// What the union thinks of it.
    DismissalStance {
        /// 没有意见.
        None = "none", "没有意见";
        /// 提出意见, the employer is asked to think again.
        Object = "object", "提出意见";
    }
}

coded! {
    /// What the employer did after the opinion.
    DismissalResult {
        /// 撤回.
        Withdrawn = "withdrawn", "撤回";
        /// 改变.
        Changed = "changed", "改变了处理";
        /// 维持.
        Kept = "kept", "维持不变";
    }
}

coded! {
    /// What the worker wants the union's help for.
    DismissalHelp {
        /// 不需要.
        NotWanted = "not_wanted", "本人不需要";
        /// 申请调解.
        Mediation = "mediation", "申请调解";
        /// 申请仲裁.
        Arbitration = "arbitration", "申请仲裁";
    }
}

coded! {
    /// What is looked into: first the grounds, then whom the law protects.
    DismissalItem {
        /// 事实.
        Facts = "facts", "事实查清楚了，有证据，听过本人的说明";
        /// 规章制度.
        Rules = "rules", "依据的规章制度经过民主程序，并且公示或者告知过";
        /// 第四十二条第一项.
        Exposure = "exposure", "从事接触职业病危害的作业没有做离岗前体检，或者是疑似职业病";
        /// 第四十二条第二项.
        Injured = "injured", "在本单位患职业病或者工伤，丧失或者部分丧失劳动能力";
        /// 第四十二条第三项.
        Medical = "medical", "患病或者非因工负伤，在规定的医疗期内";
        /// 第四十二条第四项.
        Women = "women", "在孕期、产期、哺乳期";
        /// 第四十二条第五项.
        Senior = "senior", "在本单位连续工作满十五年，离法定退休年龄不足五年";
        /// 工会干部.
        Officer = "officer", "是工会主席、副主席或者委员，在任期内";
        /// 协商代表.
        Representative = "representative", "是工资协商的职工方代表，在履职期间";
        /// 因工会活动.
        Activity = "activity", "起因是参加工会活动或者履行工会职责";
    }
}

impl DismissalItem {
    /// Whether a yes speaks for the employer: the grounds do, the protections do not.
    pub fn is_ground(self) -> bool {
        matches!(self, DismissalItem::Facts | DismissalItem::Rules)
    }

    /// Whether an answer tells of someone's health: it is for those alone who may read health.
    pub fn is_health(self) -> bool {
        matches!(
            self,
            DismissalItem::Exposure | DismissalItem::Injured | DismissalItem::Medical | DismissalItem::Women
        )
    }
}

/// A notice as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<DismissalId>,
    /// 类别.
    pub kind: DismissalKind,
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 姓名; of one picked from the roster, the roster's.
    pub name: String,
    /// 用人单位; the union's own employer when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 收到日期.
    pub received_on: NaiveDate,
    /// Whether the notice came in writing.
    pub written: bool,
    /// 单位说的理由.
    pub reasons: String,
    /// 依据的规章制度, such as 《员工手册》第九条.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grounds: Option<String>,
    /// 打算哪天解除或处分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_on: Option<NaiveDate>,
}

/// One answer of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalAnswerItem {
    /// What.
    pub item: DismissalItem,
    /// 是; absent while it was not looked into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<bool>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What was looked into, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalChecks {
    /// Which notice.
    pub id: DismissalId,
    /// The answers.
    pub answers: Vec<DismissalAnswerItem>,
}

/// The union's opinion, as its form sends it; without objection the rest is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalOpinion {
    /// Which notice.
    pub id: DismissalId,
    /// 没有意见, or an objection.
    pub stance: DismissalStance,
    /// That the union has no objection although whom the law protects was not looked into: asked for, and not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<bool>,
    /// 研究日期, the date of the letter.
    pub opined_on: NaiveDate,
    /// 查明的事实, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub findings: Option<String>,
    /// 依据的条文, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub articles: Option<String>,
    /// 要求, one a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// 请答复的最后一天, where no rule of the place sets a term.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<NaiveDate>,
    /// 联系人和电话.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// That an opinion was handed over on paper that was not issued here.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalDelivered {
    /// Which notice.
    pub id: DismissalId,
    /// 单位收到的日期.
    pub delivered_on: NaiveDate,
    /// 签收人.
    pub delivered_to: String,
}

/// The employer's written answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalAnswered {
    /// Which notice.
    pub id: DismissalId,
    /// 答复日期.
    pub answered_on: NaiveDate,
    /// 答复的内容.
    pub answer: String,
    /// 处理结果.
    pub result: DismissalResult,
}

/// What the worker wants help for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct DismissalHelped {
    /// Which notice.
    pub id: DismissalId,
    /// What.
    pub help: DismissalHelp,
    /// 职工知道的日期: the limit of arbitration runs from it.
    pub known_on: Option<NaiveDate>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DismissalClosed {
    /// Which notice.
    pub id: DismissalId,
    /// 办结日期.
    pub closed_on: NaiveDate,
    /// 最后的结果.
    pub outcome: String,
}

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
    /// As the form holds it.
    pub record: DismissalInput,
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
    /// 理由.
    pub reasons: String,
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
