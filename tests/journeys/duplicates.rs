//! Someone who was entered twice: found with what speaks for it, looked at side by side, merged in one step that is taken back
//! and done again; two who are two stay two; members from before get their numbers; and the number of employees is typed once.

use serde_json::{Value, json};

use crate::gonghui::Desk;

fn person(desk: &Desk, person: Value) -> Value {
    let mut whole = json!({ "sex": "male", "form": "contract" });
    for (key, value) in person.as_object().unwrap() {
        whole[key] = value.clone();
    }
    desk.call("members.save", whole)
}

/// As they are told to who sees identity in full: a masked day of birth speaks for nothing.
fn pairs(desk: &Desk) -> Value {
    let (values, output) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对重复登记" } }),
        json!({ "call": "members.duplicates", "args": {} }),
    ]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    values[1].clone()
}

fn row<'a>(view: &'a Value, field: &str) -> &'a Value {
    view["rows"].as_array().unwrap().iter().find(|row| row["field"] == field).unwrap()
}

#[test]
fn someone_entered_twice_is_found_compared_merged_and_parted_again() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    let one = person(
        &desk,
        json!({ "name": "吕国强", "birth": "1980-01-01", "idNumber": "36012119800101999X", "phone": "13800138000",
          "shop": "装配", "memberSince": "2019" }),
    );
    let other = person(
        &desk,
        json!({ "name": "呂國強", "birth": "1980-01-01", "shop": "喷涂", "education": "大专", "memberSince": "2019-07-15" }),
    );
    person(&desk, json!({ "name": "王伟", "idNumber": "110105194912310038", "shop": "焊接" }));
    person(
        &desk,
        json!({ "name": "王伟", "idNumber": "11010519491231002X", "sex": "female", "shop": "焊接" }),
    );
    let consent = json!({ "person": other, "purpose": "publish", "about": "照片上墙", "givenOn": "2026-09-01", "givenHow": "paper" });
    desk.call("consents.save", consent);

    let masked = desk.call("members.duplicates", json!({}));
    assert_eq!((&masked["total"], &masked["sameName"]), (&json!(0), &json!(1)), "{masked}");
    let found = pairs(&desk);
    assert_eq!((&found["total"], &found["sameName"]), (&json!(1), &json!(1)), "{found}");
    let pair = &found["pairs"][0];
    assert_eq!(pair["grounds"], json!(["variant", "birth"]));
    assert_eq!(
        (&pair["strength"], &pair["one"]["idNumber"]),
        (&json!("likely"), &json!("36012119800101999X"))
    );

    let ids = json!({ "kept": one, "gone": other });
    let view = desk.call("members.compare", ids.clone());
    assert_eq!(row(&view, "shop")["differs"], true);
    assert_eq!(row(&view, "education")["take"], true, "what only the other has is taken");
    assert!(
        view["notes"].to_string().contains("合并成一条"),
        "one joining, entered twice: {}",
        view["notes"]
    );
    assert!(view["moves"].to_string().contains("个人信息同意"), "{}", view["moves"]);
    assert_eq!(view["refused"], json!([]));

    desk.call("members.merge", json!({ "kept": one, "gone": other, "take": ["shop"] }));
    let kept = desk.call("members.get", json!({ "id": one }));
    for (field, value) in [
        ("name", "吕国强"),
        ("shop", "喷涂"),
        ("education", "大学专科毕业"),
        ("memberSince", "2019-07-15"),
        ("idNumber", "360121********999X"),
    ] {
        assert_eq!(kept[field], value, "{field}");
    }
    assert_eq!(desk.call("consents.list", json!({ "person": one })).as_array().unwrap().len(), 1);
    let gone = desk.refused("members.get", json!({ "id": other }));
    assert_eq!(gone.code, "not_found");
    assert!(gone.message.contains("已经合并到吕国强的档案里"), "{}", gone.message);
    assert_eq!(pairs(&desk)["total"], 0);
    // A form of theirs that lay open meanwhile is kept of the one who stayed; its draft stays as typed until then.
    let certificate = json!({ "person": other, "kind": "skill", "name": "焊工", "grade": "三级" });
    desk.call("drafts.save", json!({ "form": "certificate", "record": null, "body": certificate }));
    let draft = desk.call("drafts.get", json!({ "form": "certificate", "record": null }));
    assert_eq!(draft["body"], certificate, "{draft}");
    desk.call("dossier.saveCertificate", certificate);
    let whole = desk.call("dossier.get", json!({ "id": one })).to_string();
    assert!(whole.contains("焊工"), "{whole}");
    // Their own sheet is nobody's any more, and says where they went; nothing of the one who stayed is written over.
    let sheet =
        json!({ "id": other, "name": "呂國強", "sex": "male", "form": "contract", "shop": "喷涂二班" });
    let told = desk.refused("members.save", sheet);
    assert!(told.message.contains("请到吕国强的档案里填写"), "{}", told.message);
    assert_eq!(desk.call("members.get", json!({ "id": one }))["shop"], "喷涂");
    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "登记证书");
    // Both are told of in the one record's life, and the other is no record of the trash to be brought back alone.
    let life = desk.call("history.of", json!({ "table": "person", "id": one })).to_string();
    assert!(life.contains("合并重复人员") && life.contains("呂國強"), "{life}");
    let refused = desk.refused("trash.restore", json!({ "kind": "person", "id": other }));
    assert!(refused.message.contains("已经合并到吕国强的档案里"), "{}", refused.message);

    assert_eq!(desk.call("ledger.undo", json!({}))["label"], "合并重复人员");
    assert_eq!(desk.call("members.get", json!({ "id": other }))["shop"], "喷涂");
    assert_eq!(desk.call("members.get", json!({ "id": one }))["shop"], "装配");
    assert_eq!(pairs(&desk)["total"], 1);

    let noted = json!({ "one": one, "other": other, "reason": "堂兄弟" });
    assert_eq!(
        desk.refused("members.setApart", json!({ "one": one, "other": other, "reason": " " }))
            .field
            .as_deref(),
        Some("reason")
    );
    let apart = desk.call("members.setApart", noted);
    let settled = pairs(&desk);
    assert_eq!((&settled["total"], &settled["apart"][0]["reason"]), (&json!(0), &json!("堂兄弟")));
    desk.call("members.liftApart", json!({ "id": apart }));
    assert_eq!(pairs(&desk)["total"], 1);
}

#[test]
fn two_of_one_committee_are_no_one_and_are_told_so() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    let one = person(&desk, json!({ "name": "王小明", "birth": "1980-01-01" }));
    let other =
        person(&desk, json!({ "name": "王晓明", "birth": "1980-01-01", "idNumber": "36012119800101999X" }));
    let seat = |person: &Value, name: &str, office: &str| json!({ "person": person, "name": name, "office": office });
    desk.call(
        "union.saveTerm",
        json!({ "body": "committee", "session": 5, "startedOn": "2024-01-01", "years": 5, "cleared": false,
          "members": [seat(&one, "王小明", "chair"), seat(&other, "王晓明", "member")] }),
    );
    let refused = desk.refused("members.merge", json!({ "kept": one, "gone": other }));
    assert!(
        refused.message.contains("各有一个席位") && refused.message.contains("请先"),
        "{}",
        refused.message
    );
    assert_eq!(
        desk.refused("members.merge", json!({ "kept": one, "gone": one })).field.as_deref(),
        Some("gone")
    );
}

#[test]
fn members_from_before_keep_their_cards_and_the_others_are_numbered_without_a_gap() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    person(&desk, json!({ "name": "赵一", "memberSince": "2021-03-01" }));
    person(&desk, json!({ "name": "钱二", "memberSince": "2010-05-04" }));
    let card =
        person(&desk, json!({ "name": "孙三", "memberSince": "2009-05-04", "cardNumber": " 3601 000012 " }));
    assert_eq!(desk.call("members.get", json!({ "id": card }))["cardNumber"], "3601000012");
    assert_eq!(desk.call("members.unnumbered", json!({})), json!({ "people": 2, "withCard": 1 }));
    assert_eq!(desk.call("members.giveNumbers", json!({})), 2);
    assert_eq!(desk.refused("members.giveNumbers", json!({})).code, "nothing_new");
    let stop = desk.refused("ledger.undo", json!({}));
    assert!(stop.message.contains("给会员编号"), "a number is for good: {}", stop.message);
    // A card of one number is one member's.
    person(&desk, json!({ "name": "李四", "cardNumber": "3601000012" }));
    let found = pairs(&desk);
    assert_eq!(found["pairs"][0]["grounds"], json!(["card"]));
    assert!(found["pairs"][0]["against"].as_str().unwrap().contains("会员证号重复"), "{found}");
}

#[test]
fn the_number_of_employees_is_typed_once_and_read_everywhere() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    for name in ["赵一", "钱二", "孙三"] {
        person(&desk, json!({ "name": name, "memberSince": "2020-01-01" }));
    }
    let save = |as_of: &str, workers: u32, source: &str| json!({ "asOf": as_of, "workers": workers, "source": source });
    assert_eq!(
        desk.refused("union.saveWorkforce", save("2027-01-01", 4, "企业报表")).field.as_deref(),
        Some("asOf")
    );
    assert_eq!(
        desk.refused("union.saveWorkforce", save("2026-09-30", 0, "企业报表")).field.as_deref(),
        Some("workers")
    );
    assert_eq!(
        desk.refused("union.saveWorkforce", save("2026-09-30", 4, " ")).field.as_deref(),
        Some("source")
    );
    desk.call("union.saveWorkforce", save("2025-12-31", 6, "企业报表"));
    desk.call("union.saveWorkforce", save("2026-09-30", 5, "企业报表"));
    desk.call("union.saveWorkforce", save("2026-09-30", 4, "企业报表"));
    assert_eq!(desk.call("union.workforce", json!({})).as_array().unwrap().len(), 2, "a day has one");
    let told = desk.call("members.statistics", json!({}))["density"].clone();
    assert_eq!((&told["workers"], &told["rate"]), (&json!(4), &json!("75.0%")));
    assert!(told["counted"].as_str().unwrap().contains("截止2026年9月30日，来源：企业报表"), "{told}");
    desk.call("union.saveWorkforce", save("2026-11-01", 2, "人力资源部"));
    let told = desk.call("members.statistics", json!({}))["density"].clone();
    assert_eq!(told["rate"], "—");
    assert!(told["counted"].as_str().unwrap().contains("少于现在的会员3人"), "{told}");
    desk.call("ledger.undo", json!({}));
    assert_eq!(desk.call("members.statistics", json!({}))["density"]["rate"], "75.0%");
}
