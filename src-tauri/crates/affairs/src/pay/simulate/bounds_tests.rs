//! That what bands tell of a scenario is no wider than what is not known: above a band without upper end too, with the payroll
//! and without it. What the scenarios do to single wages is held in `tests`.

use proptest::prelude::*;

use super::model::*;
use super::tests::{a_step, all, rates, rise, scenario};
use super::*;
use crate::pay::figures::policy::five;
use crate::pay::figures::table::{CUTS, Known};
use crate::pay::figures::tests::singles;

/// 2,000 to 4,000: 100 people, to 6,000: 150, over it: 70.
fn usual(payroll: Option<i64>) -> WageTable {
    let band = |from, to, people| WageBand { name: String::new(), from, to, people, sum: None };
    let bands =
        vec![band(200_000, Some(399_999), 100), band(400_000, Some(599_999), 150), band(600_000, None, 70)];
    WageTable { known: Known::Bands { bands, payroll: payroll.map(Fen) }, part_month: 0, unpaid: 0 }
}

fn tried(payroll: Option<i64>, steps: Vec<PayStep>) -> PaySimulated {
    simulate(&usual(payroll), &[scenario(steps)], &rates(), true, &five(), 0).unwrap().results.remove(0)
}

fn monthly(payroll: Option<i64>, steps: Vec<PayStep>) -> Between {
    tried(payroll, steps).cost.unwrap().monthly
}

const PAYROLL: Option<i64> = Some(178_930_930);

fn fixed(fen: i64) -> PayStep {
    all(PayStepKind::Rise { rise: rise(0, fen) })
}

fn percent(percent: i32) -> PayStep {
    all(PayStepKind::Rise { rise: rise(percent, 0) })
}

fn floor() -> PayStep {
    all(PayStepKind::Floor { fen: Fen(450_000) })
}

fn cap() -> PayStep {
    all(PayStepKind::Cap { fen: Fen(50_000) })
}

#[test]
fn a_fixed_sum_is_exact_though_the_highest_band_has_no_end() {
    for payroll in [None, PAYROLL] {
        assert_eq!(monthly(payroll, vec![fixed(30_000)]), Between::exactly(9_600_000), "{payroll:?}");
    }
    let cost = tried(None, vec![fixed(30_000)]).cost.unwrap();
    assert!(cost.insurance.to.is_some() && cost.total.to.is_some(), "over the ceiling of its base: {cost:?}");
}

#[test]
fn a_floor_costs_no_more_than_what_the_lower_ends_lack() {
    // Whoever is of the highest band earns more than the floor.
    assert_eq!(monthly(None, vec![floor()]), Between { from: 100 * 50_001, to: Some(32_500_000) });
    // With 1,789,309.30 for everybody, all may still stand at the lower ends, the rest of it with those over 6,000.
    assert_eq!(monthly(PAYROLL, vec![floor()]), Between { from: 100 * 50_001, to: Some(32_500_000) });
    // With 5,000.00 more than the lower ends come to, nearly everybody stands at one.
    assert_eq!(
        monthly(Some(122_500_000), vec![floor()]),
        Between { from: 32_000_000, to: Some(32_500_000) },
        "each yuan over the lower ends saves one at most"
    );
}

#[test]
fn a_capped_percentage_stands_still_above_the_cap() {
    // 10 % of 3,999.99 is 400.00, of 5,000 and more it is 500.00; each rounds by a fen at most.
    let told = monthly(None, vec![percent(1_000), cap()]);
    let least = 100 * 20_000 + 150 * 40_000 + 70 * 50_000;
    let most = 100 * 40_000 + 220 * 50_000;
    assert!(least - 320 <= told.from && told.from <= least, "{told:?}");
    assert!(told.to.is_some_and(|to| most <= to && to <= most + 320), "{told:?}");
}

#[test]
fn whoever_a_condition_means_it_means_at_every_step() {
    let front =
        |what| PayStep { what, only: PayStepOnly { front_line: Some(true), ..PayStepOnly::default() } };
    let steps =
        vec![front(PayStepKind::Rise { rise: rise(1_000, 0) }), front(PayStepKind::Cap { fen: Fen(50_000) })];
    let told = monthly(None, steps);
    assert!(
        told.from == 0 && told.to.is_some_and(|to| to <= 320 * 50_001),
        "nobody without the cap: {told:?}"
    );
}

#[test]
fn a_percentage_grows_with_wages_that_nothing_bounds() {
    assert_eq!(monthly(None, vec![percent(1_000)]).to, None);
    let told = monthly(PAYROLL, vec![percent(1_000)]);
    assert!(17_893_093 - 640 <= told.from && told.to.is_some_and(|to| to <= 17_893_093 + 640), "{told:?}");
    // A share taken away is refused only where nothing bounds the wages.
    let lowered =
        |payroll| simulate(&usual(payroll), &[scenario(vec![percent(-1_000)])], &rates(), true, &five(), 0);
    assert_eq!(lowered(None).unwrap_err().code, "refused");
    assert!(lowered(PAYROLL).is_ok());
}

/// Every kind of person at a wage: front line, office or neither, with the grade or not, with the certificate or not.
fn kinds(wage: i64) -> Singles {
    let told = |at: usize| {
        let line = ["一线", "非一线", ""][at % 3];
        (wage, ["", line, "", if (at / 3).is_multiple_of(2) { "高级工" } else { "" }, ""])
    };
    let rows: Vec<(i64, [&str; CUTS])> = (0..12).map(told).collect();
    let held: Vec<(usize, &str)> = (0..6).map(|at| (at, "电工")).collect();
    singles(&rows, &held)
}

/// By how much a scenario lifts the kinds of people at a wage.
fn lifts(scenario: &PayScenario, wage: i64) -> Vec<i64> {
    engine::run(&kinds(wage), scenario).into_iter().map(|after| after - wage).collect()
}

/// 320 people from 4,000.00 up, as they are told to one who may not read single wages.
fn unread(step: PayStep) -> PaySimulated {
    let rows: Vec<(i64, [&str; CUTS])> = (0..320).map(|at| (400_000 + at * 1_500, [""; CUTS])).collect();
    let table = WageTable { known: Known::Singles(singles(&rows, &[])), part_month: 0, unpaid: 0 };
    simulate(&table, &[scenario(vec![step])], &rates(), false, &five(), 0).unwrap().results.remove(0)
}

#[test]
fn a_percentage_for_all_leaves_the_spread_as_it_is_and_a_fixed_sum_narrows_it() {
    let told = unread(percent(600));
    let near = |before: Option<Between>, after: Option<Between>| {
        let (before, after) = (before.unwrap(), after.unwrap());
        let (most, now) = (before.to.unwrap(), after.to.unwrap());
        assert!((before.from - after.from).abs() <= 1 && (most - now).abs() <= 1, "{before:?} {after:?}");
    };
    near(told.spread_before, told.spread_after);
    near(told.gini_before, told.gini_after);
    let told = unread(fixed(100_000));
    let less = |before: Option<Between>, after: Option<Between>| {
        let (before, after) = (before.unwrap(), after.unwrap());
        assert!(after.from <= before.from && after.to.unwrap() < before.to.unwrap(), "{before:?} {after:?}");
    };
    less(told.spread_before, told.spread_after);
    less(told.gini_before, told.gini_after);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever single wages lie behind the groups of their order, their spread and their Gini coefficient after a rise that is the
    /// same for everybody lie within what is told; and a fixed sum never parts them.
    #[test]
    fn a_rise_for_all_moves_the_spread_with_the_order(
        wages in proptest::collection::vec(150_000_i64..1_600_000, 12..120),
        rises in proptest::collection::vec((0_i32..2_500, 0_i64..60_000), 1..4),
        yuan in proptest::bool::ANY,
    ) {
        let rows: Vec<(i64, [&str; CUTS])> = wages.iter().map(|fen| (*fen, [""; CUTS])).collect();
        let steps: Vec<PayStep> =
            rises.iter().map(|(percent, fixed)| all(PayStepKind::Rise { rise: rise(*percent, *fixed) })).collect();
        let round = if yuan { PayRound::Yuan } else { PayRound::Fen };
        let tried = [PayScenario { steps, round }];
        let table = WageTable { known: Known::Singles(singles(&rows, &[])), part_month: 0, unpaid: 0 };
        let run = |in_full| simulate(&table, &tried, &rates(), in_full, &five(), 0).unwrap().results.remove(0);
        let (is, told) = (run(true), run(false));
        let within = |told: Between, is: Between| told.from <= is.from && told.to.is_none_or(|to| is.from <= to);
        prop_assert!(within(told.spread_after.unwrap(), is.spread_after.unwrap()), "spread {:?} {:?}", told, is);
        prop_assert!(within(told.gini_after.unwrap(), is.gini_after.unwrap()), "gini {:?} {:?}", told, is);
        let fixed = !yuan && rises.iter().all(|(percent, _)| *percent == 0);
        if let (true, Some(after), Some(before)) = (fixed, told.gini_after.unwrap().to, told.gini_before.unwrap().to) {
            prop_assert!(after <= before, "{:?}", told);
        }
    }

    /// Whatever single wages lie behind bands of which the highest has no end, what they come to lies within what is told; and
    /// that has an end wherever the rise of one person has.
    #[test]
    fn bands_without_end_enclose_the_rise_and_have_an_end_where_it_has(
        people in proptest::collection::vec((150_000_i64..1_600_000, 0_usize..2, 0_usize..2, proptest::bool::ANY), 12..60),
        steps in proptest::collection::vec(a_step(), 1..4),
        yuan in proptest::bool::ANY,
        with_payroll in proptest::bool::ANY,
    ) {
        let told = |(fen, line, grade, _): &(i64, usize, usize, bool)| {
            (*fen, ["", ["一线", "非一线"][*line], "", ["高级工", ""][*grade], ""])
        };
        let rows: Vec<(i64, [&str; CUTS])> = people.iter().map(told).collect();
        let held: Vec<(usize, &str)> =
            people.iter().enumerate().filter(|(_, one)| one.3).map(|(at, _)| (at, "电工")).collect();
        let round = if yuan { PayRound::Yuan } else { PayRound::Fen };
        let tried = [PayScenario { steps, round }];
        let table = WageTable { known: Known::Singles(singles(&rows, &held)), part_month: 0, unpaid: 0 };
        let exact = simulate(&table, &tried, &rates(), true, &five(), 0).unwrap().results.remove(0);
        let sum: i64 = rows.iter().map(|(fen, _)| fen).sum();
        let bands: Vec<WageBand> = [(150_000, Some(399_999)), (400_000, Some(649_999)), (650_000, None)]
            .into_iter()
            .map(|(from, to)| {
                let within = rows.iter().filter(|(fen, _)| from <= *fen && to.is_none_or(|to| *fen <= to));
                let people = u32::try_from(within.count()).unwrap();
                WageBand { name: String::new(), from, to, people, sum: None }
            })
            .collect();
        let open = bands.last().unwrap().people > 0;
        let payroll = with_payroll.then_some(Fen(sum));
        let table = WageTable { known: Known::Bands { bands, payroll }, part_month: 0, unpaid: 0 };
        let found = simulate(&table, &tried, &rates(), true, &five(), 0).unwrap().results.remove(0);
        let within = |told: Between, is: Between| told.from <= is.from && told.to.is_none_or(|to| is.from <= to);
        let (told, is) = (found.cost.unwrap(), exact.cost.unwrap());
        prop_assert!(within(told.monthly, is.monthly), "monthly {:?} {:?}", told.monthly, is.monthly);
        prop_assert!(within(told.insurance, is.insurance), "insurance {:?} {:?}", told.insurance, is.insurance);
        prop_assert!(within(told.total, is.total), "total {:?} {:?}", told.total, is.total);
        prop_assert!(within(found.after.unwrap(), exact.after.unwrap()), "average after");
        if let (Some(told), Some(is)) = (found.spread_after, exact.spread_after) {
            prop_assert!(within(told, is), "spread {:?} {:?}", told, is);
        }
        let far = 1_000_000_000_000;
        let stands_still = lifts(&tried[0], far) == lifts(&tried[0], 10 * far);
        let bounded = with_payroll || !open || stands_still;
        prop_assert_eq!(told.monthly.to.is_some(), bounded, "monthly {:?}", told.monthly);
        prop_assert!(told.insurance.to.is_some(), "every fund has a ceiling: {:?}", told.insurance);
    }

    /// Of people who may stand anywhere in a narrow band, the bounds are what all of them at the best wage and all at the worst
    /// come to, and no more than the rounding of each step wider.
    #[test]
    fn without_a_sum_the_bounds_are_those_of_the_best_and_of_the_worst_wage(
        from in 250_000_i64..650_000,
        wide in 1_i64..300,
        people in 5_u32..40,
        steps in proptest::collection::vec(a_step(), 1..4),
    ) {
        let tried = [scenario(steps)];
        let band = WageBand { name: String::new(), from, to: Some(from + wide), people, sum: None };
        let known = Known::Bands { bands: vec![band], payroll: None };
        let table = WageTable { known, part_month: 0, unpaid: 0 };
        let told = simulate(&table, &tried, &rates(), true, &five(), 0).unwrap().results.remove(0).cost.unwrap().monthly;
        let all: Vec<i64> = (from..=from + wide).flat_map(|wage| lifts(&tried[0], wage)).collect();
        let (n, rounding) = (i64::from(people), 8 * i64::from(people));
        let (least, most) = (n * all.iter().min().unwrap(), n * all.iter().max().unwrap());
        let to = told.to.unwrap();
        prop_assert!(told.from <= least && most <= to, "{:?} holds {}…{}", told, least, most);
        prop_assert!(least - told.from <= rounding && to - most <= rounding, "{:?} for {}…{}", told, least, most);
    }
}
