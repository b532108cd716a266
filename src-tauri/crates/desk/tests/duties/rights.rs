//! Workers' rights beside supervision: an appeal, a notice of dismissal, a dispute in mediation.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

/// A notice on 15 September that somebody is to go three days later.
fn notice(story: &Story) -> Value {
    story.on("2026-09-15");
    let notice = json!({
        "kind": "noFault", "name": "柳新民", "receivedOn": "2026-09-15", "written": true,
        "reasons": "不能胜任工作，调整岗位以后仍然不能胜任", "plannedOn": "2026-09-18",
    });
    story.call("dismissals.save", notice)
}

/// Objects by what was looked into.
fn object(story: &Story, id: &Value) {
    let answers =
        json!([{ "item": "facts", "yes": true }, { "item": "women", "yes": true, "note": "孩子七个月" }]);
    story.call("dismissals.saveChecks", json!({ "id": id, "answers": answers }));
    let opinion = story.call("dismissals.start", json!({ "id": id }))["opinion"].clone();
    story.call("dismissals.saveOpinion", with(opinion, json!({ "contact": "陈望舒，0791-80000206" })));
}

/// A dispute that a worker brings on 15 September.
fn dispute(story: &Story, more: Value) -> Value {
    story.on("2026-09-15");
    let dispute = json!({
        "topic": "wages", "worker": "柳新民", "applicant": "worker", "oral": true, "appliedOn": "2026-09-15",
        "facts": "八月休息日加班四天，没有发加班费", "claims": "补发八月的加班费",
    });
    story.call("mediation.save", with(dispute, more))
}

fn happened(story: &Story, case: &Value, kind: &str, on: &str, more: Value) {
    let event = json!({ "case": case, "kind": kind, "happenedOn": on, "text": "照双方的书面材料" });
    story.call("mediation.saveEvent", with(event, more));
}

/// Somebody in the committee of mediation.
pub fn mediator(story: &Story, name: &str, side: &str, office: &str, chosen: &str) -> Value {
    let one = json!({
        "name": name, "side": side, "office": office, "chosen": chosen, "fromOn": "2026-01-05", "untilOn": "2027-12-31",
    });
    story.call("mediation.saveMediator", one)
}

stories! {
    an_appeal_is_answered_by_the_promised_day in "36" tells [Appeal] |story| {
        let appeal = json!({
            "worker": "nonMember", "kind": "wages", "channel": "phone", "raisedOn": "2026-06-01", "matter": "高温津贴没有发",
            "promisedOn": "2026-06-05", "handler": "何平",
        });
        let id = story.call("appeals.save", appeal);
        let told = Told("union", "2026-06-05", "答应2026年6月5日由何平答复", "登记答复", Form("appeals", "answer"));
        story.due(Appeal, told);
        story.call("appeals.answer", json!({ "id": id, "answeredOn": "2026-06-01", "answer": "六月工资里补发" }));
        story.gone(Appeal);
    }

    a_dismissal_is_objected_to_until_the_worker_is_helped in "35" tells [
        DismissalStudy, DismissalIssue, DismissalServe, DismissalAnswer, DismissalOverdue, DismissalTell, DismissalMediation,
        DismissalArbitration,
    ] |story| {
        let id = notice(&story);
        let told = Told("union", "2026-09-18", "赶在那以前", "研究提意见", Form("dismissals", "opinion"));
        story.due(DismissalStudy, told);
        object(&story, &id);
        story.gone(DismissalStudy);
        let paper = Paper("dismissals.opinion", &["对解除劳动合同的意见书", "柳新民", "孩子七个月"]);
        story.due(DismissalIssue, Told("union", "2026-09-18", "已经写好", "看意见书", paper));
        story.call("papers.issue", json!({ "kind": "dismissals.opinion", "of": id }));
        story.gone(DismissalIssue);
        let told = Told("union", "2026-09-18", "还没有登记单位签收", "登记送达", Form("outgoing", "send"));
        story.due(DismissalServe, told);
        let paper = story.call("outgoing.list", json!({ "kind": "dismissals.opinion" }))["rows"][0]["id"].clone();
        let sent = json!({
            "paper": paper, "receiver": "赣江机械有限公司", "manner": "handed", "sentOn": "2026-09-15", "signedBy": "万里程",
            "signedOn": "2026-09-15",
        });
        story.call("outgoing.saveSending", sent);
        story.gone(DismissalServe);
        let told = Told("employer", "2026-09-30", "15", "登记答复", Form("dismissals", "answer"));
        story.due(DismissalAnswer, told);
        story.on("2026-09-30");
        story.absent(&[DismissalOverdue]);
        story.on("2026-10-01");
        let told = Told("union", "week", "没有按期书面答复", "登记帮助", Form("dismissals", "help"));
        story.due(DismissalOverdue, told);
        let answer = json!({ "id": id, "answeredOn": "2026-10-01", "answer": "维持", "result": "kept" });
        story.call("dismissals.saveAnswer", answer);
        story.gone(DismissalAnswer);
        story.gone(DismissalOverdue);
        let told = Told("union", "week", "单位没有撤回", "登记帮助", Form("dismissals", "help"));
        story.due(DismissalTell, told);
        story.call("dismissals.saveHelp", json!({ "id": id, "help": "mediation" }));
        story.gone(DismissalTell);
        let told = Told("union", "week", "不用再填", "申请调解", Form("dismissals", "mediation"));
        story.due(DismissalMediation, told);
        story.call("dismissals.saveHelp", json!({ "id": id, "help": "arbitration", "knownOn": "2026-09-18" }));
        story.gone(DismissalMediation);
        let told = Told("union", "2027-09-18", "第二十七条", "登记办结", Form("dismissals", "close"));
        story.due(DismissalArbitration, told);
        story.call("dismissals.close", json!({ "id": id, "closedOn": "2026-10-01", "outcome": "已申请仲裁" }));
        story.gone(DismissalArbitration);
    }

    a_dismissal_without_objection_is_closed in "36" tells [DismissalClose] |story| {
        let id = notice(&story);
        story.absent(&[DismissalClose]);
        let nothing = json!({ "id": id, "stance": "none", "opinedOn": "2026-09-15", "unchecked": true });
        story.call("dismissals.saveOpinion", nothing);
        let told = Told("union", "week", "没有意见", "登记办结", Form("dismissals", "close"));
        story.due(DismissalClose, told);
        story.call("dismissals.close", json!({ "id": id, "closedOn": "2026-09-15", "outcome": "解除了劳动合同" }));
        story.gone(DismissalClose);
    }

    a_mediation_committee_is_of_both_sides in "36" tells [MediationCommittee] |story| {
        mediator(&story, "沈一诺", "workers", "chair", "union");
        let told = Told("union", "month", "对等", "去登记", Form("mediation", ""));
        story.due(MediationCommittee, told);
        mediator(&story, "万里程", "employer", "member", "named");
        story.gone(MediationCommittee);
    }

    talks_without_an_answer_lead_to_mediation in "36" tells [MediationAnswer, MediationApply] |story| {
        let silent = dispute(&story, json!({ "appliedOn": null, "talksOn": "2026-09-15" }));
        let told = Told("employer", "2026-09-20", "5", "登记答复", Form("mediation", "event:answered"));
        story.due(MediationAnswer, told);
        story.on("2026-09-20");
        story.absent(&[MediationApply]);
        story.on("2026-09-21");
        let told = Told("union", "week", "视为不愿协商", "登记申请", Form("mediation", "change"));
        story.due(MediationApply, told);
        let record = story.call("mediation.get", json!({ "id": silent }))["record"].clone();
        story.call("mediation.save", with(record, json!({ "id": silent, "appliedOn": "2026-09-21" })));
        story.gone(MediationApply);
        story.gone(MediationAnswer);
    }

    talks_that_are_answered_are_settled in "36" tells [MediationTalks] |story| {
        let answered = dispute(&story, json!({ "appliedOn": null, "talksOn": "2026-09-15" }));
        happened(&story, &answered, "answered", "2026-09-15", json!({ "text": "同意，下周二谈" }));
        let told = Told("union", "week", "谈成了", "登记和解", Form("mediation", "event:settled"));
        story.due(MediationTalks, told);
        happened(&story, &answered, "settled", "2026-09-15", json!({ "text": "九月工资里补发" }));
        story.gone(MediationTalks);
    }

    a_dispute_is_mediated_to_an_agreement_that_is_kept in "36" tells [
        MediationAccept, MediationEnd, MediationSign, MediationReview, MediationPerform, MediationUnperformed,
    ] |story| {
        let chair = mediator(&story, "沈一诺", "workers", "chair", "union");
        mediator(&story, "万里程", "employer", "member", "named");
        let case = dispute(&story, json!({ "mediator": chair }));
        let told = Told("union", "2026-09-18", "3", "登记受理", Form("mediation", "event:accepted"));
        story.due(MediationAccept, told);
        happened(&story, &case, "accepted", "2026-09-15", json!({}));
        story.gone(MediationAccept);
        let told = Told("union", "2026-09-30", "15", "登记调解会议", Form("mediation", "event:met"));
        story.due(MediationEnd, told);
        let terms = json!({ "text": "单位补发八月加班费八百元", "untilOn": "2026-10-10", "manner": "转入本人的工资卡" });
        happened(&story, &case, "agreed", "2026-09-15", terms);
        story.gone(MediationEnd);
        let paper = Paper("mediation.agreement", &["劳动争议调解协议书", "柳新民", "八百元"]);
        story.due(MediationSign, Told("union", "week", "以后生效", "打印协议书", paper));
        story.call("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
        let told = Told("union", "week", "以后生效", "登记签字盖章", Form("mediation", "event:signed"));
        story.due(MediationSign, told);
        happened(&story, &case, "signed", "2026-09-15", json!({}));
        story.gone(MediationSign);
        let told = Told("union", "2026-09-30", "15", "登记申请审查", Form("mediation", "event:reviewed"));
        story.due(MediationReview, told);
        let told = Told("employer", "2026-10-10", "协议约定", "登记履行", Form("mediation", "event:performed"));
        story.due(MediationPerform, told);
        happened(&story, &case, "reviewed", "2026-09-15", json!({}));
        story.gone(MediationReview);
        story.on("2026-10-10");
        story.absent(&[MediationUnperformed]);
        story.on("2026-10-11");
        let told = Told("union", "week", "逾期没有履行", "登记另行处理", Form("mediation", "event:unperformed"));
        story.due(MediationUnperformed, told);
        happened(&story, &case, "performed", "2026-10-11", json!({ "text": "八百元已经发到" }));
        story.gone(MediationPerform);
        story.gone(MediationUnperformed);
    }

    a_dispute_that_is_not_taken_on_is_told_so in "36" tells [MediationRefusal] |story| {
        let case = dispute(&story, json!({}));
        happened(&story, &case, "refused", "2026-09-15", json!({ "text": "单位不同意调解" }));
        let paper = Paper("mediation.closing", &["不予受理通知书", "单位不同意调解"]);
        story.due(MediationRefusal, Told("union", "week", "印发通知书", "打印通知书", paper));
        story.call("papers.issue", json!({ "kind": "mediation.closing", "of": case }));
        let told = Told("union", "week", "已经印发", "登记送达", Form("mediation", "event:told"));
        story.due(MediationRefusal, told);
        happened(&story, &case, "told", "2026-09-15", json!({}));
        story.gone(MediationRefusal);
    }

    a_mediation_without_agreement_ends_with_a_notice in "36" tells [MediationClosing] |story| {
        let case = dispute(&story, json!({ "knownOn": "2026-08-31" }));
        happened(&story, &case, "accepted", "2026-09-15", json!({}));
        happened(&story, &case, "failed", "2026-09-15", json!({ "text": "双方对天数没有达成一致" }));
        let paper = Paper("mediation.closing", &["终止通知书", "双方对天数没有达成一致"]);
        story.due(MediationClosing, Told("union", "week", "申请仲裁的时效", "打印通知书", paper));
        story.call("papers.issue", json!({ "kind": "mediation.closing", "of": case }));
        happened(&story, &case, "told", "2026-09-15", json!({}));
        story.gone(MediationClosing);
    }
}
