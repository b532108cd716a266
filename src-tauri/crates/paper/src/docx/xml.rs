//! Writing XML: elements, attributes, text. Escaping is quick-xml's; what XML cannot hold at all is left out here, as it
//! is on paper. Of Word it knows the names of its two languages alone.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::error::PaperError;
use crate::text::is_invisible;

/// Namespace of WordprocessingML.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// Namespace of links from a text to other parts.
pub(super) const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Whether something was written.
pub(super) type Written = Result<(), PaperError>;

/// A part of the file being written.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A new part with its declaration.
    pub fn new() -> Result<Xml, PaperError> {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(xml)
    }

    /// `<name …>`
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start))
    }

    /// `</name>`
    pub fn close(&mut self, name: &str) -> Written {
        self.event(Event::End(BytesEnd::new(name)))
    }

    /// `<name …/>`
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> Written {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start))
    }

    /// `<name w:val="…"/>`, the commonest shape of all.
    pub fn val(&mut self, name: &str, value: &str) -> Written {
        self.empty(name, &[("w:val", value)])
    }

    /// An element of one attribute that is not called `w:val`.
    pub fn val_of(&mut self, name: &str, attribute: &str, value: &str) -> Written {
        self.empty(name, &[(attribute, value)])
    }

    /// `<name …>text</name>`
    pub fn line(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> Written {
        self.open(name, attributes)?;
        self.event(Event::Text(BytesText::new(&Xml::plain(text))))?;
        self.close(name)
    }

    /// A text without what XML cannot hold.
    pub fn plain(text: &str) -> String {
        text.chars().filter(|c| can_stand(*c)).collect()
    }

    /// The finished part.
    pub fn finish(self) -> Vec<u8> {
        self.0.into_inner()
    }

    fn event(&mut self, event: Event<'_>) -> Written {
        self.0.write_event(event).map_err(|e| PaperError::Word(e.to_string()))
    }
}

/// Whether XML 1.0 may hold the character and a reader would see it.
fn can_stand(c: char) -> bool {
    !is_invisible(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')
}
