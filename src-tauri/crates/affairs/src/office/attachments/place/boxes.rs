//! A reader of the ISO base media file format (ISO/IEC 14496-12): boxes, the items of a `meta` box and where in
//! the file they lie. It gives places and no copies, because what is found is changed where it lies; the readers
//! that crates offer hand over values only.

use std::collections::BTreeMap;
use std::ops::Range;

/// More pieces of items than any picture has: a few bytes could tell of millions.
const MOST: usize = 10_000;

/// A box.
pub(super) struct Part {
    pub kind: [u8; 4],
    /// Where its header begins.
    pub at: usize,
    pub body: Range<usize>,
}

/// An item of a `meta` box.
pub(super) struct Item {
    /// `Exif`, `mime`, `hvc1`
    pub kind: [u8; 4],
    /// The media type of a `mime` item.
    pub media: Vec<u8>,
    /// Whether its content is compressed or encrypted.
    pub covered: bool,
    /// Where its content lies, in order; `None` when that is not in this file, or made of other items.
    pub extents: Option<Vec<Range<usize>>>,
}

impl Item {
    /// The content, its pieces put together. `None` when it cannot be had.
    pub fn content(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let pieces: Option<Vec<&[u8]>> =
            self.extents.as_ref()?.iter().map(|piece| bytes.get(piece.clone())).collect();
        pieces.filter(|_| !self.covered).map(|pieces| pieces.concat())
    }

    /// The bytes of the content.
    pub fn len(&self) -> usize {
        self.extents.iter().flatten().fold(0, |sum, piece| sum.saturating_add(piece.len()))
    }

    /// Whether both have bytes in common.
    pub fn touches(&self, other: &Item) -> bool {
        let (mine, others) = (self.extents.iter().flatten(), other.extents.iter().flatten());
        mine.clone().any(|a| others.clone().any(|b| a.start < b.end && b.start < a.end))
    }
}

/// The boxes within. `None` when one reaches over the end.
pub(super) fn boxes(bytes: &[u8], within: Range<usize>) -> Option<Vec<Part>> {
    let mut reader = Reader { bytes, at: within.start, end: within.end };
    let mut found = Vec::new();
    while reader.at < reader.end {
        let at = reader.at;
        let said = reader.size(4)?;
        let kind = reader.take(4)?.try_into().ok()?;
        let end = match said {
            0 => within.end,
            1 => at.checked_add(reader.size(8)?)?,
            said => at.checked_add(said)?,
        };
        if end < reader.at || end > within.end {
            return None;
        }
        found.push(Part { kind, at, body: reader.at..end });
        reader.at = end;
    }
    Some(found)
}

/// The items of a `meta` box. `None` when they cannot be read.
pub(super) fn items(bytes: &[u8], meta: Range<usize>) -> Option<Vec<Item>> {
    let parts = boxes(bytes, meta.start.checked_add(4)?..meta.end)?;
    let of = |kind: &'static [u8; 4]| parts.iter().filter(move |part| part.kind == *kind);
    let data = of(b"idat").next().map(|part| part.body.clone());
    let (mut places, mut left) = (BTreeMap::new(), MOST);
    for part in of(b"iloc") {
        locations(Reader::over(bytes, &part.body), bytes.len(), data.as_ref(), (&mut places, &mut left))?;
    }
    let mut found = Vec::new();
    for part in of(b"iinf") {
        let mut reader = Reader::over(bytes, &part.body);
        let wide = reader.version()? > 0;
        reader.size(if wide { 4 } else { 2 })?;
        for entry in boxes(bytes, reader.at..reader.end)?.iter().filter(|part| part.kind == *b"infe") {
            let (id, mut item) = named(Reader::over(bytes, &entry.body))?;
            // An item without a place has no content.
            item.extents = places.get(&id).cloned().unwrap_or(Some(Vec::new()));
            found.push(item);
        }
    }
    Some(found)
}

/// One entry of `iinf` (8.11.6).
fn named(mut reader: Reader<'_>) -> Option<(usize, Item)> {
    let version = reader.version()?;
    let id = match version {
        0..=2 => reader.size(2)?,
        3 => reader.size(4)?,
        _ => return None,
    };
    let protected = reader.size(2)? != 0;
    let kind = if version < 2 { *b"mime" } else { reader.take(4)?.try_into().ok()? };
    reader.text();
    let (media, coding) = match &kind {
        b"mime" => (reader.text().to_ascii_lowercase(), reader.text()),
        _ => (Vec::new(), &[][..]),
    };
    let covered = protected || !coding.is_empty();
    Some((id, Item { kind, media, covered, extents: None }))
}

type Places = BTreeMap<usize, Option<Vec<Range<usize>>>>;

/// The entries of `iloc` (8.11.3). `None` also when an item has two places: which one counts, nobody knows.
fn locations(
    mut reader: Reader<'_>,
    file: usize,
    data: Option<&Range<usize>>,
    (places, left): (&mut Places, &mut usize),
) -> Option<()> {
    let version = reader.version()?;
    let sizes = reader.size(2)?;
    let [offset, length, base, index] = [12, 8, 4, 0].map(|shift| (sizes >> shift) & 0xF);
    let index = if version == 0 { 0 } else { index };
    let wide = match version {
        0 | 1 => 2,
        2 => 4,
        _ => return None,
    };
    for _ in 0..reader.size(wide)? {
        let id = reader.size(wide)?;
        let method = if version == 0 { 0 } else { reader.size(2)? & 0xF };
        let here = reader.size(2)? == 0;
        let base = reader.size(base)?;
        let whole = match method {
            0 if here => Some(0..file),
            1 if here => Some(data?.clone()),
            _ => None,
        };
        let mut extents = whole.as_ref().map(|_| Vec::new());
        let count = reader.size(2)?;
        *left = left.checked_sub(1 + count)?;
        for _ in 0..count {
            reader.size(index)?;
            let (offset, length) = (reader.size(offset)?, reader.size(length)?);
            let (Some(whole), Some(extents)) = (&whole, &mut extents) else { continue };
            let from = whole.start.checked_add(base)?.checked_add(offset)?;
            // No length: as far as it goes.
            let to = if length == 0 { whole.end } else { from.checked_add(length)? };
            if from > to || to > whole.end {
                return None;
            }
            extents.push(from..to);
        }
        if places.insert(id, extents).is_some() {
            return None;
        }
    }
    Some(())
}

/// Reads forward and never over the end.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Reader<'a> {
    fn over(bytes: &'a [u8], body: &Range<usize>) -> Self {
        Reader { bytes, at: body.start, end: body.end }
    }

    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let to = self.at.checked_add(len).filter(|to| *to <= self.end)?;
        let taken = self.bytes.get(self.at..to)?;
        self.at = to;
        Some(taken)
    }

    /// A number of no, two, four or eight bytes.
    fn size(&mut self, len: usize) -> Option<usize> {
        if !matches!(len, 0 | 2 | 4 | 8) {
            return None;
        }
        let number = self.take(len)?.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        usize::try_from(number).ok()
    }

    /// The version before the body of a full box; its flags are passed over.
    fn version(&mut self) -> Option<u8> {
        self.take(4).map(|head| head[0])
    }

    /// A text up to its zero, or the end.
    fn text(&mut self) -> &'a [u8] {
        let rest = self.bytes.get(self.at..self.end).unwrap_or_default();
        let len = rest.iter().position(|byte| *byte == 0).unwrap_or(rest.len());
        self.at = (self.at + len + 1).min(self.end);
        &rest[..len]
    }
}
