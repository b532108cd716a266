//! The notes in which programs repeat where a photo was taken: which bytes tell of a place. Where notes lie in a
//! file is a matter of its format.

/// Words under which XMP says where.
const WORDS: &[&[u8]] =
    &[b"GPS", b"Location", b"photoshop:City", b"photoshop:State", b"photoshop:Country", b"Iptc4xmp", b"geo:"];

/// Marks under which anything else says where. Four bytes at least, because fewer turn up in coded data by chance.
const MARKS: &[&[u8]] = &[b"GPSL", b"Location", b"Exif\0\0", b"\xA9xyz", b"loci", b"ISO6709"];

/// The kinds of Photoshop's resources that hold notes: IPTC, EXIF, XMP.
const RESOURCES: &[&[u8]] = &[b"8BIM\x04\x04", b"8BIM\x04\x22", b"8BIM\x04\x23", b"8BIM\x04\x24"];

/// Whether XMP tells of a place. XMP with zeros in it is not in the one coding that files have it in (UTF-8),
/// and may say anything.
pub(super) fn xmp_tells(text: &[u8]) -> bool {
    // Some writers fill up with zeros.
    let text = &text[..text.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)];
    text.contains(&0) || any(text, WORDS)
}

/// Whether Photoshop's resources hold notes.
pub(super) fn photoshop_tells(resources: &[u8]) -> bool {
    any(resources, RESOURCES)
}

/// Whether bytes of no known shape tell of a place.
pub(super) fn tells(bytes: &[u8]) -> bool {
    any(bytes, MARKS)
}

fn any(bytes: &[u8], words: &[&[u8]]) -> bool {
    words.iter().any(|word| bytes.windows(word.len()).any(|found| found == *word))
}
