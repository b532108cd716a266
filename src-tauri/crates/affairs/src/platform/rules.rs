//! Pure decisions on new employment forms: what a class changes, where a worker belongs, what a form may hold. Numbers come
//! from the law book by subject; every verdict says its article.

mod class;
mod input;
mod route;

pub use class::{insured, of_class, of_platform, of_talks};
pub use input::{
    check_cap, check_firm, check_help, check_meeting, check_referral, check_reply, check_talk, check_work,
    warnings,
};
pub use route::{Firm, OwnUnion, committee, of_member, route};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::{Deadline, LawBook, Place, Rule, RuleRef};

use super::model::{PlatformPosting, PlatformRule, PlatformTalkInput};
use crate::Problem;
use crate::duty::clock;

/// The law of the union's place; the day comes with each question.
#[derive(Clone, Copy)]
pub struct PlatformLaw<'a> {
    /// The packs.
    pub book: &'a LawBook,
    /// Where.
    pub place: &'a Place,
}

impl<'a> PlatformLaw<'a> {
    /// The rule that holds for a subject on a day, where the place has one.
    pub fn winner(&self, subject: &str, on: NaiveDate) -> Option<&'a Rule> {
        self.book.applies(subject, self.place, on).map(|ruling| ruling.winner)
    }

    /// The same as it is quoted.
    pub fn rule(&self, subject: &str, on: NaiveDate) -> Option<RuleRef> {
        self.winner(subject, on).map(Rule::reference)
    }

    /// The rules of these subjects as a page shows them; a subject that the place has no rule of is left out.
    pub fn told(&self, subjects: &[&str], on: NaiveDate) -> Vec<PlatformRule> {
        subjects.iter().filter_map(|subject| self.winner(subject, on)).map(told).collect()
    }

    /// The clock of a subject from one event; none where the place sets no term.
    pub fn clock(&self, subject: &str, event: &str, start: NaiveDate) -> Result<Option<Deadline>, Problem> {
        clock(self.book, subject, self.place, &[(event, start)])
    }
}

fn told(rule: &Rule) -> PlatformRule {
    PlatformRule {
        rule: rule.reference(),
        title: rule.title.clone(),
        mandatory: rule.mandatory,
        note: rule.note.clone(),
    }
}

/// 《工会法》第十一条; an article in brackets names a part of a text whose articles are not at hand.
pub(super) fn article(rule: &RuleRef) -> String {
    let article = if rule.article.starts_with('（') { "" } else { &rule.article };
    format!("《{}》{article}", rule.instrument)
}

const HAN: &str = "一二三四五六七八九十";

/// A line without the number in front of it: what numbers it, in which writing (in brackets, in digits) and how far it has come.
/// None where it has none, and where it may be a number of the line itself: “3.5小时”, “一、二线城市”.
fn numbered(line: &str) -> Option<((bool, bool), usize, &str)> {
    let open = line.strip_prefix(['（', '(']);
    let rest = open.unwrap_or(line);
    let digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let counts = |c: char| if digits { c.is_ascii_digit() } else { HAN.contains(c) };
    let after = rest.trim_start_matches(counts);
    let number = rest.strip_suffix(after)?;
    let after = match open {
        Some(_) => after.strip_prefix(['）', ')']),
        None => after.strip_prefix(['、', '.', '．']).filter(|after| !after.starts_with(counts)),
    };
    Some(((open.is_some(), digits), counted(number)?, after?.trim_start()))
}

/// A number up to 99 in either writing.
fn counted(number: &str) -> Option<usize> {
    let one = |text: &str| match text.chars().count() {
        1 => HAN.chars().position(|c| text.starts_with(c)).map(|at| at + 1),
        _ => None,
    };
    match number.split_once('十') {
        None => number.parse::<usize>().ok().filter(|n| *n < 100).or_else(|| one(number)),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            Some(tens * 10 + if ones.is_empty() { 0 } else { one(ones)? })
        }
    }
}

/// Lines without the numbers that somebody typed before them (一、 （二） 3.): a paper numbers its lines itself. Only what counts upward
/// from one numbers lines.
pub fn unnumbered(text: &str) -> Vec<&str> {
    let mut last: BTreeMap<(bool, bool), usize> = BTreeMap::new();
    let bare = |line| {
        let Some((writing, number, rest)) = numbered(line) else { return line };
        let before = last.get(&writing).copied().unwrap_or_default();
        if number != 1 && number != before + 1 {
            return line;
        }
        last.insert(writing, number);
        rest
    };
    text.lines().map(str::trim).map(bare).collect()
}

/// By when the agreed rules are to be posted, and whether that was late.
pub fn posting(law: PlatformLaw<'_>, record: &PlatformTalkInput) -> Result<Option<PlatformPosting>, Problem> {
    let Some(effective) = record.effective_on else { return Ok(None) };
    let deadline = law.clock("platform.rules.notice", "rules_effective", effective)?;
    Ok(deadline.map(|deadline| PlatformPosting {
        late: record.posted_on.is_some_and(|posted| posted > deadline.due),
        deadline,
    }))
}

#[cfg(test)]
mod tests;
