//! Where records of work safety lie, and what they are called in the trash. Accidents of riders are in `platform`.

use crate::trash::kind::TrashKind;
use crate::trash::returning::{may_restore_hazard_event, until_the_register_is_over};
use crate::trash::tables::Lies;

pub(super) const HAZARD: Lies = Lies {
    kind: TrashKind::Hazard,
    code: "hazard",
    label: "隐患",
    table: "hazard",
    title: "paper_number('hazard', r.year, r.serial) || ' ' || r.matter",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "hazard", id),
};

pub(super) const HAZARD_EVENT: Lies = Lies {
    kind: TrashKind::HazardEvent,
    code: "hazardEvent",
    label: "隐患经过",
    table: "hazard_event",
    title: "(SELECT paper_number('hazard', year, serial) FROM hazard WHERE id = r.hazard_id) || ' ' || r.happened_on",
    check: may_restore_hazard_event,
    held: |_, _| Ok(None),
};

pub(super) const SAFETY_VISIT: Lies = Lies {
    kind: TrashKind::SafetyVisit,
    code: "safetyVisit",
    label: "劳动保护检查",
    table: "safety_visit",
    title: "paper_number('safetyVisit', r.year, r.serial) || ' ' || r.topic",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "safety_visit", id),
};
