//! What is told of one journalled table.

/// A journalled table: its name, what one of its records is called, its title (the columns in braces read as
/// they do in a history), and its columns with theirs.
pub type Table = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);
