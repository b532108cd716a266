//! Any bytes, and good files with bytes turned over: nothing breaks, nothing grows, and no place is said to be
//! gone that another program still reads.

use proptest::collection::vec;
use proptest::prelude::*;

use super::chunked::{jpeg_with, segment};
use super::samples::{Layout, exif, exif_item, heif, item, read};
use super::{Cleaned, clean, photo};

const KINDS: [&str; 7] =
    ["image/jpeg", "image/png", "image/webp", "image/tiff", "image/heic", "image/avif", "image/gif"];

/// Good files, each with a place in it.
fn good() -> Vec<(&'static str, Vec<u8>)> {
    let xmp = item(b"mime", b"application/rdf+xml", b"<a exif:GPSLatitude='28,41.1N'/>");
    let page = |layout: Layout| {
        let small = (330, layout.pointer(), 1, super::samples::Value::Directory(vec![layout.gps()]));
        layout.file(&[vec![(0x0112, 3, 1, layout.short(6)), small, layout.gps()], vec![layout.gps()]])
    };
    vec![
        ("image/jpeg", jpeg_with(&[segment(0xE1, &[b"Exif\0\0", &exif(false)[..]].concat())])),
        ("image/tiff", page(Layout { big_endian: true, wide: false })),
        ("image/tiff", page(Layout { big_endian: false, wide: false })),
        ("image/tiff", page(Layout { big_endian: false, wide: true })),
        ("image/heic", heif(&[exif_item(), xmp], 1, 1, 2)),
        ("image/heic", photo("photo.heic")),
        ("image/avif", photo("photo.avif")),
    ]
}

fn check(kind: &str, bytes: &[u8]) {
    let Cleaned::Removed(out) = clean(kind, bytes) else { return };
    if matches!(kind, "image/tiff" | "image/heic" | "image/avif") {
        assert_eq!(out.len(), bytes.len(), "{kind}");
    } else {
        assert!(out.len() <= bytes.len(), "{kind}");
    }
    let latitude = |exif: ::exif::Exif| exif.fields().any(|it| it.tag == ::exif::Tag::GPSLatitude);
    assert!(!read(&out).is_some_and(latitude), "{kind}: another program still reads the place");
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in vec(0u8.., 0..400), magic in 0usize..7) {
        let magic = [&b""[..], b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"MM\0+\0\x08\0\0\0\0\0\0\0\0\0\x10",
            b"\0\0\0\x10ftypheic\0\0\0\0\0\0\0\0meta", b"\xFF\xD8\xFF\xE1", b"GIF89a\x02\0\x01\0\0\0\0\x21\xFE"][magic];
        for kind in KINDS {
            check(kind, &[magic, &bytes].concat());
        }
    }

    #[test]
    fn nearly_right_is_worse_than_noise(turned in vec((0usize.., 1u8..), 1..4), numbers in vec((0usize.., 0u8..), 0..3)) {
        for (kind, mut bytes) in good() {
            let len = bytes.len();
            for (at, flip) in &turned {
                bytes[at % len] ^= flip;
            }
            // Small numbers are the ones that mean something.
            for (at, number) in &numbers {
                bytes[at % len] = number % 32;
            }
            check(kind, &bytes);
        }
    }
}
