//! What a removed record can be, and whose part of the work it belongs to. How each lies in the tables is `kinds`'.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::union::model::Part;

/// What a removed record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TrashKind {
    /// 人员.
    Person,
    /// 一次协商.
    Negotiation,
    /// 中止协商.
    Suspension,
    /// 责令改正.
    CorrectionOrder,
    /// 协商资料.
    Information,
    /// 协商会议.
    Meeting,
    /// 协商经过.
    Event,
    /// 合同条款.
    ContractClause,
    /// 粘贴的上年合同.
    ContractVersion,
    /// 集体合同.
    Agreement,
    /// 职代会的表决.
    CongressSession,
    /// 履行检查.
    AgreementCheck,
    /// 推选协商代表的会议.
    RepresentativeElection,
    /// 委托书.
    Mandate,
    /// 职工意见征集.
    OpinionSurvey,
    /// 附件.
    Attachment,
    /// 同意记录.
    Consent,
    /// 保管物.
    Custody,
    /// 收文.
    Incoming,
    /// 放假安排.
    Calendar,
    /// 本单位约定.
    OwnRule,
    /// 法规文件.
    LawPack,
    /// 发布单位.
    Publisher,
    /// 发送记录.
    Sending,
    /// 表格.
    Form,
    /// 会议记录.
    Committee,
    /// 本单位模板.
    OwnTemplate,
    /// 函.
    Letter,
    /// 监督案件.
    Supervision,
    /// 职工诉求.
    Appeal,
    /// 解除和处分通知.
    Dismissal,
    /// 调解案件.
    Mediation,
    /// 入会申请.
    Application,
    /// 一届机构.
    UnionTerm,
    /// 分会、小组.
    UnionGroup,
    /// 换届选举.
    Election,
    /// 会员大会、会员代表大会.
    MembersMeeting,
    /// 劝导谈话.
    DuesTalk,
    /// 工会经费收付.
    FeePayment,
    /// 催缴函.
    FeeDemand,
    /// 平台和合作企业.
    PlatformFirm,
    /// 平台从业登记.
    PlatformWork,
    /// 转介.
    PlatformReferral,
    /// 平台协商.
    PlatformTalk,
    /// 职业伤害协助.
    InjuryHelp,
    /// 隐患.
    Hazard,
    /// 隐患经过.
    HazardEvent,
    /// 劳动保护检查.
    SafetyVisit,
    /// 一届职工代表大会.
    CongressTerm,
    /// 职工代表.
    CongressDelegate,
    /// 提案.
    CongressMotion,
    /// 职代会会议.
    CongressMeeting,
    /// 产改措施.
    ReformMeasure,
    /// 用工.
    Employment,
    /// 劳动合同.
    LabourContract,
    /// 证书.
    Certificate,
    /// 培训.
    Training,
    /// 荣誉.
    Honour,
    /// 职业健康检查.
    HealthExam,
    /// 工资数据.
    PaySheet,
    /// 工资参考数据.
    PayReference,
    /// 会籍登记.
    MembershipEvent,
    /// 常用查询.
    MemberList,
    /// 人员标记.
    PersonTag,
    /// “两个人”的确认.
    PersonApart,
    /// 会费收缴标准.
    DuesBasis,
    /// 职工人数.
    Workforce,
    /// 工会经费回拨比例.
    FeeShare,
    /// 换届经过.
    ElectionEvent,
    /// 选举计票.
    ElectionBallot,
    /// 监督案件办理情况.
    SupervisionEvent,
    /// 监督函件.
    SupervisionLetter,
    /// 监督员.
    SupervisionInspector,
    /// 调解经过.
    MediationEvent,
    /// 调解委员.
    Mediator,
    /// 工作时间约定.
    PlatformCap,
    /// 平台协商会议.
    PlatformMeeting,
    /// 增资方案.
    PayScenario,
    /// 社会保险单位费率.
    PayInsurance,
    /// 依据的决定.
    DecisionUse,
    /// 困难职工档案.
    HardshipFile,
    /// 帮扶慰问.
    MemberAid,
    /// 年休假的一段.
    LeavePeriod,
    /// 不享受年休假的情形.
    LeaveBar,
    /// 未休年休假报酬.
    LeavePay,
    /// 疗休养的一批.
    RecuperationBatch,
    /// 疗休养名额.
    RecuperationPlace,
    /// 印发文件: never removed, since its number stands in the register; its content is erased when its time is over.
    Paper,
}

impl TrashKind {
    /// Whether its very being is told to readers of health alone.
    pub fn is_health(self) -> bool {
        matches!(self, TrashKind::HealthExam | TrashKind::LeaveBar)
    }

    /// From when it is kept: the column of its table, and what happened then, in a word.
    pub(super) fn since(self) -> (&'static str, &'static str) {
        match self {
            TrashKind::Paper => ("issued_at", "印发"),
            _ => ("removed_at", "移除"),
        }
    }

    /// Which removed rows (`r`) are records by themselves and no part of another that was removed: SQL.
    pub(super) fn by_itself(self) -> &'static str {
        match self {
            TrashKind::Paper => "0",
            // Those of a batch that was removed come back with it; one that a merge took up stands in another.
            TrashKind::RecuperationPlace => {
                "EXISTS (SELECT 1 FROM live_recuperation_batch b WHERE b.id = r.batch_id)
                 AND NOT EXISTS (SELECT 1 FROM person_merge m JOIN person g ON g.id = m.gone_id
                   WHERE m.kept_id = r.person_id AND g.removed_at = r.removed_at)"
            }
            TrashKind::LeaveBar | TrashKind::LeavePay | TrashKind::HardshipFile => {
                "NOT EXISTS (SELECT 1 FROM person_merge m JOIN person g ON g.id = m.gone_id
                   WHERE m.kept_id = r.person_id AND g.removed_at = r.removed_at)"
            }
            // Those of a person who was removed come back with the person; one that a merge took up stands in another.
            TrashKind::Employment | TrashKind::MembershipEvent => {
                "EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.person_id)
                 AND NOT EXISTS (SELECT 1 FROM person_merge m JOIN person g ON g.id = m.gone_id
                   WHERE m.kept_id = r.person_id AND g.removed_at = r.removed_at)"
            }
            // One that was written anew stands in its place.
            TrashKind::PersonTag => {
                "EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.person_id)
                 AND NOT EXISTS (SELECT 1 FROM live_person_tag t WHERE t.person_id = r.person_id AND t.kind = r.kind)
                 AND NOT EXISTS (SELECT 1 FROM person_merge m JOIN person g ON g.id = m.gone_id
                   WHERE m.kept_id = r.person_id AND g.removed_at = r.removed_at)"
            }
            TrashKind::PersonApart => {
                "NOT EXISTS (SELECT 1 FROM live_person_apart a WHERE a.one_id = r.one_id AND a.other_id = r.other_id)
                 AND EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.one_id)
                 AND EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.other_id)"
            }
            // A scenario goes with its wage data, and a vote with its count.
            TrashKind::PayScenario => {
                "NOT EXISTS (SELECT 1 FROM pay_sheet s WHERE s.id = r.sheet_id AND s.removed_at = r.removed_at)"
            }
            _ => "1",
        }
    }

    /// The column that says in one word what it is, which its title alone does not: stored words read as in the history.
    pub(super) fn word(self) -> Option<&'static str> {
        match self {
            TrashKind::MembershipEvent
            | TrashKind::PersonTag
            | TrashKind::ElectionEvent
            | TrashKind::SupervisionEvent
            | TrashKind::SupervisionLetter
            | TrashKind::MediationEvent
            | TrashKind::PlatformCap
            | TrashKind::HazardEvent => Some("kind"),
            TrashKind::ElectionBallot => Some("post"),
            TrashKind::DecisionUse => Some("act"),
            _ => None,
        }
    }

    /// The part of the work that it belongs to; none for what the chair alone decides: by which rules dates are
    /// counted, whose signature is trusted, and how papers are worded.
    pub fn part(self) -> Option<Part> {
        Some(match self {
            TrashKind::Person
            | TrashKind::Consent
            | TrashKind::Application
            | TrashKind::UnionTerm
            | TrashKind::UnionGroup
            | TrashKind::Election
            | TrashKind::MembersMeeting
            | TrashKind::DuesTalk
            | TrashKind::FeePayment
            | TrashKind::FeeDemand
            | TrashKind::Employment
            | TrashKind::LabourContract
            | TrashKind::Certificate
            | TrashKind::Training
            | TrashKind::Honour
            | TrashKind::HealthExam
            | TrashKind::MembershipEvent
            | TrashKind::MemberList
            | TrashKind::PersonTag
            | TrashKind::PersonApart
            | TrashKind::HardshipFile
            | TrashKind::MemberAid
            | TrashKind::DuesBasis
            | TrashKind::Workforce
            | TrashKind::FeeShare
            | TrashKind::ElectionEvent
            | TrashKind::ElectionBallot => Part::Members,
            TrashKind::Negotiation
            | TrashKind::Suspension
            | TrashKind::CorrectionOrder
            | TrashKind::Information
            | TrashKind::Meeting
            | TrashKind::Event
            | TrashKind::Agreement
            | TrashKind::CongressSession
            | TrashKind::AgreementCheck
            | TrashKind::RepresentativeElection
            | TrashKind::Mandate
            | TrashKind::OpinionSurvey
            | TrashKind::ContractClause
            | TrashKind::ContractVersion
            | TrashKind::PaySheet
            | TrashKind::PayReference
            | TrashKind::PayScenario
            | TrashKind::PayInsurance => Part::Negotiation,
            TrashKind::Supervision
            | TrashKind::SupervisionEvent
            | TrashKind::SupervisionLetter
            | TrashKind::SupervisionInspector
            | TrashKind::Appeal
            | TrashKind::Dismissal
            | TrashKind::Mediation
            | TrashKind::MediationEvent
            | TrashKind::Mediator => Part::Letters,
            TrashKind::PlatformFirm
            | TrashKind::PlatformWork
            | TrashKind::PlatformReferral
            | TrashKind::PlatformTalk
            | TrashKind::PlatformCap
            | TrashKind::PlatformMeeting
            | TrashKind::InjuryHelp => Part::Platform,
            TrashKind::LeavePeriod
            | TrashKind::LeaveBar
            | TrashKind::LeavePay
            | TrashKind::RecuperationBatch
            | TrashKind::RecuperationPlace => Part::Leave,
            TrashKind::Hazard | TrashKind::HazardEvent | TrashKind::SafetyVisit => Part::Safety,
            TrashKind::CongressTerm
            | TrashKind::CongressDelegate
            | TrashKind::CongressMotion
            | TrashKind::CongressMeeting => Part::Congress,
            TrashKind::ReformMeasure => Part::Reform,
            TrashKind::Calendar
            | TrashKind::OwnRule
            | TrashKind::LawPack
            | TrashKind::Publisher
            | TrashKind::OwnTemplate => return None,
            // On any record, the union's own things, and what came in and went out: whoever keeps its papers.
            TrashKind::Attachment
            | TrashKind::Custody
            | TrashKind::Incoming
            | TrashKind::Sending
            | TrashKind::Form
            | TrashKind::Committee
            | TrashKind::DecisionUse
            | TrashKind::Paper
            | TrashKind::Letter => Part::Office,
        })
    }
}

/// A record in the trash.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TrashRef {
    /// What it is.
    pub kind: TrashKind,
    /// The record.
    pub id: String,
}
