//! The attached table of pay by trade and grade: a higher grade that is paid less than a lower one of its trade. A level under the
//! local minimum is found with the other sums.

use std::collections::BTreeMap;

use super::looked::{Looked, finding};
use crate::negotiation::contract::model::{ContractFinding, ContractFindingKind, ContractSeverity};
use crate::negotiation::contract::values::yuan;
use crate::negotiation::levels::model::SkillPayLevel;
use crate::negotiation::levels::rules::name;

/// What a clause says that promises the order of the grades.
const PROMISES: [&str; 3] = ["不低于技能等级低的", "不低于等级低的", "不低于低等级的"];

fn range(level: &SkillPayLevel) -> String {
    if level.from == level.to {
        return format!("{}元", yuan(level.from.0));
    }
    format!("{}—{}元", yuan(level.from.0), yuan(level.to.0))
}

/// Grades of the attached table that are paid less than a lower one of their trade.
pub(super) fn order(draft: &Looked<'_>) -> Vec<ContractFinding> {
    if !draft.is_attached() {
        return Vec::new();
    }
    let promise =
        draft.numbered().find(|(_, _, words)| PROMISES.iter().any(|promise| words.contains(promise)));
    let mut trades: BTreeMap<&str, Vec<&SkillPayLevel>> = BTreeMap::new();
    for level in draft.levels {
        trades.entry(level.trade.trim()).or_default().push(level);
    }
    let mut found = Vec::new();
    for of_trade in trades.values_mut() {
        of_trade.sort_by_key(|level| level.grade);
        let turned =
            of_trade.windows(2).filter(|pair| pair[1].from < pair[0].from || pair[1].to < pair[0].to);
        for pair in turned {
            let sums = format!(
                "附件工资水平表里{}{}，低于{}的{}",
                name(pair[1]),
                range(pair[1]),
                name(pair[0]),
                range(pair[0])
            );
            let kind = ContractFindingKind::GradeBelowLower;
            let way_out = "在工资水平表里改正填错的数；确实这样谈定的，把等级高的不低于等级低的一条改掉。";
            found.push(match &promise {
                Some((number, clause, _)) => {
                    let message = format!("{sums}，与第{number}条“等级高的不低于等级低的”相反。");
                    finding(kind, ContractSeverity::Should, message, way_out).at(clause.id, *number)
                }
                None => finding(
                    kind,
                    ContractSeverity::Should,
                    format!("{sums}。"),
                    "在工资水平表里核对；技能等级高的，工资水平一般不低于等级低的。",
                ),
            });
        }
    }
    found
}
