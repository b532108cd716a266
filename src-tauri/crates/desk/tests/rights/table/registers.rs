//! Who may give the commands of this part: members in hardship.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Members, Reader};
use super::{Row, Secret, Tell, none, row};

pub(super) const ROWS: &[Row] = &[
    row("hardship.list", Reader, "ok", none),
    row(
        "hardship.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/困难职工.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    // Why somebody is in need, once it is revealed.
    row("hardship.get", Reader, "ok", |ids| json!({ "id": ids["hardship"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row(
        "hardship.save",
        Members,
        "ok",
        |ids| json!({ "person": ids["twin"], "openedOn": "2026-09-01", "level": "own" }),
    ),
    // How each was helped, once it is revealed.
    row("hardship.aids", Reader, "ok", none).telling(&[Tell::InFull(Secret::Health)]),
    row("hardship.aid", Reader, "ok", |ids| json!({ "id": ids["aid"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row(
        "hardship.exportAids",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/慰问.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("hardship.remove", Members, "ok", |ids| json!({ "id": ids["hardship"] })),
    row(
        "hardship.saveAid",
        Members,
        "ok",
        |ids| json!({ "person": ids["twin"], "givenOn": "2026-09-02", "kind": "visit", "source": "none" }),
    ),
    row("hardship.removeAid", Members, "ok", |ids| json!({ "id": ids["aid"] })),
];
