//! Who may give the commands of this part: attachments.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Members, Reader, Writer};
use super::{Row, row};

pub(super) const ROWS: &[Row] = &[
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "person", "id": ids["member"] } })),
    row("files.drawn", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("files.thumbnail", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "files.add",
        Members,
        "ok",
        |ids| json!({ "of": { "kind": "person", "id": ids["member"] }, "pasted": "Zm9v", "name": "字据.txt" }),
    ),
    row("files.open", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("files.save", Reader, "not_found", |ids| json!({ "id": ids["member"], "to": ids["out"] })),
    row("files.rename", Writer, "not_found", |ids| json!({ "id": ids["member"], "name": "字据" })),
    row("files.remove", Writer, "not_found", |ids| json!({ "id": ids["member"] })),
];
