//! From the signing to the next talks: in which order an affair's papers can come about, what 今日 says at each,
//! whose move it is when the other side opened, and what only reminds.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::meeting::{ready, record};
use crate::places::offer;
use crate::representatives::sides;

fn talks(desk: &Desk, id: &Value) -> Value {
    desk.call("negotiation.get", json!({ "id": id }))
}

/// The duties whose button or id begins so.
fn duty(desk: &Desk, start: &str) -> Option<Value> {
    let today = desk.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().clone();
    all.into_iter().find(|one| {
        one["id"].as_str().unwrap().starts_with(start) || one["button"].as_str().unwrap().starts_with(start)
    })
}

fn event(id: &Value, kind: &str, on: &str) -> Value {
    json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理" })
}

/// The wage agreement of the talks.
pub fn agreement(desk: &Desk, id: &Value) -> Value {
    talks(desk, id)["agreements"][0]["id"].clone()
}

/// A session of the congress that voted on the wage agreement: 45 due, 43 there.
pub fn vote(agreement: &Value, id: &Value, on: &str, votes_for: u32) -> Value {
    json!({
        "negotiation": id,
        "session": {
            "form": "congress", "name": "第三届职工代表大会第五次会议", "heldOn": on, "due": 45, "present": 43, "way": "secret",
            "given": 43, "returned": 43, "chair": "陈望舒", "chairPost": "工会主席", "tellers": ["艾小梅"],
            "scrutineers": ["付春生"],
        },
        "votes": [{
            "agreement": agreement, "votesFor": votes_for, "votesAgainst": 43 - votes_for, "abstained": 0,
        }],
    })
}

/// The draft and its vote, all on one day. One topic stayed open in the meeting: the draft on paper holds what was agreed.
pub fn passed(desk: &Desk, id: &Value, on: &str) {
    let mut draft = event(id, "drafted", on);
    draft["lateEntry"] = "草案上只写了谈定的议题，照纸面登记".into();
    desk.call("negotiation.addEvent", draft);
    desk.call("negotiation.saveVote", vote(&agreement(desk, id), id, on, 41));
}

/// The last day of a year that begins on a day.
fn a_year_on(from: &str) -> String {
    let day: chrono::NaiveDate = from.parse().unwrap();
    let end = day.checked_add_months(chrono::Months::new(12)).and_then(|day| day.pred_opt()).unwrap();
    end.to_string()
}

/// An act on its day with all that it stands on: a signing has its draft and vote, an effect its term.
pub fn pass(desk: &Desk, id: &Value, kind: &str, on: &str) {
    desk.now(&format!("{on}T17:00:00+08:00"));
    let mut act = event(id, kind, on);
    match kind {
        "signed" => passed(desk, id, on),
        "inEffect" => act["facts"] = json!({ "termFrom": on, "termTo": a_year_on(on) }),
        _ => {}
    }
    desk.call("negotiation.addEvent", act);
}

/// Talks with one meeting held, and its id.
pub fn met() -> (Desk, Value) {
    let (desk, id) = ready();
    let meeting = record(&desk, &id);
    desk.call("negotiation.saveMeeting", meeting);
    (desk, id)
}

#[test]
fn papers_come_in_their_order_or_say_why_not() {
    let (desk, id) = ready();
    let cases = [
        ("drafted", "2026-10-20", "kind", "协商会议"),
        ("signed", "2026-10-20", "kind", "职代会表决通过"),
        ("filed", "2026-10-20", "kind", "双方签字"),
        ("inEffect", "2026-10-20", "kind", "报送"),
        ("published", "2026-10-20", "kind", "生效"),
        ("signed", "2020-01-01", "happenedOn", "2026年9月24日"),
        ("reported", "2026-09-23", "happenedOn", "2026年9月24日"),
    ];
    for (kind, on, field, what) in cases {
        let refusal = desk.refused("negotiation.addEvent", event(&id, kind, on));
        assert_eq!(refusal.field.as_deref(), Some(field), "{kind} {on}: {}", refusal.message);
        assert!(refusal.message.contains(what) && refusal.message.contains("补录"), "{}", refusal.message);
    }
    let meeting = record(&desk, &id);
    desk.call("negotiation.saveMeeting", meeting);
    let early = desk.refused("negotiation.addEvent", event(&id, "drafted", "2026-10-19"));
    assert_eq!(early.field.as_deref(), Some("happenedOn"), "before the first meeting: {}", early.message);
    let disputed = desk.refused("negotiation.addEvent", event(&id, "drafted", "2026-10-20"));
    assert_eq!(
        disputed.rule.as_deref(),
        Some("江西省企业工资集体协商条例第二十一条"),
        "{}",
        disputed.message
    );
    for what in ["1个议题没有谈定（年度工资增长幅度）", "登记去向", "补录"] {
        assert!(disputed.message.contains(what), "{what}: {}", disputed.message);
    }
    desk.now("2026-11-10T10:00:00+08:00");
    passed(&desk, &id, "2026-11-05");
    let signed = desk.call("negotiation.addEvent", event(&id, "signed", "2026-11-05"));
    let early = desk.refused("negotiation.addEvent", event(&id, "filed", "2026-11-04"));
    assert!(early.message.contains("早于双方签字的2026年11月5日"), "{}", early.message);
    let mut change = event(&id, "filed", "2026-11-05");
    change.as_object_mut().unwrap().remove("negotiation");
    change["id"] = signed;
    let moved = desk.refused("negotiation.changeEvent", change.clone());
    assert_eq!(moved.field.as_deref(), Some("kind"), "it was the only signing: {}", moved.message);
    change["lateEntry"] = "签字页在档案室".into();
    desk.call("negotiation.changeEvent", change.clone());
    change.as_object_mut().unwrap().remove("lateEntry");
    change["text"] = "向市人社局报送".into();
    desk.call("negotiation.changeEvent", change);
    let kept = talks(&desk, &id)["events"][1].clone();
    assert_eq!((&kept["text"], &kept["lateEntry"]), (&json!("向市人社局报送"), &json!("签字页在档案室")));
    desk.call("negotiation.addEvent", event(&id, "noted", "2026-09-20"));
}

#[test]
fn what_a_later_paper_stands_on_stays() {
    let (desk, id) = met();
    desk.now("2026-11-10T10:00:00+08:00");
    passed(&desk, &id, "2026-11-05");
    let signed = desk.call("negotiation.addEvent", event(&id, "signed", "2026-11-05"));
    let filed = desk.call("negotiation.addEvent", event(&id, "filed", "2026-11-06"));
    let kept = desk.refused("negotiation.removeEvent", json!({ "id": signed }));
    assert!(kept.message.contains("2026年11月6日登记的“报送”以它为前提"), "{}", kept.message);
    let mut later = event(&id, "signed", "2026-11-09");
    later.as_object_mut().unwrap().remove("negotiation");
    later["id"] = signed.clone();
    let kept = desk.refused("negotiation.changeEvent", later);
    assert!(kept.message.contains("已于2026年11月6日报送"), "a day after the filing: {}", kept.message);
    let again = desk.refused("negotiation.addEvent", event(&id, "signed", "2026-11-07"));
    assert!(again.message.contains("没有退回过"), "{}", again.message);
    let returned = desk.call("negotiation.addEvent", event(&id, "returned", "2026-11-07"));
    let anew = desk.call("negotiation.addEvent", event(&id, "signed", "2026-11-08"));
    let kept = desk.refused("negotiation.removeEvent", json!({ "id": returned }));
    assert!(kept.message.contains("以它为前提"), "the second signing stands on the return: {}", kept.message);
    for event in [anew, returned] {
        desk.call("negotiation.removeEvent", json!({ "id": event }));
    }
    desk.call("negotiation.removeEvent", json!({ "id": filed }));
    desk.call("negotiation.removeEvent", json!({ "id": signed }));
    let left = talks(&desk, &id)["events"].as_array().unwrap().len();
    assert_eq!(left, 1, "the draft is left, with the vote on it");
}

#[test]
fn the_next_talks_are_reckoned_from_the_last_day_the_contract_names() {
    let (desk, id) = met();
    pass(&desk, &id, "signed", "2026-11-05");
    let signed = talks(&desk, &id)["events"][1].clone();
    assert_eq!(signed["facts"]["workersChief"], "陈望舒", "who signs is known: {signed}");
    let mut change = json!({
        "id": signed["id"], "kind": "signed", "happenedOn": "2026-11-05", "text": "双方签字",
        "facts": { "termFrom": "2026-11-21", "termTo": "2026-11-21" },
    });
    let refusal = desk.refused("negotiation.changeEvent", change.clone());
    assert_eq!(refusal.field.as_deref(), Some("termTo"), "no term at all: {}", refusal.message);
    change["facts"]["termTo"] = "2028-12-31".into();
    desk.call("negotiation.changeEvent", change);
    let mut filed = event(&id, "filed", "2026-11-06");
    filed["facts"] = json!({ "termTo": "2028-12-31" });
    desk.now("2026-11-06T17:00:00+08:00");
    let refusal = desk.refused("negotiation.addEvent", filed);
    assert!(refusal.message.contains("只随签字、生效"), "{}", refusal.message);
    pass(&desk, &id, "filed", "2026-11-06");
    desk.now("2026-11-20T17:00:00+08:00");
    let early = desk.refused("negotiation.addEvent", event(&id, "inEffect", "2026-11-20"));
    assert!(early.message.contains("审查期到2026年11月21日才满"), "{}", early.message);
    assert_eq!(early.rule.as_deref(), Some("中华人民共和国劳动合同法第五十四条"));
    desk.now("2026-11-21T17:00:00+08:00");
    desk.call("negotiation.addEvent", event(&id, "inEffect", "2026-11-21"));
    pass(&desk, &id, "published", "2026-11-23");
    desk.now("2027-11-01T09:00:00+08:00");
    assert_eq!(duty(&desk, "renewal:"), None, "a year on is not its end");
    desk.now("2028-11-01T09:00:00+08:00");
    let renewal = duty(&desk, "renewal:").expect("sixty days before the end of 2028");
    assert_eq!(renewal["due"], "2028-12-30", "{renewal}");
    assert!(!renewal["origin"].as_str().unwrap().contains("推算"), "{}", renewal["origin"]);
}

#[test]
fn today_goes_on_from_the_signing_to_the_next_talks() {
    let (desk, id) = met();
    pass(&desk, &id, "signed", "2026-11-05");
    let filing = duty(&desk, "登记报送").expect("to be filed");
    assert_eq!(filing["whose"], "employer");
    pass(&desk, &id, "filed", "2026-11-06");
    let wait = duty(&desk, "登记审查结果").expect("the department's term runs");
    assert_eq!((&wait["whose"], &wait["due"]), (&json!("upper"), &json!("2026-11-21")), "{wait}");
    assert_eq!(wait["deadline"]["rule"]["article"], "第五十四条", "the law itself stands above its kind");
    pass(&desk, &id, "returned", "2026-11-12");
    let again = duty(&desk, "登记报送").expect("what came back is filed anew");
    assert_eq!((&again["due"], &again["band"]), (&Value::Null, &json!("week")), "no law sets a day: {again}");
    assert!(again["title"].as_str().unwrap().contains("补正后重新报送"), "{}", again["title"]);
    assert_eq!(
        again["rule"]["short"], "江西省企业工资集体协商条例第二十三条",
        "the article on what came back"
    );
    pass(&desk, &id, "filed", "2026-11-16");
    assert_eq!(duty(&desk, "登记审查结果").unwrap()["due"], "2026-12-01", "counted anew");
    desk.now("2026-12-02T09:00:00+08:00");
    let over = duty(&desk, "登记审查结果").unwrap();
    assert_eq!((&over["whose"], &over["band"]), (&json!("union"), &json!("week")), "nobody is late: {over}");
    assert!(over["title"].as_str().unwrap().starts_with("登记合同生效"), "{}", over["title"]);

    pass(&desk, &id, "inEffect", "2026-12-02");
    let publish = duty(&desk, "登记公布").expect("to be published");
    assert_eq!((&publish["whose"], &publish["due"]), (&json!("employer"), &json!("2026-12-07")));
    assert_eq!(publish["deadline"]["rule"]["short"], "江西省企业工资集体协商条例第二十四条");
    assert!(duty(&desk, "undertaking:").is_some(), "a promise outlives the talks");
    let state = desk.call("negotiation.list", json!({}))[0]["state"].clone();
    assert_eq!(state, "已生效");
    pass(&desk, &id, "published", "2026-12-04");
    assert_eq!(duty(&desk, "登记公布"), None);

    // 期满 2027-12-01: the window of sixty days opens on 2 October, announced thirty days before.
    desk.now("2027-09-01T09:00:00+08:00");
    assert_eq!(duty(&desk, "renewal:"), None, "not yet");
    desk.now("2027-09-02T09:00:00+08:00");
    let renewal = duty(&desk, "renewal:").expect("the next talks");
    assert_eq!((&renewal["due"], &renewal["whose"]), (&json!("2027-11-30"), &json!("union")), "{renewal}");
    for part in ["2027年10月2日至2027年11月30日", "第二十八条"] {
        assert!(renewal["origin"].as_str().unwrap().contains(part), "{part}: {}", renewal["origin"]);
    }
    let next = desk.call("negotiation.start", json!({ "year": 2028 }));
    let renewal = duty(&desk, "renewal:").expect("started, they are not asked for yet");
    assert_eq!((&renewal["due"], &renewal["place"]["id"]), (&json!("2027-11-30"), &next), "{renewal}");
    desk.call("negotiation.saveRepresentatives", sides(&next, 3, 0));
    desk.call("negotiation.saveOffer", offer(&next, "2027-09-02", None));
    assert_eq!(duty(&desk, "renewal:"), None, "their offer is out");
}

#[test]
fn when_the_employer_opens_the_answer_is_ours() {
    let desk = Desk::founded("36", None);
    desk.now("2026-09-24T10:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 3));
    // Their letter is older than what we open upon it.
    let mut theirs = offer(&id, "2026-09-20", Some("2026-09-24"));
    let early = desk.refused("negotiation.saveOffer", theirs.clone());
    assert_eq!(early.field.as_deref(), Some("issuedOn"), "ours is not: {}", early.message);
    theirs["by"] = "employer".into();
    theirs["addressee"] = "工会委员会".into();
    desk.call("negotiation.saveOffer", theirs);
    let steps = talks(&desk, &id)["steps"].as_array().unwrap().clone();
    let current = steps.iter().find(|step| step["current"] == true).unwrap();
    assert_eq!((&current["kind"], &current["whose"]), (&json!("reply"), &json!("我办")));
    assert_eq!(duty(&desk, "reply:").unwrap()["whose"], "union", "the ladder and 今日 agree");
}

#[test]
fn days_that_cannot_be_are_refused_and_habits_are_told() {
    let (desk, id) = met();
    let mut second = record(&desk, &id);
    second["heldOn"] = "2026-11-03".into();
    second["nextOn"] = "2026-11-17".into();
    desk.now("2026-11-03T18:00:00+08:00");
    let early = desk.refused("negotiation.saveMeeting", second.clone());
    assert_eq!(early.field.as_deref(), Some("undertakings.0.dueOn"), "due on 27 October: {}", early.message);
    second["undertakings"] = json!([]);
    let advice = |desk: &Desk| talks(desk, &id)["advice"].to_string();
    assert!(!advice(&desk).contains("轮流主持"), "one round is nobody's turn yet");
    desk.call("negotiation.saveMeeting", second);
    assert!(
        advice(&desk).contains("第1轮和第2轮会议都由职工方主持") && advice(&desk).contains("第十一条"),
        "{}",
        advice(&desk)
    );
    let next = desk.call("negotiation.start", json!({ "year": 2028 }));
    desk.call("negotiation.saveRepresentatives", sides(&next, 3, 0));
    let mut doubled = offer(&next, "2026-11-03", None);
    doubled["topics"][1]["title"] = doubled["topics"][0]["title"].clone();
    let refusal = desk.refused("negotiation.saveOffer", doubled);
    assert_eq!(refusal.field.as_deref(), Some("topics.1.title"), "{}", refusal.message);
    let refusal = desk.refused("negotiation.saveOffer", offer(&next, "2003-05-01", Some("2003-05-02")));
    assert_eq!(refusal.field.as_deref(), Some("issuedOn"), "{}", refusal.message);
    assert!(refusal.message.contains("补录"), "{}", refusal.message);
}

#[test]
fn the_five_of_larger_firms_are_told_where_the_law_has_them() {
    for (province, city, article) in [
        ("33", None, "第十条"),
        ("33", Some("3301"), "第十六条"),
        ("33", Some("3302"), "第八条"),
        ("36", None, ""),
    ] {
        let desk = Desk::founded(province, city);
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        desk.call("negotiation.saveRepresentatives", sides(&id, 3, 3));
        let told = talks(&desk, &id)["advice"].to_string();
        assert_eq!(told.contains("规模以上企业每方代表不得少于5名"), !article.is_empty(), "{city:?}: {told}");
        assert!(told.contains(article), "{city:?}: {told}");
        desk.call("negotiation.saveRepresentatives", sides(&id, 5, 5));
        assert!(!talks(&desk, &id)["advice"].to_string().contains("规模以上"), "five are enough");
    }
}

#[test]
fn a_print_of_what_is_not_whole_says_that_it_is_a_draft() {
    let (desk, id) = ready();
    let read = |name: &str| judges::text(&desk.print("negotiation.offer", name));
    assert!(read("draft.pdf").contains("（草稿，尚缺协商时间、协商地点。）"));
    let refusal = desk.refused("papers.issue", json!({ "kind": "negotiation.offer", "of": id }));
    assert!(refusal.message.contains("还缺协商时间、协商地点，"), "all of it: {}", refusal.message);
    assert_eq!(refusal.rule.as_deref(), Some("江西省企业工资集体协商条例第十九条"));
    let mut whole = offer(&id, "2026-09-24", Some("2026-09-24"));
    (whole["proposedOn"], whole["proposedPlace"]) = ("2026-10-20".into(), "三楼会议室".into());
    whole["topics"] = json!(
        talks(&desk, &id)["topics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| json!({ "id": one["id"], "title": one["title"], "proposal": one["proposal"] }))
            .collect::<Vec<_>>()
    );
    desk.call("negotiation.saveOffer", whole);
    assert!(!read("whole.pdf").contains("草稿"));
}

/// Talks of a place that were agreed to, with the first meeting set for 20 October.
fn agreed(province: &str, information: &str) -> (Desk, Value) {
    let desk = Desk::founded(province, None);
    desk.now("2026-09-24T10:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 3));
    let mut opening = offer(&id, "2026-09-24", Some("2026-09-24"));
    opening["information"] = information.into();
    desk.call("negotiation.saveOffer", opening);
    desk.now("2026-09-30T10:00:00+08:00");
    let reply = json!({
        "negotiation": id, "kind": "agreed", "repliedOn": "2026-09-30", "repliedBy": "公司行政", "text": "",
        "meetsOn": "2026-10-20", "meetsPlace": "三楼会议室",
    });
    desk.call("negotiation.recordReply", reply);
    (desk, id)
}

#[test]
fn before_the_first_meeting_each_side_is_told_what_it_owes() {
    for (province, information, expected) in [
        ("36", "上年度工资总额", vec!["employer"]),
        ("36", "", vec![]),
        ("33", "", vec!["union", "employer"]),
    ] {
        let (desk, _) = agreed(province, information);
        let today = desk.call("today.list", json!({}));
        let duties = today["duties"].as_array().unwrap();
        let mut who: Vec<&str> = duties
            .iter()
            .filter(|duty| duty["id"].as_str().unwrap().starts_with("information:"))
            .map(|duty| duty["whose"].as_str().unwrap())
            .collect();
        who.sort_unstable_by(|a, b| b.cmp(a));
        assert_eq!(who, expected, "{province} “{information}”: {today}");
    }
}

#[test]
fn in_shanghai_both_chiefs_chair_together() {
    let (desk, id) = agreed("31", "");
    desk.now("2026-10-28T17:00:00+08:00");
    for (at, day) in ["2026-10-20", "2026-10-27"].into_iter().enumerate() {
        let mut meeting = record(&desk, &id);
        meeting["heldOn"] = day.into();
        meeting["undertakings"] = json!([]);
        meeting.as_object_mut().unwrap().remove("nextOn");
        desk.call("negotiation.saveMeeting", meeting);
        let advice = talks(&desk, &id)["advice"].to_string();
        assert!(!advice.contains("轮流"), "round {}: {advice}", at + 1);
    }
    let minutes = judges::text(&desk.print("negotiation.minutes", "minutes.pdf"));
    let chair = minutes.lines().find(|line| line.contains("主持人")).unwrap();
    assert!(chair.contains("职工方") && chair.contains("企业方"), "{chair}");
    assert!(!minutes.contains("下次会议"), "nothing was set, so nothing is promised: {minutes}");
}
