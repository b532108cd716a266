//! Taking out of a photo where it was taken, and nothing else: the GPS block of its EXIF data, and the notes in
//! which other programs repeat it (XMP, IPTC, pictures appended to the picture). The day it was taken and the
//! way it is held up stay. JPEG, PNG and WebP; a HEIC is told of and left as it is.

use img_parts::jpeg::{Jpeg, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// A photo after the look at its place data.
#[derive(Debug, PartialEq, Eq)]
pub enum Cleaned {
    /// It says nothing of a place.
    Nothing,
    /// The same picture without it.
    Removed(Vec<u8>),
    /// It may say it, and it cannot be taken out.
    Stuck,
}

const EXIF: &[u8] = b"Exif\0\0";
/// The tag of the GPS block in the first directory (EXIF 2.32, 4.6.3).
const GPS: u16 = 0x8825;

/// Cleans the bytes of a picture of this media type.
pub fn clean(kind: &str, bytes: &[u8]) -> Cleaned {
    match kind {
        "image/jpeg" => jpeg(bytes).unwrap_or(Cleaned::Stuck),
        "image/png" => png(bytes).unwrap_or(Cleaned::Stuck),
        "image/webp" => webp(bytes).unwrap_or(Cleaned::Stuck),
        "image/heic" | "image/heif" | "image/tiff" | "image/avif" => Cleaned::Stuck,
        _ => Cleaned::Nothing,
    }
}

fn answer(changed: bool, bytes: Vec<u8>) -> Cleaned {
    if changed { Cleaned::Removed(bytes) } else { Cleaned::Nothing }
}

fn jpeg(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = false;
    picture.segments_mut().retain_mut(|segment| {
        let content = segment.contents();
        let tells = match segment.marker() {
            markers::APP1 if content.starts_with(EXIF) => {
                let mut exif = content[EXIF.len()..].to_vec();
                match without_gps(&mut exif) {
                    Gps::None => false,
                    Gps::Removed => {
                        let content = [EXIF, &exif].concat();
                        *segment =
                            img_parts::jpeg::JpegSegment::new_with_contents(markers::APP1, content.into());
                        changed = true;
                        return true;
                    }
                    // What cannot be read may say anything.
                    Gps::Unreadable => true,
                }
            }
            // XMP and its extension.
            markers::APP1 => content.starts_with(b"http://ns.adobe.com/") && xmp_tells(content),
            // IPTC: town, region, country.
            markers::APP13 => content.starts_with(b"Photoshop 3.0"),
            // The index of pictures appended after the end; they go too.
            markers::APP2 => content.starts_with(b"MPF\0"),
            _ => false,
        };
        changed |= tells;
        !tells
    });
    let out = picture.encoder().bytes();
    // Whatever follows the end of the picture (a second picture, a film) has place data of its own.
    let end = end_of_jpeg(bytes);
    let appended = end.is_some_and(|end| bytes.len() - end > 2);
    let out = match end_of_jpeg(&out) {
        Some(end) if appended => out[..end].to_vec(),
        _ => out.to_vec(),
    };
    Some(answer(changed || appended, out))
}

/// Where the first picture ends: after its first end mark outside of a segment.
fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    while at + 4 <= bytes.len() {
        if bytes[at] != 0xFF {
            return None;
        }
        let marker = bytes[at + 1];
        match marker {
            0xFF => at += 1,
            0xD9 => return Some(at + 2),
            0xD0..=0xD7 | 0x01 => at += 2,
            _ => {
                let len = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
                at += 2 + len;
                if marker == 0xDA {
                    // Coded data: a mark is 0xFF and neither a stuffed zero nor a restart.
                    while at + 1 < bytes.len()
                        && (bytes[at] != 0xFF || matches!(bytes[at + 1], 0x00 | 0xD0..=0xD7 | 0xFF))
                    {
                        at += 1;
                    }
                }
            }
        }
    }
    (bytes.get(at..at + 2) == Some(&[0xFF, 0xD9])).then_some(at + 2)
}

/// Words under which XMP says where.
fn xmp_tells(content: &[u8]) -> bool {
    let words: [&[u8]; 6] =
        [b"GPS", b"Location", b"photoshop:City", b"Iptc4xmp", b"geo:", b"http://ns.adobe.com/xmp/extension/"];
    words.iter().any(|word| content.windows(word.len()).any(|found| found == *word))
}

fn png(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = exif_of(&mut picture);
    picture.chunks_mut().retain(|chunk| {
        let text = matches!(&chunk.kind(), b"iTXt" | b"tEXt" | b"zTXt");
        let content = chunk.contents();
        let tells =
            text && (content.starts_with(b"XML:com.adobe.xmp") || content.starts_with(b"Raw profile type"));
        changed |= tells;
        !tells
    });
    Some(answer(changed, picture.encoder().bytes().to_vec()))
}

fn webp(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = exif_of(&mut picture);
    let before = picture.chunks().len();
    picture.remove_chunks_by_id(*b"XMP ");
    changed |= picture.chunks().len() != before;
    Some(answer(changed, picture.encoder().bytes().to_vec()))
}

/// Cleans the EXIF data of a PNG or WebP, whose writers put the JPEG prefix before it or do not.
fn exif_of(picture: &mut impl ImageEXIF) -> bool {
    let Some(exif) = picture.exif() else { return false };
    let prefix = if exif.starts_with(EXIF) { EXIF } else { b"" };
    let mut body = exif[prefix.len()..].to_vec();
    match without_gps(&mut body) {
        Gps::None => false,
        Gps::Removed => {
            picture.set_exif(Some([prefix, &body].concat().into()));
            true
        }
        Gps::Unreadable => {
            picture.set_exif(None);
            true
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Gps {
    None,
    Removed,
    Unreadable,
}

/// Takes the GPS block out of a TIFF structure: its values are wiped and the first directory forgets it. The
/// rest stays where it is, so that no offset changes.
fn without_gps(tiff: &mut [u8]) -> Gps {
    match find_gps(tiff) {
        None => Gps::Unreadable,
        Some(None) => Gps::None,
        Some(Some(found)) => {
            for (from, len) in found.wiped {
                tiff[from..from + len].fill(0);
            }
            // The entries after it, and the offset of the next directory, move up by one entry.
            let (entry, end) = (found.entry, found.end);
            tiff.copy_within(entry + 12..end + 4, entry);
            tiff[end - 8..end + 4].fill(0);
            let count = found.count - 1;
            tiff[found.at..found.at + 2].copy_from_slice(&found.order.bytes16(count));
            Gps::Removed
        }
    }
}

/// Where the GPS block is.
struct Block {
    order: Order,
    /// the first directory, its entries, and where they end
    at: usize,
    count: u16,
    end: usize,
    /// the entry of the GPS block in it
    entry: usize,
    /// what is wiped
    wiped: Vec<(usize, usize)>,
}

#[derive(Clone, Copy)]
enum Order {
    Big,
    Little,
}

impl Order {
    fn u16(self, bytes: &[u8], at: usize) -> Option<u16> {
        let two = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(match self {
            Order::Big => u16::from_be_bytes(two),
            Order::Little => u16::from_le_bytes(two),
        })
    }

    fn u32(self, bytes: &[u8], at: usize) -> Option<usize> {
        let four = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = match self {
            Order::Big => u32::from_be_bytes(four),
            Order::Little => u32::from_le_bytes(four),
        };
        usize::try_from(number).ok()
    }

    fn bytes16(self, number: u16) -> [u8; 2] {
        match self {
            Order::Big => number.to_be_bytes(),
            Order::Little => number.to_le_bytes(),
        }
    }
}

/// `None` when the structure cannot be read, `Some(None)` when it has no GPS block.
fn find_gps(tiff: &[u8]) -> Option<Option<Block>> {
    let order = match tiff.get(..4)? {
        b"II*\0" => Order::Little,
        b"MM\0*" => Order::Big,
        _ => return None,
    };
    let at = order.u32(tiff, 4)?;
    let count = order.u16(tiff, at)?;
    let end = at + 2 + usize::from(count) * 12;
    tiff.get(at..end + 4)?;
    let Some(entry) =
        (0..usize::from(count)).map(|n| at + 2 + n * 12).find(|entry| order.u16(tiff, *entry) == Some(GPS))
    else {
        return Some(None);
    };
    let gps = order.u32(tiff, entry + 8)?;
    let inner = order.u16(tiff, gps)?;
    let len = 2 + usize::from(inner) * 12 + 4;
    tiff.get(gps..gps.checked_add(len)?)?;
    let mut wiped = vec![(gps, len)];
    for n in 0..usize::from(inner) {
        let entry = gps + 2 + n * 12;
        let size = match order.u16(tiff, entry + 2)? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            5 | 10 | 12 => 8,
            _ => 4,
        };
        let bytes = order.u32(tiff, entry + 4)?.checked_mul(size)?;
        if bytes > 4 {
            let from = order.u32(tiff, entry + 8)?;
            tiff.get(from..from.checked_add(bytes)?)?;
            wiped.push((from, bytes));
        }
    }
    Some(Some(Block { order, at, count, end, entry, wiped }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A TIFF structure: orientation 6, a day, and a GPS block whose latitude is 28°, 41′, 7.89″.
    fn exif(order: Order) -> Vec<u8> {
        let two = |n: u16| order.bytes16(n).to_vec();
        let four = |n: u32| match order {
            Order::Big => n.to_be_bytes().to_vec(),
            Order::Little => n.to_le_bytes().to_vec(),
        };
        let entry = |tag: u16, kind: u16, count: u32, value: Vec<u8>| {
            let mut value = value;
            value.resize(4, 0);
            [two(tag), two(kind), four(count), value].concat()
        };
        let (gps_at, day_at) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 2 * 12 + 4);
        let latitude_at = day_at + 20;
        [
            match order {
                Order::Big => b"MM\0*".to_vec(),
                Order::Little => b"II*\0".to_vec(),
            },
            four(8),
            two(3),
            entry(0x0112, 3, 1, two(6)),
            entry(0x0132, 2, 20, four(day_at)),
            entry(GPS, 4, 1, four(gps_at)),
            four(0),
            two(2),
            entry(1, 2, 2, b"N\0".to_vec()),
            entry(2, 5, 3, four(latitude_at)),
            four(0),
            b"2026:11:16 09:00:00\0".to_vec(),
            [28u32, 1, 41, 1, 789, 100].into_iter().flat_map(four).collect(),
        ]
        .concat()
    }

    fn picture(format: image::ImageFormat) -> Vec<u8> {
        let mut out = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_pixel(8, 4, image::Rgb([10, 200, 30])).write_to(&mut out, format).unwrap();
        out.into_inner()
    }

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let len = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, marker][..], &len, content].concat()
    }

    /// A JPEG with these segments after its start.
    fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
        let plain = picture(image::ImageFormat::Jpeg);
        [&plain[..2], &segments.concat(), &plain[2..]].concat()
    }

    /// What another program reads of it.
    fn read(bytes: &[u8]) -> Option<::exif::Exif> {
        ::exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).ok()
    }

    fn assert_clean(bytes: &[u8], what: &str) {
        let found = read(bytes).unwrap_or_else(|| panic!("{what}: the rest of the EXIF data stays"));
        assert!(found.fields().all(|field| field.tag.context() != ::exif::Context::Gps), "{what}");
        let field = |tag| found.get_field(tag, ::exif::In::PRIMARY).map(|f| f.display_value().to_string());
        assert!(
            field(::exif::Tag::Orientation).is_some_and(|o| o.contains("right")),
            "{what}: held up as it was"
        );
        assert_eq!(field(::exif::Tag::DateTime).as_deref(), Some("2026-11-16 09:00:00"), "{what}");
        image::load_from_memory(bytes).unwrap_or_else(|why| panic!("{what}: the picture opens: {why}"));
        let coordinate = [789u32.to_be_bytes(), 789u32.to_le_bytes()];
        assert!(
            coordinate.iter().all(|c| !bytes.windows(4).any(|w| w == c)),
            "{what}: no coordinate is left"
        );
    }

    fn removed(cleaned: Cleaned, what: &str) -> Vec<u8> {
        match cleaned {
            Cleaned::Removed(bytes) => bytes,
            other => panic!("{what}: {other:?}"),
        }
    }

    #[test]
    fn a_photo_forgets_where_and_keeps_when_and_how_it_was_held() {
        for order in [Order::Big, Order::Little] {
            let exif = exif(order);
            let photo = jpeg_with(&[segment(0xE1, &[EXIF, &exif].concat())]);
            assert!(read(&photo).unwrap().fields().any(|f| f.tag.context() == ::exif::Context::Gps));
            let clean_photo = removed(clean("image/jpeg", &photo), "jpeg");
            assert_clean(&clean_photo, "jpeg");
            assert_eq!(clean("image/jpeg", &clean_photo), Cleaned::Nothing, "clean once is clean");
            for (kind, format) in
                [("image/png", image::ImageFormat::Png), ("image/webp", image::ImageFormat::WebP)]
            {
                let bytes = Bytes::from(picture(format));
                let mut out = Vec::new();
                match kind {
                    "image/png" => {
                        let mut picture = Png::from_bytes(bytes).unwrap();
                        picture.set_exif(Some(exif.clone().into()));
                        picture.encoder().write_to(&mut out).unwrap();
                    }
                    _ => {
                        let mut picture = WebP::from_bytes(bytes).unwrap();
                        picture.set_exif(Some(exif.clone().into()));
                        picture.encoder().write_to(&mut out).unwrap();
                    }
                }
                assert_clean(&removed(clean(kind, &out), kind), kind);
            }
        }
    }

    #[test]
    fn other_notes_of_a_place_and_appended_pictures_go_too() {
        let xmp = |text: &str| segment(0xE1, format!("http://ns.adobe.com/xap/1.0/\0{text}").as_bytes());
        let noted = [
            xmp("<x exif:GPSLatitude=\"28,41.1N\"/>"),
            segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04Nanchang"),
            segment(0xE2, b"MPF\0II*\0"),
        ];
        for one in noted {
            let out = removed(clean("image/jpeg", &jpeg_with(std::slice::from_ref(&one))), "noted");
            assert_eq!(out, picture(image::ImageFormat::Jpeg), "nothing but the note goes");
        }
        assert_eq!(clean("image/jpeg", &jpeg_with(&[xmp("<x xmp:Rating=\"5\"/>")])), Cleaned::Nothing);
        let plain = picture(image::ImageFormat::Jpeg);
        let film = [&plain[..], b"\0\0\0\x18ftypmp42 28.6852 115.7892"].concat();
        assert_eq!(removed(clean("image/jpeg", &film), "film"), plain);
    }

    #[test]
    fn what_says_nothing_is_left_alone_and_what_cannot_be_read_is_told() {
        for (kind, format) in [
            ("image/jpeg", image::ImageFormat::Jpeg),
            ("image/png", image::ImageFormat::Png),
            ("image/webp", image::ImageFormat::WebP),
        ] {
            assert_eq!(clean(kind, &picture(format)), Cleaned::Nothing, "{kind}");
        }
        assert_eq!(clean("image/heic", b"\0\0\0\x18ftypheic"), Cleaned::Stuck);
        assert_eq!(clean("image/jpeg", b"\xFF\xD8broken"), Cleaned::Stuck);
        assert_eq!(clean("application/pdf", b"%PDF"), Cleaned::Nothing);
        // EXIF data that points outside of itself may say anything: all of it goes.
        let torn = segment(0xE1, b"Exif\0\0II*\0\xFF\xFF\0\0");
        let out = removed(clean("image/jpeg", &jpeg_with(&[torn])), "torn");
        assert_eq!(out, picture(image::ImageFormat::Jpeg));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(mut bytes in proptest::collection::vec(0u8.., 0..400), at in 0usize..300, flip in 1u8..) {
            for kind in ["image/jpeg", "image/png", "image/webp"] {
                let _ = clean(kind, &bytes);
            }
            // Nearly right is worse than noise.
            bytes = exif(Order::Little);
            let at = at % bytes.len();
            bytes[at] ^= flip;
            let _ = clean("image/jpeg", &jpeg_with(&[segment(0xE1, &[EXIF, &bytes].concat())]));
        }
    }
}
