//! Where records of new forms of work lie, and what they are called in the trash. People on the roster are in
//! `members`.

use crate::platform;
use crate::trash::kind::TrashKind;
use crate::trash::returning::{may_restore_cap, may_restore_platform_meeting, until_its_help_year_is_over};
use crate::trash::tables::Lies;

pub(super) const PLATFORM_FIRM: Lies = Lies {
    kind: TrashKind::PlatformFirm,
    code: "platformFirm",
    label: "平台和合作企业",
    table: "platform_firm",
    title: "r.name",
    check: platform::store::firms::may_return,
    held: |_, _| Ok(None),
};

pub(super) const PLATFORM_WORK: Lies = Lies {
    kind: TrashKind::PlatformWork,
    code: "platformWork",
    label: "平台从业登记",
    table: "platform_work",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || \
            (SELECT name FROM platform_firm WHERE id = r.firm_id)",
    check: platform::store::works::may_return,
    held: |_, _| Ok(None),
};

pub(super) const PLATFORM_REFERRAL: Lies = Lies {
    kind: TrashKind::PlatformReferral,
    code: "platformReferral",
    label: "转介",
    table: "platform_referral",
    title: "coalesce((SELECT name FROM person WHERE id = r.person_id) || ' ', '') || r.to_union",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const PLATFORM_TALK: Lies = Lies {
    kind: TrashKind::PlatformTalk,
    code: "platformTalk",
    label: "平台协商",
    table: "platform_talk",
    title: "(SELECT name FROM platform_firm WHERE id = r.firm_id) || ' ' || r.year || '年度协商'",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const INJURY_HELP: Lies = Lies {
    kind: TrashKind::InjuryHelp,
    code: "injuryHelp",
    label: "职业伤害协助",
    table: "injury_help",
    title: "paper_number('injury', r.year, r.serial)",
    check: |_, _| Ok(()),
    held: until_its_help_year_is_over,
};

pub(super) const PLATFORM_CAP: Lies = Lies {
    kind: TrashKind::PlatformCap,
    code: "platformCap",
    label: "工作时间约定",
    table: "platform_cap",
    title: "(SELECT name FROM platform_firm WHERE id = r.firm_id) || ' ' || r.since_on",
    check: may_restore_cap,
    held: |_, _| Ok(None),
};

pub(super) const PLATFORM_MEETING: Lies = Lies {
    kind: TrashKind::PlatformMeeting,
    code: "platformMeeting",
    label: "平台协商会议",
    table: "platform_meeting",
    title: "(SELECT f.name FROM platform_talk t JOIN platform_firm f ON f.id = t.firm_id WHERE t.id = r.talk_id) \
            || ' ' || r.held_on",
    check: may_restore_platform_meeting,
    held: |_, _| Ok(None),
};
