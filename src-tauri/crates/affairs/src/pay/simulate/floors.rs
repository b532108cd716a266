//! What is said of floors: of which wage they are, and those that a later step of the same scenario goes before: a cap on the whole
//! rise, or a step that takes away. How such a floor is then said, how many stay below it, and what page and paper warn of.

use ledger::Fen;

use super::engine;
use super::model::{PayRise, PayScenario, PayStep, PayStepKind, PayStepOnly};
use crate::pay::figures::minimum::LeftOut;
use crate::pay::figures::table::Singles;

/// Of which wage a floor is: not of the one that the law of the place lays beside the minimum. Nothing where no floor is set, or where
/// the law leaves nothing out.
pub(super) fn beside_minimum(scenarios: &[PayScenario], law: Option<&LeftOut>) -> Option<String> {
    let sets = |step: &PayStep| matches!(step.what, PayStepKind::Floor { .. });
    let law = law.filter(|_| scenarios.iter().flat_map(|one| &one.steps).any(sets))?;
    Some(format!(
        "保底按应发工资算；和当地最低工资标准比的时候，要先减去{}（{}），保底等于当地标准不一定达标。",
        law.less, law.short
    ))
}

/// Whether two steps can mean the same person.
fn meet(one: &PayStepOnly, other: &PayStepOnly) -> bool {
    let lists =
        |a: &[String], b: &[String]| a.is_empty() || b.is_empty() || a.iter().any(|word| b.contains(word));
    let lines = one.front_line.zip(other.front_line).is_none_or(|(a, b)| a == b);
    lines
        && lists(&one.shops, &other.shops)
        && lists(&one.forms, &other.forms)
        && lists(&one.grades, &other.grades)
}

/// Whether a step takes from somebody.
fn takes(step: &PayStep) -> bool {
    let down = |rise: &PayRise| rise.percent < 0 || rise.fixed < Fen(0);
    match &step.what {
        PayStepKind::Rise { rise } => down(rise),
        PayStepKind::Tiers { tiers } => tiers.iter().any(|tier| down(&tier.rise)),
        PayStepKind::Grades { grades } => grades.iter().any(|one| down(&one.rise)),
        PayStepKind::Floor { .. } | PayStepKind::Cap { .. } | PayStepKind::Certificates { .. } => false,
    }
}

/// What goes before the floor at a place of a scenario, in words; none where it holds.
pub(super) fn exception(scenario: &PayScenario, at: usize) -> Option<String> {
    let floor = scenario.steps.get(at)?;
    let PayStepKind::Floor { fen } = &floor.what else { return None };
    let later: Vec<&PayStep> =
        scenario.steps.iter().skip(at + 1).filter(|step| meet(&floor.only, &step.only)).collect();
    // A floor after it that is no lower mends it for whomever that means.
    let mends = |step: &PayStep| {
        matches!(&step.what, PayStepKind::Floor { fen: again } if again >= fen)
            && (step.only == PayStepOnly::default() || step.only == floor.only)
    };
    let from = later.iter().rposition(|step| mends(step)).map_or(0, |mended| mended + 1);
    let left = later.get(from..).unwrap_or_default();
    let cap = left.iter().find_map(|step| match &step.what {
        PayStepKind::Cap { fen } => Some(*fen),
        _ => None,
    });
    let whose = [
        cap.map(|cap| format!("增资额以{}元为限的", cap.short())),
        left.iter().any(|step| takes(step)).then(|| "后面的步骤降低的".to_owned()),
    ];
    let whose = whose.into_iter().flatten().collect::<Vec<_>>().join("、");
    (!whose.is_empty()).then(|| format!("但{whose}除外"))
}

/// The floors of a scenario that something goes before, with their places.
fn undone(scenario: &PayScenario) -> impl Iterator<Item = (usize, Fen)> + '_ {
    scenario.steps.iter().enumerate().filter_map(|(at, step)| match &step.what {
        PayStepKind::Floor { fen } => exception(scenario, at).map(|_| (at, *fen)),
        _ => None,
    })
}

/// The floor that a scenario promises to everybody: the highest that holds.
pub(super) fn promised(scenario: &PayScenario) -> Option<Fen> {
    let holds = |(at, step): (usize, &PayStep)| match &step.what {
        PayStepKind::Floor { fen } if step.only == PayStepOnly::default() => {
            exception(scenario, at).is_none().then_some(*fen)
        }
        _ => None,
    };
    scenario.steps.iter().enumerate().filter_map(holds).max()
}

/// What page and paper warn of, a sentence a floor: how many stay below it where single wages are read, else that somebody may. Nothing
/// where nobody does.
pub fn warnings(scenario: &PayScenario, singles: Option<&Singles>) -> Vec<String> {
    let of = |(at, fen): (usize, Fen)| {
        let below = match singles.map(|singles| engine::below(singles, scenario, at, fen)) {
            Some(0) => return None,
            Some(people) => format!("执行后仍有{people}人"),
            None => "执行后可能仍有人".to_owned(),
        };
        Some(format!(
            "方案里保底{0}元之后还有封顶或者降低的步骤，以后面的为准，{below}月工资不到{0}元；要保证保底，请把保底放在最后一步。",
            fen.short()
        ))
    };
    undone(scenario).filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::model::PayRound;
    use super::*;
    use crate::pay::figures::minimum::left_out;
    use crate::pay::figures::tests::singles;

    fn all(what: PayStepKind) -> PayStep {
        PayStep { what, only: PayStepOnly::default() }
    }

    fn floor(fen: i64) -> PayStep {
        all(PayStepKind::Floor { fen: Fen(fen) })
    }

    fn cap(fen: i64) -> PayStep {
        all(PayStepKind::Cap { fen: Fen(fen) })
    }

    fn of(steps: Vec<PayStep>) -> PayScenario {
        PayScenario { steps, round: PayRound::Fen }
    }

    #[test]
    fn a_cap_after_a_floor_goes_before_it_and_a_floor_at_the_end_holds() {
        let words = |steps| super::super::words::scenario(&of(steps));
        assert_eq!(
            words(vec![floor(230_000), cap(30_000)]),
            "月工资最低不少于2,300元，但增资额以300元为限的除外；每人每月增资最多300元"
        );
        assert_eq!(
            words(vec![cap(30_000), floor(230_000)]),
            "每人每月增资最多300元；月工资最低不少于2,300元"
        );
        let promise = |steps| promised(&of(steps));
        assert_eq!(promise(vec![floor(230_000), cap(30_000)]), None, "no promise for the check to hold");
        assert_eq!(promise(vec![cap(30_000), floor(230_000)]), Some(Fen(230_000)));
        assert_eq!(promise(vec![floor(230_000), cap(30_000), floor(230_000)]), Some(Fen(230_000)));
        assert_eq!(
            promise(vec![floor(230_000), floor(200_000)]),
            Some(Fen(230_000)),
            "a lower one takes nothing"
        );
        assert_eq!(promise(vec![floor(230_000), cap(30_000), floor(200_000)]), Some(Fen(200_000)));
        assert!(warnings(&of(vec![floor(230_000), cap(30_000), floor(230_000)]), None).is_empty());
        let cut = all(PayStepKind::Rise { rise: PayRise { percent: -100, fixed: Fen(0) } });
        assert_eq!(promise(vec![floor(230_000), cut.clone()]), None);
        let both = words(vec![floor(230_000), cap(30_000), cut]);
        assert!(both.contains("，但增资额以300元为限的、后面的步骤降低的除外；"), "{both}");
        // A cap for others touches nobody of it.
        let only = |shop: &str| PayStepOnly { shops: vec![shop.to_owned()], ..PayStepOnly::default() };
        let apart = of(vec![
            PayStep { what: PayStepKind::Floor { fen: Fen(230_000) }, only: only("装配") },
            PayStep { what: PayStepKind::Cap { fen: Fen(30_000) }, only: only("焊接") },
        ]);
        assert!(warnings(&apart, None).is_empty());
    }

    #[test]
    fn what_a_floor_is_not_of_is_said_as_the_law_of_the_place_says_it() {
        let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
        let book = law::LawBook::load(&assets).unwrap();
        let law = left_out(&book, &law::Place::province("36"), "2026-10-31".parse().unwrap()).unwrap();
        let said = |steps, law| beside_minimum(&[of(steps)], law);
        let told = said(vec![cap(30_000), floor(230_000)], Some(&law)).unwrap();
        assert!(told.contains(&law.less) && told.contains(&law.short) && told.contains("井下"), "{told}");
        assert_eq!(said(vec![cap(30_000)], Some(&law)), None, "no floor");
        assert_eq!(said(vec![floor(230_000)], None), None, "no law leaves anything out");
    }

    #[test]
    fn whoever_reads_single_wages_is_told_how_many_stay_below() {
        let none = ["", "", "", "", ""];
        let table = singles(&[(193_700, none), (210_000, none), (400_000, none)], &[]);
        let undone = of(vec![floor(230_000), cap(30_000)]);
        let told = warnings(&undone, Some(&table));
        assert!(
            told[0].contains("执行后仍有1人月工资不到2,300元"),
            "1,937.00 and 300.00 are 2,237.00: {told:?}"
        );
        assert!(
            warnings(&undone, None)[0].contains("可能仍有人"),
            "no count by which a wage could be tried out"
        );
        assert!(warnings(&of(vec![floor(230_000), cap(50_000)]), Some(&table)).is_empty(), "nobody is");
    }
}
