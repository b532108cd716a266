//! A scenario on bands: what it surely lies between. Within a band a wage can stand anywhere, so the rise is followed over the
//! whole stretch: it is cut where a step begins or ceases to act, each piece is straight, and the average of the band, where
//! it is told, holds the sum between the upper and the lower hull of the pieces. What depends on shop or grade counts both for
//! all and for nobody. Single wages are `engine`'s.

use super::cost::{Month, Rates, all_due};
use super::engine::{WHOLE, risen, rounded, tier};
use super::model::{PayRise, PayRound, PayScenario, PayStep, PayStepKind};
use crate::pay::figures::model::Between;
use crate::pay::figures::table::WageBand;

/// In how many ways a scenario may turn out for someone of whom only the band is known, at most.
const WAYS: usize = 64;
/// How far an end of a stretch without an upper end is followed past the last sum that a step names.
const PAST: i64 = 1;

/// A step without a condition: what one kind of person meets.
#[derive(Clone)]
enum Met {
    Nothing,
    Rise(PayRise),
    Tiers(Vec<(i64, PayRise)>),
    Floor(i64),
    Cap(i64),
}

impl Met {
    /// Which of its pieces a wage meets, and what becomes of it.
    fn of(&self, before: i64, wage: i64) -> (i64, i64) {
        match self {
            Met::Nothing => (0, wage),
            // A rise under zero ends at nothing.
            Met::Rise(rise) => {
                let next = risen(wage, *rise);
                (i64::from(next > 0), next)
            }
            Met::Tiers(tiers) => {
                let at = tiers.partition_point(|(from, _)| *from <= wage);
                let next = tier(tiers, wage).map_or(wage, |rise| risen(wage, rise));
                (i64::try_from(at).unwrap_or_default() * 2 + i64::from(next > 0), next)
            }
            Met::Floor(floor) => (i64::from(wage >= *floor), wage.max(*floor)),
            Met::Cap(most) => (i64::from(wage - before > *most), wage.min(before.saturating_add(*most))),
        }
    }
}

/// What a step may be for someone of whom only the band is known.
fn ways_of(step: &PayStep) -> Option<Vec<Met>> {
    let only = &step.only;
    let everybody =
        only.shops.is_empty() && only.forms.is_empty() && only.grades.is_empty() && only.front_line.is_none();
    let mut ways = match &step.what {
        PayStepKind::Rise { rise } => vec![Met::Rise(*rise)],
        PayStepKind::Tiers { tiers } => {
            vec![Met::Tiers(tiers.iter().map(|tier| (tier.from.0, tier.rise)).collect())]
        }
        PayStepKind::Floor { fen } => vec![Met::Floor(fen.0)],
        PayStepKind::Cap { fen } => vec![Met::Cap(fen.0)],
        PayStepKind::Grades { grades } => {
            grades.iter().map(|one| Met::Rise(one.rise)).chain([Met::Nothing]).collect()
        }
        PayStepKind::Certificates { certificates } => {
            let count = u32::try_from(certificates.len()).ok().filter(|count| *count <= WAYS.ilog2())?;
            let held = |mask: u32| {
                let all = certificates.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
                let fixed = ledger::Fen(all.map(|(_, one)| one.fixed.0).sum());
                Met::Rise(PayRise { percent: 0, fixed })
            };
            (0..1_u32 << count).map(held).collect()
        }
    };
    if !everybody && !matches!(ways.last(), Some(Met::Nothing)) {
        ways.push(Met::Nothing);
    }
    Some(ways)
}

/// Every way a scenario may turn out; none where there are too many to follow.
fn ways(scenario: &PayScenario) -> Option<Vec<Vec<Met>>> {
    let mut all: Vec<Vec<Met>> = vec![Vec::new()];
    for step in &scenario.steps {
        let of = ways_of(step)?;
        if all.len() * of.len() > WAYS {
            return None;
        }
        all = all
            .iter()
            .flat_map(|before| of.iter().map(|met| before.iter().cloned().chain([met.clone()]).collect()))
            .collect();
    }
    Some(all)
}

/// One way, with what is taken of a wage.
struct Way<'a> {
    met: &'a [Met],
    round: PayRound,
    rates: &'a Rates,
}

impl Way<'_> {
    /// The wage at the end before it is rounded to the yuan, and after.
    fn after(&self, before: i64) -> (i64, i64) {
        let mut cap: Option<i64> = None;
        let wage = self.met.iter().fold(before, |wage, met| {
            let next = met.of(before, wage).1;
            match met {
                Met::Cap(most) => {
                    let most = before.saturating_add(*most);
                    cap = Some(cap.map_or(most, |cap| cap.min(most)));
                }
                _ if next != wage => cap = None,
                _ => {}
            }
            next
        });
        (wage, rounded(before, wage, cap, self.round))
    }

    /// The pieces a wage lies in, one a level: the bounds of the insurance before, each step, the bounds after.
    fn pieces(&self, before: i64) -> Vec<i64> {
        let place = |wage: i64| {
            let of = move |bound: Option<ledger::Fen>| bound.is_some_and(|bound| wage >= bound.0);
            self.rates
                .insurance
                .iter()
                .flat_map(move |fund| [of(fund.floor), of(fund.ceiling)])
                .map(i64::from)
        };
        let mut pieces: Vec<i64> = place(before).collect();
        let mut wage = before;
        for met in self.met {
            let (piece, next) = met.of(before, wage);
            pieces.push(piece);
            wage = next;
        }
        pieces.extend(place(wage));
        pieces
    }

    /// Cuts a stretch into straight pieces, level by level: where those before are straight, a level changes in one direction.
    fn cut(&self, from: i64, to: i64, level: usize, ends: &mut Vec<i64>) {
        let (first, last) = (self.pieces(from), self.pieces(to));
        let (Some(low), Some(high)) = (first.get(level), last.get(level)) else {
            ends.extend([from, to]);
            return;
        };
        if low == high {
            return self.cut(from, to, level + 1, ends);
        }
        // The last wage of the first piece.
        let (mut within, mut beyond) = (from, to);
        while beyond - within > 1 {
            let middle = within + (beyond - within) / 2;
            match self.pieces(middle).get(level) == Some(low) {
                true => within = middle,
                false => beyond = middle,
            }
        }
        self.cut(from, within, level + 1, ends);
        self.cut(beyond, to, level, ends);
    }

    /// By how many fen a piece may differ from a straight line before it is rounded to the yuan: half a fen a share at the ends
    /// and between, which a later share makes larger. Floors, caps and fixed sums round nothing.
    fn slack(&self) -> i64 {
        let share = |rise: &PayRise| i64::from(rise.percent);
        self.met.iter().fold(0, |slack, met| {
            let largest = match met {
                Met::Rise(rise) => share(rise),
                Met::Tiers(tiers) => {
                    let shares = tiers.iter().map(|(_, rise)| share(rise)).filter(|share| *share != 0);
                    shares.max().unwrap_or_default()
                }
                Met::Nothing | Met::Floor(_) | Met::Cap(_) => 0,
            };
            if largest == 0 { slack } else { (slack * (WHOLE + largest.max(0)) + WHOLE - 1) / WHOLE + 1 }
        })
    }

    /// How far rounding to the yuan takes a wage down, and up, at most.
    fn yuan(&self) -> (i64, i64) {
        let caps = self.met.iter().any(|met| matches!(met, Met::Cap(_)));
        match self.round {
            PayRound::Fen => (0, 0),
            PayRound::Yuan => (if caps { 100 } else { 50 }, 50),
        }
    }
}

/// What the sum of a function over so many people is between, who earn `sum` together where it is told.
fn sum_between(points: &[(i64, i64)], people: i64, sum: Option<i64>, (down, up): (i64, i64)) -> Between {
    let (mut least, mut most) = (None::<i128>, None::<i128>);
    let mut take = |low: i128, high: i128| {
        least = Some(least.map_or(low, |least| least.min(low)));
        most = Some(most.map_or(high, |most| most.max(high)));
    };
    let n = i128::from(people);
    let fits = |sum: &i128| {
        points.iter().any(|(x, _)| n * i128::from(*x) <= *sum)
            && points.iter().any(|(x, _)| n * i128::from(*x) >= *sum)
    };
    match sum.map(i128::from).filter(fits) {
        // Between two points around the average: the chord at it.
        Some(sum) => {
            for (x, y) in points.iter().map(|(x, y)| (i128::from(*x), i128::from(*y))) {
                if n * x == sum {
                    take(n * y, n * y);
                }
                for (z, w) in points.iter().map(|(z, w)| (i128::from(*z), i128::from(*w))) {
                    if n * x < sum && sum < n * z {
                        let (num, den) = ((w - y) * (sum - n * x), z - x);
                        let down = num.div_euclid(den);
                        take(n * y + down, n * y + down + i128::from(num.rem_euclid(den) != 0));
                    }
                }
            }
        }
        None => points.iter().for_each(|(_, y)| take(n * i128::from(*y), n * i128::from(*y))),
    }
    let (down, up) = (n * i128::from(down), n * i128::from(up));
    let fen = |sum: i128| i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX });
    Between { from: fen(least.unwrap_or_default() - down), to: most.map(|most| fen(most + up)) }
}

/// What a scenario does to a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandEffect {
    /// What the wages together rise by in a month.
    pub rise: Between,
    /// What the insurance rises by.
    pub insurance: Between,
    /// What the insurance was.
    pub insured: Between,
    /// The lowest and the highest wage that may stand in the band after.
    pub after: Between,
}

/// The highest sum that a scenario or a fund names.
fn named(scenario: &PayScenario, rates: &Rates) -> i64 {
    let of = |step: &PayStep| match &step.what {
        PayStepKind::Tiers { tiers } => tiers.iter().map(|tier| tier.from.0).max().unwrap_or_default(),
        PayStepKind::Floor { fen } | PayStepKind::Cap { fen } => fen.0,
        _ => 0,
    };
    let bounds =
        rates.insurance.iter().flat_map(|fund| [fund.floor, fund.ceiling]).flatten().map(|fen| fen.0);
    scenario.steps.iter().map(of).chain(bounds).max().unwrap_or_default()
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

/// What a scenario does to each of some bands; none where it can turn out in too many ways, or takes a share of wages that
/// nothing bounds.
pub fn effects(bands: &[WageBand], scenario: &PayScenario, rates: &Rates) -> Option<Vec<BandEffect>> {
    let ways = ways(scenario)?;
    if lowers(scenario) && bands.iter().any(|band| band.top().is_none()) {
        return None;
    }
    let past = named(scenario, rates).checked_add(PAST)?;
    let only_up = rises(scenario);
    Some(bands.iter().map(|band| effect(band, &ways, (scenario.round, only_up), rates, past)).collect())
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

/// Whether a way does nothing to a wage.
fn idle(met: &[Met]) -> bool {
    met.iter().all(|one| matches!(one, Met::Nothing))
}

fn effect(
    band: &WageBand,
    ways: &[Vec<Met>],
    (round, only_up): (PayRound, bool),
    rates: &Rates,
    past: i64,
) -> BandEffect {
    let top = band.top();
    let (from, to) = (band.from, top.unwrap_or_else(|| past.max(band.from)).max(band.from));
    let (mut rises, mut dues, mut befores) = (Vec::new(), Vec::new(), Vec::new());
    let (mut lowest, mut highest, mut down, mut up) = (i64::MAX, i64::MIN, 0, 0);
    for met in ways {
        let way = Way { met, round, rates };
        let mut ends = Vec::new();
        way.cut(from, to, 0, &mut ends);
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
    let people = i64::from(band.people);
    let open = |between: Between| Between { to: between.to.filter(|_| top.is_some()), ..between };
    let all = |points: &[(i64, i64)], slack| open(sum_between(points, people, band.sum, slack));
    // A rise costs nothing less than nothing, and where there is no fund nothing is due to one.
    let at_least = |between: Between| match only_up {
        true => Between { from: between.from.max(0), to: between.to.map(|to| to.max(0)) },
        false => between,
    };
    // Each fund rounds by half a fen, before and after, at the ends and between.
    let funds = i64::try_from(rates.insurance.len()).unwrap_or_default();
    let (insurance, insured) = match funds {
        0 => (Between::exactly(0), Between::exactly(0)),
        funds if ways.iter().all(|met| idle(met)) => (Between::exactly(0), all(&befores, (funds, funds))),
        funds => {
            // What all funds together take may be more than the wage.
            let share: i64 = rates.insurance.iter().map(|fund| i64::from(fund.rate)).sum();
            let part = |fen: i64| (fen * share + WHOLE - 1) / WHOLE;
            (
                at_least(all(&dues, (part(down) + 2 * funds, part(up) + 2 * funds))),
                all(&befores, (funds, funds)),
            )
        }
    };
    BandEffect {
        rise: at_least(all(&rises, (down, up))),
        insurance,
        insured,
        after: open(Between { from: lowest - down, to: Some(highest + up) }),
    }
}

fn plus(a: Between, b: Between) -> Between {
    Between { from: a.from.saturating_add(b.from), to: a.to.zip(b.to).map(|(a, b)| a.saturating_add(b)) }
}

/// The sums of one month of all bands together.
pub fn month(payroll: Between, effects: &[BandEffect]) -> Month {
    let sum = |of: fn(&BandEffect) -> Between| effects.iter().map(of).fold(Between::exactly(0), plus);
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
