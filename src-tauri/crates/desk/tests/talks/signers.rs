//! What papers tell of a signature and of a meeting, whoever takes a seat or the lead of a side since: who signed, and the vote on
//! which it stands; who led each side there.

use serde_json::{Value, json};

use super::{
    agreed, agreement, answered, from_signature, get, meeting, passed, published, session, side, vacated,
};
use crate::duties::story::Story;

/// The employer's side names its chief, the first of these.
fn led_by(story: &Story, id: &Value, names: [&str; 3]) {
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": side(names) }));
}

/// Every paper of a contract that names who signed says so of one and not of another.
#[track_caller]
fn signed_by(story: &Story, wage: &Value, (who, other): (&str, &str)) {
    for kind in ["negotiation.wageContract", "negotiation.filingForm"] {
        let text = story.text(kind, wage);
        assert!(text.contains(who) && !text.contains(other), "{kind} names {who} and not {other}: {text}");
    }
    let text = story.text("negotiation.filingStatement", wage);
    assert!(text.contains(&format!("{who}（首席代表）")), "{who}: {text}");
    assert!(!text.contains(&format!("{other}（首席代表）")), "{other}: {text}");
}

#[test]
fn a_chief_who_left_after_the_effect_is_still_the_one_who_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    signed_by(&story, &wage, ("高子衿", "严新岳"));
    story.on("2026-09-01");
    let vacancy = vacated(&story, &id, "高子衿", "2026-09-01");
    signed_by(&story, &wage, ("高子衿", "严新岳"));
    story.call("negotiation.fillSeat", json!({
        "negotiation": id, "vacancy": vacancy,
        "person": {
            "name": "严新岳", "sex": "male", "post": "总经理", "chief": true, "chosenHow": "法定代表人委派",
            "chosenOn": "2026-09-01",
        },
    }));
    signed_by(&story, &wage, ("高子衿", "严新岳"));
    let list = story.text("negotiation.representatives", &id);
    assert!(list.contains("严新岳"), "the list of representatives goes on: {list}");
}

#[test]
fn another_chief_of_the_same_people_signs_until_the_signature_and_not_after_it() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    let other = ["罗思齐", "高子衿", "何怀谷"];
    led_by(&story, &id, other);
    let text = story.text("negotiation.wageContract", &wage);
    assert!(text.contains("罗思齐") && !text.contains("高子衿"), "nothing is signed: {text}");
    led_by(&story, &id, ["高子衿", "罗思齐", "何怀谷"]);
    from_signature(&story, &id, &wage);
    led_by(&story, &id, other);
    signed_by(&story, &wage, ("高子衿", "罗思齐"));
    // A correction that names nobody takes no other name.
    let events = agreement(&story, &id, "wage")["events"].clone();
    let signed = events.as_array().unwrap().iter().find(|one| one["kind"] == "signed").unwrap().clone();
    story.call(
        "negotiation.changeEvent",
        json!({
            "id": signed["id"], "kind": "signed", "happenedOn": signed["happenedOn"], "text": "更正",
            "facts": { "copies": 6, "termFrom": super::TERM.0, "termTo": super::TERM.1 },
        }),
    );
    signed_by(&story, &wage, ("高子衿", "罗思齐"));
}

#[test]
fn the_table_of_pay_levels_names_who_signed_the_contract_it_is_attached_to() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    let level = json!({ "trade": "焊工", "grade": "senior", "from": 500_000, "to": 600_000 });
    story.call("skillPay.save", json!({
        "negotiation": id, "levels": [level], "forms": [], "lateEntry": "签字时附在合同后面，当时没有登记",
    }));
    led_by(&story, &id, ["罗思齐", "高子衿", "何怀谷"]);
    let text = story.text("negotiation.payLevels", &id);
    assert!(text.contains("高子衿") && !text.contains("罗思齐"), "{text}");
}

#[test]
fn the_contract_prints_the_vote_by_which_it_was_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    story.on("2026-07-20");
    let mut late = session("2026-07-19");
    late["name"] = json!("第三届职工代表大会第九次会议");
    late["lateEntry"] = json!("记录在档案室");
    let votes = json!([{ "agreement": wage, "votesFor": 30, "votesAgainst": 13, "abstained": 0 }]);
    // Whether such a vote is taken at all is not told here: the papers do not go by it.
    let _ =
        story.tried("negotiation.saveVote", json!({ "negotiation": id, "session": late, "votes": votes }));
    for kind in ["negotiation.wageContract", "negotiation.filingStatement"] {
        let text = story.text(kind, &wage);
        assert!(text.contains("2026年6月29日") && text.contains("赞成41票"), "{kind}: {text}");
        assert!(!text.contains("第九次会议") && !text.contains("赞成30票"), "{kind}: {text}");
    }
}

/// The minutes of a meeting name one as chief and not another.
#[track_caller]
fn led_there(story: &Story, meeting: &Value, (who, other): (&str, &str)) {
    let text = story.text("negotiation.minutes", meeting);
    assert!(text.contains(&format!("{who}（首席代表）")), "{who}: {text}");
    assert!(!text.contains(&format!("{other}（首席代表）")), "{other}: {text}");
}

/// A meeting says of each whom it lists whether they led their side there.
fn name_chiefs(story: &Story, id: &Value, meeting: &mut Value, chiefs: &[&str]) {
    let people = get(story, id)["representatives"].as_array().unwrap().clone();
    for listed in meeting["attendance"].as_array_mut().unwrap() {
        let one = people.iter().find(|one| one["id"] == listed["representative"]).unwrap();
        listed["chief"] = json!(chiefs.contains(&one["record"]["name"].as_str().unwrap()));
    }
}

#[test]
fn the_minutes_name_who_led_a_side_at_the_meeting() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let first = get(&story, &id)["meetings"][0]["id"].clone();
    led_there(&story, &first, ("高子衿", "罗思齐"));
    led_by(&story, &id, ["罗思齐", "高子衿", "何怀谷"]);
    let workers = side(["林知秋", "陈望舒", "黄若水"]);
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": workers }));
    led_there(&story, &first, ("高子衿", "罗思齐"));
    led_there(&story, &first, ("陈望舒", "林知秋"));
    // Opened again it keeps its chair, who leads nobody now.
    let mut again = get(&story, &id)["meetings"][0]["record"].clone();
    again["ends"] = json!("17:00");
    story.call("negotiation.saveMeeting", again);
    led_there(&story, &first, ("高子衿", "罗思齐"));
    led_there(&story, &first, ("陈望舒", "林知秋"));
    // The next one is led by whoever leads since.
    story.on("2026-06-23");
    let next = story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-23"));
    led_there(&story, &next, ("罗思齐", "高子衿"));
    led_there(&story, &next, ("林知秋", "陈望舒"));
    // What the list had wrong from the first is put right in the meeting.
    let mut right = get(&story, &id)["meetings"][0]["record"].clone();
    name_chiefs(&story, &id, &mut right, &["陈望舒", "罗思齐"]);
    story.call("negotiation.saveMeeting", right);
    led_there(&story, &first, ("罗思齐", "高子衿"));
}

#[test]
fn a_round_that_is_entered_afterwards_says_who_led_it() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    led_by(&story, &id, ["罗思齐", "高子衿", "何怀谷"]);
    let mut missed = meeting(&story, &id, "2026-06-12");
    missed["lateEntry"] = json!("记录本后来才找到");
    name_chiefs(&story, &id, &mut missed, &["陈望舒", "高子衿", "罗思齐"]);
    let two = story.refused("negotiation.saveMeeting", missed.clone());
    assert_eq!(two.field.as_deref(), Some("attendance"), "{}", two.message);
    assert!(two.message.contains("企业方首席代表，只能有一名"), "{}", two.message);
    name_chiefs(&story, &id, &mut missed, &["陈望舒", "高子衿"]);
    let missed = story.call("negotiation.saveMeeting", missed);
    led_there(&story, &missed, ("高子衿", "罗思齐"));
}

#[test]
fn the_memo_of_a_suspension_names_who_led_the_meeting_that_agreed_on_it() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    story.on("2026-06-20");
    let mut held = meeting(&story, &id, "2026-06-20");
    (held["topics"][0]["result"], held["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    let held = story.call("negotiation.saveMeeting", held);
    let suspension = story.call(
        "negotiation.saveSuspension",
        json!({
            "negotiation": id, "meeting": held, "reason": "等上年度的审计报告", "fromOn": "2026-06-20",
            "resumeOn": "2026-07-13", "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度",
            "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
        }),
    );
    led_by(&story, &id, ["罗思齐", "高子衿", "何怀谷"]);
    let text = story.text("negotiation.suspension", &suspension);
    assert!(text.contains("高子衿") && !text.contains("罗思齐"), "{text}");
}

/// One side as it stands, with one of its people under another name on their row.
fn under(story: &Story, id: &Value, side: &str, (wrong, right): (&str, &str)) -> Value {
    let people = get(story, id)["representatives"].as_array().unwrap().clone();
    let named = |one: Value| {
        let mut record = one["record"].clone();
        if record["name"] == wrong {
            record["name"] = json!(right);
        }
        record
    };
    let rows: Vec<Value> = people.into_iter().filter(|one| one["side"] == side).map(named).collect();
    json!({ "negotiation": id, side: rows })
}

#[test]
fn a_name_that_was_typed_wrong_is_put_right_after_the_signature_with_its_reason() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    from_signature(&story, &id, &wage);
    let met = get(&story, &id)["meetings"][0]["id"].clone();
    let there = || -> Vec<Value> {
        let listed = get(&story, &id)["meetings"][0]["record"]["attendance"].clone();
        listed.as_array().unwrap().iter().map(|one| one["representative"].clone()).collect()
    };
    let seat = |name: &str| {
        let people = get(&story, &id)["representatives"].as_array().unwrap().clone();
        people.into_iter().find(|one| one["record"]["name"] == name).map(|one| one["id"].clone())
    };
    let stood = (seat("高子衿"), seat("黄若水"), there());

    let mut save = under(&story, &id, "employer", ("高子衿", "高子襟"));
    let refused = story.refused("negotiation.saveRepresentatives", save.clone());
    assert_eq!(refused.field.as_deref(), Some("employer"), "{}", refused.message);
    assert!(refused.message.contains("请写明更正的理由"), "{}", refused.message);
    save["correction"] = json!("长".repeat(201));
    let refused = story.refused("negotiation.saveRepresentatives", save.clone());
    assert_eq!(refused.field.as_deref(), Some("correction"), "{}", refused.message);
    save["correction"] = json!("录入时写错一个字");
    story.call("negotiation.saveRepresentatives", save);
    let mut save = under(&story, &id, "workers", ("黄若水", "黄若冰"));
    save["correction"] = json!("照身份证核对");
    story.call("negotiation.saveRepresentatives", save);

    assert_eq!((seat("高子襟"), seat("黄若冰"), there()), stood, "the same people in their seats");
    signed_by(&story, &wage, ("高子襟", "高子衿"));
    led_there(&story, &met, ("高子襟", "罗思齐"));
    let events = get(&story, &id)["events"].clone();
    let notes: Vec<&str> = (events.as_array().unwrap().iter())
        .filter(|one| one["kind"] == "noted")
        .map(|one| one["text"].as_str().unwrap())
        .collect();
    let told = [
        "更正企业方代表的姓名，“高子衿”应为“高子襟”：录入时写错一个字",
        "更正职工方代表的姓名，“黄若水”应为“黄若冰”：照身份证核对",
    ];
    assert_eq!(notes, told);

    // Another person takes no seat by a reason: who is new has no row of those who stand.
    let mut other = under(&story, &id, "employer", ("何怀谷", "严新岳"));
    other["employer"][2].as_object_mut().unwrap().remove("id");
    other["correction"] = json!("名单登记错了");
    let refused = story.refused("negotiation.saveRepresentatives", other);
    assert_eq!(refused.field.as_deref(), Some("employer"), "{}", refused.message);
}
