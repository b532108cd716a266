//! What may be told of totals and bands beside all that was told before: of them nobody knows whose they are, and only headcounts
//! can be compared. Tables of which both tell names are `months`' affair.
//!
//! Of two tables the smaller is taken to lie within the larger, and two of the same headcount to be of the same people: a newer
//! version mends the older by people who were missing or one too many, and from month to month people come or go. Then:
//!
//! - Sums are told of the same headcount, or of headcounts that are apart by enough, so that what one has beyond the other is of
//!   enough people.
//! - A table that is larger than another, or as large and otherwise parted, is told in no groups, for its groups would be cut
//!   apart by the other; one that is smaller than another that was told in groups is not told, for it would cut those apart. In
//!   two periods the same groups may stand beside each other where each of them is apart by enough, or the same.
//! - Tables with names that are smaller lie within it together: beyond all of them it has enough people.
//!
//! So whatever lies within one told table and outside another is empty or of enough people. Totals of the same headcount by
//! different people, which these rules cannot see, tell what the one wage is more than the other, and neither of the two.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

use super::taken::{Beside, Counted, Given, People, Taken, names, size};
use crate::pay::model::PayPeriod;

/// How much is told of data without names.
pub(super) fn beside(one: &Taken, given: &[Given<'_>], least: u32) -> Beside {
    let named: Vec<&People> = names(given, None).into_iter().map(|(people, _)| people).collect();
    let found = given.iter().map(|(other, beside)| {
        headcounts(&one.counted, &other.counted, *beside, one.period == other.period, least)
    });
    let found = found.fold(Beside::All, Ord::max);
    if beyond(one.counted.heads(), &named, least) { found } else { Beside::Nothing }
}

/// How much is told of single wages beside data without names.
pub(super) fn beside_names(people: &People, period: PayPeriod, given: &[Given<'_>], least: u32) -> Beside {
    let mut heads =
        given.iter().filter(|(other, _)| matches!(other.counted, Counted::Heads { .. })).peekable();
    if heads.peek().is_none() {
        return Beside::All;
    }
    let mut named: Vec<&People> = names(given, None).into_iter().map(|(people, _)| people).collect();
    named.push(people);
    let one = Counted::Named(people.clone());
    let with = |(other, beside): &Given<'_>| {
        if beyond(other.counted.heads(), &named, least) {
            headcounts(&one, &other.counted, *beside, period == other.period, least)
        } else {
            Beside::Nothing
        }
    };
    heads.map(with).fold(Beside::All, Ord::max)
}

/// Whether so many people are enough more than all those of the smaller tables with names.
fn beyond(all: u32, named: &[&People], least: u32) -> bool {
    let smaller = || named.iter().filter(|people| size(people.len()) < all);
    let enough = |within: u32| within == 0 || all.saturating_sub(within) >= least;
    // As many as they can be, before they are counted.
    let at_most = smaller().map(|people| size(people.len())).fold(0, u32::saturating_add);
    enough(at_most) || enough(size(smaller().flat_map(|people| people.keys()).collect::<HashSet<_>>().len()))
}

/// The most that is told of wage data beside other data, where one of the two tells no names.
fn headcounts(one: &Counted, other: &Counted, beside: Beside, version: bool, least: u32) -> Beside {
    let (all, before) = (one.heads(), other.heads());
    if !apart(all, before, least) {
        return Beside::Nothing;
    }
    let parted = beside == Beside::All && other.has_groups();
    if let (Counted::Heads { groups, .. }, Counted::Heads { groups: others, .. }) = (one, other)
        && !version
        && parted
        && (one == other || regrouped((all, groups), (before, others), least))
    {
        return Beside::All;
    }
    let sums = if one.has_groups() { Beside::Whole } else { Beside::All };
    match all.cmp(&before) {
        Ordering::Less if parted => Beside::Nothing,
        Ordering::Equal if parted && one != other => sums,
        Ordering::Less | Ordering::Equal => Beside::All,
        Ordering::Greater => sums,
    }
}

/// Whether the same groups, none of which is left out or put together with another for being small, have the same headcounts or
/// such as differ by enough.
fn regrouped(one: (u32, &BTreeMap<String, u32>), other: (u32, &BTreeMap<String, u32>), least: u32) -> bool {
    let rest = |(all, groups): (u32, &BTreeMap<String, u32>)| all.saturating_sub(groups.values().sum());
    let open = |of: (u32, &BTreeMap<String, u32>)| {
        (rest(of) == 0 || rest(of) >= least) && of.1.values().all(|people| *people >= least)
    };
    let mut pairs = one.1.values().zip(other.1.values());
    open(one)
        && open(other)
        && one.1.keys().eq(other.1.keys())
        && apart(rest(one), rest(other), least)
        && pairs.all(|(now, then)| apart(*now, *then, least))
}

/// Whether two headcounts are the same, or differ by enough.
fn apart(one: u32, other: u32, least: u32) -> bool {
    one == other || one.abs_diff(other) >= least
}

#[cfg(test)]
mod tests {
    use super::super::months::told;
    use super::super::taken::Cell;
    use super::*;
    use crate::pay::figures::table::CUTS;

    use Beside::{All, Nothing, Whole};

    fn month(text: &str) -> PayPeriod {
        text.parse().unwrap()
    }

    /// People by their numbers, all of one group.
    fn named(period: &str, people: impl IntoIterator<Item = u64>) -> Taken {
        let cell = Cell { groups: [1; CUTS], fen: 500_000 };
        let people = people.into_iter().map(|who| (who, cell)).collect();
        Taken { period: month(period), counted: Counted::Named(people) }
    }

    fn heads(period: &str, all: u32, groups: &[(&str, u32)]) -> Taken {
        let groups = groups.iter().map(|(name, people)| ((*name).to_owned(), *people)).collect();
        Taken { period: month(period), counted: Counted::Heads { all, groups } }
    }

    /// How much is told of each, all of which are told of everybody or not at all.
    fn besides(taken: &[Taken], least: u32) -> Vec<Beside> {
        let of_all = |one: super::super::months::Decided| {
            assert_eq!(one.only, None);
            one.beside
        };
        told(taken, least).into_iter().map(of_all).collect()
    }

    #[test]
    fn totals_and_bands_are_compared_by_their_headcounts() {
        let shops: [(&str, u32); 2] = [("装配", 25), ("机关", 15)];
        let next =
            |assembly, office| heads("2026-02", assembly + office, &[("装配", assembly), ("机关", office)]);
        let first = heads("2026-01", 40, &shops);
        let beside = |second: Taken| besides(&[first.clone(), second], 5);
        assert_eq!(beside(next(25, 15)), [All, All]);
        assert_eq!(beside(next(26, 15)), [All, Nothing]);
        assert_eq!(beside(next(26, 14)), [All, Whole], "one moved");
        assert_eq!(beside(next(30, 15)), [All, All]);
        assert_eq!(beside(named("2026-02", 0..45)), [All, Whole], "whose the shops are is not known");
        assert_eq!(beside(named("2026-02", 0..41)), [All, Nothing]);
        assert_eq!(besides(&[heads("2025", 320, &[]), named("2026-02", 0..49)], 5), [All, All]);
        assert_eq!(besides(&[named("2026-02", 0..40), first.clone()], 5), [All, Whole]);
        // A shop of a few goes with another one, and both come out where the few become enough.
        let small = |doors| heads("2026-01", 52 + doors, &[("装配", 40), ("机关", 12), ("门卫", doors)]);
        let grown = Taken { period: month("2026-02"), ..small(8) };
        assert_eq!(besides(&[small(3), grown], 5), [All, Whole]);
        // Bands with other bounds part the same people otherwise.
        let low = |month, name: &str, people| heads(month, 40, &[(name, people), ("其余", 40 - people)]);
        let bands = [low("2026-01", "3000以下", 12), low("2026-02", "2900以下", 20)];
        assert_eq!(besides(&bands, 5), [All, Whole]);
    }

    #[test]
    fn versions_of_a_period_without_names_are_compared_by_their_headcounts() {
        let total = |all| heads("2026-01", all, &[]);
        let shops = |assembly: u32, office: u32| {
            heads("2026-01", assembly + office, &[("装配", assembly), ("机关", office)])
        };
        assert_eq!(besides(&[total(40), total(41)], 5), [All, Nothing], "one was missing");
        assert_eq!(besides(&[total(40), total(36)], 5), [All, Nothing], "four were too many");
        assert_eq!(besides(&[total(40), total(40)], 5), [All, All], "a sum was mended");
        assert_eq!(besides(&[total(40), total(45), total(35)], 5), [All, All, All]);
        assert_eq!(
            besides(&[total(40), total(41), total(40)], 5),
            [All, Nothing, All],
            "the middle was not told"
        );
        let beside = |second: Taken| besides(&[shops(25, 15), second], 5);
        assert_eq!(beside(shops(25, 15)), [All, All]);
        assert_eq!(beside(shops(24, 16)), [All, Whole], "one moved");
        assert_eq!(
            beside(shops(30, 15)),
            [All, Whole],
            "the sum alone: who of the shops is new is not known"
        );
        assert_eq!(beside(total(34)), [All, Nothing], "less a shop it could be one person");
        assert_eq!(beside(shops(26, 15)), [All, Nothing]);
        // Single wages where there was a total, and the other way round.
        let single = |people| named("2026-01", 0..people);
        assert_eq!(besides(&[total(40), single(35)], 5), [All, All], "those in the middle are kept back");
        assert_eq!(besides(&[total(40), single(41)], 5), [All, Nothing]);
        assert_eq!(besides(&[shops(25, 15), single(40)], 5), [All, Whole]);
        assert_eq!(besides(&[single(40), total(40)], 5), [All, All]);
        assert_eq!(besides(&[single(40), total(41)], 5), [All, Nothing]);
    }

    /// A smaller total of another month would cut apart the groups of the larger, and a larger one's groups be cut apart by it.
    #[test]
    fn smaller_totals_of_other_months_stand_beside_no_groups() {
        let shops = |month, assembly: u32, office: u32| {
            heads(month, assembly + office, &[("装配", assembly), ("机关", office)])
        };
        let total = |month, all| heads(month, all, &[]);
        // Six of the ten in the office left: less the thirty of the other shop it is of four.
        assert_eq!(besides(&[shops("2026-01", 30, 10), total("2026-02", 34)], 5), [All, Nothing]);
        assert_eq!(besides(&[total("2026-01", 30), shops("2026-02", 28, 12)], 5), [All, Whole]);
        assert_eq!(besides(&[named("2026-01", 0..40), total("2026-02", 34)], 5), [All, Nothing]);
        assert_eq!(besides(&[shops("2026-01", 30, 10), named("2026-02", 0..34)], 5), [All, Nothing]);
        assert_eq!(besides(&[shops("2026-01", 25, 15), shops("2026-02", 25, 9)], 5), [All, All]);
    }

    /// Two tables of different people lie within a third together.
    #[test]
    fn a_total_is_of_enough_more_than_all_names_within_it() {
        let (one, other) = (named("2026-01", 0..20), named("2026-02", 20..40));
        let total = |all| heads("2026-03", all, &[]);
        assert_eq!(besides(&[one.clone(), other.clone(), total(41)], 5), [All, All, Nothing]);
        assert_eq!(besides(&[one.clone(), other.clone(), total(45)], 5), [All, All, All]);
        assert_eq!(besides(&[total(41), one.clone(), other.clone()], 5), [All, All, Nothing]);
        assert_eq!(besides(&[one, total(41), other], 5), [All, All, Nothing]);
    }
}
