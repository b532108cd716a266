//! Many words looked for in a text at once: the text is gone through once, however many they are. Whether one of them is meant where
//! it stands is for whoever asks.

use std::collections::{BTreeSet, HashMap};

/// Words by their letters, large and small alike.
pub(crate) struct Words<'a> {
    /// in characters
    lengths: BTreeSet<usize>,
    words: HashMap<String, BTreeSet<&'a str>>,
}

impl<'a> Words<'a> {
    /// The words to look for; an empty one stands nowhere.
    pub(crate) fn of(all: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words: HashMap<String, BTreeSet<&'a str>> = HashMap::new();
        for word in all.into_iter().filter(|word| !word.is_empty()) {
            words.entry(word.to_ascii_uppercase()).or_default().insert(word);
        }
        Words { lengths: words.keys().map(|word| word.chars().count()).collect(), words }
    }

    /// Those that stand anywhere in a text.
    pub(crate) fn within(&self, text: &str) -> BTreeSet<&'a str> {
        let text = text.to_ascii_uppercase();
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
    use super::Words;

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        let words = Words::of(["王伟", "王伟东", "36012119800101999X", "13800138000", ""]);
        let within = |text: &str| words.within(text).into_iter().collect::<Vec<_>>();
        assert_eq!(within("王伟东、何平"), ["王伟", "王伟东"], "one in the other");
        assert_eq!(within("证件36012119800101999x，电话13800138000"), ["13800138000", "36012119800101999X"]);
        assert_eq!(within("138001380"), [] as [&str; 0]);
        assert_eq!(within(""), [] as [&str; 0]);
    }
}
