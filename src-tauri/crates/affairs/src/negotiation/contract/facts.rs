//! Reading what a sentence says of the facts of which a contract says one thing only: the lowest wage, the rise, the day of pay. By
//! which words a sentence is known to speak of a fact stands in the clause files; what two readings mean together, `lint` and
//! `compare` decide.

use super::library::{Fact, FactKind};
use super::wages::{WageWords, is_wage, without_end};
use crate::negotiation::amounts::{Amount, AmountKind, amounts};

/// Months in whose place 每月 may stand where a day of pay is named.
const MONTHS: [&str; 7] = ["每个月", "下个月", "次月", "下月", "当月", "本月", "每月的"];

/// Behind a sum these make it no sum of a month.
const OF_LESS: [&str; 22] = [
    "/天",
    "／天",
    "/日",
    "／日",
    "/小时",
    "／小时",
    "/时",
    "／时",
    "/班",
    "／班",
    "/件",
    "／件",
    "/年",
    "／年",
    "每天",
    "每日",
    "每小时",
    "每班",
    "每件",
    "每年",
    "一天",
    "一班",
];

fn is(kind: FactKind, amount: &Amount) -> bool {
    let wanted = match kind {
        FactKind::Sum => AmountKind::Sum,
        FactKind::Percent => AmountKind::Percent,
        FactKind::Day => AmountKind::Day,
    };
    amount.kind == wanted
}

fn any(words: &[String], text: &str) -> bool {
    words.iter().any(|word| text.contains(word.as_str()))
}

/// The sentence with its days of a month all written alike.
fn monthly(sentence: &str) -> String {
    MONTHS.iter().fold(sentence.to_owned(), |text, month| text.replace(month, "每月"))
}

/// Whether a sentence speaks of the fact at an amount: `before` stands since the amount before it, `behind` up to the next one.
fn speaks(wages: &WageWords, fact: &Fact, before: &str, behind: &str) -> bool {
    if fact.behind.is_empty() {
        let told = any(&fact.words, before) && !any(&fact.without, before);
        return told || fact.wage.as_ref().is_some_and(|of| is_wage(wages, of, before, behind));
    }
    // Words on both sides count: then only what stands between the same two commas tells one thing from another.
    let own = [before.rsplit('，').next().unwrap_or_default(), behind.split('，').next().unwrap_or_default()]
        .concat();
    let near = any(&fact.words, &own) || any(&fact.behind, &own) || any(&fact.about, &own);
    near && (any(&fact.words, before) || any(&fact.behind, behind)) && !any(&fact.without, &own)
}

/// Whether a sum is of a day, an hour or a piece where the fact is a sum of a month.
fn of_less(fact: &Fact, behind: &str) -> bool {
    let monthly = fact.kind == FactKind::Sum && fact.behind.is_empty();
    monthly && OF_LESS.iter().any(|unit| behind.trim_start().starts_with(unit))
}

/// Whether one of the fact's words stands right before a sum, with nothing between them but a bound and the like.
fn right_before(wages: &WageWords, fact: &Fact, before: &str) -> bool {
    let mut rest = before.trim_end();
    while !fact.words.iter().any(|word| rest.ends_with(word.as_str())) {
        match without_end(rest, &wages.bounds).or_else(|| without_end(rest, &wages.between)) {
            Some(less) => rest = less.trim_end(),
            None => return false,
        }
    }
    true
}

/// What one sentence says of a fact: the amounts at which it speaks of it. Behind the first, a sum is one more only where it is named
/// itself: behind 保底工资2,000元 comes 超过保底工资的部分每件2元 as well.
fn in_sentence(wages: &WageWords, fact: &Fact, sentence: &str) -> Vec<Amount> {
    let of_wage = fact.wage.is_some() && any(&wages.names, sentence);
    let spoken = any(&fact.words, sentence) || any(&fact.behind, sentence) || of_wage;
    if !spoken || !(fact.about.is_empty() || any(&fact.about, sentence)) {
        return Vec::new();
    }
    let sentence = if fact.kind == FactKind::Day { monthly(sentence) } else { sentence.to_owned() };
    let chars: Vec<char> = sentence.chars().collect();
    let all = amounts(&sentence);
    let text = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
    let mut since = 0;
    let mut found: Vec<Amount> = Vec::new();
    for (at, amount) in all.iter().enumerate() {
        let next = all.get(at + 1).map_or(chars.len(), |next| next.at.start);
        let (before, behind) = (text(since, amount.at.start), text(amount.at.end, next));
        since = amount.at.end;
        let named = || {
            let wage = fact.wage.as_ref().is_some_and(|of| is_wage(wages, of, &before, &behind));
            wage || right_before(wages, fact, &before)
        };
        let told = speaks(wages, fact, &before, &behind) && is(fact.kind, amount) && !of_less(fact, &behind);
        if told && (found.is_empty() || named()) {
            found.push(amount.clone());
        }
    }
    found
}

/// The lowest wages that a sentence names behind the rise of the same wage (全体职工月工资增长5%，最低不少于2,300元): nothing but a bound
/// stands before the sum, and the wage is named before the rise. Such a sum may be the least rise as well, which the caller tells by
/// its size.
pub(super) fn elliptic<'a>(wages: &WageWords, facts: &'a [Fact], text: &str) -> Vec<(&'a Fact, Amount)> {
    let mut told = Vec::new();
    for sentence in sentences(text) {
        let chars: Vec<char> = sentence.chars().collect();
        let piece = |from: usize, to: usize| chars[from..to].iter().collect::<String>();
        let all = amounts(sentence);
        for (at, pair) in all.windows(2).enumerate() {
            let [rise, sum] = pair else { continue };
            if rise.kind != AmountKind::Percent || sum.kind != AmountKind::Sum {
                continue;
            }
            let since = at.checked_sub(1).map_or(0, |before| all[before].at.end);
            let next = all.get(at + 2).map_or(chars.len(), |next| next.at.start);
            let (before, between) = (piece(since, rise.at.start), piece(rise.at.end, sum.at.start));
            let Some(named) = wage_at_begin(wages, &before) else { continue };
            let Some(bound) = only_bound(wages, &between) else { continue };
            let (before, behind) = (format!("{named}{bound}"), piece(sum.at.end, next));
            let of = |fact: &&Fact| fact.wage.as_ref().is_some_and(|of| is_wage(wages, of, &before, &behind));
            told.extend(facts.iter().filter(of).map(|fact| (fact, sum.clone())));
        }
    }
    told
}

/// What stands before a rise, up to the end of the name of the wage that rises.
fn wage_at_begin<'t>(wages: &WageWords, before: &'t str) -> Option<&'t str> {
    let ends = wages.names.iter().filter_map(|name| Some(before.rfind(name.as_str())? + name.len()));
    ends.max().map(|end| &before[..end])
}

/// The bound that stands between a rise and a sum, where nothing else does.
fn only_bound<'t>(wages: &WageWords, between: &'t str) -> Option<&'t str> {
    let bound = between.trim().strip_prefix(['，', '、'])?.trim();
    let mut rest = bound;
    while let Some(less) =
        wages.bounds.iter().chain(&wages.between).find_map(|one| rest.strip_suffix(one.as_str()))
    {
        rest = less;
    }
    (rest.is_empty() && any(&wages.bounds, bound)).then_some(bound)
}

/// The sentences of a clause.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['。', '；', '\n'])
}

/// What a text says of some facts, in the order of its sentences; each sum where it stands in the text. Of what a sentence says more
/// than once, the first.
pub(super) fn told_in<'a>(wages: &WageWords, facts: &'a [Fact], text: &str) -> Vec<(&'a Fact, Amount)> {
    at_most(wages, facts, text, 1)
}

/// The same, with all that a sentence says.
pub(super) fn all_in<'a>(wages: &WageWords, facts: &'a [Fact], text: &str) -> Vec<(&'a Fact, Amount)> {
    at_most(wages, facts, text, usize::MAX)
}

/// What a text says of some facts, of each at most so much in a sentence.
fn at_most<'a>(wages: &WageWords, facts: &'a [Fact], text: &str, most: usize) -> Vec<(&'a Fact, Amount)> {
    let mut told = Vec::new();
    let mut since = 0;
    for sentence in sentences(text) {
        for fact in facts {
            for mut amount in in_sentence(wages, fact, sentence).into_iter().take(most) {
                amount.at = (since + amount.at.start)..(since + amount.at.end);
                told.push((fact, amount));
            }
        }
        // Each sentence ends with one character.
        since += sentence.chars().count() + 1;
    }
    told
}
