//! A scenario that is one straight rise for everybody, a share and a sum: it keeps the order of wages, so that what bands tell of the
//! order, of its spread and of its Gini coefficient moves with it. Any other is followed wage by wage in `enclosed`.

use super::engine::WHOLE;
use super::model::{PayRound, PayScenario, PayStepKind, PayStepOnly};
use crate::pay::figures::model::Between;
use crate::pay::figures::table::WageBand;
use crate::pay::figures::{bounds, exact};

/// By how many fen rounding to the yuan moves a wage at most.
const YUAN: i128 = 50;

/// What becomes of every wage: `share` parts out of `over` of it and `fixed` of such parts more, to within `off` fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Straight {
    share: i128,
    fixed: i128,
    over: i128,
    off: i128,
}

impl Straight {
    /// Of a scenario; none where it is not the same for everybody, or takes from somebody so that nothing may be left.
    pub fn of(scenario: &PayScenario) -> Option<Self> {
        let whole = i128::from(WHOLE);
        let mut line = Straight { share: 1, fixed: 0, over: 1, off: 0 };
        for step in &scenario.steps {
            let PayStepKind::Rise { rise } = &step.what else { return None };
            let share = whole + i128::from(rise.percent);
            if step.only != PayStepOnly::default() || share <= 0 || rise.fixed.0 < 0 {
                return None;
            }
            if share != whole {
                line.share = line.share.checked_mul(share)?;
                line.fixed = line.fixed.checked_mul(share)?;
                line.over = line.over.checked_mul(whole)?;
                // Half a fen each, which a later share makes larger.
                line.off = exact::ceiling(line.off.checked_mul(share)?, whole) + 1;
            }
            line.fixed = line.fixed.checked_add(line.over.checked_mul(rise.fixed.0.into())?)?;
        }
        if scenario.round == PayRound::Yuan {
            line.off += YUAN;
        }
        Some(line)
    }

    /// What a point of the order lies between after, by what it lay between before.
    fn moved(&self, before: Between) -> Option<Between> {
        // A point between two neighbours is rounded before and after.
        let slack = match self.off == 0 && self.share == self.over {
            true => 0,
            false => self.off + exact::ceiling(self.share.checked_add(self.over)?, self.over.checked_mul(2)?),
        };
        let parts = |wage: i64| self.share.checked_mul(wage.into())?.checked_add(self.fixed);
        let from = parts(before.from)?.div_euclid(self.over) - slack;
        let to = match before.to {
            Some(to) => Some(i64::try_from(exact::ceiling(parts(to)?, self.over) + slack).ok()?),
            None => None,
        };
        Some(Between { from: i64::try_from(from).ok()?.max(0), to })
    }

    /// P90 to P10 after, in hundredths.
    pub fn spread(&self, bands: &[WageBand]) -> Option<Between> {
        let point = |tenth| self.moved(bounds::quantile(bands, tenth, 10)?);
        let (high, low) = (point(9)?, point(1)?);
        let from = low.to.and_then(|low| exact::hundredths(high.from, low)).unwrap_or(100);
        let to = high.to.and_then(|high| exact::hundredths(high, low.from));
        Some(Between { from: from.max(100), to })
    }

    /// The Gini coefficient after, where each band tells its sum. A share moves the differences and the sum alike, a fixed sum
    /// only the sum.
    pub fn gini(&self, bands: &[WageBand]) -> Option<Between> {
        let heaps = bounds::heaps(bands)?;
        let (people, sum, weighed) = exact::weighed(heaps.iter().map(|(heap, ..)| *heap))?;
        let all = self.share.checked_mul(sum)?.checked_add(self.fixed.checked_mul(people)?)?;
        let off = self.off.checked_mul(self.over)?.checked_mul(people)?;
        let apart = self.share.checked_mul(weighed)?.checked_sub(off.checked_mul(people)?)?;
        let from =
            exact::half_up(apart.checked_mul(exact::WHOLE)?, people.checked_mul(all.checked_add(off)?)?)?;
        let most = || {
            let fine = exact::gini_at_most_fine(&bounds::closed(&heaps)?)?;
            let apart = self.share.checked_mul(sum)?.checked_mul(fine)?;
            let apart = apart.checked_add(off.checked_mul(exact::FINE)?)?;
            let all = all.checked_sub(off).filter(|all| *all > 0)?.checked_mul(exact::FINE)?;
            i64::try_from(exact::ceiling(apart.checked_mul(exact::WHOLE)?, all).min(exact::WHOLE)).ok()
        };
        Some(Between { from: from.max(0), to: most() })
    }
}

/// What two bounds prove together.
pub(super) fn narrower(one: Option<Between>, other: Option<Between>) -> Option<Between> {
    let (Some(one), Some(other)) = (one, other) else { return one.or(other) };
    let to = match (one.to, other.to) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    };
    Some(Between { from: one.from.max(other.from), to })
}
