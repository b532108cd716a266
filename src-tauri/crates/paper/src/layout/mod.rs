//! From blocks to pages.
pub(crate) mod kinsoku;
pub(crate) mod page;
use crate::{Document, Faces, PaperError};
use page::Page;

/// Lays a document out: pages in order.
///
/// # Errors
/// [`PaperError::MissingGlyphs`] when a character has no face, [`PaperError::Form`] when a block does not suit the form.
pub fn layout(_doc: &Document, faces: &Faces) -> Result<Vec<Page>, PaperError> {
    let _ = (crate::faces::Shaper::new(faces), faces.colour_profile()?);
    Err(PaperError::Pdf("layout".to_owned()))
}
