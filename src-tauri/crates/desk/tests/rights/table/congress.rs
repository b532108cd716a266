//! Who may give the commands of this part: the workers' congress.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Congress, Reader};
use super::{Row, none, row};

pub(super) const ROWS: &[Row] = &[
    row("congress.list", Reader, "ok", none),
    row("congress.get", Reader, "ok", |ids| json!({ "id": ids["congressTerm"] })),
    row(
        "congress.saveTerm",
        Congress,
        "ok",
        |_| json!({ "name": "第四届职工代表大会", "beganOn": "2026-09-01", "years": 3, "seats": 30, "workers": 320 }),
    ),
    row("congress.removeTerm", Congress, "ok", |ids| json!({ "id": ids["congressTerm"] })),
    row("congress.saveDelegate", Congress, "ok", |ids| {
        json!({
            "term": ids["congressTerm"], "name": "蔡青", "woman": true, "unit": "三车间", "rank": "staff",
            "dispatched": false, "electedOn": "2025-03-05",
        })
    }),
    row("congress.removeDelegate", Congress, "ok", |ids| json!({ "id": ids["congressDelegate"] })),
    row("congress.motions", Reader, "ok", none),
    row("congress.motion", Reader, "ok", |ids| json!({ "id": ids["congressMotion"] })),
    row("congress.saveMotion", Congress, "ok", |ids| {
        json!({
            "term": ids["congressTerm"], "matter": "更衣室换锁", "kind": "other", "proposer": "何平", "advice": "逐个更换",
            "collectedOn": "2026-09-14",
        })
    }),
    row("congress.removeMotion", Congress, "ok", |ids| json!({ "id": ids["congressMotion"] })),
    row(
        "congress.exportMotions",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/提案.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("congress.meetings", Reader, "ok", none),
    row("congress.meeting", Reader, "ok", |ids| json!({ "id": ids["congressMeeting"] })),
    row("congress.saveMeeting", Congress, "ok", |ids| {
        json!({
            "term": ids["congressTerm"], "name": "第三届职工代表大会第三次会议", "heldOn": "2026-11-20", "place": "三楼会议室",
            "due": 30, "matters": [],
        })
    }),
    row("congress.removeMeeting", Congress, "ok", |ids| json!({ "id": ids["congressMeeting"] })),
];
