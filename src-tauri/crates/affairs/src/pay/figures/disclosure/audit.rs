//! Whether published sums tell the wages of a few. Every sum that is published is an equation; whoever adds and subtracts them
//! may be left with one about fewer people than may be told of. Published groups are the rows of a matrix and people its
//! columns: such an equation exists exactly where taking those few columns away lowers the rank. Which groups are then left out
//! is decided in the folder's own file.

use std::collections::BTreeMap;

/// A prime so large that small matrices of zeros and ones have the same rank over it as over the fractions.
const PRIME: u64 = (1 << 61) - 1;
/// After so many looks the search gives up and calls the groups telling: better a row too few than one too many.
const LOOKS: u32 = 1_500;

/// People who stand in the same group of every partition.
#[derive(Debug, Clone)]
struct Cell {
    /// The group in each partition, as rows of the matrix.
    rows: Vec<usize>,
    people: usize,
}

/// Whether the sums of the groups of some partitions tell of fewer than `least` people together. A partition gives everyone a
/// group; those of whom nothing is published are one group of it, since what is left of the whole is known.
pub fn tells(partitions: &[&[u32]], least: usize) -> bool {
    let cells = cells(partitions);
    let people: usize = cells.iter().map(|cell| cell.people).sum();
    if people == 0 || least <= 1 {
        return false;
    }
    let width = cells.iter().flat_map(|cell| &cell.rows).max().map_or(0, |row| row + 1);
    let order: Vec<usize> = (0..cells.len()).collect();
    // Each partition adds up to the same people: one dependency for each beyond the first.
    let most = (width + 1).saturating_sub(partitions.len());
    let rank = basis(&cells, &order, width, most).len();
    if packed(&cells, width, rank, least) {
        return false;
    }
    let mut search = Search { cells: &cells, width, rank, state: vec![State::Free; cells.len()], looks: 0 };
    search.telling(least - 1)
}

fn cells(partitions: &[&[u32]]) -> Vec<Cell> {
    let people = partitions.first().map_or(0, |first| first.len());
    let mut rows: BTreeMap<(usize, u32), usize> = BTreeMap::new();
    let mut counts: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for person in 0..people {
        let of = partitions.iter().enumerate().map(|(at, groups)| {
            let next = rows.len();
            *rows.entry((at, groups.get(person).copied().unwrap_or_default())).or_insert(next)
        });
        *counts.entry(of.collect()).or_default() += 1;
    }
    let mut cells: Vec<Cell> = counts.into_iter().map(|(rows, people)| Cell { rows, people }).collect();
    cells.sort_by_key(|cell| std::cmp::Reverse(cell.people));
    cells
}

fn times(a: u64, b: u64) -> u64 {
    u64::try_from(u128::from(a) * u128::from(b) % u128::from(PRIME)).unwrap_or_default()
}

fn inverse(of: u64) -> u64 {
    let (mut power, mut left, mut found) = (of, PRIME - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            found = times(found, power);
        }
        power = times(power, power);
        left >>= 1;
    }
    found
}

/// The first columns of an order that are independent of those before, as many as there can be.
fn basis(cells: &[Cell], order: &[usize], width: usize, most: usize) -> Vec<usize> {
    // Reduced columns by the row of their leading entry, which is one.
    let mut leads: Vec<Option<Vec<u64>>> = vec![None; width];
    let mut found = Vec::new();
    for &at in order {
        let mut column = vec![0_u64; width];
        for &row in &cells[at].rows {
            column[row] = 1;
        }
        for row in 0..width {
            if column[row] == 0 {
                continue;
            }
            match &leads[row] {
                Some(lead) => {
                    let factor = PRIME - column[row];
                    for (entry, of) in column.iter_mut().zip(lead).skip(row) {
                        *entry = (*entry + times(factor, *of)) % PRIME;
                    }
                }
                None => {
                    let by = inverse(column[row]);
                    column.iter_mut().for_each(|entry| *entry = times(*entry, by));
                    leads[row] = Some(column);
                    found.push(at);
                    break;
                }
            }
        }
        if found.len() == most {
            break;
        }
    }
    found
}

/// Whether as many bases as people may not be told of lie side by side: whoever takes away one fewer leaves one whole.
fn packed(cells: &[Cell], width: usize, rank: usize, least: usize) -> bool {
    let mut left: Vec<usize> = cells.iter().map(|cell| cell.people.min(least)).collect();
    for _ in 0..least {
        let mut order: Vec<usize> = (0..cells.len()).filter(|&at| left[at] > 0).collect();
        order.sort_by_key(|&at| std::cmp::Reverse(left[at]));
        let taken = basis(cells, &order, width, rank);
        if taken.len() < rank {
            return false;
        }
        taken.into_iter().for_each(|at| left[at] -= 1);
    }
    true
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Free,
    Kept,
    Away,
}

struct Search<'a> {
    cells: &'a [Cell],
    width: usize,
    rank: usize,
    state: Vec<State>,
    looks: u32,
}

impl Search<'_> {
    /// Whether taking away cells of at most so many people lowers the rank. Such cells hit every basis; so one of the basis at
    /// hand is among them, and those tried in vain are not.
    fn telling(&mut self, budget: usize) -> bool {
        self.looks += 1;
        if self.looks > LOOKS {
            return true;
        }
        let mut order: Vec<usize> =
            (0..self.cells.len()).filter(|&at| self.state[at] != State::Away).collect();
        order.sort_by_key(|&at| self.state[at] != State::Kept);
        let basis = basis(self.cells, &order, self.width, self.rank);
        if basis.len() < self.rank {
            return true;
        }
        let tried: Vec<usize> = basis
            .into_iter()
            .filter(|&at| self.state[at] == State::Free && self.cells[at].people <= budget)
            .collect();
        for &at in &tried {
            self.state[at] = State::Away;
            if self.telling(budget - self.cells[at].people) {
                return true;
            }
            self.state[at] = State::Kept;
        }
        tried.into_iter().for_each(|at| self.state[at] = State::Free);
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::figures::rank::rank;
    use proptest::prelude::*;

    #[test]
    fn one_cut_tells_where_a_group_or_the_rest_is_small() {
        assert!(!tells(&[&[0, 0, 0, 0, 0, 1, 1, 1, 1, 1]], 5));
        assert!(tells(&[&[0, 0, 0, 0, 1, 1, 1, 1, 1, 1]], 5), "four of ten");
        assert!(tells(&[&[7, 7, 7]], 5), "three are all there are");
        assert!(!tells(&[&[]], 5));
    }

    #[test]
    fn two_cuts_that_differ_by_a_few_tell_of_those() {
        // Shop A is the women and one man: the two sums differ by his wage.
        let sex = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];
        let shop = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        assert!(!tells(&[&sex], 5) && !tells(&[&shop], 5));
        assert!(tells(&[&sex, &shop], 5));
        // Five men in it: the difference is of five.
        let sex = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        let shop = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
        assert!(!tells(&[&sex, &shop], 5));
    }

    /// The same question with every handful of people taken away in turn.
    fn by_trying(partitions: &[&[u32]], least: usize) -> bool {
        let people = partitions[0].len();
        let rows = |away: u32| -> Vec<Vec<i128>> {
            let mut rows = Vec::new();
            for groups in partitions {
                for group in groups.iter().collect::<std::collections::BTreeSet<_>>() {
                    let row = (0..people)
                        .filter(|at| away >> at & 1 == 0)
                        .map(|at| i128::from(groups[at] == *group));
                    rows.push(row.collect());
                }
            }
            rows
        };
        let whole = rank(rows(0));
        let few = |away: &u32| (1..least).contains(&usize::try_from(away.count_ones()).unwrap());
        (0..1_u32 << people).filter(few).any(|away| rank(rows(away)) < whole)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_told_is_what_trying_everything_finds(
            people in proptest::collection::vec((0_u32..2, 0_u32..3, 0_u32..3), 1..12), least in 2_usize..4,
        ) {
            let of = |get: fn(&(u32, u32, u32)) -> u32| people.iter().map(get).collect::<Vec<_>>();
            let (a, b, c) = (of(|one| one.0), of(|one| one.1), of(|one| one.2));
            for partitions in [vec![&a[..]], vec![&a[..], &b[..]], vec![&a[..], &b[..], &c[..]]] {
                prop_assert_eq!(tells(&partitions, least), by_trying(&partitions, least));
            }
        }
    }
}
