//! A page after layout: glyph runs, rules and outline marks in points from the top left corner. No type of a PDF
//! library stands here, so layout is tested without a PDF and another writer needs only this file.

pub use super::measure::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::faces::FaceId;
use crate::photo::Picture;

/// One page of A4. A wide page is read turned by a quarter to the right: its runs, rules and marks are measured on the
/// turned page, which is as wide as [`PAGE_HEIGHT`]; its foot, as on every page, on the upright leaf.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its number, from 1.
    pub number: usize,
    /// Text in the order of reading.
    pub runs: Vec<Run>,
    /// Whether it is read turned.
    pub wide: bool,
    /// The page number, on the upright leaf.
    pub foot: Vec<Run>,
    /// Pictures.
    pub images: Vec<Image>,
    /// Lines.
    pub rules: Vec<Rule>,
    /// Entries of the outline that point here.
    pub outline: Vec<OutlineMark>,
}

/// Text of one face, size and colour on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Left end of the first glyph.
    pub x: f32,
    /// Baseline, from the top of the page.
    pub y: f32,
    /// Size in points.
    pub size: f32,
    /// The face.
    pub face: FaceId,
    /// Ink.
    pub ink: Ink,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Number in the face.
    pub id: u16,
    /// The character it shows.
    pub character: char,
    /// Width of the glyph in the face, in thousandths of its size.
    pub width: f32,
    /// From this glyph's left end to the next one's, points.
    pub step: f32,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Start.
    pub from: (f32, f32),
    /// End.
    pub to: (f32, f32),
    /// Thickness in points.
    pub width: f32,
    /// Ink.
    pub ink: Ink,
}

/// A picture and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Left edge.
    pub x: f32,
    /// Upper edge, from the top of the page.
    pub y: f32,
    /// Width on paper.
    pub width: f32,
    /// Height on paper.
    pub height: f32,
    /// What is shown.
    pub picture: Picture,
}

/// Colours a paper may bear.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// Black.
    #[default]
    Black,
    /// The red of headers and the rule under them.
    Red,
    /// Grey, for guide lines on a sheet and for figures.
    Grey,
    /// A lighter grey, for figures.
    Pale,
    /// What lies under is hidden, in figures.
    White,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineMark {
    /// Text with its number.
    pub title: String,
    /// 0 for the title, 1 to 4 for headings.
    pub level: u8,
    /// Where it begins, from the top of the page.
    pub y: f32,
}

impl Run {
    /// The run's text.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|g| g.character).collect()
    }

    /// From the first glyph's left end to the end of the last step.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|g| g.step).sum()
    }
}
