//! Where records of the talks lie, and what they are called in the trash, with the contracts that come of them, the
//! wages that they talk about and the congress that decides. Talks with platforms are in `platform`.

use crate::trash::kind::TrashKind;
use crate::trash::returning::{
    may_restore_affair, may_restore_agreement, may_restore_event, may_restore_information,
    may_restore_meeting, may_restore_opinions, may_restore_order, may_restore_scenario,
    may_restore_suspension,
};
use crate::trash::tables::Lies;
use crate::{negotiation, pay};

pub(super) const MEETING: Lies = Lies {
    kind: TrashKind::Meeting,
    code: "meeting",
    label: "协商会议",
    table: "meeting",
    title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 第' || r.round || '轮会议'",
    check: may_restore_meeting,
    held: |_, _| Ok(None),
};

pub(super) const EVENT: Lies = Lies {
    kind: TrashKind::Event,
    code: "event",
    label: "协商经过",
    table: "negotiation_event",
    title: "r.happened_on || ' ' || r.text",
    check: may_restore_event,
    held: |_, _| Ok(None),
};

pub(super) const PAY_SHEET: Lies = Lies {
    kind: TrashKind::PaySheet,
    code: "paySheet",
    label: "工资数据",
    table: "pay_sheet",
    title: "substr(r.period, 1, 4) || '年' || CASE WHEN length(r.period) > 4
      THEN ltrim(substr(r.period, 6), '0') || '月' ELSE '' END || '工资数据'",
    check: pay::may_return,
    held: |_, _| Ok(None),
};

pub(super) const PAY_REFERENCE: Lies = Lies {
    kind: TrashKind::PayReference,
    code: "payReference",
    label: "工资参考数据",
    table: "pay_reference",
    title: "r.region || ' ' || r.period || ' ' || r.source",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const CONTRACT_CLAUSE: Lies = Lies {
    kind: TrashKind::ContractClause,
    code: "contractClause",
    label: "合同条款",
    table: "contract_clause",
    title: "(SELECT title FROM agreement WHERE id = r.agreement_id) || ' ' || substr(r.text, 1, 24)",
    check: negotiation::contract::may_restore_clause,
    held: |_, _| Ok(None),
};

pub(super) const CONTRACT_VERSION: Lies = Lies {
    kind: TrashKind::ContractVersion,
    code: "contractVersion",
    label: "粘贴的上年合同",
    table: "contract_version",
    title: "r.note",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const AGREEMENT: Lies = Lies {
    kind: TrashKind::Agreement,
    code: "agreement",
    label: "集体合同",
    table: "agreement",
    title: "r.title",
    check: may_restore_agreement,
    held: |_, _| Ok(None),
};

pub(super) const CONGRESS_SESSION: Lies = Lies {
    kind: TrashKind::CongressSession,
    code: "congressSession",
    label: "职代会表决",
    table: "congress_session",
    title: "r.name || ' ' || r.held_on",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const AGREEMENT_CHECK: Lies = Lies {
    kind: TrashKind::AgreementCheck,
    code: "agreementCheck",
    label: "履行检查",
    table: "agreement_check",
    title: "(SELECT title FROM agreement WHERE id = r.agreement_id) || ' ' || r.checked_on",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const REPRESENTATIVE_ELECTION: Lies = Lies {
    kind: TrashKind::RepresentativeElection,
    code: "representativeElection",
    label: "推选协商代表的会议",
    table: "representative_election",
    title: "r.held_on || ' ' || r.meeting",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const MANDATE: Lies = Lies {
    kind: TrashKind::Mandate,
    code: "mandate",
    label: "委托书",
    table: "negotiation_mandate",
    title: "r.given_on || ' ' || r.name",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const OPINION_SURVEY: Lies = Lies {
    kind: TrashKind::OpinionSurvey,
    code: "opinionSurvey",
    label: "职工意见征集",
    table: "opinion_survey",
    title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 职工意见'",
    check: may_restore_opinions,
    held: |_, _| Ok(None),
};

pub(super) const NEGOTIATION: Lies = Lies {
    kind: TrashKind::Negotiation,
    code: "negotiation",
    label: "协商",
    table: "negotiation",
    title: "r.title",
    check: may_restore_affair,
    held: |_, _| Ok(None),
};

pub(super) const SUSPENSION: Lies = Lies {
    kind: TrashKind::Suspension,
    code: "suspension",
    label: "中止协商",
    table: "negotiation_suspension",
    title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' ' || r.from_on || '中止'",
    check: may_restore_suspension,
    held: |_, _| Ok(None),
};

pub(super) const CORRECTION_ORDER: Lies = Lies {
    kind: TrashKind::CorrectionOrder,
    code: "correctionOrder",
    label: "责令改正",
    table: "negotiation_order",
    title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' 责令改正'",
    check: may_restore_order,
    held: |_, _| Ok(None),
};

pub(super) const INFORMATION: Lies = Lies {
    kind: TrashKind::Information,
    code: "information",
    label: "协商资料",
    table: "negotiation_information",
    title: "(SELECT title FROM negotiation WHERE id = r.negotiation_id) || ' ' || r.name",
    check: may_restore_information,
    held: |_, _| Ok(None),
};

pub(super) const PAY_SCENARIO: Lies = Lies {
    kind: TrashKind::PayScenario,
    code: "payScenario",
    label: "增资方案",
    table: "pay_scenario",
    title: "r.year || '年 ' || r.name",
    check: may_restore_scenario,
    held: |_, _| Ok(None),
};

pub(super) const PAY_INSURANCE: Lies = Lies {
    kind: TrashKind::PayInsurance,
    code: "payInsurance",
    label: "社会保险单位费率",
    table: "pay_insurance",
    title: "r.name || ' ' || r.from_on",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};
