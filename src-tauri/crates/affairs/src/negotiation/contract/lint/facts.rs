//! The facts of which a contract says one thing only, read off its clauses: the lowest wage, the rise, the day of pay, the term. Where
//! two clauses name different amounts for one fact, both are told.

use super::{Looked, finding};
use crate::negotiation::amounts::{Amount, AmountKind, amounts};
use crate::negotiation::contract::library::{Fact, FactKind};
use crate::negotiation::contract::model::{
    ContractClauseId, ContractFinding, ContractFindingKind, ContractSeverity,
};

/// What a clause says of a fact.
pub(super) struct Told<'a> {
    pub fact: &'a Fact,
    pub clause: ContractClauseId,
    pub number: u32,
    pub value: i64,
    pub words: String,
}

fn is(kind: FactKind, amount: &Amount) -> bool {
    let wanted = match kind {
        FactKind::Sum => AmountKind::Sum,
        FactKind::Percent => AmountKind::Percent,
        FactKind::Day => AmountKind::Day,
        FactKind::Date => AmountKind::Date,
    };
    amount.kind == wanted
}

/// What one sentence says of a fact: the amount before which its words stand, since the amount before that.
fn in_sentence(fact: &Fact, sentence: &str) -> Option<Amount> {
    let chars: Vec<char> = sentence.chars().collect();
    let all = amounts(sentence);
    let mut since = 0;
    let mut named = None;
    for (at, amount) in all.iter().enumerate() {
        let before: String = chars[since..amount.at.start].iter().collect();
        since = amount.at.end;
        let speaks = fact.words.iter().any(|word| before.contains(word.as_str()))
            && !fact.without.iter().any(|word| before.contains(word.as_str()));
        if speaks && is(fact.kind, amount) {
            named = Some(at);
            break;
        }
    }
    all[named?..].iter().filter(|amount| is(fact.kind, amount)).nth(fact.nth).cloned()
}

/// Everything the clauses say of the facts of which a contract says one thing only.
pub(super) fn told<'a>(draft: &'a Looked<'a>) -> Vec<Told<'a>> {
    told_of(draft, &draft.library.words.facts)
}

/// Everything the clauses say of some facts.
pub(super) fn told_of<'a>(draft: &'a Looked<'a>, facts: &'a [Fact]) -> Vec<Told<'a>> {
    let mut told = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for sentence in filled.split(['。', '；', '\n']) {
            for fact in facts {
                if let Some(amount) = in_sentence(fact, sentence) {
                    told.push(Told {
                        fact,
                        clause: clause.id,
                        number,
                        value: amount.value,
                        words: amount.words,
                    });
                }
            }
        }
    }
    told
}

/// Facts of which two clauses say different things; told at the later one.
pub(super) fn contradictions(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let told = told(draft);
    let mut found = Vec::new();
    for (at, one) in told.iter().enumerate() {
        let first = told[..at].iter().find(|other| other.fact.name == one.fact.name);
        let Some(first) = first.filter(|first| first.value != one.value) else { continue };
        found.push(
            finding(
                ContractFindingKind::Contradiction,
                ContractSeverity::Must,
                format!(
                    "“{}”前后不一致：第{}条是{}，第{}条是{}。",
                    one.fact.name, first.number, first.words, one.number, one.words
                ),
                "按双方谈定的数改成一样；或者只在一条里写，别处不写。",
            )
            .at(one.clause, one.number),
        );
    }
    found
}
