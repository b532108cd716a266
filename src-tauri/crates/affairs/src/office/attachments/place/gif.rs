//! GIF (GIF89a): a comment, and the notes of other programs, stand in extensions of their own among the pictures. They are left out;
//! every other block stays as it is, the pictures and how they follow one another too.

use super::{Cleaned, answer, notes};

const EXTENSION: u8 = 0x21;
const PICTURE: u8 = 0x2C;
const END: u8 = 0x3B;
/// Extensions by their label.
const COMMENT: u8 = 0xFE;
const APPLICATION: u8 = 0xFF;

/// Applications that write notes: XMP, and the IPTC and Photoshop resources of ImageMagick.
const NOTES: [&[u8]; 3] = [b"XMP Data", b"MGKIPTC", b"MGK8BIM"];

/// Cleans a GIF. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut at = head(bytes)?;
    let mut out = bytes[..at].to_vec();
    let mut changed = false;
    // Some writers leave out the end.
    while let Some(kind) = bytes.get(at) {
        let end = match *kind {
            EXTENSION => blocks(bytes, at + 2)?,
            PICTURE => blocks(bytes, at + 10 + table(*bytes.get(at + 9)?) + 1)?,
            END => bytes.len(),
            // An end of a block too many, which every reader passes over.
            0 => at + 1,
            _ => return None,
        };
        let part = &bytes[at..end];
        if *kind == EXTENSION && tells(part) {
            changed = true;
        } else {
            out.extend_from_slice(part);
        }
        at = end;
    }
    Some(answer(changed, out))
}

/// Where the blocks begin: behind the size of the screen and the colours of all pictures.
fn head(bytes: &[u8]) -> Option<usize> {
    if !bytes.starts_with(b"GIF8") {
        return None;
    }
    let end = 13 + table(*bytes.get(10)?);
    bytes.get(..end).map(|_| end)
}

/// The bytes of the colours that these flags announce.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << (usize::from(flags & 7) + 1) }
}

/// Where the pieces that begin here end, each behind its length, the last of none.
fn blocks(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let len = usize::from(*bytes.get(at)?);
        at += 1 + len;
        if len == 0 {
            return Some(at);
        }
    }
}

/// Whether an extension is free text or a note.
fn tells(extension: &[u8]) -> bool {
    match extension[1] {
        COMMENT => {
            let mut text = Vec::new();
            let mut rest = &extension[2..];
            while let Some((len, more)) = rest.split_first() {
                let (piece, next) = more.split_at(usize::from(*len).min(more.len()));
                text.extend_from_slice(piece);
                rest = next;
            }
            notes::is_written(&text)
        }
        // Its name stands behind the length of it.
        APPLICATION => {
            let id = extension.get(3..).unwrap_or_default();
            NOTES.iter().any(|name| id.starts_with(name))
        }
        _ => false,
    }
}
