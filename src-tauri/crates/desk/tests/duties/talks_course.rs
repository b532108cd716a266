//! Talks that do not go straight on, a story a duty: refused, from the reminder to the order of the government; broken off and gone
//! on with; and the information that is missing before they begin.

use affairs::duty::DutyKind::{
    NegotiationOrder, NegotiationRemedy, NegotiationResume, NegotiationSuspension,
};
use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

pub(super) const WORKERS: [&str; 3] = ["陈望舒", "林知秋", "黄若水"];
pub(super) const EMPLOYER: [&str; 3] = ["高子衿", "罗思齐", "何怀谷"];

/// Three of a side, the first of them chief.
pub(super) fn side(names: [&str; 3]) -> Vec<Value> {
    let one = |(at, name): (usize, &&str)| {
        json!({
            "name": name, "sex": "male", "post": "操作工", "chief": at == 0, "frontLine": at > 0,
            "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-06-01",
        })
    };
    names.iter().enumerate().map(one).collect()
}

/// Talks of which the offer was received on a day.
pub(super) fn offered(story: &Story, on: &str) -> Value {
    story.on(on);
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let sides = json!({ "negotiation": id, "workers": side(WORKERS), "employer": side(EMPLOYER) });
    story.call("negotiation.saveRepresentatives", sides);
    story.call(
        "negotiation.saveOffer",
        json!({
            "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "合同即将期满", "issuedOn": on,
            "receivedOn": on, "receivedBy": "公司办公室", "contact": "陈望舒，分机8001", "information": "上年度工资总额",
            "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
        }),
    );
    id
}

/// The answer of the other side.
pub(super) fn reply(story: &Story, id: &Value, kind: &str, on: &str, more: Value) {
    let reply = json!({ "negotiation": id, "kind": kind, "repliedOn": on, "repliedBy": "公司行政", "text": "生产任务重" });
    story.call("negotiation.recordReply", with(reply, more));
}

/// Something that happened to the talks.
pub(super) fn event(story: &Story, id: &Value, kind: &str, on: &str, facts: Value) -> Value {
    let event =
        json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts });
    story.call("negotiation.addEvent", event)
}

/// A paper goes out.
pub(super) fn issue(story: &Story, kind: &str, of: &Value) {
    story.call("papers.issue", json!({ "kind": kind, "of": of }));
}

/// A meeting on the one topic.
pub(super) fn meet(story: &Story, id: &Value, on: &str, result: &str) -> Value {
    let whole = story.call("negotiation.get", json!({ "id": id }));
    let representatives = whole["representatives"].as_array().unwrap();
    let there: Vec<Value> =
        representatives.iter().map(|one| json!({ "representative": one["id"], "present": true })).collect();
    let meeting = json!({
        "negotiation": id, "heldOn": on, "begins": "09:00", "ends": "11:00", "place": "三楼会议室",
        "chair": representatives[0]["id"], "recorder": "沈一诺", "recorderPost": "档案员", "agenda": "逐项协商",
        "attendance": there,
        "topics": [{
            "topic": whole["topics"][0]["id"], "workersPosition": "增长6%", "employerPosition": "增长3%", "evidence": "",
            "result": result,
        }],
        "undertakings": [],
    });
    story.call("negotiation.saveMeeting", meeting)
}

/// The other side refuses to talk, on 15 June.
fn refused(story: &Story) -> Value {
    let plain = json!({
        "kind": "independent", "form": "committee", "enterprises": [{ "name": "赣江机械有限公司" }],
        "establishedOn": "2012-05-16", "upperUnion": "云岭县总工会", "seal": true,
    });
    story.call("union.save", plain);
    let id = offered(story, "2026-06-08");
    story.on("2026-06-15");
    reply(story, &id, "refused", "2026-06-15", json!({}));
    id
}

/// It is reminded of it in writing on the same day.
fn reminded(story: &Story, id: &Value) {
    issue(story, "negotiation.demand", id);
    event(story, id, "reminded", "2026-06-15", json!({ "receiver": "公司办公室" }));
}

/// The fifteen days of the reminder are over, and the letter of the union's supervision is answered with a refusal.
fn warned(story: &Story, id: &Value) {
    story.on("2026-07-01");
    let case = story.call("negotiation.openWarning", json!({ "id": id }));
    let letters = story.call("letters.get", json!({ "id": case }))["letters"].clone();
    issue(story, "letters.reminder", &letters[0]["id"]);
    let paper = story.call("outgoing.list", json!({ "kind": "letters.reminder" }))["rows"][0]["id"].clone();
    story.call("outgoing.saveSending", json!({
        "paper": paper, "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-07-01", "signedBy": "万里程",
        "signedOn": "2026-07-01",
    }));
    story.absent(&[NegotiationRemedy, NegotiationOrder]);
    story.call("letters.saveEvent", json!({
        "case": case, "kind": "reminderAnswered", "happenedOn": "2026-07-01", "text": "仍不同意", "outcome": "refused",
    }));
}

/// Talks that are broken off on 22 June until 13 July, and the suspension.
fn broken_off(story: &Story) -> (Value, Value) {
    let id = offered(story, "2026-06-08");
    reply(story, &id, "agreed", "2026-06-08", json!({ "meetsOn": "2026-06-22", "meetsPlace": "三楼会议室" }));
    story.on("2026-06-22");
    let meeting = meet(story, &id, "2026-06-22", "disputed");
    story.absent(&[NegotiationSuspension, NegotiationResume]);
    let suspension = json!({
        "negotiation": id, "meeting": meeting, "reason": "等上年度的审计报告", "fromOn": "2026-06-22",
        "resumeOn": "2026-07-13", "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度",
        "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    let suspension = story.call("negotiation.saveSuspension", suspension);
    (id, suspension)
}

/// Talks that are agreed to, before whose first meeting papers are asked of the employer, and one of us; the talks.
fn asked(story: &Story) -> Value {
    let id = offered(story, "2026-06-08");
    reply(story, &id, "agreed", "2026-06-08", json!({ "meetsOn": "2026-06-22", "meetsPlace": "三楼会议室" }));
    let item = |of: &str, name: &str| json!({ "of": of, "name": name, "askedOn": "2026-06-08", "askedBy": "陈望舒", "secret": true });
    let items = json!([
        item("employer", "上年度工资总额"),
        item("employer", "利润总额"),
        item("workers", "职工意见汇总")
    ]);
    story.call("negotiation.saveInformation", json!({ "negotiation": id, "items": items }));
    id
}

stories! {
    whoever_refuses_is_reminded_in_writing in "36" tells [NegotiationDemand] |story| {
        let id = refused(&story);
        let lines = &["催告函", "赣江机械有限公司", "生产任务重", "第十九条", "2026年6月30日"];
        let told = Told("union", "week", "第十九条", "打开催告函", Paper("negotiation.demand", lines));
        story.due(NegotiationDemand, told);
        issue(&story, "negotiation.demand", &id);
        let told = Told("union", "week", "第十九条", "登记催告", Form("negotiation", "event:reminded"));
        story.due(NegotiationDemand, told);
        event(&story, &id, "reminded", "2026-06-15", json!({ "receiver": "公司办公室" }));
        // Fifteen days of the province's own rule for what a union demands.
        let told = Told("employer", "2026-06-30", "第三十八条", "登记答复", Form("negotiation", "reply"));
        story.due(NegotiationDemand, told);
        story.on("2026-07-01");
        story.gone(NegotiationDemand);
    }

    whoever_does_not_answer_the_reminder_gets_a_letter_of_supervision in "36" tells [NegotiationWarning] |story| {
        let id = refused(&story);
        reminded(&story, &id);
        story.on("2026-06-30");
        story.absent(&[NegotiationWarning]);
        story.on("2026-07-01");
        let told = Told("union", "week", "提示函", "写提示函", Form("negotiation", "refusal"));
        story.due(NegotiationWarning, told);
        let case = story.call("negotiation.openWarning", json!({ "id": id }));
        story.gone(NegotiationWarning);
        let back = story.call("negotiation.ofCase", json!({ "case": case }));
        assert_eq!(back["id"], id, "the case leads back to the talks");
        story.beside(SupervisionIssueReminder);
        let letters = story.call("letters.get", json!({ "id": case }))["letters"].clone();
        let letter = letters[0]["id"].as_str().unwrap().to_owned();
        story.paper("letters.reminder", &letter, &[
            "第五十四条第四项", "你单位于2026年6月15日答复拒绝协商：生产任务重。", "2026年6月15日的催告函", "公司办公室",
            "请你单位于2026年6月30日以前答复，仍没有结果。",
        ]);
    }

    a_refusal_is_reported_to_the_upper_union_and_to_the_department in "36" tells [NegotiationRemedy] |story| {
        let id = refused(&story);
        reminded(&story, &id);
        warned(&story, &id);
        let lines = &["云岭县总工会", "拒绝", "劳动法律监督提示函", "第二十一条"];
        let told = Told("union", "week", "第二十一条", "打开报告", Paper("negotiation.refusalReport", lines));
        story.due(NegotiationRemedy, told);
        event(&story, &id, "reported", "2026-07-01", json!({}));
        let lines = &[
            "云岭县人力资源和社会保障局", "对方答复，拒绝协商：生产任务重", "书面催告对方", "向对方送达劳动法律监督提示函",
            "向上级工会书面报告", "2026年7月1日",
        ];
        let told = Told("union", "week", "第三十三条", "打开申请书", Paper("negotiation.coordination", lines));
        story.due(NegotiationRemedy, told);
        issue(&story, "negotiation.coordination", &id);
        let told = Told("union", "week", "第三十三条", "登记申请", Form("negotiation", "event:applied"));
        story.due(NegotiationRemedy, told);
        reply(&story, &id, "agreed", "2026-07-01", json!({}));
        story.gone(NegotiationRemedy);
        story.absent(&[NegotiationDemand, NegotiationWarning]);
    }

    the_government_is_asked_to_order_what_is_refused in "36" tells [NegotiationOrder] |story| {
        let id = refused(&story);
        reminded(&story, &id);
        warned(&story, &id);
        story.absent(&[NegotiationOrder]);
        event(&story, &id, "reported", "2026-07-01", json!({}));
        let told = Told("union", "week", "第五十四条第四项", "登记提请", Form("negotiation", "order"));
        story.due(NegotiationOrder, told);
        let order = json!({ "negotiation": id, "department": "县人力资源和社会保障局", "askedOn": "2026-07-01" });
        let order_id = story.call("negotiation.saveOrder", order.clone());
        let told = Told("upper", "week", "第五十四条第四项", "登记责令改正", Form("negotiation", "order"));
        story.due(NegotiationOrder, told);
        let made = json!({
            "id": order_id, "orderedOn": "2026-07-01", "number": "人社责〔2026〕2号", "correctBy": "2026-07-15",
        });
        story.call("negotiation.saveOrder", with(order, made));
        let told = Told("employer", "2026-07-15", "人社责〔2026〕2号", "登记新的答复", Form("negotiation", "reply"));
        story.due(NegotiationOrder, told);
        story.on("2026-07-16");
        let told = Told("union", "week", "第五十四条第四项", "看责令改正", Form("negotiation", "order"));
        story.due(NegotiationOrder, told);
        reply(&story, &id, "agreed", "2026-07-16", json!({}));
        story.gone(NegotiationOrder);
    }

    talks_that_are_broken_off_have_their_memorandum in "3301" tells [NegotiationSuspension] |story| {
        let (id, suspension) = broken_off(&story);
        let lines = &["中止备忘", "等上年度的审计报告", "2026年7月13日", "第二十七条", "累计不超过30日", "共21天"];
        let told = Told("union", "week", "第二十七条", "打开中止备忘", Paper("negotiation.suspension", lines));
        story.due(NegotiationSuspension, told);
        issue(&story, "negotiation.suspension", &suspension);
        story.gone(NegotiationSuspension);
        let whole = story.call("negotiation.get", json!({ "id": id }));
        let step = whole["steps"].as_array().unwrap().iter().find(|one| one["current"] == true).unwrap();
        assert_eq!(step["missing"], json!(["中止中：2026年7月13日恢复协商"]));
    }

    talks_that_are_broken_off_go_on_on_their_day in "3301" tells [NegotiationResume] |story| {
        let (id, suspension) = broken_off(&story);
        let part: &'static str =
            Box::leak(format!("resume:{}", suspension.as_str().unwrap()).into_boxed_str());
        let told = || Told("union", "2026-07-13", "三楼会议室", "登记恢复协商", Form("negotiation", part));
        story.due(NegotiationResume, told());
        story.on("2026-07-14");
        story.due(NegotiationResume, told());
        story.call("negotiation.resume", json!({ "suspension": suspension, "resumedOn": "2026-07-13" }));
        story.gone(NegotiationResume);
        story.call("negotiation.resume", json!({ "suspension": suspension }));
        story.beside(NegotiationResume);
        // Taken back, the next meeting says that the talks went on.
        meet(&story, &id, "2026-07-13", "disputed");
        story.gone(NegotiationResume);
    }

    what_the_other_side_asked_of_us_is_provided in "36" tells [NegotiationInformationOurs] |story| {
        let id = asked(&story);
        let told = Told("union", "2026-06-17", "第二十条", "登记资料", Form("negotiation", "information"));
        story.due(NegotiationInformationOurs, told);
        let kept = story.call("negotiation.get", json!({ "id": id }))["information"]["items"].clone();
        let came = json!({ "item": kept[2]["id"], "receivedOn": "2026-06-08", "receivedFrom": "陈望舒" });
        story.call("negotiation.markInformation", came);
        story.gone(NegotiationInformationOurs);
    }

    what_is_not_provided_before_the_talks_is_due_and_goes_into_the_minutes in "36" tells [NegotiationInformation] |story| {
        let id = asked(&story);
        let told = Told("employer", "2026-06-17", "第二十条", "登记资料", Form("negotiation", "information"));
        story.due(NegotiationInformation, told);
        // Before anything was handed over the list is left to the hands that will sign it.
        let list = story.text("negotiation.informationList", &id);
        assert!(list.contains("上年度工资总额"), "{list}");
        assert!(!list.contains("未提供") && !list.contains("不提供"), "nobody refused anything yet: {list}");
        let kept = story.call("negotiation.get", json!({ "id": id }))["information"]["items"].clone();
        let mark = |at: usize, more: Value| {
            story.call("negotiation.markInformation", with(json!({ "item": kept[at]["id"] }), more));
        };
        mark(2, json!({ "receivedOn": "2026-06-08", "receivedFrom": "陈望舒" }));
        mark(0, json!({ "receivedOn": "2026-06-08", "receivedFrom": "财务部", "form": "复印件", "pages": 4 }));
        let whole = story.call("negotiation.get", json!({ "id": id }));
        assert_eq!(whole["information"]["incomplete"], "企业方尚未提供：利润总额。");
        story.beside(NegotiationInformation);
        // The list was typed before anything came of it: nothing of that is lost, nor does an item go with it.
        let save = |items: Value| json!({ "negotiation": id, "items": items });
        story.call("negotiation.saveInformation", save(kept.clone()));
        let items = || story.call("negotiation.get", json!({ "id": id }))["information"]["items"].clone();
        assert_eq!(items()[0]["receivedFrom"], "财务部");
        let lost = story.refused("negotiation.saveInformation", save(json!([kept[1], kept[2]])));
        assert_eq!(lost.field.as_deref(), Some("items"), "{}", lost.message);
        assert!(lost.message.contains("上年度工资总额已经登记了收到"), "{}", lost.message);
        let mut nameless = items();
        nameless[0]["name"] = json!(" ");
        let refused = story.refused("negotiation.saveInformation", save(nameless));
        assert_eq!(refused.field.as_deref(), Some("items.0.name"), "{}", refused.message);
        mark(1, json!({ "refusedOn": "2026-06-08", "refusedReason": "涉及商业秘密" }));
        story.gone(NegotiationInformation);
        let of = id.as_str().unwrap();
        story.paper("negotiation.informationList", of, &["上年度工资总额", "复印件", "财务部", "不提供", "涉及商业秘密"]);
        // What the other side asked of us in turn has its own list to sign.
        story.paper("negotiation.informationListOther", of, &["职工意见汇总", "陈望舒"]);
        story.paper("negotiation.confidentiality", of, &["企业方提供的利润总额", "陈望舒", "首席代表"]);
        // The law binds the representatives of both sides, and their advisers see the same.
        let adviser = story.call("negotiation.saveMandate", json!({
            "negotiation": id, "kind": "adviser", "side": "employer", "name": "欧阳静怡", "sex": "female",
            "unit": "明理律师事务所", "profession": "律师", "idLast4": "0028", "principal": "高子衿", "scope": ["提供咨询"],
            "givenOn": "2026-06-08", "fromOn": "2026-06-08",
        }));
        let lines = ["职工方提供的职工意见汇总", "高子衿", "首席代表", "欧阳静怡", "协商顾问", "在企业内部传达"];
        story.paper("negotiation.confidentialityEmployer", of, &lines);
        let ours = story.text("negotiation.confidentiality", &json!(of));
        assert!(!ours.contains("欧阳静怡") && ours.contains("向职工通报"), "{ours}");
        assert!(!ours.contains("6月8日"), "nobody signed it yet: {ours}");
        let secrecy = || story.call("negotiation.get", json!({ "id": id }))["information"]["secrecy"].clone();
        let promises = secrecy();
        let last = promises.as_array().unwrap().last().unwrap();
        assert_eq!((&last["name"], &last["adviser"], &last["representative"]), (&json!("欧阳静怡"), &adviser, &Value::Null));
        let sign = |more: Value| story.call("negotiation.signSecrecy", with(json!({ "negotiation": id }), more));
        let chief = promises.as_array().unwrap().iter().find(|one| one["name"] == "高子衿").unwrap();
        sign(json!({
            "representatives": [chief["representative"]], "advisers": [adviser], "signedOn": "2026-06-08",
        }));
        for (who, on) in [
            (json!({ "representatives": [chief["representative"]] }), "2026-05-31"),
            (json!({ "representatives": [], "advisers": [adviser] }), "2026-06-07"),
        ] {
            let early = with(json!({ "negotiation": id, "signedOn": on }), who);
            let refused = story.refused("negotiation.signSecrecy", early);
            assert_eq!(refused.field.as_deref(), Some("signedOn"), "before taking part: {}", refused.message);
        }
        let signed = secrecy();
        let signed: Vec<_> = signed.as_array().unwrap().iter().filter(|one| one["signedOn"] == "2026-06-08").collect();
        assert_eq!(signed.len(), 2, "{signed:?}");
        let theirs = || story.text("negotiation.confidentialityEmployer", &json!(of));
        assert!(!theirs().contains("6月8日"), "not everyone signed yet: {}", theirs());
        let of_employer = promises.as_array().unwrap().iter().filter(|one| one["side"] == "employer");
        let all: Vec<Value> = of_employer.map(|one| one["representative"].clone()).filter(|id| !id.is_null()).collect();
        sign(json!({ "representatives": all, "signedOn": "2026-06-08" }));
        assert!(theirs().contains("2026年6月8日"), "{}", theirs());
        sign(json!({ "representatives": [], "advisers": [adviser] }));
        assert_eq!(secrecy().as_array().unwrap().last().unwrap()["signedOn"], Value::Null, "taken back");
        let whole = story.call("negotiation.get", json!({ "id": id }));
        let told = whole["information"]["incomplete"].as_str().unwrap();
        assert_eq!(told, "企业方不提供利润总额，理由：涉及商业秘密。");
        story.on("2026-06-22");
        let meeting = meet(&story, &id, "2026-06-22", "disputed");
        let whole = story.call("negotiation.get", json!({ "id": id }));
        let record = whole["meetings"][0]["record"].clone();
        story.call("negotiation.saveMeeting", with(record, json!({ "noted": told })));
        story.paper("negotiation.minutes", meeting.as_str().unwrap(), &["其他情况", "企业方不提供利润总额"]);
    }
}

#[test]
fn what_was_asked_for_before_the_talks_stays_due_past_its_day() {
    use affairs::duty::DutyKind::{NegotiationInformation, NegotiationInformationOurs};
    let story = Story::begin("36", &[]);
    asked(&story);
    let due = || {
        let told =
            |whose| Told(whose, "2026-06-17", "第二十条", "登记资料", Form("negotiation", "information"));
        story.due(NegotiationInformation, told("employer"));
        story.due(NegotiationInformationOurs, told("union"));
    };
    due();
    for day in ["2026-06-17", "2026-06-18"] {
        story.on(day);
        due();
    }
}
