//! Joining: one applicant from the blank form to the card, and a joining day of 25 couriers whose chair types what nobody
//! else knows and nothing more.

use serde_json::{Value, json};

use crate::committee;
use crate::gonghui::Desk;
use crate::judges;

/// A resident ID number that checks, for an invented person.
fn id_number(birth: &str, n: usize) -> String {
    let body = format!("360121{birth}{n:03}");
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{body}{}", "10X98765432".as_bytes()[(sum % 11) as usize] as char)
}

const SURNAMES: [&str; 25] = [
    "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱",
    "秦", "尤", "许", "何", "吕", "施", "张", "孔",
];

/// A list as it is pasted from a sheet.
fn pasted() -> String {
    let mut text = "姓名\t证件号码\t手机\n".to_owned();
    for (n, surname) in SURNAMES.iter().enumerate() {
        let number = id_number("19900101", 11 + n);
        text.push_str(&format!("{surname}立春\t{number}\t139000000{n:02}\n"));
    }
    text
}

fn read(desk: &Desk, text: &str) -> Vec<Value> {
    desk.call("members.readApplicants", json!({ "text": text })).as_array().unwrap().clone()
}

fn applicants(read: &[Value]) -> Vec<Value> {
    read.iter().map(|one| one["applicant"].clone()).collect()
}

fn applications(desk: &Desk) -> Value {
    desk.call("members.applications", json!({}))
}

/// The decision of a meeting of that day that lets people in.
fn decided(desk: &Desk, body: &str, on: &str, signed_on: &str) -> Value {
    let mut meeting = committee::meeting(on, 0, [5, 0, 0]);
    meeting["body"] = json!(body);
    meeting["topics"][0]["title"] = json!("审批入会申请");
    meeting["topics"][0]["decision"] = json!("批准入会");
    let id = desk.call("committee.save", meeting);
    desk.call("committee.sign", json!({ "id": id, "signedOn": signed_on }));
    desk.call("committee.get", json!({ "id": id }))["topics"][0]["id"].clone()
}

/// How many fields of a form hold something.
fn typed(form: &Value) -> usize {
    form.as_object().unwrap().values().filter(|value| !value.is_null() && **value != json!("")).count()
}

/// What is due about joining: the union itself has duties of its own from so many members on.
fn joining_due(desk: &Desk) -> Vec<Value> {
    let of_joining = |duty: &Value| {
        let title = duty["title"].as_str().unwrap();
        title.contains("入会申请") || title.contains("会员证")
    };
    desk.due().into_iter().filter(of_joining).collect()
}

#[test]
fn a_joining_day_of_25_couriers_is_a_paste_a_tick_and_a_decision() {
    let desk = Desk::founded("36", None);
    let paste = json!({ "text": pasted() });
    let found = desk.call("members.readApplicants", paste.clone()).as_array().unwrap().clone();
    assert_eq!(found.len(), 25, "the head of the sheet is nobody");
    assert!(found.iter().all(|one| one["trouble"].is_null() && one["sex"] != Value::Null), "{found:?}");

    // What the chair types: the list, that all have signed, where and as what they work; then the decision is picked.
    let form = json!({ "signed": true, "shop": "城东站", "post": "快递员", "form": "other" });
    let mut whole = form.clone();
    whole["appliedOn"] = json!("2026-09-15");
    whole["people"] = json!(applicants(&found));
    let ids = desk.call("members.apply", whole);
    assert_eq!(ids.as_array().unwrap().len(), 25);
    desk.call("ledger.undo", json!({}));
    assert_eq!(applications(&desk)["kept"], 0, "one step, taken back whole");
    desk.call("ledger.redo", json!({}));

    let due = joining_due(&desk);
    assert_eq!(due.len(), 1, "{due:?}");
    assert_eq!(due[0]["title"], "委员会审批赵立春等25人的入会申请");
    assert_eq!((&due[0]["whose"], &due[0]["button"]), (&json!("union"), &json!("去审批")));
    assert!(due[0]["rule"]["short"].as_str().unwrap().contains("会籍"), "{}", due[0]["rule"]);
    assert_eq!(desk.call("members.counts", json!({}))["total"], 0, "who applies is no member yet");

    let nothing = desk.refused("members.admit", json!({ "applications": ids }));
    assert_eq!((nothing.code.as_str(), nothing.field.as_deref()), ("refused", Some("decision")));
    assert!(nothing.rule.unwrap().contains("会籍"));
    let decision = decided(&desk, "committee", "2026-09-15", "2026-09-15");
    let approval = json!({ "decision": decision });
    assert_eq!(typed(&paste) + typed(&form) + typed(&approval), 6, "so many fields for 25 people");
    let admission = desk.call("members.admit", json!({ "applications": ids, "decision": decision }));

    let admitted = desk.call("members.admission", json!({ "id": admission }));
    let numbers: Vec<&str> =
        admitted["people"].as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    let wanted: Vec<String> = (1..=25).map(|n| format!("{n:06}")).collect();
    assert_eq!(numbers, wanted, "without gaps or doubles");
    assert_eq!(desk.call("members.counts", json!({}))["states"]["member"], 25);
    let first = admitted["people"][0]["person"].clone();
    let life = desk.call("members.life", json!({ "id": first }));
    assert_eq!((&life["state"], &life["rungs"][0]["on"]), (&json!("member"), &json!("2026-09-15")));
    let stop = desk.refused("ledger.undo", json!({}));
    assert!(stop.message.contains("批准入会"), "a number that was given stays given: {}", stop.message);

    // The committee's record tells who stands on it, and cannot lose it.
    let meeting = admitted["decision"]["meeting"].clone();
    let record = desk.call("committee.get", json!({ "id": meeting }));
    assert_eq!(record["topics"][0]["uses"][0]["title"], "何立春等25人入会");
    let link = admitted["decision"]["cited"].clone();
    assert_eq!(desk.refused("decisions.uncite", json!({ "id": link })).code, "refused");

    // The roll to sign bears no identity.
    let due = joining_due(&desk);
    let cards: Vec<_> =
        due.iter().filter(|duty| duty["title"].as_str().unwrap().contains("会员证")).collect();
    assert_eq!((cards.len(), &cards[0]["title"]), (1, &json!("发放赵立春等25人的会员证，请本人签收")));
    let roll = desk.out("发放册.pdf");
    desk.call("papers.print", json!({ "kind": "members.cardRoll", "of": admission, "to": roll }));
    let text = judges::text(&roll);
    for said in [
        "会员证发放册",
        "批准入会25人",
        "工会委员会〔2026〕第1次会议",
        "000001",
        "000025",
        "孔立春",
        "领取人签字",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("360121"), "no ID number on a paper that lies open");
    desk.call("members.handCards", json!({ "id": admission, "on": "2026-09-15" }));
    assert_eq!(joining_due(&desk), Vec::<Value>::new());

    // Pasted again, everybody is known, and nobody can apply twice.
    let again = read(&desk, &pasted());
    assert!(again.iter().all(|one| one["trouble"] == "已经是会员，不用再申请。"), "{again:?}");
    let twice = json!({ "appliedOn": "2026-09-15", "signed": true, "people": applicants(&again[..1]) });
    assert_eq!(desk.refused("members.apply", twice).field.as_deref(), Some("people.0"));
    desk.head();
}

#[test]
fn one_application_goes_from_the_blank_form_to_the_register() {
    let desk = Desk::founded("36", None);
    let blank = desk.out("空白.pdf");
    desk.call("papers.print", json!({ "kind": "members.application", "of": "blank", "to": blank }));
    let text = judges::text(&blank);
    for said in
        ["入会申请书", "我自愿加入工会", "证件号码", "申请人（手写签名）", "工会小组", "审批意见", "年月日"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }

    // Known from the roster: nothing of it is typed again.
    desk.call(
        "members.save",
        json!({ "name": "何平", "sex": "male", "form": "contract", "shop": "焊接", "phone": "13900000077" }),
    );
    let known = read(&desk, "何平");
    assert_eq!(known[0]["note"], "花名册上已有：焊接");
    assert_eq!(known[0]["applicant"]["phone"], "139****0077", "seen as on the roster");
    let apply = json!({ "appliedOn": "2026-09-10", "signed": false, "people": applicants(&known) });
    let id = desk.call("members.apply", apply)[0].clone();
    let due = joining_due(&desk);
    assert_eq!(due[0]["title"], "请何平在入会申请书上签名");
    let one = applications(&desk)["rows"][0].clone();
    assert_eq!((&one["stage"], &one["lacks"]), (&json!("signature"), &json!(["本人签名", "完整的证件号码"])));
    let late = json!({ "applications": [id], "approvedOn": "2026-09-14", "lateEntry": "会议记录在纸上" });
    let short = desk.refused("members.admit", late.clone());
    assert_eq!(short.code, "incomplete");
    assert!(short.message.contains("还缺本人签名、完整的证件号码"), "{}", short.message);

    let number = id_number("19880102", 51);
    let mut record = desk.call("members.get", json!({ "id": one["person"] }));
    record["idNumber"] = json!(number);
    desk.call("members.save", record);
    desk.call("members.signApplications", json!({ "applications": [id] }));
    let opinion = json!({ "on": "2026-09-09", "by": "焊接一组", "text": "同意入会" });
    let early = desk.refused("members.sayOpinion", json!({ "applications": [id], "opinion": opinion }));
    assert_eq!(early.field.as_deref(), Some("opinion.on"));
    let opinion = json!({ "on": "2026-09-11", "by": "焊接一组", "text": "同意入会。" });
    desk.call("members.sayOpinion", json!({ "applications": [id], "opinion": opinion }));
    assert_eq!(joining_due(&desk)[0]["title"], "委员会审批何平的入会申请");

    // Not by a group, not before the application, not by no paper.
    let group = decided(&desk, "group", "2026-09-11", "2026-09-12");
    let wrong = desk.refused("members.admit", json!({ "applications": [id], "decision": group }));
    assert!(wrong.message.contains("不能用工会小组的决定"), "{}", wrong.message);
    let before = json!({ "applications": [id], "approvedOn": "2026-09-01", "lateEntry": "会议记录在纸上" });
    let before = desk.refused("members.admit", before);
    assert_eq!(before.field.as_deref(), Some("applications"));
    assert!(before.message.contains("不能由更早的会批准"), "{}", before.message);
    let admission = desk.call("members.admit", late);
    let admitted = desk.call("members.admission", json!({ "id": admission }));
    assert_eq!(
        (&admitted["lateEntry"], &admitted["approvedOn"]),
        (&json!("会议记录在纸上"), &json!("2026-09-14"))
    );

    // Both papers bear the full number: they ask what for, and printing them is a look that is kept with it.
    for (kind, file, said) in [
        ("members.application", "申请书.pdf", "同意入会"),
        ("members.registration", "登记表.pdf", "见工会委员会的纸质会议记录"),
    ] {
        let to = desk.out(file);
        let paper = json!({ "kind": kind, "of": id, "to": to });
        assert_eq!(desk.refused("papers.print", paper.clone()).code, "covered", "{kind}");
        desk.revealed("交本人签字", "papers.print", paper);
        let text = judges::text(&to);
        for said in [said, number.as_str(), "何平", "000001", "焊接一组"]
            .into_iter()
            .take(if kind == "members.application" { 5 } else { 4 })
        {
            assert!(text.contains(said), "{file} lacks {said}");
        }
    }
    let looks = desk.call("sight.log", json!({})).to_string();
    assert!(looks.contains("members.identityPaper") && looks.contains("交本人签字"), "{looks}");
    assert_eq!(desk.refused("members.removeApplication", json!({ "id": id })).code, "refused");
    desk.head();
}

#[test]
fn what_cannot_join_is_told_and_what_was_entered_by_mistake_goes_and_comes_back() {
    let desk = Desk::founded("36", None);
    let young = format!("李小 {}", id_number("20120101", 21));
    let form = |text: &str| json!({ "appliedOn": "2026-09-15", "signed": true, "people": applicants(&read(&desk, text)) });
    let refused = desk.refused("members.apply", form(&young));
    assert!(refused.message.contains("不满16周岁"), "{}", refused.message);
    assert!(refused.rule.unwrap().contains("劳动法"));
    let troubles: Vec<Value> =
        read(&desk, "张三 360121199001010111\n李四\n").iter().map(|one| one["trouble"].clone()).collect();
    assert_eq!(
        troubles,
        [
            "最后一位校验不对，号码里有一位抄错了，请对照证件核对。",
            "花名册里没有这个人，入会申请要写全证件号码。"
        ]
    );

    let good = format!("李娜 {}", id_number("19920203", 22));
    let id = desk.call("members.apply", form(&good))[0].clone();
    assert_eq!(read(&desk, &good)[0]["trouble"], "已经有一份入会申请在办。");
    desk.call("members.removeApplication", json!({ "id": id }));
    let second = desk.call("members.apply", form(&good))[0].clone();
    let taken = desk.refused("trash.restore", json!({ "kind": "application", "id": id }));
    assert!(taken.message.contains("另有一份申请在办"), "{}", taken.message);
    let silent =
        desk.refused("members.refuseApplication", json!({ "id": second, "on": "2026-09-15", "reason": " " }));
    assert_eq!(silent.field.as_deref(), Some("reason"));
    desk.call(
        "members.refuseApplication",
        json!({ "id": second, "on": "2026-09-15", "reason": "已在原单位入会，请办转入" }),
    );
    desk.call("trash.restore", json!({ "kind": "application", "id": id }));
    let rows = applications(&desk);
    assert_eq!((&rows["waiting"], &rows["kept"]), (&json!(1), &json!(2)));
    let stands = desk.refused(
        "members.admit",
        json!({ "applications": [second], "approvedOn": "2026-09-15", "lateEntry": "纸上" }),
    );
    assert!(stands.message.contains("已经退回"), "{}", stands.message);
    let life = desk.call("history.of", json!({ "table": "application", "id": id })).to_string();
    for told in ["登记入会申请", "移除入会申请", "李娜"] {
        assert!(life.contains(told), "{told} is told in {life}");
    }
    desk.head();
}

#[test]
fn a_courier_keeps_the_firm_they_work_for_and_nobody_gets_ours() {
    let desk = Desk::founded("36", None);
    let [one, other] = [101, 102].map(|n| id_number("19900101", n));
    let text = format!(
        "姓名\t证件号码\t手机\t工作单位\n赵立春\t{one}\t13900000101\t云岭快递城东站\n钱立春\t{other}\t13900000102\t\n"
    );
    let found = read(&desk, &text);
    assert_eq!(found[0]["applicant"]["employer"], "云岭快递城东站", "{found:?}");
    assert_eq!(found[1]["applicant"]["employer"], Value::Null);
    let apply = json!({ "appliedOn": "2026-09-15", "signed": true, "shop": "城东站", "form": "other", "people": applicants(&found) });
    desk.call("members.apply", apply);
    let rows = applications(&desk)["rows"].clone();
    let of = |name: &str| rows.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone();
    assert_eq!(
        (&of("赵立春")["employer"], &of("钱立春")["employer"]),
        (&json!("云岭快递城东站"), &Value::Null)
    );
    let record = desk.call("members.get", json!({ "id": of("赵立春")["person"] }));
    assert_eq!(record["employer"], "云岭快递城东站");
    // One who has a contract works for ours, and the form says so once more than those of the couriers do.
    let own = json!({ "name": "何平", "sex": "male", "form": "contract", "shop": "焊接", "idNumber": id_number("19880102", 51) });
    desk.call("members.save", own);
    let people = applicants(&read(&desk, "何平"));
    desk.call("members.apply", json!({ "appliedOn": "2026-09-15", "signed": true, "people": people }));
    let rows = applications(&desk)["rows"].clone();
    let id =
        |name: &str| rows.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()["id"].clone();
    for kind in ["members.application", "members.registration"] {
        let printed = |name: &str| {
            let to = desk.out(&format!("{kind}-{name}.pdf"));
            let paper = json!({ "kind": kind, "of": id(name), "to": to });
            desk.revealed("交本人签字", "papers.print", paper);
            judges::text(&to)
        };
        let ours = |text: &str| text.matches("赣江机械有限公司").count();
        let (courier, other, employed) = (printed("赵立春"), printed("钱立春"), printed("何平"));
        assert!(courier.contains("云岭快递城东站"), "{kind}: {courier}");
        // Of whom no firm is told and who is not employed by ours, the place is left to be written.
        assert_eq!((ours(&courier) + 1, ours(&other) + 1), (ours(&employed), ours(&employed)), "{kind}");
    }
    // On the roster already, the firm is added where none is entered, and a different one is told.
    let again = read(&desk, &format!("赵立春\t{one}\t云岭物流有限公司"));
    assert!(again[0]["note"].as_str().unwrap().contains("花名册上是云岭快递城东站"), "{again:?}");
}

#[test]
fn a_dispatched_worker_who_joins_is_asked_about_the_two_firms_where_the_place_has_the_rule() {
    let desk = Desk::founded("36", None);
    let dispatched = json!({ "name": "何平", "sex": "male", "form": "dispatched", "shop": "焊接", "idNumber": id_number("19880102", 51) });
    desk.call("members.save", dispatched);
    let known = read(&desk, "何平");
    assert_eq!(known[0]["dispatched"], true);
    let people = applicants(&known);
    let id = desk
        .call("members.apply", json!({ "appliedOn": "2026-09-10", "signed": true, "people": people }))[0]
        .clone();
    let page = applications(&desk);
    let said = page["dispatch"]["text"].as_str().unwrap();
    assert!(said.contains("派遣企业的工会") && said.contains("有没有商定"), "{said}");
    assert_eq!(page["dispatch"]["rule"]["id"], "JX-UN-11");
    let row = &page["rows"][0];
    assert_eq!((&row["dispatched"], &row["agreement"]), (&json!(true), &Value::Null), "nobody has asked yet");
    assert_eq!(row["lacks"], json!([]), "a question, and nothing that is missing");
    let late = json!({ "applications": [id], "approvedOn": "2026-09-14", "lateEntry": "会议记录在纸上", "agreement": "agreed" });
    desk.call("members.admit", late);
    assert_eq!(applications(&desk)["rows"][0]["agreement"], "agreed");
    let life = desk.call("history.of", json!({ "table": "application", "id": id })).to_string();
    assert!(life.contains("两家单位已经商定"), "{life}");

    // Elsewhere nothing of the kind is said.
    let elsewhere = Desk::founded("31", None);
    assert_eq!(applications(&elsewhere)["dispatch"], Value::Null);
}

#[test]
fn the_dispatched_are_held_against_those_who_work_here_and_not_against_the_members() {
    let desk = Desk::founded("36", None);
    let add = |n: usize, form: &str, more: Value| {
        let mut record =
            json!({ "name": format!("{}立春", SURNAMES[n]), "sex": "male", "form": form, "shop": "装配" });
        record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        desk.call("members.save", record)
    };
    let member = json!({ "memberSince": "2020-01-01" });
    for n in 0..9 {
        add(n, "contract", member.clone());
    }
    add(9, "dispatched", member);
    let warning = || desk.call("members.counts", json!({}))["dispatchWarning"].clone();
    assert_eq!(warning(), Value::Null, "one of ten");
    // Whoever has not joined works here all the same.
    add(10, "dispatched", json!({}));
    let said = warning();
    assert!(said.as_str().unwrap().starts_with("按花名册：劳务派遣2人，劳动合同9人"), "{said}");
    desk.call("union.saveWorkforce", json!({ "asOf": "2026-08-31", "workers": 25, "source": "企业报表" }));
    assert_eq!(warning(), Value::Null, "two of the twenty-five whom the firm told");
    desk.call("union.saveWorkforce", json!({ "asOf": "2026-08-31", "workers": 15, "source": "企业报表" }));
    let said = warning();
    assert!(
        said.as_str().unwrap().contains("登记的职工人数15人（截止2026年8月31日，来源：企业报表）"),
        "{said}"
    );
}
