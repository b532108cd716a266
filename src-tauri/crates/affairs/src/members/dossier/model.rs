//! The records of a person's file (电子档案) as they cross the contract: contracts, certificates, training, honours and
//! occupational health. Their lists of codes stand in `words`; what follows from them by rule, in `contracts`, `leave` and
//! `health`; the file as a whole, in `whole`.

mod words;

pub use words::{
    CertificateKind, ContractTerm, ExamConclusion, ExamKind, HazardKind, HonourKind, HonourLevel,
};

use chrono::NaiveDate;
use law::RuleRef;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::members::model::PersonId;
use crate::union::model::Shown;

ledger::id_type!(
    /// A labour contract.
    LabourContractId
);
ledger::id_type!(
    /// A certificate.
    CertificateId
);
ledger::id_type!(
    /// A course that someone took.
    TrainingId
);
ledger::id_type!(
    /// An honour.
    HonourId
);
ledger::id_type!(
    /// An occupational health exam.
    HealthExamId
);

/// A labour contract. `ended_on` is the day on which it ended in fact, by whatever way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct LabourContract {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<LabourContractId>,
    /// Whose.
    pub person: PersonId,
    /// 期限.
    pub term: ContractTerm,
    /// The first day.
    pub from: NaiveDate,
    /// The last day of a fixed term.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The last day of the probation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probation_until: Option<NaiveDate>,
    /// The day it ended in fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<NaiveDate>,
    /// 说明.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A certificate. The grade of skill is kept as written and told on the scale of eight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Certificate {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CertificateId>,
    /// Whose.
    pub person: PersonId,
    /// What it proves.
    pub kind: CertificateKind,
    /// 焊工, 低压电工作业.
    pub name: String,
    /// 等级 as the certificate writes it: 三级, 高级工, 工程师.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// 编号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// 发证单位.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// 发证日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<NaiveDate>,
    /// 有效期至.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<NaiveDate>,
}

/// A course that someone took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Training {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<TrainingId>,
    /// Whose.
    pub person: PersonId,
    /// 培训内容.
    pub course: String,
    /// The last day of it.
    pub trained_on: NaiveDate,
    /// 学时.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<u32>,
    /// 培训单位.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
}

/// An honour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Honour {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<HonourId>,
    /// Whose.
    pub person: PersonId,
    /// 类别.
    pub kind: HonourKind,
    /// 级别.
    pub level: HonourLevel,
    /// 江西省劳动模范.
    pub name: String,
    /// 年度.
    pub year: i32,
    /// 授予单位.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
}

/// What someone is exposed to, with its measure: decibels of noise, the grade of dust and of toxic work from 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Hazard {
    /// Which.
    pub kind: HazardKind,
    /// Its measure, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<u32>,
}

/// An occupational health exam.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct HealthExam {
    /// Absent for a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<HealthExamId>,
    /// Whose.
    pub person: PersonId,
    /// When in the employment.
    pub kind: ExamKind,
    /// The day.
    pub examined_on: NaiveDate,
    /// 检查机构.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// What the person is exposed to; one at least.
    pub hazards: Vec<Hazard>,
    /// The conclusion; absent while the report has not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conclusion: Option<ExamConclusion>,
    /// The day of the next one as the report says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_on: Option<NaiveDate>,
    /// 说明.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a rule says of a record, in a sentence that ends with its article.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierNote {
    /// The sentence.
    pub text: String,
    /// The rule behind it.
    pub rule: Option<RuleRef>,
}

/// A contract and how it stands today.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContractLine {
    /// The contract.
    pub record: LabourContract,
    /// 履行中, 还有12天到期, 已到期 …
    pub state: String,
    /// Whether its end is near or over and nothing follows it.
    pub soon: bool,
    /// What the law says of it.
    pub notes: Vec<DossierNote>,
}

/// A certificate and how it stands today.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateLine {
    /// The certificate.
    pub record: Certificate,
    /// The grade on the scale of eight, where it is written by the old one.
    pub eight: Option<String>,
    /// 有效, 还有12天到期, 已过期; empty where it has no end.
    pub state: String,
    /// Whether its end is near or over.
    pub soon: bool,
}

/// An exam as it may be seen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExamLine {
    /// The id.
    pub id: HealthExamId,
    /// When in the employment.
    pub kind: ExamKind,
    /// The day.
    pub examined_on: NaiveDate,
    /// The whole record; only once it is revealed with a purpose.
    pub record: Option<HealthExam>,
    /// What the law says of the conclusion; alike.
    pub notes: Vec<DossierNote>,
}

/// When the next exam is due.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextExam {
    /// The day.
    pub due: NaiveDate,
    /// Why that day, without naming a hazard to one who may not see it.
    pub why: DossierNote,
}

/// Occupational health as it may be seen; to one without the right there is none, and nothing tells whether there is any.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierHealth {
    /// How it is shown.
    pub shown: Shown,
    /// The exams, the newest first.
    pub exams: Vec<ExamLine>,
    /// The next one.
    pub next: Option<NextExam>,
}

/// Annual leave as far as the roster tells it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierLeave {
    /// At least so many working days a year; none before the first year, and where the day of hiring is not known.
    pub days: Option<u32>,
    /// How it is reckoned.
    pub why: DossierNote,
}

/// A fact of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierFact {
    /// 学历.
    pub name: String,
    /// 大专.
    pub value: String,
}

/// The grade of skill as entered and on the scale of eight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierSkill {
    /// As entered.
    pub written: String,
    /// On the scale of eight, where it is written by the old one.
    pub eight: Option<String>,
}

/// How the dues of the year stand, without a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierDues {
    /// 2026.
    pub year: i32,
    /// One sentence.
    pub text: String,
    /// Whether something is owed.
    pub owes: bool,
}

/// An affair that a person is a party of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierCase {
    /// The page it stands on.
    pub place: crate::duty::Place,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub what: String,
    /// The day it began.
    pub on: Option<NaiveDate>,
    /// How it stands, in one phrase.
    pub state: String,
}

/// The members' part of a person's file.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierFile {
    /// The person.
    pub id: PersonId,
    /// 姓名.
    pub name: String,
    /// 会员, 保留会籍, 已退会 …
    pub standing: String,
    /// 会员号.
    pub number: Option<String>,
    /// What the roster says, identity as it may be seen.
    pub facts: Vec<DossierFact>,
    /// Employments, the newest first.
    pub jobs: Vec<crate::members::employment::model::Employment>,
    /// Contracts, the newest first.
    pub contracts: Vec<ContractLine>,
    /// Events of the membership, the first first.
    pub events: Vec<crate::members::membership::model::EventRow>,
    /// The grade of skill of the roster.
    pub skill: Option<DossierSkill>,
    /// Certificates, the newest first.
    pub certificates: Vec<CertificateLine>,
    /// Courses, the newest first.
    pub trainings: Vec<Training>,
    /// Hours of courses of this year.
    pub hours_this_year: u32,
    /// Occupational health.
    pub health: DossierHealth,
    /// Annual leave.
    pub leave: Option<DossierLeave>,
    /// Honours, the newest first.
    pub honours: Vec<Honour>,
    /// The dues of the year; none where no month of it is theirs to pay.
    pub dues: Option<DossierDues>,
}
