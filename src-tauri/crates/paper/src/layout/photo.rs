//! Photos: one or two in a row, each with its caption under it, kept on one page with it. How many pixels they have is
//! `photo`'s affair.

use super::Composer;
use super::flow::Piece;
use super::measure::{MM, PITCH, WIDTH};
use super::page::Image;
use crate::document::Photo;
use crate::error::PaperError;

/// The largest a photo stands in a row of its own.
const ALONE: (f32, f32) = (130.0 * MM, 90.0 * MM);
/// The highest it stands beside another.
const BESIDE: f32 = 75.0 * MM;
/// Between two in a row.
pub(crate) const GUTTER: f32 = 6.0 * MM;
/// Between a photo and its caption.
const OVER_CAPTION: f32 = 4.0;

/// Width and height on paper of a picture of so many pixels.
pub(crate) fn place((width, height): (u32, u32), per_row: u8) -> (f32, f32) {
    let most = if per_row < 2 { ALONE } else { ((WIDTH - GUTTER) / 2.0, BESIDE) };
    let (width, height) = (width.max(1) as f32, height.max(1) as f32);
    let scale = (most.0 / width).min(most.1 / height);
    (width * scale, height * scale)
}

impl Composer<'_, '_, '_> {
    pub(super) fn photos(&mut self, id: &str, photos: &[Photo], per_row: u8) -> Result<(), PaperError> {
        let per_row = per_row.clamp(1, 2);
        for row in photos.chunks(usize::from(per_row)) {
            self.photo_row(id, row, per_row)?;
        }
        Ok(())
    }

    fn photo_row(&mut self, id: &str, row: &[Photo], per_row: u8) -> Result<(), PaperError> {
        let count = row.len() as f32;
        let column = (self.look.width - GUTTER * (count - 1.0)) / count;
        let tallest = row.iter().map(|photo| place(photo.picture.size(), per_row).1).fold(0.0, f32::max);
        let mut piece = Piece { height: tallest + OVER_CAPTION, ..Piece::default() };
        let mut captions: Vec<Piece> = Vec::new();
        for (i, photo) in row.iter().enumerate() {
            let left = i as f32 * (column + GUTTER);
            let (width, height) = place(photo.picture.size(), per_row);
            piece.images.push(Image {
                x: left + (column - width) / 2.0,
                y: tallest - height,
                width,
                height,
                picture: photo.picture.clone(),
            });
            for (k, line) in self.caption(id, &photo.caption, left, column)?.into_iter().enumerate() {
                match captions.get_mut(k) {
                    Some(beside) => beside.runs.extend(line.runs),
                    None => captions.push(line),
                }
            }
        }
        // A row of short captions is one piece with its photos; a very long caption goes on over the page.
        piece.keep = true;
        self.gap(0.4);
        self.push(piece)?;
        let last = captions.len();
        for (i, mut line) in captions.into_iter().enumerate() {
            line.keep = last <= 6 && i + 1 < last;
            self.push(line)?;
        }
        self.flow.snap(0.3 * PITCH);
        Ok(())
    }
}
