//! What may be told of single wages beside months in which the same people earned otherwise: one figure taken from another leaves what
//! those got more whose wages moved, and they are enough people or none.
//!
//! Somebody's wage that is another than in every table told before is a new unknown. A sum is told with enough people's new ones in
//! it, or where it repeats a sum: of a combination of sums take the last that is no repeat, and its new unknowns stay in it, which no
//! earlier sum can take away. Groups are compared two by two, the same group in two tables: of nobody in it the wage moved, or of
//! enough people. Who came and left is counted with them here; what follows from it alone is `months`'.

use std::collections::HashMap;

use super::taken::{Beside, Cell, People, all_alike, size};
use super::{allowed_heaps, heap};
use crate::pay::figures::table::CUTS;

/// How much is told of people beside all that was told with names before.
pub(super) fn beside(people: &People, before: &[(&People, Beside)], least: u32) -> Beside {
    let stood = |one: &Cell, other: &Cell| one.fen == other.fen;
    let known = |(who, cell): (&u64, &Cell)| {
        before.iter().any(|(other, _)| other.get(who).is_some_and(|other| stood(cell, other)))
    };
    let repeats = before.iter().any(|(other, _)| all_alike(people, other, stood));
    if !repeats && size(people.iter().filter(|one| !known(*one)).count()) < least {
        return Beside::Nothing;
    }
    let mut in_groups = before.iter().filter(|(_, beside)| *beside == Beside::All);
    if in_groups.any(|(other, _)| few_moved(people, other, least)) { Beside::Whole } else { Beside::All }
}

/// Everybody's groups, that of the order of wages last, and their wage.
type Parted = HashMap<u64, ([u64; CUTS + 1], i64)>;

fn parted(people: &People, least: u32) -> Parted {
    let mut order: Vec<(i64, u64)> = people.iter().map(|(who, cell)| (cell.fen, *who)).collect();
    order.sort_unstable();
    let all = order.len();
    let heaps = allowed_heaps(all, usize::try_from(least).unwrap_or(usize::MAX));
    let mut parted = Parted::with_capacity(all);
    for (at, (fen, who)) in order.into_iter().enumerate() {
        let mut groups = [0; CUTS + 1];
        if let Some(cell) = people.get(&who) {
            groups.iter_mut().zip(cell.groups).for_each(|(group, own)| *group = own);
        }
        if let Some(last) = groups.last_mut() {
            // The third of ten is not the third of five.
            *last = u64::try_from(heaps * 100 + heap(at, heaps, all)).unwrap_or_default();
        }
        parted.insert(who, (groups, fen));
    }
    parted
}

/// A group in two tables.
#[derive(Clone, Copy, Debug, Default)]
struct Group {
    now: u32,
    then: u32,
    /// Who is in one of the two alone, or earns otherwise.
    moved: u32,
}

/// Whether of a group that both tables can tell of only a few people's wages are not the same in both.
fn few_moved(people: &People, other: &People, least: u32) -> bool {
    let (now, then) = (parted(people, least), parted(other, least));
    let mut groups: HashMap<(usize, u64), Group> = HashMap::new();
    for (who, (own, fen)) in &now {
        let before = then.get(who);
        for (column, of) in own.iter().enumerate() {
            let stayed = before.is_some_and(|(groups, was)| was == fen && groups.get(column) == Some(of));
            let group = groups.entry((column, *of)).or_default();
            group.now += 1;
            group.moved += u32::from(!stayed);
        }
    }
    for (who, (own, _)) in &then {
        let after = now.get(who);
        for (column, of) in own.iter().enumerate() {
            let still_there = after.is_some_and(|(groups, _)| groups.get(column) == Some(of));
            let group = groups.entry((column, *of)).or_default();
            group.then += 1;
            group.moved += u32::from(!still_there);
        }
    }
    groups.values().any(|one| one.now >= least && one.then >= least && one.moved > 0 && one.moved < least)
}
