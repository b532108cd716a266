//! Applications for membership (入会申请) and their approval as they cross the contract. One application is one row; its
//! state is what has been recorded of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::coded::coded;
use crate::members::dispatch::DispatchJoining;
use crate::members::model::{EmploymentForm, PersonId, Sex};
use crate::office::committee::decisions::model::DecisionLine;
use crate::office::committee::model::CommitteeTopicId;

ledger::id_type!(
    /// One application.
    ApplicationId
);
ledger::id_type!(
    /// One approval of applications, by one decision.
    AdmissionId
);

coded! {
    /// Whether the two firms have agreed that a dispatched worker joins the union of the firm where they work.
    DispatchAgreement {
        /// They have.
        Agreed = "agreed", "两家单位已经商定";
        /// They have not.
        NotAgreed = "not_agreed", "没有商定";
    }
}

/// Who applies: picked from the roster, or typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApplicantInput {
    /// The person on the roster; absent for one who is to be added to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// 姓名.
    pub name: String,
    /// 证件号码 in full; of one on the roster only where the roster lacks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// 手机; likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// 工作单位 where it is another than the union's own employer; likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
}

/// Applications as a form sends them: one, or a whole joining day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ApplyInput {
    /// 申请日期.
    pub applied_on: NaiveDate,
    /// Whether each has signed the application by hand.
    pub signed: bool,
    /// 车间、站点 of those who are new to the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<String>,
    /// 岗位 of those who are new to the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// 用工形式 of those who are new to the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<EmploymentForm>,
    /// 工作单位 of those who are new to the roster and of whom no other is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// Whether the two firms have agreed on those who are dispatched; absent where nobody has asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<DispatchAgreement>,
    /// Who applies.
    pub people: Vec<ApplicantInput>,
}

/// Lines as they were pasted or typed: 姓名 身份证号 手机, one person a line.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ApplicantLines {
    /// The text.
    pub text: String,
}

/// What a line was read as.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApplicantRead {
    /// Who it is, ready to be sent.
    pub applicant: ApplicantInput,
    /// The sex, by the number.
    pub sex: Option<Sex>,
    /// What is to be known: whose line of the roster it is.
    pub note: Option<String>,
    /// Why it cannot be sent so.
    pub trouble: Option<String>,
    /// Whether the roster has them as dispatched.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub dispatched: bool,
    /// The birth, while the age is judged; the page has no use for it.
    #[serde(skip)]
    pub birth: Option<NaiveDate>,
}

/// What an application waits for, or what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ApplicationStage {
    /// The applicant's signature.
    Signature,
    /// The committee's approval.
    Approval,
    /// Nothing: approved.
    Admitted,
    /// Nothing: refused.
    Refused,
}

/// What the group says of applications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GroupOpinion {
    /// When.
    pub on: NaiveDate,
    /// Which group, or who speaks for it.
    pub by: String,
    /// 意见.
    pub text: String,
}

/// The group's opinion on some applications.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SayOpinion {
    /// Of which.
    pub applications: Vec<ApplicationId>,
    /// What it says.
    pub opinion: GroupOpinion,
}

/// Some applications.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SomeApplications {
    /// Which.
    pub applications: Vec<ApplicationId>,
}

/// That an application is refused.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RefuseApplication {
    /// Which.
    pub id: ApplicationId,
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Applications to be approved, by a decision of the committee or, as a late entry, by a paper.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Admit {
    /// Which.
    pub applications: Vec<ApplicationId>,
    /// The decision; the day is the meeting's.
    #[serde(default)]
    pub decision: Option<CommitteeTopicId>,
    /// The day of a late entry.
    #[serde(default)]
    pub approved_on: Option<NaiveDate>,
    /// Why it is entered late, and by which paper.
    #[serde(default)]
    pub late_entry: Option<String>,
    /// Whether the two firms have agreed on those of them who are dispatched, where it was asked only now.
    #[serde(default)]
    pub agreement: Option<DispatchAgreement>,
}

/// An application as kept.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Application {
    /// The application.
    pub id: ApplicationId,
    /// Whose.
    pub person: PersonId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 岗位.
    pub post: Option<String>,
    /// 工作单位 where it is another than the union's own employer.
    pub employer: Option<String>,
    /// Whether the roster has them as dispatched (劳务派遣).
    pub dispatched: bool,
    /// What is known of the two firms' agreement on one who is dispatched.
    pub agreement: Option<DispatchAgreement>,
    /// 申请日期.
    pub applied_on: NaiveDate,
    /// Whether it is signed by hand.
    pub signed: bool,
    /// What the group says.
    pub group: Option<GroupOpinion>,
    /// What it waits for.
    pub stage: ApplicationStage,
    /// What is missing before it can be approved, a phrase each.
    pub lacks: Vec<String>,
    /// The approval.
    pub admission: Option<AdmissionId>,
    /// 批准日期.
    pub approved_on: Option<NaiveDate>,
    /// 会员号, once given.
    pub number: Option<String>,
    /// When it was refused.
    pub refused_on: Option<NaiveDate>,
    /// Why.
    pub refused_why: Option<String>,
}

/// Which applications a list shows.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(optional_fields)]
pub struct ApplicationQuery {
    /// Only those that wait.
    pub waiting: Option<bool>,
    /// Of one person.
    pub person: Option<PersonId>,
    /// First line, from 0.
    pub offset: Option<u32>,
    /// Lines wanted, at most 500; 100 when absent.
    pub limit: Option<u32>,
}

/// A slice of the applications, the newest first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApplicationPage {
    /// How many match.
    pub total: u32,
    /// How many wait.
    pub waiting: u32,
    /// How many there are at all.
    pub kept: u32,
    /// The slice.
    pub rows: Vec<Application>,
    /// The approvals, the newest first.
    pub admissions: Vec<Admission>,
    /// What the rule of the place says when a dispatched worker joins.
    pub dispatch: Option<DispatchJoining>,
}

/// An approval with who was approved by it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Admission {
    /// The approval.
    pub id: AdmissionId,
    /// 批准日期.
    pub approved_on: NaiveDate,
    /// The decision it stands on.
    pub decision: Option<DecisionLine>,
    /// Why it was entered late, where it stands on a paper.
    pub late_entry: Option<String>,
    /// 会员证发放日期.
    pub handed_on: Option<NaiveDate>,
    /// Who, by their numbers.
    pub people: Vec<Admitted>,
}

/// One who was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Admitted {
    /// Who.
    pub person: PersonId,
    /// The application.
    pub application: ApplicationId,
    /// 姓名.
    pub name: String,
    /// 车间、部门.
    pub shop: Option<String>,
    /// 会员号.
    pub number: String,
}

/// That the cards of an approval were handed out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HandCards {
    /// The approval.
    pub id: AdmissionId,
    /// When.
    pub on: NaiveDate,
}
