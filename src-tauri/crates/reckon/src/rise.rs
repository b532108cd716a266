//! A rise step by step on everybody, each step rounded half up to the fen. What it costs stands in `columns`.

use crate::WHOLE;

/// Fen in a yuan.
const YUAN: i64 = 100;
/// No cap holds.
const NO_CAP: i64 = i64::MAX;

/// A share in hundredths of a percent, and then a sum in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// The share; under zero for one that is taken away.
    pub percent: i64,
    /// The sum.
    pub fixed: i64,
}

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act<'a> {
    /// The same for everybody.
    Rise(Rise),
    /// By the wage: rising lower ends with their rises.
    Tiers(Vec<(i64, Rise)>),
    /// No wage is less.
    Floor(i64),
    /// No wage is more than so much over what it was before.
    Cap(i64),
    /// By the code that each has in a column.
    Coded(&'a [u32], Vec<Option<Rise>>),
    /// A sum for each, in the order of the wages.
    More(Vec<i64>),
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<'a> {
    /// What it does.
    pub act: Act<'a>,
    /// For whom, a mark a person; none for everybody.
    pub whom: Option<Vec<bool>>,
}

/// A share of a sum that is not under zero, half up.
pub fn part(sum: i64, share: i64) -> i64 {
    (sum.saturating_mul(share).saturating_add(WHOLE / 2)).div_euclid(WHOLE)
}

/// A wage after a rise: the whole is rounded once, and nobody owes.
pub fn risen(wage: i64, rise: Rise) -> i64 {
    part(wage, WHOLE + rise.percent).saturating_add(rise.fixed).max(0)
}

/// The rise of the tier that a wage falls in.
pub fn tier(tiers: &[(i64, Rise)], wage: i64) -> Option<Rise> {
    let mut found = None;
    for (from, rise) in tiers {
        if *from > wage {
            break;
        }
        found = Some(*rise);
    }
    found
}

/// The end of a scenario that is rounded to the yuan. Rounding takes nothing from a rise under what was paid before, and lifts nobody
/// over a cap that was the last word: such a wage is rounded down. Whoever's wage did not change keeps it to the fen.
pub fn rounded(before: i64, after: i64, cap: Option<i64>) -> i64 {
    if after == before {
        return after;
    }
    let near = (after + YUAN / 2).div_euclid(YUAN) * YUAN;
    let held = match cap {
        Some(cap) if near > cap => cap.div_euclid(YUAN) * YUAN,
        _ => near,
    };
    if after > before { held.max(before) } else { held }
}

/// Marks everybody who passes in all of some columns; each is a code a person and which codes pass. Whoever has no code does not.
pub fn marks(people: usize, columns: &[(&[u32], Vec<bool>)]) -> Vec<bool> {
    let mut marks = vec![true; people];
    for (codes, pass) in columns {
        for (at, mark) in marks.iter_mut().enumerate() {
            *mark = *mark && codes.get(at).and_then(|code| looked(pass, *code)).copied().unwrap_or(false);
        }
    }
    marks
}

/// What a list has for a code.
fn looked<T>(list: &[T], code: u32) -> Option<&T> {
    usize::try_from(code).ok().and_then(|code| list.get(code))
}

/// What several words a person come to: their codes one after the other, where each person's end, and what each code gives.
pub fn more(codes: &[u32], ends: &[usize], gives: &[i64]) -> Vec<i64> {
    let mut all = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        let mut sum = 0_i64;
        for code in codes.get(start..*end).unwrap_or_default() {
            sum = sum.saturating_add(looked(gives, *code).copied().unwrap_or_default());
        }
        all.push(sum);
        start = *end;
    }
    all
}

impl Act<'_> {
    /// What the step makes of the wage of the person at a place, who began with `before`.
    #[inline]
    fn of(&self, person: usize, before: i64, wage: i64) -> i64 {
        match self {
            Act::Rise(rise) => risen(wage, *rise),
            Act::Tiers(tiers) => tier(tiers, wage).map_or(wage, |rise| risen(wage, rise)),
            Act::Floor(floor) => wage.max(*floor),
            Act::Cap(most) => wage.min(before.saturating_add(*most)),
            Act::Coded(codes, rises) => {
                let rise = codes.get(person).and_then(|code| looked(rises, *code)).copied().flatten();
                rise.map_or(wage, |rise| risen(wage, rise))
            }
            Act::More(more) => wage.saturating_add(more.get(person).copied().unwrap_or_default()),
        }
    }
}

/// Everybody's wage after some steps, in the order of the wages; at the end to the yuan where it is said.
pub fn run(before: &[i64], steps: &[Step<'_>], yuan: bool) -> Vec<i64> {
    let mut wages = before.to_vec();
    // The most that a cap leaves to each, as long as no later step moved the wage.
    let capped = yuan && steps.iter().any(|step| matches!(step.act, Act::Cap(_)));
    let mut caps = if capped { vec![NO_CAP; before.len()] } else { Vec::new() };
    for step in steps {
        for (person, (wage, before)) in wages.iter_mut().zip(before).enumerate() {
            let meant = match &step.whom {
                Some(whom) => whom.get(person).copied().unwrap_or(false),
                None => true,
            };
            if !meant {
                continue;
            }
            let next = step.act.of(person, *before, *wage);
            if let Some(cap) = caps.get_mut(person) {
                match step.act {
                    Act::Cap(most) => *cap = (*cap).min(before.saturating_add(most)),
                    _ if next != *wage => *cap = NO_CAP,
                    _ => {}
                }
            }
            *wage = next;
        }
    }
    if yuan {
        for (person, (wage, before)) in wages.iter_mut().zip(before).enumerate() {
            let cap = caps.get(person).copied().filter(|cap| *cap != NO_CAP);
            *wage = rounded(*before, *wage, cap);
        }
    }
    wages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(act: Act<'_>) -> Step<'_> {
        Step { act, whom: None }
    }

    #[test]
    fn steps_follow_one_another_and_each_is_rounded_half_up() {
        let rise = |percent, fixed| Rise { percent, fixed };
        let before = [300_010, 500_000, 900_000];
        let codes = [0, 1, crate::UNTOLD];
        for (act, after) in [
            (Act::Rise(rise(505, 0)), [315_161, 525_250, 945_450]),
            (Act::Rise(rise(-9_900, -10_000)), [0, 0, 0]),
            (Act::Tiers(vec![(0, rise(1_000, 0)), (500_000, rise(500, 0))]), [330_011, 525_000, 945_000]),
            (Act::Floor(320_000), [320_000, 500_000, 900_000]),
            (Act::Coded(&codes, vec![None, Some(rise(100, 5_000))]), [300_010, 510_000, 900_000]),
            (Act::More(more(&[0, 1, 0], &[1, 3, 3], &[10, 20])), [300_020, 500_030, 900_000]),
        ] {
            assert_eq!(run(&before, &[all(act.clone())], false), after, "{act:?}");
        }
        let whom = Some(marks(3, &[(&codes[..], vec![true, false])]));
        let some = Step { act: Act::Rise(rise(0, 100)), whom };
        assert_eq!(run(&before, &[some], false), [300_110, 500_000, 900_000], "without a code nobody passes");
    }

    #[test]
    fn a_cap_that_is_the_last_word_holds_after_rounding() {
        let fifth = || all(Act::Rise(Rise { percent: 2_000, fixed: 0 }));
        let cap = || all(Act::Cap(60_000));
        let before = [300_020, 300_050];
        assert_eq!(run(&before, &[fifth(), cap()], true), [360_000, 360_000]);
        let later = all(Act::Rise(Rise { percent: 0, fixed: 100 }));
        assert_eq!(run(&before, &[fifth(), cap(), later], true), [360_100, 360_200]);
        assert_eq!(tier(&[(100, Rise { percent: 0, fixed: 1 })], 99), None, "under the lowest tier");
    }
}
