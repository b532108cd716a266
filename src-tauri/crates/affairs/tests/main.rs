//! What holds for the floor as a whole: the schema's snapshot, who may use whom among the modules, that every
//! column has a name and reads as a person would write it, that everything can be taken back, that what names a person is on the
//! copy of their own data, and that what is erased by law leaves no bytes of a paper behind.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod archive;
mod back_and_forth;
mod common;
mod filing;
mod graph;
mod import_measure;
mod lists;
mod lists_measure;
mod measure;
mod merging;
mod merging_sight;
mod names;
mod notes;
mod own_copy;
mod pay;
mod pay_apart;
mod pay_decimal;
mod pay_kept;
mod pay_matched;
mod pay_measure;
mod pay_minimum;
mod pay_taking;
mod pay_traps;
mod pay_units;
mod report;
mod retention;
mod sealed_measure;
mod search_measure;
mod snapshot;
mod sources;
mod templates;
mod told;
