//! A person's number in a text, however it was typed there: in groups, at full width, with a small letter. Of whom it is, and what
//! becomes of the text, is for whoever asks.

use std::ops::Range;

use crate::members::roster::names::{half_width, is_space};
use crate::words::Words;

/// So many characters make a number that is found in groups too: those of a shorter one may be a day, 2019-03-01.
const GROUPED: usize = 10;

/// What stands where a name or a number was erased.
pub(crate) const ERASED: &str = "（已清除）";

/// A character as numbers are compared: at half width, large; what looks like an X is one, as for whoever reads a roster.
pub(crate) fn folded(c: char) -> char {
    match half_width(c) {
        'Х' | 'х' | '×' => 'X',
        c => c.to_ascii_uppercase(),
    }
}

/// Whether a folded character stands between the groups of a number and is no part of it: a number goes on behind a comma, and in the
/// next line.
pub(crate) fn is_between(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '(' | ')' | '.' | ',' | '/' | '_' | '·' | '转')
        || is_space(c)
}

/// Whether folded characters are an amount with a comma before every three digits, 13,800,138,000: nobody parts a number so.
fn is_amount(chars: &[(usize, char)]) -> bool {
    let written: String = chars.iter().map(|(_, c)| *c).collect();
    let groups: Vec<&str> = written.split(',').collect();
    let Some((first, rest)) = groups.split_first() else { return false };
    written.bytes().all(|byte| byte == b',' || byte.is_ascii_digit())
        && first.len() <= 3
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3)
}

/// A text as numbers are looked for in it: folded, and without what stands between groups.
fn bare(text: &str) -> String {
    text.chars().map(folded).filter(|c| !is_between(*c)).collect()
}

/// Where a number stands in a text, in bytes: not where a character beside it `joins` it to a longer one, but behind the 86 of a
/// telephone. An address of mail is found as it is written alone: its points and hyphens are part of it.
fn places(text: &str, number: &str, joins: fn(&char) -> bool) -> Vec<Range<usize>> {
    let mut key: Vec<char> = number.chars().map(folded).collect();
    let grouped = !key.contains(&'@') && key.iter().filter(|c| !is_between(**c)).count() >= GROUPED;
    if grouped {
        key.retain(|c| !is_between(*c));
    }
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, folded(c))).collect();
    let (mut found, mut from) = (Vec::new(), 0);
    while from < chars.len() && !key.is_empty() {
        let beside = |at: Option<&(usize, char)>| at.is_some_and(|(_, c)| joins(c));
        match end(&chars, from, &key, grouped) {
            Some(to)
                if !beside(before(&chars[..from]))
                    && !beside(chars.get(to))
                    && !is_amount(&chars[from..to]) =>
            {
                let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
                found.push(byte(from)..byte(to));
                from = to;
            }
            _ => from += 1,
        }
    }
    found
}

/// Where a number that begins at `from` ends.
fn end(chars: &[(usize, char)], from: usize, key: &[char], grouped: bool) -> Option<usize> {
    let mut at = from;
    for (place, wanted) in key.iter().enumerate() {
        while grouped && place > 0 && chars.get(at).is_some_and(|(_, c)| is_between(*c)) {
            at += 1;
        }
        if chars.get(at)?.1 != *wanted {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The character before a number; where the code of the country stands there, the one before that.
fn before(chars: &[(usize, char)]) -> Option<&(usize, char)> {
    let ends = |code: &str| {
        let mut last = chars.iter().rev().map(|(_, c)| *c);
        code.chars().rev().all(|c| last.next() == Some(c))
    };
    let code = ["0086", "86"].into_iter().find(|code| ends(code)).map_or(0, str::len);
    chars[..chars.len() - code].last()
}

/// A text without a number, where it holds it.
pub(crate) fn without(text: &str, number: &str) -> Option<String> {
    let (mut left, mut done) = (String::new(), 0);
    for place in places(text, number, char::is_ascii_digit) {
        left.push_str(&text[done..place.start]);
        left.push_str(ERASED);
        done = place.end;
    }
    (done > 0).then(|| left + &text[done..])
}

/// Whether a text holds a number as [`without`] takes it out.
pub(crate) fn holds(text: &str, number: &str) -> bool {
    !places(text, number, char::is_ascii_digit).is_empty()
}

/// Whether a number stands in a text as a word of its own: not where a letter is beside it either.
pub(crate) fn stands_alone(text: &str, number: &str) -> bool {
    !places(text, number, char::is_ascii_alphanumeric).is_empty()
}

/// Many numbers looked for in a text at once.
pub(crate) struct Numbers<'a>(Words<'a>);

impl<'a> Numbers<'a> {
    /// The numbers to look for.
    pub(crate) fn of(all: impl IntoIterator<Item = &'a str>) -> Self {
        Numbers(Words::folded(all, bare))
    }

    /// Those that a text [`holds`].
    pub(crate) fn within(&self, text: &str) -> Vec<&'a str> {
        self.0.within(text).into_iter().filter(|number| holds(text, number)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, stands_alone, without};

    const PHONE: &str = "13800138000";
    const NUMBER: &str = "36012119800101999X";

    #[test]
    fn a_number_goes_out_of_a_text_and_a_longer_one_stays() {
        let phone = |text: &str| without(text, PHONE);
        assert_eq!(phone("电话13800138000，晚上打").as_deref(), Some("电话（已清除），晚上打"));
        assert_eq!(phone("+8613800138000").as_deref(), Some("+86（已清除）"));
        assert_eq!(phone("008613800138000").as_deref(), Some("0086（已清除）"));
        assert_eq!(phone("13800138000、13800138000").as_deref(), Some("（已清除）、（已清除）"));
        for other in ["", "账号6213800138000", "6286138001380001", "138001380001", "1380013800"] {
            assert_eq!(phone(other), None, "{other}");
        }
        let id = without("证件36012119800101999x。", NUMBER);
        assert_eq!(id.as_deref(), Some("证件（已清除）。"));
    }

    #[test]
    fn a_number_is_found_in_groups_and_at_full_width() {
        for (text, number) in [
            ("电话138-0013-8000，", PHONE),
            ("电话138 0013 8000，", PHONE),
            ("电话138—0013—8000，", PHONE),
            ("电话138/0013/8000，", PHONE),
            ("电话138_0013_8000，", PHONE),
            ("电话138·0013·8000，", PHONE),
            ("电话１３８／００１３／８０００，", PHONE),
            ("电话１３８００１３８０００，", PHONE),
            ("电话１３８－００１３－８０００，", PHONE),
            ("电话138\u{3000}0013\u{a0}8000，", PHONE),
            ("电话138,0013,8000，", PHONE),
            ("电话138，0013， 8000，", PHONE),
            ("电话138001\n38000，", PHONE),
            ("电话138\r\n0013\r\n8000，", PHONE),
            ("电话360121,19800101,999x，", NUMBER),
            ("电话360121\n19800101\n999X，", NUMBER),
            ("电话360121 19800101 999x，", NUMBER),
            ("电话360121-19800101-999Х，", NUMBER),
            ("电话079188123456，", "0791-88123456"),
            ("电话0791 88123456 转 801，", "0791-88123456-801"),
        ] {
            assert_eq!(without(text, number).as_deref(), Some("电话（已清除），"), "{text}");
        }
        assert_eq!(
            without("13700137000 138 0013 8000 13600136000", PHONE).as_deref(),
            Some("13700137000 （已清除） 13600136000"),
            "what stands behind a space is a number of its own"
        );
        assert_eq!(
            without("11, 20, 13800138000, 30\n13700137000", PHONE).as_deref(),
            Some("11, 20, （已清除）, 30\n13700137000"),
            "and in a list"
        );
        assert_eq!(
            without("2026/11/16/13800138000", PHONE).as_deref(),
            Some("2026/11/16/（已清除）"),
            "and so it is behind a day"
        );
        for other in [
            "2026_11_16_138001380001",
            "6138 0013 8000",
            "138 0013 80001",
            "138元0013 8000",
            "138;00138000",
            "11, 20, 30, 138, 13, 8000",
            "13,800,138,000元",
            "8000,0013,138",
            "6138,0013,8000",
            "138\n0013\n80001",
        ] {
            assert_eq!(without(other, PHONE), None, "{other}");
        }
    }

    #[test]
    fn a_short_number_and_an_address_are_found_as_they_are() {
        assert_eq!(without("自2019-03-01起", "20190301"), None, "a day");
        assert_eq!(without("证件２０１９０３０１", "20190301").as_deref(), Some("证件（已清除）"));
        assert_eq!(
            without("致zhang.wei@example.com", "ZHANG.WEI@example.com").as_deref(),
            Some("致（已清除）")
        );
        assert_eq!(without("致zhangwei@example.com", "zhang.wei@example.com"), None, "somebody else's");
    }

    #[test]
    fn a_number_in_a_longer_one_is_another_number() {
        let stands = |text: &str| stands_alone(text, "36012119800101999x");
        assert!(stands("36012119800101999X") && stands("证件号码36012119800101999x。"));
        assert!(!stands("136012119800101999X") && !stands("36012119800101999X1") && !stands("3601211980"));
        assert!(stands("136012119800101999X，36012119800101999X"), "the second is the number");
        assert!(stands_alone("+8613800138000", PHONE) && !stands_alone("A13800138000", PHONE));
    }

    #[test]
    fn many_numbers_are_found_as_one_is() {
        let numbers = Numbers::of([PHONE, NUMBER, "0791-88123456", ""]);
        assert_eq!(numbers.within("138-0013-8000或0791 88123456"), ["0791-88123456", PHONE]);
        assert_eq!(numbers.within("138001380001"), [] as [&str; 0]);
    }
}
