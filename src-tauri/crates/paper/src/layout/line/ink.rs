//! How far the ink of a line reaches over and under its baseline: what a ruler measures on paper, where the standard says
//! how far the upper edge of a name stands from something. Where the line stands is not decided here.

use crate::faces::Shaper;
use crate::layout::atom::Atom;

/// Points over and under the baseline. A line without ink reaches nowhere.
pub(crate) fn reach(shaper: &Shaper<'_>, atoms: &[Atom]) -> (f32, f32) {
    let inked = atoms
        .iter()
        .filter_map(|a| shaper.reach(a.face, a.id).map(|(up, down)| (up * a.size, down * a.size)));
    inked.fold((0.0, 0.0), |(up, down), own| (own.0.max(up), own.1.max(down)))
}
