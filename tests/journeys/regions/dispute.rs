//! The year that comes to nothing by itself, by the law of each region: the offer is refused, reminded of and agreed to after all, the
//! talks are broken off and gone on with, their time runs out, and the department coordinates. What it brings about goes on: the general
//! contract of the round and its special ones are signed and issued, and one of them is ended. The year that comes to a wage
//! contract is `regions::walk`'s.

use serde_json::{Value, json};

use super::clocks::{self, Stage};
use super::papers::{issued, of, printed};
use super::talk::Talk;
use super::{Region, papers};
use crate::gonghui::Desk;
use crate::places::offer;
use crate::representatives::sides;

/// The contracts of the round beside the one on wages, each with what it is called.
const CONTRACTS: [(&str, &str); 3] = [
    ("collective", "2027年度集体合同"),
    ("women", "女职工权益保护专项集体合同"),
    ("safety", "劳动安全卫生专项集体合同"),
];

/// A meeting at which nothing is agreed.
fn disputed(talk: &mut Talk, id: &Value) -> Value {
    let mut meeting = super::agreed_meeting(talk, id);
    meeting["heldOn"] = "2026-09-28".into();
    for topic in meeting["topics"].as_array_mut().unwrap() {
        topic["result"] = "disputed".into();
        topic.as_object_mut().unwrap().remove("agreedText");
    }
    meeting
}

pub(super) fn walk(region: &Region) {
    let at = region.code;
    let desk = Desk::founded(at, region.city);
    let mut talk = Talk::begin(&desk);
    papers::know(talk.on("2026-09-10"));
    let round = json!({ "year": 2027, "agreements": ["wage", "women", "safety", "collective"] });
    let id = talk.ask("negotiation.start", round);
    if at == "31" {
        mandate(&mut talk, &id);
    } else {
        talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 3));
    }
    talk.on("2026-09-11").ask("negotiation.saveOffer", offer(&id, "2026-09-11", Some("2026-09-11")));
    let reply = |kind: &str, on: &str| json!({ "negotiation": id, "kind": kind, "repliedOn": on, "repliedBy": "公司行政", "text": "生产任务重，暂不协商" });
    talk.on("2026-09-22").ask("negotiation.recordReply", reply("refused", "2026-09-22"));
    assert!(talk.duty("打开催告函").is_some(), "{at}: refused, so they are reminded");
    issued(&mut talk, &desk, at, &region.names, "negotiation.demand", &["2026年9月22日", region.names.offer]);
    issued(&mut talk, &desk, at, &region.names, "negotiation.refusalReport", &["县总工会", "2026年9月22日"]);
    printed(&mut talk, &desk, at, &region.names, "negotiation.coordination", &["2026年9月22日"]);
    talk.event(&id, "reminded", "2026-09-22", json!({ "receiver": "公司办公室" }));
    clocks::hold(&mut talk, at, region.clocks, Stage::Demanded);
    talk.on("2026-09-24").ask("negotiation.recordReply", reply("agreed", "2026-09-24"));
    assert_eq!(talk.duty("打开催告函"), None, "{at}: answered after all");
    let meeting = disputed(talk.on("2026-09-28"), &id);
    let meeting = talk.ask("negotiation.saveMeeting", meeting);

    begun(&mut talk, &desk, at, &id);
    broken_off(&mut talk, &desk, region, &id, &meeting);

    // The time of the talks runs out, where they have one: from the day after it is the department's turn.
    if let Some((last, article)) = region.concluded {
        let day: chrono::NaiveDate = last.parse().unwrap();
        talk.on(last);
        let near = talk
            .duties()
            .into_iter()
            .find(|one| one["deadline"]["rule"]["article"] == article && one["due"] == last);
        assert_eq!(
            near.unwrap_or_else(|| panic!("{at}: due on {last}"))["band"],
            "week",
            "{at}: the last day"
        );
        assert_eq!(talk.duty("打开申请书"), None, "{at}: the last day is still theirs");
        talk.on(&day.succ_opt().unwrap().to_string());
        assert!(talk.duty("打开申请书").is_some(), "{at}: the day after, coordination is proposed");
        clocks::hold(&mut talk, at, region.clocks, Stage::Over);
    }
    talk.event(&id, "applied", "2026-11-12", json!({ "receiver": "县人社局" }));
    let words = ["县人社局", "年度工资增长幅度", "2026年9月28日", "2026年11月12日"];
    issued(&mut talk, &desk, at, &region.names, "negotiation.coordination", &words);
    let asked = talk.duty("登记受理").unwrap_or_else(|| panic!("{at}: the department takes it up"));
    assert_eq!(asked["whose"], "upper", "{at}: {asked}");
    clocks::hold(&mut talk, at, region.clocks, Stage::Applied);
    talk.event(&id, "accepted", "2026-11-16", json!({}));
    clocks::hold(&mut talk, at, region.clocks, Stage::Accepted);
    let due = talk.duty("登记协调结果").unwrap()["due"].as_str().unwrap().to_owned();
    talk.event(&id, "extended", &due, json!({}));
    clocks::hold(&mut talk, at, region.clocks, Stage::Extended);
    concluded(&mut talk, &desk, region, &id);
    ended(&mut talk, &desk, region, &id);
    talk.end();
}

/// In 上海 the mandate ends six months after the choice where no contract comes of it: a labour contract that ends on its last day is
/// extended, one that ends on the day after is not.
fn mandate(talk: &mut Talk, id: &Value) {
    let member = talk.ask("members.save", json!({ "name": "林知秋", "sex": "male", "form": "contract" }));
    let bound =
        |until: &str| json!({ "person": member, "term": "fixed", "from": "2024-07-01", "until": until });
    let kept = talk.ask("dossier.saveContract", bound("2027-03-10"));
    let mut people = sides(id, 3, 3);
    people["workers"][1]["person"] = member.clone();
    talk.ask("negotiation.saveRepresentatives", people);
    for (until, extended) in [("2027-03-10", true), ("2027-03-11", false)] {
        let mut contract = bound(until);
        contract["id"] = kept.clone();
        talk.ask("dossier.saveContract", contract);
        let people = talk.ask("negotiation.people", json!({ "id": id }));
        let one = people["protection"].as_array().unwrap().iter().find(|one| one["name"] == "林知秋");
        let one = one.unwrap_or_else(|| panic!("31: whoever is chosen is protected: {people}"));
        assert_eq!(one["extended"], extended, "31: a contract until {until}: {one}");
        assert!(one["sentence"].as_str().unwrap().contains("任期到2027年3月10日为止"), "31: {one}");
    }
}

/// The agreement of a kind.
fn one(talk: &mut Talk, id: &Value, kind: &str) -> Value {
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    talks["agreements"].as_array().unwrap().iter().find(|one| one["kind"] == kind).unwrap().clone()
}

/// Something that happened to one agreement of the round.
fn happened(talk: &mut Talk, id: &Value, agreement: &Value, (kind, on): (&str, &str), facts: Value) {
    talk.on(on).ask(
        "negotiation.addEvent",
        json!({
            "negotiation": id, "agreement": agreement, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts,
        }),
    );
}

/// Each contract of the round begins from the library under its own name.
fn begun(talk: &mut Talk, desk: &Desk, at: &str, id: &Value) {
    for (kind, name) in CONTRACTS {
        let agreement = one(talk, id, kind)["id"].clone();
        talk.ask("contract.start", json!({ "agreement": agreement }));
        of(talk, desk, at, ("negotiation.contract", &agreement), &[name, "合同期限"]);
    }
}

/// All is agreed with the department's help: each contract is written to its end, passed, signed and issued, filed and in effect.
fn concluded(talk: &mut Talk, desk: &Desk, region: &Region, id: &Value) {
    let at = region.code;
    talk.event(id, "coordinated", "2027-03-01", json!({}));
    assert_eq!(talk.duty("登记协调结果"), None, "{at}: coordinated");
    let mut meeting = super::agreed_meeting(talk, id);
    meeting["heldOn"] = "2027-03-01".into();
    talk.ask("negotiation.saveMeeting", meeting);
    let mut votes = Vec::new();
    for (kind, _) in CONTRACTS {
        let agreement = one(talk, id, kind)["id"].clone();
        papers::write_beside(talk, at, &agreement);
        happened(talk, id, &agreement, ("drafted", "2027-03-01"), json!({}));
        votes.push(json!({ "agreement": agreement, "votesFor": 40, "votesAgainst": 2, "abstained": 0 }));
    }
    let mut passed = super::vote(id, &Value::Null, ("第三届职工代表大会第八次会议", "2027-03-09"), 40);
    passed["votes"] = votes.into();
    talk.on("2027-03-09").ask("negotiation.saveVote", passed);
    for (kind, name) in CONTRACTS {
        let agreement = one(talk, id, kind)["id"].clone();
        let term = json!({ "copies": 6, "termFrom": "2027-04-01", "termTo": "2028-03-31" });
        happened(talk, id, &agreement, ("signed", "2027-03-10"), term);
        let words = [name, "2027年4月1日", "2028年3月31日", "吴建国", "91350100M000100Y43"];
        papers::issued_of(talk, desk, at, &region.names, ("negotiation.contract", &agreement), &words);
    }
    for (step, on) in [("filed", "2027-03-11"), ("inEffect", "2027-03-26")] {
        for (kind, _) in CONTRACTS {
            let agreement = one(talk, id, kind)["id"].clone();
            let filed = json!({ "receiver": "县人社局", "copies": 3 });
            let facts = if step == "filed" { filed } else { json!({}) };
            happened(talk, id, &agreement, (step, on), facts);
        }
    }
    for (kind, _) in CONTRACTS {
        assert_eq!(one(talk, id, kind)["state"], "inEffect", "{at}: {kind}");
    }
}

/// Both sides end the contract for the women: without a vote, from its day, on a paper that is issued.
fn ended(talk: &mut Talk, desk: &Desk, region: &Region, id: &Value) {
    let at = region.code;
    let women = one(talk, id, "women")["id"].clone();
    let ending = talk.on("2027-03-26").ask(
        "negotiation.saveAmendment",
        json!({
            "amends": women, "act": "end", "proposedBy": "workers", "proposedOn": "2027-03-26",
            "reason": "约定的终止条件出现", "effectiveOn": "2027-04-10", "terms": [], "ground": "", "changes": [],
        }),
    );
    let mut meeting = super::agreed_meeting(talk, id);
    meeting["heldOn"] = "2027-03-26".into();
    talk.ask("negotiation.saveMeeting", meeting);
    happened(talk, id, &ending, ("drafted", "2027-03-26"), json!({}));
    happened(talk, id, &ending, ("signed", "2027-04-06"), json!({ "copies": 5 }));
    let words = ["终止协议", "女职工权益保护专项集体合同", "2027年4月10日", "约定的终止条件出现"];
    papers::issued_of(talk, desk, at, &region.names, ("negotiation.amendment", &ending), &words);
    for (on, state) in [("2027-04-09", "inEffect"), ("2027-04-10", "over")] {
        talk.on(on);
        assert_eq!(one(talk, id, "women")["state"], state, "{at}: on {on}");
    }
}

/// The talks are broken off until a day that both agreed upon, for as long as the place lets them be.
fn broken_off(talk: &mut Talk, desk: &Desk, region: &Region, id: &Value, meeting: &Value) {
    let at = region.code;
    let until = region.broken_off.unwrap_or("2026-10-26");
    let suspension = json!({
        "negotiation": id, "meeting": meeting, "reason": "等上年度的审计报告", "fromOn": "2026-09-28", "resumeOn": until,
        "resumePlace": "三楼会议室", "resumeSubject": "年度工资增长幅度", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
    });
    let suspension = talk.ask("negotiation.saveSuspension", suspension);
    let words = ["2026年9月28日", "等上年度的审计报告", "三楼会议室", "陈望舒", "高子衿"];
    issued(talk, desk, at, &region.names, "negotiation.suspension", &words);
    let day: chrono::NaiveDate = until.parse().unwrap();
    for (on, band) in [(day, "week"), (day.succ_opt().unwrap(), "overdue")] {
        let duty = talk.on(&on.to_string()).duty("登记恢复协商");
        let duty = duty.unwrap_or_else(|| panic!("{at}: on {on} the talks go on"));
        assert_eq!((&duty["band"], &duty["due"]), (&json!(band), &json!(until)), "{at} on {on}");
    }
    let resumed = json!({ "suspension": suspension, "resumedOn": until });
    talk.on(until).ask("negotiation.resume", resumed);
    assert_eq!(talk.duty("登记恢复协商"), None, "{at}: they go on");
}
