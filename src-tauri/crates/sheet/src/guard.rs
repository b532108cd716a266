//! Looks through a zip before a workbook reader unpacks it: what it is, whether it unpacks to
//! something a roster can be, how many rows are hidden, and whether anything is merged.
//! The sizes a zip declares are not trusted; every part is unpacked once and counted.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use crate::book::Merge;
use crate::error::SheetError;
use crate::parts;

/// Most bytes that all parts together may unpack to.
const MAX_UNPACKED: u64 = 2 << 30;
/// Most bytes of one part that a reader holds in memory as a whole (shared texts, styles).
const MAX_HELD: u64 = 256 << 20;
/// Most bytes without a tag: one cell's text is at most 32,767 characters.
const MAX_RUN: usize = 1 << 20;
/// Most parts a workbook may have.
const MAX_PARTS: usize = 20_000;
/// Most merged areas of one page.
const MAX_MERGES: usize = 200_000;
/// Most hidden columns of one tag that are named: behind them nothing is written.
const MAX_HIDDEN: u32 = 500;
/// Most digits of the number of shared texts: under ten million.
const MAX_PROMISED_DIGITS: usize = 7;
const CHUNK: usize = 256 << 10;

/// What was seen in a workbook's parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// Rows marked hidden, over all pages.
    pub hidden_rows: u32,
    /// Merged areas by the name of their page. They are picked up here, in passing, since the reader
    /// would go through the whole page once more for them.
    pub merges: HashMap<String, Vec<Merge>>,
    /// Hidden columns by the name of their page.
    pub hidden_columns: HashMap<String, Vec<u32>>,
    /// Pictures that lie over cells.
    pub pictures: u32,
}

/// Looks through every part of a zip.
///
/// # Errors
/// Damaged, a bomb, or no `.xlsx` workbook (then it says what it is).
pub(crate) fn look(bytes: &[u8]) -> Result<Seen, SheetError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    if zip.len() > MAX_PARTS {
        return Err(SheetError::Bomb);
    }
    what(&zip)?;
    let pages = parts::pages(&mut zip)?;
    let mut seen = Seen::default();
    let mut total = 0u64;
    let mut buffer = vec![0u8; CHUNK];
    for i in 0..zip.len() {
        let mut part = zip.by_index(i).map_err(|_| SheetError::Damaged)?;
        let name = part.name().map_err(|_| SheetError::Damaged)?.to_ascii_lowercase();
        seen.pictures += u32::from(name.starts_with("xl/media/"));
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let page = name.contains("worksheets/");
        let mut size = 0u64;
        let mut run = 0usize;
        // The last bytes of a chunk come again before the next one, so that no tag is cut in two.
        let mut tail = Vec::new();
        let mut found = Marks::default();
        loop {
            let n = fill(&mut part, &mut buffer)?;
            if n == 0 {
                break;
            }
            let chunk = buffer.get(..n).unwrap_or_default();
            size += n as u64;
            total += n as u64;
            run = if chunk.contains(&b'<') { 0 } else { run + n };
            if total > MAX_UNPACKED || (!page && size > MAX_HELD) || run > MAX_RUN {
                return Err(SheetError::Bomb);
            }
            // The readers take UTF-8 only; another encoding would hide what is looked for here.
            if chunk.iter().take(64).any(|b| *b == 0) {
                return Err(SheetError::Damaged);
            }
            tail.extend_from_slice(chunk);
            let done = if page { marks(&tail, n < CHUNK, &mut found) } else { promises(&tail)? };
            tail.drain(..done);
        }
        seen.hidden_rows += found.hidden_rows;
        if let Some(page) = pages.get(&name) {
            seen.merges.insert(page.clone(), found.merges);
            seen.hidden_columns.insert(page.clone(), found.hidden_columns);
        }
    }
    Ok(seen)
}

/// Reads until the buffer is full or the part ends.
fn fill(part: &mut impl Read, buffer: &mut [u8]) -> Result<usize, SheetError> {
    let mut n = 0;
    while n < buffer.len() {
        match part.read(buffer.get_mut(n..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(m) => n += m,
            Err(_) => return Err(SheetError::Damaged),
        }
    }
    Ok(n)
}

/// Refuses a part that promises more shared texts than any roster has: the reader makes room for as
/// many as are promised. Returns how many bytes are done with.
fn promises(text: &[u8]) -> Result<usize, SheetError> {
    const NAME: &[u8] = b"uniqueCount";
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(text.get(at..).unwrap_or_default(), NAME) {
        at += found + NAME.len();
        let digits: Vec<u8> = text
            .get(at..)
            .unwrap_or_default()
            .iter()
            .skip_while(|b| b.is_ascii_whitespace() || matches!(b, b'=' | b'"' | b'\'' | b'+'))
            .take_while(|b| b.is_ascii_digit())
            .skip_while(|b| **b == b'0')
            .copied()
            .collect();
        if digits.len() > MAX_PROMISED_DIGITS {
            return Err(SheetError::Bomb);
        }
    }
    Ok(at.max(text.len().saturating_sub(256)))
}

/// What is picked up on one page.
#[derive(Default)]
struct Marks {
    hidden_rows: u32,
    hidden_columns: Vec<u32>,
    merges: Vec<Merge>,
}

/// Whether a tag of a row or a column hides it.
fn hides(tag: &[u8]) -> bool {
    [&b" hidden=\"1\""[..], b" hidden=\"true\""].iter().any(|mark| memchr::memmem::find(tag, mark).is_some())
}

/// Counts hidden rows, picks up hidden columns and merged areas; returns how many bytes are done with.
fn marks(text: &[u8], last: bool, found: &mut Marks) -> usize {
    let mut at = 0;
    // Columns stand before the first row.
    while let Some((tag, end)) = tag(text, at, b"<col ") {
        let Some(end) = end else { return if last { text.len() } else { tag } };
        let column = text.get(tag..end).unwrap_or_default();
        if hides(column)
            && let Some((from, to)) = parts::columns(column)
        {
            found.hidden_columns.extend(from..=to.min(from.saturating_add(MAX_HIDDEN)));
        }
        at = end;
    }
    while let Some((tag, end)) = tag(text, at, b"<row ") {
        let Some(end) = end else { return if last { text.len() } else { tag } };
        let row = text.get(tag..end).unwrap_or_default();
        found.hidden_rows += u32::from(hides(row));
        at = end;
    }
    // Merged areas stand behind the last row.
    while let Some((tag, end)) = tag(text, at, b"<mergeCell ") {
        let Some(end) = end else { return if last { text.len() } else { tag } };
        if found.merges.len() < MAX_MERGES {
            found.merges.extend(parts::merge(text.get(tag..end).unwrap_or_default()));
        }
        at = end;
    }
    if last { text.len() } else { at.max(text.len().saturating_sub(16)) }
}

/// The next tag with this beginning: where it starts and, when it is whole, where it ends.
fn tag(text: &[u8], from: usize, begin: &[u8]) -> Option<(usize, Option<usize>)> {
    let start = from + memchr::memmem::find(text.get(from..)?, begin)?;
    let end = memchr::memchr(b'>', text.get(start..)?).map(|n| start + n);
    Some((start, end))
}

/// Refuses zips that are no workbook, and says what they are.
fn what<R: Read + std::io::Seek>(zip: &zip::ZipArchive<R>) -> Result<(), SheetError> {
    let has = |end: &str| zip.file_names().flatten().any(|n| n.to_ascii_lowercase().starts_with(end));
    if has("xl/workbook.xml") {
        Ok(())
    } else if has("xl/workbook.bin") {
        Err(SheetError::OtherFormat("Excel 二进制表格（.xlsb）"))
    } else if has("word/") {
        Err(SheetError::NotASheet("Word 文档"))
    } else if has("ppt/") {
        Err(SheetError::NotASheet("演示文稿"))
    } else if has("content.xml") {
        Err(SheetError::OtherFormat("OpenDocument 文件（.ods）"))
    } else if has("xl/") {
        // Some producers name the main part otherwise; the reader finds it by its relationships.
        Ok(())
    } else {
        Err(SheetError::NotASheet("ZIP 压缩包，请先解压"))
    }
}
