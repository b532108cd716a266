//! GIF: pictures that follow one another, with words and notes among them.

use super::{Cleaned, clean, removed};

const KIND: &str = "image/gif";
const WORDS: &[u8] = "拍摄地点：三河县莲塘镇".as_bytes();

/// An extension of these pieces.
fn extension(label: u8, pieces: &[&[u8]]) -> Vec<u8> {
    let mut out = vec![0x21, label];
    for piece in pieces {
        out.push(u8::try_from(piece.len()).unwrap());
        out.extend_from_slice(piece);
    }
    out.push(0);
    out
}

/// XMP as it stands in a GIF: not in pieces, and behind it what leads every reader of pieces to the end.
fn xmp(text: &[u8]) -> Vec<u8> {
    let trailer: Vec<u8> = [1].into_iter().chain((0..=255).rev()).chain([0]).collect();
    [&b"\x21\xFF\x0BXMP DataXMP"[..], text, &trailer].concat()
}

/// Two pictures that follow one another for ever, with `between` at every place where an extension may stand. The data of the
/// pictures looks like a comment.
fn film(between: &[u8]) -> Vec<u8> {
    let colours = b"\0\0\0\xFF\xFF\xFF";
    let screen = [&b"GIF89a\x02\0\x01\0\x80\0\0"[..], colours].concat();
    let again = extension(0xFF, &[b"NETSCAPE2.0", b"\x01\0\0"]);
    let wait = extension(0xF9, &[b"\x04\x0A\0\0"]);
    let data: &[u8] = b"\x02\x04\x21\xFE\x01\x61\x03GPS\0";
    let plain = [&b"\x2C\0\0\0\0\x02\0\x01\0\0"[..], data].concat();
    let coloured = [&b"\x2C\0\0\0\0\x02\0\x01\0\x80"[..], colours, data].concat();
    [&screen[..], between, &again, between, &wait, &plain, between, &wait, &coloured, between, b"\x3B"]
        .concat()
}

#[test]
fn words_and_notes_go_and_the_pictures_stay_byte_for_byte() {
    let plain = film(b"");
    assert_eq!(clean(KIND, &plain), Cleaned::Nothing);
    for (what, note) in [
        ("a comment", extension(0xFE, &[WORDS])),
        ("a comment in pieces", extension(0xFE, &[&WORDS[..10], &WORDS[10..]])),
        ("XMP", xmp(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a exif:GPSLatitude='28,41.1N'/></x:xmpmeta>")),
        ("IPTC", extension(0xFF, &[b"MGKIPTC0000", b"\x1C\x02\x5A\0\x08Nanchang"])),
    ] {
        assert_eq!(removed(clean(KIND, &film(&note))), plain, "{what}: nothing else goes");
    }
}

#[test]
fn what_says_nothing_stays_and_what_cannot_be_read_is_told() {
    for (what, silent) in [
        ("an empty comment", extension(0xFE, &[b" \0 "])),
        ("a profile of colours", extension(0xFF, &[b"ICCRGBG1012", b"GPS"])),
        ("an end too many", vec![0]),
    ] {
        assert_eq!(clean(KIND, &film(&silent)), Cleaned::Nothing, "{what}");
    }
    let whole = film(&extension(0xFE, &[WORDS]));
    let plain = film(b"");
    let endless = removed(clean(KIND, &whole[..whole.len() - 1]));
    assert_eq!(endless, &plain[..plain.len() - 1], "it need not have an end");
    for torn in [&b"GIF89a"[..], &whole[..24], &whole[..whole.len() - 4], b"GIF89a\x02\0\x01\0\0\0\0\x99"] {
        assert_eq!(clean(KIND, torn), Cleaned::Stuck);
    }
}
