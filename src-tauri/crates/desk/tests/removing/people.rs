//! What belongs to a person comes back to one who stands: else it would stand in no list, and in the trash no more.

use serde_json::{Value, json};

use crate::duties::story::Story;

#[test]
fn what_belongs_to_a_removed_person_waits_for_them() {
    let story = Story::begin("36", &[]);
    let firm = json!({
        "kind": "platform", "name": "快蜂即时配送有限公司", "trade": "delivery", "injury": "covered", "injurySince": "2026-03-01",
        "insurance": "flexible",
    });
    let firm = story.call("platform.saveFirm", firm);
    let rider = story.call("members.save", json!({ "name": "邹小川", "sex": "male", "form": "contract" }));
    let work = json!({ "person": rider, "firm": firm, "class": "partial", "since": "2025-03-01" });
    let work = story.call("platform.saveWork", work);
    let referral = json!({
        "work": work, "toKind": "trade", "toUnion": "县新就业形态行业工会联合会", "referredOn": "2026-05-20", "consentOn": "2026-05-20",
    });
    let help = json!({
        "work": work, "accidentOn": "2026-05-18", "asked": "送餐途中摔伤", "askedOn": "2026-05-20", "papers": [],
    });
    let file = json!({ "person": rider, "openedOn": "2026-05-20", "level": "sudden" });
    let aid = json!({ "person": rider, "givenOn": "2026-05-20", "kind": "visit", "source": "none" });
    let own = [
        ("hardshipFile", "hardship.remove", story.call("hardship.save", file)),
        ("memberAid", "hardship.removeAid", story.call("hardship.saveAid", aid)),
        ("platformReferral", "platform.removeReferral", story.call("platform.saveReferral", referral)),
        ("injuryHelp", "platform.removeHelp", story.call("platform.saveHelp", help)),
    ];
    story.on("2026-06-02");
    for (_, remove, id) in &own {
        story.call(remove, json!({ "id": id }));
    }
    story.on("2026-06-03");
    story.call("members.remove", json!({ "id": rider }));
    let back = |kind: &str, id: &Value| json!({ "kind": kind, "id": id });
    for (kind, _, id) in &own {
        let why = story.refused("trash.restore", back(kind, id));
        assert!(why.code == "refused" && why.message.contains("请先恢复本人"), "{kind}: {}", why.message);
    }
    story.call("trash.restore", back("person", &rider));
    for (kind, _, id) in &own {
        story.call("trash.restore", back(kind, id));
    }
    let lies = story.call("trash.list", json!({}));
    assert_eq!(lies, json!([]), "all of it is back");
}

#[test]
fn the_register_of_consents_names_whose_each_is_and_none_of_somebody_who_was_removed() {
    let story = Story::begin("36", &[]);
    let consent = |name: &str| {
        let person = story.call("members.save", json!({ "name": name, "sex": "male", "form": "contract" }));
        let given = json!({
            "person": person, "purpose": "publish", "about": "姓名、照片上光荣榜", "givenOn": "2026-05-20", "givenHow": "paper",
        });
        story.call("consents.save", given);
        person
    };
    let stays = consent("邹小川");
    let goes = consent("程远航");
    story.call("members.remove", json!({ "id": goes }));
    let all = story.call("consents.list", json!({}));
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!((&all[0]["person"], &all[0]["name"]), (&stays, &json!("邹小川")));
    let own = story.call("consents.list", json!({ "person": goes }));
    assert_eq!(own[0]["name"], "程远航", "asked for by themselves they are told all the same");
}
