//! JPEG, PNG and WebP.

use img_parts::png::{Png, PngChunk};
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::super::exif::PREFIX;
use super::samples::{self, Layout, WORDS, has_coordinate, has_place, read, worded};
use super::{Cleaned, clean, removed};

fn picture(format: image::ImageFormat) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(8, 4, image::Rgb([10, 200, 30])).write_to(&mut out, format).unwrap();
    out.into_inner()
}

pub fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker][..], &len, content].concat()
}

/// A JPEG with these segments after its start.
pub fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
    let plain = picture(image::ImageFormat::Jpeg);
    [&plain[..2], &segments.concat(), &plain[2..]].concat()
}

/// A PNG with this EXIF data.
fn png_with(exif: &[u8]) -> Vec<u8> {
    let mut png = Png::from_bytes(Bytes::from(picture(image::ImageFormat::Png))).unwrap();
    png.set_exif(Some(Bytes::copy_from_slice(exif)));
    png.encoder().bytes().to_vec()
}

/// A WebP with this EXIF data.
fn webp_with(exif: &[u8]) -> Vec<u8> {
    let mut webp = WebP::from_bytes(Bytes::from(picture(image::ImageFormat::WebP))).unwrap();
    webp.set_exif(Some(Bytes::copy_from_slice(exif)));
    webp.encoder().bytes().to_vec()
}

fn assert_clean(bytes: &[u8], what: &str) {
    assert!(!has_place(bytes) && !has_coordinate(bytes), "{what}");
    let found = read(bytes).unwrap_or_else(|| panic!("{what}: the rest of the EXIF data stays"));
    let field = |tag| found.get_field(tag, ::exif::In::PRIMARY).map(|f| f.display_value().to_string());
    assert!(
        field(::exif::Tag::Orientation).is_some_and(|o| o.contains("right")),
        "{what}: held up as it was"
    );
    assert_eq!(field(::exif::Tag::DateTime).as_deref(), Some("2026-11-16 09:00:00"), "{what}");
    image::load_from_memory(bytes).unwrap_or_else(|why| panic!("{what}: the picture opens: {why}"));
}

#[test]
fn a_photo_forgets_where_and_keeps_when_and_how_it_was_held() {
    for big_endian in [true, false] {
        let exif = samples::exif(big_endian);
        let photo = jpeg_with(&[segment(0xE1, &[PREFIX, &exif].concat())]);
        assert!(has_place(&photo));
        let clean_photo = removed(clean("image/jpeg", &photo));
        assert_clean(&clean_photo, "jpeg");
        assert_eq!(clean("image/jpeg", &clean_photo), Cleaned::Nothing, "clean once is clean");
        for (kind, photo) in [("image/png", png_with(&exif)), ("image/webp", webp_with(&exif))] {
            assert_clean(&removed(clean(kind, &photo)), kind);
        }
    }
}

#[test]
fn words_in_a_photo_go_because_they_may_tell_a_place() {
    let exif = worded(Layout { big_endian: false, wide: false }, WORDS);
    let jpeg =
        jpeg_with(&[segment(0xE1, &[PREFIX, &exif].concat()), segment(0xFE, b"GPS 28.6831N 115.8583E")]);
    let has = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|it| it == words.as_bytes());
    for (kind, photo) in
        [("image/jpeg", jpeg), ("image/png", png_with(&exif)), ("image/webp", webp_with(&exif))]
    {
        let out = removed(clean(kind, &photo));
        assert_clean(&out, kind);
        assert!(has(&photo, WORDS) && !has(&out, WORDS) && !has(&out, "28.6831N"), "{kind}");
        assert_eq!(clean(kind, &out), Cleaned::Nothing, "{kind}: clean once is clean");
    }
    assert_eq!(clean("image/jpeg", &jpeg_with(&[segment(0xFE, b"  \0\0")])), Cleaned::Nothing);
}

/// Written by each maker in a way of its own: the place and the number of the camera may stand in them.
#[test]
fn a_makers_notes_go_unread_and_what_lies_beside_them_stays() {
    const NOTE: &[u8] = b"Maker\0\x01\x02 28.6831N 115.8583E serial 0123456789";
    for big_endian in [true, false] {
        let layout = Layout { big_endian, wide: false };
        let noted = |note: &[u8]| {
            let day = (0x9003, 2, 20, samples::text("2026:11:16 09:00:00\0"));
            let inner = vec![day, (0x927C, 7, note.len(), samples::Value::Bytes(note.to_vec()))];
            layout.file(&[vec![
                (0x0112, 3, 1, layout.short(6)),
                (0x0132, 2, 20, samples::text("2026:11:16 09:00:00\0")),
                (0x8769, layout.pointer(), 1, samples::Value::Directory(inner)),
            ]])
        };
        let exif = noted(NOTE);
        let jpeg = jpeg_with(&[segment(0xE1, &[PREFIX, &exif].concat())]);
        let has = |bytes: &[u8]| bytes.windows(NOTE.len()).any(|it| it == NOTE);
        let plain = picture(image::ImageFormat::Jpeg);
        for (kind, photo) in
            [("image/jpeg", jpeg), ("image/png", png_with(&exif)), ("image/webp", webp_with(&exif))]
        {
            let out = removed(clean(kind, &photo));
            assert!(has(&photo) && !has(&out), "{kind}");
            assert_clean(&out, kind);
            assert_eq!(samples::rest(&out, &[]), samples::rest(&photo, &[0x927C]), "{kind}: the rest stays");
            assert_eq!(clean(kind, &out), Cleaned::Nothing, "{kind}: clean once is clean");
            if kind == "image/jpeg" {
                assert!(out.ends_with(&plain[2..]), "the picture lies there byte for byte");
            }
        }
        let empty = jpeg_with(&[segment(0xE1, &[PREFIX, &noted(&[0; 32])].concat())]);
        assert_eq!(clean("image/jpeg", &empty), Cleaned::Nothing, "zeros are no notes");
    }
}

#[test]
fn of_a_png_s_texts_those_stay_that_say_who_made_it_with_what_and_when() {
    let plain = picture(image::ImageFormat::Png);
    for (kind, keyword, stays) in [
        (*b"tEXt", "exif:GPSLatitude", false),
        (*b"iTXt", "Location", false),
        (*b"zTXt", "Comment", false),
        (*b"tEXt", "Software and where", false),
        (*b"tEXt", "Software", true),
        (*b"tEXt", "Creation Time", true),
        (*b"iTXt", "Author", true),
    ] {
        let mut noted = Png::from_bytes(Bytes::from(plain.clone())).unwrap();
        noted.chunks_mut().insert(1, PngChunk::new(kind, Bytes::from(format!("{keyword}\0words"))));
        let noted = noted.encoder().bytes();
        if stays {
            assert_eq!(clean("image/png", &noted), Cleaned::Nothing, "{keyword}");
        } else {
            assert_eq!(removed(clean("image/png", &noted)), plain, "{keyword}: nothing but the text goes");
        }
    }
}

#[test]
fn other_notes_of_a_place_and_appended_pictures_go_too() {
    let xmp = |text: &str| segment(0xE1, format!("http://ns.adobe.com/xap/1.0/\0{text}").as_bytes());
    let noted = [
        xmp("<x exif:GPSLatitude=\"28,41.1N\"/>"),
        xmp("<dc:description>28.6831N 115.8583E</dc:description>"),
        segment(0xFE, b"GPS 28.6831N 115.8583E"),
        segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04Nanchang"),
        segment(0xE2, b"MPF\0II*\0"),
    ];
    for one in noted {
        let out = removed(clean("image/jpeg", &jpeg_with(std::slice::from_ref(&one))));
        assert_eq!(out, picture(image::ImageFormat::Jpeg), "nothing but the note goes");
    }
    assert_eq!(clean("image/jpeg", &jpeg_with(&[xmp("<x xmp:Rating=\"5\"/>")])), Cleaned::Nothing);
    let plain = picture(image::ImageFormat::Jpeg);
    let film = [&plain[..], b"\0\0\0\x18ftypmp42 28.6852 115.7892"].concat();
    assert_eq!(removed(clean("image/jpeg", &film)), plain);
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
    assert_eq!(clean("image/jpeg", b"\xFF\xD8broken"), Cleaned::Stuck);
    assert_eq!(clean("image/vnd.adobe.photoshop", b"8BPS"), Cleaned::Stuck, "it may say it, nobody looked");
    assert_eq!(clean("application/pdf", b"%PDF"), Cleaned::Nothing);
    // EXIF data that points outside of itself may say anything: all of it goes.
    let torn = segment(0xE1, b"Exif\0\0II*\0\xFF\xFF\0\0");
    let out = removed(clean("image/jpeg", &jpeg_with(&[torn])));
    assert_eq!(out, picture(image::ImageFormat::Jpeg));
}
