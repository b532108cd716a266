//! Which subjects a text speaks of: the lowest wage, the rise, an allowance, the day of pay. The words by which it is known stand in
//! the clause files; what is done with two texts of one subject, `lint` and `compare` decide.

use std::collections::BTreeSet;

use super::facts::{sentences, told_in};
use super::library::Words;

/// The names of the subjects that a text speaks of.
pub(super) fn topics<'a>(words: &'a Words, text: &str) -> BTreeSet<&'a str> {
    let told = told_in(&words.wage, &words.facts, text);
    let named = words.topics.iter().filter(|topic| told.iter().any(|(fact, _)| fact.name == topic.name));
    let mut found: BTreeSet<&str> = named.map(|topic| topic.name.as_str()).collect();
    for sentence in sentences(text) {
        let holds = |all: &[String]| all.iter().any(|word| sentence.contains(word.as_str()));
        let spoken = words.topics.iter().filter(|topic| holds(&topic.words) && !holds(&topic.without));
        found.extend(spoken.map(|topic| topic.name.as_str()));
    }
    found
}
