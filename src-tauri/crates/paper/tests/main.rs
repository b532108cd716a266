//! The paper crate judged from outside: templates filled and laid out, the PDF read by other programs.

mod flow;
mod fonts;
mod hostile;
mod judges;
mod look;
mod margins;
mod same;
mod support;
