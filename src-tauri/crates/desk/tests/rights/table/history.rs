//! Who may give the commands of this part: history, trash and drafts.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Chair, Members, Reader, Writer};
use super::{Row, none, row, shows};

pub(super) const ROWS: &[Row] = &[
    row("history.list", Reader, "ok", none),
    // The step that added the member: its identity is masked until it is revealed.
    shows("history.step", Reader, |ids| json!({ "seq": ids["saved"] })),
    shows("history.of", Reader, |ids| json!({ "table": "person", "id": ids["member"] })),
    // That step is of the members: who writes elsewhere may not take it back.
    row("history.takeBack", Members, "ok", |ids| json!({ "seq": ids["saved"] })),
    row(
        "history.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/流水.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("trash.list", Reader, "ok", none),
    row("trash.purged", Reader, "ok", none),
    row("trash.retentions", Reader, "ok", none),
    row("trash.setRetention", Chair, "ok", |_| json!({ "kind": "person", "months": 24 })),
    row("trash.restore", Members, "not_found", |ids| json!({ "kind": "person", "id": ids["member"] })),
    row(
        "trash.purge",
        Chair,
        "not_found",
        |ids| json!({ "kind": "person", "id": ids["member"], "reason": "保存期满" }),
    ),
    row("drafts.list", Reader, "ok", none),
    row("drafts.get", Reader, "ok", |_| json!({ "form": "member" })),
    row("drafts.save", Writer, "ok", |_| json!({ "form": "member", "body": { "name": "李" } })),
    row("drafts.discard", Writer, "ok", |_| json!({ "form": "member" })),
];
