//! Employments one after the other, by the program's own commands: a new one ends the one before, an earlier one is entered late,
//! what was entered wrongly is corrected or taken back, and everything that tells of the present one goes by it.

use serde_json::{Value, json};

use crate::duties::story::{Story, with};

const BEGIN: &str = "dossier.beginEmployment";
const CORRECT: &str = "dossier.correctEmployment";

/// A dispatched worker of the assembly shop since 2020, on the first of September.
fn at_work() -> (Story, Value) {
    let story = Story::begin("36", &[]);
    story.on("2026-09-01");
    let record = json!({
        "name": "王立明", "sex": "male", "form": "dispatched", "shop": "装配", "post": "钳工", "employer": "洪都劳务有限公司",
        "workNumber": "P7", "hiredOn": "2020-03-02", "memberSince": "2021-05-01",
    });
    let person = story.call("members.save", record);
    (story, person)
}

/// Their own contract from a day on.
fn own(person: &Value, hired: &str, more: Value) -> Value {
    with(
        json!({ "person": person, "form": "contract", "hiredOn": hired, "shop": "焊接", "post": "焊工" }),
        more,
    )
}

fn follows(person: &Value) -> Value {
    json!({ "job": own(person, "2026-07-01", json!({ "workNumber": "G7" })), "previousUntil": "2026-06-30" })
}

fn jobs(story: &Story, person: &Value) -> Vec<Value> {
    story.call("dossier.get", json!({ "id": person }))["jobs"].as_array().unwrap().clone()
}

fn field(why: &desk::Problem) -> &str {
    why.field.as_deref().unwrap_or_default()
}

#[test]
fn a_new_employment_ends_the_one_before_and_is_the_present_one() {
    let (story, person) = at_work();
    let id = story.call(BEGIN, follows(&person));
    let all = jobs(&story, &person);
    assert_eq!(all.len(), 2, "{all:?}");
    assert_eq!((&all[0]["id"], &all[0]["leftOn"]), (&id, &Value::Null), "the newest first");
    assert_eq!((&all[1]["hiredOn"], &all[1]["leftOn"]), (&json!("2020-03-02"), &json!("2026-06-30")));
    let of_shop = |shop: &str| story.call("members.search", json!({ "shop": shop }));
    assert_eq!(of_shop("装配")["total"], 0);
    assert_eq!(of_shop("焊接")["rows"][0]["form"], "contract");
    let counts = story.call("members.counts", json!({}));
    assert_eq!(
        (&counts["contract"], &counts["dispatched"]),
        (&json!(1), &json!(0)),
        "each person counts once"
    );
    let record = story.call("members.get", json!({ "id": person }));
    assert_eq!(
        (&record["hiredOn"], &record["leftOn"], &record["memberSince"], &record["employer"]),
        (&json!("2026-07-01"), &Value::Null, &json!("2021-05-01"), &Value::Null),
        "the form is that of the present one, and the membership goes on"
    );
    let paper = story.text("members.dossier", &person);
    assert!(paper.contains("洪都劳务有限公司") && paper.contains("到2026年6月30日"), "{paper}");

    story.call("ledger.undo", json!({}));
    let all = jobs(&story, &person);
    assert_eq!((all.len(), &all[0]["leftOn"]), (1, &Value::Null), "one undo takes back both");
    assert_eq!(of_shop("装配")["total"], 1);
    story.call("ledger.redo", json!({}));
    assert_eq!(jobs(&story, &person).len(), 2);
    // The person's own form writes the present one and leaves the one before.
    let before = jobs(&story, &person)[1].clone();
    story.call("members.save", with(record, json!({ "post": "班组长" })));
    let all = jobs(&story, &person);
    assert_eq!((&all[0]["post"], &all[1]), (&json!("班组长"), &before));
}

#[test]
fn a_day_that_cannot_be_is_refused_at_its_field() {
    let (story, person) = at_work();
    let wrong = |hired: &str, more: Value, until: Option<&str>| {
        let begin = json!({ "job": own(&person, hired, more), "previousUntil": until });
        field(&story.refused(BEGIN, begin)).to_owned()
    };
    let now = || json!({});
    assert_eq!(wrong("", now(), Some("2026-06-30")), "hiredOn");
    assert_eq!(wrong("2026-09-02", now(), Some("2026-08-31")), "hiredOn", "tomorrow");
    assert_eq!(wrong("2026-07-01", now(), None), "previousUntil", "the one before has not ended");
    assert_eq!(wrong("2026-07-01", now(), Some("2026-07-02")), "previousUntil", "after the new one began");
    assert_eq!(wrong("2026-07-01", now(), Some("2020-03-01")), "previousUntil", "before it began itself");
    assert_eq!(wrong("2019-01-01", now(), None), "hiredOn", "an earlier one follows nothing");
    let until = |left: &str| json!({ "leftOn": left });
    assert_eq!(wrong("2019-01-01", until("2020-03-10"), None), "leftOn", "two at one time");
    assert_eq!(wrong("2019-01-01", until("2018-12-31"), None), "leftOn", "backwards");
    assert_eq!(wrong("2019-01-01", until("2019-12-31"), Some("2026-06-30")), "previousUntil");
    assert_eq!(wrong("2026-07-01", json!({ "employerCode": "123" }), Some("2026-06-30")), "employerCode");
    assert_eq!(jobs(&story, &person).len(), 1, "nothing of it was kept");
    let nobody =
        json!({ "job": own(&json!("00000000-0000-7000-8000-000000000007"), "2026-07-01", json!({})) });
    assert_eq!(story.refused(BEGIN, nobody).code, "not_found");
}

#[test]
fn nobody_is_employed_below_the_age_of_the_law_nor_dispatched_by_nobody() {
    let (story, person) = at_work();
    let record = story.call("members.get", json!({ "id": person }));
    story.call("members.save", with(record, json!({ "birth": "1996-06-08" })));
    let job = |hired: &str, left: &str, more: Value| json!({ "job": own(&person, hired, with(json!({ "leftOn": left }), more)) });
    let child = story.refused(BEGIN, job("1999-10-01", "2000-01-01", json!({})));
    assert_eq!(field(&child), "hiredOn");
    assert!(child.message.contains("第十五条"), "{}", child.message);
    let nobodys = story.refused(BEGIN, job("2013-10-01", "2014-01-01", json!({ "form": "dispatched" })));
    assert_eq!(field(&nobodys), "employer");
    story.call(BEGIN, job("2012-06-08", "2013-01-01", json!({})));
    assert_eq!(jobs(&story, &person).len(), 2, "on the day of the age it may begin");
}

#[test]
fn an_earlier_employment_is_entered_late_beside_the_present_one() {
    let (story, person) = at_work();
    story.call(BEGIN, json!({ "job": own(&person, "2015", json!({ "leftOn": "2019-12-31" })) }));
    let all = jobs(&story, &person);
    assert_eq!((&all[0]["hiredOn"], &all[0]["leftOn"]), (&json!("2020-03-02"), &Value::Null));
    assert_eq!((&all[1]["hiredOn"], &all[1]["leftOn"]), (&json!("2015"), &json!("2019-12-31")));
    assert_eq!(
        story.call("members.search", json!({ "shop": "装配" }))["total"],
        1,
        "they work where they did"
    );
}

#[test]
fn who_has_left_comes_back() {
    let (story, person) = at_work();
    let record = story.call("members.get", json!({ "id": person }));
    story.call("members.save", with(record, json!({ "leftOn": "2025-12-31" })));
    assert_eq!(story.call("members.search", json!({ "shop": "装配" }))["total"], 0);
    let again = json!({ "job": own(&person, "2026-08-03", json!({})), "previousUntil": "2026-08-02" });
    assert_eq!(field(&story.refused(BEGIN, again)), "previousUntil", "it has its last day");
    story.call(BEGIN, json!({ "job": own(&person, "2026-08-03", json!({})) }));
    let all = jobs(&story, &person);
    assert_eq!((all.len(), &all[1]["leftOn"]), (2, &json!("2025-12-31")));
    assert_eq!(story.call("members.search", json!({ "shop": "焊接" }))["total"], 1);
}

#[test]
fn what_was_entered_wrongly_is_corrected_or_taken_back() {
    let (story, person) = at_work();
    let second = story.call(BEGIN, follows(&person));
    let all = jobs(&story, &person);
    let (present, first) = (all[0].clone(), all[1].clone());
    let without_end = |mut job: Value| {
        job.as_object_mut().unwrap().remove("leftOn");
        job
    };
    let wrong = |job: Value| field(&story.refused(CORRECT, job)).to_owned();
    assert_eq!(wrong(with(first.clone(), json!({ "leftOn": "2026-07-02" }))), "leftOn", "into the next");
    assert_eq!(
        wrong(with(present.clone(), json!({ "hiredOn": "2026-06-29" }))),
        "hiredOn",
        "into the one before"
    );
    assert_eq!(wrong(without_end(first.clone())), "leftOn", "two that have not ended");
    let record = story.call("members.get", json!({ "id": person }));
    let early = story.refused("members.save", with(record, json!({ "hiredOn": "2026-06-01" })));
    assert_eq!(field(&early), "hiredOn", "nor by the person's own form: {}", early.message);
    story.call(CORRECT, with(present, json!({ "hiredOn": "2026-07-06", "post": "班组长" })));
    let all = jobs(&story, &person);
    assert_eq!((&all[0]["hiredOn"], &all[0]["post"]), (&json!("2026-07-06"), &json!("班组长")));

    story.call("dossier.removeEmployment", json!({ "id": second }));
    let left = jobs(&story, &person);
    assert_eq!(
        (left.len(), &left[0]["leftOn"]),
        (1, &json!("2026-06-30")),
        "the one before keeps its last day"
    );
    let only = story.refused("dossier.removeEmployment", json!({ "id": first["id"] }));
    assert_eq!(only.code, "refused", "{}", only.message);
    let trash = story.call("trash.list", json!({}));
    assert_eq!((&trash[0]["kind"], &trash[0]["id"]), (&json!("employment"), &second), "{trash}");
    assert!(trash[0]["title"].as_str().unwrap().contains("王立明"), "{trash}");

    story.call(CORRECT, without_end(first.clone()));
    let taken = story.refused("trash.restore", json!({ "kind": "employment", "id": second }));
    assert!(taken.message.contains("恢复不了"), "{}", taken.message);
    story.call(CORRECT, first);
    story.call("trash.restore", json!({ "kind": "employment", "id": second }));
    assert_eq!(jobs(&story, &person), all, "it comes back as it was");
    story.call("dossier.removeEmployment", json!({ "id": second }));
    story.call("ledger.undo", json!({}));
    assert_eq!(jobs(&story, &person), all, "and by an undo");
    let other = story.call("members.save", json!({ "name": "李娜", "sex": "female", "form": "contract" }));
    let taken_over = with(all[0].clone(), json!({ "person": other }));
    assert_eq!(story.refused(CORRECT, taken_over).code, "not_found", "it is nobody else's");
    story.call("members.remove", json!({ "id": person }));
    let trash = story.call("trash.list", json!({}));
    let kinds: Vec<&Value> = trash.as_array().unwrap().iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds, [&json!("person")], "those of a removed person are no records by themselves");
    story.call("trash.restore", json!({ "kind": "person", "id": person }));
    assert_eq!(jobs(&story, &person), all, "and come back with the person");
}

#[test]
fn the_paper_of_a_file_says_the_form_of_a_job_once() {
    let (story, person) = at_work();
    story.call(BEGIN, follows(&person));
    let masked = format!("masked:{}", person.as_str().unwrap());
    let text = story.text("members.dossier", &json!(masked));
    let label = affairs::members::model::EmploymentForm::Dispatched.label();
    assert!(text.contains(&format!("装配，钳工，{label}")), "beside the firm that dispatches: {text}");
    let label = affairs::members::model::EmploymentForm::Contract.label();
    assert!(
        !text.contains(&format!("焊工，{label}")),
        "the form stands in the place of the employer: {text}"
    );
}
