//! One character ready to be placed: its glyph and its step. How characters become atoms and atoms lines is `line`'s.

use crate::faces::FaceId;

/// One character ready to be placed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Atom {
    pub(super) face: FaceId,
    pub(super) id: u16,
    pub ch: char,
    /// Size of its glyph.
    pub(super) size: f32,
    /// Size of the text around it.
    pub(super) em: f32,
    /// Width of the glyph, thousandths of its size.
    pub(super) width: f32,
    /// Where the glyph begins within the step.
    pub(super) shift: f32,
    /// To the next character.
    pub step: f32,
    /// The part of `step` that is air and may go.
    pub(super) air: f32,
    /// Neither squeezed nor spread: a label that turned lines stand under.
    pub rigid: bool,
}
