//! The preview of a file that is held on the desk until it is imported.

use affairs::members::roster::RosterRow;

/// The last preview, kept so that its rows can be shown in slices.
pub struct HeldPreview {
    pub(crate) rows: Vec<RosterRow>,
}
