//! Photos made ready for paper: held up the way the camera was held, what shows through is paper, colours as sRGB, no more
//! pixels than the print can show. What is kept is what is printed, so that a paper needs no file beside it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use moxcms::{ColorProfile, Layout, TransformOptions};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::layout::photo_size::place;

/// Pixels an inch that a print can show.
const DPI: f32 = 300.0;
/// What a decoded picture may take: a photo of 50 million pixels. More is a mistake or a trap.
const MEMORY: u64 = 256 * 1024 * 1024;
/// The longest side that is decoded.
const LONGEST: u32 = 20_000;
/// So many photos are decoded side by side at the most.
const AT_ONCE: usize = 4;
/// How a JPEG begins.
const SOI: [u8; 2] = [0xFF, 0xD8];
/// JPEG quality: no marks that one would see on paper.
const QUALITY: u8 = 90;

/// The bytes of photos by the handles that a template's context names them with.
#[derive(Debug, Clone, Default)]
pub struct Photos(BTreeMap<String, Vec<u8>>);

impl Photos {
    /// Adds a photo's bytes (JPEG, PNG, WebP, GIF, BMP, or the first page of a TIFF) under a handle.
    pub fn add(&mut self, handle: &str, bytes: Vec<u8>) {
        self.0.insert(handle.to_owned(), bytes);
    }

    /// The bytes of a handle.
    pub(crate) fn get(&self, handle: &str) -> Option<&[u8]> {
        self.0.get(handle).map(Vec::as_slice)
    }
}

/// A photo as it is printed: a JPEG in sRGB without transparency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    #[serde(serialize_with = "to_text", deserialize_with = "from_text")]
    pub(crate) jpeg: Arc<[u8]>,
    /// Pixels.
    pub(crate) width: u32,
    /// Pixels.
    pub(crate) height: u32,
}

impl Picture {
    /// Makes a photo ready to stand `per_row` in a row. Nothing when it is no picture, is broken or cut off, or is too large.
    pub fn prepare(bytes: &[u8], per_row: u8) -> Option<Picture> {
        if !whole_picture(bytes) {
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
        let profile = decoder.icc_profile().ok().flatten();
        let mut picture = DynamicImage::from_decoder(decoder).ok()?;
        picture.apply_orientation(orientation);
        let (width, _) = place((picture.width(), picture.height()), per_row);
        let most = (width / 72.0 * DPI).ceil() as u32;
        if picture.width() > 2 * most {
            // The bulk by means of whole pixels, many times faster than the filter and as good at this size.
            picture = picture.thumbnail(2 * most, u32::MAX);
        }
        if picture.width() > most {
            let height = (f64::from(picture.height()) * f64::from(most) / f64::from(picture.width())).round();
            picture = picture.resize_exact(most, (height as u32).max(1), FilterType::Triangle);
        }
        let flat = as_srgb(on_paper(&picture), profile.as_deref());
        let mut jpeg = Vec::new();
        flat.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).ok()?;
        Some(Picture { jpeg: jpeg.into(), width: flat.width(), height: flat.height() })
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

/// Makes photos ready in their order, as many at a time as the machine has cores, up to [`AT_ONCE`]: each takes the memory
/// of a whole picture while it is decoded.
pub(crate) fn prepare_all(photos: &[Option<&[u8]>], per_row: u8) -> Vec<Option<Picture>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from).min(AT_ONCE);
    let prepare = |bytes: &Option<&[u8]>| bytes.and_then(|bytes| Picture::prepare(bytes, per_row));
    let mut out = Vec::with_capacity(photos.len());
    for some in photos.chunks(cores) {
        std::thread::scope(|scope| {
            let running: Vec<_> = some.iter().map(|bytes| scope.spawn(|| prepare(bytes))).collect();
            // A decoder that panics is a photo that cannot be opened.
            out.extend(running.into_iter().map(|one| one.join().ok().flatten()));
        });
    }
    out
}

/// Where the picture of a JPEG ends: after its first end mark outside of a segment. None for one that was cut off on its
/// way (a decoder fills what is missing with grey), and for what is no JPEG.
#[must_use]
pub fn end_of_jpeg(bytes: &[u8]) -> Option<usize> {
    if !bytes.starts_with(&SOI) {
        return None;
    }
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

/// Whether a picture came in one piece, as far as its end tells; only a JPEG can be decoded without it.
#[must_use]
pub fn whole_picture(bytes: &[u8]) -> bool {
    !bytes.starts_with(&SOI) || end_of_jpeg(bytes).is_some()
}

/// What shows through is white.
fn on_paper(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let with_alpha = picture.to_rgba8();
    RgbImage::from_fn(with_alpha.width(), with_alpha.height(), |x, y| {
        let [red, green, blue, alpha] = with_alpha.get_pixel(x, y).0.map(u32::from);
        let mixed = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(255);
        image::Rgb([mixed(red), mixed(green), mixed(blue)])
    })
}

/// The colours of the picture's own profile as sRGB; a profile that cannot be read, or is none of RGB, changes nothing.
fn as_srgb(picture: RgbImage, profile: Option<&[u8]>) -> RgbImage {
    let Some(own) = profile.and_then(|bytes| ColorProfile::new_from_slice(bytes).ok()) else {
        return picture;
    };
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let Ok(change) = own.create_transform_8bit(Layout::Rgb, &srgb, Layout::Rgb, options) else {
        return picture;
    };
    let mut changed = RgbImage::new(picture.width(), picture.height());
    match change.transform(picture.as_raw(), &mut changed) {
        Ok(()) => changed,
        Err(_) => picture,
    }
}

fn to_text<S: Serializer>(bytes: &Arc<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn from_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<[u8]>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map(Into::into).map_err(serde::de::Error::custom)
}
