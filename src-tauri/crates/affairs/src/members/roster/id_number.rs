//! Numbers of identity documents: cleaned, recognised by their shape, checked as far as they carry a
//! check. No number is ever repaired: a wrong digit may be any of eighteen.
//! Sources: GB 11643—1999 (resident ID); the residence permits and the foreigners' card of 2023 use
//! the same check, the foreigners' card of 2017 and passports are known by their shape only.

use chrono::{Datelike, NaiveDate};

use super::codes::{IdKind, Sex};
use super::names::{half_width, is_space};

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

/// A number that passed its checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdNumber {
    /// The number as it is stored.
    pub number: String,
    /// What document it belongs to.
    pub kind: IdKind,
    /// Whether the shape leaves no doubt about the kind.
    pub kind_certain: bool,
    /// The date of birth within, when the document carries one.
    pub birth: Option<NaiveDate>,
    /// The sex within, when the document carries one.
    pub sex: Option<Sex>,
    /// Whether it was made from a 15-digit number.
    pub converted: bool,
}

/// Why a text is no number of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdFault {
    /// Scientific notation: the last digits are gone.
    AsNumber,
    /// So many characters instead of 18.
    Length(usize),
    /// A character that does not occur, with its place from 1.
    Character(usize, char),
    /// The first two digits are no province.
    Region,
    /// The date of birth does not exist or is not in the past.
    Date,
    /// The last character does not fit; true when the last three digits are 000, as after Excel's cut.
    Checksum(bool),
}

/// Takes off what copying adds: white space, a leading apostrophe, `="…"`, hyphens; folds full-width
/// characters and the Cyrillic Х; x becomes X.
pub fn clean(written: &str) -> String {
    let folded: String = written
        .chars()
        .map(half_width)
        .filter(|c| !is_space(*c))
        .map(|c| if matches!(c, 'Х' | 'х' | '×') { 'X' } else { c })
        .collect();
    let inner = folded.strip_prefix("=\"").and_then(|t| t.strip_suffix('"')).unwrap_or(&folded);
    let inner =
        inner.trim_start_matches(['\'', '‘', '’', '`']).trim_end_matches(['\'', '.', '。', ',', '，']);
    if military(inner) {
        return inner.to_owned();
    }
    inner.chars().filter(|c| !matches!(c, '-' | '—' | '–')).flat_map(char::to_uppercase).collect()
}

/// The last character that belongs to the first seventeen digits; `None` when they are no digits.
pub fn check_character(first: &str) -> Option<char> {
    let mut sum = 0;
    let mut n = 0;
    for (c, w) in first.chars().zip(WEIGHTS) {
        sum += c.to_digit(10)? * w;
        n += 1;
    }
    if n < 17 { None } else { CHECKS.get(usize::try_from(sum % 11).ok()?).copied() }
}

/// A resident's number of fifteen digits as the eighteen that stand for it today; any other as it is.
pub fn long(number: &str) -> String {
    let (Some(region), Some(rest)) = (number.get(..6), number.get(6..)) else { return number.to_owned() };
    if number.len() != 15 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let first = format!("{region}19{rest}");
    check_character(&first).map_or_else(|| number.to_owned(), |check| format!("{first}{check}"))
}

/// The fifteen digits that stood for a resident's number of eighteen once, without the century and the check; none of any other.
pub fn short(number: &str) -> Option<String> {
    let short = format!("{}{}", number.get(..6)?, number.get(8..17)?);
    long(&short).eq_ignore_ascii_case(number).then_some(short)
}

/// Reads a cleaned text. `today` bounds the date of birth.
///
/// # Errors
/// The first fault.
pub fn parse(text: &str, today: NaiveDate) -> Result<IdNumber, IdFault> {
    let count = text.chars().count();
    if scientific(text) {
        return Err(IdFault::AsNumber);
    }
    if military(text) {
        return Ok(plain(text, IdKind::Military, true));
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if count == 18 && digits >= 15 {
        return eighteen(text, today);
    }
    if count == 15 && digits == 15 {
        return fifteen(text, today);
    }
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let tail_digits =
        text.get(letters..).is_some_and(|t| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit()));
    match (letters, count) {
        (3, 15) if tail_digits => Ok(plain(text, IdKind::ForeignPermanent, true)),
        (1, 9 | 11) if tail_digits && text.starts_with(['H', 'M']) => {
            Ok(plain(text, IdKind::HkMoPass, false))
        }
        (1..=3, 7..=12) if tail_digits => Ok(plain(text, IdKind::Passport, false)),
        (0, 8) if digits == 8 => Ok(plain(text, IdKind::TaiwanPass, false)),
        (0, 9) if digits == 9 => Ok(plain(text, IdKind::Passport, false)),
        _ if count == 18 => {
            Err(first_wrong(text).map_or(IdFault::Length(count), |(i, c)| IdFault::Character(i, c)))
        }
        _ => Err(IdFault::Length(count)),
    }
}

fn plain(text: &str, kind: IdKind, kind_certain: bool) -> IdNumber {
    IdNumber { number: text.to_owned(), kind, kind_certain, birth: None, sex: None, converted: false }
}

fn first_wrong(text: &str) -> Option<(usize, char)> {
    text.chars()
        .enumerate()
        .find(|(i, c)| !(c.is_ascii_digit() || *i == 17 && *c == 'X'))
        .map(|(i, c)| (i + 1, c))
}

fn eighteen(text: &str, today: NaiveDate) -> Result<IdNumber, IdFault> {
    if let Some((place, c)) = first_wrong(text) {
        return Err(IdFault::Character(place, c));
    }
    let kind = match text.get(..2).unwrap_or_default() {
        "81" | "82" | "83" => IdKind::HkMoTwResidence,
        _ if text.starts_with('9') => IdKind::ForeignPermanent,
        province if PROVINCES.contains(&province) => IdKind::ResidentId,
        _ => return Err(IdFault::Region),
    };
    let birth = birth(text.get(6..14).unwrap_or_default(), today).ok_or(IdFault::Date)?;
    if check_character(text.get(..17).unwrap_or_default()) != text.chars().last() {
        return Err(IdFault::Checksum(text.ends_with("000")));
    }
    Ok(IdNumber {
        number: text.to_owned(),
        kind,
        kind_certain: true,
        birth: Some(birth),
        sex: sex(text.get(16..17).unwrap_or_default()),
        converted: false,
    })
}

fn fifteen(text: &str, today: NaiveDate) -> Result<IdNumber, IdFault> {
    let (region, rest) = (text.get(..6).unwrap_or_default(), text.get(6..).unwrap_or_default());
    let first = format!("{region}19{rest}");
    let check = check_character(&first).ok_or(IdFault::Length(15))?;
    let mut id = eighteen(&format!("{first}{check}"), today)?;
    id.converted = true;
    Ok(id)
}

/// A real day, in the past, of somebody who may still be on a roster.
fn birth(digits: &str, today: NaiveDate) -> Option<NaiveDate> {
    let part = |a: usize, b: usize| digits.get(a..b)?.parse::<u32>().ok();
    let date = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
    (date <= today && today.year() - date.year() <= 130).then_some(date)
}

fn sex(digit: &str) -> Option<Sex> {
    let n: u32 = digit.parse().ok()?;
    Some(if n.is_multiple_of(2) { Sex::Female } else { Sex::Male })
}

/// `1.10105E+17`: what is left when Excel has taken the number for a number.
pub fn scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let exponent = exponent.trim_start_matches('+');
    mantissa.contains('.') && mantissa.parse::<f64>().is_ok() && exponent.parse::<u32>().is_ok()
}

/// 军字第…号, 士字第…号 and the like.
fn military(text: &str) -> bool {
    text.contains("字第") && text.chars().any(|c| c.is_ascii_digit())
}

/// GB/T 2260, first two digits. Abolished counties stay good below them, and numbers given before
/// 重庆 became a municipality keep 51.
const PROVINCES: [&str; 32] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
    "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
    }

    #[test]
    fn knows_the_published_vectors() {
        for good in ["11010519491231002X", "440524188001010014", "110101199003070011", "13010220000229123X"] {
            let read = parse(good, today());
            if good.contains("1880") {
                assert_eq!(read, Err(IdFault::Date), "nobody born in 1880 is on a roster");
            } else {
                assert_eq!(read.map(|i| i.number), Ok(good.to_owned()));
            }
            assert_eq!(check_character(&good[..17]), good.chars().last(), "the check itself");
        }
        assert_eq!(parse("65010019850229003X", today()), Err(IdFault::Date), "29 Feb 1985 does not exist");
    }

    #[test]
    fn sees_every_single_wrong_digit() {
        let good = "110101199003070011";
        for i in 0..18 {
            for d in '0'..='9' {
                let mut signs: Vec<char> = good.chars().collect();
                if signs[i] == d {
                    continue;
                }
                signs[i] = d;
                let bad: String = signs.into_iter().collect();
                assert!(parse(&bad, today()).is_err(), "digit {} changed to {d} goes unseen", i + 1);
            }
        }
    }

    #[test]
    fn the_old_number_of_fifteen_digits_and_the_new_one_stand_for_each_other() {
        for new in ["11010519491231002X", "11010519491231002x", "110101199003070011"] {
            let old = short(new).unwrap();
            assert_eq!(old.len(), 15, "{old}");
            assert!(long(&old).eq_ignore_ascii_case(new), "{old}");
        }
        for other in
            ["11010120000307001X", "110101199003070012", "13800138000", "E12345678", "军字第1234567号", ""]
        {
            assert_eq!(short(other), None, "{other}");
        }
    }

    #[test]
    fn cleans_what_copying_adds() {
        assert_eq!(clean(" '1101 0519-4912 31002x\u{200b}"), "11010519491231002X");
        assert_eq!(clean("１１０１０５１９４９１２３１００２Ｘ"), "11010519491231002X");
        assert_eq!(clean("11010519491231002Х"), "11010519491231002X", "a Cyrillic letter at the end");
        assert_eq!(clean("=\"110101199003070011\""), "110101199003070011");
    }
}
