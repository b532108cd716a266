//! A last page that carries little more than names and date, a paragraph cut above blank lines, or a gap before something
//! kept whole: the lines of the paper are set a little closer, or wider where closer is not enough, as GB/T 9704—2012,
//! 7.3.5.4 allows instead of a page without text. What a page looks like is not decided here.

use super::flow::{Fill, SLACK, Sink, TORN};
use super::measure::PITCH;
use super::page::Page;
use crate::document::{Block, BlockKind, Document, Form};
use crate::error::PaperError;

/// A last page filled no further than this is pulled up, lines of the grid.
const LITTLE: f32 = 8.0;
/// So is a paper with a page left blank for more than this.
const GAP: f32 = 5.0;
/// Where a paragraph was torn, it is to be parted above less than this: two lines of it go over together on any page.
const MENDED: f32 = 2.0;
/// Pitches to try, points: not closer than 26, which still sets 16-point type in the open.
const CLOSER: [f32; 6] = [28.5, 28.0, 27.5, 27.0, 26.5, 26.0];
/// And not wider than 31, two lines less on a page.
const WIDER: [f32; 4] = [29.5, 30.0, 30.5, 31.0];
/// Longer papers are set once: a book gains nothing from one page.
const BLOCKS: usize = 400;
const ROWS: usize = 200;

/// Whether the paper ends in names and is short enough to be set more than once.
pub(super) fn suits(doc: &Document) -> bool {
    let mut rows = 0;
    for block in &doc.blocks {
        match &block.kind {
            BlockKind::Imprint { .. } => return false,
            BlockKind::Table { rows: own, .. } => rows += own.len(),
            _ => {}
        }
    }
    // A paper ends where its attachments begin.
    let attached =
        |b: &&Block| matches!(b.kind, BlockKind::Attachment { .. } | BlockKind::Leaf { wide: true });
    let own = doc.blocks.iter().skip(1).position(|b| attached(&b)).map_or(doc.blocks.len(), |at| at + 1);
    let mut ends = doc.blocks[..own].iter().rev().take(3);
    let signed = ends.any(|b| matches!(b.kind, BlockKind::DateLine { .. } | BlockKind::Signatures { .. }));
    doc.form != Form::Sheet && signed && doc.blocks.len() <= BLOCKS && rows <= ROWS
}

/// The pages at the standard's pitch; if they end badly, at the first closer one that saves a page, or else at the first
/// wider one that cuts no paragraph above blank lines, or brings more text to the last page.
pub(super) fn together(
    mut walk: impl FnMut(f32, &mut Sink<'_>) -> Result<Vec<Fill>, PaperError>,
) -> Result<Vec<Page>, PaperError> {
    let mut set = |pitch: f32| -> Result<(Vec<Page>, Vec<Fill>), PaperError> {
        let mut pages = Vec::new();
        let fills = walk(pitch, &mut |page| {
            pages.push(page);
            Ok(true)
        })?;
        Ok((pages, fills))
    };
    let (pages, fills) = set(PITCH)?;
    let gap = fills.iter().rev().skip(1).any(|fill| !fill.ends && fill.blank > GAP * PITCH);
    let own = faults(&fills, TORN);
    if pages.len() < 2 || !(gap || own > NONE) {
        return Ok(pages);
    }
    for pitch in CLOSER {
        let (closer, _) = set(pitch)?;
        if closer.len() < pages.len() {
            return Ok(closer);
        }
    }
    for pitch in WIDER.into_iter().filter(|_| own > NONE) {
        let (wider, fills) = set(pitch)?;
        if wider.len() == pages.len() && faults(&fills, MENDED) < own {
            return Ok(wider);
        }
    }
    Ok(pages)
}

/// Whether a paragraph is torn and whether a last page carries little, the worse before the other.
type Faults = (bool, bool);
const NONE: Faults = (false, false);

fn faults(fills: &[Fill], torn: f32) -> Faults {
    (fills.iter().any(|fill| fill.parted && fill.blank + SLACK >= torn * PITCH), little(fills))
}

/// Whether the last page of the paper, or of an attachment, carries little; a part of one page has nothing to be pulled to.
fn little(fills: &[Fill]) -> bool {
    let last = |i: usize| fills[i].ends || i + 1 == fills.len();
    let turned = |i: usize| i > 0 && !fills[i - 1].ends;
    (0..fills.len()).any(|i| last(i) && turned(i) && fills[i].height <= LITTLE * PITCH)
}
