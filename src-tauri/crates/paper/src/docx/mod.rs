//! The Word file of a paper, from the same blocks as the PDF: named styles, the standard's margins, pitch and faces, real
//! tables. Where its pages turn is Word's to decide, and which faces it has: nothing here asks for a face.

mod body;
mod cells;
mod covers;
mod figures;
mod forms;
mod leaf;
mod letterhead;
mod package;
mod parts;
mod photos;
mod styles;
mod tables;
mod units;
mod write;
mod xml;

use crate::document::Document;
use crate::error::PaperError;

/// Makes the Word file of a document. `mark` (草稿 …) stands in the header of each page. Same document, same bytes.
///
/// # Errors
/// [`PaperError::Form`] when a block does not suit the form, [`PaperError::Word`] when the file cannot be put together.
pub fn word(doc: &Document, mark: Option<&str>) -> Result<Vec<u8>, PaperError> {
    let (parts, images) = body::body(doc)?;
    package::package(doc, write::document(&parts, doc.form, mark.is_some())?, &images, mark)
}
