//! The life of a membership: joining, keeping, leaving, dues, and what a person's file asks of the employer.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

/// An identity number that belongs to nobody: the order 999 of a day is not given out.
const NUMBER: &str = "36012119800101999X";

fn member(story: &Story, name: &str) -> Value {
    let record = json!({ "name": name, "sex": "male", "form": "contract", "shop": "装配", "memberSince": "2015-03-01" });
    story.call("members.save", record)
}

fn happened(story: &Story, person: &Value, kind: &str, on: &str, more: Value) {
    let event = json!({ "person": person, "kind": kind, "on": on });
    story.call("members.saveEvent", with(event, more));
}

/// Six members: one more than are named one by one.
fn six(story: &Story) -> Vec<Value> {
    ["赵立春", "钱立夏", "孙立秋", "李立冬", "周立梅", "吴立竹"].map(|name| member(story, name)).to_vec()
}

fn contract(story: &Story, person: &Value, from: &str, until: Option<&str>) {
    let term = if until.is_some() { "fixed" } else { "open" };
    let contract = json!({ "person": person, "term": term, "from": from, "until": until });
    story.call("dossier.saveContract", contract);
}

/// An exam of somebody who works in ninety-one decibels: the next in a year.
fn exam(story: &Story, person: &Value, on: &str) {
    concluded(story, person, on, "normal");
}

/// The same with its conclusion.
fn concluded(story: &Story, person: &Value, on: &str, conclusion: &str) {
    let exam = json!({
        "person": person, "kind": "during", "examinedOn": on, "institution": "云岭职业病防治院",
        "hazards": [{ "kind": "noise", "level": 91 }], "conclusion": conclusion,
    });
    story.call("dossier.saveExam", exam);
}

/// Somebody asks to join; the application.
fn applied(story: &Story) -> Value {
    let person =
        json!({ "name": "何平", "sex": "male", "form": "contract", "shop": "焊接", "idNumber": NUMBER });
    story.call("members.save", person);
    let known = story.call("members.readApplicants", json!({ "text": "何平" }))[0]["applicant"].clone();
    let people = json!({ "appliedOn": "2026-06-01", "signed": false, "people": [known] });
    story.call("members.apply", people)[0].clone()
}

/// A signed application is approved.
fn admitted(story: &Story, id: &Value) {
    let approval = json!({ "applications": [id], "approvedOn": "2026-06-01", "lateEntry": "会议记录在纸上" });
    story.call("members.admit", approval);
}

stories! {
    who_applies_signs_the_application in "36" tells [MembersSign] |story| {
        let id = applied(&story);
        let told = Told("union", "week", "会籍", "去签名", Form("joining", "sign"));
        let of = story.due(MembersSign, told);
        story.paper("members.application", of.as_str().unwrap(), &["入会申请书", "何平", NUMBER]);
        story.call("members.signApplications", json!({ "applications": [id] }));
        story.gone(MembersSign);
    }

    a_signed_application_is_approved in "36" tells [MembersApprove] |story| {
        let id = applied(&story);
        story.absent(&[MembersApprove]);
        story.call("members.signApplications", json!({ "applications": [id] }));
        let told = Told("union", "week", "会籍", "去审批", Form("joining", "approve"));
        story.due(MembersApprove, told);
        admitted(&story, &id);
        story.gone(MembersApprove);
    }

    whoever_was_admitted_gets_a_card in "36" tells [MembersCards] |story| {
        let id = applied(&story);
        story.call("members.signApplications", json!({ "applications": [id] }));
        story.absent(&[MembersCards]);
        admitted(&story, &id);
        let told = Told("union", "noDay", "2026年6月1日批准入会", "去发放", Form("joining", "admission"));
        let of = story.due(MembersCards, told);
        story.paper("members.cardRoll", of.as_str().unwrap(), &["会员证发放册", "何平", "000001"]);
        story.call("members.handCards", json!({ "id": of, "on": "2026-06-01" }));
        story.gone(MembersCards);
    }

    a_membership_that_is_kept_is_looked_at_on_its_day in "36" tells [MembersRetention] |story| {
        let person = member(&story, "邓立平");
        let kept = json!({ "reason": "unemployed", "until": "2026-09-10" });
        happened(&story, &person, "retained", "2026-05-01", kept);
        story.on("2026-09-09");
        story.absent(&[MembersRetention]);
        story.on("2026-09-10");
        let told = Told("union", "2026-09-10", "会籍保留到2026年9月10日", "去登记", Form("members", "life"));
        story.due(MembersRetention, told);
        happened(&story, &person, "resumed", "2026-09-10", json!({}));
        story.gone(MembersRetention);
    }

    an_expulsion_is_reported_upwards in "36" tells [MembersReport] |story| {
        let person = json!({ "name": "邓立平", "sex": "male", "form": "contract", "idNumber": NUMBER, "memberSince": "2015-03-01" });
        let person = story.call("members.save", person);
        story.on("2026-09-15");
        let expulsion = json!({
            "person": person, "court": "南昌县人民法院", "judgement": "（2026）赣0121刑初12号", "judgedOn": "2026-09-01",
            "group": { "on": "2026-09-05", "by": "装配一组", "text": "同意开除会籍" }, "upper": "南昌县总工会",
            "approvedOn": "2026-09-10", "lateEntry": "会议记录在纸上",
        });
        let event = story.call("members.expel", expulsion);
        let report = Paper("members.expulsionReport", &["南昌县总工会", "邓立平", "现报请备案"]);
        story.due(MembersReport, Told("union", "week", "章程", "打印报告", report));
        story.call("papers.issue", json!({ "kind": "members.expulsionReport", "of": event }));
        story.due(MembersReport, Told("union", "week", "登记送给了上一级工会", "打印报告", report));
        let issue = story.call("outgoing.list", json!({ "kind": "members.expulsionReport" }))["rows"][0]["id"].clone();
        let sent = json!({ "paper": issue, "receiver": "南昌县总工会", "manner": "handed", "sentOn": "2026-09-15" });
        story.call("outgoing.saveSending", sent);
        story.gone(MembersReport);
    }

    who_pays_no_dues_for_six_months_is_talked_with in "36" tells [MembersLapse, MembersLapseTalked] |story| {
        let person = member(&story, "王立明");
        let basis = json!({ "from": "2026-03", "kind": "flat", "flat": 500, "ground": "会员大会2026年2月决定" });
        story.call("members.saveDuesBasis", basis);
        story.on("2026-08-31");
        story.absent(&[MembersLapse]);
        story.on("2026-09-01");
        let told = Told("union", "month", "章程", "去看看", Form("dues", "lapse"));
        story.due(MembersLapse, told);
        let talk = json!({
            "person": person, "talkedOn": "2026-09-01", "talkedBy": "陈望舒", "said": "月底补交", "outcome": "promised",
            "until": "2026-09-30",
        });
        story.call("members.saveDuesTalk", talk);
        story.gone(MembersLapse);
        let told = Told("union", "2026-09-30", "陈望舒谈话：月底补交", "去登记", Form("dues", "lapse"));
        story.due(MembersLapseTalked, told);
        let paid = json!({ "paidOn": "2026-09-01", "lines": [{ "person": person, "months": ["2026-08"] }] });
        story.call("members.payDues", paid);
        story.gone(MembersLapseTalked);
    }

    a_contract_that_ends_is_renewed_or_not in "36" tells [MembersContracts] |story| {
        let person = member(&story, "王立明");
        contract(&story, &person, "2023-10-15", Some("2026-10-14"));
        story.on("2026-09-13");
        story.absent(&[MembersContracts]);
        story.on("2026-09-14");
        let told = Told("employer", "2026-10-14", "第四十四条", "看合同", Form("dossier", "contracts"));
        story.due(MembersContracts, told);
        contract(&story, &person, "2026-10-15", None);
        story.gone(MembersContracts);
    }

    many_contracts_that_end_are_told_as_one in "36" tells [MembersContractsMany] |story| {
        let people = six(&story);
        people.iter().for_each(|person| contract(&story, person, "2023-10-15", Some("2026-10-14")));
        story.on("2026-09-13");
        story.absent(&[MembersContractsMany]);
        story.on("2026-09-14");
        let told = Told("employer", "2026-10-14", "等6人", "看花名册", Form("members", ""));
        story.due(MembersContractsMany, told);
        contract(&story, &people[0], "2026-10-15", None);
        story.gone(MembersContractsMany);
    }

    the_next_health_exam_is_arranged in "36" tells [MembersHealth] |story| {
        let person = member(&story, "王立明");
        exam(&story, &person, "2025-09-20");
        story.on("2026-08-20");
        story.absent(&[MembersHealth]);
        story.on("2026-08-21");
        let told = Told("employer", "2026-09-20", "职业病", "看检查记录", Form("dossier", "health"));
        story.due(MembersHealth, told);
        exam(&story, &person, "2026-08-21");
        story.gone(MembersHealth);
    }

    what_a_report_asks_for_stands_until_the_next_exam in "36" tells [MembersHealthFollow] |story| {
        let person = member(&story, "王立明");
        exam(&story, &person, "2026-05-20");
        story.absent(&[MembersHealthFollow]);
        concluded(&story, &person, "2026-06-01", "suspected");
        let told = || Told("employer", "week", "第十七条", "看检查记录", Form("dossier", "health"));
        story.due(MembersHealthFollow, told());
        concluded(&story, &person, "2026-06-01", "recheck");
        story.on("2026-07-01");
        story.due(MembersHealthFollow, told());
        exam(&story, &person, "2026-07-01");
        story.gone(MembersHealthFollow);
    }

    what_many_reports_ask_for_is_told_as_one in "36" tells [MembersHealthFollowMany] |story| {
        let people = six(&story);
        people[1..].iter().for_each(|person| concluded(&story, person, "2026-06-01", "recheck"));
        story.absent(&[MembersHealthFollowMany]);
        concluded(&story, &people[0], "2026-06-01", "suspected");
        let told = Told("employer", "week", "等6人", "看花名册", Form("members", ""));
        story.due(MembersHealthFollowMany, told);
        story.on("2026-07-01");
        exam(&story, &people[0], "2026-07-01");
        story.gone(MembersHealthFollowMany);
    }

    many_health_exams_are_told_as_one in "36" tells [MembersHealthMany] |story| {
        let people = six(&story);
        people.iter().for_each(|person| exam(&story, person, "2025-09-20"));
        story.on("2026-08-20");
        story.absent(&[MembersHealthMany]);
        story.on("2026-08-21");
        let told = Told("employer", "2026-09-20", "等6人", "看花名册", Form("members", ""));
        story.due(MembersHealthMany, told);
        exam(&story, &people[0], "2026-08-21");
        story.gone(MembersHealthMany);
    }
}

#[test]
fn nobody_who_is_gone_is_asked_for_a_contract_or_an_exam() {
    use affairs::duty::DutyKind::{MembersContracts, MembersHealth};
    let story = Story::begin("36", &[MembersContracts, MembersHealth]);
    let person = member(&story, "王立明");
    contract(&story, &person, "2023-10-15", Some("2026-10-14"));
    exam(&story, &person, "2025-10-10");
    story.on("2026-09-20");
    let told = Told("employer", "2026-10-14", "第四十四条", "看合同", Form("dossier", "contracts"));
    story.due(MembersContracts, told);
    let told = Told("employer", "2026-10-10", "职业病", "看检查记录", Form("dossier", "health"));
    story.due(MembersHealth, told);
    let record = |left: &str| {
        let mut record = story.call("members.get", json!({ "id": person }));
        record["hiredOn"] = json!("2023-10-15");
        record["leftOn"] = if left.is_empty() { serde_json::Value::Null } else { json!(left) };
        record
    };
    let backwards = story.refused("members.save", record("2023-10-01"));
    assert_eq!(backwards.field.as_deref(), Some("leftOn"), "{}", backwards.message);
    let vague = story.refused("members.save", record("2026-09"));
    assert!(vague.message.contains("哪一天"), "{}", vague.message);
    story.call("members.save", record("2026-09-19"));
    story.gone(MembersContracts);
    story.gone(MembersHealth);
    let kept = story.call("members.get", json!({ "id": person }));
    assert_eq!((&kept["leftOn"], &kept["hiredOn"]), (&json!("2026-09-19"), &json!("2023-10-15")));
    // Saved again, it is still the one job; taken away, they work here as before.
    story.call("members.save", kept);
    let file = story.call("dossier.get", json!({ "id": person }));
    assert_eq!(file["jobs"].as_array().unwrap().len(), 1, "{}", file["jobs"]);
    story.call("members.save", record(""));
    story.due(
        MembersContracts,
        Told("employer", "2026-10-14", "第四十四条", "看合同", Form("dossier", "contracts")),
    );
    let moved = json!({ "person": person, "kind": "movedOut", "on": "2026-09-20", "reason": "employment", "otherUnion": "云岭铸造厂工会" });
    story.call("members.saveEvent", moved);
    story.gone(MembersContracts);
}

#[test]
fn a_contract_and_an_exam_end_with_the_employment_and_begin_anew_with_the_next() {
    use affairs::duty::DutyKind::{MembersContracts, MembersHealth};
    let story = Story::begin("36", &[MembersContracts, MembersHealth]);
    let person = member(&story, "王立明");
    contract(&story, &person, "2023-10-15", Some("2026-10-14"));
    exam(&story, &person, "2025-10-10");
    story.on("2026-09-20");
    let ends = |on| Told("employer", on, "第四十四条", "看合同", Form("dossier", "contracts"));
    let examined = || Told("employer", "2026-10-10", "职业病", "看检查记录", Form("dossier", "health"));
    story.due(MembersContracts, ends("2026-10-14"));
    story.due(MembersHealth, examined());
    let begin = |until: &str| {
        let job = json!({ "person": person, "form": "contract", "hiredOn": "2026-09-20", "shop": "焊接" });
        story.call("dossier.beginEmployment", json!({ "job": job, "previousUntil": until }));
    };
    // Another shop on the next day is the same relation: both go on.
    begin("2026-09-19");
    story.due(MembersContracts, ends("2026-10-14"));
    story.due(MembersHealth, examined());
    story.call("ledger.undo", json!({}));
    begin("2026-09-10");
    story.gone(MembersContracts);
    story.gone(MembersHealth);
    let file = || story.call("dossier.get", json!({ "id": person }));
    assert_eq!(file()["contracts"][0]["state"], "随2026-09-10离职结束");
    assert_eq!(file()["contracts"][0]["soon"], false);
    assert_eq!(file()["health"]["next"], Value::Null, "nobody asks for the next exam of work that has ended");
    contract(&story, &person, "2026-09-20", Some("2026-10-05"));
    story.due(MembersContracts, ends("2026-10-05"));
    exam(&story, &person, "2026-09-20");
    assert_eq!(file()["health"]["next"]["due"], "2027-09-20");
    story.absent(&[MembersHealth]);
}
