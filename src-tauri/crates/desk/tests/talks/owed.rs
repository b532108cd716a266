//! What is still owed under a contract when its affair is sealed: named before, asked a reason for, and gone on with where it can be
//! done.

use affairs::duty::DutyKind;
use serde_json::{Value, json};

use super::sealing::a_check;
use super::{agreed, agreement, answered, concluded, event, get, meeting, published, sent_up, side, vacated};
use crate::duties::story::Story;

/// The one duty of a kind.
fn due(story: &Story, kind: DutyKind) -> Value {
    let today = story.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().iter();
    let mut all = all.filter(|one| DutyKind::of_id(one["id"].as_str().unwrap()) == Some(kind)).cloned();
    all.next().unwrap_or_else(|| panic!("{kind:?} is due: {today}"))
}

/// A check of which one clause is kept and one fell short, with an award over it.
fn short(wage: &Value) -> Value {
    let mut check = a_check(wage);
    check["opinions"] = json!("希望早日补发");
    check["clauses"].as_array_mut().unwrap().push(json!({
        "clause": "夜班津贴", "target": "每班30元", "actual": "每班20元", "gap": "每班少10元", "remedy": "补发差额",
        "owner": "罗思齐", "dueOn": "2026-08-31", "awardOn": "2026-07-20",
    }));
    check
}

#[test]
fn what_a_check_found_short_is_named_before_the_seal_and_made_good_in_the_affair_that_goes_on() {
    let story = Story::begin("33", &[]);
    let (id, wage) = sent_up(&story);
    story.call("negotiation.saveCheck", short(&wage));
    let open = get(&story, &id)["closing"]["open"].clone();
    let told = [
        "2026年7月20日检查时“夜班津贴”每班少10元，补救“补发差额”（2026年8月31日以前）还没有登记完成。",
        "“夜班津贴”的仲裁裁决，可以起诉到2026年8月4日，还没有登记起诉。",
    ];
    assert_eq!(open.as_array().unwrap().len(), told.len(), "{open}");
    let refused = story.refused("negotiation.seal", json!({ "id": id }));
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("refused", Some("reason")));
    for words in told {
        assert!(open.to_string().contains(words), "{words}: {open}");
        assert!(refused.message.contains(words), "{words}: {}", refused.message);
    }
    story.call("negotiation.seal", json!({ "id": id, "reason": "补发要到八月底，先把卷归档" }));
    let seal = get(&story, &id)["closing"]["seal"].clone();
    assert_eq!(seal["outcome"], "done", "a contract in force is not given up: {seal}");

    for (kind, day) in [(DutyKind::AgreementRemedy, "2026-08-31"), (DutyKind::AgreementSuit, "2026-08-04")] {
        let kept = due(&story, kind);
        assert_eq!((&kept["due"], &kept["button"]), (&json!(day), &json!("接续协商")), "{kept}");
        assert_eq!((&kept["place"]["id"], &kept["place"]["part"]), (&id, &json!("closing")), "{kept}");
        assert!(kept["origin"].as_str().unwrap().contains("登记在接续的协商里"), "{kept}");
    }

    let next = story.call("negotiation.start", json!({ "year": 2026, "continues": id }));
    let carried = agreement(&story, &next, "wage");
    let mut check = carried["checks"][0].clone();
    assert_eq!(carried["checks"].as_array().unwrap().len(), 1, "{carried}");
    assert_eq!(check["lateEntry"], "接续自2026年度工资集体协商", "it says where it comes from");
    assert_eq!(check["clauses"].as_array().unwrap().len(), 1, "what is kept stays where it was checked");
    for (kind, button) in [(DutyKind::AgreementRemedy, "登记补救"), (DutyKind::AgreementSuit, "登记起诉")]
    {
        let kept = due(&story, kind);
        assert_eq!((&kept["place"]["id"], &kept["button"]), (&next, &json!(button)), "{kept}");
    }
    let report = story.text("negotiation.performanceReport", &carried["id"]);
    assert!(report.contains("共检查1次"), "held once: {report}");
    assert_eq!(report.matches("希望早日补发").count(), 1, "said once: {report}");
    check["clauses"][0]["doneOn"] = json!("2026-07-20");
    story.call("negotiation.saveCheck", check);
    story.absent(&[DutyKind::AgreementRemedy, DutyKind::AgreementSuit]);
    assert_eq!(agreement(&story, &next, "wage")["breach"], json!([]), "nothing of it is open any more");
}

#[test]
fn what_was_never_checked_and_told_under_a_contract_that_is_over_is_named_before_the_seal() {
    let story = Story::begin("36", &[]);
    let (id, _) = published(&story);
    story.on("2027-08-01");
    story.absent(&[DutyKind::NegotiationSeal]);
    story.beside(DutyKind::AgreementCheck);
    let open = get(&story, &id)["closing"]["open"].clone();
    let told = [
        "检查合同的履行情况，应当在2027年7月18日以前",
        "向职代会报告合同的履行情况，应当在2027年7月18日以前",
    ];
    let refused = story.refused("negotiation.seal", json!({ "id": id }));
    for words in told {
        assert!(open.to_string().contains(words), "{words}: {open}");
        assert!(refused.message.contains(words), "{words}: {}", refused.message);
    }
    story.call("negotiation.seal", json!({ "id": id, "reason": "合同已经期满，当年没有检查" }));
    assert_eq!(get(&story, &id)["closing"]["seal"]["outcome"], "done");
    let unasked = [DutyKind::AgreementCheck, DutyKind::AgreementPerformance, DutyKind::NegotiationContinue];
    story.absent(&unasked);
}

/// A sealed affair whose contract is in force: one seat of ours fell vacant, and the labour contract of another representative ends
/// during the mandate. Its id, and who that is.
fn sealed_with_a_vacant_seat(story: &Story) -> (Value, Value) {
    let member = story.call(
        "members.save",
        json!({
            "name": "林知秋", "sex": "female", "form": "contract", "memberSince": "2020-05-01",
        }),
    );
    let contract = json!({ "person": member, "term": "fixed", "from": "2024-04-01", "until": "2027-03-31" });
    story.call("dossier.saveContract", contract);
    let id = answered(story, &["wage"]);
    story.call("negotiation.saveRepresentatives", ours(&id, &member, "黄若水"));
    story.on("2026-06-20");
    story.call("negotiation.saveMeeting", meeting(story, &id, "2026-06-20"));
    let wage = agreement(story, &id, "wage")["id"].clone();
    concluded(story, &id, &wage);
    event(story, &id, &wage, "published", "2026-07-20", json!({ "receiver": "公告栏" }));
    event(story, &id, &wage, "sentUp", "2026-07-20", json!({ "receiver": "县总工会" }));
    vacated(story, &id, "黄若水", "2026-07-20");
    story.call("negotiation.seal", json!({ "id": id }));
    (id, member)
}

/// Our side, the third of it by a name.
fn ours(id: &Value, member: &Value, third: &str) -> Value {
    let mut workers = side(["陈望舒", "林知秋", third]);
    workers[1]["person"] = member.clone();
    json!({ "negotiation": id, "workers": workers })
}

#[test]
fn an_empty_seat_and_a_labour_contract_that_ends_are_told_while_the_contract_of_a_sealed_affair_is_in_force()
{
    let story = Story::begin("33", &[]);
    let (id, member) = sealed_with_a_vacant_seat(&story);
    let seat = due(&story, DutyKind::NegotiationSeat);
    assert_eq!((&seat["due"], &seat["button"]), (&json!("2026-08-04"), &json!("接续协商")), "{seat}");
    assert_eq!((&seat["place"]["id"], &seat["place"]["part"]), (&id, &json!("closing")), "{seat}");
    assert!(seat["origin"].as_str().unwrap().contains("登记在接续的协商里"), "{seat}");
    story.on("2027-02-28");
    story.absent(&[DutyKind::NegotiationProtection]);
    let protected = || {
        let told = due(&story, DutyKind::NegotiationProtection);
        assert_eq!((&told["due"], &told["button"]), (&json!("2027-03-31"), &json!("看合同")), "{told}");
        assert_eq!((&told["place"]["page"], &told["place"]["id"]), (&json!("dossier"), &member), "{told}");
    };
    story.on("2027-03-01");
    protected();

    // The contract goes on elsewhere, the seats do not: they are listed anew.
    let next = story.call("negotiation.start", json!({ "year": 2027, "continues": id }));
    protected();
    let seat = due(&story, DutyKind::NegotiationSeat);
    assert_eq!((&seat["place"]["id"], &seat["place"]["part"]), (&next, &json!("representatives")), "{seat}");
    assert_eq!(seat["button"], "登记协商代表", "{seat}");
    story.call("negotiation.saveRepresentatives", ours(&next, &member, "艾小梅"));
    story.absent(&[DutyKind::NegotiationSeat]);
    protected();
    let today = story.call("today.list", json!({}));
    let all = today["duties"].as_array().unwrap().iter();
    // That the labour contract ends, the roster tells by itself.
    let told = all.filter(|one| one["id"].as_str().unwrap().starts_with("protection:")).count();
    assert_eq!(told, 1, "where the seat is now: {today}");
}

/// 河南 lets the mandates of a collective contract last as long as it.
#[test]
fn an_empty_seat_under_a_collective_contract_of_henan_is_asked_for_while_it_is_in_force() {
    let story = Story::begin("41", &[]);
    let id = agreed(&story, &["collective"]);
    let of = agreement(&story, &id, "collective")["id"].clone();
    concluded(&story, &id, &of);
    assert_eq!(agreement(&story, &id, "collective")["state"], "inEffect");
    story.on("2026-07-20");
    story.absent(&[DutyKind::NegotiationSeat]);
    vacated(&story, &id, "黄若水", "2026-07-20");
    let seat = due(&story, DutyKind::NegotiationSeat);
    assert_eq!((&seat["place"]["id"], &seat["button"]), (&id, &json!("登记补选")), "{seat}");
}

#[test]
fn the_seats_of_a_sealed_affair_are_asked_for_no_more_when_its_contract_is_over() {
    let story = Story::begin("33", &[]);
    sealed_with_a_vacant_seat(&story);
    story.on("2027-07-31");
    story.beside(DutyKind::NegotiationSeat);
    story.beside(DutyKind::NegotiationProtection);
    story.on("2027-08-01");
    story.absent(&[DutyKind::NegotiationSeat, DutyKind::NegotiationProtection]);
}
