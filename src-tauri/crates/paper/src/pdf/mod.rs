//! From pages to a PDF/A-1b file: page contents are written and compressed as the layout fills them, faces are cut to the
//! glyphs used, printpdf writes the document, `finish` makes it an archive file. Same document, same bytes.

mod content;
mod finish;
mod fonts;
mod outline;

use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::error::PaperError;
use crate::faces::{Faces, Shaper};
use crate::layout::flow::Sink;
use crate::layout::page::Page;

/// A finished PDF.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: usize,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Title and headings with their pages.
    pub outline: Vec<OutlineEntry>,
}

/// An entry of a finished PDF's outline.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct OutlineEntry {
    /// Text with its number.
    pub title: String,
    /// 0 for the title, 1 to 4 for headings.
    pub level: u8,
    /// Page, from 1.
    pub page: usize,
}

/// Makes the PDF of a document.
///
/// # Errors
/// As [`crate::layout()`], and [`PaperError::Pdf`] when the file cannot be put together.
pub fn render(doc: &Document, faces: &Faces) -> Result<Rendered, PaperError> {
    write(doc, faces, usize::MAX)
}

/// Page 1 as its own small PDF, for a preview at once: the layout stops when the page is full.
///
/// # Errors
/// As [`render`], but only for what stands on page 1.
pub fn first_page(doc: &Document, faces: &Faces) -> Result<Vec<u8>, PaperError> {
    write(doc, faces, 1).map(|r| r.pdf)
}

/// Everything that has left the layout so far.
#[derive(Default)]
struct Book {
    contents: Vec<lopdf::Stream>,
    /// Which pages are read turned.
    wide: Vec<bool>,
    marks: Vec<outline::Mark>,
    fonts: fonts::FontSet,
}

impl Book {
    fn add(&mut self, page: &Page) -> Result<(), PaperError> {
        for mark in &page.outline {
            self.marks.push(outline::Mark::new(mark, self.contents.len()));
        }
        let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), content::write(page, &mut self.fonts));
        stream.compress().map_err(|e| broken("页面内容", &e))?;
        self.contents.push(stream);
        self.wide.push(page.wide);
        Ok(())
    }
}

/// A face of the machine that proves unusable only now must not keep the paper from being printed.
fn write(doc: &Document, faces: &Faces, most: usize) -> Result<Rendered, PaperError> {
    match print(doc, faces, Shaper::new(faces), most) {
        Err(PaperError::Face { .. }) if !faces.installed().is_empty() => {
            print(doc, faces, Shaper::bundled(faces), most)
        }
        made => made,
    }
}

fn print(doc: &Document, faces: &Faces, mut shaper: Shaper<'_>, most: usize) -> Result<Rendered, PaperError> {
    let mut book = Book::default();
    let mut sink = |page: Page| {
        book.add(&page)?;
        Ok(book.contents.len() < most)
    };
    crate::layout::compose(doc, &mut shaper, &mut sink)?;
    assemble(doc, faces, book)
}

/// Makes the PDF of pages that are laid out elsewhere than in the flow of a document; `doc` says whose they are.
pub(crate) fn laid(
    doc: &Document,
    faces: &Faces,
    lay: &dyn Fn(&mut Shaper<'_>, &mut Sink<'_>) -> Result<(), PaperError>,
) -> Result<Rendered, PaperError> {
    let made = |mut shaper: Shaper<'_>| {
        let mut book = Book::default();
        lay(&mut shaper, &mut |page| book.add(&page).map(|()| true))?;
        assemble(doc, faces, book)
    };
    match made(Shaper::new(faces)) {
        Err(PaperError::Face { .. }) if !faces.installed().is_empty() => made(Shaper::bundled(faces)),
        made => made,
    }
}

fn assemble(doc: &Document, faces: &Faces, book: Book) -> Result<Rendered, PaperError> {
    let pages = book.contents.len();
    let mut pdf = PdfDocument::new(&doc.title);
    // printpdf embeds a face when a page shows its glyphs: page 1 shows each once, then gets its true contents.
    let mut specimen = Some(book.fonts.embed(&mut pdf, faces)?);
    let blank = |ops| PdfPage::new(Mm(210.0), Mm(297.0), ops);
    pdf.with_pages((0..pages).map(|_| blank(specimen.take().unwrap_or_default())).collect());
    let mut warnings = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    drop(pdf);
    let ids: Vec<lopdf::ObjectId> = file.page_iter().collect();
    for (page, stream) in ids.iter().zip(book.contents) {
        let contents = file
            .get_dictionary(*page)
            .and_then(|d| d.get(b"Contents"))
            .and_then(lopdf::Object::as_reference)
            .map_err(|e| broken("页面", &e))?;
        file.objects.insert(contents, lopdf::Object::Stream(stream));
    }
    for (page, _) in ids.iter().zip(&book.wide).filter(|(_, wide)| **wide) {
        let page = file.get_object_mut(*page).and_then(lopdf::Object::as_dict_mut);
        page.map_err(|e| broken("页面", &e))?.set("Rotate", 90);
    }
    outline::attach(&mut file, &ids, &book.marks).map_err(|e| broken("目录", &e))?;
    finish::finish(&mut file, doc, faces.colour_profile()?).map_err(|e| broken("存档信息", &e))?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
    let sha256 = hex::encode(Sha256::digest(&bytes));
    let outline = book.marks.into_iter().map(outline::Mark::entry).collect();
    Ok(Rendered { pdf: bytes, pages, sha256, outline })
}

fn broken(part: &str, e: &lopdf::Error) -> PaperError {
    PaperError::Pdf(format!("{part}（{e}）"))
}
