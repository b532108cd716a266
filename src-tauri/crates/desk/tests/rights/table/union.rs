//! Who may give the commands of this part: the union itself: bodies, groups, fee, elections.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Anyone, Chair, Members, Reader};
use super::{Row, none, row};

pub(super) const ROWS: &[Row] = &[
    row("union.checkCreditCode", Anyone, "ok", |_| json!({ "text": "81360121MC0YL02618" })),
    row("union.get", Reader, "ok", none),
    row(
        "union.save",
        Chair,
        "bad_input",
        |_| json!({ "enterprises": [{ "name": "赣江机械", "creditCode": "91" }] }),
    ),
    row("union.bodies", Reader, "ok", none),
    row(
        "union.saveTerm",
        Members,
        "bad_input",
        |_| json!({ "body": "audit", "session": 0, "startedOn": "2026-01-01", "years": 5, "cleared": true, "members": [] }),
    ),
    row("union.removeTerm", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("union.groups", Reader, "ok", none),
    row("union.groupPeople", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("union.saveGroup", Members, "bad_input", |_| json!({ "kind": "group", "name": " " })),
    row("union.removeGroup", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("union.assignGroup", Members, "bad_input", |_| json!({})),
    row("union.workforce", Reader, "ok", none),
    row(
        "union.saveWorkforce",
        Members,
        "ok",
        |_| json!({ "asOf": "2026-08-31", "workers": 428, "source": "企业报表" }),
    ),
    row("union.removeWorkforce", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("union.fee", Reader, "ok", none),
    row("union.saveFeeShare", Members, "bad_input", |_| json!({ "from": "2026-01", "share": 10_001 })),
    row("union.removeFeeShare", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("union.saveFeePayroll", Members, "bad_input", |_| json!({ "month": "2026-08", "payroll": 0 })),
    row(
        "union.saveFeePayment",
        Members,
        "bad_input",
        |_| json!({ "month": "2026-08", "way": "paid", "paidOn": "2026-09-10", "amount": 0 }),
    ),
    row("union.removeFeePayment", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "union.saveFeeDemand",
        Members,
        "bad_input",
        |_| json!({ "from": "2026-01", "to": "2026-02", "addressee": " " }),
    ),
    row("union.removeFeeDemand", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("election.list", Reader, "ok", none),
    row("election.start", Reader, "ok", none),
    row("election.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("election.save", Members, "bad_input", |_| {
        json!({
            "session": 0, "years": 5, "form": "whole", "direct": false, "members": 60, "committeeSeats": 5,
            "standingSeats": 0, "viceSeats": 1, "auditSeats": 3, "womenSeats": 3, "plannedOn": "2026-10-20",
        })
    }),
    row("election.remove", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "election.saveEvent",
        Members,
        "not_found",
        |ids| json!({ "election": ids["member"], "kind": "requested", "happenedOn": "2026-09-10" }),
    ),
    row("election.removeEvent", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "election.saveCandidates",
        Members,
        "not_found",
        |ids| json!({ "election": ids["member"], "post": "committee", "candidates": [] }),
    ),
    row(
        "election.ballotStart",
        Reader,
        "not_found",
        |ids| json!({ "election": ids["member"], "post": "committee" }),
    ),
    row("election.saveBallot", Members, "not_found", |ids| {
        json!({
            "election": ids["member"], "post": "committee", "heldOn": "2026-09-10", "due": 60, "present": 50,
            "given": 50, "returned": 50, "valid": 50, "votes": [],
        })
    }),
    row("election.removeBallot", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("membersCongress.list", Reader, "ok", none),
    row("membersCongress.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "membersCongress.save",
        Members,
        "bad_input",
        |_| json!({ "session": 0, "form": "whole", "heldOn": "2026-09-10", "place": "会议室", "due": 60, "topics": [] }),
    ),
    row("membersCongress.remove", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("membersCongress.delegates", Reader, "ok", |_| json!({ "session": 1 })),
    row(
        "membersCongress.saveDelegates",
        Members,
        "bad_input",
        |_| json!({ "session": 1, "delegates": [{ "name": " ", "manager": false }] }),
    ),
    row(
        "union.exportFee",
        Reader,
        "ok",
        |ids| json!({ "year": 2026, "to": format!("{}/经费.xlsx", ids["out"].as_str().unwrap()) }),
    ),
];
