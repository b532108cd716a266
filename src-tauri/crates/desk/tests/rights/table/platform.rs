//! Who may give the commands of this part: new forms of work.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Platform, Reader};
use super::{Needs, Row, Secret, Tell, none, row};

pub(super) const ROWS: &[Row] = &[
    row(
        "platform.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/平台.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("platform.list", Reader, "ok", none),
    row("platform.firm", Reader, "ok", |ids| json!({ "id": ids["firm"] })),
    row("platform.saveFirm", Platform, "ok", |_| {
        json!({
            "kind": "platform", "name": "快蜂即时配送有限公司", "trade": "delivery", "injury": "unknown",
            "insurance": "unknown",
        })
    }),
    row("platform.removeFirm", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    row("platform.works", Reader, "ok", none),
    row(
        "platform.saveWork",
        Platform,
        "ok",
        |ids| json!({ "person": ids["twin"], "firm": ids["firm"], "class": "partial" }),
    ),
    row("platform.removeWork", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    row("platform.referrals", Reader, "ok", none),
    row(
        "platform.saveReferral",
        Platform,
        "not_found",
        |ids| json!({ "work": ids["member"], "toKind": "trade", "toUnion": "行业工会", "referredOn": "2026-09-14" }),
    ),
    row(
        "platform.replyReferral",
        Platform,
        "not_found",
        |ids| json!({ "id": ids["member"], "repliedOn": "2026-09-14", "outcome": "accepted" }),
    ),
    row("platform.removeReferral", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    row("platform.talk", Reader, "ok", |ids| json!({ "id": ids["talk"] })),
    row("platform.saveTalk", Platform, "not_found", |ids| json!({ "firm": ids["member"], "year": 2026 })),
    row("platform.removeTalk", Platform, "ok", |ids| json!({ "id": ids["talk"] })),
    row("platform.saveMeeting", Platform, "not_found", |ids| {
        json!({
            "talk": ids["member"], "heldOn": "2026-09-14", "place": "会议室", "workers": ["张敏"], "employers": ["贺远"],
            "positions": [{ "topic": "orders", "result": "deferred" }],
        })
    }),
    row("platform.removeMeeting", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "platform.saveCap",
        Platform,
        "not_found",
        |ids| json!({ "firm": ids["member"], "kind": "continuous", "minutes": 240, "source": "协议", "since": "2026-09-14" }),
    ),
    row("platform.removeCap", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    // How somebody was hurt: the list tells no more than that they were.
    row("platform.helps", Reader, "ok", none).needing(Needs::Right(Secret::Health)),
    row("platform.help", Reader, "ok", |ids| json!({ "id": ids["help"] }))
        .needing(Needs::Right(Secret::Health))
        .telling(&[Tell::AtOnce(Secret::Health)]),
    row("platform.saveHelp", Platform, "ok", |ids| {
        json!({
            "work": ids["work"], "accidentOn": "2026-09-10", "asked": "送餐途中摔伤", "askedOn": "2026-09-14",
            "papers": [],
        })
    }),
    row("platform.removeHelp", Platform, "ok", |ids| json!({ "id": ids["help"] })),
];
