//! Vets an older workbook before its reader makes room for it: the reader lays out a page as a full
//! rectangle, so two cells far apart in a broken file would ask for more memory than a machine has.
//! What was vetted is handed on in a container of its own, so that both read the very same bytes.

use std::io::{Cursor, Read, Write};

use crate::error::SheetError;

/// Most cells of the rectangle that holds all cells of a page.
const MAX_AREA: u64 = 8_000_000;
/// Most pages of a workbook.
const MAX_PAGES: usize = 4000;

const BOF_END: u16 = 0x000A;
const DIMENSIONS: u16 = 0x0200;
const BOUND_SHEET: u16 = 0x0085;
const MUL_RK: u16 = 0x00BD;
/// Number, Label, RString, BoolErr, Rk, LabelSst, Formula: row and column stand first.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];

/// A container with nothing but the vetted workbook stream.
///
/// # Errors
/// Damaged, or too big.
pub(crate) fn vetted(bytes: &[u8]) -> Result<Vec<u8>, SheetError> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| SheetError::Damaged)?;
    let name = ["/Workbook", "/Book"].into_iter().find(|n| file.is_stream(n)).ok_or(SheetError::Damaged)?;
    let mut stream = Vec::new();
    file.open_stream(name)
        .and_then(|s| s.take(bytes.len() as u64).read_to_end(&mut stream))
        .map_err(|_| SheetError::Damaged)?;
    vet(&stream)?;
    let mut fresh = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))
        .map_err(|_| SheetError::Damaged)?;
    fresh
        .create_stream(name)
        .and_then(|mut s| s.write_all(&stream).and_then(|()| s.flush()))
        .map_err(|_| SheetError::Damaged)?;
    fresh.flush().map_err(|_| SheetError::Damaged)?;
    Ok(fresh.into_inner().into_inner())
}

/// Walks the pages as the reader will: from each place that the workbook names to the end of that page.
fn vet(stream: &[u8]) -> Result<(), SheetError> {
    let mut places = Vec::new();
    for (kind, data) in records(stream) {
        match kind {
            BOUND_SHEET => places.push(word(data, 0) as usize | (word(data, 2) as usize) << 16),
            BOF_END => break,
            _ => {}
        }
    }
    if places.len() > MAX_PAGES {
        return Err(SheetError::TooBig);
    }
    for place in places {
        let mut area = Area::default();
        for (kind, data) in records(stream.get(place..).unwrap_or_default()) {
            match kind {
                DIMENSIONS => dimensions(data)?,
                MUL_RK => {
                    area.add(word(data, 0), word(data, 2));
                    area.add(word(data, 0), word(data, data.len().saturating_sub(2)));
                    // The reader counts the columns up from the first one.
                    let count = u32::try_from(data.len() / 6).unwrap_or(u32::MAX);
                    area.add(word(data, 0), word(data, 2).saturating_add(count));
                }
                kind if CELLS.contains(&kind) => area.add(word(data, 0), word(data, 2)),
                _ => {}
            }
        }
        if area.size() > MAX_AREA {
            return Err(SheetError::TooBig);
        }
    }
    Ok(())
}

/// The rectangle that a page declares; the reader makes room for it at once.
fn dimensions(data: &[u8]) -> Result<(), SheetError> {
    let long = |at: usize| u64::from(word(data, at)) | u64::from(word(data, at + 2)) << 16;
    let (first_row, last_row, first_col, last_col) = match data.len() {
        10 => (u64::from(word(data, 0)), u64::from(word(data, 2)), word(data, 4), word(data, 6)),
        14 | 16 => (long(0), long(4), word(data, 8), word(data, 10)),
        // The reader refuses other lengths itself.
        _ => return Ok(()),
    };
    let first_col = if first_col > 0xff || last_col < first_col { 0 } else { first_col };
    if last_row == 0 || last_col == 0 {
        return Ok(());
    }
    if last_row < first_row {
        return Err(SheetError::Damaged);
    }
    let area = (last_row - first_row + 1).saturating_mul(u64::from(last_col - first_col) + 1);
    if area > MAX_AREA { Err(SheetError::TooBig) } else { Ok(()) }
}

/// The records of a stream: kind and data, up to the first that is cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = u16::from_le_bytes([*rest.first()?, *rest.get(1)?]);
        let len = usize::from(u16::from_le_bytes([*rest.get(2)?, *rest.get(3)?]));
        let data = rest.get(4..4 + len)?;
        rest = rest.get(4 + len..).unwrap_or_default();
        Some((kind, data))
    })
}

/// The little-endian 16-bit number at a place; 0 behind the end.
fn word(data: &[u8], at: usize) -> u32 {
    match (data.get(at), data.get(at + 1)) {
        (Some(low), Some(high)) => u32::from(u16::from_le_bytes([*low, *high])),
        _ => 0,
    }
}

/// The rectangle around all cells seen so far: rows, then columns, first and last.
#[derive(Default)]
struct Area(Option<(u32, u32, u32, u32)>);

impl Area {
    fn add(&mut self, row: u32, col: u32) {
        let (top, bottom, left, right) = self.0.unwrap_or((row, row, col, col));
        self.0 = Some((top.min(row), bottom.max(row), left.min(col), right.max(col)));
    }

    fn size(&self) -> u64 {
        self.0
            .map_or(0, |(top, bottom, left, right)| u64::from(bottom - top + 1) * u64::from(right - left + 1))
    }
}
