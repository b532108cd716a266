//! What keeps a text from being TOML, looked for as a person types it: quotes that are not straight, not closed or set in
//! each other, backslashes, marks of full width, words without quotes. The sentence is `syntax`'s to hand on.

use super::marks::half;

/// Where a walk through the text stands.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Bare,
    Comment,
    /// Within quotes of this kind; three of them where `long`.
    Quoted {
        mark: char,
        long: bool,
        /// The line on which they open.
        line: usize,
        /// Where what they hold begins, in bytes.
        from: usize,
    },
}

/// The first cause, with its line from 1.
pub(super) fn fault(text: &str) -> Option<(usize, String)> {
    let (mut at, mut line) = (At::Bare, 1);
    let mut chars = text.char_indices();
    while let Some((i, c)) = chars.next() {
        let here = line;
        if c == '\n' {
            line += 1;
        }
        match at {
            At::Comment if c == '\n' => at = At::Bare,
            At::Comment => {}
            At::Bare => match c {
                '#' => at = At::Comment,
                '"' | '\'' => {
                    let long = thrice(text, i, c);
                    if long {
                        chars.nth(1);
                    }
                    let from = i + if long { 3 } else { 1 };
                    at = At::Quoted { mark: c, long, line, from };
                }
                _ if !c.is_ascii() => return Some((here, outside(c, text, i))),
                _ => {}
            },
            At::Quoted { mark: '"', .. } if c == '\\' => {
                let next = text.get(i + 1..).unwrap_or_default();
                if !escapes(next) {
                    let shown: String = next.chars().take(1).filter(|c| !c.is_control()).collect();
                    return Some((here, backslash(&shown)));
                }
                // What is escaped is no end of the quotes.
                if chars.next().is_some_and(|(_, c)| c == '\n') {
                    line += 1;
                }
            }
            At::Quoted { mark, long: true, .. } if c == mark && thrice(text, i, mark) => {
                chars.nth(1);
                at = At::Bare;
            }
            At::Quoted { long: true, .. } => {}
            At::Quoted { mark, from, .. } if c == mark => {
                let held = text.get(from..i).unwrap_or_default();
                if nested(held, text.get(i + 1..).unwrap_or_default(), mark) {
                    return Some((here, within(mark)));
                }
                at = At::Bare;
            }
            At::Quoted { mark, from, .. } if c == '\n' => {
                return Some((here, unclosed(mark, text.get(from..i).unwrap_or_default())));
            }
            At::Quoted { .. } => {}
        }
    }
    match at {
        At::Quoted { mark, long: true, line, .. } => {
            Some((line, format!("从这里开始的三个引号（{mark}{mark}{mark}）没有关上")))
        }
        At::Quoted { mark, line, from, .. } => {
            Some((line, unclosed(mark, text.get(from..).unwrap_or_default())))
        }
        _ => None,
    }
}

fn thrice(text: &str, at: usize, mark: char) -> bool {
    text.get(at..).is_some_and(|rest| rest.chars().take(3).filter(|c| *c == mark).count() == 3)
}

/// Whether what follows a backslash is what TOML lets follow it.
fn escapes(next: &str) -> bool {
    let hex =
        |digits: usize| next.chars().skip(1).take(digits).filter(char::is_ascii_hexdigit).count() == digits;
    match next.chars().next() {
        Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\' | '\n' | '\r' | ' ') => true,
        Some('x') => hex(2),
        Some('u') => hex(4),
        Some('U') => hex(8),
        _ => false,
    }
}

/// What to write for a backslash that is meant as one.
pub(super) fn backslash(next: &str) -> String {
    format!(
        "双引号里的反斜杠（\\{next}）有别的意思；要印反斜杠，请写成两个（\\\\{next}），或者这一项两头改用英文半角的单引号（'）"
    )
}

/// Whether quotes close within an expression, or only to be followed by more of the same text.
fn nested(held: &str, rest: &str, mark: char) -> bool {
    let open = [("{{", "}}"), ("{%", "%}")].iter().any(|(start, end)| held.rfind(start) > held.rfind(end));
    let rest = rest.lines().next().unwrap_or_default();
    let goes_on = |c: char| !matches!(half(c).unwrap_or(c), ',' | ']' | '}' | '#' | '=' | '.');
    rest.contains(mark) && (open || rest.trim_start().starts_with(goes_on))
}

fn within(mark: char) -> String {
    let other = if mark == '"' { "单引号（'）" } else { "双引号（\"）" };
    format!("引号里面又用了同样的引号（{mark}）；里面的请改用英文半角的{other}，要印的引号请用中文的“ ”")
}

fn unclosed(mark: char, held: &str) -> String {
    let held = held.trim_end();
    match held.chars().next_back() {
        Some(end) if half(end) == Some(mark) => {
            format!("开头是英文的引号（{mark}），结尾却是中文的引号（{end}）；结尾也要用英文半角的（{mark}）")
        }
        _ => format!("这一行的引号（{mark}）没有关上，结尾要有同样的一个"),
    }
}

/// A character that stands outside of quotes, where none but ASCII can.
fn outside(c: char, text: &str, at: usize) -> String {
    let begun = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    match half(c) {
        Some(mark @ ('"' | '\'')) => format!("这里用了中文的引号（{c}），要用英文半角的（{mark}）"),
        Some(' ') => "这里有全角空格，请改成英文半角的空格".to_owned(),
        Some(mark) => format!("引号外面用了中文的“{c}”，要用英文半角的“{mark}”"),
        None if begun.contains('=') => "文字没有放在引号里；两头要有英文半角的双引号（\"）".to_owned(),
        None => "这一行的文字不在引号里；要印的文字写成 text = \"…\"，说明的话前面加井号（#）".to_owned(),
    }
}
