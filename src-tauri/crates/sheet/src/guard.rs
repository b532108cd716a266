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
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let page = name.contains("worksheets/");
        let mut size = 0u64;
        let mut run = 0usize;
        // The last bytes of a chunk come again before the next one, so that no tag is cut in two.
        let mut tail = Vec::new();
        let mut merges = Vec::new();
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
            let done = if page {
                marks(&tail, n < CHUNK, &mut seen.hidden_rows, &mut merges)
            } else {
                promises(&tail)?
            };
            tail.drain(..done);
        }
        if let Some(page) = pages.get(&name).filter(|_| !merges.is_empty()) {
            seen.merges.insert(page.clone(), merges);
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

/// Counts hidden rows and picks up merged areas; returns how many bytes are done with.
fn marks(text: &[u8], last: bool, hidden_rows: &mut u32, merges: &mut Vec<Merge>) -> usize {
    let mut at = 0;
    while let Some((tag, end)) = tag(text, at, b"<row ") {
        let Some(end) = end else { return if last { text.len() } else { tag } };
        let row = text.get(tag..end).unwrap_or_default();
        if memchr::memmem::find(row, b" hidden=\"1\"").is_some()
            || memchr::memmem::find(row, b" hidden=\"true\"").is_some()
        {
            *hidden_rows += 1;
        }
        at = end;
    }
    // Merged areas stand behind the last row.
    while let Some((tag, end)) = tag(text, at, b"<mergeCell ") {
        let Some(end) = end else { return if last { text.len() } else { tag } };
        if merges.len() < MAX_MERGES {
            merges.extend(parts::merge(text.get(tag..end).unwrap_or_default()));
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
