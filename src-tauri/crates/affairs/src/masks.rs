//! How identity is masked, and shown to those who may see it: each by itself, and numbers within a text such as a file's name.

use std::ops::Range;

use chrono::NaiveDate;

use crate::members::roster::id_number;
use crate::union::model::Shown;
use crate::written::{folded, is_between};

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

/// A day of birth, with how exactly it is known, as far as it may be judged by: in full where it is shown so, else by its year. What is wrong on the first day of
/// that year is wrong on every day of it, so that a refusal tells no more than the mask does, and nothing right is refused.
pub fn judged_birth(birth: Option<&(String, String)>, identity: Shown) -> Option<(String, String)> {
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

/// A text with the identity numbers and mobile numbers within it masked: 王伟身份证360121********999X.pdf. A number is one that
/// proves itself by its check, so that a day and time, or a number of a camera's, stays.
pub fn mask_within(text: &str) -> String {
    put_masks(text, numbers(text))
}

/// A text with masks in their places, in order.
fn put_masks(text: &str, masks: impl IntoIterator<Item = (Range<usize>, String)>) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut done = 0;
    for (place, mask) in masks {
        masked.push_str(&text[done..place.start]);
        masked.push_str(&mask);
        done = place.end;
    }
    masked + &text[done..]
}

/// A text with numbers within it, as it may be seen.
pub fn shown_within(text: &str, identity: Shown) -> String {
    if identity == Shown::Full { text.to_owned() } else { mask_within(text) }
}

/// A certificate's number as it may be seen: many are numbered by their holder, alone or behind a letter as those of operators,
/// T360121199003079990. A telephone number is none of them.
pub fn shown_certificate(number: &str, identity: Shown) -> String {
    if identity == Shown::Full {
        return number.to_owned();
    }
    let phone = "13800138000".len();
    put_masks(number, numbers(number).into_iter().filter(|(_, mask)| mask.len() > phone))
}

/// What was typed over a text that was shown with its numbers masked: what the masks hid is put back.
pub fn unmask_within(typed: &str, standing: &str) -> String {
    let back =
        |typed: String, (place, mask): (Range<usize>, String)| typed.replacen(&mask, &standing[place], 1);
    numbers(standing).into_iter().fold(typed.to_owned(), back)
}

/// A number within a text: its place in bytes, and its mask.
type Masked = (Range<usize>, String);

/// The numbers within a text, in their order.
fn numbers(text: &str) -> Vec<Masked> {
    let mut found = in_digits(text);
    let grouped = in_groups(text, &found);
    found.extend(grouped);
    found.sort_by_key(|(place, _)| place.start);
    found
}

/// Those that are written in digits alone.
fn in_digits(text: &str) -> Vec<Masked> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = at + digits(at);
        if end > at {
            found.extend(within_digits(text, at..end));
        }
        at = end + 1;
    }
    found
}

/// The numbers within digits that no other digit stands beside: a mobile number or a number of fifteen digits are all of them, a
/// number of eighteen may be a part.
fn within_digits(text: &str, run: Range<usize>) -> Vec<Masked> {
    let whole = &text[run.clone()];
    let mobile = whole.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(whole);
    if is_mobile(mobile) {
        return vec![(run.end - mobile.len()..run.end, mask_phone(mobile))];
    }
    if whole.len() == 15 && proves_itself(whole) {
        return vec![(run, mask_id(whole))];
    }
    let mut found = Vec::new();
    let mut at = run.start;
    while at + 17 <= run.end {
        match text.get(at..at + 18).filter(|number| proves_itself(number)) {
            Some(number) => {
                found.push((at..at + 18, mask_id(number)));
                at += 18;
            }
            None => at += 1,
        }
    }
    found
}

/// Digits beside each other, at half width whatever they are written in, and the X that may end them.
struct Group {
    place: Range<usize>,
    digits: String,
}

/// Nobody writes a number in more groups.
const GROUPS: usize = 6;

/// Those that are written in groups or at full width: 138-0013-8000, 360121 19900307 9990; none that is `known`.
fn in_groups(text: &str, known: &[Masked]) -> Vec<Masked> {
    let groups = groups(text);
    let is_known = |one: &Group| {
        known.iter().any(|(place, _)| place.start < one.place.end && one.place.start < place.end)
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while at < groups.len() {
        let rest = &groups[at..];
        let parted = rest.windows(2).position(|pair| !is_beside(text, &pair[0], &pair[1]));
        let together = parted.map_or(rest.len(), |last| last + 1).min(GROUPS);
        let number = (1..=together).rev().find_map(|many| {
            let some = &rest[..many];
            let mask = mask_of(some).filter(|_| !some.iter().any(is_known))?;
            Some((many, (some[0].place.start..some[many - 1].place.end, mask)))
        });
        match number {
            Some((many, masked)) => {
                found.push(masked);
                at += many;
            }
            None => at += 1,
        }
    }
    found
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, c) in text.char_indices() {
        let (c, end) = (folded(c), at + c.len_utf8());
        let goes_on = groups.last().is_some_and(|last| last.place.end == at && !last.digits.ends_with('X'));
        if goes_on
            && (c.is_ascii_digit() || c == 'X')
            && let Some(last) = groups.last_mut()
        {
            last.digits.push(c);
            last.place.end = end;
        } else if c.is_ascii_digit() {
            groups.push(Group { place: at..end, digits: c.to_string() });
        }
    }
    groups
}

/// Whether one character is all that stands between two groups.
fn is_beside(text: &str, one: &Group, next: &Group) -> bool {
    let mut between = text[one.place.end..next.place.start].chars();
    between.next().is_some_and(|c| is_between(folded(c))) && between.next().is_none()
}

/// The mask of a number in groups: a mobile one as it is read out, an identity number in any.
fn mask_of(groups: &[Group]) -> Option<String> {
    let whole: String = groups.iter().map(|one| one.digits.as_str()).collect();
    let lengths: Vec<usize> = groups.iter().map(|one| one.digits.len()).collect();
    if is_mobile(&whole) && (lengths == [11] || lengths == [3, 4, 4]) {
        return Some(mask_phone(&whole));
    }
    (whole.len() == 18 && proves_itself(&whole)).then(|| mask_id(&whole))
}

/// Whether digits are a number of a mobile telephone.
fn is_mobile(digits: &str) -> bool {
    digits.len() == 11 && digits.starts_with('1') && !digits[1..].starts_with(['0', '1', '2'])
}

/// Whether a text is an identity number with its region, a day of birth and its check.
fn proves_itself(text: &str) -> bool {
    let written = id_number::long(text).to_ascii_uppercase();
    // A name of a file is read without a day: no birth lies after the end of its own year.
    let year = written.get(6..10).and_then(year_of).and_then(|year| year.parse().ok());
    let Some(last) = year.and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)) else { return false };
    id_number::parse(&written, last).is_ok_and(|number| number.birth.is_some())
}

fn mask(chars: &[char], head: usize, tail: usize) -> String {
    let hidden = chars.len() - head - tail;
    chars[..head]
        .iter()
        .chain(std::iter::repeat_n(&'*', hidden))
        .chain(&chars[chars.len() - tail..])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_is_masked_in_its_middle() {
        assert_eq!(mask_id("110101199003070011"), "110101********0011");
        assert_eq!(mask_id("E12345678"), "*******78");
        assert_eq!(mask_phone("13800138000"), "138****8000");
        assert_eq!(mask_phone("0791-8888"), "*******88");
        assert_eq!(mask_phone(""), "");
        assert_eq!(mask_email("wang@example.com"), "w***@example.com");
        assert_eq!(mask_email("王"), "王***");
    }

    #[test]
    fn of_a_birth_the_year_alone_is_shown() {
        for (written, shown) in [
            ("1990-03-07", "1990-**-**"),
            ("1990-03", "1990-**"),
            ("1990", "1990"),
            ("1990年3月7日", "1990-**-**"),
            ("1990.12", "1990-**"),
            ("19900307", "1990-**-**"),
            // No year stands first: a day counted by a sheet, years of two figures, the day before the year.
            ("32939", "****"),
            ("900307", "****"),
            ("20071990", "****"),
            ("3/7/1990", "****"),
            ("一九九〇年三月七日", "****"),
            ("", "****"),
        ] {
            assert_eq!(mask_birth(written), shown, "{written}");
        }
        assert_eq!(shown_birth("1990-03-07", Shown::Masked), "1990-**-**");
        assert_eq!(shown_birth("1990-03-07", Shown::Full), "1990-03-07");
        for (stored, precision) in [("1990-03-07", "day"), ("1990-03", "month"), ("1990", "year")] {
            let birth = (stored.to_owned(), precision.to_owned());
            assert_eq!(judged_birth(Some(&birth), Shown::Full), Some(birth.clone()));
            let year = Some(("1990".to_owned(), "year".to_owned()));
            assert_eq!(judged_birth(Some(&birth), Shown::Masked), year, "{stored}");
            assert_eq!(judged_birth(Some(&birth), Shown::Never), year, "{stored}");
        }
        assert_eq!(judged_birth(None, Shown::Never), None);
    }

    #[test]
    fn numbers_within_a_name_are_masked_and_come_back() {
        for (name, masked) in [
            ("王伟身份证36012119800101999X.pdf", "王伟身份证360121********999X.pdf"),
            ("36012119800101999x王伟", "360121********999x王伟"),
            ("360121199003079990-13800138000.jpg", "360121********9990-138****8000.jpg"),
            ("20260915360121199003079990", "20260915360121********9990"),
            ("8613800138000", "86138****8000"),
            ("130503670401001旧证", "130503*****1001旧证"),
            ("王伟 138-0013-8000.jpg", "王伟 138****8000.jpg"),
            ("20260915_138 0013 8000.jpg", "20260915_138****8000.jpg"),
            ("2026_11_16_138_0013_8000.jpg", "2026_11_16_138****8000.jpg"),
            ("王伟138·0013·8000.jpg", "王伟138****8000.jpg"),
            ("１３８００１３８０００.jpg", "138****8000.jpg"),
            ("360121 19800101 999x.pdf", "360121********999X.pdf"),
            ("360121,19800101，999x", "360121********999X"),
            ("身份证360121\n19800101\n999X", "身份证360121********999X"),
            ("王伟３６０１２１－１９８００１０１－９９９Ｘ.pdf", "王伟360121********999X.pdf"),
            // None of these is a number of anybody's.
            ("360121199003079991.pdf", "360121199003079991.pdf"),
            ("IMG20260915093012345.jpg", "IMG20260915093012345.jpg"),
            ("20260915093012.jpg", "20260915093012.jpg"),
            ("2026-09-15 09-30-12.jpg", "2026-09-15 09-30-12.jpg"),
            ("发放11,20,30,138", "发放11,20,30,138"),
            ("360121-19900307-9991.pdf", "360121-19900307-9991.pdf"),
            ("1380-013-8000发票.pdf", "1380-013-8000发票.pdf"),
            ("12345678901发票.pdf", "12345678901发票.pdf"),
            ("2026_11_16_138001380001.jpg", "2026_11_16_138001380001.jpg"),
            ("王伟.pdf", "王伟.pdf"),
            ("", ""),
        ] {
            assert_eq!(mask_within(name), masked, "{name}");
            assert_eq!(shown_within(name, Shown::Full), name);
            assert_eq!(unmask_within(masked, name), name, "{masked}");
        }
        for (number, masked) in [
            ("T360121199003079990", "T360121********9990"),
            ("36012119800101999x", "360121********999x"),
            ("13800138000", "13800138000"),
            ("T360121001", "T360121001"),
        ] {
            assert_eq!(shown_certificate(number, Shown::Never), masked, "{number}");
            assert_eq!(shown_certificate(number, Shown::Full), number);
            assert_eq!(unmask_within(masked, number), number, "{masked}");
        }
        let name = "身份证36012119800101999X.pdf";
        assert_eq!(unmask_within("正面360121********999X.pdf", name), "正面36012119800101999X.pdf");
        assert_eq!(unmask_within("身份证正面.pdf", name), "身份证正面.pdf");
    }
}
