//! The text of a wage contract from the agreed words of a meeting to the printed paper: begun from the library, grown by what was
//! agreed, looked over, kept in versions, held against last year's, with pay by trade and grade attached.

use serde_json::{Value, json};

use crate::judges;
use crate::meeting::{ready, record};

/// The blanks that nobody else fills, as a person types them.
const BLANKS: [(&str, &str); 23] = [
    ("企业法定代表人", "吴建国"),
    ("工会法定代表人", "陈望舒"),
    ("合同起日", "2027-01-01"),
    ("合同止日", "2027-12-31"),
    ("工资分配制度", "岗位绩效工资制"),
    ("工资分配形式", "计时工资"),
    ("企业最低月工资", "2360"),
    ("当地最低月工资", "2000"),
    ("当地标准执行日", "2025-01-01"),
    ("上年月平均工资", "5860"),
    ("本年月平均工资", "6211.60"),
    ("工资增长幅度", "6"),
    ("增资执行日", "2027-01-01"),
    ("夜班津贴", "30"),
    ("班组长津贴", "300"),
    ("室外高温津贴", "300"),
    ("室内高温津贴", "200"),
    ("发薪日", "10"),
    ("加班工资基数", "职工本人的岗位工资"),
    ("监督小组每方人数", "3"),
    ("检查周期", "每半年"),
    ("答复变更日数", "15"),
    ("补足工资日数", "7"),
];

fn kinds(draft: &Value) -> Vec<&str> {
    draft["findings"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

fn texts(draft: &Value) -> Vec<String> {
    let chapters = draft["chapters"].as_array().unwrap();
    let clauses = chapters.iter().flat_map(|chapter| chapter["clauses"].as_array().unwrap());
    clauses.map(|one| one["filled"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_wage_contract_grows_from_the_talks_and_is_printed() {
    let (desk, id) = ready();
    desk.call("negotiation.saveMeeting", record(&desk, &id));
    let talks = desk.call("negotiation.get", json!({ "id": id }));
    let agenda = talks["nextAgenda"].as_array().unwrap();
    assert!(
        agenda.iter().any(|line| line.as_str().unwrap().contains("（第1轮双方没有达成一致）")),
        "what stayed disputed is carried over: {agenda:?}"
    );
    let rounds = talks["topics"][0]["rounds"].as_array().unwrap();
    assert_eq!(rounds.len(), 2, "the letter of intent and the first round");
    let agreement = talks["agreements"][0]["id"].clone();
    let at = |args: Value| {
        let mut args = args;
        args["agreement"] = agreement.clone();
        args
    };
    let draft = || desk.call("contract.get", at(json!({})));
    assert!(texts(&draft()).is_empty() && kinds(&draft()).is_empty(), "nothing is found in nothing");

    // Last year's contract, as it was pasted.
    let last = "第一章 总则\n第一条 本合同期限自2026年1月1日起至2026年12月31日止。\n\
                第二条 上年度职工月平均工资为5,600元。本合同期内，职工平均工资增长5%。\n\
                第三条 津贴标准：\n1. 班组长津贴每月150元。\n2. 高温津贴室外每月240元。\n第四条 每月15日前发工资。\n职工方（盖章）";
    let last = desk.call("contract.paste", at(json!({ "note": "2026年度工资专项集体合同", "text": last })));

    // Begun from the library: what the law and the union's record know is filled in, the rest is asked for.
    let employer = desk.call("union.get", json!({}))["details"]["enterprises"][0]["name"].clone();
    let firm = json!({ "name": employer, "representative": "吴建国" });
    desk.call("union.save", json!({ "enterprises": [firm] }));
    desk.call("contract.start", at(json!({})));
    let begun = draft();
    assert!(
        texts(&begun).iter().any(|text| text.contains("不低于150%")),
        "the law's rates of overtime are filled in"
    );
    let blanks = begun["blanks"].as_array().unwrap();
    let head = blanks.iter().find(|one| one["name"] == "企业法定代表人").unwrap();
    assert_eq!(head["value"], "吴建国", "{head}");
    assert!(kinds(&begun).contains(&"blankOpen") && kinds(&begun).contains(&"agreedLeftOut"));
    assert_eq!(desk.refused("contract.start", at(json!({}))).code, "refused", "a draft stands already");
    let fills: Vec<Value> = BLANKS
        .iter()
        .chain(&[("协商争议日数", "15"), ("合同份数", "4")])
        .map(|(name, value)| json!({ "call": "contract.fill", "args": at(json!({ "name": name, "value": value })) }))
        .collect();
    let (_, output) = desk.run(&fills);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let wrong = desk.refused("contract.fill", at(json!({ "name": "发薪日", "value": "40" })));
    assert_eq!(wrong.field.as_deref(), Some("value"), "{}", wrong.message);

    // The agreed text grows into the draft, and is brought up to its newest words.
    let topic = talks["topics"][1]["id"].clone();
    desk.call("contract.takeAgreed", at(json!({ "topic": topic, "item": "bonus" })));
    assert!(texts(&draft()).iter().any(|text| text.starts_with("夜班津贴每班次增加10元")));
    assert!(!kinds(&draft()).contains(&"agreedLeftOut"));
    let twice =
        draft()["findings"].as_array().unwrap().iter().find(|one| one["kind"] == "saidTwice").cloned();
    let twice = twice.expect("the library's clause on night shifts stands beside it");
    assert!(twice["message"].as_str().unwrap().contains("说的是同一件事（夜班津贴），留一条"), "{twice}");
    let before = desk.refused("contract.takeAgreed", at(json!({ "topic": talks["topics"][0]["id"] })));
    assert_eq!(before.code, "refused", "nothing was agreed on the other: {}", before.message);

    // What is wrong is found, with one way out, and mended.
    let clause = desk.call(
        "contract.saveClause",
        at(json!({ "item": "other", "text": "全体职工的月工资不低于1,900元，企业适当提高食堂补贴。" })),
    );
    let found = draft();
    for kind in ["contradiction", "vague"] {
        assert!(kinds(&found).contains(&kind), "{kind}: {:?}", kinds(&found));
    }
    desk.call("contract.removeClause", json!({ "id": clause }));

    // Numbers are held against the law and against each other, wide digits like narrow ones.
    for (name, wrong, right, kind, grave) in [
        ("工作日加班比例", "１００％", "150", "underLaw", "must"),
        ("合同份数", "２", "5", "tooFewCopies", "must"),
        ("工资增长幅度", "60", "6", "contradiction", "should"),
    ] {
        desk.call("contract.fill", at(json!({ "name": name, "value": wrong })));
        let found = draft();
        let found: Vec<&Value> =
            found["findings"].as_array().unwrap().iter().filter(|one| one["kind"] == kind).collect();
        assert!(found.iter().any(|one| one["severity"] == grave), "{name} {wrong}: {found:?}");
        desk.call("contract.fill", at(json!({ "name": name, "value": right })));
        assert!(!kinds(&draft()).contains(&kind), "{name} {right}");
    }
    let must: Vec<Value> = (draft()["findings"].as_array().unwrap().iter())
        .filter(|one| one["severity"] == "must")
        .map(|one| one["message"].clone())
        .collect();
    assert!(must.is_empty(), "{must:?}");

    // Kept, and held against last year's.
    let kept = desk.call("contract.keep", at(json!({ "note": "第一轮会后" })));
    let again = desk.refused("contract.keep", at(json!({ "note": "再留一次" })));
    assert_eq!(again.code, "refused", "nothing changed: {}", again.message);
    desk.call("contract.fill", at(json!({ "name": "工资增长幅度", "value": "6.5" })));
    let moved = desk.call("contract.compare", at(json!({ "before": kept })));
    let changed: Vec<&Value> =
        moved["clauses"].as_array().unwrap().iter().filter(|one| one["changed"] == true).collect();
    assert_eq!(changed.len(), 1, "{moved}");
    assert_eq!(
        (&changed[0]["moves"][0]["from"], &changed[0]["moves"][0]["to"]),
        (&json!("6%"), &json!("6.5%"))
    );
    let years = desk.call("contract.compare", at(json!({ "before": last, "after": kept })));
    let term = (years["clauses"].as_array().unwrap().iter())
        .find(|one| one["before"] == 1)
        .unwrap_or_else(|| panic!("last year's term finds its partner: {years}"));
    assert_eq!(term["moves"][0]["from"], "2026年1月1日");
    let moves: Vec<(&str, &str)> = (years["clauses"].as_array().unwrap().iter())
        .flat_map(|one| one["moves"].as_array().unwrap())
        .map(|one| (one["from"].as_str().unwrap(), one["to"].as_str().unwrap()))
        .collect();
    for (from, to) in [("5%", "6%"), ("150元", "300元"), ("240元", "300元"), ("15日", "10日")] {
        assert!(moves.contains(&(from, to)), "{from} → {to}: {moves:?}");
    }
    assert_eq!(desk.refused("contract.removeVersion", json!({ "id": kept })).code, "refused");

    // Pay by trade and grade is the contract's attachment.
    desk.call(
        "skillPay.save",
        json!({
            "negotiation": id,
            "levels": [
                { "trade": "焊工", "grade": "senior", "from": 540_000, "to": 620_000, "allowance": 20_000, "people": 14 },
                { "trade": "焊工", "grade": "technician", "from": 640_000, "to": 760_000 },
            ],
            "forms": [{ "kind": "yearly", "who": "焊工高级技师", "people": 2, "terms": "年薪不低于同工种最高等级" }],
        }),
    );
    // It is kept as it was written, and told what everybody will read out of it.
    let advice = desk.call("skillPay.get", json!({ "id": id }))["advice"].to_string();
    assert!(advice.contains("年薪制（焊工高级技师）只有2人，大家看得出这几个人的收入"), "{advice}");
    assert!(!advice.contains("焊工高级工填了14人，花名册上这个"), "no grade is on the roster: {advice}");
    desk.call("contract.takeLibrary", at(json!({ "library": "wage.posts" })));
    desk.call("contract.takeLibrary", at(json!({ "library": "wage.yearly-salary" })));
    assert!(
        texts(&draft()).iter().any(|text| text.contains("实行年薪制的2人")),
        "how many have it is not typed twice"
    );
    desk.call("contract.fill", at(json!({ "name": "协议工资人数", "value": "3" })));
    let text = judges::text(&desk.print("negotiation.wageContract", "contract.pdf"));
    for words in [
        "2,360元",
        "2,000元，自2025年1月1日起执行",
        "自2027年1月1日起至2027年12月31日止",
        "焊工",
        "5,400—6,200",
    ] {
        assert!(text.contains(words), "the contract prints {words}: {text}");
    }
    let levels = judges::text(&desk.print("negotiation.payLevels", "levels.pdf"));
    assert!(levels.contains("年薪制") && levels.contains("技师"), "{levels}");
}
