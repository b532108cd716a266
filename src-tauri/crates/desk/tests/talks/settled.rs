//! What was voted or signed changes by no way round: not by the trash, not by the journal, not by a later meeting, not by an ending
//! that nobody signed, not on the paper. It is continued by what amends it, or its acts are taken back first, the last one first.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::inspector::BLANKS;
use super::{TERM, agreed, agreement, event, get, meeting, published, vote};
use crate::duties::story::Story;

/// The number of the newest step.
fn newest(story: &Story) -> Value {
    story.call("ledger.head", json!({}))["seq"].clone()
}

fn take_back(seq: &Value) -> Value {
    json!({ "seq": seq })
}

/// How a blank of a contract is filled.
fn blank(story: &Story, wage: &Value, name: &str) -> Value {
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let all = draft["blanks"].as_array().unwrap();
    all.iter().find(|one| one["name"] == name).unwrap()["value"].clone()
}

/// A contract with its whole text, begun in talks where all is agreed. Its rise was corrected from eight percent to six; the step
/// that corrected it.
pub fn written(story: &Story, wage: &Value) -> Value {
    let fill = |name: &str, value: &str| {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    };
    story.call("contract.start", json!({ "agreement": wage }));
    for (name, value) in BLANKS.iter().copied().filter(|(name, _)| *name != "工资增长幅度") {
        fill(name, value);
    }
    fill("企业最低月工资", "2360");
    let mut record = story.call("union.get", json!({}))["details"].clone();
    record["enterprises"] = json!([{ "name": "赣江机械有限公司", "creditCode": "91360121MA35YL0263" }]);
    story.call("union.save", record);
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2025-01-01", "value": 200_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    fill("工资增长幅度", "8");
    fill("工资增长幅度", "6");
    newest(story)
}

#[test]
fn a_step_under_a_signed_contract_goes_back_only_after_the_acts_above_it() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let met = newest(&story);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let corrected = written(&story, &wage);
    let six = blank(&story, &wage, "工资增长幅度");
    let ends = |day: &str| json!({ "agreement": wage, "name": "合同止日", "value": day });
    story.call("contract.fill", ends("2027-08-31"));
    story.call("contract.fill", ends(TERM.1));
    let dated = newest(&story);
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    let drafted = newest(&story);
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let voted = newest(&story);
    let refused = story.refused("history.takeBack", take_back(&corrected));
    assert!(
        refused.message.contains("已经由职代会表决通过，填好的空不能再变"),
        "voted is settled: {}",
        refused.message
    );
    let refused = story.refused("history.takeBack", take_back(&dated));
    assert!(refused.message.contains("期限不能再变"), "so is its term: {}", refused.message);
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", facts);
    let signed = newest(&story);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    let filed = newest(&story);
    event(&story, &id, &wage, "inEffect", "2026-07-18", json!({}));
    let effect = newest(&story);

    let (whole, paper) = (get(&story, &id), story.text("negotiation.wageContract", &wage));
    for (what, seq, words) in [
        ("a corrected blank", &corrected, "已经签字，填好的空不能再变"),
        ("the only meeting", &met, "没有谈定"),
        ("the draft", &drafted, "“职代会表决”以它为前提"),
        ("the vote", &voted, "“双方签字”以它为前提"),
        ("the signature", &signed, "“报送”以它为前提"),
        ("the filing", &filed, "“生效”以它为前提"),
    ] {
        let refused = story.refused("history.takeBack", take_back(seq));
        assert_eq!(refused.code, "refused", "{what}: {}", refused.message);
        assert!(refused.message.contains(words), "{what}: {}", refused.message);
        assert_eq!(get(&story, &id), whole, "{what}: nothing changed");
    }
    assert_eq!(story.text("negotiation.wageContract", &wage), paper);

    // From the end it goes, and then the text is open again.
    for seq in [&effect, &filed, &signed, &voted] {
        story.call("history.takeBack", take_back(seq));
    }
    assert_eq!(agreement(&story, &id, "wage")["state"], "drafted");
    story.call("history.takeBack", take_back(&corrected));
    assert_ne!(blank(&story, &wage, "工资增长幅度"), six);
}

#[test]
fn the_trash_gives_nothing_back_that_a_contract_was_signed_without() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    let more = json!({ "agreement": wage, "item": "general", "text": "全体职工月工资另增长百分之十。" });
    let clause = story.call("contract.saveClause", more);
    let restored = json!({ "kind": "contractClause", "id": clause });
    story.call("contract.removeClause", json!({ "id": clause }));
    story.call("trash.restore", restored.clone());
    story.call("contract.removeClause", json!({ "id": clause }));
    let mut second = meeting(&story, &id, "2026-06-20");
    (second["topics"][0]["result"], second["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
    second["begins"] = json!("17:00");
    second["ends"] = json!("18:00");
    let second = story.call("negotiation.saveMeeting", second);
    story.call("negotiation.removeMeeting", json!({ "id": second }));
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-24", &[(&wage, 20)]);
    let failed = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    story.call("negotiation.removeVote", json!({ "id": failed }));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    super::from_signature(&story, &id, &wage);

    let (whole, paper) = (get(&story, &id), story.text("negotiation.wageContract", &wage));
    for (restored, words) in [
        (restored, "已经签字，条款不能再变"),
        (json!({ "kind": "meeting", "id": second }), "不能改成没有谈定"),
        (json!({ "kind": "congressSession", "id": failed }), "“职代会表决”"),
    ] {
        let refused = story.refused("trash.restore", restored.clone());
        assert_eq!(refused.code, "refused", "{restored}: {}", refused.message);
        assert!(refused.message.contains(words), "{restored}: {}", refused.message);
    }
    assert_eq!(get(&story, &id), whole);
    assert_eq!(story.text("negotiation.wageContract", &wage), paper);
    assert!(!paper.contains("百分之十"), "{paper}");
}

#[test]
fn a_meeting_after_the_vote_opens_nothing_until_a_change_is_begun() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    let held = get(&story, &id)["meetings"][0].clone();
    let again = |key: &str, value: Value| {
        let mut first = held["record"].clone();
        first["id"] = held["id"].clone();
        match key {
            "agreedText" => first["topics"][0][key] = value,
            _ => first[key] = value,
        }
        first
    };
    let less = again("agreedText", json!("月平均工资增长1%"));
    let refused = story.refused("negotiation.saveMeeting", less);
    assert!(
        refused.message.contains("“年度工资增长幅度”不能再改成别的内容"),
        "what was voted: {}",
        refused.message
    );
    story.call("negotiation.saveMeeting", again("place", json!("二楼会议室")));

    story.on("2026-09-08");
    let disputed = || {
        let mut second = meeting(&story, &id, "2026-09-08");
        (second["topics"][0]["result"], second["topics"][0]["agreedText"]) = (json!("disputed"), Value::Null);
        second
    };
    let refused = story.refused("negotiation.saveMeeting", disputed());
    assert!(
        refused.message.contains("不能改成没有谈定") && refused.message.contains("变更协议"),
        "{}",
        refused.message
    );
    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    let second = story.call("negotiation.saveMeeting", disputed());
    // What is disputed is the change: the contract says what it said, and its talks are not broken off.
    assert_eq!(agreement(&story, &id, "wage")["state"], "inEffect");
    let text = story.text("negotiation.publication", &wage);
    assert!(text.contains("月平均工资增长6%"), "{text}");
    story.on("2026-12-01");
    story.absent(&[DutyKind::NegotiationDispute]);
    story.call("negotiation.removeAgreement", json!({ "id": amendment }));
    let text = story.text("negotiation.publication", &wage);
    assert!(
        text.contains("月平均工资增长6%"),
        "its meeting stands, and says nothing of the contract: {text}"
    );
    story.call("negotiation.removeMeeting", json!({ "id": second }));
}

/// A change that the workers' side proposes on 1 September.
pub fn change(wage: &Value) -> Value {
    json!({
        "amends": wage, "act": "change", "proposedBy": "workers", "proposedOn": "2026-09-01", "ground": "item1",
        "reason": "新线投产后原有计件单价不能反映实际劳动量", "effectiveOn": "2026-10-01", "terms": [],
        "changes": [{ "clause": "夜班津贴", "was": "每班30元", "becomes": "每班40元" }],
    })
}

#[test]
fn a_contract_is_changed_renewed_rescinded_and_ended_by_its_procedure_alone() {
    let story = Story::begin("36", &[]);
    let (id, wage) = published(&story);
    story.on("2026-09-01");
    let add = |kind: &str, on: &str| json!({ "negotiation": id, "agreement": wage, "kind": kind, "happenedOn": on, "text": "以书面办理" });
    for kind in ["changed", "renewed", "rescinded", "ended"] {
        let refused = story.refused("negotiation.addEvent", add(kind, "2026-09-01"));
        assert_eq!(refused.field.as_deref(), Some("kind"), "{kind}: {}", refused.message);
        assert!(refused.message.contains("照签订的程序办"), "{kind}: {}", refused.message);
    }
    let noted = story.call("negotiation.addEvent", add("explained", "2026-09-01"));
    let turned = json!({ "id": noted, "kind": "ended", "happenedOn": "2026-09-01", "text": "以书面办理" });
    let refused = story.refused("negotiation.changeEvent", turned);
    assert!(refused.message.contains("照签订的程序办"), "nor by a correction: {}", refused.message);

    let amendment = story.call("negotiation.saveAmendment", change(&wage));
    story.on("2026-09-08");
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-09-08"));
    event(&story, &id, &amendment, "drafted", "2026-09-08", json!({}));
    vote(&story, &id, "2026-09-14", &[(&amendment, 42)]);
    let mut reworded = change(&wage);
    reworded["id"] = amendment.clone();
    story.call("negotiation.saveAmendment", reworded.clone());
    reworded["changes"][0]["becomes"] = json!("每班90元");
    let refused = story.refused("negotiation.saveAmendment", reworded);
    assert!(refused.message.contains("协议的内容不能再变"), "what was voted: {}", refused.message);
    event(&story, &id, &amendment, "signed", "2026-09-15", json!({ "copies": 5 }));
    let signed = newest(&story);
    story.call("negotiation.addEvent", add("changed", "2026-09-15"));
    let refused = story.refused("history.takeBack", take_back(&signed));
    assert!(refused.message.contains("“变更”"), "a change stands on its agreement: {}", refused.message);

    let mut late = add("ended", "2026-09-15");
    late["lateEntry"] = json!("终止协议在档案室");
    story.call("negotiation.addEvent", late);
    assert_eq!(agreement(&story, &id, "wage")["state"], "over");
}

#[test]
fn what_was_voted_is_not_reworded_on_its_paper() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    super::concluded(&story, &id, &wage);
    let voted = agreement(&story, &id, "wage")["votes"][0].clone();
    let (session, voted) = (voted["session"]["id"].clone(), voted["id"].clone());
    let met = get(&story, &id)["meetings"][0]["id"].clone();
    for (kind, of, block) in [
        ("negotiation.wageContract", &wage, "chapters.1/articles"),
        ("negotiation.wageContract", &wage, "basis"),
        ("negotiation.wageContract", &wage, "title"),
        ("negotiation.publication", &wage, "points"),
        ("negotiation.publication", &wage, "title"),
        ("negotiation.publication", &wage, "opening"),
        ("negotiation.filingStatement", &wage, "points"),
        ("negotiation.filingStatement", &wage, "course"),
        ("negotiation.filingStatement", &wage, "representatives"),
        ("negotiation.filingStatement", &wage, "congress"),
        ("negotiation.minutes", &met, "topics.1/result"),
        ("congress.count", &session, "title"),
        ("congress.resolution", &voted, "title"),
        ("congress.resolution", &voted, "opening"),
        ("congress.resolution", &voted, "result"),
        ("congress.resolution", &voted, "vote"),
    ] {
        let texts = story.call("papers.texts", json!({ "kind": kind, "of": of }));
        let offered = texts.as_array().unwrap().iter().any(|text| text["block"] == block);
        assert!(!offered, "{kind} {block} is not offered: {texts}");
        let other =
            json!({ "kind": kind, "of": of, "block": block, "replaced": "", "text": "赞成0票，增长12%。" });
        let refused = story.refused("papers.saveText", other);
        assert_eq!(refused.code, "refused", "{kind} {block}: {}", refused.message);
        assert!(refused.message.contains("登记变更"), "{kind} {block}: {}", refused.message);
    }
}

#[test]
fn undo_past_a_step_that_was_taken_back_leaves_no_draft_without_its_meeting() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let first = newest(&story);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.call("negotiation.saveMeeting", meeting(&story, &id, "2026-06-21"));
    story.call("history.takeBack", take_back(&first));
    let refused = story.refused("ledger.undo", json!({}));
    assert!(refused.message.contains("“形成草案”以它为前提"), "{}", refused.message);
    assert_eq!(agreement(&story, &id, "wage")["state"], "drafted");
}

#[test]
fn a_contract_that_came_back_and_was_reworded_did_come_back() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let facts = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", facts);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    let back = || event(&story, &id, &wage, "returned", "2026-07-06", json!({}));
    let mistaken = back();
    story.call("negotiation.removeEvent", json!({ "id": mistaken }));
    let returned = back();
    let seq = newest(&story);
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "5" }));
    let other = json!({ "id": returned, "kind": "received", "happenedOn": "2026-07-06", "text": "收到" });
    for (name, args) in [
        ("negotiation.removeEvent", json!({ "id": returned })),
        ("negotiation.changeEvent", other),
        ("history.takeBack", take_back(&seq)),
    ] {
        let refused = story.refused(name, args);
        assert!(refused.message.contains("退回以后改动过文字"), "{name}: {}", refused.message);
    }
    // Nor does it go in again with words that nobody passed.
    let again = |kind: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": kind, "happenedOn": "2026-07-06", "text": "补正后再报",
            "facts": { "receiver": "县人社局", "copies": 3 },
        })
    };
    let refused = story.refused("negotiation.addEvent", again("filed"));
    assert!(refused.message.contains("重新表决、签字"), "{}", refused.message);
    story.call("contract.fill", json!({ "agreement": wage, "name": "夜班津贴", "value": "35" }));
    assert_eq!(agreement(&story, &id, "wage")["state"], "returned", "its text is still open");
    // Taken back, the words are those that were passed.
    for _ in 0..2 {
        story.call("ledger.undo", json!({}));
    }
    story.call("negotiation.addEvent", again("filed"));
    assert_eq!(agreement(&story, &id, "wage")["state"], "filed");
}

#[test]
fn a_vote_that_was_removed_is_not_brought_back_over_another_text() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    written(&story, &wage);
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let session = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    let restored = json!({ "kind": "congressSession", "id": session });
    story.call("negotiation.removeVote", json!({ "id": session }));
    story.call("trash.restore", restored.clone());
    story.call("negotiation.removeVote", json!({ "id": session }));
    let removed = newest(&story);
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "5" }));
    for (name, args) in [("trash.restore", restored), ("history.takeBack", take_back(&removed))] {
        let refused = story.refused(name, args);
        assert!(refused.message.contains("改动过"), "{name}: {}", refused.message);
    }
    assert_eq!(agreement(&story, &id, "wage")["state"], "drafted");
}

#[test]
fn a_forgotten_round_is_entered_at_its_own_day_after_the_vote() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let found = |on: &str, begins: &str, ends: &str, words: Option<&str>| {
        let mut held = meeting(&story, &id, on);
        (held["begins"], held["ends"]) = (json!(begins), json!(ends));
        held["topics"][0]["result"] = json!(if words.is_some() { "agreed" } else { "disputed" });
        held["topics"][0]["agreedText"] = json!(words);
        held["lateEntry"] = json!("记录本后来才找到");
        held
    };
    // What was said before the last word, on an earlier day or in the morning of its day, changes nothing that was voted.
    story.call("negotiation.saveMeeting", found("2026-06-12", "14:00", "16:00", None));
    story.call("negotiation.saveMeeting", found("2026-06-15", "14:00", "16:00", Some("月平均工资增长3%")));
    story.call("negotiation.saveMeeting", found("2026-06-20", "9:30", "11:00", None));
    for after in [
        found("2026-06-20", "17:00", "18:00", None),
        found("2026-06-25", "9:30", "11:00", Some("月平均工资增长3%")),
    ] {
        let refused = story.refused("negotiation.saveMeeting", after);
        assert!(refused.message.contains("已经由职代会表决通过"), "the last word: {}", refused.message);
    }

    let talks = get(&story, &id);
    let topic = &talks["topics"][0];
    assert_eq!((&topic["result"], &topic["round"]), (&json!("agreed"), &json!(1)), "{topic}");
    assert_eq!(topic["agreedText"], "月平均工资增长6%");
    let rounds = |all: &Value| -> Vec<Value> {
        all.as_array().unwrap().iter().map(|one| one["round"].clone()).collect()
    };
    assert_eq!(rounds(&talks["meetings"]), [2, 3, 4, 1].map(|round| json!(round)), "by day and hour");
    assert_eq!(rounds(&topic["rounds"]), [0, 2, 3, 4, 1].map(|round| json!(round)));
    let advice = talks["advice"].to_string();
    assert!(advice.contains("第2轮会议是后来补记的，开在第1轮之前"), "{advice}");
    super::from_signature(&story, &id, &wage);
    let text = story.text("negotiation.publication", &wage);
    assert!(text.contains("月平均工资增长6%"), "{text}");
}
