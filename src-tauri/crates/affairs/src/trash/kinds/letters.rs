//! Where records of supervision and workers' rights lie, and what they are called in the trash. Letters of the union
//! outside supervision are in `office`.

use crate::trash::kind::TrashKind;
use crate::trash::returning::{
    may_restore_mediation_event, may_restore_mediator, may_restore_to_a_case, until_its_case_year_is_over,
    until_the_register_is_over,
};
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

pub(super) const SUPERVISION_EVENT: Lies = Lies {
    kind: TrashKind::SupervisionEvent,
    code: "supervisionEvent",
    label: "监督案件办理情况",
    table: "supervision_event",
    title: "(SELECT paper_number('supervision', year, serial) FROM supervision_case WHERE id = r.case_id) \
            || ' ' || r.happened_on",
    check: |connection, id| may_restore_to_a_case(connection, "supervision_event", id),
    held: |_, _| Ok(None),
};

pub(super) const SUPERVISION_LETTER: Lies = Lies {
    kind: TrashKind::SupervisionLetter,
    code: "supervisionLetter",
    label: "监督函件",
    table: "supervision_letter",
    title: "(SELECT paper_number('supervision', year, serial) FROM supervision_case WHERE id = r.case_id) \
            || ' ' || r.dated_on",
    check: |connection, id| may_restore_to_a_case(connection, "supervision_letter", id),
    held: |_, _| Ok(None),
};

pub(super) const SUPERVISION_INSPECTOR: Lies = Lies {
    kind: TrashKind::SupervisionInspector,
    code: "supervisionInspector",
    label: "监督员",
    table: "supervision_inspector",
    title: "r.name || ' ' || r.certificate",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const MEDIATION_EVENT: Lies = Lies {
    kind: TrashKind::MediationEvent,
    code: "mediationEvent",
    label: "调解经过",
    table: "mediation_event",
    title: "(SELECT paper_number('mediation', year, serial) FROM mediation_case WHERE id = r.case_id) \
            || ' ' || r.happened_on",
    check: may_restore_mediation_event,
    held: |_, _| Ok(None),
};

pub(super) const MEDIATOR: Lies = Lies {
    kind: TrashKind::Mediator,
    code: "mediator",
    label: "调解委员",
    table: "mediator",
    title: "r.name",
    check: may_restore_mediator,
    held: |_, _| Ok(None),
};
