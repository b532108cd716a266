//! How identity is masked, and shown to those who may see it.

use crate::members::store::StoredDate;
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

/// `1990-**-**`: the year alone, as far as more is known; `****` where no year stands first. What the mask of a number hides is
/// the day of birth, so that the number could be read if the day stood beside it.
pub fn mask_birth(birth: &str) -> String {
    let Some(year) = year_of(birth) else { return "****".to_owned() };
    match birth.len() {
        4 => year.to_owned(),
        7 => format!("{year}-**"),
        _ => format!("{year}-**-**"),
    }
}

/// The year that a day begins with, as the ledger or a sheet writes it: 1990-03-07, 1990.3, 19900307. What a sheet counts in days
/// has none.
fn year_of(day: &str) -> Option<&str> {
    let year = day.get(..4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let rest = day.get(4..).unwrap_or_default();
    let more = rest.bytes().take_while(u8::is_ascii_digit).count();
    let month = rest.get(..2).and_then(|month| month.parse::<u32>().ok());
    let is_day = more == 0 || more == 4 && month.is_some_and(|month| (1..=12).contains(&month));
    let is_year = ["18", "19", "20"].iter().any(|century| year.starts_with(century));
    (is_day && is_year).then_some(year)
}

/// A day of birth as it may be seen.
pub fn shown_birth(birth: &str, identity: Shown) -> String {
    if identity == Shown::Full { birth.to_owned() } else { mask_birth(birth) }
}

/// A day of birth as far as it may be judged by: in full where it is shown so, else by its year. What is wrong on the first day of
/// that year is wrong on every day of it, so that a refusal tells no more than the mask does, and nothing right is refused.
pub fn judged_birth(birth: Option<&StoredDate>, identity: Shown) -> Option<StoredDate> {
    let (day, precision) = birth?;
    match identity {
        Shown::Full => Some((day.clone(), precision.clone())),
        Shown::Masked | Shown::Never => Some((year_of(day)?.to_owned(), "year".to_owned())),
    }
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
