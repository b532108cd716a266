//! What an affair keeps once it is signed or sealed: the names of both parties, the plan by which it went, and every paper as it
//! stood. What changes in the union's record, its own rules or the scenarios of the year afterwards is for the affairs after it.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::inspector::BLANKS;
use super::sealing::a_check;
use super::{agreed, agreement, concluded, event, from_signature, get, passed, sent_up};
use crate::duties::story::Story;

/// A payroll of 160 people for May 2026.
fn total(story: &Story) -> Value {
    story.call("pay.save", json!({ "period": "2026-05", "headcount": 160, "sum": 90_000_000 }))
}

/// So many percent for everybody, kept under a name and chosen for the year; its id.
fn chosen(story: &Story, sheet: &Value, name: &str, percent: u32) -> Value {
    let rise = json!({ "what": { "kind": "rise", "rise": { "percent": percent * 100 } } });
    let id = story.call(
        "pay.saveScenario",
        json!({
            "sheet": sheet, "year": 2026, "side": "workers", "name": name, "months": 12,
            "scenario": { "steps": [rise], "round": "fen" },
        }),
    );
    story.call("pay.chooseScenario", json!({ "id": id }));
    id
}

/// What the cabinet says a plan lacks; none where it lists no plan.
fn plan_lacks(story: &Story, id: &Value) -> Option<Vec<Value>> {
    let all = story.call("papers.list", json!({}));
    let all = all.as_array().unwrap();
    let plan = all.iter().find(|one| one["kind"] == "negotiation.plan" && one["of"] == *id)?;
    Some(plan["missing"].as_array().unwrap().clone())
}

#[test]
fn a_sealed_affair_goes_by_the_plan_that_it_was_sealed_with() {
    let story = Story::begin("36", &[]);
    let (id, _) = sent_up(&story);
    let sheet = total(&story);
    let six = chosen(&story, &sheet, "争取方案", 6);
    story.call("negotiation.seal", json!({ "id": id }));
    let stood = story.text("negotiation.plan", &id);
    assert!(stood.contains("争取方案：普遍增长6%"), "{stood}");
    story.on("2026-08-03");
    chosen(&story, &sheet, "更高的方案", 9);
    assert_eq!(story.text("negotiation.plan", &id), stood, "another scenario of the year was chosen");
    story.call("pay.removeScenario", json!({ "id": six }));
    let newer = json!({ "period": "2026-05", "headcount": 170, "sum": 99_000_000, "replaces": sheet });
    story.call("pay.save", newer);
    story.call(
        "pay.saveInsurance",
        json!({
            "name": "基本养老保险", "rate": 1600, "from": "2026-01-01", "source": "省人社厅文件",
        }),
    );
    assert_eq!(
        story.text("negotiation.plan", &id),
        stood,
        "its scenario is gone, and the wage data is newer"
    );
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    assert!(plan_lacks(&story, &next).is_some(), "the affair that continues it goes by what is chosen now");
    assert_eq!(plan_lacks(&story, &id), Some(vec![]));
}

#[test]
fn an_affair_that_was_sealed_without_a_plan_gets_none_afterwards() {
    let story = Story::begin("36", &[]);
    let (id, _) = sent_up(&story);
    story.call("negotiation.seal", json!({ "id": id }));
    chosen(&story, &total(&story), "争取方案", 6);
    assert_eq!(plan_lacks(&story, &id), None);
}

#[test]
fn a_plan_that_lacks_its_goals_is_listed_as_lacking_them() {
    let story = Story::begin("36", &[]);
    story.on("2026-06-02");
    let id = story.call("negotiation.start", json!({ "year": 2026, "agreements": ["wage"] }));
    assert_eq!(plan_lacks(&story, &id), None, "no scenario is chosen");
    chosen(&story, &total(&story), "争取方案", 6);
    assert_eq!(plan_lacks(&story, &id), Some(vec![json!("协商目标")]));
    story.call("negotiation.takeScenario", json!({ "id": id }));
    assert_eq!(plan_lacks(&story, &id), Some(vec![]));
}

/// The credit codes of the firm and of its union, before and after they were registered anew.
const CODES: [(&str, &str); 2] =
    [("91360121MA35YL0263", "81360121MC0YL02618"), ("91360121MA35YL990T", "81360121MC0YL0771M")];

/// The firm and its union are called otherwise from now on, and registered under these codes.
fn registered(story: &Story, firm: &str, (code, of_union): (&str, &str)) {
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["name"] = json!(format!("{firm}工会委员会"));
    record["creditCode"] = json!(of_union);
    record["enterprises"] = json!([{ "name": firm, "creditCode": code }]);
    story.call("union.save", record);
}

/// The firm and its union are called otherwise from now on.
fn renamed(story: &Story, firm: &str) {
    registered(story, firm, CODES[0]);
}

#[test]
fn what_is_signed_bears_the_names_that_it_was_signed_under() {
    let story = Story::begin("36", &[]);
    let (id, wage) = passed(&story);
    let voted = agreement(&story, &id, "wage")["votes"][0]["id"].clone();
    let met = get(&story, &id)["meetings"][0]["id"].clone();
    // Until it is signed, everything bears the names of the day.
    renamed(&story, "渡口机械有限公司");
    assert!(story.text("congress.resolution", &voted).contains("渡口机械有限公司"));
    from_signature(&story, &id, &wage);
    let papers = [
        ("negotiation.wageContract", &wage),
        ("congress.resolution", &voted),
        ("negotiation.representatives", &id),
        ("negotiation.minutes", &met),
    ];
    let texts = || papers.map(|(kind, of)| story.text(kind, of));
    let stood = texts();
    let (code, of_union) = CODES[0];
    assert!(stood[0].contains(code) && stood[0].contains(of_union), "{}", stood[0]);
    registered(&story, "章江重工有限公司", CODES[1]);
    assert_eq!(texts(), stood, "signed");
    for text in &stood {
        assert!(text.contains("渡口机械有限公司") && !text.contains("章江重工"), "{text}");
    }
    event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    event(&story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    story.call("negotiation.seal", json!({ "id": id }));
    registered(&story, "七盏灯制造有限公司", CODES[1]);
    assert_eq!(texts(), stood, "sealed");
    // It goes on under them in the affair that continues it.
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let carried = agreement(&story, &next, "wage")["id"].clone();
    let check = story.call("negotiation.saveCheck", a_check(&carried));
    let text = story.text("negotiation.performanceCheck", &check);
    assert!(text.contains("渡口机械有限公司") && !text.contains("七盏灯制造"), "{text}");
}

/// What the text of 江西 says of the contents of a wage contract holds no more from August 2026 on: the nation's stands in its place.
fn repealed(story: &Story) {
    const FILE: &str = "36-jiangxi-talks.toml";
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/law").join(FILE);
    let text = std::fs::read_to_string(own).unwrap();
    let begin = text.find("id = \"JX-16\"").unwrap();
    let end = begin + text[begin..].find("[[rule]]").unwrap();
    // Its own examples are of a day on which it holds.
    let rule = text[begin..end]
        .replacen("kind = ", "effective_to = \"2026-07-31\"\nkind = ", 1)
        .replace("2026-11-22", "2026-06-22");
    let room = TempDir::new().unwrap();
    let file = room.path().join(FILE);
    std::fs::write(&file, format!("{}{rule}{}", &text[..begin], &text[end..])).unwrap();
    let looked = story.call("law.readPack", json!({ "file": file }));
    story.call("law.takePack", json!({ "file": file, "sha256": looked["sha256"] }));
}

#[test]
fn what_is_signed_quotes_the_law_of_its_signature_whenever_it_is_printed() {
    const NATION: &str = "《工资集体协商试行办法》";
    let printed = |signs: bool| {
        let story = Story::begin("36", &[]);
        let (id, wage) = passed(&story);
        renamed(&story, "赣江机械有限公司");
        if signs {
            from_signature(&story, &id, &wage);
        }
        repealed(&story);
        story.on("2026-09-03");
        // It rose since: what is signed has nothing to mend.
        story.call("pay.saveReference", json!({
            "kind": "minimum", "region": "南昌县", "period": "2026-09-01", "value": 250_000, "unit": "yuanMonth",
            "source": "省人社厅文件",
        }));
        let all = story.call("papers.list", json!({}));
        let all = all.as_array().unwrap();
        let line = all.iter().find(|one| one["kind"] == "negotiation.wageContract").unwrap();
        (story.text("negotiation.wageContract", &wage), line["missing"].to_string())
    };
    let (text, missing) = printed(false);
    assert!(text.contains(NATION) && missing.contains("必须改正"), "not signed yet: {missing}, {text}");
    let (text, missing) = printed(true);
    assert!(text.contains("《江西省企业工资集体协商条例》") && !text.contains(NATION), "{text}");
    assert_eq!(missing, "[]");
}

#[test]
fn an_affair_that_is_given_up_bears_the_names_of_the_day_of_its_seal() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    story.call("negotiation.seal", json!({ "id": id, "reason": "企业分立，双方同意不再协商" }));
    let stood = story.text("negotiation.representatives", &id);
    renamed(&story, "章江重工有限公司");
    assert_eq!(story.text("negotiation.representatives", &id), stood);
}

/// What an affair's lines in the list of papers say, and what can be read on each paper.
fn papers_of(story: &Story, title: &str) -> Vec<(Value, String)> {
    let all = story.call("papers.list", json!({}));
    let ours = all.as_array().unwrap().iter().filter(|line| line["affair"] == title);
    ours.map(|line| (line.clone(), story.text(line["kind"].as_str().unwrap(), &line["of"]))).collect()
}

#[test]
fn every_paper_of_a_sealed_affair_prints_as_on_the_day_of_its_seal() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let mut union = story.call("union.get", json!({}))["details"].clone();
    union["enterprises"] = json!([{ "name": "赣江机械有限公司", "creditCode": "91360121MA35YL0263" }]);
    story.call("union.save", union.clone());
    story.call("union.saveWorkforce", json!({ "asOf": "2026-05-31", "workers": 320, "source": "企业报表" }));
    story.call("contract.start", json!({ "agreement": wage }));
    for (name, value) in BLANKS.iter().copied().chain([("企业最低月工资", "2360")]) {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2025-01-01", "value": 200_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    concluded(&story, &id, &wage);
    event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    event(&story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    story.call(
        "negotiation.saveFiling",
        json!({
            "agreement": wage, "department": "县人社局", "filer": "饶思敏", "covered": 320, "business": "生产减速机",
        }),
    );
    story.call("negotiation.saveCheck", a_check(&wage));
    chosen(&story, &total(&story), "争取方案", 6);
    // One of them is issued: its draft is printed too.
    let met = get(&story, &id)["meetings"][0]["id"].clone();
    story.call("papers.issue", json!({ "kind": "negotiation.minutes", "of": met }));
    story.call("negotiation.seal", json!({ "id": id }));
    let minutes = story.call("outgoing.list", json!({}))["rows"][0]["id"].clone();
    let erase = json!({ "kind": "paper", "id": minutes, "reason": "保存期满" });
    assert_eq!(story.refused("trash.purge", erase).code, "sealed", "it is filed with the affair");
    let title = get(&story, &id)["title"].as_str().unwrap().to_owned();
    let stood = papers_of(&story, &title);
    assert!(stood.len() > 12, "the whole affair is looked at: {}", stood.len());
    let said = stood.iter().map(|(_, text)| text.as_str()).collect::<String>();
    for word in ["91360121MA35YL0263", "320人", "20日内"] {
        assert!(said.contains(word), "what is to change stands on a paper: {word}");
    }

    union["enterprises"][0]["creditCode"] = json!("914403001922038216");
    union["enterprises"][0]["representative"] = json!("吴建国");
    union["upperUnion"] = json!("另一个县总工会");
    story.call("union.save", union);
    story.call("union.saveWorkforce", json!({ "asOf": "2026-06-30", "workers": 500, "source": "企业报表" }));
    for (rule, quantity) in [("JX-19-REPLY", 10), ("JX-22", 5)] {
        story.call(
            "law.saveOwn",
            json!({
                "of": rule, "quantity": quantity, "contract": "2025年度工资集体合同", "article": "第三条", "from": "2026-01-01",
            }),
        );
    }
    story.on("2027-12-10");
    for ((line, text), (was, before)) in papers_of(&story, &title).into_iter().zip(&stood) {
        assert_eq!((&line, &text), (was, before), "{}", line["kind"]);
    }
    assert_eq!(papers_of(&story, &title).len(), stood.len());
}
