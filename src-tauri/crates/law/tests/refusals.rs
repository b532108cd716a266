//! Packs that must not load: half a law book is worse than none. Each names its file and rule.

use std::fs;
use std::path::Path;

use law::{LawBook, LawError, Place};
use tempfile::TempDir;

use crate::{book, day};

const HEAD: &str = r#"
[pack]
layer = "province"
region = "36"
name = "江西省"
status = "ready"

[[instrument]]
key = "条例"
name = "某条例"
number = "公告第1号"
force = "local_regulation"
effective_from = "2020-01-01"
source = "https://flk.npc.gov.cn/"
verified_on = "2026-11-22"
confidence = "high"
"#;

const RULE: &str = r#"
[[rule]]
id = "T-1"
subject = "test.limit"
title = "至少三名"
instrument = "条例"
article = "第一条"
kind = "limit"
quantity = 3
unit = "count"
actor = "both"
mandatory = true
case = [{ given = { value = 3 }, expect = true }, { given = { value = 2 }, expect = false }]
"#;

/// An assets folder with these packs and this calendar.
fn assets(packs: &[(&str, String)], calendar: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for sub in ["law", "calendar"] {
        fs::create_dir(folder.path().join(sub)).unwrap();
    }
    for (name, text) in packs {
        fs::write(folder.path().join("law").join(name), text).unwrap();
    }
    if !calendar.is_empty() {
        fs::write(folder.path().join("calendar/2027.toml"), calendar).unwrap();
    }
    folder
}

fn load(rule: &str) -> Result<LawBook, LawError> {
    LawBook::load(assets(&[("a.toml", format!("{HEAD}{rule}"))], "").path())
}

/// The words of the refusal of a rule that was changed in one place.
fn refusal(from: &str, to: &str) -> String {
    assert!(RULE.contains(from), "the probe must change something: {from}");
    load(&RULE.replace(from, to)).map(|_| ()).unwrap_err().to_string()
}

#[test]
fn the_unchanged_probe_loads() {
    assert_eq!(load(RULE).unwrap().rules().count(), 1);
}

#[test]
fn a_rule_without_case_does_not_load() {
    let without = RULE.split("case =").next().unwrap();
    assert_eq!(
        load(without).unwrap_err().to_string(),
        "法规数据“a.toml”中的规则“T-1”不能使用：没有验证用例。"
    );
}

#[test]
fn a_limit_shown_from_one_side_does_not_load() {
    assert!(refusal(", { given = { value = 2 }, expect = false }", "").contains("两面"));
}

#[test]
fn unknown_fields_do_not_load() {
    assert!(refusal("mandatory = true", "mandatory = true\ncolour = 1").contains("colour"));
    assert!(refusal("{ value = 3 }", "{ value = 3, weight = 1 }").contains("写法有误"));
}

#[test]
fn incomplete_or_contradictory_rules_do_not_load() {
    assert!(refusal("kind = \"limit\"", "kind = \"clock\"").contains("单位应为时间"));
    assert!(refusal("unit = \"count\"", "unit = \"ratio\"").contains("比例与单位不符"));
    assert!(refusal("{ value = 3 }", "{ place = \"36\" }").contains("没有给出判断所需的条件"));
    assert!(refusal("unit = \"count\"\n", "").contains("没有单位"));
    assert!(refusal("quantity = 3\nunit = \"count\"\n", "").contains("限额缺少数值"));
    assert!(refusal("quantity = 3", "quantity = -3").contains("不能为负"));
    assert!(refusal("quantity = 3", "quantity = \"1/0\"").contains("比例"));
    assert!(
        refusal("quantity = 3", "quantity = [{ from = 5, value = 1 }, { from = 1, value = 2 }]")
            .contains("分档表")
    );
    assert!(refusal("title = \"至少三名\"", "title = \" \"").contains("缺失"));
    assert!(refusal("instrument = \"条例\"", "instrument = \"别的\"").contains("没有找到它所引用的法规"));
    assert!(
        refusal("mandatory = true", "mandatory = true\ncondition = \"above_scale\"").contains("适用条件")
    );
}

/// A book is read for every group of matters, and each more doubles the groups.
#[test]
fn rules_about_more_matters_than_a_book_can_be_read_for_do_not_load() {
    let matters: Vec<String> = (0..70).map(|one| format!("\"matter{one}\"")).collect();
    let scoped = format!("mandatory = true\nscope = [{}]", matters.join(", "));
    assert!(refusal("mandatory = true", &scoped).contains("适用的事项合起来超过"));
}

#[test]
fn an_id_used_twice_does_not_load_even_across_files() {
    let folder = assets(&[("a.toml", format!("{HEAD}{RULE}")), ("b.toml", format!("{HEAD}{RULE}"))], "");
    let error = LawBook::load(folder.path()).unwrap_err();
    assert_eq!(error.to_string(), "法规数据“b.toml”中的规则“T-1”不能使用：编号重复。");
}

#[test]
fn heads_must_fit_their_layer_and_agree() {
    let wrong = |from: &str, to: &str| {
        let folder = assets(&[("a.toml", format!("{}{RULE}", HEAD.replace(from, to)))], "");
        LawBook::load(folder.path()).unwrap_err().to_string()
    };
    assert!(wrong("region = \"36\"", "region = \"3601\"").contains("地区代码"));
    assert!(wrong("status = \"ready\"", "status = \"blank\"").contains("空白"));
    assert!(wrong("https://flk.npc.gov.cn/", "某网站").contains("官方网址"));
    let other = HEAD.replace("江西省", "赣");
    let folder = assets(&[("a.toml", format!("{HEAD}{RULE}")), ("b.toml", other)], "");
    assert!(LawBook::load(folder.path()).unwrap_err().to_string().contains("不一致"));
}

#[test]
fn a_missing_folder_and_a_broken_calendar_are_told() {
    let missing = LawBook::load(Path::new("/nowhere/at/all")).unwrap_err();
    assert!(matches!(missing, LawError::Unreadable { .. }), "{missing}");
    let outside = "year = 2027\nbasis = \"通知\"\nstatutory = [{ date = \"2026-01-01\", name = \"元旦\" }]\n";
    let folder = assets(&[], outside);
    assert!(LawBook::load(folder.path()).unwrap_err().to_string().contains("不在2027年内"));
}

#[test]
fn a_blank_region_loads_and_says_so() {
    let blank = HEAD.split("[[instrument]]").next().unwrap().replace("ready", "blank");
    let folder = assets(&[("a.toml", blank)], "");
    let book = LawBook::load(folder.path()).unwrap();
    assert_eq!(book.packs().map(|pack| pack.status).collect::<Vec<_>>(), [law::Status::Blank]);
}

#[test]
fn a_blank_region_may_hold_themes_that_were_checked() {
    let head = HEAD.split("[[instrument]]").next().unwrap();
    let blank = head.replace("ready", "blank");
    let with =
        |text: String| LawBook::load(assets(&[("a.toml", blank.clone()), ("b.toml", text)], "").path());
    let book = with(format!("{HEAD}{RULE}").replace("status = \"ready\"", "status = \"partial\"")).unwrap();
    let statuses: Vec<_> = book.packs().map(|pack| pack.status).collect();
    assert_eq!(statuses, [law::Status::Blank, law::Status::Partial]);
    let place = Place::province("36");
    assert_eq!(book.local_status(&place), law::Status::Blank, "the region as a whole is not ready by that");
    assert!(book.has_local_rules("test", &place, day("2026-11-22")), "but the theme has its own rules");
    assert!(with(format!("{HEAD}{RULE}")).is_err(), "blank and ready contradict each other");
}

#[test]
fn own_rules_make_a_new_book() {
    let book = book();
    let own = format!("{HEAD}{RULE}")
        .replace("layer = \"province\"", "layer = \"own\"")
        .replace("name = \"江西省\"", "name = \"本单位约定\"")
        .replace("test.limit", "negotiation.representatives.minimum")
        .replace("quantity = 3", "quantity = 4")
        .replace("value = 3", "value = 4")
        .replace("value = 2", "value = 3");
    let stricter = book.with_pack("own.toml", &own).unwrap();
    let least = stricter
        .quantity("negotiation.representatives.minimum", &Place::province("36"), day("2026-11-22"))
        .unwrap();
    assert_eq!(
        (least.0.whole(), least.1.layer_name.as_str()),
        (Some(4), "本单位约定"),
        "own contract beats province"
    );
    assert!(stricter.with_pack("own.toml", &own).is_err(), "the same ids do not enter twice");
}

#[test]
fn a_failing_case_is_found_by_the_runner() {
    let wrong = RULE
        .replace("{ value = 3 }, expect = true", "{ value = 9 }, expect = true")
        .replace("value = 2", "value = 7");
    let outcomes = load(&wrong).unwrap().run_cases();
    let faults: Vec<_> = outcomes.into_iter().filter_map(|outcome| outcome.fault).collect();
    assert_eq!(
        faults,
        ["expected Holds(false), got Holds(true)"],
        "seven is at least three, whatever the case says"
    );
}
