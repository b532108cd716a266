//! An officer without the right who keeps everything that was ever shown, and reckons: months, versions of one month that mend a
//! few wages or many, people who come, leave and come back, parts of a month, tables that were replaced or undone. All that the
//! figures tell becomes equations, and an exact elimination over the fractions looks for one about a few people. Wages stand still
//! from month to month, or move: then it is the sums of all, and each figure taken from its like of another month.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::disclosure::heap;
use super::disclosure::taken::Beside;
use super::rank::rank;
use super::sight::{Told, decided, those, under};
use super::table::{CUTS, Wage, Words};
use super::*;
use crate::pay::model::PayPeriod;

/// How many people there are.
const POOL: usize = 12;

/// A table as it is drawn: of which month, who is there, whose wage is mended, who was there for a part of the month, and how
/// many were paid nothing.
#[derive(Debug, Clone, Copy)]
struct Drawn {
    month: u32,
    there: u32,
    mended: u32,
    part: u32,
    unpaid: u32,
}

fn is_in(set: u32, at: usize) -> bool {
    set >> at & 1 == 1
}

/// What somebody earns: no two the same, and the order is the same when wages are mended.
fn fen(at: usize, mended: bool) -> i64 {
    let place = i64::try_from(at * 5 % POOL).unwrap();
    400_000 + place * 10_000 + i64::from(mended)
}

fn policy(least: u32) -> Policy {
    Policy { least, reason: "人少".to_owned() }
}

/// The table of those who are there. Who somebody is, is their place in the pool.
fn table(drawn: Drawn, cuts: &[[u32; CUTS]]) -> WageTable {
    let words = || {
        let mut words = Words::default();
        for n in 0..4 {
            words.code(&format!("{n}"));
        }
        words
    };
    let there = (0..POOL).zip(cuts).filter(|(at, _)| is_in(drawn.there, *at));
    let people: Vec<Wage> = there
        .map(|(at, cuts)| Wage {
            who: u64::try_from(at).unwrap(),
            fen: fen(at, is_in(drawn.mended, at)),
            part: is_in(drawn.part, at),
            cuts: *cuts,
            certificates: Vec::new(),
        })
        .collect();
    let part_month = (drawn.there & drawn.part).count_ones();
    let singles = Singles::of(people, std::array::from_fn(|_| words()), Words::default());
    WageTable { known: Known::Singles(singles), part_month, unpaid: drawn.unpaid }
}

/// The sets of people whose sums a reader is told, with what somebody of them earns.
fn sums(table: &WageTable, told: &Told, policy: &Policy) -> Vec<Vec<(usize, i64)>> {
    named(table, told, policy).into_iter().map(|(_, row)| row).collect()
}

/// The same with what the page calls them; the sum of all comes first.
fn named(table: &WageTable, told: &Told, policy: &Policy) -> Vec<(String, Vec<(usize, i64)>)> {
    let seen = under(table, told, policy).reckoned(policy);
    let counted = match &told.only {
        Some(only) => those(table, only, policy.least),
        None => guarded(table, policy.least).0.into_owned(),
    };
    let Known::Singles(singles) = &counted.known else { panic!("single wages") };
    let one = |at: usize| (usize::try_from(singles.who[at]).unwrap(), singles.wages[at]);
    let people = singles.wages.len();
    let mut rows = Vec::new();
    if let Some(payroll) = seen.payroll {
        assert_eq!(payroll, Between::exactly(sum_of(singles)), "the sum of those who are counted");
        rows.push(("全部".to_owned(), (0..people).map(one).collect::<Vec<_>>()));
    }
    let heaps = seen.heaps.len();
    for (of, told) in seen.heaps.iter().enumerate() {
        let row: Vec<_> = (0..people).filter(|at| heap(*at, heaps, people) == of).map(one).collect();
        assert_eq!(usize::try_from(told.people).unwrap(), row.len());
        rows.push((format!("{of}/{heaps}"), row));
    }
    for cut in &seen.cuts {
        let column = singles.cut(cut.by);
        for group in cut.groups.iter().filter(|group| group.average.is_some()) {
            let is = |at: &usize| column.name(column.codes[*at]) == Some(group.name.as_str());
            let row: Vec<_> = (0..people).filter(is).map(one).collect();
            assert_eq!(group.people.map(|people| usize::try_from(people).unwrap()), Some(row.len()));
            rows.push((format!("{:?} {}", cut.by, group.name), row));
        }
        assert!(cut.groups.iter().all(|group| group.median.is_none()));
    }
    assert!(seen.lowest.is_none());
    rows
}

/// How many rows are independent, without the columns that are away.
fn rank_without(rows: &[Vec<i128>], away: &dyn Fn(usize) -> bool) -> usize {
    let kept = |row: &Vec<i128>| -> Vec<i128> {
        row.iter().enumerate().filter(|(column, _)| !away(*column)).map(|(_, entry)| *entry).collect()
    };
    rank(rows.iter().map(kept).collect())
}

/// A few people about whom alone an equation can be made of sums; an unknown is whatever `unknown` makes of somebody's wage.
fn found_out<U: Ord + Copy>(
    sums: &[Vec<(usize, i64)>],
    least: u32,
    unknown: impl Fn((usize, i64)) -> U,
) -> Option<u32> {
    let mut columns: Vec<(U, usize)> = sums.iter().flatten().map(|one| (unknown(*one), one.0)).collect();
    columns.sort_unstable();
    columns.dedup();
    // Only rows that say something new.
    let mut rows: Vec<Vec<i128>> = Vec::new();
    for sum in sums {
        let of: BTreeSet<U> = sum.iter().map(|one| unknown(*one)).collect();
        rows.push(columns.iter().map(|(unknown, _)| i128::from(of.contains(unknown))).collect());
        if rank_without(&rows, &|_| false) < rows.len() {
            rows.pop();
        }
    }
    // Whatever can be said of fewer can be said of these.
    let few = |away: &u32| away.count_ones() == least - 1;
    let tells = |away: &u32| rank_without(&rows, &|column| is_in(*away, columns[column].1)) < rows.len();
    (0..(1_u32 << POOL)).filter(few).find(tells)
}

/// What one table is drawn from: its month, its kind, who is in it, two who change, mends, parts of a month, and nobody's pay.
type Throw = (u32, u32, u32, (usize, usize), (u32, u32), (u32, u32), u32);
/// Sums that are told, each as who counts how often in it.
type Rows = Vec<Vec<(usize, i64)>>;

/// The tables that people are drawn into: everybody of the first is in the others too, but for one or two, or others are.
fn tables() -> impl Strategy<Value = Vec<Drawn>> {
    let set = || 0_u32..(1_u32 << POOL);
    let one = (0_u32..3, 0_u32..4, set(), (0..POOL, 0..POOL), (0_u32..4, set()), (0_u32..5, set()), 0_u32..7);
    (set(), proptest::collection::vec(one, 1..7)).prop_map(|(first, tables)| {
        let first = first | 0b1111_1100;
        let of = |(month, kind, set, (a, b), (mends, mended), (parts, part), unpaid): Throw| {
            let there = match kind {
                0 => set,
                1 => first,
                2 => first | (1_u32 << a),
                _ => first ^ ((1_u32 << a) | (1_u32 << b)),
            };
            Drawn {
                month,
                there,
                // Nobody, one, some, or all.
                mended: [0, 1_u32 << b, mended, u32::MAX][usize::try_from(mends).unwrap()],
                part: if parts == 0 { part } else { 0 },
                unpaid: unpaid.saturating_sub(3),
            }
        };
        tables.into_iter().map(of).collect::<Vec<Drawn>>()
    })
}

/// The tables with what they are, in the order in which they were taken.
fn taken(drawn: &[Drawn], cuts: &[[u32; CUTS]]) -> Vec<(usize, PayPeriod, WageTable)> {
    let month = |one: &Drawn| -> PayPeriod { format!("2026-{:02}", one.month + 1).parse().unwrap() };
    drawn.iter().enumerate().map(|(at, one)| (at, month(one), table(*one, cuts))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nobody_without_the_right_reckons_a_few_from_all_that_was_ever_told(
        drawn in tables(),
        cuts in proptest::collection::vec([0_u32..2, 0..2, 0..2, 0..3, 0..3], POOL),
        least in 3_u32..=5,
    ) {
        let (ever, policy) = (taken(&drawn, &cuts), policy(least));
        let told = decided(&ever, least);
        let all: Vec<(u32, Rows)> =
            told.iter().map(|(at, told)| (drawn[*at].month, sums(&ever[*at].2, told, &policy))).collect();
        // Whoever is in two tables earns the same.
        let rows: Vec<_> = all.iter().flat_map(|(_, rows)| rows.clone()).collect();
        prop_assert_eq!(found_out(&rows, least, |(who, _)| who), None, "{:?}", told);
        // Among the versions of a month, whose wage was mended earns another.
        for month in 0..3 {
            let of_month = all.iter().filter(|(one, _)| *one == month);
            let rows: Vec<_> = of_month.flat_map(|(_, rows)| rows.clone()).collect();
            prop_assert_eq!(found_out(&rows, least, |unknown| unknown), None, "{:?} of {:?}", told, month);
        }
        // From month to month wages move: whose did not stand still is another unknown in every sum of all.
        let totals: Rows = all.iter().filter_map(|(_, rows)| rows.first().cloned()).collect();
        prop_assert_eq!(found_out(&totals, least, |unknown| unknown), None, "{:?}", told);
        // One figure taken from the same of another table leaves nobody, or enough people.
        let figures: Vec<_> = told.iter().map(|(at, told)| named(&ever[*at].2, told, &policy)).collect();
        for (at, one) in figures.iter().enumerate() {
            for (name, row) in one {
                for (_, other) in figures[..at].iter().flatten().filter(|(other, _)| other == name) {
                    let now: BTreeSet<(usize, i64)> = row.iter().copied().collect();
                    let then: BTreeSet<(usize, i64)> = other.iter().copied().collect();
                    let left: BTreeSet<usize> = now.symmetric_difference(&then).map(|one| one.0).collect();
                    let few = (1..usize::try_from(least).unwrap()).contains(&left.len());
                    prop_assert!(!few, "{} of {:?} in {:?}", name, left, told);
                }
            }
        }
        // What was shown was decided by what came before it: a later table, an undo or the trash changes nothing of it.
        for so_far in 0..ever.len() {
            let then = decided(&ever[..so_far], least);
            prop_assert_eq!(&then[..], &told[..then.len()]);
        }
    }

    /// Medians, deciles, spread, the Gini coefficient and the ends of the lowest wage follow from sums that are told: where two
    /// people of one group of the order come closer, and are in the same groups, nothing that is shown changes.
    #[test]
    fn what_is_told_of_the_order_tells_no_more_than_its_sums(
        wages in proptest::collection::vec(3_000_i64..9_000, 10..60), low in 0_usize..60, apart in 1_usize..6,
        by in 1_i64..500,
    ) {
        let mut wages = wages;
        wages.sort_unstable();
        let of = |wages: &[i64]| {
            let people = wages.iter().map(|fen| Wage { fen: *fen, cuts: [UNTOLD; CUTS], ..Wage::default() });
            let singles = Singles::of(people.collect(), Default::default(), Words::default());
            let table = WageTable { known: Known::Singles(singles), part_month: 0, unpaid: 0 };
            reckon(&table, false, &policy(5))
        };
        let people = wages.len();
        let heaps = disclosure::allowed_heaps(people, 5);
        let low = low % people;
        let of_heap = |at: &usize| heap(*at, heaps, people) == heap(low, heaps, people);
        let high = (low..people).take(apart + 1).filter(of_heap).max().unwrap_or(low);
        let by = by.min((wages[high] - wages[low]) / 2);
        let before = of(&wages);
        prop_assert!(before.lowest.is_none() && before.deciles.len() == 9 && before.gini.is_some());
        wages[low] += by;
        wages[high] -= by;
        prop_assert_eq!(before, of(&wages));
    }
}

/// The search finds what it is made for: two versions told alike tell of the one who was missing, and of the one who was mended.
#[test]
fn without_the_rule_versions_with_names_do_tell() {
    let first = Drawn { month: 0, there: 0b0111_1111_1111, mended: 0, part: 0, unpaid: 0 };
    let policy = policy(5);
    let cuts = [[0; CUTS]; POOL];
    let open = Told { beside: Beside::Whole, payroll: None, only: None };
    let alike = |second: Drawn| -> Vec<Vec<(usize, i64)>> {
        let both = [first, second];
        both.iter().flat_map(|one| sums(&table(*one, &cuts), &open, &policy)).collect()
    };
    let missing = alike(Drawn { there: 0b1111_1111_1111, ..first });
    assert!(found_out(&missing, 5, |unknown| unknown).is_some_and(|found| is_in(found, 11)));
    let mended = alike(Drawn { mended: 1 << 4, ..first });
    assert!(found_out(&mended, 5, |unknown| unknown).is_some_and(|found| is_in(found, 4)));
    // By the rule the first is told in full, and the second of those who were in it, or not.
    let ruled = |second: Drawn| {
        let told = decided(&taken(&[first, second], &cuts), 5);
        (told[1].1.beside, told[1].1.only.as_ref().map(std::collections::HashSet::len))
    };
    assert_eq!(ruled(Drawn { there: 0b1111_1111_1111, ..first }), (Beside::All, Some(11)));
    assert_eq!(ruled(Drawn { mended: 1 << 4, ..first }), (Beside::Nothing, None));
}
