//! What the papers print of a contract once it is passed: on which article it rests, what is handed in with it, how it came about, and
//! whose paper it is.

use serde_json::{Value, json};

use super::settled::written;
use super::{
    TERM, agreed, agreement, answered, concluded, event, get, meeting, published, session, side, vote,
};
use crate::duties::story::{Story, with};

/// What amends a contract, proposed on 1 September.
fn proposed(wage: &Value, act: &str, more: Value) -> Value {
    let record = json!({
        "amends": wage, "act": act, "proposedBy": "workers", "proposedOn": "2026-09-01", "ground": "item1",
        "reason": "新线投产", "effectiveOn": "2026-10-01", "terms": [], "changes": [],
    });
    with(record, more)
}

#[test]
fn an_ending_and_a_renewal_rest_on_their_own_articles() {
    for (place, ending) in [("36", "《集体合同规定》第三十八条"), ("37", "第四十二条"), ("41", "第三十二条")]
    {
        let story = Story::begin(place, &[]);
        let (_, wage) = published(&story);
        story.on("2026-09-01");
        let one = story.call("negotiation.saveAmendment", proposed(&wage, "end", json!({})));
        let text = story.text("negotiation.amendment", &one);
        let basis = format!("{ending}，双方经过平等协商");
        assert!(text.contains(&basis), "{place}: {text}");
    }
    let story = Story::begin("36", &[]);
    let (_, wage) = published(&story);
    story.on("2026-09-01");
    let term = json!({ "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "ground": "" });
    let one = story.call("negotiation.saveAmendment", proposed(&wage, "renew", term));
    let text = story.text("negotiation.amendment", &one);
    let filed = "《江西省企业工资集体协商条例》第二十二条办理：自签订之日起七日内由企业报送";
    assert!(text.contains(filed) && !text.contains("变更合同的"), "{text}");
}

#[test]
fn a_general_contract_rests_on_no_text_about_wages_alone() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["collective"]);
    let general = agreement(&story, &id, "collective")["id"].clone();
    story.call("contract.start", json!({ "agreement": general }));
    let text = story.text("negotiation.contract", &general);
    let basis = "根据《中华人民共和国劳动法》《中华人民共和国劳动合同法》《集体合同规定》，双方";
    assert!(text.contains(basis), "{text}");
    // What the contract on wages is called differs from place to place.
    assert!(text.contains("签订有关工资的专项集体合同") && !text.contains("工资专项集体合同"), "{text}");
}

/// The lines of the papers of a kind: record and title.
fn listed(story: &Story, kind: &str) -> Vec<(Value, String)> {
    let all = story.call("papers.list", json!({}));
    let own = all.as_array().unwrap().iter().filter(|one| one["kind"] == kind);
    own.map(|one| (one["of"].clone(), one["title"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn the_vote_on_a_change_has_its_ballot_its_count_and_its_resolution() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let changes = json!([{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }]);
    let change = proposed(&wage, "change", json!({ "changes": changes }));
    let one = story.call("negotiation.saveAmendment", change);
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &one, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&one, 42)]);
    let title = "2026年度工资集体合同变更协议";
    for kind in ["congress.ballot", "congress.count", "congress.resolution"] {
        let all = listed(&story, kind);
        let of: Vec<_> = all.iter().filter(|(_, told)| told.contains(title)).collect();
        let [(of, _)] = of[..] else { panic!("{kind} of the change is listed once: {all:?}") };
        assert_eq!(all.len(), 2, "beside that of the contract: {all:?}");
        assert!(story.text(kind, of).contains(title), "{kind}");
    }
}

/// 山东 asks 过半数 for wage contracts, the nation 半数以上 for all.
#[test]
fn the_count_of_a_session_holds_each_contract_against_its_own_line() {
    let story = Story::begin("37", &[]);
    let id = agreed(&story, &["wage", "women"]);
    let [wage, women] = ["wage", "women"].map(|kind| agreement(&story, &id, kind));
    for of in [&wage, &women] {
        event(&story, &id, &of["id"], "drafted", "2026-06-22", json!({}));
    }
    story.on("2026-06-29");
    let votes = [&wage, &women]
        .map(|of| json!({ "agreement": of["id"], "votesFor": 30, "votesAgainst": 20, "abstained": 0 }));
    let held = json!({
        "form": "general", "name": "2026年第一次职工大会", "due": 60, "present": 50, "given": 50, "returned": 50,
    });
    let session = with(session("2026-06-29"), held);
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
    let (of, _) = listed(&story, "congress.count")[0].clone();
    let text = story.text("congress.count", &of);
    for (one, result) in [(&wage, "未通过"), (&women, "通过")] {
        let row = format!("{}（草案）30200{result}", one["title"].as_str().unwrap());
        assert!(text.contains(&row), "{row}: {text}");
    }
    assert!(text.contains("须有30票赞成"), "the other line is told: {text}");
    assert_eq!(agreement(&story, &id, "women")["state"], "passed", "as on the page");
}

#[test]
fn a_resolution_says_what_is_handed_in_to_whom_and_by_when() {
    let story = Story::begin("36", &[]);
    published(&story);
    let (of, _) = listed(&story, "congress.resolution")[0].clone();
    let text = story.text("congress.resolution", &of);
    for words in [
        "企业应当自签订工资集体合同之日起7日内将合同文本报送人力资源和社会保障行政部门（《江西省企业工资集体协商条例》第二十二条）",
        "企业应当自工资集体合同生效之日起5日内向全体职工公布合同（《江西省企业工资集体协商条例》第二十四条）",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

/// A firm of 60 in 浙江, where all workers vote on the wage contract and on that for the women: 55 come, 50 are for each. The talks
/// and both agreements.
fn passed_by_all(story: &Story) -> (Value, [Value; 2]) {
    let id = agreed(story, &["wage", "women"]);
    let both = ["wage", "women"].map(|kind| agreement(story, &id, kind)["id"].clone());
    for of in &both {
        event(story, &id, of, "drafted", "2026-06-22", json!({}));
    }
    story.on("2026-06-29");
    let votes = both
        .each_ref()
        .map(|of| json!({ "agreement": of, "votesFor": 50, "votesAgainst": 3, "abstained": 2 }));
    let held = json!({
        "form": "general", "name": "2026年第一次职工大会", "due": 60, "present": 55, "given": 55, "returned": 55,
    });
    let session = with(session("2026-06-29"), held);
    story.call("negotiation.saveVote", json!({ "negotiation": id, "session": session, "votes": votes }));
    (id, both)
}

/// The resolution on an agreement.
fn resolution(story: &Story, id: &Value, kind: &str) -> String {
    let about = agreement(story, id, kind)["title"].as_str().unwrap().to_owned();
    let all = listed(story, "congress.resolution");
    let (of, _) = all.iter().find(|(_, title)| title.contains(&about)).expect("it has a resolution");
    story.text("congress.resolution", of)
}

#[test]
fn where_all_workers_vote_no_paper_counts_delegates() {
    let story = Story::begin("33", &[]);
    let (id, [wage, women]) = passed_by_all(&story);
    let said = resolution(&story, &id, "wage");
    for words in ["应到职工60人，实到职工55人", "应有40名以上职工到会"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (count, _) = listed(&story, "congress.count")[0].clone();
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    let filed = json!({ "receiver": "县人社局", "copies": 3 });
    for (what, on, facts) in [
        ("signed", "2026-07-02", term),
        ("filed", "2026-07-03", filed),
        ("inEffect", "2026-07-18", json!({})),
    ] {
        for of in [&wage, &women] {
            event(&story, &id, of, what, on, facts.clone());
        }
    }
    for of in [&wage, &women] {
        story.call("contract.start", json!({ "agreement": of }));
    }
    for (kind, of) in [
        ("congress.count", &count),
        ("negotiation.wageContract", &wage),
        ("negotiation.contract", &women),
        ("negotiation.filingStatement", &wage),
    ] {
        let text = story.text(kind, of);
        assert!(text.contains("应到职工60人，实到55人"), "{kind}: {text}");
        assert!(!text.contains("应到代表"), "{kind}: {text}");
    }
}

/// 浙江 gives ten days to file and five working days to publish; the national measures on wage talks give seven days and five days.
#[test]
fn a_resolution_allows_no_more_days_than_the_clock_that_runs() {
    let story = Story::begin("33", &[]);
    let (id, [wage, _]) = passed_by_all(&story);
    for (kind, wanted) in [
        (
            "wage",
            [
                "企业应当自签订工资协议之日起7日内将合同文本报送人力资源和社会保障行政部门（《工资集体协商试行办法》第二十一条）",
                "双方应当自工资协议生效之日起5日内向全体职工公布合同（《工资集体协商试行办法》第二十三条）",
            ],
        ),
        // The measures are on wages alone.
        (
            "women",
            [
                "企业应当自双方首席代表签字之日起10日内将合同文本报送人力资源和社会保障行政部门（《浙江省集体合同条例》第三十四条）",
                "企业应当自集体合同生效之日起5个工作日内向全体职工公布合同（《浙江省集体合同条例》第三十五条）",
            ],
        ),
    ] {
        let said = resolution(&story, &id, kind);
        for words in wanted {
            assert!(said.contains(words), "{kind}: {words}: {said}");
        }
    }
    let ruled = |step: &str| {
        let rungs = agreement(&story, &id, "wage")["rungs"].clone();
        let rung = rungs.as_array().unwrap().iter().find(|rung| rung["step"] == step).unwrap().clone();
        rung["deadline"]["rule"]["article"].clone()
    };
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    assert_eq!(ruled("filing"), "第二十一条", "as the clock says");
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    event(&story, &id, &wage, "inEffect", "2026-07-18", json!({}));
    assert_eq!(ruled("publication"), "第二十三条", "as the clock says");

    // What renews it is filed as one newly concluded.
    story.on("2026-09-01");
    let term = json!({ "effectiveOn": "2027-08-01", "termFrom": "2027-08-01", "termTo": "2028-07-31", "ground": "" });
    let one = story.call("negotiation.saveAmendment", proposed(&wage, "renew", term));
    let text = story.text("negotiation.amendment", &one);
    assert!(text.contains("《工资集体协商试行办法》第二十一条办理：工资协议签订后七日内"), "{text}");
}

/// 上海 gives ten days from the written notice of the vote, the national measures on wage talks seven from the signature.
#[test]
fn where_two_terms_to_file_run_side_by_side_the_papers_say_what_the_clock_does() {
    for (signed, due, told) in [
        (
            "2026-07-01",
            "2026-07-08",
            "七日内由企业报送审查，2026年7月8日以前（《工资集体协商试行办法》第二十一条）",
        ),
        ("2026-07-06", "2026-07-09", "十日内报送，2026年7月9日以前（《上海市集体合同条例》第二十三条）"),
    ] {
        let story = Story::begin("31", &[]);
        let id = agreed(&story, &["wage"]);
        let wage = agreement(&story, &id, "wage")["id"].clone();
        event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
        vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
        let said = resolution(&story, &id, "wage");
        for words in [
            "之日起10日内将合同文本报送人力资源和社会保障行政部门（《上海市集体合同条例》第二十三条）；企业应当自签订工资协议之日起7日内",
            "（《工资集体协商试行办法》第二十一条）；几个期限都有效，以先到的为准。",
        ] {
            assert!(said.contains(words), "{words}: {said}");
        }
        let form = story.text("negotiation.filingForm", &wage);
        for words in [
            "十日内报送；",
            "七日内由企业报送审查；几个期限都有效，以先到的为准（",
            "《上海市集体合同条例》第二十三条、《工资集体协商试行办法》第二十一条）",
        ] {
            assert!(form.contains(words), "before a day is known, {words}: {form}");
        }
        event(&story, &id, &wage, "notified", "2026-06-29", json!({ "receiver": "公司办公室" }));
        let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
        event(&story, &id, &wage, "signed", signed, term);
        let rungs = agreement(&story, &id, "wage")["rungs"].clone();
        let filing = rungs.as_array().unwrap().iter().find(|rung| rung["step"] == "filing").unwrap().clone();
        assert_eq!(filing["due"], due, "{filing}");
        let form = story.text("negotiation.filingForm", &wage);
        assert!(form.contains(told), "{told}: {form}");
    }
}

#[test]
fn a_resolution_of_all_workers_asks_for_no_congress_of_delegates() {
    let story = Story::begin("41", &[]);
    let (id, _) = passed_by_all(&story);
    let said = resolution(&story, &id, "wage");
    assert!(said.contains("职工大会每年至少召开一次，听取集体合同签订履行情况的报告"), "{said}");
    assert!(!said.contains("职工代表大会每年至少召开"), "{said}");
}

/// Talks over wages and the contract for the women, in which the chief of the employer's side was sent otherwise than the others; the
/// women's contract is in effect, its text in the ledger. Its id.
fn for_the_women(story: &Story) -> Value {
    let id = answered(story, &["wage", "women"]);
    let mut employer = side(["高子衿", "罗思齐", "何怀谷"]);
    employer[0]["chosenHow"] = json!("法定代表人书面委托");
    story.call("negotiation.saveRepresentatives", json!({ "negotiation": id, "employer": employer }));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(story, &id, "2026-06-20"));
    let women = agreement(story, &id, "women")["id"].clone();
    let head = json!({ "agreement": women, "name": "企业法定代表人", "value": "吴建国" });
    story.call("contract.fill", head);
    concluded(story, &id, &women);
    story.call("contract.start", json!({ "agreement": women }));
    story.call("contract.keep", json!({ "agreement": women, "note": "双方签字的文本" }));
    women
}

#[test]
fn where_the_place_lists_nothing_the_text_itself_is_handed_in_first() {
    let story = Story::begin("36", &[]);
    let women = for_the_women(&story);
    let form = story.text("negotiation.filingForm", &women);
    let materials = "1.合同文本（3份）；2.企业方首席代表高子衿的授权委托书（1份）";
    assert!(form.contains(materials), "{form}");
    assert!(form.contains("，＿＿＿人"), "no roster is kept, and nobody is counted: {form}");
    let statement = story.text("negotiation.filingStatement", &women);
    assert!(statement.contains("合同文本"), "{statement}");
}

#[test]
fn a_statement_tells_whose_answer_it_was_how_each_was_sent_and_what_was_typed_of_the_contract_before() {
    let story = Story::begin("36", &[]);
    let women = for_the_women(&story);
    let told = json!({
        "agreement": women, "department": "县人社局", "filer": "饶思敏", "previous": "上一份合同已经全部履行",
    });
    story.call("negotiation.saveFiling", told);
    let text = story.text("negotiation.filingStatement", &women);
    for words in [
        "企业书面答复，同意协商",
        "职工方代表于2026年6月1日由职工代表大会表决通过产生；",
        "企业方首席代表高子衿于2026年6月1日由法定代表人书面委托产生，罗思齐、何怀谷于2026年6月1日由职工代表大会表决通过产生。",
        "上一份合同已经全部履行",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("对方书面答复") && !text.contains("上一期合同期限为"), "{text}");
}

#[test]
fn what_no_topic_was_about_is_told_from_the_text_of_the_contract() {
    let story = Story::begin("36", &[]);
    let women = for_the_women(&story);
    for kind in ["negotiation.publication", "negotiation.filingStatement"] {
        let text = story.text(kind, &women);
        assert!(text.contains("禁忌从事的劳动：企业不安排女职工从事国家规定禁忌的劳动"), "{kind}: {text}");
        assert!(!text.contains("合同主要内容、") && !text.contains("尚缺合同主要内容"), "{kind}: {text}");
        assert!(!text.contains("月平均工资增长6%"), "{kind} is not about wages: {text}");
    }
}

#[test]
fn what_was_agreed_is_told_of_a_contract_only_where_its_passed_text_says_so() {
    const WORDS: &str = "工资增长按要约的方案执行";
    for taken in [false, true] {
        let story = Story::begin("36", &[]);
        let id = answered(&story, &["wage"]);
        story.on("2026-06-20");
        let mut met = meeting(&story, &id, "2026-06-20");
        met["topics"][0]["agreedText"] = json!(WORDS);
        story.call("negotiation.saveMeeting", met);
        let wage = agreement(&story, &id, "wage")["id"].clone();
        written(&story, &wage);
        if taken {
            let topic = get(&story, &id)["topics"][0]["id"].clone();
            story.call("contract.takeAgreed", json!({ "agreement": wage, "topic": topic }));
        }
        concluded(&story, &id, &wage);
        for kind in ["negotiation.publication", "negotiation.filingStatement"] {
            let text = story.text(kind, &wage);
            assert_eq!(text.contains(WORDS), taken, "{kind}, put into the draft: {taken}: {text}");
            assert!(taken || text.contains("增长6%"), "{kind} tells what the contract says of it: {text}");
            assert!(!text.contains('【'), "{kind} leaves no blank of the text open: {text}");
        }
    }
}

#[test]
fn a_volume_files_the_reply_under_its_own_day_and_as_the_employer_s() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    story.on("2026-07-21");
    story.call("papers.issue", json!({ "kind": "negotiation.reply", "of": id }));
    let archive = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } }));
    let parts = archive["parts"].as_array().unwrap();
    let mut items = parts.iter().flat_map(|part| part["items"].as_array().unwrap());
    let reply = items.find(|one| one["number"].as_str().is_some_and(|number| number.starts_with("工协复")));
    let reply = reply.expect("the reply is filed");
    assert_eq!(
        (&reply["dated"], &reply["responsible"]),
        (&json!("2026-06-10"), &json!("赣江机械有限公司")),
        "{reply}"
    );
}

#[test]
fn the_list_of_representatives_says_once_what_the_law_guarantees() {
    let story = Story::begin("36", &[]);
    let id = answered(&story, &["wage"]);
    let text = story.text("negotiation.representatives", &id);
    let exceptions = "；这些情形是：严重违反劳动纪律或用人单位依法制定的规章制度；";
    assert!(text.contains(exceptions) && !text.contains("例外："), "{text}");
    let guaranteed = "保证履行代表职责所必要的工作时间和工作条件；履行代表职责视为提供正常劳动；";
    assert!(text.contains(guaranteed), "{text}");
    assert!(!text.contains("保证代表履职的时间和条件"), "its short form says the same: {text}");
}
