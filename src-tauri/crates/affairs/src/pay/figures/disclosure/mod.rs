//! What may be told of wages without the right to read single ones: no figure of fewer people than the house rule says, and
//! none that is left when others are added and subtracted, within one table or across several. Pure; how a figure is reckoned
//! stands in the folder above, how telling sums of one table are found in `audit`, what is told beside other tables that tell
//! names in `months`, beside such in which wages moved in `moved`, and beside such as tell none in `heads`.
//!
//! What an officer without the right can come to see over time, and why no sum of fewer than so many people follows from it:
//!
//! - Of one table: headcount, payroll and average; the sums of the equal groups of the order of wages; the sums of groups by sex,
//!   line, form, grade and shop. Each is an equation, and groups are left out until no combination of the equations is of a few.
//! - Medians, deciles, spread, the Gini coefficient, what the lowest wage lies between, and what a scenario comes to: reckoned
//!   from the headcounts and sums of those equal groups, never from single wages. They say nothing that these do not, so that two
//!   tables with the same sums look the same to the last figure. The median of a group, the lowest wage and the exact deciles are
//!   for whoever reads single wages.
//! - Of totals and bands: the groups that are of enough people and leave enough; small bands are put together.
//! - Of those who were there for a part of the month, or are in no average, where they are few: nothing, and as many of the
//!   others are not counted as make them enough, so that the payroll as it was paid does not tell of them.
//! - Of every table that was ever taken, also of versions that were replaced, put in the trash or taken back by undo: the same,
//!   as far as it may stand beside what was told before. Papers, the simulator, kept scenarios, the checks of how a contract is
//!   kept and the year before ask the same rule, and are told of no table more than the page of figures.

mod audit;
mod heads;
pub mod months;
mod moved;
pub mod taken;

#[cfg(test)]
mod tests;

use super::model::WageCut;
use super::table::{Coded, Singles, UNTOLD, WageBand};

/// The group of all those of whom a cut tells nothing to this reader.
const HIDDEN: u32 = u32::MAX - 1;
/// Into how many equal groups the order of wages is parted, the most that may be.
const HEAPS: [usize; 6] = [10, 5, 4, 3, 2, 1];

/// Whether a group's figures are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// In full.
    Told,
    /// It has too few people.
    Few,
    /// It is large enough, and would tell of another that is not, or of the few by whom it differs from one.
    Guards,
}

/// A group of a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// Its code, or [`UNTOLD`].
    pub code: u32,
    /// How many people.
    pub people: usize,
    /// Whether it is told of.
    pub telling: Telling,
}

/// What is told of single wages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    /// Into how many groups of equal size the order of wages is parted; 0 where nothing is told at all.
    pub heaps: usize,
    /// The groups of each cut that divides anybody.
    pub cuts: Vec<(WageCut, Vec<Group>)>,
}

/// Which of so many equal groups the person at a place of the order is in.
pub fn heap(place: usize, heaps: usize, people: usize) -> usize {
    (place * heaps).checked_div(people).unwrap_or_default()
}

/// The most equal groups of at least so many people; 0 where all are fewer.
pub fn allowed_heaps(people: usize, least: usize) -> usize {
    HEAPS.into_iter().find(|heaps| people / heaps >= least).unwrap_or_default()
}

/// What may be told where no figure is of fewer than `least` people; everything for a `least` of one.
///
/// The groups of the wage order come first, then cut by cut: of a cut that tells too much together with what is told already,
/// the smallest groups are left out until it does not.
pub fn allowed(singles: &Singles, least: usize) -> Allowed {
    let people = singles.wages.len();
    let heaps = allowed_heaps(people, least.max(1));
    if heaps == 0 {
        return Allowed { heaps, cuts: Vec::new() };
    }
    let order: Vec<u32> =
        (0..people).map(|place| u32::try_from(heap(place, heaps, people)).unwrap_or_default()).collect();
    let mut published = vec![order];
    let mut cuts = Vec::new();
    for &by in WageCut::ALL {
        let column = singles.cut(by);
        let codes = &column.codes;
        let mut groups = groups(codes, least);
        if groups.iter().all(|group| group.code == UNTOLD) {
            continue;
        }
        if least > 1 {
            loop {
                let seen = seen(codes, &groups);
                let all: Vec<&[u32]> = published.iter().chain([&seen]).map(Vec::as_slice).collect();
                if !audit::tells(&all, least) || !leave_out_smallest(&mut groups, column) {
                    published.push(seen);
                    break;
                }
            }
        }
        cuts.push((by, groups));
    }
    Allowed { heaps, cuts }
}

/// The groups of a column in the order of their codes, those without a word last.
fn groups(codes: &[u32], least: usize) -> Vec<Group> {
    let mut counts = std::collections::BTreeMap::<u32, usize>::new();
    for code in codes {
        *counts.entry(*code).or_default() += 1;
    }
    let telling = |people| if people < least { Telling::Few } else { Telling::Told };
    counts.into_iter().map(|(code, people)| Group { code, people, telling: telling(people) }).collect()
}

/// The column as a reader can take it apart.
fn seen(codes: &[u32], groups: &[Group]) -> Vec<u32> {
    let told = |code: &u32| groups.iter().any(|group| group.code == *code && group.telling == Telling::Told);
    let map: std::collections::HashMap<u32, u32> = groups
        .iter()
        .map(|group| (group.code, if told(&group.code) { group.code } else { HIDDEN }))
        .collect();
    codes.iter().map(|code| map.get(code).copied().unwrap_or(HIDDEN)).collect()
}

/// Leaves out the smallest group that is told; false where none is. Of two of a size always the same, in whatever order a file
/// names them: the next month must not tell of the other.
fn leave_out_smallest(groups: &mut [Group], column: &Coded) -> bool {
    let smallest = (groups.iter_mut())
        .filter(|group| group.telling == Telling::Told)
        .min_by_key(|group| (group.people, column.name(group.code)));
    match smallest {
        Some(group) => {
            group.telling = Telling::Guards;
            true
        }
        None => false,
    }
}

/// Which of some groups with their headcounts may be told of beside the sum of all; `rest` are people in none of them.
pub fn of_counts(counts: &[u32], rest: u32, least: u32) -> Vec<Telling> {
    let mut telling: Vec<Telling> =
        counts.iter().map(|people| if *people < least { Telling::Few } else { Telling::Told }).collect();
    loop {
        let hidden = rest
            + counts
                .iter()
                .zip(&telling)
                .filter(|(_, one)| **one != Telling::Told)
                .map(|(n, _)| n)
                .sum::<u32>();
        if hidden == 0 || hidden >= least {
            return telling;
        }
        let told = counts.iter().zip(telling.iter_mut()).filter(|(_, one)| **one == Telling::Told);
        match told.min_by_key(|(people, _)| **people) {
            Some((_, one)) => *one = Telling::Guards,
            None => return telling,
        }
    }
}

/// Bands of fewer people put together with their neighbours; none where all of them together are too few.
pub fn of_bands(bands: &[WageBand], least: u32) -> Vec<WageBand> {
    let mut merged: Vec<WageBand> = Vec::new();
    for band in bands.iter().filter(|band| band.people > 0) {
        match merged.last_mut() {
            Some(last) if last.people < least => join(last, band),
            _ => merged.push(band.clone()),
        }
    }
    if let Some(short) = merged.pop_if(|last| last.people < least) {
        match merged.last_mut() {
            Some(last) => join(last, &short),
            None => return Vec::new(),
        }
    }
    merged
}

fn join(low: &mut WageBand, high: &WageBand) {
    low.name = format!("{}、{}", low.name, high.name);
    low.to = low.to.zip(high.to).map(|(low, high)| low.max(high));
    low.people += high.people;
    low.sum = low.sum.zip(high.sum).and_then(|(low, high)| low.checked_add(high));
}
