//! The numbers in which the places differ from the nation, place by place, as they were read from the regulations:
//! unit, side of the event, event and article of each. What a rule makes of a day stands in its own cases (`packs`). Places whose
//! text was read in a copy stand in `copied`.

mod copied;

use law::{Amount, Direction, Kind, Place, Quantity, Rule};

use crate::{book, day};

/// The number of a rule and what it counts: `20 calendar_day after offer_received`, `1/3 at_most`.
fn told(rule: &Rule) -> String {
    let code = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let Some(Quantity { amount, unit, threshold }) = &rule.quantity else { return String::new() };
    let number = match amount {
        Amount::Whole { n } => n.to_string(),
        Amount::Ratio { num, den } => format!("{num}/{den}"),
        Amount::Bands { .. } => panic!("{} has a table", rule.id),
    };
    let unit = code(serde_json::to_value(unit).unwrap());
    match rule.kind {
        Kind::Clock | Kind::Window => {
            let side = if rule.direction == Some(Direction::Before) { "before" } else { "after" };
            format!("{number} {unit} {side} {}", rule.start_event.as_deref().unwrap_or_default())
        }
        _ => format!("{number} {}", code(serde_json::to_value(threshold).unwrap())),
    }
}

/// The place's own rule on a subject of a matter, which holds there or would, did no statute stand above it.
fn local(matter: &str, code: &str, subject: &str) -> &'static Rule {
    let subject = format!("negotiation.{subject}");
    let mut own = book().scoped(matter).rules().filter(|rule| {
        rule.region == code && rule.subject == subject && rule.condition.is_none() && rule.kind != Kind::Right
    });
    let rule = own.next().unwrap_or_else(|| panic!("{code} has no rule of its own on {subject}"));
    assert!(own.next().is_none(), "{code} has two rules on {subject}");
    rule
}

fn hold(code: &str, rows: &[(&str, &str, &str)]) {
    hold_of("wage", code, rows);
}

fn hold_of(matter: &str, code: &str, rows: &[(&str, &str, &str)]) {
    for (subject, number, article) in rows {
        let rule = local(matter, code, subject);
        let id = &rule.id;
        assert_eq!((told(rule).as_str(), rule.article.as_str()), (*number, *article), "{id}: {}", rule.title);
        let place = if code.len() == 4 { Place::city(code) } else { Place::province(code) };
        let firm = *subject == "silent_approval";
        let winner = book().scoped(matter).ruling(&rule.subject, &place, day("2026-11-22")).unwrap().winner;
        assert!(firm || winner.id == *id, "{id} should hold at {code}, not {}", winner.id);
    }
}

#[test]
fn beijing() {
    let rows = [
        ("reply", "20 calendar_day after offer_received", "第三十二条"),
        ("representatives.outside_share", "1/3 at_most", "第十条"),
        ("representatives.usual_maximum", "10 at_most", "第七条"),
        ("suspension.maximum", "60 at_most", "第三十七条"),
        ("congress.attendance", "2/3 at_least", "第三十八条"),
        ("congress.approval", "1/2 at_least", "第三十八条"),
        ("submission", "10 calendar_day after contract_signed", "第三十九条"),
        ("silent_approval", "15 calendar_day after submission_received", "第三十九条"),
        ("report_performance", "1 at_least", "第四十一条"),
        ("term.collective", "3 exactly", "第三十六条"),
        ("renewal_window", "3 month before contract_expiry", "第四十三条"),
        ("rescission.filing", "10 calendar_day after contract_rescinded", "第四十八条"),
        ("coordination", "30 calendar_day after coordination_accepted", "第五十条"),
        ("coordination.extension", "15 calendar_day after coordination_due", "第五十条"),
    ];
    hold("11", &rows);
    let term = book().quantity("negotiation.term", &Place::province("11"), day("2026-11-22")).unwrap();
    assert_eq!(
        (term.0.whole(), term.1.id.as_str()),
        (Some(1), "CN-CB-14"),
        "the three years are the collective contract's; the wage contract keeps its one"
    );
}

#[test]
fn chongqing() {
    let rows = [
        ("reply", "20 calendar_day after offer_received", "第十九条"),
        ("representatives.minimum", "3 at_least", "第八条"),
        ("representatives.maximum", "15 at_most", "第八条"),
        ("representatives.women", "1/5 at_least", "第十条"),
        ("representatives.dispatch", "1/20 over", "第十条"),
        ("representatives.outside_share", "1/3 at_most", "第十一条"),
        ("information", "10 calendar_day before meeting", "第二十条"),
        ("suspension.maximum", "30 at_most", "第二十二条"),
        ("congress.attendance", "2/3 at_least", "第二十六条"),
        ("congress.approval", "1/2 at_least", "第二十六条"),
        ("submission", "10 calendar_day after contract_signed", "第二十八条"),
        ("submission.copies", "3 at_least", "第二十八条"),
        ("publication", "10 calendar_day after contract_effective", "第二十九条"),
        ("report_performance", "1 at_least", "第三十条"),
        ("report_performance.wages", "6 month after performance_published", "第三十条"),
        ("renewal_window", "3 month before contract_expiry", "第三十三条"),
        ("coordination", "60 calendar_day after coordination_accepted", "第四十八条"),
        ("coordination.extension", "30 calendar_day after coordination_due", "第四十八条"),
        ("breach.sue", "15 calendar_day after award_received", "第四十九条"),
    ];
    let (statute, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.0 == "breach.sue");
    hold("50", &rest);
    assert_eq!(told(local("wage", "50", statute[0].0)), statute[0].1, "as the Labour Law has it");
}

#[test]
fn hunan() {
    let rows = [
        ("petition.workers", "1/3 at_least", "第二十三条"),
        ("petition.delegates", "1/2 at_least", "第二十三条"),
        ("reply", "20 calendar_day after offer_received", "第二十五条"),
        ("representatives.minimum", "3 at_least", "第七条"),
        ("representatives.maximum", "9 at_most", "第七条"),
        ("representatives.front_line", "1/2 at_least", "第九条"),
        ("representatives.women", "1/10 at_least", "第九条"),
        ("representatives.publication", "5 working_day after representatives_chosen", "第十三条"),
        ("labour_quota", "4/5 at_least", "第二十条"),
        ("information", "5 working_day before meeting", "第二十八条"),
        ("conclude", "3 month after offer_received", "第三十条"),
        ("coordination", "30 calendar_day after coordination_accepted", "第三十二条"),
        ("submission", "5 working_day after contract_signed", "第三十四条"),
    ];
    hold("43", &rows);
    assert_eq!(local("wage", "43", "minutes.signature").items[0].text, "全体与会协商代表");
    let (place, on) = (Place::province("43"), day("2026-11-22"));
    let asked = |facts: &[&str]| {
        book().quantity_if("negotiation.petition.workers", &place, on, facts).unwrap().0.boundary(320)
    };
    assert_eq!((asked(&[]), asked(&["medium_or_larger"])), (Some(107), Some(64)), "a third, a fifth of 320");
    assert!(book().applies("negotiation.petition.workers", &Place::province("36"), on).is_none());
    let chief = book().applies("negotiation.representatives.chief_is_chair", &place, on).unwrap().winner;
    assert_eq!(
        (chief.kind, chief.term("who")),
        (Kind::Right, Some("elected")),
        "the chair may, and need not"
    );
}

#[test]
fn shandong() {
    let rows = [
        ("reply", "10 calendar_day after offer_received", "第二十一条"),
        ("representatives.front_line", "1/3 at_least", "第七条"),
        ("representatives.elected.approval", "1/2 over", "第八条"),
        ("representatives.publication", "5 calendar_day after representatives_chosen", "第十一条"),
        ("labour_quota", "9/10 at_least", "第二十条"),
        ("information", "10 calendar_day before meeting", "第二十三条"),
        ("report_upper.before", "5 calendar_day before meeting", "第二十四条"),
        ("congress.approval", "1/2 over", "第二十七条"),
        ("conclude", "60 calendar_day after talks_agreed", "第二十八条"),
        ("submission", "10 calendar_day after contract_signed", "第二十九条"),
        ("silent_approval", "15 calendar_day after submission_received", "第三十条"),
        ("publication", "7 calendar_day after contract_effective", "第三十一条"),
        ("report_performance", "1 at_least", "第三十一条"),
        ("term", "1 exactly", "第十七条"),
        ("term.maximum", "3 at_most", "第十七条"),
        ("rescission.filing", "7 calendar_day after contract_rescinded", "第四十一条"),
        ("coordination", "30 calendar_day after coordination_accepted", "第四十五条"),
        ("coordination.extension", "15 calendar_day after coordination_due", "第四十五条"),
    ];
    hold("37", &rows);
    assert!(local("wage", "37", "term.maximum").mandatory, "最长不超过三年 binds");
}

#[test]
fn the_places_that_stood_before() {
    hold(
        "36",
        &[
            ("reply", "20 calendar_day after offer_received", "第十九条"),
            ("representatives.minimum", "3 at_least", "第八条"),
            ("representatives.maximum", "7 at_most", "第八条"),
            ("representatives.women", "1/10 at_least", "第八条"),
            ("information", "5 calendar_day before meeting", "第二十条"),
            ("draft", "7 calendar_day after agreement_reached", "第二十一条"),
            ("conclude", "60 calendar_day after offer_received", "第十九条"),
            ("submission", "7 calendar_day after contract_signed", "第二十二条"),
            ("publication", "5 calendar_day after contract_effective", "第二十四条"),
            ("renewal_window", "60 calendar_day before contract_expiry", "第二十八条"),
            ("term", "1 exactly", "第二十八条"),
            ("labour_quota", "9/10 at_least", "第十七条"),
            ("rescission.filing", "7 calendar_day after contract_rescinded", "第二十六条"),
            ("coordination", "30 calendar_day after coordination_accepted", "第三十四条"),
            ("coordination.extension", "15 calendar_day after coordination_due", "第三十四条"),
            ("correction", "15 calendar_day after correction_demanded", "第三十八条"),
        ],
    );
    hold(
        "31",
        &[
            ("reply", "15 calendar_day after offer_received", "第十五条"),
            ("representatives.minimum", "3 at_least", "第六条"),
            ("representatives.formation", "15 calendar_day after talks_agreed", "第十七条"),
            ("representatives.term", "6 month after representatives_chosen", "第八条"),
            ("protection.preparation_days", "3 at_most", "第十条"),
            ("congress.approval", "1/2 at_least", "第二十二条"),
            ("submission", "10 calendar_day after congress_notice_received", "第二十三条"),
            ("term", "1 exactly", "第二十五条"),
        ],
    );
    hold(
        "33",
        &[
            ("reply", "10 working_day after offer_received", "第七条"),
            ("representatives.minimum", "3 at_least", "第十条"),
            ("information", "7 calendar_day before meeting", "第十六条"),
            ("congress.submission", "15 working_day after agreement_reached", "第二十四条"),
            ("congress.approval", "1/2 over", "第二十四条"),
            ("congress.revote", "5 working_day after agreement_reached_again", "第二十四条"),
            ("submission", "10 calendar_day after contract_signed", "第三十四条"),
            ("submission.copies", "5 at_least", "第三十四条"),
            ("publication", "5 working_day after contract_effective", "第三十五条"),
            ("renewal_window", "90 calendar_day before contract_expiry", "第三十条"),
            ("report_performance", "1 at_least", "第三十七条"),
            ("rescission.filing", "5 working_day after contract_rescinded", "第三十三条"),
        ],
    );
    hold(
        "41",
        &[
            ("reply", "10 working_day after offer_received", "第二十一条"),
            ("representatives.minimum", "3 at_least", "第十二条"),
            ("representatives.front_line", "1/3 at_least", "第八条"),
            ("representatives.women", "1/10 at_least", "第八条"),
            ("representatives.disabled", "1/10 at_least", "第八条"),
            ("representatives.publication", "3 working_day after representatives_chosen", "第十三条"),
            ("information", "5 working_day before meeting", "第二十三条"),
            ("suspension.maximum", "30 at_most", "第十五条"),
            ("conclude", "2 month after offer_received", "第二十六条"),
            ("submission", "5 working_day after contract_signed", "第二十八条"),
            ("publication", "5 calendar_day after contract_effective", "第三十条"),
            ("renewal_window", "2 month before contract_expiry", "第三十一条"),
            ("coordination.application", "15 calendar_day after talks_period_ended", "第三十七条"),
            ("coordination.begin", "5 working_day after coordination_applied", "第三十八条"),
            ("coordination", "30 calendar_day after coordination_accepted", "第三十八条"),
            ("coordination.extension", "15 calendar_day after coordination_due", "第三十八条"),
        ],
    );
}

#[test]
fn the_other_contracts_of_henan() {
    for matter in ["collective", "women", "safety"] {
        hold_of(
            matter,
            "41",
            &[
                ("term.maximum", "3 at_most", "第六条"),
                ("term.minimum", "1 at_least", "第六条"),
                ("reply", "15 calendar_day after offer_received", "第九条"),
                ("suspension.maximum", "30 at_most", "第十五条"),
                ("conclude", "60 calendar_day after talks_started", "第十五条"),
                ("submission", "7 calendar_day after contract_signed", "第十六条"),
                ("submission.copies", "3 at_least", "第十六条"),
                ("silent_approval", "15 calendar_day after submission_received", "第十八条"),
                ("publication", "10 calendar_day after contract_effective", "第十九条"),
                ("renewal_window", "60 calendar_day before contract_expiry", "第二十条"),
                ("report_performance", "1 at_least", "第二十九条"),
            ],
        );
    }
}

#[test]
fn the_cities() {
    hold(
        "3301",
        &[
            ("reply", "10 working_day after offer_received", "第二十四条"),
            ("representatives.maximum", "9 at_most", "第十六条"),
            ("representatives.outside_share", "1/3 at_most", "第十七条"),
            ("information", "7 working_day before meeting", "第二十五条"),
            ("suspension.maximum", "30 at_most", "第二十七条"),
            ("conclude", "60 calendar_day after offer_sent", "第二十九条"),
            ("submission", "10 calendar_day after contract_signed", "第四十条"),
            ("publication", "5 working_day after contract_effective", "第四十一条"),
            ("renewal_window", "90 calendar_day before contract_expiry", "第二十三条"),
            ("labour_quota", "9/10 at_least", "第十条"),
        ],
    );
    hold(
        "3302",
        &[
            ("reply", "10 working_day after offer_received", "第十四条"),
            ("representatives.maximum", "10 at_most", "第八条"),
            ("representatives.publication", "5 working_day after representatives_chosen", "第十条"),
            ("information", "7 calendar_day before meeting", "第十七条"),
            ("suspension.maximum", "60 at_most", "第十九条"),
            ("conclude", "30 working_day after talks_started", "第十六条"),
            ("submission", "10 calendar_day after contract_signed", "第三十四条"),
            ("publication", "5 working_day after contract_effective", "第三十五条"),
            ("renewal_window", "90 calendar_day before contract_expiry", "第二十二条"),
            ("labour_quota", "9/10 at_least", "第二十四条"),
        ],
    );
}
