//! Names of people: stored as written, compared by a key. Nothing of a name is ever dropped here
//! without being asked; what is odd is told.

use unicode_normalization::UnicodeNormalization;

/// Most characters a name may have.
pub const MAX_CHARS: usize = 50;

/// Something about a name that a person should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameIssue {
    /// White space around it was taken off.
    Trimmed,
    /// White space inside a Chinese name; kept.
    Spaces,
    /// A variant of the dot; kept.
    Dot,
    /// A line break inside; the name without it.
    TwoLines(String),
    /// A remark behind the name; the name without it.
    Remark(String),
    /// A character of a private area; kept.
    Private,
    /// A character was lost before the file came here.
    Lost,
    /// No name: too long, a number, only signs.
    Impossible,
}

/// One full-width character (`Ａ`, `０`, `（`, the ideographic space) as its half-width one.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// White space in the wide sense: also what is invisible.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The variants of the dot in names such as 阿卜杜拉·买买提.
fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '‧' | '．' | '.' | '･' | '⋅' | '∙' | '●')
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// The key by which names are compared: NFKC, no white space, every dot as `·` (U+00B7), small letters.
/// A key is its own key.
pub fn key(name: &str) -> String {
    if let Some(key) = plain_key(name) {
        return key;
    }
    let mut key = folded(name);
    // Taking white space out can bring characters together that compose anew.
    for _ in 0..4 {
        let again = folded(&key);
        if again == key {
            break;
        }
        key = again;
    }
    key
}

/// The key of what holds only characters that are folded each by itself, which is nearly every Chinese text: names are looked for in
/// all of them.
fn plain_key(name: &str) -> Option<String> {
    let mut key = String::with_capacity(name.len());
    for c in name.chars().filter(|c| !is_space(*c)) {
        let c = if is_dot(c) { '·' } else { half_width(c).to_ascii_lowercase() };
        if !(c.is_ascii()
            || matches!(c, '·' | '、' | '。' | '《' | '》' | '“' | '”' | '—' | '\u{4e00}'..='\u{9fff}'))
        {
            return None;
        }
        key.push(c);
    }
    Some(key)
}

fn folded(name: &str) -> String {
    name.chars()
        .map(|c| if is_dot(c) { '·' } else { c })
        .nfkc()
        .filter(|c| !is_space(*c))
        .map(|c| if is_dot(c) { '·' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The name as it is to be stored, and what is to be told about it.
pub fn read(written: &str) -> (String, Vec<NameIssue>) {
    let name = written.trim_matches(is_space);
    let mut issues = Vec::new();
    if name.len() != written.len() {
        issues.push(NameIssue::Trimmed);
    }
    if name.chars().any(|c| matches!(c, '\u{fffd}' | '?' | '？' | '□')) || name.contains("锟斤拷") {
        issues.push(NameIssue::Lost);
    }
    if name.chars().count() > MAX_CHARS || !name.chars().any(|c| c.is_alphabetic() || is_private(c)) {
        issues.push(NameIssue::Impossible);
    }
    if name.contains(['\n', '\r']) {
        let joined: String = name.chars().filter(|c| !matches!(c, '\n' | '\r')).collect();
        // A remark on the second line is no part of the name.
        issues.push(NameIssue::TwoLines(without_remark(&joined).unwrap_or(joined)));
    } else if let Some(bare) = without_remark(name) {
        issues.push(NameIssue::Remark(bare));
    } else if name.chars().any(is_space) && name.chars().all(|c| is_han(c) || is_space(c) || is_dot(c)) {
        issues.push(NameIssue::Spaces);
    }
    if name.chars().any(|c| is_dot(c) && c != '·') && name.chars().any(is_han) {
        issues.push(NameIssue::Dot);
    }
    if name.chars().any(is_private) {
        issues.push(NameIssue::Private);
    }
    (name.to_owned(), issues)
}

/// The name without a remark behind it, when there is one.
fn without_remark(name: &str) -> Option<String> {
    let marks = |c: char| {
        matches!(c, '*' | '＊' | '#' | '☆' | '★' | '△' | '▲' | '√' | '✓' | '※')
            || half_width(c).is_ascii_digit()
    };
    let mut bare = name;
    if bare.ends_with([')', '）', '】', ']'])
        && let Some(open) = bare.rfind(['(', '（', '【', '['])
    {
        bare = bare.get(..open)?;
    }
    bare = bare.trim_end_matches(marks).trim_end_matches(is_space);
    if let Some((head, last)) = bare.rsplit_once(is_space)
        && matches!(last, "男" | "女" | "男性" | "女性" | "退" | "退休" | "离职" | "新")
        && head.chars().filter(|c| is_han(*c)).count() >= 2
    {
        bare = head.trim_end_matches(is_space);
    }
    (bare != name && bare.chars().any(char::is_alphabetic)).then(|| bare.to_owned())
}
