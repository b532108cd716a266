//! The chosen rise goes its whole way at three depths of wage data: with a payroll total, with bands, and with single wages that are
//! covered. It reaches the offer, the plan, the blanks of the contract and the target of the check.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{agreed, agreement, get};
use crate::duties::story::Story;

/// Seven percent for everybody, kept and chosen for the year.
fn seven(story: &Story, sheet: &Value) -> Value {
    chosen(story, sheet, json!({ "percent": 700 }))
}

/// A rise for everybody, kept and chosen for the year.
fn chosen(story: &Story, sheet: &Value, rise: Value) -> Value {
    let rise = json!({ "what": { "kind": "rise", "rise": rise } });
    let scenario = json!({
        "sheet": sheet, "year": 2026, "side": "workers", "name": "争取方案", "months": 12,
        "scenario": { "steps": [rise], "round": "fen" },
    });
    let id = story.call("pay.saveScenario", scenario);
    story.call("pay.chooseScenario", json!({ "id": id }));
    story.call("pay.simulator", json!({}))["kept"][0].clone()
}

/// A payroll of 160 people for May 2026, 5,625.00 each on the average.
fn total(story: &Story) -> Value {
    story.call("pay.save", json!({ "period": "2026-05", "headcount": 160, "sum": 90_000_000 }))
}

/// What is offered for a blank of the contract.
fn offered(story: &Story, wage: &Value, blank: &str) -> Value {
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let found = draft["blanks"].as_array().unwrap().iter().find(|one| one["name"] == blank).unwrap().clone();
    found["proposal"].clone()
}

/// What the next check is to hold the wages against.
fn target(story: &Story, wage: &Value) -> String {
    let offer = story.call("negotiation.checkOffer", json!({ "id": wage }));
    let known = offer["known"].as_array().unwrap();
    let level = known.iter().find(|one| one["clause"] == "年度工资水平").expect("the level of wages");
    level["target"].as_str().unwrap().to_owned()
}

#[test]
fn a_percentage_from_a_total_reaches_plan_contract_and_check_with_its_bounds() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let kept = seven(&story, &total(&story));
    assert_eq!((&kept["total"], &kept["covered"]), (&Value::Null, &json!(false)), "{kept}");
    assert_eq!(kept["beforeAverage"], 562_500, "{kept}");
    let after = &kept["bounds"]["after"];
    let (from, to) = (after["from"].as_i64().unwrap(), after["to"].as_i64().unwrap());
    assert!(from < to && (601_870..=601_875).contains(&from) && (601_875..=601_880).contains(&to), "{after}");

    // What CB-22 asks to be considered: the local average of wages beside prices and guideline lines.
    let average = json!({ "kind": "average", "region": "南昌市", "period": "2025", "value": 9_845_600, "unit": "yuanYear", "source": "统计公报" });
    story.call("pay.saveReferences", json!({ "figures": [average] }));
    let lines = [
        "争取方案：普遍增长7%",
        "6,018.7",
        "写作“甲至乙”的数是推算出的范围",
        "当地平均工资（合每月8,204.67元）",
        "98,456.00元/年",
    ];
    story.paper("negotiation.plan", id.as_str().unwrap(), &lines);
    story.call("contract.start", json!({ "agreement": wage }));
    // The meeting came to six percent: the share is that, and no average of the scenario is what was agreed upon.
    let growth = offered(&story, &wage, "工资增长幅度");
    assert_eq!(growth["value"], "600", "{growth}");
    assert_eq!(growth["from"], "第1轮会议谈定的“年度工资增长幅度”", "{growth}");
    let before = offered(&story, &wage, "上年月平均工资");
    assert_eq!(before["value"], "562500");
    // A month is not the year of which the clause speaks.
    let from = before["from"].as_str().unwrap();
    assert!(from.contains("按2026年5月计入的160人算，不是上年度的平均数"), "{from}");
    let remarks = || story.call("contract.get", json!({ "agreement": wage }))["findings"].to_string();
    assert!(!remarks().contains("填的是2026年5月的平均数"));
    story.call("contract.fill", json!({ "agreement": wage, "name": "上年月平均工资", "value": "5625" }));
    assert!(remarks().contains("填的是2026年5月的平均数"), "{}", remarks());
    assert!(remarks().contains("就按2026年5月谈的，把条款里的“上年度”改成“2026年5月”"), "{}", remarks());
    story.call("contract.fill", json!({ "agreement": wage, "name": "上年月平均工资", "value": "5600" }));
    assert!(!remarks().contains("填的是2026年5月的平均数"), "another sum: {}", remarks());
    let target = target(&story, &wage);
    assert!(target.starts_with("月平均工资增长7%，由5,625.00元到6,018.7"), "{target}");
}

#[test]
fn what_was_agreed_upon_as_the_scenario_has_it_is_offered_with_its_averages() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    chosen(&story, &total(&story), json!({ "percent": 600 }));
    story.call("contract.start", json!({ "agreement": wage }));
    let growth = offered(&story, &wage, "工资增长幅度");
    assert_eq!(growth["value"], "600", "{growth}");
    let from = growth["from"].as_str().unwrap();
    assert!(from.contains("由5,625.00元增加到5,962.") && from.contains("推算的范围"), "{from}");
    assert!(!from.contains("谈定"), "{from}");
}

#[test]
fn a_scenario_that_was_chosen_before_the_talks_is_in_their_topics_from_the_beginning() {
    let story = Story::begin("36", &[]);
    let sheet = total(&story);
    seven(&story, &sheet);
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage"] }));
    let topics = get(&story, &id)["topics"].clone();
    assert_eq!(topics.as_array().unwrap().len(), 1, "{topics}");
    assert_eq!(topics[0]["title"], "工资增长");
    let said = topics[0]["proposal"].as_str().unwrap();
    assert!(said.starts_with("普遍增长7%，月平均工资由5,625.00元"), "{said}");
    // A scenario that calls itself so is the floor of the talks.
    let rise = json!({ "what": { "kind": "rise", "rise": { "percent": 500 } } });
    let scenario = json!({
        "sheet": sheet, "year": 2026, "side": "workers", "name": "底线方案", "months": 12,
        "scenario": { "steps": [rise], "round": "fen" },
    });
    assert!(story.text("negotiation.plan", &id).contains("普遍增长7%—"), "no floor is known");
    story.call("pay.saveScenario", scenario);
    let plan = story.text("negotiation.plan", &id);
    assert!(plan.contains("普遍增长7%普遍增长5%"), "the target, and what the talks do not go below: {plan}");
    // Of another year nothing was chosen.
    story.call("negotiation.remove", json!({ "id": id }));
    let next = story.call("negotiation.start", json!({ "year": 2027, "agreements": ["wage"] }));
    assert_eq!(get(&story, &next)["topics"], json!([]));
}

#[test]
fn a_chosen_scenario_comes_into_no_talks_that_are_over_nothing_that_is_paid() {
    let story = Story::begin("36", &[]);
    seven(&story, &total(&story));
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["women", "safety"] }));
    assert_eq!(get(&story, &id)["topics"], json!([]), "a contract of women workers asks for no rise");
    story.call("negotiation.remove", json!({ "id": id }));
    let kinds = ["collective", "wage", "women", "safety"];
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": kinds }));
    let topics = get(&story, &id)["topics"].clone();
    assert_eq!(topics[0]["agreements"], json!(["wage"]), "{topics}");
}

#[test]
fn the_offer_says_what_everybody_may_be_told_of_the_rise() {
    let story = Story::begin("36", &[]);
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage"] }));
    seven(&story, &total(&story));
    story.call("negotiation.takeScenario", json!({ "id": id }));
    let topics = get(&story, &id)["topics"].clone();
    let said = topics[0]["proposal"].as_str().unwrap();
    assert!(said.starts_with("普遍增长7%，月平均工资由5,625.00元增加到6,018.7"), "{said}");
}

#[test]
fn what_was_paid_before_the_rise_is_in_force_is_no_performance() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    seven(&story, &total(&story));
    story.call("contract.start", json!({ "agreement": wage }));
    for (name, value) in
        [("合同起日", "2026-08-01"), ("合同止日", "2027-07-31"), ("增资执行日", "2026-08-01")]
    {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    let actual = || {
        let offer = story.call("negotiation.checkOffer", json!({ "id": wage }));
        let known = offer["known"].as_array().unwrap();
        let level = known.iter().find(|one| one["clause"] == "年度工资水平").expect("the level of wages");
        level["actual"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(actual(), "", "May came before");
    story.on("2026-10-05");
    for (period, told) in
        [("2026-07", ""), ("2026-08", "2026年8月平均工资"), ("2026-09", "2026年9月平均工资")]
    {
        story.call("pay.save", json!({ "period": period, "headcount": 160, "sum": 90_000_000 }));
        let actual = actual();
        assert_eq!(actual.is_empty(), told.is_empty(), "{period}: {actual}");
        assert!(actual.starts_with(told), "{period}: {actual}");
    }
}

#[test]
fn a_percentage_from_bands_is_printed_and_a_target_too() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    // The highest band has no upper end: what it comes to is not less than so much.
    for (at, text) in
        ["4000以下\t12\n4000-5000\t30\n5000-6000\t20", "4000以下\t12\n4000-5000\t30\n5000以上\t20"]
            .into_iter()
            .enumerate()
    {
        let bands = story.call("pay.readBands", json!({ "text": text }))["bands"].clone();
        let period = format!("2026-0{}", at + 4);
        let sheet = story.call("pay.save", json!({ "period": period, "bands": bands }));
        if at > 0 {
            let kept = story.call("pay.simulator", json!({}))["kept"][0]["id"].clone();
            story.call("pay.removeScenario", json!({ "id": kept }));
        }
        let kept = seven(&story, &sheet);
        assert!(kept["bounds"]["total"]["from"].as_i64().unwrap() > 0, "{kept}");
        assert_eq!(kept["bounds"]["total"]["to"].is_null(), at > 0, "{kept}");
        let plan = story.text("negotiation.plan", &id);
        let open = if at > 0 { "数只写“不少于”" } else { "至" };
        for told in ["争取方案：普遍增长7%", "只有分档的人数", open] {
            assert!(plan.contains(told), "the plan says {told}: {plan}");
        }
        let target = target(&story, &wage);
        assert!(target.starts_with("月平均工资增长7%，由"), "{target}");
    }
}

#[test]
fn a_fixed_sum_from_bands_of_which_the_highest_has_no_end_is_printed_as_it_is() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let text = "4000以下\t12\n4000-5000\t30\n5000以上\t20";
    let bands = story.call("pay.readBands", json!({ "text": text }))["bands"].clone();
    let sheet = story.call("pay.save", json!({ "period": "2026-05", "bands": bands }));
    let kept = chosen(&story, &sheet, json!({ "fixed": 30_000 }));
    assert_eq!(kept["wages"], json!(62 * 30_000 * 12), "{kept}");
    let plan = story.text("negotiation.plan", &id);
    // What a person gets a month, and beside it what all cost a year.
    assert!(plan.contains("300223,200") && !plan.contains("不少于300"), "{plan}");
    assert!(plan.contains("223,200—"), "no rate is known, so nothing was reckoned of insurance: {plan}");
}

#[test]
fn single_wages_that_are_covered_are_reckoned_exactly_and_shown_once_they_are_revealed() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let sheet = ten(&story);
    let kept = seven(&story, &sheet);
    assert_eq!(
        (&kept["total"], &kept["bounds"], &kept["covered"]),
        (&Value::Null, &Value::Null, &json!(true))
    );
    let plan = story.text("negotiation.plan", &id);
    assert!(plan.contains("争取方案：普遍增长7%") && plan.contains("5,831.50"), "{plan}");
    assert!(!plan.contains("写作“甲至乙”"), "exact: {plan}");
    // 3,891.30 more a month on 55,590.00 of wages and contribution.
    assert!(plan.contains("工资差距（倍）") && plan.contains("7%"), "{plan}");
    assert!(!plan.contains("1.14"), "what lies between two single wages is covered: {plan}");
    assert_eq!(target(&story, &wage), "月平均工资5,831.50元");
    story.call("sight.reveal", json!({ "purpose": "准备工资协商" }));
    let seen = story.call("pay.simulator", json!({}))["kept"][0].clone();
    assert_eq!((&seen["targetAverage"], &seen["covered"]), (&json!(583_150), &json!(false)), "{seen}");
    assert!(seen["total"].as_i64().unwrap() > 0, "{seen}");
    let plan = story.text("negotiation.plan", &id);
    assert!(plan.contains("1.14"), "5,810.00 to 5,090.00: {plan}");
    let tried = json!({
        "sheet": sheet, "months": 12, "scenarios": [seen["scenario"], seen["scenario"]],
    });
    let found = story.call("pay.simulate", tried);
    assert_eq!(found["results"][0]["cost"]["breakEven"], json!({ "from": 700, "to": 700 }), "{found}");
    story.call("contract.start", json!({ "agreement": wage }));
    let after = offered(&story, &wage, "本年月平均工资");
    assert_eq!(after["value"], "583150");
    assert!(after["from"].as_str().unwrap().ends_with("这是选定方案的数，不是谈定的数"), "{after}");
    // The check is read by everybody: the average that everybody is told, and of the lowest wage no sum.
    let minimum = json!({
        "kind": "minimum", "region": "江西省", "period": "2026-04-01", "value": 535_000, "unit": "yuanMonth",
        "source": "省厅文件",
    });
    story.call("pay.saveReference", minimum);
    let offer = story.call("negotiation.checkOffer", json!({ "id": wage }));
    let known = offer["known"].as_array().unwrap();
    let told = |clause: &str| known.iter().find(|one| one["clause"] == clause).unwrap().clone();
    let level = told("年度工资水平");
    assert!(level["actual"].as_str().unwrap().starts_with("2026年5月平均工资5,450.00元"), "{level}");
    let lowest = told("最低工资");
    let actual = lowest["actual"].as_str().unwrap();
    assert!(actual.starts_with("2026年5月有人低于所在地标准5,350.00元，不足5人（应发"), "{lowest}");
    assert_eq!(lowest["gap"], "有人低于所在地标准5,350.00元，不足5人", "{lowest}");
    assert!(!lowest.to_string().contains("5,000.00"), "what the one earns: {lowest}");
}

#[test]
fn a_floor_that_moves_one_person_is_told_between_bounds_wherever_single_wages_are_covered() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let sheet = ten(&story);
    // Of 5,000.00 seven percent more are 5,350.00: the floor lifts one, and all together by 50.00.
    let rise = json!({ "what": { "kind": "rise", "rise": { "percent": 700 } } });
    let floor = json!({ "what": { "kind": "floor", "fen": 540_000 } });
    let scenario = json!({
        "sheet": sheet, "year": 2026, "side": "workers", "name": "保底方案", "months": 12,
        "scenario": { "steps": [rise, floor], "round": "fen" },
    });
    let kept = story.call("pay.saveScenario", scenario);
    story.call("pay.chooseScenario", json!({ "id": kept }));
    let plan = story.text("negotiation.plan", &id);
    assert!(plan.contains("计入测算的职工10人") && plan.contains("计入的10人"), "{plan}");
    assert!(!plan.contains("5,836.50"), "the average after tells what the one earns: {plan}");
    assert!(plan.contains("不列逐人的工资，写作“甲至乙”的数"), "{plan}");
    let said = target(&story, &wage);
    assert!(said.starts_with("月平均工资由5,450.00元到") && !said.contains("5,836.50"), "{said}");
    story.call("sight.reveal", json!({ "purpose": "准备工资协商" }));
    let plan = story.text("negotiation.plan", &id);
    assert!(
        plan.contains("5,836.50") && plan.contains("7.09%"),
        "whoever sees them is told to the fen: {plan}"
    );
    story.call("contract.start", json!({ "agreement": wage }));
    // A contract is read by everybody.
    assert_eq!(offered(&story, &wage, "本年月平均工资"), Value::Null);
    let growth = offered(&story, &wage, "工资增长幅度");
    assert_eq!(growth["from"], "第1轮会议谈定的“年度工资增长幅度”", "and no 7.09 %: {growth}");
    let before = offered(&story, &wage, "上年月平均工资");
    assert_eq!(before["value"], "545000", "{before}");
    let from = before["from"].as_str().unwrap();
    assert!(from.contains("按2026年5月计入的10人算"), "{from}");
}

/// Ten people of one shop and their payroll of May 2026: 5,000.00, 5,100.00 … The payroll's sheet.
fn ten(story: &Story) -> Value {
    let mut roster = String::from("姓名\t性别\t部门\t工号\t岗位\t用工形式\t入职日期\n");
    let mut payroll = String::from("2026年5月工资表\n工号\t姓名\t应发\t个税\n");
    for (at, name) in ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"].iter().enumerate()
    {
        writeln!(roster, "职工{name}\t男\t焊接\tG{at:03}\t电焊工\t劳动合同\t2019-03-01").unwrap();
        writeln!(payroll, "G{at:03}\t职工{name}\t{}\t0", 5_000 + at * 100).unwrap();
    }
    story.job("members.import", json!({ "pasted": roster }));
    story.job("pay.import", json!({ "pasted": payroll, "options": {} }))["id"].clone()
}

#[test]
fn a_certificate_counts_while_it_is_valid_on_the_period_of_the_payroll() {
    let story = Story::begin("36", &[]);
    let sheet = ten(&story);
    let people = story.call("members.search", json!({}))["rows"].clone();
    let certificate = |at: usize, name: &str, more: Value| {
        let mut input = json!({ "person": people[at]["id"], "kind": "operation", "name": name });
        for (key, value) in more.as_object().unwrap() {
            input[key.as_str()] = value.clone();
        }
        story.call("dossier.saveCertificate", input);
    };
    certificate(0, "高处作业", json!({ "validUntil": "2026-05-30" }));
    certificate(1, "高处作业", json!({ "issuedOn": "2020-05-31", "validUntil": "2026-05-31" }));
    certificate(2, "高处作业", json!({ "issuedOn": "2026-06-01" }));
    certificate(3, "高处作业", json!({}));
    certificate(4, "低压电工作业", json!({ "validUntil": "2021-01-01" }));
    story.call("sight.reveal", json!({ "purpose": "准备工资协商" }));
    let tried = |name: &str| {
        let supplement = json!([{ "name": name, "fixed": 20_000 }]);
        let step = json!({ "what": { "kind": "certificates", "certificates": supplement } });
        let scenarios = json!([{ "steps": [step], "round": "fen" }]);
        story.call("pay.simulate", json!({ "sheet": sheet, "scenarios": scenarios, "months": 12 }))
    };
    let heights = tried("高处作业");
    assert_eq!(
        heights["results"][0]["raised"], 2,
        "one that ends with the period, one without days: {heights}"
    );
    let electric = tried("低压电工作业");
    assert_eq!(electric["results"][0]["raised"], 0, "{electric}");
    assert!(electric["notes"].to_string().contains("没有低压电工作业"), "{electric}");
}
