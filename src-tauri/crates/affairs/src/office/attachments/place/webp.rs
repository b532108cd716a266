//! WebP: EXIF data and XMP, a chunk each.

use img_parts::Bytes;
use img_parts::webp::WebP;

use super::{Cleaned, answer, exif};

/// Cleans a WebP. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = WebP::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = exif::clean_in(&mut picture);
    let before = picture.chunks().len();
    picture.remove_chunks_by_id(*b"XMP ");
    changed |= picture.chunks().len() != before;
    Some(answer(changed, picture.encoder().bytes().to_vec()))
}
