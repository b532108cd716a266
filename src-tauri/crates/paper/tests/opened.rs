//! A Word file taken apart again by readers that are not its writer: the zip, quick-xml's reader. What is not well formed,
//! or is anything but elements and text, fails here; what the parts must say stands in `word`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::support::bare;

/// What was read of a Word file.
#[derive(Default)]
pub struct Book {
    /// The file's parts by name.
    pub parts: BTreeMap<String, String>,
    /// Pictures by name.
    pub media: BTreeMap<String, Vec<u8>>,
    /// The text of each paragraph, in order; a turned line is `\n`.
    pub paragraphs: Vec<String>,
    /// How many of them stand in no table.
    pub outside: usize,
    /// The cells of each table, row by row.
    pub tables: Vec<Vec<Vec<String>>>,
    /// Values by element and attribute, `w:pStyle w:val`, of all parts.
    values: BTreeMap<String, BTreeSet<String>>,
    /// Elements of all parts.
    pub elements: BTreeSet<String>,
    in_cell: bool,
}

impl Book {
    /// Takes a file apart.
    pub fn open(bytes: &[u8]) -> Book {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a Word file is a zip");
        let mut book = Book::default();
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).expect("an entry");
            let name = file.name().expect("a name").into_owned();
            if name.starts_with("word/media/") {
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes).expect("a picture");
                book.media.insert(name, bytes);
                continue;
            }
            let mut text = String::new();
            file.read_to_string(&mut text).expect("parts are UTF-8");
            book.parts.insert(name, text);
        }
        for (name, text) in book.parts.clone() {
            book.walk(&name, &text);
        }
        book
    }

    /// Everything its text shows, without white space.
    pub fn bare(&self) -> String {
        self.paragraphs.iter().map(|p| bare(p)).collect()
    }

    /// All values of an element's attribute: `w:pStyle w:val`.
    pub fn all(&self, key: &str) -> BTreeSet<String> {
        self.values.get(key).cloned().unwrap_or_default()
    }

    fn walk(&mut self, name: &str, text: &str) {
        let main = name == "word/document.xml";
        let mut reader = Reader::from_str(text);
        let (mut depth, mut shows) = (0, false);
        loop {
            match reader.read_event().unwrap_or_else(|e| panic!("{name} is not well formed: {e}")) {
                Event::Start(tag) => {
                    depth += 1;
                    shows = main && tag.name().as_ref() == "w:t";
                    self.element(&tag, main);
                }
                Event::Empty(tag) => self.element(&tag, main),
                Event::End(tag) => {
                    depth -= 1;
                    shows = false;
                    self.in_cell &= tag.name().as_ref() != "w:tc";
                }
                Event::Text(piece) if shows => self.add(&piece.xml_content(VERSION)),
                Event::GeneralRef(entity) if shows => {
                    let own = entity.xml_content(VERSION);
                    let known = quick_xml::escape::resolve_xml_entity(&own).map(str::to_owned);
                    let one = entity.resolve_char_ref().expect("a character").map(String::from);
                    self.add(&one.or(known).expect("only entities of XML itself"));
                }
                Event::CData(_) | Event::DocType(_) | Event::PI(_) | Event::Comment(_) => {
                    panic!("{name}: only elements and text are ever written")
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(depth, 0, "{name} closes what it opens");
    }

    fn element(&mut self, tag: &BytesStart<'_>, main: bool) {
        let name = tag.name().as_ref().to_owned();
        for attribute in tag.attributes() {
            let attribute = attribute.expect("an attribute");
            let key = format!("{name} {}", attribute.key.as_ref());
            let value = attribute.normalized_value(VERSION).expect("a value");
            self.values.entry(key).or_default().insert(value.into_owned());
        }
        if main {
            match name.as_str() {
                "w:p" => {
                    self.paragraphs.push(String::new());
                    self.outside += usize::from(!self.in_cell);
                }
                "w:br" => self.add("\n"),
                "w:tbl" => self.tables.push(Vec::new()),
                "w:tr" => self.tables.last_mut().expect("a row stands in a table").push(Vec::new()),
                "w:tc" => {
                    let row = self.tables.last_mut().and_then(|table| table.last_mut());
                    row.expect("a cell stands in a row").push(String::new());
                    self.in_cell = true;
                }
                _ => {}
            }
        }
        self.elements.insert(name);
    }

    fn add(&mut self, text: &str) {
        self.paragraphs.last_mut().expect("text stands in a paragraph").push_str(text);
        if self.in_cell {
            let cell = self.tables.last_mut().and_then(|t| t.last_mut()).and_then(|r| r.last_mut());
            cell.expect("a cell is open").push_str(text);
        }
    }
}

const VERSION: quick_xml::XmlVersion = quick_xml::XmlVersion::Implicit1_0;
