//! Overtime pay in the words of a clause: each rate against the least that the law allows for such a day. The rates stand in the law
//! packs, the words by which a day is known in the clause files.

use super::looked::{Looked, finding};
use crate::negotiation::amounts::{Amount, AmountKind, amounts};
use crate::negotiation::contract::counts::{count, narrow};
use crate::negotiation::contract::library::Overtime;
use crate::negotiation::contract::model::{ContractFinding, ContractFindingKind, ContractSeverity};
use crate::negotiation::contract::proposals::by_law;
use crate::negotiation::contract::values::shown;
use crate::negotiation::wording::hundredths;

/// A sentence speaks of overtime by one of these.
const SPOKEN: [&str; 3] = ["加班", "加点", "延长工作时间"];
/// Before a rate that comes on top of the wage.
const ON_TOP: [&str; 7] = ["另加", "加付", "另付", "另行", "再支付", "外加", "额外"];
/// What a rate is of that is not paid for overtime.
const OTHERS: [&str; 9] = ["基数为", "基数按", "值班", "折算", "绩效", "考核", "差额", "病假", "出勤"];
/// The whole wage, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// A sentence with what it says in times of the wage said in percent: 1.5倍 → 150%, 双倍 → 200%.
fn in_percent(sentence: &str) -> String {
    let text = narrow(sentence).replace("双倍", "200%").replace("一倍半", "150%");
    let mut read = String::new();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        match times(rest) {
            Some((part, len)) => {
                read.push_str(&format!("{}%", hundredths(part)));
                rest = &rest[len..];
            }
            None => {
                // The rest of a number is none of its own.
                let skip = count(rest).map_or(c.len_utf8(), |(_, len)| len);
                read.push_str(&rest[..skip]);
                rest = &rest[skip..];
            }
        }
    }
    read
}

/// 1.5倍 or 一点五倍 at the beginning of a text, in hundredths of a percent, and how long it is.
fn times(text: &str) -> Option<(i64, usize)> {
    let (whole, mut len) = count(text)?;
    let mut tenths = 0;
    if let Some(rest) = text[len..].strip_prefix('.').or_else(|| text[len..].strip_prefix('点')) {
        let point = text.len() - len - rest.len();
        let (places, more) = count(rest).filter(|(places, _)| *places < 10)?;
        tenths = places;
        len += point + more;
    }
    text[len..].starts_with('倍').then(|| ((whole * 10 + tenths) * WHOLE / 10, len + '倍'.len_utf8()))
}

/// What one sentence says: a kind of day, where one is named, and its rate in hundredths of a percent.
type Rate<'a> = (Option<&'a Overtime>, i64, String);

/// What stands in a sentence in its order.
enum Mark<'a> {
    Day(&'a Overtime),
    Rate(i64, String, bool),
    Ends,
}

/// A rate of a sentence; none where it is of something else, or of the sum from which overtime is reckoned.
fn rate(chars: &[char], amount: &Amount) -> Option<Mark<'static>> {
    let ends = |c: &char| matches!(c, '，' | '；' | '：');
    let since = chars[..amount.at.start].iter().rposition(ends).map_or(0, |at| at + 1);
    let before: String = chars[since..amount.at.start].iter().collect();
    let behind: String = chars[amount.at.end..].iter().take_while(|c| !ends(c)).collect();
    let holds = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    if behind.contains("基数") || holds(&OTHERS, &before) || holds(&OTHERS, &behind) {
        return None;
    }
    let on_top = if holds(&ON_TOP, &before) { WHOLE } else { 0 };
    Some(Mark::Rate(amount.value + on_top, amount.words.clone(), holds(&SPOKEN, &before)))
}

/// Days, rates and semicolons of a sentence in their order.
fn marks<'a>(days: &'a [Overtime], sentence: &str) -> Vec<Mark<'a>> {
    let chars: Vec<char> = sentence.chars().collect();
    let rates: Vec<_> = amounts(sentence).into_iter().filter(|one| one.kind == AmountKind::Percent).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if let Some(amount) = rates.iter().find(|rate| rate.at.start == at) {
            found.extend(rate(&chars, amount));
            at = amount.at.end;
            continue;
        }
        let rest: String = chars[at..].iter().take(8).collect();
        let named = days.iter().flat_map(|day| day.words.iter().map(move |word| (day, word)));
        let longest =
            named.filter(|(_, word)| rest.starts_with(word.as_str())).max_by_key(|(_, word)| word.len());
        at += match longest {
            Some((day, word)) => {
                found.push(Mark::Day(day));
                word.chars().count()
            }
            None => {
                found.extend((chars[at] == '；').then_some(Mark::Ends));
                1
            }
        };
    }
    found
}

/// Joins the days of a group with its rates: one for each in order, or one for all.
fn joined<'a>(
    days: &mut Vec<&'a Overtime>,
    rates: &mut Vec<(i64, String, bool)>,
    named: bool,
) -> Vec<Rate<'a>> {
    let found = match (days.len(), rates.len()) {
        (0, _) if !named => {
            let spoken = rates.iter().filter(|(_, _, spoken)| *spoken);
            spoken.map(|(part, words, _)| (None, *part, words.clone())).collect()
        }
        (of_days, of_rates) if of_days == of_rates || of_rates == 1 => days
            .iter()
            .enumerate()
            .map(|(at, day)| {
                let (part, words, _) = &rates[at.min(of_rates - 1)];
                (Some(*day), *part, words.clone())
            })
            .collect(),
        (1, of_rates) if of_rates > 1 => vec![(Some(days[0]), rates[0].0, rates[0].1.clone())],
        _ => Vec::new(),
    };
    days.clear();
    rates.clear();
    found
}

/// The rates of overtime that a sentence names.
fn said<'a>(all: &'a [Overtime], sentence: &str) -> Vec<Rate<'a>> {
    if !SPOKEN.iter().any(|word| sentence.contains(word)) {
        return Vec::new();
    }
    let marks = marks(all, &in_percent(sentence));
    let named = marks.iter().any(|mark| matches!(mark, Mark::Day(_)));
    let (mut days, mut rates) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Day(day) => {
                if !rates.is_empty() {
                    found.extend(joined(&mut days, &mut rates, named));
                }
                // 平日延长工作时间 is one kind of day, by two of its names.
                if !days.iter().any(|known| known.name == day.name) {
                    days.push(day);
                }
            }
            Mark::Rate(part, words, spoken) => rates.push((part, words, spoken)),
            Mark::Ends => found.extend(joined(&mut days, &mut rates, named)),
        }
    }
    found.extend(joined(&mut days, &mut rates, named));
    found
}

/// Rates under the law's. Where a sentence names no kind of day, the least rate of all is asked of it.
pub(super) fn rates(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let all = &draft.library.words.overtime;
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for (day, part, words) in filled.split(['。', '\n']).flat_map(|sentence| said(all, sentence)) {
            let Some(of) = day.or(all.first()) else { continue };
            let Some(blank) = draft.library.blank(&of.blank) else { continue };
            // What was filled into the blank is told there.
            let from_blank = draft.values.get(&blank.name).is_some_and(|value| *value == part.to_string())
                && clause.text.contains(&format!("【{}】", blank.name));
            let Ok((quantity, rule)) = draft.law.book.quantity(
                blank.law.as_deref().unwrap_or_default(),
                draft.law.place,
                draft.law.on,
            ) else {
                continue;
            };
            let fits = |whole| u32::try_from(part).is_ok_and(|part| quantity.allows(part, whole));
            let Some((least, _)) = by_law(draft.law, blank) else { continue };
            if from_blank || u32::try_from(WHOLE).is_ok_and(fits) {
                continue;
            }
            let least = shown(blank.kind, &least);
            let name = day.map_or("加班工资", |day| day.name.as_str());
            found.push(
                finding(
                    ContractFindingKind::UnderLaw,
                    ContractSeverity::Must,
                    format!("第{number}条的{name}写的是{words}，低于法定的{least}。"),
                    format!("改为不低于{least}；平日、休息日和法定节假日的比例分开写。"),
                )
                .by(Some(rule.short))
                .at(clause.id, number),
            );
        }
    }
    found
}
