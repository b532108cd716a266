//! Between the answer that agrees and the first meeting: where the law of the place sets a day for it, both sides name their
//! representatives and the upper union is told; where it sets none, the step at which the talks stand is told.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told, with};
use super::talks_course::{EMPLOYER, WORKERS, event, meet, offered, reply, side};
use crate::talks::meeting;

/// Talks whose offer was received on a day, of which nobody is named yet.
fn unnamed(story: &Story, on: &str) -> Value {
    story.on(on);
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    let offer = json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "合同即将期满", "issuedOn": on,
        "receivedOn": on, "receivedBy": "公司办公室", "contact": "陈望舒，分机8001", "information": "上年度工资总额",
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    });
    story.call("negotiation.saveOffer", offer);
    id
}

stories! {
    talks_that_wait_for_something_without_a_day_stay_in_sight in "22" tells [NegotiationStep] |story| {
        let told = |whose: &'static str, button: &'static str, part: &'static str| {
            Told(whose, "week", "法规没有定天数", button, Form("negotiation", part))
        };
        story.on("2026-06-08");
        let id = story.call("negotiation.start", json!({ "year": 2026 }));
        story.absent(&[NegotiationStep]);
        let offer = json!({
            "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "合同即将期满", "issuedOn": "2026-06-08",
            "contact": "陈望舒，分机8001", "information": "", "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
        });
        story.call("negotiation.saveOffer", offer.clone());
        story.due(NegotiationStep, told("union", "登记收到的日期", "offer"));
        // Once it was received the clock of the answer tells it.
        story.call("negotiation.saveOffer", with(offer, json!({ "receivedOn": "2026-06-08", "receivedBy": "公司办公室" })));
        story.gone(NegotiationStep);
        reply(&story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
        story.due(NegotiationStep, told("union", "登记协商代表", "representatives"));
        story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": side(WORKERS) }));
        story.due(NegotiationStep, told("employer", "登记协商代表", "representatives"));
        story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": side(EMPLOYER) }));
        story.due(NegotiationStep, told("union", "记录会议", "meetings"));
        story.on("2026-06-22");
        meet(&story, &id, "2026-06-22", "disputed");
        story.on("2026-09-22");
        story.due(NegotiationStep, told("union", "记录会议", "meetings"));
        story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-22"));
        story.gone(NegotiationStep);
    }

    both_sides_name_their_representatives_within_fifteen_days in "31" tells [NegotiationFormation] |story| {
        let id = unnamed(&story, "2026-06-08");
        story.absent(&[NegotiationFormation]);
        reply(&story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
        let told = |whose: &'static str| {
            Told(whose, "2026-06-23", "第十七条", "登记协商代表", Form("negotiation", "representatives"))
        };
        story.due(NegotiationFormation, told("union"));
        story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": side(WORKERS) }));
        story.due(NegotiationFormation, told("employer"));
        story.on("2026-06-23");
        story.due(NegotiationFormation, told("employer"));
        story.on("2026-06-24");
        story.due(NegotiationFormation, told("employer"));
        story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": side(EMPLOYER) }));
        story.gone(NegotiationFormation);
    }

    the_upper_union_is_told_five_days_before_the_talks in "37" tells [NegotiationToldBefore] |story| {
        let id = offered(&story, "2026-06-08");
        let meets = json!({ "text": "", "meetsOn": "2026-06-22", "meetsPlace": "三楼会议室" });
        reply(&story, &id, "agreed", "2026-06-08", meets);
        let told =
            || Told("union", "2026-06-17", "第二十四条", "登记报告", Form("negotiation", "event:reported"));
        story.due(NegotiationToldBefore, told());
        story.on("2026-06-17");
        story.due(NegotiationToldBefore, told());
        story.on("2026-06-18");
        story.due(NegotiationToldBefore, told());
        event(&story, &id, "reported", "2026-06-17", json!({ "receiver": "县总工会" }));
        story.gone(NegotiationToldBefore);
    }
}

#[test]
fn where_the_law_sets_no_day_nothing_of_it_is_asked() {
    use affairs::duty::DutyKind::{NegotiationFormation, NegotiationToldBefore};
    let story = Story::begin("11", &[]);
    let id = unnamed(&story, "2026-06-08");
    reply(
        &story,
        &id,
        "agreed",
        "2026-06-08",
        json!({ "text": "", "meetsOn": "2026-06-22", "meetsPlace": "三楼会议室" }),
    );
    story.absent(&[NegotiationFormation, NegotiationToldBefore]);
}

/// Talks that our side alone is named for: their offer was received on 8 June and agreed to on the same day.
fn agreed_to(story: &Story) -> Value {
    story.on("2026-06-08");
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": side(WORKERS) }));
    story.call("negotiation.saveOffer", with(letter(&id), json!({ "receivedOn": "2026-06-08" })));
    reply(story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
    id
}

/// An offer of 8 June that nobody has received yet.
fn letter(id: &Value) -> Value {
    json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "合同即将期满", "issuedOn": "2026-06-08",
        "contact": "陈望舒，分机8001", "information": "", "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    })
}

#[test]
fn the_clock_of_the_talks_does_not_hide_what_goes_before_their_meetings() {
    use affairs::duty::DutyKind::{NegotiationMeeting, NegotiationMeetings, NegotiationStep};
    let named = || {
        let opens = Form("negotiation", "representatives");
        Told("employer", "week", "法规没有定天数", "登记协商代表", opens)
    };
    // 江西 counts the whole talk from the receipt, 贵州 the first meeting from the answer too.
    for (place, clock) in [("36", NegotiationMeetings), ("52", NegotiationMeeting)] {
        let story = Story::begin(place, &[]);
        let id = agreed_to(&story);
        story.beside(clock);
        story.due(NegotiationStep, named());
        let employer = json!({ "negotiation": id, "employer": side(EMPLOYER) });
        story.call("negotiation.saveRepresentatives", employer);
        story.beside(clock);
        story.absent(&[NegotiationStep]);
    }
    // 杭州 counts it from the offer.
    let story = Story::begin("3301", &[]);
    story.on("2026-06-08");
    let id = story.call("negotiation.start", json!({ "year": 2026 }));
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": side(WORKERS) }));
    story.call("negotiation.saveOffer", letter(&id));
    story.beside(NegotiationMeetings);
    let opens = Form("negotiation", "offer");
    story.due(NegotiationStep, Told("union", "week", "法规没有定天数", "登记收到的日期", opens));
}

#[test]
fn the_step_leaves_the_posting_to_its_own_duty() {
    use affairs::duty::DutyKind::{NegotiationPosting, NegotiationStep};
    let story = Story::begin("3302", &[]);
    agreed_to(&story);
    story.beside(NegotiationPosting);
    let opens = Form("negotiation", "representatives");
    story.due(NegotiationStep, Told("employer", "week", "法规没有定天数", "登记协商代表", opens));
    let today = story.call("today.list", json!({}));
    let duties = today["duties"].as_array().unwrap();
    let step = duties.iter().find(|one| one["button"] == "登记协商代表").unwrap();
    assert_eq!(step["title"], "推选代表，还缺：企业方代表（2026年度工资集体协商）");
}

#[test]
fn the_first_meeting_is_held_within_ten_days_of_the_answer() {
    use affairs::duty::DutyKind::NegotiationMeeting;
    let story = Story::begin("52", &[NegotiationMeeting]);
    let id = offered(&story, "2026-06-08");
    reply(&story, &id, "agreed", "2026-06-08", json!({ "text": "" }));
    let told = || Told("union", "2026-06-18", "第二十条", "记录会议", Form("negotiation", "meetings"));
    story.due(NegotiationMeeting, told());
    for day in ["2026-06-18", "2026-06-19"] {
        story.on(day);
        story.due(NegotiationMeeting, told());
    }
    // A day that both agreed on is told; past that of the law it moves nothing.
    for (meets_on, due, ground) in [
        ("2026-06-25", "2026-06-18", "首次会议日期是2026年6月25日，晚于这一天"),
        ("2026-06-19", "2026-06-18", "首次会议日期是2026年6月19日，晚于这一天"),
        ("2026-06-18", "2026-06-18", "答复中约定的首次会议日期。"),
        ("2026-06-17", "2026-06-17", "答复中约定的首次会议日期。"),
    ] {
        let meets = json!({ "text": "", "meetsOn": meets_on, "meetsPlace": "三楼会议室" });
        reply(&story, &id, "agreed", "2026-06-08", meets);
        story
            .due(NegotiationMeeting, Told("union", due, ground, "记录会议", Form("negotiation", "meetings")));
        let today = story.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap();
        let meeting = duties.iter().find(|one| one["title"] == "召开第1轮协商会议").unwrap();
        let ruled = meeting["deadline"]["rule"]["id"] == "GZ-20-TALKS";
        assert_eq!(ruled, ground.contains("晚于"), "{meets_on}: {meeting}");
        // What goes before it goes before the day on which it must be held: 13 June is a Saturday.
        let before = duties.iter().filter(|one| one["id"].as_str().unwrap().starts_with("information:"));
        let days: Vec<&Value> = before.map(|one| &one["due"]).collect();
        assert_eq!(days.len(), 2, "{meets_on}: {today}");
        assert!(days.iter().all(|day| *day == "2026-06-12"), "{meets_on}: {days:?}");
    }
}
