//! Marks in a text that lies in several pieces: Word cuts 【姓名】 into runs as it likes. Found over the whole text,
//! written into the piece in which a mark begins, so that it keeps that piece's look.

use std::ops::Range;

/// Longest mark, in characters: anything longer between such brackets is a sentence.
const LONGEST: usize = 40;

/// Stands between pieces that do not follow each other: a turned line, a tab, a picture. No text of XML has it.
pub(super) const SEAM: char = '\u{0}';

/// A mark in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it stands, brackets and all, in bytes.
    pub at: Range<usize>,
    /// What it names, without spaces.
    pub name: String,
}

/// The marks of a text, in order.
pub(super) fn find(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find('【')).map(|n| from + n) {
        let inside = open + '【'.len_utf8();
        let rest = text.get(inside..).unwrap_or_default();
        from = inside;
        // The innermost brackets count: 【说明【姓名】.
        let Some((end, '】')) = rest.char_indices().find(|(_, c)| matches!(*c, '【' | '】' | SEAM)) else {
            continue;
        };
        let name = tidy(rest.get(..end).unwrap_or_default());
        if name.is_empty() || name.chars().count() > LONGEST {
            continue;
        }
        from = inside + end + '】'.len_utf8();
        marks.push(Mark { at: open..from, name });
    }
    marks
}

/// A mark as it is known: no spaces, one kind of point.
fn tidy(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| if matches!(c, '．' | '。' | '·' | '•') { '.' } else { c })
        .collect()
}

/// Puts texts in the place of marks, from which those left alone have been taken out. Answers for each piece its new
/// text, `None` where it stays. `seams` of the whole text lie between pieces and belong to none.
pub(super) fn put(
    pieces: &[Range<usize>],
    text: &str,
    puts: &[(Range<usize>, String)],
) -> Vec<Option<String>> {
    let piece = |own: &Range<usize>| {
        let touched = |at: &Range<usize>| at.start < own.end && own.start < at.end;
        if !puts.iter().any(|(at, _)| touched(at)) {
            return None;
        }
        let mut new = String::new();
        let mut from = own.start;
        for (at, value) in puts.iter().filter(|(at, _)| touched(at)) {
            if at.start >= own.start {
                new.push_str(text.get(from..at.start).unwrap_or_default());
                new.push_str(value);
            }
            from = at.end.min(own.end);
        }
        new.push_str(text.get(from..own.end).unwrap_or_default());
        Some(new)
    };
    pieces.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        find(text).into_iter().map(|mark| mark.name).collect()
    }

    #[test]
    fn marks_are_found_as_people_type_them() {
        assert_eq!(names("姓名：【姓名】，【 会员 ．手机　】"), ["姓名", "会员.手机"]);
        assert_eq!(names("【说明【姓名】】【】【\u{0}】【没有完"), ["姓名"]);
        assert_eq!(names(&format!("【{}】", "长".repeat(41))), Vec::<String>::new());
    }

    #[test]
    fn a_mark_over_three_pieces_goes_into_the_first() {
        let text = "甲【姓名】乙";
        let cut = |from: &str, to: &str| text.find(from).unwrap()..text.find(to).unwrap();
        let pieces = [0..text.find("姓").unwrap(), cut("姓", "】"), text.find('】').unwrap()..text.len()];
        let puts = [(find(text)[0].at.clone(), "王小明".to_owned())];
        let new = put(&pieces, text, &puts);
        assert_eq!(new, [Some("甲王小明".to_owned()), Some(String::new()), Some("乙".to_owned())]);
    }
}
