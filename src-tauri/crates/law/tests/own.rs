//! Agreed numbers: stricter than the law they hold beside it, laxer they are refused, and where the law yields they
//! take its place.

use law::{LawBook, OwnRule, Place, Standing};

use crate::{book, day};

/// An agreed number in the place of a rule's.
fn own(of: &str, quantity: i64) -> OwnRule {
    OwnRule {
        id: format!("own-{of}"),
        of: of.to_owned(),
        quantity,
        contract: "2026年集体合同".to_owned(),
        article: "第八条".to_owned(),
        from: day("2026-01-01"),
        to: Some(day("2026-12-31")),
        note: None,
    }
}

fn with(of: &str, quantity: i64) -> LawBook {
    let own = own(of, quantity);
    book().check_own(&own).unwrap_or_else(|fault| panic!("{fault:?}"));
    book().with_own(&[own])
}

/// The first rule of a kind that takes an agreed number, everywhere in force and firm or yielding.
fn some(kind: law::Kind, yields: bool, threshold: Option<law::Threshold>) -> &'static law::Rule {
    let fits = |rule: &&law::Rule| {
        let quantity = rule.quantity.as_ref();
        rule.kind == kind
            && rule.takes_own()
            && rule.mandatory
            && rule.yields == yields
            && rule.condition.is_none()
            && rule.layer == law::Layer::National
            && rule.in_force(&Place::province("42"), day("2026-06-01"))
            && quantity.and_then(law::Quantity::whole).is_some_and(|n| n > 2)
            && threshold.is_none_or(|wanted| quantity.is_some_and(|one| one.threshold == wanted))
            && book().standings(&rule.subject, &Place::province("42"), day("2026-06-01")).len() == 1
    };
    book().rules().find(fits).unwrap_or_else(|| panic!("the packs hold one"))
}

#[test]
fn a_shorter_clock_is_due_first_and_the_law_stands_beside_it() {
    let law = some(law::Kind::Clock, false, None);
    let number = law.quantity.as_ref().and_then(law::Quantity::whole).unwrap();
    let shorter = if law.direction == Some(law::Direction::After) { number - 1 } else { number + 1 };
    let book = with(&law.id, shorter);
    let place = Place::province("42");
    let due = book.deadline(&law.subject, &place, day("2026-06-01")).unwrap();
    assert_eq!(
        (due.rule.layer_name.as_str(), due.rule.short.as_str()),
        ("本单位约定", "2026年集体合同第八条")
    );
    assert_eq!(due.others.len(), 1, "the law's own date stands beside");
    assert!(
        due.explanation.sentence.contains("依本单位约定《2026年集体合同》第八条"),
        "{}",
        due.explanation.sentence
    );
    let found = book.standings(&law.subject, &place, day("2026-06-01"));
    assert_eq!(
        (found[0].rule.id.as_str(), found[0].standing),
        (format!("own-{}", law.id).as_str(), Standing::Holds)
    );
    assert!(found[1].why.as_deref().unwrap().contains("更严"), "{:?}", found[1].why);

    let after = book.deadline(&law.subject, &place, day("2027-01-04")).unwrap();
    assert_eq!(after.rule.id, law.id, "the contract ended with the year, and the law of the day counts");
}

#[test]
fn a_laxer_number_is_refused_with_the_law_and_a_stricter_one_holds() {
    let least = some(law::Kind::Limit, false, Some(law::Threshold::AtLeast));
    let number = least.quantity.as_ref().and_then(law::Quantity::whole).unwrap();
    for lax in [number - 1, number] {
        let fault = book().check_own(&own(&least.id, lax)).unwrap_err();
        assert_eq!(fault.field, "quantity");
        assert_eq!(fault.rule.map(|rule| rule.id), Some(least.id.clone()), "{}", fault.message);
    }
    let place = Place::province("42");
    let (held, by) = with(&least.id, number + 1).quantity(&least.subject, &place, day("2026-06-01")).unwrap();
    assert_eq!((held.whole(), by.layer_name.as_str()), (Some(number + 1), "本单位约定"));
    let most = some(law::Kind::Limit, false, Some(law::Threshold::AtMost));
    let number = most.quantity.as_ref().and_then(law::Quantity::whole).unwrap();
    assert!(book().check_own(&own(&most.id, number + 1)).is_err(), "more than at most is laxer");
    assert!(book().check_own(&own(&most.id, number - 1)).is_ok());
}

#[test]
fn what_is_missing_is_asked_for_at_its_field() {
    let law = some(law::Kind::Clock, false, None);
    let at = |change: &dyn Fn(&mut OwnRule)| {
        let mut wrong = own(&law.id, 1);
        change(&mut wrong);
        book().check_own(&wrong).unwrap_err().field
    };
    assert_eq!(at(&|one| one.of = "NO-SUCH".into()), "of");
    assert_eq!(at(&|one| one.quantity = 0), "quantity");
    assert_eq!(at(&|one| one.contract = " ".into()), "contract");
    assert_eq!(at(&|one| one.article = String::new()), "article");
    assert_eq!(at(&|one| one.to = Some(day("2025-12-31"))), "to");
}

#[test]
fn an_agreed_number_whose_rule_is_gone_is_left_out() {
    let book = book().with_own(&[own("NO-SUCH", 3)]);
    assert!(book.rule("own-NO-SUCH").is_none());
    assert_eq!(book.version(), crate::book().version());
}

#[test]
fn the_days_of_an_authority_are_not_the_parties_to_agree() {
    let silence = book().rule("CN-CB-17").unwrap();
    assert!(!silence.takes_own());
    assert_eq!(book().check_own(&own("CN-CB-17", 10)).unwrap_err().field, "of");
}
