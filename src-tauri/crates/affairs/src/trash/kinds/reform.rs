//! Where measures of the workforce reform lie, and what they are called in the trash.

use crate::trash::kind::TrashKind;
use crate::trash::returning::until_the_register_is_over;
use crate::trash::tables::Lies;

pub(super) const REFORM_MEASURE: Lies = Lies {
    kind: TrashKind::ReformMeasure,
    code: "reformMeasure",
    label: "产改措施",
    table: "reform_measure",
    title: "paper_number('reformMeasure', r.year, r.serial) || ' ' || r.measure",
    check: |_, _| Ok(()),
    held: |connection, id| until_the_register_is_over(connection, "reform_measure", id),
};
