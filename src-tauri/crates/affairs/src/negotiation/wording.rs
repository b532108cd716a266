//! What differs between two wordings, word by word, and which of their numbers moved. A number is one word, a Chinese character
//! another, so that 5% → 6.5% is told whole. Which wordings are held against each other is decided by whoever asks.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

use super::amounts::{Amount, AmountKind, amounts};

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum WordingChange {
    /// In both.
    Kept,
    /// Only in the later one.
    Added,
    /// Only in the earlier one.
    Removed,
}

/// A piece of text and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordingPart {
    /// What became of it.
    pub change: WordingChange,
    /// The text.
    pub text: String,
}

/// A number that is another than before: 5% → 6.5%.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NumberMove {
    /// As it was written.
    pub from: String,
    /// As it is written now.
    pub to: String,
    /// By how much, as a person says it: 提高1.5个百分点.
    pub by: String,
}

/// The text in words: a run of digits with its point and percent sign, a run of letters, or one character.
fn words(text: &str) -> Vec<&str> {
    let class = |c: char| match c {
        '0'..='9' | '.' | ',' | '%' | '％' => 1,
        c if c.is_ascii_alphabetic() => 2,
        _ => 0,
    };
    let mut words = Vec::new();
    let mut start = 0;
    let mut last = 0;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if at > start && (now == 0 || now != last) {
            words.push(&text[start..at]);
            start = at;
        }
        last = now;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// Whether white space between these two says that they are two: numbers or Latin words.
fn parted(before: &str, behind: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphanumeric();
    before.ends_with(latin) && behind.starts_with(latin)
}

/// A text without the white space that says nothing: where a line turns and beside Chinese characters and marks, as a printed paper
/// has it around its numbers. Between two numbers or two Latin words it parts them, and stays as one space.
pub fn closed(text: &str) -> String {
    let mut closed = String::new();
    for word in text.split_whitespace() {
        if parted(&closed, word) {
            closed.push(' ');
        }
        closed.push_str(word);
    }
    closed
}

/// The text in words as they are held against others, and the same as they stand in it: each with the white space behind it that says
/// nothing, the first with that before it too.
fn spaced(text: &str) -> (Vec<&str>, Vec<&str>) {
    let words = words(text);
    let mut said: Vec<&str> = Vec::new();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let (mut from, mut end) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        end += word.len();
        let blank = word.trim().is_empty();
        let behind = words[at + 1..].iter().find(|next| !next.trim().is_empty());
        let parts = said.last().zip(behind).is_some_and(|(before, behind)| parted(before, behind));
        if !blank || parts {
            said.push(if blank { " " } else { *word });
            spans.push((from, end));
        } else if let Some(last) = spans.last_mut() {
            last.1 = end;
        } else {
            continue;
        }
        from = end;
    }
    (said, spans.into_iter().map(|(from, end)| &text[from..end]).collect())
}

/// What was kept, taken away and put in, in reading order, as it stands in the texts; what was kept, as the later one has it. White
/// space that says nothing is no difference.
pub fn parts(before: &str, after: &str) -> Vec<WordingPart> {
    let ((old_said, old), (new_said, new)) = (spaced(before), spaced(after));
    let mut parts: Vec<WordingPart> = Vec::new();
    let mut push = |change: WordingChange, words: &[&str]| {
        if words.is_empty() {
            return;
        }
        match parts.last_mut() {
            Some(last) if last.change == change => last.text.push_str(&words.concat()),
            _ => parts.push(WordingPart { change, text: words.concat() }),
        }
    };
    for op in capture_diff_slices(Algorithm::Patience, &old_said, &new_said) {
        let (tag_old, tag_new) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            push(WordingChange::Kept, &new[tag_new]);
        } else {
            push(WordingChange::Removed, &old[tag_old]);
            push(WordingChange::Added, &new[tag_new]);
        }
    }
    parts
}

/// How much of two texts is the same, in thousandths of both.
pub fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (words(one), words(other));
    let kept: usize = capture_diff_slices(Algorithm::Myers, &one, &other)
        .iter()
        .filter(|op| matches!(op, DiffOp::Equal { .. }))
        .map(|op| op.new_range().len())
        .sum();
    let all = one.len() + other.len();
    (2 * kept * 1000).checked_div(all).unwrap_or(1000)
}

/// An amount of a text and the words before it that say what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The amount.
    pub amount: Amount,
    /// What stands before it, since the mark or the amount before that.
    pub label: String,
}

/// Every amount of a text with the words before it.
pub fn spoken(text: &str) -> Vec<Spoken> {
    let chars: Vec<char> = text.chars().collect();
    let mut since = 0;
    let with_words = |amount: Amount| {
        let before: String = chars[since..amount.at.start].iter().collect();
        since = amount.at.end;
        let label = before.rsplit(['，', '。', '；', '、', '：', '\n']).next().unwrap_or_default();
        Spoken { label: label.trim().to_owned(), amount }
    };
    amounts(text).into_iter().map(with_words).collect()
}

impl NumberMove {
    /// From one amount to another of its kind.
    pub fn of(old: &Amount, new: &Amount) -> NumberMove {
        NumberMove { from: old.words.clone(), to: new.words.clone(), by: by(new.kind, new.value - old.value) }
    }
}

/// Words before two amounts that have at least this much in common, in thousandths, say the same of both.
const SAME_WORDS: usize = 700;
/// Words that have this much in common say the same, unless another number's are as like.
const LIKE_WORDS: usize = 450;

/// The faintest likeness of words by which a number of one side's last word is found again in its next.
const FAINT_WORDS: usize = 300;

/// The numbers that moved between two words of one side on one topic: those of one kind are paired by the words before them, which
/// may be faintly alike, or by their place; which of three percentages became which of two, nobody can say without words.
pub fn moves(before: &str, after: &str) -> Vec<NumberMove> {
    moves_by(&spoken(before), &spoken(after), nearest)
}

/// As [`moves`], of amounts read already, paired as [`pairs`] says; `may` says whether two amounts with these words before them can
/// be one number.
pub fn moves_of(old: &[Spoken], new: &[Spoken], may: impl Fn(&str, &str) -> bool) -> Vec<NumberMove> {
    moves_by(old, new, |old, new| pairs(old, new, &may))
}

fn moves_by(
    old: &[Spoken],
    new: &[Spoken],
    paired: impl Fn(&[String], &[String]) -> Vec<(usize, usize)>,
) -> Vec<NumberMove> {
    let mut moves = Vec::new();
    for kind in [AmountKind::Percent, AmountKind::Points, AmountKind::Sum, AmountKind::Day, AmountKind::Date]
    {
        let of =
            |all: &[Spoken]| all.iter().filter(|one| one.amount.kind == kind).cloned().collect::<Vec<_>>();
        let (old, new) = (of(old), of(new));
        let labels = |all: &[Spoken]| all.iter().map(|one| one.label.clone()).collect::<Vec<_>>();
        let pairs = paired(&labels(&old), &labels(&new));
        let moved = pairs.into_iter().map(|(at, to)| (&old[at].amount, &new[to].amount));
        moves.extend(
            moved.filter(|(old, new)| old.value != new.value).map(|(old, new)| NumberMove::of(old, new)),
        );
    }
    moves
}

/// As [`pairs`]; of what is left over, a number is found again by words that are faintly alike where no other number comes near, for
/// who argues names more numbers (wages, productivity) than the one that is asked for: of 同比增长3.1%, 劳动生产率8.2% and 要求平均增长8%
/// it is the last that became 平均增幅7%.
fn nearest(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut pairs = pairs(old, new, &|_, _| true);
    let mut faint: Vec<(usize, usize, usize)> = Vec::new();
    for (at, one) in old.iter().enumerate().filter(|(at, _)| pairs.iter().all(|(from, _)| from != at)) {
        for (to, other) in new.iter().enumerate().filter(|(to, _)| pairs.iter().all(|(_, into)| into != to)) {
            if !one.is_empty() && !other.is_empty() {
                faint.push((likeness(one, other), at, to));
            }
        }
    }
    let clear = |likeness: usize, at: usize, to: usize| {
        let rival = |(other, from, into): &(usize, usize, usize)| {
            (*from == at) != (*into == to) && 2 * other > likeness
        };
        likeness >= FAINT_WORDS && !faint.iter().any(rival)
    };
    let found = faint.iter().filter(|(likeness, at, to)| clear(*likeness, *at, *to));
    pairs.extend(found.map(|(_, at, to)| (*at, *to)));
    pairs.sort_unstable();
    pairs
}

/// Which of one text's numbers is which of another's, by the words before them: the same words first, the likest pair before the
/// others, then words that are alike and like no other number's; then in their order, where equally many are left on both sides.
pub fn pairs(old: &[String], new: &[String], may: &impl Fn(&str, &str) -> bool) -> Vec<(usize, usize)> {
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    for (at, one) in old.iter().enumerate().filter(|(_, one)| !one.is_empty()) {
        for (to, other) in new.iter().enumerate().filter(|(_, other)| !other.is_empty()) {
            let likeness = likeness(one, other);
            if likeness >= LIKE_WORDS && may(one, other) {
                alike.push((likeness, at, to));
            }
        }
    }
    alike.sort_by_key(|(likeness, at, to)| (std::cmp::Reverse(*likeness), at.abs_diff(*to), *at));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (likeness, at, to) in &alike {
        let open = |at: &usize, to: &usize| !pairs.iter().any(|(one, other)| one == at || other == to);
        let doubt = alike
            .iter()
            .any(|(other, from, into)| (from == at) != (into == to) && other == likeness && open(from, into));
        if open(at, to) && (*likeness >= SAME_WORDS || !doubt) {
            pairs.push((*at, *to));
        }
    }
    let old_open: Vec<_> = (0..old.len()).filter(|at| pairs.iter().all(|(one, _)| one != at)).collect();
    let new_open: Vec<_> = (0..new.len()).filter(|at| pairs.iter().all(|(_, one)| one != at)).collect();
    if old_open.len() == new_open.len() {
        let in_order = old_open.into_iter().zip(new_open);
        pairs.extend(in_order.filter(|(at, to)| may(&old[*at], &new[*to])));
    }
    pairs.sort_unstable();
    pairs
}

fn by(kind: AmountKind, difference: i64) -> String {
    let size = difference.abs();
    let up = difference > 0;
    match kind {
        AmountKind::Percent | AmountKind::Points => {
            format!("{}{}个百分点", if up { "提高" } else { "降低" }, hundredths(size))
        }
        AmountKind::Sum => format!("{}{}元", if up { "增加" } else { "减少" }, hundredths(size)),
        AmountKind::Day | AmountKind::Date => format!("{}{size}天", if up { "推后" } else { "提前" }),
    }
}

/// 650 → 6.5.
pub fn hundredths(value: i64) -> String {
    let (whole, rest) = (value / 100, value % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole}.{}", rest / 10),
        rest => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{WordingChange, closed, likeness, moves, moves_of, parts, spoken};
    use proptest::prelude::*;

    fn told(before: &str, after: &str) -> String {
        parts(before, after)
            .iter()
            .map(|part| match part.change {
                WordingChange::Kept => part.text.clone(),
                WordingChange::Added => format!("[+{}]", part.text),
                WordingChange::Removed => format!("[-{}]", part.text),
            })
            .collect()
    }

    #[test]
    fn a_number_changes_as_a_whole_and_the_words_about_it_stay() {
        assert_eq!(told("工资增长5%，自四月起", "工资增长6.5%，自四月起"), "工资增长[-5%][+6.5%]，自四月起");
        assert_eq!(told("月工资2,360元", "月工资2,400元"), "月工资[-2,360][+2,400]元");
    }

    #[test]
    fn white_space_that_says_nothing_is_no_difference_and_stays_as_it_stands() {
        assert_eq!(closed(" 每班 10 元，自 2026 年\n4 月起 "), "每班10元，自2026年4月起");
        assert_eq!(closed("ISO  9001 标准"), "ISO 9001标准", "it parts two words");
        assert_eq!(told("每班 10 元，一月一发", "每班10元，一月一发"), "每班10元，一月一发");
        assert_eq!(told("每班10元", " 每班 10 元 "), " 每班 10 元 ");
        assert_eq!(told("每班 10 元，一月一发", "每班 20 元，\n一月一发"), "每班 [-10 ][+20 ]元，\n一月一发");
        assert_eq!(told("10 20", "1020"), "[-10 20][+1020]");
    }

    #[test]
    fn what_is_the_same_is_kept_whole_and_nothing_becomes_something() {
        assert_eq!(told("同意", "同意"), "同意");
        assert_eq!(told("", "同意"), "[+同意]");
        assert_eq!(told("同意", ""), "[-同意]");
        assert_eq!(parts("", ""), []);
    }

    #[test]
    fn a_number_that_moved_is_told_from_to_and_by_how_much() {
        let told = |before, after| {
            moves(before, after)
                .into_iter()
                .map(|one| format!("{}→{} {}", one.from, one.to, one.by))
                .collect::<Vec<_>>()
        };
        assert_eq!(told("坚持增长8%", "可以接受7%"), ["8%→7% 降低1个百分点"]);
        assert_eq!(told("同意百分之五", "同意6.5%"), ["百分之五→6.5% 提高1.5个百分点"]);
        assert_eq!(told("最低2360元", "最低2,400.5元"), ["2360元→2,400.5元 增加40.5元"]);
        assert_eq!(told("每月15日发放", "每月10日发放"), ["15日→10日 提前5天"]);
        assert_eq!(told("增长5%", "增长5 %"), [""; 0], "the same number in another writing");
        assert_eq!(told("5%，一线6%", "增长6%"), [""; 0], "which became which, nobody can say");
        assert_eq!(
            told("夜班津贴每班20元，班组长津贴每月150元", "班组长津贴每月200元；夜班津贴每班30元"),
            ["20元→30元 增加10元", "150元→200元 增加50元"],
            "the words before a number go before its place"
        );
        assert_eq!(
            told("夜班津贴每班20元", "夜班津贴每班30元，班组长津贴每月200元"),
            ["20元→30元 增加10元"],
            "a number that is new is no move"
        );
        assert_eq!(
            told("高温津贴室外每月240元", "室外作业每人每月300元，室内作业每人每月200元"),
            ["240元→300元 增加60元"],
            "the likest words, where no other is as like"
        );
        assert_eq!(
            told("班组长津贴每月150元", "高温津贴每月300元，交通津贴每月200元"),
            [""; 0],
            "as like the one as the other"
        );
    }

    #[test]
    fn the_number_that_is_asked_for_is_found_among_those_of_the_argument() {
        let argued =
            "2025年职工月平均工资5860元，同比增长3.1%，低于劳动生产率8.2%的增幅，要求2026年度平均增长8%。";
        let told = |after| {
            moves(argued, after).into_iter().map(|one| (one.from, one.to, one.by)).collect::<Vec<_>>()
        };
        assert_eq!(
            told("考虑企业订单情况，平均增幅调整为7%，一线岗位另加1个百分点。"),
            [("8%".to_owned(), "7%".to_owned(), "降低1个百分点".to_owned())]
        );
        assert!(told("可以是7%").is_empty(), "without a word in common nobody can say which it was");
        assert_eq!(moves("增长3%，上涨4%", "增涨5%"), [], "as like the one as the other");
    }

    #[test]
    fn numbers_that_cannot_be_one_are_not_paired() {
        let (old, new) = (spoken("班组长津贴每月150元"), spoken("高温津贴每月300元"));
        assert_eq!(moves_of(&old, &new, |_, _| true).len(), 1);
        assert_eq!(moves_of(&old, &new, |one, other| one == other), []);
    }

    #[test]
    fn likeness_is_whole_for_the_same_and_nothing_for_strangers() {
        assert_eq!(likeness("工资按月支付", "工资按月支付"), 1000);
        assert_eq!(likeness("甲乙丙", "天地人"), 0);
        assert!(likeness("工资按月支付", "工资每月支付") > 600);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back_from_the_parts(before in "[一二三ab0-9%，。]{0,40}", after in "[一二三ab0-9%，。]{0,40}") {
            let all = parts(&before, &after);
            let read = |without: WordingChange| -> String {
                all.iter().filter(|part| part.change != without).map(|part| part.text.as_str()).collect()
            };
            prop_assert_eq!(read(WordingChange::Added), before);
            prop_assert_eq!(read(WordingChange::Removed), after);
        }
    }
}
