//! Where records of the registers lie, and what they are called in the trash. People on the roster are in `members`.

use crate::registers::hardship;
use crate::trash::kind::TrashKind;
use crate::trash::tables::Lies;

pub(super) const HARDSHIP_FILE: Lies = Lies {
    kind: TrashKind::HardshipFile,
    code: "hardshipFile",
    label: "困难职工档案",
    table: "hardship_file",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' 困难职工档案'",
    check: hardship::file_may_return,
    held: |_, _| Ok(None),
};

pub(super) const MEMBER_AID: Lies = Lies {
    kind: TrashKind::MemberAid,
    code: "memberAid",
    label: "帮扶慰问",
    table: "member_aid",
    title: "coalesce((SELECT name FROM person WHERE id = r.person_id) || ' ', '') || r.given_on || ' 帮扶慰问'",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};
