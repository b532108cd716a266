//! What a contract says of its attachments against what is attached: a part of the contract that is not there, a table that was
//! negotiated and is attached to nothing.

use super::looked::{Looked, finding};
use crate::negotiation::agreement::model::AgreementKind;
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{
    ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::levels;

/// The clause of the library that attaches the table of levels.
const LEVELS: &str = "wage.posts";

/// Whether a sentence says no more than that whatever is attached belongs to the contract.
fn only_says_so(sentence: &str) -> bool {
    sentence.contains("附件")
        && ["组成部分", "同等效力"].iter().any(|word| sentence.contains(word))
        && !sentence.contains('《')
}

/// Attachments that are spoken of and are not there, or are there and not spoken of.
pub(super) fn parts(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let kind = ContractFindingKind::Attachment;
    let mut found = Vec::new();
    let named = draft
        .clauses
        .iter()
        .any(|one| sentences(&one.text).any(|words| words.contains("附件") && !only_says_so(words)));
    let empty = draft.is_attached() && draft.levels.is_empty();
    for (number, clause, filled) in draft.numbered() {
        if !named && sentences(&filled).any(only_says_so) {
            found.push(
                finding(
                    kind,
                    ContractSeverity::Should,
                    format!("第{number}条说附件是合同的组成部分，可是合同没有附件。"),
                    "去掉这一句；有附件的，写明附件的名称。",
                )
                .at(clause.id, number),
            );
        }
        if empty && clause.text.contains(levels::TABLE) {
            found.push(
                finding(
                    kind,
                    ContractSeverity::Should,
                    format!("第{number}条说有附件《{}》，可是表里还没有登记。", levels::TABLE),
                    "登记工种和技能等级工资水平；没有谈这张表的，把这一条移除。",
                )
                .at(clause.id, number),
            );
        }
    }
    if draft.kind == AgreementKind::Wage && !draft.levels.is_empty() && !draft.is_attached() {
        let message = format!("已经登记了《{}》，合同里没有写，打印时不会附上。", levels::TABLE);
        let way_out = "从条款库放进写明附件的一条；这张表不作附件的，可以不放。";
        found.push(
            finding(kind, ContractSeverity::Hint, message, way_out)
                .mended(ContractRemedy::Take { library: LEVELS.to_owned() }),
        );
    }
    found
}
