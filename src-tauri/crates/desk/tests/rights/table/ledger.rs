//! Who may give the commands of this part: the ledger, who sits at it, custody and settings.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Anyone, Chair, Negotiation, Reader, Writer};
use super::{Row, none, officer, row};

pub(super) const ROWS: &[Row] = &[
    row("ledger.status", Anyone, "ok", none),
    row("ledger.strength", Anyone, "ok", |_| json!({ "text": "一句口令" })),
    row("ledger.founding", Anyone, "ok", none),
    row(
        "ledger.keepFounding",
        Anyone,
        "ok",
        |_| json!({ "unionName": "赣江机械有限公司工会委员会", "province": "36" }),
    ),
    row("ledger.create", Anyone, "ledger.folderNotEmpty", |ids| {
        json!({
            "folder": ids["template"], "unionName": "赣江机械有限公司工会委员会", "creditCode": "81360121MC0YL02618",
            "province": "36", "chairName": "张敏", "passphrase": "赣江 渡口 七盏灯",
        })
    }),
    row("ledger.open", Anyone, "ledger.notALedger", |ids| json!({ "dir": ids["out"], "passphrase": "猜的" })),
    row(
        "ledger.openRecovery",
        Anyone,
        "ledger.recoveryLength",
        |ids| json!({ "dir": ids["template"], "words": "水火土" }),
    ),
    row("ledger.lock", Anyone, "ok", none),
    // The newest step is of the talks: who writes in 会员 alone may not take it back.
    row("ledger.undo", Negotiation, "ok", none),
    row("ledger.redo", Writer, "ledger.nothingToRedo", none),
    row("ledger.sheetKept", Chair, "ok", none),
    row("ledger.renewKey", Chair, "ok", none),
    row("ledger.check", Reader, "ok", none),
    row("ledger.backup", Writer, "ok", none),
    row("ledger.backups", Reader, "ok", none),
    row("ledger.lookInto", Chair, "ledger.notALedger", |ids| json!({ "copy": ids["out"] })),
    row(
        "ledger.lookAt",
        Anyone,
        "ledger.notALedger",
        |ids| json!({ "from": ids["out"], "passphrase": "猜的" }),
    ),
    row("ledger.restore", Chair, "ledger.notALedger", |ids| json!({ "copy": ids["out"] })),
    row(
        "ledger.bring",
        Anyone,
        "ledger.notALedger",
        |ids| json!({ "from": ids["out"], "passphrase": "猜的" }),
    ),
    row("ledger.dropOldCopies", Chair, "ok", none),
    row("ledger.head", Reader, "ok", none),
    row("ledger.prove", Reader, "ok", |_| json!({ "seq": 1, "digits": "00000000" })),
    row("ledger.rebuild", Chair, "ok", none),
    row("demo.open", Anyone, "ledger.folderNotEmpty", |ids| json!({ "folder": ids["room"] })),
    row("people.list", Reader, "ok", none),
    row("people.add", Chair, "ok", |_| json!({ "person": officer("何平"), "passphrase": "十月 的 风车 转" })),
    row("people.change", Chair, "ok", |ids| json!({ "id": ids["IdleIdentity"], "person": officer("吴刚") })),
    row("people.remove", Chair, "ok", |ids| json!({ "id": ids["IdleIdentity"] })),
    row(
        "people.setPassphrase",
        Chair,
        "ok",
        |ids| json!({ "id": ids["IdleIdentity"], "passphrase": "十月 的 风车 转" }),
    ),
    row(
        "people.changePassphrase",
        Reader,
        "ledger.wrongPassphrase",
        |_| json!({ "old": "猜的", "new": "十月 的 风车 转" }),
    ),
    row("sight.reveal", Reader, "bad_input", |_| json!({ "purpose": "看" })),
    row("sight.cover", Reader, "ok", none),
    row("sight.settle", Chair, "ok", none),
    row("sight.log", Chair, "ok", none),
    row("custody.list", Reader, "ok", none),
    row("custody.save", Chair, "ok", |_| json!({ "kind": "seal", "name": "工会公章", "holder": "张敏" })),
    row("custody.remove", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "succession.handOver",
        Chair,
        "ok",
        |ids| json!({ "to": ids["MembersIdentity"], "beforeStays": true, "place": ids["stick"] }),
    ),
    row("succession.pack", Chair, "ok", |ids| json!({ "to": ids["stick"] })),
    row("settings.get", Reader, "ok", none),
    row("settings.save", Chair, "ok", |_| json!({ "idleMinutes": 5, "outsideCopyDays": 7 })),
];
