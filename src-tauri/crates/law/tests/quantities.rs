//! Numbers with their thresholds against what the words of the law say.

use law::{Amount, Band, Quantity, Threshold, Unit};
use proptest::prelude::*;

fn any_threshold() -> impl Strategy<Value = Threshold> {
    prop_oneof![
        Just(Threshold::AtLeast),
        Just(Threshold::AtMost),
        Just(Threshold::Over),
        Just(Threshold::Under),
        Just(Threshold::Exactly),
    ]
}

/// 不少于 · 不超过 · 超过 · 不满 · 等于, on two products that stand for two shares.
fn says(threshold: Threshold, left: u64, right: u64) -> bool {
    match threshold {
        Threshold::AtLeast => left >= right,
        Threshold::AtMost => left <= right,
        Threshold::Over => left > right,
        Threshold::Under => left < right,
        Threshold::Exactly => left == right,
    }
}

proptest! {
    #[test]
    fn a_share_is_judged_as_its_words_say(
        value in 0u32..500, whole in 0u32..500, num in 0u32..20, den in 1u32..20, threshold in any_threshold(),
    ) {
        let quantity = Quantity { amount: Amount::Ratio { num, den }, unit: Unit::Ratio, threshold };
        let expected = says(threshold, u64::from(value) * u64::from(den), u64::from(whole) * u64::from(num));
        prop_assert_eq!(quantity.allows(value, whole), expected);
    }

    #[test]
    fn a_plain_number_is_judged_as_its_words_say(value in 0u32..50, n in 0i64..50, threshold in any_threshold()) {
        let quantity = Quantity { amount: Amount::Whole { n }, unit: Unit::Count, threshold };
        prop_assert_eq!(quantity.allows(value, 0), says(threshold, u64::from(value), n.unsigned_abs()));
    }
}

#[test]
fn a_band_table_is_read_by_the_size_of_the_whole() {
    let rows = vec![
        Band { from: 25, to: Some(200), value: 3 },
        Band { from: 201, to: Some(1_000), value: 7 },
        Band { from: 1_001, to: None, value: 15 },
    ];
    let seats = Quantity { amount: Amount::Bands { rows }, unit: Unit::Count, threshold: Threshold::AtLeast };
    let least = |whole| seats.boundary(whole);
    assert_eq!([least(25), least(200), least(201), least(1_001)], [Some(3), Some(3), Some(7), Some(15)]);
    assert_eq!(least(24), None, "below the first row there is no number");
    assert!(!seats.allows(100, 24), "and nothing can be judged by it");
}

#[test]
fn less_than_nothing_is_never_lawful() {
    let under = Quantity { amount: Amount::Whole { n: 0 }, unit: Unit::Count, threshold: Threshold::Under };
    assert_eq!((under.boundary(0), under.allows(0, 0)), (None, false));
}

#[test]
fn weights_are_named_in_kilograms_and_are_no_span_of_days() {
    assert_eq!((Unit::Kilogram.chinese(), Unit::Kilogram.counts_days()), ("公斤", false));
}
