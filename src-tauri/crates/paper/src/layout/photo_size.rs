//! How large a photo stands on paper, one or two in a row. Where it stands is `photo`'s affair.

use super::measure::{MM, WIDTH};

/// The largest a photo stands in a row of its own.
const ALONE: (f32, f32) = (130.0 * MM, 90.0 * MM);
/// The highest it stands beside another.
const BESIDE: f32 = 75.0 * MM;
/// Between two in a row.
pub(crate) const GUTTER: f32 = 6.0 * MM;

/// Width and height on paper of a picture of so many pixels.
pub(crate) fn place((width, height): (u32, u32), per_row: u8) -> (f32, f32) {
    let most = if per_row < 2 { ALONE } else { ((WIDTH - GUTTER) / 2.0, BESIDE) };
    let (width, height) = (width.max(1) as f32, height.max(1) as f32);
    let scale = (most.0 / width).min(most.1 / height);
    (width * scale, height * scale)
}
