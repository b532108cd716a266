//! Why a file cannot be read as it is written: the true cause and what to write instead, where the readers of TOML and of
//! expressions only say what they expected. Most of it comes from typing Chinese: marks of full width, curly quotes, a
//! Chinese word in place of a field's name, and paths with backslashes.

use super::lines::Lines;
use super::marks::half;
use super::suggest::Suggest;
use super::{TemplateFault, plain, toml_text};
use crate::error::PaperError;
use crate::template::expressions::Expressions;
use crate::template::sources::{Gives, Source};

/// Why a file is no template at all, with the line of the cause.
pub(super) fn unread(why: &toml::de::Error, text: &str) -> TemplateFault {
    let broken = toml::de::DeTable::parse(text).is_err().then(|| toml_text::fault(text)).flatten();
    let (line, what) = broken.unwrap_or_else(|| {
        let before = why.span().map_or("", |span| text.get(..span.start).unwrap_or_default());
        (before.matches('\n').count() + 1, toml_words(why.message()))
    });
    let line = Some(line.clamp(1, text.lines().count().max(1)));
    TemplateFault { line, block: None, what: format!("这里写得不对：{what}") }
}

/// Why a block cannot be made: what the reader of blocks says, at the line of its id.
pub(super) fn unmade(why: PaperError, lines: &Lines, text: &str) -> TemplateFault {
    let PaperError::Template { place, reason, .. } = why else {
        return TemplateFault { line: None, block: None, what: plain(&why) };
    };
    let quoted = [format!("\"{place}\""), format!("'{place}'")];
    let line = text.lines().position(|line| {
        line.trim_start().starts_with("id") && quoted.iter().any(|id| line.contains(id.as_str()))
    });
    let line = line.map(|i| i + 1).or_else(|| lines.at(&place));
    TemplateFault { line, block: Some(place), what: format!("写得不对：{reason}") }
}

/// Why an expression cannot be read; none when it can.
pub(super) fn unparsed(source: &Source<'_>, suggest: &Suggest<'_>) -> Option<String> {
    let whole = source.gives != Gives::Text;
    Expressions::new().check(source.text, whole).err()?;
    let cause = if whole { foreign(source.text, suggest) } else { in_text(source.text, suggest) };
    let unpaired = || "{{ }}、{% %} 或引号没有配对，请与取出的原文件对照".to_owned();
    Some(format!("写得不对：{}", cause.unwrap_or_else(unpaired)))
}

/// The first thing wrong with the expressions in a text.
fn in_text(text: &str, suggest: &Suggest<'_>) -> Option<String> {
    let (mut open, mut rest) = (Vec::new(), text);
    loop {
        let next = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].into_iter();
        let found = next.filter_map(|(start, end)| Some((rest.find(start)?, start, end))).min();
        let Some((at, start, end)) = found else { break };
        let inner = rest.get(at + start.len()..)?;
        let Some(close) = inner.find(end) else {
            return Some(format!("“{start}”后面少了“{end}”"));
        };
        let (inside, after) = (inner.get(..close)?, inner.get(close + end.len()..)?);
        rest = after;
        if start == "{#" {
            continue;
        }
        if let Some(cause) = foreign(inside, suggest) {
            return Some(cause);
        }
        if start == "{%" {
            match inside.trim_matches(['-', '+', ' ']).split_whitespace().next() {
                Some(begun @ ("if" | "for")) => open.push(begun),
                Some(ended @ ("endif" | "endfor")) if open.pop() != ended.strip_prefix("end") => {
                    return Some(format!("“{{% {ended} %}}”前面没有与它配对的开头"));
                }
                _ => {}
            }
        }
    }
    open.pop().map(|begun| format!("“{{% {begun} … %}}”后面少了“{{% end{begun} %}}”"))
}

/// What no expression can hold outside of its quotes: a mark of full width, a curly quote, a Chinese word, a backslash.
fn foreign(expression: &str, suggest: &Suggest<'_>) -> Option<String> {
    let mut chars = expression.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\'' | '"' => loop {
                match chars.next() {
                    Some((_, '\\')) => drop(chars.next()),
                    Some((_, end)) if end == c => break,
                    Some(_) => {}
                    None => return Some(format!("引号（{c}）没有成对")),
                }
            },
            '\\' => return Some("这里不能用反斜杠（\\）；字段和写法之间用竖线（|）".to_owned()),
            _ if c.is_ascii() => {}
            _ => {
                return Some(match half(c) {
                    Some(quote @ ('\'' | '"')) => {
                        format!(
                            "这里用了中文的引号（{c}）；{{{{ }}}} 里的引号要用英文半角的单引号（'），例如 join('、')。现在的是“{quote}”的全角写法"
                        )
                    }
                    Some(' ') => "这里有全角空格，请改成英文半角的空格".to_owned(),
                    Some(mark) => format!("这里用了中文的“{c}”，要用英文半角的“{mark}”"),
                    None => {
                        let tail = expression.get(at..).unwrap_or_default();
                        let word: String =
                            tail.chars().take_while(|c| !c.is_ascii() && half(*c).is_none()).collect();
                        suggest.for_word(&word)
                    }
                });
            }
        }
    }
    None
}

/// What the reader of TOML says of a file that is TOML, in the words that matter to whoever changed a line.
fn toml_words(reason: &str) -> String {
    let quoted = || reason.split('`').nth(1).unwrap_or_default().to_owned();
    if reason.starts_with("unknown field") {
        format!("没有“{}”这一项", quoted())
    } else if reason.starts_with("missing field") {
        format!("少了“{}”这一项", quoted())
    } else if reason.starts_with("unknown variant") {
        format!("不认识“{}”", quoted())
    } else if reason.starts_with("duplicate key") {
        "同一项写了两遍".to_owned()
    } else if reason.contains("invalid type") || reason.contains("invalid value") {
        "这一项的写法不对，例如数字加了引号".to_owned()
    } else {
        "引号、等号或方括号没有配对，请与取出的原文件对照".to_owned()
    }
}
