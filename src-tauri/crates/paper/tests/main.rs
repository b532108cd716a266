//! The paper crate judged from outside: templates filled and laid out, the PDF read by other programs.

// Helpers outside #[test] functions fail the test like the tests themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bind;
mod blocks;
mod catalogue;
mod cells;
mod chosen;
mod elections;
mod filling;
mod flow;
mod fonts;
mod hostile;
mod installed;
mod judges;
mod law_texts;
mod look;
mod million;
mod opened;
mod own;
mod photos;
mod pictures;
mod poppler;
mod printed;
mod rare;
mod same;
mod standard;
mod support;
mod together;
mod word;
