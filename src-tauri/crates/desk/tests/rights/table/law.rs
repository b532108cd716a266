//! Who may give the commands of this part: law and calendar.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Anyone, Chair, Reader};
use super::{Row, none, own_rule, row};

pub(super) const ROWS: &[Row] = &[
    row("law.places", Anyone, "ok", none),
    row("law.rules", Reader, "ok", |_| json!({ "text": "第19条", "theme": "negotiation" })),
    row("law.rule", Reader, "ok", |_| json!({ "id": "JX-19-REPLY" })),
    row("law.tryOwn", Reader, "ok", own_rule),
    row("law.saveOwn", Chair, "ok", own_rule),
    row("law.removeOwn", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("law.packs", Reader, "ok", none),
    row("law.readPack", Reader, "bad_input", |_| json!({ "file": "/nowhere/36-jiangxi-talks.toml" })),
    row(
        "law.takePack",
        Chair,
        "bad_input",
        |_| json!({ "file": "/nowhere/36-jiangxi-talks.toml", "sha256": "" }),
    ),
    row("law.tryDropPack", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("law.dropPack", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("law.trust", Chair, "bad_input", |_| json!({ "name": "某省总工会", "key": "不是公钥" })),
    row("law.distrust", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("calendar.years", Reader, "ok", none),
    row("calendar.form", Reader, "ok", |_| json!({ "year": 2027 })),
    row(
        "calendar.try",
        Reader,
        "bad_input",
        |_| json!({ "notice": { "year": 2027, "basis": "通知", "holidays": [] } }),
    ),
    row(
        "calendar.save",
        Chair,
        "bad_input",
        |_| json!({ "notice": { "year": 2027, "basis": "通知", "holidays": [] } }),
    ),
    row("calendar.remove", Chair, "not_found", |_| json!({ "year": 2027 })),
    row("calendar.read", Reader, "sheet_not_found", |_| json!({ "file": "/nowhere/放假安排.xlsx" })),
    row("calendar.export", Reader, "bad_input", |_| json!({ "year": 2004, "to": "/nowhere/a.xlsx" })),
];
