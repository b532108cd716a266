//! The rows of wage data: the head of a period with its totals and bands in `sheets`, single wages in `lines`, the compact table
//! for statistics in `points`, the certificates beside it in `held`, what of it was undone in `undone`, the figures beside it
//! in `references`.

mod held;
pub(super) mod lines;
mod off;
mod points;
pub(super) mod references;
pub(super) mod sheets;
mod undone;

pub use held::{certificates, certificates_then};
pub use lines::office_shops;
pub use off::Off;
pub use points::{wage_points, wage_points_ever, whole, without_overtime};
pub use references::{all as references, minimum_on, only_elsewhere};
pub use sheets::{depth_of, ever, headings, in_place_of, line, list, of_period, shape};
pub use undone::{TakenBack, moves_lines, taken_back};

use super::model::PayShare;

/// The share of a period from its two columns.
fn share(days: Option<u32>, of: Option<u32>) -> Option<PayShare> {
    days.zip(of).map(|(days, of)| PayShare { days, of })
}
