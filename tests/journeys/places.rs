//! The opening of the same story in four provinces: what the opening paper is called, whether representatives
//! come first, and the day the reply is due by each province's own law, with the other laws' days beside it.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::representatives::sides;

/// One province and what its law makes of an offer received on 3 November 2026, a Tuesday.
struct Province {
    code: &'static str,
    paper: &'static str,
    elected_first: Option<&'static str>,
    due: &'static str,
    quantity: (i64, &'static str),
    article: &'static str,
    instrument: &'static str,
}

const RECEIVED: &str = "2026-11-03";

const PROVINCES: [Province; 4] = [
    Province {
        code: "36",
        paper: "协商意向书",
        elected_first: Some("第十九条"),
        due: "2026-11-23",
        quantity: (20, "calendar_day"),
        article: "第十九条",
        instrument: "江西省企业工资集体协商条例",
    },
    Province {
        code: "31",
        paper: "集体协商建议书",
        elected_first: None,
        due: "2026-11-18",
        quantity: (15, "calendar_day"),
        article: "第十五条",
        instrument: "上海市集体合同条例",
    },
    Province {
        code: "33",
        paper: "要约书",
        elected_first: None,
        due: "2026-11-17",
        quantity: (10, "working_day"),
        article: "第七条",
        instrument: "浙江省集体合同条例",
    },
    Province {
        code: "41",
        paper: "要约书",
        elected_first: Some("第二十一条"),
        due: "2026-11-17",
        quantity: (10, "working_day"),
        article: "第二十一条",
        instrument: "河南省企业工资集体协商条例",
    },
];

/// An offer of our side with two topics.
pub fn offer(negotiation: &Value, issued: &str, received: Option<&str>) -> Value {
    let mut offer = json!({
        "negotiation": negotiation, "by": "workers", "addressee": "赣江机械有限公司",
        "reasons": "上年度工资专项集体合同即将期满", "issuedOn": issued,
        "contact": "陈望舒，分机8001", "information": "上年度工资总额",
        "topics": [
            { "title": "年度工资增长幅度", "proposal": "平均增长6%" },
            { "title": "夜班津贴", "proposal": "每班次增加10元" },
        ],
    });
    if let Some(received) = received {
        offer["receivedOn"] = received.into();
        offer["receivedBy"] = "公司办公室".into();
    }
    offer
}

#[test]
fn each_province_counts_by_its_own_law() {
    for province in &PROVINCES {
        let code = province.code;
        let desk = Desk::founded(code, None);
        desk.now("2026-11-03T16:00:00+08:00");
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        let offer = offer(&id, RECEIVED, Some(RECEIVED));
        if let Some(article) = province.elected_first {
            let refusal = desk.refused("negotiation.saveOffer", offer.clone());
            assert_eq!(refusal.field.as_deref(), Some("representatives"), "{code}: {}", refusal.message);
            let rule = refusal.rule.expect("a law stands behind it");
            assert!(rule.contains(article), "{code}: representatives come first by {article}, not {rule}");
            desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
        }
        desk.call("negotiation.saveOffer", offer);
        let talks = desk.call("negotiation.get", json!({ "id": id }));
        assert_eq!(talks["offerName"], province.paper, "{code}");
        let today = desk.call("today.list", json!({}));
        let reply = today["duties"]
            .as_array()
            .unwrap()
            .iter()
            .find(|duty| duty["button"] == "登记答复")
            .unwrap_or_else(|| panic!("{code}: the reply is due: {today}"));
        assert_eq!(reply["due"], province.due, "{code}: {}", reply["origin"]);
        assert_eq!(reply["whose"], "employer", "{code}: our offer is theirs to answer");
        let clock = &reply["deadline"]["explanation"];
        assert_eq!(
            (&clock["quantity"], &clock["unit"]),
            (&json!(province.quantity.0), &json!(province.quantity.1)),
            "{code}"
        );
        let sentence = clock["sentence"].as_str().unwrap();
        for part in [province.article, province.instrument, "2026年11月3日"] {
            assert!(sentence.contains(part), "{code}: the explanation names {part}: {sentence}");
        }
    }
}

#[test]
fn over_national_day_the_earliest_law_wins_and_the_other_stands_beside_it() {
    // Received on 23 September: twenty days by the national rules end on 13 October; ten working days (24, 28, 29,
    // 30, then 8, 9, 10, a Saturday worked, 12, 13, 14 October) by the province's law a day later.
    for (province, article) in [("33", "第七条"), ("41", "第二十一条")] {
        let desk = Desk::founded(province, None);
        desk.now("2026-09-23T16:00:00+08:00");
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        desk.call("negotiation.saveRepresentatives", sides(&id, 3, 0));
        desk.call("negotiation.saveOffer", offer(&id, "2026-09-23", Some("2026-09-23")));
        let today = desk.call("today.list", json!({}));
        let reply =
            today["duties"].as_array().unwrap().iter().find(|duty| duty["button"] == "登记答复").unwrap();
        assert_eq!(reply["due"], "2026-10-13", "{province}: {}", reply["origin"]);
        assert_eq!(reply["deadline"]["rule"]["layer"], "national", "{province}");
        let others = reply["deadline"]["others"].as_array().unwrap();
        let own = others
            .iter()
            .find(|other| other["due"] == "2026-10-14")
            .expect("the province's day stands beside");
        assert_eq!(own["rule"]["article"], article, "{province}: {own}");
        assert!(own["sentence"].as_str().unwrap().contains("10个工作日"), "{province}: {}", own["sentence"]);
    }
}

#[test]
fn the_days_before_the_deadline_move_the_duty_through_its_bands() {
    let desk = Desk::founded("31", None);
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    desk.now("2026-09-23T16:00:00+08:00");
    desk.call("negotiation.saveOffer", offer(&id, "2026-09-23", Some("2026-09-23")));
    // The reply is due on Thursday, 8 October.
    let days = [
        ("2026-09-23T17:00:00+08:00", "month", 15),
        ("2026-10-01T09:00:00+08:00", "week", 7),
        ("2026-10-05T09:00:00+08:00", "week", 3),
        ("2026-10-08T23:59:00+08:00", "week", 0),
        ("2026-10-09T00:01:00+08:00", "overdue", -1),
    ];
    for (now, band, left) in days {
        desk.now(now);
        let reply = &desk.due()[0];
        assert_eq!((&reply["band"], &reply["days"]), (&json!(band), &json!(left)), "on {now}: {reply}");
    }
    desk.call(
        "negotiation.recordReply",
        json!({ "negotiation": id, "kind": "agreed", "repliedOn": "2026-10-09", "repliedBy": "公司行政", "text": "" }),
    );
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    assert_eq!(talks["reply"]["daysLate"], 1, "a late reply is shown as late, by days");
}
