//! The file around the text: the zip, the list of its parts and their links, settings and properties. Times and ids in it
//! are fixed, so the same paper is the same to the byte.

use std::io::{Cursor, Write};

use chrono::Utc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::parts::Para;
use super::photos;
use super::styles::{Style, fonts, styles};
use super::write;
use super::xml::{LINKS, WORD, Xml};
use crate::document::{Document, Form};
use crate::error::PaperError;
use crate::layout::kinsoku::{NO_END, NO_START};
use crate::photo::Picture;

const PACKAGE_LINKS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const CONTENT_TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const CORE_LINK: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A part of the file: what it is, its link's id, its bytes.
struct File {
    /// Name below `word/`, without `.xml`.
    name: &'static str,
    /// What it is, in types and links.
    kind: &'static str,
    /// Its link's id, where the text names it.
    id: &'static str,
    bytes: Vec<u8>,
}

/// Puts a document's text and all that belongs to it into one file; `mark` stands in the header of each page.
pub(super) fn package(
    doc: &Document,
    text: Vec<u8>,
    images: &[Picture],
    mark: Option<&str>,
) -> Result<Vec<u8>, PaperError> {
    let mut files = vec![
        File { name: "styles", kind: "styles", id: "rIdStyles", bytes: styles(doc.form, WORD)? },
        File { name: "settings", kind: "settings", id: "rIdSettings", bytes: settings()? },
        File { name: "fontTable", kind: "fontTable", id: "rIdFonts", bytes: fonts(WORD)? },
    ];
    if let Some(mark) = mark {
        let para = Para::of(Style::Header, mark);
        for (name, id) in [("headerOdd", "rIdHeaderOdd"), ("headerEven", "rIdHeaderEven")] {
            files.push(File { name, kind: "header", id, bytes: write::edge("w:hdr", &para)? });
        }
    }
    if doc.form != Form::Sheet {
        for (name, id, odd) in [("footerOdd", "rIdFooterOdd", true), ("footerEven", "rIdFooterEven", false)] {
            let bytes = write::edge("w:ftr", &write::page_number(odd))?;
            files.push(File { name, kind: "footer", id, bytes });
        }
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, bytes: &[u8]| -> Result<(), PaperError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        zip.start_file(name, options).map_err(|e| PaperError::Word(e.to_string()))?;
        zip.write_all(bytes).map_err(|e| PaperError::Word(e.to_string()))
    };
    add("[Content_Types].xml", &content_types(&files, !images.is_empty())?)?;
    add(
        "_rels/.rels",
        &links(&[
            ("rIdText", &format!("{LINKS}/officeDocument"), "word/document.xml"),
            ("rIdCore", CORE_LINK, "docProps/core.xml"),
        ])?,
    )?;
    add("docProps/core.xml", &properties(doc, mark)?)?;
    add("word/document.xml", &text)?;
    let pictures = photos::files(images);
    let part =
        |file: &File| (file.id.to_owned(), format!("{LINKS}/{}", file.kind), format!("{}.xml", file.name));
    let picture = |(i, (name, _)): (usize, &(String, &[u8]))| {
        (photos::link(i + 1), format!("{LINKS}/image"), name.clone())
    };
    let targets: Vec<(String, String, String)> =
        files.iter().map(part).chain(pictures.iter().enumerate().map(picture)).collect();
    let own: Vec<(&str, &str, &str)> =
        targets.iter().map(|(id, kind, target)| (id.as_str(), kind.as_str(), target.as_str())).collect();
    add("word/_rels/document.xml.rels", &links(&own)?)?;
    pictures.iter().try_for_each(|(name, bytes)| add(&format!("word/{name}"), bytes))?;
    for file in &files {
        add(&format!("word/{}.xml", file.name), &file.bytes)?;
    }
    let whole = zip.finish().map_err(|e| PaperError::Word(e.to_string()))?;
    Ok(whole.into_inner())
}

fn content_types(files: &[File], photos: bool) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("Types", &[("xmlns", CONTENT_TYPES)])?;
    let links = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", links)])?;
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
    if photos {
        xml.empty("Default", &[("Extension", "jpeg"), ("ContentType", "image/jpeg")])?;
    }
    let mut part =
        |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
    part("/word/document.xml", &format!("{WORD_TYPE}.document.main+xml"))?;
    part("/docProps/core.xml", CORE_TYPE)?;
    for file in files {
        part(&format!("/word/{}.xml", file.name), &format!("{WORD_TYPE}.{}+xml", file.kind))?;
    }
    xml.close("Types")?;
    Ok(xml.finish())
}

/// Links as (id, kind, target).
fn links(all: &[(&str, &str, &str)]) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("Relationships", &[("xmlns", PACKAGE_LINKS)])?;
    for (id, kind, target) in all {
        xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])?;
    }
    xml.close("Relationships")?;
    Ok(xml.finish())
}

fn properties(doc: &Document, mark: Option<&str>) -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    let spaces = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.open("cp:coreProperties", &spaces)?;
    xml.line("dc:title", &[], &doc.title)?;
    xml.line("dc:creator", &[], &doc.author)?;
    xml.line("cp:lastModifiedBy", &[], &doc.author)?;
    let made = doc.created.with_timezone(&Utc).format("%Y-%m-%dT%H:%M:%SZ").to_string();
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.line(name, &[("xsi:type", "dcterms:W3CDTF")], &made)?;
    }
    if let Some(mark) = mark {
        xml.line("cp:contentStatus", &[], mark)?;
    }
    xml.line("dc:language", &[], "zh-CN")?;
    xml.close("cp:coreProperties")?;
    Ok(xml.finish())
}

fn settings() -> Result<Vec<u8>, PaperError> {
    let mut xml = Xml::new()?;
    xml.open("w:settings", &[("xmlns:w", WORD)])?;
    xml.empty("w:evenAndOddHeaders", &[])?;
    xml.val("w:characterSpacingControl", "compressPunctuation")?;
    xml.empty("w:noLineBreaksAfter", &[("w:lang", "zh-CN"), ("w:val", NO_END)])?;
    xml.empty("w:noLineBreaksBefore", &[("w:lang", "zh-CN"), ("w:val", NO_START)])?;
    xml.open("w:compat", &[])?;
    let mode = [
        ("w:name", "compatibilityMode"),
        ("w:uri", "http://schemas.microsoft.com/office/word"),
        ("w:val", "15"),
    ];
    xml.empty("w:compatSetting", &mode)?;
    xml.close("w:compat")?;
    xml.empty("w:themeFontLang", &[("w:val", "zh-CN"), ("w:eastAsia", "zh-CN")])?;
    xml.close("w:settings")?;
    Ok(xml.finish())
}
