//! What the law page is told: how each rule stands at a place, what is found by words, which came or went this
//! year, and the runs of days that the small drawing shows.

use std::collections::BTreeSet;

use law::{Found, Place, RunKind, Standing, Words, theme};

use crate::{book, day};

const TODAY: &str = "2026-11-28";

fn survey(code: &str, on: &str) -> Vec<Found<'static>> {
    book().survey(&Place::province(code), day(on))
}

fn standings(subject: &str, place: &Place) -> Vec<(&'static str, Standing, bool)> {
    let found = book().standings(subject, place, day(TODAY));
    found.iter().map(|one| (one.rule.id.as_str(), one.standing, one.conflict)).collect()
}

fn searched(text: &str) -> BTreeSet<&'static str> {
    let words = Words::of(text);
    let all = survey("36", TODAY);
    all.iter().filter(|one| words.find(one.rule)).map(|one| one.rule.id.as_str()).collect()
}

#[test]
fn every_theme_has_its_chinese_name() {
    let named: BTreeSet<&str> = theme::THEMES.iter().map(|(code, _)| *code).collect();
    let used: BTreeSet<&str> = book().rules().map(|rule| rule.theme()).collect();
    assert_eq!(used.difference(&named).collect::<Vec<_>>(), Vec::<&&str>::new(), "a theme without a name");
    assert_eq!(named.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new(), "a name without a rule");
}

#[test]
fn a_subject_tells_who_holds_who_is_beaten_and_that_they_disagree() {
    use Standing::{Beaten, Holds};
    assert_eq!(
        standings("negotiation.submission", &Place::province("36")),
        [("JX-22", Holds, true), ("CN-CB-16-9", Beaten, true), ("CN-CB-16-22", Beaten, true),],
        "seven days by the province and by order no. 9, ten by order no. 22"
    );
    let whys = book().standings("negotiation.submission", &Place::province("36"), day(TODAY));
    assert_eq!(whys[0].why, None, "the one that holds needs no reason");
    assert_eq!(whys[1].why.as_deref(), Some("江西省另有规定，适用当地规定"));
}

#[test]
fn rules_that_agree_are_no_conflict() {
    let reply = standings("negotiation.reply", &Place::province("36"));
    assert_eq!(reply.len(), 3);
    assert!(reply.iter().all(|(_, _, conflict)| !conflict), "twenty days in all three: {reply:?}");
}

/// Two rules of one instrument on one subject: no order parts them.
const TWINS: &str = r#"
[pack]
layer = "own"
region = "00"
name = "本单位约定"
status = "ready"

[[instrument]]
key = "约定"
name = "本单位约定"
number = "2026年"
force = "guideline"
effective_from = "2026-03-01"
source = "https://example.invalid/"
verified_on = "2026-11-22"
confidence = "high"

[[rule]]
id = "TWIN-1"
subject = "own.twins"
title = "先说的一条"
instrument = "约定"
article = "第一条"
kind = "right"
actor = "union"
mandatory = true
case = [
  { given = { place = "36", on = "2026-03-01" }, expect = true },
  { given = { place = "36", on = "2026-02-28" }, expect = false },
]

[[rule]]
id = "TWIN-2"
subject = "own.twins"
title = "并行的一条"
instrument = "约定"
article = "第二条"
kind = "right"
actor = "union"
mandatory = true
case = [
  { given = { place = "36", on = "2026-03-01" }, expect = true },
  { given = { place = "36", on = "2026-02-28" }, expect = false },
]
"#;

#[test]
fn what_no_order_sets_below_the_winner_stands_beside_it() {
    let own = book().with_pack("own.toml", TWINS).unwrap();
    let found = own.standings("own.twins", &Place::province("36"), day(TODAY));
    let told: Vec<_> = found.iter().map(|one| (one.rule.id.as_str(), one.standing, one.conflict)).collect();
    assert_eq!(told, [("TWIN-1", Standing::Holds, false), ("TWIN-2", Standing::Beside, false)]);
    assert_eq!(found[1].why.as_deref(), Some("与适用的规定内容相同或并行"));
    let early = own.standings("own.twins", &Place::province("36"), day("2026-02-01"));
    assert!(early.iter().all(|one| one.standing == Standing::Coming), "not in force before March");
    assert_eq!(early[0].why.as_deref(), Some("2026年3月1日起施行"));
    assert_eq!(theme::name("own"), "其他", "a theme of the chair's own is called other");
}

#[test]
fn a_rule_with_a_condition_neither_wins_nor_is_beaten() {
    let hours = standings("safety.training.hours.new", &Place::province("36"));
    assert_eq!(
        hours,
        [("CN-WS-04-NEW", Standing::Holds, false), ("CN-WS-04-NEW-HIGH", Standing::Conditional, false),],
        "72 hours hold only in the trades the rule names"
    );
}

#[test]
fn a_place_sees_no_rule_of_another() {
    let regions: BTreeSet<&str> = survey("36", TODAY).iter().map(|one| one.rule.region.as_str()).collect();
    assert_eq!(regions, BTreeSet::from(["00", "36"]));
    let nanchang = book().survey(&Place::city("3601"), day(TODAY));
    assert!(nanchang.iter().any(|one| one.rule.region == "3601"));
    assert!(survey("36", TODAY).iter().all(|one| one.standing != Standing::Ended || one.change.is_some()));
}

#[test]
fn what_changed_is_told_for_the_year_of_the_day_only() {
    let changes = |on: &str, id: &str| {
        let all = survey("36", on);
        let one = all.iter().find(|one| one.rule.id == id)?;
        Some((one.standing, one.change.clone()))
    };
    let old = "CN-A0-HOLIDAYS-2013";
    assert_eq!(changes("2024-06-01", old), Some((Standing::Holds, Some("适用到2024年12月31日".to_owned()))));
    assert_eq!(
        changes("2025-06-01", old),
        Some((Standing::Ended, Some("适用到2024年12月31日".to_owned()))),
        "gone since New Year"
    );
    assert_eq!(changes("2026-06-01", old), None, "an earlier year's change is no news");
    let new = "CN-A0-HOLIDAYS";
    assert_eq!(
        changes("2024-06-01", new),
        Some((Standing::Coming, None)),
        "announced, not in force, and not a change of this year"
    );
    assert_eq!(changes("2025-06-01", new), Some((Standing::Holds, Some("2025年1月1日起施行".to_owned()))));
}

#[test]
fn words_and_articles_find_rules() {
    let article = searched("第19条 协商意向书");
    assert!(article.contains("JX-19-REPLY"), "{article:?}");
    assert_eq!(article, searched("第十九条　协商意向书"), "Arabic digits read as the text's numeral");
    assert_eq!(searched("19条 协商意向书"), article);
    assert!(!searched("第9条").contains("JX-19-REPLY"), "the ninth is not the nineteenth");
    assert!(
        searched("工资集体协商条例第十九条").contains("JX-19-REPLY"),
        "instrument and article in one word"
    );
    assert!(searched("jx-19-reply").len() == 1, "an id is found whatever its case");
    assert!(searched("没有这样的规定").is_empty());
    assert_eq!(searched("").len(), survey("36", TODAY).len(), "no words find all");
}

#[test]
fn the_number_that_the_page_shows_is_found_however_it_is_written() {
    let sixty = searched("60日");
    assert!(sixty.contains("JX-28-RENEW"), "60日之内（…）: {sixty:?}");
    for written in ["60天", "六十日", "六十天", "６０日"] {
        assert_eq!(searched(written), sixty, "{written}");
    }
    assert!(searched("20日内（收到协商意向书后）").contains("JX-19-REPLY"), "a cell copied from the page");
    assert!(searched("不超过十万元").contains("CN-WS-11"));
    assert!(searched("百分之二").contains("CN-FU-01"), "2%");
    assert!(!searched("5%").contains("CN-FU-04"), "0.5% is another number");
    assert!(!searched("十日").contains("JX-28-RENEW"), "nor is ten in sixty");
    assert!(searched("八十七分之四").contains("CN-AL-10"), "a share in parts");
    assert!(searched("工会法第二十一条").len() > 1, "a law as the list shortens it");
    let dates = searched("26日");
    assert!(!dates.contains("JX-22"), "the day of a date is no term: {dates:?}");
}

#[test]
fn numbers_are_told_as_people_say_them() {
    let words = |id: &str| book().rule(id).unwrap().quantity_words();
    let told = |id: &str| words(id).unwrap_or_default();
    assert_eq!(told("JX-19-REPLY"), "20日内（收到协商意向书后）");
    assert_eq!(told("SH-WC-30"), "至少提前7日（召开职工代表大会）");
    assert_eq!(told("JX-28-RENEW"), "60日之内（工资集体合同期满前）");
    assert_eq!(told("CN-CB-12"), "不少于半数");
    assert_eq!(told("CN-WC-07"), "超过半数");
    assert_eq!(told("CN-CB-11"), "不少于三分之二");
    assert_eq!(told("CN-FU-01"), "不少于2%");
    assert_eq!(told("CN-FU-04"), "等于0.5%");
    assert_eq!(told("CN-AL-10"), "等于八十七分之四");
    assert_eq!(told("CN-WS-11"), "不超过10万元");
    assert_eq!(told("CN-FU-04-STEP"), "等于10元");
    assert_eq!(told("CN-WS-19-DAY"), "不超过8小时");
    assert!(
        told("CN-UN-18-MIN").starts_with("不少于（分档）1至24时3，25至200时3"),
        "{}",
        told("CN-UN-18-MIN")
    );
    assert_eq!(words("JX-19-NAME"), None, "a duty without a number");
}

#[test]
fn worked_examples_read_as_sentences() {
    let cases = |id: &str| book().case_words(book().rule(id).unwrap());
    assert_eq!(cases("JX-19-REPLY")[0], "2026年10月6日收到协商意向书：到2026年10月26日。");
    assert_eq!(cases("JX-16"), ["江西省，2026年11月22日：适用。", "上海市，2026年11月22日：不适用。"]);
    let shares = cases("CN-CB-11");
    assert!(shares.iter().any(|one| one.starts_with("总数") && one.ends_with("：符合。")), "{shares:?}");
    assert!(shares.iter().any(|one| one.ends_with("：不符合。")), "{shares:?}");
}

fn runs(subject: &str, code: &str, start: &str) -> Vec<(RunKind, String, String, u32)> {
    let deadline = book().deadline(subject, &Place::province(code), day(start)).unwrap();
    let e = deadline.explanation;
    let days: u32 = e.runs.iter().map(|run| run.days).sum();
    assert_eq!(i64::from(days), (e.end - e.start).num_days().abs(), "every day stands in one run");
    e.runs.iter().map(|run| (run.kind, run.from.to_string(), run.to.to_string(), run.days)).collect()
}

#[test]
fn the_drawing_shows_working_days_counted_and_holidays_passed_over() {
    let shown = runs("negotiation.reply", "33", "2026-09-30");
    let counted: u32 = shown.iter().filter(|run| run.0 == RunKind::Counted).map(|run| run.3).sum();
    assert_eq!(counted, 10, "ten working days: {shown:?}");
    assert_eq!(shown[0], (RunKind::Skipped, "2026-10-01".into(), "2026-10-03".into(), 3));
    assert_eq!(shown[1], (RunKind::Skipped, "2026-10-04".into(), "2026-10-07".into(), 4));
    assert_eq!(shown[2], (RunKind::Counted, "2026-10-08".into(), "2026-10-10".into(), 3));
}

#[test]
fn the_drawing_shows_an_end_that_moved_off_a_holiday() {
    let shown = runs("negotiation.conclude", "41", "2026-08-01");
    assert_eq!(
        shown,
        [
            (RunKind::Counted, "2026-08-02".into(), "2026-10-01".into(), 61),
            (RunKind::Moved, "2026-10-02".into(), "2026-10-04".into(), 3),
        ],
        "the count ends on National Day, the clock three days later"
    );
}

#[test]
fn the_drawing_of_a_clock_before_an_event_runs_back() {
    let shown = runs("negotiation.information", "36", "2026-10-12");
    assert_eq!(shown[0].0, RunKind::Counted);
    assert_eq!(shown[0].1, "2026-10-11", "the day before the meeting is met first: {shown:?}");
    assert_eq!(shown.last().unwrap().0, RunKind::Moved, "back over National Day: {shown:?}");
}

#[test]
fn every_clock_that_holds_can_show_its_example() {
    for code in
        ["11", "15", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "50", "51", "52"]
    {
        let place = Place::province(code);
        let clocks = survey(code, TODAY).into_iter().filter(|one| {
            one.standing == Standing::Holds && matches!(one.rule.kind, law::Kind::Clock | law::Kind::Window)
        });
        for one in clocks {
            let example = book().deadline(&one.rule.subject, &place, day(TODAY));
            let end = example.as_ref().map(|deadline| deadline.explanation.end);
            assert!(example.is_ok(), "{code} {}: {end:?}", one.rule.id);
        }
    }
}
