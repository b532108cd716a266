//! Vote arithmetic against its definitions by brute force, its bounds and its order.

use law::votes::{at_least, at_most, over};
use proptest::prelude::*;

/// 三分之二以上.
fn two_thirds(n: u32) -> u32 {
    at_least(n, 2, 3)
}

/// 半数以上.
fn half_or_more(n: u32) -> u32 {
    at_least(n, 1, 2)
}

/// 过半数.
fn over_half(n: u32) -> u32 {
    over(n, 1, 2)
}

/// The least k in 0..=n for which `enough` holds, by trying.
fn least(n: u32, enough: impl Fn(u64) -> bool) -> Option<u32> {
    (0..=n).find(|k| enough(u64::from(*k)))
}

proptest! {
    #[test]
    fn thresholds_are_what_their_words_say(n in 1u32..5_000) {
        let whole = u64::from(n);
        prop_assert_eq!(Some(two_thirds(n)), least(n, |k| 3 * k >= 2 * whole));
        prop_assert_eq!(Some(half_or_more(n)), least(n, |k| 2 * k >= whole));
        prop_assert_eq!(Some(over_half(n)), least(n, |k| 2 * k > whole));
    }

    #[test]
    fn any_share_is_what_its_words_say(n in 0u32..2_000, den in 1u32..40, part in 0u32..40) {
        let num = part.min(den);
        let (whole, top, bottom) = (u64::from(n), u64::from(num), u64::from(den));
        prop_assert_eq!(Some(at_least(n, num, den)), least(n, |k| k * bottom >= whole * top));
        prop_assert_eq!(at_most(n, num, den), (0..=n).rev().find(|k| u64::from(*k) * bottom <= whole * top).unwrap_or(0));
        prop_assert_eq!(over(n, num, den), at_most(n, num, den) + 1);
    }

    #[test]
    fn one_more_voter_never_lowers_a_threshold(n in 0u32..1_000_000) {
        prop_assert!(two_thirds(n) <= two_thirds(n + 1));
        prop_assert!(half_or_more(n) <= half_or_more(n + 1));
        prop_assert!(over_half(n) <= over_half(n + 1));
    }

    #[test]
    fn thresholds_stay_inside_the_whole_and_keep_their_order(n in 1u32..) {
        prop_assert!(half_or_more(n) <= over_half(n) && over_half(n) <= half_or_more(n) + 1);
        prop_assert!(half_or_more(n) <= two_thirds(n));
        prop_assert!(two_thirds(n) <= n && over_half(n) <= n);
    }

    #[test]
    fn a_share_is_reached_or_exceeded_exactly_at_its_threshold(n in 1u32..100_000, part in 0u32..100_000, den in 1u32..100) {
        let (whole, share, bottom) = (u64::from(n), u64::from(part), u64::from(den));
        prop_assert_eq!(share * bottom > whole, part >= over(n, 1, den));
        prop_assert_eq!(share * bottom >= whole, part >= at_least(n, 1, den));
    }
}

#[test]
fn the_three_thresholds_differ_where_the_law_differs() {
    assert_eq!((half_or_more(60), over_half(60), two_thirds(60)), (30, 31, 40), "an even congress of 60");
    assert_eq!((half_or_more(61), over_half(61), two_thirds(61)), (31, 31, 41), "an odd congress of 61");
}

#[test]
fn an_empty_whole_and_a_zero_denominator_do_no_harm() {
    assert_eq!((two_thirds(0), half_or_more(0), over_half(0)), (0, 0, 1), "nobody can never be a majority");
    assert_eq!(at_least(7, 1, 0), 7, "a zero denominator counts as one");
    assert_eq!(at_least(u32::MAX, 3, 1), u32::MAX, "a share above the whole saturates");
}
