//! JPEG, PNG and WebP.

use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

use super::super::exif::PREFIX;
use super::samples::{self, has_coordinate, has_place, read};
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
            assert_clean(&removed(clean(kind, &out)), kind);
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
