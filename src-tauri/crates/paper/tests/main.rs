//! The paper crate judged from outside: templates filled and laid out, the PDF read by other programs.

// Helpers outside #[test] functions fail the test like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod blocks;
mod catalogue;
mod cells;
mod chosen;
mod flow;
mod fonts;
mod hostile;
mod installed;
mod judges;
mod look;
mod margins;
mod opened;
mod printed;
mod same;
mod support;
mod together;
mod word;
