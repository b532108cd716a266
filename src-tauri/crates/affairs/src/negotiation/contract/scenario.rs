//! What the chosen scenario of a rise proposes for the blanks of a contract. It is only offered and never filled in by itself: what
//! the talks came to may differ. Trying and choosing belong to `pay`; the other proposals are `proposals`'.

use ledger::Fen;

use super::model::{
    AgreedText, BlankProposal, ContractClauseShown, ContractDraft, ContractFinding, ContractFindingKind,
    ContractRemedy, ContractSeverity,
};
use super::values::shown;
use crate::negotiation::amounts::{AmountKind, amounts};
use crate::negotiation::topics::is_wages;
use crate::pay::figures::exact::half_up;
use crate::pay::model::PayPeriod;
use crate::pay::simulate::model::KeptPayScenario;

/// The blank that the average of the year before fills.
const BEFORE: &str = "上年月平均工资";
/// The blank that a share fills.
const GROWTH: &str = "工资增长幅度";
/// The blank that the average of this year fills.
const AFTER: &str = "本年月平均工资";

/// The share that a scenario leads to, in hundredths of a percent.
fn share(chosen: &KeptPayScenario) -> Option<i64> {
    let averages = chosen.before_average.zip(chosen.target_average);
    let grown =
        |(before, after): (Fen, Fen)| half_up(i128::from(after.0 - before.0) * 10_000, before.0.into());
    let growth = || chosen.growth().filter(|one| one.is_exact()).map(|one| one.from);
    chosen.plain_share().or_else(|| averages.and_then(grown)).or_else(growth)
}

/// What the scenario says of a blank, as the blank keeps it.
fn value(chosen: &KeptPayScenario, blank: &str) -> Option<String> {
    let found = match blank {
        BEFORE => chosen.before_average?.0,
        AFTER => chosen.target_average?.0,
        GROWTH => share(chosen)?,
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
    if blank == BEFORE && period.is_some_and(|period| !is_year_before(chosen, period)) {
        said.push_str("，不是上年度的平均数");
    }
    match chosen.averages().filter(|_| blank == GROWTH && chosen.target_average.is_none()) {
        Some(averages) => (format!("{said}：{averages}"), true),
        None => (said, blank != GROWTH),
    }
}

/// Whether a draft has a blank of which a scenario says something. For any other no wage data is read.
pub fn asks(draft: &ContractDraft) -> bool {
    !draft.sealed && draft.blanks.iter().any(|blank| [BEFORE, GROWTH, AFTER].contains(&blank.name.as_str()))
}

/// Whether the wage data is of the whole year before that whose wages are talked about.
fn is_year_before(chosen: &KeptPayScenario, period: PayPeriod) -> bool {
    period == PayPeriod::Year(chosen.year - 1)
}

/// The amounts by which a rise is known again: its shares, else its sums.
fn rises(text: &str) -> Vec<i64> {
    let all = amounts(text);
    let of = |kind: AmountKind| all.iter().filter(|one| one.kind == kind).map(|one| one.value).collect();
    let shares: Vec<i64> = of(AmountKind::Percent);
    if shares.is_empty() { of(AmountKind::Sum) } else { shares }
}

/// What the meetings agreed upon how wages rise, where it is another rise than the scenario's: the text, and its share where it is the
/// only one.
fn agreed_otherwise<'d>(
    draft: &'d ContractDraft,
    chosen: &KeptPayScenario,
) -> Option<(&'d AgreedText, Option<i64>)> {
    let agreed = draft.agreed.iter().rev().find(|one| is_wages(&one.title))?;
    let (talked, own) = (rises(&agreed.text), rises(&chosen.said));
    let shares = amounts(&agreed.text).into_iter().filter(|one| one.kind == AmountKind::Percent);
    let shares: Vec<i64> = shares.map(|one| one.value).collect();
    let only = match shares.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    (talked != own).then_some((agreed, only))
}

/// A remark where what was filled in as the average of the year before is that of another period.
fn of_another_period(
    draft: &ContractDraft,
    chosen: &KeptPayScenario,
    period: PayPeriod,
) -> Option<ContractFinding> {
    let own = value(chosen, BEFORE)?;
    let filled = draft.blanks.iter().find(|blank| blank.name == BEFORE)?.value.as_ref()?;
    if is_year_before(chosen, period) || *filled != own {
        return None;
    }
    let says = |one: &&ContractClauseShown| one.blanks.iter().any(|blank| blank == BEFORE);
    let clause = draft.chapters.iter().flat_map(|chapter| &chapter.clauses).find(says)?;
    if !clause.clause.text.contains("上年度") {
        return None;
    }
    Some(ContractFinding {
        kind: ContractFindingKind::Contradiction,
        severity: ContractSeverity::Hint,
        clause: Some(clause.clause.id),
        number: Some(clause.number),
        message: format!("第{}条写的是上年度的月平均工资，填的是{}的平均数。", clause.number, period.words()),
        way_out: format!(
            "填上年度全年的月平均工资；就按{0}谈的，把条款里的“上年度”改成“{0}”。",
            period.words()
        ),
        article: None,
        remedy: Some(ContractRemedy::Fill { blank: BEFORE.to_owned() }),
    })
}

/// Offers what the scenario says for the blanks that nothing else is offered for: of averages those that everybody may be told, for
/// a contract is read by all, with the period they are of. Where the meetings agreed upon another rise, its share goes before that
/// of the scenario. Whether an average was told: whoever was shown it has looked at wages.
pub fn propose(draft: &mut ContractDraft, chosen: &KeptPayScenario, period: Option<PayPeriod>) -> bool {
    let other = agreed_otherwise(draft, chosen).map(|(text, only)| (text.title.clone(), text.round, only));
    let mut averages = false;
    for blank in draft.blanks.iter_mut().filter(|blank| blank.proposal.is_none()) {
        let agreed = other.as_ref().filter(|_| blank.name == GROWTH).and_then(|(title, round, only)| {
            Some((only.as_ref()?.to_string(), format!("第{round}轮会议谈定的“{title}”"), false))
        });
        let own = || {
            let value = value(chosen, &blank.name)?;
            let (mut from, told) = from(chosen, period, &blank.name);
            if other.is_some() && blank.name != BEFORE {
                from.push_str("；这是选定方案的数，不是谈定的数");
            }
            Some((value, from, told))
        };
        let Some((value, from, told)) =
            agreed.or_else(own).filter(|(value, ..)| blank.value.as_ref() != Some(value))
        else {
            continue;
        };
        let shown = shown(blank.kind, &value);
        averages |= told;
        blank.proposal = Some(BlankProposal { value, shown, from });
    }
    if let Some(remark) = period.and_then(|period| of_another_period(draft, chosen, period)) {
        draft.findings.push(remark);
    }
    averages
}

#[cfg(test)]
mod tests {
    use super::rises;

    #[test]
    fn a_rise_is_known_again_by_its_shares_else_by_its_sums() {
        assert_eq!(
            rises("自2027年1月1日起，全体职工月工资普遍增长6%。"),
            rises("普遍增长6%；月工资最低不少于2,300元")
        );
        assert_ne!(rises("全体职工月工资普遍增长5%。"), rises("普遍增长6%"));
        assert_eq!(rises("每人每月增加300元"), [30_000]);
    }
}
