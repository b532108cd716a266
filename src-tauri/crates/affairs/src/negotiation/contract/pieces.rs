//! A clause taken apart at its numbered items: 1. 2. （一）（二） ①. An item of last year's may answer a clause of its own this year.

use super::counts::{count, is_digit};

/// Behind these an item may begin within a line.
const ENDS: [char; 6] = ['。', '；', '：', ':', ';', '\n'];

/// How a number of an item is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// 1. or 1、.
    Point,
    /// （1） or （一）.
    Bracket,
    /// ①.
    Circle,
    /// 一、, at the beginning of a line only.
    Han,
}

/// The mark of an item with which a text begins, and how long it is in bytes.
fn mark(text: &str, begins_line: bool) -> Option<(Style, usize)> {
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some((Style::Circle, first.len_utf8()));
    }
    if first == '（' || first == '(' {
        let (_, len) = count(&text[first.len_utf8()..])?;
        let at = first.len_utf8() + len;
        let close = text[at..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
        return Some((Style::Bracket, at + close.len_utf8()));
    }
    let (number, len) = count(text).filter(|(number, _)| *number < 100)?;
    let point = text[len..].chars().next()?;
    let behind = &text[len + point.len_utf8()..];
    let digits = is_digit(first);
    let decimal = behind.starts_with(is_digit) && matches!(point, '.' | '．');
    match point {
        '.' | '．' | '、' | '）' | ')' if digits && !decimal => {
            Some((Style::Point, len + point.len_utf8()))
        }
        '、' if !digits && begins_line && number > 0 => Some((Style::Han, len + point.len_utf8())),
        _ => None,
    }
}

/// Where the items of a text begin with their marks: those of the style that comes first.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(Style, usize, usize)> = Vec::new();
    let mut last = '\n';
    for (at, c) in text.char_indices() {
        if ENDS.contains(&last)
            && let Some((style, len)) = mark(&text[at..], last == '\n')
        {
            found.push((style, at, len));
        }
        if !c.is_whitespace() || c == '\n' {
            last = c;
        }
    }
    let Some((style, ..)) = found.first().copied() else { return Vec::new() };
    found.into_iter().filter(|(one, ..)| *one == style).map(|(_, at, len)| (at, len)).collect()
}

/// Whether a line of a pasted text begins an item of its own.
pub(super) fn begins(line: &str) -> bool {
    mark(line, true).is_some()
}

/// The pieces of a text: its items without their marks, what leads to them with the first; the whole where it has fewer than two.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let marks = marks(text);
    if marks.len() < 2 {
        return vec![text.to_owned()];
    }
    let lead = text[..marks[0].0].trim();
    let mut pieces = Vec::new();
    for (nth, (at, len)) in marks.iter().enumerate() {
        let end = marks.get(nth + 1).map_or(text.len(), |(next, _)| *next);
        let item = text[at + len..end].trim();
        pieces.push(if nth == 0 { format!("{lead}{item}") } else { item.to_owned() });
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::{begins, pieces};

    #[test]
    fn numbered_items_become_pieces_in_any_writing_and_what_leads_to_them_stays_with_the_first() {
        for text in [
            "津贴标准：\n1. 夜班20元。\n2. 班组长150元。",
            "津贴标准：1、夜班20元。2、班组长150元。",
            "津贴标准：（一）夜班20元。（二）班组长150元。",
            "津贴标准：(1)夜班20元。(2) 班组长150元。",
            "津贴标准：①夜班20元。②班组长150元。",
            "津贴标准：\n一、夜班20元。\n二、班组长150元。",
            "津贴标准：１．夜班20元。２．班组长150元。",
        ] {
            assert_eq!(pieces(text), ["津贴标准：夜班20元。", "班组长150元。"], "{text}");
        }
    }

    #[test]
    fn amounts_and_a_lone_number_take_nothing_apart() {
        for text in [
            "夜班津贴每班20.5元。2.5倍支付。",
            "增长；1.5%、2.5%两档。",
            "按第（一）项办理。",
            "一、二车间另加50元。",
            "1. 夜班津贴每班20元。",
            "",
        ] {
            assert_eq!(pieces(text), [text], "{text}");
        }
        assert_eq!(
            pieces("（一）夜班：1. 中班10元；2. 夜班20元。（二）班组长150元。"),
            ["夜班：1. 中班10元；2. 夜班20元。", "班组长150元。"],
            "items within an item stay with it"
        );
    }

    #[test]
    fn a_line_that_begins_an_item_is_known() {
        for line in ["1. 夜班", "（二）班组长", "③ 其他", "三、其他"] {
            assert!(begins(line), "{line}");
        }
        for line in ["遇标准提高的", "2,000元", "2026年", "1.5倍"] {
            assert!(!begins(line), "{line}");
        }
    }
}
