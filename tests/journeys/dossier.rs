//! One page a person: what is entered there, what follows by rule and becomes due, and that occupational health is nowhere
//! without its right. Rules alone are told by the module's own tests.

use serde_json::{Value, json};

use crate::gonghui::{Desk, PASSPHRASE};
use crate::judges;
use crate::people::{OFFICER, member, officer};

/// What of health must be nowhere without the right: the hazard's measure, the conclusion, the place, the note.
const SECRETS: [&str; 4] = ["91分贝", "疑似职业病", "云岭职业病防治院", "左耳听力下降"];

fn exam(person: &str) -> Value {
    json!({
        "person": person, "kind": "during", "examinedOn": "2025-09-20", "institution": SECRETS[2],
        "hazards": [{ "kind": "noise", "level": 91 }, { "kind": "dust", "level": 1 }],
        "conclusion": "suspected", "note": SECRETS[3],
    })
}

fn due<'a>(all: &'a [Value], part: &str) -> Option<&'a Value> {
    all.iter().find(|duty| duty["title"].as_str().is_some_and(|title| title.contains(part)))
}

#[test]
fn contracts_and_certificates_say_how_they_stand_and_what_the_law_says_of_them() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let contract =
        |from: &str, until: &str| json!({ "person": person, "term": "fixed", "from": from, "until": until });
    let open = json!({ "person": person, "term": "fixed", "from": "2023-10-15" });
    assert_eq!(desk.refused("dossier.saveContract", open).field.as_deref(), Some("until"));
    desk.call("dossier.saveContract", contract("2020-10-15", "2023-10-14"));
    assert_eq!(desk.refused("dossier.saveContract", contract("2020-10-15", "2024-10-14")).code, "duplicate");
    let mut second = contract("2023-10-15", "2026-10-14");
    // 第十九条: three years may have six months of probation, and not a day more.
    second["probationUntil"] = json!("2024-04-14");
    second["id"] = desk.call("dossier.saveContract", second.clone());
    let file = || desk.call("dossier.get", json!({ "id": person }));
    let notes = |file: &Value| file["contracts"][0]["notes"].to_string();
    assert!(
        notes(&file()).contains("应当订立无固定期限") && !notes(&file()).contains("试用期"),
        "{}",
        file()
    );
    second["probationUntil"] = json!("2024-04-15");
    desk.call("dossier.saveContract", second.clone());
    assert!(notes(&file()).contains("试用期最长6个月"), "a day too long: {}", notes(&file()));
    // Thirty days ahead it is the employer's, and not a day before.
    desk.now("2026-09-13T09:00:00+08:00");
    assert!(due(&desk.due(), "劳动合同").is_none());
    desk.now("2026-09-14T09:00:00+08:00");
    let all = desk.due();
    let duty = due(&all, "商定王伟的劳动合同续订还是终止").expect("thirty days ahead");
    assert_eq!((&duty["whose"], &duty["due"]), (&json!("employer"), &json!("2026-10-14")));
    assert_eq!(duty["place"], json!({ "page": "dossier", "id": person, "part": "contracts" }));
    assert_eq!(duty["rule"]["id"], "CN-LCL-44");
    assert_eq!(
        (&file()["contracts"][0]["soon"], &file()["contracts"][1]["state"]),
        (&json!(true), &json!("已续订"))
    );
    desk.call("dossier.saveContract", json!({ "person": person, "term": "open", "from": "2026-10-15" }));
    assert!(due(&desk.due(), "劳动合同").is_none(), "what follows it is entered");
    desk.call("ledger.undo", json!({}));
    assert!(due(&desk.due(), "劳动合同").is_some());

    desk.call(
        "dossier.saveCertificate",
        json!({ "person": person, "kind": "skill", "name": "焊工", "grade": "三级", "validUntil": "2026-09-20" }),
    );
    let one = &file()["certificates"][0];
    assert_eq!((&one["eight"], &one["state"]), (&json!("高级工"), &json!("还有6天到期")));
    let honour = json!({ "person": person, "kind": "modelWorker", "level": "city", "name": "南昌市劳动模范", "year": 2023 });
    let honour = desk.call("dossier.saveHonour", honour);
    let flagged = || desk.call("members.search", json!({ "flags": ["modelWorker"] }));
    assert_eq!(flagged()["total"], 1, "the flag reads the honour");
    assert_eq!(flagged()["rows"][0]["flags"], json!(["modelWorker"]));
    desk.call("dossier.removeHonour", json!({ "id": honour }));
    assert_eq!(flagged()["total"], 0);
    desk.call("trash.restore", json!({ "kind": "honour", "id": honour }));
    assert_eq!(flagged()["total"], 1, "and comes back with it");
}

#[test]
fn who_comes_back_has_two_employments_in_one_file() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    let person = member(&desk);
    let jobs = || desk.call("dossier.get", json!({ "id": person }))["jobs"].clone();
    let mut first = jobs()[0].clone();
    first["hiredOn"] = json!("2016-07");
    first["shop"] = json!("装配");
    desk.call("dossier.correctEmployment", first);
    let job = json!({ "person": person, "form": "contract", "hiredOn": "2026-11-02", "shop": "焊接" });
    let open = desk.refused("dossier.beginEmployment", json!({ "job": job }));
    assert_eq!(open.field.as_deref(), Some("previousUntil"));
    assert!(open.message.contains("2016年7月起"), "it says which: {}", open.message);
    desk.call("dossier.beginEmployment", json!({ "job": job, "previousUntil": "2025-06-30" }));
    let both = jobs();
    let told =
        |at: usize| (both[at]["hiredOn"].clone(), both[at]["shop"].clone(), both[at]["leftOn"].clone());
    assert_eq!(told(0), (json!("2026-11-02"), json!("焊接"), Value::Null));
    assert_eq!(told(1), (json!("2016-07"), json!("装配"), json!("2025-06-30")));
    let leave = desk.call("dossier.get", json!({ "id": person }))["leave"]["why"]["text"].clone();
    assert!(leave.as_str().unwrap().contains("在本单位还不满一年"), "by the present one: {leave}");
    desk.call("ledger.undo", json!({}));
    assert_eq!(jobs()[0]["leftOn"], Value::Null, "undone across processes, end and all");
    desk.call("ledger.redo", json!({}));
    assert_eq!(jobs(), both);

    // Who has no part in the members' work reads the file and changes nothing in it.
    desk.call("people.add", officer(&["office"], &[]));
    desk.sits_down(OFFICER);
    assert_eq!(jobs(), both);
    let id = &both[0]["id"];
    assert_eq!(desk.refused("dossier.removeEmployment", json!({ "id": id })).code, "no_right");
    assert_eq!(desk.refused("dossier.beginEmployment", json!({ "job": job })).code, "no_right");
}

#[test]
fn a_contract_from_before_one_was_born_is_refused_and_one_from_childhood_is_told() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let contract = |from: &str| json!({ "person": person, "term": "open", "from": from });
    let unborn = desk.refused("dossier.saveContract", contract("1979-12-31"));
    assert_eq!(unborn.field.as_deref(), Some("from"));
    assert!(unborn.message.contains("王伟的出生日期"), "{}", unborn.message);
    let notes = |from: &str| {
        let id = desk.call("dossier.saveContract", contract(from));
        let notes = desk.call("dossier.get", json!({ "id": person }))["contracts"][0]["notes"].to_string();
        desk.call("dossier.removeContract", json!({ "id": id }));
        notes
    };
    let early = notes("1995-12-31");
    assert!(early.contains("不满16周岁") && early.contains("CN-AGE-WORK"), "a day before sixteen: {early}");
    assert!(!notes("1996-01-01").contains("周岁"), "on the sixteenth birthday");
}

#[test]
fn a_sheet_of_records_is_told_row_by_row_and_kept_in_one_step() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let one = |name: &str, number: &str| json!({ "name": name, "sex": "male", "form": "contract", "workNumber": number });
    let twins: Vec<Value> =
        ["A01", "A02"].map(|number| desk.call("members.save", one("李强", number))).into_iter().collect();
    let text = "姓名\t工号\t证书名称\t等级\t证书编号\t发证日期\n王伟\t\t焊工\t三级\tS001\t2024-05-06\n\
                李强\t\t电工\t四级\tS002\t2024-05-06\n李强\tA02\t电工\t四级\tS003\t2024-05-06\n\
                周全\t\t钳工\t三级\tS004\t2024-05-06\n王伟\t\t焊工\t三级\tS001\t2024-05-06\n王伟\tA01\t车工\t三级\tS005\t\n合计\t\t6\n";
    let sheet = json!({ "kind": "certificate", "text": text, "certificate": "skill" });
    let told = desk.call("dossier.readRecords", sheet.clone());
    assert_eq!(
        (&told["fits"], &told["held"], &told["wrong"], &told["passed"]),
        (&json!(2), &json!(1), &json!(3), &json!(1)),
        "{told}"
    );
    let trouble = |at: usize| told["lines"][at]["trouble"].as_str().unwrap_or_default().to_owned();
    assert!(trouble(1).contains("几个同名"), "{}", trouble(1));
    assert!(trouble(3).contains("花名册里没有"), "{}", trouble(3));
    assert!(trouble(5).contains("李强"), "the number is another's: {}", trouble(5));
    assert_eq!(
        desk.call("dossier.get", json!({ "id": person }))["certificates"],
        json!([]),
        "reading keeps nothing"
    );

    let kept = desk.call("dossier.keepRecords", sheet.clone());
    assert_eq!((&kept["added"], &kept["held"], &kept["wrong"]), (&json!(2), &json!(1), &json!(3)));
    let of =
        |id: &Value| desk.call("dossier.get", json!({ "id": id }))["certificates"].as_array().unwrap().len();
    assert_eq!((of(&json!(person)), of(&twins[0]), of(&twins[1])), (1, 0, 1));
    assert_eq!(desk.refused("dossier.keepRecords", sheet).code, "nothing_new", "a second time is none");
    desk.call("ledger.undo", json!({}));
    assert_eq!((of(&json!(person)), of(&twins[1])), (0, 0), "one undo takes all of it back");

    let honours = json!({
        "kind": "honour", "honour": "other", "level": "unit",
        "text": "姓名，荣誉称号，年度\n王伟，岗位能手，2025\n",
    });
    assert_eq!(desk.call("dossier.keepRecords", honours)["added"], 1, "commas of a Chinese keyboard divide");
    let empty = desk.refused("dossier.readRecords", json!({ "kind": "training", "text": " \n" }));
    assert_eq!(empty.field.as_deref(), Some("text"));
    assert!(empty.message.contains("没有粘贴到内容"), "{}", empty.message);
}

#[test]
fn the_next_exam_is_due_by_the_strictest_cycle_or_as_the_report_says() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let none = json!({ "person": person, "kind": "during", "examinedOn": "2025-09-20", "hazards": [] });
    assert_eq!(desk.refused("dossier.saveExam", none).field.as_deref(), Some("hazards"));
    let mut kept = exam(&person);
    kept["id"] = desk.call("dossier.saveExam", kept.clone());
    let next = || desk.call("dossier.get", json!({ "id": person }))["health"]["next"]["due"].clone();
    assert_eq!(next(), "2026-09-20", "ninety-one decibels a year, little dust two");
    kept["hazards"] = json!([{ "kind": "noise", "level": 84 }, { "kind": "dust", "level": 1 }]);
    desk.call("dossier.saveExam", kept.clone());
    assert_eq!(next(), "2027-09-20", "two years below eighty-five");
    kept["nextOn"] = json!("2026-10-01");
    desk.call("dossier.saveExam", kept.clone());
    assert_eq!(next(), "2026-10-01", "the report's own day comes first");
    desk.now("2026-08-31T09:00:00+08:00");
    assert!(due(&desk.due(), "安排王伟的职业健康检查").is_none(), "thirty-one days ahead");
    let followed = desk.due();
    let followed = due(&followed, "落实王伟的体检报告对单位的要求").expect("it was a suspicion");
    assert_eq!((&followed["whose"], &followed["due"]), (&json!("employer"), &Value::Null));
    assert!(!followed.to_string().contains(SECRETS[1]), "of what, the file says: {followed}");
    desk.now("2026-09-01T09:00:00+08:00");
    let all = desk.due();
    let duty = due(&all, "安排王伟的职业健康检查").expect("thirty days ahead");
    assert_eq!((&duty["whose"], &duty["due"]), (&json!("employer"), &json!("2026-10-01")));
    assert!(!duty.to_string().contains("噪声"), "no hazard on the page of the day: {duty}");
    let mut again = exam(&person);
    again["examinedOn"] = json!("2026-08-30");
    desk.call("dossier.saveExam", again);
    assert!(due(&desk.due(), "安排王伟的职业健康检查").is_none(), "examined anew");
    kept["kind"] = json!("leaving");
    kept["examinedOn"] = json!("2026-08-31");
    desk.call("dossier.saveExam", kept);
    assert_eq!(next(), Value::Null, "who leaves is not examined again");
}

#[test]
fn health_is_nowhere_without_its_right_and_goes_with_the_person() {
    let desk = Desk::founded("36", None);
    let person = member(&desk);
    let id = desk.call("dossier.saveExam", exam(&person));
    let other = desk.call("dossier.saveExam", {
        let mut other = exam(&person);
        other["examinedOn"] = json!("2024-09-20");
        other
    });
    desk.call("dossier.removeExam", json!({ "id": other }));
    desk.call("people.add", officer(&["members"], &["identity"]));
    // The chair sees days alone until health is revealed, and the look is kept.
    let get = json!({ "call": "dossier.get", "args": { "id": person } });
    let reveal = json!({ "call": "sight.reveal", "args": { "purpose": "安排复查" } });
    let (answers, _) = desk.run(&[get.clone(), reveal.clone(), get.clone()]);
    assert_eq!(answers[0]["health"]["exams"][0]["record"], Value::Null);
    assert!(SECRETS[1..].iter().all(|secret| !answers[0].to_string().contains(secret)), "{}", answers[0]);
    assert_eq!(answers[2]["health"]["exams"][0]["record"]["hazards"][0]["level"], 91);
    assert!(answers[2]["health"]["exams"][0]["notes"].to_string().contains("疑似"), "{}", answers[2]);
    let looks = desk.call("sight.log", json!({}));
    assert!(looks.as_array().unwrap().iter().any(|look| look["kind"] == "dossier.get"), "{looks}");

    let steps = desk.call("history.list", json!({}))["lines"].clone();
    let step = steps.as_array().unwrap().iter().find(|line| line["op"] == "dossier.saveExam").unwrap()["seq"]
        .clone();
    desk.sits_down(OFFICER);
    let to = desk.out("流水.xlsx");
    let all = [
        reveal,
        get,
        json!({ "call": "members.search", "args": {} }),
        json!({ "call": "members.counts" }),
        json!({ "call": "search.all", "args": { "text": "防治院" } }),
        json!({ "call": "history.list", "args": {} }),
        json!({ "call": "history.step", "args": { "seq": step } }),
        json!({ "call": "history.of", "args": { "table": "person", "id": person } }),
        json!({ "call": "trash.list" }),
        json!({ "call": "today.list" }),
        json!({ "call": "history.export", "args": { "query": {}, "to": to } }),
    ];
    let (answers, _) = desk.run(&all);
    for (answer, asked) in answers.iter().zip(&all) {
        let told = answer.to_string();
        let seen: Vec<&&str> = SECRETS.iter().filter(|secret| told.contains(**secret)).collect();
        assert!(seen.is_empty(), "{}: {seen:?}", asked["call"]);
        assert!(!told.contains("noise") && !told.contains("suspected"), "{}: {told}", asked["call"]);
    }
    assert_eq!(answers[1]["health"], json!({ "shown": "never", "exams": [], "next": null }));
    assert!(!answers[7].to_string().contains("health_exam"), "not even that there was one: {}", answers[7]);
    assert_eq!(answers[8], json!([]), "nor in the trash");
    assert!(due(answers[9]["duties"].as_array().unwrap(), "健康").is_none(), "nor on the page of the day");
    let cells = format!("{:?}", judges::cells(&to));
    assert!(SECRETS.iter().all(|secret| !cells.contains(secret)), "{cells}");
    assert_eq!(desk.refused("dossier.saveExam", exam(&person)).code, "no_right");
    assert_eq!(desk.refused("dossier.removeExam", json!({ "id": id })).code, "no_right");
    assert_eq!(desk.refused("trash.restore", json!({ "kind": "healthExam", "id": other })).code, "not_found");
    let print = |kind: &str, of: &str, name: &str| {
        let to = desk.out(name);
        desk.revealed("本人要求查阅复制", "papers.print", json!({ "kind": kind, "of": of, "to": to }));
        judges::text(&to)
    };
    for kind in ["members.ownData", "members.dossier"] {
        let paper = json!({ "kind": kind, "of": person, "to": desk.out("没写用途.pdf") });
        assert_eq!(desk.refused("papers.print", paper).code, "covered", "{kind}");
    }
    let own = print("members.ownData", &person, "副本一.pdf");
    assert!(own.contains("由有权查看健康情况的人另行提供") && !own.contains(SECRETS[1]), "{own}");
    let file = print("members.dossier", &person, "档案一.pdf");
    assert!(file.contains("这一份不含职业健康检查") && !file.contains(SECRETS[2]), "{file}");

    desk.sits_down(PASSPHRASE);
    let own = print("members.ownData", &person, "副本二.pdf");
    assert!(SECRETS.iter().all(|secret| own.contains(secret)), "their own, in full: {own}");
    let file = print("members.dossier", &person, "档案二.pdf");
    assert!(file.contains("36012119800101999X") && file.contains(SECRETS[1]), "{file}");
    let to = desk.out("档案三.pdf");
    let paper = json!({ "kind": "members.dossier", "of": format!("masked:{person}"), "to": to });
    // Masked it asks for nothing.
    desk.call("papers.print", paper);
    let masked = judges::text(&to);
    assert!(masked.contains("360121********999X") && !masked.contains("36012119800101999X"), "{masked}");
    assert!(SECRETS.iter().all(|secret| !masked.contains(secret)), "{masked}");

    // The page of papers lists it for whoever opens it from the file, and no other unasked.
    let listed = |of: &str| {
        let asked = json!({ "asked": { "kind": "members.dossier", "of": of } });
        desk.call("papers.list", asked).as_array().unwrap().clone()
    };
    let of = format!("masked:{person}");
    assert_eq!(listed(&of)[0]["of"], of.as_str(), "the paper that was asked for stands first");
    let unasked = desk.call("papers.list", json!({}));
    assert!(!unasked.to_string().contains("members.dossier"), "{unasked}");

    desk.call("members.remove", json!({ "id": person }));
    assert!(listed(&of).iter().all(|line| line["kind"] != "members.dossier"), "of nobody there is none");
    desk.now("2028-01-05T09:00:00+08:00");
    desk.call("trash.purge", json!({ "kind": "person", "id": person, "reason": "保存期满" }));
    let left = desk.call("trash.list", json!({}));
    assert_eq!(left, json!([]), "what was removed before goes with the person");
    let checked = desk.call("ledger.check", json!({}));
    assert_eq!(checked["findings"], json!([]), "the chain holds");
}
