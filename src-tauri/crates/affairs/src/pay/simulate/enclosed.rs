//! A scenario on bands: what it surely lies between, no wider than what is not known. Within a band a wage can stand anywhere, so
//! the rise is followed over the whole stretch, in each way it may turn out; where a band has no upper end, as far as the
//! payroll bears it, else until nothing changes any more. What depends on shop or grade counts both for all and for nobody. How
//! one way is followed stands in `ways`, what the people come to together in `hull`. Single wages are `engine`'s.

use super::cost::{Month, Rates, all_due};
use super::engine::WHOLE;
use super::hull::{self, Curve, plus};
use super::model::{PayRise, PayRound, PayScenario, PayStepKind};
use super::ways::{Met, Way, idle, ways};
use crate::pay::figures::model::Between;
use crate::pay::figures::table::WageBand;

/// What a scenario does to a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandEffect {
    /// What the wages together rise by in a month.
    pub rise: Between,
    /// The lowest and the highest wage that may stand in the band after.
    pub after: Between,
}

/// What a scenario does to some bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effects {
    /// To each of them.
    pub bands: Vec<BandEffect>,
    /// What all wages together rise by in a month.
    pub rise: Between,
    /// What the insurance rises by.
    pub insurance: Between,
    /// What the insurance was.
    pub insured: Between,
}

/// Whether a scenario takes a share away from anybody.
fn lowers(scenario: &PayScenario) -> bool {
    scenario.steps.iter().any(|step| match &step.what {
        PayStepKind::Rise { rise } => rise.percent < 0,
        PayStepKind::Tiers { tiers } => tiers.iter().any(|tier| tier.rise.percent < 0),
        PayStepKind::Grades { grades } => grades.iter().any(|one| one.rise.percent < 0),
        PayStepKind::Floor { .. } | PayStepKind::Cap { .. } | PayStepKind::Certificates { .. } => false,
    })
}

/// Whether nobody's wage falls by a scenario.
fn rises(scenario: &PayScenario) -> bool {
    let up = |rise: &PayRise| rise.percent >= 0 && rise.fixed.0 >= 0;
    scenario.steps.iter().all(|step| match &step.what {
        PayStepKind::Rise { rise } => up(rise),
        PayStepKind::Tiers { tiers } => tiers.iter().all(|tier| up(&tier.rise)),
        PayStepKind::Grades { grades } => grades.iter().all(|one| up(&one.rise)),
        PayStepKind::Floor { .. } | PayStepKind::Cap { .. } | PayStepKind::Certificates { .. } => true,
    })
}

/// The bands as narrow as their payroll makes them: of what it leaves over the lower ends, nobody has more than all of it.
fn narrowed(bands: &[WageBand], payroll: Option<i64>) -> Vec<WageBand> {
    let free = || bands.iter().filter(|band| band.sum.is_none() && band.people > 0);
    let all = |ends: &dyn Fn(&WageBand) -> Option<i64>| {
        free().try_fold(0_i64, |sum, band| sum.checked_add(ends(band)?.checked_mul(band.people.into())?))
    };
    let told: i64 = bands.iter().filter_map(|band| band.sum).sum();
    let rest = payroll.and_then(|payroll| payroll.checked_sub(told));
    let over = rest.zip(all(&|band| Some(band.from))).map(|(rest, least)| rest - least);
    let under = rest.zip(all(&WageBand::top)).is_none_or(|(rest, most)| rest <= most);
    // A payroll that the bands do not bear says nothing.
    let Some(over) = over.filter(|over| *over >= 0 && under) else { return bands.to_vec() };
    let narrow = |band: &WageBand| {
        let most = band.from.saturating_add(over);
        let to = if band.sum.is_some() { band.to } else { Some(band.to.map_or(most, |to| to.min(most))) };
        WageBand { to, ..band.clone() }
    };
    bands.iter().map(narrow).collect()
}

/// What a scenario does to some bands, who earn the payroll together where it is told; none where it can turn out in too many ways,
/// or takes a share of wages that nothing bounds.
pub fn effects(
    bands: &[WageBand],
    payroll: Option<i64>,
    scenario: &PayScenario,
    rates: &Rates,
) -> Option<Effects> {
    let ways = ways(scenario)?;
    let bands = narrowed(bands, payroll);
    if lowers(scenario) && bands.iter().any(|band| band.top().is_none()) {
        return None;
    }
    // A rise costs nothing less than nothing.
    let only_up = rises(scenario);
    let at_least = |between: Between| match only_up {
        true => Between { from: between.from.max(0), to: between.to.map(|to| to.max(0)) },
        false => between,
    };
    let followed: Vec<Followed> =
        bands.iter().map(|band| follow(band, &ways, scenario.round, rates)).collect();
    let (mut rise, mut insurance, mut insured) = (Vec::new(), Vec::new(), Vec::new());
    let mut each = Vec::new();
    for one in followed {
        each.push(BandEffect { rise: at_least(hull::own(&one.rise)), after: one.after });
        rise.push(one.rise);
        insurance.push(one.insurance);
        insured.push(one.insured);
    }
    let all = |curves: &[Curve]| hull::all(curves, payroll);
    let nobody = ways.iter().all(|met| idle(met));
    // Where there is no fund nothing is due to one.
    let (insurance, insured) = match rates.insurance.len() {
        0 => (Between::exactly(0), Between::exactly(0)),
        _ if nobody => (Between::exactly(0), all(&insured)),
        _ => (at_least(all(&insurance)), all(&insured)),
    };
    Some(Effects { bands: each, rise: at_least(all(&rise)), insurance, insured })
}

/// What becomes of the people of a band, wage by wage.
struct Followed {
    rise: Curve,
    insurance: Curve,
    insured: Curve,
    after: Between,
}

fn follow(band: &WageBand, ways: &[Vec<Met>], round: PayRound, rates: &Rates) -> Followed {
    let top = band.top();
    let (mut rises, mut dues, mut befores) = (Vec::new(), Vec::new(), Vec::new());
    let (mut lowest, mut highest, mut down, mut up) = (i64::MAX, i64::MIN, 0, 0);
    let mut grows = false;
    for met in ways {
        let way = Way { met, round, rates };
        let to = top.unwrap_or_else(|| way.settled(band.from)).max(band.from);
        grows |= top.is_none() && way.grows();
        let mut ends = Vec::new();
        way.cut(band.from, to, 0, &mut ends);
        // Whom no step means keeps the wage to the fen.
        let (slack, yuan) = if idle(met) { (0, (0, 0)) } else { (way.slack(), way.yuan()) };
        (down, up) = (down.max(slack + yuan.0), up.max(slack + yuan.1));
        for before in ends {
            let (after, _) = way.after(before);
            let due = all_due(rates, before);
            rises.push((before, after - before));
            dues.push((before, all_due(rates, after) - due));
            befores.push((before, due));
            (lowest, highest) = (lowest.min(after), highest.max(after));
        }
    }
    // Over the ceiling of its base a fund takes no more.
    let ceilings = rates.insurance.iter().all(|fund| fund.ceiling.is_some());
    // Each fund rounds by half a fen, before and after, at the ends and between.
    let funds = i64::try_from(rates.insurance.len()).unwrap_or_default();
    // What all funds together take may be more than the wage.
    let share: i64 = rates.insurance.iter().map(|fund| i64::from(fund.rate)).sum();
    let part = |fen: i64| (fen * share + WHOLE - 1) / WHOLE;
    let curve =
        |points, slack, endless| Curve { points, people: band.people.into(), sum: band.sum, slack, endless };
    Followed {
        rise: curve(rises, (down, up), grows),
        insurance: curve(dues, (part(down) + 2 * funds, part(up) + 2 * funds), grows && !ceilings),
        insured: curve(befores, (funds, funds), top.is_none() && !ceilings),
        after: Between { from: lowest - down, to: top.map(|_| highest + up) },
    }
}

/// The sums of one month of people of whom the effects are known part by part.
pub fn month(payroll: Between, parts: &[Effects]) -> Month {
    let sum = |of: fn(&Effects) -> Between| parts.iter().map(of).fold(Between::exactly(0), plus);
    Month {
        payroll,
        insured: sum(|one| one.insured),
        rise: sum(|one| one.rise),
        insurance: sum(|one| one.insurance),
    }
}

/// P90 to P10 after, in hundredths: the order of what each may earn at least bounds the order from below, the order of what
/// each may earn at most from above.
pub fn spread(bands: &[WageBand], effects: &[BandEffect]) -> Option<Between> {
    let bounds = |of: fn(&BandEffect) -> Option<i64>| -> Option<Vec<WageBand>> {
        let mut ends: Vec<(i64, u32)> = bands
            .iter()
            .zip(effects)
            .map(|(band, effect)| Some((of(effect)?, band.people)))
            .collect::<Option<_>>()?;
        ends.sort_unstable();
        let band = |(end, people): (i64, u32)| WageBand {
            name: String::new(),
            from: end,
            to: Some(end),
            people,
            sum: None,
        };
        Some(ends.into_iter().map(band).collect())
    };
    use crate::pay::figures::{bounds::quantile, exact::hundredths};
    let low = bounds(|effect| Some(effect.after.from))?;
    let high = bounds(|effect| effect.after.to);
    let at = |bands: &[WageBand], k| quantile(bands, k, 10);
    let least = match &high {
        Some(high) => hundredths(at(&low, 9)?.from, at(high, 1)?.to?)?,
        None => 100,
    };
    let most = high.and_then(|high| hundredths(at(&high, 9)?.to?, at(&low, 1)?.from));
    Some(Between { from: least.max(100), to: most })
}
