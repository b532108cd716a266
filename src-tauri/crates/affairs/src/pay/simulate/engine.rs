//! A scenario carried out on single wages: steps in their order on whole columns, each rounded half up to the fen. Pure, and
//! quick enough to follow a slider over tens of thousands of people. What it costs stands in `cost`.

use super::model::{PayRise, PayRound, PayScenario, PayStepKind, PayStepOnly};
use crate::pay::figures::model::WageCut;
use crate::pay::figures::table::Singles;

/// Hundredths of a percent in a whole.
pub(super) const WHOLE: i64 = 10_000;
/// Fen in a yuan.
const YUAN: i64 = 100;
/// How the column of front line and office calls the two.
pub const FRONT_LINE: &str = "一线";
/// Everybody else.
pub const OFFICE: &str = "非一线";

/// A share of a sum that is not under zero, half up.
pub(super) fn part(sum: i64, share: i64) -> i64 {
    (sum.saturating_mul(share).saturating_add(WHOLE / 2)).div_euclid(WHOLE)
}

/// A wage after a rise: the whole is rounded once, and nobody owes.
pub(super) fn risen(wage: i64, rise: PayRise) -> i64 {
    part(wage, WHOLE + i64::from(rise.percent)).saturating_add(rise.fixed.0).max(0)
}

/// The end of a scenario: whoever's wage changed has it rounded as agreed. Rounding takes nothing from a rise under what was paid
/// before, and lifts nobody over a cap that was the last word: such a wage is rounded down.
pub(super) fn rounded(before: i64, after: i64, cap: Option<i64>, to: PayRound) -> i64 {
    if to == PayRound::Fen || after == before {
        return after;
    }
    let whole = |sum: i64| sum.div_euclid(YUAN) * YUAN;
    let near = whole(after + YUAN / 2);
    let held = match cap {
        Some(cap) if near > cap => whole(cap),
        _ => near,
    };
    if after > before { held.max(before) } else { held }
}

/// A step whose words became codes.
enum Act {
    Rise(PayRise),
    /// Rising lower ends with their rises.
    Tiers(Vec<(i64, PayRise)>),
    Floor(i64),
    Cap(i64),
    /// By the code of a grade.
    Grades(Vec<Option<PayRise>>),
    /// By the code of a certificate.
    Certificates(Vec<i64>),
}

/// Which codes of a column pass; none lets everybody pass.
type Pass = Option<Vec<bool>>;

/// Which codes of a column a list of words names.
fn pass(table: &Singles, by: WageCut, words: &[String]) -> Pass {
    let names = &table.cut(by).names;
    (!words.is_empty()).then(|| names.iter().map(|name| words.contains(name)).collect())
}

fn passes(pass: &Pass, table: &Singles, by: WageCut, person: usize) -> bool {
    let Some(pass) = pass else { return true };
    let code = table.cut(by).codes.get(person).copied();
    code.and_then(|code| usize::try_from(code).ok()).and_then(|code| pass.get(code)).copied().unwrap_or(false)
}

/// For whom a step is, as a mark a person; none for everybody.
fn whom(table: &Singles, only: &PayStepOnly) -> Option<Vec<bool>> {
    let line: Vec<String> =
        only.front_line.map(|front| if front { FRONT_LINE } else { OFFICE }.to_owned()).into_iter().collect();
    let columns = [
        (WageCut::Shop, pass(table, WageCut::Shop, &only.shops)),
        (WageCut::Form, pass(table, WageCut::Form, &only.forms)),
        (WageCut::Grade, pass(table, WageCut::Grade, &only.grades)),
        (WageCut::Line, pass(table, WageCut::Line, &line)),
    ];
    if columns.iter().all(|(_, pass)| pass.is_none()) {
        return None;
    }
    let of = |person| columns.iter().all(|(by, pass)| passes(pass, table, *by, person));
    Some((0..table.wages.len()).map(of).collect())
}

fn act(table: &Singles, what: &PayStepKind) -> Act {
    match what {
        PayStepKind::Rise { rise } => Act::Rise(*rise),
        PayStepKind::Tiers { tiers } => {
            Act::Tiers(tiers.iter().map(|tier| (tier.from.0, tier.rise)).collect())
        }
        PayStepKind::Floor { fen } => Act::Floor(fen.0),
        PayStepKind::Cap { fen } => Act::Cap(fen.0),
        PayStepKind::Grades { grades } => {
            let rise = |name: &String| grades.iter().find(|one| one.grade == *name).map(|one| one.rise);
            Act::Grades(table.cut(WageCut::Grade).names.iter().map(rise).collect())
        }
        PayStepKind::Certificates { certificates } => {
            let fixed = |name: &String| {
                certificates.iter().filter(|one| one.name == *name).map(|one| one.fixed.0).sum()
            };
            Act::Certificates(table.certificates.names.iter().map(fixed).collect())
        }
    }
}

/// The rise of the tier that a wage falls in.
pub(super) fn tier(tiers: &[(i64, PayRise)], wage: i64) -> Option<PayRise> {
    let at = tiers.partition_point(|(from, _)| *from <= wage);
    at.checked_sub(1).and_then(|at| tiers.get(at)).map(|(_, rise)| *rise)
}

impl Act {
    /// What the step makes of a person's wage, who began with `before`.
    fn of(&self, table: &Singles, person: usize, before: i64, wage: i64) -> i64 {
        match self {
            Act::Rise(rise) => risen(wage, *rise),
            Act::Tiers(tiers) => tier(tiers, wage).map_or(wage, |rise| risen(wage, rise)),
            Act::Floor(floor) => wage.max(*floor),
            Act::Cap(most) => wage.min(before.saturating_add(*most)),
            Act::Grades(grades) => {
                let code = table.cut(WageCut::Grade).codes.get(person).copied();
                let rise = code.and_then(|code| grades.get(usize::try_from(code).ok()?).copied().flatten());
                rise.map_or(wage, |rise| risen(wage, rise))
            }
            Act::Certificates(fixed) => {
                let held = table.certificates.of(person).iter();
                held.filter_map(|code| fixed.get(usize::try_from(*code).ok()?))
                    .fold(wage, |wage, more| wage.saturating_add(*more))
            }
        }
    }
}

/// Everybody's wage after a scenario, in the order of the table.
pub fn run(table: &Singles, scenario: &PayScenario) -> Vec<i64> {
    let mut wages = table.wages.clone();
    // The most that a cap leaves to each, as long as no later step moved the wage.
    let capped = scenario.steps.iter().any(|step| matches!(step.what, PayStepKind::Cap { .. }));
    let mut caps: Vec<Option<i64>> = if capped { vec![None; wages.len()] } else { Vec::new() };
    for step in &scenario.steps {
        let (act, whom) = (act(table, &step.what), whom(table, &step.only));
        for (person, (wage, before)) in wages.iter_mut().zip(&table.wages).enumerate() {
            if whom.as_ref().is_none_or(|whom| whom.get(person).copied().unwrap_or(false)) {
                let next = act.of(table, person, *before, *wage);
                if let Some(cap) = caps.get_mut(person) {
                    *cap = match act {
                        Act::Cap(most) => {
                            let most = before.saturating_add(most);
                            Some(cap.map_or(most, |cap| cap.min(most)))
                        }
                        _ if next != *wage => None,
                        _ => *cap,
                    };
                }
                *wage = next;
            }
        }
    }
    for (person, (wage, before)) in wages.iter_mut().zip(&table.wages).enumerate() {
        *wage = rounded(*before, *wage, caps.get(person).copied().flatten(), scenario.round);
    }
    wages
}

/// Words of a scenario that the table does not have: such a step moves nobody, which a person would want to know.
pub fn unknown_words(table: &Singles, scenario: &PayScenario) -> Vec<String> {
    let mut unknown: Vec<String> = Vec::new();
    let mut look = |names: &[String], words: Vec<&String>| {
        let new = words.into_iter().filter(|word| !names.contains(word));
        for word in new {
            if !unknown.contains(word) {
                unknown.push(word.clone());
            }
        }
    };
    for step in &scenario.steps {
        look(&table.cut(WageCut::Shop).names, step.only.shops.iter().collect());
        look(&table.cut(WageCut::Form).names, step.only.forms.iter().collect());
        look(&table.cut(WageCut::Grade).names, step.only.grades.iter().collect());
        match &step.what {
            PayStepKind::Grades { grades } => {
                look(&table.cut(WageCut::Grade).names, grades.iter().map(|one| &one.grade).collect());
            }
            PayStepKind::Certificates { certificates } => {
                look(&table.certificates.names, certificates.iter().map(|one| &one.name).collect());
            }
            _ => {}
        }
    }
    unknown
}
