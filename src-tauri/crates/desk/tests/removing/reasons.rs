//! Why something was erased stays in the journal for ever, whoever reads it: it names nobody of whom what was erased told, whether or not
//! they are erased too. What goes with a person stands in `written`.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use desk::Progress;
use serde_json::{Value, json};

use super::erased::{NAME, NUMBER, PHONE, left, letter, person};
use crate::duties::story::{Story, with};
use crate::talks::PIXEL;

/// An exam of a person.
fn exam(story: &Story, person: &Value) -> Value {
    let exam = json!({
        "person": person, "kind": "during", "examinedOn": "2025-09-20", "hazards": [{ "kind": "noise", "level": 91 }],
        "conclusion": "normal",
    });
    story.call("dossier.saveExam", exam)
}

/// Reasons that name the person, by the name or a number, also as they were called once; the last one has a number of nobody's.
fn naming() -> Vec<String> {
    let numbers = [NUMBER, PHONE, "138 0013 8000", "13700137001"].map(|number| format!("保存期满，{number}"));
    [format!("{NAME}噪声聋，保存期满"), "欧阳青衣保存期满".to_owned()].into_iter().chain(numbers).collect()
}

/// A person who was called otherwise once.
fn renamed(story: &Story) -> Value {
    let id = story.call("members.save", with(person(), json!({ "name": "欧阳青衣" })));
    story.call("members.save", with(person(), json!({ "id": id })));
    id
}

#[test]
fn the_reason_names_nobody_of_whom_a_record_tells() {
    let story = Story::begin("36", &[]);
    let id = renamed(&story);
    let exam = exam(&story, &id);
    let of = json!({ "kind": "healthExam", "id": exam });
    let scan = story.job("files.add", json!({ "of": of, "pasted": PIXEL }))["attachment"]["id"].clone();
    for (kind, remove, id) in
        [("attachment", "files.remove", &scan), ("healthExam", "dossier.removeExam", &exam)]
    {
        story.call("trash.setRetention", json!({ "kind": kind, "months": 0 }));
        story.call(remove, json!({ "id": id }));
        let purge = |reason: &str| json!({ "kind": kind, "id": id, "reason": reason });
        for reason in naming() {
            let named = story.refused("trash.purge", purge(&reason));
            assert_eq!(named.field.as_deref(), Some("reason"), "{kind}, {reason}: {}", named.message);
        }
        story.call("trash.purge", purge("保存期满"));
    }
    let list = story.call("history.list", json!({ "limit": 10 }));
    let purges = list["lines"].as_array().unwrap().iter().filter(|line| line["op"] == "trash.purge");
    let labels: Vec<&str> = purges.map(|line| line["label"].as_str().unwrap()).collect();
    assert_eq!(labels.len(), 2, "{list}");
    assert!(labels.iter().all(|label| label.ends_with("：保存期满")), "{labels:?}");
}

#[test]
fn the_reason_names_nobody_of_whom_an_undone_step_tells() {
    let story = Story::begin("36", &[]);
    let id = renamed(&story);
    exam(&story, &id);
    story.call("ledger.undo", json!({}));
    let seq = left(&story);
    for reason in naming() {
        let named = story.job_refused("trash.purgeStep", json!({ "seq": seq, "reason": reason }));
        assert_eq!(named.field.as_deref(), Some("reason"), "{reason}: {}", named.message);
    }
    story.job("trash.purgeStep", json!({ "seq": seq, "reason": "录错了人" }));
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

/// Cancels when it is told that all was looked at, and keeps how many stages that were.
#[derive(Default)]
struct CancelsAtLast(AtomicU64, AtomicBool);

impl Progress for CancelsAtLast {
    fn report(&self, done: u64, total: u64, label: &str) {
        if label == "核对要清除的记录" {
            self.0.fetch_add(1, Ordering::Relaxed);
            self.1.store(done == total, Ordering::Relaxed);
        }
    }
    fn cancelled(&self) -> bool {
        self.1.load(Ordering::Relaxed)
    }
}

#[test]
fn looking_for_whom_an_undone_step_names_is_a_stage_that_can_be_cancelled() {
    let story = Story::begin("36", &[]);
    story.call("members.save", person());
    story.call("ledger.undo", json!({}));
    let seq = left(&story);
    let purge = json!({ "seq": seq, "reason": "录错了人" });
    let watcher = CancelsAtLast::default();
    let cancelled = story.job_watched("trash.purgeStep", purge.clone(), &watcher).unwrap_err();
    assert_eq!(cancelled.code, "cancelled", "{}", cancelled.message);
    assert_eq!(watcher.0.load(Ordering::Relaxed), 6, "the last stage stands behind the names");
    story.job("trash.purgeStep", purge);
}

/// Removes this and tries to erase it for a reason that names one of whom it tells, and then for one that does not.
fn unnamed(story: &Story, (kind, remove, id): (&str, &str, &Value), naming: &str) {
    story.call("trash.setRetention", json!({ "kind": kind, "months": 0 }));
    story.call(remove, json!({ "id": id }));
    // The number of a year is given to nothing else as long as the year lasts.
    story.on("2027-01-02");
    let purge = |reason: &str| json!({ "kind": kind, "id": id, "reason": reason });
    let named = story.refused("trash.purge", purge(naming));
    assert_eq!(named.field.as_deref(), Some("reason"), "{kind}, {naming}: {}", named.message);
    story.call("trash.purge", purge("保存期满"));
}

#[test]
fn the_reason_names_nobody_of_whom_a_record_tells_in_words() {
    let story = Story::begin("36", &[]);
    let he = json!({ "name": "何\u{3000}平", "sex": "female", "form": "contract" });
    story.call("members.save", he);
    renamed(&story);
    let appeal = json!({
        "worker": "member", "kind": "wages", "channel": "visit", "raisedOn": "2026-06-01", "matter": "加班费少算",
        "person": { "name": "章子虚", "contact": "本人" },
    });
    let appeal = story.call("appeals.save", appeal);
    unnamed(&story, ("appeal", "appeals.remove", &appeal), "章子虚的申诉保存期满");
    let about = |words: &str| letter(&story, words);
    let of = json!({ "kind": "letter", "id": about("经费") });
    let add = json!({ "of": of, "pasted": PIXEL, "name": "何平体检.png" });
    let file = story.job("files.add", add)["attachment"]["id"].clone();
    unnamed(&story, ("attachment", "files.remove", &file), "何平体检保存期满");
    unnamed(&story, ("letter", "correspondence.remove", &about("何 平同志来访")), "何平来访，保存期满");
    let former = about("欧阳青衣同志来访");
    unnamed(&story, ("letter", "correspondence.remove", &former), "欧阳青衣来访，保存期满");
    let other = about("经费");
    story.call("members.save", json!({ "name": "方向", "sex": "male", "form": "contract" }));
    story.call("correspondence.remove", json!({ "id": other }));
    let word = json!({ "kind": "letter", "id": other, "reason": "工作方向已变，保存期满" });
    story.call("trash.purge", word);
}
