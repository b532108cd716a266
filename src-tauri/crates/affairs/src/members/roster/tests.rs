//! Whole books through the roster reader: the demo's own files, the forty-five cases of the field, and
//! outside bytes of any kind.

mod cases;
mod cases_identity;
mod cases_work;
mod demo;
mod fuzz;
mod whole;
