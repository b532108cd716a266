//! Which two records are told to be one person, how surely, and which are not.

use super::*;
use crate::members::duplicates::model::{DuplicateGround as Ground, DuplicateStrength as Strength};
use crate::members::model::{PersonId, Sex};

fn person(n: u128, name: &str) -> Facts {
    let id = PersonId::from(uuid::Uuid::from_u128(n));
    let facts = Facts {
        id,
        name: name.to_owned(),
        folded: String::new(),
        sounds: Vec::new(),
        sex: Sex::Unspecified,
        number: None,
        mask: None,
        phones: Vec::new(),
        staff: None,
        card: None,
        birth: None,
        shop: None,
    };
    facts.named()
}

fn with(mut one: Facts, change: impl FnOnce(&mut Facts)) -> Facts {
    change(&mut one);
    one
}

fn found(people: &[Facts]) -> Alike {
    find(people, Shown::Full, &mut |_, _| true).expect("not cancelled")
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn each_ground_finds_its_pair_and_says_how_strong_it_is() {
    let number = |one: &mut Facts| one.number = some("360102199001011234");
    let phone = |one: &mut Facts| one.phones = vec!["13800000001".to_owned()];
    let born = |one: &mut Facts| one.birth = some("1990-01-01");
    let shop = |one: &mut Facts| one.shop = some("装配车间");
    type Change<'a> = &'a dyn Fn(&mut Facts);
    let cases: [(&str, &str, Change, Strength, &[Ground]); 8] = [
        ("张三丰", "张三丰", &number, Strength::Certain, &[Ground::Number, Ground::Name]),
        ("张三丰", "李四光", &number, Strength::Likely, &[Ground::Number]),
        ("张三丰", "张三丰", &phone, Strength::Likely, &[Ground::Name, Ground::Phone]),
        ("张三丰", "张三丰", &born, Strength::Likely, &[Ground::Name, Ground::Birth]),
        ("吕强", "呂强", &born, Strength::Likely, &[Ground::Variant, Ground::Birth]),
        ("张小明", "章晓明", &born, Strength::Possible, &[Ground::Sound, Ground::Birth]),
        ("张小明", "章晓明", &phone, Strength::Possible, &[Ground::Sound, Ground::Phone]),
        ("张三丰", "张三丰", &shop, Strength::Possible, &[Ground::Name, Ground::Shop]),
    ];
    for (one, other, change, strength, grounds) in cases {
        let all = found(&[with(person(1, one), change), with(person(2, other), change)]);
        assert_eq!(all.pairs.len(), 1, "{one} and {other} by {grounds:?}");
        assert_eq!(all.pairs[0].2.grounds, grounds);
        assert_eq!(all.pairs[0].2.strength, strength, "{grounds:?}");
    }
}

#[test]
fn a_name_alone_is_no_pair_and_documents_that_differ_say_why() {
    let one = with(person(1, "王伟"), |p| p.number = some("1"));
    let other = with(person(2, "王伟"), |p| p.number = some("2"));
    let all = found(&[one.clone(), other.clone()]);
    assert_eq!((all.pairs.len(), all.same_name), (0, 1));
    assert!(judge::why_not(&one, &other, Shown::Full).contains("证件号码不同"));
    assert_eq!(found(&[person(1, "王伟"), person(2, "王伟")]).pairs, []);
    let born = |p: &mut Facts| p.birth = some("1990-01-01");
    let twins = found(&[with(one.clone(), born), with(other.clone(), born)]);
    assert_eq!(twins.pairs, [], "born on one day, but their documents are two");
    let phone = |p: &mut Facts| p.phones = vec!["13800000001".to_owned()];
    let family = found(&[with(one, phone), with(other, phone)]);
    assert_eq!(family.pairs[0].2.strength, Strength::Possible);
    assert!(family.pairs[0].2.against.as_ref().is_some_and(|why| why.contains("证件号码不同")));
}

#[test]
fn without_the_right_to_documents_nothing_is_judged_by_them() {
    let shop = |p: &mut Facts| p.shop = some("装配车间");
    let two = [with(person(1, "王伟"), shop), with(person(2, "王伟"), shop)];
    let all = find(&two, Shown::Never, &mut |_, _| true).expect("not cancelled");
    assert_eq!(all.pairs, []);
}

#[test]
fn masks_alone_make_no_pair_of_two_names_and_nothing_certain() {
    let mask = |text: &'static str| move |p: &mut Facts| p.number = some(text);
    let judged = |name: &str, one: &'static str, other: &'static str| {
        let two = [with(person(1, "王伟"), mask(one)), with(person(2, name), mask(other))];
        let all = find(&two, Shown::Masked, &mut |_, _| true).expect("not cancelled");
        all.pairs.into_iter().next().map(|(_, _, judged)| judged.strength)
    };
    let (new, old, passport) = ("360121********999X", "360121*****1999", "*******78");
    assert_eq!(judged("王伟", new, new), Some(Strength::Likely));
    assert_eq!(judged("王伟", new, old), Some(Strength::Likely), "one of them is the number of before");
    assert_eq!(judged("王炜", new, new), Some(Strength::Possible));
    assert_eq!(judged("李强", new, new), None, "a region and four digits are many people's");
    assert_eq!(judged("王伟", new, "360121********9990"), None, "the masks say that they are two");
    assert_eq!(judged("王伟", passport, passport), None, "two digits say nothing");
}

#[test]
fn five_hundred_of_one_name_are_no_quarter_million_pairs() {
    let all: Vec<Facts> = (0..500)
        .map(|n| {
            with(person(n, "王伟"), |p| {
                p.phones = vec!["13800000001".to_owned()];
                p.shop = some("装配车间");
            })
        })
        .collect();
    let found = found(&all);
    assert_eq!(found.pairs.len(), 499, "each with the next");
    assert_eq!(found.crowded, 1);
}

#[test]
fn a_cancel_stops_it() {
    assert_eq!(find(&[person(1, "王伟"), person(2, "王伟")], Shown::Full, &mut |_, _| false), None);
}

#[test]
fn a_card_of_one_number_is_told_whatever_the_names_are() {
    let card = |p: &mut Facts| p.card = some("3601000012");
    let all = found(&[with(person(1, "王伟"), card), with(person(2, "李强"), card)]);
    assert_eq!(all.pairs[0].2.grounds, [Ground::Card]);
}
