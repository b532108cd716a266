//! Where records of people and their membership lie, and what they are called in the trash. Bodies and groups are in
//! `union`; how the records lie in general is told by `kinds`.

use crate::members;
use crate::trash::kind::TrashKind;
use crate::trash::returning::{may_restore_apart, may_restore_consent};
use crate::trash::tables::Lies;

pub(super) const PERSON: Lies = Lies {
    kind: TrashKind::Person,
    code: "person",
    label: "人员",
    table: "person",
    title: "r.name",
    check: members::duplicates::store::may_return,
    held: |_, _| Ok(None),
};

pub(super) const CONSENT: Lies = Lies {
    kind: TrashKind::Consent,
    code: "consent",
    label: "同意记录",
    table: "consent",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.about",
    check: may_restore_consent,
    held: |_, _| Ok(None),
};

pub(super) const APPLICATION: Lies = Lies {
    kind: TrashKind::Application,
    code: "application",
    label: "入会申请",
    table: "application",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.applied_on",
    check: members::joining::may_return,
    held: |_, _| Ok(None),
};

pub(super) const DUES_TALK: Lies = Lies {
    kind: TrashKind::DuesTalk,
    code: "duesTalk",
    label: "劝导谈话",
    table: "dues_talk",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.talked_on",
    check: members::dues::may_return,
    held: |_, _| Ok(None),
};

pub(super) const LABOUR_CONTRACT: Lies = Lies {
    kind: TrashKind::LabourContract,
    code: "labourContract",
    label: "劳动合同",
    table: "labour_contract",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.from_on",
    check: |connection, id| members::dossier::may_return(connection, "labour_contract", id),
    held: |_, _| Ok(None),
};

pub(super) const CERTIFICATE: Lies = Lies {
    kind: TrashKind::Certificate,
    code: "certificate",
    label: "证书",
    table: "certificate",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.name",
    check: |connection, id| members::dossier::may_return(connection, "certificate", id),
    held: |_, _| Ok(None),
};

pub(super) const TRAINING: Lies = Lies {
    kind: TrashKind::Training,
    code: "training",
    label: "培训",
    table: "training",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.course",
    check: |connection, id| members::dossier::may_return(connection, "training", id),
    held: |_, _| Ok(None),
};

pub(super) const HONOUR: Lies = Lies {
    kind: TrashKind::Honour,
    code: "honour",
    label: "荣誉",
    table: "honour",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.name",
    check: |connection, id| members::dossier::may_return(connection, "honour", id),
    held: |_, _| Ok(None),
};

pub(super) const HEALTH_EXAM: Lies = Lies {
    kind: TrashKind::HealthExam,
    code: "healthExam",
    label: "职业健康检查",
    table: "health_exam",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.examined_on",
    check: |connection, id| members::dossier::may_return(connection, "health_exam", id),
    held: |_, _| Ok(None),
};

pub(super) const EMPLOYMENT: Lies = Lies {
    kind: TrashKind::Employment,
    code: "employment",
    label: "用工",
    table: "employment",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || coalesce(r.hired_on || ' ', '') ||
      coalesce(r.employer, r.shop, '')",
    check: members::employment::may_return,
    held: |_, _| Ok(None),
};

pub(super) const MEMBERSHIP_EVENT: Lies = Lies {
    kind: TrashKind::MembershipEvent,
    code: "membershipEvent",
    label: "会籍登记",
    table: "membership_event",
    title: "(SELECT name FROM person WHERE id = r.person_id) || coalesce(' ' || r.happened_on, '')",
    check: members::membership::may_return,
    held: |_, _| Ok(None),
};

pub(super) const MEMBER_LIST: Lies = Lies {
    kind: TrashKind::MemberList,
    code: "memberList",
    label: "常用查询",
    table: "member_list",
    title: "r.name",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const PERSON_TAG: Lies = Lies {
    kind: TrashKind::PersonTag,
    code: "personTag",
    label: "人员标记",
    table: "person_tag",
    title: "(SELECT name FROM person WHERE id = r.person_id)",
    check: |connection, id| members::dossier::may_return(connection, "person_tag", id),
    held: |_, _| Ok(None),
};

pub(super) const PERSON_APART: Lies = Lies {
    kind: TrashKind::PersonApart,
    code: "personApart",
    label: "“两个人”的确认",
    table: "person_apart",
    title: "(SELECT name FROM person WHERE id = r.one_id) || '、' \
            || (SELECT name FROM person WHERE id = r.other_id)",
    check: may_restore_apart,
    held: |_, _| Ok(None),
};

pub(super) const DUES_BASIS: Lies = Lies {
    kind: TrashKind::DuesBasis,
    code: "duesBasis",
    label: "会费收缴标准",
    table: "dues_basis",
    title: "r.from_month || ' 起'",
    check: members::dues::may_return_basis,
    held: |_, _| Ok(None),
};
