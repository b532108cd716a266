//! The year that comes to nothing by itself, by the law of each region: the offer is refused, reminded of and agreed to after all, the
//! talks are broken off and gone on with, their time runs out, and the department coordinates. The special contracts of the round
//! are begun on the way. The year that comes to a contract is `regions::walk`'s.

use serde_json::{Value, json};

use super::clocks::{self, Stage};
use super::papers::{issued, of, printed};
use super::talk::Talk;
use super::{Region, papers};
use crate::gonghui::Desk;
use crate::places::offer;
use crate::representatives::sides;

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
    let round = json!({ "year": 2027, "agreements": ["wage", "women", "safety"] });
    let id = talk.ask("negotiation.start", round);
    talk.ask("negotiation.saveRepresentatives", sides(&id, 3, 3));
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

    special_contracts(&mut talk, &desk, at, &id);
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
    talk.end();
}

/// Each special contract of the round begins from the library under its own name.
fn special_contracts(talk: &mut Talk, desk: &Desk, at: &str, id: &Value) {
    let talks = talk.ask("negotiation.get", json!({ "id": id }));
    for (kind, name) in [("women", "女职工权益保护专项集体合同"), ("safety", "劳动安全卫生专项集体合同")]
    {
        let all = talks["agreements"].as_array().unwrap();
        let agreement = all.iter().find(|one| one["kind"] == kind).unwrap()["id"].clone();
        talk.ask("contract.start", json!({ "agreement": agreement }));
        of(talk, desk, at, ("negotiation.contract", &agreement), &[name, "合同期限"]);
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
