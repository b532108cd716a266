//! What a look at the place data of a photo comes to.

/// A photo after the look at its place data.
#[derive(Debug, PartialEq, Eq)]
pub enum Cleaned {
    /// It says nothing of a place, and has no words in which it might.
    Nothing,
    /// The same picture without it.
    Removed(Vec<u8>),
    /// It may say it, and it cannot be taken out.
    Stuck,
}

/// What was changed, or that nothing was.
pub(super) fn answer(changed: bool, bytes: Vec<u8>) -> Cleaned {
    if changed { Cleaned::Removed(bytes) } else { Cleaned::Nothing }
}
