//! The workers' congress: a session each year, the next delegates before the term is over, the by-election for who ceased; a motion
//! from its collection to what the proposer says of the answer; a session from its agenda to the report after it.

use serde_json::{Value, json};

use super::stories;
use super::story::Opens::Form;
use super::story::{Story, Told, with};

/// Seven working days after 15 June 2026; the 19th is 端午.
const UPPER: &str = "2026-06-25";

fn term(story: &Story, more: Value) -> Value {
    let plain = json!({
        "name": "第三届职工代表大会", "beganOn": "2025-03-12", "years": 3, "seats": 1, "workers": 40,
    });
    story.call("congress.saveTerm", with(plain, more))
}

fn delegate(term: &Value, name: &str) -> Value {
    json!({
        "term": term, "name": name, "woman": true, "unit": "焊接车间", "rank": "front", "dispatched": false,
        "electedOn": "2025-03-05",
    })
}

/// A motion after so many steps: its review, that it was handed on, its answer.
fn motion(term: &Value, steps: usize) -> Value {
    let plain = json!({
        "term": term, "matter": "食堂夜班供应热饭", "kind": "welfare", "proposer": "王小明", "advice": "夜班开一个窗口",
        "collectedOn": "2026-06-01",
    });
    let all = [
        json!({ "review": "filed", "reviewedOn": "2026-06-01" }),
        json!({ "department": "后勤部", "handedOn": "2026-06-01", "dueOn": "2026-06-15" }),
        json!({ "answeredOn": "2026-06-01", "answer": "七月起供应" }),
    ];
    all.into_iter().take(steps).fold(plain, with)
}

stories! {
    a_term_that_ends_wants_the_next_delegates in "31" tells [CongressRenewal] |story| {
        term(&story, json!({ "beganOn": "2023-09-01" }));
        story.absent(&[CongressRenewal]);
        story.on("2026-06-03");
        let told = Told("union", "2026-09-01", "延期不得超过一年", "打开这一届", Form("congress", ""));
        story.due(CongressRenewal, told);
        term(&story, json!({ "name": "第四届职工代表大会", "beganOn": "2026-06-03" }));
        story.gone(CongressRenewal);
    }

    who_ceased_is_replaced_by_their_unit in "31" tells [CongressByElection] |story| {
        let term = term(&story, json!({}));
        let one = story.call("congress.saveDelegate", delegate(&term, "王小明"));
        story.absent(&[CongressByElection]);
        let ended = json!({ "id": one, "endedOn": "2026-05-06", "endedHow": "left" });
        story.call("congress.saveDelegate", with(delegate(&term, "王小明"), ended));
        story.due(CongressByElection, Told("union", "week", "第十九条", "登记补选", Form("congress", "")));
        story.call("congress.saveDelegate", delegate(&term, "李芳"));
        story.gone(CongressByElection);
    }

    each_year_has_its_session in "36" tells [CongressYear] |story| {
        let term = term(&story, json!({}));
        story.on("2026-10-01");
        story.absent(&[CongressYear]);
        story.on("2026-10-02");
        let told = Told("union", "2026-12-31", "会员代表大会不能代替", "打开这一届", Form("congress", ""));
        story.due(CongressYear, told);
        story.call("congress.removeTerm", json!({ "id": term }));
        story.gone(CongressYear);
    }

    a_motion_is_reviewed in "36" tells [MotionReview] |story| {
        let term = term(&story, json!({}));
        let id = story.call("congress.saveMotion", motion(&term, 0));
        let form = Form("congressMotions", "change");
        story.due(MotionReview, Told("union", "week", "立案、并案", "登记审查", form));
        story.call("congress.saveMotion", with(motion(&term, 1), json!({ "id": id })));
        story.gone(MotionReview);
    }

    a_motion_that_was_filed_is_handed_on in "36" tells [MotionHand] |story| {
        let term = term(&story, json!({}));
        let id = story.call("congress.saveMotion", motion(&term, 1));
        let form = Form("congressMotions", "change");
        story.due(MotionHand, Told("union", "week", "承办部门", "登记交办", form));
        story.call("congress.saveMotion", with(motion(&term, 2), json!({ "id": id })));
        story.gone(MotionHand);
        story.beside(MotionAnswer);
    }

    the_proposer_says_of_the_answer_what_they_think in "36" tells [MotionFeedback] |story| {
        let term = term(&story, json!({}));
        let id = story.call("congress.saveMotion", motion(&term, 2));
        story.absent(&[MotionFeedback]);
        let answered = with(motion(&term, 3), json!({ "id": id }));
        story.call("congress.saveMotion", answered.clone());
        let form = Form("congressMotions", "change");
        story.due(MotionFeedback, Told("union", "week", "满意不满意", "登记反馈", form));
        let felt = json!({ "feedback": "unsatisfied", "feedbackOn": "2026-06-01" });
        story.call("congress.saveMotion", with(answered, felt));
        story.gone(MotionFeedback);
    }

    an_answer_that_does_not_satisfy_is_given_again in "36" tells [MotionAgain] |story| {
        let term = term(&story, json!({}));
        let id = story.call("congress.saveMotion", motion(&term, 3));
        story.absent(&[MotionAgain]);
        let felt = |how: &str| {
            with(motion(&term, 3), json!({ "id": id, "feedback": how, "feedbackOn": "2026-06-01" }))
        };
        story.call("congress.saveMotion", felt("unsatisfied"));
        let form = Form("congressMotions", "change");
        story.due(MotionAgain, Told("employer", "noDay", "不满意", "登记再答复", form));
        story.call("congress.saveMotion", felt("satisfied"));
        story.gone(MotionAgain);
    }

    what_is_handed_on_as_an_opinion_is_answered_by_the_law_of_the_place in "36" tells [MotionAnswer] |story| {
        let term = term(&story, json!({}));
        let opinion = json!({
            "term": term, "matter": "公开车间奖金的分配", "kind": "pay", "proposer": "王小明", "advice": "按月张贴",
            "collectedOn": "2026-06-01", "review": "opinion", "reviewedOn": "2026-06-01", "department": "人力资源部",
            "handedOn": "2026-06-01",
        });
        let id = story.call("congress.saveMotion", opinion.clone());
        let told = Told("employer", "2026-07-01", "第二十七条", "登记答复", Form("congressMotions", "change"));
        story.due(MotionAnswer, told);
        let answered = json!({
            "id": id, "answeredOn": "2026-06-01", "answer": "本月起张贴", "feedback": "mostly", "feedbackOn": "2026-06-01",
        });
        story.call("congress.saveMotion", with(opinion, answered));
        story.gone(MotionAnswer);
    }

    a_session_goes_from_its_agenda_to_the_report in "31" tells [
        CongressMeetingAgenda, CongressMeetingPapers, CongressMeetingRecord, CongressMeetingPublish, CongressMeetingUpper,
    ] |story| {
        let term = term(&story, json!({}));
        let plain = json!({
            "term": term, "name": "第三届职工代表大会第二次会议", "heldOn": "2026-06-15", "place": "三楼会议室", "due": 30,
            "matters": [{ "title": "职工奖惩办法", "kind": "pass", "secret": true }],
        });
        let form = || Form("congressMeetings", "change");
        let id = story.call("congress.saveMeeting", plain.clone());
        story.due(CongressMeetingAgenda, Told("union", "week", "第二十九条", "登记商定", form()));
        story.due(CongressMeetingPapers, Told("union", "2026-06-08", "第三十条", "登记送达", form()));
        let agreed = json!({ "id": id, "agreedOn": "2026-06-01", "papersOn": "2026-06-01" });
        let agreed = with(plain, agreed);
        story.call("congress.saveMeeting", agreed.clone());
        story.gone(CongressMeetingAgenda);
        story.gone(CongressMeetingPapers);
        story.on("2026-06-16");
        story.due(CongressMeetingRecord, Told("union", "week", "还没有登记到会", "登记会议", form()));
        let matters = json!([{ "title": "职工奖惩办法", "kind": "pass", "secret": true, "votesFor": 26, "votesAgainst": 2 }]);
        let held = with(agreed, json!({ "present": 28, "matters": matters }));
        story.call("congress.saveMeeting", held.clone());
        story.gone(CongressMeetingRecord);
        story.due(CongressMeetingPublish, Told("union", "week", "第三十二条", "登记公布", form()));
        story.due(CongressMeetingUpper, Told("union", UPPER, "第三十七条", "登记报告", form()));
        let over = json!({ "publishedOn": "2026-06-16", "upperOn": "2026-06-16" });
        story.call("congress.saveMeeting", with(held, over));
        story.gone(CongressMeetingPublish);
        story.gone(CongressMeetingUpper);
    }
}
