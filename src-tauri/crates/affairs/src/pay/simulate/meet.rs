//! The scenario in which two sides meet: of two that are built alike, the middle of each number; of any others, the percentage
//! for all that costs the middle of the two. Either is a scenario that can be said across a table.

use super::model::{
    PayCertificateRise, PayGradeRise, PayRise, PayRound, PayScenario, PayStep, PayStepKind, PayTier,
};
use ledger::Fen;

/// The middle of two numbers, a half upwards.
fn half(a: i64, b: i64) -> i64 {
    (a + b + 1).div_euclid(2)
}

fn fen(a: Fen, b: Fen) -> Fen {
    Fen(half(a.0, b.0))
}

fn rise(a: PayRise, b: PayRise) -> PayRise {
    let percent = half(a.percent.into(), b.percent.into());
    PayRise { percent: i32::try_from(percent).unwrap_or(a.percent), fixed: fen(a.fixed, b.fixed) }
}

/// Each of a list with its like in another; none where they differ in what they name.
fn pairs<T: Clone>(a: &[T], b: &[T], alike: impl Fn(&T, &T) -> Option<T>) -> Option<Vec<T>> {
    if a.len() != b.len() {
        return None;
    }
    a.iter().zip(b).map(|(a, b)| alike(a, b)).collect()
}

fn step(a: &PayStep, b: &PayStep) -> Option<PayStep> {
    use PayStepKind::{Cap, Certificates, Floor, Grades, Rise, Tiers};
    if a.only != b.only {
        return None;
    }
    let what = match (&a.what, &b.what) {
        (Rise { rise: a }, Rise { rise: b }) => Rise { rise: rise(*a, *b) },
        (Floor { fen: a }, Floor { fen: b }) => Floor { fen: fen(*a, *b) },
        (Cap { fen: a }, Cap { fen: b }) => Cap { fen: fen(*a, *b) },
        (Tiers { tiers: a }, Tiers { tiers: b }) => {
            let alike = |a: &PayTier, b: &PayTier| {
                (a.from == b.from).then(|| PayTier { from: a.from, rise: rise(a.rise, b.rise) })
            };
            Tiers { tiers: pairs(a, b, alike)? }
        }
        (Grades { grades: a }, Grades { grades: b }) => {
            let alike = |a: &PayGradeRise, b: &PayGradeRise| {
                (a.grade == b.grade)
                    .then(|| PayGradeRise { grade: a.grade.clone(), rise: rise(a.rise, b.rise) })
            };
            Grades { grades: pairs(a, b, alike)? }
        }
        (Certificates { certificates: a }, Certificates { certificates: b }) => {
            let alike = |a: &PayCertificateRise, b: &PayCertificateRise| {
                let middle = || PayCertificateRise { name: a.name.clone(), fixed: fen(a.fixed, b.fixed) };
                (a.name == b.name).then(middle)
            };
            Certificates { certificates: pairs(a, b, alike)? }
        }
        _ => return None,
    };
    Some(PayStep { what, only: a.only.clone() })
}

/// The middle of two scenarios that are built alike; none of others.
pub fn alike(ours: &PayScenario, theirs: &PayScenario) -> Option<PayScenario> {
    if ours.round != theirs.round {
        return None;
    }
    Some(PayScenario { steps: pairs(&ours.steps, &theirs.steps, step)?, round: ours.round })
}

/// The same percentage for everybody.
pub fn uniform(percent: i32, round: PayRound) -> PayScenario {
    let what = PayStepKind::Rise { rise: PayRise { percent, fixed: Fen(0) } };
    PayScenario { steps: vec![PayStep { what, only: super::model::PayStepOnly::default() }], round }
}

/// The largest percentage for all, in hundredths and at most `most`, that costs no more than a sum.
pub fn percentage(sum: i64, most: i32, cost: impl Fn(i32) -> i64) -> i32 {
    let (mut fits, mut over) = (0, most.saturating_add(1));
    while over - fits > 1 {
        let middle = fits + (over - fits) / 2;
        match cost(middle) <= sum {
            true => fits = middle,
            false => over = middle,
        }
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn floor(yuan: i64) -> PayStep {
        PayStep { what: PayStepKind::Floor { fen: Fen(yuan * 100) }, only: Default::default() }
    }

    #[test]
    fn scenarios_that_are_built_alike_meet_number_by_number() {
        let with = |percent, yuan| {
            let mut scenario = uniform(percent, PayRound::Fen);
            scenario.steps.push(floor(yuan));
            scenario
        };
        assert_eq!(alike(&with(600, 2400), &with(301, 2200)), Some(with(451, 2300)));
        assert_eq!(alike(&with(600, 2400), &uniform(300, PayRound::Fen)), None, "one has no floor");
    }

    #[test]
    fn others_meet_in_the_percentage_that_costs_the_middle() {
        assert_eq!(percentage(549, 2000, i64::from), 549);
        assert_eq!(percentage(1000, 2000, |percent| i64::from(percent) * 3), 333);
        assert_eq!(percentage(-5, 2000, i64::from), 0, "never a cut");
        assert_eq!(percentage(9000, 2000, i64::from), 2000);
    }
}
