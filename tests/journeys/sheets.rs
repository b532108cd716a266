//! Sheets on their way in and out: a newer file beside the ledger, a paste, a mapping that is remembered, a value traced to its
//! cell, certificates of a training ledger, exams of a health report, files of other kinds, and the pre-flight for the upper system's
//! template.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::people::{OFFICER, officer};
use crate::rosters::{Invented, person};

const HEAD: &str = "姓名,证件号码,手机号码,部门,工号,入会日期";

/// A row of the invented person of a number.
fn row(number: u32, shop: &str) -> String {
    let Invented { name, id, phone } = person(number);
    format!("{name},{id},{phone},{shop},G{number},2019-04-01")
}

fn file(desk: &Desk, name: &str, head: &str, rows: &[String]) -> Value {
    let path = desk.out(name);
    std::fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    json!({ "file": path })
}

fn welders(numbers: std::ops::Range<u32>) -> Vec<String> {
    numbers.map(|n| row(n, "焊接")).collect()
}

/// A ledger with six welders on it.
fn six(desk: &Desk) {
    assert_eq!(desk.call("members.import", file(desk, "一季度.csv", HEAD, &welders(1..7)))["added"], 6);
}

fn found(desk: &Desk, number: u32) -> Value {
    let page = desk.call("members.search", json!({ "text": person(number).name }));
    page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["workNumber"] == format!("G{number}"))
        .unwrap()
        .clone()
}

#[test]
fn a_newer_file_shows_joiners_changes_and_who_is_missing_and_deletes_nobody() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let same = file(&desk, "一季度.csv", HEAD, &welders(1..7));
    let counts = &desk.call("members.preview", same.clone())["counts"];
    assert_eq!((&counts["ready"], &counts["ask"], &counts["skipped"]), (&json!(0), &json!(0), &json!(6)));
    assert_eq!(desk.refused("members.import", same).code, "nothing_new");

    let mut rows = welders(1..4);
    rows.push(row(4, "装配"));
    rows.push(row(7, "焊接"));
    let mut newer = file(&desk, "二季度.csv", HEAD, &rows);
    let preview = desk.call("members.preview", newer.clone());
    assert_eq!((&preview["counts"]["ready"], &preview["counts"]["ask"]), (&json!(1), &json!(1)));
    assert_eq!(preview["asks"][0]["kind"], "valueChanged");
    let missing: Vec<&str> =
        preview["absent"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(missing, [person(6).name, person(5).name], "by their names");

    newer["options"] = json!({ "columns": {}, "decisions": { "valueChanged": "takeProposal" } });
    newer["leavers"] = json!([{ "person": found(&desk, 5)["id"], "kind": "movedOut", "on": "2026-08-31" }]);
    let done = desk.call("members.import", newer);
    assert_eq!((&done["added"], &done["changed"], &done["left"]), (&json!(1), &json!(1), &json!(1)));
    assert_eq!(found(&desk, 4)["shop"], "装配");
    assert_eq!(found(&desk, 5)["left"], "已转出");
    assert_eq!(found(&desk, 6)["left"], Value::Null, "nobody decided about the other, so nothing happened");
    desk.call("ledger.undo", json!({}));
    assert_eq!((&found(&desk, 4)["shop"], &found(&desk, 5)["left"]), (&json!("焊接"), &Value::Null));

    // Anything but leaving is not entered so.
    let mut wrong = file(&desk, "三季度.csv", HEAD, &welders(1..8));
    wrong["leavers"] = json!([{ "person": found(&desk, 5)["id"], "kind": "expelled" }]);
    assert_eq!(desk.refused("members.import", wrong).code, "bad_input");
}

#[test]
fn one_cell_is_decided_by_itself() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let mut newer = file(&desk, "二季度.csv", HEAD, &[row(1, "装配"), row(2, "装配"), row(3, "焊接")]);
    newer["options"] = json!({ "columns": {}, "decisions": {}, "single": [
        { "page": 0, "row": 2, "column": 4, "kind": "valueChanged", "decision": "takeProposal" },
        { "page": 0, "row": 3, "column": 4, "kind": "valueChanged", "decision": "leaveEmpty" },
    ] });
    assert_eq!(desk.call("members.import", newer)["changed"], 1);
    assert_eq!((&found(&desk, 1)["shop"], &found(&desk, 2)["shop"]), (&json!("装配"), &json!("焊接")));
}

#[test]
fn a_value_is_traced_to_its_cell_by_whoever_may_see_it() {
    let desk = Desk::founded("36", None);
    let Invented { name, id, phone } = person(1);
    // What a sheet lays on the clipboard, with a column of its own.
    let pasted = format!("姓名\t证件号码\t手机号码\t宿舍\n{name}\t{id}\t{phone}\t3栋\n");
    assert_eq!(desk.call("members.import", json!({ "pasted": pasted }))["added"], 1);
    let person_id = desk.call("members.search", json!({}))["rows"][0]["id"].clone();
    let ask = json!({ "call": "members.origins", "args": { "id": person_id } });
    let (answers, _) =
        desk.run(&[ask.clone(), json!({ "call": "sight.reveal", "args": { "purpose": "核对花名册" } }), ask]);
    let (masked, full) = (&answers[0][0], &answers[2][0]);
    assert_eq!(
        (&masked["pasted"], &masked["file"], &masked["row"]),
        (&json!(true), &json!("粘贴的表格"), &json!(2))
    );
    assert_eq!(masked["on"], "2026-09-15");
    let value = |origin: &Value, field: &str| {
        let values = origin["values"].as_array().unwrap();
        values.iter().find(|one| one["field"] == field).unwrap().clone()
    };
    let number = value(masked, "证件号码");
    assert_eq!((&number["column"], &number["heading"]), (&json!("B"), &json!("证件号码")));
    assert!(
        !masked.to_string().contains(&id) && !masked.to_string().contains(&phone),
        "masked as everywhere"
    );
    assert_eq!(value(full, "证件号码")["value"], id);
    assert_eq!(masked["leftOut"], json!(["宿舍"]));
}

#[test]
fn how_a_shape_of_file_is_read_is_remembered() {
    let desk = Desk::founded("36", None);
    let head = "姓名,证件号码,手机号码,归属,代号";
    let rows = |from: u32| -> Vec<String> { (from..from + 3).map(|n| row(n, "焊接")).collect() };
    let mut first = file(&desk, "九月.csv", head, &rows(1));
    first["options"] = json!({ "columns": { "4": "shop", "5": "staffNo" }, "decisions": {} });
    assert_eq!(desk.call("members.import", first)["added"], 3);
    let next = file(&desk, "十月.csv", head, &rows(4));
    let preview = desk.call("members.preview", next.clone());
    let fields: Vec<&str> = preview["pages"][0]["header"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["field"].as_str().unwrap())
        .collect();
    assert_eq!(fields, ["name", "idNumber", "phone", "shop", "staffNo"]);
    assert!(preview["remarks"].to_string().contains("九月.csv"), "and it is said: {}", preview["remarks"]);
    assert_eq!(desk.call("members.import", next)["added"], 3);
    assert_eq!(found(&desk, 4)["shop"], "焊接");
}

#[test]
fn a_training_ledger_brings_certificates_and_other_sheets_are_told_for_what_they_are() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let head = "工号,姓名,工种,证书号,发证日,复审日,学时";
    let rows = [
        format!("G1,{},焊接与热切割作业,T360121001,2024-05-01,2027-05-01,24", person(1).name),
        format!("G2,{},叉车司机,T360121002,2020-06-01,2024-06-01,16", person(2).name),
        "G99,查无此人,电工,T9,2024-05-01,2027-05-01,8".to_owned(),
    ];
    let training = file(&desk, "培训台账.csv", head, &rows);
    let other = desk.call("members.preview", training.clone())["other"].clone();
    assert_eq!(
        (&other["kind"], &other["certificates"]["fits"], &other["certificates"]["nobody"]),
        (&json!("training"), &json!(2), &json!(1))
    );
    let done = desk.call("members.importCertificates", training.clone());
    assert_eq!((&done["added"], &done["unknown"]), (&json!(2), &json!(1)));
    assert_eq!(desk.refused("members.importCertificates", training).code, "nothing_new");
    let of = |number: u32| {
        desk.call("dossier.get", json!({ "id": found(&desk, number)["id"] }))["certificates"].clone()
    };
    let record = of(1)[0]["record"].clone();
    assert_eq!((&record["name"], &record["validUntil"]), (&json!("焊接与热切割作业"), &json!("2027-05-01")));
    assert!(of(2)[0]["state"].as_str().unwrap().starts_with("已过期"), "{}", of(2)[0]);
    let origins = desk.call("members.origins", json!({ "id": found(&desk, 1)["id"] }));
    assert_eq!(origins[0]["file"], "培训台账.csv", "a certificate has its cell too");
    desk.call("dossier.removeCertificate", json!({ "id": record["id"] }));
    assert_eq!(of(1), json!([]));

    let payroll = file(
        &desk,
        "工资.csv",
        "工号,姓名,基本,绩效,应发,实发",
        &[format!("G1,{},3000,2000,5000,-320", person(1).name)],
    );
    let preview = desk.call("members.preview", payroll);
    assert_eq!(preview["other"]["kind"], "payroll");
    assert!(
        preview["other"]["takes"][1].as_str().unwrap().contains("“工资数据”"),
        "and where its sums are taken"
    );
    let hazards = file(
        &desk,
        "隐患.csv",
        "日期,区域,隐患描述,措施,期限,状态",
        &["2026-09-01,一车间,护栏缺失,更换,尽快,整改中".to_owned()],
    );
    let preview = desk.call("members.preview", hazards.clone());
    assert_eq!((&preview["other"]["kind"], &preview["counts"]["total"]), (&json!("hazards"), &json!(0)));
    assert_eq!(desk.refused("members.import", hazards).code, "nothing_new");
}

#[test]
fn the_pre_flight_writes_what_can_be_sent_and_what_is_wrong() {
    let desk = Desk::founded("36", None);
    let mut rows = welders(1..4);
    rows.push(format!("{},{},,焊接,G4", person(4).name, person(4).id));
    assert_eq!(desk.call("members.import", file(&desk, "花名册.csv", HEAD, &rows))["added"], 4);
    let templates = desk.call("members.uploadTemplates", json!({}));
    assert_eq!(templates[0]["id"], "province");
    let checked = desk.call("members.checkUpload", json!({ "template": "province" }));
    assert_eq!((&checked["people"], &checked["good"], &checked["bad"]), (&json!(4), &json!(3), &json!(1)));
    assert_eq!(checked["kinds"][0]["heading"], "移动电话");
    let (clean, errors) = (desk.out("上报.xlsx"), desk.out("问题.xlsx"));
    let save = |which: &str, to| json!({ "template": "province", "which": which, "to": to });
    assert_eq!(
        desk.refused("members.saveUpload", save("clean", &clean)).code,
        "covered",
        "full numbers go out"
    );
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "向县总工会上报" } }),
        json!({ "call": "members.saveUpload", "args": save("clean", &clean) }),
        json!({ "call": "members.saveUpload", "args": save("errors", &errors) }),
    ]);
    assert_eq!((&answers[1]["rows"], &answers[2]["rows"]), (&json!(3), &json!(1)));
    let book = sheet::read(&clean, &mut |_, _| true).unwrap();
    let page = &book.pages[0];
    assert!(page.merges.is_empty());
    assert_eq!(page.row(4).unwrap().get(2).show(), "姓名*");
    assert_eq!(page.row(5).unwrap().get(8).show().len(), 18, "the number in full, from row 5 on");
    assert!(page.row(8).unwrap().get(1).show().starts_with("填表说明"), "the note in the last row");
    // What was written passes when it is read back, and so does a file filled in elsewhere.
    let again = desk.call("members.checkUpload", json!({ "template": "province", "file": clean }));
    assert_eq!((&again["people"], &again["bad"]), (&json!(3), &json!(0)), "{again}");
}

#[test]
fn a_value_from_a_merged_cell_is_traced_to_that_cell() {
    let desk = Desk::founded("36", None);
    let (one, other) = (person(1), person(2));
    let pasted = format!(
        "<table><tr><td>姓名</td><td>证件号码</td><td>手机号码</td><td>部门</td></tr>\
         <tr><td>{}</td><td>{}</td><td>{}</td><td rowspan=\"2\">焊接</td></tr>\
         <tr><td>{}</td><td>{}</td><td>{}</td></tr></table>",
        one.name, one.id, one.phone, other.name, other.id, other.phone
    );
    assert_eq!(desk.call("members.import", json!({ "pasted": pasted }))["added"], 2);
    let shop = |name: &str| {
        let id = desk.call("members.search", json!({ "text": name }))["rows"][0]["id"].clone();
        let origins = desk.call("members.origins", json!({ "id": id }));
        let values = origins[0]["values"].as_array().unwrap().clone();
        values.into_iter().find(|value| value["field"] == "部门").expect("the shop has a cell")
    };
    let own = shop(&one.name);
    assert_eq!((&own["column"], &own["row"], &own["value"]), (&json!("D"), &Value::Null, &json!("焊接")));
    let filled = shop(&other.name);
    assert_eq!(
        (&filled["column"], &filled["row"]),
        (&json!("D"), &json!(2)),
        "where it is written: {filled}"
    );
    assert_eq!(filled["value"], "焊接");
}

#[test]
fn what_the_real_name_roster_asks_beside_has_its_place_and_goes_up() {
    let desk = Desk::founded("36", None);
    let Invented { name, id, phone } = person(1);
    let head = "姓名,证件号码,手机号码,部门,班组,职称,参加工作年份,邮箱";
    let rows = [format!("{name},{id},{phone},焊接,三班,工程师,2001,wang@example.com")];
    let roster = file(&desk, "带班组的花名册.csv", head, &rows);
    let preview = desk.call("members.preview", roster.clone());
    assert!(!preview["remarks"].to_string().contains("只随原始行保存"), "{}", preview["remarks"]);
    assert_eq!(desk.call("members.import", roster)["added"], 1);
    let person = desk.call("members.search", json!({}))["rows"][0]["id"].clone();
    let record = desk.call("members.get", json!({ "id": person }));
    for (field, value) in
        [("team", "三班"), ("title", "工程师"), ("startedOn", "2001"), ("email", "w***@example.com")]
    {
        assert_eq!(record[field], value, "{field}");
    }
    // Sent back masked, the address stays; the file tells it, and when work began, to annual leave.
    desk.call("members.save", record.clone());
    let dossier = desk.call("dossier.get", json!({ "id": person }));
    assert!(
        dossier["leave"]["why"]["text"].as_str().unwrap().contains("从参加工作（2001年）算起"),
        "{dossier}"
    );
    assert!(
        dossier["facts"].to_string().contains("w***@example.com") && !dossier.to_string().contains("wang@")
    );
    assert_eq!(dossier["jobs"][0]["team"], "三班");

    let clean = desk.out("市里的模板.xlsx");
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "向市总工会上报" } }),
        json!({ "call": "members.get", "args": { "id": person } }),
        json!({ "call": "members.saveUpload", "args": { "template": "city", "which": "clean", "to": clean } }),
    ]);
    assert_eq!(answers[1]["email"], "wang@example.com");
    assert_eq!(answers[2]["rows"], 1);
    let book = sheet::read(&clean, &mut |_, _| true).unwrap();
    let page = &book.pages[0];
    let cell = |heading: &str| {
        let head = page.row(4).unwrap();
        let (at, _) = head.cells.iter().find(|(_, cell)| cell.show() == heading).expect("the heading");
        page.row(5).unwrap().get(*at).show()
    };
    assert_eq!((cell("参加工作年份"), cell("班组")), ("2001".to_owned(), "三班".to_owned()));

    let mut wrong = record;
    wrong["email"] = json!("没有邮箱");
    assert_eq!(desk.refused("members.save", wrong).field.as_deref(), Some("email"));
}

#[test]
fn a_sheet_of_training_is_taken_where_it_was_dropped_and_others_say_where_they_go() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let head = "姓名,培训内容,培训日期,学时,培训单位";
    let rows = [
        format!("{},消防安全,2026-03-01,8,县安全生产协会", person(1).name),
        format!("{},消防安全,2026-03-01,8,县安全生产协会", person(2).name),
        "查无此人,消防安全,2026-03-01,8,县安全生产协会".to_owned(),
    ];
    let sheet = file(&desk, "培训记录.csv", head, &rows);
    let other = desk.call("members.preview", sheet.clone())["other"].clone();
    assert_eq!(
        (&other["kind"], &other["courses"]),
        (&json!("courses"), &json!({ "fits": 2, "held": 0, "wrong": 1 })),
        "{other}"
    );
    let done = desk.call("members.importTrainings", sheet.clone());
    assert_eq!((&done["added"], &done["wrong"]), (&json!(2), &json!(1)));
    let file_of = desk.call("dossier.get", json!({ "id": found(&desk, 1)["id"] }));
    assert_eq!(file_of["trainings"][0]["course"], "消防安全");
    assert_eq!(desk.refused("members.importTrainings", sheet).code, "nothing_new");
    desk.call("ledger.undo", json!({}));
    let file_of = desk.call("dossier.get", json!({ "id": found(&desk, 1)["id"] }));
    assert_eq!(file_of["trainings"], json!([]));

    let orders =
        file(&desk, "平台.csv", "骑手ID,单量,在线时长,里程,扣款", &["R1,900,210,1800,30".to_owned()]);
    assert_eq!(desk.refused("members.importTrainings", orders.clone()).code, "no_courses");
    let told = |args: Value| desk.call("members.preview", args)["other"].clone();
    let orders = told(orders);
    assert_eq!((&orders["kind"], &orders["rows"]), (&json!("orders"), &json!(1)));
    let line =
        told(file(&desk, "指导线.csv", "年度,地区,基准线,上线,下线", &["2026,江西省,6,8,3".to_owned()]));
    assert!(line["takes"][0].as_str().unwrap().contains("从 Excel 粘贴"), "{line}");
    // And there the same cells are read as they stand.
    let read = desk.call(
        "pay.readReferences",
        json!({ "text": "年度\t地区\t基准线\t上线\t下线\t文号\n2026\t江西省\t6\t8\t3\t赣人社发〔2026〕9号" }),
    );
    assert_eq!(read["figures"].as_array().unwrap().len(), 3, "{read}");
    let rest = told(file(
        &desk,
        "疗休养.csv",
        "批次,姓名,证件号码,房型,紧急联系人",
        &[format!("一,{},{},双人间,李四", person(1).name, person(1).id)],
    ));
    assert!(rest["notYet"][0].as_str().unwrap().contains("紧急联系人"), "{rest}");
}

#[test]
fn a_health_report_is_taken_where_it_was_dropped_by_whoever_may_read_health() {
    let desk = Desk::founded("36", None);
    six(&desk);
    let id = |number: u32| found(&desk, number)["id"].clone();
    let standing = json!({
        "person": id(3), "kind": "during", "examinedOn": "2026-09-01", "hazards": [{ "kind": "heat" }],
    });
    desk.call("dossier.saveExam", standing);
    let head = "工号,姓名,岗位,危害因素,检查类别,结论,建议,检查日期,检查机构";
    let rest = "2026-09-01,滨江防治院";
    let rows = [
        format!("G1,{},打磨,噪声（91dB）、电焊烟尘,在岗期间,疑似职业病,申请诊断,{rest}", person(1).name),
        format!("G2,{},装配,噪声（82dB）,在岗期间,目前未见异常,,{rest}", person(2).name),
        format!("G3,{},热处理,高温,在岗期间,目前未见异常,,{rest}", person(3).name),
        format!("G99,查无此人,装配,噪声（82dB）,在岗期间,目前未见异常,,{rest}"),
        format!("G5,{},装配,噪声（82dB）,在岗期间,,,{rest}", person(5).name),
    ];
    let report = file(&desk, "体检报告.csv", head, &rows);
    let other = desk.call("members.preview", report.clone())["other"].clone();
    let exams = &other["exams"];
    assert_eq!(
        (&other["kind"], &exams["fits"], &exams["held"], &exams["wrong"]),
        (&json!("exams"), &json!(2), &json!(1), &json!(2)),
        "{other}"
    );
    let told: Vec<&str> = exams["told"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert!(told[0].starts_with("第5行查无此人：花名册里没有这个人"), "{told:?}");
    assert_eq!(told[1], format!("第6行{}：没有写结论；报告还没有出来的，等有了结论再登记。", person(5).name));
    assert!(other["takes"][0].as_str().unwrap().contains("“职业健康检查”里"), "{other}");
    let remarks = desk.call("members.preview", report.clone())["remarks"].to_string();
    assert!(remarks.contains("也不保存") && remarks.contains("结论"), "{remarks}");
    assert!(
        remarks.contains("由上面那一栏登记"),
        "nobody reads that the conclusions are thrown away: {remarks}"
    );

    let done = desk.call("members.importExams", report.clone());
    assert_eq!((&done["added"], &done["held"], &done["wrong"]), (&json!(2), &json!(1), &json!(2)));
    let days = |number: u32| {
        let exams = desk.call("dossier.get", json!({ "id": id(number) }))["health"]["exams"].clone();
        exams.as_array().unwrap().iter().map(|one| one["examinedOn"].clone()).collect::<Vec<_>>()
    };
    let once = [json!("2026-09-01")];
    assert_eq!((days(1), days(2), days(3)), (once.to_vec(), once.to_vec(), once.to_vec()));
    assert_eq!((days(4), days(5)), (vec![], vec![]));
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对体检报告" } }),
        json!({ "call": "dossier.get", "args": { "id": id(1) } }),
    ]);
    let record = &answers[1]["health"]["exams"][0]["record"];
    assert_eq!(
        (&record["conclusion"], &record["institution"]),
        (&json!("suspected"), &json!("滨江防治院")),
        "{record}"
    );
    assert_eq!(record["hazards"], json!([{ "kind": "noise", "level": 91 }, { "kind": "dust" }]));
    assert!(record["note"].as_str().unwrap().contains("电焊烟尘"), "{record}");
    // The file's own rows are kept nowhere, and nothing of them is found or told by the journal.
    for told in [
        desk.call("members.origins", json!({ "id": id(1) })),
        desk.call("search.all", json!({ "text": "防治院" })),
        desk.call("history.list", json!({})),
    ] {
        let told = told.to_string();
        assert!(!told.contains("疑似") && !told.contains("防治院") && !told.contains("体检报告"), "{told}");
    }

    // The same file again changes nothing; one undo takes all of it back, and it can be taken once more.
    assert_eq!(desk.refused("members.importExams", report.clone()).code, "nothing_new");
    desk.call("ledger.undo", json!({}));
    assert_eq!((days(1), days(2), days(3)), (vec![], vec![], once.to_vec()));
    assert_eq!(desk.call("members.importExams", report.clone())["added"], 2);
    let courses = file(
        &desk,
        "培训.csv",
        "姓名,培训内容,培训日期,学时,培训单位",
        &[format!("{},消防安全,2026-03-01,8,县安协", person(1).name)],
    );
    assert_eq!(desk.refused("members.importExams", courses).code, "no_exams");

    // Who may not read health is told nothing of which exams stand, and takes none.
    desk.call("people.add", officer(&["members"], &["identity"]));
    desk.sits_down(OFFICER);
    let other = desk.call("members.preview", report.clone())["other"].clone();
    assert_eq!((&other["kind"], &other["exams"]), (&json!("exams"), &Value::Null), "{other}");
    assert_eq!(desk.refused("members.importExams", report).code, "no_right");
}
