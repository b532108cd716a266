//! Where records of annual leave and recuperation lie, and what they are called in the trash. People on the roster are in
//! `members`.

use crate::leave;
use crate::trash::kind::TrashKind;
use crate::trash::tables::Lies;

pub(super) const LEAVE_PERIOD: Lies = Lies {
    kind: TrashKind::LeavePeriod,
    code: "leavePeriod",
    label: "年休假",
    table: "leave_period",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.from_on || '至' || r.to_on",
    check: |connection, id| leave::may_return(connection, "leave_period", id),
    held: |_, _| Ok(None),
};

pub(super) const LEAVE_BAR: Lies = Lies {
    kind: TrashKind::LeaveBar,
    code: "leaveBar",
    label: "不享受年休假的情形",
    table: "leave_bar",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.year || '年'",
    check: |connection, id| leave::may_return(connection, "leave_bar", id),
    held: |_, _| Ok(None),
};

pub(super) const LEAVE_PAY: Lies = Lies {
    kind: TrashKind::LeavePay,
    code: "leavePay",
    label: "未休年休假报酬",
    table: "leave_pay",
    title: "(SELECT name FROM person WHERE id = r.person_id) || ' ' || r.year || '年未休年休假报酬'",
    check: |connection, id| leave::may_return(connection, "leave_pay", id),
    held: |_, _| Ok(None),
};

pub(super) const RECUPERATION_BATCH: Lies = Lies {
    kind: TrashKind::RecuperationBatch,
    code: "recuperationBatch",
    label: "疗休养批次",
    table: "recuperation_batch",
    title: "(SELECT year FROM recuperation_plan WHERE id = r.plan_id) || '年' || r.name || ' ' || r.base",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const RECUPERATION_PLACE: Lies = Lies {
    kind: TrashKind::RecuperationPlace,
    code: "recuperationPlace",
    label: "疗休养名额",
    table: "recuperation_place",
    title: "coalesce((SELECT name FROM person WHERE id = r.person_id) || ' ', '') || \
            (SELECT name FROM recuperation_batch WHERE id = r.batch_id)",
    check: leave::recuperation::place_may_return,
    held: |_, _| Ok(None),
};
