//! How every rule of a place stands on a day: which holds, which it sets aside and why, which disagree, which come
//! or went this year. Choosing itself is `ruling`; finding by words is `find`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::book::LawBook;
use crate::rule::{Place, Rule};
use crate::ruling::choose;

/// How a rule stands among those of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It holds.
    Holds,
    /// It says the same as the one that holds, or stands beside it.
    Beside,
    /// Another sets it aside.
    Beaten,
    /// It holds only where its condition does.
    Conditional,
    /// It is not in force yet.
    Coming,
    /// It is no longer in force.
    Ended,
}

/// A rule as it stands at a place on a day.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// How it stands.
    pub standing: Standing,
    /// Why it is not the one that holds, in Chinese.
    pub why: Option<String>,
    /// Another binding rule in force on the same subject gives another number, direction or event.
    pub conflict: bool,
    /// What of it changes in the year of the day, in Chinese: from when it is in force, until when it was.
    pub change: Option<String>,
}

impl LawBook {
    /// Every rule of a place as it stands on a day, by subject and within it by standing. Rules that ended
    /// in an earlier year are left out.
    pub fn survey(&self, place: &Place, on: NaiveDate) -> Vec<Found<'_>> {
        let mut subjects: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
        for rule in self.rules.iter().filter(|rule| rule.covers(place)) {
            subjects.entry(rule.subject.as_str()).or_default().push(rule);
        }
        subjects.into_values().flat_map(|rules| stand(rules, place, on)).collect()
    }

    /// The rules of one subject as they stand, the one that holds first.
    pub fn standings(&self, subject: &str, place: &Place, on: NaiveDate) -> Vec<Found<'_>> {
        let rules = self.rules.iter().filter(|rule| rule.subject == subject && rule.covers(place));
        stand(rules.collect(), place, on)
    }
}

/// Rules of one subject at one place.
fn stand<'a>(rules: Vec<&'a Rule>, place: &Place, on: NaiveDate) -> Vec<Found<'a>> {
    let binding: Vec<&Rule> = rules
        .iter()
        .copied()
        .filter(|rule| rule.mandatory && rule.condition.is_none() && rule.in_force(place, on))
        .collect();
    let found = |rule: &'a Rule, standing: Standing, why: Option<String>| Found {
        rule,
        standing,
        why,
        conflict: binding.iter().any(|one| one.id == rule.id)
            && binding.iter().any(|other| disagree(rule, other)),
        change: change(rule, on.year()),
    };
    let mut list = Vec::new();
    let (now, other): (Vec<&Rule>, Vec<&Rule>) = rules.into_iter().partition(|r| r.in_force(place, on));
    let (plain, conditional): (Vec<&Rule>, Vec<&Rule>) =
        now.into_iter().partition(|rule| rule.condition.is_none());
    if let Some(ruling) = choose(plain) {
        list.push(found(ruling.winner, Standing::Holds, None));
        list.extend(ruling.beaten.into_iter().map(|one| {
            let standing = if one.beside { Standing::Beside } else { Standing::Beaten };
            found(one.rule, standing, Some(one.why))
        }));
    }
    list.extend(conditional.into_iter().map(|rule| {
        let label = rule.condition_label.as_deref().unwrap_or_default();
        found(rule, Standing::Conditional, Some(format!("只适用于：{label}")))
    }));
    list.extend(other.into_iter().filter_map(|rule| {
        if on < rule.effective_from {
            let why = format!("{}起施行", crate::explain::chinese(rule.effective_from));
            return Some(found(rule, Standing::Coming, Some(why)));
        }
        let why = format!("{}后不再适用", crate::explain::chinese(rule.effective_to?));
        change(rule, on.year()).map(|_| found(rule, Standing::Ended, Some(why)))
    }));
    list.sort_by_key(|one| one.standing);
    list
}

/// Whether two rules of one subject cannot both be read off one number.
fn disagree(one: &Rule, other: &Rule) -> bool {
    let numbered = one.quantity.is_some() && other.quantity.is_some();
    let said = |rule: &Rule| (rule.quantity.clone(), rule.direction, rule.start_event.clone());
    numbered && said(one) != said(other)
}

/// A rule whose last day is New Year's Eve is gone from the year after, and told in both.
fn change(rule: &Rule, year: i32) -> Option<String> {
    let told = crate::explain::chinese;
    let begins = (rule.effective_from.year() == year).then(|| format!("{}起施行", told(rule.effective_from)));
    let ends = rule.effective_to.filter(|last| {
        last.year() == year || last.succ_opt().is_some_and(|first_without| first_without.year() == year)
    });
    let ends = ends.map(|last| format!("适用到{}", told(last)));
    let told: Vec<String> = [begins, ends].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join("，"))
}
