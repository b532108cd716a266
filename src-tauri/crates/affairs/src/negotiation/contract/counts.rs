//! Reading small whole numbers of a contract's text as people write them: 4, 四, 肆, 两, 十二. Amounts with a unit are
//! `negotiation::amounts`'.

const HAN: &str = "零一二三四五六七八九";
/// As they are written on papers that are signed.
const CAPITAL: &str = "零壹贰叁肆伍陆柒捌玖";

fn digit(c: char) -> Option<i64> {
    let among = |digits: &str| digits.chars().position(|one| one == c);
    let at = among(HAN).or_else(|| among(CAPITAL)).or(match c {
        '〇' => Some(0),
        '两' | '俩' => Some(2),
        _ => None,
    })?;
    i64::try_from(at).ok()
}

/// A digit of either width.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The whole number with which a text begins, under a thousand in Chinese or of at most six digits; how long it is in bytes.
pub(super) fn count(text: &str) -> Option<(i64, usize)> {
    let digits: String = text.chars().take_while(|c| is_digit(*c)).collect();
    if !digits.is_empty() {
        let number = narrow(&digits).parse().ok().filter(|_| digits.chars().count() <= 6);
        return number.map(|number| (number, digits.len()));
    }
    let (mut value, mut last, mut len) = (0, None, 0);
    for c in text.chars() {
        match c {
            '百' | '佰' => value += last.take()? * 100,
            '十' | '拾' => value += last.take().unwrap_or(1) * 10,
            _ => match digit(c) {
                Some(number) => last = Some(number),
                None => break,
            },
        }
        len += c.len_utf8();
    }
    (len > 0).then(|| (value + last.unwrap_or_default(), len))
}

/// A text with its full-width digits, points and signs narrow; the marks of a Chinese sentence stay.
pub(super) fn narrow(text: &str) -> String {
    let half = |c: char| match c {
        '０'..='９' | '．' | '％' | '－' | '／' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().map(half).collect()
}

#[cfg(test)]
mod tests {
    use super::{count, narrow};

    #[test]
    fn numbers_are_read_as_people_write_them_and_nothing_else_is_one() {
        for (text, number, len) in [
            ("4份", 4, 1),
            ("四份", 4, 3),
            ("肆份", 4, 3),
            ("拾贰份", 12, 6),
            ("两年", 2, 3),
            ("十二个月", 12, 6),
            ("二十份", 20, 6),
            ("0份", 0, 1),
        ] {
            assert_eq!(count(text), Some((number, len)), "{text}");
        }
        for text in ["份", "", "年4", "百份", "1234567份"] {
            assert_eq!(count(text), None, "{text}");
        }
    }

    #[test]
    fn wide_digits_become_narrow_and_a_wide_comma_stays() {
        assert_eq!(narrow("２３６０．５，６％"), "2360.5，6%");
    }
}
