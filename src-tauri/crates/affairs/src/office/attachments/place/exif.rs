//! EXIF data as containers hold it: a TIFF structure, with the prefix that JPEG puts before it or without.

use img_parts::ImageEXIF;

use super::{Cleaned, tiff};

/// What JPEG puts before it.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";

/// Cleans EXIF data; its length stays. `Stuck` when it cannot be read.
pub(super) fn clean(data: &[u8]) -> Cleaned {
    let (prefix, body) = data.split_at(if data.starts_with(PREFIX) { PREFIX.len() } else { 0 });
    match tiff::clean_exif(body) {
        Some(Cleaned::Removed(body)) => Cleaned::Removed([prefix, &body].concat()),
        Some(cleaned) => cleaned,
        None => Cleaned::Stuck,
    }
}

/// Cleans the EXIF data of a picture. What cannot be read may say anything: it goes as a whole.
pub(super) fn clean_in(picture: &mut impl ImageEXIF) -> bool {
    let Some(data) = picture.exif() else { return false };
    match clean(&data) {
        Cleaned::Nothing => return false,
        Cleaned::Removed(data) => picture.set_exif(Some(data.into())),
        Cleaned::Stuck => picture.set_exif(None),
    }
    true
}
