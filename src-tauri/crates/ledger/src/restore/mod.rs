//! Getting a ledger back from a copy: what is inside is shown first. The swap under an open ledger is
//! `in_place`, a bare laptop is `bring`. How copies are made and thinned out is `backup`.

mod along;
mod bring;
mod in_place;
mod inside;
mod source;
mod ways_in;

pub use bring::{Found, bring, look, repair};
pub use in_place::{NotRestored, Restored};
pub use inside::{Counted, Inside};
