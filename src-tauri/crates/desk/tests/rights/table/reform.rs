//! Who may give the commands of this part: the reform ledger.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Reader, Reform};
use super::{Row, none, row};

pub(super) const ROWS: &[Row] = &[
    row("reform.articles", Reader, "ok", none),
    row("reform.article", Reader, "ok", |_| json!({ "article": 18, "year": 2026 })),
    row(
        "reform.saveArticle",
        Reform,
        "ok",
        |_| json!({ "article": 18, "year": 2026, "handler": "何平", "note": "举办竞赛两次" }),
    ),
    row("reform.list", Reader, "ok", none),
    row(
        "reform.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/产改.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("reform.get", Reader, "ok", |ids| json!({ "id": ids["measure"] })),
    row(
        "reform.save",
        Reform,
        "ok",
        |_| json!({ "year": 2026, "article": 19, "measure": "征集五小成果", "side": "union" }),
    ),
    row(
        "reform.finish",
        Reform,
        "ok",
        |ids| json!({ "id": ids["measure"], "outcome": "done", "endedOn": "2026-09-14", "result": "42人参加" }),
    ),
    row("reform.remove", Reform, "ok", |ids| json!({ "id": ids["measure"] })),
];
