//! Photos on paper: held up as the camera was held, in sRGB without transparency, no finer than a print shows, archived,
//! kept with their captions, the same in Word; what is no photo is refused in plain words.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use paper::{BlockKind, Document, PaperError, Photos, Template};
use proptest::prelude::*;
use serde_json::json;

use crate::flow::{document, pages, prose, text};
use crate::judges::assert_archive;
use crate::opened::Book;
use crate::poppler::Print;
use crate::support::*;

const TEMPLATE: &str = r#"
form = "official"
title = "现场照片"

[[block]]
id = "photos"
kind = "photos"
items = "photos"
photo = "{{ item.photo }}"
text = "{{ item.caption }}"
per_row = 2
"#;

fn bytes(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.into().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A photo whose left half is red and right half blue.
fn halves(width: u32, height: u32) -> Vec<u8> {
    let half = |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    bytes(RgbImage::from_fn(width, height, half), ImageFormat::Jpeg)
}

/// The same photo held as EXIF says: 6, turned by a quarter to the right.
fn turned(jpeg: &[u8]) -> Vec<u8> {
    let tiff =
        [b"Exif\0\0MM\0*\0\0\0\x08".as_slice(), &[0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]]
            .concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &tiff, &jpeg[2..]].concat()
}

fn photos(all: &[(&str, Vec<u8>)]) -> Result<Document, PaperError> {
    let mut store = Photos::default();
    let mut list = Vec::new();
    for (i, (caption, bytes)) in all.iter().enumerate() {
        store.add(&format!("p{i}"), bytes.clone());
        list.push(json!({ "photo": format!("p{i}"), "caption": caption }));
    }
    let template = Template::parse("own/photos", TEMPLATE).unwrap();
    template.fill_with(&json!({ "photos": list }), meta(), &store)
}

/// What poppler says of the pictures: width, height, colours, bits, coding, dots an inch.
fn listed(print: &Print) -> Vec<(u32, u32, String, f64)> {
    let table = judge("pdfimages", &["-list", &print.file().to_string_lossy()]);
    let row = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(
            (words[2], words[7], words[8]),
            ("image", "8", "jpeg"),
            "no mask, no other coding: {line}"
        );
        (
            words[3].parse().unwrap(),
            words[4].parse().unwrap(),
            words[5].to_owned(),
            words[12].parse().unwrap(),
        )
    };
    table.lines().skip(2).map(row).collect()
}

#[test]
fn photos_are_flat_in_srgb_no_finer_than_a_print_and_archived() {
    let alpha = bytes(RgbaImage::from_pixel(300, 200, Rgba([0, 128, 0, 0])), ImageFormat::Png);
    let grey = bytes(DynamicImage::new_luma8(40, 40), ImageFormat::Png);
    let doc = photos(&[("大图", halves(4000, 3000)), ("透明", alpha), ("小图", grey)]).unwrap();
    let print = Print::of(&doc);
    let listed = listed(&print);
    assert_eq!(listed.len(), 3);
    assert!(listed.iter().all(|one| one.2 == "rgb"), "{listed:?}");
    assert!(listed.iter().all(|one| one.3 <= 301.0), "no more than 300 dots an inch: {listed:?}");
    assert!(listed[0].3 > 290.0 && listed[0].0 < 4000, "and no fewer where there are more: {listed:?}");
    assert_eq!((listed[2].0, listed[2].1), (40, 40), "a small one is not blown up");
    assert_archive(&print.file());
    // What showed through is paper.
    let box_of = print.ink(1, 30.0..90.0, 107.0..184.0, false);
    assert!(box_of.is_none_or(|ink| ink.bottom - ink.top < 8.0), "only its caption is dark: {box_of:?}");
}

#[test]
fn the_colours_of_a_photos_own_profile_become_srgb() {
    let mut png = Vec::new();
    let mut encoder = image::codecs::png::PngEncoder::new(&mut png);
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    image::ImageEncoder::set_icc_profile(&mut encoder, profile).unwrap();
    let picture = RgbImage::from_pixel(32, 32, Rgb([60, 200, 60]));
    picture.write_with_encoder(encoder).unwrap();
    let shown = |bytes: Vec<u8>| {
        let book = Book::open(&paper::word(&photos(&[("绿", bytes)]).unwrap(), None).unwrap());
        let jpeg = book.media.values().next().unwrap().clone();
        *image::load_from_memory(&jpeg).unwrap().to_rgb8().get_pixel(16, 16)
    };
    let (wide, plain) = (shown(png), shown(bytes(picture, ImageFormat::Png)));
    assert!(plain.0[0].abs_diff(60) < 6, "without a profile nothing changes: {plain:?}");
    assert!(wide.0[0] < 30, "the green of a wide display is purer than 60 of sRGB's red lets it: {wide:?}");
}

#[test]
fn a_photo_stands_as_the_camera_was_held() {
    let flat = pages(&photos(&[("横", halves(400, 300))]).unwrap());
    let upright = pages(&photos(&[("竖", turned(&halves(400, 300)))]).unwrap());
    let size = |page: &paper::Page| (page.images[0].width, page.images[0].height);
    assert!(size(&flat[0]).0 > size(&flat[0]).1 && size(&upright[0]).0 < size(&upright[0]).1);
    // Turned to the right, the red left half is on top.
    let print = Print::of(&photos(&[("竖", turned(&halves(400, 300)))]).unwrap());
    let red = print.ink(1, 30.0..120.0, 28.0..184.0, true).unwrap();
    let image = &upright[0].images[0];
    let middle = f64::from(image.y + image.height / 2.0) / 72.0 * 25.4;
    assert!((red.bottom - middle).abs() < 1.5, "the upper half is red: {red:?}, the middle at {middle}");
}

#[test]
fn a_caption_stays_with_its_photo_and_counts_with_the_figures() {
    let BlockKind::Photos { photos: both, .. } =
        photos(&[("车间通道", halves(300, 400)), ("应急出口", halves(400, 300))])
            .unwrap()
            .blocks
            .remove(0)
            .kind
    else {
        panic!("photos")
    };
    for lines in 1..22 {
        let kinds = vec![prose(lines), BlockKind::Photos { photos: both.clone(), per_row: 2 }];
        let made = pages(&document(paper::Form::Official, kinds));
        let page = made.iter().find(|page| !page.images.is_empty()).unwrap();
        assert_eq!(page.images.len(), 2, "two in a row");
        let said = text(page);
        assert!(said.contains("图1车间通道") && said.contains("图2应急出口"), "{lines} lines: {said}");
        for image in &page.images {
            assert!(
                image.x > 79.0 && image.x + image.width < 522.0 && image.y + image.height < 743.0,
                "inside"
            );
        }
    }
}

/// Photos of a day, one in three held upright.
pub fn day(count: usize) -> Document {
    let all: Vec<(String, Vec<u8>)> = (0..count)
        .map(|i| {
            let (width, height) = if i % 3 == 2 { (900, 1200) } else { (1200, 900) };
            (format!("2026年{}月{}日，喷涂车间安全检查现场", i % 12 + 1, i + 8), halves(width, height))
        })
        .collect();
    let all: Vec<(&str, Vec<u8>)> =
        all.iter().map(|(caption, bytes)| (caption.as_str(), bytes.clone())).collect();
    photos(&all).unwrap()
}

/// Millimetres of the type area under the last photo and its caption.
fn blank(page: &paper::Page) -> f32 {
    let ends = page.images.iter().map(|image| image.y + image.height).fold(0.0, f32::max);
    (37.0 + 225.0) - ends / 72.0 * 25.4
}

#[test]
fn pages_of_photos_are_filled() {
    let flat: Vec<(&str, Vec<u8>)> = (0..8).map(|_| ("现场", halves(1200, 900))).collect();
    let made = pages(&photos(&flat).unwrap());
    assert_eq!(made.iter().map(|page| page.images.len()).collect::<Vec<_>>(), [8], "four rows of two");
    let upright: Vec<(&str, Vec<u8>)> = (0..12).map(|_| ("现场", halves(900, 1200))).collect();
    let made = pages(&photos(&upright).unwrap());
    assert_eq!(made.iter().map(|page| page.images.len()).collect::<Vec<_>>(), [6, 6], "three rows of two");
    for count in [5, 8, 12] {
        let made = pages(&day(count));
        let (_, full) = made.split_last().unwrap();
        for page in full {
            assert!(blank(page) < 65.0, "{count} photos: {} mm blank on page {}", blank(page), page.number);
        }
    }
    // Under text a row stands where it finds room, a little smaller.
    let BlockKind::Photos { photos: two, .. } = day(2).blocks.remove(0).kind else { panic!("photos") };
    for lines in 1..22 {
        let kinds = vec![prose(lines), BlockKind::Photos { photos: two.clone(), per_row: 2 }];
        let made = pages(&document(paper::Form::Official, kinds));
        let image = &made.iter().find(|page| !page.images.is_empty()).unwrap().images[0];
        let width = image.width / 72.0 * 25.4;
        assert!((0.74 * 75.0..75.1).contains(&width), "{lines} lines: {width} mm");
    }
}

#[test]
fn word_shows_the_same_photos() {
    let doc = photos(&[("车间<通道>&", halves(300, 400)), ("应急出口", halves(400, 300))]).unwrap();
    let book = Book::open(&paper::word(&doc, None).unwrap());
    assert_eq!(book.media.len(), 2, "{:?}", book.media.keys());
    assert!(book.media.values().all(|bytes| bytes.starts_with(&[0xFF, 0xD8])));
    assert_eq!(book.all("a:blip r:embed").len(), 2);
    assert!(book.all("a:blip r:embed").is_subset(&book.all("Relationship Id")), "each is linked");
    assert!(book.all("Default ContentType").contains("image/jpeg"));
    assert!(book.bare().contains("图1车间<通道>&") && book.bare().contains("图2应急出口"), "{}", book.bare());
}

#[test]
fn a_document_keeps_its_photos() {
    let make = || photos(&[("车间通道", halves(300, 400))]).unwrap();
    let doc = make();
    assert_eq!(rendered(&doc).sha256, rendered(&make()).sha256, "the same photo, the same bytes");
    let again: Document = serde_json::from_str(&serde_json::to_string(&doc).unwrap()).unwrap();
    assert_eq!(rendered(&again).sha256, rendered(&doc).sha256);
}

#[test]
fn what_is_no_photo_is_refused_in_plain_words() {
    let broken = photos(&[("好的", halves(30, 30)), ("坏的", b"\xFF\xD8\xFF\xE0 broken".to_vec())])
        .unwrap_err()
        .to_string();
    assert!(broken.contains("第 2 张照片（坏的）打不开"), "{broken}");
    // A decoder would fill the missing half with grey.
    let whole = halves(400, 300);
    for cut in [whole.len() / 2, whole.len() - 2, whole.len() - 1] {
        let torn = photos(&[("传了一半", whole[..cut].to_vec())]).unwrap_err().to_string();
        assert!(torn.contains("第 1 张照片（传了一半）打不开") && torn.contains("没有传完"), "{torn}");
    }
    let followed = [&whole[..], b"and a film behind it"].concat();
    assert!(photos(&[("后面还有", followed)]).is_ok(), "what follows the end is none of the photo");
    let template = Template::parse("own/photos", TEMPLATE).unwrap();
    let context = json!({ "photos": [{ "photo": "elsewhere", "caption": "门口" }] });
    let lost = template.fill(&context, meta()).unwrap_err().to_string();
    assert!(lost.contains("第 1 张照片（门口）没有找到"), "{lost}");
    assert!(Template::parse("own/photos", &TEMPLATE.replace("per_row = 2", "per_row = 3")).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_and_any_shape_are_printed_or_refused(
        junk in prop::collection::vec(any::<u8>(), 0..200),
        at in 0_usize..4000,
        width in 1_u32..90,
        height in 1_u32..900,
        caption in "[会议，。<&{{}}% a-z]{0,120}",
    ) {
        // A true photo with some bytes changed, and one of any shape.
        let mut changed = halves(64, 48);
        let from = at % changed.len();
        let to = (from + junk.len()).min(changed.len());
        changed[from..to].copy_from_slice(&junk[..to - from]);
        for bytes in [changed, junk.clone(), halves(width, height)] {
            let Ok(doc) = photos(&[(&caption, bytes)]) else { continue };
            let made = pages(&doc);
            for image in made.iter().flat_map(|page| &page.images) {
                prop_assert!(image.x > 79.0 && image.x + image.width < 522.5 && image.y + image.height < 743.5, "{image:?}");
            }
            rendered(&doc);
            paper::word(&doc, None).unwrap();
        }
    }
}
