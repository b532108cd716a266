//! Word's units, and the width of a text as far as it can be told without a face: a Chinese character fills its cell, any
//! other half of it.

use crate::layout::kinsoku::is_wide;

/// Points in twentieths.
pub(super) fn twips(points: f32) -> i64 {
    (points * 20.0).round() as i64
}

/// Points in halves: sizes of type.
pub(super) fn half_points(points: f32) -> i64 {
    (points * 2.0).round() as i64
}

/// Points in eighths: rules.
pub(super) fn eighths(points: f32) -> i64 {
    (points * 8.0).round().max(2.0) as i64
}

/// How wide a text is at this size.
pub(super) fn width(text: &str, size: f32) -> f32 {
    text.chars().map(|c| if is_wide(c) { size } else { size / 2.0 }).sum()
}

/// How many lines a text takes at this width.
pub(super) fn lines(text: &str, size: f32, width_of_line: f32) -> usize {
    let of = |part: &str| (width(part, size) / width_of_line.max(size)).ceil().max(1.0) as usize;
    text.split('\n').map(of).sum()
}
