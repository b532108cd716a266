//! Exact arithmetic on ordered sums: averages, quantiles, ratios, the Gini coefficient. Whole numbers only; every division is
//! rounded once, a half upwards. What may be shown of a result is `disclosure`'s.

/// Ten-thousandths in a whole.
pub const WHOLE: i128 = 10_000;
/// The finer unit in which rounded-up parts of a Gini coefficient are added.
pub const FINE: i128 = 1_000_000_000;

/// A fraction as the nearest whole number, a half upwards; none for a denominator that is not over zero, or past the range.
pub fn half_up(num: i128, den: i128) -> Option<i64> {
    if den <= 0 {
        return None;
    }
    let doubled = num.checked_mul(2)?.checked_add(den)?;
    i64::try_from(doubled.checked_div_euclid(den.checked_mul(2)?)?).ok()
}

/// The least whole number that is not under a fraction with a denominator over zero.
pub fn ceiling(num: i128, den: i128) -> i128 {
    num.div_euclid(den) + i128::from(num.rem_euclid(den) != 0)
}

/// The sum of all.
pub fn sum(sums: impl IntoIterator<Item = i64>) -> i128 {
    sums.into_iter().map(i128::from).sum()
}

/// What is reached by `k` parts out of `of` of a sorted list, between two neighbours by their distance, as the spreadsheets'
/// PERCENTILE does. None of an empty list.
pub fn quantile(sorted: &[i64], k: u32, of: u32) -> Option<i64> {
    let (k, of) = (usize::try_from(k).ok()?, usize::try_from(of).ok()?);
    let place = sorted.len().checked_sub(1)?.checked_mul(k)?;
    let (at, rest) = (place.checked_div(of)?, place.checked_rem(of)?);
    let low = i128::from(*sorted.get(at)?);
    let high = i128::from(*sorted.get(at + usize::from(rest > 0))?);
    let (rest, of) = (i128::try_from(rest).ok()?, i128::try_from(of).ok()?);
    half_up(low * of + (high - low) * rest, of)
}

/// One sum as hundredths of another; none where the other is not over zero.
pub fn hundredths(one: i64, other: i64) -> Option<i64> {
    half_up(i128::from(one) * 100, other.into())
}

/// How much more one sum is than another, in ten-thousandths of the other: 500 is 5 %. None where the other is not over zero.
pub fn growth(now: i128, before: i128) -> Option<i64> {
    half_up((now - before).checked_mul(WHOLE)?, before)
}

/// People who lie together in the order of wages: how many, and their sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heap {
    /// How many.
    pub people: i128,
    /// Their sum in fen.
    pub sum: i128,
}

/// The Gini coefficient in ten-thousandths of heaps in rising order, everyone of a heap counted at its average: exact for
/// heaps of one, and the least it can be for larger ones. None where there is nothing to share.
pub fn gini(heaps: impl IntoIterator<Item = Heap> + Clone) -> Option<i64> {
    let (people, sum, weighed) = weighed(heaps)?;
    half_up(weighed.checked_mul(WHOLE)?, people.checked_mul(sum)?)
}

/// The same of single wages in rising order.
pub fn gini_of(sorted: &[i64]) -> Option<i64> {
    let (people, sum, weighed) = reckon::weighed(sorted)?;
    if people == 0 || sum <= 0 {
        return None;
    }
    half_up(weighed.checked_mul(WHOLE)?, people.checked_mul(sum)?)
}

/// The most it can be where each heap lies between a least and a largest wage: everybody at one of the two ends.
pub fn gini_at_most(heaps: &[(Heap, i64, i64)]) -> Option<i64> {
    i64::try_from(ceiling(gini_at_most_fine(heaps)? * WHOLE, FINE).min(WHOLE)).ok()
}

/// The same in the finer unit, where it is reckoned on with.
pub fn gini_at_most_fine(heaps: &[(Heap, i64, i64)]) -> Option<i128> {
    let (people, sum, weighed) = weighed(heaps.iter().map(|(heap, ..)| *heap))?;
    let whole = people.checked_mul(sum)?;
    let mut fine = ceiling(weighed.checked_mul(FINE)?, whole);
    for (heap, from, to) in heaps {
        let (from, to) = (i128::from(*from), i128::from(*to));
        let apart = (heap.sum - heap.people * from).max(0) * (heap.people * to - heap.sum).max(0);
        if to > from && apart > 0 {
            fine += ceiling(apart.checked_mul(FINE)?, (to - from).checked_mul(whole)?);
        }
    }
    Some(fine)
}

/// People, sum, and the sum weighed by the places in the order.
pub fn weighed(heaps: impl IntoIterator<Item = Heap> + Clone) -> Option<(i128, i128, i128)> {
    let people: i128 = heaps.clone().into_iter().map(|heap| heap.people).sum();
    let (mut before, mut sum, mut weighed) = (0_i128, 0_i128, 0_i128);
    for heap in heaps {
        weighed = weighed.checked_add(heap.sum.checked_mul(before * 2 + heap.people - people)?)?;
        before += heap.people;
        sum += heap.sum;
    }
    (people > 0 && sum > 0).then_some((people, sum, weighed))
}

/// Heaps of one.
pub fn ones(sorted: &[i64]) -> impl Iterator<Item = Heap> + Clone + '_ {
    sorted.iter().map(|sum| Heap { people: 1, sum: i128::from(*sum) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_half_goes_up() {
        for (num, den, whole) in [
            (5, 2, Some(3)),
            (4, 2, Some(2)),
            (7, 3, Some(2)),
            (8, 3, Some(3)),
            (-5, 2, Some(-2)),
            (1, 0, None),
        ] {
            assert_eq!(half_up(num, den), whole, "{num}/{den}");
        }
        assert_eq!(half_up(i128::MAX, 1), None, "past the range is no number");
    }

    #[test]
    fn quantiles_lie_between_neighbours_as_in_a_spreadsheet() {
        let four = [100, 200, 300, 401];
        assert_eq!(quantile(&four, 5, 10), Some(250), "the median of an even number");
        assert_eq!(quantile(&four, 1, 10), Some(130), "=PERCENTILE({{100;200;300;401}},0.1)");
        assert_eq!(quantile(&four, 9, 10), Some(371), "370.7");
        assert_eq!((quantile(&four, 0, 10), quantile(&four, 10, 10)), (Some(100), Some(401)));
        assert_eq!((quantile(&[7], 9, 10), quantile(&[], 5, 10)), (Some(7), None));
    }

    #[test]
    fn the_gini_coefficient_of_known_lists() {
        assert_eq!(gini(ones(&[500, 500, 500])), Some(0));
        assert_eq!(gini(ones(&[0, 0, 0, 400])), Some(7_500), "one of four has all");
        assert_eq!(gini(ones(&[100, 200, 300, 400])), Some(2_500));
        assert_eq!(gini(ones(&[])), None);
        assert_eq!(gini(ones(&[0, 0])), None, "nothing to share");
    }

    #[test]
    fn growth_is_told_in_hundredths_of_a_percent() {
        assert_eq!((growth(10_500, 10_000), growth(9_950, 10_000)), (Some(500), Some(-50)));
        assert_eq!((growth(1, 0), hundredths(373, 150)), (None, Some(249)));
    }

    proptest! {
        /// By the definition: half of the mean difference of all pairs, over the mean.
        #[test]
        fn gini_is_half_the_mean_difference(mut wages in proptest::collection::vec(0_i64..2_000_000, 1..40)) {
            wages.sort_unstable();
            let pairs: i128 =
                wages.iter().flat_map(|a| wages.iter().map(move |b| i128::from((a - b).abs()))).sum();
            let people = i128::try_from(wages.len()).unwrap();
            let all = sum(wages.iter().copied());
            prop_assert_eq!(gini(ones(&wages)), half_up(pairs * WHOLE, people * all * 2));
            prop_assert_eq!(gini_of(&wages), gini(ones(&wages)));
        }

        /// What heaps tell encloses what single wages tell.
        #[test]
        fn heaps_enclose_the_coefficient(mut wages in proptest::collection::vec(1_i64..2_000_000, 1..60), size in 1_usize..9) {
            wages.sort_unstable();
            let exact = gini(ones(&wages)).unwrap();
            let heaps: Vec<_> = wages
                .chunks(size)
                .map(|chunk| {
                    let heap = Heap { people: i128::try_from(chunk.len()).unwrap(), sum: sum(chunk.iter().copied()) };
                    (heap, chunk[0], chunk[chunk.len() - 1])
                })
                .collect();
            prop_assert!(gini(heaps.iter().map(|(heap, ..)| *heap)).unwrap() <= exact);
            prop_assert!(gini_at_most(&heaps).unwrap() >= exact);
        }
    }
}
