//! Sheets that are no rosters, taken where they were dropped: a training ledger, a health report, others that say where they go.
//! Rosters stand beside.

use serde_json::{Value, json};

use super::{file, found, six};
use crate::gonghui::Desk;
use crate::people::{OFFICER, officer};
use crate::rosters::person;

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
