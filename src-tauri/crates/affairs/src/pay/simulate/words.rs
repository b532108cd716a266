//! A scenario in the words of the table: how an offer, a plan and a page say it. Sums in yuan without needless noughts.

use ledger::Fen;

use super::floors;
use super::model::{PayRise, PayScenario, PayStep, PayStepKind, PayStepOnly};
use crate::pay::figures::model::Between;

/// 2,400元, 2,400.50元.
fn yuan(sum: Fen) -> String {
    format!("{}元", sum.short())
}

/// 5,860.00元, or what it lies between: 5,860.01至5,860.04元.
pub fn sum(of: Between) -> String {
    format!("{}元", between(of, |fen| Fen(fen).to_string()))
}

/// One number, or two between which it lies, or the one that it is not less than.
pub fn between(of: Between, said: impl Fn(i64) -> String) -> String {
    let low = said(of.from);
    match of.to.map(said) {
        Some(high) if high == low => low,
        Some(high) => format!("{low}至{high}"),
        None => format!("不少于{low}"),
    }
}

/// 5%, 5.5%, 5.25%.
pub fn percent(hundredths: i64) -> String {
    let (sign, of) = (if hundredths < 0 { "-" } else { "" }, hundredths.unsigned_abs());
    let (whole, rest) = (of / 100, of % 100);
    match rest {
        0 => format!("{sign}{whole}%"),
        rest if rest.is_multiple_of(10) => format!("{sign}{whole}.{}%", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}%"),
    }
}

fn rise(rise: PayRise) -> String {
    let word = |less: bool| if less { "减少" } else { "增加" };
    let share = match rise.percent {
        0 => None,
        less if less < 0 => Some(format!("降低{}", percent(-i64::from(less)))),
        more => Some(format!("增长{}", percent(more.into()))),
    };
    let fixed = (rise.fixed.0 != 0)
        .then(|| format!("每月{}{}", word(rise.fixed.0 < 0), yuan(Fen(rise.fixed.0.saturating_abs()))));
    match (share, fixed) {
        (Some(share), Some(fixed)) => format!("{share}，再{fixed}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "不变".to_owned(),
    }
}

fn whom(only: &PayStepOnly) -> String {
    let mut parts = Vec::new();
    if !only.shops.is_empty() {
        parts.push(only.shops.join("、"));
    }
    if !only.forms.is_empty() {
        parts.push(format!("{}职工", only.forms.join("、")));
    }
    if !only.grades.is_empty() {
        parts.push(only.grades.join("、"));
    }
    if let Some(front) = only.front_line {
        parts.push(if front { "一线岗位" } else { "非一线岗位" }.to_owned());
    }
    parts.join("的")
}

fn step(step: &PayStep) -> String {
    let whom = whom(&step.only);
    let to = |default: &str| if whom.is_empty() { default.to_owned() } else { whom.clone() };
    match &step.what {
        PayStepKind::Rise { rise: of } if of.percent == 0 => format!("{}{}", to("每人"), rise(*of)),
        PayStepKind::Rise { rise: of } => format!("{}{}", to("普遍"), rise(*of)),
        PayStepKind::Tiers { tiers } => {
            let tier = |(at, tier): (usize, &super::model::PayTier)| {
                let range = match tiers.get(at + 1) {
                    Some(next) if tier.from.0 == 0 => format!("不满{}的", yuan(next.from)),
                    Some(next) => format!("{}以上不满{}的", yuan(tier.from), yuan(next.from)),
                    None if tier.from.0 == 0 => "各人".to_owned(),
                    None => format!("{}以上的", yuan(tier.from)),
                };
                format!("{range}{}", rise(tier.rise))
            };
            let said: Vec<String> = tiers.iter().enumerate().map(tier).collect();
            format!("{}按月工资分档，{}", whom, said.join("，"))
        }
        PayStepKind::Floor { fen } => format!("{}月工资最低不少于{}", whom, yuan(*fen)),
        PayStepKind::Cap { fen } => format!("{}每月增资最多{}", to("每人"), yuan(*fen)),
        PayStepKind::Grades { grades } => {
            let said: Vec<String> =
                grades.iter().map(|one| format!("{}{}", one.grade, rise(one.rise))).collect();
            format!("{}按技能等级，{}", whom, said.join("，"))
        }
        PayStepKind::Certificates { certificates } => {
            let said: Vec<String> = certificates
                .iter()
                .map(|one| format!("持{}证每月增加{}", one.name, yuan(one.fixed)))
                .collect();
            format!("{}{}", whom, said.join("，"))
        }
    }
}

/// 普遍增长5%；一线岗位增长1%；月工资最低不少于2,400元. A floor says what goes before it.
pub fn scenario(scenario: &PayScenario) -> String {
    let one = |(at, of): (usize, &PayStep)| match floors::exception(scenario, at) {
        Some(exception) => format!("{}，{exception}", step(of)),
        None => step(of),
    };
    let said: Vec<String> = scenario.steps.iter().enumerate().map(one).collect();
    said.join("；")
}

#[cfg(test)]
mod tests {
    use super::super::model::{PayCertificateRise, PayGradeRise, PayRound, PayTier};
    use super::*;

    #[test]
    fn a_sum_is_said_exactly_or_between_its_bounds() {
        let said = |from, to| sum(Between { from, to });
        assert_eq!(said(586_000, Some(586_000)), "5,860.00元");
        assert_eq!(said(586_001, Some(586_004)), "5,860.01至5,860.04元");
        assert_eq!(said(586_000, None), "不少于5,860.00元");
    }

    #[test]
    fn a_scenario_is_said_as_at_the_table() {
        let rise = |percent, fen| PayRise { percent, fixed: Fen(fen) };
        let all = |what| PayStep { what, only: PayStepOnly::default() };
        let front = PayStepOnly { front_line: Some(true), ..PayStepOnly::default() };
        let steps = vec![
            all(PayStepKind::Rise { rise: rise(550, 0) }),
            PayStep { what: PayStepKind::Rise { rise: rise(0, 10_000) }, only: front },
            all(PayStepKind::Tiers {
                tiers: vec![
                    PayTier { from: Fen(0), rise: rise(800, 0) },
                    PayTier { from: Fen(400_000), rise: rise(600, 5_050) },
                ],
            }),
            all(PayStepKind::Floor { fen: Fen(240_000) }),
            all(PayStepKind::Cap { fen: Fen(80_000) }),
            all(PayStepKind::Grades {
                grades: vec![PayGradeRise { grade: "高级工".to_owned(), rise: rise(0, 20_000) }],
            }),
            all(PayStepKind::Certificates {
                certificates: vec![PayCertificateRise { name: "焊接".to_owned(), fixed: Fen(10_000) }],
            }),
        ];
        assert_eq!(
            scenario(&PayScenario { steps, round: PayRound::Fen }),
            "普遍增长5.5%；一线岗位每月增加100元；按月工资分档，不满4,000元的增长8%，4,000元以上的增长6%，再每月增加50.50元；\
             月工资最低不少于2,400元，但增资额以800元为限的除外；每人每月增资最多800元；按技能等级，高级工每月增加200元；持焊接证每月增加100元"
        );
        assert_eq!((percent(-125), percent(2000)), ("-1.25%".to_owned(), "20%".to_owned()));
    }
}
