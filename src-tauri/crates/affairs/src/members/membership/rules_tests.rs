//! Any events of one person come to exactly one state or are refused with the reason, however they were entered.

use proptest::prelude::*;

use super::*;

/// A life as the cases write it.
type Events<'a> = &'a [(Kind, &'a str)];

fn event(kind: Kind, on: &str) -> Dated {
    Dated { kind, on: (!on.is_empty()).then(|| on.to_owned()) }
}

fn state(events: Events<'_>) -> Result<MembershipState, String> {
    let events: Vec<Dated> = events.iter().map(|(kind, on)| event(*kind, on)).collect();
    course(&events).map(|course| course.state()).map_err(|why| why.message)
}

#[test]
fn a_life_goes_from_joining_over_retention_to_leaving_and_back() {
    use Kind::{Died, Joined, MovedIn, MovedOut, Resumed, Retained, Withdrawn};
    use MembershipState::{Left, Member, NotYet};
    let cases: [(Events<'_>, MembershipState, &str); 9] = [
        (&[], NotYet, "nobody is born a member"),
        (&[(Joined, "2019-07")], Member, "joined"),
        (&[(Joined, "2010"), (MovedIn, "2019-07")], Member, "joined elsewhere, then moved here"),
        (&[(Retained, "2019")], MembershipState::Retained, "a roster tells only the last change"),
        (
            &[(Joined, "2019-05-03"), (Retained, "2019")],
            MembershipState::Retained,
            "the year ends after the day",
        ),
        (
            &[(Retained, "2019-07"), (Joined, "")],
            MembershipState::Retained,
            "a beginning without a day is the first",
        ),
        (&[(Joined, "2019"), (Retained, "2020"), (Resumed, "2021"), (MovedOut, "2022")], Left, "and gone"),
        (&[(Joined, "2019"), (Withdrawn, "2020-01-02"), (Joined, "2022")], Member, "may join again"),
        (&[(Joined, "2019-05-03"), (Died, "")], Left, "an end without a day is the last"),
    ];
    for (events, wanted, why) in cases {
        assert_eq!(state(events), Ok(wanted), "{why}");
    }
}

#[test]
fn what_cannot_follow_is_refused_with_the_reason() {
    use Kind::{Died, Joined, MovedIn, MovedOut, Resumed, Retained, Withdrawn};
    let cases: [(Events<'_>, &str); 7] = [
        (&[(Joined, "2019"), (Joined, "2020-03-04")], "2020年3月4日的“入会”登记不上：到那时已经是会员"),
        (&[(Withdrawn, "2019-02-01"), (Retained, "2020-01-01")], "已经退会"),
        (&[(Joined, "2018"), (Resumed, "2020")], "没有在保留会籍"),
        (&[(Died, "2019-02-01"), (Joined, "2020")], "已经去世"),
        (&[(MovedIn, "2019"), (MovedIn, "2020")], "日期只写到年或月的，请写到哪一天"),
        (&[(Retained, "2019-01-01"), (Joined, "2020-01-01")], "正在保留会籍"),
        (&[(Joined, "2019"), (MovedOut, "2019-01-05"), (Withdrawn, "")], "请写明日期"),
    ];
    for (events, said) in cases {
        let why = state(events).unwrap_err();
        assert!(why.contains(said), "{why} should say {said}");
    }
}

#[test]
fn a_retention_of_the_day_of_an_end_is_told_in_words_and_of_another_day_is_not() {
    use Kind::{Died, Joined, MovedOut, Resumed, Retained, Withdrawn};
    let last = |events: Events<'_>| {
        let events: Vec<Dated> = events.iter().map(|(kind, on)| event(*kind, on)).collect();
        kept_until_the_end(&events, events.len() - 1).map_err(|why| (why.field, why.message))
    };
    let begun = (Joined, "2019");
    let (field, said) = last(&[begun, (MovedOut, "2020-03-04"), (Retained, "2020-03-04")]).unwrap_err();
    assert_eq!(field.as_deref(), Some("on"));
    let order = "按入会、会籍转入、恢复会籍、保留会籍、会籍转出、退会、开除会籍、去世的先后算";
    for told in ["2020年3月4日已经登记了“会籍转出”", order, "仍然是已转出", "先移除“会籍转出”"]
    {
        assert!(said.contains(told), "{told}: {said}");
    }
    let (_, said) = last(&[begun, (Withdrawn, "2020-03"), (Retained, "2020-03")]).unwrap_err();
    assert!(said.contains("请写到哪一天"), "{said}");
    let (_, said) = last(&[begun, (Died, ""), (Retained, "")]).unwrap_err();
    assert!(said.contains("都没有写日期") && said.contains("请写明日期"), "{said}");
    assert_eq!(last(&[begun, (MovedOut, "2020-03-04"), (Retained, "2020-03-03")]), Ok(()), "the day before");
    assert_eq!(last(&[begun, (Retained, "2020-03-04"), (MovedOut, "2020-03-04")]), Ok(()), "kept, then gone");
    assert_eq!(last(&[(Retained, "2019"), (Resumed, "2020-03-04"), (Retained, "2020-03-04")]), Ok(()));
}

#[test]
fn what_cannot_follow_on_its_own_day_names_the_order_of_a_day() {
    use Kind::{Joined, MovedOut};
    let gone = (MovedOut, "2020-03-04");
    let of_day = state(&[(Joined, "2019"), gone, (Joined, "2020-03-04")]).unwrap_err();
    assert!(of_day.contains("同一日期的变动按入会、会籍转入、"), "{of_day}");
    let before = state(&[(Joined, "2019"), gone, (Joined, "2020-03-03")]).unwrap_err();
    assert!(!before.contains("同一日期"), "{before}");
}

#[test]
fn a_reason_goes_with_its_event() {
    let person = "01990000-0000-7000-8000-000000000005".parse().unwrap();
    let today: NaiveDate = "2026-09-15".parse().unwrap();
    let input = |kind, reason| MembershipInput {
        id: None,
        person,
        kind,
        on: Some("2026-09-01".to_owned()),
        reason,
        note: None,
        other_union: None,
        until: None,
    };
    for (kind, ..) in Kind::ALL {
        for reason in ChangeReason::ALL {
            let fits = reasons(kind).contains(reason);
            assert_eq!(check(&input(kind, Some(*reason)), today).is_ok(), fits, "{kind:?} {reason:?}");
        }
    }
    assert_eq!(check(&input(Kind::Retained, None), today).unwrap_err().field.as_deref(), Some("reason"));
    let later = MembershipInput { on: Some("2026-09-16".to_owned()), ..input(Kind::Joined, None) };
    assert_eq!(check(&later, today).unwrap_err().field.as_deref(), Some("on"));
}

fn any_event() -> impl Strategy<Value = Dated> {
    let kind = (0..Kind::ALL.len()).prop_map(|at| Kind::ALL[at].0);
    let on = prop_oneof![
        1 => Just(None),
        2 => (2015..2020).prop_map(|year| Some(format!("{year}"))),
        2 => (2015..2020, 1..4).prop_map(|(year, month)| Some(format!("{year}-{month:02}"))),
        4 => (2015..2020, 1..4, 1..4).prop_map(|(y, m, d)| Some(format!("{y}-{m:02}-{d:02}"))),
    ];
    (kind, on).prop_map(|(kind, on)| Dated { kind, on })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_events_come_to_one_state_or_are_refused(
        events in proptest::collection::vec(any_event(), 0..7), turn in 0_usize..7,
    ) {
        let judged = course(&events);
        let mut otherwise = events.clone();
        if !otherwise.is_empty() {
            let turn = turn % otherwise.len();
            otherwise.rotate_left(turn);
            otherwise.reverse();
        }
        let again = course(&otherwise);
        match (judged, again) {
            (Ok(one), Ok(other)) => {
                prop_assert_eq!((one.last, one.begun), (other.last, other.begun), "entered in another order");
                // Every beginning of it is a life as well, and no two states in a row are the same.
                let mut states = vec![MembershipState::NotYet];
                for upto in 1..=one.order.len() {
                    let begun: Vec<Dated> = one.order[..upto].iter().map(|at| events[*at].clone()).collect();
                    let part = course(&begun).unwrap();
                    prop_assert_eq!(part.order, (0..upto).collect::<Vec<_>>());
                    states.push(part.last.unwrap().state());
                }
                prop_assert_eq!(states.last().copied(), Some(one.state()));
                let moved = |pair: &[MembershipState]| pair[0] != pair[1] || pair[0] == MembershipState::Member;
                prop_assert!(states.windows(2).all(moved), "{:?}", states);
            }
            (Err(one), Err(other)) => {
                prop_assert_eq!(&one.message, &other.message);
                prop_assert!(one.message.contains("登记不上：到那时"));
                prop_assert_eq!(one.code, "refused");
            }
            (one, other) => prop_assert!(false, "{:?} and {:?}", one.is_ok(), other.is_ok()),
        }
    }

    #[test]
    fn what_can_come_next_can_and_the_rest_cannot(events in proptest::collection::vec(any_event(), 0..6)) {
        if let Ok(course) = course(&events) {
            for (kind, ..) in Kind::ALL {
                let mut more = events.clone();
                more.push(Dated { kind, on: Some("2026-01-01".to_owned()) });
                // An end without a day stays the last of all.
                if events.iter().all(|event| event.on.is_some()) {
                    prop_assert_eq!(super::course(&more).is_ok(), course.may_follow(kind), "{:?} {:?}", events, kind);
                }
            }
        }
    }
}
