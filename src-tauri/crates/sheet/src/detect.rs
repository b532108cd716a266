//! What a file is, from its bytes alone: the name says nothing, since a picture may be called `.xlsx`
//! and a web page `.xls`. Nothing is read further here.

use crate::error::SheetError;

/// What the readers can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A zip that may be a workbook; its parts decide.
    Zip,
    /// An OLE container that holds a BIFF workbook.
    Xls,
    /// Text, for the CSV reader.
    Text,
    /// A web page, for the reader of its tables.
    Html,
}

/// Magic numbers of what people pick by mistake, with the words for it.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "一张图片（PNG）"),
    (b"\xff\xd8\xff", "一张图片（JPEG）"),
    (b"GIF8", "一张图片（GIF）"),
    (b"BM", "一张图片（BMP）"),
    (b"%PDF", "PDF 文件"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "GZ 压缩包"),
    (b"MZ", "电脑程序"),
    (b"\x7fELF", "电脑程序"),
    (b"SQLite format 3", "数据库文件"),
    (b"{\\rtf", "写字板文档（RTF）"),
];

/// Tells what the bytes are.
///
/// # Errors
/// A [`SheetError`] that names what was found when it is no readable spreadsheet.
pub(crate) fn shape(bytes: &[u8]) -> Result<Shape, SheetError> {
    if bytes.is_empty() {
        return Err(SheetError::EmptyFile);
    }
    if bytes.iter().all(|b| *b == 0) {
        return Err(SheetError::Zeros);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Shape::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return ole(bytes);
    }
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    // BMP's two letters may also begin a text, so a name in a CSV file needs a closer look: text has no NUL.
    let binary = !wide && bytes.iter().take(65536).any(|b| *b == 0);
    for (magic, what) in OTHERS {
        if bytes.starts_with(magic) && (magic.len() > 2 || binary) {
            return Err(SheetError::NotASheet(what));
        }
    }
    if bytes.first() == Some(&9) && matches!(bytes.get(1), Some(0 | 2 | 4 | 8)) && binary {
        return Err(SheetError::OtherFormat("很旧的 Excel 格式（4.0 或更早）"));
    }
    if binary {
        return Err(SheetError::NotASheet("程序数据，不是文字"));
    }
    let head: String = bytes.iter().take(2048).filter(|b| **b != 0).map(|b| char::from(*b)).collect();
    let head = head.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}']).trim_start();
    let head = head.to_ascii_lowercase();
    if head.starts_with("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Err(SheetError::OtherFormat("Excel 2003 的 XML 表格"));
    }
    if ["<html", "<!doctype html", "<table", "<meta", "<head", "<style"].iter().any(|t| head.starts_with(t))
        || (head.starts_with('<') && (head.contains("<html") || head.contains("<table")))
    {
        return Ok(Shape::Html);
    }
    Ok(Shape::Text)
}

/// Looks at the names of an OLE container's streams: they stand in its directory as UTF-16.
fn ole(bytes: &[u8]) -> Result<Shape, SheetError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|w| w == wide)
    };
    if has("EncryptedPackage") {
        Err(SheetError::Protected)
    } else if has("WordDocument") {
        Err(SheetError::NotASheet("Word 文档"))
    } else if has("PowerPoint Document") {
        Err(SheetError::NotASheet("演示文稿"))
    } else if has("Workbook") || has("Book") {
        Ok(Shape::Xls)
    } else {
        Err(SheetError::Damaged)
    }
}
