//! PNG: EXIF data in its chunk, other notes in chunks of text.

use img_parts::Bytes;
use img_parts::png::Png;

use super::{Cleaned, answer, exif};

/// Cleans a PNG. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = exif::clean_in(&mut picture);
    picture.chunks_mut().retain(|chunk| {
        let text = matches!(&chunk.kind(), b"iTXt" | b"tEXt" | b"zTXt");
        let content = chunk.contents();
        let tells =
            text && (content.starts_with(b"XML:com.adobe.xmp") || content.starts_with(b"Raw profile type"));
        changed |= tells;
        !tells
    });
    Some(answer(changed, picture.encoder().bytes().to_vec()))
}
