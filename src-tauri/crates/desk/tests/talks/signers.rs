//! What papers tell of a signature, whoever takes a seat or the chair of a side since: who signed, and the vote on which it stands.

use serde_json::{Value, json};

use super::{agreement, from_signature, get, passed, published, session, side};
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
    let people = get(&story, &id)["representatives"].as_array().unwrap().clone();
    let chief = people.iter().find(|one| one["record"]["name"] == "高子衿").unwrap();
    let vacancy = story.call(
        "negotiation.addEvent",
        json!({
            "negotiation": id, "kind": "vacated", "happenedOn": "2026-09-01", "text": "调离",
            "facts": { "representative": chief["id"] },
        }),
    );
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
