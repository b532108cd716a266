//! From pages to a PDF/A-1b file: page contents are written and compressed as the layout fills them, faces are cut to the
//! glyphs used, printpdf writes the document, `finish` makes it an archive file. Same document, same bytes.

mod content;
pub(crate) mod finish;
mod fonts;
mod images;
mod numbers;
pub(crate) mod outline;
mod packed;
mod pages;

pub use outline::OutlineEntry;

use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::document::Document;
use crate::error::PaperError;
use crate::faces::{Faces, Shaper};
use crate::layout::flow::Sink;
use crate::layout::page::Page;
use crate::photo::Picture;

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
struct Book {
    leaves: Vec<pages::Leaf>,
    packer: packed::Packer,
    /// The operators of the page that was written last.
    room: Vec<u8>,
    marks: Vec<outline::Mark>,
    images: Vec<Picture>,
    fonts: fonts::FontSet,
}

impl Book {
    fn new() -> Book {
        Book {
            leaves: Vec::new(),
            packer: packed::Packer::new(),
            room: Vec::new(),
            marks: Vec::new(),
            images: Vec::new(),
            fonts: fonts::FontSet::default(),
        }
    }

    fn add(&mut self, page: &Page) -> Result<(), PaperError> {
        for mark in &page.outline {
            self.marks.push(outline::Mark::new(mark, self.leaves.len()));
        }
        self.room.clear();
        content::write(page, self.images.len(), &mut self.fonts, &mut self.room);
        self.images.extend(page.images.iter().map(|image| image.picture.clone()));
        self.leaves.push(pages::Leaf { content: self.packer.stream(&self.room)?, wide: page.wide });
        Ok(())
    }
}

fn write(doc: &Document, faces: &Faces, most: usize) -> Result<Rendered, PaperError> {
    shaped(faces, |shaper| print(doc, faces, shaper, most))
}

/// A face of the machine that proves unusable only now must not keep the paper from being printed.
fn shaped(
    faces: &Faces,
    make: impl Fn(Shaper<'_>) -> Result<Rendered, PaperError>,
) -> Result<Rendered, PaperError> {
    match make(Shaper::new(faces)) {
        Err(PaperError::Face { .. }) if !faces.installed().is_empty() => make(Shaper::bundled(faces)),
        made => made,
    }
}

fn print(doc: &Document, faces: &Faces, mut shaper: Shaper<'_>, most: usize) -> Result<Rendered, PaperError> {
    let mut book = Book::new();
    let mut sink = |page: Page| {
        book.add(&page)?;
        Ok(book.leaves.len() < most)
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
    shaped(faces, |mut shaper| {
        let mut book = Book::new();
        lay(&mut shaper, &mut |page| book.add(&page).map(|()| true))?;
        assemble(doc, faces, book)
    })
}

fn assemble(doc: &Document, faces: &Faces, book: Book) -> Result<Rendered, PaperError> {
    let Book { leaves, mut packer, room, marks, images, fonts } = book;
    drop(room);
    let pages = leaves.len();
    let mut pdf = PdfDocument::new(&doc.title);
    // printpdf embeds a face when a page shows its glyphs: one page shows each once, then the true pages take its place.
    let specimen = fonts.embed(&mut pdf, faces)?;
    drop(fonts);
    pdf.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), specimen)]);
    let mut warnings = Vec::new();
    let mut file = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    drop(pdf);
    let ids = pages::attach(&mut file, leaves).map_err(|e| broken("页面", &e))?;
    images::attach(&mut file, images).map_err(|e| broken("图片", &e))?;
    outline::attach(&mut file, &ids, &marks).map_err(|e| broken("目录", &e))?;
    finish::finish(&mut file, doc, faces.colour_profile()?).map_err(|e| broken("存档信息", &e))?;
    packer.pack_all(&mut file)?;
    drop(packer);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|e| PaperError::Pdf(e.to_string()))?;
    let sha256 = hex::encode(Sha256::digest(&bytes));
    let outline = marks.into_iter().map(outline::Mark::entry).collect();
    Ok(Rendered { pdf: bytes, pages, sha256, outline })
}

fn broken(part: &str, e: &lopdf::Error) -> PaperError {
    PaperError::Pdf(format!("{part}（{e}）"))
}
