//! The term of a contract: against the law's longest, shortest and usual one, and against another term that a clause names.

use chrono::NaiveDate;

use super::looked::{Looked, finding};
use crate::negotiation::agreement::advice::usual_term;
use crate::negotiation::amounts::{Amount, AmountKind, amounts, day_number};
use crate::negotiation::contract::counts::count;
use crate::negotiation::contract::facts::sentences;
use crate::negotiation::contract::model::{
    ContractClauseId, ContractFinding, ContractFindingKind, ContractRemedy, ContractSeverity,
};
use crate::negotiation::contract::values::long_day;

/// The term against the law's longest, shortest and usual one. A limit that the law only calls usual is told mildly.
pub(super) fn range(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let day = |name: &str| draft.values.get(name).and_then(|text| text.parse::<NaiveDate>().ok());
    let (Some(from), Some(to)) = (day("合同起日"), day("合同止日")) else { return Vec::new() };
    let kind = ContractFindingKind::TermOutOfRange;
    let place = |one: ContractFinding| match draft.holder("合同止日") {
        Some((clause, number)) => one.at(clause, number),
        None => one,
    };
    let fill = ContractRemedy::Fill { blank: "合同止日".to_owned() };
    if to < from {
        let message = format!("合同的止日{}早于起日{}。", long_day(to), long_day(from));
        // Whatever length the law asks for or calls usual, a term that ends before it begins has none.
        let length = ["negotiation.term.minimum", "negotiation.term.maximum", "negotiation.term"];
        let article = length.into_iter().find_map(|subject| draft.article(Some(subject), None));
        let must = ContractSeverity::Must;
        let one = finding(kind, must, message, "核对两个日期，改正填错的那一个。").by(article);
        return vec![place(one.mended(fill))];
    }
    let end = |years: i64| law::term_end(from, u32::try_from(years).ok()?.checked_mul(12)?);
    let limits = ["negotiation.term.maximum", "negotiation.term.minimum"];
    for subject in limits.into_iter().chain(usual_term(draft.kind)) {
        let Some(ruling) = draft.law.book.applies(subject, draft.law.place, draft.law.on) else { continue };
        let Some(years) = ruling.winner.quantity.as_ref().and_then(law::Quantity::whole) else { continue };
        let Some(last) = end(years) else { continue };
        let (wrong, words) = match subject {
            "negotiation.term.maximum" => (to > last, format!("超过{years}年")),
            "negotiation.term.minimum" => (to < last, format!("不满{years}年")),
            _ => (to != last, format!("不是{years}年")),
        };
        if wrong {
            let severity = severity(Some(&ruling));
            let message = format!("合同期限从{}到{}，{words}。", long_day(from), long_day(to));
            let usual = if ruling.winner.mandatory { "应当" } else { "一般" };
            let way_out = format!("{usual}写到{}；双方另有考虑的，在协商纪要里写明理由。", long_day(last));
            let one = finding(kind, severity, message, way_out).by(Some(ruling.winner.reference().short));
            return vec![place(one.mended(fill))];
        }
    }
    Vec::new()
}

/// By these a contract is said to have no last day.
const ENDLESS: [&str; 6] = ["长期有效", "永久有效", "一直有效", "无固定期限", "不设期限", "不定期限"];

/// A contract without a last day. It is read out of words, so it is told mildly even where the law binds.
pub(super) fn endless(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let rule = ["negotiation.term.maximum"]
        .into_iter()
        .chain(usual_term(draft.kind))
        .find_map(|subject| Some(draft.law.book.applies(subject, draft.law.place, draft.law.on)?.winner));
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        // The labour contract of one worker may have none.
        let own = |sentence: &&str| {
            ["合同", "协议"].iter().any(|word| sentence.contains(word)) && !sentence.contains("劳动合同")
        };
        let word = sentences(&filled)
            .filter(own)
            .find_map(|sentence| ENDLESS.into_iter().find(|word| sentence.contains(word)));
        let Some(word) = word else { continue };
        let limit = rule.map_or_else(String::new, |rule| format!("{}。", rule.title));
        found.push(
            finding(
                ContractFindingKind::TermOutOfRange,
                ContractSeverity::Should,
                format!("第{number}条写的是“{word}”，合同没有止日。"),
                format!("写明从哪一天起、到哪一天止。{limit}"),
            )
            .by(rule.map(|rule| rule.reference().short))
            .at(clause.id, number),
        );
    }
    found
}

/// As grave as the rule is binding.
fn severity(ruling: Option<&law::Ruling<'_>>) -> ContractSeverity {
    match ruling.is_some_and(|ruling| ruling.winner.mandatory) {
        true => ContractSeverity::Must,
        false => ContractSeverity::Should,
    }
}

/// By these a sentence is known to speak of the term; the longer ones first.
const NAMES: [&str; 5] = ["合同有效期", "有效期限", "有效期", "合同期限", "合同期"];
/// What makes it the term of something else.
const OTHERS: [&str; 6] = ["劳动", "证书", "证件", "证", "协议", "试用"];
/// What makes it a time within the term or about its end.
const WITHIN: [&str; 9] = ["内", "以内", "届满", "期满", "满", "期间", "中", "到期", "未满"];

/// What a clause may say of the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its first day, in days since 0001-01-01.
    From,
    /// Its last day.
    To,
    /// How long it is, in months.
    Months,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::From => "合同期限的起日",
            Part::To => "合同期限的止日",
            Part::Months => "合同期限",
        }
    }
}

/// The words behind the name of the term, where the sentence says what it is.
fn behind_name(sentence: &str) -> Option<&str> {
    let (at, name) =
        NAMES.iter().filter_map(|name| Some((sentence.find(name)?, name))).min_by_key(|(at, _)| *at)?;
    let behind = sentence[at + name.len()..].trim_start_matches('限');
    let other = OTHERS.iter().any(|word| sentence[..at].ends_with(word));
    let within = WITHIN.iter().any(|word| behind.starts_with(word));
    (!other && !within).then_some(behind)
}

/// Which day of the term a date is, by the words about it.
fn day(chars: &[char], date: &Amount, earlier: Option<&Amount>) -> Option<Part> {
    let since = earlier.map_or(0, |one| one.at.end);
    let before: String = chars[since..date.at.start].iter().collect();
    let behind: String = chars[date.at.end..].iter().take(2).collect();
    let before = before.trim_end();
    if ["至", "到", "—", "－", "-", "～"].iter().any(|word| before.ends_with(word))
        || behind.starts_with('止')
    {
        return Some(Part::To);
    }
    let begins = ["自", "从", "由", "为", "：", "（"].iter().any(|word| before.ends_with(word));
    (begins || behind.starts_with('起')).then_some(Part::From)
}

/// Before a length these make it another one than the term's: 每半年, 第一年, 上半年.
const NOT_THE_TERM: [char; 7] = ['每', '第', '上', '下', '前', '后', '头'];

/// How many months it is with which a text begins, and how many bytes: 18个月, 半年, 两年, 一年半, 一年零六个月.
fn length(text: &str) -> Option<(i64, usize)> {
    if text.starts_with("半年") && !text.starts_with("半年度") {
        return Some((6, "半年".len()));
    }
    let (number, len) = count(text).filter(|(number, _)| *number < 100)?;
    let unit = &text[len..];
    if unit.starts_with("个月") {
        return Some((number, len + "个月".len()));
    }
    // 2027年 is a year of the calendar, 一年度 no length.
    let behind = unit.strip_prefix("周年").or_else(|| unit.strip_prefix('年'))?;
    if behind.starts_with('度') {
        return None;
    }
    let years = text.len() - behind.len();
    if behind.starts_with('半') {
        return Some((number * 12 + 6, years + '半'.len_utf8()));
    }
    let more = behind.trim_start_matches(['零', '又']);
    let rest = count(more).filter(|(months, len)| *months < 12 && more[*len..].starts_with("个月"));
    Some(match rest {
        Some((months, len)) => (number * 12 + months, text.len() - more.len() + len + "个月".len()),
        None => (number * 12, years),
    })
}

/// How many months a piece of a sentence names.
fn months(piece: &str) -> Option<(i64, String)> {
    let (mut rest, mut before) = (piece, None);
    while let Some(c) = rest.chars().next() {
        let other = before.is_some_and(|before| NOT_THE_TERM.contains(&before));
        if let Some((months, len)) = length(rest).filter(|_| !other) {
            return Some((months, rest[..len].to_owned()));
        }
        // The rest of a number is none of its own.
        let skip = count(rest).map_or(c.len_utf8(), |(_, len)| len);
        before = rest[..skip].chars().next_back();
        rest = &rest[skip..];
    }
    None
}

/// What a sentence says of the term.
fn said(sentence: &str) -> Vec<(Part, i64, String)> {
    let Some(behind) = behind_name(sentence) else { return Vec::new() };
    // Whatever happens before or after the end is another matter.
    let pieces = behind
        .split('，')
        .take_while(|piece| !["期满", "届满", "到期", "前", "后"].iter().any(|word| piece.contains(word)));
    let own = pieces.collect::<Vec<_>>().join("，");
    let chars: Vec<char> = own.chars().collect();
    let dates: Vec<Amount> = amounts(&own).into_iter().filter(|one| one.kind == AmountKind::Date).collect();
    let mut said: Vec<(Part, i64, String)> = Vec::new();
    for (at, date) in dates.iter().enumerate() {
        let part = day(&chars, date, at.checked_sub(1).map(|at| &dates[at]));
        if let Some(part) = part.filter(|part| said.iter().all(|(known, ..)| known != part)) {
            said.push((part, date.value, date.words.clone()));
        }
    }
    if let Some((months, words)) = months(&own) {
        said.push((Part::Months, months, words));
    }
    said
}

/// Whether a term of these two days is so many months long.
fn lasts(from: NaiveDate, to: NaiveDate, months: i64) -> bool {
    let end = u32::try_from(months).ok().and_then(|months| law::term_end(from, months));
    end.is_none_or(|end| to == end)
}

/// Another term than the contract's own in a clause.
pub(super) fn second(draft: &Looked<'_>) -> Vec<ContractFinding> {
    let own = |name: &str| draft.values.get(name).and_then(|text| text.parse::<NaiveDate>().ok());
    let (from, to) = (own("合同起日"), own("合同止日"));
    let mut told: Vec<(Part, i64, String)> = Vec::new();
    let mut found = Vec::new();
    for (number, clause, filled) in draft.numbered() {
        for (part, value, words) in sentences(&filled).flat_map(said) {
            let expected = match part {
                Part::From => from.map(|day| (day_number(day), long_day(day))),
                Part::To => to.map(|day| (day_number(day), long_day(day))),
                Part::Months => None,
            };
            let first = || {
                told.iter()
                    .find(|(known, ..)| *known == part)
                    .map(|(_, value, words)| (*value, words.clone()))
            };
            let wrong = match (part, from.zip(to)) {
                (Part::Months, Some((from, to))) if !lasts(from, to, value) => {
                    Some(format!("{}至{}", long_day(from), long_day(to)))
                }
                (Part::Months, Some(_)) => None,
                _ => expected.or_else(first).filter(|(known, _)| *known != value).map(|(_, words)| words),
            };
            if let Some(known) = wrong {
                found.push(other_term(part, &known, &words, (clause.id, number)));
            }
            told.push((part, value, words));
        }
    }
    found
}

/// The first day or the last of the term as a clause names it otherwise than the contract's own term, which its cover and its head
/// table print.
pub(in crate::negotiation::contract) fn against_head(draft: &Looked<'_>) -> Option<ContractFinding> {
    let own = |name: &str| draft.values.get(name).and_then(|text| text.parse::<NaiveDate>().ok());
    let (from, to) = (own("合同起日"), own("合同止日"));
    for (number, clause, filled) in draft.numbered() {
        for (part, value, words) in sentences(&filled).flat_map(said) {
            let day = match part {
                Part::From => from,
                Part::To => to,
                Part::Months => None,
            };
            if let Some(day) = day.filter(|day| day_number(*day) != value) {
                return Some(other_term(part, &long_day(day), &words, (clause.id, number)));
            }
        }
    }
    None
}

fn other_term(
    part: Part,
    known: &str,
    words: &str,
    (clause, number): (ContractClauseId, u32),
) -> ContractFinding {
    finding(
        ContractFindingKind::Contradiction,
        ContractSeverity::Should,
        format!("“{}”前后不一致：本合同定的是{known}，第{number}条写的是{words}。", part.name()),
        "合同期限只写一处：按谈定的改成一样，或者去掉多出来的一处。",
    )
    .at(clause, number)
}
