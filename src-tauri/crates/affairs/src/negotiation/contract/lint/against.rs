//! What the words of a clause agree upon though the law says otherwise: no pay for overtime, wages that are not paid by the month. By
//! which words it is known stands in the clause files; rates of overtime are `overtime`'s.

use super::looked::{Looked, finding};
use crate::negotiation::contract::counts::count;
use crate::negotiation::contract::library::Against;
use crate::negotiation::contract::model::{
    ContractClause, ContractFinding, ContractFindingKind, ContractSeverity,
};

/// Before the words these forbid what is spoken of, or tell of it as a breach or a case.
const NOT: [&str; 15] = [
    "不得", "禁止", "严禁", "不准", "不能", "不应", "不许", "不可", "杜绝", "拒", "无故", "擅自", "如", "若",
    "凡",
];
/// What may stand between the words and the 的 that makes them a condition.
const TAILS: [&str; 4] = ["工资", "报酬", "费", "时"];

fn holds(words: &[String], text: &str) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a piece agrees upon one of the words: it neither forbids it nor makes it a condition.
fn agrees(words: &[String], piece: &str) -> bool {
    let piece = piece.trim();
    let mut found = words.iter().flat_map(|word| piece.match_indices(word.as_str()));
    found.any(|(at, word)| {
        let (before, behind) = (&piece[..at], &piece[at + word.len()..]);
        let case = TAILS.iter().fold(behind, |rest, tail| rest.strip_prefix(tail).unwrap_or(rest));
        let condition = case.starts_with('的') || piece.ends_with(['的', '时']);
        !condition && !NOT.iter().any(|word| before.contains(word))
    })
}

/// A time of more months than one, as a piece is read where any of them counts.
const MORE_MONTHS: &str = "每两月";
/// Behind a time these say that it is once in it, without a 每.
const ONCE: [&str; 8] = ["发一次", "付一次", "发放一次", "支付一次", "结一次", "结算一次", "一发", "一付"];

/// How long the time is with which a text begins that is of more months than one: 每两个月, 每隔一个月, 半年发一次.
fn more_months(text: &str) -> Option<usize> {
    let every = text.strip_prefix('每');
    let rest = every.unwrap_or(text);
    let apart = rest.strip_prefix('隔').filter(|_| every.is_some());
    let rest = apart.unwrap_or(rest);
    let (months, behind) = if let Some(behind) = rest.strip_prefix("半年") {
        (6, behind)
    } else {
        let (number, len) = count(rest)?;
        let behind = &rest[len..];
        let of = |unit: &str, months: i64| Some((number * months, behind.strip_prefix(unit)?));
        of("个月", 1).or_else(|| of("个季度", 3)).or_else(|| of("季度", 3)).or_else(|| of("年", 12))?
    };
    let least = if apart.is_some() { 1 } else { 2 };
    let told = every.is_some() || ONCE.iter().any(|word| behind.starts_with(word));
    (told && months >= least).then(|| text.len() - behind.len())
}

/// A piece with each time of more months than one written alike.
fn in_months(piece: &str) -> String {
    let mut read = String::new();
    let mut rest = piece;
    while let Some(c) = rest.chars().next() {
        if let Some(len) = more_months(rest) {
            read.push_str(MORE_MONTHS);
            rest = &rest[len..];
        } else {
            // The rest of a number is none of its own.
            let skip = count(rest).map_or(c.len_utf8(), |(_, len)| len);
            read.push_str(&rest[..skip]);
            rest = &rest[skip..];
        }
    }
    read
}

/// Whether a piece of a sentence agrees upon something; with how sure that is: the piece itself speaks of it.
fn said(one: &Against, clause: &ContractClause, sentence: &str, piece: &str) -> Option<bool> {
    let itself = one.about.is_empty() || holds(&one.about, piece);
    let spoken = itself || holds(&one.about, sentence) || one.item.as_ref() == Some(&clause.item);
    let acts = one.acts.is_empty() || holds(&one.acts, piece);
    let elsewhere = if itself && !one.about.is_empty() { piece } else { sentence };
    let agreed = match one.more_months {
        true => agrees(&one.words, &in_months(piece)),
        false => agrees(&one.words, piece),
    };
    let meant = spoken && acts && !holds(&one.without, elsewhere) && agreed;
    meant.then_some(itself)
}

/// What the clauses agree upon against the law, once a clause each.
pub(super) fn law(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for one in &draft.library.words.against {
            let sentences = filled.split(['。', '；', '\n']);
            let mut pieces = sentences
                .flat_map(|sentence| sentence.split(['，', '：']).map(move |piece| (sentence, piece)));
            let hit = pieces.find_map(|(sentence, piece)| Some((piece, said(one, clause, sentence, piece)?)));
            let (Some((piece, itself)), Some(rule)) = (hit, draft.law.rule(&one.law)) else { continue };
            found.push(
                finding(
                    ContractFindingKind::UnderLaw,
                    // What is only taken to speak of it is asked about.
                    if itself { ContractSeverity::Must } else { ContractSeverity::Should },
                    format!("第{number}条写的“{}”是{}，和法律的规定相反。", piece.trim(), one.name),
                    format!("{}。", one.instead),
                )
                .by(Some(rule.short))
                .at(clause.id, number),
            );
        }
    }
    found
}
