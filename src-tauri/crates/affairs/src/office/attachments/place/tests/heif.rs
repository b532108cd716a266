//! HEIC and AVIF, as encoders write them and as the standard allows them.

use super::chunked::{jpeg_with, segment};
use super::samples::{
    CODED, Layout, TEXTS, WORDS, exif, exif_item, has_coordinate, has_place, heif, item, part, rest, worded,
};
use super::{Cleaned, clean, photo, removed};

const KIND: &str = "image/heic";
const RDF: &[u8] = b"application/rdf+xml";
const XMP: &[u8] = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a exif:GPSLatitude='28,41.1N'/></x:xmpmeta>";

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|it| it == part)
}

#[test]
fn a_photo_of_a_real_encoder_forgets_where_and_keeps_all_else() {
    for (name, kind) in [("photo.heic", "image/heic"), ("photo.avif", "image/avif")] {
        let photo = photo(name);
        let out = removed(clean(kind, &photo));
        assert!(has_place(&photo) && !has_place(&out), "{name}");
        let kept = rest(&out, &[]);
        assert_eq!(kept, rest(&photo, &[]), "{name}");
        assert!(kept.iter().any(|field| field.contains("2026-11-16 09:00:00")), "{name}: {kept:?}");
        for gone in [&b"GPSLatitude"[..], b"Nanchang"] {
            assert!(find(&photo, gone).is_some() && find(&out, gone).is_none(), "{name}");
        }
        // Where notes lie, told by what they begin and end with.
        let exif = ::exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&photo)).unwrap();
        let from = find(&photo, exif.buf()).unwrap();
        let xmp =
            find(&photo, b"<?xpacket begin").unwrap()..find(&photo, b"<?xpacket end='w'?>").unwrap() + 19;
        let notes = [from..from + exif.buf().len(), xmp];
        let changed = photo.iter().zip(&out).enumerate().filter(|(_, (before, after))| before != after);
        assert_eq!(out.len(), photo.len(), "{name}");
        for (at, _) in changed {
            assert!(notes.iter().any(|note| note.contains(&at)), "{name}: byte {at} is no note's");
        }
        assert_eq!(clean(kind, &out), Cleaned::Nothing, "{name}: clean once is clean");
    }
}

#[test]
fn notes_are_found_wherever_the_standard_lets_them_lie() {
    for (version, method) in [(0, 0), (1, 0), (2, 0), (1, 1), (2, 1)] {
        for pieces in [1, 3] {
            let file = heif(&[exif_item(), item(b"mime", RDF, XMP)], version, method, pieces);
            let out = removed(clean(KIND, &file));
            let what = format!("iloc {version}, method {method}, {pieces} pieces");
            assert!(has_place(&file) && !has_place(&out), "{what}");
            assert_eq!(rest(&out, &[]), rest(&file, &[]), "{what}");
            assert!(!has_coordinate(&out) && find(&out, b"GPSLatitude").is_none(), "{what}");
            assert_eq!(out.len(), file.len(), "{what}");
            assert_eq!(find(&out, CODED), find(&file, CODED), "{what}: the picture lies where it lay");
        }
    }
    // As some writers have it: no distance before the EXIF data, an address instead of a media type.
    let odd = heif(&[item(b"Exif", b"", &exif(false)), item(b"uri ", b"", b"urn:x\0 Location")], 1, 0, 1);
    let out = removed(clean(KIND, &odd));
    assert!(!has_coordinate(&out) && find(&out, b"Location").is_none());
}

#[test]
fn words_about_the_picture_go_and_nothing_moves() {
    let exif = worded(Layout { big_endian: true, wide: false }, WORDS);
    let file = heif(&[item(b"Exif", b"", &[b"\0\0\0\x06Exif\0\0", exif.as_slice()].concat())], 1, 0, 1);
    let out = removed(clean(KIND, &file));
    assert!(find(&file, WORDS.as_bytes()).is_some() && find(&out, WORDS.as_bytes()).is_none());
    assert_eq!((out.len(), rest(&out, &[])), (file.len(), rest(&file, &TEXTS)));

    let described = |words: &str| {
        let texts = part(b"udes", format!("\0\0\0\0zh\0\0{words}\0\0").as_bytes());
        let properties = part(b"iprp", &part(b"ipco", &texts));
        [heif(&[], 1, 0, 1), part(b"meta", &[b"\0\0\0\0", properties.as_slice()].concat())].concat()
    };
    let file = described(WORDS);
    let out = removed(clean(KIND, &file));
    assert!(find(&file, WORDS.as_bytes()).is_some() && find(&out, WORDS.as_bytes()).is_none());
    assert_eq!((out.len(), find(&out, CODED)), (file.len(), find(&file, CODED)));
    assert_eq!(clean(KIND, &out), Cleaned::Nothing, "clean once is clean");
}

#[test]
fn what_says_nothing_is_left_alone() {
    let rated = item(b"mime", RDF, b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a xmp:Rating='5'/></x:xmpmeta>");
    let small = item(b"jpeg", b"", &jpeg_with(&[]));
    for items in [vec![], vec![rated, small]] {
        assert_eq!(clean(KIND, &heif(&items, 1, 0, 1)), Cleaned::Nothing);
    }
}

#[test]
fn a_film_that_the_phone_appended_becomes_free_room() {
    let photo = heif(&[], 1, 0, 1);
    let film = part(b"mpvd", b"\0\0\0\x18ftypmp42 \xA9xyz+28.6852+115.7892/");
    let out = removed(clean(KIND, &[&photo[..], &film].concat()));
    assert_eq!(out, [&photo[..], &part(b"free", &[0; 35][..film.len() - 8])].concat());
    let silent = [&photo[..], &part(b"mpvd", b"\0\0\0\x18ftypmp42")].concat();
    assert_eq!(clean(KIND, &silent), Cleaned::Nothing);
}

#[test]
fn what_cannot_be_read_is_told() {
    let whole = heif(&[exif_item()], 1, 0, 1);
    let changed = |from: &[u8], to: &[u8]| {
        let mut file = whole.clone();
        let at = find(&file, from).expect("the sample has it");
        file[at..at + to.len()].copy_from_slice(to);
        file
    };
    let small = jpeg_with(&[segment(0xE1, &[b"Exif\0\0", &exif(true)[..]].concat())]);
    let twisted: [(&str, Vec<u8>); 10] = [
        ("made of other items", heif(&[exif_item()], 1, 2, 1)),
        ("encrypted", changed(b"\0\x02\0\0Exif", b"\0\x02\0\x01Exif")),
        ("an iloc that nobody knows", changed(b"iloc\x01", b"iloc\x03")),
        ("cut off", whole[..whole.len() - 3].to_vec()),
        ("a box over its end", b"\0\0\0\x18ftypheic".to_vec()),
        ("EXIF data that is none", heif(&[item(b"Exif", b"", b"\0\0\0\0nothing")], 1, 0, 1)),
        ("a JPEG with notes inside", heif(&[item(b"jpeg", b"", &small)], 1, 0, 1)),
        ("the short form", [&whole[..], &part(b"mini", b"")].concat()),
        ("pictures in a row with notes", [&whole[..], &part(b"moov", b"infeExif")].concat()),
        ("nothing", b"\0\0".to_vec()),
    ];
    for (what, file) in twisted {
        assert_eq!(clean(KIND, &file), Cleaned::Stuck, "{what}");
    }
    // An item that takes its bytes from another's.
    let mut shared = heif(&[exif_item()], 1, 0, 1);
    let exif = u32::try_from(CODED.len() + 2).unwrap().to_be_bytes();
    let at = shared.windows(4).rposition(|it| it == exif).unwrap();
    shared[at..at + 4].copy_from_slice(&[0; 4]);
    assert_eq!(clean(KIND, &shared), Cleaned::Stuck, "shared");
}
