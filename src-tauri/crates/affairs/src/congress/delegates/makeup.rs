//! What the delegates of a term are made up of, and what their number and make-up lack by the rules of the place. No number of a law
//! stands here; where the law gives none, the counts are told and the chair judges.

use chrono::NaiveDate;
use law::{Quantity, Rule, RuleRef};
use paper::figures::percent;

use super::model::{CongressDelegateInput, CongressRank, CongressTermInput};
use crate::union::bodies::model::UnionLack;
use crate::union::election::rules::{ElectionLaw, lack};

/// The condition under which dispatched workers are to have delegates, as the packs call it.
const DISPATCHED: &str = "dispatched_workers";

/// The delegates who stand on a day, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Made {
    /// All who stand.
    pub all: u32,
    /// Women.
    pub women: u32,
    /// 一线职工.
    pub front: u32,
    /// 中、高层管理人员.
    pub managers: u32,
    /// Dispatched workers.
    pub dispatched: u32,
    /// How many ceased before the term's end.
    pub ended: u32,
}

/// Counts those who stand on a day.
pub fn made<'a>(delegates: impl Iterator<Item = &'a CongressDelegateInput>, on: NaiveDate) -> Made {
    let mut made = Made::default();
    for one in delegates {
        if one.ended_on.is_some_and(|day| day <= on) {
            made.ended += 1;
            continue;
        }
        made.all += 1;
        made.women += u32::from(one.woman);
        made.front += u32::from(one.rank == CongressRank::Front);
        made.managers += u32::from(one.rank == CongressRank::Manager);
        made.dispatched += u32::from(one.dispatched);
    }
    made
}

/// 12人，占34.3%; nothing to compare with is told as such.
fn share(part: u32, whole: u32) -> String {
    match percent(part.into(), whole.into()) {
        None => format!("{part}人"),
        Some(share) => format!("{part}人，占{share}"),
    }
}

/// How the delegates are made up, a sentence each.
pub fn facts(term: &CongressTermInput, made: Made) -> Vec<String> {
    let mut facts = vec![
        format!("代表名额{}人，现有{}人。", term.seats, made.all),
        format!("一线职工{}。", share(made.front, made.all)),
        format!("中、高层管理人员{}。", share(made.managers, made.all)),
    ];
    facts.push(match term.women_workers {
        Some(women) => {
            format!("女代表{}；女职工{}。", share(made.women, made.all), share(women, term.workers))
        }
        None => format!("女代表{}。", share(made.women, made.all)),
    });
    if term.dispatched_workers.is_some_and(|count| count > 0) || made.dispatched > 0 {
        facts.push(format!("劳务派遣职工代表{}。", share(made.dispatched, made.all)));
    }
    facts
}

/// How many delegates the share of the workers asks for at least: above the number from which it is agreed on, that number.
fn by_share(law: ElectionLaw<'_>, line: &Quantity, workers: u32, on: NaiveDate) -> Option<u32> {
    let edge = line.boundary(workers)?;
    let open = law
        .line("congress.size.negotiable", on)
        .filter(|(_, open)| open.allows(edge, workers))
        .and_then(|(_, open)| u32::try_from(open.whole()?).ok());
    Some(open.unwrap_or(edge))
}

/// What a term lacks in number and make-up. Nobody entered yet lacks nothing: the page says what to do first.
pub fn lacks(law: ElectionLaw<'_>, term: &CongressTermInput, made: Made, on: NaiveDate) -> Vec<UnionLack> {
    let mut lacks = Vec::new();
    if made.all == 0 && made.ended == 0 {
        return lacks;
    }
    // One sentence for the number: the higher of the two lines stands for both.
    let number = |subject| {
        let (rule, line) = law.line(subject, on)?;
        let edge = match subject {
            "congress.size.share" => by_share(law, line, term.workers, on)?,
            _ => line.boundary(term.workers)?,
        };
        Some((edge, rule))
    };
    let lines = [number("congress.size.minimum"), number("congress.size.share")];
    if let Some((edge, rule)) = lines.into_iter().flatten().max_by_key(|(edge, _)| *edge)
        && made.all.max(term.seats) < edge
    {
        let text = format!("职工{}人，代表不少于{edge}人，名额是{}人。", term.workers, term.seats);
        lacks.push(lack(Some(rule), text));
    }
    if made.all < term.seats {
        let empty = term.seats - made.all;
        let rule = law.rule("congress.by_election", on).filter(|_| made.ended > 0);
        let text = if made.ended > 0 {
            format!("代表缺{empty}人，请由原选区补选。")
        } else {
            format!("名额{}人，还有{empty}人没有登记。", term.seats)
        };
        lacks.push(lack(rule, text));
    }
    if made.all > term.seats {
        let text = format!("名额{}人，登记了{}人，请核对名额或者名单。", term.seats, made.all);
        lacks.push(lack(None, text));
    }
    if let Some(rule) = law.broken("congress.managers.maximum", on, made.managers, made.all) {
        let text = format!("中、高层管理人员{}。{}。", share(made.managers, made.all), rule.title);
        lacks.push(lack(Some(rule), text));
    }
    lacks.extend(front_line(law, made, on));
    lacks.extend(women(law, term, made, on));
    if let Some(rule) = dispatched(law, term, on)
        && made.dispatched == 0
    {
        let count = term.dispatched_workers.unwrap_or_default();
        lacks.push(lack(Some(rule), format!("劳务派遣职工{count}人，代表里没有。{}。", rule.title)));
    }
    if let Some(rule) = law.rule("congress.election.publication", on)
        && term.posted_on.is_none()
        && made.all > 0
    {
        lacks.push(lack(Some(rule), "选举结果还没有登记公布的日期。".to_owned()));
    }
    lacks
}

/// Fewer of the front line than of all others. How many make them the main body, the rule does not say: whether they are is the
/// chair's to judge by its words.
fn front_line(law: ElectionLaw<'_>, made: Made, on: NaiveDate) -> Option<UnionLack> {
    let rule = law.rule("congress.front_line", on)?;
    let others = made.all.saturating_sub(made.front);
    (made.front < others).then(|| {
        let front = share(made.front, made.all);
        let text =
            format!("一线职工{front}，其他代表{others}人，请核对是不是以一线职工为主体。{}。", rule.title);
        lack(Some(rule), text)
    })
}

/// No woman at all, or a smaller share than that of the women workers: whether it fits is the chair's to judge by the rule's words.
fn women(law: ElectionLaw<'_>, term: &CongressTermInput, made: Made, on: NaiveDate) -> Option<UnionLack> {
    let rule = law.rule("congress.women", on)?;
    let workers = term.women_workers;
    if workers == Some(0) {
        return None;
    }
    if made.women == 0 {
        return Some(lack(Some(rule), format!("代表里没有女职工。{}。", rule.title)));
    }
    let workers = workers?;
    let less = u64::from(made.women) * u64::from(term.workers) < u64::from(workers) * u64::from(made.all);
    less.then(|| {
        let text = format!(
            "女代表{}，女职工{}，请核对是不是合适。{}。",
            share(made.women, made.all),
            share(workers, term.workers),
            rule.title
        );
        lack(Some(rule), text)
    })
}

/// The rule on delegates of dispatched workers, where the employer has such.
fn dispatched<'a>(law: ElectionLaw<'a>, term: &CongressTermInput, on: NaiveDate) -> Option<&'a Rule> {
    term.dispatched_workers.filter(|count| *count > 0)?;
    Some(law.book.applies_if("congress.dispatched", law.place, on, &[DISPATCHED])?.winner)
}

/// The rules that the delegates of a term are held against.
pub fn rules(law: ElectionLaw<'_>, term: &CongressTermInput, on: NaiveDate) -> Vec<RuleRef> {
    let subjects = [
        "congress.size.minimum",
        "congress.size.share",
        "congress.managers.maximum",
        "congress.front_line",
        "congress.women",
        "congress.term.minimum",
        "congress.term.maximum",
        "congress.election.attendance",
        "congress.election.approval",
        "congress.recall.attendance",
        "congress.recall.approval",
        "congress.by_election",
    ];
    let named = subjects.into_iter().filter_map(|subject| law.rule(subject, on));
    named.chain(dispatched(law, term, on)).map(Rule::reference).collect()
}

#[cfg(test)]
#[path = "makeup_tests.rs"]
mod tests;
