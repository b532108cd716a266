//! The notes in which programs repeat where a photo was taken: which bytes tell of a place, or may, because they
//! are free text. Where notes lie in a file is a matter of its format.

/// Words under which XMP says where.
const WORDS: &[&[u8]] =
    &[b"GPS", b"Location", b"photoshop:City", b"photoshop:State", b"photoshop:Country", b"Iptc4xmp", b"geo:"];

/// Words under which XMP repeats the free text of EXIF data, and has its own.
const TEXTS: &[&[u8]] = &[
    b"UserComment",
    b"ImageDescription",
    b"dc:title",
    b"dc:description",
    b"dc:subject",
    b"photoshop:Headline",
    b"photoshop:Instructions",
    b"LastKeyword",
    b"hierarchicalSubject",
];

/// What stands before a UserComment, eight bytes that tell how it is coded (EXIF 2.32, 4.6.5).
const CODINGS: &[&[u8]] = &[b"ASCII\0\0\0", b"JIS\0\0\0\0\0", b"UNICODE\0"];

/// Marks under which anything else says where. Four bytes at least, because fewer turn up in coded data by chance.
const MARKS: &[&[u8]] = &[b"GPSL", b"Location", b"Exif\0\0", b"\xA9xyz", b"loci", b"ISO6709"];

/// The kinds of Photoshop's resources that hold notes: IPTC, EXIF, XMP.
const RESOURCES: &[&[u8]] = &[b"8BIM\x04\x04", b"8BIM\x04\x22", b"8BIM\x04\x23", b"8BIM\x04\x24"];

/// Whether XMP tells of a place. XMP with zeros in it is not in the one coding that files have it in (UTF-8),
/// and may say anything.
pub(super) fn xmp_tells(text: &[u8]) -> bool {
    // Some writers fill up with zeros.
    let text = &text[..text.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)];
    text.contains(&0) || any(text, WORDS) || any(text, TEXTS)
}

/// Whether a free text has anything in it. Zeros and blanks, with which cameras fill one up, are nothing.
pub(super) fn is_written(text: &[u8]) -> bool {
    let text = CODINGS.iter().find_map(|coding| text.strip_prefix(*coding)).unwrap_or(text);
    text.iter().any(|byte| *byte != 0 && !byte.is_ascii_whitespace())
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
