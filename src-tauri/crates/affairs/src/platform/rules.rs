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

/// A line without the number that somebody typed before it (一、 （二） 3.): a paper numbers its lines itself.
pub fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let open = line.strip_prefix(['（', '(']);
    let rest = open.unwrap_or(line);
    let counted = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if counted.len() == rest.len() {
        return line;
    }
    let after = match open {
        Some(_) => counted.strip_prefix(['）', ')']),
        // “一点五小时” and “3.5小时” are no numbers of a line.
        None => counted
            .strip_prefix(['、', '.', '．'])
            .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())),
    };
    after.map_or(line, str::trim_start)
}

#[cfg(test)]
mod tests;

/// By when the agreed rules are to be posted, and whether that was late.
pub fn posting(law: PlatformLaw<'_>, record: &PlatformTalkInput) -> Result<Option<PlatformPosting>, Problem> {
    let Some(effective) = record.effective_on else { return Ok(None) };
    let deadline = law.clock("platform.rules.notice", "rules_effective", effective)?;
    Ok(deadline.map(|deadline| PlatformPosting {
        late: record.posted_on.is_some_and(|posted| posted > deadline.due),
        deadline,
    }))
}
