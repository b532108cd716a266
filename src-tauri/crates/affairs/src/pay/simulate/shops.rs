//! A scenario on a payroll and headcounts alone, where those of shops are told too: whoever a step for a shop means is then known
//! by number and by sum. Also what is said of such a reckoning: only what was done. Bands are `enclosed`'s.

use ledger::Fen;

use super::cost::{self, Rates};
use super::enclosed::{self, BandEffect, Effects};
use super::model::{PayRise, PayRound, PayScenario, PayStep, PayStepKind};
use crate::pay::figures::disclosure::{self, Telling};
use crate::pay::figures::model::Between;
use crate::pay::figures::table::{WageBand, WageSum};

/// A payroll with the parts of it that are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payroll {
    /// Everybody.
    pub all: WageBand,
    /// The least that a person is taken to earn; 0 where nobody says, or the payroll does not bear it.
    pub lowest: i64,
    /// The shops that are told, and under an empty name everybody else. Empty where no shop is told.
    parts: Vec<WageBand>,
}

/// Some people of whom the sum is known.
fn band(name: &str, people: u32, sum: i64, lowest: i64) -> WageBand {
    // A payroll under the minimum for everybody does not bear the assumption.
    let from = if sum < lowest.saturating_mul(people.into()) { 0 } else { lowest };
    WageBand { name: name.to_owned(), from, to: None, people, sum: Some(sum) }
}

impl Payroll {
    /// A payroll of which no figure is told of fewer than `least` people.
    pub fn of(all: &WageSum, shops: &[WageSum], least: u32, lowest: i64) -> Self {
        let whole = band("全部", all.people, all.sum.0, lowest);
        Payroll { lowest: whole.from, parts: parts(all, shops, least, lowest), all: whole }
    }

    /// Whether a shop of this name is told.
    fn tells(&self, shop: &str) -> bool {
        self.parts.iter().any(|part| !part.name.is_empty() && part.name == shop)
    }

    /// Whether a step for some shops means people whose number and sum are known.
    pub fn knows(&self, step: &PayStep) -> bool {
        step.only.shops.iter().all(|shop| self.tells(shop))
    }

    /// The scenario as a part meets it: a step for other shops is none of its own, one for its own is for everybody of it.
    fn met_by(&self, part: &WageBand, scenario: &PayScenario) -> PayScenario {
        let step = |step: &PayStep| -> Option<PayStep> {
            let shops = &step.only.shops;
            if shops.is_empty() {
                return Some(step.clone());
            }
            // Among the others may be people of a shop that is not told.
            if part.name.is_empty() && !self.knows(step) {
                return Some(step.clone());
            }
            let mut own = step.clone();
            own.only.shops.clear();
            shops.contains(&part.name).then_some(own)
        };
        PayScenario { steps: scenario.steps.iter().filter_map(step).collect(), round: scenario.round }
    }

    /// The sums of one month and what becomes of a wage, where a step is for a shop that is told; none where no step is, or the
    /// scenario can turn out in too many ways.
    pub fn by_shop(&self, scenario: &PayScenario, rates: &Rates) -> Option<(cost::Month, BandEffect)> {
        let for_one = |step: &PayStep| step.only.shops.iter().any(|shop| self.tells(shop));
        if !scenario.steps.iter().any(for_one) {
            return None;
        }
        let of = |part: &WageBand| {
            enclosed::effects(std::slice::from_ref(part), None, &self.met_by(part, scenario), rates)
        };
        let effects: Vec<Effects> = self.parts.iter().map(of).collect::<Option<_>>()?;
        let month = enclosed::month(Between::exactly(self.all.sum?), &effects);
        let after =
            effects.iter().flat_map(|part| &part.bands).map(|effect| effect.after).reduce(|a, b| {
                Between { from: a.from.min(b.from), to: a.to.zip(b.to).map(|(a, b)| a.max(b)) }
            })?;
        Some((month, BandEffect { rise: month.rise, after }))
    }
}

/// The shops that are told with everybody else of the payroll; empty where none is, or where their sums leave less than nothing.
fn parts(all: &WageSum, shops: &[WageSum], least: u32, lowest: i64) -> Vec<WageBand> {
    let counts: Vec<u32> = shops.iter().map(|shop| shop.people).collect();
    let heads: u32 = counts.iter().fold(0, |heads, people| heads.saturating_add(*people));
    let telling = disclosure::of_counts(&counts, all.people.saturating_sub(heads), least);
    let told: Vec<&WageSum> =
        shops.iter().zip(telling).filter(|(_, one)| *one == Telling::Told).map(|(shop, _)| shop).collect();
    let (mut people, mut sum) = (i64::from(all.people), all.sum.0);
    for shop in &told {
        (people, sum) = (people - i64::from(shop.people), sum - shop.sum.0);
    }
    let Ok(people) = u32::try_from(people) else { return Vec::new() };
    if told.is_empty() || (people > 0 && sum < 0) {
        return Vec::new();
    }
    let mut parts: Vec<WageBand> =
        told.iter().map(|shop| band(&shop.name, shop.people, shop.sum.0, lowest)).collect();
    if people > 0 {
        parts.push(band("", people, sum, lowest));
    }
    parts
}

/// Whether a step stops or begins to act at a sum, so that it matters where single wages stand.
fn bends(step: &PayStep) -> bool {
    matches!(step.what, PayStepKind::Floor { .. } | PayStepKind::Cap { .. } | PayStepKind::Tiers { .. })
}

/// Whether a step asks who someone is beyond the shop.
fn beyond_shop(step: &PayStep) -> bool {
    let only = &step.only;
    let for_some = !only.forms.is_empty() || !only.grades.is_empty() || only.front_line.is_some();
    for_some || matches!(step.what, PayStepKind::Grades { .. } | PayStepKind::Certificates { .. })
}

/// Whether it matters where single wages stand, so that the least that a person is taken to earn bounds something: by a step, or
/// by the insurance.
fn ranges(scenarios: &[PayScenario], rates: &Rates) -> (bool, bool) {
    let bent = scenarios.iter().flat_map(|one| &one.steps).any(bends);
    let bounded = rates.insurance.iter().any(|fund| fund.floor.is_some() || fund.ceiling.is_some());
    (bent, bounded)
}

/// Whether a step for some shops is reckoned on what is known of them.
fn goes_by_shop(payroll: &Payroll, scenarios: &[PayScenario]) -> bool {
    let mut steps = scenarios.iter().flat_map(|one| &one.steps);
    steps.any(|step| !step.only.shops.is_empty() && payroll.knows(step))
}

/// On what bounds stand, as a plan prints it.
pub fn bounds_of(payroll: &Payroll, scenarios: &[PayScenario], rates: &Rates) -> String {
    let (bent, bounded) = ranges(scenarios, rates);
    let from = match payroll.lowest {
        lowest if lowest > 0 && (bent || bounded) => format!("每人不低于{}元、", Fen(lowest)),
        _ => String::new(),
    };
    let by_shop = match goes_by_shop(payroll, scenarios) {
        true => "，限定车间的步骤按这个车间的工资总额和人数推算",
        false => "",
    };
    format!("按{from}合计等于工资总额推算{by_shop}，每人四舍五入的出入也算在内")
}

/// What is said of scenarios on a payroll: which of their steps come out exactly, which between bounds, and on what these stand.
pub fn notes(payroll: &Payroll, scenarios: &[PayScenario], rates: &Rates) -> Vec<String> {
    let steps = || scenarios.iter().flat_map(|one| &one.steps);
    let unknown = |step: &PayStep| beyond_shop(step) || !payroll.knows(step);
    let mut said = vec!["只有工资总额和人数，没有逐人的工资".to_owned()];
    let (bent, bounded) = ranges(scenarios, rates);
    let known = |share: bool| {
        steps().any(|step| match &step.what {
            // A rise under zero ends at nothing.
            PayStepKind::Rise { rise: PayRise { percent, fixed } } => {
                (*percent != 0) == share && (share || fixed.0 >= 0) && !unknown(step)
            }
            _ => false,
        })
    };
    let fen = scenarios.iter().all(|one| one.round == PayRound::Fen);
    if bent {
        said.push("保底、封顶和分档只能给出范围".to_owned());
    } else {
        if known(false) && fen {
            said.push("按定额增资的结果是准的".to_owned());
        }
        if known(true) || (known(false) && !fen) {
            said.push("每人四舍五入的出入算在范围里".to_owned());
        }
    }
    if bounded {
        said.push("社会保险费的缴费基数有上下限，只能给出范围".to_owned());
    }
    if (bent || bounded) && payroll.lowest > 0 {
        said.push(format!("范围按每人不低于{}元推算", Fen(payroll.lowest)));
    }
    let mut notes = vec![format!("{}。", said.join("，"))];
    if goes_by_shop(payroll, scenarios) {
        notes.push("限定车间的步骤，按这个车间的工资总额和人数计算。".to_owned());
    }
    if steps().any(unknown) {
        notes.push(UNKNOWN.to_owned());
    }
    notes
}

/// What is said of steps that ask who someone is where nothing tells it.
pub const UNKNOWN: &str = "有的步骤只给一部分人（车间、用工形式、岗位、等级、证书），从这份数据看不出涉及多少人，范围按没有人到所有人推算。";
