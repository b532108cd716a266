//! Wage data as far as it can be told apart from others: who is counted in it and in which groups, how much of it is told, and how
//! two tables are laid beside each other. What may be told is decided in `months`, `moved` and `heads`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use crate::pay::figures::table::CUTS;
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

/// What is counted of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The group they are in by each cut, as a number.
    pub groups: [u64; CUTS],
    /// Their wage, in fen.
    pub fen: i64,
}

/// People by their numbers.
pub type People = HashMap<u64, Cell>;

/// Who is counted in wage data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// Everybody.
    Named(People),
    /// How many in all, and in each group.
    Heads {
        /// All.
        all: u32,
        /// By group; empty where there is none.
        groups: BTreeMap<String, u32>,
    },
}

impl Counted {
    pub(super) fn heads(&self) -> u32 {
        match self {
            Counted::Named(people) => size(people.len()),
            Counted::Heads { all, .. } => *all,
        }
    }

    /// Whether it can be told of in groups.
    pub(super) fn has_groups(&self) -> bool {
        match self {
            Counted::Named(_) => true,
            Counted::Heads { groups, .. } => !groups.is_empty(),
        }
    }
}

/// Wage data as far as it can be told apart from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Of which period.
    pub period: PayPeriod,
    /// Who is counted.
    pub counted: Counted,
}

/// Wage data that was told of, and how much.
pub(super) type Given<'t> = (Cow<'t, Taken>, Beside);

/// Those that tell names: of one period, or all.
pub(super) fn names<'g>(given: &'g [Given<'_>], of: Option<PayPeriod>) -> Vec<(&'g People, Beside)> {
    let named = |(one, beside): &'g Given<'_>| match &one.counted {
        Counted::Named(people) if of.is_none_or(|period| one.period == period) => Some((people, *beside)),
        _ => None,
    };
    given.iter().filter_map(named).collect()
}

/// Whether two tables are of the same people, each of whom is alike in both.
pub(super) fn all_alike(people: &People, other: &People, alike: impl Fn(&Cell, &Cell) -> bool) -> bool {
    let is = |(who, cell): (&u64, &Cell)| people.get(who).is_some_and(|own| alike(own, cell));
    other.len() == people.len() && other.iter().all(is)
}

pub(super) fn size(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
