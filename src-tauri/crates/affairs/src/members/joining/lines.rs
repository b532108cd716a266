//! Reads a list of people as it is pasted from a sheet or typed: a name, an ID number, a phone and the firm they work for in any
//! order, one person a line; by the head of the sheet where it came along. Who of them the roster knows, `mod` looks up.

use crate::members::roster::Field;
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
    /// 工作单位.
    pub employer: Option<String>,
}

/// By what the name of a firm ends where no head says which column it is.
const FIRMS: [&str; 9] = ["公司", "集团", "工厂", "合作社", "事务所", "经营部", "服务部", "服务站", "商行"];

/// Where the cells of a head stand that a line is not told by its shape.
struct Head {
    name: Option<usize>,
    employer: Option<usize>,
}

impl Head {
    fn of(text: &str) -> Head {
        let cells = cells(text);
        let at = |field| cells.iter().position(|cell| Field::of_heading(cell) == Some(field));
        Head { name: at(Field::Name), employer: at(Field::Employer) }
    }

    /// Puts right what the line alone would be read as.
    fn lay(&self, text: &str, line: &mut Line) {
        // Without the marks of a sheet a line has no cells.
        let cells = cells(text);
        if cells.len() < 2 {
            return;
        }
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).cloned();
        if let Some(name) = cell(self.name) {
            line.name = name;
        }
        if self.employer.is_some() {
            line.employer = cell(self.employer).filter(|cell| !cell.is_empty());
        }
    }
}

/// The cells of a line that was pasted from a sheet; one divided by commas has them too.
fn cells(text: &str) -> Vec<String> {
    let folded: String = text.chars().map(half_width).collect();
    let mark = if folded.contains('\t') { '\t' } else { ',' };
    folded.split(mark).map(|cell| cell.trim_matches(is_space).to_owned()).collect()
}

/// A run of digits after the name that is no longer than this may be an age or a count.
const RUNNING: usize = 3;

/// The lines of a text that name somebody; the head of a sheet and empty lines are passed over.
#[must_use]
pub fn read(text: &str) -> Vec<Line> {
    let mut head = None;
    let mut all = Vec::new();
    for text in text.lines() {
        if text.contains("姓名") {
            head = Some(Head::of(text));
        } else if let Some(mut line) = line(text) {
            if let Some(head) = &head {
                head.lay(text, &mut line);
            }
            all.push(line);
        }
    }
    all
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
    // The firm is no name of a person, and stands beside one.
    if words.len() > 1
        && let Some(at) = words.iter().position(|word| FIRMS.iter().any(|end| word.ends_with(end)))
    {
        line.employer = Some(words.remove(at).to_owned());
    }
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
            employer: None,
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

    #[test]
    fn the_firm_is_read_by_the_head_of_the_sheet_or_by_what_it_is_called() {
        let of = |text: &str| {
            let line = read(text).remove(0);
            (line.name, line.employer, line.phone.is_some())
        };
        let wanted = |employer: &str| ("王小明".to_owned(), Some(employer.to_owned()), true);
        let head = "序号\t工作单位\t姓名\t手机\n";
        assert_eq!(of(&format!("{head}1\t云岭快递城东站\t王小明\t13800138000")), wanted("云岭快递城东站"));
        assert_eq!(of("姓名,单位,电话\n王小明,云岭快递城东站,13800138000"), wanted("云岭快递城东站"));
        assert_eq!(of(&format!("{head}1\t\t王小明\t13800138000")).1, None, "an empty cell is no firm");
        for text in [
            "王小明\t云岭快递有限公司\t13800138000",
            "云岭快递有限公司\t王小明\t13800138000",
            "王小明 13800138000 云岭快递有限公司",
        ] {
            assert_eq!(of(text), wanted("云岭快递有限公司"), "{text}");
        }
        assert_eq!(of("云岭快递有限公司").0, "云岭快递有限公司", "alone it is told as a name that is none");
    }
}
