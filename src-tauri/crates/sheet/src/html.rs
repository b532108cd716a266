//! Tables of a web page into pages: what old systems export under the name `.xls`, and what a sheet program lays on the
//! clipboard. Cells stay text as written; layout, styles and what stands outside tables are left alone.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::book::{Book, Kind, MAX_CELLS, Merge, Page};
use crate::cell::Cell;
use crate::error::SheetError;
use crate::text::decode;

/// Most rows or columns that one cell may span: more is a slip or an attack.
const MAX_SPAN: u32 = 1000;
/// Most columns of a table.
const MAX_COLUMNS: u32 = 4000;

/// Reads each outermost table of a web page into a page of its own.
///
/// # Errors
/// Encoding, garbled, no table, too big, or cancelled.
pub(crate) fn read(
    bytes: &[u8],
    name: &str,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Book, SheetError> {
    let (text, encoding) = decode(bytes)?;
    let reader = Tokenizer::new(Tables::default(), TokenizerOpts::default());
    let total = text.len() as u64;
    let mut done = 0;
    // In pieces, so that a long page can be cancelled; a piece may end anywhere between two characters.
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let end = rest.char_indices().map(|(at, _)| at).find(|at| *at >= 1 << 20).unwrap_or(rest.len());
        let (piece, next) = rest.split_at(end);
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(piece));
        let _ = reader.feed(&input);
        if reader.sink.0.borrow().cells > MAX_CELLS {
            return Err(SheetError::TooBig);
        }
        (rest, done) = (next, done + piece.len() as u64);
        if !progress(done, total) {
            return Err(SheetError::Cancelled);
        }
    }
    reader.end();
    let pages = std::mem::take(&mut reader.sink.0.borrow_mut().pages);
    if pages.is_empty() {
        return Err(SheetError::Html);
    }
    let mut book = Book::empty(Kind::Html);
    book.encoding = Some(encoding);
    let numbered = |(n, page): (usize, Page)| {
        let name = if n == 0 { name.to_owned() } else { format!("{name} {}", n + 1) };
        Page { name, ..page }
    };
    book.pages = pages.into_iter().enumerate().map(numbered).collect();
    Ok(book)
}

/// What has been seen of the page so far.
#[derive(Default)]
struct Seen {
    pages: Vec<Page>,
    /// How many tables are open; only the outermost is a page.
    depth: u32,
    row: u32,
    column: u32,
    /// The open cell: its place, how far it spans, its text.
    cell: Option<(u32, u32, u32, String)>,
    cells: u64,
    /// Columns that a cell further up spans down into: column, last row.
    down: Vec<(u32, u32)>,
}

#[derive(Default)]
struct Tables(RefCell<Seen>);

impl TokenSink for Tables {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut seen = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => seen.begins(&tag),
            Token::TagToken(tag) => seen.ends(&tag.name),
            Token::CharacterTokens(text) => seen.says(&text),
            Token::EOFToken => seen.close_cell(),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Seen {
    fn begins(&mut self, tag: &Tag) {
        match &*tag.name {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.pages.push(Page::default());
                    (self.row, self.column) = (0, 0);
                    self.down.clear();
                }
            }
            "tr" if self.depth == 1 => {
                self.close_cell();
                (self.row, self.column) = (self.row.saturating_add(1), 0);
                let row = self.row;
                self.down.retain(|(_, last)| *last >= row);
            }
            "td" | "th" if self.depth == 1 && self.row > 0 => {
                self.close_cell();
                self.open_cell(span(tag, "rowspan"), span(tag, "colspan"));
            }
            "br" => self.says("\n"),
            _ => {}
        }
    }

    fn ends(&mut self, name: &str) {
        match name {
            "table" => {
                if self.depth == 1 {
                    self.close_cell();
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "td" | "th" | "tr" if self.depth == 1 => self.close_cell(),
            _ => {}
        }
    }

    fn says(&mut self, text: &str) {
        if let Some((.., written)) = &mut self.cell
            && written.len() < 1 << 16
        {
            written.push_str(text);
        }
    }

    fn open_cell(&mut self, rows: u32, columns: u32) {
        self.column += 1;
        while self.down.iter().any(|(column, _)| *column == self.column) {
            self.column += 1;
        }
        if self.column > MAX_COLUMNS {
            return;
        }
        self.cells += 1;
        let (left, right) = (self.column, self.column.saturating_add(columns - 1).min(MAX_COLUMNS));
        let bottom = self.row.saturating_add(rows - 1);
        if rows > 1 {
            self.down.extend((left..=right).map(|column| (column, bottom)));
        }
        if (rows > 1 || columns > 1)
            && let Some(page) = self.pages.last_mut()
        {
            page.merges.push(Merge { top: self.row, bottom, left, right });
        }
        self.cell = Some((self.row, left, right, String::new()));
    }

    fn close_cell(&mut self) {
        let Some((row, left, right, text)) = self.cell.take() else { return };
        self.column = right;
        if let Some(page) = self.pages.last_mut() {
            page.put(row, left, Cell::Text(plain(&text).into()));
        }
    }
}

/// White space as a page shows it: runs as one, none at the ends of a line. What a person put there stays.
fn plain(text: &str) -> String {
    let ascii = |c: char| c.is_ascii_whitespace() && c != '\n';
    let lines = text.split('\n').map(|line| line.split(ascii).filter(|w| !w.is_empty()).collect::<Vec<_>>());
    lines.map(|words| words.join(" ")).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn span(tag: &Tag, name: &str) -> u32 {
    let written = tag.attrs.iter().find(|one| &*one.name.local == name);
    written.and_then(|one| one.value.trim().parse().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}
