//! One thing said in two clauses: what a meeting agreed upon was taken over, and a clause of the library or of last year's contract
//! says it too. Where the two say different numbers, `facts` tells that besides.

use std::collections::BTreeSet;

use super::looked::{Looked, finding};
use crate::negotiation::contract::model::{
    ContractClause, ContractFinding, ContractFindingKind, ContractOrigin, ContractSeverity,
};
use crate::negotiation::contract::topics::topics;

/// The subjects of a clause: by its words, and by what the topic is called whose agreed text it is.
fn subjects<'a>(draft: &'a Looked<'_>, clause: &ContractClause, filled: &str) -> BTreeSet<&'a str> {
    let words = &draft.library.words;
    let mut found = topics(words, filled);
    let agreed = draft.agreed.iter().find(|one| clause.topic == Some(one.topic));
    if let Some(agreed) = agreed.filter(|_| found.is_empty()) {
        found = topics(words, &format!("{}：{filled}", agreed.title));
    }
    found
}

/// Clauses that say what an agreed text says too, told at the later of the two.
pub(super) fn same(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let all: Vec<_> = draft
        .numbered()
        .map(|(number, clause, filled)| (number, clause, subjects(draft, clause, &filled)))
        .collect();
    let is_agreed = |clause: &ContractClause| clause.origin == ContractOrigin::Agreed;
    let mut found = Vec::new();
    for (at, (number, clause, subjects)) in all.iter().enumerate() {
        for (earlier, other, theirs) in &all[..at] {
            let Some(subject) = subjects.intersection(theirs).next() else { continue };
            if !is_agreed(clause) && !is_agreed(other) {
                continue;
            }
            let message = format!("第{earlier}条和第{number}条说的是同一件事（{subject}），留一条。");
            let way_out = "把两条并成一条，以会议一致的文字为准；不是一件事的，可以都留着。";
            found.push(
                finding(ContractFindingKind::SaidTwice, ContractSeverity::Hint, message, way_out)
                    .at(clause.id, *number),
            );
        }
    }
    found
}
