//! Attachments as they cross the contract.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

ledger::id_type!(
    /// A file on a record.
    AttachmentId
);

/// The record that a file belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(rename = "FileOwner")]
pub struct RecordRef {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its id.
    pub id: String,
}

/// Kinds of records that bear files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RecordKind {
    /// 会员.
    Person,
    /// 工资集体协商.
    Negotiation,
    /// 协商会议.
    Meeting,
    /// 经过.
    Event,
    /// 协商资料 (what was provided).
    Information,
    /// 印发的文件 (its signed scan).
    Paper,
    /// 收文 (the form that came with it, its scan).
    Incoming,
    /// 委员会会议记录 (its signed scan, the sign-in sheet).
    Committee,
    /// 工会 itself (certificates, seals).
    Union,
    /// 上级发来的表格 (the blank, and lists filled from it).
    Form,
    /// 年度工作报告 (its photos); the id is the year.
    Report,
    /// 劳动法律监督案件 (the complaint, evidence, signed records).
    Supervision,
    /// 职工诉求 (what was handed in with it).
    Appeal,
    /// 解除和处分通知 (the employer's notice, its answer).
    Dismissal,
    /// 调解案件 (the signed application, the agreement).
    Mediation,
    /// 平台协商 (the agreed text, the proof that it was posted).
    PlatformTalk,
    /// A re-election of the union.
    Election,
    /// A meeting of the members or of their delegates.
    MembersMeeting,
    /// 同意记录 (the signed sheet).
    Consent,
    /// 保管物 (the seal's print, the account's papers).
    Custody,
    /// 函 (what was sent with it).
    Letter,
    /// 集体合同 (its signed scan).
    Agreement,
    /// 履行检查.
    AgreementCheck,
    /// 委托书 (its signed scan).
    Mandate,
    /// 职工意见征集.
    OpinionSurvey,
    /// 推选协商代表的会议 (the sign-in sheet, the count).
    RepresentativeElection,
    /// 劳动合同 (its scan).
    LabourContract,
    /// 证书 (its scan).
    Certificate,
    /// 培训.
    Training,
    /// 荣誉 (the certificate, a photo).
    Honour,
    /// 职业健康检查 (the report).
    HealthExam,
    /// 一届机构 (the approval).
    UnionTerm,
    /// 工会经费收付 (the voucher).
    FeePayment,
    /// 平台从业登记.
    PlatformWork,
    /// 转介.
    PlatformReferral,
    /// 职业伤害协助 (the proofs).
    InjuryHelp,
    /// 入会申请 (the form signed by hand).
    Application,
    /// 会籍登记 (the letter of introduction, the proof).
    MembershipEvent,
    /// 会费收款 (the list of a deduction, the voucher).
    DuesEntry,
    /// 工资数据 (the table as the employer gave it).
    PaySheet,
    /// 工资参考数据 (the notice that says it).
    PayReference,
    /// 监督案件办理情况 (the signed record of an inquiry, the answer).
    SupervisionEvent,
    /// 监督函件 (the signed receipt).
    SupervisionLetter,
    /// 职工人数 (the report of the employer).
    Workforce,
    /// 一年的年休假 (what the person signed).
    LeaveYear,
    /// 年休假计划 (its posted scan).
    LeaveSchedule,
    /// 疗休养的一批 (the contract, the policy of insurance, photos).
    RecuperationBatch,
    /// 隐患 (photos of it, the employer's answer).
    Hazard,
    /// 隐患经过 (photos after the rectification, the receipt).
    HazardEvent,
    /// 劳动保护检查 (photos, the signed record).
    SafetyVisit,
    /// 一届职工代表大会 (the approval of the seats, the posted list).
    CongressTerm,
    /// 职工代表 (the count of an election or a recall).
    CongressDelegate,
    /// 提案 (the signed form, the written answer).
    CongressMotion,
    /// 职代会会议 (the sign-in sheet, the papers, photos).
    CongressMeeting,
    /// 产改措施 (the papers and photos that prove it).
    ReformMeasure,
    /// 困难职工档案 (the application, proofs of illness and income).
    HardshipFile,
    /// 帮扶慰问 (the signed receipt, a photo of the visit).
    MemberAid,
    /// 发送记录 (the receipt of a delivery).
    Sending,
    /// 平台协商会议 (the signed minutes, the sign-in sheet).
    PlatformMeeting,
    /// 平台和合作企业 (the proof of its insurance).
    PlatformFirm,
    /// 劝导谈话 (the signed note).
    DuesTalk,
    /// 催缴函 (its receipt, the answer).
    FeeDemand,
    /// 调解经过 (the signed record).
    MediationEvent,
    /// 换届经过 (the approval, the posted list).
    ElectionEvent,
    /// 选举计票 (the signed count).
    ElectionBallot,
    /// 责令改正 (the application, the order).
    CorrectionOrder,
    /// 中止协商 (the signed memorandum).
    Suspension,
    /// 职代会的表决 (the signed count, the sign-in sheet).
    CongressSession,
    /// 分会、小组 (the decision on it).
    UnionGroup,
    /// 监督员 (the certificate, the paper of appointment).
    Inspector,
    /// 调解委员 (the paper of appointment).
    Mediator,
    /// 放假安排 (the notice that says it).
    CalendarNotice,
    /// 本单位约定 (the page of the contract that says it).
    OwnRule,
    /// 疗休养计划 (the policy that it follows, the decision on it).
    RecuperationPlan,
    /// 会费收缴标准 (the decision that it rests on).
    DueBasis,
    /// 人员标记 (what proves it: of somebody in hardship, as often as not of an illness).
    PersonTag,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 76] = [
        Self::Person,
        Self::Negotiation,
        Self::Meeting,
        Self::Event,
        Self::Information,
        Self::Paper,
        Self::Incoming,
        Self::Committee,
        Self::Union,
        Self::Form,
        Self::Report,
        Self::Supervision,
        Self::Appeal,
        Self::Dismissal,
        Self::Mediation,
        Self::PlatformTalk,
        Self::Election,
        Self::MembersMeeting,
        Self::Consent,
        Self::Custody,
        Self::Letter,
        Self::Agreement,
        Self::AgreementCheck,
        Self::Mandate,
        Self::OpinionSurvey,
        Self::RepresentativeElection,
        Self::LabourContract,
        Self::Certificate,
        Self::Training,
        Self::Honour,
        Self::HealthExam,
        Self::UnionTerm,
        Self::FeePayment,
        Self::PlatformWork,
        Self::PlatformReferral,
        Self::InjuryHelp,
        Self::Application,
        Self::MembershipEvent,
        Self::DuesEntry,
        Self::PaySheet,
        Self::PayReference,
        Self::SupervisionEvent,
        Self::SupervisionLetter,
        Self::Workforce,
        Self::LeaveYear,
        Self::LeaveSchedule,
        Self::RecuperationBatch,
        Self::Hazard,
        Self::HazardEvent,
        Self::SafetyVisit,
        Self::CongressTerm,
        Self::CongressDelegate,
        Self::CongressMotion,
        Self::CongressMeeting,
        Self::ReformMeasure,
        Self::HardshipFile,
        Self::MemberAid,
        Self::Sending,
        Self::PlatformMeeting,
        Self::PlatformFirm,
        Self::DuesTalk,
        Self::FeeDemand,
        Self::MediationEvent,
        Self::ElectionEvent,
        Self::ElectionBallot,
        Self::CorrectionOrder,
        Self::Suspension,
        Self::CongressSession,
        Self::UnionGroup,
        Self::Inspector,
        Self::Mediator,
        Self::CalendarNotice,
        Self::OwnRule,
        Self::RecuperationPlan,
        Self::DueBasis,
        Self::PersonTag,
    ];

    /// Whether its files tell of someone's health whatever the record says: with a year of leave lies the signed paper that says why
    /// days were given up, and what proves an illness in it. Those of a notice of dismissal and of a person's mark may
    /// too: `letters` and `members` know of which.
    pub fn is_health(self) -> bool {
        matches!(
            self,
            Self::HealthExam | Self::InjuryHelp | Self::LeaveYear | Self::HardshipFile | Self::MemberAid
        )
    }
}

/// Whether a photo says where it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlaceData")]
pub enum Place {
    /// It never did, or it is no photo.
    None,
    /// It did, or had words or a maker's notes that might, and what it had of them was taken out: it need not have been a place.
    Removed,
    /// It may: the person kept it, or the format is one in which it cannot be taken out, as a video's, which is not looked into.
    Kept,
}

/// A file on a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    /// The id.
    pub id: AttachmentId,
    /// The record it belongs to.
    pub of: RecordRef,
    /// The file's name, as people call it.
    pub name: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What it is, told by its content: `image/jpeg`, `application/pdf`.
    pub media: String,
    /// The same in words: 照片, PDF 文件.
    pub sort: String,
    /// Whether it says where it was taken.
    pub place: Place,
    /// When it was added, RFC 3339.
    pub added_at: String,
    /// By whom.
    pub added_by: String,
    /// Whether there is a small picture of it.
    pub thumbnail: bool,
    /// Its content's name in the ledger; never shown.
    #[serde(skip)]
    #[ts(skip)]
    pub content: String,
}

/// A file that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// The file.
    pub attachment: Attachment,
    /// What a person should know of it, in a sentence: place data that was taken out or could not be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notice: Option<String>,
}
