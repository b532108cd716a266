//! What a text is about: one on wage talks alone says nothing of the other contracts, and the book read for one of them leaves it out.

use law::Place;

use crate::{book, day};

fn article(matter: &str, place: &str, subject: &str) -> Option<String> {
    let place = Place::province(place);
    let book = book().scoped(matter);
    book.applies(subject, &place, day("2026-11-22")).map(|ruling| ruling.winner.reference().short)
}

#[test]
fn a_text_on_wages_alone_binds_no_other_contract() {
    for (matter, place, wanted) in [
        ("wage", "36", "江西省企业工资集体协商条例第二十二条"),
        ("women", "36", "集体合同规定第四十二条"),
        ("collective", "36", "集体合同规定第四十二条"),
        ("safety", "22", "集体合同规定第四十二条"),
        ("wage", "22", "工资集体协商试行办法第二十一条"),
        // 河南 has a text on wages and an older one, which holds for the others.
        ("wage", "41", "河南省企业工资集体协商条例第二十八条"),
        ("collective", "41", "河南省企业集体合同条例第十六条"),
        ("women", "41", "河南省企业集体合同条例第十六条"),
        ("safety", "41", "河南省企业集体合同条例第十六条"),
        // A regulation on all collective contracts binds every kind.
        ("women", "33", "浙江省集体合同条例第三十四条"),
    ] {
        let told = article(matter, place, "negotiation.submission");
        assert_eq!(told.as_deref(), Some(wanted), "{matter} in {place}");
    }
    for (subject, wages, others) in [
        ("negotiation.confidentiality", "工资集体协商试行办法第十五条", "集体合同规定第二十六条"),
        ("negotiation.meeting_chair", "工资集体协商试行办法第十一条", "集体合同规定第三十四条"),
    ] {
        assert_eq!(
            article("wage", "22", subject).as_deref(),
            Some(wages),
            "{subject}: the text on wages is the special one"
        );
        for matter in ["collective", "women", "safety"] {
            assert_eq!(article(matter, "22", subject).as_deref(), Some(others), "{subject}, {matter}");
        }
    }
    assert_eq!(article("women", "36", "negotiation.information"), None, "asked of wage talks alone");
    assert!(article("wage", "36", "negotiation.information").is_some());
}

#[test]
fn a_book_read_for_one_matter_is_of_the_same_packs_and_follows_their_changes() {
    let book = book();
    assert_eq!(book.scoped("women").version(), book.version(), "a verdict names the packs it was read from");
    assert!(book.scoped("women").rules().all(|rule| rule.is_about("women")));
    let kept = book.scoped("wage").rules().count();
    let others = book.rules().filter(|rule| !rule.is_about("wage")).count();
    assert!(
        others > 0 && kept + others == book.rules().count(),
        "the texts on the other contracts are left out"
    );
    let pack = r#"
[pack]
layer = "city"
region = "3601"
name = "南昌市"
status = "partial"
[[instrument]]
key = "办法"
name = "女职工专项集体合同办法"
number = "示例"
force = "local_regulation"
effective_from = "2020-01-01"
source = "https://example.invalid/"
verified_on = "2026-11-22"
confidence = "low"
scope = ["women"]
[[rule]]
id = "TEST-WOMEN"
subject = "negotiation.submission"
title = "五日内报送"
instrument = "办法"
article = "第一条"
kind = "clock"
start_event = "contract_signed"
start_label = "签订"
quantity = 5
unit = "calendar_day"
direction = "after"
actor = "employer"
mandatory = true
case = [{ given = { start = "2026-03-09" }, expect = "2026-03-14" }]
"#;
    let more = book.with_pack("3601-nanchang-women.toml", pack).unwrap();
    let at = Place::city("3601");
    let of = |matter: &str| {
        let found = more.scoped(matter).applies("negotiation.submission", &at, day("2026-11-22"));
        found.map(|ruling| ruling.winner.id.clone()).unwrap()
    };
    assert_eq!(of("women"), "TEST-WOMEN", "read anew after the pack came in");
    assert_eq!(of("wage"), "JX-22");
}

/// 河南's ten working days for wages and fifteen days for the other contracts, over National Day: where both are talked about the
/// earlier day counts, and the other stands beside it.
#[test]
fn what_is_talked_about_together_keeps_to_the_earlier_day() {
    let place = Place::province("41");
    let told = |matters: &[&str], start: &str| {
        let deadline = book().scoped_to(matters).deadline("negotiation.reply", &place, day(start)).unwrap();
        let others: Vec<String> = deadline.others.iter().map(|other| other.rule.id.clone()).collect();
        (deadline.due, deadline.rule.id, others)
    };
    for (matters, start, due, rule, beside) in [
        (&["wage"][..], "2026-09-24", "2026-10-14", "CN-CB-07-9", "HA-21-REPLY"),
        (&["collective"][..], "2026-09-24", "2026-10-09", "HA-CC-9", "CN-CB-07-22"),
        (&["collective", "wage"][..], "2026-09-24", "2026-10-09", "HA-CC-9", "HA-21-REPLY"),
        (
            &["collective", "wage", "women", "safety"][..],
            "2026-09-11",
            "2026-09-24",
            "HA-21-REPLY",
            "HA-CC-9",
        ),
    ] {
        let (last, id, others) = told(matters, start);
        assert_eq!((last, id.as_str()), (day(due), rule), "{matters:?} on {start}");
        assert!(others.iter().any(|other| other == beside), "{matters:?} on {start}: {others:?}");
    }
    let others = told(&["wage"], "2026-09-11").2;
    assert!(!others.contains(&"HA-CC-9".to_owned()), "wages alone have their own text: {others:?}");
}
