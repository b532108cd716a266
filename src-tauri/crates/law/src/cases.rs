//! Runs the worked examples that every rule carries: a rule that fails its own case is wrong, whatever
//! it says. One runner for all packs; it also gives the list of what is shown where.

use crate::book::LawBook;
use crate::clock;
use crate::error::LawError;
use crate::rule::{Case, Expect, Given, Kind, Place, Rule};

/// What came of one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOutcome {
    /// The rule.
    pub rule: String,
    /// Its place in the rule's list, from 1.
    pub case: usize,
    /// None when it holds; else what was expected and what came, in English for the test's reader.
    pub fault: Option<String>,
}

impl LawBook {
    /// Runs the worked examples of every rule.
    pub fn run_cases(&self) -> Vec<CaseOutcome> {
        let all = self
            .rules()
            .flat_map(|rule| rule.cases.iter().enumerate().map(move |(at, case)| (rule, at, case)));
        all.map(|(rule, at, case)| CaseOutcome {
            rule: rule.id.clone(),
            case: at + 1,
            fault: fault(self, rule, case),
        })
        .collect()
    }
}

fn fault(book: &LawBook, rule: &Rule, case: &Case) -> Option<String> {
    match outcome(book, rule, case) {
        Ok(got) if got == case.expect => None,
        Ok(got) => Some(format!("expected {:?}, got {got:?}", case.expect)),
        Err(error) => Some(format!("expected {:?}, got the error: {error}", case.expect)),
    }
}

fn outcome(book: &LawBook, rule: &Rule, case: &Case) -> Result<Expect, LawError> {
    let given = &case.given;
    match (rule.kind, given.start) {
        (Kind::Clock, Some(start)) => Ok(Expect::Due(clock::due(book.calendar(), rule, start)?.due)),
        (Kind::Window, Some(start)) => {
            let (opens, closes, _) = clock::window(rule, book.calendar(), start)?;
            Ok(Expect::Span { opens, closes })
        }
        _ => Ok(Expect::Holds(holds(rule, given)?)),
    }
}

/// A number is judged by its threshold; a duty or right by whether it is in force there and then.
/// What a case does not give counts as fulfilled.
fn holds(rule: &Rule, given: &Given) -> Result<bool, LawError> {
    let facts: Vec<&str> = given.facts.iter().map(String::as_str).collect();
    let mut holds = true;
    if let Some(value) = given.value {
        let quantity = rule
            .quantity
            .as_ref()
            .ok_or_else(|| LawError::NotOfThisKind { id: rule.id.clone(), wanted: "数值".to_owned() })?;
        holds &= quantity.allows(value, given.whole.unwrap_or_default());
    }
    if given.place.is_some() || given.on.is_some() {
        let place = match given.place.as_deref() {
            Some(code) if code.len() > 2 => Place::city(code),
            Some(code) => Place::province(code),
            None => {
                Place { province: rule.region.chars().take(2).collect(), city: Some(rule.region.clone()) }
            }
        };
        holds &= rule.in_force(&place, given.on.unwrap_or(rule.effective_from));
    }
    if rule.condition.is_some() && (given.value.is_none() || !facts.is_empty()) {
        holds &= rule.meets(&facts);
    }
    Ok(holds)
}
