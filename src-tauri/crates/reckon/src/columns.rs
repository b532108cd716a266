//! Whole columns added up: a month's wages and insurance, groups, the order. How wages rise stands in `rise`.

use crate::UNTOLD;
use crate::rise::part;

/// What a fund takes of a wage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fund {
    /// Hundredths of a percent of the base.
    pub rate: i64,
    /// The least base.
    pub floor: Option<i64>,
    /// The largest base.
    pub ceiling: Option<i64>,
}

impl Fund {
    /// What it takes of a wage, half up.
    #[inline]
    pub fn due(self, wage: i64) -> i64 {
        let base = self.floor.map_or(wage, |floor| wage.max(floor));
        part(self.ceiling.map_or(base, |ceiling| base.min(ceiling)), self.rate)
    }
}

/// Sums of one month, before a rise and by the rise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// The wages before.
    pub payroll: i64,
    /// What the funds took of them.
    pub insured: i64,
    /// What the wages rise by.
    pub rise: i64,
    /// What the funds take more.
    pub insurance: i64,
}

/// The sums of one month of wages before and after.
pub fn month(before: &[i64], after: &[i64], funds: &[Fund]) -> Month {
    let mut sums = Month::default();
    for (before, after) in before.iter().zip(after) {
        let (mut was, mut is) = (0_i64, 0_i64);
        for fund in funds {
            was += fund.due(*before);
            if after != before {
                is += fund.due(*after);
            }
        }
        sums.payroll += before;
        sums.insured += was;
        sums.rise += after - before;
        if after != before {
            sums.insurance += is - was;
        }
    }
    sums
}

/// How many wages are more than they were.
pub fn raised(before: &[i64], after: &[i64]) -> usize {
    before.iter().zip(after).filter(|(was, is)| is > was).count()
}

/// The sum of all.
pub fn sum(wages: &[i64]) -> i128 {
    wages.iter().map(|wage| i128::from(*wage)).sum()
}

/// Wages in rising order.
pub fn sorted(wages: &[i64]) -> Vec<i64> {
    let mut sorted = wages.to_vec();
    sorted.sort_unstable();
    sorted
}

/// People, sum, and the sum weighed by the places in the order; of wages in rising order, for the Gini coefficient. None past the
/// range of numbers.
pub fn weighed(sorted: &[i64]) -> Option<(i128, i128, i128)> {
    let people = i128::try_from(sorted.len()).ok()?;
    let (mut place, mut sum, mut weighed) = (0_i128, 0_i128, 0_i128);
    for wage in sorted {
        let wage = i128::from(*wage);
        weighed = weighed.checked_add(wage.checked_mul(place * 2 + 1 - people)?)?;
        place += 1;
        sum += wage;
    }
    Some((people, sum, weighed))
}

/// People of one word: how many, their wages before, and after.
pub type Group = (u32, i64, i64);

/// Everybody by the code they have in a column of so many words; the last group is of those without one.
pub fn groups(codes: &[u32], words: usize, before: &[i64], after: &[i64]) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![(0, 0, 0); words + 1];
    for ((code, was), is) in codes.iter().zip(before).zip(after) {
        let at = if *code == UNTOLD { words } else { usize::try_from(*code).unwrap_or(words) };
        if let Some(group) = groups.get_mut(at) {
            *group = (group.0 + 1, group.1 + was, group.2 + is);
        }
    }
    groups
}

/// So many equal groups of an order: how many are in each, and what `of` comes to, which stands in this order.
pub fn heaps(of: &[i64], heaps: usize) -> Vec<(u32, i64)> {
    let mut groups: Vec<(u32, i64)> = vec![(0, 0); heaps];
    let people = of.len();
    for (place, sum) in of.iter().enumerate() {
        let at = (place * heaps).checked_div(people).unwrap_or_default();
        if let Some(group) = groups.get_mut(at) {
            group.0 += 1;
            group.1 += sum;
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_summed_with_the_insurance_within_its_bounds() {
        let fund = Fund { rate: 1_600, floor: Some(400_000), ceiling: Some(2_000_000) };
        let (before, after) = ([300_010, 500_000, 900_000], [330_011, 550_000, 990_000]);
        let wanted = Month { payroll: 1_700_010, insured: 288_000, rise: 170_001, insurance: 22_400 };
        assert_eq!(month(&before, &after, &[fund]), wanted, "the first stays under the floor of the base");
        assert_eq!(raised(&before, &[300_010, 500_001, 1]), 1);
        assert_eq!(sum(&before), 1_700_010);
    }

    #[test]
    fn groups_and_heaps_leave_nobody_out() {
        let codes = [0, UNTOLD, 1, 0];
        assert_eq!(groups(&codes, 2, &[1, 2, 3, 4], &[5, 6, 7, 8]), [(2, 5, 13), (1, 3, 7), (1, 2, 6)]);
        assert_eq!(heaps(&[1, 2, 3, 4, 5], 2), [(3, 6), (2, 9)]);
        assert_eq!(heaps(&[], 2), [(0, 0), (0, 0)]);
        assert_eq!(weighed(&sorted(&[400, 100, 300, 200])), Some((4, 1_000, 1_000)));
    }
}
