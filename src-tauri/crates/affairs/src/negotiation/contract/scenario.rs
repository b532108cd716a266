//! What the chosen scenario of a rise proposes for the blanks of a contract. It is only offered and never filled in by itself: what
//! the talks came to may differ. Trying and choosing belong to `pay`; the other proposals are `proposals`'.

use ledger::Fen;

use super::model::{BlankProposal, ContractDraft};
use super::values::shown;
use crate::pay::figures::exact::half_up;
use crate::pay::model::PayPeriod;
use crate::pay::simulate::model::KeptPayScenario;

/// The blank that the average of the year before fills.
const BEFORE: &str = "上年月平均工资";
/// The blank that a share fills.
const GROWTH: &str = "工资增长幅度";

/// What the scenario says of a blank, as the blank keeps it.
fn value(chosen: &KeptPayScenario, blank: &str) -> Option<String> {
    let averages = chosen.before_average.zip(chosen.target_average);
    let share =
        |(before, after): (Fen, Fen)| half_up(i128::from(after.0 - before.0) * 10_000, before.0.into());
    let found = match blank {
        BEFORE => chosen.before_average?.0,
        "本年月平均工资" => chosen.target_average?.0,
        GROWTH => {
            let growth = || chosen.growth().filter(|one| one.is_exact()).map(|one| one.from);
            chosen.plain_share().or_else(|| averages.and_then(share)).or_else(growth)?
        }
        _ => return None,
    };
    Some(found.to_string())
}

/// Where a value is from, with the period and the people that an average is of: a month is not the year that a clause speaks of. A
/// share from sums that are known between bounds says them: the average itself has no one value to fill in.
fn from(chosen: &KeptPayScenario, period: Option<PayPeriod>, blank: &str) -> (String, bool) {
    let mut said = format!("选定的增资方案“{}”", chosen.name);
    if let Some(period) = period {
        said.push_str(&format!("，按{}计入的{}人算", period.words(), chosen.people));
    }
    if let (BEFORE, Some(PayPeriod::Month(_))) = (blank, period) {
        said.push_str("，是一个月的平均数，不是上年度的");
    }
    match chosen.averages().filter(|_| blank == GROWTH && chosen.target_average.is_none()) {
        Some(averages) => (format!("{said}：{averages}"), true),
        None => (said, blank != GROWTH),
    }
}

/// Offers what the scenario says for the blanks that nothing else is offered for: of averages those that everybody may be told, for
/// a contract is read by all, with the period they are of. Whether an average was told: whoever was shown it has looked at wages.
pub fn propose(draft: &mut ContractDraft, chosen: &KeptPayScenario, period: Option<PayPeriod>) -> bool {
    let mut averages = false;
    for blank in draft.blanks.iter_mut().filter(|blank| blank.proposal.is_none()) {
        let Some(value) = value(chosen, &blank.name).filter(|value| blank.value.as_ref() != Some(value))
        else {
            continue;
        };
        let shown = shown(blank.kind, &value);
        let (from, told) = from(chosen, period, &blank.name);
        averages |= told;
        blank.proposal = Some(BlankProposal { value, shown, from });
    }
    averages
}
