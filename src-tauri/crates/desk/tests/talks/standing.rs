//! What others already stand on changes no more: an answered offer, the meetings behind a passed draft, the text that was voted, the
//! term that was signed.

use serde_json::{Value, json};

use super::inspector::BLANKS;
use super::{TERM, agreed, agreement, event, get, meeting, session, under_review, vote};
use crate::duties::story::Story;

/// The offer of [`agreed`] as its form sends it again, with one thing changed.
fn offer(story: &Story, id: &Value, key: &str, value: Value) -> Value {
    let topics: Vec<Value> = get(story, id)["topics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|topic| json!({ "id": topic["id"], "title": topic["title"], "proposal": topic["proposal"] }))
        .collect();
    let mut offer = json!({
        "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "上年度合同即将期满",
        "issuedOn": "2026-06-02", "receivedOn": "2026-06-02", "proposedOn": "2026-06-20", "proposedPlace": "三楼会议室", "contact": "陈望舒，分机8001",
        "information": "上年度工资总额",
        "topics": topics,
    });
    offer[key] = value;
    offer
}

#[test]
fn an_answered_offer_keeps_its_side_and_the_day_on_which_it_came() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    for (key, value, words) in [
        ("receivedOn", json!("2026-06-11"), "晚于对方答复的"),
        ("receivedOn", Value::Null, "收到日期不能空着"),
        ("by", json!("employer"), "由哪一方提出不能再改"),
    ] {
        let refused = story.refused("negotiation.saveOffer", offer(&story, &id, key, value));
        assert_eq!(refused.field.as_deref(), Some(key), "{}", refused.message);
        assert!(refused.message.contains(words), "{}", refused.message);
    }
    story.call("negotiation.saveOffer", offer(&story, &id, "receivedOn", json!("2026-06-10")));
    story.call("papers.issue", json!({ "kind": "negotiation.offer", "of": id }));
    let mut other = offer(&story, &id, "receivedOn", json!("2026-06-10"));
    other["topics"][0]["proposal"] = "平均增长1%".into();
    let refused = story.refused("negotiation.saveOffer", other);
    assert!(refused.message.contains("已经印发"), "{}", refused.message);
}

/// A wage contract with every blank filled but this one; the affair and the agreement.
fn all_but(story: &Story, open: &str) -> (Value, Value) {
    let id = agreed(story, &["wage"]);
    let wage = agreement(story, &id, "wage")["id"].clone();
    story.call("contract.start", json!({ "agreement": wage }));
    let blanks = BLANKS.iter().copied().chain([("企业最低月工资", "2360"), ("合同份数", "5")]);
    for (name, value) in blanks.filter(|(name, _)| *name != open) {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
    }
    event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
    (id, wage)
}

/// The vote of [`vote`] as its form sends it.
fn ballot(id: &Value, wage: &Value) -> Value {
    let votes = json!([{ "agreement": wage, "votesFor": 41, "votesAgainst": 1, "abstained": 1 }]);
    json!({ "negotiation": id, "session": session("2026-06-29"), "votes": votes })
}

#[test]
fn the_text_that_is_voted_is_whole() {
    let story = Story::begin("36", &[]);
    let (id, wage) = all_but(&story, "工资增长幅度");
    let fill = |name: &str, value: &str| json!({ "agreement": wage, "name": name, "value": value });
    story.on("2026-06-29");
    let told = || {
        let rungs = agreement(&story, &id, "wage")["rungs"].clone();
        rungs.as_array().unwrap().iter().find(|rung| rung["step"] == "vote").unwrap()["origin"].to_string()
    };
    assert!(told().contains("还有1处空没有填：工资增长幅度；填好以后再表决"), "told before: {}", told());
    let open = story.refused("negotiation.saveVote", ballot(&id, &wage));
    assert_eq!((open.code.as_str(), open.field.as_deref()), ("refused", Some("votes.0")));
    assert!(open.message.contains("还有空没有填：工资增长幅度"), "{}", open.message);
    assert!(open.rule.is_some(), "{open:?}");
    // Under what the contract itself calls the local minimum; the ledger knows none.
    story.call("contract.fill", fill("工资增长幅度", "6"));
    assert!(!told().contains("没有填"), "{}", told());
    story.call("contract.fill", fill("企业最低月工资", "1999.99"));
    let under = story.refused("negotiation.saveVote", ballot(&id, &wage));
    assert!(under.message.contains("低于合同自己写的当地月最低工资标准2,000元"), "{}", under.message);
    let lines = story.call("papers.list", json!({}));
    let line = lines.as_array().unwrap().iter().find(|one| one["kind"] == "negotiation.wageContract");
    assert!(line.unwrap()["missing"].to_string().contains("1处必须改正的内容"), "{line:?}");
    story.call("contract.fill", fill("企业最低月工资", "2000"));
    story.call("negotiation.saveVote", ballot(&id, &wage));
    // What a session had already is corrected, whatever standard came since.
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2026-06-01", "value": 250_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    let mut again = ballot(&id, &wage);
    again["session"]["id"] = agreement(&story, &id, "wage")["votes"][0]["session"]["id"].clone();
    again["votes"][0]["votesFor"] = json!(40);
    again["votes"][0]["abstained"] = json!(2);
    story.call("negotiation.saveVote", again);
}

#[test]
fn the_head_table_of_an_own_text_is_told_of_before_the_vote() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let own = json!({ "agreement": wage, "item": "general", "text": "全体职工月平均工资增长百分之六。" });
    story.call("contract.saveClause", own);
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    story.on("2026-06-29");
    let told = || {
        let rungs = agreement(&story, &id, "wage")["rungs"].clone();
        rungs.as_array().unwrap().iter().find(|rung| rung["step"] == "vote").unwrap()["origin"].to_string()
    };
    let named = "还有3处空没有填：企业最低月工资、当地最低月工资、当地标准执行日；";
    assert!(told().contains(named), "{}", told());
    let refused = story.refused("negotiation.saveVote", ballot(&id, &wage));
    assert!(refused.message.contains("处必须改正"), "{}", refused.message);
    super::fill_head(&story, &wage);
    assert!(!told().contains("没有填"), "{}", told());
}

#[test]
fn a_vote_of_before_is_entered_as_it_was() {
    let story = Story::begin("36", &[]);
    let (id, wage) = all_but(&story, "工资增长幅度");
    story.on("2026-06-29");
    let mut late = ballot(&id, &wage);
    late["session"]["lateEntry"] = json!("表决早已开过");
    story.call("negotiation.saveVote", late);
    let fill = json!({ "agreement": wage, "name": "工资增长幅度", "value": "6" });
    story.call("contract.fill", fill);
}

#[test]
fn what_the_congress_passed_is_what_is_signed() {
    let story = Story::begin("36", &[]);
    // Who stands for the enterprise is a fact of the signature.
    let (id, wage) = all_but(&story, "企业法定代表人");
    let fill = |name: &str, value: &str| json!({ "agreement": wage, "name": name, "value": value });
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);

    for (name, value) in [("工资增长幅度", "1"), ("差额补发日", "2026-09-01")] {
        let refused = story.refused("contract.fill", fill(name, value));
        assert!(refused.message.contains("职代会已经表决通过"), "{name}: {}", refused.message);
    }
    story.call("contract.fill", fill("企业法定代表人", "吴建国"));
    let term =
        json!({ "id": wage, "title": "工资集体合同", "termFrom": "2026-08-01", "termTo": "2030-07-31" });
    let refused = story.refused("negotiation.saveAgreement", term.clone());
    assert!(refused.message.contains("职代会已经表决通过，期限不能再改"), "{}", refused.message);
    let mut spoiled = meeting(&story, &id, "2026-06-20");
    spoiled["id"] = get(&story, &id)["meetings"][0]["id"].clone();
    spoiled["topics"][0]["result"] = "disputed".into();
    let refused = story.refused("negotiation.saveMeeting", spoiled);
    assert!(refused.message.contains("不能改成没有谈定"), "{}", refused.message);

    let sign = |from: &str, to: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-06-29", "text": "",
            "facts": { "copies": 5, "termFrom": from, "termTo": to },
        })
    };
    for (from, to, field) in
        [("2026-08-02", "2027-07-31", "termFrom"), ("2026-08-01", "2030-07-31", "termTo")]
    {
        let refused = story.refused("negotiation.addEvent", sign(from, to));
        assert_eq!(refused.field.as_deref(), Some(field), "{}", refused.message);
        assert!(refused.message.contains("表决通过的文本里") && refused.rule.is_some(), "{refused:?}");
    }
    // A standard that rose since: the text passed is under it now, and only a late entry lets the paper stand.
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2026-06-01", "value": 250_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    let whole = sign("2026-08-01", "2027-07-31");
    let refused = story.refused("negotiation.addEvent", whole.clone());
    assert!(refused.message.contains("必须改正"), "under the minimum: {}", refused.message);
    let told = json!({ "negotiation": id, "agreement": wage, "kind": "notified", "happenedOn": "2026-06-29", "text": "" });
    let told = story.call("negotiation.addEvent", told);
    let turned = json!({ "id": told, "kind": "signed", "happenedOn": "2026-06-29", "text": "", "facts": whole["facts"] });
    let refused = story.refused("negotiation.changeEvent", turned);
    assert!(refused.message.contains("必须改正"), "nor by a correction: {}", refused.message);
    let mut late = whole;
    late["lateEntry"] = "纸面上早已签好".into();
    let signed = story.call("negotiation.addEvent", late);
    let longer = json!({
        "id": signed, "kind": "signed", "happenedOn": "2026-06-29", "text": "", "lateEntry": "纸面上早已签好",
        "facts": { "copies": 5, "termFrom": "2026-08-01", "termTo": "2036-07-31" },
    });
    let refused = story.refused("negotiation.changeEvent", longer);
    assert_eq!(refused.field.as_deref(), Some("termTo"), "nor later: {}", refused.message);
    let refused = story.refused("negotiation.saveAgreement", term);
    assert!(refused.message.contains("期限不能再改"), "{}", refused.message);
    let refused = story.refused("contract.fill", fill("发薪日", "15"));
    assert!(refused.message.contains("已经签字"), "{}", refused.message);
}

#[test]
fn who_stands_for_a_party_is_asked_for_at_the_signature_and_put_right_where_it_was_left_open() {
    let story = Story::begin("36", &[]);
    let (id, wage) = all_but(&story, "企业法定代表人");
    let fill = |name: &str, value: Value| json!({ "agreement": wage, "name": name, "value": value });
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let rungs = agreement(&story, &id, "wage")["rungs"].clone();
    let told = rungs.as_array().unwrap().iter().find(|rung| rung["step"] == "signature").unwrap();
    assert!(told["origin"].as_str().unwrap().contains("还没有填企业法定代表人；"), "told before: {told}");
    let mut sign = json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-06-29", "text": "",
        "facts": { "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" },
    });
    let refused = story.refused("negotiation.addEvent", sign.clone());
    assert_eq!(refused.field.as_deref(), Some("kind"), "{}", refused.message);
    assert!(refused.message.contains("首页表格还没有填企业法定代表人。"), "{}", refused.message);

    sign["lateEntry"] = json!("纸面上早已签好");
    story.call("negotiation.addEvent", sign);
    // Filled in after the signature, it is put right, but not left open again; what stood there at the signature stays.
    for (name, wrong, right) in [
        ("企业法定代表人", "吴健国", "吴建国"),
        ("企业地址和电话", "银三角路6号", "银三角路8号，0791-80000100"),
    ] {
        for value in [wrong, right] {
            story.call("contract.fill", fill(name, json!(value)));
        }
        let refused = story.refused("contract.fill", fill(name, Value::Null));
        assert!(refused.message.contains("已经签字"), "{name}: {}", refused.message);
    }
    let refused = story.refused("contract.fill", fill("工会法定代表人", json!("林知秋")));
    assert!(refused.message.contains("已经签字"), "{}", refused.message);
    let text = story.text("negotiation.wageContract", &wage);
    assert!(text.contains("吴建国") && text.contains("银三角路8号"), "{text}");
    assert!(!text.contains("吴健国") && !text.contains("银三角路6号"), "{text}");
}

#[test]
fn the_step_that_named_a_party_after_the_signature_is_taken_back_and_no_other() {
    let story = Story::begin("36", &[]);
    let (id, wage) = all_but(&story, "企业法定代表人");
    let newest = || story.call("ledger.head", json!({}))["seq"].clone();
    let fill = |name: &str, value: &str| {
        story.call("contract.fill", json!({ "agreement": wage, "name": name, "value": value }));
        newest()
    };
    let stands = |name: &str| {
        let draft = story.call("contract.get", json!({ "agreement": wage }));
        let blanks = draft["blanks"].as_array().unwrap().clone();
        blanks.into_iter().find(|one| one["name"] == name).unwrap()["value"].clone()
    };
    let (head, address) = ("企业法定代表人", "工会地址和电话");
    // What was known at the signature stands since.
    let known = fill(address, "银三角路8号");
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    story.call(
        "negotiation.addEvent",
        json!({
            "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-06-29", "text": "",
            "facts": { "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 }, "lateEntry": "纸面上早已签好",
        }),
    );
    let refused = story.refused("history.takeBack", json!({ "seq": known }));
    assert!(refused.message.contains("填好的空不能再变"), "{}", refused.message);

    fill(head, "吴健国");
    story.call("ledger.undo", json!({}));
    assert_eq!(stands(head), Value::Null);
    story.call("ledger.redo", json!({}));
    assert_eq!(stands(head), "吴健国");
    let right = fill(head, "吴建国");
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    story.call("history.takeBack", json!({ "seq": right }));
    assert_eq!((stands(head), stands(address)), (json!("吴健国"), json!("银三角路8号")));
}

#[test]
fn a_party_s_blank_in_a_clause_is_a_word_of_what_was_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = all_but(&story, "企业法定代表人");
    let own = "企业由【企业法定代表人】负责合同的履行。";
    story.call("contract.saveClause", json!({ "agreement": wage, "item": "general", "text": own }));
    story.on("2026-06-29");
    let mut late = ballot(&id, &wage);
    late["session"]["lateEntry"] = json!("表决早已开过");
    story.call("negotiation.saveVote", late);
    story.call("negotiation.addEvent", json!({
        "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-06-29", "text": "",
        "facts": { "copies": 5, "termFrom": "2026-08-01", "termTo": "2027-07-31" }, "lateEntry": "纸面上早已签好",
    }));
    let fill = json!({ "agreement": wage, "name": "企业法定代表人", "value": "吴建国" });
    let refused = story.refused("contract.fill", fill);
    assert!(refused.message.contains("已经签字"), "{}", refused.message);
}

#[test]
fn what_takes_effect_is_for_the_term_that_was_signed() {
    let story = Story::begin("36", &[]);
    let (id, wage) = under_review(&story);
    story.on("2026-07-18");
    let effect = |to: &str| {
        json!({
            "negotiation": id, "agreement": wage, "kind": "inEffect", "happenedOn": "2026-07-18", "text": "以书面办理",
            "facts": { "termFrom": TERM.0, "termTo": to },
        })
    };
    let refused = story.refused("negotiation.addEvent", effect("2029-07-31"));
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    story.call("negotiation.addEvent", effect(TERM.1));
    assert_eq!(agreement(&story, &id, "wage")["termTo"], TERM.1);
}

#[test]
fn a_renewal_that_is_told_as_an_event_moves_no_term() {
    let story = Story::begin("36", &[]);
    let (id, wage) = super::published(&story);
    story.on("2027-07-01");
    let term = |when: &str| {
        let now = agreement(&story, &id, "wage");
        assert_eq!((&now["termFrom"], &now["termTo"]), (&json!(TERM.0), &json!(TERM.1)), "{when}");
    };
    let mut renewed = json!({
        "negotiation": id, "agreement": wage, "kind": "renewed", "happenedOn": "2027-07-01", "text": "以书面办理",
        "facts": { "termFrom": "2027-08-01", "termTo": "2036-07-31" }, "lateEntry": "续签协议在档案室",
    });
    let refused = story.refused("negotiation.addEvent", renewed.clone());
    assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
    assert!(refused.message.contains("写在续签协议里"), "{}", refused.message);
    term("refused");
    renewed["facts"] = json!({ "untilOn": "2027-08-01" });
    let renewed = story.call("negotiation.addEvent", renewed);
    term("told");
    let moved = json!({
        "id": renewed, "kind": "renewed", "happenedOn": "2027-07-01", "text": "以书面办理",
        "facts": { "termFrom": "2027-08-01", "termTo": "2028-07-31" },
    });
    let refused = story.refused("negotiation.changeEvent", moved);
    assert_eq!(refused.field.as_deref(), Some("termTo"), "nor by a correction: {}", refused.message);
    story.call("negotiation.removeEvent", json!({ "id": renewed }));
    term("taken away");
}

#[test]
fn a_term_is_judged_at_the_signature_though_no_text_is_kept() {
    let sign = |story: &Story, to: &str, late: Value| {
        let id = agreed(story, &["wage"]);
        let wage = agreement(story, &id, "wage")["id"].clone();
        event(story, &id, &wage, "drafted", "2026-06-22", json!({}));
        vote(story, &id, "2026-06-29", &[(&wage, 41)]);
        story.on("2026-07-02");
        let args = json!({
            "negotiation": id, "agreement": wage, "kind": "signed", "happenedOn": "2026-07-02", "text": "以书面办理",
            "facts": { "copies": 5, "termFrom": TERM.0, "termTo": to }, "lateEntry": late,
        });
        (id, story.tried("negotiation.addEvent", args))
    };
    // 河南 binds it: not more than three years, not less than one, whenever it is typed.
    for (to, words) in [("2035-07-31", "不超过3年"), ("2027-06-30", "不少于1年")] {
        for late in [Value::Null, json!("纸面上早已签好")] {
            let (_, done) = sign(&Story::begin("41", &[]), to, late);
            let refused = done.expect_err(words);
            assert_eq!(refused.field.as_deref(), Some("termTo"), "{}", refused.message);
            assert!(refused.message.contains(words) && refused.rule.is_some(), "{}", refused.message);
        }
    }
    // 江西 and the nation only call a length usual: it is told with its article, and stands in nobody's way.
    let story = Story::begin("36", &[]);
    let (id, done) = sign(&story, "2035-07-31", Value::Null);
    done.expect("the law binds nobody to less");
    let advice = get(&story, &id)["advice"].to_string();
    assert!(advice.contains("到2035年7月31日，超过3年（"), "{advice}");
}
