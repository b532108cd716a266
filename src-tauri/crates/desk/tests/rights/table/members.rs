//! Who may give the commands of this part: what is due, the search, and people with their membership.
//! What a row says stands in `table`.

use serde_json::json;

use super::Who::{Members, Reader};
use super::{Needs, Row, Secret, Tell, none, row, shows};

pub(super) const ROWS: &[Row] = &[
    row("today.list", Reader, "ok", none),
    shows("members.search", Reader, none),
    row("search.all", Reader, "ok", |_| json!({ "text": "王" })),
    row("search.all", Reader, "ok", |_| json!({ "text": "柳新民" })),
    row(
        "members.export",
        Reader,
        "ok",
        |ids| json!({ "query": {}, "columns": ["name", "idNumber", "phone"], "to": format!("{}/名单.xlsx", ids["out"].as_str().unwrap()) }),
    )
    .telling(&[Tell::InFull(Secret::Identity)]),
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
    // What is noted of a hardship, once it is revealed.
    row("members.flags", Reader, "ok", |ids| json!({ "id": ids["member"] }))
        .telling(&[Tell::InFull(Secret::Health)]),
    row("members.saveTag", Members, "ok", |ids| json!({ "person": ids["member"], "kind": "modelWorker" })),
    row("members.removeTag", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("dossier.get", Reader, "ok", |ids| json!({ "id": ids["member"] }))
        .telling(&[Tell::InFull(Secret::Identity), Tell::InFull(Secret::Health)]),
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
    )
    .needing(Needs::Right(Secret::Health)),
    row("dossier.removeExam", Members, "ok", |ids| json!({ "id": ids["exam"] }))
        .needing(Needs::Right(Secret::Health)),
    shows("members.get", Reader, |ids| json!({ "id": ids["member"] })),
    row("members.save", Members, "ok", |_| json!({ "name": "李娜", "sex": "female", "form": "contract" })),
    row("members.unnumbered", Reader, "ok", none),
    row("members.giveNumbers", Members, "ok", none),
    row("members.duplicates", Reader, "ok", none),
    shows("members.compare", Reader, |ids| json!({ "kept": ids["member"], "gone": ids["twin"] })),
    // Who reads no document would merge blindly.
    row("members.merge", Members, "ok", |ids| json!({ "kept": ids["member"], "gone": ids["twin"] }))
        .needing(Needs::Right(Secret::Identity)),
    row(
        "members.setApart",
        Members,
        "ok",
        |ids| json!({ "one": ids["member"], "other": ids["twin"], "reason": "父子" }),
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
    row("members.importExams", Members, "sheet_is_folder", |ids| json!({ "file": ids["template"] }))
        .needing(Needs::Right(Secret::Health)),
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
    row("consents.list", Reader, "ok", none),
    row(
        "consents.save",
        Members,
        "ok",
        |ids| json!({ "person": ids["member"], "purpose": "publish", "about": "先进名单上墙", "givenOn": "2026-09-01", "givenHow": "paper" }),
    ),
    row("consents.remove", Members, "not_found", |ids| json!({ "id": ids["member"] })),
    row("members.sheets", Reader, "ok", none),
    row(
        "members.printList",
        Reader,
        "ok",
        |_| json!({ "query": {}, "columns": ["name", "idNumber", "phone"], "posted": false }),
    )
    .telling(&[Tell::InFull(Secret::Identity)]),
    // What is posted is masked for everybody.
    row(
        "members.printList",
        Reader,
        "ok",
        |_| json!({ "query": {}, "columns": ["name", "idNumber", "phone"], "posted": true }),
    ),
    row("members.printSheet", Reader, "ok", |_| json!({ "sheet": "cards" })),
];
