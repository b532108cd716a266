//! One thing said in two clauses: what a meeting agreed upon was taken over, and a clause of the library or of last year's contract
//! says it too. Where the two name different sums, that is said with it; of a fact of which a contract says one thing only, `facts`
//! tells it besides.

use std::collections::BTreeSet;

use super::looked::{Looked, finding};
use crate::negotiation::amounts::{AmountKind, amounts};
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{
    ContractClause, ContractFinding, ContractFindingKind, ContractOrigin, ContractSeverity,
};
use crate::negotiation::contract::topics::topics;
use crate::negotiation::contract::values::yuan;

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

/// The sums that a clause names where it speaks of a subject, in fen; of the whole of one that is known by its title alone. None of a
/// fact of which a contract says one thing only: that is held against what was agreed by itself.
fn sums_of(draft: &Looked<'_>, subject: &str, filled: &str) -> BTreeSet<i64> {
    let words = &draft.library.words;
    if words.facts.iter().any(|fact| fact.name == subject) {
        return BTreeSet::new();
    }
    let speaks = |sentence: &&str| topics(words, sentence).contains(subject);
    let mut spoken: Vec<&str> = sentences(filled).filter(speaks).collect();
    if spoken.is_empty() {
        spoken.push(filled);
    }
    let all = spoken.into_iter().flat_map(amounts);
    all.filter(|one| one.kind == AmountKind::Sum).map(|one| one.value).collect()
}

/// That two clauses name different sums, with both; nothing where one of them names none.
fn differ([first, second]: &[(u32, BTreeSet<i64>); 2]) -> String {
    if first.1.is_empty() || second.1.is_empty() || first.1 == second.1 {
        return String::new();
    }
    let said = |(number, sums): &(u32, BTreeSet<i64>)| {
        let sums: Vec<String> = sums.iter().map(|fen| format!("{}元", yuan(*fen))).collect();
        format!("第{number}条是{}", sums.join("、"))
    };
    format!("两条的金额不一样：{}，{}。", said(first), said(second))
}

/// Clauses that say what an agreed text says too, told at the later of the two.
pub(super) fn same(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let all: Vec<_> = draft
        .numbered()
        .map(|(number, clause, filled)| (number, clause, subjects(draft, clause, &filled), filled))
        .collect();
    let is_agreed = |clause: &ContractClause| clause.origin == ContractOrigin::Agreed;
    let mut found = Vec::new();
    for (at, (number, clause, subjects, text)) in all.iter().enumerate() {
        for (earlier, other, theirs, their_text) in &all[..at] {
            let Some(subject) = subjects.intersection(theirs).next() else { continue };
            if !is_agreed(clause) && !is_agreed(other) {
                continue;
            }
            let sums = |words: &str| sums_of(draft, subject, words);
            let apart = differ(&[(*earlier, sums(their_text)), (*number, sums(text))]);
            let message = format!("第{earlier}条和第{number}条说的是同一件事（{subject}），留一条。{apart}");
            let severity = if apart.is_empty() { ContractSeverity::Hint } else { ContractSeverity::Should };
            let way_out = "把两条并成一条，以会议一致的文字为准；不是一件事的，可以都留着。";
            found.push(
                finding(ContractFindingKind::SaidTwice, severity, message, way_out).at(clause.id, *number),
            );
        }
    }
    found
}
