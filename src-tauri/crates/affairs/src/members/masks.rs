//! How identity is masked, and shown to those who may see it.

use crate::union::model::Shown;

/// `110101********0011`: the region and the last four; shorter numbers keep their last two.
pub fn mask_id(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let (head, tail) = if chars.len() >= 15 { (6, 4) } else { (0, 2.min(chars.len() / 2)) };
    mask(&chars, head, tail)
}

/// `138****8000`.
pub fn mask_phone(phone: &str) -> String {
    let chars: Vec<char> = phone.chars().collect();
    let (head, tail) = if chars.len() == 11 { (3, 4) } else { (0, 2.min(chars.len() / 2)) };
    mask(&chars, head, tail)
}

/// `w***@example.com`.
pub fn mask_email(email: &str) -> String {
    let (name, rest) = email.split_at(email.find('@').unwrap_or(email.len()));
    let first: String = name.chars().take(1).collect();
    format!("{first}***{rest}")
}

/// An e-mail address as it may be seen.
pub fn shown_email(email: &str, identity: Shown) -> String {
    if identity == Shown::Full { email.to_owned() } else { mask_email(email) }
}

/// An identity number as it may be seen.
pub fn shown_id(number: &str, identity: Shown) -> String {
    if identity == Shown::Full { number.to_owned() } else { mask_id(number) }
}

/// A phone number as it may be seen.
pub fn shown_phone(phone: &str, identity: Shown) -> String {
    if identity == Shown::Full { phone.to_owned() } else { mask_phone(phone) }
}

fn mask(chars: &[char], head: usize, tail: usize) -> String {
    let hidden = chars.len() - head - tail;
    chars[..head]
        .iter()
        .chain(std::iter::repeat_n(&'*', hidden))
        .chain(&chars[chars.len() - tail..])
        .collect()
}
