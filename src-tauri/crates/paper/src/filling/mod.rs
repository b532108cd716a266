//! Others' forms: a county's `.docx` or `.xlsx` with marks such as 【姓名】, filled as it is. What carries no mark stays
//! byte for byte; a table row with marks of a list comes once for each of its items. Which marks there are, and what
//! they stand for, is not known here: values come in as [`Facts`], and no value can ever become markup.

mod docx;
mod error;
mod facts;
mod marks;
mod package;
mod tree;
mod xlsx;

pub use error::FormError;
pub use facts::{Facts, FormValue, Line, MarkAt};
pub use package::{FormKind, MOST_BYTES};

use facts::Report;
use package::Package;

/// A filled form.
#[derive(Debug, Clone)]
pub struct FilledForm {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many places were filled.
    pub filled: usize,
    /// How many lines of lists were written.
    pub rows: usize,
    /// Known marks for which there was no value; their places are blank now.
    pub blank: Vec<MarkAt>,
    /// Marks that nobody knows; they stand in the file as they were.
    pub unknown: Vec<MarkAt>,
}

/// A form that was looked at and can be filled.
#[derive(Debug)]
pub struct FormFile {
    package: Package,
    kind: FormKind,
    main: String,
}

impl FormFile {
    /// Looks at a file: whether it is a form that can be filled.
    ///
    /// # Errors
    /// Those of [`FormError`] that say what it is instead, and what to do.
    pub fn open(bytes: &[u8]) -> Result<FormFile, FormError> {
        let mut package = Package::open(bytes)?;
        let (kind, main) = package.main()?;
        Ok(FormFile { package, kind, main })
    }

    /// Which program it belongs to.
    pub fn kind(&self) -> FormKind {
        self.kind
    }

    /// Every mark in it, in its order, each place once.
    ///
    /// # Errors
    /// Damaged or too large inside.
    pub fn marks(&mut self) -> Result<Vec<MarkAt>, FormError> {
        // Filled with nothing, every mark is one that nobody knows.
        Ok(self.fill(&Facts::default())?.unknown)
    }

    /// Fills it.
    ///
    /// # Errors
    /// Damaged or too large inside; a row that asks for two lists; a list in a sheet that cannot grow without harm.
    pub fn fill(&mut self, facts: &Facts) -> Result<FilledForm, FormError> {
        let mut report = Report::default();
        let bytes = match self.kind {
            FormKind::Docx => docx::fill(&mut self.package, &self.main, facts, &mut report)?,
            FormKind::Xlsx => xlsx::fill(&mut self.package, &self.main, facts, &mut report)?,
        };
        Ok(FilledForm {
            bytes,
            filled: report.filled,
            rows: report.rows,
            blank: report.blank,
            unknown: report.unknown,
        })
    }
}
