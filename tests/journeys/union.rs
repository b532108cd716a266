//! The union's own record: its details with a masked account, its bodies with what they lack and when their time is over,
//! its groups as a tree; all of it due in 今日, found, undone and brought back.

use serde_json::{Value, json};

use crate::gonghui::{Desk, founding, root};
use crate::judges;

/// A ledger with the members of the demo union.
fn with_members() -> Desk {
    let desk = Desk::founded("36", Some("3601"));
    desk.call("members.import", json!({ "file": root().join("assets/demo/roster.xlsx") }));
    desk.now("2026-11-16T09:00:00+08:00");
    desk
}

fn details() -> Value {
    json!({
        "kind": "independent", "form": "committee",
        "enterprises": [{
            "name": "赣江机械有限公司", "creditCode": "91350100m000100y43", "representative": "周建国",
        }],
        "establishedOn": "2012-05-16", "approvalNumber": "县工发〔2012〕17号", "upperUnion": "县总工会",
        "bank": "赣江银行城东支行", "bankAccount": "3601 2100 0001 2045 6", "certificateNumber": "工法证字第12号",
        "certificateUntil": "2027-02-14", "seal": true,
    })
}

fn term(body: &str, people: &[(&str, &str)]) -> Value {
    let members: Vec<Value> =
        people.iter().map(|(name, office)| json!({ "name": name, "office": office })).collect();
    json!({
        "body": body, "session": 3, "startedOn": "2022-05-18", "years": 5, "cleared": true, "members": members,
    })
}

const SEVEN: [(&str, &str); 7] = [
    ("周敏", "chair"),
    ("王伟", "vice"),
    ("李强", "member"),
    ("邓玉兰", "women"),
    ("何娟", "member"),
    ("曾广", "member"),
    ("饶思", "member"),
];

fn with(mut record: Value, more: Value) -> Value {
    for (key, value) in more.as_object().unwrap() {
        record[key] = value.clone();
    }
    record
}

fn state(desk: &Desk, body: &str) -> Value {
    let all = desk.call("union.bodies", json!({}));
    all["bodies"].as_array().unwrap().iter().find(|one| one["body"] == body).unwrap().clone()
}

fn rules(state: &Value) -> Vec<String> {
    let lacks = state["lacks"].as_array().unwrap().iter();
    lacks.map(|lack| lack["rule"]["id"].as_str().unwrap_or("record").to_owned()).collect()
}

fn due(desk: &Desk, id: &str) -> Option<Value> {
    desk.due().into_iter().find(|duty| duty["id"] == id)
}

#[test]
fn what_is_typed_to_found_a_ledger_is_kept_until_it_is_founded_and_names_nobody() {
    let desk = Desk::new();
    let kept = |desk: &Desk| desk.call("ledger.founding", json!({}));
    let nothing = json!({ "unionName": "", "creditCode": "", "employer": "", "province": "", "city": "" });
    assert_eq!(kept(&desk), nothing);
    let folder = json!({ "handle": desk.room().join("账本"), "name": "账本" });
    let typed = json!({
        "unionName": "赣江机械有限公司工会委员会", "creditCode": "8136", "employer": "赣江机械有限公司", "province": "36",
        "city": "3601", "folder": folder,
    });
    desk.call("ledger.keepFounding", typed.clone());
    assert_eq!(kept(&desk), typed, "another process knows it");
    for never in ["chairName", "passphrase"] {
        assert_eq!(
            desk.refused("ledger.keepFounding", json!({ never: "陈望舒" })).code,
            "bad_input",
            "{never}"
        );
    }
    desk.call("ledger.keepFounding", json!({}));
    assert_eq!(kept(&desk), nothing, "an empty form is kept as none");
    desk.call("ledger.keepFounding", typed);
    desk.call("ledger.create", founding("36"));
    assert_eq!(kept(&desk), nothing, "the ledger says it now");
}

#[test]
fn the_record_is_kept_with_its_account_masked() {
    let desk = with_members();
    let shop = with(
        details(),
        json!({ "enterprises": [{ "name": "赣江机械有限公司" }, { "name": "赣江物流", "creditCode": "913501O0M000100Y43" }] }),
    );
    let refusal = desk.refused("union.save", shop);
    assert_eq!(refusal.field.as_deref(), Some("enterprises.1.creditCode"));
    assert!(refusal.message.contains("第7位是字母O，"), "{}", refusal.message);

    desk.call("union.save", details());
    let get = || desk.call("union.get", json!({}));
    let sheet = get();
    assert_eq!(sheet["creditCode"], "81360121MC0YL02618", "as it was founded");
    assert_eq!(sheet["details"]["enterprises"][0]["creditCode"], "91350100M000100Y43", "folded");
    assert_eq!(sheet["details"]["enterprises"][0]["representative"], "周建国");
    assert_eq!(sheet["details"]["bankAccount"], "*************0456", "masked until it is revealed");

    let back = with(sheet["details"].clone(), json!({ "upperUnion": "赣江新区总工会" }));
    desk.call("union.save", back);
    let (answers, _) = desk.run(&[
        json!({ "call": "sight.reveal", "args": { "purpose": "核对对账单上的账号" } }),
        json!({ "call": "union.get" }),
    ]);
    assert_eq!(answers[1]["details"]["bankAccount"], "36012100000120456", "sent back masked it stayed");
    let looks = desk.call("sight.log", json!({}));
    assert!(looks.as_array().unwrap().iter().any(|look| look["kind"] == "union.get"), "{looks}");
    let life = desk.call("history.of", json!({ "table": "union_record", "id": sheet["id"] })).to_string();
    assert!(!life.contains("36012100000120456"), "the history hides the account: {life}");
    assert!(life.contains("赣江新区总工会") && life.contains("独立基层工会"), "{life}");

    desk.call("ledger.undo", json!({}));
    assert_eq!(get()["details"]["upperUnion"], "县总工会");

    // A further enterprise is told along with the record.
    let joint = json!({ "enterprises": [{ "name": "赣江机械有限公司" }, { "name": "赣江物流有限公司" }] });
    desk.call("union.save", with(get()["details"].clone(), joint));
    let life = desk.call("history.of", json!({ "table": "union_record", "id": sheet["id"] })).to_string();
    assert!(life.contains("赣江物流有限公司"), "{life}");
}

#[test]
fn the_union_s_name_and_code_are_corrected_and_what_was_issued_stays() {
    let desk = Desk::founded("36", None);
    desk.call("union.save", details());
    let get = || desk.call("union.get", json!({}));
    for (change, field) in [
        (json!({ "name": " " }), "name"),
        (json!({ "creditCode": "91350100M000100Y43" }), "creditCode"),
        (json!({ "creditCode": "81360121MC0YL02619" }), "creditCode"),
    ] {
        let refusal = desk.refused("union.save", with(details(), change));
        assert_eq!(refusal.field.as_deref(), Some(field), "{}", refusal.message);
    }
    // A letter that went out under the old name.
    let start = desk.call("election.start", json!({}))["record"].clone();
    let input = json!({ "session": 1, "committeeSeats": 3, "auditSeats": 0, "womenSeats": 0, "plannedOn": "2026-10-20", "members": 30 });
    let election = desk.call("election.save", with(start, input));
    desk.call("papers.issue", json!({ "kind": "election.request", "of": election }));
    let issue = desk.call("outgoing.list", json!({ "kind": "election.request" }))["rows"][0]["id"].clone();
    let bytes = || {
        let asked = json!({ "id": issue }).to_string();
        desk.command(&["call", "papers.issued", &asked]).output().unwrap().stdout
    };
    let before = bytes();
    let old = desk.out("印发的.pdf");
    std::fs::write(&old, &before).unwrap();
    assert!(judges::text(&old).contains("赣江机械有限公司工会委员会"), "{}", judges::text(&old));

    desk.call(
        "union.save",
        with(
            details(),
            json!({ "name": " 赣江精工有限公司工会委员会 ", "creditCode": "81360121 mc00010153" }),
        ),
    );
    let sheet = get();
    assert_eq!(
        (&sheet["name"], &sheet["creditCode"]),
        (&json!("赣江精工有限公司工会委员会"), &json!("81360121MC00010153"))
    );
    let life = desk.call("history.of", json!({ "table": "union_record", "id": sheet["id"] })).to_string();
    assert!(
        life.contains("赣江机械有限公司工会委员会") && life.contains("赣江精工有限公司工会委员会"),
        "{life}"
    );
    assert!(life.contains("81360121MC0YL02618") && life.contains("81360121MC00010153"), "{life}");
    assert!(bytes() == before, "an issued paper keeps what it printed");
    let new = desk.out("再印.pdf");
    desk.call("papers.print", json!({ "kind": "election.report", "of": election, "to": new }));
    assert!(judges::text(&new).contains("赣江精工有限公司工会委员会"), "{}", judges::text(&new));

    // Left out, both stay; taken back, the old ones are there again.
    desk.call("union.save", with(details(), json!({ "upperUnion": "赣江新区总工会" })));
    assert_eq!(get()["creditCode"], "81360121MC00010153");
    desk.call("ledger.undo", json!({}));
    desk.call("ledger.undo", json!({}));
    assert_eq!(get()["creditCode"], "81360121MC0YL02618");
}

#[test]
fn a_union_without_a_code_founds_its_ledger_and_is_reminded_of_it() {
    let desk = Desk::new();
    let founded = desk.call("ledger.create", with(founding("36"), json!({ "creditCode": "" })));
    assert!(founded["notice"].as_str().unwrap().contains("还空着"), "{founded}");
    assert_eq!(desk.call("union.get", json!({}))["creditCode"], "");
    let duty = due(&desk, "union:creditCode").expect("it is to be filled in");
    assert_eq!((&duty["band"], &duty["whose"]), (&json!("noDay"), &json!("union")));
    assert_eq!(duty["place"], json!({ "page": "union", "part": "record:creditCode" }));
    desk.call("union.save", with(details(), json!({ "creditCode": "81360121MC00010153" })));
    assert_eq!(due(&desk, "union:creditCode"), None, "filled in, it vanishes");
}

#[test]
fn a_seat_whose_holder_left_or_died_is_told_until_it_is_filled() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    let member = |name: &str| {
        let record =
            json!({ "name": name, "sex": "female", "form": "contract", "memberSince": "2019-05-06" });
        json!({ "person": desk.call("members.save", record), "name": name })
    };
    let people: Vec<Value> =
        SEVEN[..5].iter().map(|(name, office)| with(member(name), json!({ "office": office }))).collect();
    let record = with(term("committee", &[]), json!({ "members": people }));
    desk.call("union.saveTerm", record);
    let now = || state(&desk, "committee");
    assert_eq!((rules(&now()), due(&desk, "union:body:committee")), (vec![], None));

    let happens = |at: usize, kind: &str, reason: &str| {
        let event =
            json!({ "person": people[at]["person"], "kind": kind, "on": "2026-11-10", "reason": reason });
        desk.call("members.saveEvent", event);
    };
    happens(1, "movedOut", "employment");
    happens(4, "retained", "unemployed");
    let told = now();
    let texts: Vec<&str> =
        told["lacks"].as_array().unwrap().iter().map(|lack| lack["text"].as_str().unwrap()).collect();
    assert!(texts[0].contains("副主席王伟已转出") && texts[0].contains("补选"), "{texts:?}");
    assert!(texts[1].contains("何娟的会籍保留着"), "{texts:?}");
    assert_eq!(told["current"]["serving"], 4, "who left serves no more");
    let duty = due(&desk, "union:body:committee").expect("it is due");
    assert!(duty["origin"].as_str().unwrap().contains("王伟"), "{duty}");

    let mut kept = told["current"]["record"].clone();
    for at in [1, 4] {
        kept["members"][at]["toOn"] = json!("2026-11-10");
    }
    kept["members"]
        .as_array_mut()
        .unwrap()
        .push(with(member("涂文"), json!({ "office": "vice", "fromOn": "2026-11-15" })));
    desk.call("union.saveTerm", kept);
    assert_eq!((rules(&now()), due(&desk, "union:body:committee")), (vec![], None));
    assert_eq!(now()["current"]["serving"], 4);
}

#[test]
fn the_certificate_is_due_as_far_ahead_as_the_chair_set() {
    let desk = Desk::founded("36", None);
    desk.call("union.save", details());
    let told = || due(&desk, "union:certificate");
    desk.now("2026-11-15T09:00:00+08:00");
    assert_eq!(told(), None, "91 days ahead");
    desk.now("2026-11-16T09:00:00+08:00");
    let duty = told().expect("90 days ahead");
    assert_eq!(
        (&duty["due"], &duty["whose"], &duty["days"]),
        (&json!("2027-02-14"), &json!("union"), &json!(90))
    );
    assert_eq!(duty["place"], json!({ "page": "union", "part": "record:certificateUntil" }));
    let settings = desk.call("settings.get", json!({}));
    desk.call("settings.save", with(settings, json!({ "expiryDays": 0 })));
    assert_eq!(told(), None, "set to the day itself");
    desk.now("2027-02-14T09:00:00+08:00");
    assert_eq!(told().unwrap()["band"], "week");
    desk.now("2027-02-15T09:00:00+08:00");
    assert_eq!(told().unwrap()["band"], "overdue");
    desk.call("union.save", with(details(), json!({ "certificateUntil": "2032-02-14" })));
    assert_eq!(told(), None, "renewed, it vanishes");
}

#[test]
fn bodies_that_must_stand_are_due_until_they_do() {
    let desk = with_members();
    let bodies = desk.call("union.bodies", json!({}));
    assert_eq!((&bodies["members"], &bodies["years"]), (&json!(316), &json!([3, 5])));
    for (body, rule, whose) in [
        ("committee", "JX-UN-8", "employer"),
        ("audit", "JX-UN-8-AUDIT", "union"),
        ("women", "JX-UN-8-MEMBERS", "union"),
        ("supervision", "JX-LS-9", "union"),
    ] {
        assert_eq!(rules(&state(&desk, body)), [rule], "{body}");
        let duty = due(&desk, &format!("union:body:{body}")).unwrap();
        assert_eq!((&duty["rule"]["id"], &duty["whose"]), (&json!(rule), &json!(whose)));
        assert_eq!(duty["place"], json!({ "page": "union", "id": body, "part": "bodies" }));
    }

    let four = desk.refused("union.saveTerm", with(term("committee", &SEVEN), json!({ "years": 4 })));
    assert_eq!((four.field.as_deref(), four.code.as_str()), (Some("years"), "refused"));
    assert!(four.rule.is_some(), "the article stands behind it");
    let six = with(term("committee", &SEVEN[..6]), json!({ "cleared": false }));
    let id = desk.call("union.saveTerm", six.clone());
    assert_eq!(rules(&state(&desk, "committee")), ["CN-UN-18-MIN", "JX-UN-17"], "316 members ask for seven");
    let duty = due(&desk, "union:body:committee").unwrap();
    assert!(duty["origin"].as_str().unwrap().contains("现有6人"), "{duty}");
    let twice = desk.refused("union.saveTerm", six);
    assert_eq!(twice.field.as_deref(), Some("session"), "{}", twice.message);

    desk.call("union.saveTerm", with(term("committee", &SEVEN), json!({ "id": id })));
    desk.call("union.saveTerm", term("audit", &[("万晓梅", "chair"), ("涂文", "member")]));
    desk.call("union.saveTerm", term("women", &[("邓玉兰", "chair")]));
    let certified = json!([
        { "name": "周敏", "office": "chair", "certificateNumber": "赣监1号" },
        { "name": "李强", "office": "member", "certificateNumber": "赣监2号", "certificateUntil": "2026-12-01" },
        { "name": "曾广", "office": "member" },
    ]);
    desk.call("union.saveTerm", with(term("supervision", &[]), json!({ "members": certified })));
    for body in ["committee", "audit", "women", "supervision"] {
        assert_eq!(rules(&state(&desk, body)), [""; 0], "{body}");
        assert_eq!(due(&desk, &format!("union:body:{body}")), None);
    }
    let renew = desk.due().into_iter().find(|duty| duty["title"] == "换发李强的劳动法律监督员证").unwrap();
    assert_eq!(renew["due"], "2026-12-01");
}

#[test]
fn a_term_ends_after_its_years_and_its_people_stay_in_history() {
    let desk = Desk::founded("36", None);
    desk.now("2026-11-16T09:00:00+08:00");
    let id = desk.call("union.saveTerm", term("committee", &SEVEN[..5]));
    let now = state(&desk, "committee")["current"].clone();
    assert_eq!((&now["name"], &now["endsOn"]), (&json!("第三届工会委员会"), &json!("2027-05-18")));
    assert_eq!(
        now["explained"],
        "2022年5月18日起任期5年（中华人民共和国工会法第十六条），2027年5月18日届满。"
    );
    assert_eq!(
        desk.call("report.year", json!({ "year": 2026 }))["chair"],
        "周敏",
        "whom its form begins with"
    );
    let over = format!("union:term:{}", id.as_str().unwrap());
    assert_eq!(due(&desk, &over), None, "half a year ahead");
    desk.now("2027-02-17T09:00:00+08:00");
    let duty = due(&desk, &over).expect("90 days ahead");
    assert_eq!((&duty["due"], &duty["rule"]["id"]), (&json!("2027-05-18"), &json!("CN-UN-09-5")));
    assert_eq!(duty["place"], json!({ "page": "election", "part": "new" }));

    // The vice-chair retires; a member takes the seat.
    let mut people = now["record"]["members"].clone();
    people[1]["toOn"] = json!("2027-01-31");
    people[2]["office"] = json!("vice");
    let record = with(now["record"].clone(), json!({ "members": people }));
    desk.call("union.saveTerm", record);
    let then = state(&desk, "committee")["current"].clone();
    assert_eq!((&then["serving"], &then["record"]["members"][1]["name"]), (&json!(4), &json!("王伟")));
    assert_eq!(then["record"]["members"][1]["id"], now["record"]["members"][1]["id"], "one row, one history");

    desk.now("2027-05-19T09:00:00+08:00");
    assert_eq!(due(&desk, &over).unwrap()["band"], "overdue");
    let early = with(term("committee", &SEVEN[..5]), json!({ "session": 4, "startedOn": "2021-05-18" }));
    assert_eq!(desk.refused("union.saveTerm", early).field.as_deref(), Some("startedOn"));
    let next =
        with(term("committee", &SEVEN[..5]), json!({ "session": 4, "startedOn": "2027-05-19", "years": 3 }));
    desk.call("union.saveTerm", next);
    let all = state(&desk, "committee");
    assert_eq!(
        (&all["current"]["endsOn"], &all["past"][0]["name"]),
        (&json!("2030-05-19"), &json!("第三届工会委员会"))
    );
    assert_eq!(due(&desk, &over), None, "the new term answers it");

    let hits = desk.call("search.all", json!({ "text": "第四届" }));
    let hit = hits.as_array().unwrap().iter().find(|hit| hit["kind"] == "unionTerm").unwrap();
    assert_eq!(hit["place"], json!({ "page": "union", "id": "committee", "part": "bodies" }));
    desk.call("union.removeTerm", json!({ "id": all["current"]["id"] }));
    assert_eq!(state(&desk, "committee")["current"]["name"], "第三届工会委员会");
    let gone = desk.call("trash.list", json!({}))[0].clone();
    assert_eq!((&gone["title"], &gone["kindLabel"]), (&json!("第四届工会委员会"), &json!("一届机构")));
    desk.call("trash.restore", json!({ "kind": gone["kind"], "id": gone["id"] }));
    assert_eq!(state(&desk, "committee")["current"]["serving"], 5, "with all its people");
}

#[test]
fn groups_are_a_tree_whose_people_outlive_it() {
    let desk = with_members();
    let group = |name: &str, parent: &Value| {
        desk.call("union.saveGroup", json!({ "kind": "group", "name": name, "parent": parent }))
    };
    let top = group("机加工分会", &Value::Null);
    let night = group("夜班小组", &top);
    let twin = desk.refused("union.saveGroup", json!({ "kind": "group", "name": "夜班小组", "parent": top }));
    assert_eq!(twin.field.as_deref(), Some("name"));
    let round = json!({ "id": top, "kind": "branch", "name": "机加工分会", "parent": night });
    assert_eq!(desk.refused("union.saveGroup", round).field.as_deref(), Some("parent"));

    let upside_down = json!({ "kind": "branch", "name": "夜班分会", "parent": night });
    assert_eq!(desk.refused("union.saveGroup", upside_down).field.as_deref(), Some("parent"));
    let outside = desk.call("members.save", json!({ "name": "叶班长", "sex": "male", "form": "contract" }));
    let refusal = desk.refused("union.assignGroup", json!({ "group": night, "people": [outside] }));
    assert!(refusal.message.contains("不是会员"), "{}", refusal.message);
    desk.call("members.remove", json!({ "id": outside }));

    let tree = || desk.call("union.groups", json!({}));
    let shop =
        tree()["shops"].as_array().unwrap().iter().find(|one| one["shop"] == "机加工").unwrap().clone();
    let all = shop["people"].as_u64().unwrap();
    let put = desk.call("union.assignGroup", json!({ "group": top, "shop": "机加工" }));
    assert_eq!(put.as_u64(), Some(all), "the shop at once");
    let person = desk.call("union.groupPeople", json!({ "id": top }))[0].clone();
    desk.call("union.assignGroup", json!({ "group": night, "people": [person["id"]] }));
    let counts = |tree: &Value| -> Vec<(String, u64, u64)> {
        let groups = tree["groups"].as_array().unwrap().iter();
        let number = |one: &Value, key: &str| one[key].as_u64().unwrap();
        groups
            .map(|one| {
                (
                    one["record"]["name"].as_str().unwrap().to_owned(),
                    number(one, "people"),
                    number(one, "all"),
                )
            })
            .collect()
    };
    assert_eq!(counts(&tree()), [("机加工分会".to_owned(), all - 1, all), ("夜班小组".to_owned(), 1, 1)]);
    assert_eq!(tree()["ungrouped"].as_u64(), Some(316 - all));
    let nobody = desk.refused("union.assignGroup", json!({ "group": top, "shop": "机加工" }));
    assert_eq!(nobody.code, "bad_input", "who has a group is not moved by the shop: {}", nobody.message);

    desk.call("union.removeGroup", json!({ "id": night }));
    assert_eq!(counts(&tree()), [("机加工分会".to_owned(), all, all)], "its people came up");
    desk.call("ledger.undo", json!({}));
    assert_eq!(counts(&tree()).len(), 2, "taken back whole");
    desk.call("union.removeGroup", json!({ "id": top }));
    assert_eq!(counts(&tree()), [("夜班小组".to_owned(), 1, 1)], "what stood under it stands at the top");
    assert_eq!(tree()["ungrouped"].as_u64(), Some(315));
    assert_eq!(desk.call("members.counts", json!({}))["total"], 316, "nobody left");

    // Whoever leaves the roster leaves the count, and comes back with it.
    desk.call("members.remove", json!({ "id": person["id"] }));
    assert_eq!(counts(&tree()), [("夜班小组".to_owned(), 0, 0)]);
    desk.call("ledger.undo", json!({}));
    assert_eq!(counts(&tree()), [("夜班小组".to_owned(), 1, 1)]);
    let hits = desk.call("search.all", json!({ "text": "夜班" }));
    let hit = hits.as_array().unwrap().iter().find(|hit| hit["kind"] == "unionGroup").unwrap();
    assert_eq!(hit["place"], json!({ "page": "union", "id": night, "part": "groups" }));
    let (steps, _) = desk.head();
    assert!(steps > 8, "the check finds nothing, back and forth");
}
