//! What may be told of the wage data of one period beside that of others without the right to read single wages. Where the others'
//! wages stand still, the sum of one month taken from that of another is the wage of whoever joined or left between; so what is
//! told of each is decided in the order in which the tables were taken, and what was told once is never told less of.
//!
//! Why nothing is had by adding and subtracting, under the assumption that nobody's wage changes: a table whose people are those
//! of one told before, in the same groups, repeats its equations, and one with the same people in other groups repeats its sum.
//! Every other table is told only as a whole, and only where enough of its people are in none told before. Of the tables in a
//! combination of sums the last such one therefore leaves all its new people in it, which no other table can take away: the
//! combination is of at least so many people. Combinations within the first table are the audit's affair.
//!
//! Of totals and bands nobody knows whose they are; there only the headcounts can be compared. So it is with two versions of one
//! period of which one tells no names: the newer mends the older by people who were missing or one too many, so that of two
//! headcounts the smaller lies within the larger. Sums are told of versions of the same headcount, or whose headcounts are
//! apart by enough; groups of one headcount only, and nothing of fewer people than those, for groups would be cut apart by the
//! difference. Two versions with names are compared wage by wage, where they are read.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::pay::model::PayPeriod;

/// How much is told of wage data beside that of other periods and of versions that it replaced, from the most to the least. What
/// the data alone would give away is not told in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// Everything.
    All,
    /// Headcount, payroll and average; no groups.
    Whole,
    /// Nothing.
    Nothing,
}

/// Who is counted in wage data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// Everybody, with the groups they are in as one number.
    Named(HashMap<u64, u64>),
    /// How many in all, and in each group.
    Heads {
        /// All.
        all: u32,
        /// By group; empty where there is none.
        groups: BTreeMap<String, u32>,
    },
}

impl Counted {
    fn heads(&self) -> u32 {
        match self {
            Counted::Named(people) => u32::try_from(people.len()).unwrap_or(u32::MAX),
            Counted::Heads { all, .. } => *all,
        }
    }

    /// Whether it can be told of in groups.
    fn has_groups(&self) -> bool {
        match self {
            Counted::Named(_) => true,
            Counted::Heads { groups, .. } => !groups.is_empty(),
        }
    }
}

/// Wage data as far as it can be told apart from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Of which period. Two tables of one period that tell names are laid beside each other by what they say of each person, and
    /// not here.
    pub period: PayPeriod,
    /// Who is counted.
    pub counted: Counted,
}

/// How much is told of each, in the order in which they were taken, where no figure is of fewer than `least` people.
pub fn told(taken: &[Taken], least: u32) -> Vec<Beside> {
    let mut told: Vec<(&Taken, Beside)> = Vec::new();
    let mut found = Vec::with_capacity(taken.len());
    for one in taken {
        let beside = beside(one, &told, least);
        if beside != Beside::Nothing {
            told.push((one, beside));
        }
        found.push(beside);
    }
    found
}

fn beside(one: &Taken, told: &[(&Taken, Beside)], least: u32) -> Beside {
    let others: Vec<(&Counted, Beside)> = told
        .iter()
        .filter(|(other, _)| other.period != one.period)
        .map(|(other, beside)| (&other.counted, *beside))
        .collect();
    let months = match &one.counted {
        Counted::Named(people) => named(people, &others, least),
        Counted::Heads { all, groups } => heads(*all, groups, &others, least),
    };
    told.iter()
        .filter(|(other, _)| other.period == one.period)
        .map(|(other, beside)| version(&one.counted, &other.counted, *beside, least))
        .fold(months, Ord::max)
}

/// The most that is told of wage data beside another version of its period.
fn version(one: &Counted, other: &Counted, beside: Beside, least: u32) -> Beside {
    if let (Counted::Named(_), Counted::Named(_)) = (one, other) {
        return Beside::All;
    }
    let (all, before) = (one.heads(), other.heads());
    if !apart(all, before, least) {
        return Beside::Nothing;
    }
    let parted = beside == Beside::All && other.has_groups();
    let sums = if one.has_groups() { Beside::Whole } else { Beside::All };
    match all.cmp(&before) {
        Ordering::Less if parted => Beside::Nothing,
        Ordering::Equal if parted && one != other => sums,
        Ordering::Less | Ordering::Equal => Beside::All,
        Ordering::Greater => sums,
    }
}

/// Of single wages.
fn named(people: &HashMap<u64, u64>, others: &[(&Counted, Beside)], least: u32) -> Beside {
    let same_people = |other: &HashMap<u64, u64>| {
        other.len() == people.len() && other.keys().all(|who| people.contains_key(who))
    };
    // The most that was told of the same equations.
    let mut repeats = None;
    let mut before = Vec::new();
    for (other, beside) in others {
        let Counted::Named(other) = other else { continue };
        if other == people && *beside == Beside::All {
            return Beside::All;
        }
        if same_people(other) {
            repeats = Some(Beside::Whole);
        }
        before.push(other);
    }
    if let Some(repeats) = repeats {
        return repeats;
    }
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let few = |count: usize| count > 0 && size(count) < least;
    let left = |other: &HashMap<u64, u64>| other.keys().filter(|who| !people.contains_key(*who)).count();
    let new = people.keys().filter(|who| before.iter().all(|other| !other.contains_key(*who))).count();
    let by_heads = others.iter().all(|(other, _)| match other {
        Counted::Named(other) => !few(left(other)),
        Counted::Heads { all, .. } => apart(*all, size(people.len()), least),
    });
    if size(new) < least || !by_heads {
        return Beside::Nothing;
    }
    // Where nobody was in a table before, only groups of which nobody knows the people stand beside those of this one.
    let grouped = |(other, beside): &(&Counted, Beside)| {
        *beside == Beside::All && matches!(other, Counted::Heads { groups, .. } if !groups.is_empty())
    };
    match new == people.len() && !others.iter().any(grouped) {
        true => Beside::All,
        false => Beside::Whole,
    }
}

/// Of totals and bands.
fn heads(all: u32, groups: &BTreeMap<String, u32>, others: &[(&Counted, Beside)], least: u32) -> Beside {
    if !others.iter().all(|(other, _)| apart(all, other.heads(), least)) {
        return Beside::Nothing;
    }
    let fits = |(other, beside): &(&Counted, Beside)| match other {
        _ if *beside != Beside::All => true,
        Counted::Named(_) => false,
        Counted::Heads { groups: others, .. } if others.is_empty() => true,
        Counted::Heads { all: before, groups: others } => {
            (all, groups) == (*before, others) || regrouped((all, groups), (*before, others), least)
        }
    };
    match groups.is_empty() || others.iter().all(fits) {
        true => Beside::All,
        false => Beside::Whole,
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
    use super::*;

    fn month(text: &str) -> PayPeriod {
        text.parse().unwrap()
    }

    /// People by their numbers, all of one group.
    fn named(period: &str, people: impl IntoIterator<Item = u64>) -> Taken {
        Taken {
            period: month(period),
            counted: Counted::Named(people.into_iter().map(|who| (who, 1)).collect()),
        }
    }

    fn heads(period: &str, all: u32, groups: &[(&str, u32)]) -> Taken {
        let groups = groups.iter().map(|(name, people)| ((*name).to_owned(), *people)).collect();
        Taken { period: month(period), counted: Counted::Heads { all, groups } }
    }

    use Beside::{All, Nothing, Whole};

    #[test]
    fn a_month_that_a_few_joined_or_left_is_not_told_beside_another() {
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
        assert_eq!(told(&months, 5), [All, All, Nothing, Nothing, Nothing, Nothing, Whole, Whole]);
        assert_eq!(told(&months[..1], 5), [All], "one month alone is the audit's");
    }

    #[test]
    fn leaving_alone_is_not_enough_and_other_groups_repeat_the_sum_only() {
        // Six left, five of whom were a shop that was told of: the difference of the two is one wage.
        assert_eq!(told(&[named("2026-01", 0..20), named("2026-02", 6..20)], 5), [All, Nothing]);
        let mut moved = named("2026-02", 0..20);
        if let Counted::Named(people) = &mut moved.counted {
            people.insert(3, 2);
        }
        assert_eq!(told(&[named("2026-01", 0..20), moved], 5), [All, Whole]);
    }

    #[test]
    fn what_was_not_told_does_not_bind_what_comes_later() {
        let months = [named("2026-01", 0..20), named("2026-02", 0..21), named("2026-03", 0..20)];
        assert_eq!(told(&months, 5), [All, Nothing, All]);
        // Another version of the same month is compared wage by wage, elsewhere.
        assert_eq!(told(&[named("2026-01", 0..20), named("2026-01", 0..21)], 5), [All, All]);
    }

    #[test]
    fn totals_and_bands_are_compared_by_their_headcounts() {
        let shops: [(&str, u32); 2] = [("装配", 25), ("机关", 15)];
        let next =
            |assembly, office| heads("2026-02", assembly + office, &[("装配", assembly), ("机关", office)]);
        let first = heads("2026-01", 40, &shops);
        let beside = |second: Taken| told(&[first.clone(), second], 5);
        assert_eq!(beside(next(25, 15)), [All, All]);
        assert_eq!(beside(next(26, 15)), [All, Nothing]);
        assert_eq!(beside(next(26, 14)), [All, Whole], "one moved");
        assert_eq!(beside(next(30, 15)), [All, All]);
        assert_eq!(beside(named("2026-02", 0..45)), [All, Whole], "whose the shops are is not known");
        assert_eq!(beside(named("2026-02", 0..41)), [All, Nothing]);
        assert_eq!(told(&[heads("2025", 320, &[]), named("2026-02", 0..49)], 5), [All, All]);
        assert_eq!(told(&[named("2026-02", 0..40), first.clone()], 5), [All, Whole]);
        // A shop of a few goes with another one, and both come out where the few become enough.
        let small = |doors| heads("2026-01", 52 + doors, &[("装配", 40), ("机关", 12), ("门卫", doors)]);
        let grown = Taken { period: month("2026-02"), ..small(8) };
        assert_eq!(told(&[small(3), grown], 5), [All, Whole]);
        // Bands with other bounds part the same people otherwise.
        let low = |month, name: &str, people| heads(month, 40, &[(name, people), ("其余", 40 - people)]);
        let bands = [low("2026-01", "3000以下", 12), low("2026-02", "2900以下", 20)];
        assert_eq!(told(&bands, 5), [All, Whole]);
    }

    #[test]
    fn versions_of_a_period_without_names_are_compared_by_their_headcounts() {
        let total = |all| heads("2026-01", all, &[]);
        let shops = |assembly: u32, office: u32| {
            heads("2026-01", assembly + office, &[("装配", assembly), ("机关", office)])
        };
        assert_eq!(told(&[total(40), total(41)], 5), [All, Nothing], "one was missing");
        assert_eq!(told(&[total(40), total(36)], 5), [All, Nothing], "four were too many");
        assert_eq!(told(&[total(40), total(40)], 5), [All, All], "a sum was mended");
        assert_eq!(told(&[total(40), total(45), total(35)], 5), [All, All, All]);
        assert_eq!(
            told(&[total(40), total(41), total(40)], 5),
            [All, Nothing, All],
            "the middle was not told"
        );
        let beside = |second: Taken| told(&[shops(25, 15), second], 5);
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
        assert_eq!(told(&[total(40), single(35)], 5), [All, All], "those in the middle are kept back");
        assert_eq!(told(&[total(40), single(41)], 5), [All, Nothing]);
        assert_eq!(told(&[shops(25, 15), single(40)], 5), [All, Whole]);
        assert_eq!(told(&[single(40), total(40)], 5), [All, All]);
        assert_eq!(told(&[single(40), total(41)], 5), [All, Nothing]);
    }
}
