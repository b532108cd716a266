//! Who may give the commands of this part: annual leave and recuperation.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Leave, Reader};
use super::{Needs, Row, Secret, Tell, none, row};

pub(super) const ROWS: &[Row] = &[
    row("leave.list", Reader, "ok", none),
    row("leave.summary", Reader, "ok", none),
    row(
        "leave.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/年休假.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("leave.readSheet", Reader, "sheet_is_folder", |ids| json!({ "file": ids["template"], "year": 2026 })),
    row(
        "leave.importSheet",
        Leave,
        "sheet_is_folder",
        |ids| json!({ "file": ids["template"], "year": 2026 }),
    ),
    // For what one may not have leave, and what the days are paid, once each is revealed.
    row("leave.person", Reader, "ok", |ids| json!({ "person": ids["member"], "year": 2026 }))
        .telling(&[Tell::InFull(Secret::Health), Tell::InFull(Secret::Wage)]),
    row(
        "leave.savePeriod",
        Leave,
        "ok",
        |ids| json!({ "person": ids["member"], "year": 2026, "kind": "planned", "from": "2026-08-03", "to": "2026-08-07" }),
    ),
    row(
        "leave.savePeriods",
        Leave,
        "refused",
        |_| json!({ "year": 2026, "shop": "没有的车间", "kind": "planned", "from": "2026-08-03", "to": "2026-08-07" }),
    ),
    row("leave.takePeriod", Leave, "not_found", |ids| json!({ "id": ids["member"] })),
    row("leave.removePeriod", Leave, "not_found", |ids| json!({ "id": ids["member"] })),
    row("leave.saveYear", Leave, "ok", |ids| json!({ "person": ids["member"], "year": 2026, "carried": 2 })),
    row(
        "leave.saveBar",
        Leave,
        "ok",
        |ids| json!({ "person": ids["member"], "year": 2026, "kind": "personal", "amount": 3 }),
    )
    .needing(Needs::Right(Secret::Health)),
    row("leave.removeBar", Leave, "ok", |ids| json!({ "id": ids["bar"] }))
        .needing(Needs::Right(Secret::Health)),
    row(
        "leave.savePay",
        Leave,
        "ok",
        |ids| json!({ "person": ids["member"], "year": 2026, "halves": 4, "daily": 30_000 }),
    )
    .needing(Needs::Right(Secret::Wage)),
    row("leave.removePay", Leave, "ok", |ids| json!({ "id": ids["leavePay"] }))
        .needing(Needs::Right(Secret::Wage)),
    row("leave.saveSchedule", Leave, "ok", |_| json!({ "year": 2026, "crossing": "ratio" })),
    row("recuperation.year", Reader, "ok", none),
    // Whom to call in need, and what is noted of a body.
    row("recuperation.batch", Reader, "ok", |ids| json!({ "id": ids["batch"] }))
        .telling(&[Tell::InFull(Secret::Identity), Tell::InFull(Secret::Health)]),
    row(
        "recuperation.savePlan",
        Leave,
        "ok",
        |_| json!({ "year": 2026, "policy": "本单位的办法", "gapOutOnly": false, "countsLeave": "no" }),
    ),
    row("recuperation.saveBatch", Leave, "ok", |ids| {
        json!({
            "plan": ids["plan"], "name": "第二批", "base": "庐山职工疗养院", "outside": false, "from": "2026-10-19",
            "to": "2026-10-23",
        })
    }),
    row("recuperation.removeBatch", Leave, "ok", |ids| json!({ "id": ids["batch"] })),
    row(
        "recuperation.savePlace",
        Leave,
        "ok",
        |ids| json!({ "batch": ids["batch"], "person": ids["twin"], "frontLine": true, "reasons": [] }),
    ),
    row("recuperation.removePlace", Leave, "ok", |ids| json!({ "id": ids["place"] })),
];
