//! Two versions of a contract laid side by side, clause by clause and word by word. Which clause answers which is told by its id, by
//! the library's clause it was made from, or else by likeness, so that last year's pasted text finds its partner too.

use super::model::{ClauseComparison, ContractComparison, KeptClause};
use crate::negotiation::wording::{self, WordingChange, WordingPart};

/// Clauses that have less than this in common, in thousandths, are not the same clause.
const ALIKE: usize = 450;

/// Which clause of the earlier version answers each of the later one.
fn partners(before: &[KeptClause], after: &[KeptClause]) -> Vec<Option<usize>> {
    let mut taken = vec![false; before.len()];
    let mut partners = vec![None; after.len()];
    let sure: [fn(&KeptClause, &KeptClause) -> bool; 3] = [
        |old, new| old.clause.is_some() && old.clause == new.clause,
        |old, new| old.text == new.text,
        |old, new| old.library.is_some() && old.library == new.library,
    ];
    for same in sure {
        for (at, new) in
            after.iter().enumerate().filter(|(at, _)| partners[*at].is_none()).collect::<Vec<_>>()
        {
            let found = (0..before.len()).find(|old| !taken[*old] && same(&before[*old], new));
            if let Some(old) = found {
                (taken[old], partners[at]) = (true, Some(old));
            }
        }
    }
    // The likest pairs first, so that a clause does not lose its partner to one that is less like it.
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, new) in after.iter().enumerate().filter(|(at, _)| partners[*at].is_none()) {
        for (old, clause) in before.iter().enumerate().filter(|(old, _)| !taken[*old]) {
            pairs.push((wording::likeness(&clause.text, &new.text), old, at));
        }
    }
    pairs.sort_by_key(|(likeness, old, at)| (std::cmp::Reverse(*likeness), *old, *at));
    for (_, old, at) in pairs.into_iter().filter(|(likeness, ..)| *likeness >= ALIKE) {
        if !taken[old] && partners[at].is_none() {
            (taken[old], partners[at]) = (true, Some(old));
        }
    }
    partners
}

fn number(at: usize) -> Option<u32> {
    u32::try_from(at + 1).ok()
}

fn whole(change: WordingChange, text: &str) -> Vec<WordingPart> {
    vec![WordingPart { change, text: text.to_owned() }]
}

fn left_out(at: usize, clause: &KeptClause) -> ClauseComparison {
    ClauseComparison {
        chapter: clause.chapter.clone(),
        before: number(at),
        after: None,
        parts: whole(WordingChange::Removed, &clause.text),
        moves: Vec::new(),
        changed: true,
    }
}

/// Both versions in the order of the later one; what was left out stands before the clause that followed it.
pub fn compare(
    (before_name, before): (String, &[KeptClause]),
    (after_name, after): (String, &[KeptClause]),
) -> ContractComparison {
    let partners = partners(before, after);
    let mut clauses = Vec::new();
    let gone: Vec<usize> = (0..before.len()).filter(|old| !partners.contains(&Some(*old))).collect();
    let mut told = 0;
    for (at, new) in after.iter().enumerate() {
        if let Some(old) = partners[at] {
            while let Some(lost) = gone.get(told).filter(|lost| **lost < old) {
                clauses.push(left_out(*lost, &before[*lost]));
                told += 1;
            }
        }
        let old = partners[at].map(|old| &before[old]);
        clauses.push(ClauseComparison {
            chapter: new.chapter.clone(),
            before: partners[at].and_then(number),
            after: number(at),
            parts: match old {
                Some(old) => wording::parts(&old.text, &new.text),
                None => whole(WordingChange::Added, &new.text),
            },
            moves: old.map(|old| wording::moves(&old.text, &new.text)).unwrap_or_default(),
            changed: old.is_none_or(|old| old.text != new.text),
        });
    }
    clauses.extend(gone.iter().skip(told).map(|lost| left_out(*lost, &before[*lost])));
    let count = |is: fn(&ClauseComparison) -> bool| {
        u32::try_from(clauses.iter().filter(|one| is(one)).count()).unwrap_or(u32::MAX)
    };
    ContractComparison {
        before: before_name,
        after: after_name,
        added: count(|one| one.before.is_none()),
        removed: count(|one| one.after.is_none()),
        changed: count(|one| one.changed && one.before.is_some() && one.after.is_some()),
        clauses,
    }
}

#[cfg(test)]
mod tests {
    use super::compare;
    use crate::negotiation::contract::model::KeptClause;

    fn clauses(texts: &[&str]) -> Vec<KeptClause> {
        texts
            .iter()
            .map(|text| KeptClause {
                clause: None,
                library: None,
                chapter: String::new(),
                text: (*text).to_owned(),
            })
            .collect()
    }

    fn told(before: &[KeptClause], after: &[KeptClause]) -> Vec<(Option<u32>, Option<u32>, bool)> {
        let all = compare((String::new(), before), (String::new(), after));
        all.clauses.iter().map(|one| (one.before, one.after, one.changed)).collect()
    }

    #[test]
    fn a_clause_that_moved_or_changed_keeps_its_partner_and_what_left_stands_where_it_was() {
        let before = clauses(&[
            "本合同期限自2025年4月1日起至2026年3月31日止",
            "夜班津贴每班20元",
            "企业每月10日支付工资，遇休息日提前",
        ]);
        let after = clauses(&[
            "企业每月10日支付工资，遇休息日提前",
            "本合同期限自2026年4月1日起至2027年3月31日止",
            "全体职工依法享受年休假",
        ]);
        assert_eq!(
            told(&before, &after),
            [
                (Some(2), None, true),
                (Some(3), Some(1), false),
                (Some(1), Some(2), true),
                (None, Some(3), true)
            ]
        );
        let all = compare(("上年".to_owned(), &before), ("草案".to_owned(), &after));
        assert_eq!((all.added, all.removed, all.changed), (1, 1, 1));
        let term = all.clauses.iter().find(|one| one.after == Some(2)).unwrap();
        let moves: Vec<_> = term.moves.iter().map(|one| format!("{}→{}", one.from, one.to)).collect();
        assert_eq!(moves, ["2025年4月1日→2026年4月1日", "2026年3月31日→2027年3月31日"]);
    }

    #[test]
    fn the_same_clause_of_the_library_is_held_against_itself_whatever_became_of_its_words() {
        let mut before = clauses(&["甲乙丙丁"]);
        let mut after = clauses(&["完全不同的文字"]);
        assert_eq!(told(&before, &after), [(None, Some(1), true), (Some(1), None, true)]);
        before[0].library = Some("wage.term".to_owned());
        after[0].library = Some("wage.term".to_owned());
        assert_eq!(told(&before, &after), [(Some(1), Some(1), true)]);
    }

    #[test]
    fn nothing_against_nothing_is_nothing() {
        assert_eq!(told(&[], &[]), []);
        let one = clauses(&["甲"]);
        assert_eq!(told(&one, &[]), [(Some(1), None, true)]);
        assert_eq!(told(&[], &one), [(None, Some(1), true)]);
    }
}
