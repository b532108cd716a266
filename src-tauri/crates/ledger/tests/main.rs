//! The ledger from outside, on real encrypted files: one module a promise.

// Helpers outside of test functions are tests too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod altered;
mod attaching;
mod checking;
mod common;
mod copying;
mod crashing;
mod erased_again;
mod guessing;
mod history;
mod looking;
mod measure;
mod migrating;
mod opening;
mod out_of_order;
mod plans;
mod property;
mod purging;
mod rekeying;
mod restoring;
mod secrecy;
mod stepping;
mod undoing;
