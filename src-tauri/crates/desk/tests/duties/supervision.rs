//! Labour-law supervision from the clue to the informer: where a place has a clock for nearly every step, where talks come first
//! and two clocks run at once, and what is not taken up.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

/// A clue on 15 September from somebody who gave a name, and two who hold certificates.
fn clue(story: &Story) -> (Value, Vec<Value>) {
    story.on("2026-09-15");
    let holder = |(name, number): (&str, &str)| {
        story.call("letters.saveInspector", json!({ "name": name, "certificate": number }))
    };
    let holders = [("王伟", "赣监0361"), ("沈一诺", "赣监0362")].map(holder).to_vec();
    let clue = json!({
        "source": "complaint", "topic": "wages", "receivedOn": "2026-09-15", "matter": "喷涂车间八月加班费没有发",
        "informer": { "name": "柳新民", "contact": "13800138000" },
    });
    (story.call("letters.save", clue), holders)
}

fn happened(story: &Story, case: &Value, kind: &str, on: &str, more: Value) -> Value {
    let event = json!({ "case": case, "kind": kind, "happenedOn": on, "text": "照单位的书面材料" });
    story.call("letters.saveEvent", with(event, more))
}

fn inquiry(holders: &[Value], signed_on: Option<&str>) -> Value {
    json!({
        "place": "喷涂车间", "asked": "何平（车间主任）", "inspectors": holders, "finding": "violation", "signedOn": signed_on,
        "text": "问：八月有没有加班？\n答：有，没有发加班费。",
    })
}

/// Writes a letter by what the ledger knows.
fn write(story: &Story, case: &Value, kind: &str, typed: Value) -> Value {
    let start = story.call("letters.start", json!({ "case": case, "kind": kind }));
    story.call("letters.saveLetter", with(start["letter"].clone(), typed))
}

/// Signs for an issued letter.
fn hand_over(story: &Story, kind: &str, to: &str, on: &str) {
    let paper = story.call("outgoing.list", json!({ "kind": kind }))["rows"][0]["id"].clone();
    let sent = json!({
        "paper": paper, "receiver": to, "manner": "handed", "sentOn": on, "signedBy": "万里程", "signedOn": on,
    });
    story.call("outgoing.saveSending", sent);
}

stories! {
    a_complaint_goes_up_to_the_department_and_back_to_the_informer in "15" tells [
        SupervisionDecide, SupervisionInquire, SupervisionSignInquiry, SupervisionWriteReminder, SupervisionIssueReminder,
        SupervisionServeReminder, SupervisionAnswerReminder, SupervisionWriteOpinion, SupervisionIssueOpinion,
        SupervisionServeOpinion, SupervisionAnswerOpinion, SupervisionWriteRequest, SupervisionIssueRequest,
        SupervisionServeRequest, SupervisionRecommend, SupervisionFile, SupervisionFinish, SupervisionClose,
        SupervisionTellInformer,
    ] |story| {
        let (case, holders) = clue(&story);
        let told = Told("union", "2026-09-21", "5", "登记受理", Form("letters", "event:accepted"));
        story.due(SupervisionDecide, told);
        happened(&story, &case, "accepted", "2026-09-15", json!({}));
        story.gone(SupervisionDecide);
        let told = Told("union", "2026-11-02", "30", "记调查笔录", Form("letters", "event:inquired"));
        story.due(SupervisionInquire, told);
        let record = happened(&story, &case, "inquired", "2026-09-15", inquiry(&holders, None));
        story.gone(SupervisionInquire);
        let paper = Paper("letters.inquiry", &["调查笔录", "何平（车间主任）", "赣监0361"]);
        story.due(SupervisionSignInquiry, Told("union", "week", "双方签字", "打印笔录", paper));
        let told = Told("union", "week", "提示函", "写提示函", Form("letters", "letter:reminder"));
        story.due(SupervisionWriteReminder, told);
        let signed = with(inquiry(&holders, Some("2026-09-15")), json!({ "id": record }));
        happened(&story, &case, "inquired", "2026-09-15", signed);
        story.gone(SupervisionSignInquiry);

        let reminder = write(&story, &case, "reminder", json!({ "request": "补发八月的加班费", "contact": "陈望舒" }));
        story.gone(SupervisionWriteReminder);
        let paper = Paper("letters.reminder", &["提示函", "补发八月的加班费"]);
        story.due(SupervisionIssueReminder, Told("union", "week", "已经写好", "看提示函", paper));
        story.call("papers.issue", json!({ "kind": "letters.reminder", "of": reminder }));
        story.gone(SupervisionIssueReminder);
        let told = Told("union", "week", "还没有登记对方签收", "登记送达", Form("outgoing", "send"));
        story.due(SupervisionServeReminder, told);
        hand_over(&story, "letters.reminder", "赣江机械有限公司", "2026-09-15");
        story.gone(SupervisionServeReminder);
        let told = Told("employer", "2026-09-29", "10", "登记答复", Form("letters", "event:reminderAnswered"));
        story.due(SupervisionAnswerReminder, told);
        happened(&story, &case, "reminderAnswered", "2026-09-15", json!({ "outcome": "partly" }));
        story.gone(SupervisionAnswerReminder);

        let told = Told("union", "week", "意见书", "写意见书", Form("letters", "letter:opinion"));
        story.due(SupervisionWriteOpinion, told);
        let opinion = write(&story, &case, "opinion", json!({}));
        story.gone(SupervisionWriteOpinion);
        let paper = Paper("letters.opinion", &["意见书", "补发八月的加班费", "赣监0362"]);
        story.due(SupervisionIssueOpinion, Told("union", "week", "已经写好", "看意见书", paper));
        story.call("papers.issue", json!({ "kind": "letters.opinion", "of": opinion }));
        story.gone(SupervisionIssueOpinion);
        let told = Told("union", "week", "还没有登记对方签收", "登记送达", Form("outgoing", "send"));
        story.due(SupervisionServeOpinion, told);
        hand_over(&story, "letters.opinion", "赣江机械有限公司", "2026-09-15");
        story.gone(SupervisionServeOpinion);
        let told = Told("employer", "2026-11-02", "30", "登记答复", Form("letters", "event:opinionAnswered"));
        story.due(SupervisionAnswerOpinion, told);

        story.on("2026-11-02");
        story.absent(&[SupervisionWriteRequest]);
        story.on("2026-11-03");
        let told = Told("union", "week", "建议", "写提请函", Form("letters", "letter:request"));
        story.due(SupervisionWriteRequest, told);
        let request = write(&story, &case, "request", json!({ "addressee": "旗总工会" }));
        story.gone(SupervisionWriteRequest);
        let paper = Paper("letters.request", &["旗总工会", "没有书面答复"]);
        story.due(SupervisionIssueRequest, Told("union", "week", "建议", "看提请函", paper));
        story.call("papers.issue", json!({ "kind": "letters.request", "of": request }));
        story.gone(SupervisionIssueRequest);
        story.gone(SupervisionAnswerOpinion);
        let told = Told("union", "week", "还没有登记上级工会签收", "登记送达", Form("outgoing", "send"));
        story.due(SupervisionServeRequest, told);
        hand_over(&story, "letters.request", "旗总工会", "2026-11-03");
        story.gone(SupervisionServeRequest);

        let told = Told("upper", "week", "建议", "登记建议书", Form("letters", "event:recommended"));
        story.due(SupervisionRecommend, told);
        let known = json!({ "department": "旗人社局", "number": "旗工监建〔2026〕3号" });
        happened(&story, &case, "recommended", "2026-11-03", known);
        story.gone(SupervisionRecommend);
        let told = Told("upper", "2026-11-10", "5", "登记立案", Form("letters", "event:filed"));
        story.due(SupervisionFile, told);
        happened(&story, &case, "filed", "2026-11-03", json!({}));
        story.gone(SupervisionFile);
        let told = Told("upper", "2027-02-01", "90", "登记处理结果", Form("letters", "event:decided"));
        story.due(SupervisionFinish, told);
        happened(&story, &case, "decided", "2026-11-03", json!({}));
        story.gone(SupervisionFinish);
        let told = Told("union", "week", "部门已经处理", "登记结案", Form("letters", "event:closed"));
        story.due(SupervisionClose, told);
        happened(&story, &case, "closed", "2026-11-03", json!({}));
        story.gone(SupervisionClose);
        let told = Told("union", "2026-11-17", "10", "登记告知", Form("letters", "event:told"));
        story.due(SupervisionTellInformer, told);
        happened(&story, &case, "told", "2026-11-03", json!({}));
        story.gone(SupervisionTellInformer);
    }

    talks_come_first_and_the_department_has_two_clocks in "3601" tells [SupervisionTalk, SupervisionSettle] |story| {
        let (case, holders) = clue(&story);
        happened(&story, &case, "accepted", "2026-09-15", json!({}));
        happened(&story, &case, "inquired", "2026-09-15", inquiry(&holders, Some("2026-09-15")));
        let told = Told("union", "week", "第二十条", "登记沟通", Form("letters", "event:talked"));
        story.due(SupervisionTalk, told);
        happened(&story, &case, "talked", "2026-09-15", json!({ "outcome": "refused" }));
        story.gone(SupervisionTalk);
        let known = json!({ "department": "县人社局", "number": "县工监建〔2026〕3号", "lateEntry": "提请函在纸上" });
        happened(&story, &case, "recommended", "2026-09-15", known);
        let told = Told("upper", "2026-11-14", "60", "登记处理结果", Form("letters", "event:decided"));
        story.due(SupervisionSettle, told);
        happened(&story, &case, "filed", "2026-09-15", json!({}));
        // Beside it runs the clock from the filing: each is a duty of its own, by its own id.
        story.beside(SupervisionFinish);
        let told = Told("upper", "2026-11-14", "60", "登记处理结果", Form("letters", "event:decided"));
        story.due(SupervisionSettle, told);
        happened(&story, &case, "decided", "2026-09-15", json!({}));
        story.absent(&[SupervisionFinish]);
        story.gone(SupervisionSettle);
    }

    what_is_not_taken_up_is_told_in_writing in "33" tells [SupervisionTellRefusal] |story| {
        let (case, _) = clue(&story);
        happened(&story, &case, "refused", "2026-09-15", json!({ "text": "仲裁委员会已经受理" }));
        let paper = Paper("letters.refusal", &["不予受理告知书", "仲裁委员会已经受理", "为你保密"]);
        story.due(SupervisionTellRefusal, Told("union", "2026-09-21", "5", "打印告知书", paper));
        story.call("papers.issue", json!({ "kind": "letters.refusal", "of": case }));
        let told = Told("union", "2026-09-21", "5", "登记告知", Form("letters", "event:told"));
        story.due(SupervisionTellRefusal, told);
        happened(&story, &case, "told", "2026-09-15", json!({ "text": "当面交给本人" }));
        story.gone(SupervisionTellRefusal);
    }
}
