//! Finding rules by what a person types: words of the title, the note, the instrument, its number, the contents;
//! an article as it is written or with Arabic digits (第19条, 19条). Every word must be found.

use crate::rule::Rule;
use crate::words::numeral;

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Words {
    words: Vec<String>,
}

impl Words {
    /// The words of a text, parted by space; no words find every rule.
    pub fn of(text: &str) -> Self {
        Self { words: text.split_whitespace().map(|word| in_han(&word.to_lowercase())).collect() }
    }

    /// Whether a rule holds all of them.
    pub fn find(&self, rule: &Rule) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let quoted = format!("《{}》{}", rule.instrument, rule.article);
        let short = format!("{}{}", rule.instrument, rule.article);
        let parts = [&rule.title, &quoted, &short, &rule.number, &rule.id, &rule.layer_name].into_iter();
        let also = [&rule.note, &rule.consequence, &rule.condition_label, &rule.start_label];
        let text: Vec<String> = parts
            .chain(also.into_iter().flatten())
            .chain(rule.items.iter().map(|item| &item.text))
            .map(|part| part.to_lowercase())
            .collect();
        self.words.iter().all(|word| text.iter().any(|part| part.contains(word.as_str())))
    }
}

/// Digits right after 第 or right before 条 become the numeral that stands in the text of a law.
fn in_han(word: &str) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let digits = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (number, after) = from.split_at(digits);
        let article = before.ends_with('第') || after.starts_with('条');
        out.push_str(before);
        match number.parse() {
            Ok(n) if article && n > 0 => {
                if !before.ends_with('第') {
                    out.push('第');
                }
                out.push_str(&numeral(n));
            }
            _ => out.push_str(number),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
