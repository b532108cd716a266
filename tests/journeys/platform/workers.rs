//! Firms and who works there: where a worker belongs and why, a referral that never counts among us, what the number of members
//! asks for. Talks and accidents stand beside.

use serde_json::{Value, json};

use super::{firm, founded, is_done, is_due, print, rider, shown, with, works};
use crate::gonghui::Desk;
use crate::judges;

#[test]
fn a_firm_is_kept_once_by_its_code_and_ended_instead_of_removed_once_people_work_there() {
    let (desk, platform, ..) = founded(json!({ "creditCode": "91350100M000100Y43" }));
    let wrong =
        desk.refused("platform.saveFirm", firm("别家", json!({ "creditCode": "91350100M000100Y44" })));
    assert_eq!(wrong.field.as_deref(), Some("creditCode"), "{wrong:?}");
    let twice =
        desk.refused("platform.saveFirm", firm("别家", json!({ "creditCode": "91350100 m000100y43" })));
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("duplicate", Some("creditCode")));
    let partner = json!({ "kind": "partner", "partnerOf": platform });
    let partner = desk.call("platform.saveFirm", firm("快蜂骑手服务公司", partner));
    let of_partner = firm("三包公司", json!({ "kind": "partner", "partnerOf": partner }));
    assert_eq!(desk.refused("platform.saveFirm", of_partner).field.as_deref(), Some("partnerOf"));
    let list = desk.call("platform.list", json!({}));
    assert_eq!((&list["firms"][0]["people"], &list["firms"][0]["members"]), (&json!(1), &json!(0)));
    assert_eq!(list["firms"][1]["partnerOf"], "江西快蜂即时配送有限公司");
    let held = desk.refused("platform.removeFirm", json!({ "id": platform }));
    assert!(held.message.contains("不再来往"), "{held:?}");
    desk.call("platform.removeFirm", json!({ "id": partner }));
    let found = desk.call("search.all", json!({ "text": "快蜂" }));
    assert_eq!(found[0]["kind"], "platform", "{found}");
    assert_eq!(found.as_array().unwrap().len(), 1, "what was removed is found no more");
}

#[test]
fn who_belongs_to_another_union_is_no_worker_of_ours_before_the_referral_and_after() {
    let trade = "南昌市即时配送行业工会联合会";
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-15T09:00:00+08:00");
    let workers = || desk.call("members.statistics", json!({}))["density"]["workers"].clone();
    let member = json!({ "name": "王伟", "sex": "male", "form": "contract", "memberSince": "2020-01-01" });
    let member = desk.call("members.save", member);
    desk.call("members.save", json!({ "name": "赵敏", "sex": "female", "form": "contract" }));
    let person = rider(&desk, "谢飞", "13900009101");
    assert_eq!(workers(), 3, "nothing says yet that another union takes him in");
    let platform =
        desk.call("platform.saveFirm", firm("江西快蜂即时配送有限公司", json!({ "tradeUnion": trade })));
    let work = works(&desk, &person, &platform, "partial");
    assert!(
        shown(&desk, &person)["route"]["sentence"].as_str().unwrap().contains("不计入本会的入会率"),
        "what the page says"
    );
    assert_eq!(workers(), 2, "is what the figure says, before the referral");
    let referral = json!({
        "work": work, "toKind": "trade", "toUnion": trade, "referredOn": "2026-09-15", "replyBy": "2026-10-10",
    });
    desk.call("platform.saveReferral", referral);
    assert_eq!(workers(), 2, "and after it");

    // A member of ours counts wherever he rides, and so does whoever works where we take them in.
    works(&desk, &member, &platform, "partial");
    assert_eq!(workers(), 2);
    let other = rider(&desk, "丁一", "13900009102");
    let own = desk.call("platform.saveFirm", firm("赣江机械有限公司", json!({})));
    works(&desk, &other, &own, "partial");
    assert_eq!(shown(&desk, &other)["route"]["ours"], true);
    assert_eq!(workers(), 3);
}

#[test]
fn a_worker_is_routed_and_who_was_referred_never_counts_among_us() {
    let trade = "南昌市即时配送行业工会联合会";
    let (desk, platform, person, work) = founded(json!({ "tradeUnion": trade }));
    let before = desk.call("members.counts", json!({}));
    let route = shown(&desk, &person)["route"].clone();
    assert_eq!((&route["to"], &route["union"]), (&json!("trade"), &json!(trade)));
    assert_eq!(route["rule"]["id"], "CN-PW-ROUTE-OTHER");

    let referral = json!({ "work": work, "toKind": "trade", "toUnion": trade, "referredOn": "2026-09-15", "replyBy": "2026-10-10" });
    let id = desk.call("platform.saveReferral", referral.clone());
    let after = desk.call("members.counts", json!({}));
    let total = |counts: &Value| counts["total"].as_u64().unwrap();
    assert_eq!((total(&before), total(&after)), (0, 0), "no member of ours, referred or not");
    assert_eq!(after["states"], before["states"], "the roster itself keeps everyone");
    assert_eq!(desk.call("platform.list", json!({}))["counts"]["referred"], 1);
    let year = desk.call("report.year", json!({ "year": 2026 }));
    let figure = |name: &str| {
        let tables =
            year["tables"].as_array().unwrap().iter().flat_map(|table| table["figures"].as_array().unwrap());
        tables.into_iter().find(|one| one["id"] == name).map(|one| one["now"]["count"].clone())
    };
    assert_eq!(figure("platform.referred"), Some(json!(1)));
    assert_eq!(figure("platform.accepted"), Some(json!(0)));

    let twice = desk.refused("platform.saveReferral", referral);
    assert!(twice.message.contains("还没有回复"), "{twice:?}");
    // The letter is ours to issue; without consent it does not go out, and the law is named.
    let place = is_due(&desk, "印发谢飞的转介函", "union", "");
    assert_eq!(
        place,
        json!({ "page": "papers", "id": format!("platform.referral@{}", id.as_str().unwrap()) })
    );
    let bare = desk.refused("papers.issue", json!({ "kind": "platform.referral", "of": id }));
    assert_eq!(bare.code, "incomplete");
    assert!(bare.message.contains("本人同意") && bare.rule.is_some(), "{bare:?}");
    let record = shown(&desk, &person)["referral"]["record"].clone();
    desk.call("platform.saveReferral", with(record, json!({ "consentOn": "2026-09-14" })));
    desk.call("papers.issue", json!({ "kind": "platform.referral", "of": id }));
    is_done(&desk, "印发谢飞的转介函");
    let letter = print(&desk, "platform.referral", &id, "转介函.pdf");
    assert!(
        letter.contains("13900009101")
            && letter.contains("工介〔2026〕1号")
            && letter.contains("介绍入会回执")
            && letter.contains("本人不愿意")
            && !letter.contains("裁下"),
        "{letter}"
    );
    let kept = desk.refused("platform.removeReferral", json!({ "id": id }));
    assert!(kept.message.contains("工介〔2026〕1号"), "{kept:?}");

    is_due(&desk, "回复谢飞的转介", "upper", "2026-10-10");
    desk.call(
        "platform.replyReferral",
        json!({ "id": id, "repliedOn": "2026-09-15", "outcome": "declined", "reply": "满员" }),
    );
    is_done(&desk, "回复谢飞的转介");
    is_due(&desk, "为谢飞另找接收的工会", "union", "");
    desk.call(
        "platform.replyReferral",
        json!({ "id": id, "repliedOn": "2026-09-15", "outcome": "accepted" }),
    );
    is_done(&desk, "另找接收的工会");
    assert_eq!(
        total(&desk.call("members.counts", json!({}))),
        total(&after),
        "taken in elsewhere, not counted here"
    );

    // Who joins us is ours again, and then moves by the membership.
    desk.call("members.saveEvent", json!({ "person": person, "kind": "joined", "on": "2026-09-15" }));
    assert_eq!(total(&desk.call("members.counts", json!({}))), 1, "a member of ours now");
    assert_eq!(desk.call("platform.list", json!({}))["counts"]["referred"], 0);
    let ours = json!({ "work": work, "toKind": "trade", "toUnion": trade, "referredOn": "2026-09-15" });
    assert!(desk.refused("platform.saveReferral", ours).message.contains("会籍转出"));
    let route = shown(&desk, &person)["route"].clone();
    let sentence = route["sentence"].as_str().unwrap();
    assert!(sentence.contains("谢飞是本会会员") && !sentence.contains("不是本会会员"), "{sentence}");
    assert_eq!((&route["ours"], &route["union"]), (&json!(true), &Value::Null), "nothing to refer");
    let _ = platform;
}

/// The letter bears the phone in full: its kept bytes open to whoever may read identity and says what for, and the look is kept.
#[test]
fn an_issued_referral_opens_to_whoever_may_read_identity() {
    let trade = "南昌市即时配送行业工会联合会";
    let (desk, _, person, work) = founded(json!({ "tradeUnion": trade }));
    let id = desk.call(
        "platform.saveReferral",
        json!({
            "work": work, "toKind": "trade", "toUnion": trade, "referredOn": "2026-09-15", "consentOn": "2026-09-14",
        }),
    );
    desk.call("papers.issue", json!({ "kind": "platform.referral", "of": id }));
    let issued = desk.paper("platform.referral")["issued"][0]["id"].clone();
    assert_eq!(desk.refused("papers.issued", json!({ "id": issued })).code, "covered", "it asks what for");
    let to = desk.out("转介函.pdf");
    let paper = json!({ "kind": "platform.referral", "of": id, "issued": issued, "to": to });
    desk.revealed("寄给接收的工会", "papers.print", paper);
    judges::well_formed(&to);
    let looks = || {
        let log = desk.call("sight.log", json!({}));
        let all = log.as_array().unwrap().iter();
        all.filter(|look| look.to_string().contains(person.as_str().unwrap())).count()
    };
    let before = looks();
    assert!(before > 0, "a look of its own");
    assert!(desk.call("sight.log", json!({})).to_string().contains("寄给接收的工会"), "with its purpose");

    let officer = json!({ "name": "李强", "role": "officer", "parts": ["platform"], "reads": [] });
    desk.call("people.add", json!({ "person": officer, "passphrase": "十月 的 风车 转 李强" }));
    desk.sits_down("十月 的 风车 转 李强");
    assert_eq!(desk.refused("papers.issued", json!({ "id": issued })).code, "no_right");
    desk.sits_down(crate::gonghui::PASSPHRASE);
    assert_eq!(looks(), before, "nobody saw it");
}

#[test]
fn twenty_five_members_at_a_platform_ask_for_a_committee_of_their_own() {
    let (desk, platform, ..) = founded(json!({ "unionMembers": 24 }));
    is_done(&desk, "建立工会委员会");
    let record = desk.call("platform.firm", json!({ "id": platform }))["record"].clone();
    desk.call("platform.saveFirm", with(record.clone(), json!({ "unionMembers": 25 })));
    is_due(&desk, "建立工会委员会", "upper", "");
    let verdict = desk.call("platform.firm", json!({ "id": platform }))["committee"].clone();
    assert_eq!((&verdict["required"], &verdict["rule"]["id"]), (&json!(true), &json!("JX-UN-8")));
    desk.call("platform.saveFirm", with(record, json!({ "unionMembers": 25, "ownUnion": "快蜂工会" })));
    is_done(&desk, "建立工会委员会");
}
