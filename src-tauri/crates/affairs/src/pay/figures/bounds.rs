//! What follows from bands: averages, quantiles and spread as far as bands can tell, each with what it lies between. Also used
//! for single wages that the reader may not see: the groups of their order are bands whose neighbours bound them.

use super::exact::{self, Heap};
use super::model::Between;
use super::table::WageBand;

/// The payroll of bands: what is told, else between everybody at the lower and everybody at the upper end.
pub fn payroll(bands: &[WageBand], told: Option<i64>) -> Option<Between> {
    if bands.is_empty() {
        return None;
    }
    if let Some(sum) = told {
        return Some(Between::exactly(sum));
    }
    let mut all = Between::exactly(0);
    for band in bands {
        let people = i64::from(band.people);
        let ends = match band.sum {
            Some(sum) => (sum, Some(sum)),
            None => (band.from.checked_mul(people)?, band.top().and_then(|top| top.checked_mul(people))),
        };
        all.from = all.from.checked_add(ends.0)?;
        all.to = all.to.zip(ends.1).and_then(|(all, more)| all.checked_add(more));
    }
    Some(all)
}

/// An average of people by what their payroll lies between: the lower end rounded down, the upper rounded up where they differ.
pub fn average(payroll: Between, people: u32) -> Option<Between> {
    let people = i64::from(people);
    if people == 0 {
        return None;
    }
    if payroll.is_exact() {
        return exact::half_up(payroll.from.into(), people.into()).map(Between::exactly);
    }
    let up = |sum: i64| sum.div_euclid(people) + i64::from(sum.rem_euclid(people) != 0);
    Some(Between { from: payroll.from.div_euclid(people), to: payroll.to.map(up) })
}

/// The band of the person at a place of the order, and the place within it.
fn at(bands: &[WageBand], place: u64) -> Option<(usize, u64)> {
    let mut before = 0_u64;
    bands.iter().enumerate().find_map(|(of, band)| {
        let within = place.checked_sub(before)?;
        before += u64::from(band.people);
        (place < before).then_some((of, within))
    })
}

/// A fraction of sums with a denominator over zero, rounded down and up.
fn around(num: i128, den: i128) -> (Option<i64>, Option<i64>) {
    let down = num.div_euclid(den);
    let up = down + i128::from(num.rem_euclid(den) != 0);
    (i64::try_from(down).ok(), i64::try_from(up).ok())
}

/// What the wage at a place of a band's own order lies between: whoever stands under it has no less than the lower end, whoever
/// stands over it no more than the upper one, and all have the sum together.
fn ranked(band: &WageBand, place: u64) -> Between {
    let ends = Between { from: band.from, to: band.top() };
    let (Some(sum), Some(top)) = (band.sum, ends.to) else { return ends };
    let (sum, under) = (i128::from(sum), i128::from(place));
    let over = i128::from(band.people) - 1 - under;
    if over < 0 {
        return ends;
    }
    let least = around(sum - over * i128::from(top), under + 1).1;
    let most = around(sum - under * i128::from(band.from), over + 1).0;
    let told = Between {
        from: least.map_or(band.from, |least| least.max(band.from)),
        to: Some(most.map_or(top, |most| most.min(top))),
    };
    // A sum that the ends do not bear bounds nothing.
    if told.to.is_some_and(|to| told.from <= to) { told } else { ends }
}

/// What lies between two neighbours of one band, at so many of a whole from the lower one to the upper one. Whoever of a band
/// stands at one of its two ends makes a corner; what the sum leaves is the stretch between the corners around it.
fn between_neighbours(band: &WageBand, place: u64, (rest, of): (i128, i128)) -> Between {
    let ends = Between { from: band.from, to: band.top() };
    let (Some(sum), Some(top)) = (band.sum, ends.to) else { return ends };
    let people = i128::from(band.people);
    let span = i128::from(top) - i128::from(band.from);
    let more = i128::from(sum) - people * i128::from(band.from);
    let over = people - 1 - i128::from(place);
    if span <= 0 || over < 1 || more < 0 || more > people * span {
        return ends;
    }
    // How many are at the upper end, and how much of the way from the lower end the two neighbours then are.
    let corners = [(0, 0), (over - 1, 0), (over, rest), (over + 1, of), (people, of)];
    let (mut least, mut most) = (None::<i64>, None::<i64>);
    for (few, low) in corners {
        for (many, high) in corners {
            if few * span > more || more > many * span {
                continue;
            }
            let steps = (many - few).max(1);
            let way = low * span * steps + (high - low) * (more - few * span);
            if let Some(found) = exact::half_up(i128::from(band.from) * steps * of + way, steps * of) {
                least = Some(least.map_or(found, |least| least.min(found)));
                most = Some(most.map_or(found, |most| most.max(found)));
            }
        }
    }
    Between { from: least.unwrap_or(ends.from), to: most.or(ends.to) }
}

/// What a quantile lies between, as narrow as the people and sums of the bands prove. It is no more than follows from them: two
/// orders with the same bands have the same.
pub fn quantile(bands: &[WageBand], k: u64, of: u64) -> Option<Between> {
    let people: u64 = bands.iter().map(|band| u64::from(band.people)).sum();
    let place = people.checked_sub(1)?.checked_mul(k)?;
    let (low, rest) = (place.checked_div(of)?, place.checked_rem(of)?);
    let (in_low, low_place) = at(bands, low)?;
    if rest == 0 {
        return Some(ranked(bands.get(in_low)?, low_place));
    }
    let (in_high, high_place) = at(bands, low + 1)?;
    let parts = (i128::from(rest), i128::from(of));
    if in_low == in_high {
        return Some(between_neighbours(bands.get(in_low)?, low_place, parts));
    }
    // The last of one band and the first of another move by themselves.
    let (lower, upper) = (ranked(bands.get(in_low)?, low_place), ranked(bands.get(in_high)?, high_place));
    let mixed = |low: i64, high: i64| {
        let (rest, of) = parts;
        exact::half_up(i128::from(low) * (of - rest) + i128::from(high) * rest, of)
    };
    Some(Between {
        from: mixed(lower.from, upper.from)?,
        to: lower.to.zip(upper.to).and_then(|(low, high)| mixed(low, high)),
    })
}

/// P90 to P10 in hundredths.
pub fn spread(bands: &[WageBand]) -> Option<Between> {
    let (high, low) = (quantile(bands, 9, 10)?, quantile(bands, 1, 10)?);
    let from = exact::hundredths(high.from, low.to?)?;
    Some(Between { from: from.max(100), to: high.to.and_then(|high| exact::hundredths(high, low.from)) })
}

/// Bands as heaps, each with the least and the most that one of it can earn; none where a band does not tell its sum.
pub fn heaps(bands: &[WageBand]) -> Option<Vec<(Heap, i64, Option<i64>)>> {
    let heap = |band: &WageBand| {
        let heap = Heap { people: band.people.into(), sum: band.sum?.into() };
        Some((heap, band.from, band.top()))
    };
    bands.iter().map(heap).collect()
}

/// Heaps of which each has a least and a most; none where one is open above.
pub fn closed(heaps: &[(Heap, i64, Option<i64>)]) -> Option<Vec<(Heap, i64, i64)>> {
    heaps.iter().map(|(heap, from, to)| Some((*heap, *from, (*to)?))).collect()
}

/// The Gini coefficient, where each band tells its sum.
pub fn gini(bands: &[WageBand]) -> Option<Between> {
    let heaps = heaps(bands)?;
    let from = exact::gini(heaps.iter().map(|(heap, ..)| *heap))?;
    Some(Between { from, to: closed(&heaps).and_then(|closed| exact::gini_at_most(&closed)) })
}

/// The groups of an order as bands: nobody of a group earns less than the average of the group below, rounded up to the fen, nor
/// more than that of the group above, rounded down. The lowest is bounded by nothing, the highest by what is left of its sum.
pub fn of_heaps(heaps: &[(String, u32, i64)]) -> Vec<WageBand> {
    let mean = |at: usize| {
        let (_, people, sum) = heaps.get(at)?;
        Some(around(i128::from(*sum), i128::from(*people).max(1)))
    };
    heaps
        .iter()
        .enumerate()
        .map(|(at, (name, people, sum))| WageBand {
            name: name.clone(),
            from: at.checked_sub(1).and_then(mean).and_then(|(_, up)| up).unwrap_or_default(),
            to: mean(at + 1).and_then(|(down, _)| down),
            people: *people,
            sum: Some(*sum),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn band(from: i64, to: Option<i64>, people: u32, sum: Option<i64>) -> WageBand {
        WageBand { name: String::new(), from, to, people, sum }
    }

    #[test]
    fn what_bands_without_sums_tell() {
        let bands = [band(200, Some(299), 10, None), band(300, Some(399), 5, None)];
        assert_eq!(payroll(&bands, None), Some(Between { from: 3500, to: Some(4985) }));
        assert_eq!(
            average(Between { from: 3500, to: Some(4985) }, 15),
            Some(Between { from: 233, to: Some(333) })
        );
        assert_eq!(quantile(&bands, 1, 2), Some(Between { from: 200, to: Some(299) }));
        assert_eq!(quantile(&bands, 9, 10), Some(Between { from: 300, to: Some(399) }));
        assert_eq!(gini(&bands), None, "no sums");
        let open = [band(200, Some(299), 10, None), band(300, None, 5, None)];
        assert_eq!(payroll(&open, None), Some(Between { from: 3500, to: None }), "nothing bounds the top");
        assert_eq!(payroll(&open, Some(4000)), Some(Between::exactly(4000)));
        assert_eq!(spread(&open), Some(Between { from: 100, to: None }));
    }

    /// Ten groups of 32, as a page prints them: a decile lies between two of them, or at the end of one.
    #[test]
    fn a_decile_is_as_narrow_as_the_groups_beside_it() {
        let means = [4_500, 4_800, 5_000, 5_200, 5_400, 5_600, 5_800, 6_000, 6_400, 9_000];
        let heaps = means.map(|yuan: i64| (String::new(), 32, yuan * 100 * 32));
        let bands = of_heaps(&heaps);
        let told = |tenth| quantile(&bands, tenth, 10).unwrap();
        for (tenth, from, to) in [(1, 450_000, 480_000), (5, 540_000, 560_000), (9, 640_000, 900_000)] {
            let Between { from: least, to: most } = told(tenth);
            assert!(from <= least && most.unwrap() <= to, "P{tenth}0 {least}…{most:?}");
        }
        assert!(told(9).to.is_some() && spread(&bands).unwrap().to.is_some());
        assert_eq!(told(1).to, Some(480_000), "both neighbours may stand at the average of the second group");
    }

    /// All rising lists of so many wages that come to a sum, beginning with no less than the least.
    fn lists(people: usize, sum: i64, least: i64) -> Vec<Vec<i64>> {
        if people == 0 {
            return if sum == 0 { vec![Vec::new()] } else { Vec::new() };
        }
        let most = sum / i64::try_from(people).unwrap();
        let with = |first: i64| {
            let rest = lists(people - 1, sum - first, first);
            rest.into_iter().map(move |rest| [first].into_iter().chain(rest).collect::<Vec<i64>>())
        };
        (least..=most).flat_map(with).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// What is told of a quantile is what all orders with the same groups come to, and no fen more than rounding takes.
        #[test]
        fn a_quantile_is_bounded_by_the_orders_that_have_the_same_groups(
            mut wages in proptest::collection::vec(1_i64..9, 7..10), size in 2_usize..4, tenth in 1_u32..10,
        ) {
            wages.sort_unstable();
            let heaps: Vec<(String, u32, i64)> = wages
                .chunks(size)
                .map(|chunk| (String::new(), u32::try_from(chunk.len()).unwrap(), chunk.iter().sum()))
                .collect();
            let mut orders: Vec<Vec<i64>> = vec![Vec::new()];
            for (_, people, sum) in &heaps {
                let people = usize::try_from(*people).unwrap();
                let longer = |order: &Vec<i64>| -> Vec<Vec<i64>> {
                    let least = order.last().copied().unwrap_or_default();
                    lists(people, *sum, least).into_iter().map(|next| [order.clone(), next].concat()).collect()
                };
                orders = orders.iter().flat_map(longer).collect();
            }
            let found: Vec<i64> = orders.iter().map(|order| exact::quantile(order, tenth, 10).unwrap()).collect();
            let (least, most) = (*found.iter().min().unwrap(), *found.iter().max().unwrap());
            let told = quantile(&of_heaps(&heaps), tenth.into(), 10).unwrap();
            let to = told.to.unwrap();
            prop_assert!(told.from <= least && most <= to, "{:?} holds {}…{}", told, least, most);
            prop_assert!(least - told.from <= 1 && to - most <= 1, "{:?} for {}…{}", told, least, most);
        }
    }

    proptest! {
        /// Whatever the wages behind bands are, each figure lies between what the bands tell.
        #[test]
        fn bands_enclose_the_figures(mut wages in proptest::collection::vec(1_i64..90_000, 5..80), size in 5_usize..12) {
            wages.sort_unstable();
            let heaps: Vec<(String, u32, i64)> = wages
                .chunks(size)
                .map(|chunk| (String::new(), u32::try_from(chunk.len()).unwrap(), chunk.iter().sum()))
                .collect();
            let bands = of_heaps(&heaps);
            let within = |told: Between, is: i64| told.from <= is && told.to.is_none_or(|to| is <= to);
            for tenth in 1_u32..10 {
                let is = exact::quantile(&wages, tenth, 10).unwrap();
                prop_assert!(within(quantile(&bands, tenth.into(), 10).unwrap(), is), "P{}0", tenth);
            }
            prop_assert!(within(gini(&bands).unwrap(), exact::gini(exact::ones(&wages)).unwrap()));
            let low = exact::quantile(&wages, 1, 10).unwrap();
            if let (Some(is), Some(told)) = (exact::hundredths(exact::quantile(&wages, 9, 10).unwrap(), low), spread(&bands)) {
                prop_assert!(within(told, is));
            }
        }
    }
}
