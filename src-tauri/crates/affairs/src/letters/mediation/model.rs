//! The mediation committee (劳动争议调解委员会) and its cases as they cross the contract: who mediates, who asked for what, what
//! happened, how it ended. How a case's state follows from its events is `rules`'.

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::duty::{Band, Place, Whose};
use crate::letters::appeals::model::AppealKind;
use crate::letters::todo::RightsTodo;
use crate::members::model::PersonId;

/// 调解申请书, blank (of `blank`) or made from a case.
pub const APPLICATION: &str = "mediation.application";
/// 受理通知书, made from a case.
pub const ACCEPTANCE: &str = "mediation.acceptance";
/// 调解协议书, made from a case.
pub const AGREEMENT: &str = "mediation.agreement";
/// 终止通知书 or 不予受理通知书, made from a case.
pub const CLOSING: &str = "mediation.closing";

ledger::id_type!(
    /// Someone of the mediation committee.
    MediatorId
);
ledger::id_type!(
    /// One case.
    MediationCaseId
);
ledger::id_type!(
    /// Something that happened in a case.
    MediationEventId
);

coded! {
    /// Whom a member of the committee stands for.
    MediatorSide {
        /// 职工方.
        Workers = "workers", "职工方";
        /// 企业方.
        Employer = "employer", "企业方";
    }
}

coded! {
    /// What someone is in the committee.
    MediatorOffice {
        /// 主任.
        Chair = "chair", "主任";
        /// 副主任.
        Vice = "vice", "副主任";
        /// 委员.
        Member = "member", "委员";
    }
}

coded! {
    /// How someone came to be in the committee.
    MediatorChosen {
        /// 工会成员.
        Union = "union", "工会成员";
        /// 全体职工推举.
        Elected = "elected", "全体职工推举";
        /// 企业负责人指定.
        Named = "named", "企业负责人指定";
        /// 双方推举.
        Jointly = "jointly", "双方推举";
    }
}

coded! {
    /// One of the parties.
    MediationParty {
        /// 职工.
        Worker = "worker", "职工";
        /// 用人单位.
        Employer = "employer", "用人单位";
    }
}

coded! {
    /// What happened in a case.
    MediationEventKind {
        /// 对方答复协商.
        Answered = "answered", "对方答复协商";
        /// 协商达成和解.
        Settled = "settled", "协商达成和解";
        /// 协商不成, and nobody asks for mediation.
        GivenUp = "given_up", "协商不成，不再申请调解";
        /// 受理.
        Accepted = "accepted", "受理";
        /// 不予受理.
        Refused = "refused", "不予受理";
        /// 调解会议.
        Met = "met", "调解会议";
        /// 双方同意延期.
        Extended = "extended", "双方同意延期";
        /// 达成协议.
        Agreed = "agreed", "达成协议";
        /// 协议签字盖章.
        Signed = "signed", "协议签字盖章";
        /// 调解不成.
        Failed = "failed", "调解不成";
        /// 撤回申请.
        Withdrawn = "withdrawn", "撤回申请";
        /// 共同申请仲裁审查.
        Reviewed = "reviewed", "共同申请仲裁审查";
        /// 协议履行完.
        Performed = "performed", "协议履行完";
        /// 协议没有履行, and it goes on elsewhere.
        Unperformed = "unperformed", "协议没有履行，另行处理";
        /// 书面通知.
        Told = "told", "书面通知当事人";
    }
}

/// Someone of the committee, as the form sends them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MediatorInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MediatorId>,
    /// The person on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 姓名; of one picked from the roster, the roster's.
    pub name: String,
    /// 哪一方.
    pub side: MediatorSide,
    /// 职务.
    pub office: MediatorOffice,
    /// 怎样产生.
    pub chosen: MediatorChosen,
    /// 聘期开始.
    pub from_on: NaiveDate,
    /// 聘期到.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
}

/// Someone of the committee as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mediator {
    /// The id.
    pub id: MediatorId,
    /// As the form holds them.
    pub record: MediatorInput,
    /// Whether the term has run out on the day asked.
    pub expired: bool,
}

/// What the committee lacks, and by which article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationLack {
    /// In one sentence.
    pub text: String,
    /// The rule; absent for what the record itself lacks.
    pub rule: Option<RuleRef>,
}

/// The committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationCommittee {
    /// Its people, the chair first.
    pub mediators: Vec<Mediator>,
    /// What it lacks; nothing where it is not recorded at all.
    pub lacks: Vec<MediationLack>,
    /// What the law says of it, in sentences.
    pub says: Vec<String>,
}

/// A case as its form sends it. Its number is given by the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MediationInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MediationCaseId>,
    /// 争议类别.
    pub topic: AppealKind,
    /// The worker on the roster, where picked from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 职工; of one picked from the roster, the roster's name.
    pub worker: String,
    /// 用人单位; the union's own employer when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// 哪一方申请.
    pub applicant: MediationParty,
    /// Whether it was asked for orally and written down here.
    pub oral: bool,
    /// The day one side asked the other for talks, where they try that first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talks_on: Option<NaiveDate>,
    /// 收到申请的日期; absent while they talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applied_on: Option<NaiveDate>,
    /// 知道或者应当知道权利被侵害的日期: the limit of arbitration runs from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_on: Option<NaiveDate>,
    /// 事实和理由.
    pub facts: String,
    /// 请求, one a line.
    pub claims: String,
    /// 调解员.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mediator: Option<MediatorId>,
}

/// Something that happened, as its form sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MediationEventInput {
    /// Absent for a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MediationEventId>,
    /// The case.
    pub case: MediationCaseId,
    /// What.
    pub kind: MediationEventKind,
    /// When.
    pub happened_on: NaiveDate,
    /// 情况: the reason of a refusal, what was agreed, one a line.
    pub text: String,
    /// The day a longer term ends by, or the last day for what was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<NaiveDate>,
    /// 履行方式 of what was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// 补录的理由: a paper decided it already, in another order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_entry: Option<String>,
}

/// Something that happened, as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationEvent {
    /// The id.
    pub id: MediationEventId,
    /// As the form holds it.
    pub record: MediationEventInput,
    /// By when it was to happen.
    pub due_on: Option<NaiveDate>,
    /// Whether it came after that.
    pub late: bool,
}

/// How far a case has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MediationState {
    /// 协商中.
    Talking,
    /// 已申请, not decided.
    Applied,
    /// 不予受理.
    Refused,
    /// 调解中.
    Accepted,
    /// 达成协议, not signed.
    Agreed,
    /// 协议已签.
    Signed,
    /// 调解不成.
    Failed,
    /// 已撤回.
    Withdrawn,
    /// 已办结.
    Closed,
}

/// What a case came from: an appeal or a notice of dismissal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationOrigin {
    /// 诉〔2026〕1号.
    pub number: String,
    /// What shows it.
    pub place: Place,
}

/// A case as kept, seen from one day.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationCase {
    /// The case.
    pub id: MediationCaseId,
    /// 调〔2026〕1号.
    pub number: String,
    /// As the form holds it.
    pub record: MediationInput,
    /// 调解员, by name.
    pub mediator_name: Option<String>,
    /// How far it has come.
    pub state: MediationState,
    /// What it came from.
    pub origin: Option<MediationOrigin>,
    /// What happened, in order.
    pub events: Vec<MediationEvent>,
    /// What can be entered now.
    pub may: Vec<MediationEventKind>,
    /// What can be entered with the reason of a late entry alone.
    pub may_late: Vec<MediationEventKind>,
    /// The limits of mediation and arbitration, in sentences.
    pub limits: Vec<String>,
    /// What is to be done, the first the next step.
    pub todos: Vec<RightsTodo>,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediationLine {
    /// The case.
    pub id: MediationCaseId,
    /// 调〔2026〕1号.
    pub number: String,
    /// 争议类别.
    pub topic: AppealKind,
    /// 职工.
    pub worker: String,
    /// 用人单位.
    pub employer: String,
    /// 请求.
    pub claims: String,
    /// 收到申请的日期.
    pub applied_on: Option<NaiveDate>,
    /// 受理日期.
    pub accepted_on: Option<NaiveDate>,
    /// The day it ended, and how.
    pub ended_on: Option<NaiveDate>,
    /// How it ended, in words.
    pub ended: Option<String>,
    /// 调解员.
    pub mediator: Option<String>,
    /// How far it has come.
    pub state: MediationState,
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
}

/// Which cases of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MediationWhich {
    /// All.
    #[default]
    All,
    /// Those in which no end was entered.
    Open,
    /// Those that ended: by agreement, without one, refused or withdrawn, or in the talks before.
    Ended,
}

/// What is asked of the register. The newest stands first.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct MediationQuery {
    /// Open, ended, or all when absent.
    pub which: Option<MediationWhich>,
    /// The kind of dispute; all when absent.
    pub topic: Option<AppealKind>,
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
pub struct MediationPage {
    /// How many match.
    pub total: u32,
    /// The slice.
    pub rows: Vec<MediationLine>,
    /// How many stand in the register at all.
    pub kept: u32,
    /// How many of them are open.
    pub open: u32,
    /// The years of the register, the newest first.
    pub years: Vec<i32>,
}
