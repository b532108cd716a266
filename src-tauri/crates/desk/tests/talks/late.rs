//! An affair that was entered afterwards: while its papers are typed 今日 does not call for what was due before; what its contract
//! still asks for lies ahead and is due as for any other.

use serde_json::{Value, json};

use super::{agreement, get, session, side, vacated};
use crate::duties::story::Story;

const LATE: &str = "据纸质档案补录";

/// What the talks and their contracts make due: the kind, and the day where one is set.
fn due(story: &Story) -> Vec<(String, String)> {
    let today = story.call("today.list", json!({}));
    let told = |one: &Value| {
        let kind = affairs::duty::DutyKind::of_id(one["id"].as_str().unwrap()).unwrap();
        (format!("{kind:?}"), one["due"].as_str().unwrap_or_default().to_owned())
    };
    let mut all: Vec<_> = today["duties"].as_array().unwrap().iter().map(told).collect();
    all.retain(|(kind, _)| kind.starts_with("Negotiation") || kind.starts_with("Agreement"));
    all
}

/// An affair of a year that is entered afterwards, and its wage contract.
fn entered(story: &Story, year: i32, started: &str) -> (Value, Value) {
    let start = json!({ "year": year, "startedOn": started, "lateEntry": LATE });
    let id = story.call("negotiation.start", start);
    let wage = agreement(story, &id, "wage")["id"].clone();
    (id, wage)
}

fn people(id: &Value, chosen: &str) -> Value {
    let chosen_on = |names: [&str; 3]| {
        let mut all = side(names);
        all.as_array_mut().unwrap().iter_mut().for_each(|one| one["chosenOn"] = json!(chosen));
        all
    };
    json!({
        "negotiation": id, "workers": chosen_on(["陈望舒", "林知秋", "黄若水"]),
        "employer": chosen_on(["高子衿", "罗思齐", "何怀谷"]),
    })
}

fn happened(story: &Story, id: &Value, wage: &Value, kind: &str, on: &str, facts: Value) {
    story.call("negotiation.addEvent", json!({
        "negotiation": id, "agreement": wage, "kind": kind, "happenedOn": on, "text": "据纸质档案", "facts": facts,
    }));
}

/// The vote, the signature for a term, the filing, the effect and the publication.
fn concluded(story: &Story, id: &Value, wage: &Value, days: [&str; 5], term: (&str, &str)) {
    let [voted, signed, filed, effect, published] = days;
    in_effect(story, id, wage, [voted, signed, filed, effect], term);
    happened(story, id, wage, "published", published, json!({ "receiver": "公告栏" }));
}

/// The same as far as the effect.
fn in_effect(story: &Story, id: &Value, wage: &Value, days: [&str; 4], term: (&str, &str)) {
    let [voted, signed, filed, effect] = days;
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }]);
    let vote = json!({ "negotiation": id, "session": session(voted), "votes": votes });
    story.call("negotiation.saveVote", vote);
    let facts = json!({ "copies": 5, "termFrom": term.0, "termTo": term.1 });
    happened(story, id, wage, "signed", signed, facts);
    happened(story, id, wage, "filed", filed, json!({ "receiver": "县人社局", "copies": 3 }));
    happened(story, id, wage, "inEffect", effect, json!({}));
}

#[test]
fn nothing_shouts_while_an_old_affair_is_typed() {
    let story = Story::begin("36", &[]);
    story.on("2026-11-20");
    let (id, wage) = entered(&story, 2025, "2024-09-20");
    let quiet = |after: &str| assert!(due(&story).is_empty(), "after {after}: {:?}", due(&story));
    quiet("its beginning");
    story.call("negotiation.saveRepresentatives", people(&id, "2024-09-10"));
    quiet("its people");
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "", "issuedOn": "2024-10-08",
        "receivedOn": "2024-10-08", "contact": "陈望舒，分机8001", "information": "上年度工资总额", "lateEntry": LATE,
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
    quiet("the offer");
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2024-10-25", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2024-11-25", "meetsPlace": "三楼会议室",
    }));
    quiet("the answer");
    let mut meeting = super::meeting(&story, &id, "2024-11-25");
    meeting["lateEntry"] = json!(LATE);
    meeting["undertakings"] =
        json!([{ "side": "employer", "what": "补齐加班台账", "owner": "罗思齐", "dueOn": "2024-12-10" }]);
    story.call("negotiation.saveMeeting", meeting);
    quiet("the meeting");
    happened(&story, &id, &wage, "drafted", "2024-11-28", json!({}));
    quiet("the draft");
    let days = ["2024-12-05", "2024-12-09", "2024-12-12", "2024-12-27", "2024-12-30"];
    concluded(&story, &id, &wage, days, ("2025-01-01", "2025-12-31"));
    quiet("its contract, which is over");
}

#[test]
fn of_an_old_offer_that_nobody_answered_nothing_is_asked() {
    let story = Story::begin("36", &[]);
    story.on("2026-11-20");
    let (id, _) = entered(&story, 2025, "2024-09-20");
    story.call("negotiation.saveRepresentatives", people(&id, "2024-09-10"));
    let offer = |on: &str| {
        json!({
            "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "", "issuedOn": on,
            "receivedOn": on, "contact": "陈望舒，分机8001", "information": "", "lateEntry": LATE,
            "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
        })
    };
    story.call("negotiation.saveOffer", offer("2024-10-08"));
    assert!(due(&story).is_empty(), "the time for the answer was over before the entry: {:?}", due(&story));
    // One whose answer is still due runs on like any other, and what comes of it too.
    let (id, _) = entered(&story, 2026, "2026-10-20");
    story.call("negotiation.saveRepresentatives", people(&id, "2026-10-20"));
    let mut running = offer("2026-11-01");
    running["negotiation"] = id.clone();
    story.call("negotiation.saveOffer", running);
    let kinds = || due(&story).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    assert!(kinds().contains(&"NegotiationReply".to_owned()), "{:?}", due(&story));
    story.on("2026-11-22");
    assert!(kinds().contains(&"NegotiationDemand".to_owned()), "the answer lapsed since: {:?}", due(&story));
}

#[test]
fn what_lies_ahead_of_a_contract_in_force_is_due() {
    let story = Story::begin("36", &[]);
    story.on("2026-11-20");
    let (id, wage) = entered(&story, 2026, "2025-10-08");
    story.call("negotiation.saveRepresentatives", people(&id, "2025-10-08"));
    let days = ["2025-12-01", "2025-12-05", "2025-12-08", "2026-01-01", "2026-01-04"];
    concluded(&story, &id, &wage, days, ("2026-01-01", "2026-12-31"));
    assert_eq!(get(&story, &id)["agreements"][0]["state"], "inEffect");
    let renewal = ("NegotiationRenewal".to_owned(), "2026-12-30".to_owned());
    assert_eq!(due(&story), std::slice::from_ref(&renewal), "the window of the next talks is open");
    story.on("2026-11-30");
    assert_eq!(due(&story), std::slice::from_ref(&renewal));
    // The first year is cut short by the end of the term, and announced thirty days before.
    story.on("2026-12-01");
    let mut kept =
        ["AgreementCheck", "AgreementPerformance"].map(|kind| (kind.to_owned(), "2026-12-31".to_owned()));
    kept.sort();
    let mut told = due(&story);
    told.retain(|one| *one != renewal);
    told.sort();
    assert_eq!(told, kept);
    story.on("2027-01-01");
    let overdue = due(&story);
    assert!(overdue.contains(&kept[0]) && overdue.contains(&kept[1]), "missed since the entry: {overdue:?}");
}

#[test]
fn what_an_old_contract_lacked_before_its_entry_is_not_asked_for_in_the_affair_that_goes_on_with_it_either() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-10");
    let (id, wage) = entered(&story, 2026, "2025-10-08");
    story.call("negotiation.saveRepresentatives", people(&id, "2025-10-08"));
    let days = ["2025-12-01", "2025-12-05", "2025-12-08", "2026-01-01"];
    in_effect(&story, &id, &wage, days, ("2026-01-01", "2026-12-31"));
    let quiet = |when: &str| assert!(due(&story).is_empty(), "{when}: {:?}", due(&story));
    quiet("neither published nor sent up, by its papers");
    story.call("negotiation.seal", json!({ "id": id, "reason": "补录以后归档" }));
    quiet("sealed");
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    quiet("gone on with");
    // What lies ahead of the entry is due there.
    story.on("2026-12-01");
    let told = || {
        let mut told = due(&story);
        told.sort();
        told
    };
    let of = |kind: &str, day: &str| (kind.to_owned(), day.to_owned());
    let renewal = of("NegotiationRenewal", "2026-12-30");
    let kept = ["AgreementCheck", "AgreementPerformance"].map(|kind| of(kind, "2026-12-31"));
    assert_eq!(told(), [&kept[..], std::slice::from_ref(&renewal)].concat());
    story.call("negotiation.seal", json!({ "id": next, "reason": "工会换届，由新的委员会接着办" }));
    assert_eq!(told(), [of("NegotiationContinue", "2026-12-31"), renewal], "sealed again");
}

#[test]
fn what_is_proposed_after_an_affair_was_entered_goes_its_own_way() {
    let story = Story::begin("36", &[]);
    story.on("2026-09-01");
    let (id, wage) = entered(&story, 2026, "2026-01-05");
    story.call("negotiation.saveRepresentatives", people(&id, "2026-01-04"));
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-01-05", "receivedOn": "2026-01-05", "contact": "陈望舒，分机8001", "information": "",
        "topics": [{ "title": "夜班津贴", "proposal": "每班40元" }],
    }));
    let days = ["2026-02-02", "2026-02-05", "2026-02-09", "2026-02-24", "2026-02-26"];
    concluded(&story, &id, &wage, days, ("2026-03-01", "2027-02-28"));
    let change = story.call("negotiation.saveAmendment", super::settled::change(&wage));
    let add = |kind: &str, on: &str| json!({ "negotiation": id, "agreement": change, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": {} });
    let refused = story.refused("negotiation.addEvent", add("drafted", "2026-09-01"));
    assert!(refused.message.contains("协商"), "nobody talked about it: {}", refused.message);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", super::meeting(&story, &id, "2026-09-08"));
    story.call("negotiation.addEvent", add("drafted", "2026-09-08"));
    super::vote(&story, &id, "2026-09-14", &[(&change, 41)]);
    let course = get(&story, &id)["amendments"][0]["course"].clone();
    assert_eq!(course["votes"][0]["session"]["lateEntry"], Value::Null, "it was held as it was entered");
    super::event(&story, &id, &change, "signed", "2026-09-15", json!({ "copies": 5 }));
    // Nor does it become one of the old papers by another day.
    let mut reworded = super::settled::change(&wage);
    reworded["id"] = change.clone();
    reworded["proposedOn"] = json!("2026-08-31");
    reworded["changes"][0]["becomes"] = json!("每班31元");
    let refused = story.refused("negotiation.saveAmendment", reworded);
    assert!(refused.message.contains("不能"), "{}", refused.message);
    super::event(&story, &id, &change, "filed", "2026-09-16", json!({ "receiver": "县人社局", "copies": 3 }));
    let refused = story.refused("negotiation.addEvent", add("inEffect", "2026-09-16"));
    assert!(refused.rule.is_some(), "the days of silence are not over: {}", refused.message);
    super::event(&story, &id, &change, "inEffect", "2026-10-08", json!({}));
}

/// Something that happened to the wage contract of an affair that was entered from its papers, as its form sends it.
fn happens(id: &Value, wage: &Value, kind: &str, on: &str) -> Value {
    json!({ "negotiation": id, "agreement": wage, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": {} })
}

#[test]
fn what_happens_to_an_old_contract_after_its_entry_is_asked_for_as_of_any_other() {
    let story = Story::begin("36", &[]);
    story.on("2026-09-01");
    let (id, wage) = entered(&story, 2026, "2026-06-01");
    story.call("negotiation.saveRepresentatives", people(&id, "2026-06-01"));
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }]);
    let vote = json!({ "negotiation": id, "session": session("2026-08-17"), "votes": votes });
    story.call("negotiation.saveVote", vote);
    let term = json!({ "copies": 5, "termFrom": "2026-10-01", "termTo": "2027-09-30" });
    happened(&story, &id, &wage, "signed", "2026-08-20", term);
    happened(&story, &id, &wage, "filed", "2026-08-28", json!({ "receiver": "县人社局", "copies": 3 }));
    story.on("2026-09-14");
    for late in [Value::Null, json!(LATE)] {
        let mut early = happens(&id, &wage, "inEffect", "2026-09-11");
        early["lateEntry"] = late;
        let refused = story.refused("negotiation.addEvent", early);
        assert!(refused.message.contains("审查期到2026年9月12日才满"), "{}", refused.message);
        assert_eq!(refused.field.as_deref(), Some("happenedOn"), "{}", refused.message);
    }
    story.call("negotiation.addEvent", happens(&id, &wage, "inEffect", "2026-09-14"));
    for kind in ["changed", "renewed", "rescinded", "ended"] {
        let refused = story.refused("negotiation.addEvent", happens(&id, &wage, kind, "2026-09-14"));
        assert!(refused.message.contains("照签订的程序办"), "{kind}: {}", refused.message);
    }
    // Of a day before the entry it is one of the papers.
    let paper = story.call("negotiation.addEvent", happens(&id, &wage, "explained", "2026-08-31"));
    story.call("negotiation.removeEvent", json!({ "id": paper }));
    assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect");
}

#[test]
fn a_session_that_is_held_after_the_entry_is_no_paper_of_before() {
    let story = Story::begin("36", &[]);
    story.on("2026-09-01");
    let (id, wage) = entered(&story, 2026, "2026-06-01");
    story.call("negotiation.saveRepresentatives", people(&id, "2026-06-01"));
    happened(&story, &id, &wage, "drafted", "2026-08-24", json!({}));
    story.on("2026-09-07");
    let mut held = session("2026-09-07");
    held["present"] = json!(20);
    (held["given"], held["returned"]) = (json!(20), json!(20));
    let votes = json!([{ "agreement": wage, "votesFor": 20, "votesAgainst": 0, "abstained": 0 }]);
    let few = json!({ "negotiation": id, "session": held, "votes": votes });
    let refused = story.refused("negotiation.saveVote", few);
    assert_eq!(refused.field.as_deref(), Some("session.present"), "{}", refused.message);
    super::vote(&story, &id, "2026-09-07", &[(&wage, 41)]);
    let vote = agreement(&story, &id, "wage")["votes"][0].clone();
    assert_eq!(vote["session"]["lateEntry"], Value::Null, "it was held as it was entered");
}

#[test]
fn who_leaves_and_who_is_chosen_after_the_entry_is_asked_for_as_in_any_other_affair() {
    let story = Story::begin("43", &[]);
    story.on("2026-06-22");
    let (id, _) = entered(&story, 2026, "2026-06-01");
    story.call("negotiation.saveRepresentatives", people(&id, "2026-06-01"));
    story.call("negotiation.saveOffer", json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "", "issuedOn": "2026-06-02",
        "receivedOn": "2026-06-02", "contact": "陈望舒，分机8001", "information": "", "lateEntry": LATE,
        "topics": [{ "title": "年度工资增长幅度", "proposal": "平均增长6%" }],
    }));
    story.call("negotiation.recordReply", json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-10", "repliedBy": "公司行政", "text": "",
    }));
    let ours = || -> Vec<String> {
        let kinds = due(&story).into_iter().map(|(kind, _)| kind);
        kinds.filter(|kind| kind == "NegotiationSeat" || kind.starts_with("NegotiationPosting")).collect()
    };
    let missing = |kind: &str| {
        let steps = get(&story, &id)["steps"].clone();
        steps.as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap()["missing"].clone()
    };
    assert_eq!(ours(), [] as [String; 0], "who was made known before is the papers'");
    assert_eq!(missing("meetings"), json!(["第1轮会议记录"]), "and so is who signed to keep secrets");
    story.on("2026-06-25");
    let before = vacated(&story, &id, "黄若水", "2026-06-21");
    assert_eq!(ours(), [] as [String; 0], "the day before the entry");
    story.call("negotiation.removeEvent", json!({ "id": before }));
    let vacancy = vacated(&story, &id, "黄若水", "2026-06-22");
    assert_eq!(ours(), ["NegotiationSeat"]);
    story.call("negotiation.fillSeat", json!({
        "negotiation": id, "vacancy": vacancy,
        "person": {
            "name": "李堃", "sex": "female", "post": "车工", "frontLine": true, "chosenHow": "职代会选举", "chosenOn": "2026-06-25",
        },
    }));
    assert_eq!(ours(), ["NegotiationPosting"], "the one who was chosen since, and nobody else");
    let posting = story.call("today.list", json!({}))["duties"].as_array().unwrap().clone();
    let posting = posting.iter().find(|one| one["title"].as_str().unwrap().starts_with("公布职工方协商代表"));
    assert_eq!(posting.unwrap()["title"], "公布职工方协商代表：李堃（2026年度工资集体协商）");
    assert_eq!(missing("representatives"), json!(["职工方代表的公布"]));
    assert_eq!(missing("meetings"), json!(["第1轮会议记录", "保密承诺（1人没有签署）"]));
}
