//! Somebody without the sight of single wages who lays the covered plan beside the page of figures and the payroll as it was paid:
//! nothing of it moves with the wage of one person, and no figure of it is told beside another of more people.

use ledger::Fen;
use proptest::prelude::*;

use super::covered::covered;
use super::model::*;
use super::tests::{all, rates, rise, scenario};
use crate::pay::figures::policy::five;
use crate::pay::figures::table::{CUTS, Known, Singles, UNTOLD, Wage, WageTable, Words};
use crate::pay::figures::{disclosure, model::Between, reckon};

/// People with their wages, and the first so many of them with a part of the month.
fn table(wages: &[i64], parts: usize) -> WageTable {
    let people = wages.iter().enumerate().map(|(at, fen)| Wage {
        who: u64::try_from(at).unwrap(),
        fen: *fen,
        part: at < parts,
        cuts: [UNTOLD; CUTS],
        certificates: Vec::new(),
    });
    let singles = Singles::of(people.collect(), std::array::from_fn(|_| Words::default()), Words::default());
    WageTable { known: Known::Singles(singles), part_month: u32::try_from(parts).unwrap(), unpaid: 0 }
}

/// A rise, a floor that few are under, and a cap; or a rise alone.
fn tried(plain: bool) -> PayScenario {
    let mut steps = vec![all(PayStepKind::Rise { rise: rise(600, 0) })];
    if !plain {
        steps.push(all(PayStepKind::Floor { fen: Fen(420_000) }));
        steps.push(all(PayStepKind::Cap { fen: Fen(30_000) }));
    }
    scenario(steps)
}

fn told(table: &WageTable, plain: bool) -> (u32, PaySimulated) {
    covered(table, &tried(plain), &rates(), &five(), 0).unwrap().unwrap()
}

/// Every sum of it, for comparing.
fn sums(of: &PaySimulated) -> Vec<Option<Between>> {
    let cost = of.cost.unwrap();
    let heaps = of.heaps.iter().map(|heap| heap.after);
    let each = [of.before, of.after, Some(cost.wages), Some(cost.insurance), Some(cost.total)];
    each.into_iter().chain(heaps).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The payroll as it was paid is told elsewhere: whatever the few who joined earn, the plan is the same.
    #[test]
    fn a_plan_says_nothing_of_the_few_whom_the_figures_leave_out(
        wages in proptest::collection::vec(300_000_i64..900_000, 20..60), parts in 1_usize..5,
        other in 100_000_i64..900_000, plain in any::<bool>(),
    ) {
        let one = table(&wages, parts);
        let mut moved = wages.clone();
        moved[0] = other;
        let another = table(&moved, parts);
        prop_assert_eq!(told(&one, plain), told(&another, plain));
        // The plan counts whom the page counts, and begins with the same average.
        let page = reckon(&one, false, &five());
        let (people, plan) = told(&one, plain);
        prop_assert_eq!((people, plan.before), (page.people, page.average));
        let groups: Vec<_> = page.heaps.iter().map(|heap| (heap.people, heap.average)).collect();
        let planned: Vec<_> = plan.heaps.iter().map(|heap| (heap.people, heap.before)).collect();
        prop_assert_eq!(groups, planned);
    }

    /// Where two of a group come closer no sum moves, though a floor or a cap lies between them; of a plain rise by its rounding only.
    #[test]
    fn a_plan_says_nothing_of_single_wages_within_a_group(
        wages in proptest::collection::vec(300_000_i64..900_000, 10..60), low in 0_usize..60, apart in 1_usize..6,
        by in 1_i64..5_000, plain in any::<bool>(),
    ) {
        let mut wages = wages;
        wages.sort_unstable();
        let people = wages.len();
        let heaps = disclosure::allowed_heaps(people, 5);
        let low = low % people;
        let of = |at: &usize| disclosure::heap(*at, heaps, people) == disclosure::heap(low, heaps, people);
        let high = (low..people).take(apart + 1).filter(of).max().unwrap_or(low);
        let by = by.min((wages[high] - wages[low]) / 2);
        let before = told(&table(&wages, 0), plain).1;
        wages[low] += by;
        wages[high] -= by;
        let after = told(&table(&wages, 0), plain).1;
        if !plain {
            prop_assert_eq!(before, after);
            return Ok(());
        }
        // A few fen a person and month, in each of the sums.
        let most = i64::try_from(people).unwrap() * 12 * 16;
        for (was, is) in sums(&before).into_iter().zip(sums(&after)) {
            let (was, is) = (was.unwrap(), is.unwrap());
            prop_assert!((was.from - is.from).abs() <= most, "{:?} {:?}", was, is);
        }
    }
}

#[test]
fn a_plain_rise_is_told_to_the_fen_and_one_with_a_floor_between_bounds() {
    let wages: Vec<i64> = (0..50).map(|n| 400_000 + n * 6_000).collect();
    let (people, plain) = told(&table(&wages, 0), true);
    assert_eq!((people, plain.after), (50, Some(Between::exactly(579_820))), "5,470.00 and 6 %");
    assert!(plain.cost.is_some_and(|cost| cost.wages == Between::exactly(32_820 * 50 * 12)), "{plain:?}");
    let (_, floored) = told(&table(&wages, 0), false);
    assert!(floored.after.is_some_and(|after| !after.is_exact()), "one would be known by it: {floored:?}");
    assert!(floored.lowest.is_none() && floored.cuts.is_empty() && floored.raised.is_none());
}
