//! Reads a list of people as it is pasted from a sheet or typed: a name, an ID number and a phone in any order, one person a
//! line. Who of them the roster knows, `mod` looks up.

use crate::members::roster::id_number;
use crate::members::roster::names::{half_width, is_space};
use crate::members::roster::phones;

/// A line taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The name; empty where none was found.
    pub name: String,
    /// What looks like an ID number, as it was written.
    pub id_number: Option<String>,
    /// A mobile phone.
    pub phone: Option<String>,
}

/// A run of digits after the name that is no longer than this may be an age or a count.
const RUNNING: usize = 3;

/// The lines of a text that name somebody; the head of a sheet and empty lines are passed over.
#[must_use]
pub fn read(text: &str) -> Vec<Line> {
    text.lines().filter(|line| !line.contains("姓名")).filter_map(line).collect()
}

fn line(text: &str) -> Option<Line> {
    let folded: String = text.chars().map(half_width).collect();
    let marks = |c: char| matches!(c, '\t' | ',' | '，' | '、' | ';' | '；');
    let celled = folded.contains('\t') || folded.contains([',', '，', '、', ';', '；']);
    let pieces = folded.split(|c: char| marks(c) || (!celled && is_space(c)));
    let mut line = Line::default();
    let mut words: Vec<&str> = Vec::new();
    for piece in pieces.map(|piece| piece.trim_matches(is_space)).filter(|piece| !piece.is_empty()) {
        let digits = piece.chars().filter(char::is_ascii_digit).count();
        let phone = phones::read(piece);
        if digits == 0 {
            words.push(piece);
        } else if phone.numbers.len() == 1 && phone.numbers[0].len() == 11 && line.phone.is_none() {
            line.phone = phone.numbers.into_iter().next();
        } else if digits >= 6 && line.id_number.is_none() {
            line.id_number = Some(id_number::clean(piece));
        } else if digits < 6 && digits == piece.len() && line.name.is_empty() && words.is_empty() {
            // The running number of the sheet.
        } else if digits == piece.len() && digits > RUNNING && line.id_number.is_none() {
            // Too short for a number of anything: told as one that is cut off, not dropped.
            line.id_number = Some(piece.to_owned());
        } else if digits < piece.chars().count() {
            words.push(piece);
        }
    }
    words.retain(|word| !matches!(*word, "男" | "女"));
    line.name = name(&words, celled);
    let empty = line.name.is_empty() && line.id_number.is_none() && line.phone.is_none();
    (!empty).then_some(line)
}

/// The name among the words: the first cell, or 张 三 written apart.
fn name(words: &[&str], celled: bool) -> String {
    match words {
        [first, second, ..] if !celled && [first, second].iter().all(|word| word.chars().count() == 1) => {
            format!("{first}{second}")
        }
        [first, second, ..] if !celled && [first, second].iter().all(|word| word.is_ascii()) => {
            format!("{first} {second}")
        }
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_in_any_order_and_shape() {
        let wanted = Line {
            name: "王小明".to_owned(),
            id_number: Some("110101199003070011".to_owned()),
            phone: Some("13800138000".to_owned()),
        };
        for text in [
            "王小明\t110101199003070011\t13800138000",
            "3\t王小明\t男\t110101199003070011\t13800138000\t快递员",
            "王小明 110101199003070011 13800138000",
            "王小明，110101199003070011，138-0013-8000",
            "１３８００１３８０００　王小明　１１０１０１１９９００３０７００１１",
        ] {
            assert_eq!(read(text), std::slice::from_ref(&wanted), "{text}");
        }
        assert_eq!(read("张 三 11010519491231002x")[0].name, "张三");
        assert_eq!(read("张 三 11010519491231002x")[0].id_number.as_deref(), Some("11010519491231002X"));
        assert_eq!(read("王五 12345")[0].id_number.as_deref(), Some("12345"), "cut off, and told so");
        assert_eq!(read("王五 36")[0].id_number, None);
        assert_eq!(read("阿卜杜拉·买买提")[0].name, "阿卜杜拉·买买提");
        assert_eq!(read("Maria Lopez E1234567")[0].name, "Maria Lopez");
        assert_eq!(read("姓名\t证件号码\n\n  \n"), []);
        assert_eq!(read("13800138000")[0].name, "", "told as a line without a name, not dropped");
    }
}
