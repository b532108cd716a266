//! Who may give the commands of this part: the office: what came in, forms, meetings, letters.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Office, Reader, Writer};
use super::{Row, none, row};

pub(super) const ROWS: &[Row] = &[
    row("incoming.list", Reader, "ok", none),
    row("incoming.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("incoming.save", Office, "ok", |_| {
        json!({
            "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": "2026-09-14",
            "asked": "报送年报", "wantsAnswer": true,
        })
    }),
    row("incoming.finish", Office, "not_found", |ids| json!({ "id": ids["member"], "doneOn": "2026-09-15" })),
    row("incoming.reopen", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "incoming.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/收文.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("incoming.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("committee.list", Reader, "ok", none),
    row("committee.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("committee.save", Office, "ok", |_| {
        json!({
            "body": "committee", "heldOn": "2026-09-14", "place": "工会办公室", "chair": "张敏", "recorder": "沈一诺",
            "members": [{ "name": "张敏", "present": true }], "topics": [{ "title": "通报收支" }],
        })
    }),
    row(
        "committee.sign",
        Office,
        "not_found",
        |ids| json!({ "id": ids["member"], "signedOn": "2026-09-15" }),
    ),
    row("committee.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "committee.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/会议记录.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("decisions.list", Reader, "ok", none),
    row("decisions.of", Reader, "ok", |ids| json!({ "act": "paper", "of": ids["member"] })),
    row(
        "decisions.cite",
        Office,
        "not_found",
        |ids| json!({ "decision": ids["member"], "act": "paper", "of": ids["member"] }),
    ),
    row("decisions.uncite", Writer, "not_found", |ids| json!({ "id": ids["member"] })),
    row("correspondence.list", Reader, "ok", none),
    row("correspondence.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("correspondence.begin", Reader, "ok", none),
    row(
        "correspondence.save",
        Office,
        "ok",
        |_| json!({ "addressee": "县总工会", "title": "关于商请提供场地的函" }),
    ),
    row("correspondence.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.list", Reader, "ok", none),
    row("forms.marks", Reader, "ok", none),
    row("forms.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.try", Reader, "not_found", |ids| json!({ "id": ids["member"], "purpose": "submit" })),
    row("forms.add", Office, "bad_input", |_| json!({ "file": "/nowhere/登记表.docx", "about": "union" })),
    row(
        "forms.change",
        Office,
        "not_found",
        |ids| json!({ "id": ids["member"], "name": "登记表", "about": "union" }),
    ),
    row("forms.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.fill", Office, "not_found", |ids| {
        json!({
            "form": { "id": ids["member"], "purpose": "notice" },
            "to": format!("{}/登记表.docx", ids["out"].as_str().unwrap()),
        })
    }),
];
