//! Rows that a form has ruled and numbered beforehand (序号 1, 2, 3 …) under the row with its marks: the lines of a list stand
//! in their place and go on with the number. How a row comes again is told elsewhere.

use crate::filling::error::FormError;
use crate::filling::tree::Tree;

/// What a form has numbered itself.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    /// The text that is the number typed into the marked row, and the number.
    pub typed: Option<(usize, usize)>,
    /// The blank rows under it, in order.
    pub blanks: Vec<usize>,
}

/// What is numbered under a row with marks; nothing where a line takes several rows, or the first cell counts nothing.
pub(super) fn numbered(tree: &Tree, rows: &[usize]) -> Result<Numbered, FormError> {
    let [row] = rows else { return Ok(Numbered::default()) };
    let Some(table) = tree.parent(*row).filter(|at| tree.local(*at) == "tbl") else {
        return Ok(Numbered::default());
    };
    let own = cells(tree, *row)?;
    let Some((first, texts)) = own.first() else { return Ok(Numbered::default()) };
    let typed = match (first.trim().parse::<usize>(), texts.as_slice()) {
        (Ok(number), [text]) => Some((*text, number)),
        _ if first.contains("序号】") => None,
        _ => return Ok(Numbered::default()),
    };
    let first = typed.map_or(2, |(_, number)| number + 1);
    let mut blanks = Vec::new();
    let end = tree.all(*row).end;
    let rows = tree.children(table).filter(|at| tree.local(*at) == "tr" && tree.all(*at).start >= end);
    for (next, below) in (first..).zip(rows) {
        let all = cells(tree, below)?;
        let counts = all.first().is_some_and(|(text, _)| text.trim().parse() == Ok(next));
        if !counts || all.iter().skip(1).any(|(text, _)| !text.trim().is_empty()) {
            break;
        }
        blanks.push(below);
    }
    // A number that nothing goes on with may be anything.
    Ok(Numbered { typed: typed.filter(|_| !blanks.is_empty()), blanks })
}

/// The text of each cell of a row, and the elements that hold it.
fn cells(tree: &Tree, row: usize) -> Result<Vec<(String, Vec<usize>)>, FormError> {
    let cell = |cell: usize| {
        let texts: Vec<usize> = tree.within(cell).filter(|at| tree.local(*at) == "t").collect();
        let read: Result<String, FormError> = texts.iter().map(|text| tree.read(*text)).collect();
        Ok((read?, texts))
    };
    tree.children(row).filter(|at| tree.local(*at) == "tc").map(cell).collect()
}
