//! What a scenario and a rate may be. Pure refusals in the words of the form; what they come to is not judged here.

use std::collections::BTreeSet;

use super::model::{PayInsurance, PayRise, PayScenario, PayStepKind};
use crate::Problem;
use crate::office::short;

/// The most steps a scenario has: more is not said across a table.
const STEPS: usize = 12;
/// A share that is more than the whole wage ten times over is a slip of the keys.
const PERCENT: std::ops::RangeInclusive<i32> = -9_900..=100_000;
/// So is a sum of a million yuan a month.
const FEN: i64 = 100_000_000;
/// The months of a year.
const YEAR: u32 = 12;
/// The longest name.
const NAME: usize = 40;
/// The largest rate of a fund: the whole wage.
const RATE: u32 = 10_000;

fn rise(field: &str, rise: PayRise) -> Result<(), Problem> {
    if !PERCENT.contains(&rise.percent) {
        return Err(Problem::input(field, "增长比例要在 -99% 和 1000% 之间，请检查。"));
    }
    sum(field, rise.fixed.0, -FEN)
}

fn sum(field: &str, fen: i64, least: i64) -> Result<(), Problem> {
    if fen < least || fen > FEN {
        return Err(Problem::input(field, "金额太大或者小于零，每月的金额请按元填写并检查。"));
    }
    Ok(())
}

fn once<'n>(field: &str, names: impl Iterator<Item = &'n str>) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    let mut any = false;
    for name in names {
        any = true;
        if name.trim().is_empty() || !seen.insert(name) {
            return Err(Problem::input(field, "有一行没有选名称，或者同一个名称写了两次，请改正。"));
        }
        short(field, name, NAME)?;
    }
    if any { Ok(()) } else { Err(Problem::input(field, "这一步还没有内容，请至少填一行。")) }
}

/// Refuses a scenario that cannot be meant, at `steps.2`.
pub fn scenario(scenario: &PayScenario) -> Result<(), Problem> {
    if scenario.steps.is_empty() {
        return Err(Problem::input("steps", "方案里还没有内容，请至少加一步。"));
    }
    if scenario.steps.len() > STEPS {
        return Err(Problem::input("steps", format!("一个方案最多{STEPS}步，请合并。")));
    }
    for (at, step) in scenario.steps.iter().enumerate() {
        let field = format!("steps.{at}");
        match &step.what {
            PayStepKind::Rise { rise: of } => rise(&field, *of)?,
            PayStepKind::Floor { fen } => sum(&field, fen.0, 1)?,
            PayStepKind::Cap { fen } => sum(&field, fen.0, 0)?,
            PayStepKind::Tiers { tiers } => {
                let rising = tiers.windows(2).all(|two| matches!(two, [a, b] if a.from < b.from));
                if tiers.is_empty() || !rising {
                    return Err(Problem::input(&field, "工资档要从低到高，每一档的起点都比上一档高。"));
                }
                for tier in tiers {
                    sum(&field, tier.from.0, 0)?;
                    rise(&field, tier.rise)?;
                }
            }
            PayStepKind::Grades { grades } => {
                once(&field, grades.iter().map(|one| one.grade.as_str()))?;
                grades.iter().try_for_each(|one| rise(&field, one.rise))?;
            }
            PayStepKind::Certificates { certificates } => {
                once(&field, certificates.iter().map(|one| one.name.as_str()))?;
                certificates.iter().try_for_each(|one| sum(&field, one.fixed.0, 0))?;
            }
        }
    }
    Ok(())
}

/// Refuses more or fewer months than a year has.
pub fn months(months: u32) -> Result<(), Problem> {
    if (1..=YEAR).contains(&months) {
        return Ok(());
    }
    Err(Problem::input("months", "执行的月数要在 1 和 12 之间。"))
}

/// Refuses a rate that cannot be meant.
pub fn insurance(fund: &PayInsurance) -> Result<(), Problem> {
    if fund.name.trim().is_empty() {
        return Err(Problem::input("name", "请填写险种，例如“基本养老保险”。"));
    }
    short("name", &fund.name, NAME)?;
    if fund.rate == 0 || fund.rate > RATE {
        return Err(Problem::input("rate", "单位费率要大于 0%，不超过 100%。"));
    }
    if fund.source.trim().is_empty() {
        return Err(Problem::input("source", "请写明费率的来源，例如文件名称和文号。"));
    }
    short("source", &fund.source, 200)?;
    for (field, bound) in [("floor", fund.floor), ("ceiling", fund.ceiling)] {
        if let Some(bound) = bound {
            sum(field, bound.0, 0)?;
        }
    }
    if fund.floor.zip(fund.ceiling).is_some_and(|(floor, ceiling)| floor > ceiling) {
        return Err(Problem::input("ceiling", "缴费基数的上限比下限低，请检查。"));
    }
    Ok(())
}
