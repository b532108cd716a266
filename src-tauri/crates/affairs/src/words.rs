//! Many words looked for in a text at once: the text is gone through once, however many they are. Whether one of them is meant where
//! it stands is for whoever asks.

use std::collections::{BTreeSet, HashMap};

/// Up to so many are looked for one by one, which costs less than looking up every piece of the text.
const FEW: usize = 16;

/// Words by their letters.
pub(crate) struct Words<'a> {
    /// what makes alike what counts as the same
    fold: fn(&str) -> String,
    /// in characters
    lengths: BTreeSet<usize>,
    words: HashMap<String, BTreeSet<&'a str>>,
}

impl<'a> Words<'a> {
    /// The words to look for, large and small letters alike; an empty one stands nowhere.
    pub(crate) fn of(all: impl IntoIterator<Item = &'a str>) -> Self {
        Words::folded(all, str::to_ascii_uppercase)
    }

    /// The words to look for, alike as they are folded, one character after the other.
    pub(crate) fn folded(all: impl IntoIterator<Item = &'a str>, fold: fn(&str) -> String) -> Self {
        let mut words: HashMap<String, BTreeSet<&'a str>> = HashMap::new();
        for word in all {
            let letters = fold(word);
            if !letters.is_empty() {
                words.entry(letters).or_default().insert(word);
            }
        }
        Words { fold, lengths: words.keys().map(|word| word.chars().count()).collect(), words }
    }

    /// Those that stand anywhere in a text.
    pub(crate) fn within(&self, text: &str) -> BTreeSet<&'a str> {
        let text = (self.fold)(text);
        if self.words.len() <= FEW {
            let there = self.words.iter().filter(|(letters, _)| text.contains(letters.as_str()));
            return there.flat_map(|(_, words)| words.iter().copied()).collect();
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut found = BTreeSet::new();
        for (at, begin) in ends.iter().enumerate() {
            for length in &self.lengths {
                let Some(end) = ends.get(at + length) else { break };
                if let Some(words) = self.words.get(&text[*begin..*end]) {
                    found.extend(words);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::{FEW, Words};

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        let others: Vec<String> = (0..FEW).map(|n| format!("另一个{n}")).collect();
        for others in [&others[..0], &others[..]] {
            let all = ["王伟", "王伟东", "36012119800101999X", "13800138000", ""];
            let words = Words::of(all.into_iter().chain(others.iter().map(String::as_str)));
            let within = |text: &str| words.within(text).into_iter().collect::<Vec<_>>();
            assert_eq!(within("王伟东、何平"), ["王伟", "王伟东"], "one in the other");
            assert_eq!(
                within("证件36012119800101999x，电话13800138000"),
                ["13800138000", "36012119800101999X"]
            );
            assert_eq!(within("138001380"), [] as [&str; 0]);
            assert_eq!(within(""), [] as [&str; 0]);
        }
    }
}
