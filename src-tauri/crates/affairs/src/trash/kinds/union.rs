//! Where records of the union itself lie, and what they are called in the trash: what is kept, rules and calendar,
//! bodies, fee, elections. Its people are in `members`.

use crate::trash::kind::TrashKind;
use crate::trash::returning::{
    may_restore_ballot, may_restore_calendar, may_restore_election, may_restore_election_event,
};
use crate::trash::tables::Lies;
use crate::union;

pub(super) const CUSTODY: Lies = Lies {
    kind: TrashKind::Custody,
    code: "custody",
    label: "保管物",
    table: "custody",
    title: "r.name",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const CALENDAR: Lies = Lies {
    kind: TrashKind::Calendar,
    code: "calendar",
    label: "放假安排",
    table: "calendar_notice",
    title: "r.year || '年放假安排'",
    check: may_restore_calendar,
    held: |_, _| Ok(None),
};

pub(super) const OWN_RULE: Lies = Lies {
    kind: TrashKind::OwnRule,
    code: "ownRule",
    label: "本单位约定",
    table: "own_rule",
    title: "r.contract || r.article",
    check: union::rulebook::own::may_return,
    held: |_, _| Ok(None),
};

pub(super) const LAW_PACK: Lies = Lies {
    kind: TrashKind::LawPack,
    code: "lawPack",
    label: "法规文件",
    table: "law_pack",
    title: "r.name",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const PUBLISHER: Lies = Lies {
    kind: TrashKind::Publisher,
    code: "publisher",
    label: "发布单位",
    table: "law_publisher",
    title: "r.name",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const UNION_TERM: Lies = Lies {
    kind: TrashKind::UnionTerm,
    code: "unionTerm",
    label: "一届机构",
    table: "union_term",
    title: "union_term_name(r.body, r.session)",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const UNION_GROUP: Lies = Lies {
    kind: TrashKind::UnionGroup,
    code: "unionGroup",
    label: "分会、小组",
    table: "union_group",
    title: "r.name",
    check: union::groups::may_return,
    held: |_, _| Ok(None),
};

pub(super) const FEE_PAYMENT: Lies = Lies {
    kind: TrashKind::FeePayment,
    code: "feePayment",
    label: "工会经费收付",
    table: "fee_payment",
    title: "r.month || ' ' || r.paid_on",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const FEE_DEMAND: Lies = Lies {
    kind: TrashKind::FeeDemand,
    code: "feeDemand",
    label: "催缴函",
    table: "fee_demand",
    title: "r.addressee || ' ' || r.from_month || ' 至 ' || r.to_month",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const ELECTION: Lies = Lies {
    kind: TrashKind::Election,
    code: "election",
    label: "换届选举",
    table: "election",
    title: "union_term_name('committee', r.session) || '换届选举'",
    check: may_restore_election,
    held: |_, _| Ok(None),
};

pub(super) const MEMBERS_MEETING: Lies = Lies {
    kind: TrashKind::MembersMeeting,
    code: "membersMeeting",
    label: "会员大会、会员代表大会",
    table: "members_meeting",
    title: "members_meeting_name(r.form, r.session, r.round) || ' ' || r.held_on",
    check: union::members_congress::may_return,
    held: |_, _| Ok(None),
};

pub(super) const WORKFORCE: Lies = Lies {
    kind: TrashKind::Workforce,
    code: "workforce",
    label: "职工人数",
    table: "workforce",
    title: "r.as_of || ' ' || r.workers || '人'",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const FEE_SHARE: Lies = Lies {
    kind: TrashKind::FeeShare,
    code: "feeShare",
    label: "工会经费回拨比例",
    table: "fee_share",
    title: "r.from_month || ' 起'",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const ELECTION_EVENT: Lies = Lies {
    kind: TrashKind::ElectionEvent,
    code: "electionEvent",
    label: "换届经过",
    table: "election_event",
    title: "(SELECT union_term_name('committee', session) FROM election WHERE id = r.election_id) \
            || '换届 ' || r.happened_on",
    check: may_restore_election_event,
    held: |_, _| Ok(None),
};

pub(super) const ELECTION_BALLOT: Lies = Lies {
    kind: TrashKind::ElectionBallot,
    code: "electionBallot",
    label: "选举计票",
    table: "election_ballot",
    title: "(SELECT union_term_name('committee', session) FROM election WHERE id = r.election_id) \
            || '换届 ' || r.held_on",
    check: may_restore_ballot,
    held: |_, _| Ok(None),
};
