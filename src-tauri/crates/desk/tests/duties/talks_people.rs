//! Stories of what is due before and around the talks: opinions, enough workers who ask, representatives made known, a seat filled
//! again, a labour contract that the law extends.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::stories;
use super::story::Opens::{Form, Paper};
use super::story::{Story, Told, with};

fn started(story: &Story) -> Value {
    story.call("negotiation.start", json!({ "year": 2026 }))
}

fn rep(name: &str, chief: bool) -> Value {
    json!({
        "name": name, "sex": "male", "post": "电焊工", "chief": chief, "frontLine": true, "chosenHow": "职代会选举",
        "chosenOn": "2026-06-01",
    })
}

fn workers(story: &Story, id: &Value) {
    let sides = json!({ "negotiation": id, "workers": [rep("陈望舒", true), rep("周喆", false), rep("王伟", false)] });
    story.call("negotiation.saveRepresentatives", sides);
}

fn election(story: &Story, id: &Value) -> Value {
    let affair = story.call("negotiation.get", json!({ "id": id }));
    let chosen = |one: &Value| {
        json!({
            "representative": one["id"], "name": one["record"]["name"], "sex": "male", "post": "电焊工", "votesFor": 41,
            "votesAgainst": 1, "abstained": 0,
        })
    };
    let candidates: Vec<Value> = affair["representatives"].as_array().unwrap().iter().map(chosen).collect();
    story.call(
        "negotiation.saveElection",
        json!({
            "negotiation": id, "meeting": "第三届职工代表大会第四次会议", "heldOn": "2026-06-01", "begins": "14:00",
            "place": "职工活动中心", "chair": "陈望舒", "chairPost": "工会主席", "recorder": "沈一诺", "due": 45, "present": 42,
            "way": "secret", "given": 42, "returned": 42, "valid": 42, "proposedBy": "各班组推荐", "candidates": candidates,
            "tellers": ["艾小梅"], "scrutineers": ["付春生"], "postFrom": "2026-06-02", "postTo": "2026-06-08",
            "postPlaces": "各车间公告栏、食堂门口", "objectionsWho": "邓玉兰", "objectionsOffice": "办公楼206室",
            "objectionsPhone": "0731-80000206",
        }),
    )
}

/// Both sides, chosen on a day.
fn chosen(story: &Story, id: &Value, on: &str) {
    let of = |name: &str, chief: bool| with(rep(name, chief), json!({ "chosenOn": on }));
    let boss = |name: &str, chief: bool| with(of(name, chief), json!({ "post": "部长", "frontLine": false }));
    story.call(
        "negotiation.saveRepresentatives",
        json!({
            "negotiation": id, "workers": [of("陈望舒", true), of("周喆", false), of("王伟", false)],
            "employer": [boss("罗建平", true), boss("何静", false), boss("万里程", false)],
        }),
    );
}

/// The mandates of 1 June end after six months: told a month ahead, on the last day and past it, until they are chosen anew.
fn mandate_ends(story: &Story, kind: DutyKind, whose: &'static str) {
    let id = started(story);
    chosen(story, &id, "2026-06-01");
    story.on("2026-10-31");
    story.absent(&[kind]);
    for day in ["2026-11-01", "2026-12-01", "2026-12-02"] {
        story.on(day);
        let told =
            Told(whose, "2026-12-01", "第八条", "登记协商代表", Form("negotiation", "representatives"));
        assert_eq!(story.due(kind, told), id);
    }
    chosen(story, &id, "2026-12-02");
    story.gone(kind);
}

stories! {
    opinions_are_collected_before_the_offer in "36" tells [NegotiationOpinions] |story| {
        let id = started(&story);
        let told = Told("union", "week", "第十九条", "登记征集的意见", Form("negotiation", "opinions"));
        assert_eq!(story.due(NegotiationOpinions, told), id);
        story.paper("negotiation.opinionSheet", id.as_str().unwrap(), &["职工意见征集表", "要谈"]);
        story.on("2026-06-08");
        story.call("negotiation.saveOpinions", json!({
            "negotiation": id, "fromOn": "2026-06-01", "toOn": "2026-06-07", "how": "发放征集表", "handedOut": 320, "returned": 263,
            "topics": [
                { "title": "夜班餐补", "people": 17 },
                { "title": "工资增长", "people": 241, "gist": "增长8%" },
            ],
        }));
        story.gone(NegotiationOpinions);
        let lines = ["发出征集表320份，收回263份", "1工资增长241增长8%待定2夜班餐补17—待定"];
        story.paper("negotiation.topicList", id.as_str().unwrap(), &lines);
        story.call("negotiation.takeOpinions", json!({ "id": id }));
        let affair = story.call("negotiation.get", json!({ "id": id }));
        let titles: Vec<_> = affair["topics"].as_array().unwrap().iter().map(|topic| topic["title"].clone()).collect();
        assert_eq!(titles, ["工资增长", "夜班餐补"], "those first of which most spoke");
        assert_eq!(affair["topics"][0]["proposal"], "增长8%");
    }

    enough_workers_who_ask_oblige_the_union in "43" tells [NegotiationPetition] |story| {
        let id = started(&story);
        let asked = |people: u32, larger: bool| json!({
            "negotiation": id, "kind": "petitioned", "happenedOn": "2026-06-01", "text": "焊接车间联名",
            "facts": { "people": people, "whole": 320, "askedBy": "workers", "larger": larger },
        });
        let event = story.call("negotiation.addEvent", asked(63, true));
        story.absent(&[NegotiationPetition]);
        let mut change = asked(64, true);
        change.as_object_mut().unwrap().remove("negotiation");
        story.call("negotiation.changeEvent", with(change, json!({ "id": event })));
        let told = Told("union", "week", "第二十三条", "填写要约书", Form("negotiation", "offer"));
        assert_eq!(story.due(NegotiationPetition, told), id);
        workers(&story, &id);
        story.call("negotiation.saveOffer", json!({
            "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "职工要求协商", "issuedOn": "2026-06-01",
            "contact": "陈望舒", "information": "", "topics": [{ "title": "工资增长" }],
        }));
        story.gone(NegotiationPetition);
    }

    representatives_are_made_known in "43" tells [NegotiationPosting] |story| {
        let id = started(&story);
        workers(&story, &id);
        let form = Form("negotiation", "election");
        // Five working days after 1 June.
        story.due(NegotiationPosting, Told("union", "2026-06-08", "第十三条", "登记推选会议", form));
        let election = election(&story, &id);
        let record = ["应到45人，实到42人", "1陈望舒男电焊工是4110当选"];
        story.paper("negotiation.electionRecord", election.as_str().unwrap(), &record);
        let notice = Paper("negotiation.electionNotice", &["2026年6月2日至2026年6月8日", "各车间公告栏、食堂门口", "0731-80000206"]);
        story.due(NegotiationPosting, Told("union", "2026-06-08", "第十三条", "打印公示", notice));
        story.on("2026-06-02");
        story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "posted", "happenedOn": "2026-06-02",
            "facts": { "receiver": "各车间公告栏", "untilOn": "2026-06-08" },
        }));
        story.gone(NegotiationPosting);
        // What came of it is kept when it is over, and stands in the record and on the page.
        story.on("2026-06-09");
        let people = || story.call("negotiation.people", json!({ "id": id }));
        let mut kept = people()["elections"][0]["record"].clone();
        kept["objections"] = json!("settled");
        kept["objectionsSaid"] = json!("一名代表不在一线");
        kept["objectionsSettled"] = json!("核对名册，一线代表人数符合规定");
        story.call("negotiation.saveElection", kept);
        let said = "2026年6月2日至2026年6月8日公示，有人提出异议：一名代表不在一线。核对名册，一线代表人数符合规定。推选的结果不变。";
        let lines = people()["elections"][0]["lines"].clone();
        assert!(lines.as_array().unwrap().contains(&json!(said)), "{lines}");
        let printed = format!("会后公示的情况：{said}");
        story.paper("negotiation.electionRecord", election.as_str().unwrap(), &[printed.as_str()]);
    }

    an_upheld_objection_asks_for_another_election in "36" tells [NegotiationElectedAnew] |story| {
        let id = started(&story);
        workers(&story, &id);
        election(&story, &id);
        story.on("2026-06-02");
        story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "posted", "happenedOn": "2026-06-02", "facts": { "receiver": "各车间公告栏" },
        }));
        story.on("2026-06-05");
        let people = || story.call("negotiation.people", json!({ "id": id }));
        let rung = || {
            let affair = story.call("negotiation.get", json!({ "id": id }));
            affair["steps"].as_array().unwrap().iter().find(|step| step["kind"] == "representatives").unwrap().clone()
        };
        assert_eq!(rung()["done"], true);
        let mut kept = people()["elections"][0]["record"].clone();
        kept["objections"] = json!("upheld");
        kept["objectionsSaid"] = json!("一名代表不是本单位职工");
        kept["objectionsSettled"] = json!("核对名册，异议属实");
        story.call("negotiation.saveElection", kept);
        let told = Told("union", "week", "异议成立，另行推选", "登记推选会议", Form("negotiation", "election"));
        assert_eq!(story.due(NegotiationElectedAnew, told), id);
        assert_eq!((&rung()["done"], &rung()["current"]), (&json!(false), &json!(true)), "the rung is open again");
        let undone = || story.call("negotiation.get", json!({ "id": id }))["electionUndone"].clone();
        assert_eq!(undone(), true, "the head of the affair opens the election, not the list");
        let offer = json!({
            "negotiation": id, "by": "workers", "addressee": "赣江机械有限公司", "reasons": "职工要求协商", "issuedOn": "2026-06-05",
            "contact": "陈望舒", "information": "", "topics": [{ "title": "工资增长" }],
        });
        let refused = story.refused("negotiation.saveOffer", offer.clone());
        assert_eq!(refused.field.as_deref(), Some("representatives"), "{}", refused.message);
        assert!(refused.message.contains("异议成立"), "{}", refused.message);
        // Another meeting chooses; whom it chose stands from its day, and is to be made known again.
        let mut again = people()["elections"][0]["record"].clone();
        for gone in ["id", "objections", "objectionsSaid", "objectionsSettled", "postFrom", "postTo"] {
            again.as_object_mut().unwrap().remove(gone);
        }
        again["heldOn"] = json!("2026-06-04");
        story.call("negotiation.saveElection", again);
        story.gone(NegotiationElectedAnew);
        assert_eq!((&rung()["done"], &undone()), (&json!(true), &json!(false)));
        let affair = story.call("negotiation.get", json!({ "id": id }));
        assert_eq!(affair["representatives"][0]["record"]["chosenOn"], "2026-06-04");
        assert_eq!(people()["posting"]["waiting"].as_array().unwrap().len(), 3);
        story.call("negotiation.saveOffer", offer);
    }

    the_employers_representatives_are_made_known_as_ours in "43" tells [NegotiationPostingEmployer] |story| {
        let id = started(&story);
        let three = |names: [&str; 3]| [rep(names[0], true), rep(names[1], false), rep(names[2], false)];
        story.call("negotiation.saveRepresentatives", json!({
            "negotiation": id, "workers": three(["陈望舒", "周喆", "王伟"]), "employer": three(["高子衿", "罗思齐", "何怀谷"]),
        }));
        // 协商代表产生后: the text speaks of both sides.
        let told = || Told("employer", "2026-06-08", "第十三条", "登记公布", Form("negotiation", "event:posted:employer"));
        story.due(NegotiationPostingEmployer, told());
        story.on("2026-06-02");
        let posted = |facts: Value| story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "posted", "happenedOn": "2026-06-02", "facts": facts,
        }));
        posted(json!({ "receiver": "各车间公告栏" }));
        story.absent(&[NegotiationPosting]);
        story.due(NegotiationPostingEmployer, told());
        posted(json!({ "receiver": "公司公告栏", "side": "employer" }));
        story.gone(NegotiationPostingEmployer);
        let people = story.call("negotiation.people", json!({ "id": id }));
        assert_eq!(people["employerPosting"]["waiting"], json!([]));
    }

    a_vacant_seat_is_filled_within_its_days in "36" tells [NegotiationSeat] |story| {
        let id = started(&story);
        workers(&story, &id);
        let affair = story.call("negotiation.get", json!({ "id": id }));
        story.on("2026-06-10");
        let vacancy = story.call("negotiation.addEvent", json!({
            "negotiation": id, "kind": "vacated", "happenedOn": "2026-06-09", "text": "调离",
            "facts": { "representative": affair["representatives"][2]["id"] },
        }));
        let part: &'static str = Box::leak(format!("seat:{}", vacancy.as_str().unwrap()).into_boxed_str());
        let told = || Told("union", "2026-06-24", "第三十一条", "登记补选", Form("negotiation", part));
        assert_eq!(story.due(NegotiationSeat, told()), id);
        story.on("2026-06-25");
        assert_eq!(story.due(NegotiationSeat, told()), id);
        story.call("negotiation.fillSeat", json!({
            "negotiation": id, "vacancy": vacancy,
            "person": {
                "name": "李堃", "sex": "male", "post": "车工", "frontLine": true, "chosenHow": "职代会选举", "chosenOn": "2026-06-10",
            },
        }));
        story.gone(NegotiationSeat);
        let boss = |name: &str, chief: bool| with(rep(name, chief), json!({ "post": "部长", "frontLine": false }));
        let sides = json!({ "negotiation": id, "employer": [boss("罗建平", true), boss("何静", false), boss("万里程", false)] });
        story.call("negotiation.saveRepresentatives", sides);
        let list = ["王伟自2026年6月9日起空缺（调离），2026年6月10日由李堃接替", "《集体合同规定》第二十八条"];
        story.paper("negotiation.representatives", id.as_str().unwrap(), &list);
    }

    a_mandate_that_came_to_no_contract_ends in "31" tells [NegotiationMandate] |story| {
        mandate_ends(&story, NegotiationMandate, "union");
    }

    a_mandate_of_the_employers_side_ends_too in "31" tells [NegotiationMandateEmployer] |story| {
        mandate_ends(&story, NegotiationMandateEmployer, "employer");
    }

    a_contract_that_ends_is_extended_by_law in "36" tells [NegotiationProtection] |story| {
        let member = story.call("members.save", json!({
            "name": "周喆", "sex": "male", "form": "contract", "memberSince": "2020-05-01",
        }));
        let contract = json!({ "person": member, "term": "fixed", "from": "2024-07-01", "until": "2026-06-30" });
        let kept = story.call("dossier.saveContract", contract.clone());
        let id = started(&story);
        let mut sides = json!({ "negotiation": id, "workers": [rep("陈望舒", true), rep("周喆", false), rep("王伟", false)] });
        sides["workers"][1]["person"] = member.clone();
        story.call("negotiation.saveRepresentatives", sides);
        let told = || Told("employer", "2026-06-30", "第二十八条", "看合同", Form("dossier", "contracts"));
        assert_eq!(story.due(NegotiationProtection, told()), member);
        story.on("2026-07-01");
        assert_eq!(story.due(NegotiationProtection, told()), member);
        story.call("dossier.saveContract", with(contract, json!({ "id": kept, "until": "2029-06-30" })));
        story.gone(NegotiationProtection);
    }
}

#[test]
fn in_shanghai_a_mandate_that_comes_to_no_contract_ends_after_six_months() {
    let story = Story::begin("31", &[]);
    let member = story.call("members.save", json!({ "name": "周喆", "sex": "male", "form": "contract" }));
    let contract =
        |until: &str| json!({ "person": member, "term": "fixed", "from": "2024-07-01", "until": until });
    // The last day of the six months, counted from the day on which he was chosen.
    let kept = story.call("dossier.saveContract", contract("2026-12-01"));
    let id = started(&story);
    let mut sides = json!({ "negotiation": id, "workers": [rep("陈望舒", true), rep("周喆", false), rep("王伟", false)] });
    sides["workers"][1]["person"] = member.clone();
    story.call("negotiation.saveRepresentatives", sides);
    let protected = || {
        let people = story.call("negotiation.people", json!({ "id": id }));
        let all = people["protection"].as_array().unwrap().clone();
        let one = all.into_iter().find(|one| one["name"] == "周喆").unwrap();
        assert!(one["sentence"].as_str().unwrap().contains("任期到2026年12月1日为止"), "{one}");
        one["extended"].clone()
    };
    assert_eq!(protected(), true, "it ends while the mandate runs");
    story.call("dossier.saveContract", with(contract("2026-12-02"), json!({ "id": kept })));
    assert_eq!(protected(), false, "the day after, the mandate is over");
}

#[test]
fn representatives_are_to_be_made_known_past_the_last_day_too() {
    use affairs::duty::DutyKind::{NegotiationPosting, NegotiationPostingEmployer};
    let story = Story::begin("43", &[]);
    let id = started(&story);
    let three = |names: [&str; 3]| [rep(names[0], true), rep(names[1], false), rep(names[2], false)];
    let sides = json!({
        "negotiation": id, "workers": three(["陈望舒", "周喆", "王伟"]), "employer": three(["高子衿", "罗思齐", "何怀谷"]),
    });
    story.call("negotiation.saveRepresentatives", sides);
    let due = || {
        let told =
            |whose, button, part| Told(whose, "2026-06-08", "第十三条", button, Form("negotiation", part));
        story.due(NegotiationPosting, told("union", "登记推选会议", "election"));
        story.due(NegotiationPostingEmployer, told("employer", "登记公布", "event:posted:employer"));
    };
    due();
    for day in ["2026-06-08", "2026-06-09"] {
        story.on(day);
        due();
    }
}

#[test]
fn a_filled_seat_moves_nobody_elses_day() {
    use affairs::duty::DutyKind::NegotiationPosting;
    let story = Story::begin("41", &[]);
    let id = started(&story);
    workers(&story, &id);
    let told = || Told("union", "2026-06-04", "第十三条", "登记推选会议", Form("negotiation", "election"));
    story.due(NegotiationPosting, told());
    story.on("2026-06-08");
    let vacancy = crate::talks::vacated(&story, &id, "王伟", "2026-06-08");
    let person = json!({
        "name": "李堃", "sex": "male", "post": "车工", "frontLine": true, "chosenHow": "职代会选举", "chosenOn": "2026-06-08",
    });
    story.call("negotiation.fillSeat", json!({ "negotiation": id, "vacancy": vacancy, "person": person }));
    story.due(NegotiationPosting, told());
}

#[test]
fn who_bargains_is_made_known_until_the_contract_is_signed() {
    use crate::talks::{TERM, agreed, agreement, event, vote};
    use affairs::duty::DutyKind::{NegotiationPosting, NegotiationPostingEmployer};
    let story = Story::begin("43", &[]);
    let id = agreed(&story, &["wage"]);
    let wage = agreement(&story, &id, "wage")["id"].clone();
    event(&story, &id, &wage, "drafted", "2026-06-22", json!({}));
    vote(&story, &id, "2026-06-29", &[(&wage, 41)]);
    story.beside(NegotiationPosting);
    story.beside(NegotiationPostingEmployer);
    let term = json!({ "copies": 5, "termFrom": TERM.0, "termTo": TERM.1 });
    event(&story, &id, &wage, "signed", "2026-07-02", term);
    story.absent(&[NegotiationPosting, NegotiationPostingEmployer]);
}
