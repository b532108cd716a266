//! The zip around a form: what it is, its parts and their links, and the same zip with some parts written anew. Parts
//! that are not written anew are copied as they lie, still packed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::error::FormError;
use super::tree::Tree;

/// Which program a form belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormKind {
    /// Word or WPS text, `.docx`.
    Docx,
    /// Excel or WPS table, `.xlsx`.
    Xlsx,
}

/// Largest form.
pub const MOST_BYTES: u64 = 32 << 20;
/// Largest part that is taken apart, unpacked.
const MOST_OF_A_PART: u64 = 64 << 20;
/// Largest part that is written.
const MOST_WRITTEN: usize = 256 << 20;
/// Most parts.
const MOST_PARTS: usize = 5_000;

/// A form's zip.
#[derive(Debug)]
pub(super) struct Package {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    /// unpacked so far, over all parts
    unpacked: u64,
}

/// A part's link to another.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub id: String,
    /// The last word of what it is: `header`, `drawing`.
    pub kind: String,
    /// The part's whole name.
    pub part: String,
}

/// Heads of files that people pick by mistake.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "一张图片"),
    (b"\xff\xd8\xff", "一张图片"),
    (b"GIF8", "一张图片"),
    (b"%PDF", "PDF 文件"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
];

impl Package {
    /// Looks at a file.
    pub fn open(bytes: &[u8]) -> Result<Package, FormError> {
        if bytes.is_empty() {
            return Err(FormError::Empty);
        }
        if bytes.len() as u64 > MOST_BYTES {
            return Err(FormError::TooBig);
        }
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            return Err(compound(bytes));
        }
        if bytes.starts_with(b"{\\rtf") {
            return Err(FormError::OldFormat { found: "写字板文档（.rtf）", wanted: ".docx" });
        }
        if let Some((_, what)) = OTHERS.iter().find(|(head, _)| bytes.starts_with(head)) {
            return Err(FormError::Other(what));
        }
        if !bytes.starts_with(b"PK") {
            return Err(FormError::Other("别的东西"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes.to_vec())).map_err(|_| FormError::Damaged)?;
        if zip.len() > MOST_PARTS {
            return Err(FormError::Bomb);
        }
        let mut names = BTreeSet::new();
        for name in zip.file_names() {
            let name = name.map_err(|_| FormError::Damaged)?;
            // Which of two parts of one name counts, programs do not agree on.
            if !names.insert(name.to_ascii_lowercase()) {
                return Err(FormError::Damaged);
            }
        }
        Ok(Package { zip, unpacked: 0 })
    }

    /// Which program the form belongs to, and its first part.
    pub fn main(&mut self) -> Result<(FormKind, String), FormError> {
        let first = self.links("")?.into_iter().find(|link| link.kind == "officeDocument");
        let main = first.map(|link| link.part).unwrap_or_default();
        let has = |begin: &str| self.zip.file_names().flatten().any(|name| name.starts_with(begin));
        if main.starts_with("word/") {
            Ok((FormKind::Docx, main))
        } else if main.starts_with("xl/") && main.ends_with(".bin") {
            Err(FormError::OldFormat { found: "Excel 二进制表格（.xlsb）", wanted: ".xlsx" })
        } else if main.starts_with("xl/") {
            Ok((FormKind::Xlsx, main))
        } else if main.starts_with("ppt/") {
            Err(FormError::Other("演示文稿"))
        } else if has("content.xml") {
            Err(FormError::OldFormat { found: "OpenDocument 文件", wanted: ".docx 或 .xlsx" })
        } else if has("[Content_Types].xml") {
            Err(FormError::Damaged)
        } else {
            Err(FormError::Other("ZIP 压缩包，请先解压"))
        }
    }

    /// A part's text; `None` when there is none of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, FormError> {
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|_| FormError::Damaged)?;
        let mut bytes = Vec::new();
        file.take(MOST_OF_A_PART + 1).read_to_end(&mut bytes).map_err(|_| FormError::Damaged)?;
        self.unpacked += bytes.len() as u64;
        if bytes.len() as u64 > MOST_OF_A_PART || self.unpacked > 8 * MOST_OF_A_PART {
            return Err(FormError::Bomb);
        }
        // Another encoding than UTF-8 is lawful and written by nobody.
        String::from_utf8(bytes).map(Some).map_err(|_| FormError::Damaged)
    }

    /// A part, taken apart.
    pub fn tree(&mut self, name: &str) -> Result<Option<Tree>, FormError> {
        self.part(name)?.map(Tree::of).transpose()
    }

    /// Where a part's links stand.
    pub fn links_of(name: &str) -> String {
        let (folder, file) = name.rsplit_once('/').map_or(("", name), |(folder, file)| (folder, file));
        if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
    }

    /// The links of a part to others of the package.
    pub fn links(&mut self, name: &str) -> Result<Vec<Link>, FormError> {
        let Some(tree) = self.tree(&Self::links_of(name))? else { return Ok(Vec::new()) };
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut links = Vec::new();
        for index in tree.each("Relationship") {
            let attribute = |name| tree.attribute(index, name).unwrap_or_default();
            if attribute("TargetMode") == "External" {
                continue;
            }
            let kind = attribute("Type").rsplit('/').next().unwrap_or_default().to_owned();
            links.push(Link { id: attribute("Id"), kind, part: joined(folder, &attribute("Target")) });
        }
        Ok(links)
    }

    /// The same zip with some parts written anew and some left out.
    pub fn written(
        &mut self,
        new: &BTreeMap<String, String>,
        without: &BTreeSet<String>,
    ) -> Result<Vec<u8>, FormError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.zip.len() {
            let file = self.zip.by_index_raw(index).map_err(|_| FormError::Damaged)?;
            let name = file.name().map_err(|_| FormError::Damaged)?.into_owned();
            if without.contains(&name) {
                continue;
            }
            let Some(text) = new.get(&name) else {
                zip.raw_copy_file(file).map_err(|_| FormError::Damaged)?;
                continue;
            };
            if text.len() > MOST_WRITTEN {
                return Err(FormError::TooManyRows);
            }
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Deflated)
                .last_modified_time(file.last_modified().unwrap_or(DateTime::DEFAULT));
            drop(file);
            zip.start_file(name, options).map_err(|_| FormError::Damaged)?;
            zip.write_all(text.as_bytes()).map_err(|_| FormError::Damaged)?;
        }
        Ok(zip.finish().map_err(|_| FormError::Damaged)?.into_inner())
    }
}

/// What an OLE container is: an encrypted form or one of before 2007.
fn compound(bytes: &[u8]) -> FormError {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        FormError::Protected
    } else if has("WordDocument") {
        FormError::OldFormat { found: "旧格式的 Word 文档（.doc）", wanted: ".docx" }
    } else if has("Workbook") || has("Book") {
        FormError::OldFormat { found: "旧格式的 Excel 表格（.xls）", wanted: ".xlsx" }
    } else {
        FormError::OldFormat { found: "旧格式的文件", wanted: ".docx 或 .xlsx" }
    }
}

/// A link's target as a part's whole name.
fn joined(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
