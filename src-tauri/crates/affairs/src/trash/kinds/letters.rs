//! Where records of supervision and workers' rights lie, and what they are called in the trash. Letters of the union
//! outside supervision are in `office`.

use crate::trash::kind::TrashKind;
use crate::trash::returning::{until_its_case_year_is_over, until_the_register_is_over};
use crate::trash::tables::Lies;

pub(super) const SUPERVISION: Lies = Lies {
    kind: TrashKind::Supervision,
    code: "supervision",
    label: "监督案件",
    table: "supervision_case",
    title: "paper_number('supervision', r.year, r.serial) || ' ' || r.matter",
    check: |_, _| Ok(()),
    held: until_its_case_year_is_over,
};

pub(super) const APPEAL: Lies = Lies {
    kind: TrashKind::Appeal,
    code: "appeal",
    label: "职工诉求",
    table: "appeal",
    title: "paper_number('appeal', r.year, r.serial) || ' ' || r.matter",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "appeal", id),
};

pub(super) const DISMISSAL: Lies = Lies {
    kind: TrashKind::Dismissal,
    code: "dismissal",
    label: "解除和处分通知",
    table: "dismissal",
    title: "paper_number('dismissal', r.year, r.serial) || ' ' || r.name",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "dismissal", id),
};

pub(super) const MEDIATION: Lies = Lies {
    kind: TrashKind::Mediation,
    code: "mediation",
    label: "调解案件",
    table: "mediation_case",
    title: "paper_number('mediation', r.year, r.serial) || ' ' || r.worker",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "mediation_case", id),
};
