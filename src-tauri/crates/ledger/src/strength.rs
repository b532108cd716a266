//! How hard a passphrase is to guess, said simply: length first, then variety, then the known bad ones.
//! It advises; it never refuses.

use serde::Serialize;
use std::collections::HashSet;
use ts_rs::TS;

/// A score of 0 (guessed at once) to 4 (good), with one sentence of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Strength {
    /// 0 to 4
    pub score: u8,
    /// what to do better, in Chinese
    pub advice: &'static str,
}

// Whole passphrases that head every list of leaked ones, and what people in an office pick first.
const COMMON: [&str; 28] = [
    "password",
    "passw0rd",
    "password1",
    "qwerty",
    "qwertyuiop",
    "asdfghjkl",
    "1qaz2wsx",
    "1q2w3e4r",
    "qazwsx",
    "iloveyou",
    "woaini",
    "woaini1314",
    "5201314",
    "abc123",
    "abcd1234",
    "a123456",
    "aa123456",
    "a1234567",
    "admin",
    "admin123",
    "root",
    "letmein",
    "welcome",
    "gonghui",
    "gonghui123",
    "zhuxi",
    "test",
    "111222",
];

/// Judges a passphrase without keeping it.
pub fn strength(text: &str) -> Strength {
    let chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return Strength {
            score: 0, advice: "请设置口令。可以用几个不相干的词连成一句自己记得住的话。"
        };
    }
    let lower = text.to_lowercase();
    if COMMON.contains(&lower.as_str()) || is_run(&chars) {
        return Strength {
            score: 0, advice: "这个口令太常见，一猜就中。请换成一句只有自己知道的话。"
        };
    }
    let different = chars.iter().collect::<HashSet<_>>().len();
    if different * 3 < chars.len() || different < 3 {
        return Strength {
            score: 0, advice: "重复的字太多，容易被猜中。请多用几个不同的字。"
        };
    }
    let digits_only = chars.iter().all(char::is_ascii_digit);
    if digits_only {
        let score = if chars.len() >= 12 { 2 } else { u8::from(chars.len() >= 8) };
        return Strength {
            score, advice: "全是数字，容易让人想到生日或电话。请加上文字或字母。"
        };
    }
    // A Chinese character is one of thousands: it counts for two signs.
    let weight: usize = chars.iter().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let classes = [
        chars.iter().any(char::is_ascii_lowercase),
        chars.iter().any(char::is_ascii_uppercase),
        chars.iter().any(char::is_ascii_digit),
        chars.iter().any(|c| c.is_ascii() && !c.is_ascii_alphanumeric()),
        chars.iter().any(|c| !c.is_ascii()),
    ];
    match weight + classes.into_iter().filter(|c| *c).count() {
        0..9 => Strength {
            score: 1, advice: "太短了。请用到 12 个字母数字以上，或 6 个汉字以上。"
        },
        9..13 => Strength {
            score: 2, advice: "还可以更长一些，再加一个不相干的词就好多了。"
        },
        13..17 => Strength { score: 3, advice: "不错。再长一点更稳妥。" },
        _ => Strength { score: 4, advice: "很好。请牢牢记住，并把恢复单打印出来收好。" },
    }
}

/// 123456789, abcdef, 87654321, and the same sign over and over.
fn is_run(chars: &[char]) -> bool {
    let steps: HashSet<i64> =
        chars.windows(2).map(|w| i64::from(u32::from(w[1])) - i64::from(u32::from(w[0]))).collect();
    chars.len() < 4 || (steps.len() == 1 && steps.iter().all(|s| (-1..=1).contains(s)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_follow_length_variety_and_the_common_list() {
        for (text, score) in [
            ("", 0),
            ("12345678", 0),
            ("87654321", 0),
            ("aaaaaaaaaaaa", 0),
            ("ababababababab", 0),
            ("Password", 0),
            ("woaini1314", 0),
            ("19780412", 1),
            ("xk4Tz", 1),
            ("机加工车间", 2),
            ("kd93jfm2x", 2),
            ("车间 老树 2019", 4),
            ("correct horse battery", 4),
        ] {
            assert_eq!(strength(text).score, score, "{text}: {}", strength(text).advice);
        }
    }
}
