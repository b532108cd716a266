//! Small pictures to clean: TIFF structures and HEIF files built piece by piece, and what another program reads
//! of them.

/// How a TIFF structure is written.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    pub big_endian: bool,
    pub wide: bool,
}

/// What a directory entry holds.
pub enum Value {
    Bytes(Vec<u8>),
    Directory(Directory),
}

/// Entries: tag, type, number of values, values.
pub type Directory = Vec<(u16, u16, usize, Value)>;

impl Layout {
    pub fn number(self, number: usize, size: usize) -> Vec<u8> {
        let number = number as u64;
        if self.big_endian {
            number.to_be_bytes()[8 - size..].to_vec()
        } else {
            number.to_le_bytes()[..size].to_vec()
        }
    }

    pub fn word(self) -> usize {
        if self.wide { 8 } else { 4 }
    }

    /// A file of these directories, one after another.
    pub fn file(self, chain: &[Directory]) -> Vec<u8> {
        let mut out = if self.big_endian { b"MM".to_vec() } else { b"II".to_vec() };
        out.extend(self.number(if self.wide { 43 } else { 42 }, 2));
        if self.wide {
            out.extend(self.number(8, 2));
            out.extend([0, 0]);
        }
        let mut next = out.len();
        out.extend(self.number(0, self.word()));
        for directory in chain {
            let (at, end) = self.write(&mut out, directory);
            out[next..next + self.word()].copy_from_slice(&self.number(at, self.word()));
            next = end;
        }
        out
    }

    /// Writes a directory; tells where it is and where the offset of the next one stands.
    fn write(self, out: &mut Vec<u8>, directory: &Directory) -> (usize, usize) {
        let (counter, word) = (if self.wide { 8 } else { 2 }, self.word());
        let at = out.len();
        let end = at + counter + directory.len() * (4 + 2 * word);
        out.extend(self.number(directory.len(), counter));
        out.resize(end + word, 0);
        for (n, (tag, kind, count, value)) in directory.iter().enumerate() {
            let mut held = match value {
                Value::Bytes(bytes) if bytes.len() <= word => bytes.clone(),
                Value::Bytes(bytes) => {
                    let from = out.len();
                    out.extend(bytes);
                    self.number(from, word)
                }
                Value::Directory(inner) => {
                    let (from, _) = self.write(out, inner);
                    self.number(from, word)
                }
            };
            held.resize(word, 0);
            let entry = [
                self.number((*tag).into(), 2),
                self.number((*kind).into(), 2),
                self.number(*count, word),
                held,
            ];
            let from = at + counter + n * (4 + 2 * word);
            out[from..from + 4 + 2 * word].copy_from_slice(&entry.concat());
        }
        (at, end)
    }

    pub fn short(self, number: usize) -> Value {
        Value::Bytes(self.number(number, 2))
    }

    pub fn pointer(self) -> u16 {
        if self.wide { 18 } else { 4 }
    }

    /// A GPS block whose latitude is 28°, 41′, 7.89″.
    pub fn gps(self) -> (u16, u16, usize, Value) {
        let latitude = [28, 1, 41, 1, 789, 100].into_iter().flat_map(|n| self.number(n, 4)).collect();
        let block = vec![(1, 2, 2, text("N\0")), (2, 5, 3, Value::Bytes(latitude))];
        (0x8825, self.pointer(), 1, Value::Directory(block))
    }
}

pub fn text(words: &str) -> Value {
    Value::Bytes(words.as_bytes().to_vec())
}

/// EXIF data: orientation 6, a day, a GPS block.
pub fn exif(big_endian: bool) -> Vec<u8> {
    let layout = Layout { big_endian, wide: false };
    let day = (0x0132, 2, 20, text("2026:11:16 09:00:00\0"));
    layout.file(&[vec![(0x0112, 3, 1, layout.short(6)), day, layout.gps()]])
}

/// Words that tell a place.
pub const WORDS: &str = "拍摄地点：三河县莲塘镇 28.6831,115.8583";

/// The fields of free text.
pub const TEXTS: [u16; 7] = [0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0xA436];

/// EXIF data without a GPS block: orientation 6, a camera, a day, and these words in every field of free text.
pub fn worded(layout: Layout, words: &str) -> Vec<u8> {
    let field = |tag: u16, kind: u16| (tag, kind, words.len(), text(words));
    let comment = format!("ASCII\0\0\0{words}");
    let day = |tag: u16| (tag, 2, 20, text("2026:11:16 09:00:00\0"));
    let inner = vec![day(0x9003), (0x9286, 7, comment.len(), text(&comment))];
    layout.file(&[vec![
        field(0x010E, 2),
        (0x0110, 2, 12, text("some camera\0")),
        (0x0112, 3, 1, layout.short(6)),
        day(0x0132),
        (0x8769, layout.pointer(), 1, Value::Directory(inner)),
        field(0x9C9B, 1),
        field(0x9C9C, 1),
        field(0x9C9E, 1),
        field(0x9C9F, 1),
        // In the type that EXIF 3.0 has for it.
        field(0xA436, 129),
    ]])
}

/// An item of a HEIF file.
pub struct Item {
    pub kind: [u8; 4],
    pub media: &'static [u8],
    pub content: Vec<u8>,
}

pub fn item(kind: &[u8; 4], media: &'static [u8], content: &[u8]) -> Item {
    Item { kind: *kind, media, content: content.to_vec() }
}

/// EXIF data as an item: the distance to it comes first.
pub fn exif_item() -> Item {
    item(b"Exif", b"", &[b"\0\0\0\x06Exif\0\0", exif(true).as_slice()].concat())
}

pub fn part(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let len = u32::try_from(body.len() + 8).unwrap();
    [&len.to_be_bytes(), kind.as_slice(), body].concat()
}

/// The picture in these files: nothing can decode it, and nothing may change it.
pub const CODED: &[u8] = b"coded picture \x00\x01\x02\x03 GPSL is no note in here";

/// A HEIF file of a picture and these items, with `iloc` of this version, each item in so many pieces; by
/// method 1 they lie inside of `meta`.
pub fn heif(items: &[Item], version: u8, method: u8, pieces: usize) -> Vec<u8> {
    let picture = item(b"hvc1", b"", CODED);
    let all: Vec<&Item> = std::iter::once(&picture).chain(items).collect();
    let brands = part(b"ftyp", b"heic\0\0\0\0mif1heic");
    let data: Vec<u8> = all.iter().flat_map(|it| [&it.content[..], b"--"].concat()).collect();
    let meta = |from: usize| {
        let id = |n: usize| u16::try_from(n + 1).unwrap().to_be_bytes();
        let names = all.iter().enumerate().map(|(n, it)| {
            let media = if it.kind == *b"mime" { [it.media, b"\0"].concat() } else { Vec::new() };
            part(b"infe", &[b"\x02\0\0\0", &id(n)[..], b"\0\0", &it.kind, b"\0", &media].concat())
        });
        let count = u16::try_from(all.len()).unwrap().to_be_bytes();
        let names = part(b"iinf", &[b"\0\0\0\0", &count[..], &names.collect::<Vec<_>>().concat()].concat());
        let mut places = vec![version, 0, 0, 0, 0x44, 0x40];
        places.extend(if version == 2 { [&[0, 0], &count[..]].concat() } else { count.to_vec() });
        let mut at = 0;
        for (n, it) in all.iter().enumerate() {
            places.extend(if version == 2 { [&[0, 0], &id(n)[..]].concat() } else { id(n).to_vec() });
            if version > 0 {
                places.extend([0, method]);
            }
            places.extend([0, 0]);
            places.extend(u32::try_from(from).unwrap().to_be_bytes());
            let size = it.content.len().div_ceil(pieces);
            let pieces: Vec<_> = it.content.chunks(size).map(<[u8]>::len).collect();
            places.extend(u16::try_from(pieces.len()).unwrap().to_be_bytes());
            for len in pieces {
                places.extend(u32::try_from(at).unwrap().to_be_bytes());
                places.extend(u32::try_from(len).unwrap().to_be_bytes());
                at += len;
            }
            at += 2;
        }
        let held = if method == 1 { part(b"idat", &data) } else { Vec::new() };
        part(b"meta", &[b"\0\0\0\0", &names[..], &part(b"iloc", &places), &held].concat())
    };
    if method == 1 {
        return [brands, meta(0)].concat();
    }
    let from = brands.len() + meta(0).len() + 8;
    [brands, meta(from), part(b"mdat", &data)].concat()
}

/// What another program reads of it.
pub fn read(bytes: &[u8]) -> Option<::exif::Exif> {
    ::exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).ok()
}

/// Whether another program reads a place.
pub fn has_place(bytes: &[u8]) -> bool {
    read(bytes).is_some_and(|exif| exif.fields().any(|field| field.tag.context() == ::exif::Context::Gps))
}

/// Whether the latitude of `gps` is anywhere in it.
pub fn has_coordinate(bytes: &[u8]) -> bool {
    [789_u32.to_be_bytes(), 789_u32.to_le_bytes()].iter().any(|it| bytes.windows(4).any(|w| w == it))
}

/// What another program reads beside the place, tag by tag.
pub fn rest(bytes: &[u8], without: &[u16]) -> Vec<String> {
    let exif = read(bytes).expect("the rest of the EXIF data stays");
    let kept = exif.fields().filter(|field| {
        field.tag.context() != ::exif::Context::Gps && !without.contains(&field.tag.number())
    });
    kept.map(|field| format!("{} {} {}", field.ifd_num, field.tag, field.display_value())).collect()
}
