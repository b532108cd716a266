//! What may be told of wage data beside all that was told before, of other periods and of versions of the same one, without the
//! right to read single wages. What was told once cannot be untold, so that it is decided table by table in the order in which
//! they were taken, and what was told of one binds all that come after.
//!
//! Of tables that tell names two things are asked, and the stricter answer holds: what follows if nobody's wage changes, from
//! whichever period to whichever, where whoever is in two tables is one unknown; and what follows among the versions of one
//! period from the wages as they are, where somebody whose wage was mended is an unknown for each of the two sums. Why nothing is
//! had of fewer than so many people by adding and subtracting is the same for both:
//!
//! - A table that repeats the unknowns of one told before repeats its equations, or, in other groups, its sum.
//! - Of every other table enough people bring unknowns that none told before had. With unknowns of others among them only its sum
//!   is told; it is told in groups where all its unknowns are new.
//! - In a combination take the last table that counts and is no repeat. Told as a sum, it leaves all its new unknowns in the
//!   combination, which no earlier table can take away: those of enough people. Told in groups, it touches nobody of an
//!   earlier table, and of its own equations `audit` has seen that each combination is of enough people.
//!
//! A table of which nothing may be told because a few came since is told of those alone who were counted in one told before: that
//! repeats the older one's unknowns, and is asked the same two questions. Where a few left, no choice of people helps: what is
//! told of those who stayed, taken from what was told of all, is of the few who left.
//!
//! Wages that move from month to month stand beside both in `moved`: what one month's figure, taken from that of another, leaves
//! over is what those got more whose wages did not stand still.
//!
//! Totals and bands are compared by their headcounts in `heads`.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashSet;

use super::taken::{Beside, Cell, Counted, Given, People, Taken, all_alike, names, size};
use super::{heads, moved};
use crate::pay::model::PayPeriod;

/// What is told of wage data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// How much.
    pub beside: Beside,
    /// Of whom alone; none where it is of all.
    pub only: Option<HashSet<u64>>,
}

/// How much is told of each, in the order in which they were taken, where no figure is of fewer than `least` people.
pub fn told(taken: &[Taken], least: u32) -> Vec<Decided> {
    let mut given: Vec<Given<'_>> = Vec::new();
    let mut found = Vec::with_capacity(taken.len());
    for one in taken {
        let mut decided = Decided { beside: beside(one, &given, least), only: None };
        let mut counts = Cow::Borrowed(one);
        if decided.beside == Beside::Nothing
            && let Some((people, beside)) = of_those_before(one, &given, least)
        {
            decided = Decided { beside, only: Some(people.keys().copied().collect()) };
            counts = Cow::Owned(Taken { period: one.period, counted: Counted::Named(people) });
        }
        if decided.beside != Beside::Nothing {
            given.push((counts, decided.beside));
        }
        found.push(decided);
    }
    found
}

/// Those of a table who were counted in one told before, none of whom has left since, and how much is told of them: of the most.
fn of_those_before(one: &Taken, given: &[Given<'_>], least: u32) -> Option<(People, Beside)> {
    let Counted::Named(people) = &one.counted else { return None };
    let mut before = names(given, None);
    before
        .retain(|(other, _)| other.len() < people.len() && other.keys().all(|who| people.contains_key(who)));
    before.sort_by_key(|(other, _)| Reverse(other.len()));
    before.into_iter().find_map(|(other, _)| {
        let of_them = |(who, cell): (&u64, &Cell)| other.contains_key(who).then_some((*who, *cell));
        let stayed: People = people.iter().filter_map(of_them).collect();
        let beside = beside_named(&stayed, one.period, given, least);
        (beside != Beside::Nothing).then_some((stayed, beside))
    })
}

fn beside(one: &Taken, given: &[Given<'_>], least: u32) -> Beside {
    match &one.counted {
        Counted::Named(people) => beside_named(people, one.period, given, least),
        Counted::Heads { .. } => heads::beside(one, given, least),
    }
}

/// Of single wages.
fn beside_named(people: &People, period: PayPeriod, given: &[Given<'_>], least: u32) -> Beside {
    let before = names(given, None);
    // As if wages stood still. What repeats equations adds nothing to what headcounts beside them tell.
    let still = repeated(people, &before, |_, _| true).unwrap_or_else(|| {
        new(people, &before, least, |_, _| true).max(heads::beside_names(people, period, given, least))
    });
    let versions = names(given, Some(period));
    let mended = |one: &Cell, other: &Cell| one.fen == other.fen;
    let versions =
        repeated(people, &versions, mended).unwrap_or_else(|| new(people, &versions, least, mended));
    still.max(versions).max(moved::beside(people, &before, least))
}

/// How much is told of people whose unknowns are all those of a table that was told before; none where there is no such.
fn repeated(
    people: &People,
    before: &[(&People, Beside)],
    same: impl Fn(&Cell, &Cell) -> bool,
) -> Option<Beside> {
    let repeats = before.iter().filter(|(other, _)| all_alike(people, other, &same));
    repeats
        .map(|(other, beside)| match beside {
            Beside::All if all_alike(people, other, |one, other| one.groups == other.groups) => Beside::All,
            // In other groups it repeats the sum.
            _ => Beside::Whole,
        })
        .min()
}

/// How much is told of people some of whose unknowns are in no table that was told before.
fn new(
    people: &People,
    before: &[(&People, Beside)],
    least: u32,
    same: impl Fn(&Cell, &Cell) -> bool,
) -> Beside {
    let has = |of: &People, who: &u64, cell: &Cell| of.get(who).is_some_and(|own| same(own, cell));
    let fresh =
        people.iter().filter(|(who, cell)| before.iter().all(|(other, _)| !has(other, who, cell))).count();
    // The new ones are in the sum; where a few left, the wages of beginners, which are known, would leave those of the few.
    let few_left = before.iter().any(|(other, _)| {
        let left = size(other.iter().filter(|(who, cell)| !has(people, who, cell)).count());
        left > 0 && left < least
    });
    if size(fresh) < least || few_left {
        Beside::Nothing
    } else if fresh == people.len() {
        Beside::All
    } else {
        Beside::Whole
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::figures::table::CUTS;

    fn month(text: &str) -> PayPeriod {
        text.parse().unwrap()
    }

    fn cell(fen: i64) -> Cell {
        Cell { groups: [1; CUTS], fen }
    }

    /// How much is told of each, and of how many where it is not of all.
    fn told(taken: &[Taken], least: u32) -> Vec<(Beside, Option<usize>)> {
        let decided = super::told(taken, least).into_iter();
        decided.map(|one| (one.beside, one.only.map(|only| only.len()))).collect()
    }

    fn of_all(beside: impl IntoIterator<Item = Beside>) -> Vec<(Beside, Option<usize>)> {
        beside.into_iter().map(|one| (one, None)).collect()
    }

    /// People by their numbers, all of one group and of the same wage.
    fn named(period: &str, people: impl IntoIterator<Item = u64>) -> Taken {
        Taken {
            period: month(period),
            counted: Counted::Named(people.into_iter().map(|who| (who, cell(500_000))).collect()),
        }
    }

    use Beside::{All, Nothing, Whole};

    #[test]
    fn a_month_that_a_few_joined_is_told_of_the_others_and_one_that_a_few_left_is_not_told() {
        let months = [
            named("2026-01", 0..20),
            named("2026-02", 0..20),
            named("2026-03", 0..21),
            named("2026-04", 1..20),
            // Five joined and one left: the wages of beginners are known, and the one's is what is left.
            named("2026-05", 1..25),
            named("2026-06", 0..24),
            named("2026-07", 0..25),
            named("2026-08", 6..30),
        ];
        let those = (All, Some(20));
        assert_eq!(
            told(&months, 5),
            [
                (All, None),
                (All, None),
                those,
                (Nothing, None),
                (Nothing, None),
                those,
                (Whole, None),
                (Whole, None)
            ]
        );
        assert_eq!(told(&months[..1], 5), of_all([All]), "one month alone is the audit's");
        // Of two older tables the one that counts more.
        let grown = [named("2026-01", 0..20), named("2026-02", 0..26), named("2026-03", 0..27)];
        assert_eq!(told(&grown, 5), [(All, None), (Whole, None), (Whole, Some(26))]);
    }

    #[test]
    fn leaving_alone_is_not_enough_and_other_groups_repeat_the_sum_only() {
        // Six left, five of whom were a shop that was told of: the difference of the two is one wage.
        assert_eq!(told(&[named("2026-01", 0..20), named("2026-02", 6..20)], 5), of_all([All, Nothing]));
        let mut moved = named("2026-02", 0..20);
        if let Counted::Named(people) = &mut moved.counted {
            people.insert(3, Cell { groups: [2; CUTS], ..cell(500_000) });
        }
        assert_eq!(told(&[named("2026-01", 0..20), moved], 5), of_all([All, Whole]));
    }

    #[test]
    fn what_was_not_told_does_not_bind_what_comes_later() {
        let months = [named("2026-01", 0..20), named("2026-02", 1..20), named("2026-03", 0..20)];
        assert_eq!(told(&months, 5), of_all([All, Nothing, All]));
    }

    /// The versions of a period by their wages: of the people who are mended, the first so many.
    #[test]
    fn versions_with_names_are_decided_against_all_that_were_told_before() {
        let mended = |people: std::ops::Range<u64>, of: std::ops::Range<u64>| {
            let mut version = named("2026-01", people);
            if let Counted::Named(people) = &mut version.counted {
                of.for_each(|who| {
                    people.insert(who, cell(600_000));
                });
            }
            version
        };
        let first = || mended(0..20, 0..0);
        assert_eq!(told(&[first(), first()], 5), of_all([All, All]), "the same again");
        assert_eq!(told(&[first(), mended(0..20, 0..1)], 5), of_all([All, Nothing]), "one was mended");
        assert_eq!(told(&[first(), mended(0..20, 0..5)], 5), of_all([All, Whole]), "five were");
        assert_eq!(told(&[first(), mended(0..20, 0..20)], 5), of_all([All, All]), "all were");
        // One was missing: told of those who were there, unless a few of them were mended too.
        assert_eq!(told(&[first(), mended(0..21, 0..0)], 5), [(All, None), (All, Some(20))]);
        assert_eq!(told(&[first(), mended(0..21, 0..2)], 5), of_all([All, Nothing]));
        assert_eq!(told(&[first(), mended(0..19, 0..0)], 5), of_all([All, Nothing]), "one too many");
        // The third beside both: by five from the first, and by two from the second.
        let third = [first(), mended(0..20, 0..5), mended(0..20, 0..7)];
        assert_eq!(told(&third, 5), of_all([All, Whole, Nothing]));
        // One who was mended is mended back: nothing is new, and nothing is told that was not.
        let back = [first(), mended(0..20, 0..5), first(), mended(0..20, 0..5)];
        assert_eq!(told(&back, 5), of_all([All, Whole, All, Whole]));
        // In another month it is the same of wages that moved: all did, none did, or one alone.
        let next = |moved| Taken { period: month("2026-02"), ..mended(0..20, moved) };
        assert_eq!(told(&[first(), next(0..20)], 5), of_all([All, All]));
        assert_eq!(told(&[first(), next(0..0)], 5), of_all([All, All]));
        assert_eq!(told(&[first(), next(0..1)], 5), of_all([All, Nothing]), "what one got more");
        assert_ne!(told(&[first(), next(0..5)], 5)[1].0, Nothing, "what five got more together");
    }
}
