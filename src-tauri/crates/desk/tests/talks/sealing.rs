//! A sealed affair: what stands against it is told before, nothing of it changes after, and it goes on in another one.

use affairs::duty::DutyKind;
use desk::{Effect, Module, Right};
use serde_json::{Value, json};

use super::{PIXEL, agreed, agreement, event, get, meeting, sent_up, session};
use crate::duties::story::Story;

fn closing(story: &Story, id: &Value) -> Value {
    get(story, id)["closing"].clone()
}

#[test]
fn what_is_open_stands_against_the_seal_until_a_reason_is_given() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let open = closing(&story, &id);
    assert!(open["open"][0].as_str().unwrap().contains("还没有生效"), "{open}");
    let refused = story.refused("negotiation.seal", json!({ "id": id }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("refused", Some("reason")));
    assert!(
        refused.message.contains("还没有生效") && refused.message.contains("理由"),
        "{}",
        refused.message
    );
    story.call("negotiation.seal", json!({ "id": id, "reason": "企业解散，双方同意不再协商" }));
    let sealed = closing(&story, &id);
    assert_eq!(
        (&sealed["seal"]["outcome"], &sealed["seal"]["sealedOn"]),
        (&json!("abandoned"), &json!("2026-06-20"))
    );
    let again = story.refused("negotiation.seal", json!({ "id": id, "reason": "再封一次" }));
    assert_eq!(again.code, "sealed", "{}", again.message);
}

#[test]
fn a_sealed_text_says_so_and_nothing_is_advised_that_cannot_be_done_any_more() {
    let story = Story::begin("36", &[]);
    let (id, wage) = super::passed(&story);
    let facts = json!({ "copies": 2, "termFrom": super::TERM.0, "termTo": super::TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", facts);
    let text = || story.call("contract.get", json!({ "agreement": wage }));
    let open = text();
    assert!(open["settled"].as_str().unwrap().contains("先撤回签字和表决的登记"), "{open}");
    assert_eq!(open["sealed"], false);
    assert!(get(&story, &id)["advice"].to_string().contains("请补签"), "{}", get(&story, &id)["advice"]);
    story.call("negotiation.seal", json!({ "id": id, "reason": "企业解散，双方同意不再协商" }));
    let sealed = text();
    let why = sealed["settled"].as_str().unwrap();
    assert!(why.contains("已于2026年7月2日封存") && why.contains("接续协商"), "{why}");
    assert!(!why.contains("撤回") && !why.contains("登记变更"), "{why}");
    assert_eq!((&sealed["sealed"], &sealed["copied"]), (&json!(true), &json!(false)));
    assert_eq!(get(&story, &id)["advice"], json!([]));
}

#[test]
fn what_is_entered_since_the_seal_says_nothing_of_a_sealed_affair() {
    let story = Story::begin("36", &[]);
    let (id, wage) = super::passed(&story);
    story.call("union.saveWorkforce", json!({ "asOf": "2026-06-29", "workers": 320, "source": "企业报表" }));
    let whole = || story.call("negotiation.preparation", json!({ "id": id }));
    assert_eq!(whole()["workers"], 320);
    story.call("negotiation.seal", json!({ "id": id, "reason": "企业解散，双方同意不再协商" }));
    let text = || story.call("contract.get", json!({ "agreement": wage }));
    let (stood, prepared) = (text(), whole());
    assert_eq!(stood["findings"], json!([]), "nothing can be mended any more");
    story.on("2026-07-03");
    story.call("pay.saveReference", json!({
        "kind": "minimum", "region": "南昌县", "period": "2026-07-01", "value": 230_000, "unit": "yuanMonth",
        "source": "省人社厅文件",
    }));
    story.call("union.saveWorkforce", json!({ "asOf": "2026-07-03", "workers": 999, "source": "企业报表" }));
    assert_eq!(text(), stood, "another minimum wage");
    assert_eq!(whole(), prepared, "another number of workers");
}

#[test]
fn an_effect_that_nobody_published_is_open_and_a_published_one_is_done() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    super::concluded(&story, &id, &wage);
    let open = closing(&story, &id)["open"].to_string();
    assert!(open.contains("还没有登记公布") && open.contains("还没有登记报送上级工会"), "{open}");
    event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    let open = closing(&story, &id)["open"].clone();
    assert_eq!(open.as_array().unwrap().len(), 1, "{open}");
    assert!(open[0].as_str().unwrap().contains("已经生效，还没有登记报送上级工会"), "{open}");
    let refused = story.refused("negotiation.seal", json!({ "id": id }));
    assert_eq!(refused.field.as_deref(), Some("reason"), "{}", refused.message);
    event(&story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    let ready = closing(&story, &id);
    assert_eq!(ready["open"], json!([]), "done: {ready}");
    let told = ready["told"].to_string();
    assert!(told.contains("2027年7月31日"), "told before: {told}");
    story.call("negotiation.seal", json!({ "id": id }));
    assert_eq!(closing(&story, &id)["seal"]["outcome"], "done");
    let list = story.call("negotiation.list", json!({}));
    assert_eq!((&list[0]["state"], &list[0]["sealed"]), (&json!("已封存"), &json!(true)));
}

#[test]
fn what_was_not_published_or_sent_up_before_the_seal_is_done_in_the_affair_that_goes_on() {
    // Neither was done; it was published and not sent up.
    for (published, what, due) in [(false, "公布合同", "2026-07-23"), (true, "报送上级工会", "2026-07-20")]
    {
        let story = Story::begin("36", &[]);
        let id = agreed(&story, &["wage"]);
        let wage = agreement(&story, &id, "wage")["id"].clone();
        super::concluded(&story, &id, &wage);
        if published {
            event(&story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
        }
        story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
        let outcome = closing(&story, &id)["seal"]["outcome"].clone();
        assert_eq!(outcome, "done", "a contract in force is not given up");
        let duties = story.call("today.list", json!({}))["duties"].as_array().unwrap().clone();
        let on: Vec<&Value> = duties.iter().filter(|one| one["button"] == "接续协商").collect();
        assert_eq!(on.len(), 1, "{on:?}");
        assert!(on[0]["title"].as_str().unwrap().contains(what), "{}", on[0]);
        assert_eq!((&on[0]["due"], &on[0]["place"]["id"]), (&json!(due), &id), "{}", on[0]);

        story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
        story.absent(&[DutyKind::NegotiationContinue]);
        story.beside(DutyKind::AgreementSendUp);
        if !published {
            story.beside(DutyKind::AgreementPublication);
        }
    }
}

#[test]
fn what_was_left_open_before_the_talks_is_told_too() {
    let story = Story::begin("43", &[]);
    let id = agreed(&story, &["wage"]);
    let item =
        |name: &str| json!({ "of": "employer", "name": name, "askedOn": "2026-06-20", "askedBy": "陈望舒" });
    let items = json!([item("上年度工资总额"), item("利润总额")]);
    story.call("negotiation.saveInformation", json!({ "negotiation": id, "items": items }));
    let talks = get(&story, &id);
    let first = talks["information"]["items"][0]["id"].clone();
    let came = json!({ "item": first, "receivedOn": "2026-06-20", "receivedFrom": "财务部" });
    story.call("negotiation.markInformation", came);
    let told = || closing(&story, &id)["told"].as_array().unwrap().clone();
    assert!(told().contains(&json!("协商资料有1项没有登记结果：利润总额。")), "{:?}", told());
    let unsigned = "保密承诺有6人没有登记签署：陈望舒、林知秋、黄若水、高子衿、罗思齐、何怀谷。";
    assert!(told().contains(&json!(unsigned)), "{:?}", told());
    assert!(told().contains(&json!("职工方协商代表没有登记公布。")), "{:?}", told());
    story.call("negotiation.addEvent", json!({
        "negotiation": id, "kind": "posted", "happenedOn": "2026-06-20", "facts": { "receiver": "公告栏" },
    }));
    let all: Vec<Value> =
        talks["representatives"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    let signed = json!({ "negotiation": id, "representatives": all, "signedOn": "2026-06-20" });
    story.call("negotiation.signSecrecy", signed);
    let left = told();
    let words = |what: &str| left.iter().any(|one| one.as_str().unwrap().contains(what));
    assert!(!words("保密承诺") && !words("职工方协商代表"), "{left:?}");
    assert!(words("企业方协商代表没有登记公布"), "the text of 湖南 speaks of both sides: {left:?}");
}

/// The commands that write an affair, each with a request that names a record of this one.
fn requests(story: &Story, id: &Value, wage: &Value) -> Vec<(&'static str, Value)> {
    let talks = get(story, id);
    let event = &talks["agreements"][0]["events"][0]["id"];
    let held = &talks["meetings"][0]["id"];
    let voted = &talks["agreements"][0]["votes"][0]["session"]["id"];
    let check = &talks["agreements"][0]["checks"][0]["id"];
    let draft = story.call("contract.get", json!({ "agreement": wage }));
    let clause = &draft["chapters"][0]["clauses"][0]["clause"]["id"];
    let version = &draft["versions"][0]["id"];
    let changed = json!({ "kind": "noted", "happenedOn": "2026-06-21", "text": "更正" });
    let with = |mut record: Value, key: &str, value: &Value| {
        record[key] = value.clone();
        record
    };
    vec![
        (
            "negotiation.saveOffer",
            json!({
                "negotiation": id, "by": "workers", "addressee": "公司", "reasons": "", "issuedOn": "2026-06-02", "contact": "",
                "information": "", "topics": [{ "title": "奖金" }],
            }),
        ),
        (
            "negotiation.recordReply",
            json!({
                "negotiation": id, "kind": "agreed", "repliedOn": "2026-06-10", "repliedBy": "公司", "text": "",
            }),
        ),
        ("negotiation.saveRepresentatives", json!({ "negotiation": id })),
        (
            "negotiation.fillSeat",
            json!({
                "negotiation": id, "vacancy": event,
                "person": { "name": "周喆", "sex": "male", "post": "电工", "chosenHow": "职代会选举", "chosenOn": "2026-07-21" },
            }),
        ),
        (
            "negotiation.saveElection",
            json!({
                "negotiation": id, "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-07-21", "due": 45, "present": 42,
                "way": "secret",
                "candidates": [{ "name": "周喆", "sex": "male", "votesFor": 40, "votesAgainst": 1, "abstained": 1 }],
            }),
        ),
        (
            "negotiation.saveMandate",
            json!({
                "negotiation": id, "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female",
                "principal": "陈望舒", "scope": ["提供咨询"], "givenOn": "2026-07-21", "fromOn": "2026-07-21",
            }),
        ),
        (
            "negotiation.saveOpinions",
            json!({
                "negotiation": id, "fromOn": "2026-05-01", "toOn": "2026-05-05", "handedOut": 320, "returned": 263,
                "topics": [{ "title": "工资增长", "people": 241, "gist": "增长8%" }],
            }),
        ),
        ("negotiation.remove", json!({ "id": id })),
        ("negotiation.removeOpinions", json!({ "id": id })),
        ("negotiation.takeOpinions", json!({ "id": id })),
        ("negotiation.openWarning", json!({ "id": id })),
        (
            "negotiation.saveOrder",
            json!({ "negotiation": id, "department": "县人社局", "askedOn": "2026-07-21" }),
        ),
        (
            "negotiation.saveSuspension",
            json!({
                "negotiation": id, "reason": "等审计报告", "fromOn": "2026-07-21", "resumeOn": "2026-07-30",
                "resumePlace": "会议室", "resumeSubject": "工资增幅", "workersAgreed": "陈望舒", "employerAgreed": "高子衿",
            }),
        ),
        ("negotiation.saveInformation", json!({ "negotiation": id, "items": [] })),
        // These name a record of their own kind; the seal answers for whatever record of the affair is named.
        ("negotiation.removeElection", json!({ "id": id })),
        ("negotiation.removeMandate", json!({ "id": id })),
        ("negotiation.removeOrder", json!({ "id": id })),
        ("negotiation.removeSuspension", json!({ "id": id })),
        ("negotiation.resume", json!({ "suspension": id })),
        ("negotiation.markInformation", json!({ "item": id })),
        (
            "negotiation.signSecrecy",
            json!({ "negotiation": id, "representatives": [talks["representatives"][0]["id"]] }),
        ),
        ("negotiation.saveTopic", json!({ "topic": talks["topics"][0]["id"] })),
        ("negotiation.saveMeeting", meeting(story, id, "2026-07-21")),
        ("negotiation.removeMeeting", json!({ "id": held })),
        ("negotiation.addEvent", with(changed.clone(), "negotiation", id)),
        ("negotiation.changeEvent", with(changed, "id", event)),
        ("negotiation.removeEvent", json!({ "id": event })),
        ("negotiation.addAgreement", json!({ "negotiation": id, "kind": "women" })),
        ("negotiation.saveAgreement", json!({ "id": wage, "title": "另一个名称" })),
        ("negotiation.removeAgreement", json!({ "id": wage })),
        (
            "negotiation.saveVote",
            json!({
                "negotiation": id, "session": session("2026-07-21"),
                "votes": [{ "agreement": wage, "votesFor": 41, "votesAgainst": 2, "abstained": 0 }],
            }),
        ),
        ("negotiation.removeVote", json!({ "id": voted })),
        ("negotiation.markMaterial", json!({ "agreement": wage, "item": "item1", "ready": true })),
        ("negotiation.saveCheck", a_check(wage)),
        ("negotiation.removeCheck", json!({ "id": check })),
        (
            "negotiation.saveAmendment",
            json!({
                "amends": wage, "act": "end", "proposedBy": "workers", "proposedOn": "2026-07-21", "reason": "约定的条件出现",
                "effectiveOn": "2026-07-31", "terms": [], "changes": [],
            }),
        ),
        ("negotiation.saveFiling", json!({ "agreement": wage, "department": "县人社局", "filer": "饶思敏" })),
        (
            "negotiation.markUndertaking",
            json!({ "undertaking": talks["meetings"][0]["record"]["undertakings"][0]["id"] }),
        ),
        ("negotiation.takeScenario", json!({ "id": id })),
        ("contract.start", json!({ "agreement": wage })),
        ("contract.saveClause", json!({ "agreement": wage, "item": "pay", "text": "工资按月支付" })),
        ("contract.takeLibrary", json!({ "agreement": wage, "library": "pay-1" })),
        ("contract.takeAgreed", json!({ "agreement": wage, "topic": talks["topics"][0]["id"] })),
        ("contract.order", json!({ "agreement": wage, "clauses": [clause] })),
        ("contract.removeClause", json!({ "id": clause })),
        ("contract.fill", json!({ "agreement": wage, "name": "发薪日", "value": "10" })),
        ("contract.keep", json!({ "agreement": wage, "note": "定稿" })),
        ("contract.paste", json!({ "agreement": wage, "text": "第一条 工资按月支付", "note": "上年合同" })),
        ("contract.removeVersion", json!({ "id": version })),
        ("skillPay.save", json!({ "negotiation": id, "levels": [], "forms": [] })),
    ]
}

pub fn a_check(wage: &Value) -> Value {
    json!({
        "agreement": wage, "fromOn": "2026-07-18", "toOn": "2026-07-20", "checkedOn": "2026-07-20",
        "method": "查阅工资表", "conclusion": "已经履行", "workers": ["陈望舒"], "employer": ["高子衿"],
        "clauses": [{ "clause": "工资增长", "target": "增长6%", "actual": "增长6%" }],
    })
}

#[test]
fn the_files_of_what_came_of_an_affair_are_filed_with_it() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_up(&story);
    story.call("negotiation.saveOpinions", json!({
        "negotiation": id, "fromOn": "2026-05-20", "toOn": "2026-05-28", "handedOut": 320, "returned": 263,
        "topics": [{ "title": "年度工资增长幅度", "people": 241 }],
    }));
    let survey = story.call("negotiation.preparation", json!({ "id": id }))["survey"].clone();
    let check = story.call("negotiation.saveCheck", a_check(&wage));
    let files = [
        ("opinionSurvey", &survey, "征集表.png"),
        ("agreement", &wage, "签字页.png"),
        ("agreementCheck", &check, "检查记录.png"),
    ];
    for (kind, of, name) in files {
        let of = json!({ "kind": kind, "id": of });
        story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": name }));
    }
    let filed = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } })).to_string();
    for (kind, _, name) in files {
        assert!(filed.contains(name), "{kind}: {filed}");
    }
}

#[test]
fn no_command_changes_a_sealed_affair() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_up(&story);
    let mut first = meeting(&story, &id, "2026-06-20");
    first["id"] = get(&story, &id)["meetings"][0]["id"].clone();
    first["undertakings"] = json!([{ "what": "提供工资总额", "side": "employer", "owner": "罗思齐" }]);
    story.call("negotiation.saveMeeting", first);
    story.call("negotiation.saveCheck", a_check(&wage));
    story.call("contract.start", json!({ "agreement": wage }));
    story.call("contract.keep", json!({ "agreement": wage, "note": "第一稿" }));
    let of = json!({ "kind": "negotiation", "id": id });
    let added = story.job("files.add", json!({ "of": of, "pasted": PIXEL, "name": "签到表.png" }));
    let file = story.call("files.list", json!({ "of": of }))[0]["id"].clone();
    assert!(file.is_string(), "{added}");
    let gone = event(&story, &id, &Value::Null, "noted", "2026-07-20", json!({}));
    story.call("negotiation.removeEvent", json!({ "id": gone }));

    let asked = requests(&story, &id, &wage);
    story.call("negotiation.seal", json!({ "id": id }));
    let before = get(&story, &id);

    let ours = |name: &str| ["negotiation.", "contract.", "skillPay."].iter().any(|of| name.starts_with(of));
    let writes = |command: &&desk::Command| matches!(command.effect, Effect::Reversible | Effect::Final);
    for command in desk::commands().iter().filter(|one| ours(one.name)).filter(writes) {
        if ["negotiation.start", "negotiation.seal"].contains(&command.name) {
            continue;
        }
        assert_eq!(command.right, Right::Writer(Module::Negotiation), "{}", command.name);
        assert!(asked.iter().any(|(name, _)| *name == command.name), "{} is tried here", command.name);
    }
    let beside = vec![
        ("files.rename", json!({ "id": file, "name": "改名.png" })),
        ("files.remove", json!({ "id": file })),
        ("papers.issue", json!({ "kind": "negotiation.minutes", "of": before["meetings"][0]["id"] })),
        ("trash.restore", json!({ "kind": "event", "id": gone })),
    ];
    for (name, args) in asked.into_iter().chain(beside) {
        let refused = story.refused(name, args);
        assert_eq!(refused.code, "sealed", "{name}: {}", refused.message);
        assert!(
            refused.message.contains("已于2026年7月20日封存，内容不能再改"),
            "{name}: {}",
            refused.message
        );
    }
    let add = json!({ "of": of, "pasted": PIXEL, "name": "又一张.png" });
    let refused = story.job_refused("files.add", add);
    assert_eq!(refused.code, "sealed", "files.add: {}", refused.message);
    let undo = story.refused("ledger.undo", json!({}));
    assert!(undo.message.contains("封存协商"), "undo stops at it and says so: {}", undo.message);
    assert_eq!(get(&story, &id), before, "nothing of it has changed");
}

#[test]
fn a_sealed_affair_goes_on_in_another_that_carries_its_contract() {
    let story = Story::begin("33", &[]);
    let (id, wage) = sent_up(&story);
    let early = story.refused("negotiation.start", json!({ "year": 2026, "continues": id }));
    assert_eq!(early.field.as_deref(), Some("continues"), "not sealed yet: {}", early.message);
    story.call("contract.start", json!({ "agreement": wage }));
    story.call("contract.fill", json!({ "agreement": wage, "name": "工资增长幅度", "value": "6" }));
    story.call("contract.keep", json!({ "agreement": wage, "note": "签字稿" }));
    let text = |of: &Value| -> Vec<Value> {
        let draft = story.call("contract.get", json!({ "agreement": of }));
        let chapters = draft["chapters"].as_array().unwrap().clone();
        let clauses = chapters.iter().flat_map(|one| one["clauses"].as_array().unwrap().clone());
        clauses.map(|one| json!([one["clause"]["text"], one["filled"]])).collect()
    };
    let stood = text(&wage);
    story.call("negotiation.seal", json!({ "id": id }));
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let whole = get(&story, &next);
    assert_eq!(whole["closing"]["continues"]["id"], id);
    assert_eq!(whole["title"], "2026年度工资集体协商（接续）");
    let carried = &whole["agreements"][0];
    assert_eq!(
        (&carried["state"], &carried["termTo"]),
        (&json!("inEffect"), &json!(super::TERM.1)),
        "{carried}"
    );
    assert_ne!(carried["id"], wage);
    assert!(stood.len() > 10, "{stood:?}");
    assert_eq!(text(&carried["id"]), stood, "its text is read here as it was");
    let fill = json!({ "agreement": carried["id"], "name": "工资增长幅度", "value": "7" });
    let kept = story.refused("contract.fill", fill);
    assert!(kept.message.contains("已经签字"), "{}", kept.message);
    assert_eq!(carried["events"], json!([]), "what came before stays where it was recorded");
    assert_eq!(get(&story, &id)["closing"]["continuedBy"]["id"], next);
    let twice = story.refused("negotiation.start", json!({ "year": 2027, "continues": id }));
    assert!(twice.message.contains("接续"), "{}", twice.message);
    // What the term still asks for is recorded here.
    let mut check = a_check(&carried["id"]);
    check["toOn"] = json!("2026-07-20");
    story.call("negotiation.saveCheck", check);
    assert_eq!(get(&story, &next)["agreements"][0]["checks"].as_array().unwrap().len(), 1);
    let contracts = story.call("negotiation.list", json!({}));
    assert_eq!(contracts.as_array().unwrap().len(), 2);
}

#[test]
fn a_signed_contract_goes_on_where_it_stands_when_its_affair_is_sealed() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    let told = || closing(&story, &id)["told"].to_string();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    super::vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    assert!(told().contains("没有签字的合同不带到接续的协商里"), "{}", told());
    let term = json!({ "copies": 5, "termFrom": super::TERM.0, "termTo": super::TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    assert!(told().contains("从这一步接着办") && !told().contains("没有签字"), "{}", told());
    let materials = agreement(&story, &id, "wage")["checklist"]["materials"].clone();
    let open = materials.as_array().unwrap().iter().find(|one| one["ready"] == false).unwrap().clone();
    let ready = json!({ "agreement": wage, "item": open["item"], "ready": true });
    story.call("negotiation.markMaterial", ready);
    let filing = json!({ "agreement": wage, "department": "云岭县人社局", "filer": "饶思敏" });
    story.call("negotiation.saveFiling", filing);
    let checklist = agreement(&story, &id, "wage")["checklist"].clone();
    let refused = story.refused("negotiation.seal", json!({ "id": id }));
    assert!(refused.message.contains("已签字，尚未报送，还没有生效"), "{}", refused.message);
    let asked = || -> Vec<Value> {
        let duties = story.call("today.list", json!({}))["duties"].as_array().unwrap().clone();
        duties.into_iter().filter(|one| one["button"] == "接续协商").map(|one| one["due"].clone()).collect()
    };
    assert!(asked().is_empty(), "not sealed yet");
    story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
    assert_eq!(asked(), [json!("2026-07-09")], "seven days from the signature it is to be filed");

    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    assert!(asked().is_empty(), "it is filed there");
    let carried = agreement(&story, &next, "wage");
    assert_eq!(
        (&carried["state"], &carried["termTo"]),
        (&json!("signed"), &json!(super::TERM.1)),
        "{carried}"
    );
    assert_eq!(carried["checklist"], checklist, "what lies ready for the filing lies ready here");
    assert_eq!(carried["filing"]["department"], "云岭县人社局");
    let steps = get(&story, &next)["steps"].clone();
    assert_eq!(
        (steps.as_array().unwrap().len(), &steps[0]["kind"], &steps[0]["current"]),
        (1, &json!("conclusion"), &json!(true)),
        "nothing is offered and answered anew: {steps}"
    );
    let of = &carried["id"];
    event(&story, &next, of, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    let form = story.text("negotiation.filingForm", of);
    assert!(form.contains("云岭县人社局") && form.contains("第三届职工代表大会第五次会议"), "{form}");
    let statement = story.text("negotiation.filingStatement", of);
    assert!(statement.contains("双方首席代表签字") && statement.contains("第1轮协商会议"), "{statement}");
    story.on("2026-07-17");
    let effect = |on: &str| json!({ "negotiation": next, "agreement": of, "kind": "inEffect", "happenedOn": on, "text": "期满", "facts": {} });
    let early = story.refused("negotiation.addEvent", effect("2026-07-17"));
    assert!(early.message.contains("审查期到2026年7月18日才满"), "{}", early.message);
    story.on("2026-07-18");
    story.call("negotiation.addEvent", effect("2026-07-18"));
    assert_eq!(agreement(&story, &next, "wage")["state"], "inEffect");
    let notice = story.text("negotiation.publication", of);
    assert!(notice.contains("月平均工资增长6%"), "what was agreed upon in the sealed talks: {notice}");
    event(&story, &next, of, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    event(&story, &next, of, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    assert_eq!(closing(&story, &next)["open"], json!([]), "and so it is done");
}

#[test]
fn what_silence_brought_into_effect_between_the_seal_and_the_next_affair_is_entered_on_its_day() {
    let story = Story::begin("36", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    super::vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    let term = json!({ "copies": 5, "termFrom": super::TERM.0, "termTo": super::TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    event(&story, &id, &wage, "filed", "2026-07-03", json!({ "receiver": "县人社局", "copies": 3 }));
    story.call("negotiation.seal", json!({ "id": id, "reason": "工会换届，由新的委员会接着办" }));
    story.on("2026-07-27");
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let carried = agreement(&story, &next, "wage");
    assert_eq!(carried["state"], "filed", "{carried}");
    story.call("negotiation.addEvent", json!({
        "negotiation": next, "agreement": carried["id"], "kind": "inEffect", "happenedOn": "2026-07-18", "text": "期满",
        "facts": {},
    }));
    assert_eq!(agreement(&story, &next, "wage")["state"], "inEffect");
}

#[test]
fn a_sealed_affair_is_held_beside_the_one_that_goes_on_with_it() {
    let story = Story::begin("36", &[]);
    let (id, wage) = sent_up(&story);
    let step = story.call("ledger.head", json!({}))["seq"].clone();
    let gone = event(&story, &id, &wage, "noted", "2026-07-20", json!({}));
    story.call("negotiation.removeEvent", json!({ "id": gone }));
    story.call("negotiation.seal", json!({ "id": id }));
    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let sealed = get(&story, &id);
    let carried = agreement(&story, &next, "wage")["id"].clone();
    let day = "2026-07-20";
    let note = |of: &Value| json!({ "negotiation": next, "agreement": of, "kind": "noted", "happenedOn": day, "text": "备注" });
    for (name, args, code) in [
        ("negotiation.addEvent", note(&wage), "sealed"),
        ("trash.restore", json!({ "kind": "event", "id": gone }), "sealed"),
        ("history.takeBack", json!({ "seq": step }), "ledger.sealedSince"),
    ] {
        let refused = story.refused(name, args);
        assert_eq!(refused.code, code, "{name}: {}", refused.message);
    }
    // What goes on is held by what was signed before the seal, and is written on and taken back like any other.
    let ends = json!({ "agreement": carried, "name": "合同止日", "value": "2036-07-31" });
    let refused = story.refused("contract.fill", ends);
    assert!(refused.message.contains("已经签字，期限不能再变"), "{}", refused.message);
    story.call("negotiation.addEvent", note(&carried));
    story.call("ledger.undo", json!({}));
    assert_eq!(get(&story, &id), sealed, "nothing of it has changed");
}

#[test]
fn the_letter_of_a_refusal_lies_in_the_volume_and_one_that_never_went_out_is_told() {
    let story = Story::begin("36", &[]);
    story.call(
        "union.save",
        json!({
            "kind": "independent", "form": "committee", "enterprises": [{ "name": "赣江机械有限公司" }],
            "establishedOn": "2012-05-16", "upperUnion": "云岭县总工会", "seal": true,
        }),
    );
    let id = super::offered(&story, &["wage"]);
    story.on("2026-06-23");
    let case = story.call("negotiation.openWarning", json!({ "id": id }));
    let beside = || {
        let archive = story.call("archive.list", json!({ "of": { "kind": "negotiation", "id": id } }));
        let parts = archive["parts"].as_array().unwrap().clone();
        parts.into_iter().find(|part| part["name"] == "其他材料").unwrap()
    };
    let drafted = "监〔2026〕1号的提示函没有印发";
    assert_eq!((&beside()["items"], &beside()["absent"]), (&json!([]), &json!(drafted)));
    let told = closing(&story, &id)["told"].to_string();
    assert!(told.contains(drafted), "before the seal: {told}");
    let letters = story.call("letters.get", json!({ "id": case }))["letters"].clone();
    story.call("papers.issue", json!({ "kind": "letters.reminder", "of": letters[0]["id"] }));
    let filed = beside();
    assert_eq!(filed["items"][0]["title"], "工会劳动法律监督提示函", "{filed}");
    assert_eq!(filed["absent"], Value::Null, "{filed}");
}
