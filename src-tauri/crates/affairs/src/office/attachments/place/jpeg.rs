//! JPEG: notes stand in segments before the picture; a second picture or a film may follow its end.

use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, JpegSegment, markers};

use paper::end_of_jpeg;

use super::{Cleaned, answer, exif, notes};

/// What stands before XMP.
const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";

/// Cleans a JPEG. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut picture = Jpeg::from_bytes(Bytes::copy_from_slice(bytes)).ok()?;
    let mut changed = false;
    picture.segments_mut().retain_mut(|segment| {
        let content = segment.contents();
        let tells = match segment.marker() {
            markers::APP1 if content.starts_with(exif::PREFIX) => match exif::clean(content) {
                Cleaned::Nothing => false,
                Cleaned::Removed(content) => {
                    *segment = JpegSegment::new_with_contents(markers::APP1, content.into());
                    changed = true;
                    return true;
                }
                // What cannot be read may say anything.
                Cleaned::Stuck => true,
            },
            // XMP, and its extension, which is cut in pieces that say nothing alone.
            markers::APP1 if content.starts_with(XMP) => notes::xmp_tells(&content[XMP.len()..]),
            markers::APP1 => content.starts_with(b"http://ns.adobe.com/xmp/extension/"),
            // IPTC: town, region, country.
            markers::APP13 => content.starts_with(b"Photoshop 3.0"),
            // The index of pictures appended after the end; they go too.
            markers::APP2 => content.starts_with(b"MPF\0"),
            // A comment is free text.
            markers::COM => notes::is_written(content),
            _ => false,
        };
        changed |= tells;
        !tells
    });
    let out = picture.encoder().bytes();
    // Whatever follows the end of the picture (a second picture, a film) has place data of its own.
    let end = end_of_jpeg(bytes);
    let appended = end.is_some_and(|end| bytes.len() - end > 2);
    let out = match end_of_jpeg(&out) {
        Some(end) if appended => out[..end].to_vec(),
        _ => out.to_vec(),
    };
    Some(answer(changed || appended, out))
}
