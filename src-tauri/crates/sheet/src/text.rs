//! Bytes of a text file into characters: by its mark, else strict UTF-8, else strict GB 18030.
//! Never with a replacement character; and a text that was spoiled before it came here is told, not mended.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use crate::book::Encoding;
use crate::error::SheetError;

/// Decodes a whole text file.
///
/// # Errors
/// [`SheetError::Encoding`] when no encoding fits to the last byte, [`SheetError::Garbled`] when the
/// text was once opened in the wrong encoding and saved.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, Encoding), SheetError> {
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        (std::str::from_utf8(rest).map_err(|_| SheetError::Encoding)?.to_owned(), Encoding::Utf8)
    } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (strict(UTF_16LE, rest)?, Encoding::Utf16Le)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (strict(UTF_16BE, rest)?, Encoding::Utf16Be)
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8)
    } else {
        (strict(GB18030, bytes)?, Encoding::Gb18030)
    };
    match spoiled(&text) {
        Some((seen, meant)) => Err(SheetError::Garbled { seen, meant }),
        None => Ok((text, encoding)),
    }
}

fn strict(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, SheetError> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(SheetError::Encoding)
}

/// Finds UTF-8 that was read as GBK and saved again: such a piece turns back into Chinese when its
/// GBK bytes are read as UTF-8, which real Chinese text almost never does.
fn spoiled(text: &str) -> Option<(String, String)> {
    let mut example = None;
    let (mut bad, mut good) = (0u32, 0u32);
    for piece in text.split([',', ';', '\t', '\n', '\r', '"']).take(2000) {
        if piece.chars().filter(|c| !c.is_ascii()).count() < 2 {
            continue;
        }
        // An odd last byte was lost already: compare what is whole.
        let (gbk, _, unmapped) = GB18030.encode(piece);
        let back = if unmapped { None } else { whole_utf8(&gbk) };
        match back {
            Some(meant) if meant.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) => {
                bad += 1;
                example.get_or_insert_with(|| (piece.to_owned(), meant));
            }
            _ => good += 1,
        }
    }
    example.filter(|_| bad >= 3 && bad > good)
}

/// The text if the bytes are UTF-8, allowing for a last character that is cut off or turned into `?`.
fn whole_utf8(bytes: &[u8]) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(e) if e.valid_up_to() >= 3 && bytes.len() - e.valid_up_to() <= 4 => {
            let head = bytes.get(..e.valid_up_to())?;
            std::str::from_utf8(head).ok().filter(|t| !t.is_ascii()).map(str::to_owned)
        }
        Err(_) => None,
    }
}
