//! The elements of one XML part with the bytes they stand in. A part is changed by putting texts in the place of ranges,
//! so that all the rest of it stays as its maker wrote it.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use super::error::FormError;

/// Deepest nesting that a form can need.
const DEEPEST: usize = 256;

/// A text in the place of a range of bytes.
pub(super) type Edit = (Range<usize>, String);

/// An element: where its tags lie.
#[derive(Debug)]
struct Element {
    /// The whole of it.
    all: Range<usize>,
    /// What stands between its tags; empty for `<a/>`.
    inside: Range<usize>,
    /// Its name with the prefix.
    name: Range<usize>,
    parent: Option<usize>,
    /// The first element that is not in it.
    after: usize,
}

/// A part, taken apart. Elements are numbered in the order in which they begin.
#[derive(Debug)]
pub(super) struct Tree {
    pub text: String,
    elements: Vec<Element>,
}

impl Tree {
    /// Takes a part apart.
    pub fn of(text: String) -> Result<Tree, FormError> {
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        // A reader may swallow the mark of the byte order; positions count from behind it.
        let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let body = text.get(skipped..).unwrap_or_default();
        let mut reader = Reader::from_str(body);
        loop {
            let from = place(&reader, skipped);
            let event = reader.read_event().map_err(|_| FormError::Damaged)?;
            let to = place(&reader, skipped);
            match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = from + 1..from + 1 + tag.name().as_ref().len();
                    let empty = text.get(..to).is_some_and(|head| head.ends_with("/>"));
                    let index = elements.len();
                    let parent = open.last().copied();
                    elements.push(Element { all: from..to, inside: to..to, name, parent, after: index + 1 });
                    if !empty {
                        open.push(index);
                    }
                    if open.len() > DEEPEST {
                        return Err(FormError::Bomb);
                    }
                }
                Event::End(_) => {
                    let count = elements.len();
                    let index = open.pop().ok_or(FormError::Damaged)?;
                    let element = elements.get_mut(index).ok_or(FormError::Damaged)?;
                    element.inside.end = from;
                    element.all.end = to;
                    element.after = count;
                }
                // An own list of entities can blow up, and no form has one.
                Event::DocType(_) => return Err(FormError::Damaged),
                Event::Eof => break,
                _ => {}
            }
        }
        if !open.is_empty() || elements.is_empty() {
            return Err(FormError::Damaged);
        }
        Ok(Tree { text, elements })
    }

    /// How many elements there are.
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// The name without its prefix.
    pub fn local(&self, index: usize) -> &str {
        let name = self.name(index);
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The name as written.
    pub fn name(&self, index: usize) -> &str {
        self.elements.get(index).and_then(|e| self.text.get(e.name.clone())).unwrap_or_default()
    }

    /// The prefix with its colon, or nothing.
    pub fn prefix(&self, index: usize) -> &str {
        let name = self.name(index);
        name.find(':').and_then(|at| name.get(..=at)).unwrap_or_default()
    }

    /// The whole range.
    pub fn all(&self, index: usize) -> Range<usize> {
        self.elements.get(index).map_or(0..0, |e| e.all.clone())
    }

    /// The range between the tags.
    pub fn inside(&self, index: usize) -> Range<usize> {
        self.elements.get(index).map_or(0..0, |e| e.inside.clone())
    }

    /// The range of the first tag.
    pub fn tag(&self, index: usize) -> Range<usize> {
        self.elements.get(index).map_or(0..0, |e| e.all.start..e.inside.start)
    }

    /// The element around it.
    pub fn parent(&self, index: usize) -> Option<usize> {
        self.elements.get(index).and_then(|e| e.parent)
    }

    /// The elements around it, the nearest first.
    pub fn around(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.parent(index), |at| self.parent(*at))
    }

    /// Everything in it.
    pub fn within(&self, index: usize) -> Range<usize> {
        index + 1..self.elements.get(index).map_or(index + 1, |e| e.after)
    }

    /// Its children.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.within(index).end;
        let mut at = index + 1;
        std::iter::from_fn(move || {
            let own = at;
            at = self.within(own).end;
            (own < end).then_some(own)
        })
    }

    /// Its first child of this name.
    pub fn child(&self, index: usize, local: &str) -> Option<usize> {
        self.children(index).find(|child| self.local(*child) == local)
    }

    /// Every element of this name.
    pub fn each<'a>(&'a self, local: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.len()).filter(move |index| self.local(*index) == local)
    }

    /// The text directly in it, read.
    pub fn read(&self, index: usize) -> Result<String, FormError> {
        let raw = self.text.get(self.inside(index)).unwrap_or_default();
        let mut read = String::new();
        let mut reader = Reader::from_str(raw);
        // What stands in children is theirs; a text's element has none.
        loop {
            match reader.read_event().map_err(|_| FormError::Damaged)? {
                Event::Text(piece) => read.push_str(&piece.xml_content(VERSION)),
                Event::CData(piece) => read.push_str(&piece.xml_content(VERSION)),
                Event::GeneralRef(entity) => {
                    let name = entity.xml_content(VERSION);
                    let known = quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned);
                    let own = entity.resolve_char_ref().map_err(|_| FormError::Damaged)?.map(String::from);
                    read.push_str(&known.or(own).ok_or(FormError::Damaged)?);
                }
                Event::Eof => return Ok(read),
                _ => {}
            }
        }
    }

    /// An attribute's value, by its name without the prefix.
    pub fn attribute(&self, index: usize, local: &str) -> Option<String> {
        let tag = self.start(index)?;
        let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == local)?;
        found.normalized_value(VERSION).ok().map(|value| value.into_owned())
    }

    fn start(&self, index: usize) -> Option<BytesStart<'_>> {
        match Reader::from_str(self.text.get(self.tag(index))?).read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => Some(tag),
            _ => None,
        }
    }

    /// Its first tag with other values for some attributes (by whole name); `None` takes one out.
    pub fn retag(&self, index: usize, changes: &[(&str, Option<&str>)]) -> Result<Edit, FormError> {
        let range = self.tag(index);
        let old = self.start(index).ok_or(FormError::Damaged)?;
        let mut new = BytesStart::new(self.name(index));
        let mut done = vec![false; changes.len()];
        for attribute in old.attributes() {
            let attribute = attribute.map_err(|_| FormError::Damaged)?;
            let key = attribute.key.as_ref().to_owned();
            match changes.iter().position(|(name, _)| *name == key) {
                Some(at) => {
                    if let Some((_, Some(value))) = changes.get(at) {
                        new.push_attribute((key.as_str(), *value));
                    }
                    if let Some(one) = done.get_mut(at) {
                        *one = true;
                    }
                }
                None => {
                    // As written, but for the quotes around it.
                    let value = attribute.value.replace('"', "&quot;").into();
                    new.push_attribute(Attribute { key: attribute.key, value });
                }
            }
        }
        for ((name, value), done) in changes.iter().zip(done) {
            if let (false, Some(value)) = (done, value) {
                new.push_attribute((*name, *value));
            }
        }
        let closed = if self.inside(index).start == self.all(index).end { "/" } else { "" };
        Ok((range, format!("<{}{closed}>", &*new)))
    }

    /// A range of the text with its edits done. Those outside of it are passed over.
    pub fn edited(&self, range: Range<usize>, edits: &mut [Edit]) -> String {
        edits.sort_by_key(|(at, _)| (at.start, at.end));
        let mut new = String::with_capacity(range.len());
        let mut from = range.start;
        for (at, text) in edits.iter() {
            if at.start < from || at.end > range.end {
                continue;
            }
            new.push_str(self.text.get(from..at.start).unwrap_or_default());
            new.push_str(text);
            from = at.end;
        }
        new.push_str(self.text.get(from..range.end).unwrap_or_default());
        new
    }
}

fn place(reader: &Reader<&[u8]>, skipped: usize) -> usize {
    skipped + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

const VERSION: quick_xml::XmlVersion = quick_xml::XmlVersion::Implicit1_0;

/// A text as it stands in XML.
pub(super) fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
