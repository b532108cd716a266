//! New employment forms: a platform with its partner, workers of each class and where they belong, a referral that never counts
//! among us, the talks of a year to the feedback, help after an accident to the conclusion. Each duty appears on its first day,
//! says whose it is and vanishes when it is done.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn firm(name: &str, more: Value) -> Value {
    let plain = json!({
        "kind": "platform", "name": name, "trade": "delivery", "injury": "covered", "injurySince": "2026-07-01",
        "insurance": "flexible",
    });
    with(plain, more)
}

/// A ledger of 南昌 on 2026-09-15, a platform, and a rider on the roster who works there as class N.
fn founded(more: Value) -> (Desk, Value, Value, Value) {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-09-15T09:00:00+08:00");
    let platform = desk.call("platform.saveFirm", firm("江西快蜂即时配送有限公司", more));
    let person = rider(&desk, "谢飞", "13900009101");
    let work = works(&desk, &person, &platform, "partial");
    (desk, platform, person, work)
}

fn rider(desk: &Desk, name: &str, phone: &str) -> Value {
    desk.call("members.save", json!({ "name": name, "sex": "male", "form": "other", "phone": phone }))
}

fn works(desk: &Desk, person: &Value, firm: &Value, class: &str) -> Value {
    let input =
        json!({ "person": person, "firm": firm, "class": class, "station": "城东站", "since": "2025-03-01" });
    desk.call("platform.saveWork", input)
}

/// What this module makes due: title, whose, day, place.
fn due(desk: &Desk) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| {
        duty["module"].as_str() == Some("platform")
            || duty["id"].as_str().is_some_and(|id| id.starts_with("platform:"))
    });
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        (text("title"), text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

/// The duty whose title holds these words.
fn of(desk: &Desk, words: &str) -> Option<(String, String, Value)> {
    due(desk)
        .into_iter()
        .find(|(title, ..)| title.contains(words))
        .map(|(_, whose, on, place)| (whose, on, place))
}

#[track_caller]
fn is_due(desk: &Desk, words: &str, whose: &str, on: &str) -> Value {
    let found = of(desk, words);
    let (by, day, place) = found.unwrap_or_else(|| panic!("{words} is due: {:?}", due(desk)));
    assert_eq!((by.as_str(), day.as_str()), (whose, on), "{words}");
    place
}

#[track_caller]
fn is_done(desk: &Desk, words: &str) {
    assert_eq!(of(desk, words), None, "{words} is done");
}

/// The work of a person as the page shows it.
fn shown(desk: &Desk, person: &Value) -> Value {
    desk.call("platform.works", json!({ "person": person }))["rows"][0].clone()
}

fn talk(desk: &Desk, id: &Value, more: Value) {
    let record = desk.call("platform.talk", json!({ "id": id }))["record"].clone();
    desk.call("platform.saveTalk", with(record, more));
}

fn meeting(talk: &Value, on: &str) -> Value {
    json!({
        "talk": talk, "heldOn": on, "place": "快蜂二楼会议室", "chair": "张敏（工会主席）", "recorder": "李强",
        "workers": ["张敏（工会主席）", "谢飞（骑手）"], "employers": ["贺远（城市经理）"],
        "positions": [
            { "topic": "orders", "workers": "并单太多", "employers": "可以降到三单", "result": "agreed", "agreed": "并单不超过三单" },
            { "topic": "hours", "workers": "连续四小时要歇", "employers": "同意", "result": "agreed" },
        ],
    })
}

fn print(desk: &Desk, kind: &str, of: &Value, name: &str) -> String {
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

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

/// The letter bears the phone in full: its kept bytes open by the right by which it is made, and the look is kept.
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
    let asked = json!({ "id": issued }).to_string();
    let kept = desk.command(&["call", "papers.issued", &asked]).output().unwrap().stdout;
    assert!(kept.starts_with(b"%PDF"), "the chair reads it");
    let looks = || {
        let log = desk.call("sight.log", json!({}));
        let all = log.as_array().unwrap().iter();
        all.filter(|look| look.to_string().contains(person.as_str().unwrap())).count()
    };
    let before = looks();
    assert!(before > 0, "a look of its own");

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

#[test]
fn a_platform_of_the_three_trades_is_to_take_part_in_injury_protection() {
    let (desk, platform, ..) = founded(json!({ "injury": "unknown", "injurySince": null }));
    is_due(&desk, "问清职业伤害保障", "union", "");
    let record = desk.call("platform.firm", json!({ "id": platform }))["record"].clone();
    desk.call("platform.saveFirm", with(record.clone(), json!({ "injury": "notCovered" })));
    is_done(&desk, "问清职业伤害保障");
    is_due(&desk, "参加职业伤害保障", "employer", "");
    desk.call("platform.saveFirm", with(record, json!({ "injury": "covered", "injurySince": "2026-07-01" })));
    is_done(&desk, "参加职业伤害保障");
}

#[test]
fn the_talks_of_a_year_run_from_the_demand_to_the_feedback() {
    let (desk, platform, ..) = founded(json!({}));
    let place = is_due(&desk, "2026年度劳动规则和算法协商", "union", "2026-12-31");
    assert_eq!(place["part"], "firm:talk");
    let asked = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-01", "replyBy": "2026-09-20", "workersSeats": 1 });
    let id = desk.call("platform.saveTalk", asked);
    assert_eq!(is_due(&desk, "2026年度劳动规则和算法协商", "union", "2026-12-31")["part"], "talk:meeting");
    is_due(&desk, "答复协商要求", "employer", "2026-09-20");
    let early = json!({ "agreedOn": "2026-09-10", "agreed": "并单不超过三单" });
    let record = desk.call("platform.talk", json!({ "id": id }))["record"].clone();
    let early = desk.refused("platform.saveTalk", with(record, early));
    assert_eq!((early.code.as_str(), early.field.as_deref()), ("refused", Some("agreedOn")));
    talk(&desk, &id, json!({ "repliedOn": "2026-09-08" }));
    is_done(&desk, "答复协商要求");
    let again = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-02", "replyBy": "2026-09-30" });
    let again = desk.refused("platform.saveTalk", again);
    assert_eq!(
        (again.code.as_str(), again.field.as_deref()),
        ("duplicate", Some("year")),
        "{}",
        again.message
    );

    let held = desk.call("platform.saveMeeting", meeting(&id, "2026-09-10"));
    is_done(&desk, "2026年度劳动规则和算法协商");
    let one = desk.call("platform.talk", json!({ "id": id }));
    assert_eq!(one["meetings"][0]["warnings"][0], "劳动者方出席2人，多于双方商定的代表1人，请核对。");
    let talked: Vec<_> = one["topics"].as_array().unwrap().iter().map(|topic| &topic["talked"]).collect();
    assert_eq!(
        talked,
        [&json!(true), &json!(false), &json!(true), &json!(false), &json!(false)],
        "of the five core topics"
    );

    assert_eq!(one["agreedSoFar"], "并单不超过三单", "what the meeting agreed is not typed again");
    let deferred = with(
        meeting(&id, "2026-09-12"),
        json!({ "positions": [
            { "topic": "orders", "result": "deferred" },
            { "topic": "hours", "workers": "连续四小时要歇", "result": "disputed" },
        ] }),
    );
    let deferred = desk.call("platform.saveMeeting", deferred);
    let bare = desk.refused("papers.issue", json!({ "kind": "platform.minutes", "of": deferred }));
    assert!(
        bare.message.contains("平台方意见") && bare.message.contains("“"),
        "which topic: {}",
        bare.message
    );
    assert!(!bare.message.contains("劳动者方意见"), "what was put off needs no statement: {}", bare.message);
    desk.call("platform.removeMeeting", json!({ "id": deferred }));

    let cap =
        json!({ "firm": platform, "talk": id, "kind": "continuous", "minutes": 240, "since": "2026-11-01" });
    desk.call("platform.saveCap", cap);
    let older = json!({ "firm": platform, "kind": "daily", "minutes": 720, "source": "2025年公开承诺", "since": "2025-07-01", "until": "2026-01-01" });
    desk.call("platform.saveCap", older);
    talk(
        &desk,
        &id,
        json!({ "agreedOn": "2026-09-10", "agreed": "一、并单不超过三单", "effectiveOn": "2026-10-09" }),
    );
    // Seven days before, and not on a day of the holidays.
    is_due(&desk, "公示协商结果", "employer", "2026-09-30");
    is_due(&desk, "约定反馈执行情况的日期", "union", "");
    talk(&desk, &id, json!({ "postedOn": "2026-09-15", "feedbackBy": "2027-03-31" }));
    is_done(&desk, "公示协商结果");
    is_done(&desk, "约定反馈执行情况的日期");
    is_due(&desk, "反馈协商结果的执行情况", "employer", "2027-03-31");

    let minutes = print(&desk, "platform.minutes", &held, "平台纪要.pdf");
    for words in
        ["连续接单最长时间", "4小时", "谢飞（骑手）", "并单不超过三单", "2026年9月30日", "2027年3月31日"]
    {
        assert!(minutes.contains(words), "{words}: {minutes}");
    }
    assert!(!minutes.contains("一、并单"), "a paper numbers its lines itself: {minutes}");
    assert!(!minutes.contains("12小时"), "a cap that has ended is not printed: {minutes}");
    desk.call("papers.issue", json!({ "kind": "platform.minutes", "of": held }));
    let issued = desk.refused("platform.removeTalk", json!({ "id": id }));
    assert!(issued.message.contains("工平纪〔2026〕1号"), "{issued:?}");

    desk.now("2027-03-02T09:00:00+08:00");
    talk(&desk, &id, json!({ "feedbackOn": "2027-03-01", "feedback": "执行正常" }));
    is_done(&desk, "反馈协商结果的执行情况");
    is_due(&desk, "2027年度劳动规则和算法协商", "union", "2027-12-31");
}

#[test]
fn a_place_that_sets_a_term_for_the_answer_goes_before_the_day_we_ask_for() {
    let desk = Desk::founded("15", None);
    desk.now("2026-09-15T09:00:00+08:00");
    let platform = desk.call("platform.saveFirm", firm("草原快送有限公司", json!({})));
    let asked = json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-02", "replyBy": "2026-09-20" });
    desk.call("platform.saveTalk", asked);
    is_due(&desk, "答复协商要求", "employer", "2026-10-04");
}

#[test]
fn a_worker_who_was_hurt_is_helped_to_the_conclusion_without_a_verdict_of_ours() {
    let (desk, _, person, work) = founded(json!({}));
    desk.now("2026-10-08T09:00:00+08:00");
    let help = json!({
        "work": work, "accidentOn": "2026-10-03", "orderNumber": "KF20261003118822", "place": "丰和大道路口",
        "asked": "送餐途中被车撞倒，平台让自己垫付", "askedOn": "2026-10-08", "papers": ["confirm"],
    });
    let id = desk.call("platform.saveHelp", help);
    is_due(&desk, "向平台报告事故（伤〔2026〕1号", "union", "");
    let place = is_due(&desk, "平台没有申请的，帮本人申请", "union", "2027-01-02"); // the ninetieth day is New Year
    assert_eq!(place["page"], "papers");
    let sheet = print(&desk, "platform.help", &id, "办理说明.pdf");
    assert!(
        sheet.contains("139****9101") && !sheet.contains("13900009101"),
        "carried about, so masked: {sheet}"
    );
    assert!(sheet.contains("由经办机构依法作出结论") && sheet.contains("KF20261003118822"), "{sheet}");
    let unbroken: String = sheet.split_whitespace().collect();
    assert!(unbroken.contains("还没有登记向平台报告事故的日期。"), "a full stop before the note: {sheet}");
    let never = desk.refused("papers.issue", json!({ "kind": "platform.help", "of": id }));
    assert_eq!(never.code, "refused");

    let change = |more: Value| {
        let record = desk.call("platform.help", json!({ "id": id }))["record"].clone();
        desk.call("platform.saveHelp", with(record, more));
    };
    change(json!({ "reportedOn": "2026-10-08", "papers": ["confirm", "advance"] }));
    is_done(&desk, "向平台报告事故");
    is_due(&desk, "平台申请职业伤害确认", "employer", "2026-11-07");
    let shown = desk.call("platform.help", json!({ "id": id }));
    assert_eq!(shown["limits"][0]["deadline"]["rule"]["confidence"], "low", "second-hand, and said so");
    assert!(shown["limits"][0]["deadline"]["explanation"]["sentence"].as_str().unwrap().contains("30"));
    let line = desk.call("platform.helps", json!({}))[0].clone();
    assert_eq!((&line["number"], &line["papers"]), (&json!("伤〔2026〕1号"), &json!([2, 7])));

    desk.now("2026-10-21T09:00:00+08:00");
    change(json!({ "appliedOn": "2026-10-20" }));
    is_done(&desk, "申请职业伤害确认");
    is_done(&desk, "帮本人申请");
    is_due(&desk, "经办机构受理申请", "upper", "");
    change(json!({ "acceptedOn": "2026-10-21" }));
    is_done(&desk, "经办机构受理申请");
    is_due(&desk, "经办机构作出确认结论", "upper", "2026-12-02");
    desk.now("2026-12-01T09:00:00+08:00");
    change(json!({ "concludedOn": "2026-11-30", "outcome": "confirmed", "result": "按伤残待遇办理" }));
    is_done(&desk, "伤〔2026〕1号");

    // What happened to a body is told in no history to one who has not revealed it.
    let life = desk.call("history.of", json!({ "table": "injury_help", "id": id })).to_string();
    assert!(!life.contains("送餐途中") && life.contains("垫付情况说明"), "{life}");
    let _ = person;
}

#[test]
fn what_is_removed_comes_back_from_the_trash() {
    let (desk, platform, person, work) = founded(json!({}));
    let talk =
        desk.call("platform.saveTalk", json!({ "firm": platform, "year": 2026, "askedOn": "2026-09-01" }));
    desk.call("platform.removeTalk", json!({ "id": talk }));
    desk.call("platform.removeWork", json!({ "id": work }));
    let again = works(&desk, &person, &platform, "civil");
    let trash = desk.call("trash.list", json!({}));
    let kinds: Vec<_> = trash.as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert!(kinds.contains(&json!("platformTalk")) && kinds.contains(&json!("platformWork")), "{trash}");
    desk.call("trash.restore", json!({ "kind": "platformTalk", "id": talk }));
    let twice = desk.refused("trash.restore", json!({ "kind": "platformWork", "id": work }));
    assert!(twice.message.contains("另有一条"), "{twice:?}");
    desk.call("platform.removeWork", json!({ "id": again }));
    desk.call("trash.restore", json!({ "kind": "platformWork", "id": work }));
    assert_eq!(shown(&desk, &person)["record"]["class"], "partial");
    assert_eq!(desk.call("platform.talk", json!({ "id": talk }))["record"]["year"], 2026);
}
