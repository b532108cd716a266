//! What stands outside the type area: the page number. Place and look by GB/T 9704—2012, 7.5.

use super::line::{Style, runs, shape, width_of};
use super::measure::{HEIGHT, LEFT, MM, NO_4, TOP, WIDTH};
use super::page::{Ink, Page};
use crate::error::PaperError;
use crate::faces::{Role, Shaper};

/// The dashes stand this far under the type area.
pub(crate) const BELOW: f32 = 7.0 * MM;
/// Height of a dash over the baseline, ems (Noto Serif SC).
pub(crate) const DASH: f32 = 0.38;

/// — 1 —, one character from the outer edge: right on odd pages, left on even ones.
pub(crate) fn page_number(number: usize, shaper: &mut Shaper<'_>, page: &mut Page) -> Result<(), PaperError> {
    let style = Style::solid(Role::Fallback, NO_4);
    let atoms = shape(shaper, style, &format!("— {number} —"), "page-number")?;
    let x = if number % 2 == 1 { LEFT + WIDTH - NO_4 - width_of(&atoms) } else { LEFT + NO_4 };
    let y = TOP + HEIGHT + BELOW + DASH * NO_4;
    runs(&atoms, x, y, Ink::Black, &mut page.foot);
    Ok(())
}
