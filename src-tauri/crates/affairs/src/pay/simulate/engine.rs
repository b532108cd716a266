//! A scenario carried out on single wages: its steps with their words turned into codes, for `reckon` to carry out on whole columns.
//! Pure, and quick enough to follow a slider over tens of thousands of people. What it costs stands in `cost`.

use ledger::Fen;
use reckon::{Act, Rise, Step};

use super::model::{PayRise, PayRound, PayScenario, PayStepKind, PayStepOnly};
use crate::pay::figures::model::WageCut;
use crate::pay::figures::table::Singles;

pub(super) use reckon::{WHOLE, part};

/// How the column of front line and office calls the two.
pub const FRONT_LINE: &str = "一线";
/// Everybody else.
pub const OFFICE: &str = "非一线";

impl From<PayRise> for Rise {
    fn from(rise: PayRise) -> Self {
        Rise { percent: rise.percent.into(), fixed: rise.fixed.0 }
    }
}

/// A wage after a rise: the whole is rounded once, and nobody owes.
pub(super) fn risen(wage: i64, rise: PayRise) -> i64 {
    reckon::risen(wage, rise.into())
}

/// The end of a scenario: whoever's wage changed has it rounded as agreed.
pub(super) fn rounded(before: i64, after: i64, cap: Option<i64>, to: PayRound) -> i64 {
    match to {
        PayRound::Fen => after,
        PayRound::Yuan => reckon::rounded(before, after, cap),
    }
}

/// The rise of the tier that a wage falls in.
pub(super) fn tier(tiers: &[(i64, PayRise)], wage: i64) -> Option<PayRise> {
    let at = tiers.partition_point(|(from, _)| *from <= wage);
    at.checked_sub(1).and_then(|at| tiers.get(at)).map(|(_, rise)| *rise)
}

/// Which codes of a column a list of words names; none where it lets everybody pass.
fn pass(table: &Singles, by: WageCut, words: &[String]) -> Option<Vec<bool>> {
    let names = &table.cut(by).names;
    (!words.is_empty()).then(|| names.iter().map(|name| words.contains(name)).collect())
}

/// For whom a step is, as a mark a person; none for everybody.
fn whom(table: &Singles, only: &PayStepOnly) -> Option<Vec<bool>> {
    let line: Vec<String> =
        only.front_line.map(|front| if front { FRONT_LINE } else { OFFICE }.to_owned()).into_iter().collect();
    let named = [
        (WageCut::Shop, &only.shops),
        (WageCut::Form, &only.forms),
        (WageCut::Grade, &only.grades),
        (WageCut::Line, &line),
    ];
    let columns: Vec<(&[u32], Vec<bool>)> = named
        .into_iter()
        .filter_map(|(by, words)| Some((table.cut(by).codes.as_slice(), pass(table, by, words)?)))
        .collect();
    (!columns.is_empty()).then(|| reckon::marks(table.wages.len(), &columns))
}

fn act<'t>(table: &'t Singles, what: &PayStepKind) -> Act<'t> {
    match what {
        PayStepKind::Rise { rise } => Act::Rise((*rise).into()),
        PayStepKind::Tiers { tiers } => {
            Act::Tiers(tiers.iter().map(|tier| (tier.from.0, Rise::from(tier.rise))).collect())
        }
        PayStepKind::Floor { fen } => Act::Floor(fen.0),
        PayStepKind::Cap { fen } => Act::Cap(fen.0),
        PayStepKind::Grades { grades } => {
            let rise = |name: &String| -> Option<Rise> {
                grades.iter().find(|one| one.grade == *name).map(|one| one.rise.into())
            };
            let column = table.cut(WageCut::Grade);
            Act::Coded(&column.codes, column.names.iter().map(rise).collect())
        }
        PayStepKind::Certificates { certificates } => {
            let fixed = |name: &String| -> i64 {
                certificates.iter().filter(|one| one.name == *name).map(|one| one.fixed.0).sum()
            };
            let gives: Vec<i64> = table.certificates.names.iter().map(fixed).collect();
            let (codes, ends) = table.certificates.columns();
            Act::More(reckon::more(codes, ends, &gives))
        }
    }
}

/// Everybody's wage after a scenario, in the order of the table.
pub fn run(table: &Singles, scenario: &PayScenario) -> Vec<i64> {
    let steps: Vec<Step<'_>> = scenario
        .steps
        .iter()
        .map(|step| Step { act: act(table, &step.what), whom: whom(table, &step.only) })
        .collect();
    reckon::run(&table.wages, &steps, scenario.round == PayRound::Yuan)
}

/// How many of those whom a floor at a place of the scenario means earn less than it after all steps.
pub(super) fn below(table: &Singles, scenario: &PayScenario, at: usize, floor: Fen) -> usize {
    let meant = scenario.steps.get(at).and_then(|step| whom(table, &step.only));
    let is_meant = |person: usize| match &meant {
        Some(marks) => marks.get(person).copied().unwrap_or_default(),
        None => true,
    };
    let after = run(table, scenario);
    after.iter().enumerate().filter(|(person, wage)| **wage < floor.0 && is_meant(*person)).count()
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
