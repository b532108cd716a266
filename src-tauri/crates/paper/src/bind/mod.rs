//! Many PDF files and pictures bound into one volume, with nested bookmarks and a running number on each bound page. Files
//! come from outside: what cannot be read whole is refused with its reason and never half bound. What belongs together, and
//! in which order, is the caller's.

mod copy;
mod picture;
mod stamp;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Document as File, LoadOptions, Object, ObjectId, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::error::PaperError;
use crate::pdf::finish::{PRODUCER, pdf_date, utf16};
use crate::pdf::outline::{self, Mark};

pub use picture::Picture;

/// Why a file is not bound; it is kept beside the volume as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unbound {
    /// It asks for a password, or restricts what may be done with it.
    Locked,
    /// It is no PDF, or not all of it is there.
    Damaged,
}

/// What a compressed part of a file may grow to: more is a mistake or a trap.
const LARGEST_PART: usize = 512 * 1024 * 1024;

/// What stands on the volume itself.
#[derive(Debug, Clone)]
pub struct Imprint<'a> {
    /// Its title.
    pub title: &'a str,
    /// The body it belongs to.
    pub author: &'a str,
    /// When it was bound.
    pub created: DateTime<FixedOffset>,
    /// What tells it from others.
    pub id_seed: &'a str,
}

/// A file that can be bound.
pub struct Readable(File, Vec<ObjectId>);

impl Readable {
    /// Reads a PDF file.
    ///
    /// # Errors
    /// [`Unbound`] for what is locked or not whole.
    pub fn of(bytes: &[u8]) -> Result<Readable, Unbound> {
        let options = LoadOptions { max_decompressed_size: Some(LARGEST_PART), ..LoadOptions::default() };
        let file = match File::load_mem_with_options(bytes, options) {
            Ok(file) if file.is_encrypted() || file.was_encrypted() => return Err(Unbound::Locked),
            Ok(file) => file,
            Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(Unbound::Locked),
            Err(_) => return Err(Unbound::Damaged),
        };
        let pages: Vec<ObjectId> = file.page_iter().collect();
        let promised = promised(&file);
        // A page that is counted and not there, or whose contents are not, would be lost without a word.
        let whole = !pages.is_empty()
            && promised.is_none_or(|count| count == pages.len())
            && pages.iter().all(|page| copy::is_whole(&file, *page));
        if whole { Ok(Readable(file, pages)) } else { Err(Unbound::Damaged) }
    }

    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.1.len()
    }
}

/// How many pages the file says it has.
fn promised(file: &File) -> Option<usize> {
    let pages = file.catalog().ok()?.get(b"Pages").and_then(Object::as_reference).ok()?;
    let count = file.get_dictionary(pages).ok()?.get(b"Count").and_then(Object::as_i64).ok()?;
    usize::try_from(count).ok()
}

/// Where in the volume a page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Front,
    Body,
    Back,
}

/// A volume that is being bound.
pub struct Binder {
    file: File,
    tree: ObjectId,
    parts: [Vec<ObjectId>; 3],
    marks: Vec<(Part, usize, String, u8)>,
    stamp: stamp::Face,
}

impl Default for Binder {
    fn default() -> Self {
        let mut file = File::with_version("1.7");
        let tree = file.new_object_id();
        let stamp = stamp::Face::new(&mut file);
        Binder { file, tree, parts: Default::default(), marks: Vec::new(), stamp }
    }
}

impl Binder {
    /// Sets a bookmark at the page that is bound next in the body; level 0 is the outermost.
    pub fn mark(&mut self, title: &str, level: u8) {
        self.marks.push((Part::Body, self.parts[Part::Body as usize].len(), title.to_owned(), level));
    }

    /// Takes the last bookmark back: what it was set for is not bound.
    pub fn unmark(&mut self) {
        self.marks.pop();
    }

    /// How many pages the body has.
    pub fn pages(&self) -> usize {
        self.parts[Part::Body as usize].len()
    }

    /// Binds a file; its pages get the next numbers.
    pub fn add(&mut self, from: &Readable) {
        for page in self.take(from) {
            self.number(page);
        }
    }

    /// Binds a picture on a page of its own, as large as the page allows.
    pub fn add_picture(&mut self, picture: &Picture) {
        let page = picture::page(&mut self.file, self.tree, picture);
        self.number(page);
    }

    /// Binds pages before the body, without numbers: a cover, a table of contents.
    pub fn front(&mut self, from: &Readable, title: &str) {
        self.unnumbered(Part::Front, from, title);
    }

    /// Binds pages after the body, without numbers.
    pub fn back(&mut self, from: &Readable, title: &str) {
        self.unnumbered(Part::Back, from, title);
    }

    fn unnumbered(&mut self, part: Part, from: &Readable, title: &str) {
        let pages = self.take(from);
        let kept = &mut self.parts[part as usize];
        self.marks.push((part, kept.len(), title.to_owned(), 0));
        kept.extend(pages);
    }

    fn take(&mut self, from: &Readable) -> Vec<ObjectId> {
        copy::pages(&from.0, &from.1, &mut self.file, self.tree)
    }

    fn number(&mut self, page: ObjectId) {
        let body = &mut self.parts[Part::Body as usize];
        body.push(page);
        self.stamp.put(&mut self.file, page, body.len());
    }

    /// The finished volume: front, body, back. Same content, same bytes.
    ///
    /// # Errors
    /// [`PaperError::Pdf`] when the file cannot be put together.
    pub fn finish(mut self, imprint: &Imprint<'_>) -> Result<Vec<u8>, PaperError> {
        let [front, body, back] = &self.parts;
        let before = |part: Part| match part {
            Part::Front => 0,
            Part::Body => front.len(),
            Part::Back => front.len() + body.len(),
        };
        let pages: Vec<ObjectId> = [front, body, back].into_iter().flatten().copied().collect();
        let mut marks: Vec<(usize, &String, u8)> =
            self.marks.iter().map(|(part, at, title, level)| (before(*part) + at, title, *level)).collect();
        marks.sort_by_key(|(page, ..)| *page);
        let file = &mut self.file;
        let marks: Vec<Mark> = marks
            .into_iter()
            .filter_map(|(page, title, level)| {
                Some(Mark::at(title, level, page, copy::top(file, *pages.get(page)?)))
            })
            .collect();
        let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
        let kids: Vec<Object> = pages.iter().map(|page| Object::Reference(*page)).collect();
        let tree = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
        file.objects.insert(self.tree, Object::Dictionary(tree));
        let labels = labels(front.len(), body.len());
        let root = file.add_object(dictionary! {
            "Type" => "Catalog",
            "Pages" => self.tree,
            "PageLabels" => dictionary! { "Nums" => labels },
            "PageMode" => Object::Name(b"UseOutlines".to_vec()),
            "Lang" => Object::string_literal("zh-CN"),
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        });
        file.trailer.set("Root", root);
        let date = Object::string_literal(pdf_date(&imprint.created));
        let info = file.add_object(dictionary! {
            "Title" => utf16(imprint.title),
            "Author" => utf16(imprint.author),
            "Producer" => utf16(PRODUCER),
            "CreationDate" => date.clone(),
            "ModDate" => date,
        });
        file.trailer.set("Info", info);
        let digest =
            Sha256::digest(format!("{}\u{0}{}\u{0}{}", imprint.id_seed, imprint.title, imprint.created));
        let id = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
        file.trailer.set("ID", vec![id.clone(), id]);
        outline::attach(file, &pages, &marks).map_err(|e| PaperError::Pdf(format!("目录（{e}）")))?;
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
        Ok(bytes)
    }
}

/// What a reader shows as the number of a page: small Roman before the body, the running number on it.
fn labels(front: usize, body: usize) -> Vec<Object> {
    let at = |n: usize| Object::Integer(i64::try_from(n).unwrap_or(i64::MAX));
    let style = |style: &str| Object::Dictionary(Dictionary::from_iter([("S", Object::Name(style.into()))]));
    let mut labels = Vec::new();
    if front > 0 {
        labels.extend([at(0), style("r")]);
    }
    if body > 0 {
        labels.extend([at(front), style("D")]);
    }
    labels.extend([at(front + body), style("A")]);
    labels
}
