//! The ledger from outside, on real encrypted files: one module a promise.

// Helpers outside of test functions are tests too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod checking;
mod common;
mod copying;
mod crashing;
mod guessing;
mod measure;
mod migrating;
mod opening;
mod property;
mod rekeying;
mod restoring;
mod secrecy;
mod stepping;
mod undoing;
