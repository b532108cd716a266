//! The TIFF structure, in which TIFF files and all EXIF data are written (TIFF 6.0; BigTIFF; EXIF 2.32, 4.6): the
//! GPS block, the notes of a place and the free text are wiped where they lie, and the directories forget them.
//! Nothing else moves, so that every offset stays good.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Cleaned, notes};

const SUB_DIRECTORIES: u16 = 330;
const XMP: u16 = 700;
const IPTC: u16 = 33723;
const PHOTOSHOP: u16 = 34377;
const EXIF: u16 = 0x8769;
const GPS: u16 = 0x8825;
const MAKER_NOTE: u16 = 0x927C;
/// Free text, in which cameras that write a place into the picture write it once more: ImageDescription,
/// UserComment, ImageTitle (EXIF 3.0), and the title, comment, keywords and subject of Windows.
const TEXTS: [u16; 7] = [0x010E, 0x9286, 0xA436, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F];
/// GeoTIFF's scale, tie points, transformation and keys: where on the earth the picture lies.
const GEO: [u16; 6] = [33550, 33922, 34264, 34735, 34736, 34737];

/// More directory entries than any picture has. A file that leads in circles must not take a day.
const MOST: usize = 1_000_000;
/// What it costs to look through a note, counted in entries.
const NOTE_BYTES_AN_ENTRY: usize = 64;

/// Cleans a TIFF file; its length stays. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    cleaned(bytes, false)
}

/// Cleans EXIF data beside a picture, of its maker's notes too; its length stays. `None` when it cannot be read.
pub(super) fn clean_exif(bytes: &[u8]) -> Option<Cleaned> {
    cleaned(bytes, true)
}

/// `makers`: whether the picture is decoded without the notes of who made the camera.
fn cleaned(bytes: &[u8], makers: bool) -> Option<Cleaned> {
    let mut found = Found::in_file(bytes, makers)?;
    if found.forgotten.is_empty() {
        return Some(Cleaned::Nothing);
    }
    if found.is_tangled() {
        return None;
    }
    let mut out = bytes.to_vec();
    let mut wiped_to = 0;
    for range in &found.wiped {
        out[range.start.max(wiped_to).min(range.end)..range.end].fill(0);
        wiped_to = wiped_to.max(range.end);
    }
    for (directory, entries) in &found.forgotten {
        found.layout.forget(&mut out, directory, entries);
    }
    Some(Cleaned::Removed(out))
}

/// How numbers and directories are written.
#[derive(Clone, Copy)]
struct Layout {
    big_endian: bool,
    /// BigTIFF: eight bytes where there were four.
    wide: bool,
}

/// A directory: its entries as far as the file holds them.
struct Directory {
    at: usize,
    entries: Vec<Entry>,
    /// Where the entries end and the offset of the next directory stands.
    end: usize,
    /// Whether all that it says it has is there.
    whole: bool,
}

struct Entry {
    at: usize,
    tag: u16,
    /// The bytes of one value, and how many values there are.
    size: usize,
    count: usize,
}

impl Layout {
    /// The layout of a file and the offset of its first directory.
    fn of(bytes: &[u8]) -> Option<(Layout, usize)> {
        let big_endian = match bytes.get(..2)? {
            b"II" => false,
            b"MM" => true,
            _ => return None,
        };
        let layout = Layout { big_endian, wide: false };
        match layout.number(bytes, 2, 2)? {
            42 => Some((layout, layout.number(bytes, 4, 4)?)),
            43 if layout.number(bytes, 4, 2)? == 8 => {
                Some((Layout { wide: true, ..layout }, layout.number(bytes, 8, 8)?))
            }
            _ => None,
        }
    }

    /// The bytes of an offset.
    fn word(self) -> usize {
        if self.wide { 8 } else { 4 }
    }

    /// The bytes of a directory's number of entries.
    fn counter(self) -> usize {
        if self.wide { 8 } else { 2 }
    }

    /// The bytes of an entry: tag, type, number of values, and the values or where they are.
    fn entry(self) -> usize {
        4 + 2 * self.word()
    }

    fn number(self, bytes: &[u8], at: usize, size: usize) -> Option<usize> {
        let written = bytes.get(at..at.checked_add(size)?)?;
        let mut whole = [0; 8];
        let number = if self.big_endian {
            whole[8 - size..].copy_from_slice(written);
            u64::from_be_bytes(whole)
        } else {
            whole[..size].copy_from_slice(written);
            u64::from_le_bytes(whole)
        };
        usize::try_from(number).ok()
    }

    fn directory(self, bytes: &[u8], at: usize) -> Option<Directory> {
        let said = self.number(bytes, at, self.counter())?;
        let first = at + self.counter();
        let count = said.min((bytes.len() - first) / self.entry());
        let entries = (0..count).filter_map(|n| self.read(bytes, first + n * self.entry())).collect();
        Some(Directory { at, entries, end: first + count * self.entry(), whole: count == said })
    }

    fn read(self, bytes: &[u8], at: usize) -> Option<Entry> {
        let size = match self.number(bytes, at + 2, 2)? {
            // 129: UTF-8 (EXIF 3.0).
            1 | 2 | 6 | 7 | 129 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            // Of a type that nobody knows rather too much is wiped than too little.
            _ => 8,
        };
        let tag = u16::try_from(self.number(bytes, at, 2)?).ok()?;
        Some(Entry { at, tag, size, count: self.number(bytes, at + 4, self.word())? })
    }

    /// Where the values of an entry are.
    fn values(self, bytes: &[u8], entry: &Entry) -> Option<Range<usize>> {
        let len = entry.count.checked_mul(entry.size)?;
        let inside = entry.at + 4 + self.word();
        let from = if len <= self.word() { inside } else { self.number(bytes, inside, self.word())? };
        let range = from..from.checked_add(len)?;
        bytes.get(range.clone()).map(|_| range)
    }

    /// The offsets that an entry holds.
    fn offsets(self, bytes: &[u8], entry: &Entry) -> Option<Vec<usize>> {
        let values = self.values(bytes, entry)?;
        values.step_by(entry.size).map(|at| self.number(bytes, at, entry.size)).collect()
    }

    /// Moves what follows the entries up over them, the offset of the next directory with it.
    fn forget(self, bytes: &mut [u8], directory: &Directory, entries: &[usize]) {
        let end = (directory.end + self.word()).min(bytes.len());
        for at in entries.iter().rev() {
            bytes.copy_within(at + self.entry()..end, *at);
            bytes[end - self.entry()..end].fill(0);
        }
        let left = (directory.entries.len() - entries.len()) as u64;
        let (at, size) = (directory.at, self.counter());
        let number = if self.big_endian { left.to_be_bytes() } else { left.to_le_bytes() };
        let from = if self.big_endian { 8 - size } else { 0 };
        bytes[at..at + size].copy_from_slice(&number[from..from + size]);
    }
}

/// What a file tells of a place, and what must not be touched.
struct Found {
    layout: Layout,
    wiped: Vec<Range<usize>>,
    /// Directories, and where those of their entries stand that go.
    forgotten: Vec<(Directory, Vec<usize>)>,
    kept: Vec<Range<usize>>,
}

impl Found {
    /// Looks through every directory. `None` when the first is not there, a GPS block cannot be read, or there
    /// are too many.
    fn in_file(bytes: &[u8], makers: bool) -> Option<Found> {
        let (layout, first) = Layout::of(bytes)?;
        layout.directory(bytes, first)?;
        let header = 0..4 + layout.word();
        let mut found = Found { layout, wiped: Vec::new(), forgotten: Vec::new(), kept: vec![header] };
        let (mut seen, mut waiting, mut left) = (BTreeSet::new(), vec![first], MOST);
        while let Some(at) = waiting.pop() {
            if at == 0 || !seen.insert(at) {
                continue;
            }
            // A directory outside of the file says nothing to anybody.
            let Some(directory) = layout.directory(bytes, at) else { continue };
            left = left.checked_sub(1 + directory.entries.len())?;
            found.kept.push(at..directory.end + layout.word());
            let mut gone = Vec::new();
            for entry in &directory.entries {
                match entry.tag {
                    EXIF | SUB_DIRECTORIES => {
                        let offsets = layout.offsets(bytes, entry).unwrap_or_default();
                        left = left.checked_sub(offsets.len())?;
                        waiting.extend(offsets);
                        continue;
                    }
                    GPS => {
                        for offset in layout.offsets(bytes, entry).filter(|some| !some.is_empty())? {
                            left = left.checked_sub(found.block(bytes, offset)?)?;
                        }
                    }
                    tag if matches!(tag, XMP | IPTC | PHOTOSHOP)
                        || TEXTS.contains(&tag)
                        || makers && tag == MAKER_NOTE =>
                    {
                        let Some(values) = layout.values(bytes, entry) else { continue };
                        left = left.checked_sub(values.len() / NOTE_BYTES_AN_ENTRY)?;
                        let note = &bytes[values.clone()];
                        let tells = match tag {
                            XMP => notes::xmp_tells(note),
                            PHOTOSHOP => notes::photoshop_tells(note),
                            IPTC => true,
                            _ => notes::is_written(note),
                        };
                        if !tells {
                            continue;
                        }
                        found.wipe(entry, values);
                    }
                    tag if GEO.contains(&tag) => {
                        if let Some(values) = layout.values(bytes, entry) {
                            found.wipe(entry, values);
                        }
                    }
                    _ => continue,
                }
                gone.push(entry.at);
            }
            waiting.extend(layout.number(bytes, directory.end, layout.word()));
            if !gone.is_empty() {
                found.forgotten.push((directory, gone));
            }
        }
        Some(found)
    }

    /// Notes a GPS block to be wiped, and tells how many entries it has.
    fn block(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let block = self.layout.directory(bytes, at).filter(|block| block.whole)?;
        self.wiped.push(at..(block.end + self.layout.word()).min(bytes.len()));
        for entry in &block.entries {
            let values = self.layout.values(bytes, entry)?;
            self.wipe(entry, values);
        }
        Some(block.entries.len())
    }

    /// Notes values to be wiped. Those inside of the entry go with it.
    fn wipe(&mut self, entry: &Entry, values: Range<usize>) {
        if values.start != entry.at + 4 + self.layout.word() {
            self.wiped.push(values);
        }
    }

    /// Whether something that is wiped lies over something that stays. Puts what is wiped in order.
    fn is_tangled(&mut self) -> bool {
        self.wiped.sort_by_key(|range| range.start);
        let wiped = self.wiped.iter().map(|range| (range, true));
        let mut all: Vec<_> = wiped.chain(self.kept.iter().map(|range| (range, false))).collect();
        all.sort_by_key(|(range, _)| range.start);
        let mut ends = [0, 0];
        all.iter().any(|(range, wiped)| {
            let mine = usize::from(*wiped);
            ends[mine] = ends[mine].max(range.end);
            !range.is_empty() && range.start < ends[1 - mine]
        })
    }
}
