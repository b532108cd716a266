//! What a report says of its people outside their rows: a conclusion that heads a group, names behind a conclusion, a page of
//! names. What may mean somebody else, or another conclusion, is asked about and taken for nobody.

use std::collections::HashMap;

use sheet::{Book, Cell, Row};

use super::{CONCLUSIONS, ExamColumn as C, ExamConclusion, ExamLine, doubtful};
use crate::members::roster::id_number;
use crate::members::roster::names::{self, is_space};
use crate::sheets::table::{Columns, Whose, page_heads};

/// A heading is no longer than this.
const LONGEST: usize = 30;
/// A heading with one of these tells of what was found, and concludes nothing: 复查结果一览表.
const TELLS: [&str; 5] = ["结果", "情况", "统计", "汇总", "一览"];
/// A row that begins so is signed by somebody who was not examined.
const SIGNED: [&str; 6] = ["医师", "医生", "主检", "审核", "编制", "签"];

/// A conclusion, and the words that said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub conclusion: ExamConclusion,
    pub text: String,
}

/// A line that holds a conclusion and is nobody's row: 二、建议复查（2人）, or 建议复查：张三、李四.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    /// None where its words may mean another conclusion, or several.
    pub said: Option<Said>,
    /// Whom it names itself, as written.
    pub names: Vec<String>,
}

/// Somebody on another page of the book.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    whose: Whose,
    /// 体检编号.
    number: Option<String>,
    said: Option<Said>,
    /// Whether a conclusion stands there that cannot be told.
    doubt: bool,
}

/// The one conclusion that a text can mean.
fn sure(text: &str) -> Option<Said> {
    let mut found = CONCLUSIONS.iter().filter(|(word, _)| text.contains(word)).map(|(_, found)| *found);
    let conclusion = found.next()?;
    let one = found.all(|other| other == conclusion) && !doubtful(text, conclusion);
    one.then(|| Said { conclusion, text: bare(text).to_owned() })
}

/// What only counts: 共2人, （35名）.
fn counts(c: char) -> bool {
    c.is_ascii_digit() || is_space(c) || "共计人名（）()。".contains(c)
}

/// The words of a heading without its number and its count.
fn bare(text: &str) -> &str {
    let numbers =
        |c: char| c.is_ascii_digit() || is_space(c) || "一二三四五六七八九十、.．（）()".contains(c);
    text.trim_start_matches(numbers).trim_end_matches(counts)
}

/// What a row says as a heading; none of a row that holds more than one cell, or no conclusion.
pub(super) fn heading(row: &Row) -> Option<Heading> {
    let mut cells = row.cells.iter().filter(|(_, cell)| !cell.is_blank());
    let (_, Cell::Text(text)) = cells.next()? else { return None };
    if cells.next().is_some() {
        return None;
    }
    let text = text.trim_matches(is_space);
    let (said, named) = text.split_once(['：', ':']).unwrap_or((text, ""));
    let holds = CONCLUSIONS.iter().any(|(word, _)| said.contains(word));
    if !holds || said.chars().count() > LONGEST {
        return None;
    }
    let parts = named.split(['、', '，', ',', '；', ';', '/', '\n']).flat_map(|part| part.split(is_space));
    let names = parts.map(|part| part.trim_end_matches('。')).filter(|part| !part.chars().all(counts));
    let tells = TELLS.iter().any(|word| said.contains(word));
    let conclusion = sure(said).filter(|_| !tells);
    Some(Heading { said: conclusion, names: names.map(str::to_owned).collect() })
}

/// Who stands on the other pages of a book, and the headings there that name people themselves. A page of people has a head with
/// a column for the name.
pub(super) fn other_pages(book: &Book, main: usize) -> (Vec<Listed>, Vec<(u32, Heading)>) {
    let (mut listed, mut headings) = (Vec::new(), Vec::new());
    let heads = page_heads::<C>(book, (&[C::Name], 1));
    for (at, page) in book.pages.iter().enumerate().filter(|(at, page)| *at != main && !page.hidden) {
        let head = heads.iter().find(|head| head.at == at);
        let column = |what: C| {
            let found = head?.headings.iter().find(|(_, words)| C::of_heading(words) == Some(what));
            found.map(|(place, _)| *place)
        };
        let mut group: Option<Said> = None;
        for row in page.rows.iter().filter(|row| !row.is_blank()) {
            if let Some(heading) = heading(row) {
                group = heading.said.clone().filter(|_| heading.names.is_empty());
                // Its row is a row of another page than the people's.
                headings.push((0, heading));
                continue;
            }
            if head.is_none_or(|head| row.number <= head.last_row) {
                continue;
            }
            let text = |what: C| {
                let shown = row.get(column(what)?).show();
                let text = shown.trim_matches(is_space).trim_start_matches('\'').to_owned();
                (!text.is_empty()).then_some(text)
            };
            let first = row.cells.iter().find(|(_, cell)| !cell.is_blank()).map(|(_, cell)| cell.show());
            let signed = first.is_some_and(|text| {
                text.trim_matches(is_space).ends_with(['：', ':'])
                    || SIGNED.iter().any(|word| text.contains(word))
            });
            let name = text(C::Name).unwrap_or_default();
            let whose = Whose {
                key: names::key(&name),
                name,
                work_number: text(C::WorkNumber),
                id_number: text(C::Id).map(|text| id_number::clean(&text)),
            };
            // A line of nobody, a heading without a conclusion or a signature ends the group.
            let nobody = whose.name.is_empty() && whose.work_number.is_none() && whose.id_number.is_none();
            if nobody || signed {
                group = None;
                continue;
            }
            let own = text(C::Conclusion);
            let said = own.as_deref().map_or_else(|| group.clone(), sure);
            let doubt = own.is_some() && said.is_none();
            listed.push(Listed { whose, number: text(C::Number), said, doubt });
        }
    }
    (listed, headings)
}

/// Whose number it is, by the page of names.
pub(super) fn by_number<'l>(listed: &'l [Listed], number: &str) -> Option<&'l Whose> {
    let mut found = listed.iter().filter(|one| one.number.as_deref() == Some(number)).map(|one| &one.whose);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Gives their conclusions to those whose rows hold none: from the pages of names, then from the headings that name them. Answers
/// what has to be asked, each with its row; 0 where it is on another page.
pub(super) fn join(
    lines: &mut [ExamLine],
    numbers: &[Option<String>],
    listed: &[Listed],
    headings: &[(u32, Heading)],
) -> Vec<(u32, String)> {
    let mut asks = Vec::new();
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        by_key.entry(line.whose.key.clone()).or_default().push(at);
    }
    for (line, number) in lines.iter_mut().zip(numbers) {
        let only = by_key.get(&line.whose.key).is_some_and(|all| all.len() == 1);
        let found: Vec<&Listed> =
            listed.iter().filter(|one| same(one, line, number.as_deref(), only)).collect();
        let Some(first) = found.first() else { continue };
        let class = |one: &Listed| one.said.as_ref().map(|said| said.conclusion);
        if found.iter().any(|one| one.doubt || class(one) != class(first)) {
            if line.conclusion.is_none() {
                let why = "另一页上写的结论看不出是哪一类，或者有几种；请在这一行写明。";
                asks.push((line.row, why.to_owned()));
            }
            continue;
        }
        if let Some(said) = &first.said {
            asks.extend(give(line, said).map(|why| (line.row, why)));
        }
    }
    for (row, heading) in headings {
        let Some(said) = &heading.said else { continue };
        for name in &heading.names {
            match by_key.get(&names::key(name)).map(Vec::as_slice) {
                Some([at]) => {
                    let Some(line) = lines.get_mut(*at) else { continue };
                    asks.extend(give(line, said).map(|why| (line.row, why)));
                }
                Some(_) => {
                    asks.push((*row, format!("“{}”里的{name}，表里有几行，不知道是哪一行。", said.text)));
                }
                None => {
                    asks.push((*row, format!("“{}”里的{name}，表里没有这个人的一行，没有用上。", said.text)));
                }
            }
        }
    }
    asks
}

/// Whether somebody of another page is the one of a row: by the number of the exam, the ID number or the work number; by the name
/// where only one row has it.
fn same(one: &Listed, line: &ExamLine, number: Option<&str>, only: bool) -> bool {
    let (listed, whose) = (&one.whose, &line.whose);
    let unlike = !listed.key.is_empty() && !whose.key.is_empty() && listed.key != whose.key;
    if let (Some(listed), Some(number)) = (one.number.as_deref(), number) {
        return listed == number && !unlike;
    }
    let whole = |number: &&String| !number.contains('*');
    let ids = listed.id_number.as_ref().filter(whole).zip(whose.id_number.as_ref().filter(whole));
    if let Some((listed, own)) = ids {
        return listed == own && !unlike;
    }
    if let Some((listed, own)) = listed.work_number.as_ref().zip(whose.work_number.as_ref()) {
        return listed == own && !unlike;
    }
    only && !whose.key.is_empty() && listed.key == whose.key
}

/// Gives a row its conclusion; why not where the row says another one. Own words that cannot be told are asked about already.
fn give(line: &mut ExamLine, said: &Said) -> Option<String> {
    match (&line.conclusion_text, line.conclusion) {
        (None, _) => {
            line.conclusion = Some(said.conclusion);
            line.conclusion_text = Some(said.text.clone());
            None
        }
        (Some(_), Some(own)) if own != said.conclusion => {
            Some(format!("这一行的结论与别处写的“{}”不一样；请核对。", said.text))
        }
        _ => None,
    }
}
