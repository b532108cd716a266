//! Other sheets than the roster that a chair is given: payroll, leave, health exams, hazards, training. Each is read into its
//! own type with what is the matter cell by cell; pure, and nothing is stored here. The modules that keep such data take it
//! from here. What a roster's row is stands in `members::roster`.

pub mod bands;
pub mod exams;
pub mod figures;
pub mod hazards;
pub mod kind;
pub mod leave;
pub mod model;
pub mod money;
pub(crate) mod others;
pub mod payroll;
pub mod problem;
pub mod survey;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub mod training;

pub use kind::recognise;
pub use model::{CertificateCounts, CourseCounts, ExamCounts, OtherSheet, SheetKind};
pub use problem::{SheetProblem, SheetProblemKind};
pub use survey::survey;
