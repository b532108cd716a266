//! A seat that falls vacant and is filled again: who may be listed at a meeting of which day, whom the minutes of an earlier round
//! go on naming, what cannot be recorded, and that all of it can be taken back.

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;
use crate::meeting::{ready, record};

fn talks(desk: &Desk, id: &Value) -> Value {
    desk.call("negotiation.get", json!({ "id": id }))
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["record"]["name"].as_str().unwrap()).collect()
}

fn vacated(id: &Value, of: &Value, on: &str) -> Value {
    json!({ "negotiation": id, "kind": "vacated", "happenedOn": on, "text": "调离", "facts": { "representative": of } })
}

fn filled(id: &Value, vacancy: &Value, on: &str) -> Value {
    json!({
        "negotiation": id, "vacancy": vacancy,
        "person": {
            "name": "周长风", "sex": "male", "post": "车工", "frontLine": true, "chosenHow": "职工代表大会选举", "chosenOn": on,
        },
    })
}

fn minutes(desk: &Desk, of: &Value, to: &str) -> String {
    let to = desk.out(to);
    desk.call("papers.print", json!({ "kind": "negotiation.minutes", "of": of, "to": to }));
    judges::text(&to)
}

#[test]
fn the_list_of_each_day_stays_readable() {
    let (desk, id) = ready();
    let first = desk.call("negotiation.saveMeeting", record(&desk, &id));
    let before = talks(&desk, &id);
    let gone = before["representatives"][2]["id"].clone();
    let name = before["representatives"][2]["record"]["name"].as_str().unwrap().to_owned();

    // Not before a meeting attended, not twice, and of somebody.
    let early = desk.refused("negotiation.addEvent", vacated(&id, &gone, "2026-10-19"));
    assert_eq!(early.field.as_deref(), Some("happenedOn"), "{}", early.message);
    assert!(early.message.contains("第1轮会议登记了到会"), "{}", early.message);
    let nobody = json!({ "negotiation": id, "kind": "vacated", "happenedOn": "2026-10-20", "text": "调离" });
    assert_eq!(desk.refused("negotiation.addEvent", nobody).field.as_deref(), Some("representative"));
    desk.now("2026-10-28T09:00:00+08:00");
    let vacancy = desk.call("negotiation.addEvent", vacated(&id, &gone, "2026-10-26"));
    let twice = desk.refused("negotiation.addEvent", vacated(&id, &gone, "2026-10-27"));
    assert!(twice.message.contains("已经登记空缺"), "{}", twice.message);
    let now = talks(&desk, &id);
    assert!(
        !names(&now["representatives"]).contains(&name.as_str()) && names(&now["earlier"]) == [name.as_str()]
    );
    assert_eq!(now["vacancy"], vacancy);

    // Who left is not listed at a later meeting, and the list is not made whole without saying who took the seat.
    let mut second = record(&desk, &id);
    (second["heldOn"], second["undertakings"]) = ("2026-10-28".into(), json!([]));
    second["attendance"]
        .as_array_mut()
        .unwrap()
        .insert(2, json!({ "representative": gone, "present": true }));
    let missing = desk.refused("negotiation.saveMeeting", second.clone());
    assert!(missing.message.contains("再补1名"), "two of three sit there: {}", missing.message);
    let standing = |of: &Value, side: &str| -> Vec<Value> {
        let all = of["representatives"].as_array().unwrap().iter().filter(|one| one["side"] == side);
        all.map(|one| one["record"].clone()).collect()
    };
    let mut by_hand = standing(&now, "workers");
    by_hand.push(filled(&id, &vacancy, "2026-10-27")["person"].clone());
    let unsaid =
        desk.refused("negotiation.saveRepresentatives", json!({ "negotiation": id, "workers": by_hand }));
    assert!(unsaid.message.contains("登记补选"), "{}", unsaid.message);

    // Filled: not before the vacancy, and by no one who sits there.
    let soon = desk.refused("negotiation.fillSeat", filled(&id, &vacancy, "2026-10-25"));
    assert_eq!(soon.field.as_deref(), Some("person.chosenOn"), "{}", soon.message);
    let mut same = filled(&id, &vacancy, "2026-10-27");
    same["person"]["name"] = now["representatives"][1]["record"]["name"].clone();
    assert_eq!(desk.refused("negotiation.fillSeat", same).field.as_deref(), Some("person.name"));
    let mut theirs = filled(&id, &vacancy, "2026-10-27");
    theirs["person"]["name"] = "高子衿".into();
    let both = desk.refused("negotiation.fillSeat", theirs);
    assert_eq!(both.field.as_deref(), Some("person.name"));
    assert!(
        both.message.contains("高子衿同时列在职工方和企业方"),
        "whichever seat is filled: {}",
        both.message
    );
    let new = desk.call("negotiation.fillSeat", filled(&id, &vacancy, "2026-10-27"));
    let again = desk.refused("negotiation.fillSeat", filled(&id, &vacancy, "2026-10-27"));
    assert!(again.message.contains("已经由周长风接替"), "{}", again.message);
    let now = talks(&desk, &id);
    assert_eq!(now["vacancy"], Value::Null);
    let seat =
        now["representatives"].as_array().unwrap().iter().find(|one| one["id"] == new).unwrap().clone();
    assert_eq!(seat["replaces"], gone);

    // The second round lists the newcomer and refuses who left; the first goes on naming who was there.
    let mut second = record(&desk, &id);
    (second["heldOn"], second["undertakings"]) = ("2026-10-28".into(), json!([]));
    let mut with_gone = second.clone();
    with_gone["attendance"].as_array_mut().unwrap().push(json!({ "representative": gone, "present": true }));
    let refused = desk.refused("negotiation.saveMeeting", with_gone);
    assert!(refused.message.contains("不在代表名单中"), "{}", refused.message);
    let round = desk.call("negotiation.saveMeeting", second);
    assert!(
        minutes(&desk, &first, "第一轮.pdf").contains(&name),
        "the first round goes on naming who was there"
    );
    let later = minutes(&desk, &round, "第二轮.pdf");
    assert!(later.contains("周长风") && !later.contains(&name), "{later}");

    // What others lean on stays: the vacancy once filled, the filling once attended.
    let leaning = desk.refused("negotiation.removeEvent", json!({ "id": vacancy }));
    assert!(leaning.message.contains("已经由周长风接替"), "{}", leaning.message);
    let events = now["events"].as_array().unwrap();
    let replaced = events.iter().find(|one| one["kind"] == "replaced").unwrap()["id"].clone();
    let attended = desk.refused("negotiation.removeEvent", json!({ "id": replaced }));
    assert!(attended.message.contains("第2轮会议登记了到会"), "{}", attended.message);
    desk.call("negotiation.removeMeeting", json!({ "id": round }));
    desk.call("negotiation.removeEvent", json!({ "id": replaced }));
    assert_eq!(talks(&desk, &id)["vacancy"], vacancy, "the seat is vacant again");
    desk.call("negotiation.removeEvent", json!({ "id": vacancy }));
    assert!(names(&talks(&desk, &id)["representatives"]).contains(&name.as_str()), "as it was before");
    desk.call("ledger.undo", json!({}));
    assert_eq!(talks(&desk, &id)["vacancy"], vacancy, "and each step can be taken back");
}

#[test]
fn a_mandate_bears_four_characters_and_no_more() {
    let (desk, id) = ready();
    let people = talks(&desk, &id)["representatives"].clone();
    let mandate = |last4: &str| {
        json!({
            "negotiation": id, "kind": "chief", "side": "workers", "representative": people[1]["id"], "sex": "unspecified",
            "unit": "工会副主席", "idLast4": last4, "principal": "陈望舒", "principalPost": "工会主席", "reason": "出差在外",
            "scope": ["主持协商会议", "在纪要上签字"], "givenOn": "2026-10-20", "fromOn": "2026-10-20",
        })
    };
    let mut oneself = mandate("999X");
    oneself["representative"] = people[0]["id"].clone();
    let oneself = desk.refused("negotiation.saveMandate", oneself);
    assert_eq!(oneself.field.as_deref(), Some("principal"), "{}", oneself.message);
    assert!(
        oneself.message.contains("陈望舒") && oneself.message.contains("不用写委托书"),
        "{}",
        oneself.message
    );
    let whole = desk.refused("negotiation.saveMandate", mandate("36012119800101999X"));
    assert_eq!(whole.field.as_deref(), Some("idLast4"), "{}", whole.message);
    let of = desk.call("negotiation.saveMandate", mandate("999x"));
    let to = desk.out("委托书.pdf");
    desk.call("papers.print", json!({ "kind": "negotiation.chiefMandate", "of": of, "to": to }));
    let text = judges::text(&to);
    assert!(text.contains("身份证号码后四位999X") && text.contains("首席代表授权委托书"), "{text}");
    let adviser = json!({
        "negotiation": id, "kind": "adviser", "side": "workers", "name": "欧阳静怡", "sex": "female", "unit": "明理律师事务所",
        "profession": "律师", "idLast4": "0028", "principal": "陈望舒", "principalPost": "工会主席", "scope": ["提供咨询"],
        "givenOn": "2026-10-20", "fromOn": "2026-10-20",
    });
    let of = desk.call("negotiation.saveMandate", adviser);
    let to = desk.out("专业人员.pdf");
    desk.call("papers.print", json!({ "kind": "negotiation.adviserMandate", "of": of, "to": to }));
    let text = judges::text(&to);
    // In 江西 outsiders advise and do not represent.
    assert!(text.contains("协商顾问") && text.contains("条例》第十一条"), "{text}");
    assert!(text.contains("不代表职工方表态"), "{text}");
}
