//! Who may give the commands of this part: work safety.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Reader, Safety};
use super::{Row, none, row};

pub(super) const ROWS: &[Row] = &[
    row("safety.list", Reader, "ok", none),
    row("safety.get", Reader, "ok", |ids| json!({ "id": ids["hazard"] })),
    row("safety.save", Safety, "ok", |_| {
        json!({
            "foundOn": "2026-09-14", "foundHow": "snapshot", "place": "二车间3号冲床", "kind": "machine",
            "matter": "双手按钮失灵", "danger": false,
        })
    }),
    row("safety.remove", Safety, "ok", |ids| json!({ "id": ids["hazard"] })),
    row("safety.saveProposal", Safety, "ok", |ids| json!({ "id": ids["hazard"], "advice": "换防护罩" })),
    row("safety.saveAssurances", Safety, "ok", |ids| json!({ "id": ids["hazard"], "assuredBy": "万里程" })),
    row(
        "safety.saveEvent",
        Safety,
        "ok",
        |ids| json!({ "hazard": ids["hazard"], "kind": "rectified", "happenedOn": "2026-09-14", "text": "换好了" }),
    ),
    row("safety.removeEvent", Safety, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "safety.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/隐患.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("safety.figures", Reader, "ok", |_| json!({ "period": "2026" })),
    row(
        "safety.saveReport",
        Safety,
        "ok",
        |_| json!({ "year": 2026, "problems": "备件不足", "plans": "每月检查" }),
    ),
    row("safety.saveFiling", Safety, "ok", |_| json!({ "period": "2026-Q2", "filedOn": "2026-07-10" })),
    row("safety.visits", Reader, "ok", none),
    row("safety.visit", Reader, "ok", |ids| json!({ "id": ids["visit"] })),
    row(
        "safety.saveVisit",
        Safety,
        "ok",
        |_| json!({ "visitedOn": "2026-09-14", "topic": "秋季防火", "places": ["喷涂车间"], "people": ["何平"] }),
    ),
    row("safety.removeVisit", Safety, "ok", |ids| json!({ "id": ids["visit"] })),
    row(
        "safety.exportVisits",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/检查.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("safety.readLedger", Reader, "no_hazards", |_| json!({ "pasted": "姓名\t部门\n王伟\t焊接" })),
    row("safety.importLedger", Safety, "no_hazards", |_| json!({ "pasted": "姓名\t部门\n王伟\t焊接" })),
];
