//! Photos: one or two in a row, each with its caption under it, kept on one page with it; the rows of a page fill it, a
//! little smaller where one more finds its place by it. How many pixels they have is `photo`'s affair.

use super::Composer;
use super::measure::PITCH;
use super::page::Image;
use super::photo_size::{GUTTER, place};
use super::piece::Piece;
use crate::document::Photo;
use crate::error::PaperError;

/// Between a photo and its caption.
const OVER_CAPTION: f32 = 2.0;
/// Over a row of photos, lines of the grid.
const OVER_ROW: f32 = 0.4;
/// Rows stand at no less than this part of their size, so that one more finds its place on a page.
const LEAST: f32 = 0.75;
/// What sums of many heights may be off by.
const ROUNDED: f32 = 1.0;

/// A row with its captions, before it has its place.
struct PhotoRow<'a> {
    photos: &'a [Photo],
    captions: Vec<Piece>,
    /// Height of the photos at their full size.
    tallest: f32,
}

impl PhotoRow<'_> {
    /// What of its height never shrinks.
    fn fixed(&self) -> f32 {
        OVER_ROW * PITCH + OVER_CAPTION + self.captions.iter().map(|line| line.height).sum::<f32>()
    }
}

/// How many rows stand in this room, and at what size: a little smaller where one more finds its place by it, all alike.
fn together(rows: &[PhotoRow<'_>], room: f32) -> (usize, f32) {
    let (mut count, mut fixed, mut tall) = (0, 0.0, 0.0);
    for row in rows {
        let (more_fixed, more_tall) = (fixed + row.fixed(), tall + row.tallest);
        if count > 0 && more_fixed + LEAST * more_tall > room {
            break;
        }
        (count, fixed, tall) = (count + 1, more_fixed, more_tall);
    }
    let scale = ((room - fixed) / tall.max(1.0)).min(1.0);
    // One row with captions longer than the room goes on over the page at its full size.
    (count, if scale < LEAST { 1.0 } else { scale })
}

impl Composer<'_, '_, '_> {
    pub(super) fn photos(&mut self, id: &str, photos: &[Photo], per_row: u8) -> Result<(), PaperError> {
        let per_row = per_row.clamp(1, 2);
        let mut rows = Vec::new();
        for row in photos.chunks(usize::from(per_row)) {
            rows.push(self.photo_row(id, row, per_row)?);
        }
        let mut at = 0;
        while at < rows.len() {
            let mut room = self.flow.left() - ROUNDED;
            if rows[at].fixed() + LEAST * rows[at].tallest > room {
                // The page is turned, and a heading comes along.
                room = self.look.height - ROUNDED - if at == 0 { PITCH } else { 0.0 };
            }
            let (count, scale) = together(&rows[at..], room);
            for row in &rows[at..at + count] {
                self.put_row(row, per_row, scale)?;
            }
            at += count;
        }
        self.flow.snap(0.3 * PITCH);
        Ok(())
    }

    /// Edges of the columns of a row: where each begins, and how wide all are.
    fn photo_columns(&self, count: usize) -> (impl Fn(usize) -> f32 + use<>, f32) {
        let column = (self.look.width - GUTTER * (count as f32 - 1.0)) / count as f32;
        (move |i: usize| i as f32 * (column + GUTTER), column)
    }

    fn photo_row<'p>(&mut self, id: &str, row: &'p [Photo], per_row: u8) -> Result<PhotoRow<'p>, PaperError> {
        let (left, column) = self.photo_columns(row.len());
        let mut captions: Vec<Piece> = Vec::new();
        for (i, photo) in row.iter().enumerate() {
            for (k, line) in self.caption(id, &photo.caption, left(i), column)?.into_iter().enumerate() {
                match captions.get_mut(k) {
                    Some(beside) => beside.runs.extend(line.runs),
                    None => captions.push(line),
                }
            }
        }
        let tallest = row.iter().map(|photo| place(photo.picture.size(), per_row).1).fold(0.0, f32::max);
        Ok(PhotoRow { photos: row, captions, tallest })
    }

    fn put_row(&mut self, row: &PhotoRow<'_>, per_row: u8, scale: f32) -> Result<(), PaperError> {
        let (left, column) = self.photo_columns(row.photos.len());
        let tallest = row.tallest * scale;
        // A row of short captions is one piece with its photos; a very long caption goes on over the page.
        let mut piece = Piece { height: tallest + OVER_CAPTION, keep: true, ..Piece::default() };
        for (i, photo) in row.photos.iter().enumerate() {
            let (width, height) = place(photo.picture.size(), per_row);
            let (width, height) = (width * scale, height * scale);
            piece.images.push(Image {
                x: left(i) + (column - width) / 2.0,
                y: tallest - height,
                width,
                height,
                picture: photo.picture.clone(),
            });
        }
        self.gap(OVER_ROW);
        self.push(piece)?;
        let last = row.captions.len();
        for (i, line) in row.captions.iter().enumerate() {
            self.push(Piece { keep: last <= 6 && i + 1 < last, ..line.clone() })?;
        }
        Ok(())
    }
}
