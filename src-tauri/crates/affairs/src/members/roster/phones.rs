//! Telephone numbers: mobiles by their length and first two digits (no list of prefixes, new ones
//! appear each year), landlines with area code, 400 and 800 numbers; several in one cell.

use super::names::{half_width, is_space};

/// What a cell says about phones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhonesRead {
    /// Good numbers: 11 digits, or `0791-88123456` with an extension behind another hyphen.
    pub numbers: Vec<String>,
    /// Landlines without area code, as digits.
    pub no_area: Vec<String>,
    /// Whether some piece is no phone number at all.
    pub impossible: bool,
    /// Whether more than outer white space was taken off.
    pub cleaned: bool,
}

/// Reads the text of a cell.
pub fn read(written: &str) -> PhonesRead {
    let text: String = written.chars().map(half_width).collect();
    let text = text.trim_matches(is_space).trim_start_matches('\'');
    let mut found = PhonesRead::default();
    for piece in pieces(text) {
        match one(&piece) {
            Some(Phone::Good(number)) => {
                found.cleaned |= number != piece;
                if !found.numbers.contains(&number) {
                    found.numbers.push(number);
                }
            }
            Some(Phone::NoArea(number)) => found.no_area.push(number),
            None => found.impossible = true,
        }
    }
    found.cleaned |= text != written.trim_matches(is_space);
    found
}

/// Cuts at the signs people put between two numbers; at a space only when both sides are whole.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for part in text
        .split(['/', '、', ';', ',', '\n', '\r', '|', '或'])
        .filter(|p| !p.trim_matches(is_space).is_empty())
    {
        let words: Vec<&str> = part.split(is_space).filter(|w| !w.is_empty()).collect();
        if words.len() > 1 && words.iter().all(|w| matches!(one(w), Some(Phone::Good(_)))) {
            pieces.extend(words.iter().map(|w| (*w).to_owned()));
        } else {
            pieces.push(part.trim_matches(is_space).to_owned());
        }
    }
    pieces
}

enum Phone {
    Good(String),
    NoArea(String),
}

fn one(piece: &str) -> Option<Phone> {
    let piece = piece.strip_suffix(".0").unwrap_or(piece);
    if !piece.chars().all(|c| c.is_ascii_digit() || is_space(c) || "+-()—–转.".contains(c)) {
        return None;
    }
    // The extension keeps its own hyphen; all other signs go.
    let parts: Vec<String> = piece
        .split(['-', '—', '–', '转', '(', ')', '.', '+'])
        .map(|p| p.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|p| !p.is_empty())
        .collect();
    let all: String = parts.concat();
    let bare = ["0086", "86"]
        .iter()
        .find_map(|code| all.strip_prefix(code).filter(|rest| mobile(rest)))
        .unwrap_or(&all);
    if mobile(bare) {
        return Some(Phone::Good(bare.to_owned()));
    }
    if all.len() == 10 && (all.starts_with("400") || all.starts_with("800")) {
        return Some(Phone::Good(all));
    }
    if all.starts_with('0') {
        return landline(&parts).map(Phone::Good);
    }
    (matches!(all.len(), 7 | 8) && !all.starts_with('1')).then_some(Phone::NoArea(all))
}

fn mobile(digits: &str) -> bool {
    let mut b = digits.bytes();
    digits.len() == 11
        && b.next() == Some(b'1')
        && b.next().is_some_and(|c| (b'3'..=b'9').contains(&c))
        && b.all(|c| c.is_ascii_digit())
}

fn landline(parts: &[String]) -> Option<String> {
    let joined = parts.concat();
    let extension = match parts {
        [area, number, ext] if area.len() <= 4 && number.len() >= 7 && ext.len() <= 6 => Some(ext.as_str()),
        [whole, ext] if whole.len() >= 10 && ext.len() <= 6 => Some(ext.as_str()),
        _ => None,
    };
    let body = joined.strip_suffix(extension.unwrap_or_default())?;
    let area = if body.starts_with("010") || body.starts_with("02") { 3 } else { 4 };
    let (area, number) = (body.get(..area)?, body.get(area..)?);
    if !matches!(number.len(), 7 | 8) {
        return None;
    }
    Some(match extension {
        Some(ext) => format!("{area}-{number}-{ext}"),
        None => format!("{area}-{number}"),
    })
}
