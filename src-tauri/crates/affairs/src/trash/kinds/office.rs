//! Where records of the office lie, and what they are called in the trash: attachments, what came in and went out,
//! meetings of the committee. Letters of supervision are in `letters`.

use crate::Problem;
use crate::negotiation::seal;
use crate::office;
use crate::trash::kind::TrashKind;
use crate::trash::returning::{
    may_restore_attachment, may_restore_use, until_its_record_year_is_over, until_its_year_is_over,
};
use crate::trash::tables::Lies;

pub(super) const ATTACHMENT: Lies = Lies {
    kind: TrashKind::Attachment,
    code: "attachment",
    label: "附件",
    table: "attachment",
    title: "r.name",
    check: may_restore_attachment,
    held: |_, _| Ok(None),
};

pub(super) const PAPER: Lies = Lies {
    kind: TrashKind::Paper,
    code: "paper",
    label: "印发文件",
    table: "paper",
    title: "r.title || '（' || paper_number(r.kind, r.year, r.number) || '）'",
    check: |_, _| Err(Problem::new("refused", "印发的文件不移除，一直在发文登记里，不用恢复。")),
    // What a sealed affair is filed with goes with the whole affair alone.
    held: |connection, id| seal::refuse(connection, &serde_json::Value::from(id)).map(|()| None),
};

pub(super) const INCOMING: Lies = Lies {
    kind: TrashKind::Incoming,
    code: "incoming",
    label: "收文",
    table: "incoming_paper",
    title: "paper_number('incoming', r.year, r.serial) || ' ' || r.title",
    check: |_, _| Ok(()),
    held: until_its_year_is_over,
};

pub(super) const SENDING: Lies = Lies {
    kind: TrashKind::Sending,
    code: "sending",
    label: "发送记录",
    table: "paper_sending",
    title: "(SELECT paper_number(kind, year, number) FROM paper WHERE id = r.paper_id) || ' ' || r.receiver",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const FORM: Lies = Lies {
    kind: TrashKind::Form,
    code: "form",
    label: "表格",
    table: "form",
    title: "r.name",
    check: office::forms::may_return,
    held: |_, _| Ok(None),
};

pub(super) const COMMITTEE: Lies = Lies {
    kind: TrashKind::Committee,
    code: "committee",
    label: "会议记录",
    table: "committee_meeting",
    title: "committee_number(r.body, r.year, r.serial) || ' ' || r.held_on",
    check: office::committee::may_return,
    held: until_its_record_year_is_over,
};

pub(super) const OWN_TEMPLATE: Lies = Lies {
    kind: TrashKind::OwnTemplate,
    code: "ownTemplate",
    label: "本单位模板",
    table: "own_template",
    title: "r.title",
    check: office::templates::store::may_return,
    held: |_, _| Ok(None),
};

pub(super) const LETTER: Lies = Lies {
    kind: TrashKind::Letter,
    code: "letter",
    label: "函",
    table: "letter",
    title: "r.title",
    check: |_, _| Ok(()),
    held: |_, _| Ok(None),
};

pub(super) const DECISION_USE: Lies = Lies {
    kind: TrashKind::DecisionUse,
    code: "decisionUse",
    label: "依据的决定",
    table: "decision_use",
    title: "(SELECT title FROM committee_topic WHERE id = r.topic_id)",
    check: may_restore_use,
    held: |_, _| Ok(None),
};
