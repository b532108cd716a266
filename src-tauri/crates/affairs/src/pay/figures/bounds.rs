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

/// The band of the person at a place of the order.
fn at(bands: &[WageBand], place: u64) -> Option<&WageBand> {
    let mut before = 0_u64;
    bands.iter().find(|band| {
        before += u64::from(band.people);
        place < before
    })
}

/// What a quantile lies between: the lower end of the band of its lower neighbour, the upper end of the band of the upper one.
pub fn quantile(bands: &[WageBand], k: u64, of: u64) -> Option<Between> {
    let people: u64 = bands.iter().map(|band| u64::from(band.people)).sum();
    let place = people.checked_sub(1)?.checked_mul(k)?;
    let (low, rest) = (place.checked_div(of)?, place.checked_rem(of)?);
    let (low, high) = (at(bands, low)?, at(bands, low + u64::from(rest > 0))?);
    Some(Between { from: low.from, to: high.top() })
}

/// P90 to P10 in hundredths.
pub fn spread(bands: &[WageBand]) -> Option<Between> {
    let (high, low) = (quantile(bands, 9, 10)?, quantile(bands, 1, 10)?);
    let from = exact::hundredths(high.from, low.to?)?;
    Some(Between { from: from.max(100), to: high.to.and_then(|high| exact::hundredths(high, low.from)) })
}

/// The Gini coefficient, where each band tells its sum.
pub fn gini(bands: &[WageBand]) -> Option<Between> {
    let heaps: Option<Vec<(Heap, i64, Option<i64>)>> = bands
        .iter()
        .map(|band| {
            let heap = Heap { people: band.people.into(), sum: band.sum?.into() };
            Some((heap, band.from, band.top()))
        })
        .collect();
    let heaps = heaps?;
    let from = exact::gini(heaps.iter().map(|(heap, ..)| *heap))?;
    let closed: Option<Vec<_>> = heaps.iter().map(|(heap, from, to)| Some((*heap, *from, (*to)?))).collect();
    Some(Between { from, to: closed.and_then(|closed| exact::gini_at_most(&closed)) })
}

/// The groups of an order as bands: each is bounded by the averages of its neighbours, the lowest by nothing, the highest by
/// what is left of its sum.
pub fn of_heaps(heaps: &[(String, u32, i64)]) -> Vec<WageBand> {
    let mean = |at: usize| heaps.get(at).map(|(_, people, sum)| (i64::from(*people).max(1), *sum));
    heaps
        .iter()
        .enumerate()
        .map(|(at, (name, people, sum))| {
            let below = at.checked_sub(1).and_then(mean).map_or(0, |(people, sum)| sum.div_euclid(people));
            let above = mean(at + 1)
                .map(|(people, sum)| sum.div_euclid(people) + i64::from(sum.rem_euclid(people) != 0));
            WageBand { name: name.clone(), from: below, to: above, people: *people, sum: Some(*sum) }
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
