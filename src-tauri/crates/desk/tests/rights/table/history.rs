//! Who may give the commands of this part: history, trash and drafts.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Chair, Members, Reader, Writer};
use super::{Needs, Row, Secret, Tell, none, row, shows};

pub(super) const ROWS: &[Row] = &[
    row("history.list", Reader, "ok", none),
    row("history.actors", Reader, "ok", none),
    // The step that added the member: its identity is masked until it is revealed.
    shows("history.step", Reader, |ids| json!({ "seq": ids["saved"] })),
    // The same in the whole life of the person, where the exam and the wage stand too.
    row("history.of", Reader, "ok", |ids| json!({ "table": "person", "id": ids["member"] })).telling(&[
        Tell::InFull(Secret::Identity),
        Tell::InFull(Secret::Wage),
        Tell::InFull(Secret::Health),
    ]),
    // Who brought an appeal, and what was looked into of someone's health.
    shows("history.step", Reader, |ids| json!({ "seq": ids["appealSaved"] })),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["checksSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    // The employer's reason, which names an illness.
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["dismissalSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["opinionSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.of", Reader, "ok", |ids| json!({ "table": "injury_help", "id": ids["help"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["hardshipSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["markSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["examSaved"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.of", Reader, "ok", |ids| json!({ "table": "health_exam", "id": ids["exam"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("history.step", Reader, "ok", |ids| json!({ "seq": ids["sheetTaken"] }))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row("history.of", Reader, "ok", |ids| json!({ "table": "pay_line", "id": ids["line"] }))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row("history.of", Reader, "ok", |ids| json!({ "table": "leave_pay", "id": ids["leavePay"] }))
        .telling(&[Tell::InFull(Secret::Wage)]),
    // Of a table of wages the life is told without its lines.
    row("history.of", Reader, "ok", |ids| json!({ "table": "pay_sheet", "id": ids["sheet"] })),
    // A step of the members: who writes elsewhere may not take it back.
    row("history.takeBack", Members, "ok", |ids| json!({ "seq": ids["twinSaved"] })),
    row("history.mayTakeBack", Members, "ok", |ids| json!({ "seq": ids["twinSaved"] })),
    row(
        "history.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/流水.xlsx", ids["out"].as_str().unwrap()) }),
    )
    .telling(&[Tell::InFull(Secret::Identity), Tell::InFull(Secret::Wage), Tell::InFull(Secret::Health)]),
    row("trash.list", Reader, "ok", none),
    row("trash.takenBack", Chair, "ok", none),
    row("trash.purged", Reader, "ok", none),
    row("trash.retentions", Reader, "ok", none),
    row("trash.setRetention", Chair, "ok", |_| json!({ "kind": "person", "months": 24 })),
    row("trash.restore", Members, "ok", |ids| json!({ "kind": "certificate", "id": ids["removed"] })),
    row(
        "trash.purge",
        Chair,
        // Before its day.
        "refused",
        |ids| json!({ "kind": "certificate", "id": ids["removed"], "reason": "保存期满" }),
    ),
    // The step that was founded with took nothing back.
    row("trash.purgeStep", Chair, "not_found", |_| json!({ "seq": 1, "reason": "导错了表" })),
    row("drafts.list", Reader, "ok", none),
    row("drafts.get", Reader, "ok", |_| json!({ "form": "member" })),
    row("drafts.save", Writer, "ok", |_| json!({ "form": "member", "body": { "name": "李" } })),
    row("drafts.discard", Writer, "ok", |_| json!({ "form": "member" })),
    row("drafts.left", Chair, "ok", none),
    // Nobody has left: what `left` tells.
    row("drafts.takeOver", Chair, "not_found", |ids| json!({ "id": ids["member"] }))
        .needing(Needs::Sight(Secret::Identity)),
    row("drafts.discardLeft", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
];
