//! What a draft leaves out: items of its kind, groups of workers, texts that a meeting agreed upon.

use super::{Looked, finding};
use crate::Problem;
use crate::negotiation::contract::model::{
    ContractFinding, ContractFindingKind, ContractNeed, ContractRemedy, ContractSeverity,
};

/// The items and groups without a clause.
pub(super) fn missing(draft: &Looked<'_>) -> Result<Vec<ContractFinding>, Problem> {
    let kind = draft.library.items(draft.kind)?;
    let mut found = Vec::new();
    let written =
        |item: &str| draft.clauses.iter().any(|one| one.item == item && !one.text.trim().is_empty());
    for item in kind.items.iter().filter(|item| !written(&item.key)) {
        let severity = match item.need {
            ContractNeed::Must => ContractSeverity::Must,
            ContractNeed::Should => ContractSeverity::Should,
            ContractNeed::May => continue,
        };
        // The groups are told one by one below.
        if item.key == "groups" && !kind.groups.is_empty() {
            continue;
        }
        let breach = item.key == "breach";
        let message = if breach {
            "没有违约责任的条款：一方不履行时，没有办法追究。".to_owned()
        } else {
            format!("缺“{}”。", item.title)
        };
        let ready = draft.library.clauses(draft.kind).iter().find(|clause| clause.item == item.key);
        let way_out = match ready {
            Some(_) => "从条款库放进一条，再按谈定的内容改。",
            None => "补写一条。",
        };
        let what = if breach { ContractFindingKind::NoBreach } else { ContractFindingKind::MissingItem };
        let one = finding(what, severity, message, way_out)
            .by(draft.article(item.law.as_deref(), item.basis.as_deref()));
        found.push(match ready {
            Some(clause) => one.mended(ContractRemedy::Take { library: clause.id.clone() }),
            None => one,
        });
    }
    for group in &kind.groups {
        let spoken = draft
            .clauses
            .iter()
            .any(|one| one.group.as_ref() == Some(&group.key) || one.text.contains(&group.name));
        let ready =
            draft.library.clauses(draft.kind).iter().find(|one| one.group.as_ref() == Some(&group.key));
        let (false, Some(clause)) = (spoken, ready) else { continue };
        found.push(
            finding(
                ContractFindingKind::MissingGroup,
                ContractSeverity::Should,
                format!("没有写到{}。", group.name),
                format!("从条款库放进一条；本单位没有{}的，可以不写。", group.name),
            )
            .by(Some(group.basis.clone()))
            .mended(ContractRemedy::Take { library: clause.id.clone() }),
        );
    }
    Ok(found)
}

/// What the meetings agreed upon and the draft does not hold.
pub(super) fn left_out(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let open = draft.agreed.iter().filter(|text| !text.taken);
    open.map(|text| {
        finding(
            ContractFindingKind::AgreedLeftOut,
            ContractSeverity::Should,
            format!("第{}轮会议已经就“{}”达成一致，草案里还没有这段文字。", text.round, text.title),
            "把一致的文字放进草案；已经用别的话写进去的，可以不放。",
        )
        .mended(ContractRemedy::TakeAgreed { topic: text.topic })
    })
    .collect()
}
