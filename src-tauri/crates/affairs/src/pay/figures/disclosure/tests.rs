//! From what is told to a reader without the right, no sum of a few can be reckoned: everything that is told becomes an
//! equation, and an elimination of the tests' own looks for one about fewer than five.

use std::collections::HashSet;

use proptest::prelude::*;

use super::months::{Decided, told};
use super::taken::{Beside, Cell, Counted, Taken};
use super::*;
use crate::pay::figures::table::{Wage, Words};

const LEAST: usize = 5;

fn singles(people: &[(i64, [u32; 5])]) -> Singles {
    let words = || {
        let mut words = Words::default();
        for n in 0..6 {
            words.code(&format!("{n}"));
        }
        words
    };
    let people =
        (0..).zip(people).map(|(who, (fen, cuts))| Wage { who, fen: *fen, cuts: *cuts, ..Wage::default() });
    Singles::of(people.collect(), std::array::from_fn(|_| words()), Words::default())
}

/// What is told as sets of people, each with its sum: the equations of a reader.
fn equations(singles: &Singles, allowed: &Allowed) -> Vec<Vec<bool>> {
    let people = singles.wages.len();
    let mut told = vec![vec![true; people]];
    for at in 0..allowed.heaps {
        told.push((0..people).map(|place| heap(place, allowed.heaps, people) == at).collect());
    }
    for (by, groups) in &allowed.cuts {
        for group in groups.iter().filter(|group| group.telling == Telling::Told) {
            told.push(singles.cut(*by).codes.iter().map(|code| *code == group.code).collect());
        }
    }
    told
}

/// Puts equations in echelon form over a prime field of the tests' own, and answers how many are independent.
fn independent(rows: &[Vec<bool>], away: u32) -> usize {
    const P: i64 = 1_000_003;
    let mut rows: Vec<Vec<i64>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .enumerate()
                .filter(|(at, _)| away >> at & 1 == 0)
                .map(|(_, in_it)| i64::from(*in_it))
                .collect()
        })
        .collect();
    let mut done = 0;
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(at) = (done..rows.len()).find(|&at| rows[at][column] != 0) else { continue };
        rows.swap(done, at);
        let lead = rows[done].clone();
        for row in rows.iter_mut().skip(done + 1) {
            let (by, of) = (lead[column], row[column]);
            for (entry, from) in row.iter_mut().zip(&lead) {
                *entry = (*entry * by - of * from).rem_euclid(P);
            }
        }
        done += 1;
    }
    done
}

/// A handful of people about whom alone an equation can be made.
fn found_out(rows: &[Vec<bool>], people: usize, least: usize) -> Option<u32> {
    let whole = independent(rows, 0);
    let few = |away: &u32| (1..least).contains(&usize::try_from(away.count_ones()).unwrap());
    (0..1_u32 << people).filter(few).find(|away| independent(rows, *away) < whole)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_without_the_right_can_reckon_a_few(
        people in proptest::collection::vec((300_000_i64..900_000, [0_u32..2, 0..2, 0..3, 0..4, 0..4]), 1..15),
    ) {
        let singles = singles(&people);
        let allowed = allowed(&singles, LEAST);
        if people.len() < LEAST {
            prop_assert_eq!(allowed, Allowed { heaps: 0, cuts: Vec::new() });
        } else {
            let rows = equations(&singles, &allowed);
            prop_assert_eq!(found_out(&rows, people.len(), LEAST), None, "{:?}", allowed);
        }
    }
}

/// The search finds what it is made for: the cuts as they are, nothing left out, tell of a few.
#[test]
fn without_the_rule_the_same_tables_do_tell() {
    let people: Vec<(i64, [u32; 5])> = (0..13)
        .map(|n| (400_000 + i64::from(n * 5 % 13), [u32::from(n >= 6), 0, 0, 0, u32::from(n >= 7)]))
        .collect();
    let singles = singles(&people);
    let all = allowed(&singles, 1);
    assert!(all.cuts.iter().all(|(_, groups)| groups.iter().all(|group| group.telling == Telling::Told)));
    assert!(found_out(&equations(&singles, &all), 13, LEAST).is_some());
    // Sex is told, and the shops, which differ from it by one person, are not.
    let guarded = allowed(&singles, LEAST);
    let told = |by: WageCut| {
        let (_, groups) = guarded.cuts.iter().find(|(one, _)| *one == by).unwrap();
        groups.iter().filter(|group| group.telling == Telling::Told).count()
    };
    assert_eq!((told(WageCut::Sex), told(WageCut::Shop)), (2, 0));
}

/// How many people a figure of several months is of at least: fewer, so that few people make many months.
const FEW: usize = 3;

/// The people of a pool who are in a month, in the order of their wages, and what is told of them apart from other months.
fn month(pool: &[(i64, [u32; 5])], present: u32) -> (Vec<usize>, Vec<Vec<bool>>) {
    let places: Vec<usize> = (0..pool.len()).filter(|at| present >> at & 1 == 1).collect();
    let there: Vec<(i64, [u32; 5])> = places.iter().map(|at| pool[*at]).collect();
    let singles = singles(&there);
    let whose = singles.who.iter().map(|who| places[usize::try_from(*who).unwrap()]).collect();
    (whose, equations(&singles, &allowed(&singles, FEW)))
}

/// Everything that is told of some months, one after another, as equations about the pool; wages and groups stand still.
fn of_months(pool: &[(i64, [u32; 5])], months: &[u32], decided: &[Decided]) -> Vec<Vec<bool>> {
    let mut rows = Vec::new();
    for (present, decided) in months.iter().zip(decided) {
        let of_them = |only: &HashSet<u64>| only.iter().fold(0_u32, |all, who| all | (1_u32 << *who));
        let (whose, told) = month(pool, decided.only.as_ref().map_or(*present, of_them));
        // The sum of all comes first.
        let told = match decided.beside {
            Beside::All => &told[..],
            Beside::Whole => &told[..1],
            Beside::Nothing => &told[..0],
        };
        rows.extend(told.iter().map(|row| {
            let mut of_pool = vec![false; pool.len()];
            row.iter().zip(&whose).for_each(|(in_it, at)| of_pool[*at] = *in_it);
            of_pool
        }));
    }
    rows
}

/// The months as they were taken, one after another.
fn taken(pool: &[(i64, [u32; 5])], months: &[u32]) -> Vec<Taken> {
    let counted = |present: u32| {
        let there = (0_u32..).zip(pool).filter(|(at, _)| present >> at & 1 == 1);
        let cell = |fen: i64, cuts: &[u32; 5]| Cell { groups: cuts.map(u64::from), fen };
        Counted::Named(there.map(|(at, (fen, cuts))| (u64::from(at), cell(*fen, cuts))).collect())
    };
    (1..)
        .zip(months)
        .map(|(n, present)| {
            let n: u32 = n;
            Taken { period: format!("2026-{n:02}").parse().unwrap(), counted: counted(*present) }
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whoever joins, leaves or comes back: no sum of a few is had from all the months together, so that nobody's wage is, to
    /// the fen or to a tenth of it: what a wage is not in an equation of few for can be made up for by the others of it.
    #[test]
    fn nobody_without_the_right_can_reckon_a_few_from_several_months(
        pool in proptest::collection::vec((300_000_i64..900_000, [0_u32..2, 0..2, 0..2, 0..3, 0..3]), 12),
        months in proptest::collection::vec(0_u32..1 << 12, 1..5),
        moved in 0_u32..12,
    ) {
        // One joins or leaves, and everything is as it was again.
        let first = months[0];
        let months: Vec<u32> = months
            .iter()
            .copied()
            .chain([first ^ 1 << moved, first])
            .filter(|present| usize::try_from(present.count_ones()).unwrap() >= FEW)
            .collect();
        let decided = told(&taken(&pool, &months), u32::try_from(FEW).unwrap());
        let rows = of_months(&pool, &months, &decided);
        prop_assert_eq!(found_out(&rows, pool.len(), FEW), None, "{:?} of {:?}", decided, months);
    }
}

/// How much is told of each.
fn besides(decided: &[Decided]) -> Vec<Beside> {
    decided.iter().map(|one| one.beside).collect()
}

/// What is told of tables without names, of one month or several,, as equations about a pool: each version is of the first so many of it.
fn of_versions(shops: &[u32], versions: &[(usize, bool)], beside: &[Beside]) -> Vec<Vec<bool>> {
    let least = u32::try_from(FEW).unwrap();
    let mut rows = Vec::new();
    for ((people, by_shop), beside) in versions.iter().zip(beside) {
        let of = |shop: Option<u32>| -> Vec<bool> {
            let there = |(at, own): (usize, &u32)| at < *people && shop.is_none_or(|shop| shop == *own);
            shops.iter().enumerate().map(there).collect()
        };
        if *beside == Beside::Nothing {
            continue;
        }
        rows.push(of(None));
        if *beside == Beside::All && *by_shop {
            let counts = by_shops(&shops[..*people]);
            let heads: Vec<u32> = counts.values().copied().collect();
            let telling = of_counts(&heads, 0, least);
            let told = counts.keys().zip(telling).filter(|(_, one)| *one == Telling::Told);
            rows.extend(told.map(|(shop, _)| of(Some(*shop))));
        }
    }
    rows
}

fn by_shops(shops: &[u32]) -> std::collections::BTreeMap<u32, u32> {
    let mut counts = std::collections::BTreeMap::new();
    for shop in shops {
        *counts.entry(*shop).or_default() += 1;
    }
    counts
}

/// The tables as they were taken: totals of one month, or each of its own, by shop or not.
fn totals(shops: &[u32], versions: &[(usize, bool)], of_months: bool) -> Vec<Taken> {
    let version = |(n, (people, by_shop)): (usize, &(usize, bool))| {
        let groups = by_shops(&shops[..*people]).into_iter().map(|(shop, heads)| (shop.to_string(), heads));
        let groups = groups.filter(|_| *by_shop).collect();
        let counted = Counted::Heads { all: u32::try_from(*people).unwrap(), groups };
        let month = if of_months { n + 1 } else { 1 };
        Taken { period: format!("2026-{month:02}").parse().unwrap(), counted }
    };
    versions.iter().enumerate().map(version).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// However often a total is mended by people who were missing or one too many, and however many come or go from month to
    /// month: no sum of a few is had from all of them.
    #[test]
    fn nobody_without_the_right_can_reckon_a_few_from_totals(
        shops in proptest::collection::vec(0_u32..3, 12),
        versions in proptest::collection::vec((FEW..=12, proptest::bool::ANY), 1..6),
        of_months in proptest::bool::ANY,
    ) {
        let beside = besides(&told(&totals(&shops, &versions, of_months), u32::try_from(FEW).unwrap()));
        let rows = of_versions(&shops, &versions, &beside);
        prop_assert_eq!(found_out(&rows, shops.len(), FEW), None, "{:?} of {:?}", beside, versions);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Tables with names and totals without them, each total of all who were in a smaller table and of none beyond a larger one.
    #[test]
    fn nobody_without_the_right_can_reckon_a_few_from_names_within_totals(
        pool in proptest::collection::vec((300_000_i64..900_000, [0_u32..2, 0..2, 0..2, 0..3, 0..3]), 12),
        tables in proptest::collection::vec((proptest::bool::ANY, 0_u32..1 << 12), 2..6),
    ) {
        let mut sets: Vec<(bool, u32)> = Vec::new();
        for (total, drawn) in tables {
            let within = sets.iter().fold(0_u32, |all, (_, set)| all | *set);
            let set = if total { within | (drawn & (drawn >> 1)) } else { drawn };
            let lies = |(other_total, other): &(bool, u32)| {
                let other_is_small = other.count_ones() < set.count_ones();
                let (small, large) = if other_is_small { (*other, set) } else { (set, *other) };
                !(total || *other_total) || small & large == small
            };
            if usize::try_from(set.count_ones()).unwrap() >= FEW && sets.iter().all(lies) {
                sets.push((total, set));
            }
        }
        let months: Vec<u32> = sets.iter().map(|(_, set)| *set).collect();
        let mut tables = taken(&pool, &months);
        for (table, (total, set)) in tables.iter_mut().zip(&sets) {
            if *total {
                table.counted = Counted::Heads { all: set.count_ones(), groups: std::collections::BTreeMap::new() };
            }
        }
        let mut decided = told(&tables, u32::try_from(FEW).unwrap());
        for (one, (total, _)) in decided.iter_mut().zip(&sets) {
            // A total has no groups to tell.
            if *total && one.beside == Beside::All {
                one.beside = Beside::Whole;
            }
        }
        let rows = of_months(&pool, &months, &decided);
        prop_assert_eq!(found_out(&rows, pool.len(), FEW), None, "{:?} of {:?}", decided, sets);
    }
}

/// Without the rule the two totals of a month tell the wage of the one who was missing in the first.
#[test]
fn two_versions_told_alike_do_tell_of_who_was_missing() {
    let (shops, versions) = ([0; 12], [(10, false), (11, false)]);
    let decided = told(&totals(&shops, &versions, false), 3);
    assert_eq!(besides(&decided), [Beside::All, Beside::Nothing]);
    let both = of_versions(&shops, &versions, &[Beside::All, Beside::All]);
    assert_eq!(found_out(&both, 12, FEW), Some(0b0100_0000_0000));
}

/// Without the rule two months do tell: the sum of one less that of the other is the wage of the one who joined.
#[test]
fn two_months_told_alike_do_tell_of_who_joined() {
    let pool: Vec<(i64, [u32; 5])> = (0..12).map(|n| (400_000 + i64::from(n * 5 % 12), [0; 5])).collect();
    let months = [0b0011_1111_1111, 0b0111_1111_1111];
    let decided = told(&taken(&pool, &months), 3);
    assert_eq!(besides(&decided), [Beside::All, Beside::All]);
    assert_eq!(decided[1].only.as_ref().map(HashSet::len), Some(10), "of those who were in the first");
    assert_eq!(found_out(&of_months(&pool, &months, &decided), 12, FEW), None);
    let whole = Decided { beside: Beside::Whole, only: None };
    let both = of_months(&pool, &months, &[whole.clone(), whole]);
    assert_eq!(found_out(&both, 12, FEW), Some(0b0100_0000_0000));
}

#[test]
fn the_smallest_other_group_goes_with_a_hidden_one() {
    use Telling::{Few, Guards, Told};
    assert_eq!(of_counts(&[40, 12, 3], 0, 5), [Told, Guards, Few]);
    assert_eq!(of_counts(&[40, 4, 3], 0, 5), [Told, Few, Few], "seven together tell of nobody");
    assert_eq!(of_counts(&[40, 12], 2, 5), [Told, Guards], "two are in no shop");
    assert_eq!(of_counts(&[40, 12], 0, 5), [Told, Told]);
    assert_eq!(of_counts(&[1, 3], 0, 5), [Few, Few]);
}

#[test]
fn small_bands_join_their_neighbours() {
    let band = |name: &str, from, to, people, sum| WageBand { name: name.to_owned(), from, to, people, sum };
    let bands = [
        band("a", 2000, Some(3000), 2, Some(5000)),
        band("b", 3000, Some(4000), 9, Some(30000)),
        band("c", 4000, Some(5000), 7, None),
        band("d", 5000, None, 1, Some(5600)),
    ];
    let merged = of_bands(&bands, 5);
    assert_eq!(merged, [band("a、b", 2000, Some(4000), 11, Some(35000)), band("c、d", 4000, None, 8, None)]);
    assert_eq!(of_bands(&bands[3..], 5), []);
    assert_eq!(of_bands(&bands, 1), bands);
}

/// Two shops of a size, one of which guards a third: the same one, whichever a file names first.
#[test]
fn of_two_groups_of_a_size_the_same_one_is_left_out_in_every_table() {
    let shops = "门门门装机装机装机装机装机";
    let people: Vec<(i64, [&str; 5])> = (0..13)
        .map(|n| {
            let first = shops.chars().nth(n).unwrap();
            let shop = ["门卫", "装配", "机关"].into_iter().find(|shop| shop.starts_with(first));
            (400_000 + i64::try_from(n).unwrap() * 1_000, ["", "", "", "", shop.unwrap()])
        })
        .collect();
    let told = |people: &[(i64, [&str; 5])]| {
        let singles = crate::pay::figures::tests::singles(people, &[]);
        let allowed = allowed(&singles, LEAST);
        let (_, groups) = allowed.cuts.iter().find(|(by, _)| *by == WageCut::Shop).unwrap();
        let mut told: Vec<(String, Telling)> = groups
            .iter()
            .map(|group| (singles.cut(WageCut::Shop).name(group.code).unwrap().to_owned(), group.telling))
            .collect();
        told.sort_by(|one, other| one.0.cmp(&other.0));
        told
    };
    let turned: Vec<(i64, [&str; 5])> = people.iter().rev().copied().collect();
    assert_eq!(told(&people), told(&turned));
    let guards = told(&people).into_iter().filter(|(_, telling)| *telling == Telling::Guards).count();
    assert_eq!(guards, 1);
}
