//! Unified social credit codes (GB 32100—2015). The register of unions begins with 81.
//! Used when a ledger is founded; nothing here looks anything up.

use super::names::{half_width, is_space};

const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Why a text is no credit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditCodeFault {
    /// Not 18 characters; how many there are.
    Length(usize),
    /// 15 digits: a registration number from before 2015.
    OldNumber,
    /// The letters I, O, S, V, Z do not occur; the place (from 1), the letter, what was probably meant.
    Letter(usize, char, Option<char>),
    /// Another sign that does not occur; its place from 1.
    Sign(usize),
    /// The check character of the organisation part (place 17) is wrong.
    Organisation,
    /// The last character does not fit the others.
    Check,
}

impl CreditCodeFault {
    /// One Chinese sentence: what is the matter and what to do.
    pub fn message(&self) -> String {
        match self {
            CreditCodeFault::Length(n) => {
                format!("统一社会信用代码应有18位，现在是{n}位；请对照登记证书逐位核对。")
            }
            CreditCodeFault::OldNumber => {
                "这是15位的旧注册号；请填写证书上18位的统一社会信用代码。".to_owned()
            }
            CreditCodeFault::Letter(place, letter, Some(meant)) => {
                format!(
                    "第{place}位是字母{letter}，统一社会信用代码里没有这个字母，多半应是{meant}；请对照登记证书改正。"
                )
            }
            CreditCodeFault::Letter(place, letter, None) => {
                format!("第{place}位是字母{letter}，统一社会信用代码里没有这个字母；请对照登记证书改正。")
            }
            CreditCodeFault::Sign(place) => {
                format!("第{place}位不是数字或大写字母；请对照登记证书改正。")
            }
            CreditCodeFault::Organisation => {
                "统一社会信用代码第9至17位（组织机构代码）的校验对不上，有一位写错了；请对照登记证书核对。"
                    .to_owned()
            }
            CreditCodeFault::Check => {
                "统一社会信用代码的最后一位与前17位对不上，有一位写错了；请对照登记证书逐位核对。".to_owned()
            }
        }
    }
}

/// Spaces and hyphens away, full width folded, capital letters.
pub fn normalise(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !is_space(*c) && *c != '-').flat_map(char::to_uppercase).collect()
}

/// The normalised code, when it is one.
///
/// # Errors
/// The first fault, with its place.
pub fn check(text: &str) -> Result<String, CreditCodeFault> {
    let code = normalise(text);
    let count = code.chars().count();
    if count == 15 && code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(CreditCodeFault::OldNumber);
    }
    if count != 18 {
        return Err(CreditCodeFault::Length(count));
    }
    let mut values = Vec::with_capacity(18);
    for (i, c) in code.chars().enumerate() {
        match (SIGNS.iter().position(|s| char::from(*s) == c), c) {
            (Some(v), _) => values.push(v),
            (None, 'O') => return Err(CreditCodeFault::Letter(i + 1, c, Some('0'))),
            (None, 'I') => return Err(CreditCodeFault::Letter(i + 1, c, Some('1'))),
            (None, 'S') => return Err(CreditCodeFault::Letter(i + 1, c, Some('5'))),
            (None, 'Z') => return Err(CreditCodeFault::Letter(i + 1, c, Some('2'))),
            (None, 'V') => return Err(CreditCodeFault::Letter(i + 1, c, None)),
            (None, _) => return Err(CreditCodeFault::Sign(i + 1)),
        }
    }
    let sum: usize = values.iter().zip(WEIGHTS).map(|(v, w)| v * w).sum();
    if values.last() != Some(&((31 - sum % 31) % 31)) {
        return Err(CreditCodeFault::Check);
    }
    if !organisation(&code) {
        return Err(CreditCodeFault::Organisation);
    }
    Ok(code)
}

/// The code that comes of reading O as 0, I as 1, S as 5 and Z as 2, where it then fits its checks.
pub fn repaired(text: &str) -> Option<String> {
    let read = |c| match c {
        'O' => '0',
        'I' => '1',
        'S' => '5',
        'Z' => '2',
        other => other,
    };
    check(&normalise(text).chars().map(read).collect::<String>()).ok()
}

/// True for the code of a union (registrar 8, class 1).
pub fn is_union(code: &str) -> bool {
    code.starts_with("81")
}

/// True for the code of an enterprise (registrar 9, the market regulators).
pub fn is_enterprise(code: &str) -> bool {
    code.starts_with('9')
}

/// The organisation code within (GB 11714—1997): eight characters, weights 3 7 9 10 5 8 4 2, and a check.
fn organisation(code: &str) -> bool {
    let part = code.get(8..17).unwrap_or_default();
    let sum: u32 =
        part.chars().zip([3, 7, 9, 10, 5, 8, 4, 2]).filter_map(|(c, w)| Some(c.to_digit(36)? * w)).sum();
    let check = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        n => char::from_digit(n, 10).unwrap_or('?'),
    };
    part.ends_with(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_a_known_code_and_every_single_slip() {
        let good = "91350100M000100Y43";
        assert_eq!(check(good).as_deref(), Ok(good));
        assert_eq!(check(" 91350100m000100y43 ").as_deref(), Ok(good), "spaces and small letters are folded");
        for i in 0..18 {
            let mut signs: Vec<char> = good.chars().collect();
            signs[i] = if signs[i] == '7' { '8' } else { '7' };
            let bad: String = signs.into_iter().collect();
            assert!(check(&bad).is_err(), "a slip at place {} goes unseen", i + 1);
        }
    }

    #[test]
    fn helps_with_letters_that_do_not_occur() {
        assert_eq!(check("913501O0M000100Y43"), Err(CreditCodeFault::Letter(7, 'O', Some('0'))));
        assert_eq!(check("9I350100M000100Y43"), Err(CreditCodeFault::Letter(2, 'I', Some('1'))));
        let fault = check("913501O0M000100Y43").unwrap_err();
        assert!(fault.message().contains("第7位是字母O"), "{}", fault.message());
        assert_eq!(check("360100210001234"), Err(CreditCodeFault::OldNumber));
        assert_eq!(check("9135"), Err(CreditCodeFault::Length(4)));
    }
}
