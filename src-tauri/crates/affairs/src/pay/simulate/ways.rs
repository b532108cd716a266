//! The ways in which a scenario may turn out for someone of whom only the band is known, and one of them followed over a stretch of
//! wages: it is cut where a step begins or ceases to act, each piece is straight, and past the last of them it either stands
//! still or grows for ever. What the people of a band come to together is `hull`'s and `enclosed`'s.

use super::cost::Rates;
use super::engine::{WHOLE, risen, rounded, tier};
use super::model::{PayInsurance, PayRise, PayRound, PayScenario, PayStep, PayStepKind};

/// In how many ways a scenario may turn out for someone of whom only the band is known, at most.
const WAYS: usize = 64;
/// How many kinds of people are told apart on the way there, at most.
const KINDS: usize = 4_096;
/// Wages are followed no further than this. No step names more than a million yuan, and no share is under a ten-thousandth, so
/// that what a wage meets is settled long before.
const FAR: i64 = 100_000_000_000_000;

/// A step without a condition: what one kind of person meets.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Met {
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

/// Someone as far as the steps ask; a word that no step names is none.
struct Kind<'a> {
    shop: Option<&'a str>,
    form: Option<&'a str>,
    grade: Option<&'a str>,
    front_line: Option<bool>,
    /// The certificates that count.
    held: Vec<&'a str>,
}

fn named(words: &[String], word: Option<&str>) -> bool {
    word.is_some_and(|word| words.iter().any(|one| one == word))
}

/// What a grade gives by itself.
fn of_grade(step: &PayStep, grade: Option<&str>) -> Option<PayRise> {
    let PayStepKind::Grades { grades } = &step.what else { return None };
    grades.iter().find(|one| Some(one.grade.as_str()) == grade).map(|one| one.rise)
}

/// What a step is for someone.
fn met(step: &PayStep, kind: &Kind<'_>) -> Met {
    let only = &step.only;
    let passes = |words: &[String], word| words.is_empty() || named(words, word);
    let meant = passes(&only.shops, kind.shop)
        && passes(&only.forms, kind.form)
        && passes(&only.grades, kind.grade)
        && only.front_line.is_none_or(|front| kind.front_line == Some(front));
    if !meant {
        return Met::Nothing;
    }
    match &step.what {
        PayStepKind::Rise { rise } => Met::Rise(*rise),
        PayStepKind::Tiers { tiers } => {
            Met::Tiers(tiers.iter().map(|tier| (tier.from.0, tier.rise)).collect())
        }
        PayStepKind::Floor { fen } => Met::Floor(fen.0),
        PayStepKind::Cap { fen } => Met::Cap(fen.0),
        PayStepKind::Grades { .. } => of_grade(step, kind.grade).map_or(Met::Nothing, Met::Rise),
        PayStepKind::Certificates { certificates } => {
            let own = certificates.iter().filter(|one| kind.held.contains(&one.name.as_str()));
            match own.map(|one| one.fixed.0).sum::<i64>() {
                0 => Met::Nothing,
                fixed => Met::Rise(PayRise { percent: 0, fixed: ledger::Fen(fixed) }),
            }
        }
    }
}

/// One word of each of those that the steps treat alike, and none for all they do not name.
fn apart<'a, S: PartialEq>(
    words: impl Iterator<Item = &'a String>,
    treated: impl Fn(Option<&str>) -> S,
) -> Vec<Option<&'a str>> {
    let mut all = vec![(None, treated(None))];
    for word in words {
        let so = treated(Some(word.as_str()));
        if all.iter().all(|(_, other)| *other != so) {
            all.push((Some(word.as_str()), so));
        }
    }
    all.into_iter().map(|(word, _)| word).collect()
}

/// Which of the steps name a word.
fn each(steps: &[PayStep], of: fn(&PayStep, Option<&str>) -> bool) -> impl Fn(Option<&str>) -> Vec<bool> {
    move |word: Option<&str>| steps.iter().map(|step| of(step, word)).collect()
}

/// Everybody whom the steps may mean; none where they are too many to follow.
fn kinds(steps: &[PayStep]) -> Option<Vec<Kind<'_>>> {
    let shops = apart(
        steps.iter().flat_map(|step| &step.only.shops),
        each(steps, |step, word| named(&step.only.shops, word)),
    );
    let forms = apart(
        steps.iter().flat_map(|step| &step.only.forms),
        each(steps, |step, word| named(&step.only.forms, word)),
    );
    let by_grade = steps.iter().flat_map(|step| match &step.what {
        PayStepKind::Grades { grades } => grades.iter().map(|one| &one.grade).collect::<Vec<&String>>(),
        _ => Vec::new(),
    });
    let grades =
        apart(steps.iter().flat_map(|step| &step.only.grades).chain(by_grade), |word: Option<&str>| {
            let so = |step: &PayStep| (named(&step.only.grades, word), of_grade(step, word));
            steps.iter().map(so).collect::<Vec<_>>()
        });
    let mut lines = vec![None];
    for front in steps.iter().filter_map(|step| step.only.front_line) {
        if !lines.contains(&Some(front)) {
            lines.push(Some(front));
        }
    }
    let mut certificates: Vec<&str> = Vec::new();
    for step in steps {
        if let PayStepKind::Certificates { certificates: these } = &step.what {
            certificates.extend(these.iter().map(|one| one.name.as_str()));
        }
    }
    certificates.sort_unstable();
    certificates.dedup();
    let held = 1_usize.checked_shl(u32::try_from(certificates.len()).ok()?).filter(|held| *held <= KINDS)?;
    if shops.len() * forms.len() * grades.len() * lines.len() * held > KINDS {
        return None;
    }
    let mut all = Vec::new();
    for shop in &shops {
        for form in &forms {
            for grade in &grades {
                for front_line in &lines {
                    for mask in 0..held {
                        let own = certificates.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1);
                        all.push(Kind {
                            shop: *shop,
                            form: *form,
                            grade: *grade,
                            front_line: *front_line,
                            held: own.map(|(_, name)| *name).collect(),
                        });
                    }
                }
            }
        }
    }
    Some(all)
}

/// Every way a scenario may turn out for one person; none where there are too many to follow. Whoever a condition means at one step,
/// it means at every other.
pub(super) fn ways(scenario: &PayScenario) -> Option<Vec<Vec<Met>>> {
    let mut all: Vec<Vec<Met>> = Vec::new();
    for kind in kinds(&scenario.steps)? {
        let way: Vec<Met> = scenario.steps.iter().map(|step| met(step, &kind)).collect();
        if !all.contains(&way) {
            all.push(way);
        }
        if all.len() > WAYS {
            return None;
        }
    }
    Some(all)
}

/// Whether a way does nothing to a wage.
pub(super) fn idle(met: &[Met]) -> bool {
    met.iter().all(|one| matches!(one, Met::Nothing))
}

/// One way, with what is taken of a wage.
pub(super) struct Way<'a> {
    /// Its steps.
    pub met: &'a [Met],
    /// To what the end is rounded.
    pub round: PayRound,
    /// What is taken.
    pub rates: &'a Rates,
}

impl Way<'_> {
    /// The wage at the end before it is rounded to the yuan, and after.
    pub fn after(&self, before: i64) -> (i64, i64) {
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
    pub fn cut(&self, from: i64, to: i64, level: usize, ends: &mut Vec<i64>) {
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

    /// What becomes of wages without end: the pieces they lie in, and by how much each of them rises; none where the rise grows with
    /// the wage. No share is under zero here: `enclosed` follows no band without an end where a scenario takes a share away.
    fn tail(&self) -> (Vec<i64>, Option<i64>) {
        let bounds = || {
            let of = |fund: &PayInsurance| [fund.floor.is_some(), fund.ceiling.is_some()];
            self.rates.insurance.iter().flat_map(of).map(i64::from)
        };
        let mut pieces: Vec<i64> = bounds().collect();
        let mut rise = Some(0_i64);
        let lifted = |rise: Option<i64>, by: PayRise| {
            rise.filter(|_| by.percent == 0).map(|rise| rise.saturating_add(by.fixed.0))
        };
        for met in self.met {
            pieces.push(match met {
                Met::Nothing => 0,
                Met::Rise(_) | Met::Floor(_) => 1,
                Met::Tiers(tiers) => i64::try_from(tiers.len()).unwrap_or_default() * 2 + 1,
                Met::Cap(most) => i64::from(rise.is_none_or(|rise| rise > *most)),
            });
            rise = match met {
                Met::Nothing | Met::Floor(_) => rise,
                Met::Rise(by) => lifted(rise, *by),
                Met::Tiers(tiers) => tiers.last().map_or(rise, |(_, by)| lifted(rise, *by)),
                Met::Cap(most) => Some(rise.map_or(*most, |rise| rise.min(*most))),
            };
        }
        pieces.extend(bounds());
        (pieces, rise)
    }

    /// Whether the rise grows with the wage without end.
    pub fn grows(&self) -> bool {
        self.tail().1.is_none()
    }

    /// A wage not under `from` past which no piece changes any more, as far as wages are followed.
    pub fn settled(&self, from: i64) -> i64 {
        let (last, _) = self.tail();
        let mut wage = from.max(1);
        while wage < FAR && self.pieces(wage) != last {
            wage *= 2;
        }
        wage
    }

    /// By how many fen a piece may differ from a straight line before it is rounded to the yuan: half a fen a share at the ends
    /// and between, which a later share makes larger. Floors, caps and fixed sums round nothing.
    pub fn slack(&self) -> i64 {
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
    pub fn yuan(&self) -> (i64, i64) {
        let caps = self.met.iter().any(|met| matches!(met, Met::Cap(_)));
        match self.round {
            PayRound::Fen => (0, 0),
            PayRound::Yuan => (if caps { 100 } else { 50 }, 50),
        }
    }
}
