//! One row a command: who may give it, with which arguments it is tried, what it then answers, and whether
//! the answer shows identity in full to one who has revealed it.

use serde_json::{Value, json};

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone, with nothing open.
    Anyone,
    /// Everyone at the desk.
    Reader,
    /// Whoever may write anywhere.
    Writer,
    /// Whoever may write in 会员.
    Members,
    /// Whoever may write in 协商.
    Negotiation,
    /// Whoever may issue papers.
    Office,
    /// Whoever may write in 劳动法律监督.
    Letters,
    /// Whoever may write in 新就业形态.
    Platform,
    /// The chair.
    Chair,
}

/// A command and what is expected of it.
pub struct Row {
    pub name: &'static str,
    pub who: Who,
    /// `ok`, or the code with which the ledger of the test refuses these arguments.
    pub answer: &'static str,
    pub shows: bool,
    pub args: fn(&Value) -> Value,
}

const fn row(name: &'static str, who: Who, answer: &'static str, args: fn(&Value) -> Value) -> Row {
    Row { name, who, answer, shows: false, args }
}

const fn shows(name: &'static str, who: Who, args: fn(&Value) -> Value) -> Row {
    Row { name, who, answer: "ok", shows: true, args }
}

fn none(_: &Value) -> Value {
    json!({})
}

fn meeting(nobody: &Value) -> Value {
    json!({
        "negotiation": nobody, "heldOn": "2026-09-12", "begins": "09:00", "place": "会议室", "chair": nobody,
        "recorder": "何平", "recorderPost": "文员", "agenda": "工资", "attendance": [], "topics": [],
    })
}

fn minimum_wage() -> Value {
    json!({
        "kind": "minimum", "region": "南昌市", "period": "2026-04-01", "value": 208_000, "unit": "yuanMonth",
        "source": "省厅文件",
    })
}

fn rise() -> Value {
    json!({ "steps": [{ "what": { "kind": "rise", "rise": { "percent": 600 } } }], "round": "fen" })
}

fn own_rule(_: &Value) -> Value {
    json!({ "of": "JX-19-REPLY", "quantity": 5, "contract": "集体合同", "article": "第八条", "from": "2026-01-01" })
}

fn officer(name: &str) -> Value {
    json!({ "name": name, "role": "officer", "parts": ["members"], "reads": [] })
}

use Who::{Anyone, Chair, Letters, Members, Negotiation, Office, Platform, Reader, Writer};

pub const TABLE: &[Row] = &[
    row("ledger.status", Anyone, "ok", none),
    row("ledger.strength", Anyone, "ok", |_| json!({ "text": "一句口令" })),
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
    row("today.list", Reader, "ok", none),
    shows("members.search", Reader, none),
    row("search.all", Reader, "ok", |_| json!({ "text": "王" })),
    row(
        "members.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "columns": ["name", "idNumber", "phone"], "to": format!("{}/名单.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("members.counts", Reader, "ok", none),
    row("members.groups", Reader, "ok", |_| json!({ "by": "shop" })),
    row("members.statistics", Reader, "ok", none),
    row(
        "members.exportStatistics",
        Reader,
        "ok",
        |ids| json!({ "input": {}, "to": format!("{}/统计.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("members.printStatistics", Reader, "ok", none),
    row("members.lists", Reader, "ok", none),
    row(
        "members.saveList",
        Members,
        "ok",
        |_| json!({ "name": "女会员", "view": { "query": { "sex": "female" }, "columns": ["name"] } }),
    ),
    row("members.removeList", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "members.previewBulk",
        Members,
        "ok",
        |_| json!({ "query": {}, "set": [{ "field": "shop", "to": "焊接" }] }),
    ),
    row(
        "members.setBulk",
        Members,
        "ok",
        |_| json!({ "query": {}, "set": [{ "field": "shop", "to": "焊接" }] }),
    ),
    row("members.flags", Reader, "ok", |ids| json!({ "id": ids["member"] })),
    row("members.saveTag", Members, "ok", |ids| json!({ "person": ids["member"], "kind": "hardship" })),
    row("members.removeTag", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    shows("dossier.get", Reader, |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.beginEmployment",
        Members,
        "ok",
        |ids| json!({ "job": { "person": ids["member"], "form": "contract", "hiredOn": "2012-05-01", "leftOn": "2014-12-31" } }),
    ),
    row(
        "dossier.correctEmployment",
        Members,
        "not_found",
        |ids| json!({ "id": ids["member"], "person": ids["member"], "form": "contract", "hiredOn": "2020-05-01" }),
    ),
    row("dossier.removeEmployment", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.saveContract",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "term": "fixed", "from": "2024-01-01", "until": "2026-12-31" }),
    ),
    row("dossier.removeContract", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.saveCertificate",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "kind": "skill", "name": "焊工", "grade": "三级" }),
    ),
    row("dossier.removeCertificate", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.saveTraining",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "course": "焊接安全", "trainedOn": "2026-03-05", "hours": 16 }),
    ),
    row("dossier.removeTraining", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.saveHonour",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "kind": "modelWorker", "level": "city", "name": "南昌市劳动模范", "year": 2023 }),
    ),
    row(
        "dossier.readRecords",
        Members,
        "ok",
        |_| json!({ "kind": "training", "text": "姓名\t培训内容\t培训日期\n王伟\t焊接安全\t2026-03-05" }),
    ),
    row("dossier.keepRecords", Members, "bad_input", |_| json!({ "kind": "training", "text": " " })),
    row("dossier.removeHonour", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dossier.saveExam",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "kind": "during", "examinedOn": "2026-04-10", "hazards": [{ "kind": "heat" }] }),
    ),
    row("dossier.removeExam", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    shows("members.get", Reader, |ids| json!({ "id": ids["member"] })),
    row("members.save", Members, "ok", |_| json!({ "name": "李娜", "sex": "female", "form": "contract" })),
    row("members.unnumbered", Reader, "ok", none),
    row("members.giveNumbers", Members, "ok", none),
    row("members.duplicates", Reader, "ok", none),
    row(
        "members.compare",
        Reader,
        "not_found",
        |ids| json!({ "kept": ids["member"], "gone": ids["negotiation"] }),
    ),
    row(
        "members.merge",
        Members,
        "not_found",
        |ids| json!({ "kept": ids["member"], "gone": ids["negotiation"] }),
    ),
    row(
        "members.setApart",
        Members,
        "not_found",
        |ids| json!({ "one": ids["member"], "other": ids["negotiation"], "reason": "父子" }),
    ),
    row("members.liftApart", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.remove", Members, "ok", |ids| json!({ "id": ids["member"] })),
    row("members.life", Reader, "ok", |ids| json!({ "id": ids["member"] })),
    row(
        "members.saveEvent",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "kind": "movedIn", "on": "2020-05-01" }),
    ),
    row("members.removeEvent", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "members.expel",
        Members,
        "refused",
        |ids| json!({ "person": ids["member"], "court": "", "judgement": "", "upper": "" }),
    ),
    row("members.applications", Reader, "ok", none),
    row("members.readApplicants", Members, "ok", |_| json!({ "text": "李娜 110101199003070011" })),
    row(
        "members.apply",
        Members,
        "ok",
        |_| json!({ "appliedOn": "2026-09-14", "signed": true, "people": [{ "name": "王小明", "idNumber": "110101199003070011" }] }),
    ),
    row("members.signApplications", Members, "not_found", |ids| json!({ "applications": [ids["member"]] })),
    row("members.sayOpinion", Members, "not_found", |ids| {
        json!({
            "applications": [ids["member"]], "opinion": { "on": "2026-09-14", "by": "一组", "text": "同意" },
        })
    }),
    row(
        "members.refuseApplication",
        Members,
        "not_found",
        |ids| json!({ "id": ids["member"], "on": "2026-09-14", "reason": "没有签名" }),
    ),
    row("members.removeApplication", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.admit", Members, "refused", |ids| json!({ "applications": [ids["member"]] })),
    row("members.admission", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.handCards", Members, "not_found", |ids| json!({ "id": ids["member"], "on": "2026-09-15" })),
    row("members.dues", Reader, "ok", none),
    row("members.duesMonth", Reader, "ok", |_| json!({ "month": "2026-08" })),
    row("members.duesPerson", Reader, "not_found", |ids| json!({ "person": ids["member"], "year": 2026 })),
    row("members.duesArrears", Reader, "ok", none),
    row("members.duesEntries", Reader, "ok", none),
    row("members.duesEntry", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "members.readDues",
        Members,
        "ok",
        |_| json!({ "of": "payments", "text": "王伟 25.00", "month": "2026-08" }),
    ),
    row("members.duesLapses", Reader, "ok", none),
    row("members.saveDuesBasis", Members, "bad_input", |_| json!({ "from": "2026-01", "kind": "flat" })),
    row("members.removeDuesBasis", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.saveDuesBases", Members, "bad_input", |_| json!({ "from": "2026-01", "bases": [] })),
    row("members.payDues", Members, "bad_input", |_| json!({ "paidOn": "2026-09-10", "lines": [] })),
    row("members.payDuesOf", Members, "refused", |_| json!({ "month": "2026-08", "paidOn": "2026-09-10" })),
    row(
        "members.reverseDues",
        Members,
        "not_found",
        |ids| json!({ "entry": ids["member"], "on": "2026-09-10", "reason": "错了" }),
    ),
    row(
        "members.saveDuesTalk",
        Members,
        "bad_input",
        |ids| json!({ "person": ids["member"], "talkedOn": "2026-09-10", "talkedBy": "", "said": "", "outcome": "promised" }),
    ),
    row("members.removeDuesTalk", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "members.endForDues",
        Members,
        "refused",
        |ids| json!({ "person": ids["member"], "on": "2026-09-10", "note": "长期不交会费" }),
    ),
    row(
        "members.exportDues",
        Reader,
        "ok",
        |ids| json!({ "year": 2026, "to": format!("{}/会费.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row(
        "members.exportArrears",
        Reader,
        "ok",
        |ids| json!({ "to": format!("{}/欠缴.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("members.origins", Reader, "ok", |ids| json!({ "id": ids["member"] })),
    row("members.importCertificates", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("members.importTrainings", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("members.importExams", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("members.uploadTemplates", Reader, "ok", none),
    row(
        "members.checkUpload",
        Members,
        "sheet_is_folder",
        |ids| json!({ "template": "province", "file": ids["template"] }),
    ),
    row(
        "members.saveUpload",
        Members,
        "bad_input",
        |ids| json!({ "template": "nothing", "which": "clean", "to": format!("{}/上报.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("members.preview", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("members.previewRows", Members, "no_preview", |_| json!({ "offset": 0, "limit": 10 })),
    row("members.import", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("files.list", Reader, "ok", |ids| json!({ "of": { "kind": "person", "id": ids["member"] } })),
    row("files.drawn", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("files.thumbnail", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "files.add",
        Members,
        "ok",
        |ids| json!({ "of": { "kind": "person", "id": ids["member"] }, "pasted": "Zm9v", "name": "字据.txt" }),
    ),
    row("files.open", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("files.save", Reader, "not_found", |ids| json!({ "id": ids["member"], "to": ids["out"] })),
    row("files.rename", Writer, "not_found", |ids| json!({ "id": ids["member"], "name": "字据" })),
    row("files.remove", Writer, "not_found", |ids| json!({ "id": ids["member"] })),
    row("consents.list", Reader, "ok", none),
    row(
        "consents.save",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "purpose": "publish", "about": "先进名单上墙", "givenOn": "2026-09-01", "givenHow": "paper" }),
    ),
    row("consents.remove", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.list", Reader, "ok", none),
    row("negotiation.get", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.start", Negotiation, "ok", |_| json!({ "year": 2027 })),
    row("negotiation.saveOffer", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "by": "workers", "addressee": "公司", "reasons": "物价上涨",
            "issuedOn": "2026-09-10", "contact": "张敏", "information": "", "topics": [{ "title": "工资调整" }],
        })
    }),
    row("negotiation.recordReply", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "kind": "agreed", "repliedOn": "2026-09-12", "repliedBy": "公司", "text": "同意",
        })
    }),
    row(
        "negotiation.saveRepresentatives",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["member"] }),
    ),
    row("negotiation.people", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.fillSeat", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["negotiation"], "vacancy": ids["member"],
            "person": { "name": "周喆", "sex": "male", "post": "电工", "chosenHow": "职代会选举", "chosenOn": "2026-09-11" },
        })
    }),
    row("negotiation.saveElection", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-09-11", "due": 45,
            "present": 42, "way": "secret",
            "candidates": [{ "name": "周喆", "sex": "male", "votesFor": 40, "votesAgainst": 1, "abstained": 1 }],
        })
    }),
    row("negotiation.removeElection", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveMandate", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
            "principal": "冯天佑", "scope": ["提供咨询"], "givenOn": "2026-09-11", "fromOn": "2026-09-11",
        })
    }),
    row("negotiation.removeMandate", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.preparation", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.saveOpinions", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "fromOn": "2026-09-01", "toOn": "2026-09-05", "handedOut": 320, "returned": 263,
            "topics": [{ "title": "工资增长", "people": 241, "gist": "增长8%" }],
        })
    }),
    row("negotiation.remove", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.removeOpinions", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.takeOpinions", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveMeeting", Negotiation, "not_found", |ids| meeting(&ids["member"])),
    row("negotiation.removeMeeting", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.addEvent",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "kind": "noted", "happenedOn": "2026-09-11", "text": "口头沟通" }),
    ),
    row(
        "negotiation.changeEvent",
        Negotiation,
        "not_found",
        |ids| json!({ "id": ids["member"], "happenedOn": "2026-09-11", "text": "口头沟通", "kind": "noted" }),
    ),
    row("contract.get", Reader, "not_found", |ids| json!({ "agreement": ids["member"] })),
    row(
        "contract.compare",
        Reader,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "before": ids["member"] }),
    ),
    row("contract.start", Negotiation, "not_found", |ids| json!({ "agreement": ids["member"] })),
    row(
        "contract.saveClause",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "item": "term", "text": "合同期限一年。" }),
    ),
    row(
        "contract.takeLibrary",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "library": "wage.term" }),
    ),
    row(
        "contract.takeAgreed",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "topic": ids["member"] }),
    ),
    row(
        "contract.order",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "clauses": [] }),
    ),
    row("contract.removeClause", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "contract.fill",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "name": "发薪日", "value": "10" }),
    ),
    row(
        "contract.keep",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "note": "第一稿" }),
    ),
    row(
        "contract.paste",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "note": "2025年度合同", "text": "第一条 期限一年。" }),
    ),
    row("contract.removeVersion", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("skillPay.get", Reader, "ok", |ids| json!({ "id": ids["negotiation"] })),
    row(
        "skillPay.save",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "levels": [], "forms": [] }),
    ),
    row("negotiation.openWarning", Negotiation, "refused", |ids| json!({ "id": ids["negotiation"] })),
    row("negotiation.ofCase", Reader, "ok", |ids| json!({ "case": ids["member"] })),
    row(
        "negotiation.saveOrder",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["member"], "department": "县人社局", "askedOn": "2026-09-12" }),
    ),
    row("negotiation.removeOrder", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveSuspension", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"], "reason": "等审计报告", "fromOn": "2026-09-12", "resumeOn": "2026-09-20",
            "resumePlace": "会议室", "resumeSubject": "工资增幅", "workersAgreed": "张敏", "employerAgreed": "罗建平",
        })
    }),
    row("negotiation.resume", Negotiation, "not_found", |ids| json!({ "suspension": ids["member"] })),
    row("negotiation.removeSuspension", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.saveInformation",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "items": [] }),
    ),
    row("negotiation.markInformation", Negotiation, "not_found", |ids| json!({ "item": ids["member"] })),
    row(
        "negotiation.signSecrecy",
        Negotiation,
        "not_found",
        |ids| json!({ "negotiation": ids["negotiation"], "representatives": [ids["member"]] }),
    ),
    row("negotiation.removeEvent", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.addAgreement",
        Negotiation,
        "ok",
        |ids| json!({ "negotiation": ids["negotiation"], "kind": "women" }),
    ),
    row(
        "negotiation.saveAgreement",
        Negotiation,
        "not_found",
        |ids| json!({ "id": ids["member"], "title": "2026年度工资专项集体合同" }),
    ),
    row("negotiation.removeAgreement", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveVote", Negotiation, "not_found", |ids| {
        json!({
            "negotiation": ids["member"],
            "session": {
                "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": "2026-09-11", "due": 45, "present": 43,
                "way": "secret", "chair": "张敏", "tellers": ["艾小梅"], "scrutineers": ["付春生"],
            },
            "votes": [{ "agreement": ids["member"], "votesFor": 40, "votesAgainst": 2, "abstained": 1 }],
        })
    }),
    row("negotiation.removeVote", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.markMaterial",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "item": "contract", "ready": true }),
    ),
    row("negotiation.saveAmendment", Negotiation, "not_found", |ids| {
        json!({
            "amends": ids["member"], "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-11", "reason": "工艺变化",
            "effectiveOn": "2026-10-01", "terms": [], "changes": [{ "clause": "夜班津贴", "was": "30元", "becomes": "40元" }],
        })
    }),
    row(
        "negotiation.saveFiling",
        Negotiation,
        "not_found",
        |ids| json!({ "agreement": ids["member"], "department": "县人社局", "filer": "饶思敏" }),
    ),
    row("negotiation.seal", Chair, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.checkOffer", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.saveCheck", Negotiation, "not_found", |ids| {
        json!({
            "agreement": ids["member"], "fromOn": "2026-03-01", "toOn": "2026-08-31", "checkedOn": "2026-09-11",
            "method": "查阅工资表", "conclusion": "已经履行", "workers": ["艾小梅"], "employer": ["罗建平"],
            "clauses": [{ "clause": "工资增长", "target": "增长6%", "actual": "增长6%" }],
        })
    }),
    row("negotiation.removeCheck", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "negotiation.markUndertaking",
        Negotiation,
        "not_found",
        |ids| json!({ "undertaking": ids["member"] }),
    ),
    row(
        "negotiation.previewMeeting",
        Reader,
        "not_found",
        |ids| json!({ "meeting": meeting(&ids["member"]) }),
    ),
    row("pay.list", Reader, "ok", none),
    row("pay.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.lines", Reader, "not_found", |ids| json!({ "sheet": ids["member"] })),
    row("pay.origin", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.preview", Negotiation, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("pay.import", Negotiation, "sheet_is_folder", |ids| json!({ "file": ids["template"] })),
    row("pay.readBands", Negotiation, "ok", |_| json!({ "text": "4000-5000\t12\n5000-6000\t8" })),
    row(
        "pay.save",
        Negotiation,
        "ok",
        |_| json!({ "period": "2026-08", "headcount": 50, "sum": 30_000_000 }),
    ),
    row("pay.remove", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.matchLine", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.references", Reader, "ok", none),
    row(
        "pay.readReferences",
        Negotiation,
        "ok",
        |_| json!({ "text": "类别\t地区\t时间\t数值\t来源\n居民消费价格涨幅\t江西省\t2025\t0.2%\t统计公报" }),
    ),
    row("pay.saveReference", Negotiation, "ok", |_| minimum_wage()),
    row("pay.saveReferences", Negotiation, "ok", |_| json!({ "figures": [minimum_wage()] })),
    row("pay.removeReference", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.figures", Reader, "ok", none),
    row("pay.printFigures", Reader, "not_found", |ids| json!({ "sheet": ids["member"] })),
    row("pay.simulator", Reader, "ok", none),
    row(
        "pay.simulate",
        Reader,
        "not_found",
        |ids| json!({ "sheet": ids["member"], "scenarios": [rise()], "months": 12 }),
    ),
    row("pay.saveScenario", Negotiation, "not_found", |ids| {
        json!({
            "sheet": ids["member"], "year": 2027, "side": "workers", "name": "争取方案", "scenario": rise(), "months": 12,
        })
    }),
    row("pay.chooseScenario", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("pay.removeScenario", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "pay.saveInsurance",
        Negotiation,
        "ok",
        |_| json!({ "name": "基本养老保险", "rate": 1600, "from": "2026-01-01", "source": "省社保局通告" }),
    ),
    row("pay.removeInsurance", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("negotiation.takeScenario", Negotiation, "not_found", |ids| json!({ "id": ids["member"] })),
    row("history.list", Reader, "ok", none),
    // The step that added the member: its identity is masked until it is revealed.
    shows("history.step", Reader, |ids| json!({ "seq": ids["saved"] })),
    shows("history.of", Reader, |ids| json!({ "table": "person", "id": ids["member"] })),
    // That step is of the members: who writes elsewhere may not take it back.
    row("history.takeBack", Members, "ok", |ids| json!({ "seq": ids["saved"] })),
    row(
        "history.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/流水.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("trash.list", Reader, "ok", none),
    row("trash.purged", Reader, "ok", none),
    row("trash.retentions", Reader, "ok", none),
    row("trash.setRetention", Chair, "ok", |_| json!({ "kind": "person", "months": 24 })),
    row("trash.restore", Members, "not_found", |ids| json!({ "kind": "person", "id": ids["member"] })),
    row(
        "trash.purge",
        Chair,
        "not_found",
        |ids| json!({ "kind": "person", "id": ids["member"], "reason": "保存期满" }),
    ),
    row("drafts.list", Reader, "ok", none),
    row("drafts.get", Reader, "ok", |_| json!({ "form": "member" })),
    row("drafts.save", Writer, "ok", |_| json!({ "form": "member", "body": { "name": "李" } })),
    row("drafts.discard", Writer, "ok", |_| json!({ "form": "member" })),
    row("incoming.list", Reader, "ok", none),
    row("incoming.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("incoming.save", Office, "ok", |_| {
        json!({
            "kind": "notice", "source": "县总工会", "title": "关于报送年报的通知", "receivedOn": "2026-09-14",
            "asked": "报送年报", "wantsAnswer": true,
        })
    }),
    row("incoming.finish", Office, "not_found", |ids| json!({ "id": ids["member"], "doneOn": "2026-09-15" })),
    row("incoming.reopen", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "incoming.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/收文.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("incoming.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("committee.list", Reader, "ok", none),
    row("committee.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("committee.save", Office, "ok", |_| {
        json!({
            "body": "committee", "heldOn": "2026-09-14", "place": "工会办公室", "chair": "张敏", "recorder": "沈一诺",
            "members": [{ "name": "张敏", "present": true }], "topics": [{ "title": "通报收支" }],
        })
    }),
    row(
        "committee.sign",
        Office,
        "not_found",
        |ids| json!({ "id": ids["member"], "signedOn": "2026-09-15" }),
    ),
    row("committee.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "committee.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/会议记录.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("decisions.list", Reader, "ok", none),
    row("decisions.of", Reader, "ok", |ids| json!({ "act": "paper", "of": ids["member"] })),
    row(
        "decisions.cite",
        Office,
        "not_found",
        |ids| json!({ "decision": ids["member"], "act": "paper", "of": ids["member"] }),
    ),
    row("decisions.uncite", Writer, "not_found", |ids| json!({ "id": ids["member"] })),
    row("correspondence.list", Reader, "ok", none),
    row("correspondence.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("correspondence.begin", Reader, "ok", none),
    row(
        "correspondence.save",
        Office,
        "ok",
        |_| json!({ "addressee": "县总工会", "title": "关于商请提供场地的函" }),
    ),
    row("correspondence.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("letters.list", Reader, "ok", none),
    row("letters.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "letters.save",
        Letters,
        "ok",
        |_| json!({ "source": "inspection", "topic": "wages", "receivedOn": "2026-09-14", "matter": "加班费没有发" }),
    ),
    row("letters.remove", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "letters.saveEvent",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "accepted", "happenedOn": "2026-09-14", "text": "" }),
    ),
    row("letters.removeEvent", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("letters.start", Reader, "not_found", |ids| json!({ "case": ids["member"], "kind": "reminder" })),
    row(
        "letters.saveLetter",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "reminder", "datedOn": "2026-09-14" }),
    ),
    row(
        "letters.serveLetter",
        Letters,
        "not_found",
        |ids| json!({ "letter": ids["member"], "receivedOn": "2026-09-14", "receivedBy": "万里程" }),
    ),
    row("letters.removeLetter", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("letters.inspectors", Reader, "ok", none),
    row("letters.saveInspector", Letters, "ok", |_| json!({ "name": "王伟", "certificate": "赣监0001" })),
    row("letters.removeInspector", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "letters.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/监督.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("appeals.list", Reader, "ok", none),
    row("appeals.counts", Reader, "ok", |_| json!({ "year": 2026 })),
    row("appeals.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("appeals.save", Letters, "ok", |_| {
        json!({
            "worker": "member", "kind": "wages", "channel": "visit", "raisedOn": "2026-09-14", "matter": "加班费少算",
        })
    }),
    row(
        "appeals.answer",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "answeredOn": "2026-09-14", "answer": "已经补发" }),
    ),
    row("appeals.reopen", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "appeals.forward",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "onward": "negotiation", "words": "高温津贴" }),
    ),
    row("appeals.toCase", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("appeals.toMediation", Letters, "covered", |ids| json!({ "id": ids["member"] })),
    row("appeals.remove", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "appeals.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/诉求.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("dismissals.list", Reader, "ok", none),
    row("dismissals.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dismissals.save",
        Letters,
        "ok",
        |_| json!({ "kind": "fault", "name": "柳新民", "receivedOn": "2026-09-14", "written": true, "reasons": "旷工" }),
    ),
    row("dismissals.remove", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("dismissals.saveChecks", Letters, "not_found", |ids| json!({ "id": ids["member"], "answers": [] })),
    row("dismissals.start", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dismissals.saveOpinion",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "stance": "none", "opinedOn": "2026-09-14" }),
    ),
    row(
        "dismissals.deliver",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "deliveredOn": "2026-09-14", "deliveredTo": "万里程" }),
    ),
    row(
        "dismissals.saveAnswer",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "answeredOn": "2026-09-14", "answer": "维持", "result": "kept" }),
    ),
    row(
        "dismissals.saveHelp",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "help": "notWanted" }),
    ),
    row("dismissals.toMediation", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "dismissals.close",
        Letters,
        "not_found",
        |ids| json!({ "id": ids["member"], "closedOn": "2026-09-14", "outcome": "撤回" }),
    ),
    row(
        "dismissals.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/解除.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("mediation.list", Reader, "ok", none),
    row("mediation.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("mediation.save", Letters, "ok", |_| {
        json!({
            "topic": "wages", "worker": "柳新民", "applicant": "worker", "oral": true, "appliedOn": "2026-09-14",
            "facts": "九月少算加班费", "claims": "补发加班费",
        })
    }),
    row("mediation.remove", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "mediation.saveEvent",
        Letters,
        "not_found",
        |ids| json!({ "case": ids["member"], "kind": "accepted", "happenedOn": "2026-09-14", "text": "" }),
    ),
    row("mediation.removeEvent", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row("mediation.committee", Reader, "ok", none),
    row("mediation.saveMediator", Letters, "ok", |_| {
        json!({
            "name": "沈一诺", "side": "workers", "office": "chair", "chosen": "union", "fromOn": "2026-01-05",
        })
    }),
    row("mediation.removeMediator", Letters, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "mediation.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/调解.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row(
        "platform.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/平台.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row("platform.list", Reader, "ok", none),
    row("platform.firm", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
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
        "not_found",
        |ids| json!({ "person": ids["member"], "firm": ids["member"], "class": "partial" }),
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
    row("platform.talk", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("platform.saveTalk", Platform, "not_found", |ids| json!({ "firm": ids["member"], "year": 2026 })),
    row("platform.removeTalk", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
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
    row("platform.helps", Reader, "ok", none),
    row("platform.help", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("platform.saveHelp", Platform, "not_found", |ids| {
        json!({
            "work": ids["member"], "accidentOn": "2026-09-10", "asked": "送餐途中摔伤", "askedOn": "2026-09-14",
            "papers": [],
        })
    }),
    row("platform.removeHelp", Platform, "not_found", |ids| json!({ "id": ids["member"] })),
    row("archive.list", Reader, "not_found", |ids| json!({ "of": { "kind": "paper", "id": ids["member"] } })),
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
    row("outgoing.list", Reader, "ok", none),
    row("outgoing.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row(
        "outgoing.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "to": format!("{}/发文.xlsx", ids["out"].as_str().unwrap()) }),
    ),
    row(
        "outgoing.saveSending",
        Office,
        "not_found",
        |ids| json!({ "paper": ids["member"], "receiver": "公司行政部", "manner": "handed", "sentOn": "2026-09-15" }),
    ),
    row("outgoing.removeSending", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("outgoing.file", Office, "not_found", |ids| json!({ "id": ids["member"], "filedOn": "2026-09-15" })),
    row("outgoing.unfile", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.list", Reader, "ok", none),
    row("forms.marks", Reader, "ok", none),
    row("forms.get", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.try", Reader, "not_found", |ids| json!({ "id": ids["member"], "purpose": "submit" })),
    row("forms.add", Office, "bad_input", |_| json!({ "file": "/nowhere/登记表.docx", "about": "union" })),
    row(
        "forms.change",
        Office,
        "not_found",
        |ids| json!({ "id": ids["member"], "name": "登记表", "about": "union" }),
    ),
    row("forms.remove", Office, "not_found", |ids| json!({ "id": ids["member"] })),
    row("forms.fill", Office, "not_found", |ids| {
        json!({
            "form": { "id": ids["member"], "purpose": "notice" },
            "to": format!("{}/登记表.docx", ids["out"].as_str().unwrap()),
        })
    }),
    row(
        "papers.texts",
        Reader,
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"] }),
    ),
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
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"] }),
    ),
    row("papers.issued", Reader, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.sheets", Reader, "ok", none),
    row(
        "members.printList",
        Reader,
        "ok",
        |_| json!({ "query": {}, "columns": ["name", "idNumber", "phone"], "posted": false }),
    ),
    row("members.printSheet", Reader, "ok", |_| json!({ "sheet": "cards" })),
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
        "not_found",
        |ids| json!({ "kind": "negotiation.minutes", "of": ids["member"] }),
    ),
];
