//! Small pictures of pictures, held up the way the camera was held. A picture that would need too much memory
//! gets none: it is kept and opened all the same. Pages of PDF files and AVIF pictures are drawn by the window.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

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
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > MEMORY {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut small = smaller(DynamicImage::from_decoder(decoder).ok()?, side);
    small.apply_orientation(orientation);
    Some(small)
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
