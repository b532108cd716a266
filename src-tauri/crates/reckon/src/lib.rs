//! Sums over whole columns of wages: the steps of a rise carried out on everybody, what they cost, groups, the order. Whole numbers
//! only, and nothing of words, rights or ledgers. A crate of its own and free of type parameters, so that a build that is not
//! optimised otherwise can still follow a slider over tens of thousands of people. What the figures mean is told where they are
//! asked for.

mod columns;
mod rise;

pub use columns::{Fund, Group, Month, groups, heaps, month, raised, sorted, sum, weighed};
pub use rise::{Act, Rise, Step, marks, more, part, risen, rounded, run, tier};

/// Hundredths of a percent in a whole.
pub const WHOLE: i64 = 10_000;
/// The code of someone of whom a column tells nothing.
pub const UNTOLD: u32 = u32::MAX;
