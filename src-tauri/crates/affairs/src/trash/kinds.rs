//! The kinds of records that the trash knows: where they lie in the tables, what they are called, and when one
//! may come back. How long they are kept is `retention`.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::returning::{
    may_restore_affair, may_restore_agreement, may_restore_attachment, may_restore_calendar,
    may_restore_consent, may_restore_election, may_restore_event, may_restore_information,
    may_restore_meeting, may_restore_opinions, may_restore_order, may_restore_suspension,
    until_its_case_year_is_over, until_its_help_year_is_over, until_its_record_year_is_over,
    until_its_year_is_over, until_the_register_is_over,
};
use crate::union::model::Part;
use crate::{Problem, members, negotiation, office, pay, platform, union};

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
}

impl TrashKind {
    /// Whether its very being is told to readers of health alone.
    pub fn is_health(self) -> bool {
        self == TrashKind::HealthExam
    }

    /// Which removed rows (`r`) are records by themselves and no part of another that was removed: SQL.
    pub(super) fn by_itself(self) -> &'static str {
        match self {
            // Those of a person who was removed come back with the person; one that a merge took up stands in another.
            TrashKind::Employment => {
                "EXISTS (SELECT 1 FROM live_person p WHERE p.id = r.person_id)
                 AND NOT EXISTS (SELECT 1 FROM person_merge m JOIN person g ON g.id = m.gone_id
                   WHERE m.kept_id = r.person_id AND g.removed_at = r.removed_at)"
            }
            _ => "1",
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
            | TrashKind::HealthExam => Part::Members,
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
            | TrashKind::PayReference => Part::Negotiation,
            TrashKind::Supervision | TrashKind::Appeal | TrashKind::Dismissal | TrashKind::Mediation => {
                Part::Letters
            }
            TrashKind::PlatformFirm
            | TrashKind::PlatformWork
            | TrashKind::PlatformReferral
            | TrashKind::PlatformTalk
            | TrashKind::InjuryHelp => Part::Platform,
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
            | TrashKind::Letter => Part::Office,
        })
    }
}

/// A day before which a record is not erased, and why.
pub(super) type Held = (NaiveDate, &'static str);

/// How the records of a kind lie in the tables.
pub(super) struct Lies {
    pub kind: TrashKind,
    /// as the setting and the law's subject name it
    pub code: &'static str,
    pub label: &'static str,
    pub table: &'static str,
    /// what it is called in the list, over the table as `r`
    pub title: &'static str,
    /// whether it may come back now
    pub check: fn(&Connection, &str) -> Result<(), Problem>,
    /// a day before which it is not erased whatever the settings say, and why
    pub held: fn(&Connection, &str) -> Result<Option<Held>, Problem>,
}

pub(super) const KINDS: [Lies; 53] = [
    Lies {
        kind: TrashKind::Person,
        code: "person",
        label: "人员",
        table: "person",
        title: "r.name",
        check: members::duplicates::store::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Meeting,
        code: "meeting",
        label: "协商会议",
        table: "meeting",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 第' || r.round || '轮会议'",
        check: may_restore_meeting,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Event,
        code: "event",
        label: "协商经过",
        table: "negotiation_event",
        title: "r.happened_on || ' ' || r.text",
        check: may_restore_event,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Attachment,
        code: "attachment",
        label: "附件",
        table: "attachment",
        title: "r.name",
        check: may_restore_attachment,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Consent,
        code: "consent",
        label: "同意记录",
        table: "consent",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.about",
        check: may_restore_consent,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Custody,
        code: "custody",
        label: "保管物",
        table: "custody",
        title: "r.name",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Incoming,
        code: "incoming",
        label: "收文",
        table: "incoming_paper",
        title: "paper_number('incoming', r.year, r.serial) || ' ' || r.title",
        check: |_, _| Ok(()),
        held: until_its_year_is_over,
    },
    Lies {
        kind: TrashKind::Calendar,
        code: "calendar",
        label: "放假安排",
        table: "calendar_notice",
        title: "r.year || '年放假安排'",
        check: may_restore_calendar,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::OwnRule,
        code: "ownRule",
        label: "本单位约定",
        table: "own_rule",
        title: "r.contract || r.article",
        check: union::rulebook::own::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::LawPack,
        code: "lawPack",
        label: "法规文件",
        table: "law_pack",
        title: "r.name",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Publisher,
        code: "publisher",
        label: "发布单位",
        table: "law_publisher",
        title: "r.name",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Sending,
        code: "sending",
        label: "发送记录",
        table: "paper_sending",
        title: "(SELECT paper_number(kind, year, number) FROM paper WHERE id = r.paper_id) || ' ' || r.receiver",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Form,
        code: "form",
        label: "表格",
        table: "form",
        title: "r.name",
        check: office::forms::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Committee,
        code: "committee",
        label: "会议记录",
        table: "committee_meeting",
        title: "committee_number(r.body, r.year, r.serial) || ' ' || r.held_on",
        check: office::committee::may_return,
        held: until_its_record_year_is_over,
    },
    Lies {
        kind: TrashKind::OwnTemplate,
        code: "ownTemplate",
        label: "本单位模板",
        table: "own_template",
        title: "r.title",
        check: office::templates::store::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Letter,
        code: "letter",
        label: "函",
        table: "letter",
        title: "r.title",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Supervision,
        code: "supervision",
        label: "监督案件",
        table: "supervision_case",
        title: "paper_number('supervision', r.year, r.serial) || ' ' || r.matter",
        check: |_, _| Ok(()),
        held: until_its_case_year_is_over,
    },
    Lies {
        kind: TrashKind::Application,
        code: "application",
        label: "入会申请",
        table: "application",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.applied_on",
        check: members::joining::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::UnionTerm,
        code: "unionTerm",
        label: "一届机构",
        table: "union_term",
        title: "union_term_name(r.body, r.session)",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::UnionGroup,
        code: "unionGroup",
        label: "分会、小组",
        table: "union_group",
        title: "r.name",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::DuesTalk,
        code: "duesTalk",
        label: "劝导谈话",
        table: "dues_talk",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.talked_on",
        check: members::dues::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::FeePayment,
        code: "feePayment",
        label: "工会经费收付",
        table: "fee_payment",
        title: "r.month || ' ' || r.paid_on",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::FeeDemand,
        code: "feeDemand",
        label: "催缴函",
        table: "fee_demand",
        title: "r.addressee || ' ' || r.from_month || ' 至 ' || r.to_month",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Appeal,
        code: "appeal",
        label: "职工诉求",
        table: "appeal",
        title: "paper_number('appeal', r.year, r.serial) || ' ' || r.matter",
        check: |_, _| Ok(()),
        held: |connection, id| until_the_register_is_over(connection, "appeal", id),
    },
    Lies {
        kind: TrashKind::Dismissal,
        code: "dismissal",
        label: "解除和处分通知",
        table: "dismissal",
        title: "paper_number('dismissal', r.year, r.serial) || ' ' || r.name",
        check: |_, _| Ok(()),
        held: |connection, id| until_the_register_is_over(connection, "dismissal", id),
    },
    Lies {
        kind: TrashKind::Mediation,
        code: "mediation",
        label: "调解案件",
        table: "mediation_case",
        title: "paper_number('mediation', r.year, r.serial) || ' ' || r.worker",
        check: |_, _| Ok(()),
        held: |connection, id| until_the_register_is_over(connection, "mediation_case", id),
    },
    Lies {
        kind: TrashKind::PlatformFirm,
        code: "platformFirm",
        label: "平台和合作企业",
        table: "platform_firm",
        title: "r.name",
        check: platform::store::firms::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::PlatformWork,
        code: "platformWork",
        label: "平台从业登记",
        table: "platform_work",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || \
                (SELECT name FROM platform_firm WHERE id = r.firm_id)",
        check: platform::store::works::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::PlatformReferral,
        code: "platformReferral",
        label: "转介",
        table: "platform_referral",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.to_union",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::PlatformTalk,
        code: "platformTalk",
        label: "平台协商",
        table: "platform_talk",
        title: "(SELECT name FROM platform_firm WHERE id = r.firm_id) || ' ' || r.year || '年度协商'",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::InjuryHelp,
        code: "injuryHelp",
        label: "职业伤害协助",
        table: "injury_help",
        title: "paper_number('injury', r.year, r.serial)",
        check: |_, _| Ok(()),
        held: until_its_help_year_is_over,
    },
    Lies {
        kind: TrashKind::LabourContract,
        code: "labourContract",
        label: "劳动合同",
        table: "labour_contract",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.from_on",
        check: |connection, id| members::dossier::may_return(connection, "labour_contract", id),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Certificate,
        code: "certificate",
        label: "证书",
        table: "certificate",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.name",
        check: |connection, id| members::dossier::may_return(connection, "certificate", id),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Training,
        code: "training",
        label: "培训",
        table: "training",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.course",
        check: |connection, id| members::dossier::may_return(connection, "training", id),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Honour,
        code: "honour",
        label: "荣誉",
        table: "honour",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.name",
        check: |connection, id| members::dossier::may_return(connection, "honour", id),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::HealthExam,
        code: "healthExam",
        label: "职业健康检查",
        table: "health_exam",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.examined_on",
        check: |connection, id| members::dossier::may_return(connection, "health_exam", id),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Election,
        code: "election",
        label: "换届选举",
        table: "election",
        title: "union_term_name('committee', r.session) || '换届选举'",
        check: may_restore_election,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::MembersMeeting,
        code: "membersMeeting",
        label: "会员大会、会员代表大会",
        table: "members_meeting",
        title: "members_meeting_name(r.form, r.session, r.round) || ' ' || r.held_on",
        check: union::members_congress::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::PaySheet,
        code: "paySheet",
        label: "工资数据",
        table: "pay_sheet",
        title: "substr(r.period, 1, 4) || '年' || CASE WHEN length(r.period) > 4
          THEN ltrim(substr(r.period, 6), '0') || '月' ELSE '' END || '工资数据'",
        check: pay::may_return,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::PayReference,
        code: "payReference",
        label: "工资参考数据",
        table: "pay_reference",
        title: "r.region || ' ' || r.period || ' ' || r.source",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::ContractClause,
        code: "contractClause",
        label: "合同条款",
        table: "contract_clause",
        title: "(SELECT title FROM agreement WHERE id = r.agreement_id) || ' ' || substr(r.text, 1, 24)",
        check: negotiation::contract::may_restore_clause,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::ContractVersion,
        code: "contractVersion",
        label: "粘贴的上年合同",
        table: "contract_version",
        title: "r.note",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Agreement,
        code: "agreement",
        label: "集体合同",
        table: "agreement",
        title: "r.title",
        check: may_restore_agreement,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::CongressSession,
        code: "congressSession",
        label: "职代会表决",
        table: "congress_session",
        title: "r.name || ' ' || r.held_on",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::AgreementCheck,
        code: "agreementCheck",
        label: "履行检查",
        table: "agreement_check",
        title: "(SELECT title FROM agreement WHERE id = r.agreement_id) || ' ' || r.checked_on",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::RepresentativeElection,
        code: "representativeElection",
        label: "推选协商代表的会议",
        table: "representative_election",
        title: "r.held_on || ' ' || r.meeting",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Mandate,
        code: "mandate",
        label: "委托书",
        table: "negotiation_mandate",
        title: "r.given_on || ' ' || r.name",
        check: |_, _| Ok(()),
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::OpinionSurvey,
        code: "opinionSurvey",
        label: "职工意见征集",
        table: "opinion_survey",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 职工意见'",
        check: may_restore_opinions,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Negotiation,
        code: "negotiation",
        label: "协商",
        table: "negotiation",
        title: "r.title",
        check: may_restore_affair,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Suspension,
        code: "suspension",
        label: "中止协商",
        table: "negotiation_suspension",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' ' || r.from_on || '中止'",
        check: may_restore_suspension,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::CorrectionOrder,
        code: "correctionOrder",
        label: "责令改正",
        table: "negotiation_order",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 责令改正'",
        check: may_restore_order,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Information,
        code: "information",
        label: "协商资料",
        table: "negotiation_information",
        title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' ' || r.name",
        check: may_restore_information,
        held: |_, _| Ok(None),
    },
    Lies {
        kind: TrashKind::Employment,
        code: "employment",
        label: "用工",
        table: "employment",
        title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || coalesce(r.hired_on || ' ', '') ||
          coalesce(r.employer, r.shop, '')",
        check: members::employment::may_return,
        held: |_, _| Ok(None),
    },
];

pub(super) fn lies(kind: TrashKind) -> &'static Lies {
    match kind {
        TrashKind::Person => &KINDS[0],
        TrashKind::Meeting => &KINDS[1],
        TrashKind::Event => &KINDS[2],
        TrashKind::Attachment => &KINDS[3],
        TrashKind::Consent => &KINDS[4],
        TrashKind::Custody => &KINDS[5],
        TrashKind::Incoming => &KINDS[6],
        TrashKind::Calendar => &KINDS[7],
        TrashKind::OwnRule => &KINDS[8],
        TrashKind::LawPack => &KINDS[9],
        TrashKind::Publisher => &KINDS[10],
        TrashKind::Sending => &KINDS[11],
        TrashKind::Form => &KINDS[12],
        TrashKind::Committee => &KINDS[13],
        TrashKind::OwnTemplate => &KINDS[14],
        TrashKind::Letter => &KINDS[15],
        TrashKind::Supervision => &KINDS[16],
        TrashKind::Application => &KINDS[17],
        TrashKind::UnionTerm => &KINDS[18],
        TrashKind::UnionGroup => &KINDS[19],
        TrashKind::DuesTalk => &KINDS[20],
        TrashKind::FeePayment => &KINDS[21],
        TrashKind::FeeDemand => &KINDS[22],
        TrashKind::Appeal => &KINDS[23],
        TrashKind::Dismissal => &KINDS[24],
        TrashKind::Mediation => &KINDS[25],
        TrashKind::PlatformFirm => &KINDS[26],
        TrashKind::PlatformWork => &KINDS[27],
        TrashKind::PlatformReferral => &KINDS[28],
        TrashKind::PlatformTalk => &KINDS[29],
        TrashKind::InjuryHelp => &KINDS[30],
        TrashKind::LabourContract => &KINDS[31],
        TrashKind::Certificate => &KINDS[32],
        TrashKind::Training => &KINDS[33],
        TrashKind::Honour => &KINDS[34],
        TrashKind::HealthExam => &KINDS[35],
        TrashKind::Election => &KINDS[36],
        TrashKind::MembersMeeting => &KINDS[37],
        TrashKind::PaySheet => &KINDS[38],
        TrashKind::PayReference => &KINDS[39],
        TrashKind::ContractClause => &KINDS[40],
        TrashKind::ContractVersion => &KINDS[41],
        TrashKind::Agreement => &KINDS[42],
        TrashKind::CongressSession => &KINDS[43],
        TrashKind::AgreementCheck => &KINDS[44],
        TrashKind::RepresentativeElection => &KINDS[45],
        TrashKind::Mandate => &KINDS[46],
        TrashKind::OpinionSurvey => &KINDS[47],
        TrashKind::Negotiation => &KINDS[48],
        TrashKind::Suspension => &KINDS[49],
        TrashKind::CorrectionOrder => &KINDS[50],
        TrashKind::Information => &KINDS[51],
        TrashKind::Employment => &KINDS[52],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::KINDS;
    use crate::fields;

    /// What refers to a record and is not erased with it, so that its purge is refused while the other stands, and why.
    const STANDS_IN_THE_WAY: &[(&str, &str)] = &[
        ("negotiation_suspension → meeting", "a suspension is a record of its own"),
        ("negotiation_event → agreement", "what happened to an agreement is one too"),
        ("congress_vote → agreement", "and so is the session that voted"),
        ("contract_version_clause → contract_clause", "a kept version says what stood in it"),
        ("decision_use → committee_topic", "what rests on a decision is undone first"),
        ("negotiation_warning → supervision_case", "the talks name the case"),
        ("dismissal → mediation_case", "the dismissal names the case"),
        ("platform_talk → platform_firm", "talks with a firm are a record of their own"),
        ("platform_work → platform_firm", "and so is who works there"),
        ("injury_help → platform_work", "help is one too"),
        ("platform_referral → platform_work", "and a referral"),
    ];
    /// What lets go of a person before the purge.
    const LETS_GO: [&str; 2] = ["→ person", "incoming_paper → paper"];

    /// Every table with each that it refers to.
    fn references(snapshot: &str) -> Vec<(String, String)> {
        let mut all = Vec::new();
        for text in snapshot.split("CREATE TABLE ").skip(1) {
            let Some((name, _)) = text.split_once(" (") else { continue };
            let Some((columns, _)) = text.split_once("STRICT") else { continue };
            for to in columns.split("REFERENCES ").skip(1) {
                let to = to.split(' ').next().unwrap_or_default();
                all.push((name.trim_matches('"').to_owned(), to.trim_matches('"').to_owned()));
            }
        }
        all
    }

    fn closure(table: &'static str, all: &mut BTreeSet<&'static str>) {
        if all.insert(table) {
            fields::parts(table).iter().for_each(|(part, _)| closure(part, all));
        }
    }

    #[test]
    fn what_belongs_to_a_record_is_erased_with_it() {
        let refers = references(include_str!("../../migrations/schema.snapshot.sql"));
        assert!(refers.len() > 100, "the snapshot was read");
        let mut missed = BTreeSet::new();
        for lies in &KINDS {
            let mut family = BTreeSet::new();
            closure(lies.table, &mut family);
            for (from, to) in &refers {
                if family.contains(to.as_str()) && !family.contains(from.as_str()) {
                    missed.insert(format!("{} ({}): {from} → {to}", lies.code, lies.table));
                }
            }
        }
        let told = |line: &String| {
            STANDS_IN_THE_WAY.iter().any(|(stands, _)| line.ends_with(stands))
                || (line.starts_with("person ") && LETS_GO.iter().any(|gone| line.ends_with(gone)))
        };
        missed.retain(|line| !told(line));
        assert!(missed.is_empty(), "{missed:#?}");
    }
}
