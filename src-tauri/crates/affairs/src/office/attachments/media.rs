//! What a file is, told by its content and, where content does not say, by its name: the media type and the
//! word people use for it. Nothing is opened or run here.

/// How much of a file's beginning is looked at.
pub const HEAD: usize = 8 * 1024;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// `image/jpeg`
    pub kind: &'static str,
    /// 照片
    pub sort: &'static str,
}

const fn media(kind: &'static str, sort: &'static str) -> Media {
    Media { kind, sort }
}

/// By extension, for containers whose content says only `zip` or `compound file`, and for plain text.
const BY_NAME: &[(&str, Media)] = &[
    ("ofd", media("application/ofd", "OFD 版式文件")),
    ("wps", media("application/vnd.ms-works", "WPS 文字")),
    ("wpt", media("application/vnd.ms-works", "WPS 文字")),
    ("et", media("application/x-et", "WPS 表格")),
    ("dps", media("application/x-dps", "WPS 演示")),
    ("doc", media("application/msword", "Word 文档")),
    ("xls", media("application/vnd.ms-excel", "Excel 表格")),
    ("ppt", media("application/vnd.ms-powerpoint", "演示文稿")),
    ("docx", media("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word 文档")),
    ("xlsx", media("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel 表格")),
    ("pptx", media("application/vnd.openxmlformats-officedocument.presentationml.presentation", "演示文稿")),
];

/// By what a type begins with.
const BY_TYPE: &[(&str, &str)] = &[
    ("application/pdf", "PDF 文件"),
    ("image/jpeg", "照片"),
    ("image/heif", "照片（HEIC）"),
    ("image/heic", "照片（HEIC）"),
    ("image/", "图片"),
    ("audio/", "录音"),
    ("video/", "录像"),
    ("text/", "文本"),
    ("application/zip", "压缩包"),
    ("application/vnd.rar", "压缩包"),
    ("application/x-7z-compressed", "压缩包"),
    ("application/gzip", "压缩包"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", "Word 文档"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", "Excel 表格"),
    ("application/vnd.openxmlformats-officedocument.presentationml", "演示文稿"),
    ("application/msword", "Word 文档"),
    ("application/vnd.ms-excel", "Excel 表格"),
    ("application/vnd.ms-powerpoint", "演示文稿"),
    ("application/ofd", "OFD 版式文件"),
    ("application/vnd.ms-works", "WPS 文字"),
    ("application/x-et", "WPS 表格"),
    ("application/x-dps", "WPS 演示"),
];

/// What a file is by its first bytes and its name.
pub fn of(head: &[u8], name: &str) -> Media {
    let extension = name.rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default();
    let named = BY_NAME.iter().find(|(end, _)| *end == extension).map(|(_, media)| *media);
    let (zip, compound) = (head.starts_with(b"PK\x03\x04"), head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]));
    if zip && is_ofd(head) {
        return media("application/ofd", "OFD 版式文件");
    }
    if let Some(named) = named.filter(|_| zip || compound) {
        return named;
    }
    if is_heic(head) {
        return media("image/heic", "照片（HEIC）");
    }
    if let Some(found) = infer::get(head) {
        return media(found.mime_type(), sort(found.mime_type()));
    }
    if is_tiff(head) {
        return media("image/tiff", "图片");
    }
    let text =
        !head.is_empty() && !head.contains(&0) && matches!(extension.as_str(), "txt" | "csv" | "md" | "log");
    if text { media("text/plain", "文本") } else { media("application/octet-stream", "文件") }
}

/// How the name of such a file ends, by its first bytes alone, without the point; none where they do not say.
pub fn ending(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if is_heic(head) { Some("heic") } else { infer::get(head).map(|found| found.extension()) }
}

/// The word for a media type.
pub fn sort(kind: &str) -> &'static str {
    BY_TYPE.iter().find(|(begin, _)| kind.starts_with(begin)).map_or("文件", |(_, sort)| sort)
}

/// An OFD is a zip whose first entry, as every writer of it has it, is `OFD.xml` or a folder `Doc_0`
/// (GB/T 33190—2016).
fn is_ofd(head: &[u8]) -> bool {
    let name = head.get(30..).unwrap_or_default();
    name.starts_with(b"OFD.xml") || name.starts_with(b"Doc_0/")
}

/// An ISO base media file of one of the brands that phones write photos in (ISO/IEC 23008-12).
fn is_heic(head: &[u8]) -> bool {
    let brands = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"];
    head.get(4..8) == Some(b"ftyp") && head.get(8..12).is_some_and(|brand| brands.iter().any(|b| *b == brand))
}

/// A TIFF, or a BigTIFF, in either order of bytes.
fn is_tiff(head: &[u8]) -> bool {
    [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|magic| head.starts_with(*magic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        let cases: &[(&[u8], &str, &str)] = &[
            (b"%PDF-1.7\n", "合同.doc", "application/pdf"),
            (b"\xFF\xD8\xFF\xE0\x00\x10JFIF", "照片.png", "image/jpeg"),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0DIHDR", "截图", "image/png"),
            (
                b"PK\x03\x04\x14\x00\x00\x00\x08\x00aaaaaaaaaaaaaaaa\x07\x00\x00\x00OFD.xml",
                "函.zip",
                "application/ofd",
            ),
            (b"PK\x03\x04\x14\x00", "函.ofd", "application/ofd"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧.WPS", "application/vnd.ms-works"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧.et", "application/x-et"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "旧.xls", "application/vnd.ms-excel"),
            (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "IMG_0001.HEIC", "image/heic"),
            (b"II+\x00\x08\x00\x00\x00", "扫描件.tif", "image/tiff"),
            (b"MM\x00*\x00\x00\x00\x08CR", "扫描件.tif", "image/tiff"),
            ("工号,姓名\n".as_bytes(), "名册.csv", "text/plain"),
            (b"", "空", "application/octet-stream"),
            (b"\x01\x02\x00", "x.txt", "application/octet-stream"),
        ];
        for (head, name, kind) in cases {
            assert_eq!(of(head, name).kind, *kind, "{name}");
        }
    }

    #[test]
    fn a_picture_says_how_its_name_ends() {
        let cases: &[(&[u8], Option<&str>)] = &[
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0DIHDR", Some("png")),
            (b"\xFF\xD8\xFF\xE0\x00\x10JFIF", Some("jpg")),
            (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", Some("heic")),
            (b"\x01\x02\x00", None),
            (b"", None),
        ];
        for (bytes, end) in cases {
            assert_eq!(ending(bytes), *end, "{bytes:?}");
        }
    }

    #[test]
    fn every_word_is_found_again_by_its_type() {
        for (_, media) in BY_NAME {
            assert_eq!(sort(media.kind), media.sort, "{}", media.kind);
        }
    }
}
