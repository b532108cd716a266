//! What a rise costs the employer beside the wages: social insurance on the new wage within the bounds of its base, and the
//! contribution to the union. Each is rounded half up, insurance a person, month and fund. Rates come from outside.

use reckon::Fund;

use super::hull::plus;
use super::model::{PayCost, PayInsurance};
use crate::pay::figures::exact;
use crate::pay::figures::model::Between;

/// What is taken of wages beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    /// The funds.
    pub insurance: Vec<PayInsurance>,
    /// 工会经费 as a share: numerator, denominator.
    pub fee: (i64, i64),
    /// How many months of the year the rise holds.
    pub months: i64,
}

/// A fund as it is reckoned with.
fn fund(fund: &PayInsurance) -> Fund {
    Fund {
        rate: fund.rate.into(),
        floor: fund.floor.map(|floor| floor.0),
        ceiling: fund.ceiling.map(|ceiling| ceiling.0),
    }
}

/// What all funds take of a wage.
pub(super) fn all_due(rates: &Rates, wage: i64) -> i64 {
    rates.insurance.iter().map(|one| fund(one).due(wage)).sum()
}

/// Sums of one month, before a rise and by the rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The payroll before.
    pub payroll: Between,
    /// The insurance of it.
    pub insured: Between,
    /// What the wages rise by.
    pub rise: Between,
    /// What the insurance rises by.
    pub insurance: Between,
}

/// The sums of one month of single wages.
pub fn month(before: &[i64], after: &[i64], rates: &Rates) -> Month {
    let funds: Vec<Fund> = rates.insurance.iter().map(fund).collect();
    let sums = reckon::month(before, after, &funds);
    let exactly = Between::exactly;
    Month {
        payroll: exactly(sums.payroll),
        insured: exactly(sums.insured),
        rise: exactly(sums.rise),
        insurance: exactly(sums.insurance),
    }
}

/// The contribution of a payroll.
fn fee(payroll: i64, (num, den): (i64, i64)) -> i64 {
    exact::half_up(i128::from(payroll) * i128::from(num), den.into()).unwrap_or_default()
}

fn times(a: Between, n: i64) -> Between {
    Between { from: a.from.saturating_mul(n), to: a.to.map(|to| to.saturating_mul(n)) }
}

/// A sum as hundredths of a percent of another: of exact ones the nearest, else what lies around it.
pub fn share(of: Between, whole: Between) -> Option<Between> {
    let of_one = |sum: i64, whole: i64| exact::half_up(i128::from(sum) * exact::WHOLE, whole.into());
    // The least share is of the largest whole where the sum is over zero, and of the smallest where it is not.
    let from = if of.from >= 0 { whole.to } else { Some(whole.from) };
    let to = |to: i64| if to >= 0 { Some(whole.from) } else { whole.to };
    Some(Between {
        from: match from {
            Some(whole) => of_one(of.from, whole)?,
            None => 0,
        },
        to: of.to.and_then(|sum| of_one(sum, to(sum)?)),
    })
}

/// What a rise costs, from the sums of one month.
pub fn cost(month: Month, rates: &Rates) -> PayCost {
    let exact = month.payroll.is_exact() && month.rise.is_exact();
    let added =
        |payroll: i64, rise: i64| fee(payroll.saturating_add(rise), rates.fee) - fee(payroll, rates.fee);
    let fee_month = if exact {
        Between::exactly(added(month.payroll.from, month.rise.from))
    } else {
        // Of a payroll that is not known to the fen, the two roundings lie within one fen of the share of the rise.
        let least = fee(month.rise.from, rates.fee) - 1;
        Between {
            from: if month.rise.from >= 0 { least.max(0) } else { least },
            to: month.rise.to.map(|rise| fee(rise, rates.fee) + 1),
        }
    };
    let wages = times(month.rise, rates.months);
    let insurance = times(month.insurance, rates.months);
    let fee_all = times(fee_month, rates.months);
    let total = plus(plus(wages, insurance), fee_all);
    let fee_before = Between {
        from: fee(month.payroll.from, rates.fee),
        to: month.payroll.to.map(|payroll| fee(payroll, rates.fee)),
    };
    let labour = times(plus(plus(month.payroll, month.insured), fee_before), rates.months);
    PayCost {
        monthly: month.rise,
        wages,
        insurance,
        fee: fee_all,
        total,
        of_payroll: share(total, times(month.payroll, rates.months)),
        break_even: share(total, labour),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_that_no_number_holds_stop_at_the_largest() {
        let huge = Between::exactly(i64::MAX / 2);
        let month = Month { payroll: huge, insured: huge, rise: huge, insurance: huge };
        let found = cost(month, &Rates { insurance: Vec::new(), fee: (2, 100), months: 12 });
        assert_eq!(found.wages, Between::exactly(i64::MAX));
        assert_eq!(found.total, Between::exactly(i64::MAX));
    }
}
