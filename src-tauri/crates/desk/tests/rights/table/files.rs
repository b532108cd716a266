//! Who may give the commands of this part: attachments.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Members, Reader};
use super::{Needs, Row, Secret, Tell, row};

pub(super) const ROWS: &[Row] = &[
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "person", "id": ids["member"] } })),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["scan"] }))
        .needing(Needs::Sight(Secret::Identity))
        .telling(&[Tell::InFull(Secret::Identity)]),
    row("files.thumbnail", Reader, "ok", |ids| json!({ "id": ids["picture"] }))
        .needing(Needs::Sight(Secret::Identity)),
    row(
        "files.add",
        Members,
        "ok",
        |ids| json!({ "of": { "kind": "person", "id": ids["member"] }, "pasted": "Zm9v", "name": "字据.txt" }),
    ),
    row("files.open", Reader, "ok", |ids| json!({ "id": ids["scan"] }))
        .needing(Needs::Sight(Secret::Identity))
        .telling(&[Tell::InFull(Secret::Identity)]),
    // A file on an exam, its very name, is for readers of health.
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "healthExam", "id": ids["exam"] } }))
        .needing(Needs::Right(Secret::Health)),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["examReport"] }))
        .needing(Needs::Sight(Secret::Health))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["proof"] }))
        .needing(Needs::Sight(Secret::Health))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["receipt"] }))
        .needing(Needs::Sight(Secret::Health))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "memberAid", "id": ids["aid"] } }))
        .needing(Needs::Right(Secret::Health)),
    // What a person signed of their leave says why they gave it up.
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["consent"] }))
        .needing(Needs::Sight(Secret::Health))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "leaveYear", "id": ids["leaveYear"] } }))
        .needing(Needs::Right(Secret::Health)),
    // Who goes with a batch as the insurer has it bears numbers.
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["insured"] }))
        .needing(Needs::Sight(Secret::Identity))
        .telling(&[Tell::InFull(Secret::Identity)]),
    // So do an application for mediation, and the notice of a dismissal by fault; one without fault names an illness, and what the
    // employer handed over, wages.
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["application"] }))
        .needing(Needs::Sight(Secret::Identity))
        .telling(&[Tell::InFull(Secret::Identity)]),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["faultNotice"] }))
        .needing(Needs::Sight(Secret::Identity))
        .telling(&[Tell::InFull(Secret::Identity)]),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["notice"] }))
        .needing(Needs::Sight(Secret::Health))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "dismissal", "id": ids["dismissal"] } }))
        .needing(Needs::Right(Secret::Health)),
    row("files.drawn", Reader, "ok", |ids| json!({ "id": ids["payroll"] }))
        .needing(Needs::Sight(Secret::Wage))
        .telling(&[Tell::InFull(Secret::Wage)]),
    row(
        "files.save",
        Reader,
        "ok",
        |ids| json!({ "id": ids["scan"], "to": format!("{}/取出.pdf", ids["out"].as_str().unwrap()) }),
    )
    .needing(Needs::Sight(Secret::Identity))
    .telling(&[Tell::InFull(Secret::Identity)]),
    row("files.save", Reader, "not_found", |ids| json!({ "id": ids["member"], "to": ids["out"] })),
    row("files.rename", Members, "ok", |ids| json!({ "id": ids["picture"], "name": "字据" })),
    row("files.remove", Members, "ok", |ids| json!({ "id": ids["picture"] })),
];
