//! Every worked example of every shipped pack, and what the packs promise as a whole.

use std::collections::BTreeMap;

use law::{Confidence, Expect, Kind, Place, Status, Threshold};

use crate::{book, day};

#[test]
fn every_case_of_every_pack_holds() {
    let book = book();
    let outcomes = book.run_cases();
    let faults: Vec<_> = outcomes.iter().filter(|outcome| outcome.fault.is_some()).collect();
    assert!(faults.is_empty(), "rules that fail their own cases: {faults:#?}");
    assert!(outcomes.len() > 500, "the runner should have found all cases, not {}", outcomes.len());
}

#[test]
fn every_number_is_shown_from_both_sides_of_its_threshold() {
    for rule in book().rules().filter(|rule| rule.kind == Kind::Limit) {
        let quantity = rule.quantity.clone().unwrap_or_else(|| panic!("{} has no number", rule.id));
        let edge = rule.cases.iter().any(|case| {
            let whole = case.given.whole.unwrap_or_default();
            case.given.value.is_some() && case.given.value == quantity.boundary(whole)
        });
        assert!(edge, "{} should show the last lawful value itself", rule.id);
        let near = rule.cases.iter().any(|yes| {
            rule.cases.iter().any(|no| {
                yes.expect == Expect::Holds(true)
                    && no.expect == Expect::Holds(false)
                    && yes.given.whole == no.given.whole
                    && matches!((yes.given.value, no.given.value), (Some(a), Some(b)) if a.abs_diff(b) == 1)
            })
        });
        assert!(near, "{} should show the two neighbours of its threshold", rule.id);
    }
}

#[test]
fn every_subject_of_the_negotiation_is_answered_everywhere() {
    let book = book();
    let everywhere = [
        "reply",
        "representatives.minimum",
        "representatives.equal",
        "representatives.chief",
        "representatives.outside_share",
        "representatives.one_side_only",
        "representatives.personnel_barred",
        "representatives.replacement",
        "opinions",
        "confidentiality",
        "information",
        "recorder",
        "meeting_order",
        "congress.attendance",
        "congress.approval",
        "submission",
        "submission.copies",
        "submission.papers",
        "review",
        "resubmission",
        "silent_approval",
        "publication",
        "report_performance",
        "term",
        "renewal_window",
        "amendment.grounds",
        "amendment.filing",
        "ending",
        "collective",
        "collective.party",
        "coordination",
        "refusal",
        "refusal.help",
        "coordination.apply",
        "content",
        "content.collective",
        "content.safety",
        "content.women",
        "contract.name",
        "reference_factors",
        "minimum_wage_floor",
        "protection",
        "breach",
    ];
    for code in ["11", "31", "3301", "3302", "36", "37", "41", "43", "44", "50"] {
        let place = if code.len() == 4 { Place::city(code) } else { Place::province(code) };
        for subject in everywhere {
            let ruling = book.ruling(&format!("negotiation.{subject}"), &place, day("2026-11-22"));
            assert!(ruling.is_ok(), "negotiation.{subject} has no rule at {place:?}");
        }
    }
}

#[test]
fn a_province_without_its_own_rule_falls_back_to_the_nation() {
    let book = book();
    let ruling = book.ruling("negotiation.reply", &Place::province("44"), day("2026-11-22")).unwrap();
    assert_eq!(ruling.winner.id, "CN-CB-07-9", "the special wage rule stands before the general one");
    assert_eq!(ruling.beaten[0].rule.id, "CN-CB-07-22");
    assert_eq!(ruling.beaten[0].why, "同级规定中，特别规定优先于一般规定");
}

#[test]
fn a_city_beats_its_province_and_the_province_beats_the_nation() {
    let book = book();
    let id =
        |place: &Place| book.ruling("negotiation.reply", place, day("2026-11-22")).unwrap().winner.id.clone();
    assert_eq!(id(&Place::city("3301")), "HZ-24-REPLY");
    assert_eq!(id(&Place::city("3304")), "ZJ-7-REPLY", "嘉兴 has no pack, so the province holds");
    assert_eq!(id(&Place::province("36")), "JX-19-REPLY");
}

#[test]
fn a_national_rule_that_does_not_yield_stands() {
    let book = book();
    let ruling =
        book.ruling("negotiation.silent_approval", &Place::province("36"), day("2026-11-22")).unwrap();
    assert_eq!(ruling.winner.id, "CN-CB-17", "a statute does not yield to a provincial regulation");
    let local =
        ruling.beaten.iter().find(|beaten| beaten.rule.id == "JX-23").map(|beaten| beaten.why.as_str());
    assert_eq!(local, Some("国家的规定不允许地方变通"));
}

#[test]
fn what_a_place_gives_an_authority_is_not_cut_short_by_the_nation() {
    let book = book();
    let known = [("coordination_accepted", day("2026-03-09"))];
    let place = Place::province("50");
    let earliest = book.deadline_from("negotiation.coordination", &place, &known).unwrap();
    assert_eq!((earliest.rule.id.as_str(), earliest.due), ("CN-CB-19", day("2026-04-08")));
    let ruled = book.ruled_deadline_from("negotiation.coordination", &place, &known).unwrap();
    assert_eq!((ruled.rule.id.as_str(), ruled.due), ("CQ-48", day("2026-05-08")), "sixty days");
    assert_eq!(ruled.others[0].due, day("2026-04-08"), "the nation's stands beside it");
    let nation =
        book.ruled_deadline_from("negotiation.coordination", &Place::province("44"), &known).unwrap();
    assert_eq!(nation.rule.id, "CN-CB-19", "where the place has none of its own");
    assert!(book.ruled_deadline_from("negotiation.coordination", &place, &[]).is_err(), "from no event");
}

#[test]
fn conditions_bring_in_the_stricter_number_only_where_they_hold() {
    let book = book();
    let (place, on) = (Place::province("33"), day("2026-11-22"));
    let plain = book.quantity("negotiation.representatives.minimum", &place, on).unwrap();
    let scaled =
        book.quantity_if("negotiation.representatives.minimum", &place, on, &["above_scale"]).unwrap();
    assert_eq!((plain.0.whole(), scaled.0.whole()), (Some(3), Some(5)), "规模以上企业 need five");
    assert_eq!(scaled.1.id, "ZJ-10-MIN-SCALE");
}

#[test]
fn duties_of_one_province_do_not_reach_another() {
    let book = book();
    let on = day("2026-11-22");
    let here = |subject: &str, code: &str| book.applies(subject, &Place::province(code), on).is_some();
    assert!(here("negotiation.representatives.before_offer", "36"), "江西 elects before the offer");
    assert!(!here("negotiation.representatives.before_offer", "31"), "上海 does not");
    assert!(here("negotiation.offer.opening", "36") && !here("negotiation.offer.opening", "33"));
    assert!(
        here("negotiation.representatives.outside_barred", "36")
            && !here("negotiation.representatives.outside_barred", "41")
    );
}

#[test]
fn old_affairs_are_judged_by_the_law_of_their_day() {
    let book = book();
    let place = Place::province("36");
    let before = book.deadline("negotiation.reply", &place, day("2013-10-31")).unwrap();
    let after = book.deadline("negotiation.reply", &place, day("2013-11-01")).unwrap();
    assert_eq!(
        (before.rule.id.as_str(), after.rule.id.as_str()),
        ("CN-CB-07-9", "JX-19-REPLY"),
        "in force since 2013-11-01"
    );
    let none = book.ruling("negotiation.reply", &place, day("2000-11-07"));
    assert!(none.is_err(), "no rule the day before the first one");
}

#[test]
fn the_earliest_mandatory_date_wins_and_the_others_stand_beside_it() {
    let book = book();
    let deadline =
        book.deadline("negotiation.submission", &Place::province("33"), day("2026-03-09")).unwrap();
    assert_eq!(
        (deadline.due, deadline.rule.id.as_str()),
        (day("2026-03-16"), "CN-CB-16-9"),
        "seven days come before 浙江's ten"
    );
    let others: Vec<_> = deadline.others.iter().map(|other| (other.due, other.rule.id.as_str())).collect();
    assert_eq!(others, [(day("2026-03-19"), "ZJ-34"), (day("2026-03-19"), "CN-CB-16-22")]);
    let wages = book.scoped("wage");
    let henan = wages.deadline("negotiation.submission", &Place::province("41"), day("2026-03-09")).unwrap();
    assert_eq!(
        (henan.due, henan.rule.id.as_str()),
        (day("2026-03-16"), "HA-28"),
        "of equal dates the local is named"
    );
    let across = wages.deadline("negotiation.submission", &Place::province("41"), day("2026-09-29")).unwrap();
    assert_eq!(
        across.rule.id, "CN-CB-16-9",
        "across National Day seven calendar days end before five working days"
    );
    assert_eq!(
        (across.due, across.weekend_due),
        (day("2026-10-06"), Some(day("2026-10-08"))),
        "a moved rest day: both"
    );
}

#[test]
fn a_rule_that_starts_from_another_event_is_named_and_not_counted() {
    let book = book();
    let place = Place::province("31");
    let deadline = book.deadline("negotiation.submission", &place, day("2026-03-09")).unwrap();
    assert_eq!((deadline.due, deadline.rule.id.as_str()), (day("2026-03-19"), "SH-23"));
    let waiting: Vec<_> =
        deadline.awaiting.iter().map(|one| (one.rule.id.as_str(), one.start_event.as_str())).collect();
    assert_eq!(waiting, [("CN-CB-16-9", "contract_signed"), ("CN-CB-16-22", "contract_signed")]);
    let events = [("congress_notice_received", day("2026-03-09")), ("contract_signed", day("2026-03-10"))];
    let both = book.deadline_from("negotiation.submission", &place, &events).unwrap();
    assert_eq!((both.due, both.rule.id.as_str(), both.awaiting.len()), (day("2026-03-17"), "CN-CB-16-9", 0));
}

#[test]
fn sources_are_official_and_second_hand_texts_are_never_high() {
    let official = [
        "https://flk.npc.gov.cn/",
        "https://www.mohrss.gov.cn/",
        "https://www.acftu.org/",
        "https://www.gqt.org.cn/",
        "https://www.mem.gov.cn/",
        "https://www.nhc.gov.cn/",
        "https://www.mps.gov.cn/",
        "https://openstd.samr.gov.cn/",
        "https://www.mof.gov.cn/",
    ];
    for rule in book().rules() {
        assert!(
            official.iter().any(|root| rule.source.starts_with(root)),
            "{} cites {}",
            rule.id,
            rule.source
        );
        let unread = [
            "集体合同规定",
            "工资集体协商试行办法",
            "企业工会主席产生办法（试行）",
            "江西省企业工资集体协商条例",
            "湖南省企业工资集体协商条例",
            "中国共产主义青年团章程",
        ];
        let high = rule.confidence == Confidence::High;
        assert!(
            !(high && unread.contains(&rule.instrument.as_str())),
            "{} is surer than its text allows",
            rule.id
        );
    }
}

#[test]
fn the_version_is_short_and_the_packs_are_whole() {
    let book = book();
    assert_eq!(book.version().len(), 12, "twelve hex digits");
    let ready: BTreeMap<_, _> = book
        .packs()
        .filter(|pack| pack.status == Status::Ready)
        .map(|pack| (pack.region.as_str(), pack.name.as_str()))
        .collect();
    let expected = [
        ("00", "国家"),
        ("11", "北京市"),
        ("31", "上海市"),
        ("33", "浙江省"),
        ("3301", "杭州市"),
        ("3302", "宁波市"),
        ("36", "江西省"),
        ("37", "山东省"),
        ("41", "河南省"),
        ("43", "湖南省"),
        ("50", "重庆市"),
    ];
    assert_eq!(ready, expected.into());
}

#[test]
fn places_whose_local_rules_were_not_checked_are_known_as_such() {
    let book = book();
    let status = |place: Place| book.local_status(&place);
    assert_eq!(status(Place::city("3601")), Status::Ready, "南昌 stands on its province");
    assert_eq!(status(Place::province("44")), Status::Blank, "广东's pack is a head without rules");
    assert_eq!(status(Place::province("65")), Status::Blank, "no pack at all is no better");
}

#[test]
fn the_three_congress_thresholds_are_kept_apart() {
    let book = book();
    let on = day("2026-11-22");
    let approval =
        |code: &str| book.quantity("negotiation.congress.approval", &Place::province(code), on).unwrap().0;
    assert_eq!(
        (approval("36").boundary(60), approval("36").threshold),
        (Some(30), Threshold::AtLeast),
        "江西： 半数以上 by national rule"
    );
    assert_eq!(
        (approval("33").boundary(60), approval("33").threshold),
        (Some(31), Threshold::Over),
        "浙江： 过半数"
    );
    let attendance = book.quantity("negotiation.congress.attendance", &Place::province("36"), on).unwrap().0;
    assert_eq!(attendance.boundary(61), Some(41), "two thirds are rounded up");
}

#[test]
fn dispatched_workers_are_a_tenth_of_contract_and_dispatched_together() {
    let (share, rule) =
        book().quantity("union.dispatch.share", &Place::province("36"), day("2026-11-22")).unwrap();
    assert!(share.allows(32, 320) && !share.allows(40, 320), "40 of 320 is 12.5 percent");
    assert_eq!((share.boundary(320), rule.short.as_str()), (Some(32), "劳务派遣暂行规定第四条"));
}

#[test]
fn rulings_explain_themselves_in_one_sentence() {
    let book = book();
    let ruling = book.ruling("negotiation.reply", &Place::province("36"), day("2026-11-22")).unwrap();
    assert_eq!(
        book.explain_ruling(&ruling).sentence,
        "依江西省《江西省企业工资集体协商条例》第十九条，自收到协商意向书之日起二十日内书面回复；\
         《工资集体协商试行办法》第十七条未适用：江西省另有规定，适用当地规定；\
         《集体合同规定》第三十二条未适用：江西省另有规定，适用当地规定。"
    );
}

#[test]
fn the_whole_of_the_wage_negotiation_stands_in_the_national_packs() {
    let book = book();
    for number in 1..=28 {
        let prefix = format!("CN-CB-{number:02}");
        assert!(book.rules().any(|rule| rule.id.starts_with(&prefix)), "no rule {prefix}");
    }
}

#[test]
fn a_missing_rule_is_told_in_words_and_not_in_codes() {
    let error =
        book().quantity("negotiation.representatives.front_line", &Place::province("31"), day("2026-11-22"));
    assert_eq!(
        error.unwrap_err().to_string(),
        "法规库里没有“职工方代表中一线岗位职工不得低于三分之一”这类规定在上海市于2026-11-22有效的条文，程序不作推算；可以按本单位的约定录入规则。"
    );
}

#[test]
fn what_an_offer_must_hold_is_known_by_keys_the_papers_ask_for() {
    let known = ["time", "place", "topics", "representatives", "view"];
    let book = book();
    let rules: Vec<_> = book.rules().filter(|rule| rule.subject == "negotiation.offer.content").collect();
    assert_eq!(rules.len(), 6, "the nation, Jiangxi, Henan, Hangzhou, Hunan, Shandong");
    for rule in rules {
        for item in &rule.items {
            let key = item.key.as_deref().unwrap_or_default();
            assert!(known.contains(&key), "{}: nothing checks “{}” (key “{key}”)", rule.id, item.text);
        }
    }
}
