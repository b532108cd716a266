//! Word's units, and the width of a text as far as it can be told without a face: a Chinese character fills its cell, any
//! other half of it.

use crate::layout::kinsoku::{is_wide, needs_gap};

/// Points in twentieths.
pub(super) fn twips(points: f32) -> i64 {
    (points * 20.0).round() as i64
}

/// Points in halves: sizes of type, never larger than asked for.
pub(super) fn half_points(points: f32) -> i64 {
    (points * 2.0 + 0.01).floor() as i64
}

/// Points in eighths: rules.
pub(super) fn eighths(points: f32) -> i64 {
    (points * 8.0).round().max(2.0) as i64
}

/// Points as DrawingML measures.
pub(super) fn emus(points: f32) -> i64 {
    (f64::from(points) * 12_700.0).round() as i64
}

/// How wide a text is at this size, with the air that Word puts between Chinese characters and Latin letters.
pub(super) fn width(text: &str, size: f32) -> f32 {
    let of = |c: char| if is_wide(c) { 1.0 } else { 0.5 };
    let digit = |a: char, b: char| a.is_ascii_digit() || b.is_ascii_digit();
    let pairs = text.chars().zip(text.chars().skip(1));
    let gaps = pairs.filter(|(a, b)| needs_gap(*a, *b) && !digit(*a, *b)).count();
    (text.chars().map(of).sum::<f32>() + 0.25 * gaps as f32) * size
}

/// How wide a text may become: LibreOffice leaves air beside figures too, whatever the file says.
pub(super) fn widest(text: &str, size: f32) -> f32 {
    let beside = |a: char, b: char| (a.is_ascii_digit() && is_wide(b)) || (is_wide(a) && b.is_ascii_digit());
    let gaps = text.chars().zip(text.chars().skip(1)).filter(|(a, b)| beside(*a, *b)).count();
    width(text, size) + 0.25 * size * gaps as f32
}

/// How many lines a text takes at this width.
pub(super) fn lines(text: &str, size: f32, width_of_line: f32) -> usize {
    let of = |part: &str| (width(part, size) / width_of_line.max(size)).ceil().max(1.0) as usize;
    text.split('\n').map(of).sum()
}
