//! 唐山, 无锡, 贵州 and 深圳: their regulations were read as a whole in a copy and not on the official page, so nothing of them is of
//! high confidence. What no number tells, whom a rule bars and what follows a refusal, stands in words.

use law::{Actor, Confidence, Kind, Place};

use super::{hold, local};
use crate::{book, day};

const TODAY: &str = "2026-11-22";

#[test]
fn tangshan() {
    let rows = [
        ("reply", "15 calendar_day after offer_received", "第二十三条"),
        ("representatives.minimum", "3 at_least", "第十二条"),
        ("representatives.maximum", "11 at_most", "第十二条"),
        ("representatives.term", "", "第十二条"),
        ("representatives.outside_share", "1/3 at_most", "第十四条"),
        ("representatives.front_line", "1/3 at_least", "第十五条"),
        ("representatives.publication", "3 working_day after representatives_chosen", "第十五条"),
        ("petition.workers", "1/3 at_least", "第二十三条"),
        ("refusal", "", "第二十三条"),
        ("report_upper.before", "5 working_day before meeting", "第二十五条"),
        ("information", "5 working_day before meeting", "第二十六条"),
        ("draft", "7 calendar_day after agreement_reached", "第二十八条"),
        ("suspension.maximum", "30 at_most", "第二十八条"),
        ("congress.attendance", "2/3 at_least", "第二十九条"),
        ("congress.approval", "1/2 at_least", "第二十九条"),
        ("conclude", "60 calendar_day after talks_started", "第三十条"),
        ("term.maximum", "1 at_most", "第三十条"),
        ("yearly", "", "第三十条"),
        ("submission", "7 calendar_day after contract_signed", "第三十一条"),
        ("publication", "5 calendar_day after contract_effective", "第三十三条"),
        ("report_upper", "", "第三十三条"),
        ("renewal_window", "60 calendar_day before contract_expiry", "第三十条"),
        ("report_performance", "1 at_least", "第三十七条"),
        ("coordination", "15 calendar_day after coordination_accepted", "第三十九条"),
        ("coordination.extension", "15 calendar_day after coordination_due", "第三十九条"),
    ];
    hold("1302", &rows);
    assert_eq!(local("wage", "1302", "draft").actor, Actor::Employer, "the employer writes it");
    assert_eq!(local("wage", "1302", "report_upper").term("at"), Some("publication"), "together with it");
    assert!(local("wage", "1302", "term.maximum").mandatory, "最长为一年 binds");
    let most = |facts: &[&str]| {
        let place = Place::city("1302");
        let found =
            book().quantity_if("negotiation.representatives.maximum", &place, day(TODAY), facts).unwrap();
        (found.0.whole(), found.1.id)
    };
    assert_eq!(most(&[]), (Some(11), "TS-12-MAX".to_owned()), "nobody may have more");
    assert_eq!(
        most(&["not_many_workers"]),
        (Some(9), "TS-12-MAX-USUAL".to_owned()),
        "nor most of them this many"
    );
}

#[test]
fn wuxi() {
    let rows = [
        ("labour_quota", "9/10 at_least", "第八条"),
        ("representatives.minimum", "3 at_least", "第十二条"),
        ("representatives.maximum", "9 at_most", "第十二条"),
        ("representatives.term", "3 at_least", "第十二条"),
        ("representatives.outside_barred", "", "第十五条"),
        ("representatives.outside_share", "1/3 at_most", "第十五条"),
        ("reply", "20 calendar_day after offer_received", "第二十条"),
        ("information", "5 working_day before meeting", "第二十一条"),
        ("report_upper.before", "5 working_day before meeting", "第二十二条"),
        ("conclude", "30 working_day after talks_started", "第二十三条"),
        ("draft", "10 working_day after agreement_reached", "第二十三条"),
        ("submission", "10 calendar_day after contract_signed", "第二十五条"),
        ("publication", "10 calendar_day after contract_effective", "第二十六条"),
        ("report_performance", "1 at_least", "第二十八条"),
        ("yearly", "", "第二十九条"),
        ("term", "1 exactly", "第二十九条"),
        ("term.maximum", "3 at_most", "第二十九条"),
        ("coordination.application", "10 calendar_day after talks_period_ended", "第四十一条"),
        ("coordination", "30 calendar_day after coordination_accepted", "第四十一条"),
        ("refusal", "", "第四十四条"),
    ];
    hold("3202", &rows);
    assert!(local("wage", "3202", "term.maximum").mandatory, "不超过三年 binds");
    let name = local("wage", "3202", "offer.name");
    assert_eq!(name.term("name"), Some("协商意向书"));
    assert!(
        local("wage", "3202", "reply")
            .start_label
            .as_deref()
            .is_some_and(|label| label.contains("协商意向书")),
        "the clock calls the paper as the place does"
    );
}

#[test]
fn in_wuxi_a_woman_is_asked_for_by_either_of_two_numbers() {
    let (women, rule) =
        book().quantity("negotiation.representatives.women", &Place::city("3202"), day(TODAY)).unwrap();
    assert_eq!((rule.id.as_str(), rule.article.as_str()), ("WX-13-WOMEN", "第十三条"));
    for all in 1..=600_u32 {
        for number in 0..=all {
            // Exactly twenty-five are neither more than twenty-five nor fewer; the share decides for them too.
            let asked = number > 25 || u64::from(number) * 10 > u64::from(all) * 3;
            assert_eq!(women.allows(number, all), asked, "{number} women of {all}");
        }
    }
}

#[test]
fn guizhou() {
    let rows = [
        ("representatives.minimum", "3 at_least", "第八条"),
        ("representatives.maximum", "9 at_most", "第八条"),
        ("representatives.women", "1/10 at_least", "第八条"),
        ("representatives.dispatch", "2/25 at_least", "第八条"),
        ("representatives.owner_barred", "", "第九条"),
        ("representatives.personnel_barred", "", "第九条"),
        ("representatives.union_staff_barred", "", "第九条"),
        ("representatives.term", "", "第十五条"),
        ("labour_quota", "9/10 at_least", "第十八条"),
        ("petition.workers", "1/3 at_least", "第二十条"),
        ("reply", "20 calendar_day after offer_received", "第二十条"),
        ("first_meeting", "10 calendar_day after talks_agreed", "第二十条"),
        ("information", "5 calendar_day before meeting", "第二十二条"),
        ("conclude", "60 calendar_day after offer_received", "第二十三条"),
        ("coordination.begin", "5 calendar_day after coordination_applied", "第二十四条"),
        ("renewal_window", "60 calendar_day before contract_expiry", "第二十七条"),
        ("term.minimum", "1 at_least", "第二十七条"),
        ("term.maximum", "2 at_most", "第二十七条"),
        ("submission", "10 calendar_day after contract_signed", "第三十三条"),
        ("publication", "5 calendar_day after contract_effective", "第三十四条"),
        ("report_performance", "1 at_least", "第三十五条"),
        ("refusal", "", "第三十七条"),
    ];
    hold("52", &rows);
    let (place, on) = (Place::province("52"), day(TODAY));
    let asked = book().applies("negotiation.coordination.apply", &place, on).unwrap().winner;
    assert_eq!((asked.id.as_str(), asked.kind), ("GZ-24-APPLY", Kind::Right));
    assert!(asked.title.contains("三十日"), "from the thirtieth day without agreement on: {}", asked.title);
    assert!(book().applies("negotiation.conclude.paused", &place, on).is_some(), "a flood stops the clock");
}

#[test]
fn shenzhen() {
    let rows = [
        ("reply", "10 calendar_day after offer_received", "第二十八条"),
        ("refusal", "", "第二十八条"),
        ("representatives.outside_share", "1/3 at_most", "第二十九条"),
        ("yearly", "", "第三十三条"),
        ("publication.duty", "", "第三十三条"),
    ];
    hold("4403", &rows);
    assert!(
        local("wage", "4403", "yearly").is_about("wage")
            && !local("wage", "4403", "yearly").is_about("women")
    );
    assert!(local("wage", "4403", "refusal").is_about("women"), "whatever the talks are about");
}

#[test]
fn what_follows_a_refusal_is_told_with_its_days() {
    for (code, days) in
        [("3202", "十五日内改正"), ("4403", "五日内改正"), ("1302", "限期整改"), ("52", "责令改正")]
    {
        let told = local("wage", code, "refusal").consequence.as_deref().unwrap_or_default();
        assert!(told.contains(days), "{code}: {told}");
    }
}

#[test]
fn nothing_that_was_read_in_a_copy_is_of_high_confidence() {
    let read = ["1302", "4403", "3202", "52"];
    for rule in book().rules().filter(|rule| read.contains(&rule.region.as_str())) {
        assert!(rule.confidence != Confidence::High, "{} was not read in its official text", rule.id);
    }
}
