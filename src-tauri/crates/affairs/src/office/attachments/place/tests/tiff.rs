//! TIFF and BigTIFF, in either order of bytes.

use super::samples::{Layout, TEXTS, Value, WORDS, has_coordinate, has_place, rest, text, worded};
use super::{Cleaned, clean, removed};

const KIND: &str = "image/tiff";
const STRIP: &[u8] = b"these bytes are the picture of a page";
const XMP: &str = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><a exif:GPSLatitude='28,41.1N'/></x:xmpmeta>";

fn layouts() -> impl Iterator<Item = Layout> {
    let both = [false, true];
    both.into_iter().flat_map(move |wide| both.map(|big_endian| Layout { big_endian, wide }))
}

fn bytes(tag: u16, kind: u16, words: &str) -> (u16, u16, usize, Value) {
    (tag, kind, words.len(), text(words))
}

/// Two pages, a small one inside the first, each saying where; the first in every way there is.
fn scan(layout: Layout) -> Vec<u8> {
    let page = |name: &str| {
        vec![
            (256, 3, 1, layout.short(37)),
            (257, 3, 1, layout.short(1)),
            (0x0112, 3, 1, layout.short(6)),
            bytes(0x0132, 2, "2026:11:16 09:00:00\0"),
            bytes(285, 2, name),
            // What the cleaner knows nothing of lies among what it wipes.
            (0x927C, 7, STRIP.len(), Value::Bytes(STRIP.to_vec())),
            layout.gps(),
        ]
    };
    let mut first = page("first\0");
    first.extend([
        (330, layout.pointer(), 1, Value::Directory(page("small\0"))),
        bytes(700, 1, XMP),
        bytes(33723, 7, "\x1C\x02\x5A\0\x08Nanchang"),
        bytes(34377, 7, "8BIM\x04\x04\0\0\0\0\0\x0D\x1C\x02\x5A\0\x08Nanchang\0"),
        (33922, 12, 1, Value::Bytes(layout.number(789, 8))),
        (0x8769, layout.pointer(), 1, Value::Directory(vec![bytes(0x9003, 2, "2026:11:16 09:00:00\0")])),
    ]);
    layout.file(&[first, page("second\0")])
}

fn at(bytes: &[u8], part: &[u8]) -> Vec<usize> {
    bytes.windows(part.len()).enumerate().filter(|(_, it)| *it == part).map(|(at, _)| at).collect()
}

#[test]
fn every_directory_forgets_where_and_nothing_moves() {
    for layout in layouts() {
        let scan = scan(layout);
        let out = removed(clean(KIND, &scan));
        assert_eq!(out.len(), scan.len(), "{layout:?}");
        for gone in [&b"GPSLatitude"[..], b"Nanchang"] {
            assert!(!at(&scan, gone).is_empty() && at(&out, gone).is_empty(), "{layout:?}");
        }
        assert!(has_coordinate(&scan) && !has_coordinate(&out), "{layout:?}");
        for stays in [STRIP, b"2026:11:16 09:00:00"] {
            assert_eq!(at(&out, stays), at(&scan, stays), "{layout:?}: it lies where it lay");
        }
        assert_eq!(clean(KIND, &out), Cleaned::Nothing, "{layout:?}: clean once is clean");
        if !layout.wide {
            assert!(has_place(&scan) && !has_place(&out), "{layout:?}");
            assert_eq!(rest(&out, &[]), rest(&scan, &[700, 33723, 34377, 33922]), "{layout:?}");
        }
    }
}

#[test]
fn free_text_goes_wherever_it_stands_and_nothing_moves() {
    for layout in layouts() {
        let told = worded(layout, WORDS);
        let out = removed(clean(KIND, &told));
        assert_eq!(out.len(), told.len(), "{layout:?}");
        assert_eq!(at(&told, WORDS.as_bytes()).len(), TEXTS.len(), "{layout:?}");
        assert!(at(&out, WORDS.as_bytes()).is_empty(), "{layout:?}");
        for stays in [&b"some camera"[..], b"2026:11:16 09:00:00"] {
            assert_eq!(at(&out, stays), at(&told, stays), "{layout:?}: it lies where it lay");
        }
        assert_eq!(clean(KIND, &out), Cleaned::Nothing, "{layout:?}: clean once is clean");
        if !layout.wide {
            assert_eq!(rest(&out, &[]), rest(&told, &TEXTS), "{layout:?}");
        }
        for filling in ["", "\0\0\0\0\0\0\0\0\0\0\0\0", "            \0"] {
            let silent = worded(layout, filling);
            assert_eq!(clean(KIND, &silent), Cleaned::Nothing, "{layout:?}: {filling:?} is no text");
        }
    }
}

#[test]
fn a_scan_that_says_nothing_is_left_alone() {
    for layout in layouts() {
        let rated = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><a xmp:Rating='5'/></x:xmpmeta>\0\0";
        let resources = bytes(34377, 7, "8BIM\x03\x6D\0\0\0\0\0\x10resolution......");
        let scan =
            layout.file(&[vec![bytes(0x0132, 2, "2026:11:16 09:00:00\0"), bytes(700, 1, rated), resources]]);
        assert_eq!(clean(KIND, &scan), Cleaned::Nothing, "{layout:?}");
    }
}

#[test]
fn a_twisted_scan_is_told_of_and_ends() {
    for layout in layouts() {
        let (word, first) = (layout.word(), if layout.wide { 16 } else { 8 });
        let pointing = |to: usize| (0x8825, layout.pointer(), 1, Value::Bytes(layout.number(to, word)));
        for to in [0, first, usize::from(u16::MAX)] {
            let file = layout.file(&[vec![pointing(to)]]);
            assert_eq!(clean(KIND, &file), Cleaned::Stuck, "{layout:?}: a GPS block at {to}");
        }
        // A chain that leads back to its beginning, and a way to the outside.
        let mut circle = layout.file(&[vec![layout.gps()]]);
        let next = first + if layout.wide { 8 + 20 } else { 2 + 12 };
        circle[next..next + word].copy_from_slice(&layout.number(first, word));
        assert!(!has_coordinate(&removed(clean(KIND, &circle))), "{layout:?}");
        circle[next..next + word].copy_from_slice(&layout.number(usize::from(u16::MAX), word));
        assert!(!has_coordinate(&removed(clean(KIND, &circle))), "{layout:?}");
    }
    for torn in [&b"II*\0"[..], b"II*\0\xFF\xFF\0\0", b"MM\0+\0\x08\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", b""]
    {
        assert_eq!(clean(KIND, torn), Cleaned::Stuck);
    }
}
