//! Which part of a workbook's zip holds which page, and what a merged area's tag says.
//! Everything else in the parts is read by the workbook reader.

use std::collections::HashMap;
use std::io::{Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::book::Merge;
use crate::error::SheetError;

/// Most bytes of the two small parts that are read here.
const MAX_SMALL: u64 = 16 << 20;

/// Page names by the lower-case name of the part; empty when the workbook is of another make.
///
/// # Errors
/// Damaged.
pub(crate) fn pages<R: Read + Seek>(
    zip: &mut zip::ZipArchive<R>,
) -> Result<HashMap<String, String>, SheetError> {
    let mut targets = HashMap::new();
    each(&small(zip, "xl/_rels/workbook.xml.rels")?, "Relationship", |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let part = match target.strip_prefix('/') {
                Some(whole) => whole.to_lowercase(),
                None => format!("xl/{}", target.to_lowercase()),
            };
            targets.insert(id, part);
        }
    });
    let mut pages = HashMap::new();
    each(&small(zip, "xl/workbook.xml")?, "sheet", |tag| {
        if let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
            && let Some(part) = targets.get(&id)
        {
            pages.insert(part.clone(), name);
        }
    });
    Ok(pages)
}

/// The area of a `<mergeCell ref="A1:B2"` tag.
pub(crate) fn merge(tag: &[u8]) -> Option<Merge> {
    let text = std::str::from_utf8(tag).ok()?;
    let (_, area) = text.split_once("ref=\"")?;
    let (area, _) = area.split_once('"')?;
    let (from, to) = area.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    (top <= bottom && left <= right).then_some(Merge { top, bottom, left, right })
}

/// The first and the last column of a `<col min="3" max="5"` tag.
pub(crate) fn columns(tag: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(tag).ok()?;
    let number = |name: &str| {
        let (_, rest) = text.split_once(name)?;
        rest.split_once('"')?.0.parse::<u32>().ok()
    };
    Some((number(" min=\"")?, number(" max=\"")?))
}

/// Row and column of `C5`, both counted from 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim_start_matches('$');
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column =
        name.bytes().take(letters).fold(0, |n, b| n * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row = name.get(letters..)?.trim_start_matches('$').parse().ok()?;
    (row > 0).then_some((row, column))
}

fn small<R: Read + Seek>(zip: &mut zip::ZipArchive<R>, name: &str) -> Result<String, SheetError> {
    let mut text = String::new();
    if let Ok(part) = zip.by_name(name) {
        part.take(MAX_SMALL).read_to_string(&mut text).map_err(|_| SheetError::Damaged)?;
    }
    Ok(text)
}

/// Calls for each tag of this local name; stops quietly at what is no XML, since the reader refuses it.
fn each(xml: &str, name: &str, mut found: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name => found(&tag),
            Event::Eof => break,
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|v| v.into_owned())
}
