//! A dispute mediated to an agreement or to advice on arbitration, and who may read the numbers that an agreement bears. What
//! went before it stands beside.

use serde_json::{Value, json};

use super::{PHONE, WORKER, counted, due, founded, holds, next, opened, said, with};
use crate::gonghui::Desk;
use crate::judges;

fn dispute(more: Value) -> Value {
    with(
        json!({
            "topic": "wages", "worker": WORKER, "applicant": "worker", "oral": true, "appliedOn": "2026-09-15",
            "facts": "八月休息日加班四天，没有发加班费", "claims": "补发八月的加班费",
        }),
        more,
    )
}

fn event(case: &Value, kind: &str, on: &str, text: &str) -> Value {
    json!({ "case": case, "kind": kind, "happenedOn": on, "text": text })
}

fn mediator(name: &str, side: &str, office: &str, chosen: &str) -> Value {
    json!({ "name": name, "side": side, "office": office, "chosen": chosen, "fromOn": "2026-01-05", "untilOn": "2027-12-31" })
}

/// The numbers of a worker on the roster stand in the agreement for whoever may read them; others leave room to write them.
#[test]
fn an_agreement_bears_the_workers_numbers_by_the_right_of_its_reader() {
    const NUMBER: &str = "36012119800101999X";
    const HOME: &str = "南昌县向塘";
    let desk = founded("36");
    let person =
        json!({ "name": WORKER, "sex": "male", "form": "contract", "idNumber": NUMBER, "phone": PHONE });
    let person = desk.call("members.save", with(person, json!({ "householdPlace": HOME })));
    let employer = desk.call("union.get", json!({}))["details"]["enterprises"][0]["name"].clone();
    let firm = json!({ "name": employer, "representative": "周建国" });
    desk.call("union.save", json!({ "enterprises": [firm] }));
    let chair = desk.call("mediation.saveMediator", mediator("沈一诺", "workers", "chair", "union"));
    desk.call("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    let case = desk.call("mediation.save", dispute(json!({ "mediator": chair, "person": person })));
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    let terms = json!({ "untilOn": "2026-10-10", "manner": "转入本人的工资卡" });
    desk.call("mediation.saveEvent", with(event(&case, "agreed", "2026-09-15", "补发加班费"), terms));
    let print = |name: &str| {
        let to = desk.out(name);
        (json!({ "kind": "mediation.agreement", "of": case, "to": to }), to)
    };
    let read = |to: &std::path::Path| {
        judges::well_formed(to);
        judges::text(to)
    };
    let (paper, to) = print("协议书.pdf");
    assert_eq!(desk.refused("papers.print", paper.clone()).code, "covered", "it asks what for");
    desk.revealed("交双方签字", "papers.print", paper);
    holds(&read(&to), &[NUMBER, PHONE, HOME, "周建国"]);
    let log = desk.call("sight.log", json!({})).to_string();
    assert!(log.contains("交双方签字") && log.contains(person.as_str().unwrap()), "a look: {log}");
    desk.call("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    let issued = desk.paper("mediation.agreement")["issued"][0]["id"].clone();

    let officer = json!({ "name": "李强", "role": "officer", "parts": ["letters"], "reads": [] });
    desk.call("people.add", json!({ "person": officer, "passphrase": "十月 的 风车 转 李强" }));
    desk.sits_down("十月 的 风车 转 李强");
    let (paper, to) = print("协议书（李强）.pdf");
    desk.call("papers.print", paper);
    let covered = read(&to);
    holds(&covered, &["证件号码", "联系电话", WORKER, "周建国"]);
    assert!([NUMBER, PHONE, HOME].iter().all(|one| !covered.contains(one)), "left to be written: {covered}");
    assert_eq!(desk.refused("papers.issued", json!({ "id": issued })).code, "no_right");
    desk.sits_down(crate::gonghui::PASSPHRASE);
}

#[test]
fn a_dispute_is_mediated_to_an_agreement_that_both_sides_keep() {
    let desk = founded("36");
    let chair = desk.call("mediation.saveMediator", mediator("沈一诺", "workers", "chair", "union"));
    assert_eq!(next(&desk, "mediation").0, "配齐劳动争议调解委员会", "both sides are equal in number");
    desk.call("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    let twice = desk.refused("mediation.saveMediator", mediator("万里程", "employer", "member", "named"));
    assert_eq!(
        (twice.code.as_str(), twice.field.as_deref()),
        ("duplicate", Some("name")),
        "{}",
        twice.message
    );
    assert_eq!(due(&desk, "mediation"), []);
    let committee = desk.call("mediation.committee", json!({}));
    assert_eq!(committee["lacks"], json!([]));
    assert!(committee["says"].to_string().contains("对等"), "{committee}");
    let blank = desk.out("空白申请书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.application", "of": "blank", "to": blank }));
    judges::sound(&blank, &["劳动争议调解申请书", "赣江机械有限公司劳动争议调解委员会", "申请人签名"]);

    let new = dispute(json!({ "mediator": chair }));
    let case = desk.call("mediation.save", new);
    assert_eq!(next(&desk, "mediation"), said("决定是否受理", "union", "2026-09-18"), "three working days");
    let application = desk.out("申请书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.application", "of": case, "to": application }));
    judges::sound(&application, &["调〔2026〕1号", WORKER, "补发八月的加班费", "口头提出"]);
    let none = desk.refused("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    assert!(none.message.contains("还没有达成协议"), "the truth, and no lost paper: {}", none.message);
    let early = desk.refused("mediation.saveEvent", event(&case, "agreed", "2026-09-15", "补发"));
    assert!(early.message.contains("先受理"), "{}", early.message);
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-15", ""));
    assert_eq!(next(&desk, "mediation"), said("调解，到期前结束", "union", "2026-09-30"), "fifteen days");
    let accepted = desk.out("受理通知书.pdf");
    desk.call("papers.print", json!({ "kind": "mediation.acceptance", "of": case, "to": accepted }));
    judges::sound(&accepted, &["劳动争议调解受理通知书", "第二十九条", "2026年9月30日以前结束", "沈一诺"]);
    let longer =
        with(event(&case, "extended", "2026-09-15", "双方书面同意"), json!({ "untilOn": "2026-10-20" }));
    let longer = desk.call("mediation.saveEvent", longer);
    assert_eq!(next(&desk, "mediation"), said("调解，到期前结束", "union", "2026-10-20"));
    let met = desk.call("mediation.saveEvent", event(&case, "met", "2026-09-15", "双方到场"));
    let leans = desk.refused("mediation.removeEvent", json!({ "id": longer }));
    assert!(leans.message.contains("最后一条"), "{}", leans.message);
    desk.call("mediation.removeEvent", json!({ "id": met }));
    let terms = with(
        event(&case, "agreed", "2026-09-15", "单位补发八月加班费八百元\n随九月工资发放"),
        json!({ "untilOn": "2026-10-10" }),
    );
    let terms_id = desk.call("mediation.saveEvent", terms.clone());
    let bare = desk.refused("papers.issue", json!({ "kind": "mediation.agreement", "of": case }));
    assert!(bare.message.contains("履行方式"), "{}", bare.message);
    let manner = json!({ "id": terms_id, "manner": "转入本人的工资卡" });
    desk.call("mediation.saveEvent", with(terms, manner));
    let paper = opened(&desk, "mediation", "协议书.pdf");
    holds(
        &paper,
        &[
            "劳动争议调解协议书",
            "单位补发八月加班费八百元",
            "2026年10月10日以前履行完毕",
            "转入本人的工资卡",
            "证件号码",
            "法定代表人",
            "十五日内",
            "职工（签字）",
            "用人单位（盖章、签字）",
            "调解员（签字）",
        ],
    );
    assert_eq!(
        desk.call("papers.issue", json!({ "kind": "mediation.agreement", "of": case })),
        "调协〔2026〕1号"
    );
    let kept = desk.refused("mediation.remove", json!({ "id": case }));
    assert!(kept.message.contains("留存"), "{}", kept.message);
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:signed" }),
        "issued: the button enters that it was signed"
    );
    desk.call("mediation.saveEvent", event(&case, "signed", "2026-09-15", ""));
    let all: Vec<_> = due(&desk, "mediation").into_iter().map(|duty| (duty.0, duty.1, duty.2)).collect();
    assert_eq!(
        all,
        [
            said("提醒双方：可以共同申请仲裁审查", "union", "2026-09-30"),
            said("履行调解协议", "employer", "2026-10-10")
        ]
    );
    desk.call("mediation.saveEvent", event(&case, "reviewed", "2026-09-15", "已交仲裁院"));
    assert_eq!(due(&desk, "mediation").len(), 1);
    desk.call("mediation.saveEvent", event(&case, "performed", "2026-09-15", "八百元已经发到"));
    assert_eq!(due(&desk, "mediation"), []);
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
    let file = desk.out("调解.xlsx");
    assert_eq!(desk.call("mediation.export", json!({ "query": {}, "to": file }))["rows"], 1);
    let figures = counted(&desk, "mediation");
    for figure in ["mediation.all 1", "mediation.agreed 1", "mediation.inTime 1"] {
        assert!(figures.contains(&figure.to_owned()), "{figure}: {figures:?}");
    }
}

#[test]
fn a_dispute_without_agreement_ends_with_advice_on_arbitration() {
    let desk = founded("36");
    let talks = dispute(json!({ "appliedOn": null, "talksOn": "2026-09-15", "knownOn": "2026-08-31" }));
    let case = desk.call("mediation.save", talks.clone());
    assert_eq!(next(&desk, "mediation"), said("回应协商的要求", "employer", "2026-09-20"), "five days");
    desk.now("2026-09-21T09:00:00+08:00");
    let both: Vec<String> = due(&desk, "mediation").into_iter().map(|duty| duty.0).take(2).collect();
    assert_eq!(both, ["回应协商的要求", "问职工要不要申请调解"], "silence is no wish to talk");
    desk.call("mediation.save", with(talks, json!({ "id": case, "appliedOn": "2026-09-21" })));
    assert_eq!(next(&desk, "mediation"), said("决定是否受理", "union", "2026-09-24"));
    desk.call("mediation.saveEvent", event(&case, "accepted", "2026-09-21", ""));
    let why = desk.refused("mediation.saveEvent", event(&case, "failed", "2026-09-21", " "));
    assert_eq!(why.field.as_deref(), Some("text"));
    desk.call("mediation.saveEvent", event(&case, "failed", "2026-09-21", "双方对天数没有达成一致"));
    assert_eq!(next(&desk, "mediation"), said("书面通知双方调解终止", "union", ""));
    let paper = opened(&desk, "mediation", "终止通知书.pdf");
    holds(
        &paper,
        &["劳动争议调解终止通知书", "双方对天数没有达成一致", "2027年8月31日", "第二十七条", "四十五日内"],
    );
    holds(&paper, &["时效中断", "仲裁委员会自己的办理期限，供了解"]);
    assert!(
        !paper.contains("不要超过") && !paper.contains("第十四条"),
        "nobody waits for an agreement any more: {paper}"
    );
    desk.call("papers.issue", json!({ "kind": "mediation.closing", "of": case }));
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:told" })
    );
    desk.call("mediation.saveEvent", event(&case, "told", "2026-09-21", "双方签收"));
    let left: Vec<String> = due(&desk, "mediation").into_iter().map(|duty| duty.0).collect();
    assert_eq!(left, Vec::<String>::new());

    let other = desk.call("mediation.save", dispute(json!({ "appliedOn": "2026-09-21" })));
    desk.call("mediation.saveEvent", event(&other, "refused", "2026-09-21", "单位不同意调解"));
    let paper = opened(&desk, "mediation", "不予受理.pdf");
    holds(&paper, &["劳动争议调解不予受理通知书", "单位不同意调解", "申请仲裁"]);
    let third = desk.call("mediation.save", dispute(json!({ "appliedOn": "2026-09-21" })));
    desk.call("mediation.saveEvent", event(&third, "withdrawn", "2026-09-21", ""));
    assert_eq!(desk.call("mediation.get", json!({ "id": third }))["state"], "withdrawn");
    assert_eq!(desk.call("mediation.list", json!({ "which": "ended" }))["total"], 3);
    desk.call("mediation.remove", json!({ "id": third }));
    desk.call("trash.restore", json!({ "kind": "mediation", "id": third }));
}

/// What is due of one case, titles alone.
fn left(desk: &Desk, id: &Value) -> Vec<String> {
    let case = desk.call("mediation.get", json!({ "id": id }));
    let all = case["todos"].as_array().unwrap().iter();
    all.map(|todo| todo["title"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn talks_are_answered_and_settled_or_given_up_without_an_application() {
    let desk = founded("36");
    let talks = dispute(json!({ "appliedOn": null, "talksOn": "2026-09-14" }));
    let case = desk.call("mediation.save", talks.clone());
    assert_eq!(
        due(&desk, "mediation")[0].3,
        json!({ "page": "mediation", "id": case, "part": "event:answered" })
    );
    desk.call("mediation.saveEvent", event(&case, "answered", "2026-09-15", "同意，下周二谈"));
    desk.now("2026-09-25T09:00:00+08:00");
    assert!(!left(&desk, &case).contains(&"回应协商的要求".to_owned()), "{:?}", left(&desk, &case));
    let soon = with(talks.clone(), json!({ "id": case, "appliedOn": "2026-09-14" }));
    assert_eq!(desk.refused("mediation.save", soon).field.as_deref(), Some("appliedOn"), "before the answer");
    let silent = desk.refused("mediation.saveEvent", event(&case, "settled", "2026-09-22", " "));
    assert_eq!(silent.field.as_deref(), Some("text"));
    desk.call("mediation.saveEvent", event(&case, "settled", "2026-09-22", "九月工资里补发"));
    assert_eq!(left(&desk, &case), Vec::<String>::new());
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
    assert_eq!(desk.call("mediation.list", json!({ "which": "ended" }))["rows"][0]["ended"], "协商达成和解");
    let late = with(talks.clone(), json!({ "id": case, "appliedOn": "2026-09-24" }));
    assert_eq!(desk.refused("mediation.save", late).field.as_deref(), Some("appliedOn"));

    let other = desk.call("mediation.save", talks);
    assert!(left(&desk, &other).contains(&"问职工要不要申请调解".to_owned()), "silence");
    desk.call("mediation.saveEvent", event(&other, "givenUp", "2026-09-25", "本人不再要求"));
    assert_eq!(left(&desk, &other), Vec::<String>::new());
    assert_eq!(due(&desk, "mediation"), []);
}

#[test]
fn an_agreement_that_is_not_kept_ends_with_what_the_worker_does() {
    let desk = founded("36");
    let case = desk.call("mediation.save", dispute(json!({})));
    for (kind, text) in [("accepted", ""), ("agreed", "补发八百元"), ("signed", "")] {
        let one = event(&case, kind, "2026-09-15", text);
        let until = if kind == "agreed" { json!({ "untilOn": "2026-09-30" }) } else { json!({}) };
        desk.call("mediation.saveEvent", with(one, until));
    }
    desk.now("2026-10-12T09:00:00+08:00");
    assert_eq!(left(&desk, &case), ["履行调解协议", "问职工要不要申请仲裁或者支付令"]);
    let bare = desk.refused("mediation.saveEvent", event(&case, "unperformed", "2026-10-12", ""));
    assert_eq!(bare.field.as_deref(), Some("text"), "{}", bare.message);
    desk.call("mediation.saveEvent", event(&case, "unperformed", "2026-10-12", "已经申请支付令"));
    assert_eq!(left(&desk, &case), Vec::<String>::new());
    assert_eq!(desk.call("mediation.get", json!({ "id": case }))["state"], "closed");
}
