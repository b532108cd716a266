//! How scenarios were reckoned, in one sentence for page and paper. What is uncertain about them is said where they are tried.

use super::cost::Rates;
use super::model::{PayRound, PayScenario};
use super::words;
use crate::pay::figures::exact;

/// To what the end is rounded: once for all, or by the places of the scenarios where they differ.
fn rounding(scenarios: &[PayScenario]) -> String {
    let first = scenarios.first().map_or(PayRound::Fen, |one| one.round);
    if scenarios.iter().all(|one| one.round == first) {
        return format!("最后到{}", first.label());
    }
    let of = |round: PayRound| {
        let places: Vec<String> = (1..)
            .zip(scenarios)
            .filter(|(_, one)| one.round == round)
            .map(|(place, _): (usize, _)| place.to_string())
            .collect();
        (!places.is_empty()).then(|| format!("第{}个方案到{}", places.join("、"), round.label()))
    };
    let told: Vec<String> = PayRound::ALL.iter().copied().filter_map(of).collect();
    format!("最后各按方案取整：{}", told.join("，"))
}

/// How it was reckoned, as a plan prints it.
pub fn method(period: &str, people: u32, scenarios: &[PayScenario], rates: &Rates) -> String {
    let funds: Vec<String> = rates
        .insurance
        .iter()
        .map(|fund| format!("{}{}", fund.name, words::percent(fund.rate.into())))
        .collect();
    let insurance = if funds.is_empty() {
        "没有计入社会保险费".to_owned()
    } else {
        format!(
            "社会保险费按增资后的月工资在缴费基数上下限以内、按单位费率（{}）逐人逐项计算",
            funds.join("、")
        )
    };
    let (num, den) = rates.fee;
    let fee = exact::half_up(i128::from(num) * exact::WHOLE, den.into()).unwrap_or_default();
    format!(
        "以{period}计入的{people}人的应发工资为基数，没有做满整月的按天数折算成整月的工资；方案逐步计算，每人每月每一步四舍五入到分，{}；\
         {insurance}；工会经费按工资总额的{}计算；全年按执行{}个月计；盈亏平衡的劳动生产率增幅是增加的人工成本除以原来的人工成本（工资、社会保险费和工会经费），\
         达到它，单位产品的人工成本不变",
        rounding(scenarios),
        words::percent(fee),
        rates.months,
    )
}
