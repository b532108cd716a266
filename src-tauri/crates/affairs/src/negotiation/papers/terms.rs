//! How a paper names what is to be done in time: by which articles, and until when. Which rules those are, `rules` says.

use law::Rule;

/// What is said behind terms that run side by side from several events: which is over first, their days tell.
const EARLIEST: &str = "几个期限都有效，以先到的为准";

/// 《…》第…条、《…》第…条.
pub(super) fn articles(rules: &[&Rule]) -> String {
    let articles: Vec<String> =
        rules.iter().map(|rule| format!("《{}》{}", rule.instrument, rule.article)).collect();
    articles.join("、")
}

/// What the rules say, as [`side_by_side`].
pub(super) fn titles(rules: &[&Rule]) -> Option<String> {
    side_by_side(rules.iter().map(|rule| rule.title.clone()).collect())
}

/// Terms one behind the other, of several that the earliest counts; none where there is none.
pub(super) fn side_by_side(mut terms: Vec<String>) -> Option<String> {
    if terms.len() > 1 {
        terms.push(EARLIEST.to_owned());
    }
    (!terms.is_empty()).then(|| terms.join("；"))
}
