//! Who may give the commands of this part: the archive, the yearly report, papers, templates and faces.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Chair, Office, Reader};
use super::{Needs, Row, Secret, Tell, none, row};

pub(super) const ROWS: &[Row] = &[
    row("archive.list", Reader, "ok", |ids| json!({ "of": { "kind": "paper", "id": ids["paper"] } })),
    row(
        "archive.make",
        Reader,
        "not_found",
        |ids| json!({ "of": { "kind": "paper", "id": ids["member"] }, "to": ids["out"] }),
    ),
    row("report.year", Reader, "ok", |_| json!({ "year": 2026 })),
    row("report.savePhotos", Office, "refused", |_| json!({ "year": 2025, "photos": [] })),
    row(
        "report.saveTexts",
        Office,
        "ok",
        |_| json!({ "year": 2026, "plans": "办好夜校", "filledBy": "李强" }),
    ),
    row("papers.list", Reader, "ok", none),
    row(
        "papers.list",
        Reader,
        "ok",
        |ids| json!({ "asked": { "kind": "members.dossier", "of": ids["member"] } }),
    ),
    row("outgoing.list", Reader, "ok", none),
    row("outgoing.get", Reader, "ok", |ids| json!({ "id": ids["paper"] })),
    row(
        "outgoing.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/发文.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row(
        "outgoing.saveSending",
        Office,
        "ok",
        |ids| json!({ "paper": ids["paper"], "receiver": "公司行政部", "manner": "handed", "sentOn": "2026-09-15" }),
    ),
    row("outgoing.removeSending", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("outgoing.file", Office, "not_found", |ids| json!({ "id": ids["member"], "filedOn": "2026-09-15" })),
    row("outgoing.unfile", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("papers.texts", Reader, "ok", |ids| json!({ "kind": "office.letter", "of": ids["letter"] })),
    row(
        "papers.saveText",
        Office,
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"], "block": "place", "replaced": "", "text": "四楼" }),
    ),
    row(
        "papers.dropText",
        Office,
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"], "block": "place" }),
    ),
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "office.letter", "of": ids["letter"], "firstPage": true }),
    ),
    // What a paper tells in full is for the readers of it who said what for.
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "members.dossier", "of": ids["member"], "firstPage": true }),
    )
    .needing(Needs::Sight(Secret::Identity))
    .telling(&[Tell::InFull(Secret::Identity), Tell::InFull(Secret::Health)]),
    row(
        "papers.preview",
        Reader,
        // No scenario is chosen in the room.
        "paper",
        |ids| json!({ "kind": "negotiation.plan", "of": ids["negotiation"], "firstPage": true }),
    )
    .needing(Needs::Right(Secret::Wage)),
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "platform.help", "of": ids["help"], "firstPage": true }),
    )
    .needing(Needs::Sight(Secret::Health))
    .telling(&[Tell::InFull(Secret::Health)]),
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "dismissals.opinion", "of": ids["dismissal"], "firstPage": true }),
    )
    .needing(Needs::Sight(Secret::Health))
    .telling(&[Tell::InFull(Secret::Health)]),
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "hardship.sheet", "of": ids["hardship"], "firstPage": true }),
    )
    .needing(Needs::Sight(Secret::Health))
    .telling(&[Tell::InFull(Secret::Health)]),
    // What was given in a year is told with its sums, and not why.
    row(
        "papers.preview",
        Reader,
        "ok",
        |_| json!({ "kind": "hardship.aids", "of": "2026", "firstPage": true }),
    ),
    row("papers.preview", Reader, "ok", |ids| {
        let of = format!("{}@2026", ids["member"].as_str().unwrap());
        json!({ "kind": "leave.payment", "of": of, "firstPage": true })
    })
    .needing(Needs::Sight(Secret::Wage))
    .telling(&[Tell::InFull(Secret::Wage)]),
    row(
        "papers.preview",
        Reader,
        "ok",
        |ids| json!({ "kind": "recuperation.list", "of": ids["batch"], "firstPage": true }),
    )
    .needing(Needs::Sight(Secret::Identity))
    .telling(&[Tell::InFull(Secret::Identity)]),
    row("papers.issued", Reader, "ok", |ids| json!({ "id": ids["paper"] })),
    row("templates.list", Reader, "ok", none),
    row(
        "templates.takeOut",
        Reader,
        "bad_input",
        |ids| json!({ "paper": "ledger/recovery-sheet", "own": false, "to": ids["out"] }),
    ),
    row("templates.read", Reader, "bad_input", |_| json!({ "file": "/nowhere/纪要.toml" })),
    row("templates.sample", Reader, "bad_input", |_| json!({ "file": "/nowhere/纪要.toml" })),
    row("templates.take", Chair, "bad_input", |_| json!({ "file": "/nowhere/纪要.toml", "sha256": "" })),
    row("templates.drop", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("faces.list", Reader, "ok", none),
    row("faces.machine", Chair, "ok", none),
    row("faces.choose", Chair, "ok", |_| json!({ "role": "title" })),
    row("faces.sample", Reader, "ok", none),
    row("papers.lastPrinting", Reader, "ok", none),
    row("papers.keepPrinting", Reader, "ok", |_| json!({ "printer": "office", "bothSides": true })),
    row(
        "papers.print",
        Reader,
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"], "to": ids["out"] }),
    ),
    row(
        "papers.exportWord",
        Reader,
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"], "to": ids["out"] }),
    ),
    row(
        "papers.issue",
        Office,
        // It went out with these very words.
        "refused",
        |ids| json!({ "kind": "office.letter", "of": ids["letter"] }),
    ),
];
