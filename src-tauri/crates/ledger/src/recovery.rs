//! The recovery sheet: the ledger's key as 24 Chinese characters (BIP-39, simplified list), read back
//! tolerantly, and one wrong character found by trying. How the sheet is printed is the paper floor's.

use crate::{LedgerError, RawKey, connect, folder::Folder};
use bip39::{Language, Mnemonic};
use std::{fmt, path::Path};
use zeroize::Zeroizing;

const LIST: Language = Language::SimplifiedChinese;
const WORDS: usize = 24;

/// The key of a ledger, as the recovery sheet says it.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryWords(RawKey);

impl RecoveryWords {
    pub(crate) fn new(key: RawKey) -> Self {
        Self(key)
    }

    pub(crate) fn key(&self) -> &RawKey {
        &self.0
    }

    /// The 24 characters in order.
    pub fn characters(&self) -> Vec<&'static str> {
        // 256 bits always make 24 words; the error is for other lengths.
        Mnemonic::from_entropy_in(LIST, self.0.bytes()).map(|m| m.words().collect()).unwrap_or_default()
    }

    /// Six groups of four, as printed.
    pub fn text(&self) -> Zeroizing<String> {
        let groups: Vec<String> = self.characters().chunks(4).map(<[&str]>::concat).collect();
        Zeroizing::new(groups.join(" "))
    }

    /// Reads what a person typed; blanks, line breaks, numbers and punctuation do not matter.
    pub fn parse(text: &str) -> Result<Self, LedgerError> {
        let typed = typed(text);
        let known = typed.iter().flatten().count();
        if known != WORDS || typed.len() != WORDS {
            return Err(LedgerError::RecoveryLength { known, unknown: typed.len() - known });
        }
        let indices: Vec<u16> = typed.into_iter().flatten().collect();
        decode(&indices).map(Self).ok_or(LedgerError::RecoveryMistyped)
    }

    /// Finds the sheets that differ from the typed text in one character and open the ledger in `dir`.
    /// Tries 24 × 2,047 candidates, of which the checksum leaves about 190, each tested on the file.
    /// Returns the corrected text of each that opens (one, or none).
    pub fn repair(dir: &Path, text: &str) -> Result<Vec<String>, LedgerError> {
        let folder = Folder::existing(dir)?;
        let typed = typed(text);
        let unknown: Vec<usize> = (0..typed.len()).filter(|i| typed[*i].is_none()).collect();
        if typed.len() != WORDS || unknown.len() > 1 {
            return Err(LedgerError::RecoveryLength {
                known: typed.len() - unknown.len(),
                unknown: unknown.len(),
            });
        }
        let mut indices = Zeroizing::new(typed.iter().map(|word| word.unwrap_or(0)).collect::<Vec<u16>>());
        let places = if unknown.is_empty() { (0..WORDS).collect() } else { unknown };
        let mut found = Vec::new();
        for place in places {
            let kept = indices[place];
            for word in 0..2048 {
                indices[place] = word;
                let Some(key) = decode(&indices).filter(|key| connect::key_fits(&folder.database(), key))
                else {
                    continue;
                };
                let text = Self(key).text().to_string();
                if !found.contains(&text) {
                    found.push(text);
                }
            }
            indices[place] = kept;
        }
        Ok(found)
    }
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryWords(…)")
    }
}

/// Each written character as its place in the list, or `None`; anything that is no character is skipped.
fn typed(text: &str) -> Vec<Option<u16>> {
    text.chars().filter(|c| c.is_alphabetic()).map(|c| LIST.find_word(c.encode_utf8(&mut [0; 4]))).collect()
}

/// 24 places of 11 bits → 256 bits and a checksum byte; `None` when the checksum does not hold.
fn decode(indices: &[u16]) -> Option<RawKey> {
    use sha2::{Digest, Sha256};
    let mut bits = Zeroizing::new([0u8; 33]);
    for (word, index) in indices.iter().enumerate() {
        for bit in 0..11 {
            if index >> (10 - bit) & 1 == 1 {
                let at = word * 11 + bit;
                bits[at / 8] |= 0x80 >> (at % 8);
            }
        }
    }
    let key = Zeroizing::new(<[u8; 32]>::try_from(&bits[..32]).ok()?);
    (Sha256::digest(key.as_ref())[0] == bits[32]).then(|| RawKey::from_bytes(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_whatever_stands_between_them() {
        let words = RecoveryWords::new(RawKey::random().unwrap());
        let all = words.characters();
        assert_eq!(all.len(), 24);
        assert_eq!(Mnemonic::parse_in(LIST, all.join(" ")).unwrap().to_entropy(), words.0.bytes());
        for text in [
            words.text().to_string(),
            all.join("、\n"),
            all.iter().enumerate().map(|(i, w)| format!("{}．{w}　", i + 1)).collect(),
        ] {
            assert!(RecoveryWords::parse(&text).unwrap() == words, "the written form must not matter");
        }
    }

    #[test]
    fn too_few_unknown_and_wrong_characters_are_told_apart() {
        let words = RecoveryWords::new(RawKey::from_bytes([3; 32]));
        let mut all = words.characters();
        assert_eq!(
            RecoveryWords::parse(&all[1..].concat()).unwrap_err().to_string(),
            LedgerError::RecoveryLength { known: 23, unknown: 0 }.to_string()
        );
        all.swap(3, 4);
        all[5] = "喆";
        assert_eq!(RecoveryWords::parse(&all.concat()).unwrap_err().code(), "ledger.recoveryLength");
        let wrong = (0..2048u16)
            .map(|i| LIST.word_list()[usize::from(i)])
            .map(|w| [&[w], &words.characters()[1..]].concat().concat())
            .filter(|text| RecoveryWords::parse(text).is_err_and(|e| e.code() == "ledger.recoveryMistyped"))
            .count();
        assert!(wrong > 2000, "the checksum must refuse nearly every other first character, refused {wrong}");
    }

    #[test]
    fn the_words_are_never_shown_by_debug() {
        let words = RecoveryWords::new(RawKey::from_bytes([3; 32]));
        assert_eq!(format!("{words:?}"), "RecoveryWords(…)");
    }
}
