//! What of an erased person was entered and taken back: the journal alone knows it, and tells it no more.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::erased::{NAME, NUMBER, PHONE, journal, left, letter, looked, only, person, purged, roster};
use crate::duties::story::{CHAIR, Story};
use crate::talks::PIXEL;

/// A mark of hardship of a person, and its proof by a step of its own; answers the mark, and the step that set it.
fn mark(story: &Story, person: &Value, proof: &str) -> (Value, Value) {
    let mark =
        story.call("members.saveTag", json!({ "person": person, "kind": "hardship", "since": "2026-05-06" }));
    let step = story.call("history.list", json!({}))["lines"][0]["seq"].clone();
    let of = json!({ "kind": "personTag", "id": mark });
    story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": proof }));
    (mark, step)
}

#[test]
fn who_was_entered_taken_back_and_entered_again_is_erased_from_both_entries() {
    let story = Story::begin("36", &[]);
    let other = json!({ "name": "何平", "sex": "female", "form": "contract", "phone": "13900139000" });
    story.call("members.save", person());
    story.call("ledger.undo", json!({}));
    // Another one, entered by mistake and gone for good, is not the person's.
    story.call("members.save", other);
    story.call("ledger.undo", json!({}));
    let id = story.call("members.save", person());
    assert!(journal(&story).contains(PHONE), "the look sees what is there");
    purged(&story, &id);
    let told = journal(&story);
    for gone in [NAME, NUMBER, PHONE, "1980-01-01", "2020-03-01"] {
        assert!(!told.contains(gone), "{gone} still stands in the journal");
    }
    assert!(told.contains("何平"), "what is of others stays: {told}");
    let checked = story.job("ledger.check", json!({}));
    assert_eq!(checked["findings"], json!([]), "and the chain holds");
}

#[test]
fn a_roster_that_was_imported_taken_back_and_imported_again_is_erased_from_both_imports() {
    let story = Story::begin("36", &[]);
    let roster = format!(
        "姓名\t性别\t身份证号\t手机号码\t车间\t用工形式\t入职日期\n\
         {NAME}\t男\t{NUMBER}\t{PHONE}\t焊接\t劳动合同\t2019-03-01\n\
         何平\t女\t360121198002020028\t13900139000\t装配\t劳动合同\t2019-03-01\n"
    );
    story.job("members.import", json!({ "pasted": roster }));
    story.call("ledger.undo", json!({}));
    story.job("members.import", json!({ "pasted": roster }));
    purged(&story, &only(&story));
    let told = journal(&story);
    for gone in [NAME, NUMBER, PHONE] {
        assert!(!told.contains(gone), "{gone} still stands in the journal");
    }
    assert!(told.contains("何平"), "what is of others stays: {told}");
}

#[test]
fn what_bears_a_file_is_not_taken_back_from_under_it() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let (mark, step) = mark(&story, &id, "重病证明.png");
    let refused = story.refused("history.takeBack", json!({ "seq": step }));
    assert_eq!(refused.code, "ledger.standsInTheWay", "{}", refused.message);
    let of = json!({ "kind": "personTag", "id": mark });
    assert_eq!(story.call("files.list", json!({ "of": of }))[0]["name"], "重病证明.png", "all of it stands");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]));
    purged(&story, &id);
    let told = journal(&story);
    assert!(!told.contains("重病证明") && !told.contains(NAME), "{told}");
}

#[test]
fn a_proof_that_was_taken_back_with_its_mark_is_erased_with_the_person() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    mark(&story, &id, "尿毒症病历.png");
    story.call("ledger.undo", json!({}));
    story.call("ledger.undo", json!({}));
    story.call("members.save", json!({ "name": "何平", "sex": "female", "form": "contract" }));
    assert!(journal(&story).contains("尿毒症"), "the look sees what is there");
    purged(&story, &id);
    let told = journal(&story);
    assert!(!told.contains("尿毒症"), "the file on the mark of the person: {told}");
    assert!(told.contains("何平"), "what is of others stays: {told}");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

/// What stands in the journal alone, by its titles.
fn undone(story: &Story) -> Vec<(String, Value)> {
    let steps = story.call("trash.takenBack", json!({}));
    let line = |line: &Value| {
        assert_eq!((&line["kind"], &line["mayPurge"]), (&json!("person"), &json!(true)), "{line}");
        (line["title"].as_str().unwrap().to_owned(), line["id"].clone())
    };
    let lines = steps.as_array().unwrap().iter().flat_map(|step| step["lines"].as_array().unwrap());
    lines.map(line).collect()
}

fn erased(story: &Story, id: &Value) {
    let purge = |reason: &str| json!({ "kind": "person", "id": id, "reason": reason });
    let named = story.refused("trash.purge", purge(&format!("误录{NAME}")));
    assert_eq!(
        named.field.as_deref(),
        Some("reason"),
        "it stays for ever and names nobody: {}",
        named.message
    );
    story.call("trash.purge", purge("录错了人"));
    let told = journal(story);
    for gone in [NAME, NUMBER, PHONE] {
        assert!(!told.contains(gone), "{gone} still stands in the journal");
    }
    assert!(told.contains("何平"), "what is of others stays: {told}");
    let titles: Vec<String> = undone(story).into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["何平"], "it stands in the list no more");
    let checked = story.job("ledger.check", json!({}));
    assert_eq!(checked["findings"], json!([]), "and the chain holds");
}

#[test]
fn who_was_entered_by_mistake_and_taken_back_is_listed_and_erased() {
    let story = Story::begin("36", &[]);
    story.call("members.save", person());
    story.call("ledger.undo", json!({}));
    story.call("members.save", json!({ "name": "何平", "sex": "female", "form": "contract" }));
    story.call("ledger.undo", json!({}));
    assert_eq!(story.call("trash.list", json!({})), json!([]), "nothing that could be brought back");
    let lines = undone(&story);
    let titles: Vec<&str> = lines.iter().map(|(title, _)| title.as_str()).collect();
    assert_eq!(titles, ["何平", NAME], "the last one first, and no part of theirs");
    erased(&story, &lines[1].1);
}

#[test]
fn who_was_imported_by_mistake_and_taken_back_is_erased_from_the_import() {
    let story = Story::begin("36", &[]);
    let roster = format!(
        "姓名\t性别\t身份证号\t手机号码\t车间\t用工形式\t入职日期\n\
         {NAME}\t男\t{NUMBER}\t{PHONE}\t焊接\t劳动合同\t2019-03-01\n\
         何平\t女\t360121199003070021\t13900139000\t装配\t劳动合同\t2019-03-01\n"
    );
    story.job("members.import", json!({ "pasted": roster }));
    story.call("ledger.undo", json!({}));
    let lines = undone(&story);
    assert_eq!(lines.len(), 2, "{lines:?}");
    let (_, id) = lines.into_iter().find(|(title, _)| title == NAME).unwrap();
    erased(&story, &id);
}

#[test]
fn a_number_typed_by_mistake_stays_where_it_is_somebody_elses() {
    let story = Story::begin("36", &[]);
    let letter = letter(&story, &format!("回复请打{PHONE}。"));
    story.call("members.save", person());
    story.call("ledger.undo", json!({}));
    let (_, id) = undone(&story).remove(0);
    story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }));
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert!(kept.to_string().contains(PHONE), "{kept}");
}

#[test]
fn the_number_goes_out_of_the_records_and_raw_rows_of_other_people_and_the_name_there_is_told() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let roster = format!(
        "姓名\t性别\t身份证号\t手机号码\t车间\t用工形式\t入职日期\t备注\n\
         熊秀英\t女\t360121198002020028\t13700137000\t装配\t劳动合同\t2019-03-01\t紧急联系人{NAME} {PHONE}\n"
    );
    story.job("members.import", json!({ "pasted": roster }));
    let note = format!("紧急联系人{NAME} {PHONE}");
    let other =
        json!({ "name": "何平", "sex": "female", "form": "contract", "phone": "13900139000", "note": note });
    let other = story.call("members.save", other);
    assert!(journal(&story).contains(PHONE), "the look sees what is there");
    let told = purged(&story, &id);
    let stays = told["stays"].as_str().unwrap();
    assert!(stays.contains("姓名仍留在其他事项里") && stays.contains("人员"), "{stays}");
    assert!(stays.contains("一并抹去"), "{stays}");
    let kept = story.call("members.get", json!({ "id": other }));
    assert!(kept.to_string().contains(&format!("紧急联系人{NAME} （已清除）")), "{kept}");
    assert_eq!(
        story.call("members.search", json!({ "text": "何平" }))["rows"].as_array().unwrap().len(),
        1,
        "they stand and are found"
    );
    let told = journal(&story);
    assert!(!told.contains(PHONE), "{told}");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

#[test]
fn a_second_telephone_goes_with_the_person_unless_it_is_somebody_elses_second_one() {
    const SECOND: &str = "13900139000";
    for shared in [false, true] {
        let story = Story::begin("36", &[]);
        if shared {
            let other = json!({
                "name": "何平", "sex": "female", "form": "contract", "phone": format!("13700137000、{SECOND}"),
            });
            story.call("members.save", other);
        }
        let letter = json!({
            "addressee": "县总工会", "title": "关于工会经费的函", "body": format!("回复请打{SECOND}。"),
        });
        let letter = story.call("correspondence.save", letter);
        let mut two = person();
        two["phone"] = json!(format!("{PHONE}、{SECOND}"));
        let id = story.call("members.save", two);
        purged(&story, &id);
        let kept = story.call("correspondence.get", json!({ "id": letter })).to_string();
        assert_eq!(kept.contains(SECOND), shared, "{kept}");
    }
}

#[test]
fn what_was_typed_and_told_of_somebody_else_with_the_number_stays() {
    // Of the one who was entered by mistake the entry was taken back, and the other one was removed after they had stood.
    for stood in [false, true] {
        let story = Story::begin("36", &[]);
        let other = json!({ "name": "何平", "sex": "female", "form": "contract", "phone": PHONE });
        let other = story.call("members.save", other);
        let id = story.call("members.save", person());
        if !stood {
            story.call("ledger.undo", json!({}));
        }
        for (form, record, words) in [
            ("appeal", Value::Null, format!("何平来访，电话{PHONE}")),
            ("letter", Value::Null, format!("证件号码{NUMBER}")),
            ("member", other.clone(), format!("何平{PHONE}")),
        ] {
            let draft = json!({ "form": form, "record": record, "body": { "text": words } });
            // One after another with no step between: of a script's seeded ids none is given twice.
            story.call("drafts.save", draft);
        }
        for purpose in [format!("回访何平{PHONE}"), format!("核对{NUMBER}")] {
            looked(&story, &purpose);
        }
        let told = if stood {
            purged(&story, &id)
        } else {
            story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }))
        };
        let drafts = story.call("drafts.list", json!({}));
        let forms: BTreeSet<&str> =
            drafts.as_array().unwrap().iter().map(|draft| draft["form"].as_str().unwrap()).collect();
        assert_eq!(
            forms,
            BTreeSet::from(["appeal", "member"]),
            "the number is the other one's too: {drafts}"
        );
        assert!(told["drafts"].as_str().unwrap().contains("另有2份"), "and they are told of: {told}");
        let log = story.call("sight.log", json!({})).to_string();
        assert!(log.contains(&format!("回访何平{PHONE}")), "{log}");
        assert!(!log.contains(NUMBER), "what is theirs alone is gone: {log}");
    }
}

#[test]
fn an_older_copy_that_is_put_back_leaves_what_others_wrote_where_the_entry_had_been_taken_back() {
    let story = Story::begin("36", &[]);
    let letter = letter(&story, &format!("回复请打{PHONE}。"));
    let id = story.call("members.save", person());
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();
    story.call("ledger.undo", json!({}));
    story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }));
    story.job("ledger.restore", json!({ "copy": copy }));
    let found = story.call("members.search", json!({ "text": NAME }));
    assert_eq!(found["rows"], json!([]), "erased again");
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert!(kept.to_string().contains(PHONE), "{kept}");
    let told = journal(&story);
    assert!(!told.contains(NAME) && !told.contains(NUMBER), "{told}");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]));
}

#[test]
fn who_had_stood_is_kept_as_long_as_the_settings_say_also_where_the_entry_is_taken_back() {
    let story = Story::begin("36", &[]);
    story.call("trash.setRetention", json!({ "kind": "person", "months": 24 }));
    let entered = || {
        let id = story.call("members.save", person());
        (id, story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone())
    };
    let purge = |id: &Value| json!({ "kind": "person", "id": id, "reason": "录错了人" });
    let (mistaken, step) = entered();
    story.on("2026-07-01");
    story.call("history.takeBack", json!({ "seq": step }));
    story.call("trash.purge", purge(&mistaken));
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]), "found within the month: at once");
    let (again, step) = entered();
    story.on("2026-08-02");
    story.call("history.takeBack", json!({ "seq": step }));
    let line = story.call("trash.takenBack", json!({}))[0]["lines"][0].clone();
    assert_eq!((&line["mayPurge"], &line["purgeFrom"]), (&json!(false), &json!("2028-08-02")), "{line}");
    let refused = story.refused("trash.purge", purge(&again));
    assert!(refused.message.contains("按设置保存24个月"), "{}", refused.message);
    story.on("2028-08-02");
    story.call("trash.purge", purge(&again));
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]));
}

#[test]
fn everything_that_an_undone_import_left_is_erased_in_one_step() {
    let story = Story::begin("36", &[]);
    story.call("members.save", json!({ "name": "何平", "sex": "female", "form": "contract" }));
    let letter = letter(&story, &format!("回复请打{PHONE}。"));
    story.job("members.import", roster());
    let entered = story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone();
    let of = json!({ "kind": "person", "id": only(&story) });
    let file = story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": "尿毒症病历.png" }));
    story.call("sight.reveal", json!({ "purpose": "核对证明" }));
    let lent = story.job("files.open", json!({ "id": file["attachment"]["id"] }))["path"]
        .as_str()
        .unwrap()
        .to_owned();
    story.call("sight.cover", json!({}));
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();
    story.call("ledger.undo", json!({}));
    story.call("ledger.undo", json!({}));
    for (form, words) in [("appeal", format!("证件号码{NUMBER}")), ("incoming", format!("{NAME}来访"))]
    {
        // One after another with no step between: of a script's seeded ids none is given twice.
        story.call("drafts.save", json!({ "form": form, "record": null, "body": { "text": words } }));
    }
    looked(&story, &format!("核对{NUMBER}"));

    let steps = story.call("trash.takenBack", json!({}));
    assert_eq!(steps.as_array().unwrap().len(), 1, "the file belongs to one of them: {steps}");
    let step = &steps[0];
    assert_eq!(
        (&step["label"], &step["count"], &step["mayPurge"]),
        (&json!("导入花名册"), &json!(3), &json!(true)),
        "{step}"
    );
    assert_eq!(step["lines"].as_array().unwrap().len(), 3, "{step}");
    let purge = |reason: &str| json!({ "seq": step["seq"], "reason": reason });
    let named = story.job_refused("trash.purgeStep", purge("误录熊秀英"));
    assert_eq!(named.field.as_deref(), Some("reason"), "it names nobody: {}", named.message);
    let other = story.job_refused("trash.purgeStep", json!({ "seq": entered, "reason": "导错了表" }));
    assert_eq!(other.code, "not_found", "only what took it back: {}", other.message);

    assert!(std::fs::exists(&lent).unwrap(), "a viewer may still have it");
    let told = story.job("trash.purgeStep", purge("导错了表"));
    assert!(!std::fs::exists(&lent).unwrap(), "what was lent of an erased file goes with it");
    let drafts = told["drafts"].as_str().unwrap();
    assert!(drafts.contains("1份属于这些记录") && drafts.contains("另有1份"), "{told}");
    let newest = story.call("history.list", json!({ "limit": 1 }))["lines"][0].clone();
    assert_eq!(newest["seq"], told["seq"]);
    assert_eq!(newest["label"], format!("清除第{entered}步录入又撤销的3条记录：导错了表"));
    let log = story.call("sight.log", json!({})).to_string();
    assert!(!log.contains(NUMBER), "{log}");
    for seq in [&entered, &step["seq"]] {
        let records = story.call("history.step", json!({ "seq": seq }))["records"].clone();
        let records = records.as_array().unwrap();
        assert!(
            !records.is_empty() && records.iter().all(|one| one["erasedBy"] == told["seq"]),
            "{records:?}"
        );
    }
    let all = journal(&story);
    for gone in [NAME, NUMBER, "熊秀英", "13700137000", "涂玉兰", "360121199003070021", "尿毒症"] {
        assert!(!all.contains(gone), "{gone} still stands in the journal");
    }
    assert!(all.contains("何平"), "what is of others stays: {all}");
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert!(kept.to_string().contains(PHONE), "a number that others wrote is not theirs: {kept}");
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]));
    assert_eq!(story.job_refused("trash.purgeStep", purge("导错了表")).code, "not_found", "nothing is left");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");

    story.job("ledger.restore", json!({ "copy": copy }));
    for name in [NAME, "熊秀英", "涂玉兰"] {
        assert_eq!(story.call("members.search", json!({ "text": name }))["rows"], json!([]), "erased again");
    }
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]));
}

#[test]
fn what_one_who_left_the_desk_had_typed_is_the_chairs_to_look_at() {
    const OFFICER: &str = "雨后 修渠 三把锹";
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let officer = json!({ "name": "李强", "role": "officer", "parts": ["members"], "reads": [] });
    let officer = story.call("people.add", json!({ "person": officer, "passphrase": OFFICER }));
    story.sits_down(OFFICER);
    let draft = json!({ "form": "member", "record": null, "body": { "text": format!("{NAME}来访") } });
    story.call("drafts.save", draft);
    story.sits_down(CHAIR);
    story.call("people.remove", json!({ "id": officer, "drafts": "keep" }));
    let told = purged(&story, &id)["drafts"].clone();
    let told = told.as_str().unwrap();
    assert!(told.contains("已离任的经办人1份") && told.contains("“离任人员留下的草稿”"), "{told}");
    assert!(!told.contains("李强") && !told.contains("请填写的人"), "nobody is sent to them: {told}");
    let left = story.call("drafts.left", json!({}));
    assert_eq!(
        (left.as_array().unwrap().len(), &left[0]["owner"]),
        (1, &json!("李强")),
        "it was let alone: {left}"
    );
}

#[test]
fn who_was_erased_alone_leaves_the_rest_of_an_undone_import_to_be_erased_together() {
    let story = Story::begin("36", &[]);
    story.job("members.import", roster());
    story.call("ledger.undo", json!({}));
    let (_, id) = undone(&story).into_iter().find(|(title, _)| title == NAME).unwrap();
    story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }));
    let step = story.call("trash.takenBack", json!({}))[0].clone();
    assert_eq!(step["count"], 2, "{step}");
    let purge = json!({ "seq": step["seq"], "reason": "导错了表" });
    story.job("trash.purgeStep", purge);
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]));
}

#[test]
fn what_was_done_again_and_taken_back_again_is_left_by_the_later_step_alone() {
    let story = Story::begin("36", &[]);
    story.job("members.import", roster());
    story.call("ledger.undo", json!({}));
    let first = left(&story);
    story.call("ledger.redo", json!({}));
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]), "they stand");
    story.call("ledger.undo", json!({}));
    let steps = story.call("trash.takenBack", json!({}));
    assert_eq!((steps.as_array().unwrap().len(), &steps[0]["count"]), (1, &json!(3)), "{steps}");
    assert_ne!(steps[0]["seq"], first);
    let early = story.job_refused("trash.purgeStep", json!({ "seq": first, "reason": "导错了表" }));
    assert_eq!(early.code, "not_found", "{}", early.message);
    story.job("trash.purgeStep", json!({ "seq": steps[0]["seq"], "reason": "导错了表" }));
    let told = journal(&story);
    assert!(!told.contains(NAME) && !told.contains("熊秀英"), "from every time it stood: {told}");
}

#[test]
fn an_undone_import_that_had_stood_is_kept_as_long_as_the_settings_say() {
    let story = Story::begin("36", &[]);
    story.call("trash.setRetention", json!({ "kind": "person", "months": 24 }));
    story.job("members.import", roster());
    let entered = story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone();
    story.on("2026-08-02");
    story.call("history.takeBack", json!({ "seq": entered }));
    let step = story.call("trash.takenBack", json!({}))[0].clone();
    assert_eq!((&step["mayPurge"], &step["purgeFrom"]), (&json!(false), &json!("2028-08-02")), "{step}");
    let purge = json!({ "seq": step["seq"], "reason": "导错了表" });
    let refused = story.job_refused("trash.purgeStep", purge.clone());
    assert!(refused.message.contains("按设置保存24个月"), "{}", refused.message);
    story.on("2028-08-02");
    story.job("trash.purgeStep", purge);
    assert_eq!(story.call("trash.takenBack", json!({})), json!([]));
}
