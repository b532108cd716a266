//! Talks that both sides hold and that come to nothing: from the day after their time the application for coordination is proposed,
//! filled; handed in, the department takes it up, coordinates, takes longer, and what comes of it is entered.

use affairs::duty::DutyKind::{NegotiationCoordination, NegotiationDispute, NegotiationMeetings};
use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told};
use super::talks_course::{event, issue, meet, offered, reply};

/// The union above is the county's: its department is the one to apply to.
fn beneath_the_county(story: &Story) {
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["upperUnion"] = json!("云岭县总工会");
    story.call("union.save", record);
}

/// Talks whose sixty days are over without an agreement, on the first day after them.
fn come_to_nothing(story: &Story) -> Value {
    beneath_the_county(story);
    let id = offered(story, "2026-06-08");
    reply(story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
    story.on("2026-06-22");
    meet(story, &id, "2026-06-22", "disputed");
    // Sixty days from the receipt; the last is still theirs.
    story.on("2026-08-07");
    story.absent(&[NegotiationDispute, NegotiationCoordination]);
    story.beside(NegotiationMeetings);
    story.on("2026-08-08");
    id
}

/// The step at which the talks stand.
fn current(story: &Story, id: &Value) -> Value {
    let talks = story.call("negotiation.get", json!({ "id": id }));
    let steps = talks["steps"].as_array().unwrap().clone();
    steps.into_iter().find(|one| one["current"] == true).unwrap()
}

fn applied(story: &Story, id: &Value) {
    event(story, id, "applied", "2026-08-08", json!({ "receiver": "云岭县人力资源和社会保障局" }));
}

stories! {
    talks_that_come_to_nothing_in_their_time_go_to_the_department in "36" tells [NegotiationDispute] |story| {
        let id = come_to_nothing(&story);
        let lines = &[
            "云岭县人力资源和社会保障局", "第三十三条", "年度工资增长幅度", "增长6%", "增长3%", "提出协商意向书",
            "同意协商", "第1轮协商会议，1项议题没有达成一致", "2026年8月8日",
        ];
        let told = Told("union", "week", "第三十三条", "打开申请书", Paper("negotiation.coordination", lines));
        story.due(NegotiationDispute, told);
        story.absent(&[NegotiationMeetings]);
        assert_eq!(
            current(&story, &id)["missing"],
            json!(["1个议题尚未谈定：可以书面申请人社部门协调处理"])
        );
        issue(&story, "negotiation.coordination", &id);
        let told = Told("union", "week", "第三十三条", "登记申请", Form("negotiation", "event:applied"));
        story.due(NegotiationDispute, told);
        applied(&story, &id);
        story.gone(NegotiationDispute);
        story.paper("negotiation.coordination", id.as_str().unwrap(), &["云岭县人力资源和社会保障局"]);
        story.on("2026-08-10");
        event(&story, &id, "accepted", "2026-08-10", json!({}));
        event(&story, &id, "coordinated", "2026-08-10", json!({}));
        let opens = Form("negotiation", "meetings");
        story.due(NegotiationDispute, Told("union", "week", "2026年8月10日结束", "记录会议", opens));
        story.call("negotiation.saveMeeting", crate::talks::meeting(&story, &id, "2026-08-10"));
        story.absent(&[NegotiationCoordination]);
        story.gone(NegotiationDispute);
    }

    the_department_coordinates_within_its_days in "36" tells [NegotiationCoordination] |story| {
        let id = come_to_nothing(&story);
        applied(&story, &id);
        let told = Told("upper", "week", "第三十三条", "登记受理", Form("negotiation", "event:accepted"));
        story.due(NegotiationCoordination, told);
        story.on("2026-08-10");
        event(&story, &id, "accepted", "2026-08-10", json!({}));
        let due = |by: &'static str, ground: &'static str| {
            let opens = Form("negotiation", "event:coordinated");
            story.due(NegotiationCoordination, Told("upper", by, ground, "登记协调结果", opens));
        };
        due("2026-09-09", "第三十四条");
        assert_eq!(current(&story, &id)["whose"], "上级办");
        story.on("2026-09-10");
        due("2026-09-09", "第三十四条");
        event(&story, &id, "extended", "2026-09-09", json!({}));
        due("2026-09-24", "第三十四条");
        event(&story, &id, "extended", "2026-09-10", json!({ "untilOn": "2026-09-20" }));
        due("2026-09-20", "这次延长到2026年9月20日");
        story.on("2026-09-21");
        due("2026-09-20", "第三十四条");
        event(&story, &id, "coordinated", "2026-09-21", json!({}));
        story.gone(NegotiationCoordination);
    }
}

#[test]
fn henan_gives_fifteen_days_to_apply_and_five_working_days_to_begin() {
    let story = Story::begin("41", &[]);
    beneath_the_county(&story);
    let id = offered(&story, "2026-06-10");
    reply(&story, &id, "agreed", "2026-06-10", json!({ "text": "" }));
    story.on("2026-06-22");
    meet(&story, &id, "2026-06-22", "disputed");
    // Two months from the receipt.
    story.on("2026-08-10");
    story.absent(&[NegotiationDispute]);
    story.on("2026-08-11");
    let lines = &["云岭县人力资源和社会保障局", "第三十七条"];
    let paper = Paper("negotiation.coordination", lines);
    story.due(NegotiationDispute, Told("union", "2026-08-25", "第三十七条", "打开申请书", paper));
    story.absent(&[NegotiationMeetings]);
    story.on("2026-08-25");
    let paper = Paper("negotiation.coordination", lines);
    story.due(NegotiationDispute, Told("union", "2026-08-25", "本次协商终止", "打开申请书", paper));
    story.on("2026-08-26");
    let opens = Form("negotiation", "meetings");
    story.due(NegotiationDispute, Told("union", "noDay", "本次协商终止", "记录会议", opens));
    // It had been handed in on the last day, and is entered a day later.
    event(&story, &id, "applied", "2026-08-25", json!({ "receiver": "县人社局" }));
    story.absent(&[NegotiationDispute]);
    let opens = Form("negotiation", "event:accepted");
    story.due(NegotiationCoordination, Told("upper", "2026-09-01", "第三十八条", "登记受理", opens));
}

#[test]
fn chongqing_coordinates_for_sixty_days_and_thirty_more() {
    let story = Story::begin("50", &[]);
    let id = offered(&story, "2026-06-08");
    reply(&story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
    story.on("2026-08-10");
    meet(&story, &id, "2026-06-22", "disputed");
    story.absent(&[NegotiationDispute]);
    event(&story, &id, "applied", "2026-08-10", json!({ "receiver": "区人社局" }));
    event(&story, &id, "accepted", "2026-08-10", json!({}));
    let due = |by: &'static str| {
        let opens = Form("negotiation", "event:coordinated");
        story.due(NegotiationCoordination, Told("upper", by, "第四十八条", "登记协调结果", opens));
    };
    due("2026-10-09");
    story.on("2026-10-10");
    event(&story, &id, "extended", "2026-10-09", json!({}));
    due("2026-11-08");
}

#[test]
fn after_a_refusal_an_extension_moves_the_last_day_too() {
    use affairs::duty::DutyKind::NegotiationRemedy;
    let story = Story::begin("36", &[]);
    let id = offered(&story, "2026-06-08");
    story.on("2026-07-17");
    reply(&story, &id, "refused", "2026-06-15", json!({}));
    event(&story, &id, "applied", "2026-06-15", json!({ "receiver": "县人社局" }));
    event(&story, &id, "accepted", "2026-06-16", json!({}));
    let due = |by: &'static str| {
        let opens = Form("negotiation", "reply");
        story.due(NegotiationRemedy, Told("upper", by, "第三十四条", "登记新的答复", opens));
    };
    due("2026-07-16");
    event(&story, &id, "extended", "2026-07-16", json!({}));
    due("2026-07-31");
    story.on("2026-08-01");
    due("2026-07-31");
}
