//! A year's talks on wages from the offer to the next offer: the reply, the meeting and what was promised in it, the draft, the
//! vote, the signature, the filing, the effect, the publication, the checks, the rescission.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Agreement, Form};
use super::story::{Story, Told};

const WORKERS: [&str; 3] = ["陈望舒", "林知秋", "黄若水"];
const EMPLOYER: [&str; 3] = ["高子衿", "罗思齐", "何怀谷"];

/// Three of a side, the first of them chief.
fn side(names: [&str; 3]) -> Vec<Value> {
    let one = |(at, name): (usize, &str)| {
        json!({
            "name": name, "sex": "female", "post": if at == 0 { "负责人" } else { "操作工" }, "chief": at == 0,
            "frontLine": at > 0, "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-09-10",
        })
    };
    names.into_iter().enumerate().map(one).collect()
}

/// The talks of 2027, whose offer was received on 24 September.
fn offered(story: &Story) -> Value {
    story.on("2026-09-24");
    let id = story.call("negotiation.start", json!({ "year": 2027 }));
    let people = json!({ "negotiation": id, "workers": side(WORKERS), "employer": side(EMPLOYER) });
    story.call("negotiation.saveRepresentatives", people);
    let offer = json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度的合同即将期满",
        "issuedOn": "2026-09-24", "receivedOn": "2026-09-24", "receivedBy": "公司办公室", "contact": "陈望舒，分机8001",
        "information": "", "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    });
    story.call("negotiation.saveOffer", offer);
    id
}

fn answered(story: &Story, id: &Value) {
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-30", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    story.call("negotiation.recordReply", reply);
}

/// The meeting at which all is agreed, and something promised.
fn met(story: &Story, id: &Value) {
    let talks = story.call("negotiation.get", json!({ "id": id }));
    let people = talks["representatives"].as_array().unwrap();
    let attendance: Vec<Value> =
        people.iter().map(|one| json!({ "representative": one["id"], "present": true })).collect();
    let meeting = json!({
        "negotiation": id, "heldOn": "2026-10-20", "begins": "14:00", "ends": "16:30", "place": "三楼会议室",
        "chair": people[0]["id"], "recorder": "梁静言", "recorderPost": "档案员", "agenda": "逐项协商",
        "attendance": attendance,
        "topics": [{
            "topic": talks["topics"][0]["id"], "workersPosition": "平均增长6%", "employerPosition": "同意", "result": "agreed",
            "agreedText": "人均月工资增长6%",
        }],
        "undertakings": [{ "side": "employer", "what": "补齐加班台账", "owner": "罗思齐", "dueOn": "2026-10-30" }],
    });
    story.call("negotiation.saveMeeting", meeting);
}

fn happened(story: &Story, id: &Value, kind: &str, on: &str, facts: Value) {
    let event =
        json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts });
    story.call("negotiation.addEvent", event);
}

/// The congress passes the draft.
fn voted(story: &Story, id: &Value) {
    let agreement = story.call("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].clone();
    let session = json!({
        "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": "2026-10-29", "due": 44, "present": 42,
        "way": "secret", "given": 42, "returned": 42, "chair": "陈望舒", "chairPost": "工会主席",
        "tellers": ["艾小梅"], "scrutineers": ["付春生"],
    });
    let votes = json!([{ "agreement": agreement, "votesFor": 40, "votesAgainst": 1, "abstained": 1 }]);
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
}

/// The chiefs sign for the year from December on.
fn signed(story: &Story, id: &Value) {
    let term = json!({ "copies": 6, "termFrom": "2026-12-01", "termTo": "2027-11-30" });
    happened(story, id, "signed", "2026-11-02", term);
}

stories! {
    a_year_of_talks_from_the_offer_to_the_next in "36" tells [
        NegotiationReply, NegotiationMeetings, NegotiationMeeting, NegotiationUndertaking, AgreementDraft, AgreementVote,
        AgreementSignature, AgreementFiling, AgreementEffect, AgreementPublication, AgreementSendUp, NegotiationRenewal,
        AgreementRescission,
    ] |story| {
        let id = offered(&story);
        let told = Told("employer", "2026-10-14", "第十九条", "登记答复", Form("negotiation", "reply"));
        story.due(NegotiationReply, told);
        let told = Told("union", "2026-11-23", "第十九条", "记录会议", Form("negotiation", "meetings"));
        story.due(NegotiationMeetings, told);
        story.on("2026-09-30");
        answered(&story, &id);
        story.gone(NegotiationReply);
        let told = Told("union", "2026-10-20", "约定的首次会议日期", "记录会议", Form("negotiation", "meetings"));
        story.due(NegotiationMeeting, told);

        story.on("2026-10-20");
        met(&story, &id);
        story.gone(NegotiationMeeting);
        let told = Told("employer", "2026-10-30", "第1轮", "登记完成", Form("negotiation", "undertakings"));
        story.due(NegotiationUndertaking, told);
        story.due(AgreementDraft, Told("employer", "2026-10-27", "第二十一条", "登记草案", Agreement("drafted")));
        let talks = story.call("negotiation.get", json!({ "id": id }));
        let promised = &talks["meetings"][0]["record"]["undertakings"][0]["id"];
        let done = json!({ "undertaking": promised, "doneOn": "2026-10-20" });
        story.call("negotiation.markUndertaking", done);
        story.gone(NegotiationUndertaking);

        story.on("2026-10-22");
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        story.gone(AgreementDraft);
        story.due(AgreementVote, Told("union", "week", "第二十一条", "登记表决", Agreement("vote")));
        story.on("2026-10-29");
        voted(&story, &id);
        story.gone(AgreementVote);
        story.due(AgreementSignature, Told("union", "week", "职代会已经通过", "登记签字", Agreement("signed")));
        story.on("2026-11-02");
        signed(&story, &id);
        story.gone(AgreementSignature);
        story.gone(NegotiationMeetings);
        story.due(AgreementFiling, Told("employer", "2026-11-09", "第二十二条", "登记报送", Agreement("filed")));
        story.on("2026-11-05");
        happened(&story, &id, "filed", "2026-11-05", json!({ "receiver": "县人社局", "copies": 3 }));
        story.gone(AgreementFiling);
        let told = Told("upper", "2026-11-20", "第五十四条", "登记审查结果", Agreement("inEffect"));
        story.due(AgreementEffect, told);
        story.on("2026-11-20");
        happened(&story, &id, "inEffect", "2026-11-20", json!({}));
        story.gone(AgreementEffect);
        let told = Told("employer", "2026-11-25", "第二十四条", "登记公布", Agreement("published"));
        story.due(AgreementPublication, told);
        // At the same time as the publication.
        let told = Told("union", "2026-11-25", "第二十四条", "登记报送上级工会", Agreement("sentUp"));
        story.due(AgreementSendUp, told);
        happened(&story, &id, "published", "2026-11-20", json!({ "receiver": "公告栏" }));
        story.gone(AgreementPublication);
        happened(&story, &id, "sentUp", "2026-11-20", json!({ "receiver": "县总工会" }));
        story.gone(AgreementSendUp);

        story.on("2027-08-31");
        story.absent(&[NegotiationRenewal]);
        story.on("2027-09-01");
        let told = Told("union", "2027-11-29", "第二十八条", "开始新一年度", Form("negotiation", ""));
        story.due(NegotiationRenewal, told);
        story.call("negotiation.start", json!({ "year": 2028 }));
        story.gone(NegotiationRenewal);

        // Rescinded on paper: without its own agreement it is entered with its reason.
        story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "rescinded", "happenedOn": "2027-09-01", "text": "以书面办理", "facts": {},
            "lateEntry": "解除协议在档案室",
        }));
        let told = Told("employer", "2027-09-08", "第二十六条", "登记备案", Agreement("rescissionFiled"));
        story.due(AgreementRescission, told);
        happened(&story, &id, "rescissionFiled", "2027-09-01", json!({}));
        story.gone(AgreementRescission);
    }

    the_firm_is_told_what_the_congress_passed in "31" tells [AgreementNotice] |story| {
        let id = offered(&story);
        story.on("2026-10-20");
        answered(&story, &id);
        met(&story, &id);
        story.on("2026-10-29");
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        voted(&story, &id);
        story.due(AgreementNotice, Told("union", "week", "第二十三条", "登记告知", Agreement("notified")));
        happened(&story, &id, "notified", "2026-10-29", json!({ "receiver": "公司办公室" }));
        story.gone(AgreementNotice);
    }

    how_the_contract_is_kept_is_checked_and_told_to_the_congress in "11" tells [
        AgreementCheck, AgreementRemedy, AgreementPerformance,
    ] |story| {
        let id = offered(&story);
        story.on("2026-11-20");
        answered(&story, &id);
        met(&story, &id);
        happened(&story, &id, "drafted", "2026-10-22", json!({}));
        voted(&story, &id);
        signed(&story, &id);
        happened(&story, &id, "filed", "2026-11-05", json!({ "receiver": "区人社局", "copies": 3 }));
        happened(&story, &id, "inEffect", "2026-11-20", json!({}));
        story.on("2027-10-20");
        story.absent(&[AgreementCheck, AgreementPerformance]);
        story.on("2027-10-21");
        story.due(AgreementCheck, Told("union", "2027-11-20", "12个月", "登记检查", Agreement("check")));
        let told = Told("union", "2027-11-20", "12个月", "登记报告", Agreement("explained"));
        story.due(AgreementPerformance, told);
        let agreement = story.call("negotiation.get", json!({ "id": id }))["agreements"][0]["id"].clone();
        let mut check = json!({
            "agreement": agreement, "fromOn": "2026-12-01", "toOn": "2027-10-20", "checkedOn": "2027-10-21",
            "method": "查阅工资表", "conclusion": "已经兑现", "workers": ["陈望舒"], "employer": ["高子衿"],
            "clauses": [{
                "clause": "工资水平", "target": "人均月工资增长6%", "actual": "增长5.1%", "gap": "少0.9个百分点",
                "remedy": "年底前补发", "owner": "罗思齐", "dueOn": "2027-12-31",
            }],
        });
        let kept = story.call("negotiation.saveCheck", check.clone());
        story.gone(AgreementCheck);
        let told = Told("employer", "2027-12-31", "少0.9个百分点，责任人罗思齐", "登记补救", Agreement("check"));
        story.due(AgreementRemedy, told);
        check["id"] = kept;
        check["clauses"][0]["doneOn"] = "2027-10-21".into();
        story.call("negotiation.saveCheck", check);
        story.gone(AgreementRemedy);
        happened(&story, &id, "explained", "2027-10-21", json!({}));
        story.gone(AgreementPerformance);
    }
}
