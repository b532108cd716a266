//! The figures of GB/T 9704—2012 in points: page, margins, grid of 22 lines of 28 characters, sizes of type. Only what
//! the standard says; what we choose beyond it stands where it is used.

/// Width of a page, points.
pub const PAGE_WIDTH: f32 = 595.276;
/// Height of a page, points.
pub const PAGE_HEIGHT: f32 = 841.89;
/// A millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;
/// 天头: from the page's upper edge to the type area.
pub(crate) const TOP: f32 = 37.0 * MM;
/// 订口: from the page's left edge to the type area.
pub(crate) const LEFT: f32 = 28.0 * MM;
/// Width of the type area.
pub(crate) const WIDTH: f32 = 156.0 * MM;
/// Height of the type area.
pub(crate) const HEIGHT: f32 = 225.0 * MM;
/// From the type area to the page's lower edge.
pub(crate) const BELOW_TYPE: f32 = PAGE_HEIGHT - TOP - HEIGHT;
/// From one line to the next: 22 lines fill the type area.
pub(crate) const PITCH: f32 = HEIGHT / 22.0;
/// From one character to the next: 28 fill a line.
pub(crate) const CELL: f32 = WIDTH / 28.0;

/// 2号, titles.
pub(crate) const NO_2: f32 = 22.0;
/// 3号, body.
pub(crate) const NO_3: f32 = 16.0;
/// 4号, page numbers, imprint.
pub(crate) const NO_4: f32 = 14.0;

/// Where a Chinese face has its baseline, in ems from the top of the em box (metrics of faces lie; this does not).
pub(crate) const BASELINE: f32 = 0.88;

/// Baseline of type of `size` in the middle of a line box of `height`, from the box's top.
pub(crate) fn baseline(height: f32, size: f32) -> f32 {
    (height - size) / 2.0 + BASELINE * size
}
