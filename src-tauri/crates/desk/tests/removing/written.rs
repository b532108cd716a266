//! The numbers of whoever is erased, however others wrote them, and the numbers and names of before. What stays, since it is somebody
//! else's too, stands in `numbers` and `purging`.

use serde_json::{Value, json};

use super::erased::{NAME, NUMBER, OLD_NUMBER, PHONE, journal, left, letter, looked, person, purged, roster};
use crate::duties::story::{Story, with};

const FORMER: &str = "13500135000";
const FORMER_NAME: &str = "欧阳青衣";

/// Each of these words in a draft and in the purpose of a look.
fn typed(story: &Story, words: &[&str]) {
    for (form, words) in ["appeal", "letter", "incoming"].into_iter().zip(words) {
        // One after another with no step between: of a script's seeded ids none is given twice.
        story.call("drafts.save", json!({ "form": form, "record": null, "body": { "text": words } }));
    }
    for purpose in words {
        looked(story, purpose);
    }
}

/// How many drafts are there.
fn drafts(story: &Story) -> usize {
    story.call("drafts.list", json!({})).as_array().unwrap().len()
}

/// That nothing tells any of these words: neither the purposes of looks nor the journal.
fn untold(story: &Story, words: &[&str]) {
    let told = story.call("sight.log", json!({})).to_string() + &journal(story);
    for word in words {
        assert!(!told.contains(word), "{word} still stands in {told}");
    }
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

/// What is noted of a person, in full.
fn note(story: &Story, person: &Value) -> String {
    story.call("sight.reveal", json!({ "purpose": "核对备注" }));
    let kept = story.call("members.get", json!({ "id": person }))["note"].as_str().unwrap().to_owned();
    story.call("sight.cover", json!({}));
    kept
}

#[test]
fn a_number_and_a_name_of_before_go_as_those_of_today_do() {
    // The number of before is nobody's now, or another one's.
    for given in [false, true] {
        let story = Story::begin("36", &[]);
        let before = with(person(), json!({ "name": FORMER_NAME, "phone": FORMER }));
        let id = story.call("members.save", before);
        story.call("members.save", with(person(), json!({ "id": id })));
        let words = format!("紧急联系人{FORMER_NAME} {FORMER}，现在{PHONE}");
        let mut other = json!({ "name": "何平", "sex": "female", "form": "contract", "note": words });
        if given {
            other["phone"] = json!(FORMER);
        }
        let other = story.call("members.save", other);
        let (once, now) = (format!("回访{FORMER}"), format!("回访{PHONE}"));
        typed(&story, &[&once, &now]);
        let purpose = format!("核对{FORMER_NAME}");
        looked(&story, &purpose);

        let told = purged(&story, &id);
        let stays = told["stays"].as_str().unwrap();
        assert!(stays.contains("姓名仍留在其他事项里：人员1处"), "the name of before: {stays}");
        let left = if given { FORMER } else { "（已清除）" };
        assert_eq!(note(&story, &other), format!("紧急联系人{FORMER_NAME} {left}，现在（已清除）"));
        assert_eq!(drafts(&story), usize::from(given), "{told}");
        let log = story.call("sight.log", json!({})).to_string();
        assert_eq!(log.contains(&once), given, "{log}");
        untold(&story, &[&now, &purpose, NAME]);
        assert_eq!(journal(&story).contains(FORMER), given, "of the other one alone");
    }
}

#[test]
fn the_number_of_a_record_that_was_merged_into_theirs_goes_too() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let twin = with(person(), json!({ "idNumber": null, "phone": FORMER }));
    let twin = story.call("members.save", twin);
    story.call("members.merge", json!({ "kept": id, "gone": twin, "take": [] }));
    let letter = letter(&story, &format!("回复请打{FORMER}。"));
    purged(&story, &id);
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert_eq!(kept["letter"]["body"], "回复请打（已清除）。");
    untold(&story, &[FORMER]);
}

#[test]
fn a_number_goes_however_others_wrote_it() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let roster = "姓名\t性别\t身份证号\t手机号码\t车间\t用工形式\t入职日期\t备注\n\
         熊秀英\t女\t360121198002020028\t13700137000\t装配\t劳动合同\t2019-03-01\t紧急联系人１３８００１３８０００\n";
    story.job("members.import", json!({ "pasted": roster }));
    let words = "联系138-0013-8000，证件360121 19800101 999x";
    let other = json!({ "name": "何平", "sex": "female", "form": "contract", "note": words });
    let other = story.call("members.save", other);
    let letter = letter(&story, "回复请打138 0013 8000。");
    typed(&story, &["回访138—0013—8000", "核对３６０１２１１９８００１０１９９９Ｘ"]);
    assert!(journal(&story).contains("１３８００１３８０００"), "the look sees what is there");
    story.call("sight.cover", json!({}));

    purged(&story, &id);
    assert_eq!(note(&story, &other), "联系（已清除），证件（已清除）");
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert_eq!(kept["letter"]["body"], "回复请打（已清除）。");
    assert_eq!(drafts(&story), 0);
    untold(
        &story,
        &[
            "１３８００１３８０００",
            "138-0013-8000",
            "138 0013 8000",
            "138—0013—8000",
            "360121 19800101 999x",
            "３６０１２１１９８００１０１９９９Ｘ",
        ],
    );
}

#[test]
fn a_number_goes_however_its_groups_are_parted() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let words = "代领人\t138\t0013\t8000，或138/0013/8000";
    let other = json!({ "name": "何平", "sex": "female", "form": "contract", "note": words });
    let other = story.call("members.save", other);
    let letter = letter(&story, "回复请打138·0013·8000。");
    typed(&story, &["回访138_0013_8000"]);
    purged(&story, &id);
    assert_eq!(note(&story, &other), "代领人\t（已清除），或（已清除）");
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert_eq!(kept["letter"]["body"], "回复请打（已清除）。");
    assert_eq!(drafts(&story), 0);
    untold(&story, &["138\\t0013\\t8000", "138/0013/8000", "138·0013·8000", "138_0013_8000"]);
}

#[test]
fn a_number_goes_behind_commas_over_two_lines_and_as_it_once_was() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let amounts = "慰问金11, 20, 30元";
    let words = format!("证件360121，19800101，999x，旧证号{OLD_NUMBER}；{amounts}");
    let other = json!({ "name": "何平", "sex": "female", "form": "contract", "note": words });
    let other = story.call("members.save", other);
    let letter = letter(&story, "回复请打138001\n38000。");
    let old = format!("核对{OLD_NUMBER}");
    typed(&story, &["回访138,0013,8000", &old]);
    purged(&story, &id);
    assert_eq!(note(&story, &other), format!("证件（已清除），旧证号（已清除）；{amounts}"));
    let kept = story.call("correspondence.get", json!({ "id": letter }));
    assert_eq!(kept["letter"]["body"], "回复请打（已清除）。");
    assert_eq!(drafts(&story), 0);
    untold(&story, &["360121，19800101", "138001\\n38000", "138,0013,8000", OLD_NUMBER]);
}

#[test]
fn a_query_that_is_kept_loses_the_number_and_is_told_of_for_the_name() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let kept = |name: &str, text: &str| {
        let view = json!({ "query": { "text": text, "shop": "焊接" }, "columns": ["name", "phone"] });
        story.call("members.saveList", json!({ "name": name, "view": view }));
    };
    kept("焊接一", NUMBER);
    kept("焊接二", "138 0013 8000");
    kept("焊接三", NAME);
    kept("焊接四", "13700137000");
    let told = purged(&story, &id);
    let stays = told["stays"].as_str().unwrap();
    assert!(stays.contains("常用查询1处") && stays.contains("2处一并抹去"), "{stays}");
    let lists = story.call("members.lists", json!({}));
    let mut texts: Vec<(&str, &str)> = lists
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["name"].as_str().unwrap(), one["view"]["query"]["text"].as_str().unwrap()))
        .collect();
    texts.sort_unstable();
    let mut wanted =
        [("焊接一", "（已清除）"), ("焊接二", "（已清除）"), ("焊接三", NAME), ("焊接四", "13700137000")];
    wanted.sort_unstable();
    assert_eq!(texts, wanted, "what else is asked stays: {lists}");
    assert!(lists.as_array().unwrap().iter().all(|one| one["view"]["query"]["shop"] == "焊接"), "{lists}");
    untold(&story, &[NUMBER, "138 0013 8000"]);
}

/// Where members find the union, as its record says it.
fn union_at(story: &Story, phone: &str, office: &str) {
    let record = story.call("union.get", json!({}))["details"].clone();
    story.call("union.save", with(record, json!({ "phone": phone, "office": office })));
}

#[test]
fn a_number_goes_out_of_the_record_of_the_union_and_out_of_what_it_was_once() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    union_at(&story, PHONE, &format!("办公楼301 {NAME} {PHONE}"));
    union_at(&story, "0791-88120001", &format!("办公楼302 {NAME} 138-0013-8000"));
    assert!(journal(&story).contains("办公楼301"), "the look sees what is there");
    let told = purged(&story, &id);
    let stays = told["stays"].as_str().unwrap();
    assert!(
        stays.contains("“工会登记”里也写着姓名")
            && !stays.contains("各自的档案")
            && stays.contains("2处一并抹去"),
        "{stays}"
    );
    assert!(!stays.contains("工会的联系电话"), "it is the union's no more: {stays}");
    let details = story.call("union.get", json!({}))["details"].clone();
    assert_eq!(details["phone"], "0791-88120001");
    assert_eq!(details["office"], format!("办公楼302 {NAME} （已清除）"), "the name is told of");
    untold(&story, &[PHONE, "138-0013-8000"]);
    union_at(&story, "0791-88120002", "办公楼302");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "the record goes on");
}

#[test]
fn a_number_at_which_the_union_is_reached_stays_as_one_that_another_has_and_is_told_of() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    union_at(&story, PHONE, &format!("办公楼301 {PHONE}"));
    story.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
    story.call("members.remove", json!({ "id": id }));
    let line = story.call("trash.list", json!({}))[0].clone();
    let stays = line["stays"].as_str().unwrap();
    assert!(
        stays.contains("工会的联系电话") && stays.ends_with("再清除。"),
        "while it can be changed: {line}"
    );
    let told = story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "保存期满" }));
    let stays = told["stays"].as_str().unwrap();
    assert!(stays.contains("工会的联系电话") && !stays.contains("再清除"), "what is done is done: {told}");
    let details = story.call("union.get", json!({}))["details"].clone();
    assert_eq!(
        (&details["phone"], &details["office"]),
        (&json!(PHONE), &json!(format!("办公楼301 {PHONE}")))
    );
    untold(&story, &[NUMBER, NAME]);
}

#[test]
fn of_an_undone_entry_it_is_told_that_the_number_of_the_union_stays_and_no_more() {
    for whole in [false, true] {
        let story = Story::begin("36", &[]);
        let id = story.call("members.save", person());
        story.call("ledger.undo", json!({}));
        let seq = left(&story);
        union_at(&story, PHONE, "办公楼301");
        let told = if whole {
            story.job("trash.purgeStep", json!({ "seq": seq, "reason": "录错了人" }))
        } else {
            story.call("trash.purge", json!({ "kind": "person", "id": id, "reason": "录错了人" }))
        };
        let stays = told["stays"].as_str().unwrap();
        assert!(
            stays.ends_with("作为工会的号码照样留着。"),
            "nothing is gained by changing it first: {stays}"
        );
    }
}

#[test]
fn a_number_goes_again_out_of_a_letter_where_the_copy_has_the_union_reached_at_it() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let letter = letter(&story, &format!("回复请打{PHONE}。"));
    let body = || {
        let kept = story.call("correspondence.get", json!({ "id": letter }));
        kept["letter"]["body"].as_str().unwrap().to_owned()
    };
    union_at(&story, PHONE, &format!("办公楼301，证件{NUMBER}"));
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();
    union_at(&story, "0791-88120001", "办公楼301");
    purged(&story, &id);
    assert_eq!(body(), "回复请打（已清除）。");
    story.job("ledger.restore", json!({ "copy": copy }));
    assert_eq!(body(), "回复请打（已清除）。", "erased again");
    let details = story.call("union.get", json!({}))["details"].clone();
    assert_eq!(details["phone"], PHONE, "where the union is reached is its own to say");
    assert_eq!(details["office"], "办公楼301，证件（已清除）", "what was never the union's goes there too");
    assert_eq!(story.job("ledger.check", json!({}))["findings"], json!([]), "and the chain holds");
}

#[test]
fn a_number_of_the_union_stays_in_a_letter_and_a_draft_where_a_copy_is_put_back() {
    let story = Story::begin("36", &[]);
    let id = story.call("members.save", person());
    let said = format!("回复请打{PHONE}。");
    let letter = letter(&story, &said);
    union_at(&story, PHONE, "办公楼301");
    story.call("drafts.save", json!({ "form": "letter", "record": null, "body": { "text": said } }));
    let copy = story.job("ledger.backup", json!({}))["dir"].clone();
    purged(&story, &id);
    story.job("ledger.restore", json!({ "copy": copy }));
    assert_eq!(story.call("correspondence.get", json!({ "id": letter }))["letter"]["body"], said);
    assert_eq!(
        story.call("drafts.list", json!({})).as_array().unwrap().len(),
        1,
        "nor goes what was typed of it"
    );
}

/// A name as the roster has it, and as others write it.
const OTHERWISE: [(&str, &str); 3] =
    [("何\u{3000}平", "何平"), ("涂玉兰", "涂 玉兰"), ("阿卜杜拉•买买提", "阿卜杜拉·买买提")];

#[test]
fn a_name_is_theirs_whatever_spaces_and_dots_it_was_written_with() {
    for (name, otherwise) in OTHERWISE {
        let story = Story::begin("36", &[]);
        let roster = format!("姓名\t性别\t手机号码\t用工形式\n{name}\t女\t13700137000\t劳动合同\n");
        story.job("members.import", json!({ "pasted": roster }));
        let found = story.call("members.search", json!({ "limit": 5 }));
        let id = found["rows"][0]["id"].clone();
        let purpose = format!("核对{otherwise}的证件");
        looked(&story, &purpose);
        let words = format!("{otherwise}同志");
        story.call("drafts.save", json!({ "form": "appeal", "record": null, "body": { "text": words } }));
        letter(&story, &words);
        story.call("trash.setRetention", json!({ "kind": "person", "months": 0 }));
        story.call("members.remove", json!({ "id": id }));
        let purge = |reason: &str| json!({ "kind": "person", "id": id, "reason": reason });
        let named = story.refused("trash.purge", purge(&format!("{otherwise}噪声聋，本人要求")));
        assert_eq!(named.field.as_deref(), Some("reason"), "{name}: {}", named.message);
        let told = story.call("trash.purge", purge("保存期满"));
        let stays = told["stays"].as_str().unwrap();
        assert!(stays.starts_with("姓名仍留在其他事项里："), "{name}: {stays}");
        assert!(told["drafts"].as_str().unwrap().contains("另有1份"), "{name}: {told}");
        untold(&story, &[&purpose]);
    }
}

#[test]
fn what_an_undone_import_had_been_changed_to_goes_with_it_however_it_was_written() {
    let story = Story::begin("36", &[]);
    let pasted = roster()["pasted"].as_str().unwrap().replace(NAME, FORMER_NAME).replace(PHONE, FORMER);
    story.job("members.import", json!({ "pasted": pasted }));
    let rows = story.call("members.search", json!({ "text": FORMER_NAME }))["rows"].clone();
    let record = story.call("members.get", json!({ "id": rows[0]["id"] }));
    story.call("members.save", with(record, json!({ "name": NAME, "phone": PHONE })));
    story.call("ledger.undo", json!({}));
    story.call("ledger.undo", json!({}));
    let seq = left(&story);
    let words = ["回访138-0013-8000", "核对３６０１２１１９８００１０１９９９Ｘ", "回访135 0013 5000"];
    typed(&story, &words);
    looked(&story, &format!("核对{NAME}"));
    for reason in ["误录138 0013 8000", "误录欧阳清漪"] {
        let named = story.job_refused("trash.purgeStep", json!({ "seq": seq, "reason": reason }));
        assert_eq!(named.field.as_deref(), Some("reason"), "it names nobody: {}", named.message);
    }
    let told = story.job("trash.purgeStep", json!({ "seq": seq, "reason": "导错了表" }));
    assert_eq!(drafts(&story), 0, "{told}");
    untold(&story, &[words[0], words[1], words[2], NAME, NUMBER, PHONE, FORMER_NAME, FORMER]);
}

#[test]
fn an_issued_paper_that_tells_of_an_undone_import_is_told_of() {
    let story = Story::begin("36", &[]);
    story.job("members.import", roster());
    story.call("ledger.undo", json!({}));
    let seq = left(&story);
    let letter = letter(&story, "回复请打138-0013-8000。");
    story.call("papers.issue", json!({ "kind": "office.letter", "of": letter }));
    let told = story.job("trash.purgeStep", json!({ "seq": seq, "reason": "导错了表" }));
    let stays = told["stays"].as_str().unwrap();
    for said in ["印发文件1处", "其中1份印发文件里连同本人的电话、证件号码", "不会自动清除"]
    {
        assert!(stays.contains(said), "{said} in {stays}");
    }
}
