//! The rules of the modules after the negotiation: leave, recuperation, the union and its members, money,
//! platforms, supervision letters and personal information. What must be answered everywhere, and the
//! figures that code will ask for by subject.

mod everywhere;

use std::collections::BTreeSet;

use law::{Confidence, Direction, Place, Status};

use crate::{book, day};
use everywhere::EVERYWHERE;

const TODAY: &str = "2026-11-28";

#[test]
fn every_subject_of_the_later_modules_is_answered_everywhere() {
    let book = book();
    for place in [Place::province("36"), Place::province("44"), Place::city("3301"), Place::province("65")] {
        for subject in EVERYWHERE {
            let ruling = book.ruling(subject, &place, day(TODAY));
            assert!(ruling.is_ok(), "{subject} has no rule at {place:?}");
        }
    }
}

#[test]
fn a_national_subject_of_these_chapters_is_listed_or_hangs_on_a_condition() {
    let themes =
        ["leave", "recuperation", "union", "members", "money", "platform", "supervision", "personal"];
    let elsewhere = ["union.dispatch.", "members.age."];
    let listed: BTreeSet<_> = EVERYWHERE.into_iter().collect();
    let book = book();
    let national = book.rules().filter(|rule| rule.region == "00" && rule.condition.is_none());
    let missing: BTreeSet<_> = national
        .map(|rule| rule.subject.as_str())
        .filter(|subject| themes.contains(&subject.split('.').next().unwrap_or_default()))
        .filter(|subject| {
            !listed.contains(subject) && !elsewhere.iter().any(|prefix| subject.starts_with(prefix))
        })
        .collect();
    assert!(missing.is_empty(), "national subjects that no one would miss: {missing:?}");
}

#[test]
fn annual_leave_is_read_by_whole_years_worked() {
    let (days, rule) = book().quantity("leave.days", &Place::province("36"), day(TODAY)).unwrap();
    let read: Vec<_> = [0, 1, 9, 10, 19, 20, 45].map(|years| days.boundary(years)).into();
    assert_eq!(read, [None, Some(5), Some(5), Some(10), Some(10), Some(15), Some(15)]);
    assert_eq!(rule.short, "职工带薪年休假条例第三条");
    let (sick, _) = book().quantity("leave.barred.sick_months", &Place::province("36"), day(TODAY)).unwrap();
    assert!(sick.allows(3, 20) && !sick.allows(4, 20), "twenty years: four months of sick leave bar it");
    assert!(sick.allows(2, 19) && !sick.allows(3, 19), "under twenty: three months");
}

#[test]
fn the_day_of_pay_is_a_share_of_the_month_under_either_notice() {
    let book = book();
    let place = Place::province("36");
    let on = |date: &str| book.ruling("leave.pay.daily", &place, day(date)).unwrap();
    let ids = |date: &str| {
        let ruling = on(date);
        let beaten: Vec<_> = ruling.beaten.iter().map(|one| one.rule.id.clone()).collect();
        (ruling.winner.id.clone(), beaten)
    };
    assert_eq!(ids("2024-12-31"), ("CN-AL-10".to_owned(), vec!["CN-AL-10-2008".to_owned()]));
    assert_eq!(ids("2025-01-01"), ("CN-AL-10".to_owned(), vec!["CN-AL-10-2025".to_owned()]));
    let (share, _) = book.quantity("leave.pay.daily", &place, day(TODAY)).unwrap();
    assert_eq!(share.ratio(), Some((4, 87)), "one part in 21.75");
}

#[test]
fn the_committee_has_seats_for_every_size_up_to_fifty_thousand() {
    let book = book();
    let seats = |subject: &str, members: u32| {
        book.quantity(subject, &Place::province("36"), day(TODAY)).unwrap().0.boundary(members)
    };
    for (members, least, most) in [(24, 3, 5), (25, 3, 7), (200, 3, 7), (201, 7, 15), (50_000, 29, 37)] {
        let read = (
            seats("union.committee.seats.minimum", members),
            seats("union.committee.seats.maximum", members),
        );
        assert_eq!(read, (Some(least), Some(most)), "{members} members");
    }
    assert_eq!(seats("union.committee.seats.minimum", 50_001), None, "the top band is local");
}

#[test]
fn a_letter_of_opinion_is_answered_by_the_place_and_nowhere_by_the_nation() {
    let book = book();
    let due = |place: Place| book.deadline("supervision.opinion.answer", &place, day("2026-03-09"));
    let told = |place: Place| {
        let deadline = due(place).unwrap();
        (deadline.due.to_string(), deadline.rule.id)
    };
    assert_eq!(told(Place::province("36")), ("2026-04-08".to_owned(), "JX-LS-20".to_owned()));
    assert_eq!(told(Place::province("33")), ("2026-03-30".to_owned(), "ZJ-LS-22".to_owned()));
    assert_eq!(told(Place::city("3301")), ("2026-03-24".to_owned(), "HZ-LS-16".to_owned()));
    assert_eq!(told(Place::province("42")), ("2026-04-08".to_owned(), "HB-LS-23".to_owned()));
    assert!(due(Place::province("65")).is_err(), "no national number: the union writes it on the letter");
}

#[test]
fn the_capital_of_jiangxi_stands_under_the_later_rule_of_its_province() {
    let book = book();
    let place = Place::city("3601");
    let ruling = book.ruling("supervision.opinion.answer", &place, day(TODAY)).unwrap();
    assert_eq!(ruling.winner.region, "36", "thirty days of the province, not sixty of the city");
    let deadline = book.deadline("supervision.opinion.answer", &place, day("2026-03-09")).unwrap();
    let others: Vec<_> =
        deadline.others.iter().map(|one| (one.due.to_string(), one.rule.id.as_str())).collect();
    assert!(others.contains(&("2026-05-08".to_owned(), "NC-LS-23")), "both dates are shown: {others:?}");
}

#[test]
fn listed_violations_are_answered_sooner_where_the_province_says_so() {
    let book = book();
    let winner = |facts: &[&str]| {
        let place = Place::province("35");
        let ruling = book.ruling_if("supervision.opinion.answer", &place, day(TODAY), facts);
        ruling.unwrap().winner.id.clone()
    };
    assert_eq!(winner(&[]), "FJ-LS-24", "fifteen working days");
    assert_eq!(winner(&["listed_violation"]), "FJ-LS-33", "fifteen days");
}

#[test]
fn a_dismissal_is_notified_before_it_by_the_days_of_the_place() {
    let book = book();
    let kind = |code: &str| {
        let ruling = book.ruling("union.dismissal.notice", &Place::province(code), day(TODAY)).unwrap();
        (ruling.winner.id.clone(), ruling.winner.direction)
    };
    assert_eq!(kind("36"), ("JX-UN-28".to_owned(), Some(Direction::Before)));
    assert_eq!(kind("35"), ("FJ-UN-32".to_owned(), Some(Direction::Before)));
    assert_eq!(kind("65"), ("CN-JX-04-LAW".to_owned(), None), "the nation says beforehand, without days");
    let due = book.deadline("union.dismissal.notice", &Place::province("36"), day("2026-10-09")).unwrap();
    assert_eq!(due.due, day("2026-09-30"), "seven days before falls into the holiday, so the day before it");
}

#[test]
fn union_money_is_due_on_the_fifteenth_where_the_province_says_so() {
    let book = book();
    let fifteenth = |code: &str, month_end: &str| {
        book.deadline("money.contribution.due", &Place::province(code), day(month_end)).map(|one| one.due)
    };
    for code in ["31", "32", "35", "36", "44"] {
        assert_eq!(fifteenth(code, "2026-02-28").unwrap(), day("2026-03-15"), "{code}");
    }
    assert!(fifteenth("33", "2026-02-28").is_err(), "not checked for 浙江");
}

#[test]
fn a_place_whose_negotiation_stands_blank_may_have_its_own_letters() {
    let book = book();
    let place = Place::province("42");
    let own = |theme: &str| book.has_local_rules(theme, &place, day(TODAY));
    assert_eq!(book.local_status(&place), Status::Blank, "湖北 as a whole was not checked");
    assert!(own("supervision") && own("union"), "its letters and its union rules were");
    assert!(!own("negotiation") && !own("leave"), "and the rest is the nation's");
    assert!(!book.has_local_rules("supervision", &place, day("2024-12-31")), "nor before its first day");
    assert!(!book.has_local_rules("supervision", &Place::province("65"), day(TODAY)));
}

#[test]
fn only_texts_that_were_read_are_sure() {
    let read = [
        "中华人民共和国工会法",
        "中华人民共和国劳动法",
        "中华人民共和国劳动合同法",
        "中华人民共和国劳动争议调解仲裁法",
        "中华人民共和国个人信息保护法",
        "职工带薪年休假条例",
        "企业职工带薪年休假实施办法",
        "全国年节及纪念日放假办法",
        "关于职工全年月平均工作时间和工资折算问题的通知",
        "浙江省工会劳动法律监督条例",
    ];
    let themes = ["leave", "recuperation", "money", "platform", "supervision", "personal"];
    for rule in book().rules().filter(|rule| rule.confidence == Confidence::High) {
        let theme = rule.subject.split('.').next().unwrap_or_default();
        let ours = themes.contains(&theme);
        assert!(
            !ours || read.contains(&rule.instrument.as_str()),
            "{} is surer than its text allows",
            rule.id
        );
    }
}
