//! Stories of the real window: WebKitGTK under Xvfb, driven as a person would drive it, over a real encrypted
//! ledger in a home of their own. Few and whole; what a unit test can show is not here.

#![allow(clippy::expect_used, clippy::panic, reason = "a helper of a test stops the test")]

mod harness;
mod logind;
mod native;
mod offline;
mod opening;
mod sleep;
mod two;
mod wages;
mod whole;
