//! Annual leave, the whole way: people with their dates, the schedule of a year asked for, planned by shop and by person, printed
//! and issued; leave taken over the holidays, carried over with consent, given up in writing, the rest paid at three times, and the
//! papers that are signed for it. Then recuperation: a plan with the policy it follows, a batch, who goes and what stands against it,
//! the notice on the wall and the list for the base.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

fn worker(desk: &Desk, name: &str, shop: &str, dates: Value) -> Value {
    let plain = json!({ "name": name, "sex": "male", "form": "contract", "shop": shop });
    desk.call("members.save", with(plain, dates))
}

/// A ledger of 南昌 on the first working days of 2026: a welder of twenty-two years, a fitter whose first day of work nobody knows,
/// and a painter who is new.
fn founded() -> (Desk, [Value; 3]) {
    let desk = Desk::founded("36", Some("3601"));
    desk.now("2026-01-08T09:00:00+08:00");
    let people = [
        worker(&desk, "王伟", "焊接", json!({ "startedOn": "2003-07-01", "hiredOn": "2009-04-01" })),
        worker(&desk, "邓玉兰", "装配", json!({ "hiredOn": "2019-09-01" })),
        worker(&desk, "李堃", "喷涂", json!({ "startedOn": "2014-03-01", "hiredOn": "2025-12-01" })),
    ];
    (desk, people)
}

fn of(desk: &Desk, person: &Value, year: i32) -> Value {
    desk.call("leave.person", json!({ "person": person, "year": year }))
}

fn period(person: &Value, year: i32, kind: &str, from: &str, to: &str) -> Value {
    json!({ "person": person, "year": year, "kind": kind, "from": from, "to": to })
}

/// The ids of what leave makes due.
fn due(desk: &Desk) -> Vec<String> {
    let all = desk.call("today.list", json!({}));
    let ids = all["duties"].as_array().unwrap().iter().map(|duty| duty["id"].as_str().unwrap().to_owned());
    ids.filter(|id| id.starts_with("leave:")).collect()
}

fn print(desk: &Desk, kind: &str, of: &str, name: &str) -> String {
    let to = desk.out(name);
    desk.call("papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

#[test]
fn days_are_told_with_their_reason_and_what_is_missing_is_asked() {
    let (desk, [welder, fitter, painter]) = founded();
    let one = of(&desk, &welder, 2026);
    assert_eq!(one["line"]["due"], 15, "{one}");
    let said = one["sentences"].to_string();
    assert!(said.contains("2003年7月1日参加工作") && said.contains("累计工作满23年"), "{said}");
    assert!(said.contains("《职工带薪年休假条例》第三条"), "{said}");

    let two = of(&desk, &fitter, 2026);
    assert_eq!((&two["line"]["due"], &two["line"]["least"]), (&Value::Null, &json!(5)), "{two}");
    assert_eq!(two["line"]["lacks"], json!(["started"]));
    assert_eq!(two["line"]["left"], Value::Null, "no rest is told of what is not certain");

    // The new one had worked elsewhere: whether without a break, the dates do not tell.
    let three = of(&desk, &painter, 2026);
    assert_eq!(three["line"]["lacks"], json!(["before"]), "{three}");
    desk.call("leave.saveYear", json!({ "person": painter, "year": 2026, "workedBefore": true }));
    assert_eq!(of(&desk, &painter, 2026)["line"]["due"], 10);

    let missing = desk.call("leave.list", json!({ "year": 2026, "filter": "missing" }));
    assert_eq!((&missing["total"], &missing["rows"][0]["name"]), (&json!(1), &json!("邓玉兰")));
    let found = desk.call("leave.list", json!({ "year": 2026, "text": "lk" }));
    assert_eq!(found["rows"][0]["name"], "李堃", "by initials: {found}");
    let by_due = desk.call("leave.list", json!({ "year": 2026, "sort": "due", "descending": true }));
    assert_eq!(by_due["rows"][0]["name"], "王伟");
    let wrong = desk.refused("leave.list", json!({ "year": 1999 }));
    assert_eq!(wrong.field.as_deref(), Some("year"));
}

#[test]
fn a_year_goes_from_its_schedule_to_the_pay_of_what_was_not_taken() {
    let (desk, [welder, fitter, painter]) = founded();
    desk.call("leave.saveYear", json!({ "person": painter, "year": 2026, "workedBefore": true }));
    assert!(due(&desk).contains(&"leave:schedule:2026".to_owned()), "{:?}", due(&desk));

    // Planned by shop and by person, settled, printed, posted.
    let schedule =
        desk.call("leave.saveSchedule", json!({ "year": 2026, "askedOn": "2026-01-08", "crossing": "year" }));
    let shop =
        json!({ "year": 2026, "shop": "焊接", "kind": "planned", "from": "2026-08-03", "to": "2026-08-07" });
    assert_eq!(desk.call("leave.savePeriods", shop.clone()), 1);
    let again = desk.refused("leave.savePeriods", shop);
    assert_eq!(again.field.as_deref(), Some("shop"), "nobody is planned twice: {again:?}");
    desk.call("leave.savePeriod", period(&painter, 2026, "planned", "2026-09-28", "2026-10-09"));
    let bare = desk.refused("papers.issue", json!({ "kind": "leave.schedule", "of": schedule }));
    assert!(bare.code == "incomplete" && bare.message.contains("计划定下的日期"), "{bare:?}");
    desk.now("2026-01-20T09:00:00+08:00");
    let settled =
        json!({ "year": 2026, "askedOn": "2026-01-08", "madeOn": "2026-01-20", "crossing": "year" });
    desk.call("leave.saveSchedule", settled);
    assert!(!due(&desk).contains(&"leave:schedule:2026".to_owned()));
    let paper = print(&desk, "leave.schedule", schedule.as_str().unwrap(), "计划表.pdf");
    for said in
        ["2026年度职工年休假计划表", "焊接", "8月3日至8月7日", "邓玉兰", "没有参加工作时间", "本人签字"]
    {
        assert!(paper.contains(said), "{said}: {paper}");
    }
    let number = desk.call("papers.issue", json!({ "kind": "leave.schedule", "of": schedule }));
    assert_eq!(number, "工休〔2026〕1号");
    assert_eq!(desk.call("leave.summary", json!({ "year": 2026 }))["schedule"]["paper"], number);

    // Taken: the holidays of October are no leave, and days are not taken twice.
    desk.now("2026-10-12T09:00:00+08:00");
    let plan = of(&desk, &painter, 2026)["periods"][0].clone();
    assert!(plan["counted"].as_str().unwrap().contains("国庆节"), "{plan}");
    assert!(plan["halves"].as_u64().unwrap() < 20, "two weeks hold the holidays: {plan}");
    desk.call("leave.takePeriod", json!({ "id": plan["id"] }));
    let welders = of(&desk, &welder, 2026)["periods"][0].clone();
    desk.call("leave.takePeriod", json!({ "id": welders["id"] }));
    let twice = desk.refused("leave.savePeriod", period(&welder, 2026, "taken", "2026-08-07", "2026-08-10"));
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("duplicate", Some("from")));
    let line = of(&desk, &welder, 2026)["line"].clone();
    assert_eq!((&line["taken"], &line["left"]), (&json!(10), &json!(20)), "five of fifteen days");
    assert!(
        due(&desk).contains(&"leave:unarranged:2026".to_owned()),
        "the fitter has none: {:?}",
        due(&desk)
    );
    let half = with(period(&fitter, 2026, "taken", "2026-10-09", "2026-10-09"), json!({ "halves": 1 }));
    desk.call("leave.savePeriod", half);
    assert!(!due(&desk).contains(&"leave:unarranged:2026".to_owned()));

    // Two days carried over with consent, three given up in writing, five paid.
    desk.now("2026-12-10T09:00:00+08:00");
    let year = json!({ "person": welder, "year": 2026, "carried": 4, "waived": 6, "waivedOn": "2026-12-09", "waivedReason": "家里没有事" });
    desk.call("leave.saveYear", year.clone());
    assert!(due(&desk).contains(&"leave:consent:2026".to_owned()), "{:?}", due(&desk));
    desk.call("leave.saveYear", with(year, json!({ "carryConsentOn": "2026-12-09" })));
    assert!(!due(&desk).contains(&"leave:consent:2026".to_owned()));
    let of_welder = format!("{}@2026", welder.as_str().unwrap());
    let to = desk.out("确认书.pdf");
    let paper = json!({ "kind": "leave.waiver", "of": of_welder, "to": to });
    let covered = desk.refused("papers.print", paper.clone());
    assert_eq!((covered.code.as_str(), covered.field.as_deref()), ("covered", Some("health")), "{covered:?}");
    desk.revealed("请本人签字", "papers.print", paper);
    let sheet = judges::text(&to);
    for said in ["年休假本人确认书", "王伟", "15天", "家里没有事", "300%"] {
        assert!(sheet.contains(said), "{said}: {sheet}");
    }
    let refused = desk.refused("papers.issue", json!({ "kind": "leave.waiver", "of": of_welder }));
    assert!(refused.message.contains("本人签字"), "{refused:?}");
    assert!(due(&desk).contains(&"leave:unpaid:2026".to_owned()), "{:?}", due(&desk));
    let pay = json!({ "person": welder, "year": 2026, "halves": 10, "average": 652_500 });
    desk.call("leave.savePay", pay.clone());
    let to = desk.out("计算单.pdf");
    let paper = json!({ "kind": "leave.payment", "of": of_welder, "to": to });
    let covered = desk.refused("papers.print", paper.clone());
    assert_eq!((covered.code.as_str(), covered.field.as_deref()), ("covered", Some("wages")), "{covered:?}");
    desk.revealed("核对年休假报酬", "papers.print", paper);
    let bill = judges::text(&to);
    let log = desk.call("sight.log", json!({}));
    let look = (&log[0]["kind"], &log[0]["purpose"]);
    assert_eq!(look, (&json!("leave.payment"), &json!("核对年休假报酬")), "{log}");
    for said in ["300.00元", "4,500.00元", "3,000.00元", "叁仟元整", "21.75"] {
        assert!(bill.contains(said), "{said}: {bill}");
    }
    desk.call("leave.savePay", with(pay, json!({ "paid": 300_000, "paidOn": "2026-12-10" })));
    let line = of(&desk, &welder, 2026)["line"].clone();
    assert_eq!(line["left"], 0, "nothing is left: {line}");
    // What the painter did not take is still open.
    assert!(due(&desk).contains(&"leave:unpaid:2026".to_owned()));
    desk.call(
        "leave.savePay",
        json!({ "person": painter, "year": 2026, "halves": 10, "daily": 20_000, "paidOn": "2026-12-10" }),
    );
    assert!(!due(&desk).contains(&"leave:unpaid:2026".to_owned()), "{:?}", due(&desk));

    // In the next year the days that were carried over are taken as leave of the last.
    desk.now("2027-03-01T09:00:00+08:00");
    desk.call("leave.savePeriod", period(&welder, 2026, "planned", "2027-03-08", "2027-03-09"));
    assert_eq!(of(&desk, &welder, 2027)["line"]["brought"], 4);
    let late = desk.refused("leave.savePeriod", period(&welder, 2025, "planned", "2027-03-15", "2027-03-16"));
    assert!(late.rule.is_some(), "over one year is no leave: {late:?}");
}

#[test]
fn a_reason_of_article_four_and_the_trash_go_both_ways() {
    let (desk, [welder, ..]) = founded();
    desk.now("2026-11-16T09:00:00+08:00");
    let reason = json!({ "person": welder, "year": 2026, "kind": "personal", "amount": 20 });
    let id = desk.call("leave.saveBar", reason);
    let one = of(&desk, &welder, 2026);
    assert_eq!(one["line"]["due"], 0, "{one}");
    // What the days are is told; the reason once health is revealed.
    assert_eq!((&one["barsShown"], &one["bars"]), (&json!("masked"), &Value::Null), "{one}");
    let said = one["sentences"].to_string();
    assert!(said.contains("按规定本年不安排年休假"), "{said}");
    assert!(!said.contains("登记") && !said.contains("情形"), "nor that one is entered: {said}");
    let reveal = json!({ "call": "sight.reveal", "args": { "purpose": "核对年休假" } });
    let look = json!({ "call": "leave.person", "args": { "person": welder, "year": 2026 } });
    let (answers, _) = desk.run(&[reveal, look]);
    let revealed = answers[1].to_string();
    assert!(revealed.contains("第四条"), "{revealed}");
    desk.call("leave.removeBar", json!({ "id": id }));
    assert_eq!(of(&desk, &welder, 2026)["line"]["due"], 15);
    desk.call("trash.restore", json!({ "kind": "leaveBar", "id": id }));
    assert_eq!(of(&desk, &welder, 2026)["line"]["due"], 0);
    desk.call("ledger.undo", json!({}));
    assert_eq!(of(&desk, &welder, 2026)["line"]["due"], 15, "undo takes the return back");

    let taken = desk.call("leave.savePeriod", period(&welder, 2026, "taken", "2026-08-03", "2026-08-07"));
    desk.call("leave.removePeriod", json!({ "id": taken }));
    assert_eq!(of(&desk, &welder, 2026)["periods"], json!([]));
    desk.call("trash.restore", json!({ "kind": "leavePeriod", "id": taken }));
    assert_eq!(of(&desk, &welder, 2026)["line"]["taken"], 10);
    let to = desk.out("年休假.xlsx");
    let saved = desk.call("leave.export", json!({ "query": { "year": 2026 }, "to": to }));
    assert_eq!(saved["rows"], 3);
}

#[test]
fn a_batch_goes_from_its_plan_to_the_settled_account() {
    let (desk, [welder, fitter, painter]) = founded();
    let plan = json!({
        "year": 2026, "policy": "本单位职代会通过的办法", "daysInside": 5, "dayCap": 40_000, "frontShare": 70, "gapYears": 3,
        "gapOutOnly": false, "countsLeave": "no", "welfareBudget": 500_000, "decidedOn": "2026-01-08", "decidedBy": "职代会",
    });
    let bare = desk.refused("recuperation.savePlan", with(plan.clone(), json!({ "policy": "" })));
    assert_eq!(bare.field.as_deref(), Some("policy"), "no number stands without its source: {bare:?}");
    let plan = desk.call("recuperation.savePlan", plan);
    let batch = json!({
        "plan": plan, "name": "第一批", "base": "庐山职工疗养院", "outside": false, "from": "2026-05-11", "to": "2026-05-16",
        "quota": 2, "personCost": 200_000,
    });
    let id = desk.call("recuperation.saveBatch", batch.clone());
    let hits = desk.call("search.all", json!({ "text": "庐山" }));
    assert_eq!(hits.as_array().map(Vec::len), Some(1), "a batch is found by its base: {hits}");
    assert_eq!(
        (&hits[0]["kind"], &hits[0]["place"]),
        (&json!("recuperation"), &json!({ "page": "recuperation", "id": id, "part": "batch" }))
    );
    let twice = desk.refused("recuperation.saveBatch", batch.clone());
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("duplicate", Some("name")));
    let place = |person: &Value, more: Value| {
        with(json!({ "batch": id, "person": person, "frontLine": true, "reasons": [] }), more)
    };
    desk.call(
        "recuperation.savePlace",
        place(
            &welder,
            json!({ "reasons": ["hazard", "injury"], "meals": "不吃辣", "emergency": "张红 13900000002" }),
        ),
    );
    desk.call("leave.savePeriod", period(&fitter, 2026, "planned", "2026-05-13", "2026-05-14"));
    desk.call("recuperation.savePlace", place(&fitter, json!({ "frontLine": false })));
    let again = desk.refused("recuperation.savePlace", place(&fitter, json!({})));
    assert_eq!((again.code.as_str(), again.field.as_deref()), ("duplicate", Some("person")));
    desk.call("recuperation.savePlace", place(&painter, json!({ "frontLine": false })));

    let year = desk.call("recuperation.year", json!({ "year": 2026 }));
    let warned = year["warnings"].to_string();
    assert!(warned.contains("33%") && warned.contains("不低于70%"), "{warned}");
    assert!(warned.contains("超过预算"), "three at 2,000 yuan, of 5,000: {warned}");
    let one = desk.call("recuperation.batch", json!({ "id": id }));
    let of_batch = one["line"]["warnings"].to_string();
    assert!(of_batch.contains("往返共6天") && of_batch.contains("名额2人"), "{of_batch}");
    let of_fitter = one["people"].as_array().unwrap().iter().find(|one| one["name"] == "邓玉兰").unwrap();
    assert!(of_fitter["warnings"][0].as_str().unwrap().contains("请把年休假改期"), "{of_fitter}");
    assert!(
        !one.to_string().contains("不吃辣"),
        "what someone eats is masked until identity is revealed: {one}"
    );

    // The notice lacks its days; then it hangs, without any reason that tells of an injury.
    let lacking = desk.refused("papers.issue", json!({ "kind": "recuperation.notice", "of": id }));
    assert!(lacking.code == "incomplete" && lacking.message.contains("公示的第一天"), "{lacking:?}");
    let ready = with(
        batch,
        json!({
            "id": id, "to": "2026-05-15", "quota": 3, "insurer": "团体意外险", "postedFrom": "2026-04-20", "postedUntil": "2026-04-27",
        }),
    );
    desk.call("recuperation.saveBatch", ready.clone());
    let id = id.as_str().unwrap().to_owned();
    let notice = print(&desk, "recuperation.notice", &id, "公示.pdf");
    for said in ["疗休养名单公示", "庐山职工疗养院", "有毒有害岗位", "2026年4月27日", "行政福利费5,000.00元"]
    {
        assert!(notice.contains(said), "{said}: {notice}");
    }
    assert!(!notice.contains("工伤") && !notice.contains("不吃辣"), "{notice}");
    let number = desk.call("papers.issue", json!({ "kind": "recuperation.notice", "of": id }));
    assert_eq!(number, "工疗示〔2026〕1号");
    let kept = desk.refused("recuperation.removeBatch", json!({ "id": id }));
    assert!(kept.message.contains("工疗示〔2026〕1号"), "{kept:?}");
    let to = desk.out("名单.pdf");
    let paper = json!({ "kind": "recuperation.list", "of": id, "to": to });
    assert_eq!(desk.refused("papers.print", paper.clone()).code, "covered");
    desk.revealed("名单交给疗养院", "papers.print", paper);
    let list = judges::text(&to);
    assert!(
        list.contains("疗休养出行名单") && list.contains("张红13900000002") && list.contains("不吃辣"),
        "{list}"
    );
    let never = desk.refused("papers.issue", json!({ "kind": "recuperation.list", "of": id }));
    assert!(never.message.contains("不编号"), "{never:?}");

    // Back, and settled; the next year takes over the policy and tells who went too lately.
    desk.now("2026-05-28T09:00:00+08:00");
    desk.call("recuperation.saveBatch", with(ready, json!({ "spent": 590_000, "settledOn": "2026-05-28" })));
    let money = desk.call("recuperation.year", json!({ "year": 2026 }))["money"].clone();
    assert_eq!((&money["spent"], &money["left"]), (&json!(590_000), &json!(-90_000)));
    desk.now("2027-03-01T09:00:00+08:00");
    let before = desk.call("recuperation.year", json!({ "year": 2027 }))["before"].clone();
    assert_eq!(before["policy"], "本单位职代会通过的办法");
    let plan = desk.call("recuperation.savePlan", with(before, json!({ "year": 2027 })));
    let next = json!({ "plan": plan, "name": "第一批", "base": "井冈山", "outside": false, "from": "2027-05-10", "to": "2027-05-14" });
    let next = desk.call("recuperation.saveBatch", next);
    let again = json!({ "batch": next, "person": welder, "frontLine": true, "reasons": [] });
    let place = desk.call("recuperation.savePlace", again);
    let warned = desk.call("recuperation.batch", json!({ "id": next }))["people"][0]["warnings"].to_string();
    assert!(warned.contains("2026年第一批去过") && warned.contains("3年内"), "{warned}");
    desk.call("recuperation.removePlace", json!({ "id": place }));
    desk.call("trash.restore", json!({ "kind": "recuperationPlace", "id": place }));
    assert_eq!(
        desk.call("recuperation.batch", json!({ "id": next }))["people"].as_array().map(Vec::len),
        Some(1)
    );
    desk.call("recuperation.removeBatch", json!({ "id": next }));
    assert_eq!(desk.call("recuperation.year", json!({ "year": 2027 }))["batches"], json!([]));
    assert_eq!(
        desk.call("search.all", json!({ "text": "井冈山" })),
        json!([]),
        "what was removed is not found"
    );
    desk.call("trash.restore", json!({ "kind": "recuperationBatch", "id": next }));
    let back = desk.call("recuperation.batch", json!({ "id": next }));
    assert_eq!(back["people"][0]["name"], "王伟", "a batch comes back with who goes");
}

#[test]
fn a_sheet_that_was_kept_before_is_compared_and_taken_once() {
    let (desk, [welder, ..]) = founded();
    desk.now("2026-06-01T09:00:00+08:00");
    let file = desk.out("休假表.csv");
    let lines = "姓名,应休,已休,结转,计划\n王伟,12,3,2,2026-08-03至2026-08-07\n邓玉兰,5,0.5,,2026-12-14至2026-12-18\n没有的人,5,1,,\n";
    std::fs::write(&file, lines).unwrap();
    let read = desk.call("leave.readSheet", json!({ "file": file, "year": 2026 }));
    let count = |key: &str| read[key].as_u64().unwrap();
    assert_eq!([count("rows"), count("fits"), count("nobody")], [3, 2, 1], "{read}");
    assert_eq!([count("taken"), count("carried"), count("planned")], [2, 1, 2], "{read}");
    assert!(read["differences"][0].as_str().unwrap().contains("按规定算是15天"), "{read}");
    let args = json!({ "file": file, "year": 2026, "sha256": read["sha256"] });
    let kept = desk.call("leave.importSheet", args.clone());
    assert_eq!((&kept["people"], &kept["unknown"]), (&json!(2), &json!(1)), "{kept}");
    let line = of(&desk, &welder, 2026)["line"].clone();
    assert_eq!(
        (&line["taken"], &line["brought"], &line["planned"]),
        (&json!(6), &json!(4), &json!(10)),
        "{line}"
    );
    let again = desk.refused("leave.importSheet", args);
    assert_eq!(again.code, "nothing_new", "what stands is not entered twice: {again:?}");
    desk.call("ledger.undo", json!({}));
    assert_eq!(of(&desk, &welder, 2026)["line"]["taken"], 0, "one step takes all of it back");
    std::fs::write(&file, "姓名,岗位\n王伟,焊工\n").unwrap();
    let other = desk.refused("leave.readSheet", json!({ "file": file, "year": 2026 }));
    assert_eq!(other.code, "no_leave", "{other:?}");
}
