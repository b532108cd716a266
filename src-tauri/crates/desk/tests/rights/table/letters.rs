//! Who may give the commands of this part: supervision and workers' rights.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Letters, Reader};
use super::{Needs, Row, Secret, Tell, none, row, shows};

pub(super) const ROWS: &[Row] = &[
    row("letters.list", Reader, "ok", none),
    shows("letters.get", Reader, |ids| json!({ "id": ids["case"] })),
    row(
        "letters.save",
        Letters,
        "ok",
        |_| json!({ "source": "inspection", "topic": "wages", "receivedOn": "2026-09-14", "matter": "加班费没有发" }),
    ),
    row("letters.remove", Letters, "ok", |ids| json!({ "id": ids["case"] })),
    row(
        "letters.saveEvent",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "accepted", "happenedOn": "2026-09-14", "text": "" }),
    ),
    row("letters.removeEvent", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("letters.start", Reader, "not_found", |ids| json!({ "case": ids["member"], "kind": "reminder" })),
    row(
        "letters.saveLetter",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "reminder", "datedOn": "2026-09-14" }),
    ),
    row(
        "letters.serveLetter",
        Letters,
        "not_found",
        |ids| json!({ "letter": ids["member"], "receivedOn": "2026-09-14", "receivedBy": "万里程" }),
    ),
    row("letters.removeLetter", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("letters.inspectors", Reader, "ok", none),
    row("letters.saveInspector", Letters, "ok", |_| json!({ "name": "王伟", "certificate": "赣监0001" })),
    row("letters.removeInspector", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "letters.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/监督.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("appeals.list", Reader, "ok", none),
    row("appeals.counts", Reader, "ok", |_| json!({ "year": 2026 })),
    shows("appeals.get", Reader, |ids| json!({ "id": ids["appeal"] })),
    row("appeals.save", Letters, "ok", |_| {
        json!({
            "worker": "member", "kind": "wages", "channel": "visit", "raisedOn": "2026-09-14", "matter": "加班费少算",
        })
    }),
    row(
        "appeals.answer",
        Letters,
        "ok",
        |ids| json!({ "id": ids["appeal"], "answeredOn": "2026-09-14", "answer": "已经补发" }),
    ),
    row("appeals.reopen", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "appeals.forward",
        Letters,
        "ok",
        |ids| json!({ "id": ids["appeal"], "onward": "negotiation", "words": "高温津贴" }),
    ),
    row("appeals.toCase", Letters, "ok", |ids| json!({ "id": ids["appeal"] })),
    // The case names its parties, so only one who revealed identity opens it; what was revealed changes nothing else.
    row("appeals.toMediation", Letters, "ok", |ids| json!({ "id": ids["appeal"] }))
        .needing(Needs::Sight(Secret::Identity)),
    row("appeals.remove", Letters, "ok", |ids| json!({ "id": ids["appeal"] })),
    row(
        "appeals.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/诉求.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    // The employer's reason for a notice without fault is often an illness.
    row("dismissals.list", Reader, "ok", none).telling(&[Tell::AtOnce(Secret::Health)]),
    row("dismissals.get", Reader, "ok", |ids| json!({ "id": ids["dismissal"] }))
        .telling(&[Tell::AtOnce(Secret::Health)]),
    row(
        "dismissals.save",
        Letters,
        "ok",
        |_| json!({ "kind": "fault", "name": "柳新民", "receivedOn": "2026-09-14", "written": true, "reasons": "旷工" }),
    ),
    // Who was not shown why writes nothing over it.
    row("dismissals.save", Letters, "ok", |ids| {
        json!({
            "id": ids["dismissal"], "kind": "noFault", "name": "柳新民", "receivedOn": "2026-09-14", "written": true,
            "reasons": "不能胜任工作",
        })
    })
    .needing(Needs::Right(Secret::Health)),
    row("dismissals.remove", Letters, "ok", |ids| json!({ "id": ids["dismissal"] })),
    row(
        "dismissals.saveChecks",
        Letters,
        "ok",
        |ids| json!({ "id": ids["dismissal"], "answers": [{ "item": "medical", "yes": false }] }),
    )
    .needing(Needs::Right(Secret::Health)),
    // The opinion begins with what was looked into.
    row("dismissals.start", Reader, "ok", |ids| json!({ "id": ids["dismissal"] }))
        .needing(Needs::Right(Secret::Health))
        .telling(&[Tell::AtOnce(Secret::Health)]),
    row(
        "dismissals.saveOpinion",
        Letters,
        "ok",
        |ids| json!({ "id": ids["dismissal"], "stance": "none", "opinedOn": "2026-09-14", "unchecked": true }),
    )
    .needing(Needs::Right(Secret::Health)),
    row(
        "dismissals.deliver",
        Letters,
        "ok",
        |ids| json!({ "id": ids["dismissal"], "deliveredOn": "2026-09-15", "deliveredTo": "万里程" }),
    ),
    row(
        "dismissals.saveAnswer",
        Letters,
        // Before the opinion was handed over.
        "refused",
        |ids| json!({ "id": ids["dismissal"], "answeredOn": "2026-09-14", "answer": "维持", "result": "kept" }),
    ),
    row(
        "dismissals.saveHelp",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "help": "notWanted" }),
    ),
    // The case is everybody's to read, and says nothing of why.
    row("dismissals.toMediation", Letters, "ok", |ids| json!({ "id": ids["dismissal"] })),
    row(
        "dismissals.close",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "closedOn": "2026-09-14", "outcome": "撤回" }),
    ),
    row(
        "dismissals.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/解除.xlsx", ids["out"].as_str().unwrap()) }),
    )
    .telling(&[Tell::AtOnce(Secret::Health)]),
    row("mediation.list", Reader, "ok", none),
    row("mediation.get", Reader, "ok", |ids| json!({ "id": ids["mediation"] })),
    row("mediation.save", Letters, "ok", |_| {
        json!({
            "topic": "wages", "worker": "柳新民", "applicant": "worker", "oral": true, "appliedOn": "2026-09-14",
            "facts": "九月少算加班费", "claims": "补发加班费",
        })
    }),
    row("mediation.remove", Letters, "ok", |ids| json!({ "id": ids["mediation"] })),
    row(
        "mediation.saveEvent",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "accepted", "happenedOn": "2026-09-14", "text": "" }),
    ),
    row("mediation.removeEvent", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("mediation.committee", Reader, "ok", none),
    row("mediation.saveMediator", Letters, "ok", |_| {
        json!({
            "name": "沈一诺", "side": "workers", "office": "chair", "chosen": "union", "fromOn": "2026-01-05",
        })
    }),
    row("mediation.removeMediator", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "mediation.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/调解.xlsx", ids["out"].as_str().unwrap()) }),
    ),
];
