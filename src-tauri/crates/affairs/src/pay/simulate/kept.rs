//! What a kept scenario came to, as page, offer, plan, contract and check take it: each figure exactly or between its bounds, and the
//! share by which all rise, which needs no sum. The rows are `store`'s; who may read them is decided in `acts`.

use ledger::Fen;

use super::model::{KeptPayScenario, PayBounds, PaySimulated, PayStepKind, PayStepOnly};
use super::words;
use crate::pay::figures::model::Between;

/// Only what is known exactly is a sum.
pub(super) fn exactly(between: Option<Between>) -> Option<Fen> {
    between.filter(|one| one.is_exact()).map(|one| Fen(one.from))
}

impl PayBounds {
    /// What of a trial is kept.
    pub fn of(result: &PaySimulated) -> Self {
        let cost = result.cost;
        PayBounds {
            before: result.before,
            after: result.after,
            growth: result.growth,
            wages: cost.map(|cost| cost.wages),
            insurance: cost.map(|cost| cost.insurance),
            fee: cost.map(|cost| cost.fee),
            total: cost.map(|cost| cost.total),
        }
    }

    /// Whether one of the sums is not known exactly, so that the bounds say more than sums would.
    pub fn is_wide(&self) -> bool {
        [self.before, self.after, self.wages, self.insurance, self.fee, self.total]
            .into_iter()
            .flatten()
            .any(|one| !one.is_exact())
    }
}

/// The sum, else what it lies between.
fn known(sum: Option<Fen>, between: Option<Between>) -> Option<Between> {
    sum.map(|sum| Between::exactly(sum.0)).or(between)
}

impl KeptPayScenario {
    fn bound(&self, of: impl Fn(PayBounds) -> Option<Between>) -> Option<Between> {
        self.bounds.and_then(of)
    }

    /// The average before.
    pub fn before(&self) -> Option<Between> {
        known(self.before_average, self.bound(|all| all.before))
    }

    /// The average after.
    pub fn after(&self) -> Option<Between> {
        known(self.target_average, self.bound(|all| all.after))
    }

    /// The growth of the average in hundredths of a percent, where it was kept beside sums that are not exact.
    pub fn growth(&self) -> Option<Between> {
        self.bound(|all| all.growth)
    }

    /// What the wages, the insurance, the contribution and all of them cost in all the months.
    pub fn costs(&self) -> Option<[Between; 4]> {
        Some([
            known(self.wages, self.bound(|all| all.wages))?,
            known(self.insurance, self.bound(|all| all.insurance))?,
            known(self.fee, self.bound(|all| all.fee))?,
            known(self.total, self.bound(|all| all.total))?,
        ])
    }

    /// The share by which all rise, in hundredths of a percent, where the scenario says nothing else.
    pub fn plain_share(&self) -> Option<i64> {
        let [step] = &self.scenario.as_ref()?.steps[..] else { return None };
        match &step.what {
            PayStepKind::Rise { rise } if rise.fixed == Fen(0) && step.only == PayStepOnly::default() => {
                Some(rise.percent.into())
            }
            _ => None,
        }
    }

    /// How the average rises, in words, and that it is reckoned between bounds where it is.
    pub fn averages(&self) -> Option<String> {
        let (before, after) = self.before().zip(self.after())?;
        let how = if before.is_exact() && after.is_exact() {
            ""
        } else {
            "（不列逐人的工资，这是推算的范围）"
        };
        Some(format!("月平均工资由{}增加到{}{how}", words::sum(before), words::sum(after)))
    }
}
