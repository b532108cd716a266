//! What holds for the floor as a whole: the schema's snapshot, and who may use whom among the modules.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod graph;
mod meetings;
mod snapshot;
