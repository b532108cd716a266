//! What tells of somebody's health stays with its readers, whatever becomes of the record: its kind is corrected, the step that made
//! it is taken back, its form is sent by one to whom it was not shown.

use serde_json::{Value, json};

use crate::duties::story::{CHAIR, Story, with};

const OFFICER: &str = "雨后 修渠 三把锹";
const ILLNESS: &str = "尿毒症";

/// Somebody of a part of the work who reads identity and no health.
fn officer(story: &Story, part: &str) {
    let person = json!({ "name": "李强", "role": "officer", "parts": [part], "reads": ["identity"] });
    story.call("people.add", json!({ "person": person, "passphrase": OFFICER }));
}

fn newest(story: &Story) -> Value {
    story.call("history.list", json!({ "limit": 1 }))["lines"][0]["seq"].clone()
}

fn notice(more: Value) -> Value {
    with(
        json!({
            "kind": "noFault", "name": "何平", "receivedOn": "2026-06-01", "written": true,
            "reasons": format!("{ILLNESS}，医疗期满不能从事原工作"),
        }),
        more,
    )
}

fn proved(story: &Story, of: &Value) -> Value {
    let file = json!({ "of": of, "pasted": "Zm9v", "name": format!("{ILLNESS}诊断证明.txt") });
    story.job("files.add", file)["attachment"]["id"].clone()
}

#[test]
fn files_of_a_notice_without_fault_stay_for_readers_of_health_when_its_kind_is_corrected() {
    let story = Story::begin("36", &[]);
    officer(&story, "letters");
    let by_fault = json!({ "kind": "fault", "reasons": "连续旷工三天" });
    // Corrected in its form.
    let corrected = story.call("dismissals.save", notice(json!({})));
    let of = |id: &Value| json!({ "kind": "dismissal", "id": id });
    let first = proved(&story, &of(&corrected));
    story.call("dismissals.save", with(notice(by_fault.clone()), json!({ "id": corrected })));
    // Made so by a step that is taken back.
    let undone = story.call("dismissals.save", notice(by_fault.clone()));
    story.call("dismissals.save", notice(json!({ "id": undone })));
    let step = newest(&story);
    let second = proved(&story, &of(&undone));
    story.call("history.takeBack", json!({ "seq": step }));
    let never = story.call("dismissals.save", notice(by_fault));
    let open = story.job("files.add", json!({ "of": of(&never), "pasted": "Zm9v", "name": "考勤.txt" }));

    story.sits_down(OFFICER);
    for (id, file) in [(&corrected, first), (&undone, second)] {
        let shown = story.call("dismissals.get", json!({ "id": id }));
        assert_eq!(shown["record"]["reasons"], "连续旷工三天", "its reason lies open: {shown}");
        let listed = story.refused("files.list", json!({ "of": of(id) }));
        assert_eq!(listed.code, "no_right", "{}", listed.message);
        let opened = story.job_refused("files.open", json!({ "id": file }));
        assert_eq!(opened.code, "no_right", "{}", opened.message);
        let life = story.call("history.of", json!({ "table": "dismissal", "id": id })).to_string();
        assert!(!life.contains(ILLNESS), "{life}");
    }
    assert_eq!(story.call("files.list", json!({ "of": of(&never) }))[0]["id"], open["attachment"]["id"]);
    story.sits_down(CHAIR);
    assert_eq!(story.call("files.list", json!({ "of": of(&corrected) })).as_array().unwrap().len(), 1);
}

#[test]
fn files_of_a_notice_that_told_of_health_stay_covered_when_a_purge_erases_what_it_said() {
    let story = Story::begin("36", &[]);
    officer(&story, "letters");
    let phone = "13800138000";
    let person = json!({ "name": "何平", "sex": "male", "form": "contract", "phone": phone });
    let person = story.call("members.save", person);
    let said = |kind: &str, reasons: &str| {
        notice(json!({ "kind": kind, "person": person, "reasons": format!("{reasons}，联系{phone}") }))
    };
    let id = story.call("dismissals.save", said("noFault", ILLNESS));
    let of = json!({ "kind": "dismissal", "id": id });
    let file = proved(&story, &of);
    story.call("dismissals.save", with(said("fault", "连续旷工三天"), json!({ "id": id })));
    story.call("members.remove", json!({ "id": person }));
    story.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
    story.call("trash.purge", json!({ "kind": "person", "id": person, "reason": "保存期满" }));

    story.sits_down(OFFICER);
    let listed = story.refused("files.list", json!({ "of": of }));
    assert_eq!(listed.code, "no_right", "{}", listed.message);
    let opened = story.job_refused("files.open", json!({ "id": file }));
    assert_eq!(opened.code, "no_right", "{}", opened.message);
    story.sits_down(CHAIR);
    assert_eq!(story.call("files.list", json!({ "of": of })).as_array().unwrap().len(), 1);
}

#[test]
fn what_a_file_of_hardship_goes_by_is_for_readers_of_health_as_it_is_of_the_mark() {
    let story = Story::begin("36", &[]);
    officer(&story, "members");
    let person = story.call("members.save", json!({ "name": "何平", "sex": "male", "form": "contract" }));
    let file = json!({
        "person": person, "openedOn": "2026-06-01", "level": "relative", "source": format!("因{ILLNESS}申请"),
    });
    let id = story.call("hardship.save", file);
    let get = |story: &Story| story.call("hardship.get", json!({ "id": id }));
    let covered = get(&story);
    assert!(!covered.to_string().contains(ILLNESS), "covered for the chair too: {covered}");

    story.sits_down(OFFICER);
    let seen = get(&story);
    let life = story.call("history.of", json!({ "table": "person", "id": person }));
    for told in [&seen, &life] {
        assert!(!told.to_string().contains(ILLNESS), "{told}");
    }
    // What was not shown stays as it was.
    let blind = with(seen["record"].clone(), json!({ "decidedOn": "2026-06-01", "source": "班组评议" }));
    story.call("hardship.save", blind);
    story.sits_down(CHAIR);
    story.call("sight.reveal", json!({ "purpose": "核对困难职工" }));
    let shown = get(&story);
    assert_eq!(shown["record"]["source"], format!("因{ILLNESS}申请"), "{shown}");
    assert_eq!(shown["record"]["decidedOn"], "2026-06-01", "{shown}");
}
