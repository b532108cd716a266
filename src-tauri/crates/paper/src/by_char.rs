//! A table from characters to small facts, looked up for every character of a paper: two steps and no hashing.

/// Facts by character, in blocks of 256 that are made when one of their characters first has a fact.
#[derive(Debug)]
pub(crate) struct ByChar<T> {
    blocks: Vec<Option<Box<[Option<T>; BLOCK]>>>,
}

const BLOCK: usize = 256;

impl<T> Default for ByChar<T> {
    fn default() -> Self {
        ByChar { blocks: Vec::new() }
    }
}

impl<T: Copy> ByChar<T> {
    pub fn get(&self, c: char) -> Option<T> {
        let code = c as usize;
        self.blocks.get(code / BLOCK)?.as_ref()?[code % BLOCK]
    }

    pub fn insert(&mut self, c: char, fact: T) {
        let code = c as usize;
        if self.blocks.len() <= code / BLOCK {
            self.blocks.resize_with(code / BLOCK + 1, || None);
        }
        let block = self.blocks[code / BLOCK].get_or_insert_with(|| Box::new([None; BLOCK]));
        block[code % BLOCK] = Some(fact);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_keeps_its_own_fact() {
        let mut facts = ByChar::default();
        let all = ['\0', 'ÿ', 'Ā', '会', '伛', '𠮷', '\u{10FFFF}'];
        all.iter().enumerate().for_each(|(i, c)| facts.insert(*c, i));
        facts.insert('会', 9);
        let found: Vec<_> = all.iter().map(|c| facts.get(*c)).collect();
        assert_eq!(found, [0, 1, 2, 9, 4, 5, 6].map(Some));
        assert_eq!((facts.get('人'), facts.get('\u{F0000}')), (None, None));
    }
}
