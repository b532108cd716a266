//! A paper ready to be issued.

use super::model::PaperNumber;
use super::source;

/// A paper ready to be issued: made, numbered, measured.
pub struct Issue<'a> {
    /// The kind, `negotiation.minutes`.
    pub kind: &'a str,
    /// The record it is made from.
    pub of: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The number it bears.
    pub number: PaperNumber,
    /// Pages.
    pub pages: usize,
    /// SHA-256 of the bytes, hex.
    pub sha256: &'a str,
    /// The PDF.
    pub bytes: &'a [u8],
    /// What it was made from.
    pub source: &'a source::Source,
}
