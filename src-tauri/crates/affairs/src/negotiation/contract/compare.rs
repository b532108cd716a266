//! Two versions of a contract laid side by side, clause by clause and word by word. Which clause answers which is told in `partners`:
//! last year's pasted text finds its partner too. Which numbers moved is told by what they are about, whatever the words around them.

use super::facts::told_in;
use super::lengths;
use super::library::Words;
use super::model::{ClauseComparison, ContractComparison, KeptClause};
use super::partners::{Piece, Sides, partners};
use super::topics::topics;
use crate::negotiation::amounts::Amount;
use crate::negotiation::wording::{self, NumberMove, Spoken, WordingChange, WordingPart, spoken};

fn number(at: usize) -> Option<u32> {
    u32::try_from(at + 1).ok()
}

fn whole(change: WordingChange, text: &str) -> Vec<WordingPart> {
    vec![WordingPart { change, text: text.to_owned() }]
}

/// The numbers that moved between two texts: those of the facts by their names, the others by the words before them. Amounts of
/// two subjects are never one number.
fn moves(words: &Words, before: &str, after: &str) -> Vec<NumberMove> {
    // Line by line: a line begins another item.
    let closed = |text: &str| text.lines().map(wording::closed).collect::<Vec<_>>().join("\n");
    let (before, after) = (&closed(before), &closed(after));
    let told = |text: &str| told_in(&words.wage, &words.facts, text);
    let (old_facts, new_facts) = (told(before), told(after));
    let (mut old, mut new) = (spoken(before), spoken(after));
    let take = |all: &mut Vec<Spoken>, told: &Amount| {
        let same = |one: &Spoken| (one.amount.kind, one.amount.value) == (told.kind, told.value);
        if let Some(at) = all.iter().position(same) {
            all.remove(at);
        }
    };
    let mut moves = Vec::new();
    for (nth, (fact, earlier)) in old_facts.iter().enumerate() {
        let again = old_facts[..nth].iter().any(|(other, _)| other.name == fact.name);
        let Some((_, later)) = new_facts.iter().find(|(other, _)| !again && other.name == fact.name) else {
            continue;
        };
        take(&mut old, earlier);
        take(&mut new, later);
        if earlier.value != later.value {
            moves.push(NumberMove::of(earlier, later));
        }
    }
    let may = |one: &str, other: &str| {
        let (one, other) = (topics(words, one), topics(words, other));
        one.is_empty() || other.is_empty() || !one.is_disjoint(&other)
    };
    moves.extend(wording::moves_of(&old, &new, may));
    moves.extend(lengths::moves(before, after));
    moves
}

fn left_out(piece: &Piece<'_>, before: &[KeptClause]) -> ClauseComparison {
    ClauseComparison {
        chapter: before[piece.clause].chapter.clone(),
        before: number(piece.clause),
        after: None,
        parts: whole(WordingChange::Removed, &piece.text),
        moves: Vec::new(),
        changed: true,
    }
}

/// A piece of the later version beside the words of the earlier one that it answers.
fn beside(words: &Words, sides: &Sides<'_>, at: usize, chapter: &str) -> ClauseComparison {
    let new = &sides.after[at];
    let old = sides.answered(words, at);
    // A text that was pasted from a printed paper has spaces around its numbers and its lines turn: that is no other wording.
    let said = wording::closed(&new.text);
    let before = old.as_deref().map(wording::closed);
    ClauseComparison {
        chapter: chapter.to_owned(),
        before: sides.partners[at].first().and_then(|old| number(sides.before[*old].clause)),
        after: number(new.clause),
        parts: match &old {
            Some(_) if before.as_ref() == Some(&said) => whole(WordingChange::Kept, &new.text),
            Some(old) => wording::parts(old, &new.text),
            None => whole(WordingChange::Added, &new.text),
        },
        moves: old.as_deref().map(|old| moves(words, old, &new.text)).unwrap_or_default(),
        changed: before.is_none_or(|old| old != said),
    }
}

/// Both versions in the order of the later one; what was left out stands before the clause that followed it.
pub fn compare(
    words: &Words,
    (before_name, before): (String, &[KeptClause]),
    (after_name, after): (String, &[KeptClause]),
) -> ContractComparison {
    let sides = partners(words, before, after);
    let mut clauses = Vec::new();
    let gone: Vec<usize> =
        (0..sides.before.len()).filter(|old| !sides.partners.iter().any(|of| of.contains(old))).collect();
    let mut told = 0;
    for (at, new) in sides.after.iter().enumerate() {
        if let Some(old) = sides.partners[at].first() {
            while let Some(lost) = gone.get(told).filter(|lost| *lost < old) {
                clauses.push(left_out(&sides.before[*lost], before));
                told += 1;
            }
        }
        clauses.push(beside(words, &sides, at, &after[new.clause].chapter));
    }
    clauses.extend(gone.iter().skip(told).map(|lost| left_out(&sides.before[*lost], before)));
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
    use std::path::Path;
    use std::sync::LazyLock;

    use super::compare;
    use crate::negotiation::contract::library::ClauseLibrary;
    use crate::negotiation::contract::model::{ContractComparison, KeptClause};
    use crate::negotiation::contract::paste;
    use crate::negotiation::wording::WordingChange;

    static LIBRARY: LazyLock<ClauseLibrary> = LazyLock::new(|| {
        ClauseLibrary::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets")).unwrap()
    });

    fn compared(before: &[KeptClause], after: &[KeptClause]) -> ContractComparison {
        compare(&LIBRARY.words, ("上年".to_owned(), before), ("草案".to_owned(), after))
    }

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
        let all = compared(before, after);
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
        let all = compared(&before, &after);
        assert_eq!((all.added, all.removed, all.changed), (1, 1, 1));
        let term = all.clauses.iter().find(|one| one.after == Some(2)).unwrap();
        let moves: Vec<_> = term.moves.iter().map(|one| format!("{}→{}", one.from, one.to)).collect();
        assert_eq!(moves, ["2025年4月1日→2026年4月1日", "2026年3月31日→2027年3月31日"]);
    }

    #[test]
    fn what_was_pasted_from_a_printed_paper_differs_by_its_words_and_not_by_its_spaces() {
        let last = "第一条 夜班津贴每班 10 元，自 2026 年 4 月 1 日起执行，\n按月发给。\n第二条 职工平均工资增长 5%。";
        let now = ["夜班津贴每班10元，自2026年4月1日起执行，按月发给。", "职工平均工资增长6%。"];
        let all = compared(&paste::read(last, "正文"), &clauses(&now));
        assert_eq!((all.added, all.removed, all.changed), (0, 0, 1));
        let parts = |at: usize| {
            let of = all.clauses[at].parts.iter();
            of.map(|part| (part.change, part.text.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(parts(0), [(WordingChange::Kept, now[0])]);
        let wanted = [
            (WordingChange::Kept, "职工平均工资增长"),
            (WordingChange::Removed, "5%"),
            (WordingChange::Added, "6%"),
            (WordingChange::Kept, "。"),
        ];
        assert_eq!(parts(1), wanted);
        let spaced = compared(&clauses(&now), &paste::read(last, "正文"));
        assert_eq!(
            spaced.clauses[0].parts[0].text,
            "夜班津贴每班 10 元，自 2026 年 4 月 1 日起执行，按月发给。"
        );
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

    /// The clauses of both sides by number and the moves between them, of last year's text as it was pasted.
    fn moved(last: &str, now: &[&str]) -> Vec<(Option<u32>, Option<u32>, Vec<String>)> {
        let all = compared(&paste::read(last, "正文"), &clauses(now));
        let moves = |one: &crate::negotiation::contract::model::ClauseComparison| {
            one.moves.iter().map(|one| format!("{}→{}", one.from, one.to)).collect::<Vec<_>>()
        };
        all.clauses.iter().map(|one| (one.before, one.after, moves(one))).collect()
    }
    fn lines(of: &[(Option<u32>, Option<u32>, &[&str])]) -> Vec<(Option<u32>, Option<u32>, Vec<String>)> {
        of.iter()
            .map(|(old, new, moves)| (*old, *new, moves.iter().map(|one| (*one).to_owned()).collect()))
            .collect()
    }

    #[test]
    fn clauses_of_one_subject_are_held_against_each_other_before_those_of_like_words() {
        assert_eq!(
            moved(
                "第一条 企业最低工资标准为每月2,300元，按当地标准提高的幅度同步调整。\n第二条 每月15日前支付上月工资。",
                &[
                    "在法定工作时间内提供正常劳动的职工，月工资不低于2,454.40元。当地现行月最低工资标准为2,080元，自2026年1月1日起执行。",
                    "企业最低工资标准为当地最低工资标准的118%，按当地标准提高的幅度同步调整。",
                    "企业每月10日以前通过银行支付职工上一个月的工资，并且把本人的工资清单交给职工。",
                ]
            ),
            lines(&[
                (Some(1), Some(1), &["2,300元→2,454.40元"]),
                (None, Some(2), &[]),
                (Some(2), Some(3), &["15日→10日"]),
            ])
        );
        assert_eq!(
            moved(
                "第一条 夜班津贴每人每班发给20元。",
                &["高温津贴每人每班发给20元。", "值夜班的，夜班津贴一班是30元。"]
            ),
            lines(&[(None, Some(1), &[]), (Some(1), Some(2), &["20元→30元"])]),
            "like words about another thing are no partner"
        );
    }

    #[test]
    fn the_numbered_items_of_a_pasted_clause_answer_by_themselves() {
        let last = "第一条 本合同适用于全体职工。\n第二条 津贴按下列标准发给：\n1. 夜班津贴每班20元。\n2. 班组长津贴每月150元。\n\
                    3. 高温津贴每月200元。";
        assert_eq!(
            moved(
                last,
                &[
                    "本合同适用于全体职工。",
                    "夜班津贴每班30元，班组长津贴每月200元。",
                    "高温天气作业的，按月发给高温津贴，每人每月300元。",
                ]
            ),
            lines(&[
                (Some(1), Some(1), &[]),
                (Some(2), Some(2), &["20元→30元", "150元→200元"]),
                (Some(2), Some(3), &["200元→300元"]),
            ]),
            "two items joined in one clause keep both moves"
        );
        assert_eq!(
            moved(
                "第一条 夜班津贴每班20元，班组长津贴每月150元。",
                &["（一）夜班津贴每班30元。（二）班组长津贴每月200元。（三）工龄工资每年10元。"]
            ),
            lines(&[
                (Some(1), Some(1), &["20元→30元"]),
                (Some(1), Some(1), &["150元→200元"]),
                (None, Some(1), &[]),
            ]),
            "and one clause that was parted does too"
        );
    }

    #[test]
    fn a_move_of_money_percent_or_days_is_shown_whatever_the_words_around_it() {
        for (old, new, moves) in [
            (
                "职工平均工资增长5%。",
                "本合同期内，全体职工工资水平增长百分之六，月平均工资达到6,211元。",
                "5%→百分之六",
            ),
            ("工资于次月15日前发放。", "企业每月10日以前支付职工上一个月的工资，遇休息日提前。", "15日→10日"),
            (
                "2025年职工月平均工资在原来的基础上增长5%。",
                "上年度职工月平均工资为5,880元。本合同期内，职工平均工资增长6%，月平均工资达到6,232.80元。",
                "5%→6%",
            ),
            (
                "企业违反本合同的，10日内补足。",
                "违反本合同少付工资的，在工会书面提出后7日以内补足。",
                "10日→7日",
            ),
            (
                "平日加班按150%支付。",
                "加班工资以岗位工资为基数：工作日延长工作时间的不低于160%。",
                "150%→160%",
            ),
        ] {
            let told = moved(&format!("第一条 {old}"), &[new]);
            assert_eq!(told, lines(&[(Some(1), Some(1), &[moves])]), "{old}");
        }
    }
}
