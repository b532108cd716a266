//! A face's file on the disk. In memory stays what text is measured with; outlines, nearly all of a Chinese face, are read
//! when the face is cut, and only those that are wanted. Knows the tables of an OpenType file and nothing of papers.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use subsetter::GlyphRemapper;

type Tag = [u8; 4];

/// Tables that measure text, and those that say what may be done with the face.
const MEASURES: [&Tag; 7] = [b"OS/2", b"cmap", b"fvar", b"head", b"hhea", b"hmtx", b"maxp"];
/// Tables that a cut is made from, beside the outlines.
const CUTTING: [&Tag; 9] = [b"cvt ", b"fpgm", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"post", b"prep"];
/// Outlines lie in the order of their numbers: read through a window of this size, near ones come together.
const WINDOW: usize = 16 * 1024;

/// A face that can be measured with, and cut.
#[derive(Debug)]
pub(super) struct FaceFile {
    path: PathBuf,
    version: Tag,
    /// Where each table stands in the file.
    tables: BTreeMap<Tag, (u64, usize)>,
    measures: Vec<u8>,
}

impl FaceFile {
    /// Reads the face with this number in its file (a collection holds several), without its outlines.
    pub fn open(path: &Path, index: u32) -> io::Result<FaceFile> {
        let mut file = File::open(path)?;
        let size = file.metadata()?.len();
        let mut head: [u8; 12] = bytes_at(&mut file, 0)?;
        let mut at = 0;
        if head.starts_with(b"ttcf") {
            at = u64::from(u32::from_be_bytes(bytes_at(&mut file, 12 + 4 * u64::from(index))?));
            head = bytes_at(&mut file, at)?;
        }
        let mut tables = BTreeMap::new();
        for record in 0..u64::from(u16::from_be_bytes([head[4], head[5]])) {
            let [a, b, c, d, _, _, _, _, place @ ..]: [u8; 16] = bytes_at(&mut file, at + 12 + 16 * record)?;
            let [o1, o2, o3, o4, l1, l2, l3, l4] = place;
            let start = u64::from(u32::from_be_bytes([o1, o2, o3, o4]));
            let length = u32::from_be_bytes([l1, l2, l3, l4]);
            // A table that reaches beyond the file is none; whoever needs it says so.
            if start + u64::from(length) <= size {
                tables.insert([a, b, c, d], (start, length as usize));
            }
        }
        let [v1, v2, v3, v4, ..] = head;
        let version = [v1, v2, v3, v4];
        let mut face = FaceFile { path: path.to_owned(), version, tables, measures: Vec::new() };
        face.measures = sfnt(version, &face.read(&mut file, &MEASURES)?);
        Ok(face)
    }

    /// The face without its outlines, as a file of one face.
    pub fn measures(&self) -> &[u8] {
        &self.measures
    }

    /// A face of the wanted glyphs alone, numbered anew.
    pub fn cut(&self, glyphs: &GlyphRemapper) -> io::Result<Vec<u8>> {
        let mut file = File::open(&self.path)?;
        let mut tables = self.read(&mut file, &CUTTING)?;
        match self.tables.get(b"glyf") {
            Some(glyf) => {
                let (glyf, loca) = self.outlines(file, glyf.0, &mut tables, glyphs)?;
                tables.extend([(*b"glyf", glyf), (*b"loca", loca)]);
            }
            None => tables.extend(self.read(&mut file, &[b"CFF "])?),
        }
        let face = sfnt(self.version, &tables);
        drop(tables);
        subsetter::subset(&face, 0, glyphs).map_err(io::Error::other)
    }

    /// Those of the tables that the face has.
    fn read(&self, file: &mut File, tags: &[&Tag]) -> io::Result<BTreeMap<Tag, Vec<u8>>> {
        let mut out = BTreeMap::new();
        for tag in tags {
            if let Some((start, length)) = self.tables.get(*tag) {
                let mut bytes = vec![0; *length];
                file.seek(SeekFrom::Start(*start))?;
                file.read_exact(&mut bytes)?;
                out.insert(**tag, bytes);
            }
        }
        Ok(out)
    }

    /// `glyf` and `loca` of a face whose other glyphs are blank; the head learns the kind of `loca`.
    fn outlines(
        &self,
        mut file: File,
        start: u64,
        tables: &mut BTreeMap<Tag, Vec<u8>>,
        glyphs: &GlyphRemapper,
    ) -> io::Result<(Vec<u8>, Vec<u8>)> {
        let places = self.read(&mut file, &[b"loca"])?.remove(b"loca").unwrap_or_default();
        let kind = tables.get_mut(b"head").and_then(|head| head.get_mut(50..52)).ok_or_else(torn)?;
        let long = kind != [0, 0];
        kind.copy_from_slice(&[0, 1]);
        let size = if long { 4 } else { 2 };
        let place = |glyph: usize| -> Option<u64> {
            Some(match *places.get(glyph * size..(glyph + 1) * size)? {
                [a, b, c, d] => u64::from(u32::from_be_bytes([a, b, c, d])),
                [a, b] => 2 * u64::from(u16::from_be_bytes([a, b])),
                _ => return None,
            })
        };
        file.seek(SeekFrom::Start(0))?;
        let (mut file, mut stands) = (BufReader::with_capacity(WINDOW, file), 0_u64);
        let mut outlines: BTreeMap<u16, Vec<u8>> = BTreeMap::new();
        let mut wanted: Vec<u16> = glyphs.remapped_gids().collect();
        while !wanted.is_empty() {
            wanted.sort_unstable();
            wanted.dedup();
            let mut parts = Vec::new();
            for glyph in std::mem::take(&mut wanted) {
                let at = usize::from(glyph);
                let (from, to) = (place(at).ok_or_else(torn)?, place(at + 1).ok_or_else(torn)?);
                let length = to.checked_sub(from).and_then(|n| usize::try_from(n).ok()).ok_or_else(torn)?;
                if self.tables.get(b"glyf").is_none_or(|(_, all)| to > *all as u64) {
                    return Err(torn());
                }
                let mut outline = vec![0; length];
                file.seek_relative((start + from).cast_signed() - stands.cast_signed())?;
                file.read_exact(&mut outline)?;
                stands = start + to;
                parts.extend(components(&outline));
                outlines.insert(glyph, outline);
            }
            wanted.extend(parts.into_iter().filter(|part| !outlines.contains_key(part)));
        }
        let (mut glyf, mut loca) = (Vec::new(), Vec::with_capacity(2 * places.len()));
        for glyph in 0..places.len() / size {
            loca.extend((glyf.len() as u32).to_be_bytes());
            let outline = u16::try_from(glyph).ok().and_then(|glyph| outlines.remove(&glyph));
            glyf.extend(outline.unwrap_or_default());
        }
        Ok((glyf, loca))
    }
}

/// The glyphs a composite one is made of.
fn components(outline: &[u8]) -> Vec<u16> {
    const WORDS: u16 = 0x0001;
    const MORE: u16 = 0x0020;
    /// One scale, two, a matrix: how many bytes each takes.
    const SCALES: [(u16, usize); 3] = [(0x0008, 2), (0x0040, 4), (0x0080, 8)];
    let word = |at: usize| Some(u16::from_be_bytes([*outline.get(at)?, *outline.get(at + 1)?]));
    let mut out = Vec::new();
    // A count of contours below zero marks a composite; its parts begin behind the box.
    if word(0).is_none_or(|contours| contours.cast_signed() >= 0) {
        return out;
    }
    let mut at = 10;
    while let (Some(flags), Some(part)) = (word(at), word(at + 2)) {
        out.push(part);
        if flags & MORE == 0 {
            break;
        }
        let scale: usize = SCALES.iter().filter(|(bit, _)| flags & bit != 0).map(|(_, n)| n).sum();
        at += 4 + if flags & WORDS == 0 { 2 } else { 4 } + scale;
    }
    out
}

/// A file of one face. Its check sums stay zero: the readers here look at none.
fn sfnt(version: Tag, tables: &BTreeMap<Tag, Vec<u8>>) -> Vec<u8> {
    let mut at = 12 + 16 * tables.len();
    let size = at + tables.values().map(|t| t.len().next_multiple_of(4)).sum::<usize>();
    let mut out = Vec::with_capacity(size);
    out.extend(version);
    out.extend((tables.len() as u16).to_be_bytes());
    out.extend([0; 6]);
    for (tag, table) in tables {
        out.extend(tag);
        for number in [0, at as u32, table.len() as u32] {
            out.extend(number.to_be_bytes());
        }
        at += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        out.extend(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}

fn bytes_at<const N: usize>(file: &mut File, at: u64) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    file.seek(SeekFrom::Start(at))?;
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn torn() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "outlines that its tables point at are not there")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled() -> Vec<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files.filter(|file| file.extension().is_some_and(|kind| kind == "ttf" || kind == "otf")).collect()
    }

    /// Han, marks, and letters that faces make of other glyphs.
    fn wanted(face: &FaceFile) -> GlyphRemapper {
        let face = ttf_parser::Face::parse(face.measures(), 0).unwrap();
        let mut glyphs = GlyphRemapper::new();
        for glyph in "工会，é“Å”ǘ—ü①½ㄅ龍.".chars().filter_map(|c| face.glyph_index(c)) {
            glyphs.remap(glyph.0);
        }
        assert!(glyphs.num_gids() > 8, "the face has most of them");
        glyphs
    }

    #[test]
    fn a_face_read_in_part_is_cut_as_one_read_whole() {
        let files = bundled();
        assert_eq!(files.len(), 5);
        for path in files {
            let face = FaceFile::open(&path, 0).unwrap();
            let glyphs = wanted(&face);
            let whole = std::fs::read(&path).unwrap();
            assert!(face.measures().len() * 4 < whole.len(), "the outlines of {path:?} are not kept");
            let cut = face.cut(&glyphs).unwrap();
            assert!(cut == subsetter::subset(&whole, 0, &glyphs).unwrap(), "{path:?} is cut otherwise");
        }
    }

    #[test]
    fn outlines_that_are_not_there_are_an_error_and_never_blank() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("torn.ttf");
        let whole = bundled().into_iter().find(|path| path.ends_with("NotoSansSC_400Regular.ttf")).unwrap();
        let bytes = std::fs::read(whole).unwrap();
        std::fs::write(&path, &bytes).unwrap();
        let face = FaceFile::open(&path, 0).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert!(face.cut(&wanted(&face)).is_err(), "cut short behind our back");
        assert!(FaceFile::open(&folder.path().join("none.ttf"), 0).is_err());
    }
}
