//! Where rows and cells go when a list makes a sheet longer: areas, single cells, formulas. What cannot be said for
//! certain is refused by the caller; nothing here reads XML.

use std::collections::BTreeMap;

/// The last row that a sheet has.
pub(super) const LAST_ROW: u32 = 1_048_576;

/// Rows that come several times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub first: u32,
    pub last: u32,
    pub copies: u32,
}

impl Block {
    fn height(&self) -> u32 {
        self.last - self.first + 1
    }

    fn grows(&self) -> u32 {
        self.height().saturating_mul(self.copies.saturating_sub(1))
    }

    /// Whether a row is one of them.
    pub fn has(&self, row: u32) -> bool {
        (self.first..=self.last).contains(&row)
    }
}

/// How the rows of a sheet move. Blocks are in order and apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Shift {
    pub blocks: Vec<Block>,
}

/// Why a formula cannot follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stuck {
    /// It names one cell of a row that comes several times.
    OneOfMany,
    /// It reckons its cells while it runs, or over several sheets.
    Unreadable,
}

/// How strictly a single cell within repeated rows is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// A formula outside the rows: which copy it means, nobody knows.
    Formula,
    /// A formula of one copy of a block: its own rows are those of the same copy.
    Within { block: usize, copy: u32 },
    /// A condition that is told for the first cell of its area.
    Condition,
}

impl Shift {
    /// Whether anything moves at all.
    pub fn moves(&self) -> bool {
        self.blocks.iter().any(|block| block.copies > 1)
    }

    /// The first row that comes several times.
    pub fn first(&self) -> Option<u32> {
        self.blocks.iter().find(|block| block.copies > 1).map(|block| block.first)
    }

    /// The last row of the sheet as it will be.
    pub fn total(&self, last: u32) -> u64 {
        u64::from(last) + self.blocks.iter().map(|block| u64::from(block.grows())).sum::<u64>()
    }

    /// Where a row goes; of a row that comes several times, its first copy.
    pub fn row(&self, row: u32) -> u32 {
        let above = self.blocks.iter().filter(|block| block.last < row);
        above.fold(row, |at, block| at.saturating_add(block.grows()))
    }

    /// Where an area that ends in this row ends.
    fn end(&self, row: u32) -> u32 {
        let within = self.blocks.iter().find(|block| block.has(row)).map_or(0, Block::grows);
        self.row(row).saturating_add(within)
    }

    /// An area or a cell, `B2:D9`; what is none stays.
    pub fn area(&self, area: &str) -> String {
        match area.split_once(':') {
            Some((from, to)) => {
                format!("{}:{}", with_row(from, |r| self.row(r)), with_row(to, |r| self.end(r)))
            }
            // One cell of the rows that come several times, as an area, is all its copies.
            None => match cell(area).map(|(_, row)| (self.row(row), self.end(row))) {
                Some((from, to)) if from != to => {
                    format!("{}:{}", with_row(area, |_| from), with_row(area, |_| to))
                }
                _ => with_row(area, |row| self.row(row)),
            },
        }
    }

    /// Several areas with spaces between.
    pub fn areas(&self, areas: &str) -> String {
        areas.split_whitespace().map(|area| self.area(area)).collect::<Vec<_>>().join(" ")
    }

    fn single(&self, name: &str, manner: Manner) -> Result<String, Stuck> {
        let Some((_, row)) = cell(name) else { return Ok(name.to_owned()) };
        let block = self.blocks.iter().enumerate().find(|(_, block)| block.has(row));
        match (block, manner) {
            (Some((at, block)), Manner::Within { block: own, copy }) if at == own => {
                Ok(with_row(name, |row| self.row(row) + copy * block.height()))
            }
            (Some((_, block)), Manner::Formula | Manner::Within { .. }) if block.copies > 1 => {
                Err(Stuck::OneOfMany)
            }
            _ => Ok(with_row(name, |row| self.row(row))),
        }
    }

    fn span(&self, from: &str, to: &str, manner: Manner) -> Result<String, Stuck> {
        let own = |name: &str| match (manner, cell(name)) {
            (Manner::Within { block, .. }, Some((_, row))) => {
                self.blocks.get(block).is_some_and(|block| block.has(row))
            }
            _ => false,
        };
        let first = if own(from) { self.single(from, manner)? } else { with_row(from, |row| self.row(row)) };
        let last = if own(to) { self.single(to, manner)? } else { with_row(to, |row| self.end(row)) };
        Ok(format!("{first}:{last}"))
    }
}

/// Column letters and row of a cell's name, dollar signs allowed; of a whole row (`$5`) no letters.
pub(super) fn cell(name: &str) -> Option<(&str, u32)> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = (name.get(..at)?, name.get(at..)?);
    let bare = letters.trim_start_matches('$').trim_end_matches('$');
    let lettered = bare.len() <= 3 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    let row: u32 = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
    (lettered && letters.bytes().filter(|b| *b == b'$').count() <= 2 && (1..=LAST_ROW).contains(&row))
        .then_some((bare, row))
}

/// A cell's name with another row.
pub(super) fn with_row(name: &str, row: impl FnOnce(u32) -> u32) -> String {
    match (cell(name), name.find(|c: char| c.is_ascii_digit())) {
        (Some((_, old)), Some(at)) => format!("{}{}", name.get(..at).unwrap_or_default(), row(old)),
        _ => name.to_owned(),
    }
}

/// A formula after the rows have moved. `own` is the sheet on which it stands; sheets are known by lower-case names.
pub(super) fn formula(
    text: &str,
    own: &str,
    manner: Manner,
    shifts: &BTreeMap<String, Shift>,
) -> Result<String, Stuck> {
    let chars: Vec<char> = text.chars().collect();
    let mut new = String::new();
    let mut at = 0;
    let mut sheet: Option<String> = None;
    while let Some(c) = chars.get(at).copied() {
        match c {
            '"' | '\'' => {
                let from = at;
                at = closing(&chars, at, c);
                let quoted: String = chars.get(from..at).unwrap_or_default().iter().collect();
                new.push_str(&quoted);
                if c == '\'' {
                    sheet = Some(quoted.trim_matches('\'').replace("''", "'").to_lowercase());
                }
            }
            '[' => {
                let end = chars.iter().skip(at).position(|c| *c == ']').map_or(chars.len(), |n| at + n + 1);
                new.extend(chars.get(at..end).unwrap_or_default());
                at = end;
                // Another file's sheet is none of ours.
                sheet = Some(String::from("["));
            }
            c if of_a_name(c) => {
                let from = at;
                at = run(&chars, at);
                let word: String = chars.get(from..at).unwrap_or_default().iter().collect();
                let next = chars.get(at).copied();
                if next == Some('!') {
                    sheet = match sheet.take() {
                        Some(outside) if outside == "[" => Some(outside),
                        _ => Some(word.to_lowercase()),
                    };
                    new.push_str(&word);
                    continue;
                }
                if next == Some('(') {
                    if matches!(word.to_ascii_uppercase().as_str(), "INDIRECT" | "OFFSET") {
                        return Err(Stuck::Unreadable);
                    }
                    new.push_str(&word);
                    continue;
                }
                let of = sheet.take().unwrap_or_else(|| own.to_owned());
                let shift = shifts.get(&of);
                // `A1:B2`, `3:5`, or the sheets of `Sheet1:Sheet3!A1`.
                if next == Some(':') && chars.get(at + 1).copied().is_some_and(of_a_name) {
                    let end = run(&chars, at + 1);
                    let other: String = chars.get(at + 1..end).unwrap_or_default().iter().collect();
                    if chars.get(end) == Some(&'!') {
                        return Err(Stuck::Unreadable);
                    }
                    if cell(&word).is_some() && cell(&other).is_some() {
                        at = end;
                        let manner = if of == own { manner } else { loose(manner) };
                        match shift {
                            Some(shift) => new.push_str(&shift.span(&word, &other, manner)?),
                            None => new.push_str(&format!("{word}:{other}")),
                        }
                        continue;
                    }
                }
                let manner = if of == own { manner } else { loose(manner) };
                match shift.filter(|_| cell(&word).is_some_and(|(letters, _)| !letters.is_empty())) {
                    Some(shift) => new.push_str(&shift.single(&word, manner)?),
                    None => new.push_str(&word),
                }
            }
            '!' => {
                new.push('!');
                at += 1;
            }
            c => {
                new.push(c);
                sheet = None;
                at += 1;
            }
        }
    }
    Ok(new)
}

/// On another sheet no copy is one's own.
fn loose(manner: Manner) -> Manner {
    match manner {
        Manner::Within { .. } => Manner::Formula,
        other => other,
    }
}

/// Behind the quotation mark that closes; a doubled one stands for itself.
fn closing(chars: &[char], from: usize, quote: char) -> usize {
    let mut at = from + 1;
    while let Some(c) = chars.get(at) {
        if *c == quote {
            if chars.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    chars.len()
}

fn of_a_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '$' | '_' | '.' | '\\' | '?')
}

fn run(chars: &[char], from: usize) -> usize {
    chars.iter().skip(from).position(|c| !of_a_name(*c)).map_or(chars.len(), |n| from + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Row 5 comes four times on 名单: rows below go down by three.
    fn shifts() -> BTreeMap<String, Shift> {
        let shift = Shift { blocks: vec![Block { first: 5, last: 5, copies: 4 }] };
        [("名单".to_owned(), shift)].into()
    }

    fn moved(text: &str) -> Result<String, Stuck> {
        formula(text, "名单", Manner::Formula, &shifts())
    }

    #[test]
    fn areas_over_the_rows_grow_and_those_below_move() {
        let shift = &shifts()["名单"];
        for (old, new) in [
            ("A1:C4", "A1:C4"),
            ("A5:C5", "A5:C8"),
            ("A4:C5", "A4:C8"),
            ("$A$5:$F$20", "$A$5:$F$23"),
            ("B9", "B12"),
            ("B5", "B5:B8"),
            ("A5:B5 C7", "A5:B8 C10"),
            ("A:C", "A:C"),
            ("#REF!", "#REF!"),
        ] {
            assert_eq!(shift.areas(old), new, "{old}");
        }
    }

    #[test]
    fn formulas_follow_their_cells() {
        for (old, new) in [
            ("SUM(C5:C5)", "SUM(C5:C8)"),
            ("SUM(C$4:C$5)+C7", "SUM(C$4:C$8)+C10"),
            ("COUNTA(名单!A5:A5)&\"C7\"", "COUNTA(名单!A5:A8)&\"C7\""),
            ("'别的 表'!C7+LOG10(C7)", "'别的 表'!C7+LOG10(C10)"),
            ("[1]名单!C7+C7", "[1]名单!C7+C10"),
            ("SUM(7:9)+SUM(A:C)", "SUM(10:12)+SUM(A:C)"),
            ("IF(A7=1,\"是\"\"A7\",年度_7)", "IF(A10=1,\"是\"\"A7\",年度_7)"),
            ("1E5+2.5", "1E5+2.5"),
        ] {
            assert_eq!(moved(old).as_deref(), Ok(new), "{old}");
        }
        assert_eq!(moved("C5*2"), Err(Stuck::OneOfMany));
        assert_eq!(moved("INDIRECT(\"C7\")"), Err(Stuck::Unreadable));
        assert_eq!(moved("SUM(一月:三月!C7)"), Err(Stuck::Unreadable));
    }

    #[test]
    fn a_formula_of_a_line_keeps_to_its_line() {
        let within = Manner::Within { block: 0, copy: 2 };
        let line = |text: &str| formula(text, "名单", within, &shifts());
        assert_eq!(line("D5*E5+$B$2").as_deref(), Ok("D7*E7+$B$2"));
        assert_eq!(line("SUM(D5:F5)/D9").as_deref(), Ok("SUM(D7:F7)/D12"));
        assert_eq!(line("SUM(D$4:D5)").as_deref(), Ok("SUM(D$4:D7)"));
    }
}
