//! Who may represent whom: each refusal with the law behind it, and that a refused save leaves nothing. The
//! numbers come from the law of the place; the same list is good in one province and bad in another.

use serde_json::{Value, json};

use crate::gonghui::Desk;

const WORKERS: [&str; 8] = ["陈望舒", "林知秋", "黄若水", "周长风", "吴致远", "徐明川", "孙青禾", "胡云帆"];
const EMPLOYER: [&str; 8] = ["高子衿", "罗思齐", "何怀谷", "万听雨", "郭望江", "马行简", "朱照野", "秦时雨"];

fn representative(name: &str, chief: bool) -> Value {
    json!({
        "name": name, "sex": "male", "post": if chief { "工会主席" } else { "操作工" }, "chief": chief,
        "frontLine": !chief, "chosenHow": "职工代表大会表决通过", "chosenOn": "2026-09-10",
    })
}

/// `count` people of a side, the first one chief.
pub fn side(names: &[&str], count: usize) -> Vec<Value> {
    names.iter().take(count).enumerate().map(|(at, name)| representative(name, at == 0)).collect()
}

/// Both sides with so many people each; a side with none is not sent.
pub fn sides(negotiation: &Value, workers: usize, employer: usize) -> Value {
    let mut save = json!({ "negotiation": negotiation });
    if workers > 0 {
        save["workers"] = side(&WORKERS, workers).into();
    }
    if employer > 0 {
        save["employer"] = side(&EMPLOYER, employer).into();
    }
    save
}

/// A change to a good list that makes it bad.
type Spoil = fn(&mut Value);

/// What is wrong, how it comes about, the field and a part of the rule that the refusal names.
type Case = (&'static str, Spoil, &'static str, &'static str);

fn check(province: &str, cases: &[Case]) {
    let desk = Desk::founded(province, None);
    desk.now("2026-09-23T16:00:00+08:00");
    let id = desk.call("negotiation.start", json!({ "year": 2027 }));
    let before = desk.head();
    for (what, spoil, field, article) in cases {
        let mut save = sides(&id, 3, 3);
        spoil(&mut save);
        let refusal = desk.refused("negotiation.saveRepresentatives", save);
        assert_eq!(refusal.code, "refused", "{province}, {what}: {}", refusal.message);
        assert_eq!(refusal.field.as_deref(), Some(*field), "{province}, {what}: {}", refusal.message);
        let rule = refusal.rule.unwrap_or_else(|| panic!("{province}, {what}: a rule stands behind it"));
        assert!(rule.contains(article), "{province}, {what}: by {article}, not {rule}");
    }
    assert_eq!(desk.head(), before, "refused saves leave no step");
    desk.call("negotiation.saveRepresentatives", sides(&id, 3, 3));
}

#[test]
fn every_refusal_in_jiangxi_names_its_rule() {
    check(
        "36",
        &[
            (
                "two people only",
                |save| drop(workers(save).pop()),
                "workers",
                "江西省企业工资集体协商条例第八条",
            ),
            ("no chief", |save| workers(save)[0]["chief"] = false.into(), "workers", "第八条"),
            ("two chiefs", |save| workers(save)[1]["chief"] = true.into(), "workers", "第八条"),
            (
                "eight where seven are the most",
                |save| *save = with(save, side(&WORKERS, 8), side(&EMPLOYER, 8)),
                "workers",
                "第八条",
            ),
            (
                "an expert from outside",
                |save| workers(save)[2]["outside"] = true.into(),
                "workers",
                "第十一条",
            ),
            (
                "one person on both sides",
                |save| employer(save)[1]["name"] = WORKERS[1].into(),
                "employer.1.name",
                "第八条",
            ),
            (
                "the personnel manager among the workers",
                |save| workers(save)[1]["personnelManager"] = true.into(),
                "workers.1.personnelManager",
                "第六条",
            ),
            (
                "three against four",
                |save| *save = with(save, side(&WORKERS, 3), side(&EMPLOYER, 4)),
                "employer",
                "第八条",
            ),
            (
                "four against three",
                |save| *save = with(save, side(&WORKERS, 4), side(&EMPLOYER, 3)),
                "employer",
                "第八条",
            ),
        ],
    );
}

#[test]
fn where_experts_are_let_in_they_are_few_and_never_chief() {
    check(
        "31",
        &[
            (
                "two experts of three",
                |save| {
                    workers(save)[1]["outside"] = true.into();
                    workers(save)[2]["outside"] = true.into();
                },
                "workers",
                "第七条",
            ),
            (
                "an expert as chief",
                |save| workers(save)[0]["outside"] = true.into(),
                "workers.0.chief",
                "第二十三条",
            ),
            (
                "the employer's side the larger one",
                |save| *save = with(save, side(&WORKERS, 3), side(&EMPLOYER, 4)),
                "employer",
                "第六条",
            ),
        ],
    );
    check(
        "41",
        &[
            (
                "two experts of three",
                |save| {
                    employer(save)[1]["outside"] = true.into();
                    employer(save)[2]["outside"] = true.into();
                },
                "employer",
                "第十一条",
            ),
            (
                "the personnel manager among the workers",
                |save| workers(save)[2]["personnelManager"] = true.into(),
                "workers.2.personnelManager",
                "第十四条",
            ),
        ],
    );
}

#[test]
fn what_one_province_refuses_another_lets_in() {
    let smaller = |save: &Value| with(save, side(&WORKERS, 4), side(&EMPLOYER, 3));
    for (province, allowed) in [("31", true), ("33", true), ("36", false), ("41", false)] {
        let desk = Desk::founded(province, None);
        let id = desk.call("negotiation.start", json!({ "year": 2027 }));
        let save = smaller(&sides(&id, 3, 3));
        if allowed {
            desk.call("negotiation.saveRepresentatives", save);
        } else {
            let refusal = desk.refused("negotiation.saveRepresentatives", save);
            assert!(refusal.rule.is_some(), "{province}: {}", refusal.message);
        }
    }
}

fn workers(save: &mut Value) -> &mut Vec<Value> {
    save["workers"].as_array_mut().expect("the workers' side was sent")
}

fn employer(save: &mut Value) -> &mut Vec<Value> {
    save["employer"].as_array_mut().expect("the employer's side was sent")
}

fn with(save: &Value, workers: Vec<Value>, employer: Vec<Value>) -> Value {
    json!({ "negotiation": save["negotiation"], "workers": workers, "employer": employer })
}
