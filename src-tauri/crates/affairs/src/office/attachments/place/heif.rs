//! HEIC, HEIF and AVIF (ISO/IEC 23008-12): EXIF data and XMP are items beside the picture's, a description in
//! words a property of it. They are changed where they lie and keep their length, so that the picture is found
//! where it was.

use super::boxes::{self, Item, Part};
use super::{Cleaned, answer, exif, jpeg, notes};

/// XMP that says nothing; spaces follow it to the length of what it takes the place of.
const SILENT: &[u8] = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>";

/// Cleans a picture; its length stays. `None` when it cannot be read.
pub(super) fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let mut out = bytes.to_vec();
    let mut changed = false;
    for part in boxes::boxes(bytes, 0..bytes.len())? {
        let body = &bytes[part.body.clone()];
        match &part.kind {
            b"ftyp" | b"mdat" => {}
            // The short form of `meta` (2024), which no phone writes yet.
            b"mini" => return None,
            b"meta" => {
                changed |= clean_items(&mut out, &part)?;
                changed |= clean_descriptions(&mut out, &part)?;
            }
            // Pictures in a row, and groups of notes to choose from, have notes of their own.
            b"moov" | b"meco" if notes::tells(body) || body.windows(4).any(|it| it == b"Exif") => {
                return None;
            }
            b"moov" | b"meco" => {}
            // A film appended by the phone, or what other programs add: it becomes free room.
            _ if notes::tells(body) => {
                out[part.at + 4..part.at + 8].copy_from_slice(b"free");
                out[part.body].fill(0);
                changed = true;
            }
            _ => {}
        }
    }
    Some(answer(changed, out))
}

fn clean_items(bytes: &mut [u8], meta: &Part) -> Option<bool> {
    let items = boxes::items(bytes, meta.body.clone())?;
    let (mut cleaned, mut left) = (Vec::new(), bytes.len());
    for (n, item) in items.iter().enumerate() {
        if !matches!(&item.kind, b"Exif" | b"mime" | b"uri " | b"jpeg") {
            continue;
        }
        // Items that lie over one another could make much of little.
        left = left.checked_sub(item.len())?;
        let content = item.content(bytes)?;
        let content = if item.kind == *b"Exif" { clean_exif(&content)? } else { clean_note(item, content)? };
        if let Cleaned::Removed(content) = content {
            cleaned.push((n, content));
        }
    }
    for (n, content) in &cleaned {
        let item = &items[*n];
        // Bytes that belong to another item too are not ours to change.
        if items.iter().enumerate().any(|(other, it)| other != *n && it.touches(item)) {
            return None;
        }
        let mut rest = content.as_slice();
        for piece in item.extents.iter().flatten() {
            let (these, others) = rest.split_at_checked(piece.len())?;
            bytes[piece.clone()].copy_from_slice(these);
            rest = others;
        }
    }
    Some(!cleaned.is_empty())
}

/// Empties the descriptions among the properties (`udes`): after a full box's head a language, a name, a text and
/// words to find it by, each up to its zero.
fn clean_descriptions(bytes: &mut [u8], meta: &Part) -> Option<bool> {
    let whole = meta.body.start.checked_add(4)?..meta.body.end;
    let mut within = vec![whole];
    for kind in [b"iprp", b"ipco", b"udes"] {
        let mut inner = Vec::new();
        for range in within {
            let parts = boxes::boxes(bytes, range)?;
            inner.extend(parts.into_iter().filter(|part| part.kind == *kind).map(|part| part.body));
        }
        within = inner;
    }
    let mut changed = false;
    for range in within {
        let texts = bytes.get_mut(range)?.get_mut(4..)?;
        if notes::is_written(texts) {
            texts.fill(0);
            changed = true;
        }
    }
    Some(changed)
}

/// An item of EXIF data begins with the distance from there to the TIFF structure; some writers leave it out.
fn clean_exif(content: &[u8]) -> Option<Cleaned> {
    let distance = u32::from_be_bytes(content.get(..4)?.try_into().ok()?);
    let start = usize::try_from(distance).ok()?.checked_add(4)?;
    let start = if matches!(content.get(..4)?, b"II*\0" | b"MM\0*") { 0 } else { start };
    match exif::clean(content.get(start..)?) {
        Cleaned::Removed(clean) => Some(Cleaned::Removed([&content[..start], &clean].concat())),
        Cleaned::Nothing => Some(Cleaned::Nothing),
        Cleaned::Stuck => None,
    }
}

fn clean_note(item: &Item, mut content: Vec<u8>) -> Option<Cleaned> {
    if item.kind == *b"jpeg" || item.media == b"image/jpeg" {
        // A JPEG inside would not keep its length.
        return jpeg::clean(&content).filter(|cleaned| *cleaned == Cleaned::Nothing);
    }
    let xmp = item.kind == *b"mime" && item.media == b"application/rdf+xml";
    if !(if xmp { notes::xmp_tells(&content) } else { notes::tells(&content) }) {
        return Some(Cleaned::Nothing);
    }
    content.fill(b' ');
    if xmp && content.len() >= SILENT.len() {
        content[..SILENT.len()].copy_from_slice(SILENT);
    }
    Some(Cleaned::Removed(content))
}
