//! Where terms, delegates, motions and sessions of the workers' congress lie, and what they are called in the trash. The votes of
//! the talks are in `negotiation`.

use crate::congress::delegates;
use crate::trash::kind::TrashKind;
use crate::trash::returning::{may_restore_congress_delegate, until_the_register_is_over};
use crate::trash::tables::Lies;

pub(super) const CONGRESS_TERM: Lies = Lies {
    kind: TrashKind::CongressTerm,
    code: "congressTerm",
    label: "一届职工代表大会",
    table: "congress_term",
    title: "r.name",
    check: delegates::term_may_return,
    held: |_, _| Ok(None),
};

pub(super) const CONGRESS_DELEGATE: Lies = Lies {
    kind: TrashKind::CongressDelegate,
    code: "congressDelegate",
    label: "职工代表",
    table: "congress_delegate",
    title: "r.name || ' ' || (SELECT name FROM congress_term WHERE id = r.term_id)",
    check: may_restore_congress_delegate,
    held: |_, _| Ok(None),
};

pub(super) const CONGRESS_MOTION: Lies = Lies {
    kind: TrashKind::CongressMotion,
    code: "congressMotion",
    label: "提案",
    table: "congress_motion",
    title: "paper_number('congressMotion', r.year, r.serial) || ' ' || r.matter",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "congress_motion", id),
};

pub(super) const CONGRESS_MEETING: Lies = Lies {
    kind: TrashKind::CongressMeeting,
    code: "congressMeeting",
    label: "职代会会议",
    table: "congress_meeting",
    title: "r.name || ' ' || r.held_on",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};
