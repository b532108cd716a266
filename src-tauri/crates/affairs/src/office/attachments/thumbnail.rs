//! Small pictures of pictures, held up the way the camera was held; of a scan of several pages, of the first. A picture that
//! would need too much memory gets none: it is kept and opened all the same. Pages of PDF files and AVIF pictures are drawn by
//! the window.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// The longer side of a small picture, in pixels: twice the width of a card on the page.
const SIDE: u32 = 320;
/// What a decoded picture may take: a photo of 50 million pixels. More is a mistake or a trap.
const MEMORY: u64 = 256 * 1024 * 1024;
/// What of it a HEIC photo may have in pixels: while one is decoded each takes about five bytes.
const HEIC_PIXELS: u64 = 50_000_000;
/// The longest side that is decoded.
const LONGEST: u32 = 20_000;
/// JPEG quality: no marks that one would see at this size.
const QUALITY: u8 = 80;

/// A small picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The picture as JPEG.
    pub jpeg: Vec<u8>,
}

/// The longer side of a picture that fills a page, in pixels: 200 a inch on A4.
const PAGE_SIDE: u32 = 2340;

/// A small picture of this one; `None` for what is no picture, is broken or cut off, or would need too much
/// memory.
pub fn make(bytes: &[u8]) -> Option<Thumbnail> {
    shrunk(bytes, SIDE)
}

/// The picture as large as a page needs it; `None` as of `make`.
pub fn for_a_page(bytes: &[u8]) -> Option<Thumbnail> {
    shrunk(bytes, PAGE_SIDE)
}

fn shrunk(bytes: &[u8], side: u32) -> Option<Thumbnail> {
    let picture = common(bytes, side).or_else(|| heic(bytes, side))?;
    // JPEG knows no transparency: what shows through is paper.
    let small = on_paper(&picture);
    let mut jpeg = Vec::new();
    small.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).ok()?;
    Some(Thumbnail { width: small.width(), height: small.height(), jpeg })
}

/// The kinds of pictures that most programs write.
fn common(bytes: &[u8], side: u32) -> Option<DynamicImage> {
    if !paper::whole_picture(bytes) {
        return None;
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    let scan = reader.format() == Some(ImageFormat::Tiff);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().ok()?;
    let whole = decoder.total_bytes();
    if whole > MEMORY {
        return None;
    }
    if scan {
        // A TIFF is decoded beside what it is copied into.
        limits.max_alloc = Some(MEMORY - whole);
        decoder.set_limits(limits).ok()?;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut small = smaller(DynamicImage::from_decoder(decoder).ok()?, side);
    small.apply_orientation(orientation);
    Some(small)
}

/// Whether this is a TIFF of several pages, of which a small picture shows the first alone (TIFF 6.0, section 2: each directory of a
/// page says where the next one begins, 0 after the last).
pub fn has_more_pages(bytes: &[u8]) -> bool {
    let little = bytes.starts_with(b"II*\0");
    if !little && !bytes.starts_with(b"MM\0*") {
        return false;
    }
    let number = |at: usize, of: usize| {
        let digits = bytes.get(at..)?.get(..of)?.iter();
        let add = |sum: usize, digit: &u8| (sum << 8) | usize::from(*digit);
        Some(if little { digits.rev().fold(0, add) } else { digits.fold(0, add) })
    };
    let next = || {
        let first = number(4, 4)?;
        let entries = number(first, 2)?;
        number(first.checked_add(2 + 12 * entries)?, 4)
    };
    next().is_some_and(|next| next != 0)
}

/// Photos as telephones write them. How the camera was held is said by the container and applied with it.
fn heic(bytes: &[u8], side: u32) -> Option<DynamicImage> {
    let options = heic_rs::DecodeOptions::default()
        .with_layout(heic_rs::PixelLayout::Rgb8)
        .with_max_pixels(Some(HEIC_PIXELS))
        .with_threads(Some(1));
    let picture = heic_rs::decode(bytes, &options).ok()?;
    let whole = image::RgbImage::from_raw(picture.width, picture.height, picture.data)?;
    Some(smaller(DynamicImage::ImageRgb8(whole), side))
}

fn smaller(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > side { picture.thumbnail(side, side) } else { picture }
}

fn on_paper(picture: &DynamicImage) -> image::RgbImage {
    let with_alpha = picture.to_rgba8();
    image::RgbImage::from_fn(with_alpha.width(), with_alpha.height(), |x, y| {
        let [red, green, blue, alpha] = with_alpha.get_pixel(x, y).0.map(u32::from);
        let mixed = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        image::Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let picture = image::RgbaImage::from_pixel(width, height, image::Rgba([200, 0, 0, 128]));
        picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
        out.into_inner()
    }

    #[test]
    fn a_picture_gets_small_and_keeps_its_shape() {
        let small = make(&png(1000, 500)).unwrap();
        assert_eq!((small.width, small.height), (320, 160));
        assert!(small.jpeg.starts_with(&[0xFF, 0xD8]));
        let own = make(&png(20, 10)).unwrap();
        assert_eq!((own.width, own.height), (20, 10), "a small one is not blown up");
        let pixel = image::load_from_memory(&own.jpeg).unwrap().to_rgb8().get_pixel(5, 5).0;
        assert!(
            pixel[0] > 200 && pixel[1] > 100,
            "half transparent red on paper is light red, not {pixel:?}"
        );
    }

    fn page(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(width, height, image::Rgb(colour));
        picture.write_to(&mut out, ImageFormat::Tiff).unwrap();
        out.into_inner()
    }

    /// Two scans as one file: the second behind the first, all that it says of places moved on by as much, and the first naming
    /// it as its next page.
    fn two_pages(first: &[u8], second: &[u8]) -> Vec<u8> {
        fn number(bytes: &[u8], at: usize) -> u32 {
            u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
        }
        fn entries(bytes: &[u8], directory: usize) -> usize {
            usize::from(u16::from_le_bytes(bytes[directory..directory + 2].try_into().unwrap()))
        }
        assert!(first.starts_with(b"II*\0") && second.starts_with(b"II*\0"));
        let mut all = first.to_vec();
        all.resize(first.len().next_multiple_of(8), 0);
        let moved = u32::try_from(all.len()).unwrap();
        let mut second = second.to_vec();
        let directory = usize::try_from(number(&second, 4)).unwrap();
        for entry in 0..entries(&second, directory) {
            let at = directory + 2 + 12 * entry;
            let (tag, kind) = (second[at..at + 2].to_vec(), usize::from(second[at + 2]));
            let size = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8][kind] * number(&second, at + 4);
            // What does not fit into the entry lies elsewhere, and so do the pixels (StripOffsets).
            if size > 4 || tag == 273_u16.to_le_bytes() {
                let place = number(&second, at + 8) + moved;
                second[at + 8..at + 12].copy_from_slice(&place.to_le_bytes());
            }
        }
        let own = usize::try_from(number(first, 4)).unwrap();
        let next = own + 2 + 12 * entries(first, own);
        let place = number(&second, 4) + moved;
        all[next..next + 4].copy_from_slice(&place.to_le_bytes());
        all.extend(second);
        all
    }

    #[test]
    fn a_scan_gets_small_and_of_several_pages_the_first_is_shown() {
        let (red, blue) = (page(600, 800, [200, 20, 20]), page(64, 32, [20, 20, 200]));
        let small = make(&red).unwrap();
        assert_eq!((small.width, small.height), (240, 320));
        assert!(!has_more_pages(&red));
        let both = two_pages(&red, &blue);
        let of_both = make(&both).unwrap();
        assert_eq!((of_both.width, of_both.height), (240, 320), "the first page");
        let pixel = image::load_from_memory(&of_both.jpeg).unwrap().to_rgb8().get_pixel(100, 100).0;
        assert!(pixel[0] > 150 && pixel[2] < 80, "and its colour, not {pixel:?}");
        assert!(has_more_pages(&both) && has_more_pages(&two_pages(&blue, &red)));
        assert_eq!(make(&red[..red.len() / 2]), None, "half of one is none");
        assert!(!has_more_pages(b"MM\0*\0\0\0\x08") && !has_more_pages(&png(4, 4)), "nothing says so");
    }

    #[test]
    fn a_scan_that_says_it_is_huge_gets_none() {
        let mut bomb = page(64, 64, [0, 0, 0]);
        let directory = usize::try_from(u32::from_le_bytes(bomb[4..8].try_into().unwrap())).unwrap();
        let entries = usize::from(bomb[directory]);
        for at in (0..entries).map(|entry| directory + 2 + 12 * entry) {
            // ImageWidth and ImageLength, as LONG: 15,000 by 15,000 takes more than there is twice over.
            if [256_u16, 257].iter().any(|tag| bomb[at..at + 2] == tag.to_le_bytes()) {
                bomb[at + 2..at + 4].copy_from_slice(&4_u16.to_le_bytes());
                bomb[at + 8..at + 12].copy_from_slice(&15_000_u32.to_le_bytes());
            }
        }
        assert_eq!(make(&bomb), None);
    }

    #[test]
    fn a_photo_of_a_telephone_gets_small() {
        let photo = include_bytes!("../../../../../../tests/fixtures/photos/photo.heic");
        let small = make(photo).unwrap();
        assert_eq!((small.width, small.height), (64, 48));
        let drawn = image::load_from_memory(&small.jpeg).unwrap().to_rgb8();
        let (first, last) = (drawn.get_pixel(2, 2).0, drawn.get_pixel(61, 45).0);
        assert_ne!(first, last, "a picture and not a grey card");
        assert_eq!(make(&photo[..photo.len() / 2]), None, "half of one is none");
    }

    #[test]
    fn no_picture_a_broken_one_and_a_bomb_get_none() {
        assert_eq!(make(b"%PDF-1.7"), None);
        assert_eq!(make(b""), None);
        let whole = png(100, 100);
        assert_eq!(make(&whole[..whole.len() / 2]), None);
        // A PNG that says it is 60,000 by 60,000 and is a few bytes long.
        let mut bomb = whole;
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        assert_eq!(make(&bomb), None);
    }
}
