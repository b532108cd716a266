//! PNG: EXIF data in its chunk, other notes in chunks of text, each under its keyword.

use img_parts::Bytes;
use img_parts::png::Png;

use super::{Cleaned, answer, exif};

/// Keywords of texts that say who made the picture, with what and when, and so stay. Any other text is free: EXIF
/// data and XMP in it, a comment, a keyword that a program made up for the place.
const HARMLESS: [&[u8]; 7] = [
    b"Software",
    b"Creation Time",
    b"Author",
    b"Copyright",
    // ImageMagick's times of the file.
    b"date:create",
    b"date:modify",
    b"date:timestamp",
];

/// Cleans a PNG. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = Png::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = exif::clean_in(&mut picture);
    picture.chunks_mut().retain(|chunk| {
        let text = matches!(&chunk.kind(), b"iTXt" | b"tEXt" | b"zTXt");
        let keyword = chunk.contents().split(|byte| *byte == 0).next().unwrap_or_default();
        let tells = text && !HARMLESS.contains(&keyword);
        changed |= tells;
        !tells
    });
    Some(answer(changed, picture.encoder().bytes().to_vec()))
}
